//! The same photo as evidence of several events, by its hash.

use super::book::{Book, EVENTS, Found, items, text_of};
use crate::contract::Contract;
use crate::entry::Entry;
use crate::finding::{Finding, integrity as codes};
use std::borrow::Cow;

/// An event that bears a file.
struct Use<'l> {
    hash: Cow<'l, str>,
    limit: usize,
    contract: &'l Contract,
    entry: &'l Entry,
}

/// Groups events by the hashes of their photos; several packages with one photo are always told.
pub(super) fn check(books: &[Book<'_>], found: &mut Found) {
    let mut uses: Vec<Use<'_>> = Vec::new();
    for book in books {
        let Some(check) = &book.plan.integrity.photo_reuse else { continue };
        let is_photo = |kind: &str| check.kinds.iter().any(|known| **known == *kind);
        for entry in book.of_kinds(&EVENTS) {
            let (attachments, fields) = items(entry, "attachments");
            let photos = attachments.iter().filter(|item| text_of(*item, fields, "kind").is_some_and(is_photo));
            uses.extend(photos.filter_map(|item| {
                let hash = in_lower_case(text_of(item, fields, "sha256")?);
                Some(Use { hash, limit: check.records, contract: book.contract, entry })
            }));
        }
    }
    uses.sort_by(|a, b| {
        a.hash.cmp(&b.hash).then_with(|| (&a.contract.id, a.entry.id()).cmp(&(&b.contract.id, b.entry.id())))
    });
    // An event that bears a file twice uses it once.
    uses.dedup_by(|a, b| a.hash == b.hash && std::ptr::eq(a.entry, b.entry));
    for uses in uses.chunk_by(|a, b| a.hash == b.hash) {
        let [first, ..] = uses else { continue };
        let contracts = uses.chunk_by(|a, b| a.contract.id == b.contract.id).count();
        let limit = uses.iter().map(|used| used.limit).max().unwrap_or_default();
        let (code, count) = match contracts {
            2.. => (codes::PHOTO_IN_TWO_PACKAGES, contracts),
            _ if uses.len() >= limit => (codes::PHOTO_REUSED, uses.len()),
            _ => continue,
        };
        let finding = Finding::new(code).with("sha256", &first.hash).with("count", count);
        found.add(finding, uses.iter().map(|used| (used.contract, used.entry)));
    }
}

fn in_lower_case(hash: &str) -> Cow<'_, str> {
    if hash.bytes().any(|byte| byte.is_ascii_uppercase()) { hash.to_ascii_lowercase().into() } else { hash.into() }
}
