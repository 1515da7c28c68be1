use super::awaited::Awaited;
use crate::entries::Entries;
use crate::entry::Entry;
use crate::evaluate::{Intervals, Settled, World};

/// What of the whole ledger is needed to judge a new record by itself.
#[derive(Clone, Debug)]
pub(super) struct Around {
    pub(super) settled: Settled,
    pub(super) sayings: Sayings,
}

/// What entries say to others.
#[derive(Clone, Debug)]
pub(super) struct Sayings {
    intervals: Intervals,
    awaited: Awaited,
}

/// How a new record lies among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lies {
    /// No other entry names it, and it neither excludes another nor is excluded.
    Apart,
    /// It may exclude another, or be excluded.
    Overlapping,
    /// Other entries named it before it was there.
    Awaited,
}

impl Around {
    pub(super) fn of(world: &World<'_>, entries: &Entries) -> Self {
        let sayings = Sayings { intervals: Intervals::of(world), awaited: Awaited::of(world.plan, entries) };
        Self { settled: Settled::of(world), sayings }
    }
}

impl Sayings {
    /// Takes in what a new record says to others. `alone` holds it alone.
    pub(super) fn take<'w>(&mut self, alone: &World<'w>, entries: &Entries, entry: &'w Entry) -> Lies {
        self.awaited.note(alone.plan, entries, entry);
        let is_apart = self.intervals.take(alone, entry);
        if self.awaited.contains(entry.id()) {
            Lies::Awaited
        } else if is_apart {
            Lies::Apart
        } else {
            Lies::Overlapping
        }
    }
}
