use crate::entry::Entry;
use crate::kind::Family;
use std::collections::{BTreeMap, BTreeSet};

/// Which entries stand, and where ids lead.
pub(crate) struct Standing<'a> {
    /// Records and events in the order of ids and contents, each content once.
    bearers: Vec<&'a Entry>,
    /// Those that stand, in the order of their ids.
    live: Vec<&'a Entry>,
    /// The newest versions of register entries, in the order of kinds and ids.
    registers: Vec<&'a Entry>,
    /// Corrections by the id that they correct.
    corrections: BTreeMap<&'a str, Vec<&'a Entry>>,
}

/// Where a reference to a record or event leads.
pub(crate) enum Lead<'a> {
    /// To this entry.
    Entry(&'a Entry),
    /// To an id that several entries bear.
    Conflict,
    /// To nothing that stands.
    Nothing,
}

impl<'a> Standing<'a> {
    pub(crate) fn of(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let (mut registers, mut bearers): (Vec<&Entry>, Vec<&Entry>) =
            entries.partition(|entry| entry.kind().family == Family::Register);
        // Entries come in the order of their ids, so that sorting has next to nothing to do.
        registers.sort_by(|a, b| {
            let newest_first = || (b.recorded_at(), b.content()).cmp(&(a.recorded_at(), a.content()));
            name(a).cmp(&name(b)).then_with(newest_first)
        });
        registers.dedup_by(|older, newest| name(older) == name(newest));
        bearers.sort_by(|a, b| a.id().cmp(b.id()).then_with(|| a.content().cmp(&b.content())));
        bearers.dedup_by(|a, b| a.id() == b.id() && a.content() == b.content());
        let mut corrections: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
        for entry in &bearers {
            if let Some(retraction) = entry.retracts() {
                corrections.entry(retraction.target).or_default().push(entry);
            }
        }
        let mut standing = Self { bearers, live: Vec::new(), registers, corrections };
        let alone = standing.by_id().filter(|bearers| bearers.len() == 1).flatten();
        standing.live = alone.copied().filter(|entry| standing.stands(entry)).collect();
        standing
    }

    /// Records and events, those of one id together.
    pub(super) fn by_id(&self) -> impl Iterator<Item = &[&'a Entry]> {
        self.bearers.chunk_by(|a, b| a.id() == b.id())
    }

    /// The records and events that bear an id.
    pub(super) fn bearers(&self, id: &str) -> &[&'a Entry] {
        let first = self.bearers.partition_point(|entry| entry.id() < id);
        let bearers = self.bearers.get(first..).unwrap_or_default();
        let count = bearers.iter().take_while(|entry| entry.id() == id).count();
        bearers.get(..count).unwrap_or_default()
    }

    /// The newest versions of all register entries.
    pub(crate) fn registers(&self) -> impl Iterator<Item = &'a Entry> {
        self.registers.iter().copied()
    }

    /// The newest version of a register entry.
    pub(crate) fn registered(&self, kind: &str, id: &str) -> Option<&'a Entry> {
        let at = self.registers.binary_search_by(|entry| name(entry).cmp(&(kind, id))).ok()?;
        self.registers.get(at).copied()
    }

    /// Records and events that stand, by id.
    pub(crate) fn live(&self) -> impl Iterator<Item = &'a Entry> {
        self.live.iter().copied()
    }

    /// Records and events of a kind that stand.
    pub(crate) fn live_of(&self, kind: &str) -> impl Iterator<Item = &'a Entry> {
        self.live().filter(move |entry| entry.kind().name == kind)
    }

    /// Nothing corrects it, and of several that replace one entry it is the one that holds.
    fn stands(&self, entry: &Entry) -> bool {
        if self.corrections.is_empty() {
            return true;
        }
        let holds = entry.retracts().is_none_or(|retraction| {
            !retraction.replaces || self.successor(retraction.target).is_some_and(|winner| winner.id() == entry.id())
        });
        holds && !self.corrections.contains_key(entry.id())
    }

    /// The entry that replaces this id: the last recorded, then the greatest id.
    fn successor(&self, id: &str) -> Option<&'a Entry> {
        let replacing = self
            .corrections
            .get(id)?
            .iter()
            .copied()
            .filter(|entry| entry.retracts().is_some_and(|retraction| retraction.replaces));
        replacing.max_by(|a, b| (a.recorded_at(), a.id()).cmp(&(b.recorded_at(), b.id())))
    }

    /// Follows corrections from an id to the entry that stands for it.
    pub(crate) fn lead(&self, id: &str) -> Lead<'a> {
        let mut id = id;
        let mut passed = BTreeSet::new();
        while let Some(next) = self.successor(id) {
            if !passed.insert(id) {
                return Lead::Nothing;
            }
            id = next.id();
        }
        if self.corrections.contains_key(id) {
            return Lead::Nothing;
        }
        match self.bearers(id) {
            [] => Lead::Nothing,
            [entry] if self.stands(entry) => Lead::Entry(entry),
            [_] => Lead::Nothing,
            _ => Lead::Conflict,
        }
    }
}

/// By what a register entry is known.
fn name(entry: &Entry) -> (&'static str, &str) {
    (entry.kind().name, entry.id())
}
