//! What loading a package or a contract finds.

use crate::Book;
use crate::build::*;
use crate::made_up::{inline, labels, visits_requirement};
use serde_json::{Value, json};

/// Codes alone are compared: where several places could be named, the code is what the format settles.
fn lint(book: &mut Book, name: &str, input: Value, codes: &[&str], how: &str) {
    let found: Vec<Value> = codes.iter().map(|code| json!({"code": code})).collect();
    book.add(
        format!("lint/{name}"),
        "lint",
        with(input, json!({"select": ["findings.code"]})),
        json!({"findings": found}),
        how,
    );
}

pub(crate) fn fill(book: &mut Book) {
    for n in 1..=6 {
        lint(
            book,
            &format!("package-{n}"),
            json!({"package": package_id(n)}),
            &[],
            "the packages of the district are sound",
        );
    }
    let circle =
        |id: &str, other: &str| with(inline(id, json!([])), json!({"indicators": [], "codes": {}, "include": [other]}));
    lint(
        book,
        "include-cycle",
        json!({"package": circle("t/x", "t/y"), "includes": {"t/y": with(circle("t/y", "t/x"), json!({"place": null})), "t/x": with(circle("t/x", "t/y"), json!({"place": null}))}}),
        &["include_cycle"],
        "t/x includes t/y, which includes t/x",
    );
    texts(book);
    whole(book);
    requirements(book);
    contracts(book);
}

fn texts(book: &mut Book) {
    let mut t = |name: &str, text: &str, code: &str, how: &str| lint(book, name, json!({"text": text}), &[code], how);
    t("malformed", "{", "malformed", "the object is not closed");
    t("duplicate-key", r#"{"id": "a", "id": "b"}"#, "duplicate_key", "FORMAT 1: duplicate keys are errors");
    t("too-deep", &"[".repeat(65), "too_deep", "65 levels, at most 64");
}

fn whole(book: &mut Book) {
    let base = || inline("t/x", json!([visits_requirement(1)]));
    let mut w = |name: &str, more: Value, codes: &[&str], how: &str| {
        lint(book, name, json!({"package": with(base(), more)}), codes, how)
    };
    w("sound", json!({}), &[], "nothing is wrong");
    w("unknown-key", json!({"colour": "red"}), &["unknown_field"], "FORMAT 1: unknown keys are errors");
    w("missing-key", json!({"version": null}), &["missing_field"], "version is required");
    w("locale-missing", json!({"labels": {"zh-CN": "名"}}), &["missing_field"], "FORMAT 1: every locale is required");
    w("unknown-include", json!({"include": ["t/other"]}), &["unknown_include"], "t/other was not handed to the loader");
    w(
        "duplicate-id",
        json!({"indicators": [{"id": "I-1", "clause": "1", "labels": labels(), "requirements": [visits_requirement(1)]}, {"id": "I-1", "clause": "2", "labels": labels(), "text_only": true, "requirements": []}]}),
        &["duplicate_id"],
        "every id is unique over the whole",
    );
    w(
        "no-requirement",
        json!({"indicators": [{"id": "I-1", "clause": "1", "labels": labels(), "requirements": []}]}),
        &["no_requirement"],
        "an indicator without requirements must say text_only",
    );
    w(
        "fixed-list",
        json!({"codes": with(base()["codes"].clone(), json!({"stage": [{"code": "extra", "labels": labels()}]}))}),
        &["fixed_list"],
        "FORMAT 2: stage is fixed by the core",
    );
    w(
        "duplicate-code",
        json!({"codes": with(base()["codes"].clone(), json!({"visit_mode": [{"code": "home", "labels": labels()}, {"code": "home", "labels": labels()}]}))}),
        &["duplicate_code"],
        "home stands twice in visit_mode",
    );
    let condition =
        |leaf: Value| json!({"conditions": [{"id": "C", "on": "visit", "labels": labels(), "where": leaf}]});
    w("condition-cycle", condition(json!({"use": "C"})), &["condition_cycle"], "C uses itself");
    w("unknown-condition", condition(json!({"use": "E"})), &["unknown_condition"], "no condition E is declared");
    w(
        "condition-elsewhere",
        with(
            condition(json!({"mode": {"is": "home"}})),
            json!({"obligations": [{"id": "O-1", "clause": "1", "labels": labels(), "measure": {"count": {"of": "activity", "where": {"use": "C"}}}, "target": {"at_least": 1}}]}),
        ),
        &["condition_elsewhere"],
        "C is declared on visit and used on activity",
    );
    let rule = |need: Value| json!({"rules": [{"id": "X", "clause": "1", "labels": labels(), "on": {"of": "visit"}, "need": need, "else": "error"}]});
    w(
        "error-rule-not-own",
        rule(json!({"workers": {"some": {"staff": {"where": {"name": {"exists": true}}}}}})),
        &["error_rule_not_own"],
        "FORMAT 4: error needs a condition that the entry alone can decide",
    );
    let reading = |default: &str, replace: Value| {
        json!({"readings": [{"id": "R-x", "phrase": "x", "clauses": ["1"], "labels": labels(), "basis": "x", "default": default,
        "options": [{"id": "a", "labels": labels(), "replace": {}}, {"id": "b", "labels": labels(), "replace": replace}]}]})
    };
    w("unknown-option", reading("c", json!({})), &["unknown_option"], "the default is none of the options");
    w(
        "unknown-replaced",
        reading("a", json!({"R-9": {"target": {"at_least": 2}}})),
        &["unknown_replaced"],
        "there is no R-9",
    );
    w(
        "replaced-shape",
        reading("a", json!({"R-1": {"windw": {"each": "month"}}})),
        &["unknown_field"],
        "what option b puts in has the shape of a requirement, which has no windw",
    );
    let two = |a: Value, b: Value| json!({"indicators": [{"id": "I-1", "clause": "1", "labels": labels(), "requirements": [visits_requirement(1)]}, with(json!({"id": "I-2", "clause": "2", "labels": labels(), "requirements": [a]}), b)]});
    w(
        "overlap-unstated",
        two(with(visits_requirement(1), json!({"id": "R-2"})), json!({})),
        &["overlap_unstated"],
        "G3, C5: both indicators count every visit",
    );
    w(
        "overlap-stated",
        two(with(visits_requirement(1), json!({"id": "R-2"})), json!({"shares_with": ["I-1"]})),
        &[],
        "the overlap is stated",
    );
}

fn requirements(book: &mut Book) {
    let mut r = |name: &str, more: Value, code: &str, how: &str| {
        lint(book, name, json!({"package": inline("t/x", json!([with(visits_requirement(1), more)]))}), &[code], how)
    };
    let source = |more: Value| json!({"measure": {"count": with(json!({"of": "visit"}), more)}});
    r("unknown-collection", json!({"measure": {"count": {"of": "picnic"}}}), "unknown_collection", "picnic is no kind");
    r(
        "unknown-list",
        json!({"measure": {"count": {"of": "visit.guests"}}}),
        "unknown_collection",
        "visits have no list guests",
    );
    r("unknown-path", source(json!({"where": {"colour": {"is": "red"}}})), "unknown_path", "visits have no colour");
    r(
        "unknown-path-step",
        source(json!({"where": {"workers": {"some": {"staff.colour": {"is": "red"}}}}})),
        "unknown_path",
        "staff have no colour",
    );
    r(
        "code-not-in-list",
        source(json!({"where": {"mode": {"is": "fax"}}})),
        "code_not_in_list",
        "fax is not in visit_mode",
    );
    r(
        "unknown-operator",
        source(json!({"where": {"mode": {"like": "home"}}})),
        "unknown_operator",
        "there is no operator like",
    );
    r(
        "operand-type",
        source(json!({"where": {"mode": {"at_least": 3}}})),
        "operand_type",
        "a code is not compared in size",
    );
    r(
        "operand-field-no-path",
        source(json!({"where": {"date": {"is": {"field": 5}}}})),
        "wrong_type",
        "a field is named by a text; without it the condition would ask nothing",
    );
    r(
        "operand-field-and-more",
        source(json!({"where": {"date": {"is": {"field": "recorded_at", "days": 2}}}})),
        "unknown_field",
        "FORMAT 3: an operand of another field is its path alone",
    );
    r(
        "size-below-zero",
        source(json!({"where": {"workers": {"size": {"at_least": -1}}}})),
        "operand_type",
        "no list has fewer than no items",
    );
    r("literal-type", source(json!({"where": {"minutes": {"at_least": "x"}}})), "literal_type", "minutes are numbers");
    r(
        "unknown-contract-value",
        source(json!({"where": {"place": {"is": "$nowhere"}}})),
        "unknown_contract_value",
        "there is no contract value $nowhere",
    );
    r(
        "age-without-day",
        json!({"measure": {"count": {"of": "person", "where": {"age": {"at_least": 80}}}}}),
        "age_without_day",
        "FORMAT 3: when a register is the source, age needs its own `on`",
    );
    r(
        "self-without-each",
        json!({"measure": {"count": {"of": "self"}}}),
        "self_without_each",
        "self is the member of an enclosing each",
    );
    r(
        "window-in-having",
        json!({"measure": {"count": {"of": "case", "having": {"window": {"each": "month"}, "measure": {"count": {"of": "case_contact"}}, "target": {"at_least": 1}}}}}),
        "window_in_having",
        "a nested requirement has no window of its own",
    );
    r(
        "link-missing",
        json!({"measure": {"count": {"of": "visit", "having": {"measure": {"count": {"of": "spot_check"}}, "target": {"at_least": 1}}}}}),
        "link_missing",
        "a spot check refers to no visit",
    );
    r(
        "link-ambiguous",
        json!({"each": {"of": "person"}, "measure": {"count": {"of": "visit"}}}),
        "link_ambiguous",
        "a visit leads to persons through its subjects and through its workers",
    );
    r("key-without-use", source(json!({"field": "minutes"})), "key_without_use", "a count looks at no field");
    r("due-out-of-range", json!({"window": {"each": "month", "due": 32}}), "due_out_of_range", "no month has 32 days");
    r(
        "empty-window",
        json!({"window": {"from": "2024-07-02", "to": "2024-07-01"}}),
        "empty_window",
        "the window ends before it begins",
    );
    r("unknown-anchor", json!({"window": {"from": {"first": "R-9"}}}), "unknown_anchor", "there is no R-9");
    r("anchor-cycle", json!({"window": {"from": {"first": "R-1"}}}), "anchor_cycle", "R-1 waits for itself");
    r("impossible-target", json!({"target": {"at_least": 0}}), "impossible_target", "everything reaches at least 0");
    r("list-empty", json!({"each": []}), "list_empty", "a list of quantifiers without any");
    r(
        "two-comparators",
        json!({"target": {"at_least": 1, "at_most": 2}}),
        "exactly_one_of",
        "FORMAT 3: a target has exactly one of the four comparators",
    );
    r("no-comparator", json!({"target": {"unit": "次"}}), "exactly_one_of", "FORMAT 3: a target has a comparator");
    r(
        "no-interval",
        json!({"measure": {"coverage": {"of": "spot_check"}}, "target": {"at_most": 0}}),
        "no_interval",
        "FORMAT 3: coverage wants from … to or date … end; a spot check has a day only",
    );
    r(
        "unknown-unit",
        json!({"window": {"each": "decade"}}),
        "unknown_word",
        "periods are week, month, quarter and year",
    );
}

fn contracts(book: &mut Book) {
    let mut c = |name: &str, more: Value, codes: &[&str], how: &str| {
        let found: Vec<Value> = codes.iter().map(|code| json!({"code": code})).collect();
        let input = json!({"package": package_id(2), "contract": with(contract(&package_id(2)), more), "select": ["findings.code"]});
        book.add(format!("contract/{name}"), "contract", input, json!({"findings": found}), how);
    };
    c("sound", json!({}), &[], "nothing is wrong");
    c(
        "reversed",
        json!({"service_end": "2024-03-14", "midterm_date": "2024-03-15"}),
        &["dates_reversed"],
        "the end lies a day before the start; nothing can lie inside such a service, so the mid-term date is not judged",
    );
    c("midterm-outside", json!({"midterm_date": "2025-03-15"}), &["midterm_outside"], "the day after the end");
    c("no-start", json!({"service_start": null}), &["missing_field"], "G0: dates have no defaults");
    c(
        "weights",
        json!({"evaluation_weights": {"professional": 40, "effect": 30, "management": 15, "funds": 14}}),
        &["weights_not_hundred"],
        "40 + 30 + 15 + 14 = 99",
    );
    c(
        "weights-decimals",
        json!({"evaluation_weights": {"professional": 40.5, "effect": 29.5, "management": 15, "funds": 15}}),
        &[],
        "40.5 + 29.5 + 15 + 15 = 100",
    );
    c(
        "other-package",
        json!({"package": "nanchuan-2024/package-3"}),
        &["other_package"],
        "the contract names package 3, package 2 is loaded",
    );
    c("unknown-reading", json!({"readings": {"R-nothing": "x"}}), &["unknown_reading"], "package 2 has no R-nothing");
    c(
        "unknown-reading-option",
        json!({"readings": {"R-50-people": "maybe"}}),
        &["unknown_reading_option"],
        "R-50-people has inclusive and exclusive",
    );
    let clash = |second: Value| {
        let labels = || json!({"zh-CN": "样例", "en": "demo"});
        let option = |id: &str, replace: Value| json!({"id": id, "labels": labels(), "replace": replace});
        let reading = |id: &str, replace: Value| {
            json!({"id": id, "phrase": "p", "clauses": ["1"], "labels": labels(), "basis": "b", "default": "a",
                "options": [option("a", json!({})), option("b", replace)]})
        };
        let target = |n: usize| json!({"R-1": {"target": {"at_least": n}}});
        let package = json!({"format": "1", "id": "demo", "version": "1", "source": {"title": "t", "issuer": "i"}, "labels": labels(),
            "place": "village", "codes": {"place": [{"code": "village", "labels": labels()}]},
            "indicators": [{"id": "I-1", "clause": "1", "labels": labels(), "requirements": [
                {"id": "R-1", "labels": labels(), "measure": {"count": {"of": "document"}}, "target": {"at_least": 3}}]}],
            "readings": [reading("R-one", target(4)), reading("R-other", second)]});
        let contract = with(plain_contract("demo"), json!({"readings": {"R-one": "b", "R-other": "b"}}));
        json!({"package": package, "contract": contract, "select": ["findings.code", "findings.params"]})
    };
    book.add(
        "contract/readings-clash",
        "contract",
        clash(json!({"R-1": {"target": {"at_least": 5}}})),
        json!({"findings": [{"code": "readings_clash", "params": {"reading": "R-other", "id": "R-1"}}]}),
        "one reading makes the target 4, the other 5: both cannot apply",
    );
    book.add(
        "contract/readings-together",
        "contract",
        clash(json!({"R-1": {"measure": {"count": {"of": "visit"}}}})),
        json!({"findings": []}),
        "one reading makes the target 4, the other counts visits: both apply",
    );
    let mut c = |name: &str, more: Value, codes: &[&str], how: &str| {
        let found: Vec<Value> = codes.iter().map(|code| json!({"code": code})).collect();
        let input = json!({"package": package_id(2), "contract": with(contract(&package_id(2)), more), "select": ["findings.code"]});
        book.add(format!("contract/{name}"), "contract", input, json!({"findings": found}), how);
    };
    c("unknown-place", json!({"place": "atlantis"}), &["unknown_place"], "no place code atlantis");
    c("unknown-field", json!({"colour": "red"}), &["unknown_field"], "contracts have no colour");
}
