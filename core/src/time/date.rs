use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use std::fmt;

/// A calendar day between 1900-01-01 and 2200-12-31.
///
/// ```
/// use jiexiang::time::Date;
/// let day = Date::parse("2024-02-29").unwrap();
/// assert_eq!(day.to_string(), "2024-02-29");
/// assert_eq!(Date::parse("2023-02-29"), None);
/// assert_eq!(Date::parse("2024-2-9"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// The year from which the bits of a day count; no day lies before it.
const EPOCH: i32 = 1800;

impl Date {
    /// 1900-01-01.
    pub(crate) const FIRST: Self = match NaiveDate::from_ymd_opt(1900, 1, 1) {
        Some(day) => Self(day),
        None => Self(NaiveDate::MIN),
    };

    /// Reads `YYYY-MM-DD` and nothing looser.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
        let number = |digits: &[&u8]| {
            digits
                .iter()
                .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(**digit - b'0')))
        };
        Self::new(number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?)
    }

    /// A day by its numbers.
    #[must_use]
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        if !(1900..=2200).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).map(Self)
    }

    /// The day in 21 bits, in order: the year from 1800 on above the day of the year.
    pub(crate) fn bits(self) -> usize {
        let year = usize::try_from(self.0.year() - EPOCH).unwrap_or_default();
        year << 9 | self.0.ordinal() as usize
    }

    /// The day that has these bits.
    pub(crate) fn of_bits(bits: usize) -> Self {
        let year = i32::try_from(bits >> 9).unwrap_or_default() + EPOCH;
        let ordinal = u32::try_from(bits & 0x1ff).unwrap_or_default();
        NaiveDate::from_yo_opt(year, ordinal).map_or(Self::FIRST, Self)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u32 {
        self.0.year().unsigned_abs()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The ISO weekday, Monday = 1 to Sunday = 7.
    #[must_use]
    pub fn weekday(self) -> u32 {
        self.0.weekday().number_from_monday()
    }

    /// Saturday or Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// ISO year and week.
    #[must_use]
    pub fn iso_week(self) -> (u32, u32) {
        let week = self.0.iso_week();
        (week.year().unsigned_abs(), week.week())
    }

    /// Monday of an ISO week.
    #[must_use]
    pub fn of_iso_week(year: u32, week: u32) -> Option<Self> {
        NaiveDate::from_isoywd_opt(i32::try_from(year).ok()?, week, Weekday::Mon).map(Self)
    }

    /// The day `days` later (earlier when negative); stays at the calendar's ends.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let by = Days::new(days.unsigned_abs());
        let moved = if days < 0 { self.0.checked_sub_days(by) } else { self.0.checked_add_days(by) };
        moved.map_or(self, Self)
    }

    /// The same day number `months` later, or that month's last day where it has no such day.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        self.0.checked_add_months(Months::new(months)).map_or(self, Self)
    }

    /// Days from `earlier` to `self`; negative when it lies later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The last day of this month.
    #[must_use]
    pub fn end_of_month(self) -> Self {
        self.first_of_month().plus_months(1).plus_days(-1)
    }

    /// The first day of this month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        self.plus_days(1 - i64::from(self.day()))
    }

    /// Full years from `birth` to this day, 周岁: a birthday counts on its day,
    /// and 29 February falls on 1 March in common years.
    #[must_use]
    pub fn age_since(self, birth: Self) -> i64 {
        let years = i64::from(self.year()) - i64::from(birth.year());
        let before_birthday = (self.month(), self.day()) < (birth.month(), birth.day());
        years - i64::from(before_birthday)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How one calendar month is added to a day that the next month may not have.
///
/// "End + 1 month" and "start + n + 1 months − 1 day" differ for about one
/// service in thirty, so a package has to say which it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthEnd {
    /// The same day number, else the month's last day: 30 Nov → 30 Dec, 31 Jan → 28 Feb.
    SameDay,
    /// As above, but a last day of a month stays one: 30 Nov → 31 Dec.
    LastDay,
    /// Start + (n + months) months − 1 day, where n is the length so far.
    FromStart,
}

impl MonthEnd {
    /// Reads `same_day`, `last_day` or `from_start`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "same_day" => Self::SameDay,
            "last_day" => Self::LastDay,
            "from_start" => Self::FromStart,
            _ => return None,
        })
    }

    /// The new end of a service.
    #[must_use]
    pub fn extend(self, start: Date, end: Date, months: u32) -> Date {
        match self {
            Self::SameDay => end.plus_months(months),
            Self::LastDay if end == end.end_of_month() => end.first_of_month().plus_months(months).end_of_month(),
            Self::LastDay => end.plus_months(months),
            Self::FromStart => {
                let after = end.plus_days(1);
                let length = (after.year() * 12 + after.month()).saturating_sub(start.year() * 12 + start.month());
                let length = length.saturating_sub(u32::from(start.plus_months(length) > after));
                start.plus_months(length + months).plus_days(-1)
            }
        }
    }
}

/// A birth date of which the day, or day and month, may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// The first day that it can mean.
    pub earliest: Date,
    /// The last day that it can mean.
    pub latest: Date,
}

impl PartialDate {
    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(day) = Date::parse(text) {
            return Some(Self { earliest: day, latest: day });
        }
        if let Some([year, month]) = digits(text, &[4, 2]) {
            let earliest = Date::new(year, month, 1)?;
            return Some(Self { earliest, latest: earliest.end_of_month() });
        }
        let [year] = digits(text, &[4])?;
        Some(Self { earliest: Date::new(year, 1, 1)?, latest: Date::new(year, 12, 31)? })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { earliest, latest } = self;
        if earliest == latest {
            write!(f, "{earliest}")
        } else if earliest.month() == latest.month() {
            write!(f, "{:04}-{:02}", earliest.year(), earliest.month())
        } else {
            write!(f, "{:04}", earliest.year())
        }
    }
}

/// Splits at `-` into numbers of exactly these many ASCII digits.
pub(super) fn digits<const N: usize>(text: &str, widths: &[usize; N]) -> Option<[u32; N]> {
    let mut parts = text.split('-');
    let mut numbers = [0; N];
    for (number, width) in numbers.iter_mut().zip(widths) {
        let part = parts.next()?;
        if part.len() != *width || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}
