//! What changed between two days or two ledgers, in small packages.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, inline, labels, me, plain, visit, visits_requirement};
use serde_json::{Value, json};

/// A requirement R-1 in a package of its own.
pub(crate) fn package(requirement: Value) -> Value {
    inline("t/x", json!([with(json!({"id": "R-1", "labels": labels()}), requirement)]))
}

fn days_of(package: Value, entries: Vec<Value>, from: &str, to: &str, select: &[&str]) -> Value {
    with(plain(package, entries, from, select), json!({"as_of": null, "from": from, "to": to}))
}

/// `outcome`, `lo` and `hi` as equal numbers.
pub(crate) fn stand(outcome: &str, number: &str) -> Value {
    json!({"outcome": outcome, "lo": number, "hi": number})
}

pub(crate) fn monthly() -> Value {
    json!({"window": {"each": "month"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}})
}

/// April to June 2024.
pub(crate) fn spring(mut input: Value) -> Value {
    let dates = json!({"service_start": "2024-04-01", "service_end": "2024-06-30", "midterm_date": "2024-05-15"});
    input["contract"] = with(input["contract"].clone(), dates);
    input
}

fn people() -> Vec<Value> {
    crowd(&["p-1"])
}

pub(crate) fn fill(book: &mut Book) {
    counted(book);
    behind(book);
    time(book);
    events(book);
    decisions(book);
    ledgers(book);
}

const WHY: &[&str] = &[
    "requirements.id",
    "requirements.before",
    "requirements.after",
    "requirements.entered",
    "requirements.left.element",
    "requirements.left.reason.code",
    "requirements.because.code",
    "requirements.because.params",
];

fn change(before: Value, after: Value, more: Value) -> Value {
    json!({"requirements": [with(json!({"id": "R-1", "before": before, "after": after}), more)]})
}

fn cause(code: &str, params: Value) -> Value {
    json!({"code": code, "params": params})
}

fn counted(book: &mut Book) {
    let mut put = |name: &str, n: u32, entries: Vec<Value>, (from, to): (&str, &str), expected: Value, how: &str| {
        let package = inline("t/x", json!([visits_requirement(n)]));
        let input = days_of(package, [people(), entries].concat(), from, to, WHY);
        book.add(format!("diff/{name}"), "diff", input, expected, how);
    };
    let first = || visit("v-1", "2024-05-06", "p-1");
    let entered = |id: &str| cause("element_entered", json!({"element": id}));
    put(
        "entered",
        1,
        vec![first()],
        ("2024-05-05", "2024-05-06"),
        change(stand("open", "0"), stand("met", "1"), json!({"entered": ["v-1"], "because": [entered("v-1")]})),
        "v-1 is known from the end of 2024-05-06 on: 0 < 1, then 1 ≥ 1",
    );
    put(
        "entered-late",
        1,
        vec![with(first(), json!({"recorded_at": "2024-06-01"}))],
        ("2024-05-31", "2024-06-01"),
        change(stand("open", "0"), stand("met", "1"), json!({"entered": ["v-1"], "because": [entered("v-1")]})),
        "done on 05-06 and entered on 06-01: known from the later of the two",
    );
    put(
        "one-of-two",
        2,
        vec![first(), visit("v-2", "2024-07-01", "p-1")],
        ("2024-05-05", "2024-06-30"),
        change(stand("open", "0"), stand("open", "1"), json!({"entered": ["v-1"], "because": [entered("v-1")]})),
        "the outcome stays open, the count goes from 0 to 1; v-2 comes later",
    );
    put(
        "nothing",
        2,
        vec![first()],
        ("2024-06-01", "2024-07-01"),
        json!({"requirements": []}),
        "v-1 was known before, nothing came and nothing ended",
    );
    put(
        "backwards",
        1,
        vec![first()],
        ("2024-06-01", "2024-05-01"),
        change(
            stand("met", "1"),
            stand("open", "0"),
            json!({"left": [{"element": "v-1"}], "because": [cause("time_passed", json!({"from": "2024-06-01", "to": "2024-05-01"}))]}),
        ),
        "what was known on 06-01, judged on 05-01, has no v-1 yet: time alone, taken backwards",
    );
    let withdrawal = me().on("withdrawal", "x-1", "2024-06-01", json!({"voids": "v-1", "reason": "误录"}));
    put(
        "withdrawn",
        1,
        vec![first(), withdrawal],
        ("2024-05-31", "2024-06-01"),
        change(
            stand("met", "1"),
            stand("open", "0"),
            json!({"left": [{"element": "v-1", "reason": {"code": "retracted"}}], "because": [cause("entry_corrected", json!({"id": "v-1", "by": "x-1"}))]}),
        ),
        "x-1 takes v-1 back on 06-01; the service lasts, so open",
    );
    let corrected = with(visit("v-2", "2024-03-01", "p-1"), json!({"supersedes": "v-1", "recorded_at": "2024-06-01"}));
    put(
        "corrected-out-of-service",
        1,
        vec![first(), corrected],
        ("2024-05-31", "2024-06-01"),
        change(
            stand("met", "1"),
            stand("open", "0"),
            json!({"left": [{"element": "v-1", "reason": {"code": "retracted"}}], "because": [cause("entry_corrected", json!({"id": "v-1", "by": "v-2"}))]}),
        ),
        "the correction v-2 says 2024-03-01, before the first day, so nothing counts",
    );
    put(
        "same-id-twice",
        1,
        vec![first(), with(first(), json!({"date": "2024-05-07", "recorded_at": "2024-05-10"}))],
        ("2024-05-09", "2024-05-10"),
        change(
            stand("met", "1"),
            stand("open", "0"),
            json!({"left": [{"element": "v-1", "reason": {"code": "id_conflict"}}], "because": [cause("element_left", json!({"element": "v-1"}))]}),
        ),
        "from 05-10 two contents bear the id v-1, so none counts",
    );
    let old = json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.age": {"at_least": 60}}}}, "target": {"at_least": 1}});
    let filled_in =
        with(register("person", "p-1", json!({"birth_date": "1950-01-01"})), json!({"recorded_at": "2024-06-01"}));
    let select = &[WHY, &["entries"]].concat();
    book.add(
        "diff/register-filled-in",
        "diff",
        days_of(
            package(old),
            vec![register("person", "p-1", json!({})), filled_in, first()],
            "2024-05-31",
            "2024-06-01",
            select,
        ),
        with(
            change(
                json!({"outcome": "unknown", "lo": "0", "hi": "1"}),
                stand("met", "1"),
                json!({"because": [cause("entry_changed", json!({"id": "p-1"}))]}),
            ),
            json!({"entries": [{"kind": "person", "id": "p-1", "change": "changed"}]}),
        ),
        "the visit perhaps counted; the birth date entered on 06-01 makes p-1 74 on 2024-05-06",
    );
}

/// What lies behind an element: a person who is entered, a reading, a version.
fn behind(book: &mut Book) {
    let old = json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.age": {"at_least": 60}}}}, "target": {"at_least": 1}});
    let person =
        with(register("person", "p-1", json!({"birth_date": "1950-01-01"})), json!({"recorded_at": "2024-06-01"}));
    book.add(
        "diff/register-entered",
        "diff",
        days_of(package(old), vec![person, visit("v-1", "2024-05-06", "p-1")], "2024-05-31", "2024-06-01", WHY),
        change(
            json!({"outcome": "unknown", "lo": "0", "hi": "1"}),
            stand("met", "1"),
            json!({"because": [cause("entry_added", json!({"id": "p-1"}))]}),
        ),
        "who p-1 is was not known; entered on 06-01, 74 on the day of the visit",
    );
    let ledger = |package: Value, version: &str| {
        let mut input = plain(with(package, json!({"version": version})), vec![], AFTER, &[]);
        input["contract"] = with(input["contract"].clone(), json!({"version": version}));
        input
    };
    let visits = |n: u32| inline("t/x", json!([visits_requirement(n)]));
    let limit = json!({"measure": {"count": {"of": "visit"}}, "target": {"at_most": 0}});
    book.add(
        "diff/version",
        "diff",
        json!({"ledgers": [ledger(visits(1), "1"), ledger(package(limit), "2")], "as_of": AFTER, "select": WHY}),
        change(
            stand("not_met", "0"),
            stand("met", "0"),
            json!({"because": [cause("contract_changed", json!({"before": "c-1", "after": "c-1"})),
                cause("version_changed", json!({"before": "1", "after": "2"}))]}),
        ),
        "version 1 asks for a visit, version 2 for none: 0 < 1, then 0 ≤ 0",
    );
    let attendances = |option: &str| {
        json!({"package": package_id(5), "contract": with(contract(&package_id(5)), json!({"readings": {"R-beneficiaries": option}})),
            "entries": of(5).activities("agri_training", 20, json!({"headcount": 10}))})
    };
    let entered: Vec<Value> = (0..20).map(|_| json!({"code": "element_entered"})).collect();
    let because = [vec![json!({"code": "contract_changed"}), json!({"code": "reading_changed"})], entered].concat();
    book.add(
        "diff/reading",
        "diff",
        json!({"ledgers": [attendances("persons"), attendances("attendances")], "as_of": AFTER,
            "select": ["requirements.id", "requirements.before", "requirements.after", "requirements.because.code"]}),
        json!({"requirements": [{"id": "P5-I3b", "before": {"outcome": "unknown", "lo": "0", "hi": "200"},
            "after": stand("met", "200"), "because": because}]}),
        "二（五）2（3）: 20 trainings of 10 without names are 0 … 200 persons, and 200 attendances; each training counts as such",
    );
}

fn time(book: &mut Book) {
    let over = |window: &str, last: &str| cause("window_over", json!({"window": window, "last": last}));
    book.add(
        "diff/window-over",
        "diff",
        days_of(inline("t/x", json!([visits_requirement(1)])), vec![], "2025-03-13", "2025-03-14", WHY),
        change(stand("open", "0"), stand("not_met", "0"), json!({"because": [over("", "2025-03-14")]})),
        "nothing was entered; the service is over at the end of its last day, 2025-03-14",
    );
    let cells = &[
        "requirements.before",
        "requirements.after",
        "requirements.cells",
        "requirements.because.code",
        "requirements.because.params",
    ];
    book.add(
        "diff/month-over",
        "diff",
        spring(days_of(package(monthly()), vec![], "2024-04-29", "2024-04-30", cells)),
        json!({"requirements": [{"before": {"outcome": "open"}, "after": {"outcome": "not_met"},
            "cells": [{"window": "2024-04", "before": stand("open", "0"), "after": stand("not_met", "0")}],
            "because": [over("2024-04", "2024-04-30")]}]}),
        "April ends without a visit; May and June have not begun and do not change",
    );
    let limit =
        json!({"window": {"each": "month"}, "measure": {"count": {"of": "interruption"}}, "target": {"at_most": 0}});
    book.add(
        "diff/month-begun",
        "diff",
        spring(days_of(package(limit), vec![], "2024-04-30", "2024-05-01", cells)),
        json!({"requirements": [{"before": {"outcome": "open"}, "after": {"outcome": "open"},
            "cells": [{"window": "2024-05", "before": stand("open", "0"), "after": with(stand("open", "0"), json!({"holding": true}))}],
            "because": [cause("window_begun", json!({"window": "2024-05", "first": "2024-05-01"}))]}]}),
        "0 ≤ 0 holds in May once it has begun; June has not, so the whole does not hold",
    );
}

fn events(book: &mut Book) {
    let mut put = |name: &str, input: Value, expected: Value, how: &str| {
        book.add(format!("diff/{name}"), "diff", input, expected, how);
    };
    let applies = |event: &str, kind: &str| cause("event_applies", json!({"event": event, "kind": kind}));
    let lapses = |event: &str, kind: &str| cause("event_lapses", json!({"event": event, "kind": kind}));
    let waiver = || me().on("waiver", "w-1", "2025-03-20", json!({"requirement": "R-1", "approved_by": "区民政局"}));
    let one = || inline("t/x", json!([visits_requirement(1)]));
    let waived = || with(stand("met", "0"), json!({"waived": ["w-1"]}));
    put(
        "waived",
        days_of(one(), vec![waiver()], "2025-03-19", "2025-03-20", WHY),
        change(stand("not_met", "0"), waived(), json!({"because": [applies("w-1", "waiver")]})),
        "missed at the end, waived as a whole on 2025-03-20",
    );
    let withdrawal = me().on("withdrawal", "x-1", "2025-03-25", json!({"voids": "w-1", "reason": "批准撤销"}));
    put(
        "waiver-withdrawn",
        days_of(one(), vec![waiver(), withdrawal], "2025-03-24", "2025-03-25", WHY),
        change(waived(), stand("not_met", "0"), json!({"because": [lapses("w-1", "waiver")]})),
        "the waiver is taken back on 03-25, so the missed requirement is missed again",
    );
    let cells = &[
        "requirements.after",
        "requirements.cells",
        "requirements.because.code",
        "requirements.because.params",
        "changes",
    ];
    let extension = me().on("extension", "ex-1", "2024-06-20", json!({"new_end": "2024-07-30"}));
    let visits = || [people(), vec![visit("v-1", "2024-04-10", "p-1"), visit("v-2", "2024-05-10", "p-1")]].concat();
    put(
        "extended",
        spring(days_of(package(monthly()), [visits(), vec![extension]].concat(), "2024-06-19", "2024-06-20", cells)),
        json!({"requirements": [{"after": {"outcome": "open"}, "cells": [{"window": "2024-07", "before": null, "after": stand("open", "0")}],
                "because": [applies("ex-1", "extension")]}],
            "changes": [{"what": "service_end", "before": "2024-06-30", "after": "2024-07-30",
                "because": [{"code": "event_applies", "severity": "note", "path": "", "params": {"event": "ex-1", "kind": "extension"}, "records": ["ex-1"]}]}]}),
        "the new end 07-30 takes in 15 July, so July is owed from 06-20 on",
    );
    let make_up = me().on(
        "make_up",
        "mu-1",
        "2024-07-10",
        json!({"requirement": "R-1", "window": "2024-06", "records": ["v-3"], "approved_by": "区民政局"}),
    );
    put(
        "made-up-for",
        spring(days_of(
            package(monthly()),
            [visits(), vec![visit("v-3", "2024-05-20", "p-1"), make_up]].concat(),
            "2024-07-09",
            "2024-07-10",
            &["requirements.after", "requirements.cells", "requirements.because.code", "requirements.because.params"],
        )),
        json!({"requirements": [{"after": {"outcome": "met"}, "cells": [
                {"window": "2024-05", "before": stand("met", "2"), "after": stand("met", "1")},
                {"window": "2024-06", "before": stand("not_met", "0"), "after": stand("met", "1")}],
            "because": [applies("mu-1", "make_up")]}]}),
        "C40: v-3 moves from May, which keeps v-2, into June, which was missed",
    );
}

/// A visit, and completion as the only need of closing.
pub(crate) fn closable() -> Value {
    with(
        inline("t/x", json!([visits_requirement(1)])),
        json!({"closing": [{"id": "K-1", "clause": "5", "labels": labels(), "completion": "100%"}]}),
    )
}

fn decisions(book: &mut Book) {
    let select = &["changes.what", "changes.before", "changes.after", "changes.because.code", "changes.because.params"];
    let mut put = |name: &str, entries: Vec<Value>, from: &str, to: &str, expected: Value, how: &str| {
        let input = days_of(closable(), [people(), entries].concat(), from, to, select);
        book.add(format!("diff/{name}"), "diff", input, json!({"changes": expected}), how);
    };
    let row = |what: &str, before: &str, after: &str, because: Value| json!({"what": what, "before": before, "after": after, "because": because});
    let ground = |code: &str, of: &str| json!({"code": code, "params": {"ground": "indicator_not_met", "of": of}});
    put(
        "closable",
        vec![visit("v-1", "2024-05-06", "p-1")],
        "2024-05-05",
        "2024-05-06",
        json!([
            row("decision", "blocked", "closable", json!([ground("ground_cleared", "R-1")])),
            row("completion", "0/1", "1/1", json!([ground("ground_cleared", "I-1")]))
        ]),
        "the only requirement is met on 05-06; nothing else blocks",
    );
    put(
        "ended",
        vec![],
        "2025-03-14",
        "2025-03-15",
        json!([row(
            "state",
            "in_service",
            "ended",
            json!([cause("time_passed", json!({"from": "2025-03-14", "to": "2025-03-15"}))])
        )]),
        "the day after the last day of the service",
    );
    let applies = cause("event_applies", json!({"event": "t-1", "kind": "termination"}));
    put(
        "terminated",
        vec![me().on("termination", "t-1", "2024-10-01", json!({}))],
        "2024-09-30",
        "2024-10-01",
        json!([
            row("decision", "blocked", "terminated", json!([applies])),
            row("state", "in_service", "terminated", json!([applies]))
        ]),
        "the termination of 10-01 decides before anything else",
    );
    let withdrawal = me().on("withdrawal", "x-1", "2024-06-01", json!({"voids": "v-1", "reason": "误录"}));
    put(
        "blocked-again",
        vec![visit("v-1", "2024-05-06", "p-1"), withdrawal],
        "2024-05-31",
        "2024-06-01",
        json!([
            row("decision", "closable", "blocked", json!([ground("ground_arisen", "R-1")])),
            row("completion", "1/1", "0/1", json!([ground("ground_arisen", "I-1")]))
        ]),
        "the visit is taken back, so completion is 0 of 1 again",
    );
    put(
        "same-day",
        vec![visit("v-1", "2024-05-06", "p-1")],
        "2024-05-06",
        "2024-05-06",
        json!([]),
        "a day does not differ from itself",
    );
}

fn ledgers(book: &mut Book) {
    let ledger = |package: Value, entries: Vec<Value>| plain(package, entries, AFTER, &[]);
    let two =
        |one: Value, other: Value, select: &[&str]| json!({"ledgers": [one, other], "as_of": AFTER, "select": select});
    let one = || inline("t/x", json!([visits_requirement(1)]));
    let visited = || [people(), vec![visit("v-1", "2024-05-06", "p-1")]].concat();
    let entries = json!({"entries": [{"kind": "visit", "id": "v-1", "change": "added"}]});
    book.add(
        "diff/ledgers",
        "diff",
        two(ledger(one(), people()), ledger(one(), visited()), &[WHY, &["entries"]].concat()),
        with(
            change(
                stand("not_met", "0"),
                stand("met", "1"),
                json!({"entered": ["v-1"], "because": [cause("element_entered", json!({"element": "v-1"}))]}),
            ),
            entries,
        ),
        "the second ledger holds one visit more",
    );
    let shorter = {
        let mut input = ledger(one(), visited());
        input["contract"] = with(input["contract"].clone(), json!({"service_start": "2024-06-01"}));
        input
    };
    book.add(
        "diff/ledgers-contracts",
        "diff",
        two(ledger(one(), visited()), shorter, WHY),
        change(
            stand("met", "1"),
            stand("not_met", "0"),
            json!({"left": [{"element": "v-1", "reason": {"code": "outside_service"}}],
                "because": [cause("contract_changed", json!({"before": "c-1", "after": "c-1"})), cause("element_left", json!({"element": "v-1"}))]}),
        ),
        "under the second contract the service begins on 2024-06-01, after the visit",
    );
    book.add(
        "diff/ledgers-three",
        "diff",
        json!({"ledgers": [ledger(one(), vec![]), ledger(one(), vec![]), ledger(one(), vec![])], "as_of": AFTER}),
        json!({"error": {"code": "option_invalid", "path": "ledgers", "message": "`ledgers` is no list of one or two ledgers"}}),
        "a difference has two sides",
    );
}
