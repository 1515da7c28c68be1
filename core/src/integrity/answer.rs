//! The answer of the integrity checks.

use crate::finding::Finding;
use crate::sorted::Map;
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What evaluators would look at twice, in one ledger or across several. No verdict changes by it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Integrity {
    /// The day.
    pub as_of: Date,
    /// What was found, by code.
    pub findings: Vec<IntegrityFinding>,
    /// How many findings there are of each severity that occurs.
    pub counts: BTreeMap<&'static str, usize>,
    /// Checks that the package of a contract states no threshold for, by contract; they were not made.
    pub off: BTreeMap<Arc<str>, Vec<&'static str>>,
}

/// A finding with the records concerned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct IntegrityFinding {
    /// What was found; its `records` are those of all contracts.
    #[serde(flatten)]
    pub finding: Finding,
    /// Ids of the entries concerned, by contract.
    pub contracts: Map<Arc<str>, Vec<Arc<str>>>,
}

impl Integrity {
    /// How many findings of each severity concern a contract.
    #[must_use]
    pub fn counts_of(&self, contract: &str) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for found in self.findings.iter().filter(|found| found.contracts.contains_key(contract)) {
            *counts.entry(found.finding.severity.name()).or_default() += 1;
        }
        counts
    }
}
