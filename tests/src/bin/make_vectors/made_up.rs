//! Mechanisms that the six packages do not use, each in a small package of its own.

use crate::Book;
use crate::build::*;
use serde_json::{Map, Value, json};

/// Labels of anything.
pub(crate) fn labels() -> Value {
    json!({"zh-CN": "名", "en": "name"})
}

fn codes(lists: &[(&str, &[&str])]) -> Value {
    let mut all = Map::new();
    for (list, codes) in lists {
        let rows = codes.iter().enumerate().map(|(i, code)| json!({"code": code, "labels": labels(), "rank": i + 1}));
        all.insert((*list).to_owned(), rows.collect());
    }
    Value::Object(all)
}

/// A package with one indicator of these requirements and the codes that the cases use.
pub(crate) fn inline(id: &str, requirements: Value) -> Value {
    json!({
        "format": "1", "id": id, "version": "1", "source": {"title": "试", "issuer": "试", "year": 2024}, "labels": labels(), "include": [], "place": "here",
        "codes": codes(&[("place", &["here", "there"]), ("visit_mode", &["home", "phone"]), ("visit_category", &["outreach", "other"]), ("worker_role", &["social_worker", "volunteer"]),
            ("activity_category", &["talk", "fair"]), ("document_category", &["note"]), ("document_part", &["a", "b", "c"]), ("attachment_kind", &["record_form"]),
            ("site_category", &["small", "big"]), ("observation_category", &["yield"]), ("village", &["east", "west"]), ("participant_role", &["guest", "staff", "volunteer"]),
            ("organisation_category", &["team"]), ("outlet_level", &["low", "mid", "high"]), ("publication_channel", &["media"])]),
        "attributes": [], "conditions": [], "rules": [],
        "indicators": [{"id": "I-1", "clause": "1", "labels": labels(), "requirements": requirements}],
        "obligations": [], "provider": [], "stages": [], "triggers": [], "closing": [], "readings": [],
    })
}

/// The requirement R-1: at least `n` visits.
pub(crate) fn visits_requirement(n: u32) -> Value {
    json!({"id": "R-1", "labels": labels(), "measure": {"count": {"of": "visit"}}, "target": {"at_least": n}})
}

/// The input of an operation that judges an inline package.
pub(crate) fn plain(package: Value, entries: Vec<Value>, as_of: &str, select: &[&str]) -> Value {
    let contract = plain_contract(package["id"].as_str().unwrap_or_default());
    json!({"package": package, "contract": contract, "entries": entries, "as_of": as_of, "select": select})
}

/// A case under one made-up requirement R-1.
pub(crate) struct Made<'a> {
    pub(crate) requirement: Value,
    pub(crate) package: Value,
    pub(crate) contract: Value,
    pub(crate) as_of: &'a str,
    pub(crate) select: &'a [&'a str],
}

/// `{"measure": …, "target": …}` and the like as R-1, judged after the end.
pub(crate) fn made<'a>(requirement: Value) -> Made<'a> {
    Made { requirement, package: json!({}), contract: json!({}), as_of: AFTER, select: RANGE }
}

impl<'a> Made<'a> {
    pub(crate) fn at(self, as_of: &'a str) -> Self {
        Self { as_of, ..self }
    }
    pub(crate) fn select(self, select: &'a [&'a str]) -> Self {
        Self { select, ..self }
    }
    pub(crate) fn package(self, package: Value) -> Self {
        Self { package, ..self }
    }
    pub(crate) fn contract(self, contract: Value) -> Self {
        Self { contract, ..self }
    }
    pub(crate) fn add(self, book: &mut Book, name: &str, entries: Vec<Value>, expected: Value, how: &str) {
        let requirement = with(json!({"id": "R-1", "labels": labels()}), self.requirement);
        let package = with(inline("t/x", json!([requirement])), self.package);
        let mut input = plain(package, entries, self.as_of, self.select);
        input["contract"] = with(input["contract"].clone(), self.contract);
        input["requirement"] = json!("R-1");
        book.add(name, "evaluate", input, expected, how);
    }
}

/// Entries of the made-up package.
pub(crate) fn me() -> Of {
    Of("t/x".into())
}

/// A visit to one person.
pub(crate) fn visit(id: &str, date: &str, person: &str) -> Value {
    me().visit(id, date, "home", "here", vec![json!({"person": person})])
}

/// The persons of these ids.
pub(crate) fn crowd(ids: &[&str]) -> Vec<Value> {
    ids.iter().map(|id| register("person", id, json!({}))).collect()
}

pub(crate) fn fill(book: &mut Book) {
    sources(book);
    members(book);
}

fn sources(book: &mut Book) {
    let attribute = json!({"attributes": [{"id": "village_group", "on": "person", "type": "code", "list": "village", "labels": labels()}]});
    let from = |id: &str, group: Option<&str>| {
        register("person", id, group.map_or(json!({}), |g| json!({"attributes": {"village_group": g}})))
    };
    let entries = vec![
        from("p-1", Some("east")),
        from("p-2", Some("west")),
        from("p-3", None),
        visit("v-1", "2024-05-06", "p-1"),
        visit("v-2", "2024-05-07", "p-2"),
        visit("v-3", "2024-05-08", "p-3"),
    ];
    made(json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.village_group": {"is": "east"}}, "distinct": "person"}}, "target": {"at_least": 1}}))
        .package(attribute).add(book, "made-up/attribute", entries, range("met", "1", "2"), "FORMAT 1: a declared attribute is used in paths; p-1 east, p-2 west, p-3 not stated (maybe): 1 … 2");
    let union = json!({"measure": {"count": {"union": [{"of": "visit.subjects", "distinct": "person"}, {"of": "activity.participants", "distinct": "person"}]}}, "target": {"at_least": 3}});
    let talk = |ids: &[&str]| {
        me().on(
            "activity",
            "a-1",
            "2024-06-01",
            json!({"category": "talk", "participants": ids.iter().map(|id| json!({"person": id})).collect::<Vec<_>>()}),
        )
    };
    let base = || {
        [crowd(&["p-1", "p-2", "p-3"]), vec![visit("v-1", "2024-05-06", "p-1"), visit("v-2", "2024-05-07", "p-2")]]
            .concat()
    };
    made(union.clone()).add(
        book,
        "made-up/union-met",
        [base(), vec![talk(&["p-2", "p-3"])]].concat(),
        range("met", "3", "3"),
        "FORMAT 3: keys of different parts are compared with each other: p-1, p-2, p-3",
    );
    made(union).add(
        book,
        "made-up/union-overlap",
        [base(), vec![talk(&["p-1", "p-2"])]].concat(),
        range("not_met", "2", "2"),
        "both participants were visited too: p-1, p-2 = 2 < 3",
    );
    let sums = json!({"measure": {"sum": {"union": [{"of": "activity", "field": "headcount"}, {"of": "document", "field": "copies"}]}}, "target": {"at_least": 100}});
    let pair = |n: i64| {
        vec![
            me().on("activity", "a-1", "2024-06-01", json!({"category": "talk", "headcount": 60})),
            me().document("d-1", "2024-06-02", "note", json!({"copies": n})),
        ]
    };
    made(sums.clone()).add(
        book,
        "made-up/union-sum",
        pair(40),
        range("met", "100", "100"),
        "sum over a union: 60 + 40",
    );
    made(sums).add(book, "made-up/union-sum-short", pair(39), range("not_met", "99", "99"), "60 + 39 = 99 < 100");
    let share = json!({"measure": {"ratio": {"of": {"count": {"of": "visit.subjects", "distinct": "household"}}, "over": {"count": {"of": "household"}}}}, "target": {"at_least": "80%"}});
    let homes = |seen: usize| -> Vec<Value> {
        (1..=5)
            .map(|i| register("household", &format!("h-{i}"), json!({})))
            .chain([me().visit(
                "v-1",
                "2024-05-06",
                "home",
                "here",
                (1..=seen).map(|i| json!({"household": format!("h-{i}")})).collect(),
            )])
            .collect()
    };
    made(share.clone()).add(
        book,
        "made-up/ratio-register",
        homes(4),
        range("met", "0.8", "0.8"),
        "4 of the 5 households of the register = 80 %, at least 80 %",
    );
    made(share.clone()).add(
        book,
        "made-up/ratio-short",
        homes(3),
        range("not_met", "0.6", "0.6"),
        "3 ÷ 5 = 60 % < 80 %",
    );
    made(share.clone()).at(MIDDLE).select(&["outcome", "holding"]).add(
        book,
        "made-up/ratio-holding",
        homes(4),
        json!({"outcome": "open", "holding": true}),
        "FORMAT 5: a ratio can fall, so open and holding while the window lasts",
    );
    made(share).select(&["outcome"]).add(
        book,
        "made-up/ratio-empty",
        vec![],
        json!({"outcome": "unknown"}),
        "FORMAT 5: the denominator is 0",
    );
    let thirds = json!({"measure": {"ratio": {"of": {"count": {"of": "activity"}}, "over": {"count": {"of": "visit"}}}}, "target": {"more_than": "33%"}});
    made(thirds).add(
        book,
        "made-up/ratio-third",
        [
            crowd(&["p-1"]),
            vec![
                visit("v-1", "2024-05-06", "p-1"),
                visit("v-2", "2024-05-07", "p-1"),
                visit("v-3", "2024-05-08", "p-1"),
                talk(&["p-1"]),
            ],
        ]
        .concat(),
        range("met", "1/3", "1/3"),
        "1 ÷ 3 exactly; 1 × 100 > 33 × 3 = 99",
    );
    let latest = json!({"measure": {"sum": {"of": "observation", "field": "quantity", "distinct": "subject"}}, "target": {"at_least": 12}});
    let seen = |id: &str, date: &str, site: &str, quantity: f64| {
        me().on("observation", id, date, json!({"category": "yield", "subject": site, "quantity": quantity}))
    };
    let readings = |last: f64| {
        vec![
            register("site", "x-1", json!({})),
            register("site", "x-2", json!({})),
            seen("o-1", "2024-05-01", "x-1", 9.0),
            seen("o-2", "2024-06-01", "x-1", last),
            seen("o-3", "2024-05-15", "x-2", 5.0),
        ]
    };
    made(latest.clone()).add(
        book,
        "made-up/sum-latest",
        readings(7.0),
        range("met", "12", "12"),
        "sum with distinct: the latest value per subject, 7 (June, not 9) + 5",
    );
    made(latest).add(
        book,
        "made-up/sum-latest-short",
        readings(6.5),
        range("not_met", "11.5", "11.5"),
        "6.5 + 5 = 11.5 < 12 although the sum of all is 20.5",
    );
    let rank = json!({"measure": {"count": {"of": "publication", "where": {"outlet.level": {"at_or_above": "mid"}}}}, "target": {"at_least": 2}});
    let outlet = |id: &str, more: Value| register("outlet", id, more);
    let posts = |ids: &[&str]| {
        ids.iter()
            .map(|o| {
                me().on(
                    "publication",
                    &format!("n-{o}"),
                    "2024-05-06",
                    json!({"channel": "media", "outlet": o, "title": o}),
                )
            })
            .collect::<Vec<_>>()
    };
    made(rank).add(
        book,
        "made-up/rank",
        all([
            vec![
                outlet("l", json!({"level": "low"})),
                outlet("m", json!({"level": "mid"})),
                outlet("h", json!({"level": "high"})),
                outlet("u", json!({})),
            ],
            posts(&["l", "m", "h", "u"]),
        ]),
        range("met", "2", "3"),
        "rank: mid and high count, low does not, the outlet without a level is undetermined",
    );
}

fn members(book: &mut Book) {
    let site = |id: &str, category: Value| register("site", id, category);
    let target = json!({"each": {"of": "site"}, "measure": {"count": {"of": "observation", "by": "subject"}}, "target": {"by": "category", "of": {"big": 2, "small": 1}, "at_least": null}});
    let requirement =
        with(target, json!({"target": {"at_least": {"by": "category", "of": {"big": 2, "small": 1}}, "unit": "次"}}));
    let seen =
        |id: &str, site: &str| me().on("observation", id, "2024-05-06", json!({"category": "yield", "subject": site}));
    let sites = || vec![site("x-1", json!({"category": "big"})), site("x-2", json!({"category": "small"}))];
    made(requirement.clone()).select(CELLS).add(
        book,
        "made-up/member-target",
        [sites(), vec![seen("o-1", "x-1"), seen("o-2", "x-1"), seen("o-3", "x-2")]].concat(),
        cells("met", &[("met", "2", "2"), ("met", "1", "1")]),
        "FORMAT 3 targets: a big site needs 2, a small one 1",
    );
    made(requirement).select(CELLS).add(
        book,
        "made-up/member-target-short",
        [sites(), vec![seen("o-1", "x-1"), seen("o-3", "x-2")]].concat(),
        cells("not_met", &[("not_met", "1", "1"), ("met", "1", "1")]),
        "the big site has 1 < 2, the small one 1 ≥ 1",
    );
    let two_years = json!({"service_start": "2024-01-01", "service_end": "2025-12-31", "midterm_date": "2025-01-01"});
    let grid = json!({"each": {"of": "site"}, "window": {"each": "year"}, "measure": {"count": {"of": "observation", "by": "subject"}}, "target": {"at_least": 1}});
    let on = |id: &str, date: &str, site: &str| {
        me().on("observation", id, date, json!({"category": "yield", "subject": site}))
    };
    let rows = |last: &str| {
        json!({"outcome": if last == "1" { "met" } else { "not_met" }, "cells": [
        {"members": ["x-1"], "window": "2024", "lo": "1"}, {"members": ["x-1"], "window": "2025", "lo": "1"}, {"members": ["x-2"], "window": "2024", "lo": "1"}, {"members": ["x-2"], "window": "2025", "lo": last}]})
    };
    let three = || vec![on("o-1", "2024-12-31", "x-1"), on("o-2", "2025-01-01", "x-1"), on("o-3", "2024-06-01", "x-2")];
    let select = &["outcome", "cells.members", "cells.window", "cells.lo"][..];
    made(grid.clone()).contract(two_years.clone()).at("2026-01-15").select(select).add(
        book,
        "made-up/site-year-met",
        all([sites(), three(), vec![on("o-4", "2025-06-01", "x-2")]]),
        rows("1"),
        "2 sites × 2 years (1 July of each in the service) = 4 cells, one observation each",
    );
    made(grid).contract(two_years).at("2026-01-15").select(select).add(
        book,
        "made-up/site-year-short",
        [sites(), three()].concat(),
        rows("0"),
        "x-2 has none in 2025",
    );
    let every = json!({"each": {"of": "site", "where": {"category": {"is": "big"}}}, "measure": {"count": {"of": "observation", "by": "subject"}}, "target": {"at_least": 1}});
    made(every.clone()).select(CELLS).add(
        book,
        "made-up/each-where",
        [sites(), vec![seen("o-1", "x-1")]].concat(),
        cells("met", &[("met", "1", "1")]),
        "each with a condition: only the big site is a member",
    );
    made(every.clone()).select(&["outcome"]).add(
        book,
        "made-up/each-none-match",
        vec![site("x-2", json!({"category": "small"})), seen("o-1", "x-2")],
        json!({"outcome": "unknown"}),
        "FORMAT 5: no member matches, unknown",
    );
    made(every).select(&["outcome"]).add(
        book,
        "made-up/each-empty",
        vec![],
        json!({"outcome": "unknown"}),
        "FORMAT 5: no members, unknown",
    );
}
