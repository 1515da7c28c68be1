//! Which fields the rules ask for, and when.

use super::condition::json;
use super::depends::Spot;
use super::rule::severity;
use crate::finding::{Severity, entry as codes};
use crate::kind::KindInfo;
use crate::package::model::{Cmp, Cond, Leaf, Plan, Rule, Test};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

/// A field is asked for when `where` holds (always, without it), unless one of `unless` does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RequiredWhen {
    /// The code of the finding when the field is not there.
    pub code: &'static str,
    /// The rule of the package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What its absence is: error, defect or warning.
    pub severity: &'static str,
    /// When it is asked for, in the words of the package format.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Value>,
    /// What may stand in for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unless: Vec<Value>,
}

/// Demands, each with the pointer of the field.
pub(super) type Demands = Vec<(String, RequiredWhen)>;

/// What the core and the package ask of a kind's entries.
pub(super) fn of(plan: &Plan, kind: &KindInfo) -> Demands {
    let mut demands = Demands::new();
    let mut own = |field: &str, code: &'static str, unless: Vec<Value>| {
        let severity = severity(Severity::Error);
        let demand = RequiredWhen { code, rule: None, severity, condition: None, unless };
        demands.push((field.to_owned(), demand));
    };
    // An import may state the day of entry; a form has to.
    own("/recorded_at", codes::RECORDED_AT_MISSING.as_str(), Vec::new());
    if kind.name == "waiver" {
        for (field, other) in [("/requirement", "record"), ("/record", "requirement")] {
            own(field, codes::WAIVER_OF_NOTHING.as_str(), vec![json!({other: {"exists": true}})]);
        }
    }
    for rule in plan.rules.iter().filter(|rule| rule.of.kind() == kind) {
        let demander = Demander { rule, spot: Spot::of(rule.of) };
        demander.gather(&rule.need, &[], &mut demands);
    }
    demands
}

struct Demander<'p> {
    rule: &'p Rule,
    spot: Spot,
}

impl Demander<'_> {
    fn gather(&self, need: &Cond, unless: &[&Cond], into: &mut Demands) {
        match need {
            Cond::All(parts) => parts.iter().for_each(|part| self.gather(part, unless, into)),
            Cond::Named(_, part) => self.gather(part, unless, into),
            Cond::Any(parts) => {
                for (at, part) in parts.iter().enumerate() {
                    let others = parts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
                    let unless: Vec<&Cond> = unless.iter().copied().chain(others).collect();
                    self.gather(part, &unless, into);
                }
            }
            Cond::Leaf(leaf) if wants_presence(leaf) => self.note(leaf, unless, into),
            Cond::Not(_) | Cond::Leaf(_) => {}
        }
    }

    fn note(&self, leaf: &Leaf, unless: &[&Cond], into: &mut Demands) {
        let Some(field) = self.spot.first(&leaf.path) else { return };
        let condition = match &self.rule.cond {
            Cond::All(parts) if parts.is_empty() => None,
            cond => Some(json(cond)),
        };
        let demand = RequiredWhen {
            code: crate::finding::counting::RULE_BROKEN.as_str(),
            rule: Some(self.rule.id.to_string()),
            severity: severity(self.rule.severity),
            condition,
            unless: unless.iter().map(|cond| json(cond)).collect(),
        };
        let demand = (field, demand);
        if !into.contains(&demand) {
            into.push(demand);
        }
    }
}

/// Whether the test fails when there is nothing: what an entry has to say by itself and does not, breaks a rule.
fn wants_presence(leaf: &Leaf) -> bool {
    match &leaf.test {
        Test::Exists(wanted) => *wanted,
        Test::Size(sizes) => wants_some(sizes),
        Test::Distinct(distinct) => wants_some(&distinct.sizes),
        Test::ContainsAll(values) => !values.is_empty(),
        Test::Every(_) | Test::Where(_) => false,
        Test::Is(_) | Test::In(_) | Test::Compare(..) | Test::AtOrAbove(..) | Test::Some(_) => true,
    }
}

fn wants_some(sizes: &[(Cmp, i64)]) -> bool {
    sizes.iter().any(|(cmp, size)| match cmp {
        Cmp::AtLeast => *size > 0,
        Cmp::MoreThan => *size >= 0,
        Cmp::AtMost | Cmp::LessThan => false,
    })
}
