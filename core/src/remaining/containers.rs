//! Containers that must hold enough: the cheapest ones to complete or to open.

use super::condition;
use super::days::Days;
use super::item::records;
use super::joint;
use super::leaf::{is_strict, needed, one_a_day, whole_up};
use super::plan::{Plan, Planner};
use super::possible::{Ground, least_items, may_hold};
use super::work::{Action, WorkItem};
use crate::entry::{Entry, Value};
use crate::evaluate::{CellStanding, Details, Element, Tri, keys};
use crate::finding::{Finding, remaining as codes};
use crate::kind::Family;
use crate::number::Exact;
use crate::package::model::{Body, Cmp, Cond, Link, Measure, Requirement, Source, Target, TargetValue};
use crate::time::Date;

/// What a new container must hold, and what it costs.
struct Fresh {
    inside: Vec<WorkItem>,
    records: u64,
    possible: bool,
    /// Why it is not possible; none when the days do not suffice.
    why: Option<Finding>,
    /// What its children ask of the container.
    asked: Vec<Cond>,
}

impl Fresh {
    fn new(possible: bool) -> Self {
        Self { inside: Vec::new(), records: 0, possible, why: None, asked: Vec::new() }
    }

    fn excluded(mut self, why: Finding) -> Self {
        self.possible = false;
        self.why = self.why.or(Some(why));
        self
    }
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
            // Whether it counts here hangs on data: more inside does not settle that.
            let taken = self.elsewhere.contains(&here) || cell.cell.missing.contains(&here.1);
            if taken
                || container.nested.cell.sure == Tri::Yes
                || !self.takes_more(container.element.entry, nested, days)
            {
                continue;
            }
            let mut plan = self.cell(&container.nested);
            plan.work.iter_mut().for_each(|item| narrow(item, days));
            plan.missing.clear();
            let (impossible, records, _) = plan.cost();
            // What only data could settle is no way to one more.
            if !impossible && !plan.work.is_empty() && self.fits(&plan, days) {
                ways.push((records, container.element.to_string(), plan));
            }
        }
        ways.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        let fresh = self.new_container(cell, source, nested, days);
        let jointly = fresh.inside.first().is_some_and(|child| child.jointly) && fresh.inside.len() == 1;
        let new_cost = fresh.records.saturating_add(1);
        let mut plan = Plan::default();
        let mut left = wanted;
        plan.missing.extend(self.unlinked(cell, nested));
        for (cost, id, mut way) in ways {
            if left == 0 || (cost > new_cost && fresh.possible && !jointly) {
                break;
            }
            way.work.iter_mut().for_each(|item| {
                item.action = Action::Complete;
                item.containers = vec![id.clone()];
                item.members.clone_from(&cell.members);
                item.window.clone_from(&cell.span.name);
                item.waits_for.clone_from(&cell.span.waits_for);
                item.requirement = cell.requirement.id.clone().unwrap_or_default();
            });
            plan.join(way);
            left -= 1;
        }
        if left > 0 {
            let filled = self.filled_before(cell, nested).filter(|_| cell.span.first > self.world.start);
            plan.missing.extend(filled.into_iter().flatten());
            let undated = fresh.inside.iter().all(|item| item.placed_by.is_empty());
            let at_once = undated && source.of.kind().family == Family::Register;
            if at_once && !cell.span.contains(self.world.start) {
                // What holds from the outset stands in the first window, whenever it is entered.
                plan.unreachable.push(self.about(cell, Finding::new(codes::NOT_ATTAINABLE)));
                plan.work.clear();
            } else if fresh.possible {
                plan.work.push(self.open(cell, source, left, fresh, jointly, days));
            } else if let Some(why) = fresh.why {
                plan.unreachable.push(self.named(cell, why));
                plan.work.clear();
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
        for cond in &fresh.asked {
            let asked = condition::answers(cond);
            if !asked.iter().all(|asked| item.conditions.contains(asked)) {
                item.conditions.extend(asked);
                self.say_too(&mut item, source, cond);
            }
        }
        item.conditions.sort();
        item.conditions.dedup();
        item
    }

    /// What a new container needs, and whether there can be one.
    fn new_container(&self, cell: &CellStanding<'w>, source: &'w Source, nested: &'w Requirement, days: Days) -> Fresh {
        let fresh = self.fresh(source, nested, days);
        let asked = std::iter::once(&source.cond).chain(&fresh.asked).chain(self.binding(source));
        let asked: Vec<&Cond> = asked.collect();
        // Items of its own list must be as many as it asks of that list.
        let lists = fresh
            .inside
            .iter()
            .filter(|item| item.by.is_empty())
            .all(|item| item.list.is_none_or(|list| least_items(&source.cond, list, item.n).is_some()));
        if lists && may_hold(Ground::of(source.of), &asked) {
            return fresh;
        }
        fresh.excluded(self.about(cell, Finding::new(codes::CONDITIONS_EXCLUDE)))
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
        let asked: Vec<&Cond> = std::iter::once(&child.cond).chain(self.binding(child)).collect();
        // Where no such child can be, nothing takes a container out of the count.
        let possible = may_hold(Ground::of(child.of), &asked);
        let mut ways: Vec<(u64, String)> = Vec::new();
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
        let settled = u64::try_from(plan.work.len()).unwrap_or(u64::MAX);
        if settled < excess {
            let mut item = self.item(cell, Action::Reduce, source, days);
            (item.n, item.records) = (excess - settled, excess - settled);
            plan.work.push(item);
        }
        plan
    }

    /// Whether a container that is there can still take what it lacks.
    fn takes_more(&self, container: &'w Entry, nested: &'w Requirement, days: Days) -> bool {
        let closed = container.get("closed").and_then(Value::date).is_some_and(|day| day <= self.world.as_of);
        // What a past record did not hold cannot be put into it afterwards.
        let inside = leaf_source(nested).is_some_and(|child| child.links.iter().any(|l| matches!(l, Link::Inside)));
        !(closed || inside && container.kind.family == Family::Record) && self.takes(container, nested, days)
    }

    /// Whether what is put into a container counts there.
    fn takes(&self, container: &'w Entry, nested: &'w Requirement, days: Days) -> bool {
        match &nested.body {
            Body::All(parts) => parts.iter().all(|part| self.takes(container, part, days)),
            Body::Any(parts) => parts.iter().any(|part| self.takes(container, part, days)),
            Body::Leaf(measure, target) if target.cmp.wants_more() => measure.first_source().is_none_or(|child| {
                let mut links = child.links.iter().filter_map(|link| match link {
                    Link::Reference(path) => Some(path),
                    _ => None,
                });
                links.all(|path| self.suits(container, child, path, days) == Tri::Yes)
            }),
            Body::Leaf(..) | Body::TextOnly => true,
        }
    }

    fn fits(&self, plan: &Plan, days: Days) -> bool {
        let some_day = |item: &WorkItem| item.from.zip(item.last_useful_day).is_none_or(|(from, last)| from <= last);
        plan.work.iter().all(some_day)
            && plan.work.iter().all(|item| {
                item.distinct != ["date"]
                    || item.placed_by.first().is_none_or(|by| by != "date")
                    || item.from.zip(item.last_useful_day).is_none_or(|(from, last)| {
                        i64::try_from(item.n).is_ok_and(|needed| needed <= last.days_since(from) + 1)
                    })
                    || days.last.is_none()
            })
    }

    /// What an empty container needs.
    fn fresh(&self, container: &'w Source, nested: &'w Requirement, days: Days) -> Fresh {
        match &nested.body {
            Body::All(parts) => {
                let mut all = Fresh::new(true);
                for part in parts.iter().map(|part| self.fresh(container, part, days)) {
                    all.inside.extend(part.inside);
                    all.possible &= part.possible;
                    all.why = all.why.or(part.why);
                    all.asked.extend(part.asked);
                }
                // What one part asks for may serve another.
                all.records = joint::share(all.inside.iter_mut().collect());
                match self.keep_limits_inside(parts, &mut all.inside) {
                    Some(broken) => all.excluded(broken),
                    None => all,
                }
            }
            Body::Any(parts) => {
                let ways = parts.iter().map(|part| self.fresh(container, part, days));
                ways.min_by_key(|way| (!way.possible, way.records)).unwrap_or(Fresh::new(false))
            }
            Body::Leaf(measure, target) => self.fresh_leaf(container, nested, (measure, target), days),
            Body::TextOnly => Fresh::new(true),
        }
    }

    fn fresh_leaf(
        &self,
        container: &'w Source,
        nested: &'w Requirement,
        (measure, target): (&'w Measure, &'w Target),
        days: Days,
    ) -> Fresh {
        let (TargetValue::Fixed(value), Some(source)) = (&target.value, measure.first_source()) else {
            return Fresh::new(false);
        };
        let own_items = source.links.iter().any(|link| matches!(link, Link::Inside));
        if !target.cmp.wants_more() {
            // With what it has to hold anyway, it keeps within any upper limit that lets so much be there.
            let list = source.of.list().and_then(|list| source.of.kind().fields.get(usize::from(list)));
            let counts_all = own_items && condition::answers(&source.cond).is_empty();
            let held = list.filter(|_| counts_all).and_then(|list| least_items(&container.cond, list.name, 0));
            let held = Exact::size(usize::try_from(held.unwrap_or(0)).unwrap_or(usize::MAX));
            return match target.cmp.holds(held, *value) {
                true => Fresh::new(true),
                false => Fresh::new(false).excluded(self.excluded_in(nested)),
            };
        }
        let n = needed(Exact::ZERO, target, *value);
        let mut item = self.bare(nested, Action::Add, source, days);
        item.unit = target.unit.clone();
        item.n = n;
        // Items of the container itself cost no entry of their own.
        item.records = if own_items { 0 } else { records(source, n) };
        if let Measure::Sum(_) = measure {
            item.action = Action::Amount;
            item.amount = Some(*value);
            item.exceed = is_strict(target);
            item.field = source.field.as_ref().map(|field| field.text.to_string());
            let Some(pieces) = self.pieces_of(source, *value, item.exceed) else {
                return Fresh::new(false).excluded(self.excluded_in(nested));
            };
            item.n = pieces;
            item.records = if own_items { 0 } else { records(source, pieces) };
        }
        let possible = source.having.is_none()
            && !matches!(measure, Measure::Ratio(..) | Measure::Coverage(_))
            && !(one_a_day(source) && days.last.is_some() && n > day_count(days));
        let mut fresh = Fresh::new(possible);
        let links = source.links.iter().filter_map(|link| match link {
            Link::Reference(path) => Some(path),
            _ => None,
        });
        fresh.asked = links.flat_map(|path| self.asked_of_parent(source, path)).collect();
        (fresh.records, fresh.inside) = (item.records, vec![item]);
        let binding: Vec<&Cond> = std::iter::once(&source.cond).chain(self.binding(source)).collect();
        if may_hold(Ground::of(source.of), &binding) {
            return fresh;
        }
        fresh.excluded(self.excluded_in(nested))
    }

    /// Children that do not say where they belong: under an upper limit they might belong to any new container.
    fn unlinked(&self, cell: &CellStanding<'w>, nested: &'w Requirement) -> Vec<Finding> {
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
    fn filled_before(&self, cell: &CellStanding<'w>, nested: &'w Requirement) -> Option<Vec<Finding>> {
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
        let early = entries.filter(|entry| before.is_none_or(|day| entry.date.is_none_or(|date| date < day)));
        let lost = early.filter(|entry| {
            let element = Element::whole(entry);
            let reading = self.world.reading(&element, false);
            let ids = keys::texts(self.world, path, element, reading);
            let leads = ids.iter().any(|id| self.world.follow(id, &path.to).is_some());
            !leads && self.world.judge(&child.cond, element, reading).tri != Tri::No
        });
        lost.map(|entry| self.missing(cell, &entry.id, &path.text)).collect()
    }

    fn excluded_in(&self, nested: &Requirement) -> Finding {
        let id = nested.id.as_deref().unwrap_or_default();
        Finding::new(codes::CONDITIONS_EXCLUDE).with("requirement", id).under(nested.clause.as_ref())
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
        Body::Leaf(measure, _) => measure.first_source(),
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
