//! Values that sit exactly on a boundary, gathered from the flags of the verdicts.

use super::answer::BoundaryValue;
use crate::closing::Closing;
use crate::evaluate::{Evaluation, RequirementAnswer};
use crate::lifecycle::Lifecycle;

/// All boundary values of a day, in the order of the package.
pub(crate) fn values(evaluation: &Evaluation, lifecycle: &Lifecycle, closing: &Closing) -> Vec<BoundaryValue> {
    let mut values = Vec::new();
    let mut add = |of: &'static str, answer: &RequirementAnswer| {
        let range = answer.range.filter(|range| range.lo == range.hi);
        for flag in &answer.boundary {
            values.push(BoundaryValue {
                of,
                id: answer.id.clone().unwrap_or_default(),
                clause: answer.clause.clone(),
                value: range.and_then(|range| range.lo),
                reading: flag.reading.clone(),
                option: flag.option.clone(),
                is: answer.outcome.name().to_owned(),
                would_be: flag.would_be.clone(),
            });
        }
    };
    evaluation.requirements().for_each(|answer| add("requirement", answer));
    closing.items.iter().for_each(|answer| add("closing_item", answer));
    for stage in &lifecycle.stages {
        values.extend(stage.boundary.iter().map(|flag| BoundaryValue {
            of: "stage",
            id: stage.id.clone(),
            clause: stage.clause.clone(),
            value: stage.score,
            reading: flag.reading.clone(),
            option: flag.option.clone(),
            is: stage.band.as_deref().unwrap_or("none").to_owned(),
            would_be: flag.would_be.clone(),
        }));
    }
    for trigger in &lifecycle.triggers {
        values.extend(trigger.boundary.iter().map(|flag| BoundaryValue {
            of: "trigger",
            id: trigger.id.clone(),
            clause: trigger.clause.clone(),
            value: None,
            reading: flag.reading.clone(),
            option: flag.option.clone(),
            is: if trigger.arisen { "arisen" } else { "not_arisen" }.to_owned(),
            would_be: flag.would_be.clone(),
        }));
    }
    values
}
