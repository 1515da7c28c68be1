//! Lifecycle events 事件, one file per kind.

mod spot_check;
mod rectification_order;
mod reminder;
mod rectified;
mod self_evaluation;
mod evaluation;
mod acceptance;
mod waiver;
mod make_up;
mod extension;
mod termination;
mod closure;
mod fee_complaint;
mod interruption;
mod change_order;
mod withdrawal;
mod register_declaration;

pub use spot_check::SpotCheck;
pub use rectification_order::RectificationOrder;
pub use reminder::Reminder;
pub use rectified::Rectified;
pub use self_evaluation::SelfEvaluation;
pub use evaluation::{Evaluation, EvaluationMark};
pub use acceptance::Acceptance;
pub use waiver::Waiver;
pub use make_up::MakeUp;
pub use extension::Extension;
pub use termination::Termination;
pub use closure::Closure;
pub use fee_complaint::FeeComplaint;
pub use interruption::Interruption;
pub use change_order::ChangeOrder;
pub use withdrawal::Withdrawal;
pub use register_declaration::RegisterDeclaration;
