//! What has to be there: every measurable requirement of the source in the specs, each
//! with its vectors, and every code with its words, its rustdoc and a vector.

use jiexiang::finding::{self, Locale};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The measurable requirements of the source document, by the ids of its clause table.
const REQUIREMENTS: [&str; 94] = [
    "P1-C0", "P1-C1", "P1-C2", "P1-C3", "P1-I1", "P1-I2a", "P1-I2b", "P1-I3a", "P1-I3b", "P1-I3c", "P1-I3d", "P1-I4a",
    "P1-I4b", "P1-I5", "P1-I6a", "P1-I6b", "P1-I6c", "P2-I1", "P2-I2", "P2-I3", "P2-I4a", "P2-I4b", "P2-I5", "P2-I6a",
    "P2-I6b", "P2-I7a", "P2-I7b", "P3-I1", "P3-I2", "P3-I3", "P3-I4a", "P3-I4b", "P3-I5", "P3-I6a", "P3-I6b", "P3-I7a",
    "P3-I7b", "P3-I7c", "P4-I1", "P4-I2a", "P4-I2b", "P4-I2c", "P4-I2d", "P4-I3a", "P4-I3b", "P4-I3c", "P4-I4",
    "P4-I5a", "P4-I5b", "P4-I5c", "P4-I6", "P4-I7a", "P4-I7b", "P4-I7c", "P5-C1", "P5-C2", "P5-C3", "P5-I1", "P5-I2",
    "P5-I3a", "P5-I3b", "P5-I4", "P5-I5", "P6-I1", "P6-I2", "P6-I3a", "P6-I3b", "P6-I3c", "P6-I4a", "P6-I4b", "P6-I5",
    "P6-I6a", "P6-I6b", "P6-I7a", "P6-I7b", "P6-I7c", "P6-I7d", "A-1", "A-1b", "A-2", "A-3", "S-1", "S-2", "S-3",
    "S-4", "S-5", "S-6", "S-7", "S-8", "S-9", "S-10", "X-1", "X-2", "X-3",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every string under the key `id`, anywhere in a document.
fn ids(document: &Value, found: &mut BTreeSet<String>) {
    match document {
        Value::Array(items) => items.iter().for_each(|item| ids(item, found)),
        Value::Object(fields) => {
            found.extend(fields.get("id").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| ids(field, found));
        }
        _ => {}
    }
}

fn vectors() -> Vec<(String, Value)> {
    let folder = root().join("tests/vectors");
    let manifest = json(&folder.join("manifest.json"));
    let files = manifest["files"].as_array().expect("the manifest lists files");
    files
        .iter()
        .map(|file| {
            let file = file.as_str().expect("a file is a path");
            (file.to_owned(), json(&folder.join(file)))
        })
        .collect()
}

#[test]
fn every_requirement_is_in_the_specs() {
    let mut found = BTreeSet::new();
    for file in fs::read_dir(root().join("specs/nanchuan-2024")).expect("the specs are there") {
        ids(&json(&file.expect("a file").path()), &mut found);
    }
    let missing: Vec<_> = REQUIREMENTS.iter().filter(|id| !found.contains(**id)).collect();
    assert!(missing.is_empty(), "not in the specs: {missing:?}");
}

/// A vector is named after the requirement that it is about: `package-2/P2-I4a-short-contact.json`.
fn is_about(file: &str, id: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_prefix(id).is_some_and(|rest| rest.starts_with(['-', '.']))
}

#[test]
fn every_requirement_has_two_vectors() {
    let vectors = vectors();
    let names: Vec<&str> = vectors.iter().map(|(file, _)| file.as_str()).collect();
    let count = |id: &str| names.iter().filter(|name| is_about(name, id)).count();
    let short: Vec<_> = REQUIREMENTS.iter().filter(|id| count(id) < 2).collect();
    assert!(short.is_empty(), "fewer than two vectors: {short:?}");
}

/// Requirements without a number: they are shown and never judged.
const TEXT_ONLY: [&str; 3] = ["P3-I7c", "P6-I3c", "S-1"];

/// The item of a list whose `key` is `id`.
fn named<'v>(list: &'v Value, key: &str, id: &str) -> Option<&'v Value> {
    list.as_array()?.iter().find(|item| item[key] == id)
}

/// Whether a vector named after a requirement expects it to hold; none when it compares something else.
fn expects(id: &str, expected: &Value) -> Option<bool> {
    match id {
        // Rights that arise, and bands that are hit.
        "S-2" | "S-3" => named(&expected["triggers"], "id", id)?["arisen"].as_bool(),
        "S-7" | "S-8" | "S-9" | "S-10" => {
            expected["stages"].as_array().map(|_| named(&expected["stages"], "band", id).is_some())
        }
        "X-1" => expected["decision"].as_str().map(|decision| decision == "closable"),
        "X-2" | "X-3" => named(&expected["items"], "id", id)?["outcome"].as_str().map(|outcome| outcome == "met"),
        // What may fall until closing holds at best while it is open.
        _ => expected["outcome"].as_str().map(|outcome| outcome == "met" || expected["holding"] == true),
    }
}

#[test]
fn every_requirement_is_expected_to_hold_and_not_to_hold() {
    let vectors = vectors();
    let mut faults = Vec::new();
    for id in REQUIREMENTS {
        let own = vectors.iter().filter(|(file, _)| is_about(file, id));
        let own: Vec<&Value> = own.map(|(_, vector)| &vector["expected"]).collect();
        if TEXT_ONLY.contains(&id) {
            if own.iter().any(|expected| expected.get("outcome").is_some()) {
                faults.push(format!("{id}: has no number and is judged"));
            }
            continue;
        }
        for wanted in [true, false] {
            if !own.iter().any(|expected| expects(id, expected) == Some(wanted)) {
                faults.push(format!("{id}: no vector expects it {}to hold", if wanted { "" } else { "not " }));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn there_are_at_least_two_hundred_vectors_each_saying_how() {
    let vectors = vectors();
    assert!(vectors.len() >= 200, "{} vectors", vectors.len());
    let silent: Vec<_> =
        vectors.iter().filter(|(_, v)| v["how"].as_str().is_none_or(str::is_empty)).map(|(f, _)| f).collect();
    assert!(silent.is_empty(), "no line says how the expected value was worked out: {silent:?}");
}

/// A document of more than 8 MiB is no vector to keep; `core/src/entries/tests.rs` reads one.
/// Tables of many contracts are no request in JSON; `bindings-py/tests/test_bulk.py` reads them.
const WITHOUT_VECTOR: [&str; 2] = ["too_large", "unknown_contract"];

#[test]
fn every_code_has_words_rustdoc_and_a_vector() {
    let expected: String = vectors().iter().map(|(_, vector)| vector["expected"].to_string()).collect();
    let mut faults = Vec::new();
    let mut names = BTreeSet::new();
    for code in finding::all() {
        let name = code.as_str();
        if !names.insert(name) {
            faults.push(format!("{name}: two codes of this name"));
        }
        if code.doc().is_empty() {
            faults.push(format!("{name}: no rustdoc"));
        }
        for locale in Locale::ALL {
            let words = code.words(locale);
            if words.message.is_empty() || words.help.is_empty() {
                faults.push(format!("{name}: no words in {}", locale.tag()));
            }
        }
        if !expected.contains(&format!("\"{name}\"")) && !WITHOUT_VECTOR.contains(&name) {
            faults.push(format!("{name}: no vector expects it"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
