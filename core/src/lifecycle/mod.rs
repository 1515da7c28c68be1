//! The lifecycle 项目过程: evaluations and what follows from them, orders, rights and duties, next steps.
//!
//! The engine states and checks; people act. Only an event changes the end or the state.

mod orders;
mod stages;
mod steps;

pub use orders::OrderAnswer;
pub use stages::{DutyAnswer, StageAnswer};
pub use steps::{Step, StepAnswer};

use crate::closing::Decision;
use crate::contract::Contract;
use crate::entry::Entry;
use crate::evaluate::{Judge, Outcome, World};
use crate::finding::Finding;
use crate::finding::word::names;
use crate::package::model::{Consequence, Force, ShadowOf, Trigger};
use crate::time::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use std::borrow::Cow;
use std::sync::Arc;

/// The state of a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 未开始: before the first day.
    NotStarted,
    /// 服务中: within the service, extensions included.
    InService,
    /// 待结项: after the last day.
    Ended,
    /// 已终止: by a termination event.
    Terminated,
    /// 已结项: by a closure event.
    Closed,
}

/// Where a contract stands in its life, and what may or must be done.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Lifecycle {
    /// The day.
    pub as_of: Date,
    /// The state.
    pub state: State,
    /// Whether an order to rectify stands uncured.
    pub rectifying: bool,
    /// The service.
    pub service: ServiceSpan,
    /// The evaluations, by stage.
    pub stages: Vec<StageAnswer>,
    /// Rights and duties that arise from events.
    pub triggers: Vec<TriggerAnswer>,
    /// Orders to rectify.
    pub orders: Vec<OrderAnswer>,
    /// What may or must be done next.
    pub next_steps: Vec<StepAnswer>,
    /// What does not fit together.
    pub findings: Vec<Finding>,
}

/// The service with its agreed and its present end.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ServiceSpan {
    /// First day.
    pub start: Date,
    /// Last day as agreed.
    pub agreed_end: Date,
    /// Last day, extensions included.
    pub end: Date,
    /// The extension events.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extended_by: Vec<String>,
}

/// A right or duty that arises from events.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TriggerAnswer {
    /// Its id.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// Whether it has arisen.
    pub arisen: bool,
    /// What follows.
    #[schemars(with = "Vec<Consequence>")]
    pub then: Vec<&'static str>,
    /// Right or duty.
    #[schemars(with = "Force")]
    pub force: &'static str,
    /// The event that carries it out, dated from the day on which it arose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_by: Option<String>,
    /// Comparator readings under which it would be otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub boundary: Vec<crate::evaluate::BoundaryAnswer>,
}

impl TriggerAnswer {
    /// A duty that has arisen and that nobody has carried out.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.arisen && self.force == "duty" && self.done_by.is_none()
    }
}

impl Lifecycle {
    /// The lifecycle at the end of a world's day, without the right to close, which only the closing decision gives.
    #[must_use]
    pub fn new<'w>(world: &'w World<'w>, contract: &'w Contract) -> Self {
        let mut findings = Vec::new();
        let stages = stages::all(world, contract, &mut findings);
        let orders = orders::all(world);
        let triggers = triggers(world, contract);
        let state = state(world);
        let mut extended_by: Vec<String> =
            world.entries("extension").iter().map(|event| event.id().to_string()).collect();
        extended_by.sort();
        let rectifying = orders.iter().any(|order| order.cured_by.is_none());
        let next_steps = steps::next(world, contract, state, &stages, &orders, &triggers);
        findings.sort();
        Self {
            as_of: world.as_of,
            state,
            rectifying,
            service: ServiceSpan { start: world.start, agreed_end: contract.service_end, end: world.end, extended_by },
            stages,
            triggers,
            orders,
            next_steps,
            findings,
        }
    }

    /// Adds the right to close, when the service is over and the decision allows it 可结项.
    pub(crate) fn allow(&mut self, world: &World<'_>, decision: Decision) {
        let is_over = self.state == State::Ended || self.state == State::InService && world.as_of >= world.end;
        if is_over && decision == Decision::Closable {
            self.next_steps.push(steps::closure(world));
            self.next_steps.sort();
        }
    }

    /// Takes the right to close away again: it is not known by which version the work is judged.
    pub(crate) fn lack_version(&mut self, missing: Finding) {
        self.next_steps.retain(|step| step.step != Step::Closure);
        self.findings.push(missing);
    }
}

fn state(world: &World<'_>) -> State {
    if !world.entries("termination").is_empty() {
        State::Terminated
    } else if !world.entries("closure").is_empty() {
        State::Closed
    } else if world.as_of < world.start {
        State::NotStarted
    } else if world.as_of <= world.end {
        State::InService
    } else {
        State::Ended
    }
}

fn triggers<'w>(world: &'w World<'w>, contract: &'w Contract) -> Vec<TriggerAnswer> {
    let judge = Judge::new(world, contract, true);
    let judged = |trigger: &'w Trigger| judge.requirement(&trigger.when);
    let arisen = |trigger: &'w Trigger| judged(trigger).outcome == Outcome::Met;
    let plan = world.plan;
    plan.triggers
        .iter()
        .map(|trigger| {
            let answer = judged(trigger);
            let now = answer.outcome == Outcome::Met;
            let mut boundary = Vec::new();
            for shadow in &plan.shadows {
                if let ShadowOf::Trigger(other) = &shadow.of
                    && other.id == trigger.id
                    && arisen(other) != now
                {
                    boundary.push(crate::evaluate::BoundaryAnswer {
                        reading: shadow.reading.clone(),
                        option: shadow.option.clone(),
                        would_be: if now { "not_arisen" } else { "arisen" }.to_owned(),
                    });
                }
            }
            TriggerAnswer {
                id: trigger.id.clone(),
                clause: trigger.clause.clone(),
                arisen: now,
                then: trigger.then.iter().map(|consequence| name(*consequence)).collect(),
                force: force_name(trigger.force),
                done_by: if now { done_by(world, trigger, answer.met_day) } else { None },
                boundary,
            }
        })
        .collect()
}

/// The event that completes all that follows from a trigger, each dated from `arose` on.
fn done_by(world: &World<'_>, trigger: &Trigger, arose: Option<Date>) -> Option<String> {
    let mut last: Option<&Entry> = None;
    for consequence in &trigger.then {
        let events = world.entries(name(*consequence)).iter().copied();
        let first = events.filter(|event| event.date() >= arose).min_by_key(|event| (event.date(), event.id()))?;
        last = last.into_iter().chain([first]).max_by_key(|event| (event.date(), event.id()));
    }
    last.map(|event| event.id().to_string())
}

/// The word on the wire.
pub(crate) fn name(consequence: Consequence) -> &'static str {
    match consequence {
        Consequence::RectificationOrder => "rectification_order",
        Consequence::Termination => "termination",
        Consequence::Extension { .. } => "extension",
    }
}

/// Answers name a consequence by its word.
impl JsonSchema for Consequence {
    fn schema_name() -> Cow<'static, str> {
        "Consequence".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let all = [
            Self::RectificationOrder,
            Self::Termination,
            Self::Extension { months: 0, month_end: crate::time::MonthEnd::SameDay },
        ];
        json_schema!({"type": "string", "description": "What follows.", "enum": all.map(name)})
    }
}

/// The word on the wire.
pub(crate) fn force_name(force: Force) -> &'static str {
    match force {
        Force::Right => "right",
        Force::Duty => "duty",
    }
}

names! {
    State {
        NotStarted "未开始" / "not started";
        InService "服务中" / "in service";
        Ended "服务期满" / "service ended";
        Terminated "已终止" / "terminated";
        Closed "已结项" / "closed";
    }
}
