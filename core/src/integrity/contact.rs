//! One act entered as a visit and as a case contact: the same worker, person and day.

use super::book::{Book, Found, Workers, items, text_of};
use crate::entry::Entry;
use crate::finding::{Finding, integrity as codes};
use crate::relation::Lead;
use crate::time::Date;

/// What a worker did with a person on a day.
struct Met<'l> {
    worker: usize,
    person: &'l str,
    date: Date,
    entry: &'l Entry,
}

/// Looks for days on which a worker has visits to a person and contacts in this person's case.
///
/// Persons are those of one ledger: only inside a package may one act not count twice.
pub(super) fn check(book: &Book<'_>, found: &mut Found) {
    let Some(check) = &book.plan.integrity.visit_and_contact else { return };
    let mut workers = Workers::default();
    let mut met: Vec<Met<'_>> = Vec::new();
    for entry in book.of_kinds(&["visit", "case_contact"]) {
        let Some(date) = entry.date() else { continue };
        for person in persons(book, entry) {
            met.extend(workers.of(book, entry).map(|worker| Met { worker, person, date, entry }));
        }
    }
    met.sort_by(|a, b| (a.worker, a.person, a.date).cmp(&(b.worker, b.person, b.date)));
    for pair in met.chunk_by(|a, b| (a.worker, a.person) == (b.worker, b.person)) {
        let has = |day: &[Met<'_>], kind: &str| day.iter().any(|met| met.entry.kind().name == kind);
        let days = pair.chunk_by(|a, b| a.date == b.date);
        let both: Vec<&[Met<'_>]> = days.filter(|day| has(day, "visit") && has(day, "case_contact")).collect();
        for day in both.iter().filter(|_| both.len() >= check.days) {
            let [Met { worker, person, date, .. }, ..] = day else { continue };
            let finding =
                Finding::new(codes::VISIT_AND_CONTACT).with("worker", workers.id(*worker)).with("person", person);
            found.add(finding.with("date", date), day.iter().map(|met| (book.contract, met.entry)));
        }
    }
}

/// The persons that a visit names, or the client of a contact's case.
fn persons<'l>(book: &Book<'l>, entry: &'l Entry) -> Vec<&'l str> {
    match entry.text("case") {
        Some(case) => match book.standing.lead(case) {
            Lead::Entry(case) => case.text("client").into_iter().collect(),
            Lead::Conflict | Lead::Nothing => Vec::new(),
        },
        None => {
            let (subjects, fields) = items(entry, "subjects");
            let mut persons: Vec<&str> =
                subjects.iter().filter_map(|subject| text_of(subject, fields, "person")).collect();
            persons.sort_unstable();
            persons.dedup();
            persons
        }
    }
}
