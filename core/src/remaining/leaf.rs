//! A measure that falls short of its target, or lies beyond a limit.

use super::days::Days;
use super::item::{first_source, records};
use super::plan::{Plan, Planner};
use super::work::Action;
use crate::evaluate::{CellStanding, Details, Outcome, Tri, falls};
use crate::finding::{Finding, remaining as codes};
use crate::kind::{Family, Type};
use crate::number::Exact;
use crate::package::model::{Cmp, Collection, Cond, Measure, Operand, Path, Source, Target, Test};
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

    /// A quotient by what may be nothing.
    fn is_undefined(&self, details: &Details<'w>) -> bool {
        details.quotient.is_some_and(|(_, below)| below.lo == Some(Exact::ZERO))
    }

    /// A quotient that must stay low is judged only when there is something below.
    fn define(&self, cell: &CellStanding<'w>, below: &'w Measure, rate: Exact, plan: &mut Plan) {
        let Some(days) = self.days(cell, below, plan) else { return };
        let Some(source) = first_source(below) else { return };
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

/// Each day counts once.
pub(super) fn one_a_day(source: &Source) -> bool {
    matches!(source.apart(), [path] if is_day(path)) && source.of.kind().family == Family::Record
}

fn is_day(path: &Path) -> bool {
    matches!(path.ty, Type::Date) && path.is_own()
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
