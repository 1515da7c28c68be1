use crate::entry::{Entry, Value};
use crate::finding::Finding;
use crate::kind::Field;
use std::cmp::Ordering;
use std::sync::Arc;

/// An admitted entry with what was found about it.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) entry: Arc<Entry>,
    /// The line itself states the day of entry, not the import.
    pub(super) has_own_day: bool,
    pub(super) findings: Vec<Finding>,
}

impl Held {
    /// Orders by what the lines say.
    ///
    /// A day of entry that the import supplied is none of it: the same line imported
    /// again on a later day is the same entry.
    pub(super) fn by_content(&self, other: &Self) -> Ordering {
        let kinds = self.entry.kind.name.cmp(other.entry.kind.name);
        kinds
            .then_with(|| self.stated().cmp(other.stated()))
            .then_with(|| self.entry.attributes.cmp(&other.entry.attributes))
            .then_with(|| self.has_own_day.cmp(&other.has_own_day))
    }

    /// Of two with one content, the one known earlier stays.
    pub(super) fn precedes(&self, other: &Self) -> bool {
        (self.entry.recorded_at, &self.findings) < (other.entry.recorded_at, &other.findings)
    }

    fn stated(&self) -> impl Iterator<Item = &(u16, Value)> {
        let supplied = (!self.has_own_day).then(|| Field::position(self.entry.kind.fields, "recorded_at")).flatten();
        self.entry.values.iter().filter(move |(field, _)| Some(*field) != supplied)
    }
}
