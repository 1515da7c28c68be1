//! Package 6 和美乡村.

use crate::Book;
use crate::build::*;
use crate::shared;
use serde_json::{Value, json};

/// The twelve required months of the standard service.
const MONTHS: [&str; 12] = [
    "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12",
    "2025-01", "2025-02",
];

fn visit(id: &str, date: &str, subjects: Vec<Value>) -> Value {
    of(6).visit(id, date, "home", "shahe", subjects)
}

fn rounds(skip: &str) -> Vec<Value> {
    MONTHS
        .iter()
        .filter(|m| **m != skip)
        .flat_map(|m| {
            ["18", "25"].map(|d| visit(&format!("v-{m}-{d}"), &format!("{m}-{d}"), vec![json!({"household": "h-1"})]))
        })
        .chain([register("household", "h-1", json!({"place": "shahe"}))])
        .collect()
}

pub(crate) fn fill(book: &mut Book) {
    shared::staffing(book, 6, "shahe");
    shared::casework(book, 6);
    shared::groups(book, 6);
    shared::publicity(book, 6, "P6-I7c");
    shared::media(book, 6, "P6-I7d");
    monthly(book);
    households(book);
    text_only(book);
    rest(book);
}

fn monthly(book: &mut Book) {
    let select = &["outcome", "cells.window", "cells.lo"][..];
    let answer = |outcome: &str, odd: &str, lo: &str, months: &[&str]| {
        let rows: Vec<Value> =
            months.iter().map(|m| json!({"window": m, "lo": if *m == odd { lo } else { "2" }})).collect();
        json!({"outcome": outcome, "cells": rows})
    };
    let c = || case(6, "P6-I3a").select(select);
    c().add(
        book,
        "met",
        rounds(""),
        answer("met", "", "", &MONTHS),
        "二（六）2（3）每月走访2次: G8 gives 12 months (15th in the service), two days of visits in each",
    );
    c().add(
        book,
        "july-missing",
        rounds("2024-07"),
        answer("not_met", "2024-07", "0", &MONTHS),
        "二（六）2（3）: no visit in 2024-07",
    );
    let same_day: Vec<Value> = rounds("")
        .into_iter()
        .map(|e| if e["id"] == "v-2024-07-25" { with(e, json!({"date": "2024-07-18"})) } else { e })
        .collect();
    c().add(
        book,
        "both-on-one-day",
        same_day,
        answer("not_met", "2024-07", "1", &MONTHS),
        "P6-I3a settled: distinct dates; both visits of July are on the 18th, 1 < 2",
    );
    let march = [
        rounds("2024-07"),
        vec![
            visit("v-x1", "2025-03-03", vec![json!({"household": "h-1"})]),
            visit("v-x2", "2025-03-04", vec![json!({"household": "h-1"})]),
        ],
    ]
    .concat();
    case(6, "P6-I3a").select(&["outcome", "not_counted.v-x1.code"]).add(
        book,
        "march-is-not-required",
        march,
        json!({"outcome": "not_met", "not_counted": {"v-x1": {"code": "outside_window"}}}),
        "G8: 15 March 2025 is after the end, so March 2025 is no required month and its visits fill none",
    );
    let event = |more: Value| {
        of(6).on("waiver", "w-1", "2025-03-20", with(json!({"requirement": "P6-I3a", "approved_by": "区民政局"}), more))
    };
    c().select(&["outcome", "waived.event", "waived.window"]).add(
        book,
        "july-waived",
        [rounds("2024-07"), vec![event(json!({"window": "2024-07"}))]].concat(),
        json!({"outcome": "met", "waived": [{"event": "w-1", "window": "2024-07"}]}),
        "G10: the missed month is waived and leaves the set, eleven months are met",
    );
    c().select(&["outcome"]).add(
        book,
        "other-month-waived",
        [rounds("2024-07"), vec![event(json!({"window": "2024-08"}))]].concat(),
        json!({"outcome": "not_met"}),
        "G10: the waiver names August, July stays missed",
    );
    c().select(&["outcome"]).add(
        book,
        "waived-whole",
        vec![event(json!({}))],
        json!({"outcome": "met"}),
        "FORMAT 5: a waiver without member and window waives the requirement as a whole",
    );
    let make_up = |records: Value| {
        of(6).on(
            "make_up",
            "mu-1",
            "2025-03-20",
            json!({"requirement": "P6-I3a", "window": "2024-07", "records": records, "approved_by": "区民政局"}),
        )
    };
    let extra = || {
        vec![
            visit("v-x1", "2024-08-01", vec![json!({"household": "h-1"})]),
            visit("v-x2", "2024-08-02", vec![json!({"household": "h-1"})]),
        ]
    };
    c().add(
        book,
        "july-made-up",
        all([rounds("2024-07"), extra(), vec![make_up(json!(["v-x1", "v-x2"]))]]),
        answer("met", "", "", &MONTHS),
        "G10: two August visits beyond August's two are moved into July: 2 each",
    );
    c().add(
        book,
        "make-up-takes-away",
        all([rounds("2024-07"), vec![make_up(json!(["v-2024-08-18", "v-2024-08-25"]))]]),
        answer("not_met", "2024-08", "0", &MONTHS),
        "E10: the moved records serve no other cell, August is left with 0",
    );
    let outside = vec![
        visit("v-x1", "2025-03-16", vec![json!({"household": "h-1"})]),
        visit("v-x2", "2025-03-17", vec![json!({"household": "h-1"})]),
    ];
    c().add(
        book,
        "make-up-outside",
        all([rounds("2024-07"), outside, vec![make_up(json!(["v-x1", "v-x2"]))]]),
        answer("not_met", "2024-07", "0", &MONTHS),
        "C40: records dated outside the service are refused",
    );
    let mut longer: Vec<&str> = MONTHS.to_vec();
    longer.push("2025-03");
    let extension = || of(6).on("extension", "ex-1", "2025-02-20", json!({"new_end": "2025-04-14"}));
    c().at("2025-04-30").add(book, "extended-month-owed", [rounds(""), vec![extension()]].concat(), answer("not_met", "2025-03", "0", &longer), "S-7 settled: month-based duties extend; the 15th of March 2025 now lies in the service, 13 months, none visited in the 13th");
    let served = vec![
        visit("v-x1", "2025-03-20", vec![json!({"household": "h-1"})]),
        visit("v-x2", "2025-04-01", vec![json!({"household": "h-1"})]),
    ];
    c().at("2025-04-30").add(
        book,
        "extended-month-half",
        all([rounds(""), vec![extension()], served]),
        answer("not_met", "2025-03", "1", &longer),
        "S-7: one visit in March, the other in April which is not required (15 April is after 2025-04-14)",
    );
}

fn households(book: &mut Book) {
    let list = |n: usize| -> Vec<Value> {
        (1..=n).map(|i| register("household", &format!("h-{i}"), json!({"place": "shahe"}))).collect()
    };
    let all_of = |n: usize| -> Vec<Value> { (1..=n).map(|i| json!({"household": format!("h-{i}")})).collect() };
    let c = || case(6, "P6-I3b");
    c().add(
        book,
        "met",
        [list(100), vec![visit("v-1", "2024-05-06", all_of(100))]].concat(),
        range("met", "100", "100"),
        "二（六）2（3）不少于100户: 100 distinct households",
    );
    c().add(
        book,
        "ninety-nine",
        [list(99), vec![visit("v-1", "2024-05-06", all_of(99)), visit("v-2", "2024-06-06", all_of(1))]].concat(),
        range("not_met", "99", "99"),
        "G4: 户 are distinct; 100 visits to 99 households",
    );
    let member = [
        list(2),
        vec![
            register("person", "p-1", json!({"household": "h-1"})),
            register("person", "p-2", json!({})),
            visit(
                "v-1",
                "2024-05-06",
                vec![json!({"household": "h-1"}), json!({"person": "p-1"}), json!({"household": "h-2"})],
            ),
        ],
    ]
    .concat();
    c().add(
        book,
        "person-of-household",
        member,
        range("not_met", "2", "2"),
        "derived field home: p-1 belongs to h-1, which was counted already",
    );
    let extension = vec![of(6).on("extension", "ex-1", "2025-02-20", json!({"new_end": "2025-04-14"}))];
    let late = [
        list(100),
        vec![visit("v-1", "2024-05-06", all_of(99)), visit("v-2", "2025-04-14", vec![json!({"household": "h-100"})])],
        extension,
    ]
    .concat();
    c().at("2025-04-30").select(&["outcome", "lo", "hi", "target.value"]).add(
        book,
        "extended-total-stays",
        late,
        with(range("met", "100", "100"), json!({"target": {"value": "100"}})),
        "S-7 settled: records in the extension count and totals do not grow, 99 + 1 ≥ 100",
    );
}

fn text_only(book: &mut Book) {
    let input = |entries: Vec<Value>, select: &[&str]| json!({"package": package_id(6), "contract": contract(&package_id(6)), "entries": entries, "as_of": AFTER, "select": select});
    let list: Vec<Value> = ["P6-1", "P6-2", "P6-3", "P6-I3c", "P6-4", "P6-5", "P6-6", "P6-7"]
        .iter()
        .map(|id| if *id == "P6-I3c" { json!({"id": id, "text_only": true}) } else { json!({"id": id}) })
        .collect();
    book.add(
        "package-6/P6-I3c-text-only",
        "evaluate",
        input(vec![], &["completion", "indicators.id", "indicators.text_only"]),
        json!({"completion": {"met": 0, "of": 7}, "indicators": list}),
        "二（六）2（3）宣传惠民政策 has no number: listed as text only, 7 indicators stand in completion",
    );
    let publicity: Vec<Value> = rounds("")
        .into_iter()
        .map(|e| if e["id"] == "v-2024-05-18" { with(e, json!({"parts": ["policy_publicity"]})) } else { e })
        .collect();
    case(6, "P6-I3a").select(&["outcome", "shows.lo"]).add(
        book,
        "publicity-shown",
        publicity.clone(),
        json!({"outcome": "met", "shows": [{"lo": "1"}]}),
        "P6-I3c settled: an optional field of the visit, shown and never judged: 1 visit",
    );
    book.add(
        "package-6/P6-I3c-never-judged",
        "evaluate",
        input(publicity, &["completion"]),
        json!({"completion": {"met": 0, "of": 7}}),
        "P6-I3c: the publicity changes no completion; P6-3 also needs 100 households (1 visited), so 0 of 7",
    );
}

fn rest(book: &mut Book) {
    let me = of(6);
    let report = |methods: Value| vec![me.document("d-1", "2024-05-20", "survey_report", json!({"methods": methods}))];
    case(6, "P6-I2").add(
        book,
        "met",
        report(json!(["questionnaire", "visit"])),
        range("met", "1", "1"),
        "二（六）2（2）走访、调查问卷…调研报告一篇: one report by both methods",
    );
    case(6, "P6-I2").add(
        book,
        "visits-only",
        report(json!(["visit", "interview"])),
        range("not_met", "0", "0"),
        "P6-I2 settled: both methods evidenced, the questionnaire is missing",
    );
    let lectures = |n: usize| {
        [me.activities("lecture", 4, json!({"theme": "party_building"})),
        (0..n - 4).map(|i| me.on("activity", &format!("a-l{i}"), &day("2024-07-01", i), json!({"category": "lecture", "theme": if i < 4 { "governance" } else { "employment_skills" }, "place": "shahe", "workers": worker(), "headcount": 9}))).collect()].concat()
    };
    case(6, "P6-I6a").select(&["outcome", "lo", "hi", "marks"]).add(
        book,
        "met",
        lectures(12),
        range("met", "12", "12"),
        "二（六）2（6）不少于12场次: 4 + 4 + 4 lectures, every theme held",
    );
    case(6, "P6-I6a").add(book, "eleven", lectures(11), range("not_met", "11", "11"), "二（六）2（6）: 11 < 12");
    case(6, "P6-I6a").select(&["outcome", "lo", "marks"]).add(
        book,
        "theme-missing",
        me.activities("lecture", 12, json!({"theme": "governance"})),
        json!({"outcome": "met", "lo": "12", "marks": ["warning"]}),
        "P6-I6a settled: total ≥12 is met; each theme ≥1 is a warning only, 1 of 3 themes",
    );
    case(6, "P6-I6a").add(
        book,
        "other-theme",
        [lectures(11), me.activities("lecture", 5, json!({"theme": "other"})).split_off(4)].concat(),
        range("not_met", "11", "11"),
        "二（六）2（6）: a lecture on another theme is none of the three",
    );
    let listed = |n: usize| persons(n, &json!({"lists": [{"list": "talent"}]}));
    let lecture = |n: usize, theme: &str| {
        vec![me.on("activity", "a-1", "2024-05-06", json!({"category": "lecture", "theme": theme, "place": "shahe", "workers": worker(), "participants": people(1, n)}))]
    };
    case(6, "P6-I6b").add(
        book,
        "met",
        [listed(50), lecture(50, "employment_skills")].concat(),
        range("met", "50", "50"),
        "二（六）2（6）人才不少于50人: 50 on the list, each at a skills lecture",
    );
    case(6, "P6-I6b").add(
        book,
        "forty-nine",
        [listed(50), lecture(49, "employment_skills")].concat(),
        range("not_met", "49", "49"),
        "P6-I6b settled: p-050 attended none, 49 < 50",
    );
    case(6, "P6-I6b").add(
        book,
        "other-lecture",
        [listed(50), lecture(50, "governance")].concat(),
        range("not_met", "0", "0"),
        "P6-I6b settled: a skill-themed lecture is wanted, a governance lecture is none",
    );
    let printed = |b: i64, proof: &str| {
        vec![
            me.document(
                "d-1",
                "2024-06-01",
                "governance_material",
                json!({"copies": 600, "attachments": [attachment("invoice", "1")]}),
            ),
            me.document(
                "d-2",
                "2024-09-01",
                "governance_material",
                json!({"copies": b, "attachments": [attachment(proof, "2")]}),
            ),
        ]
    };
    case(6, "P6-I7a").add(
        book,
        "met",
        printed(400, "receipt"),
        range("met", "1000", "1000"),
        "二（六）2（7）不少于1000份: 600 + 400 copies with invoice or receipt",
    );
    case(6, "P6-I7a").add(
        book,
        "nine-ninety-nine",
        printed(399, "receipt"),
        range("not_met", "999", "999"),
        "二（六）2（7）: 600 + 399 = 999 < 1000",
    );
    case(6, "P6-I7a").add(
        book,
        "no-proof",
        printed(400, "photo"),
        range("not_met", "600", "600"),
        "P6-I7a settled: proof = invoice or receipt; a photo is none",
    );
    case(6, "P6-I7b").add(
        book,
        "met",
        me.activities("policy_talk", 12, json!({})),
        range("met", "12", "12"),
        "二（六）2（7）政策宣讲12场次: 12 records",
    );
    case(6, "P6-I7b").add(
        book,
        "eleven",
        [me.activities("policy_talk", 11, json!({})), me.activities("lecture", 1, json!({"theme": "governance"}))]
            .concat(),
        range("not_met", "11", "11"),
        "P6-I7b settled (G3): a lecture is a separate type, 11 < 12",
    );
}
