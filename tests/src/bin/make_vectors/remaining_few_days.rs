//! The least further work when few days are left: what has to lie on days of its own, or one after the
//! other, fits into fewer records, comes late, or is out of reach.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, labels, me};
use crate::remaining::{ask, ask_under};
use crate::remaining_reach::{LOST, at_least, at_most};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    in_turn(book);
    days_of_their_own(book);
    hours(book);
}

/// Nobody has two full postings at a time.
fn one_posting() -> Value {
    json!([{"id": "L-1", "clause": "1", "labels": labels(),
        "exclusive": {"of": "staff.postings", "on": ["staff"], "from": "from", "to": "to", "where": {"full_time": {"is": true}}}}])
}

fn in_turn(book: &mut Book) {
    let full = || json!({"of": "staff.postings", "where": {"full_time": {"is": true}}});
    let select = &["need", "records", "work.n", "work.records", "work.in_turn"];
    ask_under(
        book,
        "in-turn-two-days-left",
        one_posting(),
        at_least(full(), 3),
        vec![],
        "2025-03-12",
        select,
        json!({"need": "work", "records": 2, "work": [{"n": 3, "records": 2, "in_turn": true}]}),
        "03-13 and 03-14 are left: one entry holds a posting of each day, one after the other, and the third stands in another",
    );
    ask_under(
        book,
        "in-turn-one-day-left",
        one_posting(),
        at_least(full(), 3),
        vec![],
        "2025-03-13",
        select,
        json!({"need": "work", "records": 3, "work": [{"n": 3, "records": 3}]}),
        "only 03-14 is left, on which one entry has room for one full posting: three entries",
    );
    let mut in_one_package = one_posting();
    in_one_package[0]["exclusive"]["differ"] = json!(["package"]);
    let select_alike = &["need", "records", "work.n", "work.in_turn", "work.alike"];
    ask_under(
        book,
        "items-that-agree",
        in_one_package.clone(),
        at_least(full(), 3),
        vec![],
        "2025-03-13",
        select_alike,
        json!({"need": "work", "records": 1, "work": [{"n": 3, "alike": ["package"]}]}),
        "full postings to one package do not exclude each other: three of them may stand in one entry on the one day that is left",
    );
    ask_under(
        book,
        "items-that-must-not-agree",
        in_one_package,
        at_least(with(full(), json!({"distinct": "package"})), 2),
        vec![],
        "2025-03-13",
        select_alike,
        json!({"need": "work", "records": 2, "work": [{"n": 2}]}),
        "postings to two packages exclude each other on the one day that is left: two persons",
    );
    let twice = || at_least(json!({"of": "staff", "having": at_least(full(), 2)}), 1);
    ask_under(
        book,
        "in-turn-inside",
        one_posting(),
        twice(),
        vec![],
        "2025-03-12",
        &["need", "records", "work.action", "work.inside.n", "work.inside.in_turn"],
        json!({"need": "work", "records": 1, "work": [{"action": "open", "inside": [{"n": 2, "in_turn": true}]}]}),
        "one person with two full postings, one on 03-13 and the next on 03-14",
    );
    ask_under(
        book,
        "in-turn-inside-one-day-left",
        one_posting(),
        twice(),
        vec![],
        "2025-03-13",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "too_few_days",
            "params": {"requirement": "R-1", "member": "", "window": "", "needed": "2", "days": "1"}}]}),
        "a person has room for one full posting on 03-14, and two are wanted",
    );
}

fn days_of_their_own(book: &mut Book) {
    let crowds = json!({"measure": {"sum": {"of": "activity", "field": "headcount", "distinct": "date", "where": {"headcount": {"is": 17}}}},
        "target": {"at_least": 62}});
    ask(
        book,
        "sum-a-day-too-few-days",
        crowds.clone(),
        vec![],
        "2025-03-11",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "too_few_days",
            "params": {"requirement": "R-1", "member": "", "window": "", "needed": "4", "days": "3"}}]}),
        "3 × 17 = 51 < 62 ≤ 68 = 4 × 17: four activities on days of their own, and three days are left",
    );
    ask(
        book,
        "sum-a-day",
        crowds,
        vec![],
        "2025-03-10",
        &["need", "records", "work.n", "work.last_useful_day"],
        json!({"need": "work", "records": 4, "work": [{"n": 4, "last_useful_day": "2025-03-14"}]}),
        "four activities on the four days 03-11 to 03-14",
    );
    let seasons = || {
        with(
            at_least(json!({"of": "observation", "distinct": "date"}), 3),
            json!({"window": {"by": ["season", "date"]}}),
        )
    };
    let select = &["need", "records", "work.n", "work.last_useful_day", "work.late"];
    ask(
        book,
        "day-beside-period",
        seasons(),
        vec![],
        "2025-03-11",
        select,
        json!({"need": "work", "records": 3, "work": [{"n": 3, "last_useful_day": "2025-03-14"}]}),
        "three days are left for three observations on days of their own",
    );
    ask(
        book,
        "day-beside-period-late",
        seasons(),
        vec![],
        "2025-03-12",
        select,
        json!({"need": "work", "records": 3, "work": [{"n": 3, "late": true}]}),
        "two days are left; an observation that names a season of the service counts after them too, so the third is made late",
    );
    let quiet = at_most(
        json!({"of": "group", "having": at_most(json!({"of": "group_session", "by": "group", "distinct": "date"}), 1)}),
        0,
    );
    let group = || [crowd(&["p-1"]), vec![me().on("group", "g-1", "2024-05-01", json!({"members": ["p-1"]}))]].concat();
    let select = &["need", "records", "work.action", "work.n", "work.containers"];
    ask(
        book,
        "settled-on-two-days",
        quiet.clone(),
        group(),
        "2025-03-12",
        select,
        json!({"need": "work", "records": 2, "work": [{"action": "complete", "n": 2, "containers": ["g-1"]}]}),
        "no group may have one day of sessions at most: two on g-1, on 03-13 and 03-14",
    );
    ask(
        book,
        "settled-on-no-day",
        quiet,
        group(),
        "2025-03-13",
        select,
        json!({"need": "work", "records": 1, "work": [{"action": "reduce", "n": 1}]}),
        "one day is left, and sessions of one day do not take g-1 out of the count",
    );
}

fn hours(book: &mut Book) {
    ask(
        book,
        "hours-of-items",
        with(
            at_least(json!({"of": "visit.subjects", "distinct": "person"}), 3),
            json!({"window": {"within": {"hours": 23, "of": "2024-10-01"}}}),
        ),
        vec![],
        "2024-09-01",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "not_attainable", "params": {"requirement": "R-1"}}]}),
        "a visited person has no time of day of its own: even on 10-01 the 23 hours may be over, so nothing new counts for sure",
    );
}
