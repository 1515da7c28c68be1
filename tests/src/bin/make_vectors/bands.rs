//! The mid-term evaluation and its bands (S-5, S-7, S-8) through `lifecycle`.

use crate::Book;
use crate::build::*;
use serde_json::{Value, json};

#[expect(clippy::too_many_arguments, reason = "a row of the table")]
pub(crate) fn life(
    book: &mut Book,
    name: &str,
    contract_more: Value,
    entries: Vec<Value>,
    as_of: &str,
    select: &[&str],
    expected: Value,
    how: &str,
) {
    let input = json!({"package": package_id(2), "contract": with(contract(&package_id(2)), contract_more), "entries": entries, "as_of": as_of, "select": select});
    book.add(format!("lifecycle/{name}"), "lifecycle", input, expected, how);
}

pub(crate) fn evaluation(id: &str, date: &str, stage: &str, more: Value) -> Value {
    of(2).evaluation(id, date, stage, more)
}

pub(crate) fn event(kind: &str, id: &str, date: &str, more: Value) -> Value {
    of(2).on(kind, id, date, more)
}

pub(crate) fn fill(book: &mut Book) {
    midterm(book);
}

/// `stages` with something on the midterm only.
pub(crate) fn only(place: usize, more: Value) -> Value {
    let mut stages = vec![json!({"id": "midterm"}), json!({"id": "final"}), json!({"id": "third_party"})];
    stages[place] = with(stages[place].clone(), more);
    json!({"stages": stages})
}

fn midterm(book: &mut Book) {
    let band = &["stages.id", "stages.band", "stages.duties.what"][..];
    let s7 = || json!({"band": "S-7", "duties": [{"what": "rectification_order"}, {"what": "extension"}]});
    let s8 = || json!({"band": "S-8", "duties": [{"what": "termination"}]});
    let mut score = |name: &str, score: Value, expected: Value, how: &str| {
        let entries = vec![evaluation("e-1", "2024-09-15", "midterm", json!({"score": score}))];
        life(book, name, json!({}), entries, "2024-09-30", band, only(0, expected), how);
    };
    score("S-7-80", json!(80), s7(), "4 中期评估80分以下: 以下 includes 80 (G2), order and one month more");
    score("S-7-79.9", json!(79.9), s7(), "4: 79.9 ≤ 80 and > 70");
    score("S-7-80.1", json!(80.1), json!({}), "4: 80.1 > 80, no band");
    score("S-7-70.01", json!(70.01), s7(), "4: 70.01 > 70, so not S-8; ≤ 80");
    score("S-8-70", json!(70), s8(), "4 70分以下…终止合同: 70 included; the most severe only, S-7 does not apply too");
    score("S-8-69.99", json!(69.99), s8(), "4: 69.99 ≤ 70");
    let flag = &["stages.id", "stages.boundary.reading", "stages.boundary.option"][..];
    let at = |score: Value| vec![evaluation("e-1", "2024-09-15", "midterm", json!({"score": score}))];
    life(
        book,
        "S-7-boundary-80",
        json!({}),
        at(json!(80)),
        "2024-09-30",
        flag,
        only(0, json!({"boundary": [{"reading": "R-80-midterm", "option": "exclusive"}]})),
        "S-7 settled: a score of exactly 80 emits the boundary flag",
    );
    life(
        book,
        "S-8-boundary-70",
        json!({}),
        at(json!(70)),
        "2024-09-30",
        flag,
        only(0, json!({"boundary": [{"reading": "R-70-midterm", "option": "exclusive"}]})),
        "S-8 settled: boundary flag at 70",
    );
    life(
        book,
        "S-7-no-boundary",
        json!({}),
        at(json!(75)),
        "2024-09-30",
        flag,
        only(0, json!({})),
        "75 lies in S-7 under every reading",
    );
    life(
        book,
        "S-7-exclusive",
        json!({"readings": {"R-80-midterm": "exclusive"}}),
        at(json!(80)),
        "2024-09-30",
        band,
        only(0, json!({})),
        "R-80-midterm exclusive: 80 is not less than 80",
    );
    life(
        book,
        "S-8-exclusive",
        json!({"readings": {"R-70-midterm": "exclusive"}}),
        at(json!(70)),
        "2024-09-30",
        band,
        only(0, s7()),
        "R-70-midterm exclusive: 70 is not less than 70, and ≤ 80 it falls into S-7",
    );
    let projected = &["stages.id", "stages.duties.what", "stages.duties.projected_end"][..];
    life(
        book,
        "S-7-projected-end",
        json!({}),
        at(json!(75)),
        "2024-09-30",
        projected,
        only(
            0,
            json!({"duties": [{"what": "rectification_order"}, {"what": "extension", "projected_end": "2025-04-14"}]}),
        ),
        "S-7: 延长一个月, the corresponding day: 2025-03-14 + 1 month = 2025-04-14",
    );
    let done = || vec![event("rectification_order", "ro-1", "2024-09-20", json!({"issue": "i-1", "stage": "midterm"}))];
    let by = &["stages.id", "stages.evaluation", "stages.band", "stages.duties.what", "stages.duties.done_by"][..];
    life(
        book,
        "S-7-order-done",
        json!({}),
        [at(json!(75)), done()].concat(),
        "2024-09-30",
        by,
        only(
            0,
            json!({"evaluation": "e-1", "band": "S-7", "duties": [{"what": "rectification_order", "done_by": "ro-1"}, {"what": "extension"}]}),
        ),
        "C1: people act; the order event carries out the first duty, the extension is still open",
    );
    let again = || evaluation("e-2", "2024-10-20", "midterm", json!({"score": 90}));
    let which = &["stages.id", "stages.evaluation", "stages.band"][..];
    life(
        book,
        "S-7-latest-decides",
        json!({}),
        [at(json!(75)), vec![again()]].concat(),
        "2024-10-31",
        which,
        only(0, json!({"evaluation": "e-2"})),
        "C28: nothing of e-1 was carried out, the latest decides, 90 is in no band",
    );
    life(
        book,
        "S-7-duty-carried-out",
        json!({}),
        all([at(json!(75)), done(), vec![again()]]),
        "2024-10-31",
        which,
        only(0, json!({"evaluation": "e-1", "band": "S-7"})),
        "C28: a duty of e-1 has been carried out (ro-1), so e-1 keeps deciding",
    );
    life(
        book,
        "S-7-replayed-before",
        json!({}),
        [at(json!(75)), vec![again()]].concat(),
        "2024-10-19",
        which,
        only(0, json!({"evaluation": "e-1", "band": "S-7"})),
        "as_of the day before e-2 only e-1 is visible",
    );
    let marks = |a: Value, b: Value, c: Value, d: Value| {
        vec![evaluation(
            "e-1",
            "2024-09-15",
            "midterm",
            json!({"marks": [
        with(json!({"aspect": "professional"}), a), with(json!({"aspect": "effect"}), b), with(json!({"aspect": "management"}), c), with(json!({"aspect": "funds"}), d)]}),
        )]
    };
    let m = |mark: i64| json!({"mark": mark});
    let weighed = &["stages.id", "stages.score", "stages.band"][..];
    life(
        book,
        "S-5-weighted",
        json!({}),
        marks(m(90), m(80), m(70), m(60)),
        "2024-09-30",
        weighed,
        only(0, json!({"score": "79.5", "band": "S-7"})),
        "S-5: 0.40·90 + 0.30·80 + 0.15·70 + 0.15·60 = 36 + 24 + 10.5 + 9 = 79.5 ≤ 80",
    );
    life(
        book,
        "S-5-full-marks",
        json!({}),
        marks(
            json!({"mark": 36, "full": 40}),
            json!({"mark": 24, "full": 30}),
            json!({"mark": 12, "full": 15}),
            json!({"mark": 9, "full": 15}),
        ),
        "2024-09-30",
        weighed,
        only(0, json!({"score": "81"})),
        "S-5: 0.40·36/40 + 0.30·24/30 + 0.15·12/15 + 0.15·9/15 = 0.36 + 0.24 + 0.12 + 0.09 = 0.81 of 100",
    );
}
