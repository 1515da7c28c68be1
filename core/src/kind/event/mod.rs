//! Lifecycle events 事件, one file per kind.

mod acceptance;
mod change_order;
mod closure;
mod evaluation;
mod extension;
mod fee_complaint;
mod interruption;
mod make_up;
mod rectification_order;
mod rectified;
mod register_declaration;
mod reminder;
mod self_evaluation;
mod spot_check;
mod termination;
mod waiver;
mod withdrawal;

pub use acceptance::Acceptance;
pub use change_order::ChangeOrder;
pub use closure::Closure;
pub use evaluation::{Evaluation, EvaluationMark};
pub use extension::Extension;
pub use fee_complaint::FeeComplaint;
pub use interruption::Interruption;
pub use make_up::MakeUp;
pub use rectification_order::RectificationOrder;
pub use rectified::Rectified;
pub use register_declaration::RegisterDeclaration;
pub use reminder::Reminder;
pub use self_evaluation::SelfEvaluation;
pub use spot_check::SpotCheck;
pub use termination::Termination;
pub use waiver::Waiver;
pub use withdrawal::Withdrawal;
