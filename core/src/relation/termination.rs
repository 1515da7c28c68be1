use super::standing::Standing;
use crate::finding::{Finding, relation as codes};
use crate::kind::Family;

/// Events that may follow a termination: winding up, and putting the ledger in order.
const MAY_FOLLOW: [&str; 4] = ["termination", "closure", "withdrawal", "register_declaration"];

/// Events dated after the contract was terminated.
pub(super) fn check(standing: &Standing<'_>, findings: &mut Vec<Finding>) {
    let first =
        standing.live_of("termination").filter_map(|entry| Some((entry.date()?, entry))).min_by_key(|(date, _)| *date);
    let Some((terminated, termination)) = first else { return };
    for event in standing.live().filter(|entry| entry.kind().family == Family::Event) {
        if let Some(date) = event.date().filter(|date| terminated < *date)
            && !MAY_FOLLOW.contains(&event.kind().name)
        {
            let finding = Finding::new(codes::EVENT_AFTER_TERMINATION).at("/date");
            let finding = finding.with("date", date).with("terminated", terminated);
            findings.push(finding.about(event.id()).about(termination.id()));
        }
    }
}
