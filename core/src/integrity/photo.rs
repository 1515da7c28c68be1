//! The same photo as evidence of several events, by its hash.

use super::book::{Book, EVENTS, Found, items, text_of};
use crate::contract::Contract;
use crate::entry::Entry;
use crate::finding::{Finding, integrity as codes};
use std::collections::{BTreeMap, BTreeSet};

/// Events that bear one file.
#[derive(Default)]
struct Uses<'l> {
    limit: usize,
    contracts: BTreeSet<&'l str>,
    entries: Vec<(&'l Contract, &'l Entry)>,
}

/// Groups events by the hashes of their photos; several packages with one photo are always told.
pub(super) fn check(books: &[Book<'_>], found: &mut Found) {
    let mut by_hash: BTreeMap<String, Uses<'_>> = BTreeMap::new();
    for book in books {
        let Some(check) = &book.plan.integrity.photo_reuse else { continue };
        for entry in book.of_kinds(&EVENTS) {
            let (attachments, fields) = items(entry, "attachments");
            let is_photo = |kind: &str| check.kinds.iter().any(|known| **known == *kind);
            let hashes: BTreeSet<String> = attachments
                .iter()
                .filter(|item| text_of(item, fields, "kind").is_some_and(is_photo))
                .filter_map(|item| text_of(item, fields, "sha256").map(str::to_ascii_lowercase))
                .collect();
            for hash in hashes {
                let uses = by_hash.entry(hash).or_default();
                uses.limit = uses.limit.max(check.records);
                uses.contracts.insert(&book.contract.id);
                uses.entries.push((book.contract, entry));
            }
        }
    }
    for (hash, uses) in by_hash {
        let (code, count) = match uses.contracts.len() {
            2.. => (codes::PHOTO_IN_TWO_PACKAGES, uses.contracts.len()),
            _ if uses.entries.len() >= uses.limit => (codes::PHOTO_REUSED, uses.entries.len()),
            _ => continue,
        };
        found.add(Finding::new(code).with("sha256", hash).with("count", count), uses.entries);
    }
}
