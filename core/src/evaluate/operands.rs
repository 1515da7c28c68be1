use super::range::Range;
use super::span::Span;
use crate::number::Exact;
use crate::package::model::{Body, Cmp, Requirement, Target};
use crate::time::Date;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// Everything a comparison was made of, so that its outcome can be worked out again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Operands {
    /// What is certain; none when not even that is defined.
    pub lo: Option<Exact>,
    /// What also might be; none = unbounded, or not defined.
    pub hi: Option<Exact>,
    /// The comparison.
    #[serde(serialize_with = "name")]
    pub cmp: Cmp,
    /// With what; none when the member's code is not known.
    pub target: Option<Exact>,
    /// The target's unit.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub unit: Arc<str>,
    /// First day on which an element counts.
    pub first: Date,
    /// Last day on which an element counts.
    pub last: Date,
    /// The first day has come.
    pub begun: bool,
    /// The last day, and its grace, have passed.
    pub over: bool,
    /// The measure can fall again, so that holding proves nothing before the end.
    pub falls: bool,
    /// Deliveries are open until closing; where closing is asked for, that is the day of judgement.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub until_closing: bool,
    /// What counts names the period that it is for, and does so however late it is handed in.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub late_counts: bool,
    /// The window waits for this, which has not happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<String>,
    /// The window does not meet the service.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub infeasible: bool,
}

impl Operands {
    pub(super) fn new(
        requirement: &Requirement,
        target: &Target,
        value: Option<Exact>,
        range: Range,
        span: &Span,
        falls: bool,
    ) -> Self {
        Self {
            lo: range.lo,
            hi: range.hi,
            cmp: target.cmp,
            target: value,
            unit: target.unit.clone(),
            first: span.first,
            last: span.last,
            begun: span.begun,
            over: span.over,
            falls,
            until_closing: requirement.window.until_closing,
            late_counts: matches!(&requirement.body, Body::Leaf(measure, _) if measure.is_for_period()),
            waits_for: span.waits_for.clone(),
            infeasible: span.infeasible,
        }
    }
}

fn name<S: Serializer>(cmp: &Cmp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(cmp.name())
}

/// How the outcomes of parts come to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Combine {
    /// All are needed: the least.
    All,
    /// One suffices: the greatest.
    Any,
}
