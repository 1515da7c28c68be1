//! Random packages, contracts and ledgers of a made-up district, in the format of
//! `specs/FORMAT.md`. The same seed gives the same case on every machine.

pub mod codes;
pub mod condition;
pub mod contract;
pub mod event;
pub mod ledger;
pub mod mutate;
pub mod package;
pub mod random;
pub mod record;
pub mod register;
pub mod requirement;

use crate::naive::date::plus_days;
use proptest::prelude::{Strategy, any};
use random::Random;
use serde_json::Value;

/// The greatest number of entries in a random ledger.
pub const MOST_ENTRIES: usize = 60;

/// Everything one judgement needs.
#[derive(Clone, Debug)]
pub struct Case {
    /// The seed it came from.
    pub seed: u64,
    /// The package document; it includes nothing.
    pub package: Value,
    /// The contract.
    pub contract: Value,
    /// The ledger's entries.
    pub entries: Vec<Value>,
    /// Days worth judging on: before the service, in it, on its last day, after it.
    pub days: Vec<String>,
}

/// The case of a seed with a ledger of `size` entries (at most [`MOST_ENTRIES`]).
#[must_use]
pub fn case(seed: u64, size: usize) -> Case {
    let mut random = Random::new(seed);
    let package = package::package(&mut random);
    let contract = contract::contract(&mut random);
    let (start, end) = contract::service(&contract);
    let inside = random.day(start, end);
    let days = [plus_days(start, -3), inside, plus_days(end, -1), end, plus_days(end, 45), plus_days(end, 120)];
    let entries = ledger::ledger(&mut random, &package, &contract, size.min(MOST_ENTRIES));
    Case { seed, package, contract, entries, days: days.iter().map(ToString::to_string).collect() }
}

/// Random cases; a failure shrinks to a small seed and a short ledger.
pub fn cases() -> impl Strategy<Value = Case> {
    (any::<u64>(), 0..=MOST_ENTRIES).prop_map(|(seed, size)| case(seed, size))
}
