//! Why a project may not be closed, each ground once: whole findings of `closing`, and of `lifecycle`.

use crate::Book;
use crate::build::*;
use crate::closing::{changed, close, complete, event};
use crate::relations::finding;
use serde_json::{Value, json};

/// A finding under a clause, without entries concerned.
fn under(clause: &str, code: &str, severity: &str, path: &str, params: Value) -> Value {
    with(finding(code, severity, path, params, &[]), json!({"records": null, "clause": clause}))
}

fn decided(decision: &str, blockers: Value, missing: Value) -> Value {
    json!({"decision": decision, "blockers": blockers, "missing": missing})
}

pub(crate) fn fill(book: &mut Book) {
    needs(book);
    evaluations(book);
    waived(book);
    closures(book);
    versions(book);
    extensions(book);
}

fn needs(book: &mut Book) {
    let mut c = |name: &str, entries: Vec<Value>, select: &[&str], expected: Value, how: &str| {
        close(book, name, json!({}), entries, select, expected, how);
    };
    let whole = &["decision", "blockers", "missing"][..];
    c(
        "finding-indicator-not-met",
        changed("pub-media-d-1-05", None),
        whole,
        decided(
            "blocked",
            json!([under(
                "二（二）2（7）",
                "indicator_not_met",
                "error",
                "P2-I7b",
                json!({"requirement": "P2-I7b", "outcome": "not_met", "lo": "5", "target": "6次", "of": "measure"})
            )]),
            json!([]),
        ),
        "二（二）2（7）: 5 of 6 reports after the end",
    );
    c(
        "finding-indicator-unknown",
        changed("p-100", Some(json!({"birth_date": null}))),
        &["decision", "blockers", "missing.code", "missing.severity", "missing.path", "missing.clause"],
        decided(
            "undecided",
            json!([]),
            json!([{"code": "indicator_unknown", "severity": "warning", "path": "P2-I3", "clause": "二（二）2（3）"}]),
        ),
        "G9: one birth date is missing, 99 … 100 children",
    );
    c(
        "finding-satisfaction-short",
        changed("ss-1", Some(json!({"valid": 250, "satisfied": 224}))),
        whole,
        decided(
            "blocked",
            json!([under(
                "5",
                "closing_need_not_met",
                "error",
                "X-2",
                json!({"item": "X-2", "lo": "0.896", "target": "0.9", "of": "measure"})
            )]),
            json!([]),
        ),
        "G13: 224 ÷ 250 = 0.896 < 0.9",
    );
    c(
        "finding-not-accepted",
        changed("ac-1", Some(json!({"passed": false}))),
        whole,
        decided(
            "blocked",
            json!([under(
                "5",
                "closing_need_not_met",
                "error",
                "X-3-acceptance",
                json!({"item": "X-3-acceptance", "lo": "0", "target": "1次", "of": "measure"})
            )]),
            json!([]),
        ),
        "5: the acceptance was refused, 0 of 1; the part that fails is named, not the whole of X-3",
    );
    c(
        "finding-no-survey",
        changed("ss-1", None),
        &["decision", "blockers", "missing.code", "missing.severity", "missing.path", "missing.clause"],
        decided(
            "undecided",
            json!([]),
            json!([{"code": "closing_need_unknown", "severity": "warning", "path": "X-2", "clause": "5"}]),
        ),
        "X-2 settled: n = 0 is unknown, which neither closes nor blocks",
    );
}

fn evaluations(book: &mut Book) {
    let mut c = |name: &str, entries: Vec<Value>, expected: Value, how: &str| {
        close(book, name, json!({}), entries, &["decision", "blockers", "missing"], expected, how);
    };
    let order = || event("rectification_order", "ro-1", "2025-03-19", json!({"issue": "i-9", "stage": "final"}));
    let failing = || {
        let params = json!({"stage": "final", "evaluation": "e-2", "band": "S-9"});
        with(finding("stage_failing", "error", "final", params, &["e-2"]), json!({"clause": "4"}))
    };
    let duty = |path: &str, what: &str, band: &str, by: &str| {
        let params = json!({"what": what, "band": band});
        with(finding("duty_open", "error", path, params, &[by]), json!({"clause": "4"}))
    };
    c(
        "finding-stage-failing",
        changed("e-2", Some(json!({"score": 70}))),
        decided("blocked", json!([duty("final", "rectification_order", "S-9", "e-2"), failing()]), json!([])),
        "4 末期70分以下: 70 lies in the band; the order is owed, and only a better evaluation lifts the failing stage",
    );
    let not_reevaluated = || {
        under(
            "5",
            "closing_need_not_met",
            "error",
            "X-3-reevaluated",
            json!({"item": "X-3-reevaluated", "lo": "1", "target": "≤0项", "of": "measure"}),
        )
    };
    c(
        "finding-stage-failing-ordered",
        [changed("e-2", Some(json!({"score": 70}))), vec![order()]].concat(),
        decided("blocked", json!([not_reevaluated(), failing()]), json!([])),
        "the order was written, so that duty is done; it stands uncured (X-3) and the stage still fails",
    );
    c(
        "finding-midterm-duties",
        changed("e-1", Some(json!({"score": 80}))),
        decided(
            "blocked",
            json!([duty("midterm", "rectification_order", "S-7", "e-1"), duty("midterm", "extension", "S-7", "e-1")]),
            json!([]),
        ),
        "4 中期80分以下, C37: order and extension are owed and neither was written",
    );
    c(
        "finding-midterm-termination",
        changed("e-1", Some(json!({"score": 70}))),
        decided("blocked", json!([duty("midterm", "termination", "S-8", "e-1")]), json!([])),
        "4 中期70分以下…终止合同, C1: the duty to terminate blocks; only the event would terminate",
    );
    let unqualified = || {
        let params = json!({"stage": "third_party", "evaluation": "e-3", "band": "S-10"});
        with(finding("stage_failing", "error", "third_party", params, &["e-3"]), json!({"clause": "4"}))
    };
    c(
        "finding-third-party-unqualified",
        changed("e-3", Some(json!({"verdict": "unqualified"}))),
        decided(
            "blocked",
            json!([duty("third_party", "rectification_order", "S-10", "e-3"), unqualified()]),
            json!([]),
        ),
        "4 评估不合格者责令整改至达标为止, C11: it blocks even without an order",
    );
    let missing = |stage: &str| json!([under("4", "evaluation_missing", "warning", stage, json!({"stage": stage}))]);
    c(
        "finding-third-party-missing",
        changed("e-3", None),
        decided("closable", json!([]), missing("third_party")),
        "C22: shown as a missing duty, which does not block",
    );
    c(
        "finding-midterm-missing",
        changed("e-1", None),
        decided("closable", json!([]), missing("midterm")),
        "C22: shown as a missing duty, which does not block",
    );
    let score = |by: &str| {
        let missing = finding("score_missing", "warning", "", json!({"evaluation": by}), &[by]);
        json!([with(missing, json!({"clause": "4"}))])
    };
    c(
        "finding-final-without-score",
        changed("e-2", Some(json!({"score": null}))),
        decided("undecided", json!([]), score("e-2")),
        "G9: an evaluation without a result may lie in the failing band, so its stage is not passed",
    );
    c(
        "finding-final-with-verdict-only",
        changed("e-2", Some(json!({"score": null, "verdict": "qualified"}))),
        decided("undecided", json!([]), score("e-2")),
        "S-9: the final evaluation is judged by its score; a verdict says nothing about 70",
    );
    c(
        "finding-midterm-without-score",
        changed("e-1", Some(json!({"score": null}))),
        decided("undecided", json!([]), score("e-1")),
        "G9: it may lie in a band that makes a duty",
    );
    c(
        "finding-third-party-with-score-only",
        changed("e-3", Some(json!({"verdict": null, "score": 95}))),
        decided("undecided", json!([]), score("e-3")),
        "S-10 settled: the verdict is an input, no score line is given, so a score of 95 decides nothing",
    );
}

fn waived(book: &mut Book) {
    let waiver = |requirement: &str| {
        vec![event("waiver", "w-1", "2025-03-28", json!({"requirement": requirement, "approved_by": "区民政局"}))]
    };
    let select = &["decision", "blockers", "waived.event", "waived.requirement", "waived.approved_by"][..];
    let answer = |requirement: &str| json!({"decision": "closable", "blockers": [], "waived": [{"event": "w-1", "requirement": requirement, "approved_by": "区民政局"}]});
    close(
        book,
        "waived-indicator",
        json!({}),
        [changed("pub-media-d-1-05", None), waiver("P2-I7b")].concat(),
        select,
        answer("P2-I7b"),
        "G10: the missing report was waived, and the decision names who approved",
    );
    close(
        book,
        "waived-need",
        json!({}),
        [changed("ss-1", Some(json!({"valid": 250, "satisfied": 224}))), waiver("X-2")].concat(),
        select,
        answer("X-2"),
        "G10: 89.6 % satisfaction was waived by name; the decision shows the waiver as that of an indicator",
    );
    let input = json!({"package": package_id(2), "contract": contract(&package_id(2)), "entries": waiver("X-2"), "as_of": AFTER, "select": ["findings"]});
    book.add(
        "closing/waived-need-is-known",
        "evaluate",
        input,
        json!({"findings": []}),
        "X-2 is a requirement of the package, so its waiver has a target",
    );
}

fn closures(book: &mut Book) {
    let select = &["decision", "findings"][..];
    let closed = |entries: Vec<Value>| [entries, vec![event("closure", "cl-1", "2025-03-30", json!({}))]].concat();
    let despite = |count: &str| {
        json!([finding("closed_despite_blockers", "warning", "", json!({"event": "cl-1", "count": count}), &["cl-1"])])
    };
    let mut c = |name: &str, entries: Vec<Value>, findings: Value, how: &str| {
        let expected = json!({"decision": "closed", "findings": findings});
        close(book, name, json!({}), closed(entries), select, expected, how);
    };
    c("closed-properly", complete(), json!([]), "nothing blocked it");
    c(
        "closed-despite-one",
        changed("ac-1", Some(json!({"passed": false}))),
        despite("1"),
        "C38: closed although the acceptance was refused",
    );
    c(
        "closed-despite-two",
        changed("ac-1", Some(json!({"passed": false}))).into_iter().filter(|e| e["id"] != "pub-media-d-1-05").collect(),
        despite("2"),
        "C38: neither accepted nor six reports",
    );
}

fn versions(book: &mut Book) {
    let order = |version: &str| vec![event("change_order", "co-1", "2024-10-01", json!({"version": version}))];
    let lacking =
        || json!([finding("version_not_loaded", "error", "", json!({"version": "2", "event": "co-1"}), &["co-1"])]);
    let select = &["decision", "missing"][..];
    close(
        book,
        "version-loaded",
        json!({}),
        [complete(), order("1")].concat(),
        select,
        json!({"decision": "closable", "missing": []}),
        "C44: the change order names version 1, which is loaded",
    );
    close(
        book,
        "version-not-loaded",
        json!({}),
        [complete(), order("2")].concat(),
        select,
        json!({"decision": "undecided", "missing": lacking()}),
        "C44, G9: version 2 judges the whole service and is not there, so nothing is closable by version 1",
    );
    for op in ["evaluate", "lifecycle"] {
        let input = |as_of: &str| json!({"package": package_id(2), "contract": contract(&package_id(2)), "entries": order("2"), "as_of": as_of, "select": ["findings"]});
        book.add(
            format!("lifecycle/version-not-loaded-{op}"),
            op,
            input("2024-10-01"),
            json!({"findings": lacking()}),
            "C44: on the day of the change order version 2 should judge and is not loaded",
        );
        book.add(
            format!("lifecycle/version-before-change-order-{op}"),
            op,
            input("2024-09-30"),
            json!({"findings": []}),
            "the day before the change order version 1 is in force",
        );
    }
}

fn extensions(book: &mut Book) {
    let extended = |score: Value, new_end: &str| {
        vec![
            of(2).evaluation("e-1", "2024-09-15", "midterm", score),
            event("extension", "ex-1", "2024-09-20", json!({"new_end": new_end, "stage": "midterm"})),
        ]
    };
    let differs = |found: &str| {
        let params = json!({"event": "ex-1", "expected": "2025-04-14", "found": found});
        json!([with(finding("extension_differs", "warning", "", params, &["ex-1"]), json!({"clause": "4"}))])
    };
    let mut e = |name: &str, entries: Vec<Value>, select: &[&str], expected: Value, how: &str| {
        let input = json!({"package": package_id(2), "contract": contract(&package_id(2)), "entries": entries, "as_of": "2024-09-30", "select": select});
        book.add(format!("lifecycle/{name}"), "lifecycle", input, expected, how);
    };
    let select = &["service.end", "findings"][..];
    let answer = |end: &str, findings: Value| json!({"service": {"end": end}, "findings": findings});
    let at = |score: i32| json!({"score": score});
    e(
        "S-7-extension-by-rule",
        extended(at(75), "2025-04-14"),
        select,
        answer("2025-04-14", json!([])),
        "S-7: 2025-03-14 + 1 calendar month = 2025-04-14",
    );
    e(
        "S-7-extension-a-day-long",
        extended(at(75), "2025-04-15"),
        select,
        answer("2025-04-15", differs("2025-04-15")),
        "algebra 2.4: the event's day stands, and differs from 2025-04-14",
    );
    e(
        "S-7-extension-thirty-days",
        extended(at(75), "2025-04-13"),
        select,
        answer("2025-04-13", differs("2025-04-13")),
        "S-7 settled: a month is a calendar month; 30 days end on 2025-04-13",
    );
    let unscored = &["stages.id", "stages.band", "findings"][..];
    let without = json!({"stages": [{"id": "midterm"}, {"id": "final"}, {"id": "third_party"}],
        "findings": [with(finding("score_missing", "warning", "", json!({"evaluation": "e-1"}), &["e-1"]), json!({"clause": "4"}))]});
    let only = |more: Value| vec![of(2).evaluation("e-1", "2024-09-15", "midterm", more)];
    e("score-missing", only(json!({})), unscored, without.clone(), "no score, marks or verdict: no band, and said so");
    e(
        "score-missing-one-aspect",
        only(
            json!({"marks": [{"aspect": "professional", "mark": 60}, {"aspect": "effect", "mark": 60}, {"aspect": "management", "mark": 60}]}),
        ),
        unscored,
        without,
        "S-5: funds has no mark, so the weighted score is not known",
    );
}
