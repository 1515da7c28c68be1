//! What `sensitivity` says about an option equals what a contract that chooses it is told.

use jiexiang::sensitivity::{Sensitivity, Standing};
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};
use jiexiang_conformance::generate::cases;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A ledger, and how to open one like it under another option.
struct Case {
    package: Package,
    contract: Value,
    lines: Vec<String>,
}

impl Case {
    fn ledger(&self, choice: Option<(&str, &str)>) -> Ledger {
        let mut contract = self.contract.clone();
        if let Some((reading, option)) = choice {
            contract["readings"][reading] = json!(option);
        }
        let contract = Contract::load(contract.to_string().as_bytes()).expect("a sound contract");
        let mut ledger = Ledger::new(std::slice::from_ref(&self.package), contract).expect("they fit");
        for (at, line) in self.lines.iter().enumerate() {
            ledger.add("case", at + 1, line.as_bytes(), None);
        }
        ledger
    }
}

/// What is compared of a ledger on a day: outcome, lo, hi and fraction of each requirement, bands, decision.
type Told = BTreeMap<String, String>;

fn told(ledger: &Ledger, as_of: Date) -> Told {
    let closing = ledger.closing(as_of);
    let evaluation = ledger.evaluate(as_of);
    let number = |number: Option<jiexiang::number::Exact>| number.map_or("-".to_owned(), |number| number.to_string());
    let mut told = Told::new();
    let items = closing.items.iter().map(|answer| ("item", answer));
    for (list, answer) in evaluation.requirements().map(|answer| ("requirement", answer)).chain(items) {
        let (lo, hi) = (answer.range.and_then(|range| range.lo), answer.range.and_then(|range| range.hi));
        let text = format!("{} {} {} {}", answer.outcome.name(), number(lo), number(hi), answer.fraction);
        told.insert(format!("{list} {}", answer.id.as_deref().unwrap_or_default()), text);
    }
    let lifecycle = ledger.lifecycle(as_of);
    for stage in &lifecycle.stages {
        told.insert(format!("stage {}", stage.id), format!("{:?} {:?}", stage.band, stage.evaluation));
    }
    for trigger in &lifecycle.triggers {
        told.insert(format!("trigger {}", trigger.id), trigger.arisen.to_string());
    }
    told.insert("decision".to_owned(), format!("{:?} {:?}", closing.decision, closing.completion));
    told
}

/// The same, as one option of the answer has it: what it lists replaces what is told of the base.
fn predicted(base: &Told, answer: &Sensitivity, reading: &str, option: &str) -> Told {
    let number = |number: Option<jiexiang::number::Exact>| number.map_or("-".to_owned(), |number| number.to_string());
    let text = |standing: &Standing| {
        format!("{} {} {} {}", standing.outcome.name(), number(standing.lo), number(standing.hi), standing.fraction)
    };
    let mut told = base.clone();
    let tried = answer.readings.iter().find(|known| *known.id == *reading);
    let Some(changes) = tried.and_then(|tried| tried.options.iter().find(|known| *known.option == *option)) else {
        return told;
    };
    let items = changes.closing_items.iter().map(|change| ("item", change));
    for (list, change) in changes.requirements.iter().map(|change| ("requirement", change)).chain(items) {
        if let Some(after) = &change.after {
            told.insert(format!("{list} {}", change.id), text(after));
        }
    }
    for change in &changes.stages {
        let after = format!("{:?} {:?}", change.after.band, change.after.evaluation);
        told.insert(format!("stage {}", change.id), after);
    }
    for change in &changes.triggers {
        told.insert(format!("trigger {}", change.id), change.after.to_string());
    }
    if let Some(change) = &changes.closing {
        told.insert("decision".to_owned(), format!("{:?} {:?}", change.after.decision, change.after.completion));
    }
    told
}

/// Readings with their options, of a document.
fn options(document: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for reading in document["readings"].as_array().into_iter().flatten() {
        for option in reading["options"].as_array().into_iter().flatten() {
            let text = |value: &Value| value["id"].as_str().unwrap_or_default().to_owned();
            found.push((text(reading), text(option)));
        }
    }
    found
}

/// For every option, the one in force too: the answer agrees with a ledger opened under it.
fn agree(case: &Case, options: &[(String, String)], days: &[Date]) {
    let base = case.ledger(None);
    let answers: Vec<(Told, Sensitivity)> =
        days.iter().map(|as_of| (told(&base, *as_of), base.sensitivity(*as_of))).collect();
    for (reading, option) in options {
        let fresh = case.ledger(Some((reading, option)));
        for (now, answer) in &answers {
            assert!(answer.findings.is_empty(), "{:?}", answer.findings);
            let fresh = told(&fresh, answer.as_of);
            let predicted = predicted(now, answer, reading, option);
            let differ: Vec<_> = fresh.iter().filter(|(key, value)| predicted.get(*key) != Some(*value)).collect();
            assert!(differ.is_empty(), "{reading} {option} as of {}: {differ:?}", answer.as_of);
            let changed = answer.readings.iter().any(|known| *known.id == **reading);
            assert!(changed || fresh == *now, "{reading} is called unchanged");
        }
    }
}

fn specs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs")
}

fn sample(number: usize) -> (Case, Vec<(String, String)>) {
    let document = |name: &str| -> Value {
        let text = fs::read_to_string(specs().join(format!("nanchuan-2024/{name}.json"))).expect("a spec");
        serde_json::from_str(&text).expect("JSON")
    };
    let mut all = options(&document("common"));
    all.extend(options(&document(&format!("package-{number}"))));
    let folder = specs().join(format!("samples/package-{number}"));
    let read = |name: &str| fs::read_to_string(folder.join(name)).expect("a sample");
    let lines = ["registers.jsonl", "records.jsonl", "events.jsonl"];
    let case = Case {
        package: Package::builtin(&format!("nanchuan-2024/package-{number}")).expect("built in").expect("sound"),
        contract: serde_json::from_str(&read("contract.json")).expect("JSON"),
        lines: lines.iter().flat_map(|name| read(name).lines().map(str::to_owned).collect::<Vec<_>>()).collect(),
    };
    (case, all)
}

#[test]
fn every_option_of_the_district_agrees_with_a_contract_that_chooses_it() {
    for number in 1..=6 {
        let (case, options) = sample(number);
        let days = ["2024-09-30", "2025-04-30"].map(|day| Date::parse(day).expect("a day"));
        agree(&case, &options, &days);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_option_agrees_with_a_contract_that_chooses_it(made in cases()) {
        let case = Case {
            package: Package::load(made.package.to_string().as_bytes(), &[]).expect("a sound package"),
            contract: made.contract.clone(),
            lines: made.entries.iter().map(Value::to_string).collect(),
        };
        let days: Vec<Date> = made.days.iter().map(|day| Date::parse(day).expect("a day")).collect();
        agree(&case, &options(&made.package), &days);
    }
}
