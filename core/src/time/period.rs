use super::Date;
use super::date::digits;
use std::fmt;

/// The length of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// An ISO week, Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// A calendar year.
    Year,
}

impl Unit {
    /// Reads `week`, `month`, `quarter` or `year`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "week" => Self::Week,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            _ => return None,
        })
    }
}

/// A calendar week, month, quarter or year, known by its first day.
///
/// ```
/// use jiexiang::time::{Date, Period, Unit};
/// let quarter = Period::parse("2024-Q2").unwrap();
/// assert_eq!(quarter.first().to_string(), "2024-04-01");
/// assert_eq!(quarter.last().to_string(), "2024-06-30");
/// assert_eq!(quarter.anchor().to_string(), "2024-05-15");
/// assert_eq!(Period::containing(Unit::Month, Date::parse("2024-05-03").unwrap()).to_string(), "2024-05");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: Date,
    unit: Unit,
}

impl Period {
    /// Reads `2024`, `2024-Q2`, `2024-05` or `2024-W07`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (unit, first) = match text.split_once('-') {
            None => (Unit::Year, Date::new(digits::<1>(text, &[4])?[0], 1, 1)?),
            Some((year, rest)) => {
                let [year] = digits(year, &[4])?;
                if let Some(quarter) = rest.strip_prefix('Q') {
                    let [quarter] = digits(quarter, &[1])?;
                    (Unit::Quarter, Date::new(year, quarter.checked_mul(3)?.checked_sub(2)?, 1)?)
                } else if let Some(week) = rest.strip_prefix('W') {
                    let [week] = digits(week, &[2])?;
                    (Unit::Week, Date::of_iso_week(year, week).filter(|_| (1900..=2200).contains(&year))?)
                } else {
                    let [month] = digits(rest, &[2])?;
                    (Unit::Month, Date::new(year, month, 1)?)
                }
            }
        };
        Some(Self { first, unit })
    }

    /// The period of this unit that contains `day`.
    #[must_use]
    pub fn containing(unit: Unit, day: Date) -> Self {
        let month_start = day.first_of_month();
        let first = match unit {
            Unit::Week => day.plus_days(1 - i64::from(day.weekday())),
            Unit::Month => month_start,
            Unit::Quarter => Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).unwrap_or(month_start),
            Unit::Year => Date::new(day.year(), 1, 1).unwrap_or(month_start),
        };
        Self { first, unit }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Date {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Date {
        self.next().first.plus_days(-1)
    }

    /// The unit.
    #[must_use]
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// The following period.
    #[must_use]
    pub fn next(self) -> Self {
        let first = match self.unit {
            Unit::Week => self.first.plus_days(7),
            Unit::Month => self.first.plus_months(1),
            Unit::Quarter => self.first.plus_months(3),
            Unit::Year => self.first.plus_months(12),
        };
        Self { first, ..self }
    }

    /// The day whose lying inside the service makes the period required (G8):
    /// Thursday, the 15th, the 15th of the middle month, 1 July.
    #[must_use]
    pub fn anchor(self) -> Date {
        match self.unit {
            Unit::Week => self.first.plus_days(3),
            Unit::Month => self.first.plus_days(14),
            Unit::Quarter => self.first.plus_months(1).plus_days(14),
            Unit::Year => self.first.plus_months(6),
        }
    }

    /// The due day: an ISO weekday of a week, a day of the (last) month otherwise.
    #[must_use]
    pub fn due(self, day: u32) -> Date {
        let base = match self.unit {
            Unit::Week => self.first,
            Unit::Month => self.first,
            Unit::Quarter => self.first.plus_months(2),
            Unit::Year => self.first.plus_months(11),
        };
        base.plus_days(i64::from(day) - 1).min(self.last())
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last() <= self.last()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.first.year();
        match self.unit {
            Unit::Week => {
                let (year, week) = self.first.iso_week();
                write!(f, "{year:04}-W{week:02}")
            }
            Unit::Month => write!(f, "{year:04}-{:02}", self.first.month()),
            Unit::Quarter => write!(f, "{year:04}-Q{}", (self.first.month() - 1) / 3 + 1),
            Unit::Year => write!(f, "{year:04}"),
        }
    }
}

impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A time of day `09:30` as minutes since midnight.
#[must_use]
pub fn minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let ([hours], [minutes]) = (digits::<1>(hours, &[2])?, digits::<1>(minutes, &[2])?);
    (hours < 24 && minutes < 60).then(|| u16::try_from(hours * 60 + minutes).ok()).flatten()
}
