//! Orders to rectify 责令整改 and what cures them.

use super::stages::StageAnswer;
use crate::entry::Entry;
use crate::evaluate::World;
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// An order to rectify.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OrderAnswer {
    /// The event.
    pub id: String,
    /// What is to be mended.
    pub issue: String,
    /// When it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Reminders since.
    pub reminders: usize,
    /// The event that cured it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cured_by: Option<String>,
}

/// All orders, by day and id.
pub(super) fn all(world: &World<'_>, stages: &[StageAnswer]) -> Vec<OrderAnswer> {
    let mut orders: Vec<&Entry> = world.entries("rectification_order").to_vec();
    orders.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    orders.into_iter().map(|order| answer(world, stages, order)).collect()
}

fn answer(world: &World<'_>, stages: &[StageAnswer], order: &Entry) -> OrderAnswer {
    let issue = order.text("issue").unwrap_or_default();
    let on_issue = |kind: &str| -> Vec<&Entry> {
        let mut events: Vec<&Entry> =
            world.entries(kind).iter().filter(|event| event.text("issue") == Some(issue)).copied().collect();
        events.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
        events
    };
    let cured_by = if only_evaluation_cures(world, order) {
        let stage = stages.iter().find(|stage| Some(&*stage.id) == order.text("stage"));
        let passing = stage.filter(|stage| stage.band.is_none() && stage.is_judged);
        passing.filter(|stage| stage.date >= order.date).and_then(|stage| stage.evaluation.clone())
    } else {
        on_issue("rectified").iter().find(|event| event.date >= order.date).map(|event| event.id.to_string())
    };
    OrderAnswer {
        id: order.id.to_string(),
        issue: issue.to_owned(),
        date: order.date,
        due: order.get("due").and_then(crate::entry::Value::date),
        reminders: on_issue("reminder").len(),
        cured_by,
    }
}

fn only_evaluation_cures(world: &World<'_>, order: &Entry) -> bool {
    let stage = world.plan.stages.iter().find(|stage| Some(&*stage.id) == order.text("stage"));
    stage.is_some_and(|stage| stage.bands.iter().chain(stage.verdicts.values()).any(|band| band.cured_by_evaluation))
}
