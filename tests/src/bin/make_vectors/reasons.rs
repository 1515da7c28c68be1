//! Why an element does not count, each reason once, through `evaluate`.

use crate::Book;
use crate::build::*;
use crate::made_up::{made, me};
use crate::relations::{bare, finding};
use serde_json::{Value, json};

const SELECT: &[&str] = &["outcome", "lo", "hi", "not_counted", "perhaps"];

/// A reason under the made-up requirement R-1.
fn reason(code: &str, params: Value, record: &str) -> Value {
    finding(code, "note", "R-1", params, &[record])
}

/// `range` with what does not count.
fn answer(outcome: &str, lo: &str, hi: &str, not_counted: Value) -> Value {
    with(range(outcome, lo, hi), json!({"not_counted": not_counted}))
}

fn visits(where_: Value) -> Value {
    json!({"measure": {"count": {"of": "visit", "where": where_}}, "target": {"at_least": 1}})
}

pub(crate) fn fill(book: &mut Book) {
    set_aside(book);
    conditions(book);
    days(book);
    moved(book);
}

fn set_aside(book: &mut Book) {
    let visit = || bare("v-1", "2024-05-06", json!({}));
    let mut r = |name: &str, entries: Vec<Value>, expected: Value, how: &str| {
        made(visits(json!({}))).select(SELECT).add(book, &format!("reasons/{name}"), entries, expected, how);
    };
    let retracted = |by: &str| json!({"v-1": reason("retracted", json!({"by": by}), "v-1")});
    r(
        "withdrawn",
        vec![visit(), me().on("withdrawal", "w-1", "2024-06-01", json!({"voids": "v-1", "reason": "误录"}))],
        answer("not_met", "0", "0", retracted("w-1")),
        "w-1 takes v-1 back: 0 < 1, and the reason names w-1",
    );
    r(
        "replaced",
        vec![visit(), bare("v-2", "2024-05-07", json!({"supersedes": "v-1"}))],
        answer("met", "1", "1", retracted("v-2")),
        "v-2 stands instead of v-1: one visit, not two",
    );
    r(
        "withdrawal-withdrawn",
        vec![
            visit(),
            me().on("withdrawal", "w-1", "2024-06-01", json!({"voids": "v-1", "reason": "误录"})),
            me().on("withdrawal", "w-2", "2024-06-02", json!({"voids": "w-1", "reason": "误撤"})),
        ],
        answer("not_met", "0", "0", retracted("w-1")),
        "algebra 2: retractions are never undone, so v-1 stays hidden",
    );
    r(
        "id-conflict",
        vec![visit(), bare("v-1", "2024-05-07", json!({}))],
        answer(
            "not_met",
            "0",
            "0",
            json!({"v-1": with(reason("id_conflict", json!({"id": "v-1"}), "v-1"), json!({"severity": "defect"}))}),
        ),
        "FORMAT 5: same id, different bytes: none counts; unlike the other reasons this is a defect to repair",
    );
    let latest = json!({"measure": {"count": {"of": "acceptance", "where": {"passed": {"is": true}}, "latest_of": []}}, "target": {"at_least": 1}});
    let acceptance = |id: &str, date: &str, passed: bool| me().on("acceptance", id, date, json!({"passed": passed}));
    made(latest.clone()).select(SELECT).add(
        book,
        "reasons/not-latest",
        vec![acceptance("ac-1", "2024-05-06", true), acceptance("ac-2", "2024-06-06", true)],
        answer("met", "1", "1", json!({"ac-1": reason("not_latest", json!({}), "ac-1")})),
        "latest_of []: only the latest of all is looked at, and it passed",
    );
    made(latest).select(SELECT).add(
        book,
        "reasons/latest-fails",
        vec![acceptance("ac-1", "2024-05-06", true), acceptance("ac-2", "2024-06-06", false)],
        answer(
            "not_met",
            "0",
            "0",
            json!({
                "ac-1": reason("not_latest", json!({}), "ac-1"),
                "ac-2": reason("condition_failed", json!({"condition": "passed", "needed": "true", "found": "false", "found_zh": "否", "found_en": "no", "what": "是否通过 = 是", "what_en": "Passed = yes"}), "ac-2"),
            }),
        ),
        "C28: the latest decides although an earlier one passed",
    );
}

fn conditions(book: &mut Book) {
    let mut c = |name: &str, where_: Value, more: Value, expected: Value, how: &str| {
        made(visits(where_)).select(SELECT).add(
            book,
            &format!("reasons/{name}"),
            vec![bare("v-1", "2024-05-06", more)],
            expected,
            how,
        );
    };
    // In words: the labels of the field (方式, 时长（分钟）) and of the code, which this package calls 名.
    let failed = |data: [&str; 3], found: [&str; 2], what: [&str; 2]| {
        let params = json!({"condition": data[0], "needed": data[1], "found": data[2],
            "found_zh": found[0], "found_en": found[1], "what": what[0], "what_en": what[1]});
        json!({"v-1": reason("condition_failed", params, "v-1")})
    };
    c(
        "condition-failed",
        json!({"mode": {"is": "home"}}),
        json!({"mode": "phone"}),
        answer("not_met", "0", "0", failed(["mode", "home", "phone"], ["名", "name"], ["方式 = 名", "Mode = name"])),
        "a visit by phone where one at home is wanted",
    );
    c(
        "condition-failed-by-one",
        json!({"minutes": {"at_least": 30}}),
        json!({"minutes": 29}),
        answer(
            "not_met",
            "0",
            "0",
            failed(["minutes", "at_least 30", "29"], ["29", "29"], ["时长（分钟） ≥ 30", "Minutes ≥ 30"]),
        ),
        "29 < 30 minutes",
    );
    c(
        "condition-just-holds",
        json!({"minutes": {"at_least": 30}}),
        json!({"minutes": 30}),
        range("met", "1", "1"),
        "30 ≥ 30 minutes, nothing is left out",
    );
    c(
        "undetermined",
        json!({"minutes": {"at_least": 30}}),
        json!({}),
        json!({"outcome": "unknown", "lo": "0", "hi": "1", "perhaps":
            {"v-1": reason("undetermined", json!({"condition": "minutes", "what": "时长（分钟）", "what_en": "Minutes"}), "v-1")}}),
        "E11: the minutes are missing, 0 … 1; the reason names the field to fill in",
    );
    c(
        "other-topic",
        json!({"category": {"is": "other"}}),
        json!({}),
        range("not_met", "0", "0"),
        "a visit of another category is about something else and no near miss: it is not listed",
    );
}

fn days(book: &mut Book) {
    let submitted =
        json!({"window": {"by": "submitted_on"}, "measure": {"count": {"of": "document"}}, "target": {"at_least": 1}});
    let paper =
        |on: &str| vec![me().on("document", "d-1", "2024-05-06", json!({"category": "note", "submitted_on": on}))];
    made(submitted.clone()).at(MIDDLE).select(SELECT).add(
        book,
        "reasons/not-yet",
        paper("2024-09-02"),
        answer("open", "0", "0", json!({"d-1": reason("not_yet", json!({"day": "2024-09-02"}), "d-1")})),
        "to be handed in on 09-02, judged on 09-01: its day has not come",
    );
    made(submitted).at(MIDDLE).select(SELECT).add(
        book,
        "reasons/on-the-day",
        paper("2024-09-01"),
        range("met", "1", "1"),
        "handed in on the day of judgement, which is over (C23)",
    );
    let posted = json!({"measure": {"count": {"of": "staff.postings", "on": "as_of"}}, "target": {"at_least": 1}});
    let until =
        |to: &str| vec![register("staff", "s-1", json!({"postings": [me().posting("here", "2024-03-15", Some(to))]}))];
    made(posted.clone()).at(MIDDLE).select(SELECT).add(
        book,
        "reasons/not-in-force",
        until("2024-08-31"),
        answer(
            "open",
            "0",
            "0",
            json!({"s-1/postings/0": reason("not_in_force", json!({"day": "2024-09-01"}), "s-1")}),
        ),
        "C34: the snapshot is of 2024-09-01, the posting ended the day before",
    );
    made(posted).at(MIDDLE).select(&["outcome", "holding", "lo", "not_counted"]).add(
        book,
        "reasons/in-force-on-last-day",
        until("2024-09-01"),
        json!({"outcome": "open", "holding": true, "lo": "1"}),
        "the posting's last day is the day of the snapshot; a snapshot can fall, so open and holding",
    );
}

fn moved(book: &mut Book) {
    let monthly =
        json!({"window": {"each": "month"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let spring = json!({"service_start": "2024-04-01", "service_end": "2024-06-30", "midterm_date": "2024-05-15"});
    let make_up = |id: &str, window: &str| {
        let more = json!({"requirement": "R-1", "window": window, "records": ["v-1"], "approved_by": "区民政局"});
        me().on("make_up", id, "2024-07-10", more)
    };
    let select = &["outcome", "cells.window", "cells.lo", "not_counted"][..];
    let row = |w: &str, lo: &str| json!({"window": w, "lo": lo});
    let moved = |windows: &str| json!({"v-1": reason("moved", json!({"window": windows}), "v-1")});
    made(monthly.clone()).contract(spring.clone()).at("2024-07-31").select(select).add(
        book,
        "reasons/moved-twice",
        vec![bare("v-1", "2024-05-06", json!({})), make_up("mu-1", "2024-06"), make_up("mu-2", "2024-04")],
        json!({"outcome": "not_met", "cells": [row("2024-04", "0"), row("2024-05", "0"), row("2024-06", "0")], "not_counted": moved("2024-04, 2024-06")}),
        "E10: a record serves one cell; named for two it is in neither, and no longer in May",
    );
    made(monthly).contract(spring).at("2024-07-31").select(select).add(
        book,
        "reasons/moved-nowhere",
        vec![bare("v-1", "2024-05-06", json!({})), make_up("mu-1", "2024-12")],
        json!({"outcome": "not_met", "cells": [row("2024-04", "0"), row("2024-05", "0"), row("2024-06", "0")], "not_counted": moved("2024-12")}),
        "2024-12 is no required month of April to June: the record left May and reached nothing",
    );
    let by_period = json!({"window": {"each": "month", "by": "period"}, "measure": {"count": {"of": "document"}}, "target": {"at_least": 1}});
    let early = me().on("document", "d-1", "2024-05-18", json!({"category": "note", "period": "2024-06"}));
    let row = |w: &str, lo: &str, outcome: &str| json!({"window": w, "lo": lo, "outcome": outcome});
    for (as_of, june) in [("2024-05-31", "open"), ("2024-06-01", "met")] {
        made(by_period.clone()).contract(json!({"service_start": "2024-05-01", "service_end": "2024-06-30", "midterm_date": "2024-06-01"})).at(as_of).select(&["cells.window", "cells.lo", "cells.outcome"]).add(
            book,
            &format!("reasons/beforehand-{june}"),
            vec![early.clone()],
            json!({"cells": [row("2024-05", "0", "not_met"), row("2024-06", "1", june)]}),
            "the note for June came in May: a cell whose period has not begun is open, from June 1 on it is met; May ended without one",
        );
    }
    let own = json!({"each": {"of": "visit"}, "measure": {"count": {"of": "self"}}, "target": {"at_least": 1}});
    let of_member = |member: &str, lo: &str| json!({"members": [member], "lo": lo});
    made(own).at("2025-04-30").select(&["outcome", "cells.members", "cells.lo", "not_counted"]).add(
        book,
        "reasons/moved-out-of-its-own-cell",
        vec![bare("v-1", "2024-05-06", json!({})), bare("v-2", "2024-05-06", json!({})), make_up("mu-1", "2024-06")],
        json!({"outcome": "not_met", "cells": [of_member("v-1", "0"), of_member("v-2", "1")], "not_counted": moved("2024-06")}),
        "E10: a make-up takes a record out of every cell but the named one, its own as a member too; there is no June here",
    );
}
