//! Data that are missing: outcomes become unknown, never met.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, made, me, visit};
use serde_json::{Value, json};

fn age(leaf: Value) -> Value {
    json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.age": leaf}}}, "target": {"at_least": 1}})
}

pub(crate) fn fill(book: &mut Book) {
    let mut a = |name: &str, birth: Value, date: &str, leaf: Value, expected: Value, how: &str| {
        let entries = vec![register("person", "p-1", json!({"birth_date": birth})), visit("v-1", date, "p-1")];
        made(age(leaf)).add(book, &format!("missing/age-{name}"), entries, expected, how);
    };
    let (yes, maybe, no) = (range("met", "1", "1"), range("unknown", "0", "1"), range("not_met", "0", "0"));
    a(
        "leap-28-feb",
        json!("2008-02-29"),
        "2025-02-28",
        json!({"at_least": 17}),
        no.clone(),
        "C30: born 29 Feb 2008, in the common year 2025 the birthday counts on 1 March, so 16 on 28 Feb",
    );
    a("leap-1-mar", json!("2008-02-29"), "2025-03-01", json!({"at_least": 17}), yes.clone(), "C30: 17 on 1 March 2025");
    a(
        "less-than-maybe",
        json!("2008"),
        "2024-06-01",
        json!({"less_than": 16}),
        maybe.clone(),
        "born in 2008: 15 or 16 on 2024-06-01",
    );
    a(
        "year-end-of-year",
        json!("2008"),
        "2024-12-31",
        json!({"at_least": 16}),
        yes.clone(),
        "born in 2008: at the latest on 12-31, so 16 on 2024-12-31 in every case",
    );
    a(
        "year-before",
        json!("2008"),
        "2024-03-15",
        json!({"at_least": 17}),
        no.clone(),
        "born in 2008: at most 16 in 2024",
    );
    a(
        "on-service-end",
        json!("2009-03-14"),
        "2024-06-01",
        json!({"at_least": 16, "on": "service_end"}),
        yes.clone(),
        "on service_end: 16 on 2025-03-14 itself",
    );
    a(
        "after-service-end",
        json!("2009-03-15"),
        "2024-06-01",
        json!({"at_least": 16, "on": "service_end"}),
        no.clone(),
        "on service_end: 16 only on 2025-03-15",
    );
    a("absent", Value::Null, "2024-06-01", json!({"at_least": 16}), maybe.clone(), "no birth date: maybe");
    let mut c = |name: &str, requirement: Value, entries: Vec<Value>, expected: Value, how: &str| {
        made(requirement).add(book, &format!("missing/{name}"), entries, expected, how)
    };
    let place =
        |leaf: Value| json!({"measure": {"count": {"of": "visit.subjects", "where": leaf}}, "target": {"at_least": 1}});
    c(
        "dangling-reference",
        place(json!({"person.household": {"exists": true}})),
        vec![visit("v-1", "2024-06-01", "p-9")],
        maybe.clone(),
        "the path runs through a person who is in no register: maybe",
    );
    c(
        "dangling-step",
        place(json!({"person.household.place": {"is": "here"}})),
        vec![register("person", "p-1", json!({"household": "h-9"})), visit("v-1", "2024-06-01", "p-1")],
        maybe.clone(),
        "household h-9 is in no register: maybe",
    );
    c(
        "absent-is",
        json!({"measure": {"count": {"of": "visit", "where": {"place": {"is": "here"}}}}, "target": {"at_least": 1}}),
        [crowd(&["p-1"]), vec![with(visit("v-1", "2024-06-01", "p-1"), json!({"place": null}))]].concat(),
        maybe.clone(),
        "FORMAT 3: an absent field under `is` is maybe",
    );
    c(
        "absent-exists",
        json!({"measure": {"count": {"of": "visit", "where": {"place": {"exists": true}}}}, "target": {"at_least": 1}}),
        [crowd(&["p-1"]), vec![with(visit("v-1", "2024-06-01", "p-1"), json!({"place": null}))]].concat(),
        no.clone(),
        "FORMAT 3: for exists absent is no",
    );
    let note = |leaf: Value| json!({"measure": {"count": {"of": "document", "where": {"parts": leaf}}}, "target": {"at_least": 1}});
    let paper = |parts: Value| vec![me().document("d-1", "2024-06-01", "note", json!({"parts": parts}))];
    c(
        "list-some",
        json!({"measure": {"count": {"of": "activity", "where": {"attachments": {"some": {"kind": {"is": "record_form"}}}}}}, "target": {"at_least": 1}}),
        vec![me().on("activity", "a-1", "2024-06-01", json!({"category": "talk"}))],
        no.clone(),
        "an absent list under `some` is no",
    );
    c(
        "list-every",
        json!({"measure": {"count": {"of": "visit", "where": {"workers": {"every": {"role": {"is": "social_worker"}}}}}}, "target": {"at_least": 1}}),
        [crowd(&["p-1"]), vec![with(visit("v-1", "2024-06-01", "p-1"), json!({"workers": null}))]].concat(),
        maybe.clone(),
        "an absent list under `every` is maybe",
    );
    c(
        "list-contains-all",
        note(json!({"contains_all": ["a", "b"]})),
        paper(Value::Null),
        no.clone(),
        "an absent list under contains_all is no",
    );
    c(
        "list-contains-both",
        note(json!({"contains_all": ["a", "b"]})),
        paper(json!(["c", "b", "a"])),
        yes.clone(),
        "a and b are both there, c harms nothing",
    );
    c(
        "list-size-0",
        note(json!({"size": {"at_most": 0}})),
        paper(Value::Null),
        yes.clone(),
        "size sees 0 for an absent list",
    );
    c("list-size-2", note(json!({"size": {"at_least": 2}})), paper(json!(["a", "b"])), yes.clone(), "two parts");
    let logic = |leaf: Value| json!({"measure": {"count": {"of": "visit", "where": leaf}}, "target": {"at_least": 1}});
    let bare = || [crowd(&["p-1"]), vec![with(visit("v-1", "2024-06-01", "p-1"), json!({"place": null}))]].concat();
    c(
        "all-is-least",
        logic(json!({"place": {"is": "here"}, "mode": {"is": "phone"}})),
        bare(),
        no.clone(),
        "all = least: maybe and no is no",
    );
    c(
        "any-is-greatest",
        logic(json!({"any": [{"place": {"is": "here"}}, {"mode": {"is": "home"}}]})),
        bare(),
        yes.clone(),
        "any = greatest: maybe or yes is yes",
    );
    c(
        "any-maybe",
        logic(json!({"any": [{"place": {"is": "here"}}, {"mode": {"is": "phone"}}]})),
        bare(),
        maybe.clone(),
        "any: maybe or no is maybe",
    );
    c("not-maybe", logic(json!({"not": {"place": {"is": "here"}}})), bare(), maybe.clone(), "not maybe is maybe");
    c("not-no", logic(json!({"not": {"mode": {"is": "phone"}}})), bare(), yes, "not no is yes");
    c(
        "headcount-without-list",
        json!({"measure": {"count": {"of": "activity.participants", "distinct": "person"}}, "target": {"at_least": 10}}),
        vec![me().on("activity", "a-1", "2024-06-01", json!({"category": "talk", "headcount": 12}))],
        range("unknown", "0", "12"),
        "FORMAT 5: a headcount of 12 and no participants adds 12 to hi of a distinct count",
    );
    let bare_names = vec![
        me().on(
            "activity",
            "a-1",
            "2024-06-01",
            json!({"category": "talk", "participants": [{"person": "p-1"}, {"name": "张三"}]}),
        ),
        register("person", "p-1", json!({})),
    ];
    c(
        "bare-name",
        json!({"measure": {"count": {"of": "activity.participants", "distinct": "person"}}, "target": {"at_least": 2}}),
        bare_names,
        range("unknown", "1", "2"),
        "G4: a certain element without key adds to hi, p-1 is certain",
    );
    c(
        "sum-without-value",
        json!({"measure": {"sum": {"of": "activity", "field": "headcount"}}, "target": {"at_least": 10}}),
        vec![me().on("activity", "a-1", "2024-06-01", json!({"category": "talk"}))],
        json!({"outcome": "unknown", "lo": "0", "hi": null}),
        "FORMAT 5: an element without value makes hi unbounded, so never a sure no",
    );
    c(
        "sum-enough",
        json!({"measure": {"sum": {"of": "activity", "field": "headcount"}}, "target": {"at_least": 10}}),
        vec![
            me().on("activity", "a-1", "2024-06-01", json!({"category": "talk"})),
            me().on("activity", "a-2", "2024-06-02", json!({"category": "talk", "headcount": 10})),
        ],
        json!({"outcome": "met", "lo": "10", "hi": null}),
        "10 are certain, whatever the other is",
    );
    c(
        "maybe-among-certain",
        json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.age": {"at_least": 60}}, "distinct": "person"}}, "target": {"at_least": 1}}),
        vec![
            register("person", "p-1", json!({"birth_date": "1964"})),
            visit("v-1", "2024-03-16", "p-1"),
            visit("v-2", "2024-12-31", "p-1"),
        ],
        range("met", "1", "1"),
        "the key p-1 has a certain witness (60 on 2024-12-31) beside an undetermined one, so it adds to lo and hi once",
    );
    let at_most = json!({"measure": {"count": {"of": "fee_complaint", "where": {"upheld": {"is": true}}}}, "target": {"at_most": 0}});
    made(at_most.clone()).at(MIDDLE).add(
        book,
        "missing/upheld-absent",
        vec![me().on("fee_complaint", "f-1", "2024-06-01", json!({}))],
        range("unknown", "0", "1"),
        "at_most 0 with 0 … 1: maybe, unknown also while the service runs",
    );
    made(at_most).at(MIDDLE).add(
        book,
        "missing/upheld-true-and-absent",
        vec![
            me().on("fee_complaint", "f-1", "2024-06-01", json!({})),
            me().on("fee_complaint", "f-2", "2024-06-02", json!({"upheld": true})),
        ],
        range("not_met", "1", "2"),
        "1 … 2 > 0 surely, not_met at once",
    );
    let open = json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 2}});
    made(open.clone()).at(MIDDLE).add(
        book,
        "missing/open-not-unknown",
        [crowd(&["p-1"]), vec![visit("v-1", "2024-05-06", "p-1")]].concat(),
        range("open", "1", "1"),
        "hi falls short of a growing at_least while time remains: open",
    );
    made(open.clone()).at("2025-03-14").add(
        book,
        "missing/last-day-is-over",
        [crowd(&["p-1"]), vec![visit("v-1", "2024-05-06", "p-1")]].concat(),
        range("not_met", "1", "1"),
        "C23: the window's last day counts as over on that day",
    );
    made(open).at("2025-03-13").add(
        book,
        "missing/day-before-last",
        [crowd(&["p-1"]), vec![visit("v-1", "2024-05-06", "p-1")]].concat(),
        range("open", "1", "1"),
        "one day is left",
    );
}
