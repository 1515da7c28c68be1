//! The closing decision in a package of its own.

use crate::Book;
use crate::build::*;
use crate::made_up::{inline, plain, visits_requirement};
use serde_json::{Value, json};

/// A package of one indicator (a visit), one stage and completion as the only closing item.
pub(crate) fn fill(book: &mut Book) {
    let labels = json!({"zh-CN": "名", "en": "name"});
    let package = || {
        with(
            inline("t/closing", json!([visits_requirement(1)])),
            json!({
        "stages": [{"id": "midterm", "clause": "4", "labels": labels, "bands": [{"id": "B-1", "clause": "4", "at_most": 80, "then": ["rectification_order"], "force": "duty"}]},
            {"id": "final", "clause": "4", "labels": labels, "bands": [{"id": "B-2", "clause": "4", "at_most": 70, "then": ["rectification_order"], "force": "duty", "cured_by": "evaluation"}]}],
        "closing": [{"id": "K-1", "clause": "5", "labels": labels, "completion": "100%"}]}),
        )
    };
    let me = Of("t/closing".into());
    let visit = || me.visit("v-1", "2024-05-06", "home", "here", vec![json!({"person": "p-1"})]);
    let score = |id: &str, date: &str, stage: &str, score: i64| me.evaluation(id, date, stage, json!({"score": score}));
    let mut d = |name: &str, entries: Vec<Value>, select: &[&str], expected: Value, how: &str| {
        let entries =
            [entries, vec![register("person", "p-1", json!({})), register("staff", "s-1", json!({}))]].concat();
        book.add(format!("closing/plain-{name}"), "closing", plain(package(), entries, AFTER, select), expected, how);
    };
    let codes = &["decision", "blockers.code"][..];
    d(
        "closable",
        vec![visit(), score("e-2", "2025-03-18", "final", 85)],
        codes,
        json!({"decision": "closable", "blockers": []}),
        "1 ≥ 1 visit, nothing else is asked for",
    );
    d(
        "indicator",
        vec![],
        &["decision", "blockers.code", "blockers.params.requirement"],
        json!({"decision": "blocked", "blockers": [{"code": "indicator_not_met", "params": {"requirement": "R-1"}}]}),
        "0 < 1 visit after the end, R-1 blocks",
    );
    d(
        "duty-open",
        vec![visit(), score("e-1", "2024-09-15", "midterm", 75)],
        codes,
        json!({"decision": "blocked", "blockers": [{"code": "duty_open"}]}),
        "C37: a duty whose order was never written blocks",
    );
    d(
        "order-written",
        vec![
            visit(),
            score("e-1", "2024-09-15", "midterm", 75),
            me.on("rectification_order", "ro-1", "2024-09-20", json!({"issue": "i-1", "stage": "midterm"})),
        ],
        codes,
        json!({"decision": "closable", "blockers": []}),
        "the duty was carried out; C11 is the district's item X-3 (R-rectification-scope may change it), which this package does not have",
    );
    d(
        "order-cured",
        vec![
            visit(),
            score("e-1", "2024-09-15", "midterm", 75),
            me.on("rectification_order", "ro-1", "2024-09-20", json!({"issue": "i-1", "stage": "midterm"})),
            me.on("rectified", "re-1", "2024-10-20", json!({"issue": "i-1"})),
        ],
        codes,
        json!({"decision": "closable", "blockers": []}),
        "C11: the order was cured",
    );
    d(
        "final-failing",
        vec![visit(), score("e-2", "2025-03-18", "final", 60)],
        &["decision"],
        json!({"decision": "blocked"}),
        "C11: a final score in the failing band blocks even without an order",
    );
    d(
        "final-passed-later",
        vec![visit(), score("e-2", "2025-03-18", "final", 60), score("e-3", "2025-03-28", "final", 71)],
        &["decision"],
        json!({"decision": "closable"}),
        "bands cured by evaluation: the latest always decides, 71 > 70",
    );
    duty_out_of_an_event(book);
}

/// The same package with a trigger: a spot check off target makes an order a duty.
fn duty_out_of_an_event(book: &mut Book) {
    let labels = json!({"zh-CN": "名", "en": "name"});
    let package = || {
        with(
            inline("t/duty", json!([visits_requirement(1)])),
            json!({
                "triggers": [{"id": "T-1", "clause": "4", "labels": labels, "then": ["rectification_order"], "force": "duty",
                    "when": {"measure": {"count": {"of": "spot_check", "where": {"consistent": {"is": false}}}}, "target": {"at_least": 1}}}],
                "closing": [{"id": "K-1", "clause": "5", "labels": labels, "completion": "100%"}]}),
        )
    };
    let me = Of("t/duty".into());
    let base = || {
        vec![
            me.visit("v-1", "2024-05-06", "home", "here", vec![json!({"person": "p-1"})]),
            me.on("spot_check", "sc-1", "2024-07-01", json!({"consistent": false, "issue": "i-1"})),
            register("person", "p-1", json!({})),
            register("staff", "s-1", json!({})),
        ]
    };
    let order = |date: &str| me.on("rectification_order", "ro-1", date, json!({"issue": "i-1"}));
    let select = &["decision", "blockers.code", "blockers.params"][..];
    let blocked = json!({"decision": "blocked", "blockers": [{"code": "duty_open", "params": {"band": "T-1", "what": "rectification_order"}}]});
    let mut d = |name: &str, more: Vec<Value>, expected: Value, how: &str| {
        let entries = [base(), more].concat();
        book.add(
            format!("closing/trigger-duty-{name}"),
            "closing",
            plain(package(), entries, AFTER, select),
            expected,
            how,
        );
    };
    d("open", vec![], blocked.clone(), "section 6: the duty arose on 2024-07-01 and no order followed");
    d(
        "order-before",
        vec![order("2024-06-30")],
        blocked,
        "an order dated a day before the duty arose does not carry it out",
    );
    d(
        "carried-out",
        vec![order("2024-07-01")],
        json!({"decision": "closable", "blockers": []}),
        "the order of the same day carries the duty out; 1 ≥ 1 visit; the package asks for nothing else",
    );
}
