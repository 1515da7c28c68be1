//! Cases in which the two evaluators once disagreed and the core was wrong.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, labels, made, me, visit};
use serde_json::{Value, json};

/// April to June 2024: 30 + 31 + 30 = 91 days.
fn spring() -> Value {
    json!({"service_start": "2024-04-01", "service_end": "2024-06-30", "midterm_date": "2024-05-15"})
}

pub(crate) fn fill(book: &mut Book) {
    keys(book);
    containers(book);
    heads(book);
    waiting(book);
}

fn keys(book: &mut Book) {
    let two = || vec![json!({"person": "p-1"}), json!({"name": "张某"})];
    let entries = || [crowd(&["p-1"]), vec![me().visit("v-1", "2024-05-06", "home", "here", two())]].concat();
    let persons = json!({"count": {"of": "visit", "distinct": "subjects.person"}});
    made(json!({"measure": persons, "target": {"at_most": 1}})).add(
        book,
        "found/item-without-key-beside-one-with",
        entries(),
        range("unknown", "1", "2"),
        "the path runs through the list: p-1 is one key; the subject with a bare name may be another person: 1 … 2, at most 1 is not certain",
    );
    let posting = json!([{"package": "t/x", "full_time": true, "from": "2024-04-01"}]);
    let covered = json!({"coverage": {"of": "staff.postings", "distinct": "place"}});
    made(json!({"measure": covered, "target": {"at_most": 0}})).contract(spring()).add(
        book,
        "found/coverage-without-key",
        vec![register("staff", "s-1", json!({"postings": posting}))],
        range("unknown", "0", "91"),
        "the posting covers all 91 days, but at which place is not said: no key covers for sure, one may",
    );
}

fn containers(book: &mut Book) {
    let attribute = json!({"attributes": [{"id": "village_group", "on": "person", "type": "code", "list": "village", "labels": labels()}]});
    let few = json!({"measure": {"count": {"of": "visit", "by": "subjects"}}, "target": {"at_most": 2}});
    let source = json!({"of": "person", "where": {"village_group": {"is": "east"}}, "having": few});
    made(json!({"window": {"each": "month"}, "measure": {"count": source}, "target": {"at_least": 1}}))
        .package(attribute)
        .contract(spring())
        .select(CELLS)
        .add(
            book,
            "found/container-that-may-count-is-placed-for-sure",
            crowd(&["p-1"]),
            cells("not_met", &[("unknown", "0", "1"), ("not_met", "0", "0"), ("not_met", "0", "0")]),
            "p-1 has 0 visits, at most 2 holds since the service began, 04-01; whether p-1 is of the east group is not known, so it may count in April and nowhere else",
        );
}

fn heads(book: &mut Book) {
    let persons = json!({"count": {"of": "activity.participants", "distinct": "person"}});
    let made_up = json!({"requirement": "R-1", "window": "2024-06", "records": ["a-1"], "approved_by": "区民政局"});
    made(json!({"window": {"each": "month"}, "measure": persons, "target": {"at_least": 1}}))
        .contract(spring())
        .select(CELLS)
        .add(
            book,
            "found/make-up-moves-heads",
            vec![
                me().on("activity", "a-1", "2024-04-10", json!({"category": "talk", "headcount": 5})),
                me().on("make_up", "mu-1", "2024-06-20", made_up),
            ],
            cells("not_met", &[("not_met", "0", "0"), ("not_met", "0", "0"), ("unknown", "0", "5")]),
            "the 5 people counted by head go with their record from April into June: April 0, May 0, June 0 … 5",
        );
}

fn waiting(book: &mut Book) {
    let within = json!({"window": {"within": {"days": 30, "of": {"event": "evaluation"}}}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    for (name, as_of, outcome) in
        [("before-the-end", "2024-05-31", "unknown"), ("after-the-end", "2024-06-30", "not_met")]
    {
        made(within.clone()).contract(spring()).at(as_of).select(&["outcome", "lo", "fraction", "missing"]).add(
            book,
            &format!("found/waiting-counts-nothing-{name}"),
            [crowd(&["p-1"]), vec![visit("v-1", "2024-04-10", "p-1")]].concat(),
            json!({"outcome": outcome, "lo": "0", "fraction": "0", "missing": ["evaluation"]}),
            "no evaluation yet, so that its 30 days are not known: v-1 may lie in them, nothing is certain: 0 of 1",
        );
    }
}
