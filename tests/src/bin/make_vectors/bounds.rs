//! What a register holds is bounded by its own days (P?-I1, P4-I3a, P4-I4), postings to one package
//! go together, readings that meet both apply, and scores that cannot be decide nothing.

use crate::Book;
use crate::bands::{evaluation, life, only};
use crate::build::*;
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    staffing(book);
    organisations(book);
    projects_before(book);
    readings(book);
    scores(book);
    cases(book);
}

fn worker_with(more: Value, postings: Value) -> Value {
    with(staff("s-1", postings), more)
}

fn staffing(book: &mut Book) {
    let me = of(3);
    let outcome = &["outcome"][..];
    let mut c = |name: &str, as_of: &str, entries: Vec<Value>, expected: &str, how: &str| {
        case(3, "P3-I1").at(as_of).select(outcome).add(book, name, entries, json!({"outcome": expected}), how);
    };
    let whole = || me.posting("yongfu", "2024-03-15", None);
    c(
        "left-the-register",
        "2025-03-14",
        vec![worker_with(json!({"to": "2024-06-30"}), json!([whole()]))],
        "not_met",
        "every day: the worker left the register on 06-30, so the posting without an end covers no day after it",
    );
    c(
        "joined-the-register-late",
        "2024-04-30",
        vec![worker_with(json!({"from": "2024-04-01"}), json!([whole()]))],
        "not_met",
        "every day: the worker is on the register from 04-01 only, 03-15 to 03-31 are not covered",
    );
    c(
        "postings-meet",
        "2025-03-14",
        vec![staff(
            "s-1",
            json!([
                me.posting("yongfu", "2024-03-15", Some("2024-09-30")),
                me.posting("yongfu", "2024-09-30", Some("2025-03-14"))
            ]),
        )],
        "met",
        "G12 专职 in one package only: both postings are to package 3, so 09-30 in both is no second package",
    );
    let before = register(
        "staff",
        "s-2",
        json!({"postings": [{"package": package_id(3), "place": "yongfu", "full_time": true, "from": "2023-01-01", "to": "2023-12-31"}]}),
    );
    c(
        "unqualified-before-the-service",
        "2025-03-14",
        vec![staff("s-1", json!([whole()])), before],
        "met",
        "均需 = everybody on the roster of the package in the service: s-2 was posted in 2023 only",
    );
}

fn organisations(book: &mut Book) {
    let core: Vec<Value> =
        (1..=10).map(|i| json!({"person": format!("p-{i:03}"), "core": true, "from": "2024-04-01"})).collect();
    let team = |more: Value| {
        let base = json!({"category": "volunteer_team", "members": core.clone()});
        [persons(10, &json!({})), vec![register("organisation", "o-1", with(base, more))]].concat()
    };
    let outcome = &["outcome"][..];
    let mut t = |name: &str, more: Value, expected: &str, how: &str| {
        case(4, "P4-I3a").select(outcome).add(book, name, team(more), json!({"outcome": expected}), how);
    };
    t("standing", json!({"status": "active"}), "met", "at evaluation date: 10 core members of a team that stands");
    t("dissolved", json!({"status": "dissolved"}), "not_met", "at evaluation date: the team was dissolved");
    t(
        "ended",
        json!({"to": "2024-12-01"}),
        "not_met",
        "at evaluation date: the team left the register on 2024-12-01, and its members with it",
    );
    let led = |from: &str| {
        let members = json!([{"person": "p-001", "role": "leader", "from": from}]);
        [
            persons(1, &json!({})),
            vec![register("organisation", "o-1", json!({"category": "community_organisation", "members": members}))],
            of(4).activities("guided_activity", 1, json!({"organisation": "o-1", "place": "gongjiatang"})),
        ]
        .concat()
    };
    let mut l = |name: &str, as_of: &str, from: &str, expected: &str, how: &str| {
        case(4, "P4-I4").at(as_of).select(outcome).add(book, name, led(from), json!({"outcome": expected}), how);
    };
    l("leader-there", "2024-06-30", "2024-05-01", "met", "a leader since 05-01 and one guided activity");
    l("leader-to-come", "2024-06-30", "2025-01-01", "open", "on 06-30 nobody leads yet");
    l(
        "leader-after-the-end",
        AFTER,
        "2025-03-20",
        "not_met",
        "by end: the service ended on 03-14, the leader came on 03-20",
    );
}

fn projects_before(book: &mut Book) {
    let contract = json!({"service_start": "2024-05-10", "service_end": "2025-05-09", "midterm_date": "2024-11-10"});
    let old = register("project", "pr-0", json!({"status": "completed", "from": "2023-05-01", "to": "2024-04-20"}));
    let now = register("project", "pr-1", json!({"status": "active", "from": "2024-05-10"}));
    case(1, "P1-I3d").at("2024-07-01").contract(contract).select(&["cells.members", "cells.window"]).add(
        book,
        "ended-before-the-service",
        vec![old, now],
        json!({"cells": [
            {"members": ["pr-1"], "window": "2024-Q2"}, {"members": ["pr-1"], "window": "2024-Q3"},
            {"members": ["pr-1"], "window": "2024-Q4"}, {"members": ["pr-1"], "window": "2025-Q1"}]}),
        "G10: what lies outside the service is not counted; pr-0 ended on 04-20, before the service began in that quarter",
    );
}

fn readings(book: &mut Book) {
    let elder = |birth: &str| {
        vec![
            register("person", "p-001", json!({"birth_date": birth, "residences": [{"place": "yongfu"}]})),
            of(3).visit("v-1", "2024-06-03", "home", "yongfu", people(1, 1)),
        ]
    };
    let both = json!({"readings": {"R-age-80": "exclusive", "R-age-day": "service_end"}});
    let range_of = &["lo", "hi"][..];
    case(3, "P3-I3").contract(both.clone()).select(range_of).add(
        book,
        "over-80-at-the-end-exactly-80",
        elder("1945-01-01"),
        json!({"lo": "0", "hi": "0"}),
        "R-age-80 exclusive and R-age-day service_end together: 80 on 2025-03-14, not over 80",
    );
    case(3, "P3-I3").contract(both).select(range_of).add(
        book,
        "over-80-at-the-end-81",
        elder("1944-01-01"),
        json!({"lo": "1", "hi": "1"}),
        "R-age-80 exclusive and R-age-day service_end together: 80 at the visit, 81 on 2025-03-14, over 80",
    );
}

fn scores(book: &mut Book) {
    let marks = |marks: [f64; 4], full: Value| -> Value {
        let aspects = ["professional", "effect", "management", "funds"];
        let marks: Vec<Value> = aspects
            .iter()
            .zip(marks)
            .map(|(aspect, mark)| with(json!({"aspect": aspect, "mark": mark}), full.clone()))
            .collect();
        json!({"marks": marks})
    };
    let select = &["stages.id", "stages.score", "stages.band", "findings.code"][..];
    let mut s = |name: &str, more: Value, expected: Value, findings: &[&str], how: &str| {
        let found: Vec<Value> = findings.iter().map(|code| json!({"code": code})).collect();
        let entries = vec![evaluation("e-1", "2024-09-15", "midterm", more)];
        let expected = with(only(0, expected), json!({"findings": found}));
        life(book, name, json!({}), entries, "2024-09-30", select, expected, how);
    };
    s(
        "marks-out-of-what",
        marks([32.0, 24.0, 12.0, 12.0], json!({})),
        json!({}),
        &["score_missing"],
        "G9: 32/24/12/12 fit the weights 40/30/15/15 (80) and a hundred each (23.6): of how much is not said, so no score",
    );
    s(
        "marks-of-a-hundred",
        marks([85.0, 90.0, 80.0, 88.0], json!({})),
        json!({"score": "86.2"}),
        &[],
        "S-5: 85 > 40, so they are out of 100: 34 + 27 + 12 + 13.2 = 86.2",
    );
    s("score-beyond-hundred", json!({"score": 700}), json!({}), &["score_missing"], "S-5: no score out of 100 is 700");
}

fn cases(book: &mut Book) {
    let child = json!({"birth_date": "2014-01-01", "residences": [{"place": "dongjinhua"}], "categories": [{"category": "left_behind"}]});
    let days: Vec<String> = (0..5).map(|i| day("2024-05-06", 7 * i)).collect();
    let mut entries = persons(6, &child);
    for i in 1..=6 {
        entries.extend(of(2).case(&format!("c-{i}"), &format!("p-{i:03}"), &days));
    }
    entries.push(of(2).on("case", "c-0", "2024-03-20", json!({"client": "p-006", "workers": []})));
    case(2, "P2-I4a").add(
        book,
        "defective-case-before",
        entries,
        range("met", "6", "6"),
        "G5: c-0 has no worker and does not count, so it keeps no other case of p-006 from counting",
    );
}
