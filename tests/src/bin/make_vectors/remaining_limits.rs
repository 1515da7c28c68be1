//! Upper limits: what they ask of a new container, what a limit waits for, and children that belong to
//! several containers at once.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, me};
use crate::relations::bare;
use crate::remaining::ask;
use crate::remaining_reach::{LOST, at_least, at_most};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    own_items(book);
    waiting(book);
    alike(book);
    ages(book);
    since(book);
    means(book);
}

fn since(book: &mut Book) {
    let cured = || {
        let cure = at_least(json!({"of": "rectified", "by": "issue", "since": "due"}), 1);
        at_least(json!({"of": "rectification_order", "having": cure}), 1)
    };
    let order =
        |more: Value| vec![me().on("rectification_order", "o-1", "2024-05-01", with(json!({"issue": "roof"}), more))];
    ask(
        book,
        "since-a-day-to-come",
        cured(),
        order(json!({"due": "2024-12-01"})),
        "2024-09-01",
        &["need", "records", "work.action", "work.n", "work.containers", "work.from", "work.last_useful_day"],
        json!({"need": "work", "records": 1, "work": [{"action": "complete", "n": 1, "containers": ["o-1"],
            "from": "2024-12-01", "last_useful_day": "2025-03-14"}]}),
        "what is recorded before 12-01 does not count for the order: one from that day on",
    );
    ask(
        book,
        "since-no-day",
        cured(),
        order(json!({})),
        "2024-09-01",
        &["need", "records", "work.action", "work.conditions", "work.inside.n", "work.inside.since"],
        json!({"need": "work", "records": 2, "work": [{"action": "open",
            "conditions": [{"path": "due", "test": "exists", "values": ["true"]}], "inside": [{"n": 1, "since": "due"}]}]}),
        "it is not known from which day on something counts for o-1: an order that says so, and one record not before that day",
    );
}

fn means(book: &mut Book) {
    let mean = json!({"measure": {"ratio": {"of": {"sum": {"of": "activity", "field": "headcount"}}, "over": {"count": {"of": "activity"}}}},
        "target": {"at_least": 12}});
    let activity = |id: &str| me().on("activity", id, "2024-05-01", json!({"category": "talk", "headcount": 5}));
    ask(
        book,
        "mean-with-one-more",
        mean,
        vec![activity("a-1"), activity("a-2")],
        "2024-09-01",
        &["need", "work.action", "work.n", "work.amount"],
        json!({"need": "work", "work": [{"action": "raise", "n": 1, "amount": "26"}]}),
        "2 activities of 5; with one more there are 3, which want 3 × 12 = 36: 36 - 10 = 26 in the new one",
    );
    let per_visit = json!({"measure": {"ratio": {"of": {"sum": {"of": "activity", "field": "headcount"}},
        "over": {"count": {"of": "visit", "where": {"minutes": {"at_least": 30}}}}}}, "target": {"at_least": 3}});
    let two = me().on("activity", "a-1", "2024-05-01", json!({"category": "talk", "headcount": 2}));
    ask(
        book,
        "quotient-by-perhaps",
        per_visit,
        vec![two, bare("v-1", "2024-05-02", json!({"minutes": 40})), bare("v-2", "2024-05-03", json!({}))],
        "2024-09-01",
        &["need", "work.action", "work.n", "work.amount"],
        json!({"need": "work", "work": [{"action": "raise", "n": 1, "amount": "4"}]}),
        "1 visit is long enough and v-2 may be: 2 of them want 3 × 2 = 6 people for sure, 2 are there",
    );
}

fn own_items(book: &mut Book) {
    let nobody = |cond: Value| {
        at_least(
            json!({"of": "activity", "where": cond,
            "having": at_most(json!({"of": "activity.participants", "distinct": "person"}), 0)}),
            1,
        )
    };
    let either = json!({"test": "any", "parts": [
        {"path": "headcount", "test": "at_least", "values": ["11"]}, {"path": "category", "test": "is", "values": ["fair"]}]});
    let none = json!({"path": "participants", "test": "size", "values": ["at_most", "0"]});
    let uncounted = json!({"test": "any", "parts": [
        {"path": "headcount", "test": "exists", "values": ["false"]},
        {"path": "headcount", "test": "at_most", "values": ["0"]},
        {"path": "participants", "test": "size", "values": ["at_least", "1"]}]});
    ask(
        book,
        "head-count-beyond-limit",
        nobody(json!({"any": [{"headcount": {"at_least": 11}}, {"category": {"is": "fair"}}]})),
        vec![],
        "2024-09-01",
        &["need", "records", "work.n", "work.conditions"],
        json!({"need": "work", "records": 1, "work": [{"n": 1, "conditions": [either, uncounted, none]}]}),
        "a head count of 11 without a list may be 11 people, and none may be there: an activity without list and without head count, which is then a fair",
    );
    ask(
        book,
        "head-count-only-beyond-limit",
        nobody(json!({"headcount": {"at_least": 11}})),
        vec![],
        "2024-09-01",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "conditions_exclude", "params": {"requirement": "R-1"}}]}),
        "a head count of 11 without a list may be 11 people, and with one somebody is there: no activity is sure to have nobody",
    );
    ask(
        book,
        "items-of-which-none-counts",
        at_least(
            json!({"of": "organisation", "where": {"members": {"size": {"at_least": 3}}},
            "having": at_most(json!({"of": "organisation.members", "where": {"role": {"exists": true}}}), 0)}),
            1,
        ),
        vec![],
        "2024-09-01",
        &["need", "records", "work.n", "work.conditions"],
        json!({"need": "work", "records": 1, "work": [{"n": 1, "conditions": [
            {"test": "not", "parts": [{"path": "members", "test": "some", "parts": [{"path": "role", "test": "exists", "values": ["true"]}]}]},
            {"path": "members", "test": "size", "values": ["at_least", "3"]}]}]}),
        "an organisation of three members, none of whom has a role",
    );
}

fn waiting(book: &mut Book) {
    let few = with(
        at_most(json!({"of": "case_contact", "by": "case"}), 2),
        json!({"each": {"of": "case"}, "window": {"to": {"member": "closed"}}}),
    );
    let case = |id: &str, more: Value| me().on("case", id, "2024-05-01", with(json!({"client": "p-1"}), more));
    ask(
        book,
        "limit-waits",
        few,
        [crowd(&["p-1"]), vec![case("c-1", json!({"closed": "2024-12-01"})), case("c-2", json!({}))]].concat(),
        "2024-09-01",
        &["need", "outcome", "records", "missing.code", "missing.params"],
        json!({"need": "data", "outcome": "open", "records": 0, "missing": [{"code": "data_missing",
            "params": {"requirement": "R-1", "entry": "c-2", "field": "closed"}}]}),
        "c-1 keeps within 2 contacts and has to hold; when c-2 was closed is not known, so the whole does not hold yet and waits for that",
    );
}

fn alike(book: &mut Book) {
    let order = |id: &str, issue: &str| me().on("rectification_order", id, "2024-05-01", json!({"issue": issue}));
    ask(
        book,
        "containers-of-one-value",
        at_least(
            json!({"of": "rectification_order", "having": at_least(json!({"of": "rectified", "by": "issue"}), 2)}),
            2,
        ),
        vec![order("o-1", "door"), order("o-2", "roof"), order("o-3", "roof")],
        "2024-09-01",
        &["need", "records", "work.action", "work.n", "work.containers"],
        json!({"need": "work", "records": 2, "work": [{"action": "complete", "n": 2, "containers": ["o-2", "o-3"]}]}),
        "what is recorded about the roof belongs to both orders about it: two records are enough for two orders, where the door would want two for one",
    );
}

fn ages(book: &mut Book) {
    ask(
        book,
        "age-on-a-day",
        at_least(json!({"of": "person", "where": {"age": {"is": 48, "on": "service_start"}}}), 2),
        vec![],
        "2024-09-01",
        &["need", "work.n", "work.conditions"],
        json!({"need": "work", "work": [{"n": 2, "conditions": [
            {"path": "age", "test": "is", "values": ["48"], "on": "service_start"}]}]}),
        "two persons who were 48 on the first day of the service, not on the day on which they are entered",
    );
}
