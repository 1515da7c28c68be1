use super::standing::{Lead, Standing};
use crate::entry::{Entry, Value};
use crate::finding::{Finding, relation as codes};
use crate::time::Date;
use std::collections::BTreeMap;

/// Sessions of a group that are missing, bear one number or fall on one day.
pub(super) fn check(standing: &Standing<'_>, findings: &mut Vec<Finding>) {
    let mut groups: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for session in standing.live_of("group_session") {
        // Sessions without a group are dangling references.
        if let Some(Lead::Entry(group)) = session.text("group").map(|id| standing.lead(id)) {
            groups.entry(group.id()).or_default().push(session);
        }
    }
    for (group, sessions) in groups {
        of_group(group, &sessions, findings);
    }
}

fn of_group(group: &str, sessions: &[&Entry], findings: &mut Vec<Finding>) {
    let mut by_number: BTreeMap<i64, Vec<&Entry>> = BTreeMap::new();
    let mut by_day: BTreeMap<Date, Vec<&Entry>> = BTreeMap::new();
    for session in sessions {
        if let Some(Value::Whole(number)) = session.get("session") {
            by_number.entry(number).or_default().push(session);
        }
        if let Some(date) = session.date() {
            by_day.entry(date).or_default().push(session);
        }
    }
    let gaps = gaps(by_number.keys().copied());
    if !gaps.is_empty() {
        findings.push(Finding::new(codes::SESSION_GAP).with("group", group).with("numbers", gaps).about(group));
    }
    for (number, sessions) in by_number.iter().filter(|(_, sessions)| sessions.len() > 1) {
        let finding = Finding::new(codes::SESSION_REPEATED).at("/session").with("group", group).with("number", number);
        findings.push(sessions.iter().fold(finding, |finding, session| finding.about(session.id())));
    }
    for (date, sessions) in by_day.iter().filter(|(_, sessions)| sessions.len() > 1) {
        let finding = Finding::new(codes::SESSIONS_SAME_DAY).at("/date").with("group", group).with("date", date);
        findings.push(sessions.iter().fold(finding, |finding, session| finding.about(session.id())));
    }
}

/// The numbers left out between 1 and the last, as `2, 4-6`.
fn gaps(numbers: impl Iterator<Item = i64>) -> String {
    let mut next = 1;
    let mut gaps = Vec::new();
    for number in numbers {
        match number - next {
            ..=0 => {}
            1 => gaps.push(next.to_string()),
            _ => gaps.push(format!("{next}-{}", number - 1)),
        }
        next = next.max(number + 1);
    }
    gaps.join(", ")
}
