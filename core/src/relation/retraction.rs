use super::standing::Standing;
use crate::finding::{Finding, relation as codes};
use std::collections::{BTreeMap, BTreeSet};

/// Corrections of entries that do not exist, and corrections that lead back to one another.
pub(super) fn check(standing: &Standing<'_>, findings: &mut Vec<Finding>) {
    let mut targets: BTreeMap<&str, &str> = BTreeMap::new();
    for entry in standing.by_id().flatten() {
        let Some(retraction) = entry.retracts() else { continue };
        targets.insert(entry.id(), retraction.target);
        if standing.bearers(retraction.target).is_empty() {
            let field = if retraction.replaces { "/supersedes" } else { "/voids" };
            let finding = Finding::new(codes::RETRACTION_DANGLING).at(field).with("target", retraction.target);
            findings.push(finding.about(entry.id()));
        }
    }
    let mut done = BTreeSet::new();
    for start in targets.keys() {
        findings.extend(cycle(&targets, start, &mut done));
    }
}

/// The cycle that is reached from `start`, unless an earlier start passed the same way.
fn cycle<'a>(targets: &BTreeMap<&'a str, &'a str>, start: &'a str, done: &mut BTreeSet<&'a str>) -> Option<Finding> {
    let mut way = Vec::new();
    let mut next = Some(start);
    while let Some(id) = next {
        if let Some(at) = way.iter().position(|passed| *passed == id) {
            let mut ids = way.split_off(at);
            ids.sort_unstable();
            let finding = Finding::new(codes::RETRACTION_CYCLE).with("ids", ids.join(", "));
            return Some(ids.into_iter().fold(finding, Finding::about));
        }
        if !done.insert(id) {
            return None;
        }
        way.push(id);
        next = targets.get(id).copied();
    }
    None
}
