//! One event in the ledgers of several packages: the same day and place.

use super::book::{Book, Found};
use super::slot::span;
use crate::contract::Contract;
use crate::entry::Entry;
use crate::finding::{Finding, integrity as codes};
use crate::time::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Activities on one day in one place.
#[derive(Default)]
struct Held<'l> {
    limit: usize,
    contracts: BTreeSet<&'l str>,
    /// Begins by contract; none where one is missing.
    begins: BTreeMap<i64, BTreeSet<&'l str>>,
    open: bool,
    entries: Vec<(&'l Contract, &'l Entry)>,
}

/// Groups activities by day and place. Where all begins are known and no two packages share
/// one, they are different events.
pub(super) fn check(books: &[Book<'_>], found: &mut Found) {
    let mut held: BTreeMap<(Date, &str), Held<'_>> = BTreeMap::new();
    for book in books {
        let Some(check) = &book.plan.integrity.shared_event else { continue };
        for entry in book.of_kinds(&["activity"]) {
            let (Some(date), Some(place)) = (entry.date(), entry.text("place")) else { continue };
            let held = held.entry((date, place)).or_default();
            held.limit = held.limit.max(check.packages);
            held.contracts.insert(&book.contract.id);
            match span(entry) {
                Some((_, begin, _)) => {
                    held.begins.entry(begin).or_default().insert(&book.contract.id);
                }
                None => held.open = true,
            }
            held.entries.push((book.contract, entry));
        }
    }
    for ((date, place), held) in held {
        let together = held.open || held.begins.values().any(|contracts| contracts.len() >= held.limit);
        if together && held.contracts.len() >= held.limit {
            let finding = Finding::new(codes::SHARED_EVENT).with("date", date).with("place", place);
            found.add(finding.with("count", held.contracts.len()), held.entries);
        }
    }
}
