//! Verdicts 结论: where requirements stand in numbers alone, for many contracts at a time.

use super::answer::RequirementAnswer;
use super::judge::Judge;
use super::outcome::Outcome;
use super::range::Range;
use super::world::World;
use crate::contract::Contract;
use crate::number::Exact;
use std::sync::Arc;

/// Where a requirement stands, without the reasons and the names of what it rests on.
///
/// It says the same as the [`RequirementAnswer`] of that requirement; see [`crate::Ledger::verdicts`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The requirement's id.
    pub id: Option<Arc<str>>,
    /// Has nothing measurable; the outcome then says nothing.
    pub text_only: bool,
    /// Where it stands.
    pub outcome: Outcome,
    /// Open, but holding now.
    pub holding: bool,
    /// Share done, from 0 to 1, exact.
    pub fraction: Exact,
    /// What is certain and what also might be; of a single cell.
    pub range: Option<Range>,
    /// What must be reached; none for combinations, and where it depends on the member.
    pub target: Option<Exact>,
    /// How many elements count, certainly or perhaps.
    pub counted: usize,
    /// How much is missing to be certain.
    pub missing: usize,
}

impl Verdict {
    fn new(answer: &RequirementAnswer, counted: usize) -> Self {
        Self {
            id: answer.id.clone(),
            text_only: answer.text_only,
            outcome: answer.outcome,
            holding: answer.holding,
            fraction: answer.fraction,
            range: answer.range,
            target: answer.target.as_ref().and_then(|target| target.value),
            counted,
            missing: answer.missing.len(),
        }
    }

    /// Judges a world's plan at the end of its day: indicators, then obligations, then the provider's.
    pub(crate) fn all(world: &World<'_>, contract: &Contract) -> Vec<Self> {
        let judge = Judge::brief(world, contract);
        let judged = world.plan.requirements().map(|requirement| judge.judged(requirement));
        judged.map(|judged| Self::new(&judged.answer, judged.counted.len())).collect()
    }

    /// What an answer says in numbers.
    #[must_use]
    pub fn of(answer: &RequirementAnswer) -> Self {
        Self::new(answer, answer.counted.len())
    }
}
