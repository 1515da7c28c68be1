//! Containers that must no longer count: each gets what takes it out of the count.

use super::days::Days;
use super::item::records;
use super::plan::{Plan, Planner};
use super::possible::{Ground, may_hold};
use super::work::Action;
use crate::entry::Entry;
use crate::evaluate::{CellStanding, Details, Tri};
use crate::number::Exact;
use crate::package::model::{Body, Cmp, Cond, Link, Measure, Requirement, Source};

impl<'w> Planner<'_, 'w> {
    /// Containers that must no longer count: each gets what takes it out of the count.
    pub(super) fn settle(
        &self,
        cell: &CellStanding<'w>,
        details: &Details<'w>,
        source: &'w Source,
        excess: u64,
        days: Days,
    ) -> Plan {
        let mut plan = Plan::default();
        let Some(Requirement { body: Body::Leaf(Measure::Count(sources), target), .. }) = source.having.as_deref()
        else {
            let mut item = self.item(cell, Action::Reduce, source, days);
            (item.n, item.records) = (excess, excess);
            plan.work.push(item);
            return plan;
        };
        let Some(child) = sources.first().filter(|_| !target.cmp.wants_more()) else { return plan };
        let asked: Vec<&Cond> = std::iter::once(&child.cond).chain(self.binding(child)).collect();
        // Where no such child can be, nothing takes a container out of the count.
        let possible = may_hold(Ground::of(child.of), &asked);
        let mut ways: Vec<(u64, String, Days)> = Vec::new();
        let takes = |entry: &'w Entry| {
            let mut links = child.links.iter().filter_map(|link| match link {
                Link::Reference(path) => Some(path),
                _ => None,
            });
            links.all(|path| self.suits(entry, child, path, days) == Tri::Yes)
        };
        for container in details.containers.iter().filter(|container| container.nested.cell.sure == Tri::Yes) {
            // What is added has to count there.
            if !possible || !takes(container.element.entry) {
                continue;
            }
            let has = container.nested.cell.range.and_then(|range| range.lo).unwrap_or(Exact::ZERO);
            let Some(limit) = container.nested.cell.target else { continue };
            let beyond = has.short_of(limit).and_then(Exact::whole_up).unwrap_or(0);
            let Ok(days) = self.since(&container.nested, child, days) else { continue };
            let n = beyond + u64::from(target.cmp == Cmp::AtMost);
            if self.beyond_days(cell, child, n, days).is_none() {
                ways.push((n, container.element.to_string(), days));
            }
        }
        ways.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        for (n, id, days) in ways.into_iter().take(usize::try_from(excess).unwrap_or(usize::MAX)) {
            let mut item = self.item(cell, Action::Complete, child, days);
            (item.n, item.records) = (n, records(child, n));
            item.containers = vec![id];
            plan.work.push(item);
        }
        let settled = u64::try_from(plan.work.len()).unwrap_or(u64::MAX);
        if settled < excess {
            let mut item = self.item(cell, Action::Reduce, source, days);
            (item.n, item.records) = (excess - settled, excess - settled);
            plan.work.push(item);
        }
        plan
    }
}
