//! Children that do not say where they belong: they might belong to any new container.

use super::amount::needed;
use super::plan::Planner;
use crate::evaluate::{CellStanding, Element, Tri, keys};
use crate::finding::Finding;
use crate::number::Exact;
use crate::package::model::{Body, Link, Measure, Requirement, Source, TargetValue};
use crate::time::Date;

impl<'w> Planner<'_, 'w> {
    /// Children that do not say where they belong: under an upper limit they might belong to any new container.
    pub(super) fn unlinked(&self, cell: &CellStanding<'w>, nested: &'w Requirement) -> Vec<Finding> {
        match &nested.body {
            Body::All(parts) | Body::Any(parts) => parts.iter().flat_map(|part| self.unlinked(cell, part)).collect(),
            Body::Leaf(measure, target) if !target.cmp.wants_more() => {
                let lost = measure.first_source().map(|child| self.lost(cell, child, None));
                lost.unwrap_or_default()
            }
            Body::Leaf(..) | Body::TextOnly => Vec::new(),
        }
    }

    /// Children that do not say where they belong, and would have filled a new container before the cell's
    /// time began; then it is not known whether it counts there. None when they are too few for that.
    pub(super) fn filled_before(&self, cell: &CellStanding<'w>, nested: &'w Requirement) -> Option<Vec<Finding>> {
        let first = cell.span.first;
        match &nested.body {
            Body::All(parts) => {
                let parts = parts.iter().map(|part| self.filled_before(cell, part)).collect::<Option<Vec<_>>>()?;
                Some(parts.into_iter().flatten().collect())
            }
            Body::Any(parts) => parts.iter().find_map(|part| self.filled_before(cell, part)),
            Body::Leaf(Measure::Count(sources), target) if target.cmp.wants_more() => {
                let TargetValue::Fixed(value) = target.value else { return None };
                let lost = self.lost(cell, sources.first()?, Some(first));
                let enough = u64::try_from(lost.len()).is_ok_and(|there| there >= needed(Exact::ZERO, target, value));
                enough.then_some(lost)
            }
            Body::Leaf(measure, target) if target.cmp.wants_more() => {
                let lost = self.lost(cell, measure.first_source()?, Some(first));
                (!lost.is_empty()).then_some(lost)
            }
            // What must stay low does so from the outset.
            Body::Leaf(..) | Body::TextOnly => Some(Vec::new()),
        }
    }

    /// Entries of a kind that perhaps count, without leading to a container; those of before a day, if one is given.
    fn lost(&self, cell: &CellStanding<'w>, child: &'w Source, before: Option<Date>) -> Vec<Finding> {
        let link = child.links.iter().find_map(|link| match link {
            Link::Reference(path) => Some(path),
            _ => None,
        });
        let Some(path) = link.filter(|_| child.of.list().is_none()) else { return Vec::new() };
        let entries = self.world.entries(child.of.kind().name).iter().copied();
        let early = entries.filter(|entry| before.is_none_or(|day| entry.date().is_none_or(|date| date < day)));
        let lost = early.filter(|entry| {
            let element = Element::whole(entry);
            let reading = self.world.reading_for(child, &element);
            let ids = keys::texts(self.world, path, element, reading);
            let leads = ids.iter().any(|id| self.world.follow(id, &path.to).is_some());
            !leads && self.world.judge(&child.cond, element, reading).tri != Tri::No
        });
        lost.map(|entry| self.missing(cell, entry.id(), &path.text)).collect()
    }
}
