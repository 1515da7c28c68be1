//! Entries: one line of a ledger, read by its kind's table.

mod canonical;
mod common;
mod constant;
mod given;
mod mask;
mod own;
mod packer;
mod page;
mod read;
mod value;
mod value_reader;
mod words;

pub(crate) use canonical::constant_json;
pub use constant::Constant;
pub(crate) use given::given_json;
pub use given::{Given, JsonFields, Seen};
pub use mask::mask;
pub(crate) use own::{DAYS_IN_ORDER, listed};
#[cfg(test)]
pub(crate) use read::tests::plan as test_plan;
pub(crate) use read::{Reader, read_draft};
pub use value::{Attributes, Item, Items, Value, Values};
pub(crate) use value_reader::{ID_CHARS, TEXT_CHARS};

use crate::finding::{Finding, Severity};
use crate::kind::record::Visit;
use crate::kind::{self, Kind, KindInfo};
use crate::time::Date;
use common::Common;
use page::{ATTRIBUTES_BACK, ATTRIBUTES_WIDTH, DATE_BACK, DAY_WIDTH, Page, RECORDED_BACK};
use std::fmt;
use std::sync::Arc;

/// A record, event or register entry that was admitted; cheap to clone.
#[derive(Clone)]
pub struct Entry {
    /// What it lies in, often with others.
    page: Arc<Page>,
    /// Where its item begins.
    at: u32,
    /// From there back to its id; 0 when it has none, or lies further than this can say.
    id: u16,
    /// Which of all kinds it is of.
    kind: u8,
    traits: u8,
}

/// The line itself states the day of entry, not the import.
const OWN_DAY: u8 = 1;
/// It replaces or takes back another entry.
const RETRACTS: u8 = 2;
const ATTRIBUTES: u8 = 4;

/// What a correction does to another entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retraction<'e> {
    /// The other entry's id.
    pub target: &'e str,
    /// `supersedes` (true) or `voids` (false).
    pub replaces: bool,
}

impl Entry {
    fn place(&self) -> usize {
        self.at as usize
    }

    /// Its kind.
    #[must_use]
    pub fn kind(&self) -> &'static KindInfo {
        kind::ALL.get(usize::from(self.kind)).copied().unwrap_or(Visit::INFO)
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        if self.id > 0 {
            return page::word(&self.page.text, self.place() - usize::from(self.id) + 1);
        }
        let id = Common::of(self.kind().family).id.and_then(|id| self.at(id));
        id.and_then(Value::text).unwrap_or_default()
    }

    /// Day of service or of the event; none for register entries.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        let bits = page::number(&self.page.text, self.place() - DATE_BACK + 1, DAY_WIDTH);
        (bits > 0).then(|| Date::of_bits(bits))
    }

    /// Day of entry.
    #[must_use]
    pub fn recorded_at(&self) -> Date {
        page::day(&self.page.text, self.place() - RECORDED_BACK + 1)
    }

    /// The day from which on the entry is known: the later of `date` and `recorded_at`.
    #[must_use]
    pub fn visible_from(&self) -> Date {
        let bits = |back| page::number(&self.page.text, self.place() - back + 1, DAY_WIDTH);
        Date::of_bits(bits(DATE_BACK).max(bits(RECORDED_BACK)))
    }

    /// The entry that it replaces or takes back, and whether it replaces it.
    #[must_use]
    pub fn retracts(&self) -> Option<Retraction<'_>> {
        if self.traits & RETRACTS == 0 {
            return None;
        }
        let common = Common::of(self.kind().family);
        let text = |place: Option<u16>| self.at(place?)?.text();
        let replaced = text(common.supersedes).map(|target| Retraction { target, replaces: true });
        replaced.or_else(|| text(common.voids).map(|target| Retraction { target, replaces: false }))
    }

    /// All values, the common ones too.
    #[must_use]
    pub fn values(&self) -> Item<'_> {
        Item::at(&self.page.text, self.place())
    }

    /// Declared attributes.
    #[must_use]
    pub fn attributes(&self) -> Attributes<'_> {
        let list = (self.traits & ATTRIBUTES > 0).then(|| {
            let back = page::number(&self.page.text, self.place() - ATTRIBUTES_BACK, ATTRIBUTES_WIDTH);
            Values::at(&self.page.text, self.place() - back)
        });
        Attributes::new(list)
    }

    /// The line itself states the day of entry, not the import.
    pub(crate) fn has_own_day(&self) -> bool {
        self.traits & OWN_DAY > 0
    }

    /// What was found about it when it was admitted; no position, for it may have come from several sources.
    pub(crate) fn findings(&self) -> &[Finding] {
        self.page.findings_of(self.at)
    }

    /// Findings of record rules that the entry alone breaks: it is kept and does not count.
    pub fn defects(&self) -> impl Iterator<Item = &Finding> {
        self.findings().iter().filter(|finding| finding.severity == Severity::Defect)
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

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("kind", &self.kind().name)
            .field("recorded_at", &self.recorded_at())
            .field("values", &self.values())
            .field("attributes", &self.attributes())
            .field("findings", &self.findings())
            .finish()
    }
}
