use super::standing::Standing;
use crate::contract::Contract;
use crate::entry::Value;
use crate::finding::{Finding, Severity, counting::OUTSIDE_SERVICE};
use crate::kind::Family;

/// Records dated outside the service, extensions included.
pub(super) fn check(standing: &Standing<'_>, contract: &Contract, findings: &mut Vec<Finding>) {
    let extended = standing.live_of("extension").filter_map(|entry| entry.get("new_end").and_then(Value::date)).max();
    let end = extended.unwrap_or(contract.service_end);
    for record in standing.live().filter(|entry| entry.kind().family == Family::Record) {
        let Some(day) = record.date().filter(|day| *day < contract.service_start || end < *day) else { continue };
        // Papers may follow the work and still serve for closing.
        let is_follow_up = record.kind().name == "document" && end < day;
        let severity = if is_follow_up { Severity::Note } else { Severity::Warning };
        let finding = Finding::new(OUTSIDE_SERVICE).at("/date").with("day", day).about(record.id());
        findings.push(finding.graded(severity));
    }
}
