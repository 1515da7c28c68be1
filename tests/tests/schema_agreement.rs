//! Schema and core agree on thousands of inputs: what the core admits the schema accepts,
//! and what the schema refuses the core refuses. What only the core can see is listed here;
//! a finding outside the list must have been the schema's too.

use jiexiang::finding::{Finding, Severity};
use jiexiang::{Contract, Ledger, Package, kind, schema};
use jiexiang_conformance::generate::mutate::{Mutation, mutation};
use jiexiang_conformance::generate::{Case, case, cases};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// What only the core can see: a code, and when it is none of the schema's business.
type CoreOnly = (&'static str, fn(&Seen<'_>) -> bool);

/// A finding and what it is about.
struct Seen<'a> {
    finding: &'a Finding,
    value: Option<&'a Value>,
}

impl Seen<'_> {
    fn text(&self) -> &str {
        self.value.and_then(Value::as_str).unwrap_or_default()
    }

    fn param(&self, name: &str) -> &str {
        self.finding.params.get(name).map_or("", String::as_str)
    }
}

fn always(_: &Seen<'_>) -> bool {
    true
}

/// Written like a day, which the calendar does not have.
fn like_a_day(seen: &Seen<'_>) -> bool {
    let parts: Vec<&str> = seen.text().split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [4, 2, 2] && ("01".."32").contains(&parts[2]) && ("01".."13").contains(&parts[1])
}

/// Within bounds, and finer than four decimals or with more digits than a schema can count.
fn too_fine(seen: &Seen<'_>) -> bool {
    seen.value.and_then(Value::as_f64).is_some_and(|number| number.abs() <= 1e12)
}

/// Of an entry, by the schema of its kind for one package.
const OF_ENTRIES: &[CoreOnly] = &[
    ("invalid_date", like_a_day),
    ("invalid_partial_date", like_a_day),
    // Week 53 of a year that has 52.
    ("invalid_period", |seen| seen.text().ends_with("-W53")),
    ("invalid_number", too_fine),
    ("too_many_digits", too_fine),
    // The caller may state the day for a whole import.
    ("recorded_at_missing", always),
    // Two fields, or two parts of a list.
    ("interval_reversed", always),
    ("retracts_itself", always),
    ("voids_and_supersedes", always),
    ("survey_counts_disagree", always),
    ("survey_counted_twice", always),
    ("mark_above_full", always),
    ("waiver_of_nothing", always),
    // Conditions of the package.
    ("rule_broken", always),
];

/// More that only the core can see when the schema is that of the kind for any package.
const OF_ANY_PACKAGE: &[CoreOnly] = &[
    ("wrong_package", always),
    ("unknown_code", |seen| !["stage", "verdict", "register"].contains(&seen.param("list"))),
    ("unknown_attribute", always),
    ("wrong_type", in_attributes),
    ("below_zero", in_attributes),
    ("text_empty", in_attributes),
    ("invalid_id", in_attributes),
    ("text_too_long", in_attributes),
];

fn in_attributes(seen: &Seen<'_>) -> bool {
    seen.finding.path.starts_with("/attributes/")
}

const OF_CONTRACTS: &[CoreOnly] = &[
    ("invalid_date", like_a_day),
    ("invalid_number", too_fine),
    ("dates_reversed", always),
    ("midterm_outside", always),
    ("weights_not_hundred", always),
];

/// What an option puts in has the shape of what it replaces, which a schema cannot look up.
fn in_replaced(seen: &Seen<'_>) -> bool {
    // An included document is named before its path.
    let path = seen.finding.path.rsplit('#').next().unwrap_or_default();
    path.starts_with("/readings/") && path.contains("/replace/")
}

/// A rule with `need`, an attribute that is a code or a reference, and a requirement that stands by itself
/// need more than others of their shape; a measure needs a target, a sum a field; only the package itself needs a place.
fn key_beside(field: &str, path: &str) -> bool {
    let steps: Vec<&str> = path.split('/').skip(1).collect();
    match steps.as_slice() {
        [] | [""] => field == "place",
        ["rules", _] => ["on", "else"].contains(&field),
        ["attributes", _] => ["list", "to"].contains(&field),
        _ => ["id", "clause", "labels", "target", "field"].contains(&field),
    }
}

/// Any code.
const ANY: &str = "*";

/// Of packages: names that lead nowhere, types behind paths, cycles, numbers that make no sense.
const OF_PACKAGES: &[CoreOnly] = &[
    (ANY, in_replaced),
    // What one key asks of others beside it.
    ("missing_field", |seen| key_beside(seen.param("field"), &seen.finding.path)),
    // Text-only requirements have none of these, and bands are told apart from verdicts by where they stand.
    ("exactly_one_of", |seen| ["measure, all_of, any_of", "at_most, less_than"].contains(&seen.param("keys"))),
    // A text beside a list is the name of a contract value.
    ("wrong_type", |seen| seen.finding.path.ends_with("/in") && seen.value.is_some_and(Value::is_string)),
    ("invalid_number", too_fine),
    ("unknown_include", always),
    ("include_cycle", always),
    // A leaf that asks nothing.
    ("unknown_operator", |seen| seen.param("operator").is_empty()),
    ("duplicate_id", always),
    ("duplicate_code", always),
    ("fixed_list", always),
    ("unknown_collection", always),
    ("unknown_path", always),
    ("code_not_in_list", always),
    ("unknown_condition", always),
    ("condition_elsewhere", always),
    ("condition_cycle", always),
    ("operand_type", always),
    ("literal_type", always),
    ("unknown_contract_value", always),
    ("age_without_day", always),
    ("self_without_each", always),
    ("link_missing", always),
    ("link_ambiguous", always),
    ("key_without_use", always),
    ("no_interval", always),
    ("window_in_having", always),
    ("due_out_of_range", always),
    ("empty_window", always),
    ("unknown_anchor", always),
    ("anchor_cycle", always),
    ("impossible_target", always),
    ("no_requirement", always),
    ("overlap_unstated", always),
    ("error_rule_not_own", always),
    ("unknown_replaced", always),
    ("unknown_option", always),
];

/// Whether schema and core agree, with what they say when they do not.
fn agree(
    document: &Value,
    refusal: Option<String>,
    findings: &[Finding],
    lists: &[&[CoreOnly]],
) -> Result<(), TestCaseError> {
    let errors: Vec<&Finding> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    match (refusal, errors.is_empty()) {
        (Some(refusal), true) => Err(TestCaseError::fail(format!("only the schema refuses: {refusal}\n{document}"))),
        (Some(_), false) | (None, true) => Ok(()),
        (None, false) => {
            let expected = |finding: &&&Finding| {
                let seen = Seen { finding, value: document.pointer(&finding.path) };
                let mut listed = lists.iter().copied().flatten();
                listed.any(|(code, only_core)| [ANY, finding.code.as_str()].contains(code) && only_core(&seen))
            };
            match errors.iter().find(|finding| !expected(finding)) {
                None => Ok(()),
                Some(finding) => {
                    Err(TestCaseError::fail(format!("the schema should have refused: {finding:?}\n{document}")))
                }
            }
        }
    }
}

fn validator(schema: &Value) -> Validator {
    jsonschema::validator_for(schema).expect("a schema")
}

fn refusal(validator: &Validator, document: &Value) -> Option<String> {
    validator.validate(document).err().map(|error| format!("{error} at {}", error.instance_path()))
}

/// A package with a ledger to put entries into, and the schemas of its kinds.
struct Bound {
    ledger: Ledger,
    kinds: BTreeMap<&'static str, Validator>,
}

impl Bound {
    fn new(package: &Package, contract: &[u8]) -> Self {
        let contract = Contract::load(contract).expect("a sound contract");
        let ledger = Ledger::new(std::slice::from_ref(package), contract).expect("a contract of the package");
        let schema = |name| validator(&package.schema(name).expect("a kind"));
        Self { ledger, kinds: kind::ALL.iter().map(|kind| (kind.name, schema(kind.name))).collect() }
    }

    fn made_up() -> &'static Self {
        static MADE_UP: OnceLock<Bound> = OnceLock::new();
        MADE_UP.get_or_init(|| {
            let Case { package, contract, .. } = case(1, 0);
            let package = Package::load(package.to_string().as_bytes(), &[]).expect("a sound package");
            Self::new(&package, contract.to_string().as_bytes())
        })
    }

    fn add(&self, entry: &Value) -> Vec<Finding> {
        self.ledger.clone().add("entry", 1, entry.to_string().as_bytes(), None)
    }

    /// Schema of the entry's kind for this package, and of the kind and of entries for any package.
    fn agree(&self, entry: &Value) -> Result<(), TestCaseError> {
        let findings = self.add(entry);
        agree(entry, refusal(any_entry(), entry), &findings, &[OF_ENTRIES, OF_ANY_PACKAGE])?;
        match entry["kind"].as_str().and_then(|kind| Some((kind, self.kinds.get(kind)?))) {
            Some((kind, bound)) => {
                agree(entry, refusal(bound, entry), &findings, &[OF_ENTRIES])?;
                agree(entry, refusal(&any_package()[kind], entry), &findings, &[OF_ENTRIES, OF_ANY_PACKAGE])
            }
            None => Ok(()),
        }
    }
}

fn any_entry() -> &'static Validator {
    static ANY: OnceLock<Validator> = OnceLock::new();
    ANY.get_or_init(|| validator(&schema::entry()))
}

fn any_package() -> &'static BTreeMap<&'static str, Validator> {
    static ANY: OnceLock<BTreeMap<&str, Validator>> = OnceLock::new();
    ANY.get_or_init(|| kind::ALL.iter().map(|kind| (kind.name, validator(&schema::kind(kind)))).collect())
}

fn packages() -> &'static Validator {
    static PACKAGES: OnceLock<Validator> = OnceLock::new();
    PACKAGES.get_or_init(|| validator(&schema::package()))
}

fn contracts() -> &'static Validator {
    static CONTRACTS: OnceLock<Validator> = OnceLock::new();
    CONTRACTS.get_or_init(|| validator(&schema::contract()))
}

fn specs(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs").join(path)
}

fn read(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(specs(path)).expect("a file of the specs")).expect("JSON")
}

#[test]
fn schemas_accept_the_sample_year() {
    for number in 1..=6 {
        let package = Package::builtin(&format!("nanchuan-2024/package-{number}")).expect("built in").expect("sound");
        let folder = format!("samples/package-{number}");
        let contract = fs::read(specs(&format!("{folder}/contract.json"))).expect("the contract");
        assert_eq!(refusal(contracts(), &read(&format!("{folder}/contract.json"))), None);
        assert_eq!(refusal(packages(), &read(&format!("nanchuan-2024/package-{number}.json"))), None);
        let bound = Bound::new(&package, &contract);
        for file in ["records", "registers", "events"] {
            let lines = fs::read_to_string(specs(&format!("{folder}/{file}.jsonl"))).expect("the sample");
            for line in lines.lines() {
                // The samples hold a few lines that are wrong on purpose.
                let Ok(entry) = serde_json::from_str::<Value>(line) else { continue };
                bound.agree(&entry).unwrap_or_else(|error| panic!("{error}"));
            }
        }
    }
    assert_eq!(refusal(packages(), &read("nanchuan-2024/common.json")), None);
}

fn agree_on_package(document: &Value, includes: &[(&str, &[u8])]) -> Result<(), TestCaseError> {
    let findings = Package::load(document.to_string().as_bytes(), includes).err().unwrap_or_default();
    agree(document, refusal(packages(), document), &findings, &[OF_PACKAGES])
}

fn agree_on_contract(document: &Value) -> Result<(), TestCaseError> {
    let findings = Contract::load(document.to_string().as_bytes()).err().unwrap_or_default();
    agree(document, refusal(contracts(), document), &findings, &[OF_CONTRACTS])
}

/// Several mutations for each generated case; the number of cases is set as for other properties.
fn mutations() -> impl Strategy<Value = Vec<Mutation>> {
    prop::collection::vec(mutation(), 8)
}

const COMMON: &[u8] = include_bytes!("../../specs/nanchuan-2024/common.json");

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_entries(case in cases(), mutations in mutations()) {
        let bound = Bound::made_up();
        for (at, entry) in case.entries.iter().enumerate() {
            bound.agree(entry)?;
            bound.agree(&mutations[at % mutations.len()].apply(entry.clone()))?;
        }
    }

    #[test]
    fn on_contracts(case in cases(), mutations in mutations()) {
        agree_on_contract(&case.contract)?;
        for mutation in &mutations {
            agree_on_contract(&mutation.apply(case.contract.clone()))?;
        }
    }

    #[test]
    fn on_packages(case in cases(), mutations in mutations()) {
        agree_on_package(&case.package, &[])?;
        for mutation in &mutations {
            agree_on_package(&mutation.apply(case.package.clone()), &[])?;
        }
    }

    #[test]
    fn on_the_packages_of_the_district(number in 1..=6, mutation in mutation()) {
        let document = read(&format!("nanchuan-2024/package-{number}.json"));
        agree_on_package(&mutation.apply(document), &[("nanchuan-2024/common", COMMON)])?;
    }
}
