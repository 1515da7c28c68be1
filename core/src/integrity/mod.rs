//! Integrity 台账真实性核对: what evaluators look at twice, one file per question.
//!
//! Every check sorts and sweeps or groups by ordered keys, so that its cost stays near-linear
//! in the number of records. Thresholds are the package's ([`crate::package::integrity`]);
//! without one a check is off, and the answer says so. What is missing in the data is never a
//! finding here: a record without times, texts or lists cannot be told to be wrong.
//!
//! Session gaps, single late entries and workers without a posting are relations
//! ([`crate::relation`]) and are not said again.

mod age;
mod answer;
mod book;
mod contact;
mod entered;
mod headcount;
mod identity;
mod phone;
mod photo;
mod places;
mod posting;
mod shared;
mod slot;
mod text;

pub use answer::{Integrity, IntegrityFinding};
use book::{Book, Found};

use crate::ledger::Ledger;
use crate::time::Date;
use std::collections::BTreeMap;

impl Integrity {
    /// Checks one ledger, or several together, at the end of a day.
    ///
    /// Across ledgers the same photo, the same event and the same worker are looked for.
    /// Workers are told to be the same only where the contracts name the same provider, by
    /// whose register they are known.
    #[must_use]
    pub fn of(ledgers: &[&Ledger], as_of: Date) -> Self {
        let mut books: Vec<Book<'_>> = ledgers.iter().map(|ledger| Book::of(ledger, as_of)).collect();
        // The order in which ledgers are given says nothing.
        books.sort_by(|a, b| (&a.contract.id, &a.plan.id).cmp(&(&b.contract.id, &b.plan.id)));
        let mut found = Found::default();
        for check in [slot::check, places::check, photo::check, shared::check, posting::check, text::check] {
            check(&books, &mut found);
        }
        for book in &books {
            for check in [headcount::check, entered::check, age::check, phone::check, identity::check, contact::check] {
                check(book, &mut found);
            }
        }
        let findings = found.sorted();
        let mut counts = BTreeMap::new();
        for found in &findings {
            *counts.entry(found.finding.severity.name()).or_default() += 1;
        }
        let off = books.iter().map(|book| (book.contract.id.clone(), book.plan.integrity.off())).collect();
        Self { as_of, findings, counts, off }
    }
}
