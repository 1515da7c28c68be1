//! Evaluations 评估: the one that decides, the band it falls in, the duties that follow.

use super::{force_name, name};
use crate::contract::Contract;
use crate::entry::{Entry, Value};
use crate::evaluate::{BoundaryAnswer, World};
use crate::finding::{Finding, lifecycle};
use crate::number::Exact;
use crate::package::model::{Band, Consequence, Force, ShadowOf, Stage};
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// A stage with the evaluation that decides it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StageAnswer {
    /// `midterm`, `final` or `third_party`.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// The evaluation that decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluation: Option<String>,
    /// Its day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Its score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Exact>,
    /// Its verdict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<String>,
    /// The band that it falls in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Arc<str>>,
    /// The evaluation says by score or verdict, as the stage is judged, whether it falls in a band.
    #[serde(skip)]
    pub is_judged: bool,
    /// Only a better evaluation of the stage lifts the band.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cured_by_evaluation: bool,
    /// What follows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<DutyAnswer>,
    /// Comparator readings under which another band would be hit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub boundary: Vec<BoundaryAnswer>,
}

/// A right or duty out of a band.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DutyAnswer {
    /// `rectification_order`, `termination` or `extension`.
    #[schemars(with = "Consequence")]
    pub what: &'static str,
    /// Right or duty.
    #[schemars(with = "Force")]
    pub force: &'static str,
    /// The clause.
    pub clause: Arc<str>,
    /// The event that carries it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_by: Option<String>,
    /// The end of the service that an extension gives by the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projected_end: Option<Date>,
}

impl DutyAnswer {
    /// A duty that nobody has carried out.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.force == "duty" && self.done_by.is_none()
    }
}

/// All stages of the plan.
pub(super) fn all(world: &World<'_>, contract: &Contract, findings: &mut Vec<Finding>) -> Vec<StageAnswer> {
    world.plan.stages.iter().map(|stage| answer(world, contract, stage, findings)).collect()
}

fn answer(world: &World<'_>, contract: &Contract, stage: &Stage, findings: &mut Vec<Finding>) -> StageAnswer {
    let mut answer = StageAnswer {
        id: stage.id.clone(),
        clause: stage.clause.clone(),
        evaluation: None,
        date: None,
        score: None,
        verdict: None,
        band: None,
        is_judged: false,
        cured_by_evaluation: false,
        duties: Vec::new(),
        boundary: Vec::new(),
    };
    let Some((evaluation, next)) = deciding(world, contract, stage) else { return answer };
    answer.evaluation = Some(evaluation.id().to_string());
    answer.date = evaluation.date();
    answer.score = world.score(evaluation);
    answer.verdict = evaluation.text("verdict").map(str::to_owned);
    answer.is_judged = is_judged(world, stage, evaluation);
    if !answer.is_judged {
        findings.push(
            Finding::new(lifecycle::SCORE_MISSING)
                .with("evaluation", evaluation.id())
                .under(stage.clause.as_ref())
                .about(evaluation.id()),
        );
    }
    let hit = band(world, stage, evaluation);
    if let Some(band) = hit {
        answer.band = Some(band.id.clone());
        answer.cured_by_evaluation = band.cured_by_evaluation;
        answer.duties = band
            .then
            .iter()
            .map(|consequence| duty(world, contract, stage, band, *consequence, evaluation, next))
            .collect();
        check_extensions(world, &answer, findings);
    }
    for shadow in &world.plan.shadows {
        let ShadowOf::Stage(other) = &shadow.of else { continue };
        if other.id != stage.id {
            continue;
        }
        let would_be = band(world, other, evaluation).map(|band| band.id.clone());
        if would_be.as_deref() != answer.band.as_deref() {
            answer.boundary.push(BoundaryAnswer {
                reading: shadow.reading.clone(),
                option: shadow.option.clone(),
                would_be: would_be.map_or_else(|| "none".to_owned(), |id| id.to_string()),
            });
        }
    }
    answer
}

/// The evaluation that decides, and the day of the next one.
///
/// The latest decides, until a duty from an earlier one has been carried out; where only a
/// better evaluation cures, the latest always decides.
fn deciding<'w>(world: &World<'w>, contract: &Contract, stage: &Stage) -> Option<(&'w Entry, Option<Date>)> {
    let mut evaluations: Vec<&Entry> =
        world.entries("evaluation").iter().filter(|entry| entry.text("stage") == Some(&*stage.id)).copied().collect();
    evaluations.sort_by(|a, b| (a.date(), a.recorded_at(), a.id()).cmp(&(b.date(), b.recorded_at(), b.id())));
    for (at, evaluation) in evaluations.iter().enumerate() {
        let Some(next) = evaluations.get(at + 1) else { return Some((evaluation, None)) };
        let fixed = band(world, stage, evaluation).is_some_and(|band| {
            !band.cured_by_evaluation
                && band.force == Force::Duty
                && band.then.iter().any(|consequence| {
                    duty(world, contract, stage, band, *consequence, evaluation, next.date()).done_by.is_some()
                })
        });
        if fixed {
            return Some((evaluation, None));
        }
    }
    None
}

/// Whether an evaluation says, as its stage is judged, whether it falls in a band.
fn is_judged(world: &World<'_>, stage: &Stage, evaluation: &Entry) -> bool {
    // A verdict says nothing where the score decides, nor a score where the verdict does.
    let by_score = !stage.bands.is_empty() && world.score(evaluation).is_some();
    let by_verdict = !stage.verdicts.is_empty() && evaluation.text("verdict").is_some();
    by_score || by_verdict || (stage.bands.is_empty() && stage.verdicts.is_empty())
}

/// Whether an evaluation of this stage falls in none of its bands, for sure.
pub(super) fn passes(world: &World<'_>, stage: &Stage, evaluation: &Entry) -> bool {
    evaluation.text("stage") == Some(&*stage.id)
        && is_judged(world, stage, evaluation)
        && band(world, stage, evaluation).is_none()
}

fn band<'p>(world: &World<'_>, stage: &'p Stage, evaluation: &Entry) -> Option<&'p Band> {
    if let Some(band) = evaluation.text("verdict").and_then(|verdict| stage.verdicts.get(verdict)) {
        return Some(band);
    }
    let score = world.score(evaluation)?;
    stage.bands.iter().find(|band| band.test.is_some_and(|(cmp, limit)| cmp.holds(score, limit)))
}

/// What follows, and the event that carries it out: dated from the evaluation on, before `next` if there is one.
fn duty(
    world: &World<'_>,
    contract: &Contract,
    stage: &Stage,
    band: &Band,
    consequence: Consequence,
    evaluation: &Entry,
    next: Option<Date>,
) -> DutyAnswer {
    let what = name(consequence);
    let mut events: Vec<&Entry> = world
        .entries(what)
        .iter()
        .filter(|event| event.date() >= evaluation.date() && next.is_none_or(|next| event.date() < Some(next)))
        .filter(|event| event.text("stage").is_none_or(|of| of == &*stage.id))
        // An order that names no stage answers a spot check, not an evaluation.
        .filter(|event| what != "rectification_order" || event.text("stage").is_some())
        .copied()
        .collect();
    events.sort_by(|a, b| (a.date(), a.recorded_at(), a.id()).cmp(&(b.date(), b.recorded_at(), b.id())));
    let projected_end = match consequence {
        Consequence::Extension { months, month_end } => {
            Some(month_end.extend(contract.service_start, end_before(world, contract, evaluation), months))
        }
        _ => None,
    };
    DutyAnswer {
        what,
        force: force_name(band.force),
        clause: band.clause.clone(),
        done_by: events.first().map(|event| event.id().to_string()),
        projected_end,
    }
}

/// The end in force on the day of an evaluation: extensions dated before it.
fn end_before(world: &World<'_>, contract: &Contract, evaluation: &Entry) -> Date {
    let earlier = world.entries("extension").iter().filter(|event| event.date() < evaluation.date());
    let ends = earlier.filter_map(|event| event.get("new_end").and_then(Value::date));
    ends.fold(contract.service_end, Date::max)
}

fn check_extensions(world: &World<'_>, answer: &StageAnswer, findings: &mut Vec<Finding>) {
    for duty in &answer.duties {
        let (Some(expected), Some(id)) = (duty.projected_end, &duty.done_by) else { continue };
        let event = world.entries("extension").iter().find(|event| *event.id() == **id);
        let Some(found) = event.and_then(|event| event.get("new_end")).and_then(Value::date) else { continue };
        if found != expected {
            findings.push(
                Finding::new(lifecycle::EXTENSION_DIFFERS)
                    .with("event", id)
                    .with("expected", expected)
                    .with("found", found)
                    .under(duty.clause.as_ref())
                    .about(id.as_str()),
            );
        }
    }
}
