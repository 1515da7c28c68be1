//! Ranges: what is certain (lo) and what also might be (hi).

use super::tri::Tri;
use crate::number::Exact;
use crate::package::model::Cmp;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// The extremes of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// What is certain; none when not even that is defined (a quotient by what may be 0).
    pub lo: Option<Exact>,
    /// What also might be; none = unbounded, or not defined.
    pub hi: Option<Exact>,
}

/// Written as two fields of the answer that holds it.
impl JsonSchema for Range {
    fn schema_name() -> Cow<'static, str> {
        "Range".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let end = generator.subschema_for::<Exact>();
        let either = [end, json_schema!({"type": "null"})];
        json_schema!({
            "type": "object",
            "properties": {
                "lo": {"oneOf": either, "description": "What is certain; null when not even that is defined."},
                "hi": {"oneOf": either, "description": "What also might be; null when unbounded or not defined."},
            },
            "required": ["lo", "hi"],
        })
    }
}

impl Range {
    /// Nothing found.
    pub const ZERO: Self = Self { lo: Some(Exact::ZERO), hi: Some(Exact::ZERO) };
    /// Waiting for a day: whatever lies in the service may count once it is known; nothing does for sure.
    pub const WAITING: Self = Self { lo: Some(Exact::ZERO), hi: None };
    /// Nothing known.
    pub const UNDEFINED: Self = Self { lo: None, hi: None };

    /// Two whole numbers.
    #[must_use]
    pub fn counts(lo: usize, hi: usize) -> Self {
        Self { lo: Some(Exact::size(lo)), hi: Some(Exact::size(hi)) }
    }

    /// Whether a target is reached for sure, for sure not, or perhaps.
    #[must_use]
    pub fn meets(&self, cmp: Cmp, target: Exact) -> Tri {
        let Some(lo) = self.lo else { return Tri::Maybe };
        let least = cmp.holds(lo, target);
        match self.hi {
            Some(hi) => Tri::between(least, cmp.holds(hi, target)),
            // Unbounded above: more is always possible.
            None if cmp.wants_more() => {
                if least {
                    Tri::Yes
                } else {
                    Tri::Maybe
                }
            }
            None => {
                if least {
                    Tri::Maybe
                } else {
                    Tri::No
                }
            }
        }
    }

    /// The quotient of two ranges of values that are not below zero.
    #[must_use]
    pub fn over(&self, below: &Self) -> Self {
        let (Some(above_lo), Some(below_lo)) = (self.lo, below.lo) else { return Self::UNDEFINED };
        if below_lo == Exact::ZERO {
            return Self::UNDEFINED;
        }
        let lo = match below.hi {
            Some(below_hi) => above_lo.over(below_hi),
            None => Some(Exact::ZERO),
        };
        Self { lo, hi: self.hi.and_then(|above| above.over(below_lo)) }
    }
}
