//! A ledger of any size: the sample year of package 1, written over and over with other ids.
#![allow(dead_code, reason = "no bench needs all of it")]

use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};

const SAMPLE: [&str; 3] = [
    include_str!("../../../specs/samples/package-1/registers.jsonl"),
    include_str!("../../../specs/samples/package-1/records.jsonl"),
    include_str!("../../../specs/samples/package-1/events.jsonl"),
];
const CONTRACT: &str = include_str!("../../../specs/samples/package-1/contract.json");

/// The kinds of record in the sample, as their ids name them.
const KINDS: [&str; 8] =
    ["attendance", "document", "visit", "activity", "publication", "supervision", "attestation", "satisfaction-survey"];

/// The day by which everything of the sample is known.
pub fn as_of() -> Date {
    Date::new(2025, 3, 31).expect("a day")
}

/// The package that the sample is about.
pub fn package() -> Package {
    Package::builtin("nanchuan-2024/package-1").expect("built in").expect("sound")
}

/// Its contract without any entry.
pub fn empty() -> Ledger {
    let contract = Contract::load(CONTRACT.as_bytes()).expect("a sound contract");
    Ledger::new(&[package()], contract).expect("they fit")
}

/// Records as JSON Lines, without registers and events.
pub fn lines(records: usize) -> String {
    let sample: Vec<&str> = SAMPLE[1].lines().collect();
    let mut text = String::with_capacity(records * 480);
    for round in 0..records.div_ceil(sample.len()) {
        for line in sample.iter().take(records - round * sample.len()) {
            let mut line = (*line).to_owned();
            for kind in KINDS {
                line = line.replace(&format!("\"p1-{kind}-"), &format!("\"p1-{kind}-{round}-"));
            }
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

/// The ledger with registers, events and that many records.
pub fn ledger(records: usize) -> Ledger {
    let mut ledger = empty();
    ledger.add_lines("registers.jsonl", SAMPLE[0].as_bytes(), None);
    ledger.add_lines("records.jsonl", lines(records).as_bytes(), None);
    ledger.add_lines("events.jsonl", SAMPLE[2].as_bytes(), None);
    assert_eq!(ledger.rejected().count(), 0, "every line of the sample is sound");
    ledger
}
