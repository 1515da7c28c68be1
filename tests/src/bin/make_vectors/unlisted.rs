//! References to what a register that is said to be complete does not hold: C33.

use crate::Book;
use crate::build::*;
use crate::made_up::{made, me};
use crate::relations::finding;
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    reports(book);
    levels(book);
    accounts(book);
    declarations(book);
    never_a_pass(book);
    members(book);
    reason(book);
}

/// The register of this kind is said to be complete, or not, from a day on.
fn declared(of: &Of, id: &str, date: &str, register: &str, complete: bool) -> Value {
    of.on("register_declaration", id, date, json!({"register": register, "complete": complete}))
}

fn complete(of: &Of, register: &str) -> Vec<Value> {
    vec![declared(of, "rd-1", "2024-04-01", register, true)]
}

fn reports(book: &mut Book) {
    for (n, id) in [(2, "P2-I7b"), (3, "P3-I7b"), (4, "P4-I7c"), (6, "P6-I7d")] {
        let me = of(n);
        let entries = all([
            outlets(),
            complete(&me, "outlet"),
            me.publications("media", "d-1", 5),
            me.publications("media", "x-9", 1),
        ]);
        case(n, id).add(
            book,
            "unlisted-outlet",
            entries,
            range("not_met", "5", "5"),
            "C33: the media register is said to be complete and x-9 is not in it: a certain no, 5 < 6",
        );
    }
}

fn levels(book: &mut Book) {
    let me = of(1);
    let entries = all([
        outlets(),
        complete(&me, "outlet"),
        me.publications("media", "x-9", 1),
        me.publications("media", "m-1", 1),
        me.publications("media", "d-1", 4),
        me.publications("wechat_official", "w-1", 12),
    ]);
    case(1, "P1-I6a").select(PARTS).add(
        book,
        "unlisted-outlet",
        entries,
        parts("not_met", &[("not_met", "0", "0"), ("met", "1", "1"), ("met", "4", "4"), ("met", "12", "12")]),
        "C33: x-9, meant as the national one, is not in the complete register: 0 < 1; the others reach 1, 4 and 12",
    );
}

fn accounts(book: &mut Book) {
    let me = of(5);
    let paper = |declared: Vec<Value>| {
        all([
            outlets(),
            declared,
            me.publications("media", "m-1", 1),
            me.publications("media", "d-1", 5),
            me.publications("wechat_official", "w-1", 9),
            me.publications("douyin_official", "x-9", 1),
        ])
    };
    let c = || case(5, "P5-I5").select(PARTS);
    c().add(
        book,
        "unlisted-account",
        paper(complete(&me, "outlet")),
        parts("not_met", &[("met", "1", "1"), ("met", "5", "5"), ("not_met", "9", "9")]),
        "P5-I5: the account must be in the account table, which is complete and lacks x-9: 9 < 10",
    );
    c().add(
        book,
        "account-of-no-complete-table",
        paper(vec![]),
        parts("unknown", &[("met", "1", "1"), ("met", "5", "5"), ("unknown", "9", "10")]),
        "C33: nobody says that the table is complete, so x-9 may be missing from it: 9 … 10",
    );
}

fn declarations(book: &mut Book) {
    let me = of(2);
    let c = |book: &mut Book, name: &str, declared: Vec<Value>, expected: Value, how: &str| {
        let reports = [me.publications("media", "d-1", 5), me.publications("media", "x-9", 1)].concat();
        case(2, "P2-I7b").add(book, name, all([outlets(), declared, reports]), expected, how);
    };
    c(
        book,
        "register-said-incomplete-later",
        vec![declared(&me, "rd-1", "2024-04-01", "outlet", true), declared(&me, "rd-2", "2024-12-01", "outlet", false)],
        range("unknown", "5", "6"),
        "the latest declaration decides, and it says that outlets are missing: 5 … 6",
    );
    c(
        book,
        "another-register-complete",
        vec![declared(&me, "rd-1", "2024-04-01", "person", true)],
        range("unknown", "5", "6"),
        "the register of persons is complete, that of outlets may lack x-9: 5 … 6",
    );
    c(
        book,
        "register-complete-after-the-day",
        vec![declared(&me, "rd-1", "2025-04-01", "outlet", true)],
        range("unknown", "5", "6"),
        "the declaration is of after the day of judgement, so it is not known yet: 5 … 6",
    );
}

fn publication(id: &str, outlet: &str) -> Value {
    me().on("publication", id, "2024-05-06", json!({"channel": "media", "outlet": outlet, "title": id}))
}

/// What is not listed counts against a target, and never for one.
fn never_a_pass(book: &mut Book) {
    let count = |condition: Value| json!({"measure": {"count": {"of": "publication", "where": condition}}});
    let with_target = |requirement: Value, target: Value| with(requirement, json!({"target": target}));
    let outlets = || {
        vec![
            register("outlet", "l", json!({"level": "low"})),
            register("outlet", "m", json!({"level": "mid"})),
            declared(&me(), "rd-1", "2024-04-01", "outlet", true),
        ]
    };
    let mut u = |name: &str, requirement: Value, entries: Vec<Value>, expected: Value, how: &str| {
        let entries = [outlets(), entries].concat();
        made(requirement).add(book, &format!("made-up/unlisted-{name}"), entries, expected, how);
    };
    let mid = || json!({"outlet.level": {"at_or_above": "mid"}});
    let one = || json!({"at_least": 1});
    let x = || vec![publication("n-x", "x")];
    u(
        "counts-not",
        with_target(count(mid()), one()),
        x(),
        range("not_met", "0", "0"),
        "C33: the register is complete and x is not in it: 0 < 1",
    );
    u(
        "below-not",
        with_target(count(json!({"not": mid()})), one()),
        x(),
        range("unknown", "0", "1"),
        "that x is not listed does not say that its level is below mid: 0 … 1",
    );
    u(
        "upper-limit",
        with_target(count(mid()), json!({"at_most": 0})),
        x(),
        range("unknown", "0", "1"),
        "a report in an outlet that is not listed must not make an upper limit kept: 0 … 1",
    );
    u(
        "not-existing",
        with_target(count(json!({"outlet": {"exists": false}})), one()),
        x(),
        range("not_met", "0", "0"),
        "the report names an outlet, whatever it may be, so none is without one: 0 < 1",
    );
    u(
        "either",
        with_target(count(json!({"any": [mid(), {"title": {"is": "n-x"}}]})), one()),
        x(),
        range("met", "1", "1"),
        "`any`: the other part holds: 1",
    );
    u(
        "denominator",
        with_target(
            json!({"measure": {"ratio": {"of": {"count": {"of": "publication", "where": mid()}}, "over": {"count": {"of": "publication", "where": {"outlet.level": {"exists": true}}}}}}}),
            json!({"at_least": "90%"}),
        ),
        [vec![publication("n-m", "m")], x()].concat(),
        range("unknown", "0.5", "1"),
        "of: m, not x; over: m and perhaps x, because fewer would help: 1/2 … 1",
    );
    u(
        "nested",
        with_target(
            json!({"measure": {"count": {"of": "activity", "having": {"measure": {"count": {"of": "activity.participants", "where": {"person.age": {"at_least": 80}}}}, "target": {"at_least": 1}}}}}),
            one(),
        ),
        vec![
            me().on("activity", "a-1", "2024-05-06", json!({"category": "talk", "participants": [{"person": "p-9"}]})),
            declared(&me(), "rd-2", "2024-04-01", "person", true),
        ],
        range("not_met", "0", "0"),
        "within `having` too: p-9 is not in the complete register of persons, so a-1 holds nobody of 80: 0 < 1",
    );
    u(
        "nested-upper-limit",
        with_target(
            json!({"measure": {"count": {"of": "activity", "having": {"measure": {"count": {"of": "activity.participants", "where": {"person.age": {"at_least": 80}}}}, "target": {"at_most": 0}}}}}),
            one(),
        ),
        vec![
            me().on("activity", "a-1", "2024-05-06", json!({"category": "talk", "participants": [{"person": "p-9"}]})),
            declared(&me(), "rd-2", "2024-04-01", "person", true),
        ],
        range("unknown", "0", "1"),
        "an activity without anyone of 80 is wanted: that p-9 is not listed does not make it one: 0 … 1",
    );
}

/// A member that may be none still may owe something.
fn members(book: &mut Book) {
    let named = json!({"each": {"of": "publication", "where": {"outlet.level": {"at_or_above": "mid"}}},
        "measure": {"count": {"of": "self", "where": {"url": {"exists": true}}}}, "target": {"at_least": 1}});
    let entries = vec![
        register("outlet", "m", json!({"level": "mid"})),
        declared(&me(), "rd-1", "2024-04-01", "outlet", true),
        with(publication("n-m", "m"), json!({"url": "https://example.org/1"})),
        publication("n-x", "x"),
    ];
    made(named).select(&["outcome"]).add(
        book,
        "made-up/unlisted-member",
        entries,
        json!({"outcome": "unknown"}),
        "whether the report in x is one of those that must have an address is not known: unknown, not met",
    );
}

fn reason(book: &mut Book) {
    let requirement = json!({"measure": {"count": {"of": "publication", "where": {"outlet.level": {"at_or_above": "mid"}}}}, "target": {"at_least": 1}});
    let params = json!({"condition": "outlet.level", "id": "x", "register": "媒体", "register_en": "Outlet"});
    made(requirement).select(&["outcome", "not_counted"]).add(
        book,
        "reasons/unlisted",
        vec![publication("n-x", "x"), declared(&me(), "rd-1", "2024-04-01", "outlet", true)],
        json!({"outcome": "not_met", "not_counted": {"n-x": finding("unlisted", "note", "R-1", params, &["n-x"])}}),
        "C33: the reason names the outlet and the register that lacks it",
    );
}
