use super::Value;
use crate::time::{Date, Period};
use rust_decimal::Decimal;
use std::sync::Arc;

/// A plain value that a package or a contract states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constant {
    /// Yes or no.
    YesNo(bool),
    /// A whole number.
    Whole(i64),
    /// A decimal.
    Amount(Decimal),
    /// A day.
    Date(Date),
    /// A time of day, in minutes since midnight.
    Time(u16),
    /// A week, month, quarter or year.
    Period(Period),
    /// A text, code, id or reference.
    Text(Arc<str>),
}

impl Constant {
    /// The value that it is.
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        match self {
            Self::YesNo(truth) => Value::YesNo(*truth),
            Self::Whole(number) => Value::Whole(*number),
            Self::Amount(number) => Value::Amount(*number),
            Self::Date(date) => Value::Date(*date),
            Self::Time(minutes) => Value::Time(*minutes),
            Self::Period(period) => Value::Period(*period),
            Self::Text(text) => Value::Text(text),
        }
    }
}
