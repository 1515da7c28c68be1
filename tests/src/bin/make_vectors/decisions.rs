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
}
