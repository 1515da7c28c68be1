//! Which rows belong to which contract.

use super::{CONTRACT, Found};
use jiexiang::Contract;
use jiexiang::finding::{Finding, contract, syntax};
use std::collections::BTreeMap;

/// The contracts by their ids.
pub(super) struct Contracts<'c>(BTreeMap<&'c str, u32>);

impl<'c> Contracts<'c> {
    pub(super) fn new(contracts: &'c [Contract]) -> Self {
        Self(contracts.iter().zip(0..).map(|(contract, at)| (&*contract.id, at)).collect())
    }
}

/// Finds contract after contract; most rows have that of the row before.
pub(super) struct Finder<'c> {
    contracts: &'c Contracts<'c>,
    last: Option<(&'c str, u32)>,
}

impl<'c> Finder<'c> {
    pub(super) fn new(contracts: &'c Contracts<'c>) -> Self {
        Self { contracts, last: None }
    }

    /// The contract of a row, or the finding that there is none.
    pub(super) fn find(
        &mut self,
        name: Option<&str>,
        table: Option<&'static str>,
        row: usize,
    ) -> Result<u32, Box<Found>> {
        let found = |finding: Finding| {
            let finding = finding.at(if name.is_some() { "/contract" } else { "" });
            Box::new(Found { contract: name.map(str::to_owned), table, row, finding })
        };
        let Some(name) = name else { return Err(found(Finding::new(syntax::MISSING_FIELD).with("field", CONTRACT))) };
        if let Some((last, at)) = self.last
            && last == name
        {
            return Ok(at);
        }
        let known = self.contracts.0.get_key_value(name).map(|(id, at)| (*id, *at));
        self.last = known.or(self.last);
        known.map(|(_, at)| at).ok_or_else(|| found(Finding::new(contract::UNKNOWN_CONTRACT).with("contract", name)))
    }
}

/// Runs of rows that stand behind one another, by contract and in the order of the source.
pub(super) struct ByContract<R> {
    runs: Vec<(u32, R)>,
}

impl<R> ByContract<R> {
    pub(super) fn new() -> Self {
        Self { runs: Vec::new() }
    }

    /// The run to which a row of this contract may be added, if it is the last one.
    pub(super) fn last(&mut self, contract: u32) -> Option<&mut R> {
        self.runs.last_mut().filter(|(last, _)| *last == contract).map(|(_, run)| run)
    }

    pub(super) fn push(&mut self, contract: u32, run: R) {
        self.runs.push((contract, run));
    }

    /// To be called when all are in.
    pub(super) fn sort(&mut self) {
        self.runs.sort_by_key(|(contract, _)| *contract);
    }

    pub(super) fn of(&self, contract: usize) -> impl Iterator<Item = &R> {
        let contract = u32::try_from(contract).unwrap_or(u32::MAX);
        let first = self.runs.partition_point(|(other, _)| *other < contract);
        self.runs[first..].iter().take_while(move |(other, _)| *other == contract).map(|(_, run)| run)
    }
}
