//! Package 1: talent, incubation, publicity and the obligations.

use crate::Book;
use crate::build::*;
use crate::package1::{MONTHS, supervisions, without};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    rest(book);
    obligations(book);
}

fn rest(book: &mut Book) {
    let me = of(1);
    let mixed = |n: usize| {
        [me.activities("coordination", 6, json!({})), me.activities("inspection", n - 6, json!({}))].concat()
    };
    case(1, "P1-I3c").add(
        book,
        "met",
        mixed(12),
        range("met", "12", "12"),
        "二（一）2（3）全年累计12场次: 6 coordinations + 6 inspections pooled",
    );
    case(1, "P1-I3c").add(
        book,
        "eleven",
        [mixed(11), supervisions(1)].concat(),
        range("not_met", "11", "11"),
        "二（一）2（3）: 6 + 5 = 11 < 12; a supervision is another kind of record (G3)",
    );
    let proof = json!({"attachments": [attachment("notice", "1")]});
    case(1, "P1-I4a").add(
        book,
        "met",
        vec![me.attestation("exam_mobilisation", proof)],
        range("met", "1", "1"),
        "二（一）2（4）: attested with one piece of evidence",
    );
    case(1, "P1-I4a").add(
        book,
        "no-evidence",
        vec![me.attestation("exam_mobilisation", json!({}))],
        range("not_met", "0", "0"),
        "P1-I4a settled: needs ≥1 evidence item; an absent list has size 0",
    );
    let events = |n: usize| {
        [
            me.activities("training", 2, json!({})),
            me.activities("exchange", n - 2, json!({})),
            me.activities("exam_talk", 1, json!({})),
        ]
        .concat()
    };
    case(1, "P1-I4b").add(
        book,
        "met",
        events(4),
        range("met", "4", "4"),
        "二（一）2（4）不少于4场: 2 trainings + 2 exchanges",
    );
    case(1, "P1-I4b").add(
        book,
        "three-and-a-talk",
        events(3),
        range("not_met", "3", "3"),
        "P1-I4b settled: the examination talk is not training, 2 + 1 = 3 < 4",
    );
    incubation(book);
    press(book);
    case(1, "P1-I6b").add(
        book,
        "met",
        vec![me.document("d-1", "2024-11-01", "paper", json!({}))],
        range("met", "1", "1"),
        "二（一）2（6）案例或论文1篇: one paper",
    );
    case(1, "P1-I6b").add(
        book,
        "outside",
        vec![me.document("d-1", "2025-03-15", "paper", json!({}))],
        range("not_met", "0", "0"),
        "G10: dated the day after the service ended, does not count",
    );
    let week = |on: &str| {
        vec![me.on(
            "activity",
            "a-1",
            on,
            json!({"category": "social_work_week", "place": "nanchuan", "workers": worker(), "headcount": 80}),
        )]
    };
    case(1, "P1-I6c").add(
        book,
        "met",
        week("2024-03-19"),
        range("met", "1", "1"),
        "二（一）2（6）2024年社工宣传周: held on 2024-03-19, in 2024 and in the service",
    );
    case(1, "P1-I6c").select(&["outcome", "lo", "hi", "not_counted.a-1.code"]).add(
        book,
        "in-2025",
        week("2025-03-10"),
        with(range("not_met", "0", "0"), json!({"not_counted": {"a-1": {"code": "outside_window"}}})),
        "二（一）2（6）: 2025-03-10 is in the service but not in 2024",
    );
    let later = json!({"service_start": "2025-01-01", "service_end": "2025-12-31", "midterm_date": "2025-07-01"});
    case(1, "P1-I6c").contract(later).at("2025-06-01").select(&["marks"]).add(
        book,
        "infeasible",
        vec![],
        json!({"marks": ["infeasible"]}),
        "G9, FORMAT 3: the fixed window 2024 does not meet the service of 2025",
    );
}

fn incubation(book: &mut Book) {
    let me = of(1);
    let organisation = |id: &str, from: &str| {
        register("organisation", id, json!({"category": "social_organisation", "status": "incubated", "from": from}))
    };
    let follow = |org: &str, month: &str| {
        me.on("visit", &format!("v-{org}-{month}"), &format!("{month}-20"), json!({
        "mode": "site", "category": "incubation_follow_up", "place": "nanchuan", "workers": worker(), "subjects": [{"organisation": org}]}))
    };
    let year = |org: &str, from: usize| -> Vec<Value> { MONTHS[from..].iter().map(|m| follow(org, m)).collect() };
    let continuing = || vec![me.attestation("continuing_incubation", json!({}))];
    let select = &["outcome", "parts.outcome", "parts.id"][..];
    let answer = |outcome: &str, monthly: &str, other: &str| {
        json!({"outcome": outcome, "parts": [
        {"id": "P1-I5-monthly", "outcome": monthly}, {"id": "P1-I5-continuing", "outcome": other}]})
    };
    let full = || all([vec![organisation("o-1", "2024-01-01")], year("o-1", 0), continuing()]);
    case(1, "P1-I5").select(select).add(
        book,
        "met",
        full(),
        answer("met", "met", "met"),
        "二（一）2（5）每月动态跟进: 12 required months (the 15th in the service), one follow-up each",
    );
    case(1, "P1-I5").select(select).add(
        book,
        "october-missing",
        without(full(), "v-o-1-2024-10"),
        answer("not_met", "not_met", "met"),
        "二（一）2（5）: no follow-up in 2024-10",
    );
    case(1, "P1-I5").select(select).add(
        book,
        "no-organisation",
        continuing(),
        answer("unknown", "unknown", "met"),
        "G9: no incubated organisation in the register, so unknown, never met",
    );
    let late = all([vec![organisation("o-1", "2024-08-16")], year("o-1", 6), continuing()]);
    case(1, "P1-I5").select(select).add(book, "from-september", late, answer("met", "met", "met"),
        "P1-I5: incubated since 2024-08-16, after that month's anchor day 15, so owed from 2024-09: 6 months, 6 follow-ups");
    let same = all([vec![organisation("o-1", "2024-08-15")], year("o-1", 6), continuing()]);
    case(1, "P1-I5").select(select).add(
        book,
        "from-august",
        same,
        answer("not_met", "not_met", "met"),
        "P1-I5, active anchor: in force on 2024-08-15 itself, so August is owed and has no follow-up",
    );
}

fn press(book: &mut Book) {
    let me = of(1);
    let paper = |district: usize, wechat: usize| {
        all([
            outlets(),
            me.publications("media", "n-1", 1),
            me.publications("media", "m-1", 1),
            me.publications("media", "d-1", district),
            me.publications("wechat_official", "w-1", wechat),
        ])
    };
    let row = |n: &str, outcome| (outcome, n.to_owned());
    let answer = |outcome: &str, rows: [(&str, String); 4]| json!({"outcome": outcome, "parts": rows.map(|(o, n)| range(o, &n, &n))});
    let p = || case(1, "P1-I6a").select(PARTS);
    p().add(
        book,
        "met",
        paper(4, 12),
        answer("met", [row("1", "met"), row("1", "met"), row("4", "met"), row("12", "met")]),
        "二（一）2（6）1、1、4、12篇: exactly these",
    );
    p().add(
        book,
        "eleven-posts",
        paper(4, 11),
        answer("not_met", [row("1", "met"), row("1", "met"), row("4", "met"), row("11", "not_met")]),
        "二（一）2（6）: 11 posts < 12",
    );
    let repeated: Vec<Value> = paper(4, 12)
        .into_iter()
        .map(|e| if e["id"] == "pub-media-d-1-03" { with(e, json!({"title": "d-1media第0篇"})) } else { e })
        .collect();
    p().add(
        book,
        "title-repeated",
        repeated,
        answer("not_met", [row("1", "met"), row("1", "met"), row("3", "not_met"), row("12", "met")]),
        "C33: a repeated title counts once, 3 district reports < 4",
    );
    let city = all([
        paper(3, 12),
        vec![me.on(
            "publication",
            "pub-x",
            "2024-07-01",
            json!({"channel": "media", "outlet": "m-1", "title": "另一篇", "url": "https://example.org/3"}),
        )],
    ]);
    p().add(
        book,
        "city-for-district",
        city.clone(),
        answer("not_met", [row("1", "met"), row("2", "met"), row("3", "not_met"), row("12", "met")]),
        "P1-I6a settled: exact levels, a second city report does not fill the fourth district one",
    );
    case(1, "P1-I6a").select(PARTS).reading("R-media-substitution", "higher_fills").add(
        book,
        "city-for-district-filled",
        city,
        answer("met", [row("1", "met"), row("3", "met"), row("6", "met"), row("12", "met")]),
        "higher_fills: city or above 1 + 2 = 3 ≥ 2, district or above 1 + 2 + 3 = 6 ≥ 6",
    );
}

fn obligations(book: &mut Book) {
    let me = of(1);
    let week = json!({"service_start": "2024-05-06", "service_end": "2024-05-12", "midterm_date": "2024-05-08", "readings": {"R-P1-C0": "working_days", "R-P1-I3c": "service_total"}});
    let there = |days: &[&str]| -> Vec<Value> {
        let here = days.iter().map(|d| {
            me.on(
                "attendance",
                &format!("at-{d}"),
                &format!("2024-05-{d}"),
                json!({"worker": "s-1", "place": "sw_centre"}),
            )
        });
        std::iter::once(staff("s-1", json!([me.posting("sw_centre", "2024-03-15", None)]))).chain(here).collect()
    };
    let c = || case(1, "P1-C0").contract(week.clone()).select(&["outcome", "lo", "gaps"]);
    c().add(book, "met", there(&["06", "07", "08", "09", "10", "11"]), json!({"outcome": "met", "lo": "0"}),
        "一（一）日驻, C29: Monday 05-06 to Friday 05-10 and the working Saturday 05-11 (调休) are attended, Sunday is not required");
    c().add(
        book,
        "saturday-missing",
        there(&["06", "07", "08", "09", "10"]),
        json!({"outcome": "not_met", "lo": "1", "gaps": [{"from": "2024-05-11", "to": "2024-05-11"}]}),
        "C29: 2024-05-11 is a working day of the contract and nobody was there, 1 > 0",
    );
    let report = |more| vec![me.document("d-1", "2024-05-20", "survey_report", more)];
    case(1, "P1-C1").add(
        book,
        "met",
        report(json!({"parts": ["questionnaire"]})),
        range("met", "1", "1"),
        "二（一）1（1）调研报告1篇 resting on 问卷",
    );
    case(1, "P1-C1").add(
        book,
        "no-questionnaire",
        report(json!({})),
        range("not_met", "0", "0"),
        "P1-C1: must rest on the questionnaire; contains_all on an absent list is no",
    );
    let lists = |empty: bool| -> Vec<Value> {
        ["needs_list", "project_pool", "resource_pool", "talent_pool"]
            .iter()
            .enumerate()
            .map(|(i, c)| {
                me.document(
                    &format!("d-{i}"),
                    "2024-06-01",
                    c,
                    if empty && i == 1 { json!({}) } else { json!({"items": ["一"]}) },
                )
            })
            .collect()
    };
    case(1, "P1-C2").add(
        book,
        "met",
        lists(false),
        range("met", "4", "4"),
        "二（一）1（1）–（2）: four named deliverables, each with an entry",
    );
    case(1, "P1-C2").add(
        book,
        "empty-pool",
        lists(true),
        range("not_met", "3", "3"),
        "P1-C2 settled: non-empty; the project pool has no item, 3 < 4",
    );
    let rules = |first: &str| -> Vec<Value> {
        [
            "rule_project",
            "rule_performance",
            "rule_archive",
            "rule_publicity",
            "rule_finance",
            "mechanism_three_level",
            "mechanism_five_party",
            "rule_incentive",
        ]
        .iter()
        .enumerate()
        .map(|(i, c)| {
            me.document(
                &format!("d-{i}"),
                "2024-06-01",
                c,
                json!({"version_date": if i == 0 { first } else { "2024-06-01" }}),
            )
        })
        .collect()
    };
    case(1, "P1-C3").add(
        book,
        "met",
        rules("2024-03-15"),
        range("met", "8", "8"),
        "二（一）1（3）: eight rules with a version inside the service, the first day included",
    );
    case(1, "P1-C3").select(&["outcome", "lo", "hi", "not_counted.d-0.code"]).add(
        book,
        "old-version",
        rules("2024-03-14"),
        with(range("not_met", "7", "7"), json!({"not_counted": {"d-0": {"code": "outside_service"}}})),
        "P1-C3 settled: version date inside the period; 2024-03-14 is one day before, 7 < 8",
    );
}
