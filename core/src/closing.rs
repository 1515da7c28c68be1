//! The closing decision 结项: may the project be closed on this day, and if not, what blocks it.

use crate::contract::Contract;
use crate::entry::Entry;
use crate::evaluate::{Combine, Completion, Evaluation, Judge, Outcome, RequirementAnswer, WaivedAnswer, World};
use crate::finding::word::names;
use crate::finding::{Finding, lifecycle};
use crate::lifecycle::{Lifecycle, State};
use crate::number::Exact;
use crate::package::model::{CheckElse, ClosingNeed, Plan};
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// The five decisions, in their precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// 已终止: a termination stands.
    Terminated,
    /// 已结项: a closure stands.
    Closed,
    /// 不可结项: something blocks it.
    Blocked,
    /// 待定: nothing blocks it, but data are missing.
    Undecided,
    /// 可结项: eligible; closing itself is an act of people.
    Closable,
}

/// The closing decision with its grounds.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Closing {
    /// The decision.
    pub decision: Decision,
    /// The day.
    pub as_of: Date,
    /// What blocks it, each with its clause.
    pub blockers: Vec<Finding>,
    /// What is missing to decide, and evaluations that were not held.
    pub missing: Vec<Finding>,
    /// Indicators met, of those that count.
    pub completion: Completion,
    /// The needs of closing as judged.
    pub items: Vec<RequirementAnswer>,
    /// What was waived, by whom.
    pub waived: Vec<WaivedAnswer>,
    /// What does not fit together.
    pub findings: Vec<Finding>,
}

impl Closing {
    /// Decides for the end of `as_of`; what is open until closing is taken to end on that day.
    #[must_use]
    pub fn new<'w>(
        plan: &'w Plan,
        contract: &'w Contract,
        entries: impl Iterator<Item = &'w Entry>,
        as_of: Date,
    ) -> Self {
        Self::judged(&World::new(plan, contract, entries, as_of), contract).0
    }

    /// Decides for a world's day, and hands on the evaluation and the lifecycle that it rests on.
    pub(crate) fn judged(world: &World<'_>, contract: &Contract) -> (Self, Evaluation, Lifecycle) {
        let evaluation = Evaluation::of(world, contract, true);
        let mut lifecycle = Lifecycle::new(world, contract);
        let closing = Self::of(world, contract, &evaluation, &lifecycle);
        lifecycle.allow(world, closing.decision);
        (closing, evaluation, lifecycle)
    }

    /// Decides from what has been judged: the evaluation must take the day as the end of what is open until closing.
    #[must_use]
    pub(crate) fn of<'w>(
        world: &'w World<'w>,
        contract: &'w Contract,
        evaluation: &Evaluation,
        lifecycle: &Lifecycle,
    ) -> Self {
        let judge = Judge::new(world, contract, true);
        let mut closing = Self {
            decision: Decision::Closable,
            as_of: world.as_of,
            blockers: Vec::new(),
            missing: Vec::new(),
            completion: evaluation.completion,
            items: Vec::new(),
            waived: Vec::new(),
            findings: Vec::new(),
        };
        let mut undecided = false;
        for item in &world.plan.closing {
            match &item.need {
                ClosingNeed::Completion(share) => undecided |= closing.completion(evaluation, *share, &item.clause),
                ClosingNeed::Requirement(requirement) => {
                    let answer = judge.full(requirement);
                    undecided |= closing.need(&answer);
                    closing.items.push(answer);
                }
            }
        }
        closing.duties(lifecycle);
        closing.triggers(lifecycle);
        // What follows from an evaluation without a result is not known.
        let without_result = lifecycle.findings.iter().filter(|finding| finding.code == lifecycle::SCORE_MISSING);
        let before = closing.missing.len();
        closing.missing.extend(without_result.cloned());
        undecided |= closing.missing.len() > before;
        let judged = evaluation.requirements().chain(&closing.items);
        closing.waived = judged.flat_map(|answer| answer.waived.iter().cloned()).collect();
        closing.waived.sort();
        closing.waived.dedup();
        closing.decision = match lifecycle.state {
            State::Terminated => Decision::Terminated,
            State::Closed => Decision::Closed,
            _ if !closing.blockers.is_empty() => Decision::Blocked,
            _ if undecided => Decision::Undecided,
            _ => Decision::Closable,
        };
        closing.closed_despite(world);
        closing
    }

    /// The version of the package in force is not there, so what could be closed by another one is undecided.
    pub(crate) fn lack_version(&mut self, missing: Finding) {
        if self.decision == Decision::Closable {
            self.decision = Decision::Undecided;
        }
        self.missing.push(missing);
    }

    /// The share of indicators; returns whether data are missing.
    fn completion(&mut self, evaluation: &Evaluation, share: Exact, clause: &Arc<str>) -> bool {
        let done = Exact::size(evaluation.completion.met).over(Exact::size(evaluation.completion.of));
        if done.is_some_and(|done| done >= share) {
            return false;
        }
        let mut undecided = done.is_none();
        let counting = evaluation.indicators.iter().filter(|indicator| !indicator.text_only);
        for answer in counting.flat_map(|indicator| &indicator.requirements).filter(|answer| !answer.text_only) {
            match answer.outcome {
                Outcome::Met => {}
                Outcome::Unknown => {
                    undecided = true;
                    self.missing.push(unknown(lifecycle::INDICATOR_UNKNOWN, "requirement", answer));
                }
                outcome => self
                    .blockers
                    .push(short(lifecycle::INDICATOR_NOT_MET, "requirement", answer).with("outcome", outcome.name())),
            }
        }
        if done.is_none() {
            let nothing =
                Finding::new(lifecycle::CLOSING_NEED_UNKNOWN).with("item", "completion").with("missing", "indicators");
            self.missing.push(nothing.under(clause.as_ref()));
        }
        undecided
    }

    /// One of the needs; returns whether data are missing.
    fn need(&mut self, answer: &RequirementAnswer) -> bool {
        if answer.outcome == Outcome::Met {
            return false;
        }
        // Of alternatives no single one is owed, so they are named together.
        if answer.combine == Some(Combine::All)
            && answer.waived.is_empty()
            && answer.cells.is_empty()
            && answer.checks.iter().all(|check| check.otherwise != CheckElse::Unknown)
        {
            let mut undecided = false;
            for part in &answer.parts {
                undecided |= self.need(part);
            }
            return undecided;
        }
        if answer.outcome == Outcome::Unknown {
            self.missing.push(unknown(lifecycle::CLOSING_NEED_UNKNOWN, "item", answer));
            return true;
        }
        self.blockers.push(short(lifecycle::CLOSING_NEED_NOT_MET, "item", answer));
        false
    }

    /// Duties that nobody carried out, failing evaluations, evaluations that were not held.
    fn duties(&mut self, lifecycle: &Lifecycle) {
        for stage in &lifecycle.stages {
            let band = stage.band.as_deref().unwrap_or_default();
            for duty in stage.duties.iter().filter(|duty| duty.is_open()) {
                let open = Finding::new(lifecycle::DUTY_OPEN).with("what", duty.what).with("band", band);
                let open = open.at(stage.id.as_ref()).under(duty.clause.as_ref());
                self.blockers.push(stage.evaluation.iter().fold(open, |open, id| open.about(id.as_str())));
            }
            if let (Some(evaluation), true) = (&stage.evaluation, stage.band.is_some() && stage.cured_by_evaluation) {
                self.blockers.push(
                    Finding::new(lifecycle::STAGE_FAILING)
                        .at(stage.id.as_ref())
                        .with("stage", &stage.id)
                        .with("evaluation", evaluation)
                        .with("band", band)
                        .under(stage.clause.as_ref())
                        .about(evaluation.as_str()),
                );
            }
            if stage.evaluation.is_none() {
                let missing =
                    Finding::new(lifecycle::EVALUATION_MISSING).at(stage.id.as_ref()).with("stage", &stage.id);
                self.missing.push(missing.under(stage.clause.as_ref()));
            }
        }
    }

    /// Duties out of events that nobody carried out.
    fn triggers(&mut self, lifecycle: &Lifecycle) {
        for trigger in lifecycle.triggers.iter().filter(|trigger| trigger.is_open()) {
            let what = trigger.then.join(", ");
            let open = Finding::new(lifecycle::DUTY_OPEN).with("what", what).with("band", &trigger.id);
            self.blockers.push(open.at(trigger.id.as_ref()).under(trigger.clause.as_ref()));
        }
    }

    fn closed_despite(&mut self, world: &World<'_>) {
        if self.decision != Decision::Closed || self.blockers.is_empty() {
            return;
        }
        for event in world.entries("closure") {
            self.findings.push(
                Finding::new(lifecycle::CLOSED_DESPITE_BLOCKERS)
                    .with("event", event.id())
                    .with("count", self.blockers.len())
                    .about(event.id()),
            );
        }
    }
}

fn unknown(code: crate::finding::Code, name: &'static str, answer: &RequirementAnswer) -> Finding {
    let id = answer.id.as_deref().unwrap_or_default();
    Finding::new(code).at(id).with(name, id).with("missing", answer.missing.join(", ")).under(answer.clause.as_ref())
}

fn short(code: crate::finding::Code, name: &'static str, answer: &RequirementAnswer) -> Finding {
    let id = answer.id.as_deref().unwrap_or_default();
    let (lo, target, of) = answer.short();
    let finding = Finding::new(code).at(id).with(name, id).with("lo", lo).with("target", target).with("of", of);
    finding.under(answer.clause.as_ref())
}

names! {
    Decision {
        Terminated "已终止" / "terminated";
        Closed "已结项" / "closed";
        Blocked "不可结项" / "blocked";
        Undecided "待定" / "undecided";
        Closable "可结项" / "closable";
    }
}
