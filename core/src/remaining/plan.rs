//! From what is short to work: one cell, one measure at a time.

use super::condition;
use super::work::{Action, RuleDemand, WorkItem};
use crate::evaluate::{CellStanding, Details, Inside, Judge, Outcome, Standing, Tri, World, falls};
use crate::finding::{Finding, Severity, remaining as codes};
use crate::kind::{Family, Field, KindInfo, Type};
use crate::number::Exact;
use crate::package::model::{
    Body, Collection, Cond, Coverage, Labels, Link, Measure, Path, Requirement, Source, Step, Target, Test,
};
use crate::time::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Turns what is short into work.
pub(super) struct Planner<'p, 'w> {
    pub(super) judge: &'p Judge<'w>,
    pub(super) world: &'w World<'w>,
}

/// The work for something, and what work cannot do.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    pub(super) work: Vec<WorkItem>,
    pub(super) missing: Vec<Finding>,
    pub(super) unreachable: Vec<Finding>,
}

impl Plan {
    /// Adds what else is to be done.
    pub(super) fn join(&mut self, other: Self) {
        self.work.extend(other.work);
        for (mine, others) in [(&mut self.missing, other.missing), (&mut self.unreachable, other.unreachable)] {
            for finding in others {
                if !mine.contains(&finding) {
                    mine.push(finding);
                }
            }
        }
    }

    /// Everything there is to do waits for something.
    pub(super) fn waits(&self) -> bool {
        !self.work.is_empty() && self.work.iter().all(|item| item.waits_for.is_some())
    }

    /// What makes one way cheaper than another: it can be gone at all, the entries, what they hold.
    pub(super) fn cost(&self) -> (bool, u64, u64) {
        let records = self.work.iter().map(|item| item.records).fold(0, u64::saturating_add);
        let counted = self.work.iter().map(|item| item.n).fold(0, u64::saturating_add);
        (!self.unreachable.is_empty(), records, counted)
    }
}

/// The days on which work for a cell still counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    /// The first.
    pub(super) from: Option<Date>,
    /// The last; none = up to closing.
    pub(super) last: Option<Date>,
    /// Only late delivery is left.
    pub(super) late: bool,
}

impl Days {
    /// How many; none = no end in sight.
    fn count(self) -> Option<u64> {
        let (from, last) = (self.from?, self.last?);
        Some(u64::try_from(last.days_since(from) + 1).unwrap_or(0))
    }
}

impl<'w> Planner<'_, 'w> {
    /// The work for a requirement.
    pub(super) fn plan(&self, requirement: &'w Requirement) -> Plan {
        let standing = self.judge.standing(requirement);
        self.cells(&standing)
    }

    fn cells(&self, standing: &Standing<'w>) -> Plan {
        let mut plan = Plan::default();
        if let Some(each) = standing.requirement.each.first() {
            let kept = || standing.cells.iter().filter(|cell| cell.waived.is_none());
            // Nobody is there who owes it for sure: whoever does has to be entered first.
            if standing.cells.is_empty() {
                plan.missing.push(members_missing(standing.requirement, each.of.kind().name));
            } else if kept().count() == standing.cells.len() && kept().all(|cell| cell.owed != Tri::Yes) {
                let members: BTreeSet<String> = kept().map(|cell| cell.members.join(" ")).collect();
                plan.missing.extend(members.iter().map(|member| members_missing(standing.requirement, member)));
            }
        }
        for cell in &standing.cells {
            plan.join(self.cell(cell));
        }
        plan
    }

    /// The work for one cell.
    pub(super) fn cell(&self, cell: &CellStanding<'w>) -> Plan {
        if cell.waived.is_some() || cell.cell.outcome == Outcome::Met {
            return Plan::default();
        }
        match (&cell.inside, &cell.requirement.body) {
            (Inside::Parts(parts), Body::Any(_)) => {
                // Of ways that cost the same, the first one written.
                parts.iter().map(|part| self.cells(part)).min_by_key(Plan::cost).unwrap_or_default()
            }
            (Inside::Parts(parts), _) => {
                let mut plan = Plan::default();
                parts.iter().for_each(|part| plan.join(self.cells(part)));
                plan
            }
            (Inside::Leaf(details), Body::Leaf(measure, target)) => self.leaf(cell, details, measure, target),
            (Inside::Leaf(_), _) => Plan::default(),
        }
    }

    fn leaf(&self, cell: &CellStanding<'w>, details: &Details<'w>, measure: &'w Measure, target: &'w Target) -> Plan {
        let mut plan = Plan::default();
        for (entry, field) in details.undetermined.iter().filter(|_| cell.cell.sure == Tri::Maybe) {
            plan.missing.push(self.missing(cell, entry, field));
        }
        if plan.missing.is_empty() && cell.cell.sure == Tri::Maybe && cell.span.waits_for.is_none() {
            let missing = cell.cell.missing.iter().filter(|missing| *missing != "over");
            plan.missing.extend(missing.map(|missing| {
                let (entry, field) = missing.split_once(':').unwrap_or((missing, ""));
                self.missing(cell, entry, field)
            }));
        }
        let Some(value) = cell.cell.target else { return plan };
        if let Measure::Coverage(coverage) = measure {
            self.cover(cell, details, coverage, &mut plan);
            return plan;
        }
        if cell.cell.sure == Tri::Yes {
            // It holds now, and has only to hold on.
            return plan;
        }
        if cell.span.infeasible {
            plan.unreachable.push(self.about(cell, Finding::new(codes::NOT_ATTAINABLE)));
            return plan;
        }
        if target.cmp.wants_more() {
            self.raise(cell, details, measure, target, value, &mut plan);
        } else if cell.cell.sure == Tri::No {
            self.lower(cell, details, measure, target, value, &mut plan);
        }
        plan
    }

    fn raise(
        &self,
        cell: &CellStanding<'w>,
        details: &Details<'w>,
        measure: &'w Measure,
        target: &'w Target,
        value: Exact,
        plan: &mut Plan,
    ) {
        let Some(days) = self.days(cell, measure, plan) else { return };
        let has = cell.cell.range.and_then(|range| range.lo).unwrap_or(Exact::ZERO);
        match measure {
            Measure::Count(sources) => {
                let needed = needed(has, target, value);
                if let Some(source) = sources.iter().find(|source| source.having.is_some()) {
                    plan.join(self.containers(cell, details, source, needed, days));
                } else if let Some(source) = sources.first() {
                    plan.join(self.elements(cell, details, source, needed, days));
                }
            }
            Measure::Sum(sources) => {
                let Some(source) = sources.first() else { return };
                let mut item = self.item(cell, Action::Amount, source, days);
                item.amount = has.short_of(value);
                item.exceed = is_strict(target);
                item.field = source.field.as_ref().map(|field| field.text.to_string());
                (item.n, item.records) = (1, 1);
                plan.work.push(item);
            }
            Measure::Ratio(above, _) => {
                let Some(source) = first_source(above) else { return };
                let below = details.quotient.and_then(|(_, below)| below.lo).unwrap_or(Exact::ZERO);
                let above = details.quotient.and_then(|(above, _)| above.lo).unwrap_or(Exact::ZERO);
                let mut item = self.item(cell, Action::Raise, source, days);
                item.rate = Some(value);
                item.exceed = is_strict(target);
                // Without anything below there is no telling how much; the rate is what must be reached.
                item.amount =
                    value.times(below).filter(|_| below > Exact::ZERO).and_then(|wanted| above.short_of(wanted));
                item.field = source.field.as_ref().map(|field| field.text.to_string());
                (item.n, item.records) = (1, 1);
                plan.work.push(item);
            }
            Measure::Coverage(_) => {}
        }
    }

    /// Elements that are not there yet.
    fn elements(
        &self,
        cell: &CellStanding<'w>,
        details: &Details<'w>,
        source: &'w Source,
        needed: u64,
        days: Days,
    ) -> Plan {
        let mut plan = Plan::default();
        if let Some(finding) = self.too_few(cell, details, source, needed, days) {
            plan.unreachable.push(finding);
            return plan;
        }
        let member = matches!(source.of, Collection::Member { .. });
        let mut item = self.item(cell, if member { Action::Mend } else { Action::Add }, source, days);
        item.n = needed;
        item.records = records(source, needed);
        if let Some(path) = closed_key(source) {
            item.taken = details.keys.iter().filter_map(|key| key.first()).map(ToString::to_string).collect();
            debug_assert_eq!(item.distinct.first().map(String::as_str), Some(&*path.text));
        }
        plan.work.push(item);
        plan
    }

    /// More different days, or different values, than there are.
    fn too_few(
        &self,
        cell: &CellStanding<'w>,
        details: &Details<'w>,
        source: &'w Source,
        needed: u64,
        days: Days,
    ) -> Option<Finding> {
        if let (true, Some(left)) = (one_a_day(source), days.count())
            && needed > left
        {
            let finding = self.about_cell(cell, Finding::new(codes::TOO_FEW_DAYS));
            return Some(finding.with("needed", needed).with("days", left));
        }
        let path = closed_key(source)?;
        let allowed = allowed(&source.cond, path).or_else(|| {
            let list = self.world.plan.codes.lists.get(&path.list)?;
            Some(list.iter().map(|entry| entry.code.to_string()).collect())
        })?;
        let taken = |code: &String| details.keys.iter().any(|key| key.first().is_some_and(|key| **key == **code));
        let left = u64::try_from(allowed.iter().filter(|code| !taken(code)).count()).ok()?;
        (needed > left).then(|| {
            let finding = self.about(cell, Finding::new(codes::TOO_FEW_VALUES));
            finding.with("field", &path.text).with("needed", needed).with("left", left)
        })
    }

    /// Something that is too much.
    fn lower(
        &self,
        cell: &CellStanding<'w>,
        details: &Details<'w>,
        measure: &'w Measure,
        target: &'w Target,
        value: Exact,
        plan: &mut Plan,
    ) {
        let has = cell.cell.range.and_then(|range| range.lo).unwrap_or(Exact::ZERO);
        if cell.cell.outcome == Outcome::NotMet || !falls(measure) {
            let finding = self.about_cell(cell, Finding::new(codes::LIMIT_EXCEEDED));
            plan.unreachable.push(finding.with("lo", has).with("target", value));
            return;
        }
        let Some(days) = self.days(cell, measure, plan) else { return };
        let Some(source) = first_source(measure) else { return };
        let strict = target.cmp == crate::package::model::Cmp::LessThan;
        let excess = value.short_of(has).and_then(whole_up).unwrap_or(0) + u64::from(strict);
        if let (Measure::Count(_), Some(_)) = (measure, &source.having) {
            plan.join(self.settle(cell, details, source, excess, days));
            return;
        }
        let mut item = self.item(cell, Action::Reduce, source, days);
        (item.n, item.records) = (excess, excess);
        plan.work.push(item);
    }

    /// Days that must be covered yet, and days that nobody can cover any more.
    fn cover(&self, cell: &CellStanding<'w>, details: &Details<'w>, coverage: &'w Coverage, plan: &mut Plan) {
        // Perhaps they are covered: then the data come first.
        for (from, to) in cell.cell.gaps.iter().filter(|_| cell.cell.sure == Tri::No) {
            let finding = self.about_member(cell, Finding::new(codes::DAYS_UNCOVERED));
            plan.unreachable.push(finding.with("from", from).with("to", to));
        }
        let (Some((from, _)), Some((_, to))) = (details.ahead.first(), details.ahead.last()) else { return };
        let days = Days { from: Some(*from), last: Some(*to), late: false };
        let mut item = self.item(cell, Action::Cover, &coverage.source, days);
        let lengths = details.ahead.iter().map(|(from, to)| to.days_since(*from) + 1);
        item.n = u64::try_from(lengths.sum::<i64>()).unwrap_or(0);
        // One interval may reach over all of them.
        item.records = u64::from(coverage.depth);
        // The first of them is lost unless somebody is there.
        item.due = Some(*from);
        plan.work.push(item);
    }

    /// The days on which work for a cell counts; none when there are none left, which is noted.
    fn days(&self, cell: &CellStanding<'w>, measure: &'w Measure, plan: &mut Plan) -> Option<Days> {
        let tomorrow = self.world.as_of.plus_days(1);
        let span = &cell.span;
        if let Some(anchor) = &span.waits_for {
            if span.over {
                let finding = self.about(cell, Finding::new(codes::ANCHOR_PAST));
                plan.unreachable.push(finding.with("anchor", anchor));
                return None;
            }
            return Some(Days { from: Some(tomorrow), last: Some(self.world.end), late: false });
        }
        let from = Some(tomorrow.max(span.first));
        if cell.requirement.window.until_closing {
            return Some(Days { from, last: None, late: false });
        }
        let for_period = is_for_period(measure);
        if span.over && !for_period {
            let has = cell.cell.range.and_then(|range| range.lo).unwrap_or(Exact::ZERO);
            let target = cell.cell.target.unwrap_or(Exact::ZERO);
            let finding = self.about_cell(cell, Finding::new(codes::WINDOW_PAST));
            plan.unreachable.push(finding.with("lo", has).with("target", target));
            return None;
        }
        let grace = if for_period { i64::from(cell.requirement.window.grace_days) } else { 0 };
        let last = span.last.plus_days(grace);
        if span.over {
            // What names the period that it is for counts however late it is delivered.
            return Some(Days { from: Some(tomorrow), last: None, late: true });
        }
        Some(Days { from, last: Some(last), late: false })
    }

    /// An item with everything that the source and the cell say.
    pub(super) fn item(&self, cell: &CellStanding<'w>, action: Action, source: &'w Source, days: Days) -> WorkItem {
        let mut item = self.bare(cell.requirement, action, source, days);
        item.members.clone_from(&cell.members);
        item.window.clone_from(&cell.span.name);
        item.waits_for.clone_from(&cell.span.waits_for);
        item.due = cell.span.due.filter(|due| *due > self.world.as_of && !days.late);
        if let Body::Leaf(_, target) = &cell.requirement.body {
            item.unit = target.unit.clone();
        }
        item
    }

    /// An item with everything that the source says.
    pub(super) fn bare(
        &self,
        requirement: &'w Requirement,
        action: Action,
        source: &'w Source,
        days: Days,
    ) -> WorkItem {
        let (kind, list) = (source.of.kind(), list_of(source.of));
        let fields = list.and_then(|list| match list.ty {
            Type::Items(fields) => Some(fields),
            _ => None,
        });
        WorkItem {
            requirement: requirement.id.clone().unwrap_or_default(),
            clause: requirement.clause.clone(),
            action,
            kind: kind.name,
            list: list.map(|list| list.name),
            labels: named(kind, list),
            n: 0,
            amount: None,
            rate: None,
            exceed: false,
            field: None,
            unit: Arc::default(),
            records: 0,
            shared: 0,
            containers: Vec::new(),
            jointly: links_several(source),
            by: source.links.iter().filter_map(link_text).collect(),
            members: Vec::new(),
            window: None,
            distinct: source.distinct.iter().map(|path| path.text.to_string()).collect(),
            taken: Vec::new(),
            conditions: condition::answers(&source.cond),
            in_words: condition::in_words(self.world.plan, kind, fields, &source.cond),
            rules: self.rules(kind),
            inside: Vec::new(),
            placed_by: source.placing.iter().map(|path| path.text.to_string()).collect(),
            from: days.from,
            due: None,
            last_useful_day: days.last,
            late: days.late,
            waits_for: None,
        }
    }

    /// The rules that an entry of a kind must keep, or it is refused or does not count.
    fn rules(&self, kind: &'static KindInfo) -> Vec<RuleDemand> {
        let rules = self.world.plan.rules.iter();
        rules
            .filter(|rule| matches!(rule.of, Collection::Entries(of) if of == kind))
            .filter(|rule| matches!(rule.severity, Severity::Error | Severity::Defect))
            .map(|rule| RuleDemand {
                rule: rule.id.clone(),
                clause: rule.clause.clone(),
                labels: rule.labels.clone(),
                of: condition::answers(&rule.cond),
                need: condition::answers(&rule.need),
            })
            .collect()
    }

    fn missing(&self, cell: &CellStanding<'w>, entry: &str, field: &str) -> Finding {
        self.about(cell, Finding::new(codes::DATA_MISSING)).with("entry", entry).with("field", field)
    }

    fn about(&self, cell: &CellStanding<'w>, finding: Finding) -> Finding {
        let id = cell.requirement.id.as_deref().unwrap_or_default();
        finding.with("requirement", id).under(cell.requirement.clause.as_ref())
    }

    fn about_member(&self, cell: &CellStanding<'w>, finding: Finding) -> Finding {
        self.about(cell, finding).with("member", cell.members.join(" "))
    }

    fn about_cell(&self, cell: &CellStanding<'w>, finding: Finding) -> Finding {
        self.about_member(cell, finding).with("window", cell.span.name.as_deref().unwrap_or_default())
    }
}

fn members_missing(requirement: &Requirement, entry: &str) -> Finding {
    let id = requirement.id.as_deref().unwrap_or_default();
    let finding = Finding::new(codes::DATA_MISSING).with("requirement", id).with("entry", entry);
    finding.with("field", "members").under(requirement.clause.as_ref())
}

/// The least whole number that brings `has` to the target.
pub(super) fn needed(has: Exact, target: &Target, value: Exact) -> u64 {
    let Some(gap) = has.short_of(value) else { return u64::MAX };
    let up = whole_up(gap).unwrap_or(u64::MAX);
    // More than a whole number: one beyond it. `has` may lie above the value already.
    let reached = is_strict(target) && gap.as_whole().is_some() && has <= value;
    up.saturating_add(u64::from(reached))
}

/// The target itself is not enough.
pub(super) fn is_strict(target: &Target) -> bool {
    target.cmp == crate::package::model::Cmp::MoreThan
}

/// Rounded up.
pub(super) fn whole_up(number: Exact) -> Option<u64> {
    let mut up = number.as_whole();
    if up.is_none() {
        let text = number.rounded_down();
        let (whole, _) = text.split_once('.')?;
        up = whole.parse::<i128>().ok().map(|whole| whole + 1);
    }
    u64::try_from(up?).ok()
}

/// The fewest entries that bring so many elements: items stand together in one.
pub(super) fn records(source: &Source, needed: u64) -> u64 {
    if source.of.list().is_some() || matches!(source.of, Collection::Member { .. }) { needed.min(1) } else { needed }
}

/// Each day counts once.
pub(super) fn one_a_day(source: &Source) -> bool {
    matches!(source.distinct.as_slice(), [path] if is_day(path)) && source.of.kind().family == Family::Record
}

fn is_day(path: &Path) -> bool {
    matches!(path.ty, Type::Date) && path.is_own()
}

/// The only key, when it is a code out of a list.
fn closed_key(source: &Source) -> Option<&Path> {
    match source.distinct.as_slice() {
        [path] if matches!(path.ty, Type::Code) && path.is_own() => Some(path),
        _ => None,
    }
}

/// The values that a condition lets a path have.
fn allowed(cond: &Cond, path: &Path) -> Option<Vec<String>> {
    match cond {
        Cond::All(parts) => parts.iter().find_map(|part| allowed(part, path)),
        Cond::Named(_, part) => allowed(part, path),
        Cond::Leaf(leaf) if leaf.path.text == path.text => match &leaf.test {
            Test::In(values) => Some(values.iter().map(condition::text).collect()),
            Test::Is(crate::package::model::Operand::Value(value)) => Some(vec![condition::text(value)]),
            _ => None,
        },
        _ => None,
    }
}

/// Records that name the period which they are for.
fn is_for_period(measure: &Measure) -> bool {
    first_source(measure)
        .is_some_and(|source| source.placing.first().is_some_and(|path| matches!(path.ty, Type::Period)))
}

pub(super) fn first_source(measure: &Measure) -> Option<&Source> {
    match measure {
        Measure::Count(sources) | Measure::Sum(sources) => sources.first(),
        Measure::Ratio(above, _) => first_source(above),
        Measure::Coverage(coverage) => Some(&coverage.source),
    }
}

fn list_of(of: Collection) -> Option<&'static Field> {
    of.kind().fields.get(usize::from(of.list()?))
}

fn named(kind: &'static KindInfo, list: Option<&'static Field>) -> Labels {
    match list {
        None => Labels { zh: kind.zh.into(), en: kind.en.into() },
        Some(list) => {
            Labels { zh: format!("{}·{}", kind.zh, list.zh).into(), en: format!("{} · {}", kind.en, list.en).into() }
        }
    }
}

fn link_text(link: &Link) -> Option<String> {
    match link {
        Link::Reference(path) => Some(path.text.to_string()),
        Link::Equal { child, .. } => Some(child.text.to_string()),
        Link::Same | Link::Inside => None,
    }
}

/// One child can belong to several parents: its link is a list.
fn links_several(source: &Source) -> bool {
    source.links.iter().any(|link| match link {
        Link::Reference(path) => {
            let mut fields = source.of.kind().fields;
            if let Some(Type::Items(items)) = list_of(source.of).map(|list| list.ty) {
                fields = items;
            }
            path.steps.iter().any(|step| match step {
                Step::Field(at) => match fields.get(usize::from(*at)).map(|field| field.ty) {
                    Some(Type::List(_)) => true,
                    Some(Type::Items(items)) => {
                        fields = items;
                        true
                    }
                    _ => false,
                },
                Step::Container => {
                    fields = source.of.kind().fields;
                    false
                }
                _ => false,
            })
        }
        Link::Equal { .. } | Link::Same | Link::Inside => false,
    })
}
