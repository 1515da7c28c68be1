use super::standing::{Lead, Standing};
use crate::entry::Value;
use crate::finding::{Finding, relation as codes};

/// Contacts outside the time in which their case was open.
pub(super) fn check(standing: &Standing<'_>, findings: &mut Vec<Finding>) {
    for contact in standing.live_of("case_contact") {
        let case = contact.text("case").map(|id| standing.lead(id));
        let (Some(Lead::Entry(case)), Some(date)) = (case, contact.date()) else { continue };
        if let Some(opened) = case.date().filter(|opened| date < *opened) {
            let finding = Finding::new(codes::CONTACT_BEFORE_CASE_OPENED).at("/date");
            findings.push(finding.with("date", date).with("opened", opened).about(contact.id()).about(case.id()));
        }
        if let Some(closed) = case.get("closed").and_then(Value::date).filter(|closed| date > *closed) {
            let finding = Finding::new(codes::CONTACT_AFTER_CASE_CLOSED).at("/date");
            findings.push(finding.with("date", date).with("closed", closed).about(contact.id()).about(case.id()));
        }
    }
}
