//! What `admit` refuses and accepts, one malformed kind each.

use crate::Book;
use crate::build::*;
use crate::made_up::{inline, me, visits_requirement};
use serde_json::{Value, json};

fn admit(book: &mut Book, name: &str, given: Value, expected: Value, how: &str) {
    let package = with(
        inline("t/x", json!([visits_requirement(1)])),
        json!({
        "attributes": [{"id": "village_group", "on": "person", "type": "code", "list": "village", "labels": crate::made_up::labels()}]}),
    );
    let input = json!({"package": package, "contract": plain_contract("t/x"), "select": ["admitted", "findings.line", "findings.findings.code", "findings.findings.path"]});
    book.add(format!("admission/{name}"), "admit", with(input, given), expected, how);
}

fn visit() -> Value {
    me().visit("v-1", "2024-05-06", "home", "here", vec![json!({"person": "p-1"})])
}

pub(crate) fn fill(book: &mut Book) {
    let fine = |ids: &[&str]| json!({"admitted": ids, "findings": []});
    let refused = |code: &str, path: &str| json!({"admitted": [], "findings": [{"line": 1, "findings": [{"code": code, "path": path}]}]});
    let noted = |id: &str, code: &str, path: &str| json!({"admitted": [id], "findings": [{"line": 1, "findings": [{"code": code, "path": path}]}]});
    let mut raw =
        |name: &str, line: &str, expected: Value, how: &str| admit(book, name, json!({"lines": [line]}), expected, how);
    let start = r#"{"id": "v-1", "kind": "visit", "package": "t/x", "date": "2024-05-06", "recorded_at": "2024-05-06", "mode": "home", "category": "outreach""#;
    raw("plain-line", &format!("{start}}}"), fine(&["v-1"]), "a complete line");
    raw("not-json", start, refused("malformed", ""), "the object is not closed");
    raw("trailing-comma", &format!("{start},}}"), refused("malformed", ""), "JSON has no trailing comma");
    raw("text-after", &format!("{start}}} x"), refused("malformed", ""), "something follows the object");
    raw(
        "duplicate-key",
        &format!(r#"{start}, "mode": "phone"}}"#),
        refused("duplicate_key", ""),
        "`mode` is given twice",
    );
    raw(
        "duplicate-key-inside",
        &format!(r#"{start}, "subjects": [{{"person": "p-1", "person": "p-2"}}]}}"#),
        refused("duplicate_key", ""),
        "one key twice in an item",
    );
    raw(
        "lone-surrogate",
        &format!(r#"{start}, "content": "\ud800"}}"#),
        refused("malformed", ""),
        "a lone surrogate is no character",
    );
    raw(
        "surrogate-pair",
        &format!(r#"{start}, "content": "\ud83d\ude00"}}"#),
        fine(&["v-1"]),
        "a pair of surrogates is one character",
    );
    raw(
        "leading-zero",
        &format!(r#"{start}, "minutes": 007}}"#),
        refused("malformed", ""),
        "JSON has no leading zeros",
    );
    raw("not-a-number", &format!(r#"{start}, "minutes": NaN}}"#), refused("malformed", ""), "NaN is no JSON");
    raw(
        "whole-with-point",
        &format!(r#"{start}, "minutes": 1.0}}"#),
        fine(&["v-1"]),
        "FORMAT 2: 1.0 is a whole number",
    );
    raw("whole-with-exponent", &format!(r#"{start}, "minutes": 1e2}}"#), fine(&["v-1"]), "1e2 is the whole number 100");
    raw("not-whole", &format!(r#"{start}, "minutes": 1.5}}"#), refused("not_whole", "/minutes"), "minutes are whole");
    raw(
        "negative",
        &format!(r#"{start}, "minutes": -1}}"#),
        refused("below_zero", "/minutes"),
        "a length is not below zero",
    );
    raw(
        "two-to-the-53-plus-1",
        &format!(r#"{start}, "minutes": 9007199254740993}}"#),
        refused("invalid_number", "/minutes"),
        "9007199254740993 > 10^12",
    );
    raw("ten-to-the-12", &format!(r#"{start}, "minutes": 1000000000000}}"#), fine(&["v-1"]), "numbers go up to 10^12");
    raw(
        "ten-to-the-12-plus-1",
        &format!(r#"{start}, "minutes": 1000000000001}}"#),
        refused("invalid_number", "/minutes"),
        "10^12 + 1 is too large",
    );
    raw(
        "five-decimals",
        &format!(r#"{start}, "cost": 0.00001}}"#),
        refused("invalid_number", "/cost"),
        "at most four decimals",
    );
    raw(
        "many-decimals-with-exponent",
        &format!(r#"{start}, "cost": 0.50000000000000000000000000000000001e1}}"#),
        refused("invalid_number", "/cost"),
        "5.0000000000000000000000000000000001 has more than four decimals, however it is written",
    );
    raw("four-decimals", &format!(r#"{start}, "cost": 0.0001}}"#), fine(&["v-1"]), "four decimals are allowed");
    raw(
        "sixteen-digits",
        &format!(r#"{start}, "cost": 123456789012.3456}}"#),
        refused("too_many_digits", "/cost"),
        "12 + 4 = 16 significant digits, at most 15",
    );
    raw(
        "fifteen-digits",
        &format!(r#"{start}, "cost": 12345678901.2345}}"#),
        fine(&["v-1"]),
        "11 + 4 = 15 significant digits",
    );
    raw(
        "number-as-text",
        &format!(r#"{start}, "minutes": "30"}}"#),
        refused("wrong_type", "/minutes"),
        "a text where a number is wanted",
    );
    raw("not-an-object", "[]", refused("wrong_type", ""), "a list where an entry is wanted");
    raw("null-is-absent", &format!(r#"{start}, "minutes": null}}"#), fine(&["v-1"]), "null is the same as absent");
    let mut one = |name: &str, more: Value, expected: Value, how: &str| {
        admit(book, name, json!({"entries": [with(visit(), more)]}), expected, how)
    };
    one("unknown-field", json!({"colour": "red"}), refused("unknown_field", "/colour"), "visits have no colour");
    one(
        "unknown-field-inside",
        json!({"subjects": [{"persn": "p-1"}]}),
        refused("unknown_field", "/subjects/0/persn"),
        "subjects have no persn",
    );
    one("missing-field", json!({"mode": null}), refused("missing_field", "/mode"), "mode is required");
    one("unknown-code", json!({"mode": "fax"}), refused("unknown_code", "/mode"), "fax is in no list of the package");
    one("unknown-kind", json!({"kind": "picnic"}), refused("unknown_kind", "/kind"), "there is no such kind");
    one("no-such-day", json!({"date": "2024-02-30"}), refused("invalid_date", "/date"), "February 2024 has 29 days");
    one(
        "leap-day",
        json!({"date": "2024-02-29", "recorded_at": "2024-03-01"}),
        fine(&["v-1"]),
        "2024-02-29 exists; a date before the service is admitted and does not count",
    );
    one("no-leap-day", json!({"date": "2023-02-29"}), refused("invalid_date", "/date"), "2023 is no leap year");
    one("date-form", json!({"date": "2024-5-6"}), refused("invalid_date", "/date"), "written 2024-05-06");
    one(
        "before-1900",
        json!({"date": "1899-12-31"}),
        refused("invalid_date", "/date"),
        "dates lie between 1900 and 2200",
    );
    one("time", json!({"start": "24:00"}), refused("invalid_time", "/start"), "the last minute is 23:59");
    one("time-form", json!({"start": "9:30"}), refused("invalid_time", "/start"), "written 09:30");
    one("empty-text", json!({"content": ""}), refused("text_empty", "/content"), "text is not empty");
    one(
        "long-text",
        json!({"content": "好".repeat(20_001)}),
        refused("text_too_long", "/content"),
        "at most 20,000 characters",
    );
    one("long-id", json!({"id": "x".repeat(129)}), refused("invalid_id", "/id"), "ids have at most 128 characters");
    one("control-in-id", json!({"id": "v\n1"}), refused("invalid_id", "/id"), "no control characters in ids");
    one("other-package", json!({"package": "t/y"}), refused("wrong_package", "/package"), "the contract is for t/x");
    one(
        "ends-before",
        json!({"end": "2024-05-05"}),
        refused("interval_reversed", "/end"),
        "ends the day before it begins",
    );
    one(
        "supersedes-itself",
        json!({"supersedes": "v-1"}),
        refused("retracts_itself", "/supersedes"),
        "v-1 replaces v-1",
    );
    one(
        "supersedes-and-voids",
        json!({"supersedes": "v-2", "voids": "v-3"}),
        refused("voids_and_supersedes", "/voids"),
        "one of the two",
    );
    one(
        "recorded-before",
        json!({"recorded_at": "2024-05-05"}),
        noted("v-1", "recorded_before_date", "/recorded_at"),
        "entered before it happened: worth a look, not refused",
    );
    one(
        "attribute-undeclared",
        json!({"attributes": {"village_group": "east"}}),
        refused("unknown_attribute", "/attributes/village_group"),
        "declared for persons only",
    );
    one(
        "recorded-at-missing",
        json!({"recorded_at": null}),
        refused("recorded_at_missing", "/recorded_at"),
        "neither the entry nor the import says when it was entered",
    );
    admit(
        book,
        "import-date",
        json!({"entries": [with(visit(), json!({"recorded_at": null}))], "import_date": "2024-05-10"}),
        fine(&["v-1"]),
        "the import states the day once",
    );
    let mut other = |name: &str, entry: Value, expected: Value, how: &str| {
        admit(book, name, json!({"entries": [entry]}), expected, how)
    };
    other(
        "partial-date",
        register("person", "p-1", json!({"birth_date": "1944-13"})),
        refused("invalid_partial_date", "/birth_date"),
        "there is no month 13",
    );
    other(
        "partial-month",
        register("person", "p-1", json!({"birth_date": "1944-05"})),
        fine(&["p-1"]),
        "year and month are enough",
    );
    other(
        "attribute-code",
        register("person", "p-1", json!({"attributes": {"village_group": "north"}})),
        refused("unknown_code", "/attributes/village_group"),
        "north is not in the list village",
    );
    other(
        "period",
        me().document("d-1", "2024-05-06", "note", json!({"period": "2024-Q5"})),
        refused("invalid_period", "/period"),
        "there are four quarters",
    );
    other(
        "period-week",
        me().document("d-1", "2024-05-06", "note", json!({"period": "2024-W53"})),
        refused("invalid_period", "/period"),
        "ISO year 2024 begins on Monday 1 January and has 52 weeks",
    );
    other(
        "withdrawal-without-reason",
        me().on("withdrawal", "w-1", "2024-05-06", json!({"voids": "v-1"})),
        refused("missing_field", "/reason"),
        "FORMAT 2: voids and reason are required",
    );
    other(
        "waiver-of-nothing",
        me().on("waiver", "w-1", "2024-05-06", json!({"approved_by": "区民政局"})),
        refused("waiver_of_nothing", ""),
        "neither requirement nor record",
    );
    other(
        "mark-above-full",
        me().evaluation("e-1", "2024-05-06", "midterm", json!({"score": 80, "verdict": "perfect"})),
        refused("unknown_code", "/verdict"),
        "verdicts are qualified and unqualified",
    );
    other(
        "evaluation-empty",
        me().evaluation("e-1", "2024-05-06", "midterm", json!({})),
        noted("e-1", "evaluation_empty", ""),
        "admitted with a warning: no score, marks or verdict",
    );
    other(
        "score-above-hundred",
        me().evaluation("e-1", "2024-05-06", "midterm", json!({"score": 101})),
        noted("e-1", "score_above_hundred", "/score"),
        "out of 100; admitted with a warning",
    );
    other(
        "case-closed-before",
        me().on("case", "c-1", "2024-05-06", json!({"client": "p-1", "closed": "2024-05-05"})),
        refused("interval_reversed", "/closed"),
        "closed before it was opened",
    );
    admit(
        book,
        "several-findings",
        json!({"entries": [with(visit(), json!({"mode": "fax", "date": "2024-02-30"})), with(visit(), json!({"id": "v-2"}))]}),
        json!({"admitted": ["v-2"], "findings": [{"line": 1, "findings": [{"code": "invalid_date", "path": "/date"}, {"code": "unknown_code", "path": "/mode"}]}]}),
        "all problems of a line at once; the other line is admitted",
    );
    admit(
        book,
        "line-numbers",
        json!({"entries": [visit()], "lines": ["{", "[]"]}),
        json!({"admitted": ["v-1"], "findings": [{"line": 2, "findings": [{"code": "malformed", "path": ""}]}, {"line": 3, "findings": [{"code": "wrong_type", "path": ""}]}]}),
        "lines are counted from 1 over entries and then lines",
    );
}
