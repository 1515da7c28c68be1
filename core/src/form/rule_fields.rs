//! The fields that the rules of a package look at, gathered once.

use super::rule::{of_demand, of_rule};
use crate::evaluate::rules::parts;
use crate::package::model::{Plan, Rule};
use std::collections::BTreeSet;

/// The fields that a rule looks at; pointers with `*` for items, each list sorted.
#[derive(Debug)]
pub(crate) struct RuleFields {
    /// All of them.
    pub(super) all: Vec<String>,
    /// Those that say which elements it is for.
    pub(super) selecting: Vec<String>,
    /// Those of each part of its need.
    pub(super) parts: Vec<Vec<String>>,
}

impl RuleFields {
    pub(super) fn of(rule: &Rule) -> Self {
        let demand = |part| listed(of_demand(rule, part));
        Self {
            all: listed(of_rule(rule)),
            selecting: demand(&rule.cond),
            parts: parts(rule).iter().map(demand).collect(),
        }
    }
}

/// Those of all rules of a plan, in their order.
pub(crate) fn rule_fields(plan: &Plan) -> Vec<RuleFields> {
    plan.rules.iter().map(RuleFields::of).collect()
}

fn listed(fields: BTreeSet<String>) -> Vec<String> {
    fields.into_iter().collect()
}
