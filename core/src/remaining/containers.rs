//! Containers that must hold enough: the cheapest ones to complete or to open.

use super::condition;
use super::days::Days;
use super::fresh::{Fresh, day_count};
use super::plan::{Plan, Planner};
use super::work::{Action, WorkItem};
use crate::entry::{Entry, Value};
use crate::evaluate::{CellStanding, Details, Element, Tri, keys};
use crate::finding::{Finding, remaining as codes};
use crate::kind::Family;
use crate::package::model::{Body, Link, Requirement, Source};
use std::cmp::Reverse;

/// How containers that are there come to hold enough.
struct Way {
    cost: u64,
    /// The containers: several, when what is made for one is there for all of them.
    ids: Vec<String>,
    /// The value by which their children belong to them; empty = by a reference.
    shared: Vec<String>,
    plan: Plan,
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
        let mut ways: Vec<Way> = Vec::new();
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
            plan.work.iter_mut().for_each(|item| {
                narrow(item, days);
                item.action = Action::Complete;
                item.containers.clear();
                item.members.clone_from(&cell.members);
                item.window.clone_from(&cell.span.name);
                item.waits_for.clone_from(&cell.span.waits_for);
                item.requirement.clone_from(&here.0);
            });
            plan.missing.clear();
            let (impossible, records, _) = plan.cost();
            // What only data could settle is no way to one more.
            if impossible || plan.work.is_empty() || !self.fits(&plan, days) {
                continue;
            }
            let shared = self.shared_value(container.element.entry, nested);
            let same = |way: &&mut Way| way.shared == shared && way.plan.work == plan.work;
            match ways.iter_mut().filter(|_| !shared.is_empty()).find(same) {
                Some(way) => way.ids.push(here.1),
                None => ways.push(Way { cost: records, ids: vec![here.1], shared, plan }),
            }
        }
        ways.sort_by(|a, b| (a.cost, Reverse(a.ids.len()), &a.ids).cmp(&(b.cost, Reverse(b.ids.len()), &b.ids)));
        let fresh = self.new_container(cell, source, nested, days);
        let jointly = fresh.inside.first().is_some_and(|child| child.jointly) && fresh.inside.len() == 1;
        let new_cost = fresh.records.saturating_add(1);
        let mut plan = Plan::default();
        let mut left = wanted;
        plan.missing.extend(self.unlinked(cell, nested));
        for Way { cost, ids, plan: mut way, .. } in ways {
            if left == 0 || (cost > new_cost && fresh.possible && !jointly) {
                break;
            }
            way.work.iter_mut().for_each(|item| item.containers.clone_from(&ids));
            plan.join(way);
            left = left.saturating_sub(u64::try_from(ids.len()).unwrap_or(u64::MAX));
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
                let needed = fresh.inside.iter().map(|item| item.n).max().unwrap_or(0).max(fresh.records);
                let finding = Finding::new(codes::TOO_FEW_DAYS)
                    .with("requirement", cell.requirement.id.as_deref().unwrap_or_default())
                    .with("member", cell.members.join(" "))
                    .with("window", cell.span.name.as_deref().unwrap_or_default())
                    .with("needed", needed)
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

    /// The value of a container that its children repeat, so that they belong to all that have it.
    fn shared_value(&self, container: &'w Entry, nested: &'w Requirement) -> Vec<String> {
        match &nested.body {
            Body::All(parts) | Body::Any(parts) => {
                parts.first().map_or_else(Vec::new, |part| self.shared_value(container, part))
            }
            Body::Leaf(measure, _) => {
                let mut links = measure.first_source().into_iter().flat_map(|child| &child.links);
                let parent = links.find_map(|link| match link {
                    Link::Equal { parent, .. } => Some(parent),
                    _ => None,
                });
                let element = Element::whole(container);
                let texts = |path| keys::texts(self.world, path, element, self.world.reading(&element, false));
                parent.map_or_else(Vec::new, |path| texts(path).iter().map(ToString::to_string).collect())
            }
            Body::TextOnly => Vec::new(),
        }
    }

    /// Whether a container that is there can still take what it lacks.
    fn takes_more(&self, container: &'w Entry, nested: &'w Requirement, days: Days) -> bool {
        let closed = container.get("closed").and_then(Value::date).is_some_and(|day| day <= self.world.as_of);
        // What a past record did not hold cannot be put into it afterwards, and what may not overlap in time
        // perhaps not into a register entry.
        let inside = leaf_source(nested).filter(|child| child.links.iter().any(|l| matches!(l, Link::Inside)));
        let full = inside.is_some_and(|child| container.kind().family == Family::Record || self.is_exclusive(child));
        !(closed || full) && self.takes(container, nested, days)
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
}

/// Children must lie in the window's days too.
fn narrow(item: &mut WorkItem, days: Days) {
    item.from = item.from.max(days.from);
    item.last_useful_day = match (item.last_useful_day, days.last) {
        (Some(own), Some(outer)) => Some(own.min(outer)),
        (own, outer) => own.or(outer),
    };
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
    joined.sort_by_key(|item| Reverse(item.n));
    plan.work = joined;
}
