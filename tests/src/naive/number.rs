//! Exact numbers out of JSON text.

use num_rational::Ratio;
use serde_json::Value;

/// The exact number type of the naive evaluator.
pub type Number = Ratio<i128>;

/// A whole number.
#[must_use]
pub fn whole(n: usize) -> Number {
    Ratio::from_integer(n as i128)
}

/// A decimal text such as `12`, `-3.5` or `1e3`.
#[must_use]
pub fn parse_decimal(text: &str) -> Option<Number> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((m, e)) => (m, e.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (negative, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa),
    };
    let (before, after) = digits.split_once('.').unwrap_or((digits, ""));
    let mut numerator: i128 = 0;
    for c in before.chars().chain(after.chars()) {
        numerator = numerator.checked_mul(10)?.checked_add(i128::from(c.to_digit(10)?))?;
    }
    let scale = exponent - i32::try_from(after.len()).ok()?;
    let power = 10i128.checked_pow(scale.unsigned_abs())?;
    let number =
        if scale >= 0 { Ratio::from_integer(numerator.checked_mul(power)?) } else { Ratio::new(numerator, power) };
    Some(if negative { -number } else { number })
}

/// A JSON number, read through its text.
#[must_use]
pub fn number(value: &Value) -> Option<Number> {
    match value {
        Value::Number(n) => parse_decimal(&n.to_string()),
        _ => None,
    }
}
