//! The rules of a form, each with the fields that it depends on.

use super::core_rule;
use super::depends::Spot;
use crate::finding::{Severity, counting};
use crate::kind::{Family, KindInfo};
use crate::package::model::{Cond, Exclusive, Labels, Plan, Rule};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// Something that is checked beyond the type of one field.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FormRule {
    /// The code of its finding.
    pub code: &'static str,
    /// The rule of the package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The clause of the package's rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// The name of the package's rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Labels>,
    /// How grave its finding usually is.
    pub severity: &'static str,
    /// Whether the entry alone decides it.
    pub scope: Scope,
    /// The fields that it looks at; when one changes, it has to be checked again.
    pub depends: Vec<String>,
}

/// What decides a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The entry alone.
    Entry,
    /// The other entries of the ledger too.
    Ledger,
}

/// All rules for a kind: those of the core, then those of the package.
pub(super) fn of(plan: &Plan, kind: &'static KindInfo) -> Vec<FormRule> {
    let core = core_rule::of(kind).into_iter().map(|rule| FormRule {
        code: rule.code.as_str(),
        rule: None,
        clause: None,
        labels: None,
        severity: severity(rule.code.severity()),
        scope: rule.scope,
        depends: rule.depends,
    });
    let rules = plan.rules.iter().filter(|rule| rule.of.kind() == kind).map(|rule| FormRule {
        code: counting::RULE_BROKEN.as_str(),
        rule: Some(rule.id.to_string()),
        clause: Some(rule.clause.to_string()),
        labels: Some(rule.labels.clone()),
        severity: severity(rule.severity),
        scope: if rule.own { Scope::Entry } else { Scope::Ledger },
        depends: of_rule(rule).into_iter().collect(),
    });
    let exclusives = plan.exclusives.iter().filter(|exclusive| exclusive.of.kind() == kind).map(|exclusive| FormRule {
        code: counting::OVERLAP.as_str(),
        rule: Some(exclusive.id.to_string()),
        clause: Some(exclusive.clause.to_string()),
        labels: Some(exclusive.labels.clone()),
        severity: severity(counting::OVERLAP.severity()),
        scope: Scope::Ledger,
        depends: of_exclusive(exclusive).into_iter().collect(),
    });
    core.chain(rules).chain(exclusives).collect()
}

/// The fields that a rule looks at.
pub(super) fn of_rule(rule: &Rule) -> BTreeSet<String> {
    let mut fields = of_demand(rule, &rule.need);
    fields.extend(of_demand(rule, &rule.cond));
    fields
}

/// The fields that one part of a rule's need looks at.
pub(super) fn of_demand(rule: &Rule, part: &Cond) -> BTreeSet<String> {
    let mut fields = Spot::of(rule.of).fields_of(part);
    // What other entries say is read at the entry's day.
    if !rule.own && rule.of.kind().family != Family::Register {
        fields.insert("/date".to_owned());
    }
    fields
}

/// The fields that an exclusive interval looks at.
pub(super) fn of_exclusive(exclusive: &Exclusive) -> BTreeSet<String> {
    let spot = Spot::of(exclusive.of);
    let mut fields = spot.fields_of(&exclusive.cond);
    for path in exclusive.on.iter().chain(&exclusive.differ).chain([&exclusive.from, &exclusive.to]) {
        spot.follow(path, &mut fields);
    }
    fields
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Defect => "defect",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
