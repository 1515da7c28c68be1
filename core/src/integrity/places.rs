//! One worker in many places on a day: possible only, where times are missing.

use super::book::{Book, EVENTS, Found, Who};
use super::slot::span;
use crate::contract::Contract;
use crate::entry::{Entry, Value};
use crate::finding::{Finding, integrity as codes};
use crate::time::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What a worker did on a day, as far as the place is known.
#[derive(Default)]
struct Day<'l> {
    places: BTreeSet<&'l str>,
    /// A time is missing: the slots cannot say whether the records go together.
    open: bool,
    limit: usize,
    entries: Vec<(&'l Contract, &'l Entry)>,
}

/// Groups each worker's records by day. Records without a place say nothing.
pub(super) fn check(books: &[Book<'_>], found: &mut Found) {
    let mut days: BTreeMap<(Who<'_>, Date), Day<'_>> = BTreeMap::new();
    for book in books {
        let Some(check) = &book.plan.integrity.places_a_day else { continue };
        for entry in book.of_kinds(&EVENTS) {
            let (Some(date), Some(place)) = (entry.date, entry.text("place")) else { continue };
            let has_length = matches!(entry.get("minutes"), Some(Value::Whole(_)));
            for who in book.workers(entry) {
                let day = days.entry((who, date)).or_default();
                day.places.insert(place);
                day.open |= span(entry).is_none() || !has_length;
                day.limit = day.limit.max(check.places);
                day.entries.push((book.contract, entry));
            }
        }
    }
    for ((who, date), day) in days {
        if day.open && day.places.len() >= day.limit {
            let finding = Finding::new(codes::WORKER_MANY_PLACES).with("worker", who.id).with("date", date);
            found.add(finding.with("places", day.places.len()), day.entries);
        }
    }
}
