use super::standing::Standing;
use crate::entry::Value;
use crate::finding::{Finding, relation as codes};
use crate::kind::Family;

/// Days within which work is expected to be entered.
const EXPECTED: i64 = 30;

/// Records entered long after the work, in evidence of ledgers filled in backwards.
///
/// Corrections are late by nature and left out.
pub(super) fn check(standing: &Standing<'_>, findings: &mut Vec<Finding>) {
    for record in standing.live().filter(|entry| entry.kind().family == Family::Record && entry.retracts().is_none()) {
        let Some(done) = record.get("end").and_then(Value::date).or(record.date()) else { continue };
        let days = record.recorded_at().days_since(done);
        if days > EXPECTED {
            let finding = Finding::new(codes::LATE_ENTRY).at("/recorded_at").with("days", days);
            findings.push(finding.about(record.id()));
        }
    }
}
