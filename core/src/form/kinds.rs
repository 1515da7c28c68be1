//! Which kinds can be recorded, and what they count for.

use super::labels;
use crate::kind::{self, KindInfo};
use crate::package::model::{Body, Labels, Measure, Plan, Requirement, Source};
use schemars::JsonSchema;
use serde::Serialize;

/// A kind as a choice on a screen.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct KindOffered {
    /// The word on the wire.
    pub kind: &'static str,
    /// `record`, `event` or `register`.
    pub family: &'static str,
    /// Its name.
    pub labels: Labels,
    /// The requirements that count its entries or items of them, by id.
    pub counts_for: Vec<String>,
}

/// Every kind, records first.
pub(crate) fn kinds(plan: &Plan) -> Vec<KindOffered> {
    let requirements: Vec<&Requirement> = plan.requirements().collect();
    let offered = |kind: &&'static KindInfo| KindOffered {
        kind: kind.name,
        family: kind.family.name(),
        labels: labels(kind.zh, kind.en),
        counts_for: requirements
            .iter()
            .filter(|requirement| counts(requirement, kind))
            .filter_map(|requirement| requirement.id.as_ref().map(ToString::to_string))
            .collect(),
    };
    kind::ALL.iter().map(offered).collect()
}

fn counts(requirement: &Requirement, kind: &KindInfo) -> bool {
    match &requirement.body {
        Body::All(parts) | Body::Any(parts) => parts.iter().any(|part| counts(part, kind)),
        Body::Leaf(measure, _) => measures(measure, kind),
        Body::TextOnly => false,
    }
}

fn measures(measure: &Measure, kind: &KindInfo) -> bool {
    let of =
        |source: &Source| source.of.kind() == kind || source.having.as_ref().is_some_and(|having| counts(having, kind));
    match measure {
        Measure::Count(sources) | Measure::Sum(sources) => sources.iter().any(of),
        Measure::Ratio(above, below) => measures(above, kind) || measures(below, kind),
        Measure::Coverage(coverage) => of(&coverage.source),
    }
}
