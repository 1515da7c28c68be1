//! What `evaluate` finds about waivers, make-ups and checks.

use crate::Book;
use crate::build::*;
use crate::made_up::{inline, labels, me, plain};
use crate::relations::{bare, finding};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    targets(book);
    members(book);
    checks(book);
}

/// April to June 2024, one visit a month under R-1, a visit in April and one in May.
fn spring(book: &mut Book, name: &str, more: Vec<Value>, findings: Value, how: &str) {
    let requirement = json!({"id": "R-1", "labels": labels(), "window": {"each": "month"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let visits = vec![bare("v-1", "2024-04-10", json!({})), bare("v-2", "2024-05-10", json!({}))];
    let mut input = plain(inline("t/x", json!([requirement])), [visits, more].concat(), "2024-07-31", &["findings"]);
    let dates = json!({"service_start": "2024-04-01", "service_end": "2024-06-30", "midterm_date": "2024-05-15"});
    input["contract"] = with(input["contract"].clone(), dates);
    book.add(format!("waivers/{name}"), "evaluate", input, json!({"findings": findings}), how);
}

fn event(kind: &str, more: Value) -> Vec<Value> {
    let base = json!({"requirement": "R-1", "window": "2024-06", "approved_by": "区民政局"});
    vec![me().on(kind, "ev-1", "2024-07-10", with(base, more))]
}

fn without_target(target: &str) -> Value {
    json!([finding("waiver_without_target", "warning", "", json!({"id": "ev-1", "target": target}), &["ev-1"])])
}

fn targets(book: &mut Book) {
    let mut t = |name: &str, more: Vec<Value>, findings: Value, how: &str| spring(book, name, more, findings, how);
    t("target-cell", event("waiver", json!({})), json!([]), "June is a cell of R-1");
    t("target-whole", event("waiver", json!({"window": null})), json!([]), "R-1 as a whole may be waived");
    t(
        "target-no-requirement",
        event("waiver", json!({"requirement": "R-9"})),
        without_target("R-9"),
        "there is no requirement R-9",
    );
    t(
        "target-no-cell",
        event("waiver", json!({"window": "2024-07"})),
        without_target("R-1 2024-07"),
        "G8: July is no required month of a service from April to June, so the waiver does nothing and says so",
    );
    t(
        "target-window-misspelt",
        event("waiver", json!({"window": "2024-6"})),
        without_target("R-1 2024-6"),
        "the period is written 2024-06",
    );
    t(
        "target-no-member",
        event("waiver", json!({"member": "o-1"})),
        without_target("R-1 o-1 2024-06"),
        "R-1 has no members, so o-1 has no cell",
    );
    t(
        "target-no-record",
        event("waiver", json!({"requirement": null, "window": null, "record": "v-9", "condition": "local"})),
        without_target("v-9"),
        "there is no record v-9",
    );
    t("make-up-target-cell", event("make_up", json!({"records": ["v-2"]})), json!([]), "v-2 and June are there");
    t(
        "make-up-no-cell",
        event("make_up", json!({"window": "2024-12", "records": ["v-2"]})),
        without_target("R-1 2024-12"),
        "December is no required month",
    );
    t(
        "make-up-no-requirement",
        event("make_up", json!({"requirement": "R-9", "records": ["v-2"]})),
        without_target("R-9"),
        "there is no requirement R-9",
    );
    t(
        "make-up-no-record",
        event("make_up", json!({"records": ["v-9"]})),
        without_target("v-9"),
        "there is no record v-9",
    );
    let refused = |record: &str| {
        json!([finding("make_up_refused", "warning", "", json!({"id": "ev-1", "record": record}), &["ev-1"])])
    };
    t(
        "make-up-outside-service",
        [event("make_up", json!({"records": ["v-3"]})), vec![bare("v-3", "2024-07-01", json!({}))]].concat(),
        refused("v-3"),
        "C40: v-3 is dated the day after the service ended, so the make-up is refused",
    );
    t(
        "make-up-last-day",
        [event("make_up", json!({"records": ["v-3"]})), vec![bare("v-3", "2024-06-30", json!({}))]].concat(),
        json!([]),
        "C40: the last day lies inside the service",
    );
}

/// A waiver of one member's cell in a grid of sites and years, of a part inside it too.
fn members(book: &mut Book) {
    let part = |id: &str, quantity: Value| json!({"id": id, "measure": {"count": {"of": "observation", "by": "subject", "where": quantity}}, "target": {"at_least": 1}});
    let requirement = json!({"id": "R-1", "labels": labels(), "each": {"of": "site"}, "window": {"each": "year"},
        "all_of": [part("A", json!({"gross": {"exists": true}})), part("B", json!({"net": {"exists": true}}))]});
    let mut m = |name: &str, more: Value, findings: Value, how: &str| {
        let entries =
            [event("waiver", with(json!({"window": "2024"}), more)), vec![register("site", "x-1", json!({}))]];
        let input = plain(inline("t/x", json!([requirement])), entries.concat(), AFTER, &["findings"]);
        book.add(format!("waivers/{name}"), "evaluate", input, json!({"findings": findings}), how);
    };
    m("target-member", json!({"member": "x-1"}), json!([]), "1 July 2024 lies in the service: x-1 owes 2024");
    m(
        "target-other-member",
        json!({"member": "x-2"}),
        without_target("R-1 x-2 2024"),
        "x-2 is in no register and owes nothing",
    );
    m("target-part", json!({"requirement": "B", "member": "x-1"}), json!([]), "part B is judged in the cells of R-1");
    m(
        "target-part-other-year",
        json!({"requirement": "B", "member": "x-1", "window": "2025"}),
        without_target("B x-1 2025"),
        "1 July 2025 is after the end, so 2025 is not owed",
    );
}

fn checks(book: &mut Book) {
    let check = |otherwise: &str| json!([{"id": "K", "labels": {"zh-CN": "两种", "en": "two kinds"}, "requirement": {"measure": {"count": {"of": "visit", "distinct": "mode"}}, "target": {"at_least": 2}}, "else": otherwise}]);
    let mut c = |name: &str, otherwise: &str, modes: &[&str], expected: Value, how: &str| {
        let requirement = json!({"id": "R-1", "labels": labels(), "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}, "checks": check(otherwise)});
        let visits = modes.iter().map(|mode| bare(&format!("v-{mode}"), "2024-05-06", json!({"mode": mode})));
        let mut input = plain(
            inline("t/x", json!([requirement])),
            visits.collect(),
            AFTER,
            &["outcome", "marks", "checks.finding", "checks.lo", "checks.target.value"],
        );
        input["requirement"] = json!("R-1");
        book.add(format!("checks/{name}"), "evaluate", input, expected, how);
    };
    let failed = || {
        let params = json!({"requirement": "R-1", "what": "两种", "what_en": "two kinds"});
        let finding =
            json!({"code": "check_failed", "severity": "warning", "path": "", "params": params, "clause": "1"});
        json!([{"finding": finding, "lo": "1", "target": {"value": "2"}}])
    };
    c("holds", "warn", &["home", "phone"], json!({"outcome": "met"}), "2 visits ≥ 1, and 2 modes ≥ 2");
    c(
        "warns",
        "warn",
        &["home"],
        json!({"outcome": "met", "marks": ["warning"], "checks": failed()}),
        "E6: 1 mode < 2 adds a warning and changes nothing else",
    );
    c(
        "makes-unknown",
        "unknown",
        &["home"],
        json!({"outcome": "unknown", "checks": failed()}),
        "E6: 1 mode < 2 makes the outcome unknown, though 1 visit ≥ 1",
    );
}
