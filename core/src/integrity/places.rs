//! One worker in many places on a day: possible only, where times are missing.

use super::book::{Book, EVENTS, Found, Workers};
use super::slot::span;
use crate::contract::Contract;
use crate::entry::{Entry, Value};
use crate::finding::{Finding, integrity as codes};
use crate::time::Date;

/// What a worker did on a day, as far as the place is known.
struct Work<'l> {
    worker: usize,
    date: Date,
    place: &'l str,
    /// A time is missing: the slots cannot say whether the records go together.
    open: bool,
    limit: usize,
    contract: &'l Contract,
    entry: &'l Entry,
}

/// Groups each worker's records by day. Records without a place say nothing.
pub(super) fn check(books: &[Book<'_>], found: &mut Found) {
    let mut workers = Workers::default();
    let mut work: Vec<Work<'_>> = Vec::new();
    for book in books {
        let Some(check) = &book.plan.integrity.places_a_day else { continue };
        for entry in book.of_kinds(&EVENTS) {
            let (Some(date), Some(place)) = (entry.date(), entry.text("place")) else { continue };
            let has_length = matches!(entry.get("minutes"), Some(Value::Whole(_)));
            let open = span(entry).is_none() || !has_length;
            let (limit, contract) = (check.places, book.contract);
            let of = workers.of(book, entry);
            work.extend(of.map(|worker| Work { worker, date, place, open, limit, contract, entry }));
        }
    }
    work.sort_by(|a, b| (a.date, a.worker, a.place).cmp(&(b.date, b.worker, b.place)));
    for day in work.chunk_by(|a, b| (a.date, a.worker) == (b.date, b.worker)) {
        let [Work { worker, date, .. }, ..] = day else { continue };
        let places = day.chunk_by(|a, b| a.place == b.place).count();
        let limit = day.iter().map(|work| work.limit).max().unwrap_or_default();
        if day.iter().any(|work| work.open) && places >= limit {
            let finding =
                Finding::new(codes::WORKER_MANY_PLACES).with("worker", workers.id(*worker)).with("date", date);
            found.add(finding.with("places", places), day.iter().map(|work| (work.contract, work.entry)));
        }
    }
}
