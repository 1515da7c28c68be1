//! All verdicts of a day under one plan, and how those of two plans differ.

use super::answer::{
    BoundaryValue, ClosingChange, ClosingStanding, ConsequenceStanding, OptionSensitivity, RequirementChange,
    StageChange, StageStanding, Standing, TriggerChange,
};
use crate::closing::Closing;
use crate::contract::Contract;
use crate::evaluate::{Evaluation, RequirementAnswer, World};
use crate::lifecycle::{Lifecycle, StageAnswer};
use crate::spec::Reach;
use std::sync::Arc;

/// Everything that is judged on a day.
#[derive(Debug)]
pub(super) struct Verdicts {
    /// As `evaluate` says it.
    pub(super) evaluation: Evaluation,
    /// With the day as the end of what is open until closing.
    at_closing: Evaluation,
    pub(super) lifecycle: Lifecycle,
    pub(super) closing: Closing,
}

impl Verdicts {
    pub(super) fn of(world: &World<'_>, contract: &Contract) -> Self {
        let evaluation = Evaluation::of(world, contract, false);
        Self::from(world, contract, evaluation, Evaluation::of(world, contract, true))
    }

    /// The verdicts under another option; what the reading does not reach is not judged again.
    pub(super) fn revised(&self, world: &World<'_>, contract: &Contract, reach: &Reach) -> Self {
        let again = &reach.requirements;
        let evaluation = self.evaluation.revised(world, contract, false, again);
        Self::from(world, contract, evaluation, self.at_closing.revised(world, contract, true, again))
    }

    fn from(world: &World<'_>, contract: &Contract, evaluation: Evaluation, at_closing: Evaluation) -> Self {
        let lifecycle = Lifecycle::new(world, contract);
        let closing = Closing::of(world, contract, &at_closing, &lifecycle);
        Self { evaluation, at_closing, lifecycle, closing }
    }

    pub(super) fn boundary(&self) -> Vec<BoundaryValue> {
        super::boundary::values(&self.evaluation, &self.at_closing, &self.lifecycle, &self.closing)
    }

    /// What another option changes.
    pub(super) fn compared(&self, after: &Self, option: &str) -> OptionSensitivity {
        let mut changes = OptionSensitivity {
            option: option.into(),
            decisive: false,
            requirements: requirements(self.evaluation.requirements(), after.evaluation.requirements()),
            closing_items: requirements(self.closing.items.iter(), after.closing.items.iter()),
            stages: self.stages(after),
            triggers: self.triggers(after),
            closing: self.decision(after),
        };
        let flips = |change: &RequirementChange| {
            let verdict = |standing: &Standing| (standing.outcome, standing.holding);
            change.before.as_ref().map(verdict) != change.after.as_ref().map(verdict)
        };
        changes.decisive = changes.requirements.iter().chain(&changes.closing_items).any(flips)
            || !changes.stages.is_empty()
            || !changes.triggers.is_empty()
            || changes.closing.as_ref().is_some_and(|change| change.before.decision != change.after.decision);
        changes
    }

    fn stages(&self, after: &Self) -> Vec<StageChange> {
        let pairs = self.lifecycle.stages.iter().zip(&after.lifecycle.stages);
        let changes = pairs.map(|(before, after)| StageChange {
            id: before.id.clone(),
            clause: before.clause.clone(),
            before: StageStanding::of(before),
            after: StageStanding::of(after),
        });
        changes.filter(|change| change.before != change.after).collect()
    }

    fn triggers(&self, after: &Self) -> Vec<TriggerChange> {
        let pairs = self.lifecycle.triggers.iter().zip(&after.lifecycle.triggers);
        let changes = pairs.map(|(before, after)| TriggerChange {
            id: before.id.clone(),
            clause: before.clause.clone(),
            before: before.arisen,
            after: after.arisen,
        });
        changes.filter(|change| change.before != change.after).collect()
    }

    fn decision(&self, after: &Self) -> Option<ClosingChange> {
        let change =
            ClosingChange { before: ClosingStanding::of(&self.closing), after: ClosingStanding::of(&after.closing) };
        (change.before != change.after).then_some(change)
    }
}

/// Requirements that stand otherwise, in the order of the package.
fn requirements<'a>(
    before: impl Iterator<Item = &'a RequirementAnswer>,
    after: impl Iterator<Item = &'a RequirementAnswer>,
) -> Vec<RequirementChange> {
    let mut then: Vec<(&Arc<str>, &RequirementAnswer)> =
        after.filter_map(|answer| Some((answer.id.as_ref()?, answer))).collect();
    then.sort_by_key(|(id, _)| *id);
    let mut changes = Vec::new();
    for now in before {
        let Some(id) = &now.id else { continue };
        let later = then.iter().position(|(known, _)| *known == id).map(|at| then.remove(at).1);
        let (before, after) = (Standing::of(now), later.and_then(Standing::of));
        if before != after {
            changes.push(RequirementChange { id: id.clone(), clause: now.clause.clone(), before, after });
        }
    }
    let new = then.into_iter().filter_map(|(id, answer)| Some((id, answer, Standing::of(answer)?)));
    changes.extend(new.map(|(id, answer, after)| RequirementChange {
        id: id.clone(),
        clause: answer.clause.clone(),
        before: None,
        after: Some(after),
    }));
    changes
}

impl Standing {
    /// None for what has nothing measurable.
    fn of(answer: &RequirementAnswer) -> Option<Self> {
        let owed = answer.cells.iter().filter(|cell| cell.waived.is_none()).count();
        (!answer.text_only).then(|| Self {
            outcome: answer.outcome,
            holding: answer.holding,
            lo: answer.range.and_then(|range| range.lo),
            hi: answer.range.and_then(|range| range.hi),
            cells: (!answer.cells.is_empty()).then_some(owed),
            fraction: answer.fraction,
        })
    }
}

impl StageStanding {
    fn of(stage: &StageAnswer) -> Self {
        Self {
            evaluation: stage.evaluation.clone(),
            band: stage.band.clone(),
            cured_by_evaluation: stage.cured_by_evaluation,
            consequences: stage
                .duties
                .iter()
                .map(|duty| ConsequenceStanding {
                    what: duty.what,
                    force: duty.force,
                    done_by: duty.done_by.clone(),
                    projected_end: duty.projected_end,
                })
                .collect(),
        }
    }
}

impl ClosingStanding {
    fn of(closing: &Closing) -> Self {
        Self { decision: closing.decision, completion: closing.completion, blockers: closing.blockers.len() }
    }
}
