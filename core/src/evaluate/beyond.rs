//! What lies beyond the entries of a world that holds only a new one.

use super::rules;
use super::world::{World, latest};
use crate::contract::Contract;
use crate::entries::Entries;
use crate::entry::Entry;
use crate::kind::{self, Family, KindInfo};
use crate::package::model::Plan;
use crate::time::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What the whole ledger settled that a record of its own leaves as it is.
#[derive(Clone, Debug)]
pub(crate) struct Settled {
    /// Last day of the service, extensions included.
    end: Date,
    /// Who took whose place.
    successors: BTreeMap<Arc<str>, Arc<str>>,
    /// Records and events that do not stand.
    aside: BTreeSet<Arc<str>>,
    /// Registers said to be complete.
    complete: Vec<&'static str>,
}

impl Settled {
    /// What a world of the whole ledger settled.
    pub(crate) fn of(world: &World<'_>) -> Self {
        let successors = world.successors.iter();
        let registers = kind::ALL.iter().filter(|kind| kind.family == Family::Register).map(|kind| kind.name);
        Self {
            end: world.end,
            successors: successors.map(|(target, by)| (Arc::from(*target), Arc::from(*by))).collect(),
            aside: world.set_aside.iter().map(|(entry, ..)| entry.id().into()).collect(),
            complete: registers.filter(|register| world.is_complete(register)).collect(),
        }
    }
}

/// Where a world looks for the entries that it does not hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beyond<'w> {
    entries: &'w Entries,
    settled: &'w Settled,
}

impl<'w> Beyond<'w> {
    /// Whether nothing took the place of anything.
    pub(super) fn is_plain(&self) -> bool {
        self.settled.successors.is_empty()
    }

    /// Whether a register is said to be complete.
    pub(super) fn is_complete(&self, register: &str) -> bool {
        self.settled.complete.contains(&register)
    }

    /// What took the place of an id.
    pub(super) fn successor(&self, id: &str) -> Option<&'w str> {
        self.settled.successors.get(id).map(AsRef::as_ref)
    }

    /// The entry of a kind that stands under an id at the end of a day.
    pub(super) fn find(&self, kind: &'static KindInfo, id: &str, as_of: Date) -> Option<&'w Entry> {
        let mut known = self.entries.of_id(kind, id);
        if kind.family == Family::Register {
            return known.filter(|entry| entry.recorded_at() <= as_of).reduce(latest);
        }
        // Several contents contradict each other, and all of them are set aside.
        let entry = known.next()?;
        let stands = entry.kind() == kind && entry.visible_from() <= as_of && !self.settled.aside.contains(id);
        Some(entry).filter(|_| stands)
    }
}

impl<'w> World<'w> {
    /// A world that holds one new record and looks beyond it for what that refers to.
    ///
    /// The record is one of its own: it replaces nothing and no other entry names it.
    pub(crate) fn around(
        plan: &'w Plan,
        contract: &'w Contract,
        (entries, settled): (&'w Entries, &'w Settled),
        entry: &'w Entry,
        as_of: Date,
    ) -> Self {
        let mut world = Self::bare(plan, as_of);
        world.bind(contract);
        world.end = settled.end;
        world.beyond = Some(Beyond { entries, settled });
        world.keep(entry.kind().name, &[entry]);
        rules::judge_conditions(&mut world);
        world
    }
}
