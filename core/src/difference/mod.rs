//! Differences 变化: what changed between two days or two ledgers, and because of what.
//!
//! Between two days a third view helps to tell causes apart: what was known on the first day,
//! judged on the second. What differs from the first view is the work of time; what differs
//! between it and the last view is the work of entries.

mod causes;
mod entries;
mod requirement;
mod snapshot;

pub use entries::{Change, EntryChange};
pub use requirement::{CellChange, LeftElement, RequirementChange, Standing};

use crate::closing::Decision;
use crate::evaluate::{Completion, RequirementAnswer};
use crate::finding::{Finding, change};
use crate::ledger::Ledger;
use crate::lifecycle::State;
use crate::sorted::Set;
use crate::time::Date;
use causes::Causes;
use schemars::JsonSchema;
use serde::Serialize;
use snapshot::Snapshot;
use std::sync::Arc;

/// What changed, and because of what.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Difference {
    /// How things stood before.
    pub before: Side,
    /// How they stand after.
    pub after: Side,
    /// Closing decision, state, end of service and completion, as far as they changed.
    pub changes: Vec<ContractChange>,
    /// Requirements whose outcome, holding, range or cells changed: those of the indicators, the
    /// obligations, the provider, then the needs of closing.
    pub requirements: Vec<RequirementChange>,
    /// Entries that came, went or say something else.
    pub entries: Vec<EntryChange>,
}

/// How a contract stands on one side of a difference.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Side {
    /// The day.
    pub as_of: Date,
    /// The contract.
    pub contract: Arc<str>,
    /// The version of the package in force.
    pub version: Arc<str>,
    /// The closing decision.
    pub decision: Decision,
    /// The state.
    pub state: State,
    /// Last day of the service, extensions included.
    pub service_end: Date,
    /// Indicators met, of those that count.
    pub completion: Completion,
    /// Mean progress of the indicators, rounded down to four decimals.
    pub progress: String,
}

/// A change of the contract as a whole.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ContractChange {
    /// `decision`, `state`, `service_end` or `completion`.
    pub what: &'static str,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
    /// What explains it.
    pub because: Vec<Finding>,
}

impl Difference {
    /// From the end of one day to the end of another.
    pub(crate) fn between_days(ledger: &Ledger, from: Date, to: Date) -> Self {
        let all: Vec<_> = ledger.entries().iter().collect();
        let known: Vec<_> = all.iter().copied().filter(|entry| entry.visible_from() <= from).collect();
        let before = Snapshot::new(ledger, &known, from, from);
        let middle = Snapshot::new(ledger, &known, from, to);
        let after = Snapshot::new(ledger, &all, to, to);
        Self::between(&before, Some(&middle), &after)
    }

    /// From one ledger to another on the same day.
    pub(crate) fn between_ledgers(one: &Ledger, other: &Ledger, as_of: Date) -> Self {
        let (ones, others): (Vec<_>, Vec<_>) = (one.entries().iter().collect(), other.entries().iter().collect());
        let before = Snapshot::new(one, &ones, as_of, as_of);
        let after = Snapshot::new(other, &others, as_of, as_of);
        Self::between(&before, None, &after)
    }

    fn between(before: &Snapshot<'_>, middle: Option<&Snapshot<'_>>, after: &Snapshot<'_>) -> Self {
        let entries = entries::changes(&before.world, &after.world);
        let causes = Causes::new(before, middle, after, &entries);
        Self {
            changes: contract_changes(before, after, &causes),
            requirements: requirements(before, middle, after, &causes),
            before: before.side(),
            after: after.side(),
            entries,
        }
    }
}

fn requirements(
    before: &Snapshot<'_>,
    middle: Option<&Snapshot<'_>>,
    after: &Snapshot<'_>,
    causes: &Causes<'_>,
) -> Vec<RequirementChange> {
    let find = |snapshot: &'_ Snapshot<'_>, id: &str| -> Option<RequirementAnswer> {
        snapshot.requirements().find(|answer| answer.id.as_deref() == Some(id)).cloned()
    };
    let mut seen = Set::default();
    let ids = before.requirements().chain(after.requirements()).filter_map(|answer| answer.id.clone());
    ids.filter(|id| seen.insert(id.clone()))
        .filter_map(|id| {
            let (one, other) = (find(before, &id), find(after, &id));
            let mut change = RequirementChange::between(one.as_ref(), other.as_ref())?;
            let middle = middle.and_then(|middle| find(middle, &id));
            change.because = causes.of_requirement(&change, one.as_ref(), middle.as_ref(), other.as_ref());
            Some(change)
        })
        .collect()
}

fn contract_changes(before: &Snapshot<'_>, after: &Snapshot<'_>, causes: &Causes<'_>) -> Vec<ContractChange> {
    let (one, other) = (before.side(), after.side());
    let share = |completion: &Completion| format!("{}/{}", completion.met, completion.of);
    let pairs = [
        ("decision", word(&one.decision), word(&other.decision), causes.of_decision()),
        ("state", word(&one.state), word(&other.state), causes.of_state()),
        ("service_end", one.service_end.to_string(), other.service_end.to_string(), causes.of_service_end()),
        ("completion", share(&one.completion), share(&other.completion), grounds_of_completion(before, after)),
    ];
    let changed = pairs.into_iter().filter(|(_, before, after, _)| before != after);
    changed.map(|(what, before, after, because)| ContractChange { what, before, after, because }).collect()
}

/// A word of a closed list as it is on the wire.
fn word(of: &impl Serialize) -> String {
    serde_json::to_value(of).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The indicators that came to be met, or are no longer.
fn grounds_of_completion(before: &Snapshot<'_>, after: &Snapshot<'_>) -> Vec<Finding> {
    let met = |snapshot: &Snapshot<'_>| -> Set<Arc<str>> {
        let indicators = snapshot.evaluation.indicators.iter();
        let met = indicators.filter(|of| !of.text_only && of.outcome == crate::evaluate::Outcome::Met);
        met.map(|indicator| indicator.id.clone()).collect()
    };
    let (one, other) = (met(before), met(after));
    let ground = |code, id: &Arc<str>| Finding::new(code).with("ground", "indicator_not_met").with("of", id);
    let cleared = other.iter().filter(|id| !one.contains(*id)).map(|id| ground(change::GROUND_CLEARED, id));
    cleared.chain(one.iter().filter(|id| !other.contains(*id)).map(|id| ground(change::GROUND_ARISEN, id))).collect()
}
