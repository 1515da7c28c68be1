//! Visits to persons who are certainly not of the age that the package asks for.

use super::book::{Book, Found, items, text_of};
use crate::contract::Contract;
use crate::entry::{Entry, Value};
use crate::evaluate::World;
use crate::finding::{Finding, integrity as codes};
use std::collections::BTreeMap;

/// Looks at every person visited, on the day of the visit; one finding for each, at the first such visit.
///
/// A birth date of which only the year is known decides where every day of it would.
pub(super) fn check(book: &Book<'_>, found: &mut Found) {
    let Some(check) = &book.plan.integrity.visit_age else { return };
    let mut wrong: BTreeMap<&str, Vec<(&Contract, &Entry)>> = BTreeMap::new();
    let mut first: BTreeMap<&str, Finding> = BTreeMap::new();
    let mut visits: Vec<&Entry> = book.of_kinds(&["visit"]).collect();
    visits.sort_by(|a, b| (a.date(), a.id()).cmp(&(b.date(), b.id())));
    for visit in visits {
        let category = visit.text("category").unwrap_or_default();
        if !check.categories.is_empty() && !check.categories.iter().any(|asked| **asked == *category) {
            continue;
        }
        let (subjects, fields) = items(visit, "subjects");
        for id in subjects.iter().filter_map(|subject| text_of(subject, fields, "person")) {
            let (Some(person), Some(day)) = (book.standing.registered("person", id), visit.date()) else {
                continue;
            };
            let Some(Value::PartialDate(birth)) = person.get("birth_date") else { continue };
            let (least, greatest) = World::age(birth, day);
            let too_young = check.at_least.is_some_and(|asked| greatest < asked);
            let too_old = check.less_than.is_some_and(|limit| least >= limit);
            if !(too_young || too_old) {
                continue;
            }
            wrong.entry(id).or_default().push((book.contract, visit));
            first.entry(id).or_insert_with(|| {
                let age = if least == greatest { least.to_string() } else { format!("{least}–{greatest}") };
                let asked = match (check.at_least, check.less_than) {
                    (Some(age), _) => format!("≥{age}"),
                    (None, age) => format!("<{}", age.unwrap_or_default()),
                };
                let finding = Finding::new(codes::AGE_NOT_ASKED_FOR).at("/subjects").with("person", id);
                finding.with("date", day).with("age", age).with("asked", asked)
            });
        }
    }
    for (id, finding) in first {
        found.add(finding, wrong.remove(id).unwrap_or_default());
    }
}
