//! Days, partial dates and periods.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde_json::Value;

/// A stretch of days, both ends included.
pub type Stretch = (NaiveDate, NaiveDate);

/// A day `2024-05-01`.
#[must_use]
pub fn day(text: &str) -> Option<NaiveDate> {
    if text.len() != 10 {
        return None;
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()
}

/// The day in a JSON value.
#[must_use]
pub fn day_of(value: &Value) -> Option<NaiveDate> {
    day(value.as_str()?)
}

/// `n` days later (or earlier when negative).
#[must_use]
pub fn plus_days(date: NaiveDate, n: i64) -> NaiveDate {
    if n >= 0 {
        date.checked_add_days(Days::new(n.unsigned_abs())).unwrap_or(NaiveDate::MAX)
    } else {
        date.checked_sub_days(Days::new(n.unsigned_abs())).unwrap_or(NaiveDate::MIN)
    }
}

/// `n` months later: the same day number, or the month's last day.
#[must_use]
pub fn plus_months(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_add_months(Months::new(n)).unwrap_or(NaiveDate::MAX)
}

/// The first day of a month.
#[must_use]
pub fn month_start(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX)
}

/// The last day of a month.
#[must_use]
pub fn month_end(year: i32, month: u32) -> NaiveDate {
    plus_days(plus_months(month_start(year, month), 1), -1)
}

/// A full or partial date (`1944-05-01`, `1944-05`, `1944`) as the days it may be.
#[must_use]
pub fn partial(text: &str) -> Option<Stretch> {
    if let Some(d) = day(text) {
        return Some((d, d));
    }
    let year: i32 = text.get(0..4)?.parse().ok()?;
    match text.len() {
        4 => Some((month_start(year, 1), month_end(year, 12))),
        7 => {
            let month: u32 = text.get(5..7)?.parse().ok()?;
            if (1..=12).contains(&month) { Some((month_start(year, month), month_end(year, month))) } else { None }
        }
        _ => None,
    }
}

/// A period `2024`, `2024-Q2`, `2024-05` or `2024-W07` as its days.
#[must_use]
pub fn period(text: &str) -> Option<Stretch> {
    if text.len() == 10 {
        return None;
    }
    let year: i32 = text.get(0..4)?.parse().ok()?;
    match text.get(5..6) {
        Some("Q") => {
            let quarter: u32 = text.get(6..)?.parse().ok()?;
            if !(1..=4).contains(&quarter) {
                return None;
            }
            Some((month_start(year, quarter * 3 - 2), month_end(year, quarter * 3)))
        }
        Some("W") => {
            let week: u32 = text.get(6..)?.parse().ok()?;
            let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
            Some((monday, plus_days(monday, 6)))
        }
        _ => partial(text),
    }
}

/// 周岁 on a day: the birthday counts on its day, 29 February on 1 March in common years.
#[must_use]
pub fn age(birth: NaiveDate, on: NaiveDate) -> i128 {
    let years = on.year() - birth.year();
    let birthday =
        NaiveDate::from_ymd_opt(on.year(), birth.month(), birth.day()).unwrap_or_else(|| month_start(on.year(), 3));
    i128::from(if on < birthday { years - 1 } else { years })
}

/// Whole months of a service, when it is exactly some months long.
#[must_use]
pub fn service_months(start: NaiveDate, end: NaiveDate) -> Option<u32> {
    let mut n = 1;
    while n <= 240 {
        if plus_days(plus_months(start, n), -1) == end {
            return Some(n);
        }
        n += 1;
    }
    None
}
