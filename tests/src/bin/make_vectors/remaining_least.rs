//! Which work is the least: days that one more person covers, numbers that one record can bring, containers
//! and members of which it is not known whether they count, items that exclude each other, parts of a union.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, labels, me};
use crate::remaining::{ask, ask_under};
use crate::remaining_reach::{LOST, at_least, at_most};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    coverage(book);
    numbers(book);
    impossible(book);
    containers(book);
    settling(book);
    items(book);
    members(book);
    unions(book);
    late(book);
}

fn coverage(book: &mut Book) {
    let covered = |depth: u32, spared: u32, window: Value| json!({"measure": {"coverage": {"of": "staff.postings", "depth": depth}}, "target": {"at_most": spared}, "window": window});
    let posted = |to: &str| {
        let posting = json!({"package": "t/x", "full_time": true, "from": "2024-03-15", "to": to});
        vec![register("staff", "s-1", json!({"postings": [posting]}))]
    };
    let winter = json!({"from": "2024-12-02"});
    let select = &["need", "records", "work.n", "work.records", "work.from", "work.last_useful_day"];
    ask(
        book,
        "coverage-one-of-two-there",
        covered(2, 0, winter.clone()),
        posted("2025-03-14"),
        "2024-12-01",
        select,
        json!({"need": "work", "records": 1, "work": [{"n": 103, "records": 1, "from": "2024-12-02", "last_useful_day": "2025-03-14"}]}),
        "two have to be there on each of the 30 + 31 + 28 + 14 = 103 days and one is: one more posting",
    );
    ask(
        book,
        "coverage-nobody-of-two",
        covered(2, 0, winter.clone()),
        vec![],
        "2024-12-01",
        select,
        json!({"need": "work", "records": 2, "work": [{"n": 103, "records": 2, "from": "2024-12-02", "last_useful_day": "2025-03-14"}]}),
        "two have to be there on each of the 103 days and nobody is: two postings",
    );
    ask(
        book,
        "coverage-deepest-days-spared",
        covered(2, 14, winter),
        posted("2025-02-28"),
        "2024-12-01",
        select,
        json!({"need": "work", "records": 1, "work": [{"n": 89, "records": 1, "from": "2024-12-02", "last_useful_day": "2025-02-28"}]}),
        "one is there up to 02-28 and nobody on the 14 days of March, which may stay uncovered: then one more for the 30 + 31 + 28 = 89 days before suffices, where sparing the first 14 days would want two in March",
    );
    ask(
        book,
        "coverage-one-interval-for-windows",
        covered(1, 0, json!({"each": "quarter", "from": "2024-10-01"})),
        vec![],
        "2024-09-30",
        &["need", "records", "work.window", "work.n", "work.records", "work.shared"],
        json!({"need": "work", "records": 1, "work": [
            {"window": "2024-Q4", "n": 92, "records": 1}, {"window": "2025-Q1", "n": 73, "records": 1, "shared": 1}]}),
        "31 + 30 + 31 = 92 days and 31 + 28 + 14 = 73: one posting may reach over both quarters",
    );
}

fn numbers(book: &mut Book) {
    let copies = |cond: Value, n: u32| json!({"measure": {"sum": {"of": "document", "field": "copies", "where": cond}}, "target": {"at_least": n}});
    let select = &["need", "records", "work.n", "work.amount"];
    let mut pieces = |name: &str, requirement: Value, n: u32, amount: &str, how: &str| {
        let expected = json!({"need": "work", "records": n, "work": [{"n": n, "amount": amount}]});
        ask(book, name, requirement, vec![], "2024-09-01", select, expected, how);
    };
    pieces(
        "sum-in-whole-pieces",
        copies(json!({"copies": {"less_than": 20}}), 39),
        3,
        "39",
        "copies are whole: less than 20 is 19 at most, and 19 + 19 = 38 is short of 39",
    );
    pieces(
        "sum-not-more-than",
        copies(json!({"not": {"copies": {"more_than": 400}}}), 1000),
        3,
        "1000",
        "not more than 400 is 400 at most: 400 + 400 + 200",
    );
    pieces(
        "sum-widest-alternative",
        copies(json!({"any": [{"copies": {"at_most": 100}}, {"copies": {"at_most": 400}}]}), 1000),
        3,
        "1000",
        "of the alternatives the one of 400 copies brings most: 400 + 400 + 200",
    );
    pieces(
        "sum-unbounded-alternative",
        copies(json!({"any": [{"copies": {"at_most": 100}}, {"category": {"is": "note"}}]}), 1000),
        1,
        "1000",
        "a note may have any number of copies: one of 1000",
    );
    pieces(
        "sum-closed-alternative",
        copies(
            json!({"all": [{"category": {"is": "note"}}, {"any": [{"copies": {"at_most": 100}}, {"category": {"exists": false}}]}]}),
            1000,
        ),
        10,
        "1000",
        "a note has a category, so that only the alternative of 100 copies is left: 10 times 100",
    );
    pieces(
        "sum-bounded-by-another-number",
        json!({"measure": {"sum": {"of": "satisfaction_survey", "field": "satisfied", "where": {"valid": {"less_than": 13}}}}, "target": {"at_least": 59}}),
        5,
        "59",
        "no more are satisfied than answered, less than 13: 12 at most in a survey, 4 times 12 = 48 < 59 <= 60",
    );
}

fn impossible(book: &mut Book) {
    let exclude = json!({"need": "unreachable", "unreachable": [{"code": "conditions_exclude", "params": {"requirement": "R-1"}}]});
    let mut excluded = |name: &str, source: Value, how: &str| {
        ask(book, name, at_least(source, 2), vec![], "2024-09-01", LOST, exclude.clone(), how);
    };
    let visits = |all: Value| json!({"of": "visit", "where": {"all": all}});
    excluded(
        "there-and-not-there",
        visits(json!([{"place": {"exists": true}}, {"not": {"place": {"exists": true}}}])),
        "a place cannot be there and not be there",
    );
    excluded(
        "a-value-that-is-barred",
        visits(json!([{"mode": {"is": "home"}}, {"not": {"mode": {"in": ["home", "phone"]}}}])),
        "home is one of the modes that it may not be",
    );
    excluded(
        "no-alternative-left",
        visits(
            json!([{"minutes": {"at_most": 10}}, {"not": {"any": [{"minutes": {"less_than": 30}}, {"place": {"is": "here"}}]}}]),
        ),
        "neither less than 30 minutes nor here means 30 minutes or more, which is not 10 at most",
    );
    excluded(
        "key-in-an-empty-list",
        json!({"of": "supervision", "distinct": "supervisees", "where": {"supervisees": {"size": {"less_than": 1}}}}),
        "sessions are told apart by who was supervised, and nobody may have been",
    );
}

fn containers(book: &mut Book) {
    let select = &["need", "records", "missing.params", "work.action", "work.n", "work.containers"];
    let talk =
        |id: &str, date: &str, more: Value| me().on("activity", id, date, with(json!({"category": "talk"}), more));
    let o = |id: &str| register("organisation", id, json!({"category": "team"}));
    let no_long_talk =
        at_most(json!({"of": "activity", "by": "organisation", "where": {"minutes": {"at_least": 30}}}), 0);
    ask(
        book,
        "data-complete-no-container",
        at_least(json!({"of": "organisation", "having": no_long_talk}), 2),
        vec![o("o-1"), o("o-2"), talk("a-1", "2024-05-01", json!({"organisation": "o-1"}))],
        "2024-09-01",
        select,
        json!({"need": "data", "records": 1,
            "missing": [{"params": {"requirement": "R-1", "entry": "a-1", "field": "minutes"}}],
            "work": [{"action": "open", "n": 1}]}),
        "o-2 has no talk of 30 minutes, and of o-1 it is not known: the minutes of a-1 first; no work makes o-1 count, one more organisation does",
    );
    let long = json!({"of": "case_contact", "by": "case", "where": {"minutes": {"at_least": 30}}});
    let autumn = with(
        at_least(json!({"of": "case", "having": at_least(long, 2)}), 1),
        json!({"window": {"from": "2024-10-01"}}),
    );
    let contact =
        |id: &str, date: &str, more: Value| me().on("case_contact", id, date, with(json!({"case": "c-1"}), more));
    let begun = vec![
        me().on("case", "c-1", "2024-04-01", json!({"client": "p-1"})),
        contact("k-1", "2024-05-01", json!({"minutes": 30})),
        contact("k-2", "2024-06-01", json!({})),
    ];
    ask(
        book,
        "container-of-another-time-perhaps",
        autumn,
        [crowd(&["p-1"]), begun].concat(),
        "2024-10-15",
        &["work.action", "work.n", "work.records"],
        json!({"work": [{"action": "open", "n": 1, "records": 3}]}),
        "if k-2 had 30 minutes, c-1 had its two long contacts in June, before the window: one more in it makes nothing certain; a new case with 2 contacts does, 1 + 2 = 3",
    );
    let having = |n: u32| {
        let children = at_least(json!({"of": "activity", "by": "organisation"}), n);
        with(at_least(json!({"of": "organisation", "having": children}), 1), json!({"window": {"from": "2024-10-01"}}))
    };
    let before = || vec![talk("a-1", "2024-05-01", json!({}))];
    ask(
        book,
        "child-of-nobody-before-the-window",
        having(1),
        before(),
        "2024-10-15",
        select,
        json!({"need": "data", "records": 2,
            "missing": [{"params": {"requirement": "R-1", "entry": "a-1", "field": "organisation"}}],
            "work": [{"action": "open", "n": 1}]}),
        "an organisation counts from its first activity on; whose a-1 of May was is not said, and if it was the new one's, that stood before the window: say so first",
    );
    ask(
        book,
        "too-few-children-before-the-window",
        having(2),
        before(),
        "2024-10-15",
        select,
        json!({"need": "work", "records": 3, "work": [{"action": "open", "n": 1}]}),
        "an organisation counts from its second activity on; a-1 alone brings none so far, so a new one with 2 activities counts in the window: 1 + 2 = 3",
    );
}

fn settling(book: &mut Book) {
    let quiet = |of: &str, by: &str, cond: Value| {
        at_most(json!({"of": of, "having": at_most(json!({"of": "activity", "by": by, "where": cond}), 0)}), 0)
    };
    let select = &["need", "records", "work.action", "work.n", "work.containers"];
    let site = |id: &str, category: &str| register("site", id, json!({"category": category}));
    ask(
        book,
        "settled-by-what-counts-there",
        quiet("site", "site", json!({"site.category": {"is": "big"}})),
        vec![site("s-1", "small"), site("s-2", "big")],
        "2024-09-01",
        select,
        json!({"need": "work", "records": 2, "work": [
            {"action": "complete", "n": 1, "containers": ["s-2"]}, {"action": "reduce", "n": 1}]}),
        "no site may be without an activity, and activities count on big sites only: one on s-2; nothing that is done on s-1 counts, so one site fewer",
    );
    ask(
        book,
        "settled-by-nothing",
        quiet("site", "site", json!({"all": [{"category": {"is": "talk"}}, {"category": {"is": "fair"}}]})),
        vec![site("s-1", "small"), site("s-2", "big")],
        "2024-09-01",
        select,
        json!({"need": "work", "records": 2, "work": [{"action": "reduce", "n": 2}]}),
        "no activity is a talk and a fair, so that no activity takes a site out of the count: two sites fewer",
    );
}

fn items(book: &mut Book) {
    let one_at_a_time = json!([{"id": "L-1", "clause": "1", "labels": labels(),
        "exclusive": {"of": "staff.postings", "on": ["staff"], "from": "from", "to": "to", "where": {"full_time": {"is": true}}}}]);
    let postings =
        |more: Value| at_least(with(json!({"of": "staff.postings", "where": {"full_time": {"is": true}}}), more), 3);
    let select = &["need", "records", "work.n", "work.in_turn"];
    ask_under(
        book,
        "items-one-after-the-other",
        one_at_a_time.clone(),
        postings(json!({})),
        vec![],
        "2024-09-01",
        select,
        json!({"need": "work", "records": 1, "work": [{"n": 3, "in_turn": true}]}),
        "nobody has two full postings at a time, but three one after the other stand in one entry",
    );
    ask_under(
        book,
        "items-at-one-time",
        one_at_a_time,
        postings(json!({"on": "as_of"})),
        vec![],
        "2024-09-01",
        select,
        json!({"need": "work", "records": 3, "work": [{"n": 3}]}),
        "three full postings on one and the same day are of three persons",
    );
    ask_under(
        book,
        "items-that-may-meet",
        json!([]),
        postings(json!({"on": "as_of"})),
        vec![],
        "2024-09-01",
        select,
        json!({"need": "work", "records": 1, "work": [{"n": 3}]}),
        "no rule keeps postings of one person apart: one entry",
    );
}

fn members(book: &mut Book) {
    let teams = with(
        at_least(json!({"of": "activity", "by": "organisation"}), 1),
        json!({"each": {"of": "organisation", "where": {"category": {"is": "team"}}}}),
    );
    let held = me().on("activity", "a-1", "2024-05-01", json!({"category": "talk", "organisation": "o-2"}));
    let select = &["need", "missing.params", "work.n", "work.members"];
    let perhaps = json!([{"params": {"requirement": "R-1", "entry": "o-1", "field": "members"}}]);
    ask(
        book,
        "only-perhaps-owed",
        teams.clone(),
        vec![register("organisation", "o-1", json!({}))],
        "2024-09-01",
        &["need", "missing.params"],
        json!({"need": "data", "missing": perhaps}),
        "whether o-1 is a team is not known, and nobody else is there: who owes it first",
    );
    ask(
        book,
        "perhaps-owed-as-well",
        teams,
        vec![
            register("organisation", "o-1", json!({})),
            register("organisation", "o-2", json!({"category": "team"})),
            held,
        ],
        "2024-09-01",
        select,
        json!({"need": "data", "missing": perhaps, "work": [{"n": 1, "members": ["o-1"]}]}),
        "o-2 is a team and has its activity; whether o-1 is one is to be said first, and one activity for it settles it either way",
    );
}

fn unions(book: &mut Book) {
    let union = |parts: Value| json!({"measure": {"count": {"union": parts}}, "target": {"at_least": 2}});
    let select = &["need", "records", "work.kind", "work.list", "work.n"];
    ask(
        book,
        "union-first-of-equals",
        union(json!([{"of": "visit"}, {"of": "activity"}])),
        vec![],
        "2024-09-01",
        select,
        json!({"need": "work", "records": 2, "work": [{"kind": "visit", "n": 2}]}),
        "two visits or two activities: as many records, and visits are written first",
    );
    ask(
        book,
        "union-cheapest",
        union(json!([{"of": "visit"}, {"of": "activity.participants"}])),
        vec![],
        "2024-09-01",
        select,
        json!({"need": "work", "records": 1, "work": [{"kind": "activity", "list": "participants", "n": 2}]}),
        "two visits are two records, two participants stand in one",
    );
    ask(
        book,
        "union-what-can-be",
        union(
            json!([{"of": "visit", "where": {"all": [{"mode": {"is": "home"}}, {"mode": {"is": "phone"}}]}}, {"of": "activity"}]),
        ),
        vec![],
        "2024-09-01",
        select,
        json!({"need": "work", "records": 2, "work": [{"kind": "activity", "n": 2}]}),
        "no visit has two modes: two activities",
    );
}

fn late(book: &mut Book) {
    let report = with(at_least(json!({"of": "document"}), 1), json!({"window": {"by": "period"}}));
    ask(
        book,
        "late-for-a-period",
        report.clone(),
        vec![],
        "2025-03-20",
        &["need", "work.n", "work.late", "work.period"],
        json!({"need": "work", "work": [{"n": 1, "late": true, "period": {"from": "2024-03-15", "to": "2025-03-14"}}]}),
        "the service is over; a document handed in late counts if the period that it is for has days of the service",
    );
    let own_day =
        with(at_least(json!({"of": "document", "distinct": "submitted_on"}), 3), json!({"window": {"by": "period"}}));
    ask(
        book,
        "own-day-that-places-nothing",
        own_day,
        vec![],
        "2025-03-13",
        &["need", "records", "work.n", "work.distinct"],
        json!({"need": "work", "records": 3, "work": [{"n": 3, "distinct": ["submitted_on"]}]}),
        "one day is left, but it is the period that places a document: on which three days they are handed in is free",
    );
}
