//! The later evaluations, triggers and states (S-2, S-3, S-9, S-10) through `lifecycle`.

use crate::Book;
use crate::bands::{evaluation, event, life, only};
use crate::build::*;
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    later_stages(book);
    triggers(book);
    states(book);
}

fn triggers(book: &mut Book) {
    let arisen = &["triggers.id", "triggers.arisen", "triggers.force", "triggers.then"][..];
    let answer = |s2: bool, s3: bool| json!({"triggers": [{"id": "S-2", "arisen": s2, "force": "right", "then": ["rectification_order"]}, {"id": "S-3", "arisen": s3, "force": "right", "then": ["termination"]}]});
    let check = |more: Value| vec![event("spot_check", "sp-1", "2024-06-01", more)];
    let mut t = |name: &str, readings: Value, entries: Vec<Value>, s2: bool, s3: bool, how: &str| {
        life(book, name, json!({"readings": readings}), entries, MIDDLE, arisen, answer(s2, s3), how)
    };
    t(
        "S-2-inconsistent",
        json!({}),
        check(json!({"consistent": false})),
        true,
        false,
        "4 抽查…不一致的，有权责令整改: the right arises, no duty",
    );
    t(
        "S-2-consistent",
        json!({}),
        check(json!({"consistent": true})),
        false,
        false,
        "4: consistent with the goals, nothing arises",
    );
    t(
        "S-2-not-stated",
        json!({}),
        check(json!({})),
        false,
        false,
        "G9: `consistent` absent is undetermined, the right has not certainly arisen",
    );
    let order = |id: &str, issue: &str| event("rectification_order", id, "2024-06-01", json!({"issue": issue}));
    let remind = |id: &str, issue: &str| event("reminder", id, "2024-07-01", json!({"issue": issue}));
    t(
        "S-3-three",
        json!({}),
        vec![order("ro-1", "i-1"), remind("rm-1", "i-1"), remind("rm-2", "i-1")],
        false,
        true,
        "C12: the order is reminder 1, with two more 3 ≥ 3: 有权终止",
    );
    t(
        "S-3-two",
        json!({}),
        vec![order("ro-1", "i-1"), remind("rm-1", "i-1")],
        false,
        false,
        "C12: order + 1 reminder = 2 < 3",
    );
    t(
        "S-3-two-issues",
        json!({}),
        vec![order("ro-1", "i-1"), order("ro-2", "i-2"), remind("rm-1", "i-1"), remind("rm-2", "i-2")],
        false,
        false,
        "R-reminders-scope same_issue: 2 on each issue",
    );
    t(
        "S-3-cumulative",
        json!({"R-reminders-scope": "cumulative"}),
        vec![order("ro-1", "i-1"), order("ro-2", "i-2"), remind("rm-1", "i-1"), remind("rm-2", "i-2")],
        false,
        true,
        "R-reminders-scope cumulative: 2 orders + 2 reminders = 4 ≥ 3, not rectified",
    );
    t(
        "S-3-more-than-three",
        json!({"R-reminders": "exclusive"}),
        vec![order("ro-1", "i-1"), remind("rm-1", "i-1"), remind("rm-2", "i-1")],
        false,
        false,
        "R-reminders exclusive: 2 reminders after the order are not more than 2",
    );
    t(
        "S-3-rectified",
        json!({}),
        vec![
            order("ro-1", "i-1"),
            remind("rm-1", "i-1"),
            remind("rm-2", "i-1"),
            event("rectified", "re-1", "2024-08-01", json!({"issue": "i-1"})),
        ],
        false,
        false,
        "4 整改不到位的: rectified, so the right does not stand",
    );
}

fn states(book: &mut Book) {
    let state = &["state", "rectifying"][..];
    let mut s = |name: &str, entries: Vec<Value>, as_of: &str, state_: &str, how: &str| {
        life(book, name, json!({}), entries, as_of, state, json!({"state": state_, "rectifying": false}), how)
    };
    s("state-not-started", vec![], "2024-03-14", "not_started", "the day before the service starts");
    s("state-first-day", vec![], "2024-03-15", "in_service", "the first day is in the service");
    s("state-last-day", vec![], "2025-03-14", "in_service", "the last day is in the service");
    s("state-ended", vec![], "2025-03-15", "ended", "the day after the last");
    s(
        "state-terminated",
        vec![event("termination", "tm-1", "2024-10-01", json!({}))],
        "2024-10-02",
        "terminated",
        "only the event changes the state",
    );
    s(
        "state-before-termination",
        vec![event("termination", "tm-1", "2024-10-01", json!({}))],
        "2024-09-30",
        "in_service",
        "as_of the day before the event",
    );
    s(
        "state-closed",
        vec![event("closure", "cl-1", "2025-03-28", json!({}))],
        AFTER,
        "closed",
        "C9: closed only by the closure event",
    );
    s(
        "state-both",
        vec![event("closure", "cl-1", "2025-03-28", json!({})), event("termination", "tm-1", "2024-10-01", json!({}))],
        AFTER,
        "terminated",
        "C13: terminated > closed",
    );
    s(
        "state-band-alone",
        vec![evaluation("e-1", "2024-09-15", "midterm", json!({"score": 60}))],
        "2024-09-30",
        "in_service",
        "C1: a score of 60 creates the duty to terminate, not the termination",
    );
    let span = &["state", "service"][..];
    let extension = |id: &str, date: &str, end: &str| event("extension", id, date, json!({"new_end": end}));
    let service =
        |end: &str, by: Value| with(json!({"start": "2024-03-15", "agreed_end": "2025-03-14", "end": end}), by);
    life(
        book,
        "extended",
        json!({}),
        vec![extension("ex-1", "2025-02-01", "2025-04-14")],
        AFTER,
        span,
        json!({"state": "in_service", "service": service("2025-04-14", json!({"extended_by": ["ex-1"]}))}),
        "S-7: the extension event moves the end",
    );
    life(
        book,
        "extension-not-yet-visible",
        json!({}),
        vec![with(extension("ex-1", "2025-03-20", "2025-04-14"), json!({"recorded_at": "2025-04-01"}))],
        AFTER,
        span,
        json!({"state": "ended", "service": service("2025-03-14", json!({}))}),
        "C35: recorded on 04-01, not yet visible on 03-31",
    );
    life(
        book,
        "two-extensions",
        json!({}),
        vec![extension("ex-1", "2025-02-01", "2025-05-14"), extension("ex-2", "2025-02-10", "2025-04-14")],
        AFTER,
        span,
        json!({"state": "in_service", "service": service("2025-05-14", json!({"extended_by": ["ex-1", "ex-2"]}))}),
        "algebra 2.4: the end is the latest new_end among the visible ones",
    );
    let order = event("rectification_order", "ro-1", "2024-06-01", json!({"issue": "i-1"}));
    life(
        book,
        "rectifying",
        json!({}),
        vec![order.clone()],
        MIDDLE,
        state,
        json!({"state": "in_service", "rectifying": true}),
        "an order stands uncured",
    );
    life(
        book,
        "rectified",
        json!({}),
        vec![order, event("rectified", "re-1", "2024-07-01", json!({"issue": "i-1"}))],
        MIDDLE,
        &["rectifying", "orders.id", "orders.cured_by"],
        json!({"rectifying": false, "orders": [{"id": "ro-1", "cured_by": "re-1"}]}),
        "the issue i-1 was rectified",
    );
}

fn later_stages(book: &mut Book) {
    let band = &["stages.id", "stages.band", "stages.duties.what"][..];
    let order = || json!({"duties": [{"what": "rectification_order"}]});
    let score = |score: Value| vec![evaluation("e-2", "2025-03-20", "final", json!({"score": score}))];
    life(
        book,
        "S-9-70",
        json!({}),
        score(json!(70)),
        AFTER,
        band,
        only(1, with(order(), json!({"band": "S-9"}))),
        "4 末期评估70分以下: 70 included, 责令整改",
    );
    life(
        book,
        "S-9-69.99",
        json!({}),
        score(json!(69.99)),
        AFTER,
        band,
        only(1, with(order(), json!({"band": "S-9"}))),
        "4: 69.99 ≤ 70",
    );
    life(
        book,
        "S-9-70.01",
        json!({}),
        score(json!(70.01)),
        AFTER,
        band,
        only(1, json!({})),
        "S-9 settled: 70 < score has no consequence",
    );
    life(
        book,
        "S-9-75",
        json!({}),
        score(json!(75)),
        AFTER,
        band,
        only(1, json!({})),
        "S-9 settled: 70 … 80 at the final evaluation has no consequence, unlike the mid-term",
    );
    let flag = &["stages.id", "stages.boundary.reading", "stages.boundary.option"][..];
    life(
        book,
        "S-9-boundary-70",
        json!({}),
        score(json!(70)),
        AFTER,
        flag,
        only(1, json!({"boundary": [{"reading": "R-70-final", "option": "exclusive"}]})),
        "S-9: exactly 70, boundary flag",
    );
    let verdict = |v: &str| vec![evaluation("e-3", "2025-03-20", "third_party", json!({"verdict": v}))];
    life(
        book,
        "S-10-unqualified",
        json!({}),
        verdict("unqualified"),
        AFTER,
        band,
        only(2, with(order(), json!({"band": "S-10"}))),
        "4 评估不合格者责令整改",
    );
    life(
        book,
        "S-10-qualified",
        json!({}),
        verdict("qualified"),
        AFTER,
        band,
        only(2, json!({})),
        "4: 合格 has no consequence",
    );
    let order =
        |id: &str, stage: &str| event("rectification_order", id, "2025-03-21", json!({"issue": "i-9", "stage": stage}));
    let orders = &["rectifying", "orders.id", "orders.cured_by"][..];
    let again = |date: &str, score: f64| evaluation("e-4", date, "final", json!({"score": score}));
    life(
        book,
        "S-9-cured-by-evaluation",
        json!({}),
        [score(json!(60)), vec![order("ro-1", "final"), again("2025-03-28", 70.5)]].concat(),
        AFTER,
        orders,
        json!({"rectifying": false, "orders": [{"id": "ro-1", "cured_by": "e-4"}]}),
        "C27: 整改至达标为止, the re-evaluation above 70 alone cures it",
    );
    life(
        book,
        "S-9-still-failing",
        json!({}),
        [score(json!(60)), vec![order("ro-1", "final"), again("2025-03-28", 70.0)]].concat(),
        AFTER,
        orders,
        json!({"rectifying": true, "orders": [{"id": "ro-1"}]}),
        "S-9: 70 is still in the failing band",
    );
    let rectified = || event("rectified", "re-1", "2025-03-25", json!({"issue": "i-9"}));
    life(
        book,
        "S-9-rectified-is-not-enough",
        json!({}),
        [score(json!(60)), vec![order("ro-1", "final"), rectified()]].concat(),
        AFTER,
        orders,
        json!({"rectifying": true, "orders": [{"id": "ro-1"}]}),
        "C27: an S-9 rectification is cured by the passing re-evaluation alone",
    );
    life(
        book,
        "S-10-cured",
        json!({}),
        [
            verdict("unqualified"),
            vec![
                order("ro-1", "third_party"),
                evaluation("e-5", "2025-03-28", "third_party", json!({"verdict": "qualified"})),
            ],
        ]
        .concat(),
        AFTER,
        orders,
        json!({"rectifying": false, "orders": [{"id": "ro-1", "cured_by": "e-5"}]}),
        "C27: cured by the qualified re-evaluation",
    );
}
