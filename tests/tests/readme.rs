//! The package, contract and record that the README shows must be sound and give what it says.

use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};

/// The block of the README that begins with ```json and this word.
fn block(name: &str) -> String {
    let readme = include_str!("../../README.md");
    let start = format!("```json {name}\n");
    let (_, after) = readme.split_once(&start).unwrap_or_else(|| panic!("no block {name}"));
    after.split_once("```").expect("the block ends").0.to_owned()
}

#[test]
fn the_package_of_ones_own_is_judged() {
    let package = Package::load(block("package").as_bytes(), &[]).unwrap_or_else(|found| panic!("{found:#?}"));
    let contract = Contract::load(block("contract").as_bytes()).unwrap_or_else(|found| panic!("{found:#?}"));
    let mut ledger = Ledger::new(&[package], contract).unwrap_or_else(|found| panic!("{found:#?}"));
    assert_eq!(ledger.add_lines("records.jsonl", block("record").as_bytes(), None), []);
    // One talk to 42 ≥ 30 people, of the four that are owed.
    let answer = ledger.evaluate(Date::parse("2026-06-30").expect("a day"));
    let talks = answer.requirement("T-1a").expect("it is there");
    assert_eq!((talks.outcome.name(), talks.fraction.to_string().as_str()), ("open", "0.25"));
    let remaining = ledger.remaining(Date::parse("2026-06-30").expect("a day"));
    assert_eq!(remaining.total.records, 3);
}
