//! Which records are taken in by tallies alone.

use super::{Kept, Live};
use crate::contract::Contract;
use crate::ledger::Ledger;
use crate::spec::Package;
use crate::time::Date;
use std::collections::BTreeSet;

/// Kinds as ids in the samples name them; what begins like another comes with it.
const KINDS: [&str; 12] = [
    "visit",
    "case",
    "group",
    "activity",
    "publication",
    "supervision",
    "attendance",
    "attestation",
    "document",
    "resource",
    "observation",
    "volunteer-project",
];

/// Adds the records of a sample twice, each time under other ids and without corrections; returns the kinds
/// of those of the second time that were not taken in by tallies alone.
fn left(number: usize, [contract, registers, records]: [&str; 3]) -> BTreeSet<String> {
    let package = Package::builtin(&format!("nanchuan-2024/package-{number}")).expect("built in").expect("sound");
    let contract = Contract::load(contract.as_bytes()).expect("sound");
    let mut ledger = Ledger::new(&[package], contract).expect("they fit");
    ledger.add_lines("registers", registers.as_bytes(), None);
    let mut live = Live::new(ledger, Date::new(2025, 3, 31).expect("a day"));
    let mut left = BTreeSet::new();
    for round in ["first", "second"] {
        for line in records.lines().filter(|line| !line.contains("\"supersedes\"")) {
            let mut line = line.to_owned();
            for kind in KINDS {
                line = line.replace(&format!("\"p{number}-{kind}-"), &format!("\"{round}-{kind}-"));
            }
            live.add("records", 1, line.as_bytes(), None);
            let kind = line.split("\"kind\":\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a kind");
            let readers = live.readers.get(kind).into_iter().flatten().zip(&live.requirements);
            let is_kept = readers.filter(|(reads, _)| **reads).all(|(_, known)| matches!(known.kept, Kept::Running(_)));
            if round == "second" && !is_kept {
                left.insert(kind.to_owned());
            }
        }
    }
    left
}

/// The files of a package's sample.
macro_rules! sample {
    ($package:literal) => {
        [
            include_str!(concat!("../../../specs/samples/", $package, "/contract.json")),
            include_str!(concat!("../../../specs/samples/", $package, "/registers.jsonl")),
            include_str!(concat!("../../../specs/samples/", $package, "/records.jsonl")),
        ]
    };
}

#[test]
fn the_usual_records_are_taken_in_by_tallies_alone() {
    // The second case of a client overlaps the first, so that it takes the whole ledger to say which counts.
    let case = BTreeSet::from(["case".to_owned()]);
    // Windows that end when something else came to be met, and checks that decide.
    let anchored = ["activity", "document", "observation", "visit"].map(str::to_owned).into();
    assert_eq!(left(1, sample!("package-1")), BTreeSet::new());
    assert_eq!(left(2, sample!("package-2")), case);
    assert_eq!(left(3, sample!("package-3")), case);
    assert_eq!(left(4, sample!("package-4")), BTreeSet::new());
    assert_eq!(left(5, sample!("package-5")), anchored);
    assert_eq!(left(6, sample!("package-6")), case);
}
