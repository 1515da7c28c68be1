//! Days of the sample year: public holidays as published, and days of work.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A day.
pub(crate) type Day = NaiveDate;

/// Public holidays of the year on weekdays and weekends.
pub(crate) const OFF: &[&str] = &[
    "2024-04-04",
    "2024-04-05",
    "2024-04-06",
    "2024-05-01",
    "2024-05-02",
    "2024-05-03",
    "2024-05-04",
    "2024-05-05",
    "2024-06-10",
    "2024-09-15",
    "2024-09-16",
    "2024-09-17",
    "2024-10-01",
    "2024-10-02",
    "2024-10-03",
    "2024-10-04",
    "2024-10-05",
    "2024-10-06",
    "2024-10-07",
    "2025-01-01",
    "2025-01-28",
    "2025-01-29",
    "2025-01-30",
    "2025-01-31",
    "2025-02-01",
    "2025-02-02",
    "2025-02-03",
    "2025-02-04",
    "2025-04-04",
    "2025-04-05",
    "2025-04-06",
];

/// Weekend days worked instead (调休).
pub(crate) const ON: &[&str] =
    &["2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08"];

/// A day written out.
///
/// # Panics
/// When it is none; only literals of this module's neighbours come here.
pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a literal day")
}

/// A day some days later.
pub(crate) fn plus(from: Day, days: u64) -> Day {
    from + Days::new(days)
}

/// Whether work is done on this day.
pub(crate) fn works(on: Day) -> bool {
    let text = on.to_string();
    let weekend = matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
    ON.contains(&text.as_str()) || !(weekend || OFF.contains(&text.as_str()))
}

/// This day, or the next on which work is done.
pub(crate) fn next_work(mut on: Day) -> Day {
    while !works(on) {
        on = plus(on, 1);
    }
    on
}

/// This day, or the one before on which work is done.
pub(crate) fn last_work(mut on: Day) -> Day {
    while !works(on) {
        on = on - Days::new(1);
    }
    on
}

/// Every day of work from the first to the last.
pub(crate) fn workdays(first: Day, last: Day) -> Vec<Day> {
    first.iter_days().take_while(|on| *on <= last).filter(|on| works(*on)).collect()
}
