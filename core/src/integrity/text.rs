//! Copied text: the same words in several records.

use super::book::{Book, Found};
use crate::contract::Contract;
use crate::entry::Entry;
use crate::evaluate::title_key;
use crate::finding::{Finding, integrity as codes};
use std::collections::BTreeMap;

/// Records with one text, and the least number that is told.
#[derive(Default)]
struct Copies<'l> {
    limit: usize,
    entries: Vec<(&'l Contract, &'l Entry)>,
}

/// Groups records by their text without spaces and punctuation, full width as half width.
///
/// The text itself is personal and never shown.
pub(super) fn check(books: &[Book<'_>], found: &mut Found) {
    let mut by_text: BTreeMap<String, Copies<'_>> = BTreeMap::new();
    for book in books {
        let Some(check) = &book.plan.integrity.copied_text else { continue };
        for entry in book.of_kinds(&["visit", "case_contact", "group_session"]) {
            let Some(text) = entry.text("content").map(title_key) else { continue };
            if text.chars().count() >= check.characters {
                let copies = by_text.entry(text).or_default();
                copies.limit = copies.limit.max(check.records);
                copies.entries.push((book.contract, entry));
            }
        }
    }
    for (text, copies) in by_text {
        if copies.entries.len() >= copies.limit {
            let finding = Finding::new(codes::TEXT_COPIED).at("/content").with("count", copies.entries.len());
            found.add(finding.with("characters", text.chars().count()), copies.entries);
        }
    }
}
