//! The closing decision: X-1 … X-3 of the district and the order of decisions.

use crate::Book;
use crate::build::*;
use serde_json::{Value, json};

pub(crate) fn close(
    book: &mut Book,
    name: &str,
    readings: Value,
    entries: Vec<Value>,
    select: &[&str],
    expected: Value,
    how: &str,
) {
    let input = json!({"package": package_id(2), "contract": with(contract(&package_id(2)), json!({"readings": readings})), "entries": entries, "as_of": AFTER, "select": select});
    book.add(format!("closing/{name}"), "closing", input, expected, how);
}

pub(crate) fn event(kind: &str, id: &str, date: &str, more: Value) -> Value {
    of(2).on(kind, id, date, more)
}

fn survey(more: Value) -> Value {
    event("satisfaction_survey", "ss-1", "2025-03-10", with(json!({"scope": "service_users"}), more))
}

fn acceptance(passed: bool) -> Value {
    event("acceptance", "ac-1", "2025-03-25", json!({"passed": passed}))
}

fn evaluations() -> Vec<Value> {
    vec![
        of(2).evaluation("e-1", "2024-09-15", "midterm", json!({"score": 85})),
        of(2).evaluation("e-2", "2025-03-18", "final", json!({"score": 85})),
        of(2).evaluation("e-3", "2025-03-19", "third_party", json!({"verdict": "qualified"})),
    ]
}

/// A ledger of package 2 that meets everything.
pub(crate) fn complete() -> Vec<Value> {
    let me = of(2);
    let child = json!({"birth_date": "2014-01-01", "residences": [{"place": "dongjinhua"}], "categories": [{"category": "left_behind"}]});
    let mut entries = all([
        vec![staff("s-1", json!([me.posting("dongjinhua", "2024-03-15", None)])), register("person", "p-1", json!({}))],
        persons(100, &child),
        outlets(),
        vec![
            me.document("doc-1", "2024-04-10", "needs_list", json!({})),
            me.document("doc-2", "2024-04-20", "project_design", json!({})),
            me.attestation("supply_demand_matching", json!({"items": ["书包"]})),
            me.visit("v-1", "2024-05-06", "home", "dongjinhua", people(1, 100)),
            me.document("doc-3", "2024-12-01", "case_study", json!({"case": "c-1"})),
        ],
        me.activities(
            "community_activity",
            6,
            json!({"headcount": 50, "counted_by": "counter", "attachments": [attachment("photo", "1")]}),
        ),
        me.activities("social_work_publicity", 1, json!({"headcount": 50})),
        me.publications("media", "d-1", 6),
        vec![survey(json!({"valid": 100, "satisfied": 90})), acceptance(true)],
        evaluations(),
    ]);
    for i in 1..=6 {
        entries.extend(me.case(&format!("c-{i}"), &format!("p-{i:03}"), &days("2024-05-06", 5)));
    }
    for i in 1..=5 {
        entries.extend(me.group(&format!("g-{i}"), &days("2024-05-06", 5)));
    }
    entries
}

/// The complete ledger with one entry changed or left out.
pub(crate) fn changed(id: &str, more: Option<Value>) -> Vec<Value> {
    complete()
        .into_iter()
        .filter_map(|e| if e["id"] == id { more.clone().map(|more| with(e, more)) } else { Some(e) })
        .collect()
}

pub(crate) fn fill(book: &mut Book) {
    let short = &["decision", "completion"][..];
    close(
        book,
        "X-1-met",
        json!({}),
        complete(),
        &["decision", "completion", "blockers.code", "missing.code"],
        json!({"decision": "closable", "completion": {"met": 7, "of": 7}, "blockers": [], "missing": []}),
        "5 完成率100%、满意度90%、通过验收: all 7 indicators met, 90/100, accepted, nothing to rectify",
    );
    close(
        book,
        "X-1-five-reports",
        json!({}),
        changed("pub-media-d-1-05", None),
        short,
        json!({"decision": "blocked", "completion": {"met": 6, "of": 7}}),
        "5 完成率达100%: P2-I7b has 5 < 6 reports, 6 of 7 indicators",
    );
    close(
        book,
        "X-1-undecided",
        json!({}),
        changed("p-100", Some(json!({"birth_date": null}))),
        short,
        json!({"decision": "undecided", "completion": {"met": 6, "of": 7}}),
        "G9, C13: one birth date missing, P2-I3 is 99 … 100 = unknown, nothing blocks",
    );
    close(
        book,
        "X-2-89.6",
        json!({}),
        changed("ss-1", Some(json!({"valid": 250, "satisfied": 224}))),
        short,
        json!({"decision": "blocked", "completion": {"met": 7, "of": 7}}),
        "G13: 224 ÷ 250 = 89.6 % < 90 %, no rounding",
    );
    close(
        book,
        "X-3-not-accepted",
        json!({}),
        changed("ac-1", Some(json!({"passed": false}))),
        short,
        json!({"decision": "blocked", "completion": {"met": 7, "of": 7}}),
        "5 通过…验收可结项: the acceptance was refused",
    );
    close(
        book,
        "terminated",
        json!({}),
        [complete(), vec![event("termination", "tm-1", "2025-03-26", json!({}))]].concat(),
        &["decision"],
        json!({"decision": "terminated"}),
        "C13: terminated comes first",
    );
    close(
        book,
        "closed",
        json!({}),
        [complete(), vec![event("closure", "cl-1", "2025-03-30", json!({}))]].concat(),
        &["decision"],
        json!({"decision": "closed"}),
        "C13: closed > closable",
    );
    close(
        book,
        "midterm-order-open",
        json!({}),
        [complete(), vec![event("rectification_order", "ro-1", "2024-06-01", json!({"issue": "i-1"}))]].concat(),
        &["decision"],
        json!({"decision": "blocked"}),
        "C11: every visible order not cured blocks",
    );
    satisfaction(book);
    acceptances(book);
}

/// X-1 is the completion, not a requirement with an answer of its own, so it is no item.
fn items(x2: &str, x3: &str) -> Value {
    json!({"items": [{"id": "X-2", "outcome": x2}, {"id": "X-3", "outcome": x3}]})
}

fn satisfaction(book: &mut Book) {
    let select = &["items.id", "items.outcome"][..];
    let mut s = |name: &str, entries: Vec<Value>, outcome: &str, how: &str| {
        close(book, name, json!({}), entries, select, items(outcome, "not_met"), how)
    };
    s(
        "X-2-exactly-90",
        vec![survey(json!({"valid": 250, "satisfied": 225}))],
        "met",
        "5 满意度达到90%: 10 × 225 = 2250 ≥ 9 × 250 = 2250",
    );
    s(
        "X-2-one-fewer",
        vec![survey(json!({"valid": 250, "satisfied": 224}))],
        "not_met",
        "G13: 2240 < 2250, 89.6 % is not 90 %",
    );
    s(
        "X-2-answers",
        vec![survey(
            json!({"answers": [{"answer": "very_satisfied", "count": 50}, {"answer": "satisfied", "count": 40}, {"answer": "neutral", "count": 10}]}),
        )],
        "met",
        "X-2 settled: satisfied + very satisfied, (50 + 40) ÷ 100",
    );
    s(
        "X-2-answers-short",
        vec![survey(
            json!({"answers": [{"answer": "very_satisfied", "count": 50}, {"answer": "satisfied", "count": 39}, {"answer": "neutral", "count": 11}]}),
        )],
        "not_met",
        "(50 + 39) ÷ 100 = 89 % < 90 %",
    );
    s(
        "X-2-pooled",
        vec![
            survey(json!({"valid": 50, "satisfied": 43})),
            event(
                "satisfaction_survey",
                "ss-2",
                "2025-03-12",
                json!({"scope": "service_users", "answers": [{"answer": "satisfied", "count": 47}, {"answer": "dissatisfied", "count": 3}]}),
            ),
        ],
        "met",
        "X-2 settled: pooled, (43 + 47) ÷ (50 + 50) = 90 %",
    );
    s("X-2-none", vec![], "unknown", "X-2 settled: n = 0 is unknown");
    s(
        "X-2-partners-only",
        vec![survey(json!({"scope": "partners", "valid": 50, "satisfied": 50}))],
        "unknown",
        "X-2 settled: service users; a survey of partners leaves n = 0",
    );
    s(
        "X-2-defective",
        vec![survey(json!({"valid": 50}))],
        "unknown",
        "record-survey: without `satisfied` or answers the survey has a defect and does not count, n = 0",
    );
    s(
        "X-2-after-the-end",
        vec![with(
            survey(json!({"valid": 50, "satisfied": 50})),
            json!({"date": "2025-03-28", "recorded_at": "2025-03-28"}),
        )],
        "met",
        "until closing: a survey after the service's end counts",
    );
    let marks = &["items.id", "items.outcome", "items.marks"][..];
    let twenty_nine =
        json!({"items": [{"id": "X-2", "outcome": "met", "marks": ["warning"]}, {"id": "X-3", "outcome": "not_met"}]});
    close(
        book,
        "X-2-sample-29",
        json!({}),
        vec![survey(json!({"valid": 29, "satisfied": 27}))],
        marks,
        twenty_nine,
        "X-2 settled: 27 ÷ 29 ≥ 90 % (270 ≥ 261) is met; 29 < 30 answers is a warning",
    );
    close(
        book,
        "X-2-sample-30",
        json!({}),
        vec![survey(json!({"valid": 30, "satisfied": 27}))],
        marks,
        items("met", "not_met"),
        "27 ÷ 30 = 90 % and 30 ≥ 30 answers, no warning",
    );
    close(
        book,
        "X-2-answers-need-no-reason",
        json!({}),
        vec![survey(json!({"answers": [{"answer": "satisfied", "count": 45}, {"answer": "neutral", "count": 5}]}))],
        &["items.id", "items.outcome", "items.not_counted"],
        items("met", "not_met"),
        "45 ÷ 50 = 90 %: a survey that counts by its answers lacks no `satisfied`, and nothing is to be corrected",
    );
    close(
        book,
        "X-2-all-respondents",
        json!({"R-satisfaction-scope": "all_respondents"}),
        vec![survey(json!({"scope": "partners", "valid": 50, "satisfied": 50}))],
        select,
        items("met", "not_met"),
        "R-satisfaction-scope all_respondents: partners count, 50 ÷ 50",
    );
}

fn acceptances(book: &mut Book) {
    let select = &["items.id", "items.outcome"][..];
    let last = || of(2).evaluation("e-2", "2025-03-18", "final", json!({"score": 85}));
    let mut x = |name: &str, readings: Value, entries: Vec<Value>, outcome: &str, how: &str| {
        close(book, name, readings, entries, select, items("unknown", outcome), how)
    };
    x("X-3-met", json!({}), vec![acceptance(true), last()], "met", "5: accepted, final evaluation held, no order");
    x("X-3-refused", json!({}), vec![acceptance(false), last()], "not_met", "5: the acceptance was refused");
    let later = event("acceptance", "ac-2", "2025-03-29", json!({"passed": true}));
    x(
        "X-3-accepted-later",
        json!({}),
        vec![acceptance(false), later.clone(), last()],
        "met",
        "C28: the latest acceptance decides, it passed",
    );
    x(
        "X-3-withdrawn-later",
        json!({}),
        vec![acceptance(true), with(later, json!({"passed": false})), last()],
        "not_met",
        "C28: the latest acceptance decides, it failed",
    );
    x("X-3-no-final", json!({}), vec![acceptance(true)], "not_met", "C37: a missing final evaluation blocks");
    let order =
        |id: &str, stage: Value| event("rectification_order", id, "2024-10-01", with(json!({"issue": "i-1"}), stage));
    x(
        "X-3-order-open",
        json!({}),
        vec![acceptance(true), last(), order("ro-1", json!({}))],
        "not_met",
        "C11: the order of the spot check is not rectified",
    );
    x(
        "X-3-order-rectified",
        json!({}),
        vec![
            acceptance(true),
            last(),
            order("ro-1", json!({})),
            event("rectified", "re-1", "2024-11-01", json!({"issue": "i-1"})),
        ],
        "met",
        "C11: rectified, 0 ≤ 0 open",
    );
    x(
        "X-3-midterm-order",
        json!({"R-rectification-scope": "without_midterm"}),
        vec![acceptance(true), last(), order("ro-1", json!({"stage": "midterm"}))],
        "met",
        "R-rectification-scope without_midterm: the mid-term order does not count",
    );
    x(
        "X-3-final-order",
        json!({}),
        vec![
            acceptance(true),
            of(2).evaluation("e-0", "2025-03-15", "final", json!({"score": 60})),
            order("ro-1", json!({"stage": "final"})),
            last(),
        ],
        "met",
        "C27: the latest final evaluation, 85 > 70, cures the order of the first",
    );
    x(
        "X-3-final-order-open",
        json!({}),
        vec![
            acceptance(true),
            of(2).evaluation("e-0", "2025-03-19", "final", json!({"score": 60})),
            order("ro-1", json!({"stage": "final"})),
            last(),
        ],
        "not_met",
        "C28: the latest final evaluation is e-0 of 03-19 with 60, the order stands",
    );
    x(
        "X-3-midterm-needed",
        json!({"R-missing-evaluation": "midterm_blocks"}),
        vec![acceptance(true), last()],
        "not_met",
        "R-missing-evaluation midterm_blocks: final alone is 1 < 2",
    );
}
