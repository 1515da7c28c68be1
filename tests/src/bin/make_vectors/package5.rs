//! Package 5 助农增收.

use crate::Book;
use crate::build::*;
use crate::shared;
use serde_json::{Value, json};

pub(crate) fn household(id: &str) -> Value {
    register("household", id, json!({"lists": [{"list": "helped"}]}))
}

pub(crate) fn activity(id: &str, date: &str, category: &str, more: Value) -> Value {
    of(5).on(
        "activity",
        id,
        date,
        with(json!({"category": category, "place": "nanchuan", "workers": worker(), "headcount": 12}), more),
    )
}

pub(crate) fn observation(id: &str, date: &str, category: &str, subject: &str, more: Value) -> Value {
    of(5).on("observation", id, date, with(json!({"category": category, "subject": subject}), more))
}

pub(crate) fn fill(book: &mut Book) {
    shared::staffing(book, 5, "nanchuan");
    visits(book);
    training(book);
    income(book);
    press(book);
}

fn visits(book: &mut Book) {
    let visit = |workers: Value, household: &str| {
        vec![with(
            of(5).visit("v-1", "2024-05-06", "home", "shixi", vec![json!({"household": household})]),
            json!({"workers": workers}),
        )]
    };
    let base = || vec![household("h-1"), register("household", "h-2", json!({})), register("person", "p-1", json!({}))];
    let both = json!([{"staff": "s-1", "role": "social_worker"}, {"person": "p-1", "role": "volunteer"}]);
    let c = || case(5, "P5-I2").select(PARTS);
    c().add(
        book,
        "met",
        [base(), visit(both.clone(), "h-1")].concat(),
        parts("met", &[("met", "1", "1"), ("met", "1", "1")]),
        "二（五）2（2）社工和志愿者: one visit with both kinds of person",
    );
    c().add(
        book,
        "no-volunteer",
        [base(), visit(worker(), "h-1")].concat(),
        parts("not_met", &[("met", "1", "1"), ("not_met", "0", "0")]),
        "二（五）2（2）: no volunteer took part in any visit",
    );
    c().add(
        book,
        "not-helped",
        [base(), visit(both, "h-2")].concat(),
        parts("not_met", &[("not_met", "0", "0"), ("not_met", "0", "0")]),
        "受助困难农户: h-2 is on no list",
    );
    let member = [
        vec![
            household("h-1"),
            register("household", "h-2", json!({})),
            register("household", "h-3", json!({"lists": [{"list": "helped"}]})),
            register("person", "p-1", json!({})),
            register("person", "p-2", json!({"household": "h-1"})),
        ],
        vec![with(
            of(5).visit("v-1", "2024-05-06", "home", "shixi", vec![json!({"person": "p-2"})]),
            json!({"workers": [{"staff": "s-1", "role": "social_worker"}, {"person": "p-1", "role": "volunteer"}]}),
        )],
    ]
    .concat();
    case(5, "P5-I2").select(&["outcome", "shows.lo"]).add(
        book,
        "through-a-member",
        member,
        json!({"outcome": "met", "shows": [{"lo": "0.5"}]}),
        "derived field home: p-2 lives in the helped h-1; 1 of the 2 helped households was visited",
    );
}

fn training(book: &mut Book) {
    case(5, "P5-I3a").add(
        book,
        "met",
        of(5).activities("agri_training", 20, json!({})),
        range("met", "20", "20"),
        "二（五）2（3）不低于20次: 20 records",
    );
    case(5, "P5-I3a").add(
        book,
        "nineteen",
        of(5).activities("agri_training", 19, json!({})),
        range("not_met", "19", "19"),
        "二（五）2（3）: 19 < 20",
    );
    let c = || case(5, "P5-I3b");
    let held = |lists: Vec<Vec<Value>>| -> Vec<Value> {
        lists
            .into_iter()
            .enumerate()
            .map(|(i, list)| {
                activity(
                    &format!("a-{i}"),
                    &day("2024-05-06", 7 * i),
                    "agri_training",
                    json!({"participants": list, "headcount": null}),
                )
            })
            .collect()
    };
    c().add(
        book,
        "met",
        [persons(200, &json!({})), held(vec![people(1, 120), people(100, 200)])].concat(),
        range("met", "200", "200"),
        "二（五）2（3）不少于200人: 120 + 101 attendances of 200 distinct persons",
    );
    c().add(
        book,
        "one-ninety-nine",
        [persons(199, &json!({})), held(vec![people(1, 120), people(100, 199)])].concat(),
        range("not_met", "199", "199"),
        "G4: 人 are distinct; 220 attendances of 199 persons < 200",
    );
    let roles = vec![vec![
        json!({"person": "p-001"}),
        json!({"person": "p-002", "role": "trainee"}),
        json!({"person": "p-003", "role": "trainer"}),
        json!({"person": "p-004", "role": "staff"}),
    ]];
    c().add(
        book,
        "trainer-not-counted",
        [persons(4, &json!({})), held(roles)].concat(),
        range("not_met", "2", "2"),
        "condition beneficiary: no role or 学员 counts, 讲师 and staff do not",
    );
    let heads = [
        persons(10, &json!({})),
        held(vec![people(1, 10)]),
        vec![activity("a-head", "2024-06-30", "agri_training", json!({"headcount": 190}))],
    ]
    .concat();
    c().add(
        book,
        "headcount-only",
        heads,
        range("unknown", "10", "200"),
        "E11: 10 named are certain, a headcount of 190 without a list adds to hi only: 10 … 200, unknown",
    );
    let few = [
        persons(10, &json!({})),
        held(vec![people(1, 10)]),
        vec![activity("a-head", "2024-06-30", "agri_training", json!({"headcount": 189}))],
    ]
    .concat();
    c().add(
        book,
        "headcount-too-small",
        few,
        range("not_met", "10", "199"),
        "E11: 10 + 189 = 199 < 200 at best, so surely not",
    );
    c().reading("R-beneficiaries", "attendances").add(
        book,
        "attendances",
        of(5).activities("agri_training", 20, json!({"headcount": 10})),
        range("met", "200", "200"),
        "R-beneficiaries attendances: 20 × 10 = 200 人次",
    );
}

fn income(book: &mut Book) {
    let plot = |id: &str, area: Value| register("site", id, json!({"category": "helped_plot", "area_mu": area}));
    let sale = |id: &str, site: &str, gross: Value| {
        observation(id, "2024-10-01", "sales", site, json!({"season": "2024", "gross": gross}))
    };
    // One cell: of the years only 2024 has its 1 July in the service.
    let c = || case(5, "P5-I4").select(&["outcome", "holding", "cells.lo", "cells.hi"]);
    let open = |lo: &str, holds: bool| {
        let cell = json!({"outcome": "open", "cells": [{"lo": lo, "hi": lo}]});
        if holds { with(cell, json!({"holding": true})) } else { cell }
    };
    c().add(
        book,
        "above-6000",
        vec![plot("pl-1", json!(1)), sale("ob-1", "pl-1", json!(6000.01))],
        open("6000.01", true),
        "二（五）2（4）超过6000元: 6000.01 > 6000 holds; until closing it may still fall, so open and holding",
    );
    c().add(
        book,
        "exactly-6000",
        vec![plot("pl-1", json!(1)), sale("ob-1", "pl-1", json!(6000))],
        open("6000", false),
        "超过 excludes the number (G2): 6000 is not more than 6000",
    );
    c().reading("R-income-6000", "inclusive").add(
        book,
        "exactly-6000-inclusive",
        vec![plot("pl-1", json!(1)), sale("ob-1", "pl-1", json!(6000))],
        open("6000", true),
        "R-income-6000 inclusive: 6000 ≥ 6000 holds",
    );
    c().add(
        book,
        "weighted-mean",
        vec![
            plot("pl-1", json!(0.5)),
            plot("pl-2", json!(2.5)),
            sale("ob-1", "pl-1", json!(1000)),
            sale("ob-2", "pl-2", json!(17500)),
        ],
        open("18500/3", true),
        "P5-I4 settled: total ÷ total = 18500 ÷ 3 mu = 6166.67 > 6000 although pl-1 has only 2000 a mu",
    );
    c().add(
        book,
        "crops-add-up",
        vec![plot("pl-1", json!(2)), sale("ob-1", "pl-1", json!(5000)), sale("ob-2", "pl-1", json!(8000))],
        open("6500", true),
        "P5-I4: two sales from one plot, (5000 + 8000) ÷ 2 mu; the area counts once",
    );
    case(5, "P5-I4").select(&["outcome"]).add(
        book,
        "plot-without-sales",
        vec![plot("pl-1", json!(1)), plot("pl-2", json!(1)), sale("ob-1", "pl-1", json!(20000))],
        json!({"outcome": "unknown"}),
        "P5-I4 settled: undecided if data are missing, pl-2 has no sales",
    );
    case(5, "P5-I4").select(&["outcome"]).add(
        book,
        "no-plot",
        vec![],
        json!({"outcome": "unknown"}),
        "G9: no plot in the register, the denominator is 0",
    );
    let area = vec![register("site", "pl-1", json!({"category": "helped_plot"})), sale("ob-1", "pl-1", json!(9000))];
    case(5, "P5-I4").select(&["outcome"]).add(
        book,
        "area-missing",
        area,
        json!({"outcome": "unknown"}),
        "FORMAT 5: the area is missing, the denominator may be 0",
    );
}

fn press(book: &mut Book) {
    let me = of(5);
    let paper = |district: usize, douyin: usize| {
        all([
            outlets(),
            me.publications("media", "m-1", 1),
            me.publications("media", "d-1", district),
            me.publications("wechat_official", "w-1", 6),
            me.publications("douyin_official", "w-1", douyin),
        ])
    };
    let c = || case(5, "P5-I5").select(PARTS);
    c().add(
        book,
        "met",
        paper(5, 4),
        parts("met", &[("met", "1", "1"), ("met", "5", "5"), ("met", "10", "10")]),
        "二（五）2（5）市级1、区级5、公众号或抖音10: 1, 5 and 6 + 4 pooled",
    );
    c().add(
        book,
        "nine-posts",
        paper(5, 3),
        parts("not_met", &[("met", "1", "1"), ("met", "5", "5"), ("not_met", "9", "9")]),
        "二（五）2（5）: 6 + 3 = 9 < 10",
    );
    let no_account: Vec<Value> = paper(5, 4)
        .into_iter()
        .map(|e| if e["id"] == "pub-douyin_official-w-1-00" { with(e, json!({"outlet": null})) } else { e })
        .collect();
    c().add(
        book,
        "unknown-account",
        no_account,
        parts("not_met", &[("met", "1", "1"), ("met", "5", "5"), ("not_met", "9", "9")]),
        "P5-I5 settled: the account must be in the account table; one post names none",
    );
}
