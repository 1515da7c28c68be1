//! Package 1 社会工作管理服务.

use crate::Book;
use crate::build::*;
use crate::shared;
use serde_json::{Value, json};

const MONTHS: [&str; 12] = [
    "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12",
    "2025-01", "2025-02",
];

fn supervision(i: usize, mode: &str, more: Value) -> Value {
    let base = json!({
        "mode": mode, "start": "09:30", "place": "nanchuan", "workers": worker(), "supervisees": ["o-1"],
        "parts": ["execution", "problems", "next_plan", "advice"],
        "signatures": [{"role": "worker", "person": "x-1", "form": "ink"}, {"role": "supervisor", "person": "x-2", "form": "ink_scan"}],
    });
    of(1).on("supervision", &format!("sv-{i}"), &day("2024-04-01", 14 * i), with(base, more))
}

/// s-1, o-1 and `n` complete sessions, the first on site and the others online.
fn supervisions(n: usize) -> Vec<Value> {
    let base = vec![
        staff("s-1", json!([of(1).posting("sw_centre", "2024-03-15", None)])),
        register("organisation", "o-1", json!({})),
    ];
    [base, (1..=n).map(|i| supervision(i, if i == 1 { "site" } else { "online" }, json!({}))).collect()].concat()
}

fn without(entries: Vec<Value>, id: &str) -> Vec<Value> {
    entries.into_iter().filter(|entry| entry["id"] != id).collect()
}

pub(crate) fn fill(book: &mut Book) {
    shared::staffing(book, 1, "sw_centre");
    let elsewhere = vec![staff("s-1", json!([of(1).posting("nanchuan", "2024-03-15", None)]))];
    case(1, "P1-I1").select(&["outcome", "parts.gaps"]).add(
        book,
        "not-at-centre",
        elsewhere,
        json!({"outcome": "not_met", "parts": [{"gaps": [{"from": "2024-03-15", "to": "2025-03-14"}]}, {}]}),
        "二（一）2（1）驻社会工作指导中心: the posting is not at the centre, all 365 days are uncovered",
    );
    supervision_cases(book);
    project_cases(book);
    month_cases(book);
    rest(book);
    obligations(book);
}

fn supervision_cases(book: &mut Book) {
    let a = || case(1, "P1-I2a").select(PARTS);
    a().add(
        book,
        "met",
        supervisions(8),
        parts("met", &[("met", "8", "8"), ("met", "1", "1")]),
        "二（一）2（2）累计不少于8场次: 8 sessions, one of them on site",
    );
    a().add(
        book,
        "seven",
        supervisions(7),
        parts("not_met", &[("not_met", "7", "7"), ("met", "1", "1")]),
        "二（一）2（2）: 7 < 8",
    );
    let online = without([supervisions(8), vec![supervision(9, "phone", json!({}))]].concat(), "sv-1");
    a().add(
        book,
        "none-on-site",
        online,
        parts("not_met", &[("met", "8", "8"), ("not_met", "0", "0")]),
        "P1-I2a settled: at least one on site; 7 online + 1 by phone = 8 sessions, 0 on site",
    );
    let two_stations = [
        supervisions(7),
        vec![
            supervision(8, "site", json!({"supervisees": ["o-2", "o-1"]})),
            with(
                supervision(9, "site", json!({"supervisees": ["o-1", "o-2"]})),
                json!({"date": "2024-07-22", "recorded_at": "2024-07-22"}),
            ),
            register("organisation", "o-2", json!({})),
        ],
    ]
    .concat();
    a().add(book, "same-session-twice", two_stations, parts("met", &[("met", "8", "8"), ("met", "3", "3")]),
        "C26: same date 2024-07-22, start, mode and set of supervisees in any order = one session, 7 + 1; the on-site part counts records, 1 + 2");
    let b = |more: Value| [supervisions(7), vec![supervision(8, "site", more)]].concat();
    let code = || case(1, "P1-I2a").select(&["outcome", "parts.lo", "parts.hi", "not_counted.sv-8.code"]);
    let defective = json!({"outcome": "not_met", "parts": [{"lo": "7", "hi": "7"}, {"lo": "1", "hi": "1"}], "not_counted": {"sv-8": {"code": "defective"}}});
    let file = |name: &str| format!("P1-I2b-{name}");
    let mut rule = |name: &str, more: Value, expected: Value, how: &str| {
        let input = json!({"package": package_id(1), "contract": contract(&package_id(1)), "entries": b(more), "as_of": AFTER,
            "requirement": "P1-I2a", "select": code().select});
        book.add(format!("package-1/{}", file(name)), "evaluate", input, expected, how);
    };
    rule(
        "met",
        json!({}),
        json!({"outcome": "met", "parts": [{"lo": "8", "hi": "8"}, {"lo": "2", "hi": "2"}]}),
        "二（一）2（2）四项内容、社工和督导亲笔签名: ink and scanned ink by two persons, so sv-8 counts",
    );
    rule(
        "one-signature",
        json!({"signatures": [{"role": "worker", "person": "x-1", "form": "ink"}]}),
        defective.clone(),
        "P1-I2b: the supervisor's signature is missing, sv-8 is a defect and not counted, 7 < 8",
    );
    rule(
        "same-person",
        json!({"signatures": [{"role": "worker", "person": "x-1", "form": "ink"}, {"role": "supervisor", "person": "x-1", "form": "ink"}]}),
        defective.clone(),
        "P1-I2b settled: different persons; x-1 signs twice, 1 < 2 distinct signers",
    );
    rule(
        "electronic",
        json!({"signatures": [{"role": "worker", "person": "x-1", "form": "ink"}, {"role": "supervisor", "person": "x-2", "form": "electronic"}]}),
        defective.clone(),
        "R-e-signature ink_or_contract: electronic is neither ink nor in the contract's signature_forms",
    );
    rule(
        "three-parts",
        json!({"parts": ["execution", "problems", "advice"]}),
        defective,
        "P1-I2b: 下一步计划 is missing, three of four parts",
    );
}

fn project_cases(book: &mut Book) {
    let me = of(1);
    let projects = || vec![register("project", "pr-1", json!({"status": "active", "from": "2024-03-15"}))];
    let dossier =
        |parts: Value| vec![me.document("d-1", "2025-03-01", "dossier", json!({"projects": ["pr-1"], "parts": parts}))];
    let select = CELLS;
    case(1, "P1-I3a").select(select).add(
        book,
        "met",
        [projects(), dossier(json!(["rules", "plan", "records", "summary"]))].concat(),
        cells("met", &[("met", "4", "4")]),
        "二（一）2（3）一项目一档案: four kinds of part in pr-1's dossier; reached before closing = met (C25)",
    );
    case(1, "P1-I3a").select(select).add(
        book,
        "three-parts",
        [projects(), dossier(json!(["rules", "plan", "records"]))].concat(),
        cells("open", &[("open", "3", "3")]),
        "二（一）2（3）: the summary is missing, 3 < 4; until closing the window is never over, so open",
    );
    case(1, "P1-I3a").select(&["outcome"]).add(
        book,
        "no-project",
        vec![],
        json!({"outcome": "unknown"}),
        "G9: an empty register is unknown, never met",
    );
    let report = |q: &str, on: &str, more: Value| {
        me.document(
            &format!("d-{q}"),
            on,
            "process_report",
            with(json!({"period": q, "submitted_on": on, "submitted_to": "civil_affairs", "projects": ["pr-1"]}), more),
        )
    };
    let quarters =
        [("2024-Q2", "2024-06-28"), ("2024-Q3", "2024-09-28"), ("2024-Q4", "2024-12-28"), ("2025-Q1", "2025-03-10")];
    let reports =
        |n: usize| -> Vec<Value> { quarters.iter().take(n).map(|(q, on)| report(q, on, json!({}))).collect() };
    let select = &["outcome", "cells.window", "cells.lo", "cells.outcome"][..];
    let row = |q: &str, lo: &str, outcome: &str| json!({"window": q, "lo": lo, "outcome": outcome});
    let met = || -> Vec<Value> { quarters.iter().map(|(q, _)| row(q, "1", "met")).collect() };
    case(1, "P1-I3d").select(select).add(book, "met", [projects(), reports(4)].concat(), json!({"outcome": "met", "cells": met()}),
        "G8: middle months 15 May, 15 Aug, 15 Nov, 15 Feb lie in the service, 15 Feb 2024 does not: 4 quarters, each reported on");
    let mut short = met();
    short[3] = row("2025-Q1", "0", "not_met");
    case(1, "P1-I3d").select(select).add(book, "three-quarters", [projects(), reports(3)].concat(), json!({"outcome": "not_met", "cells": short.clone()}),
        "二（一）2（3）每季度: no report on 2025-Q1; the quarter ends with 2025-03-31 and that day counts as over (C23)");
    let elsewhere =
        [projects(), reports(3), vec![report("2025-Q1", "2025-03-10", json!({"submitted_to": "street_town"}))]]
            .concat();
    case(1, "P1-I3d").select(select).add(
        book,
        "not-to-the-bureau",
        elsewhere,
        json!({"outcome": "not_met", "cells": short}),
        "提交民政局: the report for 2025-Q1 went to the town, so it does not count",
    );
    let late_project = vec![register("project", "pr-2", json!({"status": "active", "from": "2024-10-01"}))];
    let all_projects = [
        projects(),
        late_project,
        reports(2),
        vec![
            report("2024-Q4", "2024-12-28", json!({"projects": ["pr-1", "pr-2"]})),
            report("2025-Q1", "2025-03-10", json!({"projects": ["pr-2", "pr-1"]})),
        ],
    ]
    .concat();
    let expected: Vec<Value> = [("pr-1", 4), ("pr-2", 2)]
        .iter()
        .flat_map(|(member, n)| {
            quarters[4 - n..].iter().map(move |(q, _)| json!({"members": [member], "window": q, "lo": "1"}))
        })
        .collect();
    case(1, "P1-I3d").select(&["outcome", "cells.members", "cells.window", "cells.lo"]).add(
        book,
        "later-project",
        all_projects,
        json!({"outcome": "met", "cells": expected}),
        "projects active in that quarter: pr-2 began on 2024-10-01 and owes only 2024-Q4 and 2025-Q1",
    );
}

fn month_cases(book: &mut Book) {
    let me = of(1);
    let paper = |month: &str, category: &str, on: &str| {
        me.document(&format!("{category}-{month}"), on, category, json!({"period": month, "submitted_on": on}))
    };
    let year = || -> Vec<Value> {
        MONTHS
            .iter()
            .flat_map(|m| {
                [paper(m, "monthly_brief", &format!("{m}-25")), paper(m, "monthly_summary", &format!("{m}-20"))]
            })
            .collect()
    };
    let b = || case(1, "P1-I3b");
    let months = |odd: &str| -> Vec<Value> {
        MONTHS.iter().map(|m| json!({"window": m, "outcome": if *m == odd { "not_met" } else { "met" }})).collect()
    };
    let select = &["outcome", "cells.window", "cells.outcome"][..];
    b().select(select).add(book, "met", year(), json!({"outcome": "met", "cells": months("")}),
        "二（一）2（3）每月: the 25th of 12 months (2024-03 … 2025-02) lies in the service; a brief and a summary for each");
    b().select(select).add(
        book,
        "one-summary-missing",
        without(year(), "monthly_summary-2024-07"),
        json!({"outcome": "not_met", "cells": months("2024-07")}),
        "二（一）2（3）: no summary for 2024-07, G10: one missed month is not cured by the others",
    );
    let one = |on: &str| vec![paper("2024-04", "monthly_brief", on), paper("2024-04", "monthly_summary", "2024-04-20")];
    let late = |name: &str, on: &str, expected: Value, how: &str, book: &mut Book| {
        let input = json!({"package": package_id(1), "contract": contract(&package_id(1)), "entries": one(on), "as_of": "2024-05-10",
            "select": ["findings.code"]});
        book.add(format!("package-1/P1-I3b-{name}"), "evaluate", input, expected, how);
    };
    late(
        "on-the-25th",
        "2024-04-25",
        json!({"findings": []}),
        "G2: 25日前 includes the 25th, so the brief is in time",
        book,
    );
    late(
        "on-the-26th",
        "2024-04-26",
        json!({"findings": [{"code": "late_delivery"}]}),
        "G10: the 26th is late, which counts and raises the timeliness finding",
        book,
    );
    let april = |name: &str, as_of: &str, entries: Vec<Value>, expected: Value, how: &str, book: &mut Book| {
        let shape = with(
            contract(&package_id(1)),
            json!({"service_start": "2024-04-01", "service_end": "2024-04-30", "midterm_date": "2024-04-15", "readings": {"R-P1-I3c": "service_total"}}),
        );
        let input = json!({"package": package_id(1), "contract": shape, "entries": entries, "as_of": as_of, "requirement": "P1-I3b",
            "select": ["outcome", "cells.window", "cells.outcome", "cells.due", "cells.overdue", "cells.counted"]});
        book.add(format!("package-1/P1-I3b-{name}"), "evaluate", input, expected, how);
    };
    let only_summary = || vec![paper("2024-04", "monthly_summary", "2024-04-20")];
    let cell = |outcome: &str, more: Value| json!({"outcome": outcome, "cells": [with(json!({"window": "2024-04", "due": "2024-04-25", "outcome": outcome, "counted": ["monthly_summary-2024-04"]}), more)]});
    april(
        "before-due",
        "2024-04-25",
        only_summary(),
        cell("open", json!({})),
        "FORMAT 3 due: the brief is missing; overdue only after the due day, and the 25th is still in time",
        book,
    );
    april(
        "overdue",
        "2024-04-26",
        only_summary(),
        cell("open", json!({"overdue": true})),
        "C24: past its due day and unmet = overdue, still open until the month ends",
        book,
    );
    april(
        "missed",
        "2024-04-30",
        only_summary(),
        cell("not_met", json!({"overdue": true})),
        "C23: the month's last day counts as over, grace 0, so not_met and still overdue",
        book,
    );
    april(
        "late-counts",
        "2024-05-31",
        [only_summary(), vec![paper("2024-04", "monthly_brief", "2024-05-08")]].concat(),
        cell("met", json!({"counted": ["monthly_brief-2024-04", "monthly_summary-2024-04"]})),
        "G10, C15: handed in on 05-08 for period 2024-04 it belongs to April and still counts",
        book,
    );
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
