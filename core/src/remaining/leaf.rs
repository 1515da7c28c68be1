//! A measure that falls short of its target, or lies beyond a limit.

use super::amount::{is_strict, needed};
use super::days::Days;
use super::item::records;
use super::plan::{Plan, Planner};
use super::possible::{Ground, forbids, may_hold};
use super::supply::closed_key;
use super::work::Action;
use crate::evaluate::{CellStanding, Details, Outcome, Tri, falls};
use crate::finding::{Finding, remaining as codes};
use crate::kind::Type;
use crate::number::Exact;
use crate::package::model::{Cmp, Collection, Cond, Link, Measure, Source, Target};

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
                    let ways = sources.iter().map(|source| match self.open_to(cell, source, days) {
                        Ok(days) => self.elements(cell, details, source, needed, days),
                        Err(hindered) => hindered,
                    });
                    plan.join(ways.min_by_key(Plan::cost).unwrap_or_default());
                }
            }
            Measure::Sum(sources) => {
                let mut ways: Vec<Result<(&Source, Days), Plan>> =
                    sources.iter().map(|source| Ok((source, self.open_to(cell, source, days)?))).collect();
                let open = ways.iter().position(Result::is_ok).unwrap_or(0);
                let (source, days) = match ways.swap_remove(open) {
                    Ok(open) => open,
                    Err(hindered) => return plan.join(hindered),
                };
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
                if let Some(finding) = self.beyond_days(cell, source, n, days) {
                    plan.unreachable.push(finding);
                    return;
                }
                let days = self.days_for(source, n, days);
                (item.last_useful_day, item.late) = (days.last, days.late);
                (item.n, item.records) = (n, records(source, n));
                plan.work.push(item);
            }
            Measure::Ratio(above, base) => {
                let Some(source) = above.first_source() else { return };
                let grows = adds_to_both(above, base, value);
                // What may belong below must not undo the work.
                let below = details.quotient.filter(|(_, below)| below.lo != Some(Exact::ZERO));
                let below = below.and_then(|(_, below)| below.hi).unwrap_or(Exact::ZERO);
                let above = details.quotient.and_then(|(above, _)| above.lo).unwrap_or(Exact::ZERO);
                let mut item = self.item(cell, Action::Raise, source, days);
                item.rate = Some(value);
                item.exceed = is_strict(target);
                // Without anything below there is no telling how much; the rate is what must be reached.
                let one_more = if is_mean(measure) { below.plus(Exact::ONE) } else { Some(below) };
                item.amount = one_more
                    .filter(|_| below > Exact::ZERO)
                    .and_then(|below| value.times(below))
                    .and_then(|wanted| above.short_of(wanted))
                    .map(|exact| if is_mean(measure) && is_whole(source) { rounded_up(exact) } else { exact });
                if grows && let Some(gap) = item.amount {
                    // Each further one adds below too: x of x more, until s + x is the share t of n + x.
                    let further = value.short_of(Exact::ONE).and_then(|rest| gap.over(rest));
                    item.amount = further.map(|exact| if is_whole(source) { rounded_up(exact) } else { exact });
                    item.further = true;
                }
                item.field = source.field.as_ref().map(|field| field.text.to_string());
                (item.n, item.records) = (1, 1);
                plan.work.push(item);
            }
            Measure::Coverage(_) => {}
        }
    }

    /// The days on which new elements of a source count, or what stands in the way of any.
    fn open_to(&self, cell: &CellStanding<'w>, source: &'w Source, days: Days) -> Result<Days, Plan> {
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
        let since = self.since(cell, source, days).map_err(|hindered| plan.join(hindered));
        match since {
            Ok(days) if plan.missing.is_empty() && plan.unreachable.is_empty() => Ok(days),
            _ => Err(plan),
        }
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
        let days = self.days_for(source, needed, days);
        let member = matches!(source.of, Collection::Member { .. });
        let mut item = self.item(cell, if member { Action::Mend } else { Action::Add }, source, days);
        item.n = needed;
        item.records = records(source, needed);
        if needed > 1 {
            item.alike = self.alike(cell.requirement, source);
        }
        if needed > 1 && self.is_exclusive(source) {
            // What holds at one and the same time stands in entries of its own; else one begins after the
            // other ended, as many in an entry as there are days.
            let in_one = if source.snapshot { Some(1) } else { days.count() };
            item.records = in_one.map_or(item.records, |in_one| needed.div_ceil(in_one.max(1)));
            item.in_turn = item.records < needed;
        }
        if let Some(path) = closed_key(source) {
            item.taken = details.keys.iter().filter_map(|key| key.first()).map(ToString::to_string).collect();
            debug_assert_eq!(item.distinct.first().map(String::as_str), Some(&*path.text));
        }
        plan.work.push(item);
        plan
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
        let excess = value.short_of(has).and_then(Exact::whole_up).unwrap_or(0) + u64::from(strict);
        if let (Measure::Count(_), Some(_)) = (measure, &source.having) {
            plan.join(self.settle(cell, details, source, excess, days));
            return;
        }
        let mut item = self.item(cell, Action::Reduce, source, days);
        (item.n, item.records) = (excess, excess);
        plan.work.push(item);
    }
}

/// Each further one that counts above counts below too: a share of entries of one kind.
fn adds_to_both(above: &Measure, below: &Measure, share: Exact) -> bool {
    let kind = |measure: &Measure| measure.first_source().map(|source| source.of.kind());
    let alike = std::mem::discriminant(above) == std::mem::discriminant(below);
    share < Exact::ONE && alike && kind(above) == kind(below)
}

/// An amount for each entry of the kind that brings it: who brings more of it is one entry more.
fn is_mean(measure: &Measure) -> bool {
    let Measure::Ratio(above, below) = measure else { return false };
    let sources = above.first_source().zip(below.first_source());
    matches!((&**above, &**below), (Measure::Sum(_), Measure::Count(_)))
        && sources.is_some_and(|(above, below)| {
            (above.of.kind(), above.of.list()) == (below.of.kind(), below.of.list()) && below.apart().is_empty()
        })
}

/// What is added up comes in whole ones.
fn is_whole(source: &Source) -> bool {
    source.field.as_ref().is_none_or(|field| matches!(field.ty, Type::Whole))
}

fn rounded_up(number: Exact) -> Exact {
    number.whole_up().and_then(|up| i64::try_from(up).ok()).map_or(number, Exact::whole)
}
