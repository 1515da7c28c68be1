//! Phone calls entered as visits at home, where the record's own words tell it.

use super::book::{Book, Found};
use crate::entry::Value;
use crate::finding::{Finding, integrity as codes};

/// Looks for words of a call in visits and contacts at home.
///
/// One that took longer than a call does is believed, and one without words cannot be told.
pub(super) fn check(book: &Book<'_>, found: &mut Found) {
    let Some(check) = &book.plan.integrity.phone_as_home else { return };
    for entry in book.of_kinds(&["visit", "case_contact"]) {
        let at_home = entry.text("mode").is_some_and(|mode| check.modes.iter().any(|home| **home == *mode));
        let minutes = match entry.get("minutes") {
            Some(Value::Whole(minutes)) => Some(minutes),
            _ => None,
        };
        if !at_home || minutes.is_some_and(|minutes| minutes > check.minutes) {
            continue;
        }
        let Some(text) = entry.text("content") else { continue };
        let Some(word) = check.words.iter().find(|word| text.contains(&***word)) else { continue };
        let minutes = minutes.map_or_else(|| "–".to_owned(), |minutes| minutes.to_string());
        let finding = Finding::new(codes::PHONE_AS_HOME).at("/mode").with("word", word).with("minutes", minutes);
        found.add(finding, [(book.contract, entry)]);
    }
}
