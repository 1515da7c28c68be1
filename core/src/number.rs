//! Exact numbers. No verdict ever meets a float.

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul};
use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::fmt;

/// Greatest absolute value of a number in an entry or package.
pub const MAX: i64 = 1_000_000_000_000;
/// Most decimals of a number in an entry or package.
pub const DECIMALS: u32 = 4;

/// Reads a JSON number (`12`, `2.50`, `1e3`) within the bounds of this crate.
///
/// `None`: too large or too fine, never rounded.
#[must_use]
pub fn parse(text: &str) -> Option<Decimal> {
    if text.len() > 40 {
        return None;
    }
    let number = match text.split_once(['e', 'E']) {
        None => Decimal::from_str_exact(text).ok()?,
        // The reader of exponents rounds digits that it cannot hold.
        Some((digits, _)) => Decimal::from_str_exact(digits).and_then(|_| Decimal::from_scientific(text)).ok()?,
    };
    let number = number.normalize();
    (number.scale() <= DECIMALS && number.abs() <= Decimal::from(MAX)).then_some(number)
}

/// A whole number that was never text, within the bounds of this crate.
#[must_use]
pub fn bounded(number: i64) -> Option<Decimal> {
    (number.unsigned_abs() <= MAX.unsigned_abs()).then(|| Decimal::from(number))
}

/// A number as a whole number, if it is one.
#[must_use]
pub fn whole(number: Decimal) -> Option<i64> {
    let number = number.normalize();
    (number.scale() == 0).then(|| i64::try_from(number.mantissa()).ok()).flatten()
}

/// An exact quantity: a count, a sum, a quotient.
///
/// ```
/// use jiexiang::number::Exact;
/// let satisfaction = Exact::ratio(896, 1000).unwrap();
/// assert!(satisfaction < Exact::percent("90%").unwrap()); // 89.6 % is not 90 %
/// assert_eq!(satisfaction.to_string(), "0.896");
/// assert_eq!(Exact::ratio(1, 3).unwrap().to_string(), "1/3");
/// assert_eq!(satisfaction.rounded_down(), "0.8960");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(Ratio<i128>);

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// A whole number.
    #[must_use]
    pub fn whole(number: i64) -> Self {
        Self(Ratio::from_integer(i128::from(number)))
    }

    /// The size of a collection.
    #[must_use]
    pub fn size(number: usize) -> Self {
        Self(Ratio::from_integer(i128::try_from(number).unwrap_or(i128::MAX)))
    }

    /// A decimal.
    #[must_use]
    pub fn decimal(number: Decimal) -> Self {
        let number = number.normalize();
        let tens = (0..number.scale()).fold(1i128, |tens, _| tens.saturating_mul(10));
        Self(Ratio::new(number.mantissa(), tens))
    }

    /// A quotient; none when `below` is 0.
    #[must_use]
    pub fn ratio(above: i128, below: i128) -> Option<Self> {
        (below != 0).then(|| Self(Ratio::new(above, below)))
    }

    /// Reads `90%`.
    #[must_use]
    pub fn percent(text: &str) -> Option<Self> {
        let number = parse(text.strip_suffix('%')?)?;
        Self::decimal(number).over(Self::whole(100))
    }

    /// Sum; none when it leaves the range of exact arithmetic.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        // Most are whole numbers, which need no common denominator.
        if (*self.0.denom(), *other.0.denom()) == (1, 1) {
            return i128::checked_add(*self.0.numer(), *other.0.numer()).map(|sum| Self(Ratio::new_raw(sum, 1)));
        }
        self.0.checked_add(&other.0).map(Self)
    }

    /// Product; none when it leaves the range of exact arithmetic.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        self.0.checked_mul(&other.0).map(Self)
    }

    /// Quotient; none when `other` is 0 or the range is left.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        if other.0.numer() == &0 {
            return None;
        }
        self.0.checked_div(&other.0).map(Self)
    }

    /// Difference, not below zero.
    #[must_use]
    pub fn short_of(self, other: Self) -> Option<Self> {
        let negative = Self(Ratio::new(-self.0.numer(), *self.0.denom()));
        other.plus(negative).map(|gap| gap.max(Self::ZERO))
    }

    /// The mean; none for no values. A sum that leaves the exact range is
    /// added up in ten-thousandths, each rounded down, so the mean never gains.
    #[must_use]
    pub fn mean(values: &[Self]) -> Option<Self> {
        let count = Self::size(values.len());
        let sum = values.iter().try_fold(Self::ZERO, |sum, value| sum.plus(*value));
        match sum {
            Some(sum) => sum.over(count),
            None => {
                let sum = values.iter().fold(0i128, |sum, value| sum.saturating_add(value.ten_thousandths()));
                Self::ratio(sum, 10_000)?.over(count)
            }
        }
    }

    /// Whether it is a whole number, and which.
    #[must_use]
    pub fn as_whole(self) -> Option<i128> {
        self.0.is_integer().then(|| *self.0.numer())
    }

    /// The next whole number, of one that is not below nothing: 1.2 pieces are 2.
    pub(crate) fn whole_up(self) -> Option<u64> {
        let mut up = self.as_whole();
        if up.is_none() {
            let text = self.rounded_down();
            let (whole, _) = text.split_once('.')?;
            up = whole.parse::<i128>().ok().map(|whole| whole + 1);
        }
        u64::try_from(up?).ok()
    }

    /// Four decimals, rounded down: 0.89999 shows as 0.8999, never as 0.9.
    #[must_use]
    pub fn rounded_down(self) -> String {
        let scaled = self.ten_thousandths();
        let sign = if scaled < 0 { "-" } else { "" };
        let scaled = scaled.unsigned_abs();
        format!("{sign}{}.{:04}", scaled / 10_000, scaled % 10_000)
    }

    fn ten_thousandths(self) -> i128 {
        let (above, below) = (*self.0.numer(), *self.0.denom());
        match above.checked_mul(10_000) {
            Some(above) => above.div_euclid(below),
            None => above.div_euclid(below).saturating_mul(10_000),
        }
    }
}

impl fmt::Display for Exact {
    /// A whole number, a decimal where four decimals suffice and the value comes from one, else a fraction.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (above, below) = (*self.0.numer(), *self.0.denom());
        if below == 1 {
            return write!(f, "{above}");
        }
        match (above.checked_mul(10_000), 10_000 % below) {
            (Some(_), 0) => {
                let text = self.rounded_down();
                f.write_str(text.trim_end_matches('0'))
            }
            _ => write!(f, "{above}/{below}"),
        }
    }
}

impl serde::Serialize for Exact {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Exact {
    fn schema_name() -> Cow<'static, str> {
        "Exact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "An exact number: whole `12`, decimal `0.5`, or fraction `1/3`.",
            "pattern": "^-?[0-9]+(\\.[0-9]{1,4}|/[0-9]+)?$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn numbers_are_read_exactly_or_not_at_all() {
        let read = |text: &str| parse(text).map(|number| number.to_string());
        let exact = [
            ("12", "12"),
            ("-2.50", "-2.5"),
            ("0.0001", "0.0001"),
            ("1e3", "1000"),
            ("1.25E+2", "125"),
            ("12000e-3", "12"),
            ("5e-4", "0.0005"),
            ("1e12", "1000000000000"),
        ];
        for (text, expected) in exact {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        let refused = ["0.00001", "5e-5", "1000000000000.0001", "1e13", "0.50000000000000000000000000000000001e1"];
        for text in refused {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
