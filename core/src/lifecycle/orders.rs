//! Orders to rectify 责令整改 and what cures them.

use crate::entry::Entry;
use crate::evaluate::World;
use crate::package::model::Stage;
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
pub(super) fn all(world: &World<'_>) -> Vec<OrderAnswer> {
    let mut orders: Vec<&Entry> = world.entries("rectification_order").to_vec();
    orders.sort_by(|a, b| (a.date(), a.id()).cmp(&(b.date(), b.id())));
    orders.into_iter().map(|order| answer(world, order)).collect()
}

fn answer(world: &World<'_>, order: &Entry) -> OrderAnswer {
    let issue = order.text("issue").unwrap_or_default();
    // An order is followed by what is dated from its own day on: what came before answered another.
    let since = |kind: &str, answers: &dyn Fn(&Entry) -> bool| -> Vec<&Entry> {
        let events = world.entries(kind).iter().copied();
        let mut events: Vec<&Entry> = events.filter(|event| event.date() >= order.date() && answers(event)).collect();
        events.sort_by(|a, b| (a.date(), a.id()).cmp(&(b.date(), b.id())));
        events
    };
    let on_issue = |event: &Entry| event.text("issue") == Some(issue);
    let cured_by = match stage_that_cures(world, order) {
        // The latest decides: a better one that was followed by a failing one cures nothing.
        Some(stage) => since("evaluation", &|event| event.text("stage") == Some(&*stage.id))
            .into_iter()
            .max_by_key(|event| (event.date(), event.recorded_at(), event.id()))
            .filter(|event| super::stages::passes(world, stage, event)),
        None => since("rectified", &on_issue).first().copied(),
    };
    OrderAnswer {
        id: order.id().to_string(),
        issue: issue.to_owned(),
        date: order.date(),
        due: order.get("due").and_then(crate::entry::Value::date),
        reminders: since("reminder", &on_issue).len(),
        cured_by: cured_by.map(|event| event.id().to_string()),
    }
}

/// The stage of an order that only a better evaluation cures.
fn stage_that_cures<'w>(world: &World<'w>, order: &Entry) -> Option<&'w Stage> {
    let stage = world.plan.stages.iter().find(|stage| Some(&*stage.id) == order.text("stage"))?;
    stage.bands.iter().chain(stage.verdicts.values()).any(|band| band.cured_by_evaluation).then_some(stage)
}
