//! Readings together, two by two: what a contract chooses is taken up whole, or the contract is refused.
//!
//! The document that two options make together is worked out here from the changes that each makes
//! to the document as written, without the core's way of putting them in.

use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};
use jiexiang_conformance::naive::merge_includes;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// An option that is not the default: of which reading, which, and what it replaces.
struct Choice<'d> {
    reading: &'d str,
    option: &'d str,
    replace: &'d Map<String, Value>,
}

/// A change of a document at a place below a thing with an id; none where something is taken away.
type Change = (Vec<String>, Option<Value>);

fn specs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs")
}

fn read(path: &str) -> Value {
    let text = fs::read_to_string(specs().join(path)).expect("a file of the specs");
    serde_json::from_str(&text).expect("JSON")
}

/// A package of the district in one document.
fn document(number: usize) -> Value {
    let common = read("nanchuan-2024/common.json");
    merge_includes(&read(&format!("nanchuan-2024/package-{number}.json")), &[common])
}

fn choices(document: &Value) -> Vec<Choice<'_>> {
    let mut choices = Vec::new();
    for reading in document["readings"].as_array().expect("readings") {
        for option in reading["options"].as_array().expect("options") {
            if option["id"] != reading["default"] {
                let [reading, option_id] = [&reading["id"], &option["id"]].map(|id| id.as_str().expect("an id"));
                let replace = option["replace"].as_object().expect("replacements");
                choices.push(Choice { reading, option: option_id, replace });
            }
        }
    }
    choices
}

/// What makes `new` out of `old`, each at the deepest place where they part.
fn changes(old: Option<&Value>, new: Option<&Value>, place: &mut Vec<String>, found: &mut Vec<Change>) {
    if old == new {
        return;
    }
    match (old, new) {
        (Some(Value::Object(ours)), Some(Value::Object(theirs))) => {
            let mut keys: Vec<&String> = ours.keys().chain(theirs.keys()).collect();
            keys.sort();
            keys.dedup();
            for key in keys {
                place.push(key.clone());
                changes(ours.get(key), theirs.get(key), place, found);
                place.pop();
            }
        }
        (Some(Value::Array(ours)), Some(Value::Array(theirs))) if ours.len() == theirs.len() => {
            for (at, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                place.push(at.to_string());
                changes(Some(ours), Some(theirs), place, found);
                place.pop();
            }
        }
        _ => found.push((place.clone(), new.cloned())),
    }
}

/// Two changes that cannot both be made: one lies in the other, or they make two things of one.
fn clash((one, made): &Change, (other, other_made): &Change) -> bool {
    if one == other { made != other_made } else { one.starts_with(other) || other.starts_with(one) }
}

fn put(value: &mut Value, place: &[String], new: Option<&Value>) {
    match (place, value) {
        ([key], Value::Object(fields)) => {
            match new {
                Some(new) => fields.insert(key.clone(), new.clone()),
                None => fields.remove(key),
            };
        }
        ([key, rest @ ..], Value::Object(fields)) => put(&mut fields[key.as_str()], rest, new),
        ([at, rest @ ..], Value::Array(items)) => {
            let item = &mut items[at.parse::<usize>().expect("a place in a list")];
            match (rest, new) {
                ([], Some(new)) => *item = new.clone(),
                _ => put(item, rest, new),
            }
        }
        _ => unreachable!("a place that is there"),
    }
}

/// All that bears an id.
fn bearing<'d>(value: &'d Value, id: &str, found: &mut Vec<&'d Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| bearing(item, id, found)),
        Value::Object(fields) => {
            if fields.get("id").is_some_and(|known| known == id) {
                found.push(value);
            }
            fields.values().for_each(|field| bearing(field, id, found));
        }
        _ => {}
    }
}

/// Changes what bears an id; false where it bears a change that clashes, or where nothing bears it.
fn change(value: &mut Value, id: &str, make: &mut dyn FnMut(&mut Value) -> bool) -> bool {
    match value {
        Value::Array(items) => {
            // Each of them is changed, also behind one that clashes.
            let mut fine = true;
            items.iter_mut().for_each(|item| fine &= change(item, id, make));
            fine
        }
        Value::Object(_) => {
            let mut fine = value["id"] != id || make(value);
            let fields = value.as_object_mut().expect("an object");
            fields.values_mut().for_each(|field| fine &= change(field, id, make));
            fine
        }
        _ => true,
    }
}

/// A thing with new values for its keys; `null` takes one away.
fn replaced(thing: &Value, parts: &Value) -> Value {
    let mut thing = thing.clone();
    let fields = thing.as_object_mut().expect("an object");
    for (key, part) in parts.as_object().expect("an object") {
        fields.remove(key);
        if !part.is_null() {
            fields.insert(key.clone(), part.clone());
        }
    }
    thing
}

/// The lists of a document in which options replace things.
fn without_readings(document: &Value) -> Value {
    replaced(document, &json!({"readings": []}))
}

/// The document with two options put in one after the other; none where they clash.
fn together(document: &Value, first: &Choice<'_>, second: &Choice<'_>) -> Option<Value> {
    let written = without_readings(document);
    let mut now = written.clone();
    for choice in [first, second] {
        for (id, parts) in choice.replace {
            let mut was = Vec::new();
            bearing(&written, id, &mut was);
            let mut found = false;
            let fine = change(&mut now, id, &mut |thing| {
                found = true;
                let was = was.first().copied().cloned().unwrap_or_else(|| thing.clone());
                let (mut known, mut wanted) = (Vec::new(), Vec::new());
                changes(Some(&was), Some(thing), &mut Vec::new(), &mut known);
                changes(Some(&was), Some(&replaced(&was, parts)), &mut Vec::new(), &mut wanted);
                let fits = !wanted.iter().any(|wanted| known.iter().any(|known| clash(known, wanted)));
                if fits {
                    wanted.iter().for_each(|(place, new)| put(thing, place, new.as_ref()));
                }
                fits
            });
            if !(fine && found) {
                return None;
            }
        }
    }
    Some(now)
}

/// The same ids stand in what both replace.
fn meet(first: &Choice<'_>, second: &Choice<'_>) -> bool {
    let touches = |one: &Choice<'_>, other: &Choice<'_>| {
        let parts = Value::Object(one.replace.clone());
        one.replace.keys().chain(other.replace.keys()).any(|id| {
            let mut found = Vec::new();
            bearing(&parts, id, &mut found);
            (one.replace.contains_key(id) || !found.is_empty()) && other.replace.contains_key(id)
        })
    };
    touches(first, second) || touches(second, first)
}

/// A service of ten months, so that the readings for services that are not a year apply too.
fn contract(number: usize, readings: &Value) -> Contract {
    let contract = replaced(
        &read(&format!("samples/package-{number}/contract.json")),
        &json!({"service_start": "2024-03-15", "service_end": "2025-01-14", "readings": readings}),
    );
    Contract::load(contract.to_string().as_bytes()).expect("a sound contract")
}

/// Where everything stands in the sample of a package.
fn told(package: &Package, contract: Contract, lines: &[String]) -> BTreeMap<String, String> {
    let mut ledger = Ledger::new(std::slice::from_ref(package), contract).expect("they fit");
    for (at, line) in lines.iter().enumerate() {
        ledger.add("sample", at + 1, line.as_bytes(), None);
    }
    let mut told = BTreeMap::new();
    for as_of in ["2024-07-31", "2025-02-28"].map(|day| Date::parse(day).expect("a day")) {
        for answer in ledger.evaluate(as_of).requirements() {
            let cells: Vec<_> = answer.cells.iter().map(|cell| (&cell.window, &cell.members, cell.outcome)).collect();
            let text = format!("{:?} {:?} {} {cells:?}", answer.outcome, answer.range, answer.fraction);
            told.insert(format!("{as_of} {}", answer.id.as_deref().unwrap_or_default()), text);
        }
        let closing = ledger.closing(as_of);
        told.insert(format!("{as_of} closing"), format!("{:?} {:?}", closing.decision, closing.completion));
        for trigger in &ledger.lifecycle(as_of).triggers {
            told.insert(format!("{as_of} {}", trigger.id), trigger.arisen.to_string());
        }
    }
    told
}

fn lines(number: usize) -> Vec<String> {
    let files = ["registers", "records", "events"];
    let paths = files.map(|name| specs().join(format!("samples/package-{number}/{name}.jsonl")));
    let texts = paths.map(|path| fs::read_to_string(path).expect("a sample"));
    texts.iter().flat_map(|text| text.lines().map(str::to_owned)).collect()
}

fn every_two_readings_of(number: usize) {
    let document = document(number);
    let package = Package::builtin(&format!("nanchuan-2024/package-{number}")).expect("built in").expect("sound");
    let choices = choices(&document);
    let lines = lines(number);
    let (mut bound, mut refused, mut compared) = (0, 0, 0);
    for (at, first) in choices.iter().enumerate() {
        for second in choices.iter().skip(at + 1).filter(|second| second.reading != first.reading) {
            let name = format!("{} {} and {} {}", first.reading, first.option, second.reading, second.option);
            let chosen = contract(number, &json!({(first.reading): first.option, (second.reading): second.option}));
            match (together(&document, first, second), package.bind(&chosen)) {
                (Some(both), Ok(_)) => {
                    bound += 1;
                    if meet(first, second) {
                        compared += 1;
                        let both = Package::load(both.to_string().as_bytes(), &[]).expect("a sound document");
                        let written = told(&both, contract(number, &json!({})), &lines);
                        assert_eq!(told(&package, chosen, &lines), written, "{name}");
                    }
                }
                (None, Err(findings)) => {
                    refused += 1;
                    let codes: Vec<_> = findings.iter().map(|finding| finding.code.as_str()).collect();
                    assert!(codes.iter().all(|code| *code == "readings_clash"), "{name}: {codes:?}");
                }
                (Some(_), Err(findings)) => panic!("{name} is refused: {findings:?}"),
                (None, Ok(_)) => panic!("{name}: one overwrites the other"),
            }
        }
    }
    assert!(bound > 400 && compared > 0, "{bound} bound, {refused} refused, {compared} compared");
}

macro_rules! packages {
    ($($name:ident $number:literal)+) => {$(
        #[test]
        fn $name() {
            every_two_readings_of($number);
        }
    )+};
}

packages! {
    every_two_readings_of_package_1_bind_whole_or_not_at_all 1
    every_two_readings_of_package_2_bind_whole_or_not_at_all 2
    every_two_readings_of_package_3_bind_whole_or_not_at_all 3
    every_two_readings_of_package_4_bind_whole_or_not_at_all 4
    every_two_readings_of_package_5_bind_whole_or_not_at_all 5
    every_two_readings_of_package_6_bind_whole_or_not_at_all 6
}
