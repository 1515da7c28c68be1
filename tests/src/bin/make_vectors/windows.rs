//! Anchored windows, weeks, counted months and coverage, in small packages.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, made, me, visit};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    anchors(book);
    coverage(book);
}

fn anchors(book: &mut Book) {
    let two = |window: Value| {
        json!({"all_of": [{"id": "A", "measure": {"count": {"of": "activity", "where": {"category": {"is": "talk"}}}}, "target": {"at_least": 2}},
        {"id": "B", "window": window, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}}]})
    };
    let talks = || {
        vec![
            me().on("activity", "a-1", "2024-05-10", json!({"category": "talk"})),
            me().on("activity", "a-2", "2024-06-10", json!({"category": "talk"})),
        ]
    };
    let seen = |date: &str| all([crowd(&["p-1"]), talks(), vec![visit("v-1", date, "p-1")]]);
    let last = |outcome: &str, n: &str| parts(outcome, &[("met", "2", "2"), (outcome, n, n)]);
    let mut a = |name: &str, window: Value, date: &str, n: &str, how: &str| {
        made(two(window)).select(PARTS).add(
            book,
            &format!("made-up/{name}"),
            seen(date),
            last(if n == "1" { "met" } else { "not_met" }, n),
            how,
        );
    };
    a("from-first", json!({"from": {"first": "A"}}), "2024-05-10", "1", "from the first talk 05-10, its day included");
    a("from-first-before", json!({"from": {"first": "A"}}), "2024-05-09", "0", "the day before the first talk");
    a(
        "from-met",
        json!({"from": {"met": "A"}}),
        "2024-06-10",
        "1",
        "A came to be met with the second talk on 06-10, that day included",
    );
    a("from-met-before", json!({"from": {"met": "A"}}), "2024-06-09", "0", "the day before A came to be met");
    a("to-first", json!({"to": {"first": "A"}}), "2024-05-10", "1", "C32: up to the first talk, that day included");
    a("to-first-after", json!({"to": {"first": "A"}}), "2024-05-11", "0", "the day after the first talk");
    a(
        "to-midterm",
        json!({"to": "midterm_date"}),
        "2024-09-15",
        "1",
        "up to the mid-term date 2024-09-15, that day included",
    );
    a("to-midterm-after", json!({"to": "midterm_date"}), "2024-09-16", "0", "the day after the mid-term date");
    a("fixed-dates", json!({"from": "2024-07-01", "to": "2024-07-31"}), "2024-07-31", "1", "two dates, both included");
    a(
        "fixed-dates-after",
        json!({"from": "2024-07-01", "to": "2024-07-31"}),
        "2024-08-01",
        "0",
        "the day after the second date",
    );
    a(
        "within-days",
        json!({"within": {"days": 10, "of": {"first": "A"}}}),
        "2024-05-15",
        "1",
        "5 days after the first talk, within 10",
    );
    a(
        "within-days-late",
        json!({"within": {"days": 10, "of": {"first": "A"}}}),
        "2024-05-25",
        "0",
        "15 days after the first talk",
    );
    a(
        "within-working-days",
        json!({"within": {"working_days": 5, "of": {"first": "A"}}}),
        "2024-05-14",
        "1",
        "Friday 05-10, working Saturday 05-11, Monday 05-13, Tuesday 05-14: within 5 working days however they are begun",
    );
    a(
        "within-working-days-late",
        json!({"within": {"working_days": 5, "of": {"first": "A"}}}),
        "2024-05-20",
        "0",
        "05-11, 13, 14, 15, 16 are five working days; 05-20 is past them",
    );
    made(two(json!({"to": {"event": "spot_check"}}))).select(&["outcome", "parts.outcome"]).add(
        book,
        "made-up/event-anchor-never",
        seen("2024-05-15"),
        json!({"outcome": "not_met", "parts": [{"outcome": "met"}, {"outcome": "not_met"}]}),
        "C32: no spot check ever and the service is over: not_met",
    );
    made(two(json!({"from": {"event": "spot_check"}}))).select(PARTS).add(
        book,
        "made-up/event-anchor",
        [
            seen("2024-08-02"),
            vec![
                me().on("spot_check", "sp-2", "2024-09-01", json!({})),
                me().on("spot_check", "sp-1", "2024-08-01", json!({})),
            ],
        ]
        .concat(),
        last("met", "1"),
        "from the first spot check 2024-08-01; the visit came a day later",
    );
    let weekly = json!({"window": {"each": "week"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let fortnight = json!({"service_start": "2024-05-06", "service_end": "2024-05-19", "midterm_date": "2024-05-12"});
    made(weekly.clone())
        .contract(fortnight.clone())
        .at("2024-05-31")
        .select(&["outcome", "cells.window", "cells.lo"])
        .add(
            book,
            "made-up/weeks",
            [crowd(&["p-1"]), vec![visit("v-1", "2024-05-12", "p-1"), visit("v-2", "2024-05-13", "p-1")]].concat(),
            json!({"outcome": "met", "cells": [{"window": "2024-W19", "lo": "1"}, {"window": "2024-W20", "lo": "1"}]}),
            "ISO weeks from Monday: Sunday 05-12 is W19, Monday 05-13 is W20",
        );
    made(weekly).contract(fortnight).at("2024-05-10").select(&["outcome", "cells.outcome"]).add(
        book,
        "made-up/weeks-not-begun",
        [crowd(&["p-1"]), vec![visit("v-1", "2024-05-07", "p-1")]].concat(),
        json!({"outcome": "open", "cells": [{"outcome": "met"}, {"outcome": "open"}]}),
        "W19 is met on 05-10, W20 has not begun: open",
    );
    let counted = json!({"window": {"each": "month", "counted_from": "service_start"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let two_months = json!({"service_start": "2024-03-20", "service_end": "2024-05-19", "midterm_date": "2024-04-20"});
    let entries =
        |second: &str| [crowd(&["p-1"]), vec![visit("v-1", "2024-04-19", "p-1"), visit("v-2", second, "p-1")]].concat();
    made(counted.clone()).contract(two_months.clone()).at("2024-06-30").select(&["outcome", "cells.lo"]).add(
        book,
        "made-up/months-counted",
        entries("2024-04-20"),
        json!({"outcome": "met", "cells": [{"lo": "1"}, {"lo": "1"}]}),
        "counted from 03-20: months 03-20 … 04-19 and 04-20 … 05-19",
    );
    made(counted).contract(two_months).at("2024-06-30").select(&["outcome", "cells.lo"]).add(
        book,
        "made-up/months-counted-short",
        entries("2024-04-01"),
        json!({"outcome": "not_met", "cells": [{"lo": "2"}, {"lo": "0"}]}),
        "both visits lie in the month 03-20 … 04-19",
    );
}

fn coverage(book: &mut Book) {
    let depth = json!({"measure": {"coverage": {"of": "staff.postings", "where": {"package": {"is": "$package"}}, "depth": 2}}, "target": {"at_most": 0, "unit": "天"}});
    let worker = |id: &str, from: &str, to: Option<&str>| {
        register("staff", id, json!({"postings": [me().posting("here", from, to)]}))
    };
    let select = &["outcome", "lo", "gaps"][..];
    made(depth.clone()).select(select).add(
        book,
        "made-up/coverage-depth",
        vec![worker("s-1", "2024-03-15", None), worker("s-2", "2024-03-01", None)],
        json!({"outcome": "met", "lo": "0"}),
        "two workers on every day; one began before the service",
    );
    made(depth.clone()).select(select).add(
        book,
        "made-up/coverage-depth-gap",
        vec![worker("s-1", "2024-03-15", None), worker("s-2", "2024-03-17", None)],
        json!({"outcome": "not_met", "lo": "2", "gaps": [{"from": "2024-03-15", "to": "2024-03-16"}]}),
        "on 03-15 and 03-16 there is one of two",
    );
    let twice = register(
        "staff",
        "s-1",
        json!({"postings": [me().posting("here", "2024-03-15", None), me().posting("there", "2024-03-15", None)]}),
    );
    let three =
        json!({"measure": {"coverage": {"of": "staff.postings", "depth": 3}}, "target": {"at_most": 0, "unit": "天"}});
    made(three).select(&["outcome", "lo"]).add(
        book,
        "made-up/coverage-one-key-among-others",
        vec![twice.clone(), worker("s-1/postings/0", "2024-03-15", None)],
        json!({"outcome": "not_met", "lo": "365"}),
        "the postings of s-1 stand before and behind that of the other by name; two workers all the same, three are wanted",
    );
    made(depth).select(&["outcome", "lo"]).add(
        book,
        "made-up/coverage-one-key",
        vec![twice],
        json!({"outcome": "not_met", "lo": "365"}),
        "the key is the container: one worker with two postings covers every day once only, 365 days",
    );
    let one = json!({"measure": {"coverage": {"of": "staff.postings", "depth": 1}}, "target": {"at_most": 10}});
    made(one.clone()).select(&["outcome", "lo", "holding"]).at("2024-03-20").add(
        book,
        "made-up/coverage-up-to-now",
        vec![worker("s-1", "2024-03-18", None)],
        json!({"outcome": "open", "lo": "3", "holding": true}),
        "up to now: 03-15, 16, 17 uncovered, 3 ≤ 10 holds",
    );
    made(json!({"measure": {"coverage": {"of": "staff.postings"}}, "target": {"at_most": 0}})).select(&["outcome", "holding", "fraction"]).at("2024-05-26").add(book, "made-up/coverage-fraction-so-far", vec![worker("s-1", "2024-03-15", None)],
        json!({"outcome": "open", "holding": true, "fraction": "0.2"}), "FORMAT 5: covered ÷ required days of the whole service: 73 days up to 05-26 of 365 = 0.2, though nothing is uncovered");
    made(one).select(&["outcome", "fraction"]).add(
        book,
        "made-up/coverage-fraction",
        vec![worker("s-1", "2024-03-15", Some("2024-05-26"))],
        json!({"outcome": "not_met", "fraction": "0.2"}),
        "03-15 … 05-26 are 17 + 30 + 26 = 73 of 365 days = 0.2; 292 > 10 uncovered",
    );
}
