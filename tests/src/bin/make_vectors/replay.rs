//! One ledger asked on several days: every past day is as it was known then.

use crate::Book;
use crate::build::*;
use crate::closing::complete;
use crate::made_up::{made, me};
use crate::relations::bare;
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    visits(book);
    lifecycle(book);
    closing(book);
}

fn visits(book: &mut Book) {
    let entries = || {
        vec![
            bare("v-1", "2024-05-06", json!({"recorded_at": "2024-05-20"})),
            bare("v-2", "2024-06-03", json!({})),
            bare("v-3", "2024-06-04", json!({"recorded_at": "2024-07-01", "supersedes": "v-2"})),
            me().on("withdrawal", "w-1", "2024-08-01", json!({"voids": "v-1", "reason": "误录"})),
            bare("v-4", "2024-08-15", json!({})),
            bare("v-5", "2025-03-14", json!({"recorded_at": "2025-04-01"})),
        ]
    };
    let two = json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 2}});
    let mut day = |as_of: &str, outcome: &str, counted: &[&str], how: &str| {
        let n = counted.len().to_string();
        let counted = if counted.is_empty() { json!({}) } else { json!({"counted": counted}) };
        made(two.clone()).at(as_of).select(&["outcome", "lo", "hi", "counted"]).add(
            book,
            &format!("replay/visits-{as_of}"),
            entries(),
            with(range(outcome, &n, &n), counted),
            how,
        );
    };
    day("2024-05-19", "open", &[], "v-1 of 05-06 was entered on 05-20 only");
    day("2024-05-20", "open", &["v-1"], "v-1 is known since its day of entry");
    day("2024-06-03", "met", &["v-1", "v-2"], "v-2 on its day: 2 ≥ 2");
    day("2024-06-30", "met", &["v-1", "v-2"], "the correction v-3 was entered on 07-01 only");
    day("2024-07-01", "met", &["v-1", "v-3"], "v-3 stands instead of v-2");
    day("2024-07-31", "met", &["v-1", "v-3"], "w-1 takes v-1 back on 08-01 only");
    day("2024-08-01", "open", &["v-3"], "v-1 is taken back: 1 < 2, time remains");
    day("2024-08-15", "met", &["v-3", "v-4"], "v-4 fills the gap");
    day("2025-03-31", "met", &["v-3", "v-4"], "v-5 of the last day was entered on 04-01 only");
    day("2025-04-01", "met", &["v-3", "v-4", "v-5"], "entered late, dated inside the service: it counts");
}

fn lifecycle(book: &mut Book) {
    let event = |kind: &str, id: &str, date: &str, more: Value| of(2).on(kind, id, date, more);
    let entries = || {
        vec![
            of(2).evaluation("e-1", "2024-09-15", "midterm", json!({"score": 75})),
            event("rectification_order", "ro-1", "2024-09-20", json!({"issue": "i-1", "stage": "midterm"})),
            event("extension", "ex-1", "2024-09-25", json!({"new_end": "2025-04-14", "stage": "midterm"})),
            event("rectified", "re-1", "2024-10-10", json!({"issue": "i-1"})),
            event("termination", "tm-1", "2025-04-20", json!({"reason": "协商"})),
        ]
    };
    let select = &["state", "rectifying", "service.end"][..];
    let mut day = |as_of: &str, state: &str, rectifying: bool, end: &str, how: &str| {
        let input = json!({"package": package_id(2), "contract": contract(&package_id(2)), "entries": entries(), "as_of": as_of, "select": select});
        let expected = json!({"state": state, "rectifying": rectifying, "service": {"end": end}});
        book.add(format!("replay/lifecycle-{as_of}"), "lifecycle", input, expected, how);
    };
    let (agreed, extended) = ("2025-03-14", "2025-04-14");
    day("2024-03-14", "not_started", false, agreed, "the day before the service");
    day("2024-09-19", "in_service", false, agreed, "S-7 makes duties on 09-15, but nobody has acted (C1)");
    day("2024-09-20", "in_service", true, agreed, "the order was written");
    day("2024-09-25", "in_service", true, extended, "the extension moves the end; the order still stands");
    day("2024-10-09", "in_service", true, extended, "the day before the rectification");
    day("2024-10-10", "in_service", false, extended, "rectified");
    day("2025-03-15", "in_service", false, extended, "past the agreed end, inside the extension");
    day("2025-04-14", "in_service", false, extended, "the last day of the extension");
    day("2025-04-15", "ended", false, extended, "the day after");
    day("2025-04-20", "terminated", false, extended, "terminated by the event");
}

fn closing(book: &mut Book) {
    let mut day = |as_of: &str, decision: &str, blockers: &[&str], how: &str| {
        let input = json!({"package": package_id(2), "contract": contract(&package_id(2)), "entries": complete(), "as_of": as_of, "select": ["decision", "blockers.path"]});
        let blockers: Vec<Value> = blockers.iter().map(|path| json!({"path": path})).collect();
        let expected = json!({"decision": decision, "blockers": blockers});
        book.add(format!("replay/closing-{as_of}"), "closing", input, expected, how);
    };
    let (acceptance, evaluation) = ("X-3-acceptance", "X-3-evaluations");
    day(
        "2025-03-13",
        "blocked",
        &["P2-I1", acceptance, evaluation],
        "a day of the service is left: staffing is open; nothing was accepted, no final evaluation held",
    );
    day("2025-03-14", "blocked", &[acceptance, evaluation], "C23: the last day is over, staffing is met");
    day("2025-03-17", "blocked", &[acceptance, evaluation], "the final evaluation comes on 03-18");
    day("2025-03-18", "blocked", &[acceptance], "the final evaluation was held, 85 > 70");
    day("2025-03-24", "blocked", &[acceptance], "the acceptance comes on 03-25");
    day("2025-03-25", "closable", &[], "accepted: 可结项, though closing is an act of people");
}
