//! When records were entered: in bulk long afterwards, at the very end, after closing.

use super::book::{Book, Found};
use crate::entry::{Entry, Value};
use crate::finding::{Finding, integrity as codes};
use crate::time::Date;
use std::collections::BTreeMap;

/// Looks at the days of entry. Corrections are late by nature and left out.
pub(super) fn check(book: &Book<'_>, found: &mut Found) {
    let records: Vec<&Entry> = book.records.iter().copied().filter(|entry| entry.retracts().is_none()).collect();
    in_bulk(book, &records, found);
    at_end(book, &records, found);
    after_closing(book, &records, found);
}

/// The day on which the work was done: its last day.
fn done(entry: &Entry) -> Option<Date> {
    entry.get("end").and_then(Value::date).or(entry.date())
}

fn in_bulk(book: &Book<'_>, records: &[&Entry], found: &mut Found) {
    let Some(check) = &book.plan.integrity.bulk_entry else { return };
    let mut by_day: BTreeMap<Date, Vec<&Entry>> = BTreeMap::new();
    for entry in records {
        if done(entry).is_some_and(|done| entry.recorded_at().days_since(done) >= check.days) {
            by_day.entry(entry.recorded_at()).or_default().push(entry);
        }
    }
    for (day, entries) in by_day.into_iter().filter(|(_, entries)| entries.len() >= check.records) {
        let finding = Finding::new(codes::BULK_BACK_ENTRY).at("/recorded_at").with("date", day);
        let finding = finding.with("count", entries.len()).with("days", check.days);
        found.add(finding, entries.into_iter().map(|entry| (book.contract, entry)));
    }
}

fn at_end(book: &Book<'_>, records: &[&Entry], found: &mut Found) {
    let Some(check) = &book.plan.integrity.end_entry else { return };
    let from = book.end.plus_days(-check.days);
    let is_old = |entry: &&&Entry| entry.recorded_at() >= from && done(entry).is_some_and(|done| done < from);
    let entries: Vec<&Entry> = records.iter().filter(is_old).copied().collect();
    if entries.len() >= check.records {
        let finding = Finding::new(codes::BULK_ENTRY_AT_END).at("/recorded_at").with("from", from);
        found.add(finding.with("count", entries.len()), entries.into_iter().map(|entry| (book.contract, entry)));
    }
}

fn after_closing(book: &Book<'_>, records: &[&Entry], found: &mut Found) {
    let Some(check) = &book.plan.integrity.after_closing else { return };
    let ends = book.standing.live().filter(|entry| matches!(entry.kind().name, "closure" | "termination"));
    let Some(closed) = ends.filter_map(|event| event.date()).min() else { return };
    let entries: Vec<&Entry> = records.iter().filter(|entry| entry.recorded_at() > closed).copied().collect();
    if entries.len() >= check.records {
        let finding = Finding::new(codes::ENTERED_AFTER_CLOSING).at("/recorded_at").with("closed", closed);
        found.add(finding.with("count", entries.len()), entries.into_iter().map(|entry| (book.contract, entry)));
    }
}
