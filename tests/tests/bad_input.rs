//! Bad input gives findings: nothing panics, nothing is dropped, and what lies beside it is still judged.

use jiexiang::finding::Severity;
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package, api};
use jiexiang_conformance::generate::mutate::{any_json, mutated};
use proptest::prelude::*;
use serde_json::{Value, json};

const GOOD: &str = r#"{"kind":"activity","id":"good","package":"nanchuan-2024/package-2","date":"2024-05-01","recorded_at":"2024-05-02","category":"community_activity","place":"dongjinhua","headcount":50,"counted_by":"sign_in","workers":[{"staff":"w-1"}],"attachments":[{"kind":"sign_in_sheet","sha256":"00"}]}"#;

fn ledger() -> Ledger {
    let package = Package::builtin("nanchuan-2024/package-2").expect("built in").expect("sound");
    let contract = json!({
        "id": "c", "package": package.id(), "version": package.version(),
        "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15",
    });
    Ledger::new(&[package], Contract::load(contract.to_string().as_bytes()).expect("sound")).expect("bound")
}

/// Bad lines, with what they are.
fn bad_lines() -> Vec<(&'static str, Vec<u8>)> {
    let with = |field: &str, value: &str| GOOD.replacen('{', &format!("{{\"{field}\":{value},"), 1).into_bytes();
    let instead = |from: &str, to: &str| GOOD.replace(from, to).into_bytes();
    vec![
        ("no JSON", b"{\"kind\":".to_vec()),
        ("not an object", b"[1,2,3]".to_vec()),
        ("null", b"null".to_vec()),
        ("empty object", b"{}".to_vec()),
        ("deep nesting", ["[".repeat(100_000), "]".repeat(100_000)].concat().into_bytes()),
        ("huge number", instead("\"headcount\":50", "\"headcount\":99999999999999999999999999999999999999999")),
        ("2^53 + 1 with decimals", instead("\"headcount\":50", "\"headcount\":9007199254740993.5")),
        ("huge exponent", instead("\"headcount\":50", "\"headcount\":1e999999999")),
        ("negative", instead("\"headcount\":50", "\"headcount\":-1")),
        ("not a number", instead("\"headcount\":50", "\"headcount\":NaN")),
        ("wrong type", instead("\"headcount\":50", "\"headcount\":\"50\"")),
        ("wrong type of a list", instead("[{\"staff\":\"w-1\"}]", "\"w-1\"")),
        ("wrong type of the kind", instead("\"kind\":\"activity\"", "\"kind\":7")),
        ("unknown kind", instead("\"kind\":\"activity\"", "\"kind\":\"party\"")),
        ("invalid date", instead("2024-05-01", "2024-02-30")),
        ("loose date", instead("2024-05-01", "2024-5-1")),
        ("date as a number", instead("\"2024-05-01\"", "20240501")),
        ("unknown key", with("headcout", "50")),
        ("duplicate key", with("headcount", "49")),
        ("lone surrogate", with("title", "\"\\ud800\"")),
        ("control character in an id", instead("\"good\"", "\"a\\u0000b\"")),
        ("no UTF-8", [b"{\"kind\":\"activity\",\"id\":\"".as_slice(), &[0xff, 0xfe], b"\"}"].concat()),
        ("10 MB string", with("title", &format!("\"{}\"", "长".repeat(10 << 20)))),
        ("unknown code", instead("community_activity", "no_such_category")),
    ]
}

#[test]
fn every_bad_line_gives_findings_and_the_good_one_beside_it_is_judged() {
    for (what, line) in bad_lines() {
        let mut ledger = ledger();
        let text = [line.as_slice(), b"\n", GOOD.as_bytes(), b"\n"].concat();
        let found = ledger.add_lines("records.jsonl", &text, None);
        let bad = found.iter().find(|found| found.line == 1).unwrap_or_else(|| panic!("{what}: no findings"));
        assert!(bad.findings.iter().any(|finding| finding.severity == Severity::Error), "{what}: {:?}", bad.findings);
        assert_eq!(ledger.rejected().map(|rejected| rejected.line).collect::<Vec<_>>(), [1], "{what}");
        assert_eq!(ledger.entries().iter().map(|entry| entry.id().to_string()).collect::<Vec<_>>(), ["good"], "{what}");
        let evaluation = ledger.evaluate(Date::parse("2024-06-01").expect("a date"));
        let counted = &evaluation.requirement("P2-I6a").expect("P2-I6a is there").counted;
        assert_eq!(counted, &["good"], "{what}");
    }
}

#[test]
fn every_problem_of_a_line_is_found_at_once() {
    let mut ledger = ledger();
    let line =
        r#"{"kind":"activity","id":"","package":"x","date":"2024-13-01","category":"nope","headcount":1.5,"extra":1}"#;
    let findings = ledger.add("records.jsonl", 7, line.as_bytes(), None);
    let mut found: Vec<(&str, &str)> =
        findings.iter().map(|finding| (finding.code.as_str(), finding.path.as_str())).collect();
    found.sort_unstable();
    for wanted in ["/id", "/package", "/date", "/category", "/headcount", "/extra"] {
        assert!(found.iter().any(|(_, path)| *path == wanted), "nothing at {wanted}: {found:?}");
    }
    assert!(findings.iter().all(|finding| finding.position.is_some_and(|at| at.line == 7)));
}

fn package_two() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../specs/nanchuan-2024/package-2.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the spec is there")).expect("the spec is JSON")
}

const COMMON: &[u8] = include_bytes!("../../specs/nanchuan-2024/common.json");

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut ledger = ledger();
        ledger.add_lines("bytes", &bytes, None);
        let _ = Package::load(&bytes, &[]);
        let _ = Contract::load(&bytes);
        let _ = api::run(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_json_never_panics(document in any_json()) {
        let text = document.to_string();
        let mut ledger = ledger();
        ledger.add("json", 1, text.as_bytes(), None);
        let _ = Package::load(text.as_bytes(), &[]);
        let _ = Contract::load(text.as_bytes());
        let _ = api::run(&json!({"op": "evaluate", "input": document}).to_string());
    }

    #[test]
    fn a_mutated_line_is_admitted_or_rejected_with_findings(
        line in mutated(serde_json::from_str(GOOD).expect("the line is JSON"))
    ) {
        let mut ledger = ledger();
        let findings = ledger.add("line", 1, line.to_string().as_bytes(), None);
        let rejected = ledger.rejected().count() == 1;
        prop_assert_eq!(rejected, findings.iter().any(|finding| finding.severity == Severity::Error));
        prop_assert_eq!(ledger.entries().iter().count(), usize::from(!rejected));
        let _ = ledger.evaluate(Date::parse("2025-06-01").expect("a date"));
    }

    #[test]
    fn a_mutated_package_loads_or_says_why(document in mutated(package_two())) {
        if let Err(findings) = Package::load(document.to_string().as_bytes(), &[("nanchuan-2024/common", COMMON)]) {
            prop_assert!(!findings.is_empty());
        }
    }
}
