//! Values that sit exactly on a boundary, gathered from the flags of the verdicts.

use super::answer::BoundaryValue;
use crate::closing::Closing;
use crate::evaluate::{Evaluation, RequirementAnswer};
use crate::lifecycle::Lifecycle;

/// All boundary values of a day, in the order of the package.
///
/// `at_closing` takes the day as the end of what is open until closing: a value on a boundary
/// may flip nothing while time remains. One that is flagged in both is told once, as it stands now.
pub(crate) fn values(
    evaluation: &Evaluation,
    at_closing: &Evaluation,
    lifecycle: &Lifecycle,
    closing: &Closing,
) -> Vec<BoundaryValue> {
    let now = evaluation.requirements().map(|answer| ("requirement", answer));
    let then = at_closing.requirements().map(|answer| ("requirement", answer));
    let items = closing.items.iter().map(|answer| ("closing_item", answer));
    let mut values: Vec<BoundaryValue> = Vec::new();
    for (of, answer) in now.chain(then).chain(items) {
        for value in of_answer(of, answer) {
            let key = |value: &BoundaryValue| (value.of, value.id.clone(), value.reading.clone(), value.option.clone());
            if !values.iter().any(|known| key(known) == key(&value)) {
                values.push(value);
            }
        }
    }
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

fn of_answer<'a>(of: &'static str, answer: &'a RequirementAnswer) -> impl Iterator<Item = BoundaryValue> + 'a {
    let range = answer.range.filter(|range| range.lo == range.hi);
    answer.boundary.iter().map(move |flag| BoundaryValue {
        of,
        id: answer.id.clone().unwrap_or_default(),
        clause: answer.clause.clone(),
        value: range.and_then(|range| range.lo),
        reading: flag.reading.clone(),
        option: flag.option.clone(),
        is: answer.outcome.name().to_owned(),
        would_be: flag.would_be.clone(),
    })
}
