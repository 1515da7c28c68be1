//! The answer: what each reading would change, and which values sit on a boundary.

use crate::closing::Decision;
use crate::evaluate::{Completion, Outcome};
use crate::finding::Finding;
use crate::number::Exact;
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// How far the verdicts of a day hang on the readings chosen.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Sensitivity {
    /// The day.
    pub as_of: Date,
    /// The contract.
    pub contract: Arc<str>,
    /// The closing decision under the options in force.
    pub decision: Decision,
    /// Readings of which another option would change something.
    pub readings: Vec<ReadingSensitivity>,
    /// Readings of which no option would change anything, by id.
    pub unchanged: Vec<Arc<str>>,
    /// Values that sit exactly on a boundary: the other reading of a comparator judges them otherwise.
    pub boundary: Vec<BoundaryValue>,
    /// What stood in the way of the answer.
    pub findings: Vec<Finding>,
}

/// A reading with what its other options would change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReadingSensitivity {
    /// Its id.
    pub id: Arc<str>,
    /// The decisive words of the source.
    pub phrase: Arc<str>,
    /// The option in force.
    pub option: Arc<str>,
    /// Whether the contract left it at the default.
    pub by_default: bool,
    /// The other options, in the order of the package.
    pub options: Vec<OptionSensitivity>,
}

/// What another option would change. Everything empty: nothing.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OptionSensitivity {
    /// The option.
    pub option: Arc<str>,
    /// Whether a verdict would be another: an outcome or whether it holds, a band with its
    /// consequences, a right or duty, the decision.
    pub decisive: bool,
    /// Requirements that would stand otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<RequirementChange>,
    /// Needs of closing that would stand otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub closing_items: Vec<RequirementChange>,
    /// Evaluations from which something else would follow.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<StageChange>,
    /// Rights and duties that would arise, or would not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<TriggerChange>,
    /// The closing decision, where it or what it rests on would be another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closing: Option<ClosingChange>,
}

impl OptionSensitivity {
    /// Nothing would be otherwise.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.requirements.is_empty()
            && self.closing_items.is_empty()
            && self.stages.is_empty()
            && self.triggers.is_empty()
            && self.closing.is_none()
    }
}

/// A requirement before and after.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReadingRequirementChange")]
pub struct RequirementChange {
    /// Its id.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// Under the option in force; none when there is no such requirement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Standing>,
    /// Under the other option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Standing>,
}

/// Where a requirement stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ReadingStanding")]
pub struct Standing {
    /// The outcome.
    pub outcome: Outcome,
    /// Open, but holding now.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub holding: bool,
    /// What is certain; of a single cell, and none when there is no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lo: Option<Exact>,
    /// What also might be; none when there is no number, or no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hi: Option<Exact>,
    /// Cells that owe something, when there is a quantifier or a period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cells: Option<usize>,
    /// Share done, exact.
    pub fraction: Exact,
}

/// A stage before and after.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StageChange {
    /// `midterm`, `final` or `third_party`.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// Under the option in force.
    pub before: StageStanding,
    /// Under the other option.
    pub after: StageStanding,
}

/// What an evaluation leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StageStanding {
    /// The evaluation that decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluation: Option<String>,
    /// The band; none when it passes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Arc<str>>,
    /// Only a better evaluation lifts the band.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cured_by_evaluation: bool,
    /// What follows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consequences: Vec<ConsequenceStanding>,
}

/// A right or duty out of a band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConsequenceStanding {
    /// `rectification_order`, `termination` or `extension`.
    pub what: &'static str,
    /// Right or duty.
    pub force: &'static str,
    /// The event that carries it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_by: Option<String>,
    /// The end of the service that an extension gives by the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projected_end: Option<Date>,
}

/// A right or duty out of events, before and after.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TriggerChange {
    /// Its id.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// Whether it has arisen under the option in force.
    pub before: bool,
    /// Whether it would have under the other option.
    pub after: bool,
}

/// The closing decision before and after.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ClosingChange {
    /// Under the option in force.
    pub before: ClosingStanding,
    /// Under the other option.
    pub after: ClosingStanding,
}

/// The closing decision and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClosingStanding {
    /// The decision.
    pub decision: Decision,
    /// Indicators met, of those that count.
    pub completion: Completion,
    /// How many things block it.
    pub blockers: usize,
}

/// A value that sits exactly on a boundary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BoundaryValue {
    /// `requirement`, `closing_item`, `stage` or `trigger`.
    pub of: &'static str,
    /// Its id.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// The value, where it is one certain number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Exact>,
    /// The reading.
    pub reading: Arc<str>,
    /// The other option.
    pub option: Arc<str>,
    /// The verdict in force.
    pub is: String,
    /// The verdict under the other option.
    pub would_be: String,
}
