//! A measure that falls short of its target, or lies beyond a limit.

use super::condition::{self, ConditionAnswer};
use super::days::Days;
use super::item::records;
use super::plan::{Plan, Planner};
use super::possible::{Ground, Most, forbids, may_hold, most};
use super::work::Action;
use crate::evaluate::{CellStanding, Details, Element, Outcome, Tri, falls, keys};
use crate::finding::{Finding, remaining as codes};
use crate::kind::{Family, Type};
use crate::number::Exact;
use crate::package::model::{
    Cmp, Collection, Cond, Exclusive, Link, Measure, Operand, Path, Requirement, Source, Step, Target, Test,
};
use crate::package::wording;

impl<'w> Planner<'_, 'w> {
    /// The work for one cell of a measure.
    pub(super) fn leaf(
        &self,
        cell: &CellStanding<'w>,
        details: &Details<'w>,
        measure: &'w Measure,
        target: &'w Target,
    ) -> Plan {
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
        let Some(value) = cell.cell.target else {
            // How much it owes is not known; its time may be over all the same.
            if plan.missing.is_empty() {
                plan.missing.push(self.missing(cell, "target", ""));
            }
            self.days(cell, measure, &mut plan);
            return plan;
        };
        if let Measure::Coverage(coverage) = measure {
            self.cover(cell, details, coverage, target, &mut plan);
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
        } else if let (Measure::Ratio(_, below), true) = (measure, self.is_undefined(details)) {
            self.define(cell, below, value, &mut plan);
        } else if cell.cell.sure == Tri::No {
            // What may belong too may be too much as well.
            plan.missing.extend(details.undetermined.iter().map(|(entry, field)| self.missing(cell, entry, field)));
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
                } else {
                    // Of parts that cost the same, the first one written.
                    let ways = sources.iter().map(|source| match self.hindered(cell, source, days) {
                        Some(hindered) => hindered,
                        None => self.elements(cell, details, source, needed, days),
                    });
                    plan.join(ways.min_by_key(Plan::cost).unwrap_or_default());
                }
            }
            Measure::Sum(sources) => {
                let ways: Vec<Option<Plan>> = sources.iter().map(|source| self.hindered(cell, source, days)).collect();
                let open = ways.iter().position(Option::is_none);
                if open.is_none() {
                    plan.join(ways.into_iter().flatten().next().unwrap_or_default());
                }
                let Some(source) = open.and_then(|at| sources.get(at)) else { return };
                let mut item = self.item(cell, Action::Amount, source, days);
                item.amount = has.short_of(value);
                if closed_key(source).is_some() {
                    item.taken = details.keys.iter().filter_map(|key| key.first()).map(ToString::to_string).collect();
                    if self.too_few(cell, details, source, 1, days).is_some() {
                        // No key is left: the latest value stands in the place of the one before.
                        item.amount = Some(value);
                        item.taken.clear();
                    }
                }
                item.exceed = is_strict(target);
                item.field = source.field.as_ref().map(|field| field.text.to_string());
                let Some(n) = item.amount.and_then(|amount| self.pieces_of(source, amount, item.exceed)) else {
                    plan.unreachable.push(self.about(cell, Finding::new(codes::CONDITIONS_EXCLUDE)));
                    return;
                };
                (item.n, item.records) = (n, records(source, n));
                plan.work.push(item);
            }
            Measure::Ratio(above, _) => {
                let Some(source) = above.first_source() else { return };
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

    /// In how many elements an amount can be brought, as far as conditions bound what one of them brings; none
    /// when not at all.
    pub(super) fn pieces_of(&self, source: &Source, amount: Exact, exceed: bool) -> Option<u64> {
        let conditions: Vec<&Cond> = std::iter::once(&source.cond).chain(self.binding(source)).collect();
        pieces(amount, exceed, source.field.as_ref().and_then(|field| most(source.of, &conditions, field)))
    }

    /// What stands in the way of any new element of a source.
    fn hindered(&self, cell: &CellStanding<'w>, source: &'w Source, days: Days) -> Option<Plan> {
        let mut plan = Plan::default();
        let binding: Vec<&Cond> = std::iter::once(&source.cond).chain(self.binding(source)).collect();
        // What tells elements apart, or links them, has to be there.
        let links = source.links.iter().filter_map(|link| match link {
            Link::Reference(path) => Some(path),
            _ => None,
        });
        let mut keys = source.distinct.iter().chain(source.latest_of.iter().flatten()).chain(links);
        if !may_hold(Ground::of(source.of), &binding) || keys.any(|key| forbids(&source.cond, key)) {
            plan.unreachable.push(self.about(cell, Finding::new(codes::CONDITIONS_EXCLUDE)));
        }
        plan.missing.extend(self.still_open(cell, source));
        for finding in self.unsuited(cell.requirement, &cell.members, source, days) {
            let found = if finding.code == codes::DATA_MISSING { &mut plan.missing } else { &mut plan.unreachable };
            found.push(finding);
        }
        (!plan.missing.is_empty() || !plan.unreachable.is_empty()).then_some(plan)
    }

    /// A quotient by what may be nothing.
    fn is_undefined(&self, details: &Details<'w>) -> bool {
        details.quotient.is_some_and(|(_, below)| below.lo == Some(Exact::ZERO))
    }

    /// A quotient that must stay low is judged only when there is something below.
    fn define(&self, cell: &CellStanding<'w>, below: &'w Measure, rate: Exact, plan: &mut Plan) {
        let Some(days) = self.days(cell, below, plan) else { return };
        let Some(source) = below.first_source() else { return };
        let mut item = self.item(cell, Action::Raise, source, days);
        item.rate = Some(rate);
        (item.n, item.records) = (1, 1);
        plan.work.push(item);
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
        if self.is_exclusive(source) && needed > 1 {
            // What holds at one and the same time stands in entries of its own; else one begins after the other ended.
            item.in_turn = !source.snapshot;
            item.records = if source.snapshot { needed } else { item.records };
        }
        if let Some(path) = closed_key(source) {
            item.taken = details.keys.iter().filter_map(|key| key.first()).map(ToString::to_string).collect();
            debug_assert_eq!(item.distinct.first().map(String::as_str), Some(&*path.text));
        }
        plan.work.push(item);
        plan
    }

    /// The codes that a path may have.
    fn values_of(&self, source: &Source, path: &Path) -> Option<Vec<String>> {
        allowed(&source.cond, path).or_else(|| {
            let list = self.world.plan.codes.lists.get(&path.list)?;
            Some(list.iter().map(|entry| entry.code.to_string()).collect())
        })
    }

    /// The key by which elements are told apart, when it is the member that they are for.
    fn own_key<'s>(&self, requirement: &Requirement, source: &'s Source) -> Option<&'s Path> {
        let [path] = source.apart() else { return None };
        let is_link = |link: &Link| matches!(link, Link::Reference(link) if link.text == path.text);
        let one = !path.steps.iter().any(|step| matches!(step, Step::Follow(_))) && matches!(path.ty, Type::Ref);
        (!requirement.each.is_empty() && one && source.links.iter().any(is_link)).then_some(path)
    }

    /// The rule by which a member has one such entry at a time, so that each begins after the last one ended.
    fn one_at_a_time(&self, requirement: &Requirement, source: &Source) -> Option<&'w Exclusive> {
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
    fn still_open(&self, cell: &CellStanding<'w>, source: &'w Source) -> Vec<Finding> {
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
        of_members.map(|entry| self.missing(cell, &entry.id, &exclusive.to.text)).collect()
    }

    /// Of such items an entry may hold one at a time only.
    fn is_exclusive(&self, source: &Source) -> bool {
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

    /// More different days, or different values, than there are.
    fn too_few(
        &self,
        cell: &CellStanding<'w>,
        details: &Details<'w>,
        source: &'w Source,
        needed: u64,
        days: Days,
    ) -> Option<Finding> {
        let has = cell.cell.range.and_then(|range| range.lo).unwrap_or(Exact::ZERO);
        if source.latest_of.as_ref().is_some_and(Vec::is_empty)
            && source.distinct.is_empty()
            && Exact::size(usize::try_from(needed).ok()?).plus(has).is_none_or(|all| all > Exact::ONE)
        {
            let finding = self.about(cell, Finding::new(codes::ONLY_THE_LATEST));
            return Some(finding.with("target", cell.cell.target.unwrap_or(Exact::ZERO)));
        }
        let one_a_day = one_a_day(source) || self.one_at_a_time(cell.requirement, source).is_some();
        if let (true, Some(left)) = (one_a_day, days.count())
            && needed > left
        {
            let finding = self.about_cell(cell, Finding::new(codes::TOO_FEW_DAYS));
            return Some(finding.with("needed", needed).with("days", left));
        }
        if let (Some(path), false) = (self.own_key(cell.requirement, source), has == Exact::ZERO && needed <= 1) {
            let left = u64::from(has == Exact::ZERO);
            let finding = self.about(cell, Finding::new(codes::TOO_FEW_VALUES));
            return Some(finding.with("field", &path.text).with("needed", needed).with("left", left));
        }
        if let (Some((day, path)), Some(days)) = (day_and_code(source), days.count()) {
            // Each value once on each of the days that are left.
            let left = u64::try_from(self.values_of(source, path)?.len()).ok()?.saturating_mul(days);
            let finding = self.about(cell, Finding::new(codes::TOO_FEW_VALUES)).with("needed", needed);
            let field = format!("{} × {}", day.text, path.text);
            return (needed > left).then(|| finding.with("field", field).with("left", left));
        }
        let path = closed_key(source)?;
        let allowed = self.values_of(source, path)?;
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
        let Some(source) = measure.first_source() else { return };
        let strict = target.cmp == Cmp::LessThan;
        let excess = value.short_of(has).and_then(whole_up).unwrap_or(0) + u64::from(strict);
        if let (Measure::Count(_), Some(_)) = (measure, &source.having) {
            plan.join(self.settle(cell, details, source, excess, days));
            return;
        }
        let mut item = self.item(cell, Action::Reduce, source, days);
        (item.n, item.records) = (excess, excess);
        plan.work.push(item);
    }
}

/// In how many pieces, none above a bound, an amount can be brought; none when not at all.
fn pieces(amount: Exact, exceed: bool, bound: Option<Most>) -> Option<u64> {
    let Some(Most { value: most, open }) = bound else { return Some(1) };
    if most <= Exact::ZERO {
        return None;
    }
    let share = amount.over(most)?;
    let whole = share.as_whole().is_some();
    // Pieces below the bound never come to a whole multiple of it.
    Some((whole_up(share)? + u64::from(whole && (open || exceed))).max(1))
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
    target.cmp == Cmp::MoreThan
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

/// Each day counts once, and it is the day by which records are placed: another day of theirs is free.
pub(super) fn one_a_day(source: &Source) -> bool {
    matches!(source.apart(), [path] if places(source, path)) && source.of.kind().family == Family::Record
}

/// The keys, when they are the day by which records are placed and a code out of a list.
fn day_and_code(source: &Source) -> Option<(&Path, &Path)> {
    let placed = |path: &Path| places(source, path);
    let is_code = |path: &Path| matches!(path.ty, Type::Code) && path.is_own();
    match source.apart() {
        [day, code] | [code, day] if placed(day) && is_code(code) => Some((day, code)),
        _ => None,
    }
}

/// Whether a day of an element's own is the one that places it in a window.
fn places(source: &Source, day: &Path) -> bool {
    let is_day = matches!(day.ty, Type::Date) && day.is_own();
    is_day && source.placing.first().is_some_and(|by| by.text == day.text)
}

/// The only key, when it is a code out of a list.
fn closed_key(source: &Source) -> Option<&Path> {
    match source.apart() {
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
            Test::In(values) => Some(values.iter().map(wording::value_text).collect()),
            Test::Is(Operand::Value(value)) => Some(vec![wording::value_text(value)]),
            _ => None,
        },
        _ => None,
    }
}
