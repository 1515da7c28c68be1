//! The questions `records`, `rejected` and `check`, and what a request gets that no data could make right.

use crate::Book;
use crate::build::*;
use crate::made_up::{inline, me, plain, visits_requirement};
use crate::relations::{bare, finding};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    records(book);
    rejected(book);
    checks(book);
    misuse(book);
}

fn input(more: Value) -> Value {
    let package = inline("t/x", json!([visits_requirement(1)]));
    with(json!({"package": package, "contract": plain_contract("t/x")}), more)
}

fn records(book: &mut Book) {
    let mut r = |name: &str, more: Value, expected: Value, how: &str| {
        book.add(format!("records/{name}"), "records", input(more), expected, how);
    };
    let visit = |id: &str| bare(id, "2024-05-06", json!({}));
    r("none", json!({"entries": []}), json!([]), "nothing was added");
    let person = register("person", "p-1", json!({}));
    r(
        "in-order",
        json!({"entries": [visit("v-2"), person.clone(), visit("v-1")]}),
        json!([visit("v-1"), visit("v-2"), person]),
        "records and events by id, then each register by id, whatever the order they came in",
    );
    r(
        "once",
        json!({"entries": [visit("v-1"), visit("v-1")]}),
        json!([visit("v-1")]),
        "FORMAT 5: same id and same bytes are one entry",
    );
    r(
        "both-in-conflict",
        json!({"entries": [bare("v-1", "2024-05-07", json!({})), visit("v-1")]}),
        json!([visit("v-1"), bare("v-1", "2024-05-07", json!({}))]),
        "both stay in the ledger though neither counts; ordered by content, the earlier date first",
    );
    r(
        "without-rejected",
        json!({"entries": [with(visit("v-1"), json!({"mode": "fax"})), visit("v-2")]}),
        json!([visit("v-2")]),
        "v-1 was rejected for its mode and is among the rejected",
    );
    r(
        "canonical",
        json!({"lines": [r#"{"minutes": 30.0, "cost": 12.50, "note": null, "id": "v-1", "kind": "visit", "package": "t/x", "date": "2024-05-06", "recorded_at": "2024-05-06", "mode": "home", "category": "outreach"}"#]}),
        json!([with(visit("v-1"), json!({"minutes": 30, "cost": 12.5}))]),
        "30.0 is the whole number 30, 12.50 is 12.5, and null is absent",
    );
    r(
        "import-date",
        json!({"entries": [with(visit("v-1"), json!({"recorded_at": null}))], "import_date": "2024-05-10"}),
        json!([with(visit("v-1"), json!({"recorded_at": "2024-05-10"}))]),
        "C10: an import states its date once",
    );
    let (first, second) = (
        register("person", "p-1", json!({"name": "甲"})),
        register("person", "p-1", json!({"name": "甲", "recorded_at": "2024-06-01"})),
    );
    r(
        "versions",
        json!({"entries": [second.clone(), first.clone()]}),
        json!([first, second]),
        "a register keeps its versions, the earlier recorded first",
    );
}

fn rejected(book: &mut Book) {
    let select = &[
        "rejected.source",
        "rejected.line",
        "rejected.text",
        "rejected.findings.code",
        "rejected.findings.path",
        "rejected.findings.position",
    ];
    let mut r = |name: &str, lines: &[&str], expected: Value, how: &str| {
        let input = input(json!({"lines": lines, "select": select}));
        book.add(format!("rejected/{name}"), "rejected", input, json!({"rejected": expected}), how);
    };
    let row = |line: u32, text: &str, code: &str, path: &str, column: u32| json!({"source": "input", "line": line, "text": text, "findings": [{"code": code, "path": path, "position": {"line": line, "column": column}}]});
    let fine =
        r#"{"kind": "spot_check", "id": "sp-1", "package": "t/x", "date": "2024-05-06", "recorded_at": "2024-05-06"}"#;
    r("none", &[fine], json!([]), "the line is admitted");
    let unknown = r#"{"kind": "picnic"}"#;
    r(
        "unknown-kind",
        &[fine, unknown],
        json!([row(2, unknown, "unknown_kind", "/kind", 10)]),
        "the second line; its kind begins in column 10 of `{\"kind\": \"picnic\"}`",
    );
    r(
        "not-an-object",
        &["[]", fine, "7"],
        json!([row(1, "[]", "wrong_type", "", 1), row(3, "7", "wrong_type", "", 1)]),
        "lines 1 and 3 are no objects; kept as given, in the order of their lines",
    );
}

fn checks(book: &mut Book) {
    let mut c = |name: &str, entries: Vec<Value>, as_of: &str, findings: Value, how: &str| {
        let package = inline("t/x", json!([visits_requirement(1)]));
        let input = plain(package, entries, as_of, &["findings"]);
        book.add(format!("check/{name}"), "check", input, json!({"findings": findings}), how);
    };
    let contact = me().on("case_contact", "k-1", "2024-05-06", json!({"case": "c-1"}));
    let case = me().on("case", "c-1", "2024-05-06", json!({"client": "p-1"}));
    let dangling = || {
        json!([finding("dangling_reference", "warning", "/case", json!({"target": "c-1", "kinds": "case"}), &["k-1"])])
    };
    let all_three =
        vec![contact.clone(), with(case, json!({"recorded_at": "2024-05-08"})), register("person", "p-1", json!({}))];
    c("dangling", vec![contact], MIDDLE, dangling(), "c-1 does not exist");
    c("dangling-until-entered", all_three.clone(), "2024-05-07", dangling(), "by day: c-1 was entered on 05-08");
    c("dangling-no-more", all_three, "2024-05-08", json!([]), "by day: c-1 is there since 05-08");
    let late = |recorded: &str| vec![bare("v-1", "2024-05-01", json!({"recorded_at": recorded}))];
    c("entered-after-thirty-days", late("2024-05-31"), MIDDLE, json!([]), "05-01 + 30 days = 05-31 is in time");
    c(
        "entered-after-thirty-one-days",
        late("2024-06-01"),
        MIDDLE,
        json!([finding("late_entry", "note", "/recorded_at", json!({"days": "31"}), &["v-1"])]),
        "G10: back-filled entries are flagged, 31 > 30 days",
    );
    c("not-yet-known", late("2024-10-01"), MIDDLE, json!([]), "entered on 10-01, not known on 09-01");
    let outside = |day: &str| vec![bare("v-1", day, json!({}))];
    let warned = |day: &str| json!([finding("outside_service", "warning", "/date", json!({"day": day}), &["v-1"])]);
    c("last-day-of-service", outside("2025-03-14"), AFTER, json!([]), "the last day is in the service");
    c("after-the-service", outside("2025-03-15"), AFTER, warned("2025-03-15"), "G10: the day after the last");
    c("before-the-service", outside("2024-03-14"), AFTER, warned("2024-03-14"), "G10: the day before the first");
}

fn misuse(book: &mut Book) {
    let mut m = |name: &str, op: &str, input: Value, error: [&str; 3], how: &str| {
        let [code, path, message] = error;
        let expected = json!({"error": {"code": code, "path": path, "message": message}});
        book.add(format!("misuse/{name}"), op, input, expected, how);
    };
    let sound = |more: Value| with(input(json!({"entries": [], "as_of": AFTER})), more);
    m(
        "unknown-operation",
        "evaluat",
        sound(json!({})),
        ["unknown_operation", "", "there is no operation `evaluat`"],
        "the word is misspelt",
    );
    for (name, option, how) in [
        ("as-of-missing", "as_of", "there is no clock to ask"),
        ("package-missing", "package", "there is nothing to judge by"),
        ("contract-missing", "contract", "G0: dates have no defaults"),
    ] {
        let message = format!("`{option}` is missing");
        m(name, "evaluate", sound(json!({option: null})), ["option_missing", option, &message], how);
    }
    let date = |option: &str| format!("`{option}` is no date `yyyy-mm-dd`");
    m(
        "as-of-no-date",
        "closing",
        sound(json!({"as_of": "2024-02-30"})),
        ["option_invalid", "as_of", &date("as_of")],
        "February 2024 has 29 days",
    );
    m(
        "as-of-number",
        "check",
        sound(json!({"as_of": 20240301})),
        ["option_invalid", "as_of", "`as_of` is no text"],
        "a date is written as text",
    );
    m(
        "import-date-no-date",
        "admit",
        sound(json!({"import_date": "yesterday"})),
        ["option_invalid", "import_date", &date("import_date")],
        "`yesterday` would need a clock",
    );
    m(
        "entries-no-list",
        "evaluate",
        sound(json!({"entries": {}})),
        ["option_invalid", "entries", "`entries` is no list"],
        "entries are a list",
    );
    m(
        "unknown-package",
        "lint",
        json!({"package": "nanchuan-2024/package-7"}),
        ["unknown_id", "package", "there is no built-in package `nanchuan-2024/package-7`"],
        "the district has six packages",
    );
    m(
        "unknown-requirement",
        "evaluate",
        sound(json!({"requirement": "R-9"})),
        ["unknown_id", "requirement", "there is no requirement `R-9`"],
        "the package has R-1 only",
    );
    m(
        "several-ledgers",
        "closing",
        json!({"as_of": AFTER, "ledgers": [input(json!({})), input(json!({}))]}),
        ["option_invalid", "ledgers", "`ledgers` is no list of exactly one ledger"],
        "closing is decided for one ledger",
    );
    m(
        "render-unknown-code",
        "render",
        json!({"code": "no_such_code"}),
        ["unknown_id", "code", "there is no code `no_such_code`"],
        "the tables have no such code",
    );
    m(
        "render-unknown-locale",
        "render",
        json!({"code": "malformed", "locale": "fr"}),
        ["option_invalid", "locale", "`locale` is no locale: `zh-CN` or `en`"],
        "every message exists in zh-CN and en",
    );
    let year = |more: Value| with(json!({"service_start": "2024-03-15", "service_end": "2025-03-14"}), more);
    m(
        "periods-unknown-unit",
        "periods",
        year(json!({"unit": "decade"})),
        ["option_invalid", "unit", "`unit` is no period"],
        "week, month, quarter or year",
    );
    m(
        "periods-negative-due",
        "periods",
        year(json!({"unit": "month", "due": -1})),
        ["option_invalid", "due", "`due` is no small whole number"],
        "a due day is not below zero",
    );
    let end = |more: Value| with(json!({"start": "2024-03-15", "end": "2025-03-14"}), more);
    m(
        "extend-unknown-rule",
        "extend",
        end(json!({"months": 1, "month_end": "thirty_days"})),
        ["option_invalid", "month_end", "`month_end` is no rule"],
        "same_day, last_day or from_start",
    );
    m(
        "extend-months-missing",
        "extend",
        end(json!({"month_end": "same_day"})),
        ["option_missing", "months", "`months` is missing"],
        "by how much is not guessed",
    );
    let reversed = with(plain_contract("t/x"), json!({"service_end": "2024-03-01", "midterm_date": "2024-03-15"}));
    let select = json!(["error.code", "findings.code"]);
    book.add(
        "misuse/bad-data-is-none",
        "evaluate",
        sound(json!({"contract": reversed, "select": select})),
        json!({"findings": [{"code": "dates_reversed"}]}),
        "documents at fault are answered by their findings, not as misuse",
    );
}
