//! Sensitivity 读法敏感性: which readings would flip which verdicts.
//!
//! Every reading of the package is tried under each of its other options, one at a time, the
//! rest staying as chosen. An option is bound like a choice of the contract; only what the
//! reading reaches is judged again ([`crate::spec::Reach`]).

mod answer;
mod boundary;
mod verdicts;

pub use answer::{
    BoundaryValue, ClosingChange, ClosingStanding, ConsequenceStanding, OptionSensitivity, ReadingSensitivity,
    RequirementChange, Sensitivity, StageChange, StageStanding, Standing, TriggerChange,
};
pub(crate) use boundary::values as boundary_values;

use crate::contract::Contract;
use crate::entries::Entries;
use crate::evaluate::World;
use crate::finding::Finding;
use crate::package::model::{Plan, ReadingInForce};
use crate::spec::{Package, Reach};
use crate::time::Date;
use std::sync::Arc;
use verdicts::Verdicts;

impl Sensitivity {
    /// Tries every option of every reading, or of the `only` one; `plan` is bound from `package` for `contract`.
    #[must_use]
    pub(crate) fn of(
        package: &Package,
        plan: &Plan,
        contract: &Contract,
        entries: &Entries,
        as_of: Date,
        only: Option<&str>,
    ) -> Self {
        let world = World::new(plan, contract, entries.iter(), as_of);
        let verdicts = Verdicts::of(&world, contract);
        let trial = Trial { package, contract, entries, world: &world, verdicts: &verdicts };
        let mut answer = Self {
            as_of,
            contract: contract.id.clone(),
            decision: verdicts.closing.decision,
            readings: Vec::new(),
            unchanged: Vec::new(),
            boundary: verdicts.boundary(),
            findings: Vec::new(),
        };
        for reading in plan.readings.iter().filter(|reading| only.is_none_or(|only| *reading.id == *only)) {
            let options = trial.options(reading, &mut answer.findings);
            if options.iter().all(OptionSensitivity::is_nothing) {
                answer.unchanged.push(reading.id.clone());
                continue;
            }
            answer.readings.push(ReadingSensitivity {
                id: reading.id.clone(),
                phrase: reading.phrase.clone(),
                option: reading.option.clone(),
                by_default: reading.by_default,
                options,
            });
        }
        answer
    }
}

/// What stays the same while options are tried.
struct Trial<'t> {
    package: &'t Package,
    contract: &'t Contract,
    entries: &'t Entries,
    world: &'t World<'t>,
    verdicts: &'t Verdicts,
}

impl Trial<'_> {
    /// What the other options of a reading change; none for a reading that reaches nothing.
    fn options(&self, reading: &ReadingInForce, findings: &mut Vec<Finding>) -> Vec<OptionSensitivity> {
        let reach = self.package.reach(self.contract, &reading.id);
        if reach.is_nothing() {
            return Vec::new();
        }
        let mut options = Vec::new();
        for option in self.package.other_options(reading) {
            match self.package.bind_under(self.contract, &reading.id, &option) {
                Ok(plan) => options.push(self.verdicts.compared(&self.judge(plan, &reach), &option)),
                Err(problems) => findings.extend(problems),
            }
        }
        options
    }

    fn judge(&self, plan: Plan, reach: &Reach) -> Verdicts {
        if !reach.rules {
            return self.verdicts.revised(&self.world.under(&plan), self.contract, reach);
        }
        // A record rule decides what is admitted and counts, so that everything has to be read again.
        let plan = Arc::new(plan);
        let entries = self.entries.read_again(plan.clone());
        Verdicts::of(&World::new(&plan, self.contract, entries.iter(), self.world.as_of), self.contract)
    }
}
