//! Windows 期间: which days a cell stands for, and whether they are over.

use super::element::Element;
use super::judge::Judge;
use super::tri::Tri;
use crate::entry::Value;
use crate::kind::Field;
use crate::package::model::{Anchor, Window, Within, WithinUnit};
use crate::time::{Date, Period, Unit};

/// The days of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day on which an element counts.
    pub first: Date,
    /// Last day on which an element counts.
    pub last: Date,
    /// Its last day (and grace) has passed.
    pub over: bool,
    /// Its first day has come.
    pub begun: bool,
    /// First and last day of the period that it is, not cut by the service.
    pub period: Option<(Date, Date)>,
    /// How waivers name it.
    pub name: Option<String>,
    /// The day on which it is due.
    pub due: Option<Date>,
    /// The day whose lying in the service makes it required, and by which members are active.
    pub anchor: Option<Date>,
    /// An end that has not happened yet, so that nothing is certain.
    pub waits_for: Option<String>,
    /// A limit of so many hours after a day, and the minute of that day when it is known.
    pub until_minute: Option<(Date, i64, Option<i64>)>,
    /// A fixed window that does not meet the service.
    pub infeasible: bool,
}

/// The ends that a window names, not yet cut by the service.
#[derive(Default)]
struct Ends {
    from: Option<Date>,
    to: Option<Date>,
    /// All of them are fixed days.
    fixed: bool,
}

impl Ends {
    fn narrow(&mut self, is_start: bool, day: Date, fixed: bool) {
        self.fixed = fixed && (self.fixed || self.from.is_none() && self.to.is_none());
        if is_start {
            self.from = Some(self.from.map_or(day, |from| from.max(day)));
        } else {
            self.to = Some(self.to.map_or(day, |to| to.min(day)));
        }
    }
}

impl Span {
    /// Whether a day lies inside.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }
}

/// A named day, as far as it is known.
enum Known {
    Day(Date),
    NotYet(String),
}

impl<'w> Judge<'w> {
    /// The spans of a window for one combination of members.
    pub(super) fn spans(&self, window: &Window, members: &[Element<'w>]) -> Vec<Span> {
        let world = self.world;
        let mut ends = Ends::default();
        let mut waits_for = None;
        for (anchor, is_start) in [(&window.from, true), (&window.to, false)] {
            let Some(anchor) = anchor else { continue };
            match self.day_of(anchor, members) {
                Known::Day(day) => ends.narrow(
                    is_start,
                    day,
                    matches!(anchor, Anchor::Day(_) | Anchor::ServiceStart | Anchor::ServiceEnd),
                ),
                Known::NotYet(what) => waits_for = Some(what),
            }
        }
        let mut until_minute = None;
        if let Some(within) = &window.within {
            match self.within(within, members) {
                Ok((day, last, minutes)) => {
                    let fixed = matches!(within.of, Anchor::Day(_) | Anchor::ServiceStart | Anchor::ServiceEnd);
                    ends.narrow(true, day, fixed);
                    ends.narrow(false, last, fixed);
                    until_minute = minutes;
                }
                Err(what) => waits_for = Some(what),
            }
        }
        if waits_for.is_some() {
            return vec![self.waiting(window, waits_for)];
        }
        let first = ends.from.map_or(world.start, |from| from.max(world.start));
        let served = ends.to.map_or(world.end, |to| to.min(world.end));
        let last = match (window.until_closing, ends.to) {
            (false, _) => served,
            (true, Some(to)) if self.closing => to.min(world.as_of),
            (true, Some(to)) => to,
            (true, None) => self.closing_day(),
        };
        let whole = Span {
            until_minute,
            // A fixed window that does not meet the service: nothing can be reached in it.
            infeasible: ends.fixed && (first > world.end || served < world.start || first > served),
            ..self.whole(window, first, last)
        };
        match window.unit {
            None => vec![whole],
            Some(unit) => self.periods(unit, window, &whole, served, members),
        }
    }

    /// What waits for something that did not happen is lost when the service is over.
    fn waiting(&self, window: &Window, waits_for: Option<String>) -> Span {
        let whole = self.whole(window, self.world.start, self.world.end);
        Span { waits_for, over: self.world.as_of >= self.world.end, ..whole }
    }

    fn whole(&self, window: &Window, first: Date, last: Date) -> Span {
        Span {
            first,
            last,
            over: self.is_over(window, last),
            begun: first <= self.world.as_of,
            period: None,
            name: None,
            due: None,
            anchor: None,
            waits_for: None,
            until_minute: None,
            infeasible: false,
        }
    }

    /// Open up to closing: any day until closing is asked for.
    fn closing_day(&self) -> Date {
        if self.closing { self.world.as_of } else { self.world.as_of.max(self.world.end).plus_days(1) }
    }

    fn is_over(&self, window: &Window, last: Date) -> bool {
        if window.until_closing {
            self.closing
        } else {
            self.world.as_of >= last.plus_days(i64::from(window.grace_days))
        }
    }

    fn periods(&self, unit: Unit, window: &Window, whole: &Span, served: Date, members: &[Element<'w>]) -> Vec<Span> {
        let counted_from = match &window.counted_from {
            None => None,
            Some(anchor) => match self.day_of(anchor, members) {
                Known::Day(day) => Some(day),
                Known::NotYet(what) => return vec![self.waiting(window, Some(what))],
            },
        };
        let required = required(unit, whole.first, served, window.due, counted_from);
        required
            .into_iter()
            .map(|period| {
                // A period is cut by the service: what lies outside does not count in it.
                let (first, last) = (period.first.max(whole.first), period.last.min(whole.last));
                Span {
                    over: self.is_over(window, last),
                    begun: first <= self.world.as_of,
                    first,
                    last,
                    period: Some((period.first, period.last)),
                    name: Some(period.name),
                    due: period.due,
                    anchor: Some(period.anchor),
                    ..whole.clone()
                }
            })
            .collect()
    }

    #[allow(clippy::type_complexity, reason = "taken apart at its only call")]
    fn within(
        &self,
        within: &Within,
        members: &[Element<'w>],
    ) -> Result<(Date, Date, Option<(Date, i64, Option<i64>)>), String> {
        let day = match self.day_of(&within.of, members) {
            Known::Day(day) => day,
            Known::NotYet(what) => return Err(what),
        };
        match within.unit {
            WithinUnit::Days => Ok((day, day.plus_days(i64::from(within.amount)), None)),
            WithinUnit::WorkingDays => {
                let mut last = day;
                let mut left = within.amount;
                while left > 0 {
                    last = last.plus_days(1);
                    if self.contract.is_working_day(last) {
                        left -= 1;
                    } else if last.days_since(day) > 4000 {
                        break;
                    }
                }
                Ok((day, last, None))
            }
            WithinUnit::Hours => {
                let start = match &within.of {
                    Anchor::Member { .. } => members.last().and_then(|member| member.named("start")),
                    _ => None,
                };
                let minute = match start {
                    Some(Value::Time(minute)) => Some(i64::from(minute)),
                    _ => None,
                };
                let hours = i64::from(within.amount);
                Ok((day, day.plus_days((hours + 23) / 24), Some((day, hours, minute))))
            }
        }
    }

    fn day_of(&self, anchor: &Anchor, members: &[Element<'w>]) -> Known {
        let world = self.world;
        match anchor {
            Anchor::ServiceStart => Known::Day(world.start),
            Anchor::ServiceEnd => Known::Day(world.end),
            Anchor::Day(day) => Known::Day(*day),
            Anchor::First(id) => self.anchors(id).first.map_or_else(|| Known::NotYet(id.to_string()), Known::Day),
            Anchor::Met(id) => self.anchors(id).met.map_or_else(|| Known::NotYet(id.to_string()), Known::Day),
            Anchor::Member { date, .. } => {
                let day = members.iter().rev().find_map(|member| {
                    let mut day = None;
                    world.walk(date, *member, world.reading(member, true), &mut |reached| {
                        if let super::walk::Reached::Value(Value::Date(date)) = reached {
                            day = Some(date);
                        }
                    });
                    day
                });
                day.map_or_else(|| Known::NotYet(date.text.to_string()), Known::Day)
            }
            Anchor::Event(kind) => {
                let events = world
                    .entries(kind.name)
                    .iter()
                    .filter(|event| world.standing(&Element::whole(event)).0 == Tri::Yes);
                let first = events.filter_map(|event| event.date()).min();
                first.map_or_else(|| Known::NotYet(kind.name.to_owned()), Known::Day)
            }
        }
    }

    /// The interval of a member, from its `from` and `to`; an item lasts no longer than what holds it.
    pub(super) fn interval(member: &Element<'w>) -> (Option<Date>, Option<Date>) {
        let day = |name| {
            let fields = member.fields();
            Field::position(fields, name).and_then(|at| member.get(at)).and_then(Value::date)
        };
        let (begun, ended) = member.registered();
        (day("from").max(begun), [day("to"), ended].into_iter().flatten().min())
    }
}

/// A period in which something is required.
struct Required {
    first: Date,
    last: Date,
    anchor: Date,
    due: Option<Date>,
    name: String,
}

/// The periods whose anchor day (the due day, if there is one) lies between two days (G8).
fn required(unit: Unit, from: Date, to: Date, due: Option<u32>, counted_from: Option<Date>) -> Vec<Required> {
    let mut found = Vec::new();
    let mut period = Period::containing(unit, from);
    for step in 0u32.. {
        let required = match counted_from {
            None => {
                let due = due.map(|day| period.due(day));
                let anchor = due.unwrap_or(period.anchor());
                let (first, last, name) = (period.first(), period.last(), period.to_string());
                Required { first, last, anchor, due, name }
            }
            Some(start) => {
                let (first, last, anchor, due) = counted(unit, start, step, due);
                Required { first, last, anchor, due, name: first.to_string() }
            }
        };
        if required.first > to {
            break;
        }
        if from <= required.anchor && required.anchor <= to {
            found.push(required);
        }
        period = period.next();
    }
    found
}

/// Names of the periods that a service requires.
#[must_use]
pub fn required_periods(
    unit: Unit,
    start: Date,
    end: Date,
    due: Option<u32>,
    counted_from: Option<Date>,
) -> Vec<String> {
    required(unit, start, end, due, counted_from).into_iter().map(|period| period.name).collect()
}

/// The `step`-th period counted from a day: first, last, anchor and due day.
fn counted(unit: Unit, start: Date, step: u32, due: Option<u32>) -> (Date, Date, Date, Option<Date>) {
    let months = match unit {
        Unit::Week => 0,
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Year => 12,
    };
    // Each start is reckoned from the first one: 31 Jan, 28 Feb, 31 Mar.
    let nth = |step: u32| match unit {
        Unit::Week => start.plus_days(i64::from(step) * 7),
        _ => start.plus_months(months * step),
    };
    let first = nth(step);
    let last = nth(step + 1).plus_days(-1);
    let middle = match unit {
        Unit::Week => first.plus_days(3),
        Unit::Month => first.plus_days(14),
        Unit::Quarter => first.plus_months(1).plus_days(14),
        Unit::Year => first.plus_months(6),
    };
    let due = due.map(|day| match unit {
        Unit::Week | Unit::Month => first.plus_days(i64::from(day) - 1).min(last),
        Unit::Quarter => first.plus_months(2).plus_days(i64::from(day) - 1).min(last),
        Unit::Year => first.plus_months(11).plus_days(i64::from(day) - 1).min(last),
    });
    (first, last, middle, due)
}
