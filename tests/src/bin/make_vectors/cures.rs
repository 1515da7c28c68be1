//! What cures an order to rectify, and what follows while nothing does (S-2, S-3, S-9, X-3): only
//! what is dated from the order's own day on answers it.

use crate::Book;
use crate::bands::{evaluation, life};
use crate::build::*;
use crate::closing::{close, complete, event};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    closing(book);
    orders(book);
    triggers(book);
    closure(book);
}

fn order(id: &str, date: &str) -> Value {
    event("rectification_order", id, date, json!({"issue": "i-1"}))
}

fn rectified(id: &str, date: &str) -> Value {
    event("rectified", id, date, json!({"issue": "i-1"}))
}

fn closing(book: &mut Book) {
    let select = &["decision", "blockers.params.item", "blockers.params.lo"][..];
    let blocked = |item: &str| json!({"decision": "blocked", "blockers": [{"params": {"item": item, "lo": "1"}}]});
    let mut c = |name: &str, entries: Vec<Value>, expected: Value, how: &str| {
        close(book, name, json!({}), [complete(), entries].concat(), select, expected, how);
    };
    c(
        "X-3-rectified-before",
        vec![rectified("re-1", "2024-09-01"), order("ro-1", "2024-10-11")],
        blocked("X-3-rectified"),
        "C11: every visible order not cured blocks; what was put right on 09-01 does not answer the order of 10-11",
    );
    c(
        "X-3-ordered-again",
        vec![order("ro-1", "2024-08-01"), rectified("re-1", "2024-08-29"), order("ro-2", "2024-10-11")],
        blocked("X-3-rectified"),
        "C11: ro-1 is cured on 08-29, ro-2 on the same issue comes after it and is not: 1 > 0",
    );
    c(
        "X-3-rectified-same-day",
        vec![order("ro-1", "2024-10-11"), rectified("re-1", "2024-10-11")],
        json!({"decision": "closable", "blockers": []}),
        "C11: put right on the day of the order itself",
    );
    c(
        "X-3-ordered-after-evaluation",
        vec![event("rectification_order", "ro-1", "2025-03-28", json!({"issue": "i-9", "stage": "final"}))],
        blocked("X-3-reevaluated"),
        "C27: the passing re-evaluation alone cures it; the final evaluation of complete() lies before the order",
    );
    c(
        "X-3-re-evaluated",
        vec![
            event("rectification_order", "ro-1", "2025-03-28", json!({"issue": "i-9", "stage": "final"})),
            evaluation("e-9", "2025-03-30", "final", json!({"score": 90})),
        ],
        json!({"decision": "closable", "blockers": []}),
        "C27: 90 > 70 on 03-30, after the order",
    );
}

fn orders(book: &mut Book) {
    let select = &["rectifying", "orders.id", "orders.reminders", "orders.cured_by"][..];
    let remind = |id: &str, date: &str| event("reminder", id, date, json!({"issue": "i-1"}));
    life(
        book,
        "orders-each-with-its-cure",
        json!({}),
        vec![
            order("ro-1", "2024-06-01"),
            remind("rm-1", "2024-06-10"),
            rectified("re-1", "2024-06-20"),
            order("ro-2", "2024-07-01"),
            remind("rm-2", "2024-07-10"),
        ],
        MIDDLE,
        select,
        json!({"rectifying": true, "orders": [{"id": "ro-1", "reminders": 2, "cured_by": "re-1"}, {"id": "ro-2", "reminders": 1}]}),
        "S-2, S-3: re-1 of 06-20 answers ro-1 of 06-01 and not ro-2 of 07-01; of the reminders only rm-2 follows ro-2",
    );
    life(
        book,
        "order-cured-by-the-first",
        json!({}),
        vec![
            rectified("re-0", "2024-05-20"),
            order("ro-1", "2024-06-01"),
            rectified("re-2", "2024-08-01"),
            rectified("re-1", "2024-07-01"),
        ],
        MIDDLE,
        select,
        json!({"rectifying": false, "orders": [{"id": "ro-1", "reminders": 0, "cured_by": "re-1"}]}),
        "S-2: the first dated from 06-01 on is re-1 of 07-01",
    );
    life(
        book,
        "order-after-the-passing-evaluation",
        json!({}),
        vec![
            evaluation("e-1", "2025-03-15", "final", json!({"score": 90})),
            event("rectification_order", "ro-1", "2025-03-20", json!({"issue": "i-1", "stage": "final"})),
        ],
        AFTER,
        &["rectifying", "orders.id", "orders.cured_by"],
        json!({"rectifying": true, "orders": [{"id": "ro-1"}]}),
        "C27: e-1 of 03-15 was no re-evaluation after the order of 03-20",
    );
}

fn triggers(book: &mut Book) {
    let select = &["triggers.id", "triggers.arisen"][..];
    let remind = |id: &str, date: &str| event("reminder", id, date, json!({"issue": "i-1"}));
    let check = |id: &str, date: &str| event("spot_check", id, date, json!({"consistent": false, "issue": "i-1"}));
    let answer = |s2: bool, s3: bool| json!({"triggers": [{"id": "S-2", "arisen": s2}, {"id": "S-3", "arisen": s3}]});
    let mut t = |name: &str, readings: Value, entries: Vec<Value>, s2: bool, s3: bool, how: &str| {
        life(book, name, json!({"readings": readings}), entries, MIDDLE, select, answer(s2, s3), how);
    };
    let again = || {
        vec![
            order("ro-1", "2024-06-01"),
            rectified("re-1", "2024-06-20"),
            order("ro-2", "2024-07-01"),
            remind("rm-1", "2024-07-10"),
            remind("rm-2", "2024-07-20"),
        ]
    };
    t(
        "S-3-ordered-again",
        json!({}),
        again(),
        false,
        true,
        "S-3: ro-2 is reminder 1, with rm-1 and rm-2 3 ≥ 3, and re-1 came before it",
    );
    t(
        "S-3-reminders-of-another-order",
        json!({}),
        vec![
            order("ro-1", "2024-06-01"),
            remind("rm-1", "2024-06-05"),
            remind("rm-2", "2024-06-10"),
            rectified("re-1", "2024-06-20"),
            order("ro-2", "2024-07-01"),
        ],
        false,
        false,
        "S-3: ro-1 is cured, and nobody was reminded of ro-2 since 07-01: 1 < 3",
    );
    t(
        "S-2-inconsistent-again",
        json!({}),
        vec![
            check("sp-1", "2024-05-01"),
            event("rectification_order", "ro-1", "2024-05-09", json!({"issue": "i-1"})),
            rectified("re-1", "2024-06-01"),
            check("sp-2", "2024-07-01"),
        ],
        true,
        false,
        "S-2: the order of 05-09 answers sp-1; none answers sp-2 of 07-01, so the right arises again",
    );
    t(
        "S-2-answered",
        json!({}),
        vec![check("sp-1", "2024-05-01"), event("rectification_order", "ro-1", "2024-05-09", json!({"issue": "i-1"}))],
        false,
        false,
        "S-2: ordered on 05-09, after the check",
    );
    let of_stage = |stage: &str, answer: Value| {
        let order = event("rectification_order", "ro-1", "2024-06-01", json!({"issue": "i-1", "stage": stage}));
        vec![order, remind("rm-1", "2024-06-10"), remind("rm-2", "2024-06-20"), answer]
    };
    let done = || rectified("re-1", "2024-07-01");
    t(
        "S-3-rectified-is-no-re-evaluation",
        json!({}),
        of_stage("final", done()),
        false,
        true,
        "S-3, C27: only a passing re-evaluation cures the order of a failed final evaluation, so re-1 leaves it open: 3 ≥ 3",
    );
    t(
        "S-3-cumulative-rectified-is-no-re-evaluation",
        json!({"R-reminders-scope": "cumulative"}),
        of_stage("final", done()),
        false,
        true,
        "the same counted over all issues: 1 order + 2 reminders = 3, and the order is open",
    );
    t(
        "S-3-re-evaluated",
        json!({}),
        of_stage("final", evaluation("e-9", "2024-07-01", "final", json!({"score": 90}))),
        false,
        false,
        "C27: 90 > 70 after the order cures it",
    );
    t(
        "S-3-re-evaluated-badly",
        json!({}),
        of_stage("third_party", evaluation("e-9", "2024-07-01", "third_party", json!({"verdict": "unqualified"}))),
        false,
        true,
        "C27: the re-evaluation fails again, so the order stays open: 3 ≥ 3",
    );
    t(
        "S-3-midterm-rectified",
        json!({}),
        of_stage("midterm", done()),
        false,
        false,
        "S-7: the order of a mid-term evaluation is cured by rectifying",
    );
    let both = || json!({"R-reminders": "exclusive", "R-reminders-scope": "cumulative"});
    t(
        "S-3-exclusive-and-cumulative",
        both(),
        vec![order("ro-1", "2024-06-01"), remind("rm-1", "2024-07-10"), remind("rm-2", "2024-07-20")],
        false,
        false,
        "R-reminders exclusive and R-reminders-scope cumulative together: 1 order + 2 reminders = 3, not more than 3",
    );
    t(
        "S-3-exclusive-and-cumulative-exceeded",
        both(),
        vec![
            order("ro-1", "2024-06-01"),
            remind("rm-1", "2024-07-10"),
            remind("rm-2", "2024-07-20"),
            event("reminder", "rm-3", "2024-07-25", json!({"issue": "i-2"})),
        ],
        false,
        true,
        "R-reminders exclusive and R-reminders-scope cumulative together: 1 + 3 = 4 > 3, on whatever issue",
    );
}

/// The right to close follows the decision.
fn closure(book: &mut Book) {
    let mut c = |name: &str, entries: Vec<Value>, steps: Value, how: &str| {
        life(
            book,
            name,
            json!({}),
            entries,
            AFTER,
            &["next_steps.step", "next_steps.force"],
            json!({"next_steps": steps}),
            how,
        );
    };
    c(
        "closure-allowed",
        complete(),
        json!([{"step": "closure", "force": "right"}]),
        "X-3 可结项: everything is met, so closing is a right",
    );
    c(
        "closure-not-while-blocked",
        [complete(), vec![order("ro-1", "2024-10-11")]].concat(),
        json!([{"step": "rectify", "force": "duty"}, {"step": "remind", "force": "right"}]),
        "X-3: an order is not cured, the decision is blocked, so there is no right to close",
    );
}
