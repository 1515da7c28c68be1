//! On which days work for a cell still counts.

use super::plan::{Plan, Planner};
use crate::evaluate::{CellStanding, Element, keys};
use crate::finding::{Finding, remaining as codes};
use crate::kind::Field;
use crate::number::Exact;
use crate::package::model::{Link, Measure, Source};
use crate::time::Date;

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
    pub(super) fn count(self) -> Option<u64> {
        let (from, last) = (self.from?, self.last?);
        Some(u64::try_from(last.days_since(from) + 1).unwrap_or(0))
    }
}

impl<'w> Planner<'_, 'w> {
    /// The days on which work for a cell counts; none when there are none left, which is noted.
    pub(super) fn days(&self, cell: &CellStanding<'w>, measure: &'w Measure, plan: &mut Plan) -> Option<Days> {
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
        let from = tomorrow.max(span.first);
        let for_period = measure.is_for_period();
        if span.over && for_period {
            // What names the period that it is for counts however late it is delivered.
            return Some(Days { from: Some(tomorrow), last: None, late: true });
        }
        let last = self.last_day(cell, measure, for_period);
        // Grace keeps a cell open for what was done in it; what is done now comes too late.
        if span.over || last.is_some_and(|last| last < from) {
            if !span.over && last.is_some_and(|last| last < span.first) {
                // Not even its first day is certain to lie in it.
                plan.unreachable.push(self.about(cell, Finding::new(codes::NOT_ATTAINABLE)));
                return None;
            }
            let has = cell.cell.range.and_then(|range| range.lo).unwrap_or(Exact::ZERO);
            let target = cell.cell.target.unwrap_or(Exact::ZERO);
            let finding = self.about_cell(cell, Finding::new(codes::WINDOW_PAST));
            plan.unreachable.push(finding.with("lo", has).with("target", target));
            return None;
        }
        Some(Days { from: Some(from), last, late: false })
    }

    /// Of these days those that are not before the day of the cell's member from which on its elements count.
    pub(super) fn since(&self, cell: &CellStanding<'w>, source: &'w Source, days: Days) -> Result<Days, Plan> {
        let (Some(path), Some(member)) = (&source.since, cell.members.last()) else { return Ok(days) };
        // Registers are found by the reference that leads to them.
        let kinds = source.links.iter().rev().find_map(|link| match link {
            Link::Reference(path) => Some(path.to.as_slice()),
            _ => None,
        });
        let entry = self.world.any(member).or_else(|| self.world.follow(member, kinds?));
        let day = entry.map(Element::whole).and_then(|element| {
            let texts = keys::texts(self.world, path, element, self.world.reading(&element, false));
            texts.first().and_then(|day| Date::parse(day))
        });
        let Some(day) = day else {
            return Err(Plan { missing: vec![self.missing(cell, member, &path.text)], ..Plan::default() });
        };
        let from = days.from.max(Some(day));
        if from.zip(days.last).is_some_and(|(from, last)| from > last) {
            let late = self.about(cell, Finding::new(codes::NOT_ATTAINABLE));
            return Err(Plan { unreachable: vec![late], ..Plan::default() });
        }
        Ok(Days { from, ..days })
    }

    /// The last day on which something new counts in a cell; none = up to closing.
    fn last_day(&self, cell: &CellStanding<'w>, measure: &Measure, for_period: bool) -> Option<Date> {
        let (span, window) = (&cell.span, &cell.requirement.window);
        if window.until_closing && (for_period || window.to.is_none() && window.within.is_none()) {
            // A period ends with itself; closing cuts it, and no one knows when that is.
            return span.period.map(|(_, last)| last).filter(|_| !for_period);
        }
        let grace = if for_period { i64::from(window.grace_days) } else { 0 };
        let last = span.last.plus_days(grace);
        // So many hours after an hour that is not known: only the days on which they cannot be over, at
        // their first minute where the record says when it began, else at their last.
        let minute_of_day = if says_when(measure) { 0 } else { 24 * 60 - 1 };
        let in_hours = span.until_minute.map(|(day, hours, minute)| {
            day.plus_days((hours * 60 + minute.unwrap_or(0) - minute_of_day).div_euclid(24 * 60))
        });
        Some(in_hours.map_or(last, |by| by.min(last)))
    }
}

/// Whether what is counted has a time of day at which it began; items of a list have none.
fn says_when(measure: &Measure) -> bool {
    let entries = measure.first_source().filter(|source| source.of.list().is_none());
    entries.is_some_and(|source| Field::position(source.of.kind().fields, "start").is_some())
}
