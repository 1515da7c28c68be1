//! Rules by which entries, or items of an entry, may not overlap in time.

use super::condition::{self, ConditionAnswer};
use super::plan::Planner;
use super::possible::forbids;
use crate::evaluate::{CellStanding, Element, keys};
use crate::finding::Finding;
use crate::package::model::{Exclusive, Link, Path, Requirement, Source, Step};

impl<'w> Planner<'_, 'w> {
    /// Whether a member has one such entry at a time, so that each begins after the last one ended.
    pub(super) fn is_one_at_a_time(&self, requirement: &Requirement, source: &Source) -> bool {
        self.of_members(requirement, source).any(|exclusive| !may_agree(exclusive, source))
    }

    /// Entries of the cell's members that have no end and let no other begin.
    pub(super) fn still_open(&self, cell: &CellStanding<'w>, source: &'w Source) -> Vec<Finding> {
        let Some(exclusive) = self.of_members(cell.requirement, source).next() else { return Vec::new() };
        let texts = |path: &Path, entry| {
            let element = Element::whole(entry);
            keys::texts(self.world, path, element, self.world.reading(&element, false))
        };
        let entries = self.world.entries(source.of.kind().name).iter().copied();
        let of_members = entries.filter(|entry| {
            let of =
                |path: &Path| texts(path, entry).iter().any(|id| cell.members.iter().any(|member| **member == **id));
            exclusive.on.iter().all(of) && texts(&exclusive.to, entry).is_empty()
        });
        of_members.map(|entry| self.missing(cell, entry.id(), &exclusive.to.text)).collect()
    }

    /// Of such items an entry may hold one at a time only.
    pub(super) fn is_exclusive(&self, source: &Source) -> bool {
        self.of_items(source).any(|exclusive| !may_agree(exclusive, source))
    }

    /// What new elements must agree in, or they would exclude each other.
    pub(super) fn alike(&self, requirement: &Requirement, source: &Source) -> Vec<String> {
        let rules = self.of_items(source).chain(self.of_members(requirement, source));
        let paths = rules.filter(|exclusive| may_agree(exclusive, source)).flat_map(|exclusive| &exclusive.differ);
        let mut alike: Vec<String> = paths.map(|path| path.text.to_string()).collect();
        alike.sort();
        alike.dedup();
        alike
    }

    /// The rules that keep such items of one entry apart.
    fn of_items(&self, source: &Source) -> impl Iterator<Item = &'w Exclusive> {
        let of_holder = |path: &Path| matches!(path.steps.first(), Some(Step::Container));
        self.binding_exclusives(source)
            .filter(move |exclusive| exclusive.of.list().is_some() && exclusive.on.iter().all(of_holder))
    }

    /// The rules that keep such entries of a member apart.
    fn of_members(&self, requirement: &Requirement, source: &Source) -> impl Iterator<Item = &'w Exclusive> {
        let linked = |path: &Path| {
            let same = |link: &Link| matches!(link, Link::Reference(link) if link.text == path.text);
            source.links.iter().any(same)
        };
        let has_members = !requirement.each.is_empty();
        self.binding_exclusives(source)
            .filter(move |exclusive| has_members && exclusive.of.list().is_none() && exclusive.on.iter().all(linked))
    }

    /// The rules that hold for everything that a source counts.
    fn binding_exclusives(&self, source: &Source) -> impl Iterator<Item = &'w Exclusive> {
        let (kind, list) = (source.of.kind().name, source.of.list());
        let given = condition::answers(&source.cond);
        self.world.plan.exclusives.iter().filter(move |exclusive| {
            let implied = |of: &ConditionAnswer| given.iter().any(|given| given.implies(of));
            (exclusive.of.kind().name, exclusive.of.list()) == (kind, list)
                && condition::answers(&exclusive.cond).iter().all(implied)
        })
    }
}

/// Whether elements that are counted may agree in what lets them overlap.
fn may_agree(exclusive: &Exclusive, source: &Source) -> bool {
    let apart = |path: &Path| source.apart().iter().any(|key| key.text == path.text);
    let may = |path: &Path| path.is_own() && !apart(path) && !forbids(&source.cond, path);
    !exclusive.differ.is_empty() && exclusive.differ.iter().all(may)
}
