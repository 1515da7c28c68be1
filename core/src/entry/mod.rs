//! Entries: one line of a ledger, read by its kind's table.

mod canonical;
mod common;
mod constant;
mod given;
mod mask;
mod own;
mod read;
mod shared;
mod stored;
mod value;
mod value_reader;

pub(crate) use canonical::constant_json;
pub use constant::Constant;
pub use given::{Given, JsonFields, Seen};
pub(crate) use given::{given_json, is_absent};
pub use mask::mask;
pub(crate) use own::{DAYS_IN_ORDER, listed};
pub(crate) use read::read;
pub(crate) use read::read_draft;
#[cfg(test)]
pub(crate) use read::tests::plan as test_plan;
pub(crate) use shared::Shared;
pub use value::{Attributes, Item, Items, Value, Values};
pub(crate) use value_reader::{ID_CHARS, TEXT_CHARS};

use crate::finding::Finding;
use crate::kind::KindInfo;
use crate::time::Date;
use common::Common;
use std::sync::Arc;
use stored::{Stored, StoredItem};

/// A record, event or register entry that was admitted; cheap to clone.
#[derive(Clone, Debug)]
pub struct Entry(Arc<Content>);

#[derive(Debug)]
struct Content {
    kind: &'static KindInfo,
    id: Arc<str>,
    date: Option<Date>,
    recorded_at: Date,
    values: StoredItem,
    attributes: Box<[(Arc<str>, Stored)]>,
    defects: Box<[Finding]>,
}

/// What a correction does to another entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retraction<'e> {
    /// The other entry's id.
    pub target: &'e str,
    /// `supersedes` (true) or `voids` (false).
    pub replaces: bool,
}

impl Entry {
    /// An entry of these values; `recorded_at` is its day of entry also where they have none.
    fn new(
        kind: &'static KindInfo,
        recorded_at: Date,
        values: StoredItem,
        attributes: Vec<(Arc<str>, Stored)>,
    ) -> Self {
        let common = Common::of(kind.family);
        let at = |place: Option<u16>| values.get(place?);
        let id = match at(common.id) {
            Some(Stored::Text(id)) => id.clone(),
            _ => Arc::default(),
        };
        let date = at(common.date).map(Stored::value).and_then(Value::date);
        Self(Arc::new(Content {
            kind,
            id,
            date,
            recorded_at,
            values,
            attributes: attributes.into(),
            defects: Box::default(),
        }))
    }

    /// The same entry with findings that keep it from counting.
    fn with_defects(mut self, defects: Box<[Finding]>) -> Self {
        if let Some(content) = Arc::get_mut(&mut self.0) {
            content.defects = defects;
        }
        self
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> &'static KindInfo {
        self.0.kind
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// Day of service or of the event; none for register entries.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.0.date
    }

    /// Day of entry.
    #[must_use]
    pub fn recorded_at(&self) -> Date {
        self.0.recorded_at
    }

    /// The day from which on the entry is known: the later of `date` and `recorded_at`.
    #[must_use]
    pub fn visible_from(&self) -> Date {
        self.date().map_or(self.recorded_at(), |date| date.max(self.recorded_at()))
    }

    /// The entry that it replaces or takes back, and whether it replaces it.
    #[must_use]
    pub fn retracts(&self) -> Option<Retraction<'_>> {
        let common = Common::of(self.kind().family);
        let text = |place: Option<u16>| self.at(place?)?.text();
        let replaced = text(common.supersedes).map(|target| Retraction { target, replaces: true });
        replaced.or_else(|| text(common.voids).map(|target| Retraction { target, replaces: false }))
    }

    /// All values, the common ones too.
    #[must_use]
    pub fn values(&self) -> Item<'_> {
        self.0.values.view()
    }

    /// Declared attributes.
    #[must_use]
    pub fn attributes(&self) -> Attributes<'_> {
        Attributes::new(&self.0.attributes)
    }

    /// Findings of record rules that the entry alone breaks: it is kept and does not count.
    #[must_use]
    pub fn defects(&self) -> &[Finding] {
        &self.0.defects
    }

    /// The value of the field at this place of its kind's table.
    #[must_use]
    pub fn at(&self, field: u16) -> Option<Value<'_>> {
        self.values().get(field)
    }

    /// A value by field name; for occasional use, compiled paths use places.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<Value<'_>> {
        self.values().named(self.kind().fields, field)
    }

    /// A text, code, id or reference by field name.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.get(field)?.text()
    }

    /// All that a line says; two lines with equal content are one entry.
    pub(crate) fn content(&self) -> (&'static str, Item<'_>, Attributes<'_>) {
        (self.kind().name, self.values(), self.attributes())
    }
}
