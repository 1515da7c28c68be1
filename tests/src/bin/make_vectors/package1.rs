//! Package 1 社会工作管理服务.

use crate::Book;
use crate::build::*;
use crate::shared;
use serde_json::{Value, json};

pub(crate) const MONTHS: [&str; 12] = [
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
pub(crate) fn supervisions(n: usize) -> Vec<Value> {
    let base = vec![
        staff("s-1", json!([of(1).posting("sw_centre", "2024-03-15", None)])),
        register("organisation", "o-1", json!({})),
    ];
    [base, (1..=n).map(|i| supervision(i, if i == 1 { "site" } else { "online" }, json!({}))).collect()].concat()
}

pub(crate) fn without(entries: Vec<Value>, id: &str) -> Vec<Value> {
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
