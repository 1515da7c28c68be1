//! A package in words: what a screen shows before anything is recorded.

use crate::json::{self, Node, Shape};
use crate::package::model::{Body, Labels, Plan, Requirement, TargetValue};
use crate::spec::Package;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// A package in words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Description {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its name.
    pub labels: Labels,
    /// Title, issuer and year of the document that it comes from.
    pub source: Value,
    /// The place of the service, by its code.
    pub place: String,
    /// 项目指标, with their clauses and requirements.
    pub indicators: Vec<IndicatorDescribed>,
    /// Obligations outside completion.
    pub obligations: Vec<RequirementDescribed>,
    /// What is asked of the provider.
    pub provider: Vec<RequirementDescribed>,
    /// Ambiguous words with their options; `default` is the option in force unless a contract chooses.
    pub readings: Vec<Value>,
    /// The code lists.
    pub codes: Value,
}

/// An indicator in words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IndicatorDescribed {
    /// Its id.
    pub id: String,
    /// The clause.
    pub clause: String,
    /// Its name.
    pub labels: Labels,
    /// Has nothing measurable and stands outside completion.
    pub text_only: bool,
    /// What it asks.
    pub requirements: Vec<RequirementDescribed>,
}

/// A requirement in words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RequirementDescribed {
    /// Its id.
    pub id: String,
    /// The clause.
    pub clause: String,
    /// Its name.
    pub labels: Labels,
    /// The comparison with its number; none for a combination or a number that hangs on the member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetDescribed>,
    /// Readings that bear on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<String>,
}

/// A target in words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TargetDescribed {
    /// `at_least`, `more_than`, `at_most` or `less_than`.
    pub cmp: &'static str,
    /// The exact number.
    pub value: String,
    /// Its unit.
    pub unit: String,
}

/// Describes a package under its default readings.
pub(crate) fn describe(package: &Package) -> Description {
    let (plan, document) = (package.plan(), package.document());
    let part = |key: &str| document.get(key).map(json::value).unwrap_or_default();
    Description {
        id: plan.id.to_string(),
        version: plan.version.to_string(),
        labels: plan.labels.clone(),
        source: part("source"),
        place: document.get("place").and_then(Node::text).unwrap_or_default().to_owned(),
        indicators: indicators(plan),
        obligations: plan.obligations.iter().map(requirement).collect(),
        provider: plan.provider.iter().map(requirement).collect(),
        readings: document.get("readings").and_then(Node::list).unwrap_or_default().iter().map(reading).collect(),
        codes: part("codes"),
    }
}

fn indicators(plan: &Plan) -> Vec<IndicatorDescribed> {
    let described = plan.indicators.iter().map(|indicator| IndicatorDescribed {
        id: indicator.id.to_string(),
        clause: indicator.clause.to_string(),
        labels: indicator.labels.clone(),
        text_only: indicator.text_only,
        requirements: indicator.requirements.iter().map(requirement).collect(),
    });
    described.collect()
}

fn requirement(requirement: &Requirement) -> RequirementDescribed {
    let target = match &requirement.body {
        Body::Leaf(_, target) => match &target.value {
            TargetValue::Fixed(value) => Some(TargetDescribed {
                cmp: target.cmp.name(),
                value: value.to_string(),
                unit: target.unit.to_string(),
            }),
            TargetValue::By { .. } => None,
        },
        _ => None,
    };
    RequirementDescribed {
        id: requirement.id.as_deref().unwrap_or_default().to_owned(),
        clause: requirement.clause.to_string(),
        labels: requirement.labels.clone().unwrap_or_default(),
        target,
        readings: requirement.readings.iter().map(ToString::to_string).collect(),
    }
}

/// A reading without what its options replace.
fn reading(node: &Node) -> Value {
    let options = node.get("options").and_then(Node::list).unwrap_or_default();
    let options: Vec<Node> = options.iter().map(|option| without(option, "replace")).collect();
    let Value::Object(mut reading) = json::value(&without(node, "options")) else { return Value::Null };
    reading.insert("options".to_owned(), options.iter().map(json::value).collect());
    Value::Object(reading)
}

/// An object without one of its fields.
fn without(node: &Node, key: &str) -> Node {
    let fields = node.object().unwrap_or_default().iter().filter(|(name, _)| name != key);
    Node { at: node.at, shape: Shape::Object(fields.cloned().collect()) }
}
