//! What a new container must hold, and what that costs.

use super::amount::{is_strict, needed};
use super::days::Days;
use super::few_items;
use super::item::records;
use super::joint;
use super::limit::room;
use super::plan::Planner;
use super::possible::{Ground, least_items, may_hold};
use super::supply::one_a_day;
use super::work::{Action, WorkItem};
use crate::evaluate::CellStanding;
use crate::finding::{Finding, remaining as codes};
use crate::number::Exact;
use crate::package::model::{Body, Cond, Leaf, Link, Measure, Path, Requirement, Source, Target, TargetValue, Test};

/// What a new container must hold, and what it costs.
pub(super) struct Fresh {
    pub(super) inside: Vec<WorkItem>,
    pub(super) records: u64,
    pub(super) possible: bool,
    /// Why it is not possible; none when the days do not suffice.
    pub(super) why: Option<Finding>,
    /// What its children ask of the container.
    pub(super) asked: Vec<Cond>,
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
    /// What a new container needs, and whether there can be one.
    pub(super) fn new_container(
        &self,
        cell: &CellStanding<'w>,
        source: &'w Source,
        nested: &'w Requirement,
        days: Days,
    ) -> Fresh {
        let fresh = self.fresh(nested, days);
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

    /// What an empty container needs.
    fn fresh(&self, nested: &'w Requirement, days: Days) -> Fresh {
        match &nested.body {
            Body::All(parts) => {
                let mut all = Fresh::new(true);
                for part in parts.iter().map(|part| self.fresh(part, days)) {
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
                let ways = parts.iter().map(|part| self.fresh(part, days));
                ways.min_by_key(|way| (!way.possible, way.records)).unwrap_or(Fresh::new(false))
            }
            Body::Leaf(measure, target) => self.fresh_leaf(nested, (measure, target), days),
            Body::TextOnly => Fresh::new(true),
        }
    }

    fn fresh_leaf(&self, nested: &'w Requirement, (measure, target): (&'w Measure, &'w Target), days: Days) -> Fresh {
        let (TargetValue::Fixed(value), Some(source)) = (&target.value, measure.first_source()) else {
            return Fresh::new(false);
        };
        let own_items = source.links.iter().any(|link| matches!(link, Link::Inside));
        if !target.cmp.wants_more() {
            if !target.cmp.holds(Exact::ZERO, *value) {
                return Fresh::new(false).excluded(self.excluded_in(nested));
            }
            let mut fresh = Fresh::new(true);
            if own_items && matches!(measure, Measure::Count(_)) {
                fresh.asked = few_items::asked(source, room(Exact::ZERO, target, *value));
            }
            return fresh;
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
        // Of what may not overlap in time, one begins after the other ended.
        if own_items && item.n > 1 {
            item.alike = self.alike(nested, source);
            item.in_turn = self.is_exclusive(source);
        }
        item.since = source.since.as_ref().map(|path| path.text.to_string());
        let in_one = if source.snapshot { Some(1) } else { days.count() };
        let possible = source.having.is_none()
            && !(item.in_turn && in_one.is_some_and(|in_one| item.n > in_one))
            && !matches!(measure, Measure::Ratio(..) | Measure::Coverage(_))
            && !(one_a_day(source) && days.last.is_some() && n > day_count(days));
        let mut fresh = Fresh::new(possible);
        let links = source.links.iter().filter_map(|link| match link {
            Link::Reference(path) => Some(path),
            _ => None,
        });
        let there = |path: &Path| Cond::Leaf(Leaf { path: path.clone(), test: Test::Exists(true) });
        let asked = links.flat_map(|path| self.asked_of_parent(source, path));
        fresh.asked = asked.chain(source.since.iter().filter(|path| &*path.text != "date").map(there)).collect();
        (fresh.records, fresh.inside) = (item.records, vec![item]);
        let binding: Vec<&Cond> = std::iter::once(&source.cond).chain(self.binding(source)).collect();
        if may_hold(Ground::of(source.of), &binding) {
            return fresh;
        }
        fresh.excluded(self.excluded_in(nested))
    }

    fn excluded_in(&self, nested: &Requirement) -> Finding {
        let id = nested.id.as_deref().unwrap_or_default();
        Finding::new(codes::CONDITIONS_EXCLUDE).with("requirement", id).under(nested.clause.as_ref())
    }
}

pub(super) fn day_count(days: Days) -> u64 {
    let count = days.from.zip(days.last).map(|(from, last)| last.days_since(from) + 1);
    count.and_then(|count| u64::try_from(count).ok()).unwrap_or(0)
}
