//! Duties out of the lifecycle: evaluations, orders to rectify, ends of the service.

use super::duty::{Duty, DutyState, Row};
use super::words::{EXTENSION_END, RECTIFICATION, SERVICE_END, labels};
use crate::contract::Contract;
use crate::entry::Value;
use crate::evaluate::World;
use crate::lifecycle::Lifecycle;
use crate::package::model::Labels;
use crate::time::Date;

pub(super) fn rows(world: &World<'_>, contract: &Contract, lifecycle: &Lifecycle, rows: &mut Vec<Row>) {
    for stage in &lifecycle.stages {
        let declared = world.plan.stages.iter().find(|declared| declared.id == stage.id);
        let labels = declared.map(|declared| declared.labels.clone()).unwrap_or_default();
        let is_midterm = &*stage.id == "midterm";
        let due = if is_midterm { contract.midterm_date } else { world.end };
        // No clause sets a last day for the evaluations after the service: they are due until they are held.
        let state = match stage.date {
            Some(day) if is_midterm && day > due => DutyState::DoneLate,
            Some(_) => DutyState::Done,
            None if is_midterm && world.as_of > due => DutyState::Overdue,
            None => DutyState::Due,
        };
        let row = bare(Duty::Evaluation, &stage.id, labels, due, state);
        let from = if is_midterm { contract.service_start.min(due) } else { due };
        let clause = Some(stage.clause.clone());
        rows.push(Row { clause, from, done_on: stage.date, by: stage.evaluation.clone(), ..row });
    }
    for order in &lifecycle.orders {
        let Some(due) = order.due else { continue };
        let cured = order.cured_by.as_deref().and_then(|id| world.any(id)).and_then(|event| event.date());
        let state = match cured {
            Some(day) if day > due => DutyState::DoneLate,
            Some(_) => DutyState::Done,
            None if world.as_of > due => DutyState::Overdue,
            None => DutyState::Due,
        };
        let labels = labels(&RECTIFICATION);
        let row = bare(Duty::Rectification, &order.id, labels, due, state);
        let from = order.date.unwrap_or(due).min(due);
        rows.push(Row { from, done_on: cured, by: order.cured_by.clone(), window: Some(order.issue.clone()), ..row });
    }
    let ended = |day: Date| if world.as_of >= day { DutyState::Done } else { DutyState::Due };
    let mut extensions = world.entries("extension").to_vec();
    extensions.sort_by(|a, b| (a.date(), a.id()).cmp(&(b.date(), b.id())));
    for event in extensions {
        let Some(end) = event.get("new_end").and_then(Value::date) else { continue };
        let labels = labels(&EXTENSION_END);
        let row = bare(Duty::ExtensionEnd, event.id(), labels, end, ended(end));
        rows.push(Row { from: contract.service_end.min(end), ..row });
    }
    let labels = labels(&SERVICE_END);
    let end = contract.service_end;
    let row = bare(Duty::ServiceEnd, &contract.id, labels, end, ended(end));
    rows.push(Row { from: contract.service_start, ..row });
}

fn bare(duty: Duty, of: &str, labels: Labels, due: Date, state: DutyState) -> Row {
    Row {
        duty,
        of: of.to_owned(),
        clause: None,
        labels,
        members: Vec::new(),
        window: None,
        from: due,
        to: due,
        due,
        remind: None,
        state,
        outcome: None,
        done_on: None,
        by: None,
        waits_for: None,
    }
}
