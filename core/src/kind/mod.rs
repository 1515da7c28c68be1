//! Kinds of entries: records 台账, lifecycle events 事件 and registers 名册.
//!
//! Each kind is declared once, in a file of its own. From the declaration come the
//! typed struct for Rust callers, its JSON Schema, and the table of fields
//! ([`KindInfo`]) by which entries are read, selected, judged and shown in forms.

pub mod common;
mod declare;
pub mod event;
pub mod field;
pub mod fixed;
mod party;
pub mod record;
pub mod register;
mod tables;
mod typed;

pub use field::{Family, Field, ItemInfo, KindInfo, Type, Typed};
pub use party::{Party, party};
pub use tables::tables;
pub use typed::Kind;

/// Every kind: records, then events, then registers.
pub const ALL: &[&KindInfo] = &[
    record::Visit::INFO,
    record::Case::INFO,
    record::CaseContact::INFO,
    record::Group::INFO,
    record::GroupSession::INFO,
    record::Activity::INFO,
    record::Supervision::INFO,
    record::Document::INFO,
    record::Publication::INFO,
    record::VolunteerProject::INFO,
    record::Resource::INFO,
    record::Observation::INFO,
    record::Attendance::INFO,
    record::SatisfactionSurvey::INFO,
    record::Attestation::INFO,
    event::SpotCheck::INFO,
    event::RectificationOrder::INFO,
    event::Reminder::INFO,
    event::Rectified::INFO,
    event::SelfEvaluation::INFO,
    event::Evaluation::INFO,
    event::Acceptance::INFO,
    event::Waiver::INFO,
    event::MakeUp::INFO,
    event::Extension::INFO,
    event::Termination::INFO,
    event::Closure::INFO,
    event::FeeComplaint::INFO,
    event::Interruption::INFO,
    event::ChangeOrder::INFO,
    event::Withdrawal::INFO,
    event::RegisterDeclaration::INFO,
    register::Person::INFO,
    register::Household::INFO,
    register::Organisation::INFO,
    register::Staff::INFO,
    register::Project::INFO,
    register::Outlet::INFO,
    register::Site::INFO,
];

/// The kind of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static KindInfo> {
    ALL.iter().copied().find(|kind| kind.name == name)
}

/// Fields that entries of a kind must have although its table calls them optional.
#[must_use]
pub fn needed(kind: &str) -> &'static [&'static str] {
    match kind {
        "withdrawal" => &["voids", "reason"],
        "make_up" => &["records"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests;
