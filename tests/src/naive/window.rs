//! FORMAT section 3, *Windows*: the cells a window makes of the service.

use super::date::{Stretch, day, day_of, month_end, month_start, period, plus_days, plus_months};
use super::kinds::is_register;
use super::path::{Found, found_day};
use super::truth::Truth;
use super::world::{Element, World};
use chrono::{Datelike, NaiveDate};
use serde_json::Value;

/// One stretch of time in which something is owed.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// First day on which an element may lie.
    pub first: NaiveDate,
    /// Last such day; none while it is open until closing.
    pub last: Option<NaiveDate>,
    /// The calendar (or counted) period, not cut by the service.
    pub period: Option<Stretch>,
    /// The period's anchor day.
    pub anchor: Option<NaiveDate>,
    /// The period's name: `2024`, `2024-Q2`, `2024-05`, `2024-W07`; a counted one's first day.
    pub name: Option<String>,
    /// The fields that place an element.
    pub by: Vec<String>,
    /// Whether the window is over on the day of judgement.
    pub over: bool,
    /// Whether it has begun.
    pub begun: bool,
    /// An anchor has not happened.
    pub missing: bool,
    /// A fixed window that does not meet the service.
    pub infeasible: bool,
    /// `within` hours of a day.
    pub hours: Option<(NaiveDate, i64)>,
    /// Whether the requirement states a window.
    pub explicit: bool,
}

/// A period with its anchor day and name.
struct Period {
    days: Stretch,
    anchor: NaiveDate,
    name: String,
}

impl World {
    /// The whole service, for children of a container.
    #[must_use]
    pub fn service(&self) -> Window {
        self.cut(&Value::Null, self.start, Some(self.end))
    }

    fn cut(&self, stated: &Value, first: NaiveDate, last: Option<NaiveDate>) -> Window {
        let mut by = Vec::new();
        match &stated["by"] {
            Value::String(field) => by.push(field.clone()),
            Value::Array(fields) => by.extend(fields.iter().filter_map(Value::as_str).map(str::to_owned)),
            _ => {}
        }
        let grace = stated["grace_days"].as_i64().unwrap_or(0);
        let over = if stated["until"] == "closing" {
            self.at_closing
        } else {
            last.is_some_and(|last| self.as_of >= plus_days(last, grace))
        };
        Window {
            first,
            last,
            period: None,
            anchor: None,
            name: None,
            by,
            over,
            begun: self.as_of >= first,
            missing: false,
            infeasible: false,
            hours: None,
            explicit: stated.is_object(),
        }
    }

    /// The cells of a window, for these members.
    #[must_use]
    pub fn windows(&self, stated: &Value, members: &[Element]) -> Vec<Window> {
        let closing = stated["until"] == "closing";
        let missing = || {
            let mut window = self.cut(stated, self.start, Some(self.end));
            window.missing = true;
            vec![window]
        };

        // The ends that the window names, not yet cut by the service.
        let mut from: Option<NaiveDate> = None;
        let mut to: Option<NaiveDate> = None;
        let mut hours = None;
        let mut fixed = false;
        if !stated["from"].is_null() {
            match self.anchor(&stated["from"], members) {
                Some(day) => from = Some(day),
                None => return missing(),
            }
            fixed = stated["from"].is_string();
        }
        if !stated["to"].is_null() {
            match self.anchor(&stated["to"], members) {
                Some(day) => to = Some(day),
                None => return missing(),
            }
            fixed = stated["to"].is_string() && (fixed || from.is_none());
        }
        let within = &stated["within"];
        if within.is_object() {
            let Some(anchor) = self.anchor(&within["of"], members) else {
                return missing();
            };
            fixed = within["of"].is_string() && (fixed || (from.is_none() && to.is_none()));
            from = Some(from.map_or(anchor, |from| from.max(anchor)));
            let mut last = anchor;
            if let Some(n) = within["days"].as_i64() {
                last = plus_days(anchor, n);
            } else if let Some(n) = within["working_days"].as_i64() {
                let mut left = n;
                while left > 0 {
                    last = plus_days(last, 1);
                    if self.is_working_day(last) {
                        left -= 1;
                    }
                }
            } else if let Some(n) = within["hours"].as_i64() {
                last = plus_days(anchor, (n + 23) / 24);
                hours = Some((anchor, n));
            }
            to = Some(to.map_or(last, |to| to.min(last)));
        }

        let first = from.map_or(self.start, |from| from.max(self.start));
        let last_served = to.map_or(self.end, |to| to.min(self.end));
        let last = if closing {
            let closing_day = self.at_closing.then_some(self.as_of);
            match (to, closing_day) {
                (Some(to), Some(day)) => Some(to.min(day)),
                (to, day) => to.or(day),
            }
        } else {
            Some(last_served)
        };
        let infeasible = fixed && (first > self.end || last_served < self.start || first > last_served);

        let Some(each) = stated["each"].as_str() else {
            let mut window = self.cut(stated, first, last);
            window.hours = hours;
            window.infeasible = infeasible;
            return vec![window];
        };
        let periods = if stated["counted_from"].is_null() {
            self.calendar_periods(each, stated["due"].as_u64())
        } else {
            match self.anchor(&stated["counted_from"], members) {
                Some(day) => self.counted_periods(each, day),
                None => return missing(),
            }
        };
        let mut cells = Vec::new();
        for Period { days, anchor, name } in periods {
            // Required iff the anchor day lies in the service (and between the named ends).
            if anchor < first || anchor > last_served {
                continue;
            }
            let cell_last = if closing {
                Some(last.map_or(days.1, |last| last.min(days.1)))
            } else {
                Some(last_served.min(days.1))
            };
            let mut window = self.cut(stated, first.max(days.0), cell_last);
            window.period = Some(days);
            window.anchor = Some(anchor);
            window.name = Some(name);
            window.hours = hours;
            window.infeasible = infeasible;
            cells.push(window);
        }
        cells
    }

    fn calendar_periods(&self, each: &str, due: Option<u64>) -> Vec<Period> {
        let due = due.and_then(|d| u32::try_from(d).ok());
        let mut periods = Vec::new();
        for year in self.start.year() - 1..=self.end.year() + 1 {
            match each {
                "week" => {
                    for week in 1..=53u32 {
                        let Some(days) = period(&format!("{year:04}-W{week:02}")) else {
                            continue;
                        };
                        let anchor = plus_days(days.0, i64::from(due.unwrap_or(4)) - 1);
                        periods.push(Period { days, anchor, name: format!("{year:04}-W{week:02}") });
                    }
                }
                "month" => {
                    for month in 1..=12 {
                        let days = (month_start(year, month), month_end(year, month));
                        let anchor = nth_day(year, month, due.unwrap_or(15));
                        periods.push(Period { days, anchor, name: format!("{year:04}-{month:02}") });
                    }
                }
                "quarter" => {
                    for quarter in 1..=4 {
                        let days = (month_start(year, quarter * 3 - 2), month_end(year, quarter * 3));
                        let anchor = match due {
                            Some(due) => nth_day(year, quarter * 3, due),
                            None => nth_day(year, quarter * 3 - 1, 15),
                        };
                        periods.push(Period { days, anchor, name: format!("{year:04}-Q{quarter}") });
                    }
                }
                _ => {
                    let days = (month_start(year, 1), month_end(year, 12));
                    let anchor = match due {
                        Some(due) => nth_day(year, 12, due),
                        None => month_start(year, 7),
                    };
                    periods.push(Period { days, anchor, name: format!("{year:04}") });
                }
            }
        }
        periods
    }

    /// Periods counted from a day; required by the day half their length after the start.
    fn counted_periods(&self, each: &str, from: NaiveDate) -> Vec<Period> {
        let mut periods = Vec::new();
        let mut n = 0;
        loop {
            let (start, next, anchor) = match each {
                "week" => {
                    let start = plus_days(from, i64::from(n) * 7);
                    (start, plus_days(start, 7), plus_days(start, 3))
                }
                "month" => {
                    let start = plus_months(from, n);
                    (start, plus_months(from, n + 1), plus_days(start, 14))
                }
                "quarter" => {
                    let start = plus_months(from, n * 3);
                    (start, plus_months(from, (n + 1) * 3), plus_days(plus_months(start, 1), 14))
                }
                _ => {
                    let start = plus_months(from, n * 12);
                    (start, plus_months(from, (n + 1) * 12), plus_months(start, 6))
                }
            };
            if start > self.end {
                return periods;
            }
            periods.push(Period { days: (start, plus_days(next, -1)), anchor, name: start.to_string() });
            n += 1;
        }
    }

    /// Weekends and listed days off are not worked; extra working days are.
    #[must_use]
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        let listed = |name: &str| {
            let days = self.contract[name].as_array();
            days.is_some_and(|days| days.iter().any(|d| day_of(d) == Some(date)))
        };
        if listed("extra_working_days") {
            return true;
        }
        date.weekday().number_from_monday() <= 5 && !listed("non_working_days")
    }

    /// Whether an element lies in a window, and its day.
    #[must_use]
    pub fn place(&self, element: &Element, window: &Window, snapshot: bool) -> (Truth, Option<NaiveDate>) {
        if is_register(self.kind(element)) && window.by.is_empty() {
            return (Truth::Yes, None);
        }
        let mut by = window.by.clone();
        if by.is_empty() {
            by.push("date".to_owned());
        }
        for path in &by {
            let found = self.follow(element, path, self.reading(element, snapshot));
            if found == Found::Absent {
                continue;
            }
            if let Some(date) = found_day(&found) {
                return (self.lies_in(date, window), Some(date));
            }
            if let Found::One(known) = &found
                && let Some(days) = known.value.as_str().and_then(period)
            {
                return (period_lies_in(days, window), self.own_date(element));
            }
            return (Truth::Maybe, None);
        }
        (Truth::Maybe, None)
    }

    /// A day in a window. What has a day to come has not happened yet.
    #[must_use]
    pub fn lies_in(&self, date: NaiveDate, window: &Window) -> Truth {
        let in_period = window.period.is_none_or(|(first, last)| first <= date && date <= last);
        let inside = window.first <= date && window.last.is_none_or(|last| date <= last);
        if !in_period || !inside || date > self.as_of {
            return Truth::No;
        }
        match window.hours {
            None => Truth::Yes,
            Some((anchor, hours)) => {
                // Days know no hours: two moments d days apart are between (d−1)·24 and
                // (d+1)·24 hours apart.
                let days = (date - anchor).num_days();
                Truth::between((days + 1) * 24 <= hours, (days - 1) * 24 < hours)
            }
        }
    }

    /// The day an anchor names, once it has happened.
    #[must_use]
    pub fn anchor(&self, anchor: &Value, members: &[Element]) -> Option<NaiveDate> {
        if let Some(name) = anchor.as_str() {
            return match name {
                "service_start" => Some(self.start),
                "service_end" => Some(self.end),
                "midterm_date" => day_of(&self.contract["midterm_date"]),
                date => day(date),
            };
        }
        if let Some(id) = anchor["first"].as_str() {
            return self.verdict(id)?.first;
        }
        if let Some(id) = anchor["met"].as_str() {
            return self.verdict(id)?.met;
        }
        if let Some(path) = anchor["member"].as_str() {
            for member in members {
                let found = self.follow(member, path, self.reading(member, false));
                if let Some(date) = found_day(&found) {
                    return Some(date);
                }
            }
            return None;
        }
        let mut earliest: Option<NaiveDate> = None;
        for event in self.collection(anchor["event"].as_str()?) {
            if self.is_sound(&event) != Truth::Yes {
                continue;
            }
            if let Some(date) = self.own_date(&event) {
                earliest = Some(earliest.map_or(date, |known| known.min(date)));
            }
        }
        earliest
    }
}

/// A day of a month, the last one when the month is too short.
fn nth_day(year: i32, month: u32, nth: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, nth).unwrap_or_else(|| month_end(year, month))
}

/// A period belongs to the cell that contains it; without cells it is inside when it overlaps.
fn period_lies_in(days: Stretch, window: &Window) -> Truth {
    let contained = window.period.is_none_or(|(first, last)| first <= days.0 && days.1 <= last);
    let overlaps = days.1 >= window.first && window.last.is_none_or(|last| days.0 <= last);
    Truth::of(contained && overlaps)
}
