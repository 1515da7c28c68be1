//! A ledger of any size: the sample year of a package, written over and over with other ids.
#![allow(dead_code, reason = "no bench needs all of it")]

use jiexiang::live::Live;
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};

/// The sample of a package: contract, registers, records, events.
struct Sample {
    contract: &'static str,
    registers: &'static str,
    records: &'static str,
    events: &'static str,
}

const SAMPLES: [Sample; 3] = [
    Sample {
        contract: include_str!("../../../specs/samples/package-1/contract.json"),
        registers: include_str!("../../../specs/samples/package-1/registers.jsonl"),
        records: include_str!("../../../specs/samples/package-1/records.jsonl"),
        events: include_str!("../../../specs/samples/package-1/events.jsonl"),
    },
    Sample {
        contract: include_str!("../../../specs/samples/package-2/contract.json"),
        registers: include_str!("../../../specs/samples/package-2/registers.jsonl"),
        records: include_str!("../../../specs/samples/package-2/records.jsonl"),
        events: include_str!("../../../specs/samples/package-2/events.jsonl"),
    },
    Sample {
        contract: include_str!("../../../specs/samples/package-3/contract.json"),
        registers: include_str!("../../../specs/samples/package-3/registers.jsonl"),
        records: include_str!("../../../specs/samples/package-3/records.jsonl"),
        events: include_str!("../../../specs/samples/package-3/events.jsonl"),
    },
];

/// The kinds of record in the samples, as their ids name them; what begins like another comes with it.
const KINDS: [&str; 10] = [
    "attendance",
    "document",
    "visit",
    "activity",
    "publication",
    "supervision",
    "attestation",
    "satisfaction-survey",
    "case",
    "group",
];

/// The day by which everything of the sample is known.
pub fn as_of() -> Date {
    Date::new(2025, 3, 31).expect("a day")
}

/// The package that the sample is about.
pub fn package() -> Package {
    package_of(1)
}

/// A package by its number.
pub fn package_of(number: usize) -> Package {
    Package::builtin(&format!("nanchuan-2024/package-{number}")).expect("built in").expect("sound")
}

/// Its contract without any entry.
pub fn empty() -> Ledger {
    empty_of(1)
}

fn empty_of(number: usize) -> Ledger {
    let contract = Contract::load(SAMPLES[number - 1].contract.as_bytes()).expect("a sound contract");
    Ledger::new(&[package_of(number)], contract).expect("they fit")
}

/// Records as JSON Lines, without registers and events.
pub fn lines(records: usize) -> String {
    lines_of(1, records)
}

fn lines_of(number: usize, records: usize) -> String {
    // The ids from 901 on are there to be rejected.
    let sample: Vec<&str> = SAMPLES[number - 1].records.lines().filter(|line| !line.contains("-visit-90")).collect();
    let mut text = String::with_capacity(records * 480);
    for round in 0..records.div_ceil(sample.len()) {
        for line in sample.iter().take(records - round * sample.len()) {
            let mut line = (*line).to_owned();
            for kind in KINDS {
                line = line.replace(&format!("\"p{number}-{kind}-"), &format!("\"p{number}-{kind}-{round}-"));
            }
            text.push_str(&line);
            text.push('\n');
        }
    }
    text
}

/// The usual records of a package, for ledgers that get one more: no corrections, and no cases, of which
/// a client has one at a time. They come in the order of the sample, which is that of their days.
pub fn usual(number: usize) -> Vec<&'static str> {
    let sample = SAMPLES[number - 1].records.lines().filter(|line| !line.contains("-visit-90"));
    sample.filter(|line| !line.contains("\"supersedes\"") && !line.contains("\"kind\":\"case\"")).collect()
}

/// The same as it is kept up: each of the usual records came once.
pub fn live_of(number: usize, records: usize) -> Live {
    let mut live = Live::new(ledger_of(number, records), as_of());
    for (at, line) in usual(number).into_iter().enumerate() {
        live.add("first.jsonl", at + 1, named(line, &format!("first-{at}")).as_bytes(), None);
    }
    live
}

/// A record under another id.
pub fn named(line: &str, id: &str) -> String {
    let (before, rest) = line.split_once("\"id\":\"").expect("an id");
    let (_, after) = rest.split_once('"').expect("an end");
    format!("{before}\"id\":\"{id}\"{after}")
}

/// The ledger with registers, events and that many records.
pub fn ledger(records: usize) -> Ledger {
    ledger_of(1, records)
}

/// The same of package 1, 2 or 3.
pub fn ledger_of(number: usize, records: usize) -> Ledger {
    let sample = &SAMPLES[number - 1];
    let mut ledger = empty_of(number);
    ledger.add_lines("registers.jsonl", sample.registers.as_bytes(), None);
    ledger.add_lines("records.jsonl", lines_of(number, records).as_bytes(), None);
    ledger.add_lines("events.jsonl", sample.events.as_bytes(), None);
    assert_eq!(ledger.rejected().count(), 0, "every line of the sample is sound");
    ledger
}
