//! Cases that must not count, and data that leave a requirement undecided, in the district's packages.

use crate::Book;
use crate::build::*;
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    kinds(book);
    casework(book);
    income(book);
    references(book);
    registers(book);
    rounds(book);
}

/// G3: another kind of work does not fill a count.
fn kinds(book: &mut Book) {
    for (n, id) in [(2, "P2-I6a"), (3, "P3-I6a"), (4, "P4-I6")] {
        let me = of(n);
        let mixed = all([
            me.activities("community_activity", 5, json!({})),
            me.activities("social_work_publicity", 1, json!({"headcount": 80})),
        ]);
        case(n, id).add(
            book,
            "publicity-is-another",
            mixed,
            range("not_met", "5", "5"),
            "G3: the publicity event is no community activity, 5 < 6",
        );
    }
    for (n, id) in [(2, "P2-I7b"), (3, "P3-I7b"), (4, "P4-I7c"), (6, "P6-I7d")] {
        let me = of(n);
        let mixed = all([outlets(), me.publications("media", "d-1", 5), me.publications("wechat_official", "m-1", 1)]);
        case(n, id).add(
            book,
            "post-is-no-report",
            mixed,
            range("not_met", "5", "5"),
            "P2-I7b settled: an official account's post is no media report, 5 < 6",
        );
        let unknown = all([outlets(), me.publications("media", "d-1", 5), me.publications("media", "x-9", 1)]);
        case(n, id).add(
            book,
            "unknown-outlet",
            unknown,
            range("unknown", "5", "6"),
            "C33: the outlet x-9 is in no table, so its level is not known: 5 … 6",
        );
    }
}

fn casework(book: &mut Book) {
    for n in [2, 3, 6] {
        let me = of(n);
        let cases = |fifth: Value| {
            let place = ["dongjinhua", "yongfu", "", "", "shahe"].get(n - 2).copied().unwrap_or_default();
            let mut all = persons(6, &json!({"residences": [{"place": place}]}));
            for i in 1..=6 {
                let contacts = if i == 6 { 4 } else { 5 };
                all.extend(me.case(&format!("c-{i}"), &format!("p-{i:03}"), &days("2024-05-06", contacts)));
            }
            [all, vec![fifth]].concat()
        };
        let id = format!("P{n}-I4a");
        let visit = me.visit("v-1", "2024-07-01", "home", "nanchuan", people(6, 6));
        case(n, &id).add(
            book,
            "visit-is-no-contact",
            cases(visit),
            range("not_met", "5", "5"),
            "P3-I4a settled (G3): a home visit to the client of c-6 is no follow-up, 4 < 5",
        );
        let contact = |date: &str| {
            me.on("case_contact", "k-x", date, json!({"case": "c-6", "mode": "home", "workers": worker()}))
        };
        case(n, &id).add(
            book,
            "contact-before-service",
            cases(contact("2024-03-14")),
            range("not_met", "5", "5"),
            "G10: the fifth contact of c-6 lies a day before the service",
        );
        case(n, &id).add(
            book,
            "contact-on-last-day",
            cases(contact("2025-03-14")),
            range("met", "6", "6"),
            "the fifth contact of c-6 lies on the last day of the service",
        );
        case(n, &id).add(
            book,
            "contact-after-service",
            cases(contact("2025-03-15")),
            range("not_met", "5", "5"),
            "G10: the fifth contact of c-6 lies a day after the service",
        );
        let study = of(n).document("d-study", "2024-12-01", "case_study", json!({"case": "c-9"}));
        let id = format!("P{n}-I4b");
        case(n, &id).add(
            book,
            "case-unknown",
            vec![study],
            range("unknown", "0", "1"),
            "FORMAT 3: the case c-9 is not there, the reference dangles: 0 … 1, never met",
        );
    }
}

fn income(book: &mut Book) {
    let plot = |id: &str, category: &str| register("site", id, json!({"category": category, "area_mu": 1}));
    let sale = |id: &str, subject: Value, gross: u32| {
        of(5).on(
            "observation",
            id,
            "2024-10-01",
            with(json!({"category": "sales", "season": "2024", "gross": gross}), json!({"subject": subject})),
        )
    };
    let plots = || vec![plot("pl-1", "helped_plot"), plot("pl-2", "other"), sale("ob-1", json!("pl-1"), 5000)];
    let select = &["outcome", "holding", "cells.lo", "cells.hi"][..];
    let year = |outcome: &str, lo: &str, hi: &str| json!({"outcome": outcome, "cells": [{"lo": lo, "hi": hi}]});
    case(5, "P5-I4").select(&["outcome", "holding", "cells.lo", "cells.hi", "not_counted.ob-2.code"]).add(
        book,
        "other-plot",
        [plots(), vec![sale("ob-2", json!("pl-2"), 9000)]].concat(),
        with(year("open", "5000", "5000"), json!({"not_counted": {"ob-2": {"code": "condition_failed"}}})),
        "P5-I4 settled: income of the helped plots over their area; the sale from pl-2 is none, 5000 ÷ 1 mu ≤ 6000",
    );
    case(5, "P5-I4").select(select).add(
        book,
        "plot-not-stated",
        [plots(), vec![sale("ob-2", Value::Null, 9000)]].concat(),
        year("unknown", "5000", "14000"),
        "G9: of which plot ob-2 tells is not known: 5000 … 14000 per mu",
    );
    case(5, "P5-I4").select(select).add(
        book,
        "plot-unknown",
        [plots(), vec![sale("ob-2", json!("pl-9"), 9000)]].concat(),
        year("unknown", "5000", "14000"),
        "G9: pl-9 is in no register: 5000 … 14000 per mu",
    );
    let closing = |name: &str, gross: u32, blocks: bool, how: &str, book: &mut Book| {
        let entries = vec![plot("pl-1", "helped_plot"), sale("ob-1", json!("pl-1"), gross)];
        let input = json!({"package": package_id(5), "contract": contract(&package_id(5)), "entries": entries, "as_of": AFTER, "select": ["decision", "blockers.path"]});
        let mut paths = vec!["P5-I1", "P5-I2", "P5-I3a", "P5-I3b"];
        paths.extend(blocks.then_some("P5-I4"));
        paths.extend(["P5-I5", "X-3-acceptance", "X-3-evaluations"]);
        let blockers: Vec<Value> = paths.iter().map(|path| json!({"path": path})).collect();
        book.add(
            format!("package-5/P5-I4-{name}"),
            "closing",
            input,
            json!({"decision": "blocked", "blockers": blockers}),
            how,
        );
    };
    closing(
        "closing-met",
        6001,
        false,
        "until closing: on the closing day 6001 > 6000 is met and does not block; all else is missing",
        book,
    );
    closing(
        "closing-not-met",
        6000,
        true,
        "until closing: on the closing day 6000 is not more than 6000 and blocks",
        book,
    );
}

/// A reference that leads nowhere is never certain.
fn references(book: &mut Book) {
    let me = of(5);
    let posts = |last: &str| {
        all([
            outlets(),
            me.publications("media", "m-1", 1),
            me.publications("media", "d-1", 5),
            me.publications("wechat_official", "w-1", 9),
            me.publications("douyin_official", last, 1),
        ])
    };
    case(5, "P5-I5").select(PARTS).add(
        book,
        "account-not-in-table",
        posts("w-9"),
        parts("unknown", &[("met", "1", "1"), ("met", "5", "5"), ("unknown", "9", "10")]),
        "P5-I5 settled: the account must be in the account table; w-9 is not (yet), 9 … 10",
    );
    case(5, "P5-I5").select(&["outcome"]).add(
        book,
        "account-in-table",
        posts("w-1"),
        json!({"outcome": "met"}),
        "9 + 1 posts of a listed account",
    );
    let child = json!({"birth_date": "2014-01-01", "residences": [{"place": "dongjinhua"}], "categories": [{"category": "left_behind"}]});
    let visited =
        [persons(99, &child), vec![of(2).visit("v-1", "2024-05-06", "home", "dongjinhua", people(1, 100))]].concat();
    case(2, "P2-I3").add(
        book,
        "hundredth-not-registered",
        visited,
        range("unknown", "99", "100"),
        "the hundredth child is in no register: 99 … 100",
    );
}

fn registers(book: &mut Book) {
    for n in 1..=6 {
        let id = format!("P{n}-I1");
        case(n, &id).select(&["outcome", "parts.outcome"]).add(
            book,
            "no-staff",
            vec![],
            json!({"outcome": "not_met", "parts": [{"outcome": "not_met"}, {"outcome": "unknown"}]}),
            "no day is covered, not_met; of an empty roster nothing can be said (G9); the least is not_met",
        );
    }
    for (requirement, outcome, how) in [
        ("A-1b", "unknown", "G9: nobody whose copies could be asked for"),
        ("S-6", "unknown", "G9: no evaluation that a self-evaluation could precede"),
        ("S-5", "unknown", "G9: no evaluation that could cover four aspects"),
        ("A-1", "not_met", "0 < 2: nobody is on the register on the last day"),
    ] {
        let input = json!({"package": package_id(3), "contract": contract(&package_id(3)), "entries": [], "as_of": AFTER, "requirement": requirement, "select": ["outcome"]});
        book.add(format!("provider/{requirement}-none"), "evaluate", input, json!({"outcome": outcome}), how);
    }
}

fn rounds(book: &mut Book) {
    let shape = json!({"service_start": "2024-07-01", "service_end": "2024-07-31", "midterm_date": "2024-07-15"});
    let july = |second: &str| {
        vec![
            register("household", "h-1", json!({"place": "shahe"})),
            of(6).visit("v-1", "2024-07-02", "home", "shahe", vec![json!({"household": "h-1"})]),
            of(6).visit("v-2", "2024-07-16", second, "shahe", vec![json!({"household": "h-1"})]),
        ]
    };
    let c = || case(6, "P6-I3a").contract(shape.clone()).select(CELLS);
    c().add(
        book,
        "one-month",
        july("site"),
        cells("met", &[("met", "2", "2")]),
        "二（六）2（3）每月走访2次: two days of visits in the only month",
    );
    c().add(
        book,
        "by-phone",
        july("phone"),
        cells("not_met", &[("not_met", "1", "1")]),
        "R-visit-mode: a call is no 走访, 1 < 2",
    );
    case(6, "P6-I3a").contract(with(shape.clone(), json!({"readings": {"R-visit-mode": "any"}}))).select(CELLS).add(
        book,
        "by-phone-any",
        july("phone"),
        cells("met", &[("met", "2", "2")]),
        "R-visit-mode any: the call counts, 2 ≥ 2",
    );
    let group = |last: &str| {
        let me = of(2);
        let mut all = vec![
            staff("s-1", json!([me.posting("nanchuan", "2024-03-15", None)])),
            register("person", "p-1", json!({})),
        ];
        for i in 1..=5 {
            let days =
                if i == 5 { [days("2024-05-06", 4), vec![last.to_owned()]].concat() } else { days("2024-05-06", 5) };
            all.extend(me.group(&format!("g-{i}"), &days));
        }
        all
    };
    case(2, "P2-I5").add(
        book,
        "session-on-last-day",
        group("2025-03-14"),
        range("met", "5", "5"),
        "the fifth session of g-5 lies on the last day of the service",
    );
    case(2, "P2-I5").add(
        book,
        "session-after-service",
        group("2025-03-15"),
        range("not_met", "4", "4"),
        "G10: the fifth session of g-5 lies a day after the service",
    );
}
