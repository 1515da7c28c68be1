use super::standing::Standing;
use crate::finding::{Finding, counting::ID_CONFLICT};

/// Different records or events that bear one id; none of them counts.
///
/// The finding names the id once for each of them.
pub(super) fn check(standing: &Standing<'_>, findings: &mut Vec<Finding>) {
    for bearers in standing.by_id().filter(|bearers| bearers.len() > 1) {
        let [first, ..] = bearers else { continue };
        let finding = Finding::new(ID_CONFLICT).at("/id").with("id", first.id());
        findings.push(bearers.iter().fold(finding, |finding, bearer| finding.about(bearer.id())));
    }
}
