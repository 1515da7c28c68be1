//! The rows of a portfolio.

use crate::closing::Decision;
use crate::evaluate::Completion;
use crate::finding::Finding;
use crate::lifecycle::State;
use crate::number::Exact;
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Many contracts at once, those at risk first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Portfolio {
    /// The day.
    pub as_of: Date,
    /// One row for each contract, by rank.
    pub rows: Vec<PortfolioRow>,
}

/// Where one contract stands.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PortfolioRow {
    /// Its place in the order of risk, from 1.
    pub rank: usize,
    /// The contract.
    pub contract: Arc<str>,
    /// The package.
    pub package: Arc<str>,
    /// 承接机构.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<Arc<str>>,
    /// State of the contract.
    pub state: State,
    /// The closing decision, if it were taken on this day.
    pub decision: Decision,
    /// Indicators met, of those that count.
    pub completion: Completion,
    /// Mean progress of the indicators, exact.
    pub progress: Exact,
    /// Share of the service's days that have passed, extensions included; from 0 to 1.
    pub time_passed: Exact,
    /// The requirements of the indicators.
    pub requirements: RequirementCounts,
    /// Cells past their due day and not met, of indicators, obligations and provider.
    pub overdue_cells: usize,
    /// Duties out of evaluations that nobody has carried out.
    pub open_duties: usize,
    /// Orders to rectify that are not cured.
    pub open_orders: usize,
    /// Comparator readings on whose boundary a value sits exactly.
    pub boundary_readings: Vec<Arc<str>>,
    /// Integrity findings that concern the contract, by severity.
    pub integrity: BTreeMap<&'static str, usize>,
    /// What falls due next; none when nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_due: Option<NextDue>,
    /// What stood in the way of the answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

/// How many requirements stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RequirementCounts {
    /// Met.
    pub met: usize,
    /// Open.
    pub open: usize,
    /// Of the open ones, those of which a smaller share is done than of the service has passed.
    pub behind_pace: usize,
    /// Not met, and the time is over.
    pub not_met: usize,
    /// Undecided for want of data.
    pub unknown: usize,
}

/// A day on which something falls due.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct NextDue {
    /// The day.
    pub day: Date,
    /// What: `requirement`, `order`, `midterm` or `service_end`.
    pub what: &'static str,
    /// The requirement or the order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}
