//! A headcount that differs from the sign-in list.

use super::book::{Book, Found, items, text_of};
use crate::entry::Value;
use crate::finding::{Finding, integrity as codes};
use std::collections::BTreeSet;

/// Compares the number stated with the persons listed, staff and volunteers on duty left out.
///
/// What is compared is the number as stated, also where reading has put that of a list with
/// roles in its place. A person named twice is one; bare names are taken as they stand. Without a list or
/// without a number there is nothing to compare.
pub(super) fn check(book: &Book<'_>, found: &mut Found) {
    let Some(check) = &book.plan.integrity.headcount else { return };
    for entry in book.of_kinds(&["activity"]) {
        let (list, fields) = items(entry, "participants");
        let (Some(Value::Whole(read)), false) = (entry.get("headcount"), list.is_empty()) else { continue };
        let headcount = match book.stated.get(entry.id()) {
            Some(stated) => *stated,
            // Read from the list itself, or the same.
            None if read == crate::entry::listed(fields, list) => continue,
            None => read,
        };
        let guests = list.iter().filter(|item| !matches!(text_of(*item, fields, "role"), Some("staff" | "volunteer")));
        let (mut persons, mut names) = (BTreeSet::new(), 0);
        for guest in guests {
            match text_of(guest, fields, "person") {
                Some(id) => {
                    persons.insert(id);
                }
                None => names += 1,
            }
        }
        let Ok(listed) = i64::try_from(persons.len() + names) else { continue };
        let code = match headcount - listed {
            more if more >= check.above => codes::HEADCOUNT_ABOVE_LIST,
            more if -more >= check.below => codes::HEADCOUNT_BELOW_LIST,
            _ => continue,
        };
        let finding = Finding::new(code).at("/headcount").with("headcount", headcount).with("listed", listed);
        found.add(finding, [(book.contract, entry)]);
    }
}
