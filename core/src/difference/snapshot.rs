use super::Side;
use crate::closing::Closing;
use crate::contract::Contract;
use crate::entry::Entry;
use crate::evaluate::{Evaluation, RequirementAnswer, World};
use crate::ledger::Ledger;
use crate::lifecycle::Lifecycle;
use crate::time::Date;

/// Everything that is said of one side.
pub(super) struct Snapshot<'l> {
    pub(super) contract: &'l Contract,
    pub(super) world: World<'l>,
    pub(super) evaluation: Evaluation,
    pub(super) closing: Closing,
    pub(super) lifecycle: Lifecycle,
}

impl<'l> Snapshot<'l> {
    /// `entries` judged at the end of `as_of`, by the package version in force on `known`.
    pub(super) fn new(ledger: &'l Ledger, entries: &[&'l Entry], known: Date, as_of: Date) -> Self {
        let (plan, _) = ledger.in_force(known);
        let contract = ledger.contract();
        let world = World::new(plan, contract, entries.iter().copied(), as_of);
        let evaluation = Evaluation::of(&world, contract, false);
        let (closing, _, lifecycle) = Closing::judged(&world, contract);
        Self { contract, world, evaluation, closing, lifecycle }
    }

    pub(super) fn side(&self) -> Side {
        Side {
            as_of: self.world.as_of,
            contract: self.contract.id.clone(),
            version: self.evaluation.version.clone(),
            decision: self.closing.decision,
            state: self.lifecycle.state,
            service_end: self.world.end,
            completion: self.evaluation.completion,
            progress: self.evaluation.progress.clone(),
        }
    }

    /// The requirements as they stand, then the needs of closing.
    pub(super) fn requirements(&self) -> impl Iterator<Item = &RequirementAnswer> {
        self.evaluation.requirements().chain(&self.closing.items)
    }
}
