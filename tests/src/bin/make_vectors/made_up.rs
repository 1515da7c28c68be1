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
    limits(book);
    having(book);
    anchors(book);
    coverage(book);
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

fn limits(book: &mut Book) {
    let at_most = |n: u32| json!({"measure": {"count": {"of": "interruption"}}, "target": {"at_most": n}});
    let gap = |id: &str, date: &str| me().on("interruption", id, date, json!({}));
    made(at_most(1)).add(
        book,
        "made-up/at-most-held",
        vec![gap("i-1", "2024-06-01")],
        range("met", "1", "1"),
        "1 ≤ 1 at the end",
    );
    made(at_most(1)).at(MIDDLE).add(
        book,
        "made-up/at-most-broken",
        vec![gap("i-1", "2024-06-01"), gap("i-2", "2024-07-01")],
        range("not_met", "2", "2"),
        "2 > 1, not_met at once",
    );
    made(at_most(1)).at(MIDDLE).select(&["outcome", "holding"]).add(
        book,
        "made-up/at-most-holding",
        vec![gap("i-1", "2024-06-01")],
        json!({"outcome": "open", "holding": true}),
        "1 ≤ 1 holds while the service runs",
    );
    let less = json!({"measure": {"count": {"of": "interruption"}}, "target": {"less_than": 2}});
    made(less.clone()).add(
        book,
        "made-up/less-than-held",
        vec![gap("i-1", "2024-06-01")],
        range("met", "1", "1"),
        "1 < 2",
    );
    made(less).at(MIDDLE).add(
        book,
        "made-up/less-than-broken",
        vec![gap("i-1", "2024-06-01"), gap("i-2", "2024-07-01")],
        range("not_met", "2", "2"),
        "2 is not less than 2, at once",
    );
    let more = json!({"measure": {"count": {"of": "activity"}}, "target": {"more_than": 1}});
    made(more.clone()).add(
        book,
        "made-up/more-than-equal",
        me().activities("talk", 1, json!({"place": "here"})),
        range("not_met", "1", "1"),
        "1 is not more than 1",
    );
    made(more).add(
        book,
        "made-up/more-than-met",
        me().activities("talk", 2, json!({"place": "here"})),
        range("met", "2", "2"),
        "2 > 1",
    );
    let part = |category: &str, n: u32| json!({"measure": {"count": {"of": "activity", "where": {"category": {"is": category}}}}, "target": {"at_least": n}});
    let either = json!({"any_of": [part("talk", 3), part("fair", 1)]});
    made(either.clone()).select(PARTS).add(
        book,
        "made-up/any-of-second",
        me().activities("fair", 1, json!({"place": "here"})),
        parts("met", &[("not_met", "0", "0"), ("met", "1", "1")]),
        "any_of takes the greatest",
    );
    made(either.clone()).select(PARTS).add(
        book,
        "made-up/any-of-none",
        me().activities("talk", 2, json!({"place": "here"})),
        parts("not_met", &[("not_met", "2", "2"), ("not_met", "0", "0")]),
        "2 < 3 talks and 0 < 1 fair",
    );
    made(either.clone()).select(&["outcome", "fraction"]).at(MIDDLE).add(
        book,
        "made-up/any-of-fraction",
        me().activities("talk", 2, json!({"place": "here"})),
        json!({"outcome": "open", "fraction": "2/3"}),
        "any_of fraction: the greatest of 2/3 and 0",
    );
    made(json!({"all_of": either["any_of"]})).select(&["outcome", "fraction"]).at(MIDDLE).add(
        book,
        "made-up/all-of-fraction",
        me().activities("talk", 2, json!({"place": "here"})),
        json!({"outcome": "open", "fraction": "1/3"}),
        "all_of fraction: the mean of 2/3 and 0",
    );
    made(json!({"window": {"each": "quarter"}, "measure": {"count": {"of": "activity"}}, "target": {"at_least": 1}}))
        .select(&["outcome", "fraction"])
        .add(
            book,
            "made-up/quarters-fraction",
            vec![
                me().on("activity", "a-1", "2024-05-06", json!({"category": "talk"})),
                me().on("activity", "a-2", "2024-08-06", json!({"category": "talk"})),
                me().on("activity", "a-3", "2024-08-07", json!({"category": "talk"})),
            ],
            json!({"outcome": "not_met", "fraction": "0.5"}),
            "G8: 4 quarters, 2 have one or more, capped: (1 + 1 + 0 + 0) ÷ 4",
        );
    made(json!({"measure": {"count": {"of": "activity"}}, "target": {"at_least": 2}}))
        .select(&["outcome", "fraction"])
        .add(
            book,
            "made-up/fraction-capped",
            me().activities("talk", 5, json!({"place": "here"})),
            json!({"outcome": "met", "fraction": "1"}),
            "5 ÷ 2 is capped at 1",
        );
}

fn having(book: &mut Book) {
    let nested = json!({"measure": {"count": {"of": "household", "having": {"measure": {"count": {"of": "person", "by": "household",
        "having": {"measure": {"count": {"of": "visit.subjects", "by": "person"}}, "target": {"at_least": 2}}}}, "target": {"at_least": 1}}}}, "target": {"at_least": 1}});
    let home = || {
        vec![
            register("household", "h-1", json!({})),
            register("person", "p-1", json!({"household": "h-1"})),
            register("person", "p-2", json!({"household": "h-1"})),
        ]
    };
    made(nested.clone()).add(
        book,
        "made-up/nested-having",
        [home(), vec![visit("v-1", "2024-05-06", "p-1"), visit("v-2", "2024-05-07", "p-1")]].concat(),
        range("met", "1", "1"),
        "h-1 has a member (p-1) who was visited twice",
    );
    made(nested).add(
        book,
        "made-up/nested-having-short",
        [home(), vec![visit("v-1", "2024-05-06", "p-1"), visit("v-2", "2024-05-07", "p-2")]].concat(),
        range("not_met", "0", "0"),
        "two visits to the household, but no member was visited twice",
    );
    let both = json!({"measure": {"count": {"of": "organisation", "having": {"any_of": [{"measure": {"count": {"of": "organisation.members", "distinct": "person"}}, "target": {"at_least": 2}},
        {"measure": {"count": {"of": "activity", "by": "organisation"}}, "target": {"at_least": 1}}]}}}, "target": {"at_least": 2}});
    let team = |id: &str, members: Value| register("organisation", id, json!({"category": "team", "members": members}));
    let two = vec![
        crowd(&["p-1", "p-2"]),
        vec![
            team("o-1", json!([{"person": "p-1"}, {"person": "p-2"}])),
            team("o-2", json!([])),
            team("o-3", json!([{"person": "p-1"}])),
            me().on("activity", "a-1", "2024-06-01", json!({"category": "talk", "organisation": "o-2"})),
        ],
    ]
    .concat();
    made(both).add(
        book,
        "made-up/having-any-of",
        two,
        range("met", "2", "2"),
        "o-1 has two members, o-2 an activity, o-3 neither",
    );
    let limit = json!({"measure": {"count": {"of": "group", "having": {"measure": {"count": {"of": "group_session", "by": "group"}}, "target": {"at_most": 1}}}}, "target": {"at_least": 1}});
    let groups =
        [me().group("g-1", &days("2024-05-06", 1)), me().group("g-2", &days("2024-05-06", 2)), crowd(&["p-1"])]
            .concat();
    made(limit).add(book, "made-up/having-at-most", groups, range("met", "1", "1"), "g-1 has 1 ≤ 1 session, g-2 has 2");
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
