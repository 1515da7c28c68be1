//! Rules by which entries, or items of an entry, may not overlap in time.

use super::condition::{self, ConditionAnswer};
use super::plan::Planner;
use crate::evaluate::{CellStanding, Element, keys};
use crate::finding::Finding;
use crate::package::model::{Exclusive, Link, Path, Requirement, Source, Step};

impl<'w> Planner<'_, 'w> {
    /// The rule by which a member has one such entry at a time, so that each begins after the last one ended.
    pub(super) fn one_at_a_time(&self, requirement: &Requirement, source: &Source) -> Option<&'w Exclusive> {
        let linked = |path: &Path| {
            let same = |link: &Link| matches!(link, Link::Reference(link) if link.text == path.text);
            source.links.iter().any(same)
        };
        let given = condition::answers(&source.cond);
        let implied = |of: &ConditionAnswer| given.iter().any(|given| given.implies(of));
        let mut exclusives = self.world.plan.exclusives.iter().filter(|_| !requirement.each.is_empty());
        exclusives.find(|exclusive| {
            exclusive.of.kind().name == source.of.kind().name
                && (exclusive.of.list(), source.of.list()) == (None, None)
                && exclusive.on.iter().all(linked)
                && condition::answers(&exclusive.cond).iter().all(implied)
        })
    }

    /// Entries of the cell's members that have no end and let no other begin.
    pub(super) fn still_open(&self, cell: &CellStanding<'w>, source: &'w Source) -> Vec<Finding> {
        let Some(exclusive) = self.one_at_a_time(cell.requirement, source) else { return Vec::new() };
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
        let given = condition::answers(&source.cond);
        self.world.plan.exclusives.iter().any(|exclusive| {
            let implied = |of: &ConditionAnswer| given.iter().any(|given| given.implies(of));
            let same = exclusive.of.kind().name == source.of.kind().name && exclusive.of.list() == source.of.list();
            let of_holder = |path: &Path| matches!(path.steps.first(), Some(Step::Container));
            source.of.list().is_some()
                && same
                && exclusive.on.iter().all(of_holder)
                && condition::answers(&exclusive.cond).iter().all(implied)
        })
    }
}
