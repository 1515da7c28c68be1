use crate::entry::{Entry, Value};
use crate::kind::Field;
use std::cmp::Ordering;

/// Orders entries by what the lines say.
///
/// A day of entry that the import supplied is none of it: the same line imported
/// again on a later day is the same entry.
pub(super) fn by_content(one: &Entry, other: &Entry) -> Ordering {
    let kinds = one.kind().name.cmp(other.kind().name);
    kinds
        .then_with(|| stated(one).cmp(stated(other)))
        .then_with(|| one.attributes().cmp(&other.attributes()))
        .then_with(|| one.has_own_day().cmp(&other.has_own_day()))
}

/// Whether of two with one content it is the one that stays, because it was known earlier.
pub(super) fn precedes(one: &Entry, other: &Entry) -> bool {
    (one.recorded_at(), one.findings()) < (other.recorded_at(), other.findings())
}

fn stated(entry: &Entry) -> impl Iterator<Item = (u16, Value<'_>)> {
    let supplied = (!entry.has_own_day()).then(|| Field::position(entry.kind().fields, "recorded_at")).flatten();
    entry.values().iter().filter(move |(field, _)| Some(*field) != supplied)
}
