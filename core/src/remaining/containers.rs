//! Containers that must hold enough: the cheapest ones to complete or to open.

use super::days::Days;
use super::item::{first_source, records};
use super::joint;
use super::leaf::{is_strict, needed, one_a_day, whole_up};
use super::plan::{Plan, Planner};
use super::work::{Action, WorkItem};
use crate::entry::Value;
use crate::evaluate::{CellStanding, Details, Tri};
use crate::finding::{Finding, remaining as codes};
use crate::kind::Family;
use crate::number::Exact;
use crate::package::model::{Body, Cmp, Link, Measure, Requirement, Source, TargetValue};

/// What a new container must hold, and what it costs.
struct Fresh {
    inside: Vec<WorkItem>,
    records: u64,
    possible: bool,
}

impl<'w> Planner<'_, 'w> {
    /// So many more containers: those that are there and short by least, then new ones.
    pub(super) fn containers(
        &self,
        cell: &CellStanding<'w>,
        details: &Details<'w>,
        source: &'w Source,
        wanted: u64,
        days: Days,
    ) -> Plan {
        let Some(nested) = source.having.as_deref() else { return Plan::default() };
        let mut ways: Vec<(u64, String, Plan)> = Vec::new();
        for container in &details.containers {
            let here = (cell.requirement.id.clone().unwrap_or_default(), container.element.to_string());
            let taken = self.elsewhere.contains(&here);
            if taken || container.nested.cell.sure == Tri::Yes || !self.takes_more(container.element.entry, nested) {
                continue;
            }
            let mut plan = self.cell(&container.nested);
            plan.work.iter_mut().for_each(|item| narrow(item, days));
            plan.missing.clear();
            let (impossible, records, _) = plan.cost();
            if !impossible && self.fits(&plan, days) {
                ways.push((records, container.element.to_string(), plan));
            }
        }
        ways.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        let fresh = self.fresh(nested, days);
        let jointly = fresh.inside.first().is_some_and(|child| child.jointly) && fresh.inside.len() == 1;
        let new_cost = fresh.records.saturating_add(1);
        let mut plan = Plan::default();
        let mut left = wanted;
        for (cost, id, mut way) in ways {
            if left == 0 || (cost > new_cost && fresh.possible && !jointly) {
                break;
            }
            way.work.iter_mut().for_each(|item| {
                item.action = Action::Complete;
                item.containers = vec![id.clone()];
                item.members.clone_from(&cell.members);
                item.window.clone_from(&cell.span.name);
                item.requirement = cell.requirement.id.clone().unwrap_or_default();
            });
            plan.join(way);
            left -= 1;
        }
        if left > 0 {
            let undated = fresh.inside.iter().all(|item| item.placed_by.is_empty());
            let at_once = undated && source.of.kind().family == Family::Register;
            if at_once && !cell.span.contains(self.world.start) {
                // What holds from the outset stands in the first window, whenever it is entered.
                plan.unreachable.push(self.about(cell, Finding::new(codes::NOT_ATTAINABLE)));
                plan.work.clear();
            } else if fresh.possible {
                plan.work.push(self.open(cell, source, left, fresh, jointly, days));
            } else {
                let finding = Finding::new(codes::TOO_FEW_DAYS)
                    .with("requirement", cell.requirement.id.as_deref().unwrap_or_default())
                    .with("member", cell.members.join(" "))
                    .with("window", cell.span.name.as_deref().unwrap_or_default())
                    .with("needed", fresh.records)
                    .with("days", day_count(days));
                plan.unreachable.push(finding.under(cell.requirement.clause.as_ref()));
                plan.work.clear();
            }
        }
        if jointly {
            share_children(&mut plan);
        }
        plan
    }

    fn open(
        &self,
        cell: &CellStanding<'w>,
        source: &'w Source,
        n: u64,
        fresh: Fresh,
        jointly: bool,
        days: Days,
    ) -> WorkItem {
        let mut item = self.item(cell, Action::Open, source, days);
        item.n = n;
        item.jointly = jointly;
        // Children that serve all of them are made once.
        item.records =
            if jointly { n.saturating_add(fresh.records) } else { n.saturating_mul(fresh.records.saturating_add(1)) };
        item.inside = fresh.inside;
        item
    }

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
        let mut ways: Vec<(u64, String)> = Vec::new();
        for container in details.containers.iter().filter(|container| container.nested.cell.sure == Tri::Yes) {
            let has = container.nested.cell.range.and_then(|range| range.lo).unwrap_or(Exact::ZERO);
            let Some(limit) = container.nested.cell.target else { continue };
            let beyond = has.short_of(limit).and_then(whole_up).unwrap_or(0);
            ways.push((beyond + u64::from(target.cmp == Cmp::AtMost), container.element.to_string()));
        }
        ways.sort();
        for (n, id) in ways.into_iter().take(usize::try_from(excess).unwrap_or(usize::MAX)) {
            let mut item = self.item(cell, Action::Complete, child, days);
            (item.n, item.records) = (n, records(child, n));
            item.containers = vec![id];
            plan.work.push(item);
        }
        plan
    }

    /// Whether a container that is there can still take what it lacks.
    fn takes_more(&self, container: &crate::entry::Entry, nested: &Requirement) -> bool {
        let closed = container.get("closed").and_then(Value::date).is_some_and(|day| day <= self.world.as_of);
        // What a past record did not hold cannot be put into it afterwards.
        let inside = leaf_source(nested).is_some_and(|child| child.links.iter().any(|l| matches!(l, Link::Inside)));
        !(closed || inside && container.kind.family == Family::Record)
    }

    fn fits(&self, plan: &Plan, days: Days) -> bool {
        let some_day = |item: &WorkItem| item.from.zip(item.last_useful_day).is_none_or(|(from, last)| from <= last);
        plan.work.iter().all(some_day)
            && plan.work.iter().all(|item| {
                item.distinct != ["date"]
                    || item.from.zip(item.last_useful_day).is_none_or(|(from, last)| {
                        i64::try_from(item.n).is_ok_and(|needed| needed <= last.days_since(from) + 1)
                    })
                    || days.last.is_none()
            })
    }

    /// What an empty container needs.
    fn fresh(&self, nested: &'w Requirement, days: Days) -> Fresh {
        match &nested.body {
            Body::All(parts) => {
                let mut all = Fresh { inside: Vec::new(), records: 0, possible: true };
                for part in parts.iter().map(|part| self.fresh(part, days)) {
                    all.inside.extend(part.inside);
                    all.possible &= part.possible;
                }
                // What one part asks for may serve another.
                all.records = joint::share(all.inside.iter_mut().collect());
                all
            }
            Body::Any(parts) => {
                let ways = parts.iter().map(|part| self.fresh(part, days));
                let none = Fresh { inside: Vec::new(), records: 0, possible: false };
                ways.min_by_key(|way| (!way.possible, way.records)).unwrap_or(none)
            }
            Body::Leaf(measure, target) => {
                let TargetValue::Fixed(value) = &target.value else {
                    return Fresh { inside: Vec::new(), records: 0, possible: false };
                };
                let source = first_source(measure);
                let (Some(source), true) = (source, target.cmp.wants_more()) else {
                    // Empty, it keeps within any upper limit that lets nothing be there.
                    return Fresh { inside: Vec::new(), records: 0, possible: target.cmp.holds(Exact::ZERO, *value) };
                };
                let n = needed(Exact::ZERO, target, *value);
                let mut item = self.bare(nested, Action::Add, source, days);
                item.unit = target.unit.clone();
                item.n = n;
                item.records = if source.links.iter().any(|link| matches!(link, Link::Inside)) {
                    // Items of the container itself cost no entry of their own.
                    0
                } else {
                    records(source, n)
                };
                if let Measure::Sum(_) = measure {
                    item.action = Action::Amount;
                    item.amount = Some(*value);
                    item.exceed = is_strict(target);
                    item.field = source.field.as_ref().map(|field| field.text.to_string());
                    (item.n, item.records) = (1, item.records.min(1));
                }
                let possible = source.having.is_none()
                    && !matches!(measure, Measure::Ratio(..) | Measure::Coverage(_))
                    && !(one_a_day(source) && days.last.is_some() && n > day_count(days));
                Fresh { records: item.records, inside: vec![item], possible }
            }
            Body::TextOnly => Fresh { inside: Vec::new(), records: 0, possible: true },
        }
    }
}

/// Children must lie in the window's days too.
fn narrow(item: &mut WorkItem, days: Days) {
    item.from = item.from.max(days.from);
    item.last_useful_day = match (item.last_useful_day, days.last) {
        (Some(own), Some(outer)) => Some(own.min(outer)),
        (own, outer) => own.or(outer),
    };
}

fn day_count(days: Days) -> u64 {
    let count = days.from.zip(days.last).map(|(from, last)| last.days_since(from) + 1);
    count.and_then(|count| u64::try_from(count).ok()).unwrap_or(0)
}

fn leaf_source(nested: &Requirement) -> Option<&Source> {
    match &nested.body {
        Body::Leaf(measure, _) => first_source(measure),
        _ => None,
    }
}

/// Children that may belong to several containers at once are made once for all of them.
fn share_children(plan: &mut Plan) {
    let mut joined: Vec<WorkItem> = Vec::new();
    for item in std::mem::take(&mut plan.work) {
        let same = |other: &&mut WorkItem| {
            (other.action, other.kind, other.list, other.n, &other.conditions)
                == (item.action, item.kind, item.list, item.n, &item.conditions)
                && item.action == Action::Complete
        };
        match joined.iter_mut().find(same) {
            Some(other) => other.containers.extend(item.containers),
            None => joined.push(item),
        }
    }
    // New containers are served by the same children.
    let most = joined.iter().filter(|item| item.action == Action::Complete).map(|item| item.n).max().unwrap_or(0);
    for item in joined.iter_mut().filter(|item| item.action == Action::Open) {
        if item.inside.iter().all(|child| child.n <= most) {
            item.records = item.n;
        }
    }
    // Different shortfalls: the greatest covers the rest of the same children.
    joined.sort_by_key(|item| std::cmp::Reverse(item.n));
    plan.work = joined;
}
