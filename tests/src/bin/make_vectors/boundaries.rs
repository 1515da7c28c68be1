//! Values on, just above and just below a boundary, under each reading of its words (G2).

use crate::Book;
use crate::bands::{evaluation, life, only};
use crate::build::*;
use crate::closing::{changed, close};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    scores(book);
    flags(book);
    weighted(book);
    people(book);
    ages(book);
    provider(book);
    due_day(book);
    satisfaction(book);
    month_ends(book);
}

const BAND: &[&str] = &["stages.id", "stages.band"];

/// The band of a score at a stage under a reading.
fn scores(book: &mut Book) {
    let mut s = |name: &str, stage: usize, reading: Value, score: f64, band: Option<&str>, how: &str| {
        let (stage_id, date) = [("midterm", "2024-09-15"), ("final", "2025-03-20")][stage];
        let entries = vec![evaluation("e-1", date, stage_id, json!({"score": score}))];
        let expected = only(stage, band.map_or(json!({}), |band| json!({"band": band})));
        life(book, name, json!({"readings": reading}), entries, AFTER, BAND, expected, how);
    };
    let strict_80 = || json!({"R-80-midterm": "exclusive"});
    s("S-7-exclusive-79.99", 0, strict_80(), 79.99, Some("S-7"), "不含80分: 79.99 < 80 and > 70");
    s("S-7-exclusive-80.01", 0, strict_80(), 80.01, None, "不含80分: 80.01 lies above either way");
    s("S-7-100", 0, json!({}), 100.0, None, "100 lies above every band");
    let strict_70 = || json!({"R-70-midterm": "exclusive"});
    s("S-8-exclusive-69.99", 0, strict_70(), 69.99, Some("S-8"), "不含70分: 69.99 < 70");
    s("S-8-exclusive-70.01", 0, strict_70(), 70.01, Some("S-7"), "不含70分: 70.01 is not below 70, and ≤ 80");
    s("S-8-0", 0, json!({}), 0.0, Some("S-8"), "0 ≤ 70: the most severe band only");
    let strict_final = || json!({"R-70-final": "exclusive"});
    s(
        "S-9-exclusive-70",
        1,
        strict_final(),
        70.0,
        None,
        "不含70分: 70 is not below 70, no consequence at the final stage",
    );
    s("S-9-exclusive-69.99", 1, strict_final(), 69.99, Some("S-9"), "不含70分: 69.99 < 70");
    s("S-9-exclusive-70.01", 1, strict_final(), 70.01, None, "不含70分: 70.01 lies above either way");
    s("S-9-80", 1, json!({}), 80.0, None, "80分以下 is said of the mid-term evaluation only");
    s(
        "S-9-midterm-reading",
        1,
        strict_70(),
        70.0,
        Some("S-9"),
        "the mid-term reading does not bear on the final stage: 70 ≤ 70",
    );
    s(
        "S-7-final-reading",
        0,
        strict_final(),
        70.0,
        Some("S-8"),
        "the final reading does not bear on the mid-term: 70 ≤ 70",
    );
}

/// What the other reading would say of a score exactly on a boundary.
fn flags(book: &mut Book) {
    let select = &["stages.id", "stages.boundary"][..];
    let flag = |reading: &str, option: &str, would_be: &str| json!({"boundary": [{"reading": reading, "option": option, "would_be": would_be}]});
    let mut f = |name: &str, stage: usize, reading: Value, score: f64, expected: Value, how: &str| {
        let (stage_id, date) = [("midterm", "2024-09-15"), ("final", "2025-03-20")][stage];
        let entries = vec![evaluation("e-1", date, stage_id, json!({"score": score}))];
        life(book, name, json!({"readings": reading}), entries, AFTER, select, only(stage, expected), how);
    };
    f(
        "S-7-flag-80",
        0,
        json!({}),
        80.0,
        flag("R-80-midterm", "exclusive", "none"),
        "80 is in S-7; 不含80分 it would be in no band",
    );
    f(
        "S-8-flag-70",
        0,
        json!({}),
        70.0,
        flag("R-70-midterm", "exclusive", "S-7"),
        "70 is in S-8; 不含70分 it would fall into S-7",
    );
    f(
        "S-9-flag-70",
        1,
        json!({}),
        70.0,
        flag("R-70-final", "exclusive", "none"),
        "70 is in S-9; 不含70分 it would be in no band",
    );
    let chosen = json!({"R-80-midterm": "exclusive"});
    f(
        "S-7-flag-80-exclusive",
        0,
        chosen,
        80.0,
        flag("R-80-midterm", "inclusive", "S-7"),
        "不含80分 was chosen: 80 is in no band, 含80分 it would be in S-7",
    );
    f("S-7-no-flag-79.99", 0, json!({}), 79.99, json!({}), "79.99 lies in S-7 under either reading");
    f("S-9-no-flag-70.01", 1, json!({}), 70.01, json!({}), "70.01 lies in no band under either reading");
}

/// A weighted score is compared without rounding (G13).
fn weighted(book: &mut Book) {
    let select = &["stages.id", "stages.score", "stages.band"][..];
    let marks = |professional: f64| {
        let full = |aspect: &str, mark: f64, full: u32| json!({"aspect": aspect, "mark": mark, "full": full});
        let marks = json!([
            full("professional", professional, 100),
            full("effect", 24.0, 30),
            full("management", 12.0, 15),
            full("funds", 12.0, 15)
        ]);
        vec![evaluation("e-1", "2024-09-15", "midterm", json!({"marks": marks}))]
    };
    let mut w = |name: &str, professional: f64, expected: Value, how: &str| {
        life(book, name, json!({}), marks(professional), AFTER, select, only(0, expected), how);
    };
    w(
        "S-5-exactly-80",
        80.0,
        json!({"score": "80", "band": "S-7"}),
        "0.40·80 + 30·24/30 + 15·12/15 + 15·12/15 = 32 + 24 + 12 + 12 = 80 ≤ 80",
    );
    w(
        "S-5-just-above-80",
        80.0001,
        json!({"score": "2000001/25000"}),
        "G13: 0.40·80.0001 = 32.00004, with 48 that is 80.00004 = 2000001/25000 > 80, no rounding",
    );
    w(
        "S-5-just-below-80",
        79.9999,
        json!({"score": "1999999/25000", "band": "S-7"}),
        "0.40·79.9999 = 31.99996, with 48 that is 79.99996 = 1999999/25000 ≤ 80",
    );
}

fn people(book: &mut Book) {
    let events = |heads: u32| {
        let photo = json!([attachment("photo", "1")]);
        of(2).activities(
            "community_activity",
            3,
            json!({"headcount": heads, "counted_by": "counter", "attachments": photo}),
        )
    };
    for (heads, n, how) in [
        (49, "0", "超过50人: 49 is not more than 50"),
        (50, "0", "超过50人: 50 is not more than 50"),
        (51, "3", "超过50人: 51 is more than 50, three events"),
    ] {
        let outcome = if n == "3" { "met" } else { "not_met" };
        let name = format!("exclusive-{heads}");
        case(2, "P2-I6b").reading("R-50-people", "exclusive").add(
            book,
            &name,
            events(heads),
            range(outcome, n, n),
            how,
        );
    }
    for n in [2, 3, 4, 6] {
        let id = format!("P{n}-I7{}", if n == 6 { "c" } else { "a" });
        let publicity = of(n).activities("social_work_publicity", 1, json!({"headcount": 51}));
        case(n, &id).add(book, "fifty-one", publicity, range("met", "1", "1"), "2（7）不低于50人次: 51 ≥ 50");
    }
    let plot = || register("site", "pl-1", json!({"category": "helped_plot", "area_mu": 1}));
    let sale = |gross: f64| {
        of(5).on(
            "observation",
            "ob-1",
            "2024-10-01",
            json!({"category": "sales", "subject": "pl-1", "season": "2024", "gross": gross}),
        )
    };
    let open = |lo: &str, holds: bool| {
        let cell = json!({"outcome": "open", "cells": [{"lo": lo, "hi": lo}]});
        if holds { with(cell, json!({"holding": true})) } else { cell }
    };
    let income = || case(5, "P5-I4").select(&["outcome", "holding", "cells.lo", "cells.hi"]);
    income().add(
        book,
        "just-below",
        vec![plot(), sale(5999.99)],
        open("5999.99", false),
        "超过6000元: 5999.99 is less",
    );
    income().reading("R-income-6000", "inclusive").add(
        book,
        "just-below-inclusive",
        vec![plot(), sale(5999.99)],
        open("5999.99", false),
        "含6000元: 5999.99 < 6000",
    );
    income().select(&["outcome", "boundary"]).add(
        book,
        "no-flag-until-the-end",
        vec![plot(), sale(6000.0)],
        json!({"outcome": "open"}),
        "6000 holds under the other reading only, but until closing both say open, so no outcome flips",
    );
}

fn ages(book: &mut Book) {
    let child = |category: &str, birth: &str| {
        let more = json!({"birth_date": birth, "residences": [{"place": "dongjinhua"}], "categories": [{"category": category}]});
        vec![
            register("person", "p-001", more),
            of(2).visit("v-1", "2024-05-06", "home", "dongjinhua", crate::build::people(1, 1)),
        ]
    };
    let count = |n: &str| json!({"lo": n, "hi": n});
    let mut c = |name: &str, category: &str, birth: &str, n: &str, how: &str| {
        let case = case(2, "P2-I3").select(&["lo", "hi"]).reading("R-children-age", "18_for_both");
        case.add(book, name, child(category, birth), count(n), how);
    };
    c("18-for-both-17", "left_behind", "2006-05-07", "1", "18_for_both: 17 on the day before the birthday is under 18");
    c("18-for-both-18", "left_behind", "2006-05-06", "0", "18_for_both: 18 on the birthday is not under 18");
    c("18-for-both-in-difficulty", "in_difficulty", "2006-05-07", "1", "18_for_both: 困境 as before");
    let elder = |birth: &str| {
        vec![
            register("person", "p-001", json!({"birth_date": birth, "residences": [{"place": "yongfu"}]})),
            of(3).visit("v-1", "2024-05-06", "home", "yongfu", crate::build::people(1, 1)),
        ]
    };
    let mut e = |name: &str, birth: &str, n: &str, how: &str| {
        let case = case(3, "P3-I3").select(&["lo", "hi"]).reading("R-age-80", "exclusive");
        case.add(book, name, elder(birth), count(n), how);
    };
    e("exclusive-80", "1944-05-06", "0", "须超过80岁: 80 on the birthday is not more than 80");
    e("exclusive-still-80", "1943-05-07", "0", "须超过80岁: still 80 on the day before the 81st birthday");
    e("exclusive-81", "1943-05-06", "1", "须超过80岁: 81 on the birthday");
}

fn provider(book: &mut Book) {
    let certified = |n: usize| {
        (1..=n).map(|i| with(staff(&format!("s-{i}"), json!([])), json!({"postings": null}))).collect::<Vec<_>>()
    };
    let mut a = |name: &str, option: &str, n: usize, outcome: &str, how: &str| {
        let contract = with(contract(&package_id(4)), json!({"readings": {"R-A1-two": option}}));
        let input = json!({"package": package_id(4), "contract": contract, "entries": certified(n), "as_of": AFTER, "requirement": "A-1", "select": ["outcome", "lo", "hi"]});
        let (n, file) = (n.to_string(), format!("provider/A-1-{name}"));
        book.add(file, "evaluate", input, range(outcome, &n, &n), how);
    };
    a("three", "inclusive", 3, "met", "3（1）2名以上: 3 ≥ 2");
    a("exclusive-two", "exclusive", 2, "not_met", "超过2名: 2 is not more than 2");
    a("exclusive-three", "exclusive", 3, "met", "超过2名: 3 > 2");
}

fn due_day(book: &mut Book) {
    let mut d = |name: &str, option: &str, on: &str, late: bool, how: &str| {
        let brief = of(1).document("d-1", on, "monthly_brief", json!({"period": "2024-04", "submitted_on": on}));
        let contract = with(contract(&package_id(1)), json!({"readings": {"R-25": option}}));
        let input = json!({"package": package_id(1), "contract": contract, "entries": [brief], "as_of": "2024-05-10", "select": ["findings.code", "findings.params.due", "findings.params.delivered"]});
        let due = if option == "exclusive" { "2024-04-24" } else { "2024-04-25" };
        let found =
            if late { json!([{"code": "late_delivery", "params": {"due": due, "delivered": on}}]) } else { json!([]) };
        book.add(format!("package-1/P1-I3b-{name}"), "evaluate", input, json!({"findings": found}), how);
    };
    d("on-the-24th", "inclusive", "2024-04-24", false, "25日前: the 24th is in time");
    d("exclusive-24th", "exclusive", "2024-04-24", false, "须在24日前: the 24th is the last day");
    d("exclusive-25th", "exclusive", "2024-04-25", true, "须在24日前: the 25th is late");
    let readings = json!({"R-25": "exclusive", "R-month-of-report": "submission"});
    let mut both = |name: &str, on: &str, found: Value, how: &str| {
        let brief = of(1).document("d-1", on, "monthly_brief", json!({"period": "2024-04", "submitted_on": on}));
        let contract = with(contract(&package_id(1)), json!({"readings": readings}));
        let input = json!({"package": package_id(1), "contract": contract, "entries": [brief], "as_of": "2024-06-10", "select": ["findings.code", "findings.params.due", "findings.params.delivered"]});
        book.add(format!("package-1/P1-I3b-{name}"), "evaluate", input, json!({"findings": found}), how);
    };
    both(
        "submission-exclusive-24th",
        "2024-05-24",
        json!([]),
        "R-month-of-report submission: April's brief is May's; R-25 exclusive: the 24th is the last day",
    );
    both(
        "submission-exclusive-25th",
        "2024-05-25",
        json!([{"code": "late_delivery", "params": {"due": "2024-05-24", "delivered": "2024-05-25"}}]),
        "both together: due on 24 May, neither on 24 April (R-25 alone) nor on 25 May (R-month-of-report alone)",
    );
}

fn satisfaction(book: &mut Book) {
    let mut s = |name: &str, satisfied: u32, decision: &str, how: &str| {
        let entries = changed("ss-1", Some(json!({"valid": 1000, "satisfied": satisfied})));
        close(book, name, json!({}), entries, &["decision"], json!({"decision": decision}), how);
    };
    s("X-2-899-of-1000", 899, "blocked", "10·899 = 8990 < 9·1000: 89.9 % is not 90 %");
    s("X-2-900-of-1000", 900, "closable", "10·900 = 9000 ≥ 9·1000: 达到90% includes 90 %");
    s("X-2-901-of-1000", 901, "closable", "10·901 = 9010 ≥ 9·1000");
}

/// The extra month of S-7 at the ends of months, under each rule.
fn month_ends(book: &mut Book) {
    let select = &["stages.id", "stages.duties.projected_end"][..];
    let ends = [
        ("31-jan", "2024-02-01", "2025-01-31", ["2025-02-28", "2025-02-28", "2025-02-28"]),
        ("30-nov", "2023-12-01", "2024-11-30", ["2024-12-30", "2024-12-31", "2024-12-31"]),
        ("29-feb", "2023-03-01", "2024-02-29", ["2024-03-29", "2024-03-31", "2024-03-31"]),
    ];
    let how = [
        "the same day of the next month, or its last day when there is none",
        "a last day of a month stays a last day",
        "the first day + 13 months − 1 day",
    ];
    for (name, start, end, projected) in ends {
        for (i, rule) in ["same_day", "last_day", "from_start"].into_iter().enumerate() {
            let more = json!({"service_start": start, "service_end": end, "midterm_date": start, "readings": {"R-month-end": rule}});
            let entries = vec![evaluation("e-1", start, "midterm", json!({"score": 75}))];
            let expected = only(0, json!({"duties": [{}, {"projected_end": projected[i]}]}));
            let how = format!("S-7, R-month-end {rule}: {}; {end} becomes {}", how[i], projected[i]);
            life(book, &format!("S-7-month-end-{name}-{rule}"), more, entries, end, select, expected, &how);
        }
    }
}
