//! Several persons of the register who may be one: the same name and the same birth date.

use super::book::{Book, Found};
use crate::entry::{Entry, Value, mask};
use crate::finding::{Finding, integrity as codes};
use crate::time::Date;
use std::collections::BTreeMap;

/// Groups the persons of a register. Names may be masked in the data already; a birth date of
/// which only the year or month is known says too little.
pub(super) fn check(book: &Book<'_>, found: &mut Found) {
    let Some(check) = &book.plan.integrity.same_identity else { return };
    let mut persons: BTreeMap<(&str, Date), Vec<&Entry>> = BTreeMap::new();
    for person in book.standing.registers() {
        let (Some(name), Some(Value::PartialDate(birth))) = (person.text("name"), person.get("birth_date")) else {
            continue;
        };
        if person.kind().name == "person" && birth.earliest == birth.latest {
            persons.entry((name.trim(), birth.earliest)).or_default().push(person);
        }
    }
    for ((name, _), persons) in persons.into_iter().filter(|(_, persons)| persons.len() >= check.persons) {
        let finding = Finding::new(codes::SAME_IDENTITY).with("name", mask(name)).with("count", persons.len());
        found.add(finding, persons.into_iter().map(|person| (book.contract, person)));
    }
}
