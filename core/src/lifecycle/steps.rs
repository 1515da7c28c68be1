//! The legal next steps: what may (有权) or must (应当) be done in a state.

use super::orders::OrderAnswer;
use super::stages::StageAnswer;
use super::{State, TriggerAnswer};
use crate::contract::Contract;
use crate::evaluate::World;
use crate::finding::word::names;
use crate::package::model::Force;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// The closed list of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Carry out the service and keep records.
    Serve,
    /// Hold an evaluation.
    Evaluate,
    /// Evaluate again after rectification.
    Reevaluate,
    /// Order rectification.
    RectificationOrder,
    /// Mend what was ordered.
    Rectify,
    /// Remind of an order.
    Remind,
    /// Extend the service.
    Extension,
    /// Terminate the contract.
    Termination,
    /// Accept or refuse the work (验收).
    Acceptance,
    /// Close, once the closing decision says closable (结项).
    Closure,
}

/// A step with its force and ground.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct StepAnswer {
    /// The step.
    pub step: Step,
    /// Right or duty.
    #[schemars(with = "Force")]
    pub force: &'static str,
    /// The clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<Arc<str>>,
    /// What it concerns: a stage, an order, a trigger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
}

/// The steps that are legal now. After termination or closure there are none.
pub(super) fn next(
    world: &World<'_>,
    contract: &Contract,
    state: State,
    stages: &[StageAnswer],
    orders: &[OrderAnswer],
    triggers: &[TriggerAnswer],
) -> Vec<StepAnswer> {
    if matches!(state, State::Terminated | State::Closed) {
        return Vec::new();
    }
    let mut steps = Vec::new();
    let mut add = |step, force, clause: Option<&Arc<str>>, of: Option<&str>| {
        steps.push(StepAnswer { step, force, clause: clause.cloned(), of: of.map(str::to_owned) });
    };
    if state == State::InService {
        add(Step::Serve, "duty", None, None);
    }
    for stage in stages {
        let is_due = match &*stage.id {
            "midterm" => world.as_of >= contract.midterm_date,
            _ => state == State::Ended || world.as_of >= world.end,
        };
        if stage.evaluation.is_none() && is_due {
            add(Step::Evaluate, "duty", Some(&stage.clause), Some(&stage.id));
        }
        if stage.band.is_some() && stage.cured_by_evaluation {
            add(Step::Reevaluate, "duty", Some(&stage.clause), Some(&stage.id));
        }
        for duty in stage.duties.iter().filter(|duty| duty.done_by.is_none()) {
            add(step_of(duty.what), duty.force, Some(&duty.clause), Some(&stage.id));
        }
    }
    for trigger in triggers.iter().filter(|trigger| trigger.arisen && (trigger.force == "right" || trigger.is_open())) {
        for what in &trigger.then {
            add(step_of(what), trigger.force, Some(&trigger.clause), Some(&trigger.id));
        }
    }
    for order in orders.iter().filter(|order| order.cured_by.is_none()) {
        add(Step::Rectify, "duty", None, Some(&order.id));
        add(Step::Remind, "right", None, Some(&order.id));
    }
    if state == State::Ended {
        let clause = world.plan.closing.first().map(|item| &item.clause);
        let accepted = world
            .entries("acceptance")
            .iter()
            .any(|event| event.get("passed") == Some(crate::entry::Value::YesNo(true)));
        if !accepted {
            add(Step::Acceptance, "right", clause, None);
        }
    }
    steps.sort();
    steps
}

/// The right to close, which the closing decision gives.
pub(super) fn closure(world: &World<'_>) -> StepAnswer {
    let clause = world.plan.closing.first().map(|item| item.clause.clone());
    StepAnswer { step: Step::Closure, force: "right", clause, of: None }
}

fn step_of(what: &str) -> Step {
    match what {
        "termination" => Step::Termination,
        "extension" => Step::Extension,
        _ => Step::RectificationOrder,
    }
}

names! {
    Step {
        Serve "继续服务并做好记录" / "serve and keep records";
        Evaluate "组织评估" / "hold the evaluation";
        Reevaluate "整改后重新评估" / "evaluate again after rectification";
        RectificationOrder "责令整改" / "order rectification";
        Rectify "落实整改" / "rectify";
        Remind "提醒整改" / "remind of the order";
        Extension "延长服务期" / "extend the service";
        Termination "终止合同" / "terminate the contract";
        Acceptance "评估验收" / "accept or refuse the work";
        Closure "办理结项" / "close the project";
    }
}
