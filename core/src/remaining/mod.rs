//! Remaining work 剩余工作量: the least further work that closes each requirement and the whole project.
//!
//! What is short comes from the evaluation ([`crate::evaluate`]); here it is turned into
//! [`WorkItem`]s: `plan` goes from a requirement to its cells and parts, `leaf`, `containers` and
//! `coverage` say what one cell needs, `days` when it counts, `item` what it must satisfy, `behind`
//! what it asks of the entry it belongs to, `possible` whether anything can satisfy it, `few_items` keeps
//! a new container within limits on what it holds, `limit` work within limits beside it, and `joint` counts
//! work that serves several requirements once.

mod amount;
mod behind;
mod closing;
mod condition;
mod containers;
mod coverage;
mod days;
mod exclusive;
mod few_items;
mod fresh;
mod item;
mod joint;
mod leaf;
mod limit;
mod lost;
mod negation;
mod plan;
mod possible;
mod say;
mod settle;
mod supply;
mod work;

pub use closing::{ClosingNeed, ClosingRemaining};
pub use condition::ConditionAnswer;
pub use work::{Action, Pace, PeriodIn, RuleDemand, WorkItem, months};

use crate::closing::Closing;
use crate::contract::Contract;
use crate::evaluate::{Judge, Mark, Outcome, RequirementAnswer, Service, Tri, World};
use crate::finding::{Finding, remaining as codes};
use crate::lifecycle::{Lifecycle, State};
use crate::package::model::{Anchor, Labels, Requirement};
use crate::time::Date;
use plan::{Plan, Planner};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The least further work from a day on.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Remaining {
    /// The day; it is over.
    pub as_of: Date,
    /// The service, extensions included.
    pub service: Service,
    /// Days of the service that remain.
    pub days_left: u64,
    /// The state of the contract; after termination or closure no work counts any more.
    pub state: State,
    /// The requirements of the indicators, in the order of the package.
    pub requirements: Vec<RequirementRemaining>,
    /// Requirements outside completion that are tracked: obligations and demands on the provider.
    pub tracked: Vec<RequirementRemaining>,
    /// All indicators together.
    pub total: Total,
    /// What closing needs beside them.
    pub closing: ClosingRemaining,
}

/// What stands between now and a requirement's being met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// 已达成: nothing; it is met, or waived.
    Done,
    /// 保持: it holds and must hold to the end.
    Hold,
    /// 待做: work.
    Work,
    /// 待补资料: data first; `work` says what makes it certain without them.
    Data,
    /// 待发生: something that its window is counted from.
    Wait,
    /// 不可补救: part of it can no longer be reached by work.
    Unreachable,
}

/// The least further work that closes a requirement.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RequirementRemaining {
    /// Its id.
    pub requirement: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Labels>,
    /// Where it stands.
    pub outcome: Outcome,
    /// What is needed.
    pub need: Need,
    /// The least number of entries, for this requirement alone.
    pub records: u64,
    /// The work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub work: Vec<WorkItem>,
    /// What is missing to be certain; to be supplied before any work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Finding>,
    /// What can no longer be reached without a waiver, make-up or change order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unreachable: Vec<Finding>,
    /// The first day by which some of the work must be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_deadline: Option<Date>,
    /// The last day on which work still counts; none = up to closing, or no work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_useful_day: Option<Date>,
    /// Entries per month up to that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<Pace>,
}

/// All indicators together.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Total {
    /// The least number of entries; what serves several requirements is counted once.
    pub records: u64,
    /// Requirements that are done, or only have to hold.
    pub done: u64,
    /// Requirements that work closes.
    pub work: u64,
    /// Requirements that want data first.
    pub data: u64,
    /// Requirements that wait for something.
    pub wait: u64,
    /// Requirements of which part can no longer be reached by work.
    pub unreachable: u64,
    /// The first day by which some of the work must be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_deadline: Option<Date>,
    /// The last day on which work still counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_useful_day: Option<Date>,
    /// Entries per month up to the service's end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<Pace>,
}

impl Remaining {
    /// Plans from the day after a world's day on.
    #[must_use]
    pub fn new<'w>(world: &'w World<'w>, contract: &'w Contract, lifecycle: &Lifecycle, closing: &Closing) -> Self {
        let judge = Judge::new(world, contract, false);
        let planner = Planner { judge: &judge, world, elsewhere: BTreeSet::new() };
        let plan = world.plan;
        let mut requirements: Vec<RequirementRemaining> = plan
            .indicators
            .iter()
            .filter(|indicator| !indicator.text_only)
            .flat_map(|indicator| &indicator.requirements)
            .filter_map(|requirement| planner.remaining(requirement))
            .collect();
        let tracked = plan.obligations.iter().chain(&plan.provider);
        let tracked = tracked.filter_map(|requirement| planner.remaining(requirement)).collect();
        let records = joint::share(requirements.iter_mut().flat_map(|requirement| &mut requirement.work).collect());
        let total = Total::new(&requirements, records, world);
        Self {
            as_of: world.as_of,
            service: Service { start: world.start, end: world.end },
            days_left: u64::try_from(world.end.days_since(world.as_of.max(world.start.plus_days(-1)))).unwrap_or(0),
            state: lifecycle.state,
            requirements,
            tracked,
            total,
            closing: ClosingRemaining::new(&planner, lifecycle, closing),
        }
    }

    /// A requirement by its id.
    #[must_use]
    pub fn requirement(&self, id: &str) -> Option<&RequirementRemaining> {
        let all = self.requirements.iter().chain(&self.tracked).chain(&self.closing.items);
        all.into_iter().find(|requirement| &*requirement.requirement == id)
    }
}

impl Total {
    fn new(requirements: &[RequirementRemaining], records: u64, world: &World<'_>) -> Self {
        let count = |needs: &[Need]| {
            let found = requirements.iter().filter(|requirement| needs.contains(&requirement.need)).count();
            u64::try_from(found).unwrap_or(u64::MAX)
        };
        Self {
            records,
            done: count(&[Need::Done, Need::Hold]),
            work: count(&[Need::Work]),
            data: count(&[Need::Data]),
            wait: count(&[Need::Wait]),
            unreachable: count(&[Need::Unreachable]),
            next_deadline: requirements.iter().filter_map(|requirement| requirement.next_deadline).min(),
            last_useful_day: requirements.iter().filter_map(|requirement| requirement.last_useful_day).max(),
            pace: Pace::new(records, world.as_of.max(world.start.plus_days(-1)), world.end),
        }
    }
}

impl<'w> Planner<'_, 'w> {
    /// The least further work for a requirement; none when there is nothing measurable.
    fn remaining(&self, requirement: &'w Requirement) -> Option<RequirementRemaining> {
        let answer = self.judge.requirement(requirement);
        if answer.text_only {
            return None;
        }
        let mut plan = Plan::default();
        if answer.outcome != Outcome::Met {
            plan = self.plan(requirement);
            self.checks(requirement, &answer, &mut plan);
            if answer.marks.contains(&Mark::Infeasible) && plan.unreachable.is_empty() {
                plan.unreachable.push(unattainable(&answer));
            }
            if answer.outcome == Outcome::NotMet && plan.work.is_empty() && plan.unreachable.is_empty() {
                // Lost, and no cell says why: never nothing to do.
                plan.unreachable.push(unattainable(&answer));
            }
            // Nothing to do, and it does not hold: what it waits for has to be known first.
            let idle = plan.work.is_empty() && plan.missing.is_empty() && !answer.holding;
            if idle && (answer.outcome == Outcome::Unknown || plan.unreachable.is_empty()) {
                plan.missing.extend(waited_for(requirement, &answer));
            }
        }
        if answer.outcome == Outcome::Unknown && plan.missing.is_empty() {
            // Who is not known to owe it leaves it open as well.
            let perhaps = answer.cells.iter().filter(|cell| cell.owed != Tri::Yes && cell.waived.is_none());
            let perhaps = perhaps.filter(|cell| cell.outcome == Outcome::Unknown);
            let members: BTreeSet<String> = perhaps.map(|cell| cell.members.join(" ")).collect();
            plan.missing.extend(members.iter().map(|member| data_missing(&answer, &format!("{member}:members"))));
        }
        Some(self.answer(&answer, plan))
    }

    /// A check that makes the outcome unknown is work like any other.
    fn checks(&self, requirement: &'w Requirement, answer: &RequirementAnswer, plan: &mut Plan) {
        if answer.outcome != Outcome::Unknown {
            return;
        }
        for check in &requirement.checks {
            let asked = check.needs_complete.is_none_or(|register| self.world.is_complete(register.name));
            if asked && check.otherwise == crate::package::model::CheckElse::Unknown {
                plan.join(self.plan(&check.requirement));
            }
        }
    }

    fn answer(&self, answer: &RequirementAnswer, plan: Plan) -> RequirementRemaining {
        let need = if answer.outcome == Outcome::Met {
            Need::Done
        } else if !plan.unreachable.is_empty() {
            Need::Unreachable
        } else if !plan.missing.is_empty() || plan.work.is_empty() && answer.outcome == Outcome::Unknown {
            Need::Data
        } else if plan.waits() {
            Need::Wait
        } else if plan.work.is_empty() {
            Need::Hold
        } else {
            Need::Work
        };
        let mut plan = plan;
        let records = joint::share(plan.work.iter_mut().collect());
        let until_closing = plan.work.iter().any(|item| item.last_useful_day.is_none());
        let last = plan.work.iter().filter_map(|item| item.last_useful_day).max().filter(|_| !until_closing);
        let as_of = self.world.as_of.max(self.world.start.plus_days(-1));
        RequirementRemaining {
            requirement: answer.id.clone().unwrap_or_default(),
            clause: answer.clause.clone(),
            labels: answer.labels.clone(),
            outcome: answer.outcome,
            need,
            records,
            next_deadline: plan.work.iter().filter_map(|item| item.due.or(item.last_useful_day)).min(),
            last_useful_day: last,
            pace: last.and_then(|last| Pace::new(records, as_of, last)),
            work: plan.work,
            missing: plan.missing,
            unreachable: plan.unreachable,
        }
    }
}

fn unattainable(answer: &RequirementAnswer) -> Finding {
    let id = answer.id.as_deref().unwrap_or_default();
    Finding::new(codes::NOT_ATTAINABLE).with("requirement", id).under(answer.clause.as_ref())
}

/// What a requirement that nothing can be done for lacks: of a day of the member's, whose it is.
fn waited_for(requirement: &Requirement, answer: &RequirementAnswer) -> Vec<Finding> {
    let window = &requirement.window;
    let anchors = [&window.from, &window.to].into_iter().flatten().chain(window.within.iter().map(|within| &within.of));
    let of_member = |missing: &str| {
        anchors.clone().any(|anchor| matches!(anchor, Anchor::Member { date, .. } if *date.text == *missing))
    };
    let (of_members, others): (Vec<&String>, Vec<&String>) =
        answer.missing.iter().partition(|missing| of_member(missing));
    let cells = of_members.iter().flat_map(|missing| {
        let cells = answer.cells.iter().filter(|cell| cell.missing.contains(*missing));
        cells.map(move |cell| format!("{}:{missing}", cell.members.last().map_or("", String::as_str)))
    });
    let others = others.into_iter().cloned();
    cells.chain(others).map(|missing| data_missing(answer, &missing)).collect()
}

fn data_missing(answer: &RequirementAnswer, missing: &str) -> Finding {
    let (entry, field) = missing.split_once(':').unwrap_or((missing, ""));
    let id = answer.id.as_deref().unwrap_or_default();
    let finding = Finding::new(codes::DATA_MISSING).with("requirement", id).with("entry", entry).with("field", field);
    finding.under(answer.clause.as_ref())
}
