use crate::entry::Entry;
use crate::kind::Family;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Which entries stand, and where ids lead.
pub(crate) struct Standing<'a> {
    /// Records and events by id; several are in conflict.
    pub(super) by_id: BTreeMap<&'a str, Vec<&'a Entry>>,
    /// The newest versions of register entries by kind and id.
    pub(crate) registers: BTreeMap<(&'static str, &'a str), &'a Entry>,
    /// Corrections by the id that they correct.
    pub(super) corrections: BTreeMap<&'a str, Vec<&'a Entry>>,
}

/// Where a reference to a record or event leads.
pub(super) enum Lead<'a> {
    /// To this entry.
    Entry(&'a Entry),
    /// To an id that several entries bear.
    Conflict,
    /// To nothing that stands.
    Nothing,
}

impl<'a> Standing<'a> {
    pub(crate) fn of(entries: &'a [Arc<Entry>]) -> Self {
        let mut standing = Self { by_id: BTreeMap::new(), registers: BTreeMap::new(), corrections: BTreeMap::new() };
        for entry in entries {
            standing.take(entry);
        }
        standing
    }

    fn take(&mut self, entry: &'a Entry) {
        if entry.kind.family == Family::Register {
            let newest = self.registers.entry((entry.kind.name, &entry.id)).or_insert(entry);
            if (newest.recorded_at, newest.content()) < (entry.recorded_at, entry.content()) {
                *newest = entry;
            }
            return;
        }
        let bearers = self.by_id.entry(&entry.id).or_default();
        match bearers.binary_search_by(|bearer| bearer.content().cmp(&entry.content())) {
            Ok(_) => return,
            Err(at) => bearers.insert(at, entry),
        }
        if let Some(retraction) = &entry.retracts {
            self.corrections.entry(&retraction.target).or_default().push(entry);
        }
    }

    /// Records and events that stand, by id.
    pub(crate) fn live(&self) -> impl Iterator<Item = &'a Entry> {
        self.by_id.values().filter_map(|bearers| match bearers.as_slice() {
            [entry] if self.stands(entry) => Some(*entry),
            _ => None,
        })
    }

    /// Records and events of a kind that stand.
    pub(crate) fn live_of(&self, kind: &str) -> impl Iterator<Item = &'a Entry> {
        self.live().filter(move |entry| entry.kind.name == kind)
    }

    /// Nothing corrects it, and of several that replace one entry it is the one that holds.
    fn stands(&self, entry: &Entry) -> bool {
        let holds = entry.retracts.as_ref().is_none_or(|retraction| {
            !retraction.replaces || self.successor(&retraction.target).is_some_and(|winner| winner.id == entry.id)
        });
        holds && !self.corrections.contains_key(&*entry.id)
    }

    /// The entry that replaces this id: the last recorded, then the greatest id.
    fn successor(&self, id: &str) -> Option<&'a Entry> {
        let replacing = self
            .corrections
            .get(id)?
            .iter()
            .copied()
            .filter(|entry| entry.retracts.as_ref().is_some_and(|retraction| retraction.replaces));
        replacing.max_by(|a, b| (a.recorded_at, &a.id).cmp(&(b.recorded_at, &b.id)))
    }

    /// Follows corrections from an id to the entry that stands for it.
    pub(super) fn lead(&self, id: &str) -> Lead<'a> {
        let mut id = id;
        let mut passed = BTreeSet::new();
        while let Some(next) = self.successor(id) {
            if !passed.insert(id) {
                return Lead::Nothing;
            }
            id = &next.id;
        }
        if self.corrections.contains_key(id) {
            return Lead::Nothing;
        }
        match self.by_id.get(id).map(Vec::as_slice) {
            None | Some([]) => Lead::Nothing,
            Some([entry]) if self.stands(entry) => Lead::Entry(entry),
            Some([_]) => Lead::Nothing,
            Some(_) => Lead::Conflict,
        }
    }
}
