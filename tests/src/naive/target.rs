//! FORMAT section 3, *Targets*: a span against a target.

use super::measure::Span;
use super::number::{Number, number, parse_decimal};
use super::path::Found;
use super::source::Cell;
use super::truth::Truth;
use super::world::World;
use num_rational::Ratio;
use serde_json::Value;

/// The comparators a target may have.
pub const COMPARATORS: [&str; 4] = ["at_least", "more_than", "at_most", "less_than"];

impl World {
    /// Sure yes, sure no or maybe.
    #[must_use]
    pub fn against(&self, target: &Value, span: &Span, cell: &Cell) -> Truth {
        if span.undefined {
            return Truth::Maybe;
        }
        let mut result = Truth::Yes;
        for comparator in COMPARATORS {
            if target[comparator].is_null() {
                continue;
            }
            let Some(value) = self.target_value(&target[comparator], cell) else {
                return Truth::Maybe;
            };
            let lo = |test: &dyn Fn(Number) -> bool| span.lo.is_some_and(test);
            let hi = |test: &dyn Fn(Number) -> bool, unbounded: bool| span.hi.map_or(unbounded, test);
            let truth = match comparator {
                "at_least" => Truth::between(lo(&|n| n >= value), hi(&|n| n >= value, true)),
                "more_than" => Truth::between(lo(&|n| n > value), hi(&|n| n > value, true)),
                "at_most" => Truth::between(hi(&|n| n <= value, false), lo(&|n| n <= value)),
                _ => Truth::between(hi(&|n| n < value, false), lo(&|n| n < value)),
            };
            result = result.min(truth);
        }
        result
    }

    /// The number that must be reached.
    #[must_use]
    pub fn target_value(&self, value: &Value, cell: &Cell) -> Option<Number> {
        if let Some(text) = value.as_str() {
            if let Some(percent) = text.strip_suffix('%') {
                return parse_decimal(percent).map(|n| n / Ratio::from_integer(100));
            }
            return number(&self.contract_value(text.strip_prefix('$')?));
        }
        if let Some(path) = value["by"].as_str() {
            let code = self.target_code(path, cell)?;
            return number(&value["of"][code.as_str()]).or_else(|| number(&value["else"]));
        }
        number(value)
    }

    /// The code a target depends on, on a member or on the package.
    fn target_code(&self, path: &str, cell: &Cell) -> Option<String> {
        if let Some(name) = path.strip_prefix('$') {
            return self.contract_value(name).as_str().map(str::to_owned);
        }
        for member in &cell.members {
            if let Found::One(known) = self.follow(member, path, self.reading(member, false)) {
                return known.value.as_str().map(str::to_owned);
            }
        }
        None
    }
}
