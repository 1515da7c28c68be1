//! What a report says beyond the decision: what remains to be done, and what falls due.

use super::blocks::Section;
use super::phrase::label;
use super::words::*;
use crate::calendar::{Calendar, DutyState};
use crate::finding::Locale;
use crate::remaining::{Need, Remaining, RequirementRemaining};

/// How far a report looks ahead for what falls due.
pub const DAYS_AHEAD: i64 = 60;

/// The least further work, requirement by requirement; nothing when nothing remains.
#[must_use]
pub fn remaining(remaining: &Remaining, locale: Locale) -> Section {
    let open = |item: &&RequirementRemaining| !matches!(item.need, Need::Done | Need::Hold);
    let all = remaining.requirements.iter().chain(&remaining.closing.items).filter(open);
    let total = remaining.total.records.to_string();
    Section {
        title: REMAINING.of(locale).to_owned(),
        note: REMAINING_NOTE.with(locale, &[&total]),
        columns: [CLAUSE, REQUIREMENT, TO_DO, LAST_DAY].map(|word| word.of(locale).to_owned()).to_vec(),
        rows: all.flat_map(|item| rows(item, locale)).collect(),
    }
}

fn rows(item: &RequirementRemaining, locale: Locale) -> Vec<Vec<String>> {
    let name = item.labels.as_ref().map_or_else(String::new, |labels| label(labels, locale));
    let name = format!("{} {name}", item.requirement);
    let missing = item.missing.iter().chain(&item.unreachable);
    let findings = missing.map(|finding| (format!("{}；{}", finding.message(locale), finding.help(locale)), None));
    let work = item.work.iter().map(|work| (work.say(locale), work.last_useful_day));
    let row = |(what, last): (String, Option<crate::time::Date>)| {
        let last = last.map_or_else(String::new, |day| day.to_string());
        vec![item.clause.to_string(), name.clone(), what, last]
    };
    findings.chain(work).map(row).collect()
}

/// Duties that are overdue or still to come.
#[must_use]
pub fn calendar(calendar: &Calendar, locale: Locale) -> Section {
    let open = calendar.rows.iter().filter(|row| matches!(row.state, DutyState::Due | DutyState::Overdue));
    let row = |row: &crate::calendar::Row| {
        let place: Vec<&str> = row.members.iter().chain(&row.window).map(String::as_str).collect();
        vec![
            row.due.to_string(),
            row.clause.as_deref().unwrap_or_default().to_owned(),
            format!("{} {}", label(&row.labels, locale), place.join(" × ")).trim_end().to_owned(),
            row.state.label(locale).to_owned(),
        ]
    };
    Section {
        title: CALENDAR.of(locale).to_owned(),
        note: String::new(),
        columns: [DUE, CLAUSE, REQUIREMENT, OUTCOME].map(|word| word.of(locale).to_owned()).to_vec(),
        rows: open.map(row).collect(),
    }
}
