//! Entries: one line of a ledger, read by its kind's table.

mod canonical;
mod given;
mod mask;
mod own;
mod read;
mod shared;
mod value;
mod value_reader;

pub(crate) use canonical::value_json;
pub use given::{Given, JsonFields, Seen};
pub(crate) use given::{given_json, is_absent};
pub use mask::mask;
pub(crate) use own::{DAYS_IN_ORDER, listed};
pub(crate) use read::read;
pub(crate) use read::read_draft;
#[cfg(test)]
pub(crate) use read::tests::plan as test_plan;
pub(crate) use shared::Shared;
pub use value::{Item, Value};
pub(crate) use value_reader::{ID_CHARS, TEXT_CHARS};

use crate::kind::KindInfo;
use crate::time::Date;
use std::sync::Arc;

/// A record, event or register entry that was admitted.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its kind.
    pub kind: &'static KindInfo,
    /// Its id.
    pub id: Arc<str>,
    /// Day of service or of the event; none for register entries.
    pub date: Option<Date>,
    /// Day of entry.
    pub recorded_at: Date,
    /// The entry that it replaces or takes back, and whether it replaces it.
    pub retracts: Option<Box<Retraction>>,
    /// All values, the common ones too.
    pub values: Item,
    /// Declared attributes, sorted by name.
    pub attributes: Box<[(Arc<str>, Value)]>,
    /// Codes of record rules that the entry alone breaks: it is kept and does not count.
    pub defects: Box<[crate::finding::Finding]>,
}

/// What a correction does to another entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retraction {
    /// The other entry's id.
    pub target: Arc<str>,
    /// `supersedes` (true) or `voids` (false).
    pub replaces: bool,
}

impl Entry {
    /// The day from which on the entry is known: the later of `date` and `recorded_at`.
    #[must_use]
    pub fn visible_from(&self) -> Date {
        self.date.map_or(self.recorded_at, |date| date.max(self.recorded_at))
    }

    /// A value by field name; for occasional use, compiled paths use places.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.values.named(self.kind.fields, field)
    }

    /// A text, code, id or reference by field name.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.get(field)?.text().map(AsRef::as_ref)
    }
}

impl Entry {
    /// All that a line says; two lines with equal content are one entry.
    pub(crate) fn content(&self) -> (&'static str, &Item, &[(Arc<str>, Value)]) {
        (self.kind.name, &self.values, &self.attributes)
    }
}
