//! Many contracts as a table ranked by risk.

use crate::Book;
use crate::build::*;
use crate::made_up::{inline, labels, me, visits_requirement};
use serde_json::{Value, json};

/// The made-up package: `requirements` and a closing that needs all of them.
fn package(requirements: Value, more: Value) -> Value {
    let closing = json!([{"id": "X", "clause": "5", "labels": labels(), "completion": "100%"}]);
    with(with(inline("t/x", requirements), json!({"closing": closing})), more)
}

/// A ledger of the made-up package under contract `id`.
fn ledger(id: &str, package: Value, entries: Vec<Value>) -> Value {
    json!({"package": package, "contract": with(plain_contract("t/x"), json!({"id": id})), "entries": entries})
}

/// `n` visits in April 2024.
fn visits(n: usize) -> Vec<Value> {
    (0..n)
        .map(|i| {
            me().visit(&format!("v-{i:02}"), &day("2024-04-01", i), "home", "here", vec![json!({"person": "p-1"})])
        })
        .collect()
}

fn ten() -> Value {
    package(json!([visits_requirement(10)]), json!({}))
}

fn ask(book: &mut Book, name: &str, ledgers: Vec<Value>, as_of: &str, select: &[&str], expected: Value, how: &str) {
    let input = json!({"ledgers": ledgers, "as_of": as_of, "select": select});
    book.add(format!("portfolio/{name}"), "portfolio", input, expected, how);
}

pub(crate) fn fill(book: &mut Book) {
    rows(book);
    pace(book);
    duties(book);
    ranks(book);
}

fn rows(book: &mut Book) {
    let counts = |met: usize, open: usize, behind: usize, not_met: usize, unknown: usize| json!({"met": met, "open": open, "behind_pace": behind, "not_met": not_met, "unknown": unknown});
    ask(
        book,
        "row",
        vec![ledger("c-1", ten(), visits(4))],
        MIDDLE,
        &["as_of", "rows"],
        json!({"as_of": MIDDLE, "rows": [{"rank": 1, "contract": "c-1", "package": "t/x", "provider": "某社工中心", "state": "in_service",
            "decision": "blocked", "completion": {"met": 0, "of": 1}, "progress": "0.4", "time_passed": "171/365",
            "requirements": counts(0, 1, 1, 0, 0), "overdue_cells": 0, "open_duties": 0, "open_orders": 0, "boundary_readings": [],
            "integrity": {}, "next_due": {"day": "2025-03-14", "what": "service_end"}}]}),
        "4 of 10 visits; 17 + 30 + 31 + 30 + 31 + 31 + 1 = 171 of 365 days have passed, 0.4 < 0.468: behind pace; closing would be blocked by the open requirement",
    );
    let select =
        &["rows.state", "rows.decision", "rows.time_passed", "rows.requirements", "rows.next_due", "rows.progress"][..];
    ask(
        book,
        "not-started",
        vec![ledger("c-1", ten(), vec![])],
        "2024-03-01",
        select,
        json!({"rows": [{"state": "not_started", "decision": "blocked", "time_passed": "0", "progress": "0", "requirements": counts(0, 1, 0, 0, 0),
            "next_due": {"day": "2025-03-14", "what": "service_end"}}]}),
        "before the first day nothing has passed, so nothing is behind",
    );
    ask(
        book,
        "ended-not-met",
        vec![ledger("c-1", ten(), visits(9))],
        AFTER,
        select,
        json!({"rows": [{"state": "ended", "decision": "blocked", "time_passed": "1", "progress": "0.9", "requirements": counts(0, 0, 0, 1, 0)}]}),
        "9 of 10 and the time is over: not met; no day is due any more",
    );
    ask(
        book,
        "closed",
        vec![ledger("c-1", ten(), [visits(10), vec![me().on("closure", "cl-1", "2025-03-20", json!({}))]].concat())],
        "2025-03-20",
        select,
        json!({"rows": [{"state": "closed", "decision": "closed", "time_passed": "1", "progress": "1", "requirements": counts(1, 0, 0, 0, 0)}]}),
        "closed by the event; nothing is due",
    );
    let each = json!({"id": "R-1", "labels": labels(), "each": {"of": "site"}, "measure": {"count": {"of": "observation", "by": "subject"}}, "target": {"at_least": 1}});
    ask(
        book,
        "unknown",
        vec![ledger("c-1", package(json!([each]), json!({})), vec![])],
        AFTER,
        select,
        json!({"rows": [{"state": "ended", "decision": "undecided", "time_passed": "1", "progress": "0", "requirements": counts(0, 0, 0, 0, 1)}]}),
        "G9: no site in the register, so the requirement is unknown and closing undecided",
    );
    let third = |n: u32| with(visits_requirement(n), json!({"id": format!("R-{n}")}));
    ask(
        book,
        "progress-exact",
        vec![ledger(
            "c-1",
            package(
                json!([third(1), third(2), third(3)]),
                json!({"indicators": [{"id": "I-1", "clause": "1", "labels": labels(), "shares_with": [], "requirements": [third(3)]}]}),
            ),
            visits(1),
        )],
        MIDDLE,
        &["rows.progress"],
        json!({"rows": [{"progress": "1/3"}]}),
        "1 of 3 visits: the fraction is exact, not 0.3333",
    );
    let mut nobody = ledger("c-1", ten(), visits(10));
    nobody["contract"] = with(nobody["contract"].clone(), json!({"provider": null}));
    ask(
        book,
        "no-provider",
        vec![nobody],
        MIDDLE,
        &["rows.contract", "rows.provider", "rows.decision", "rows.completion"],
        json!({"rows": [{"contract": "c-1", "decision": "closable", "completion": {"met": 1, "of": 1}}]}),
        "the contract names no provider; 10 of 10 are met before the end",
    );
    ask(
        book,
        "no-ledgers",
        vec![],
        MIDDLE,
        &[],
        json!({"error": {"code": "option_invalid", "path": "ledgers", "message": "`ledgers` is no list of at least one ledger"}}),
        "a table of nothing is misuse",
    );
}

fn pace(book: &mut Book) {
    let select = &["rows.time_passed", "rows.requirements.behind_pace"][..];
    let behind =
        |passed: &str, n: usize| json!({"rows": [{"time_passed": passed, "requirements": {"behind_pace": n}}]});
    let two = || vec![ledger("c-1", ten(), visits(2))];
    ask(
        book,
        "pace-equal",
        two(),
        "2024-05-26",
        select,
        behind("0.2", 0),
        "17 + 30 + 26 = 73 of 365 days = 1/5; 2 of 10 visits = 1/5: not behind",
    );
    ask(book, "pace-one-day-later", two(), "2024-05-27", select, behind("74/365", 1), "74/365 > 1/5: behind by a day");
    let extended =
        [visits(9), vec![me().on("extension", "ex-1", "2025-02-20", json!({"new_end": "2025-04-14"}))]].concat();
    ask(
        book,
        "pace-extended",
        vec![ledger("c-1", ten(), extended)],
        "2025-03-14",
        select,
        behind("365/396", 1),
        "extended by 31 days: 365 of 396 = 0.9217 have passed on the former last day; 0.9 is behind",
    );
    let monthly = with(visits_requirement(1), json!({"window": {"each": "month", "due": 25}}));
    ask(
        book,
        "overdue-cell",
        vec![ledger(
            "c-1",
            package(json!([monthly]), json!({})),
            [visits(1), vec![me().visit("v-may", "2024-05-06", "home", "here", vec![json!({"person": "p-1"})])]]
                .concat(),
        )],
        "2024-06-10",
        &["rows.overdue_cells", "rows.next_due", "rows.requirements.not_met"],
        json!({"rows": [{"overdue_cells": 1, "next_due": {"day": "2024-06-25", "what": "requirement", "id": "R-1"}, "requirements": {"not_met": 1}}]}),
        "March was due on the 25th and has no visit: overdue, and with its month over not met; April and May are met; June is due on the 25th",
    );
}

fn duties(book: &mut Book) {
    let of_two = |entries: Vec<Value>| {
        vec![json!({"package": package_id(2), "contract": contract(&package_id(2)), "entries": entries})]
    };
    let select = &["rows.open_duties", "rows.open_orders", "rows.boundary_readings", "rows.next_due"][..];
    ask(
        book,
        "midterm-due",
        of_two(vec![]),
        MIDDLE,
        select,
        json!({"rows": [{"open_duties": 0, "open_orders": 0, "boundary_readings": [], "next_due": {"day": "2024-09-15", "what": "midterm"}}]}),
        "no mid-term evaluation yet; it is due on the day of the contract, before the end of the service",
    );
    let score = |score: Value| of(2).evaluation("e-1", "2024-09-15", "midterm", json!({"score": score}));
    ask(
        book,
        "midterm-80",
        of_two(vec![score(json!(80))]),
        "2024-09-30",
        select,
        json!({"rows": [{"open_duties": 2, "open_orders": 0, "boundary_readings": ["R-80-midterm"], "next_due": {"day": "2025-03-14", "what": "service_end"}}]}),
        "S-7: an order and an extension are owed; exactly 80 sits on the boundary of R-80-midterm",
    );
    let order = of(2).on(
        "rectification_order",
        "ro-1",
        "2024-09-20",
        json!({"issue": "记录不全", "stage": "midterm", "due": "2024-10-20"}),
    );
    ask(
        book,
        "order-given",
        of_two(vec![score(json!(79)), order]),
        "2024-09-30",
        select,
        json!({"rows": [{"open_duties": 1, "open_orders": 1, "boundary_readings": [], "next_due": {"day": "2024-10-20", "what": "order", "id": "ro-1"}}]}),
        "the order is given and due on 10-20, the extension is still owed; 79 is on no boundary",
    );
    let sale = vec![
        register("site", "pl-1", json!({"category": "helped_plot", "area_mu": 2})),
        of(5).on(
            "observation",
            "ob-1",
            "2024-10-01",
            json!({"category": "sales", "subject": "pl-1", "season": "2024", "gross": 12000}),
        ),
    ];
    ask(
        book,
        "income-6000",
        vec![json!({"package": package_id(5), "contract": contract(&package_id(5)), "entries": sale})],
        AFTER,
        &["rows.boundary_readings"],
        json!({"rows": [{"boundary_readings": ["R-income-6000"]}]}),
        "12000 ÷ 2 = exactly 6000 元/亩; 超过 excludes it, the other reading would let it pass at closing",
    );
}

fn ranks(book: &mut Book) {
    let select = &["rows.rank", "rows.contract"][..];
    let order = |ids: &[&str]| {
        let rows: Vec<Value> = ids.iter().enumerate().map(|(at, id)| json!({"rank": at + 1, "contract": id})).collect();
        json!({"rows": rows})
    };
    let at = |id: &str, n: usize| ledger(id, ten(), visits(n));
    ask(
        book,
        "rank-ties",
        vec![at("c-2", 3), at("c-1", 3)],
        MIDDLE,
        select,
        order(&["c-1", "c-2"]),
        "alike in everything: by the contract's id",
    );
    ask(
        book,
        "rank-blocked-first",
        vec![at("c-1", 10), at("c-2", 9)],
        MIDDLE,
        select,
        order(&["c-2", "c-1"]),
        "c-2 is open and would be blocked, c-1 is closable",
    );
    ask(
        book,
        "rank-behind-pace",
        vec![at("c-1", 9), at("c-2", 4)],
        MIDDLE,
        select,
        order(&["c-2", "c-1"]),
        "both blocked; 4 of 10 is behind 171/365, 9 of 10 is not",
    );
    ask(
        book,
        "rank-progress",
        vec![at("c-1", 4), at("c-2", 3)],
        MIDDLE,
        select,
        order(&["c-2", "c-1"]),
        "both behind pace; c-2 has done less",
    );
    let over = |id: &str, kind: &str| {
        ledger(id, ten(), [visits(1), vec![me().on(kind, "ev-1", "2024-08-01", json!({}))]].concat())
    };
    ask(
        book,
        "rank-over-last",
        vec![over("c-1", "termination"), over("c-2", "closure"), at("c-3", 10)],
        MIDDLE,
        select,
        order(&["c-3", "c-2", "c-1"]),
        "what still runs comes first, even when closable; then the closed and the terminated one",
    );
    let missed = ledger(
        "c-2",
        package(json!([with(visits_requirement(1), json!({"window": {"to": "2024-06-30"}}))]), json!({})),
        vec![],
    );
    ask(
        book,
        "rank-not-met",
        vec![at("c-1", 0), missed],
        MIDDLE,
        select,
        order(&["c-2", "c-1"]),
        "both blocked; c-2 has missed a requirement for good, c-1's is only open",
    );
    let reading = json!([{"id": "RD", "phrase": "词", "clauses": ["1"], "labels": labels(), "basis": "试", "comparator": true, "default": "as_is",
        "options": [{"id": "as_is", "labels": labels(), "replace": {}}, {"id": "other", "labels": labels(), "replace": {"R-1": {"target": {"more_than": 10}}}}]}]);
    let bounded = |id: &str, n: usize| {
        ledger(id, package(json!([visits_requirement(10)]), json!({"readings": reading})), visits(n))
    };
    ask(
        book,
        "rank-boundary",
        vec![bounded("c-1", 11), bounded("c-2", 10)],
        MIDDLE,
        &["rows.rank", "rows.contract", "rows.boundary_readings"],
        json!({"rows": [{"rank": 1, "contract": "c-2", "boundary_readings": ["RD"]}, {"rank": 2, "contract": "c-1", "boundary_readings": []}]}),
        "both closable; exactly 10 would fail if more than 10 were asked for, 11 would not",
    );
    let checked = |id: &str, more: Vec<Value>| {
        let checks = json!({"integrity": {"headcount": {"above": 1, "below": 1}}});
        ledger(id, package(json!([visits_requirement(10)]), checks), [visits(10), more].concat())
    };
    let activity = |headcount: u32| {
        let more = json!({"category": "talk", "place": "here", "headcount": headcount, "participants": people(1, 5), "workers": worker()});
        me().on("activity", "a-1", "2024-05-06", more)
    };
    ask(
        book,
        "rank-integrity",
        vec![checked("c-1", vec![]), checked("c-2", vec![activity(4)]), checked("c-3", vec![activity(6)])],
        MIDDLE,
        &["rows.rank", "rows.contract", "rows.integrity"],
        json!({"rows": [{"rank": 1, "contract": "c-3", "integrity": {"warning": 1}}, {"rank": 2, "contract": "c-2", "integrity": {"note": 1}},
            {"rank": 3, "contract": "c-1", "integrity": {}}]}),
        "all closable; c-3 states more than its list (warning), c-2 fewer (note), c-1 nothing",
    );
    let photo = |id: &str| {
        let checks = json!({"integrity": {"photo_reuse": {"kinds": ["record_form"], "records": 2}}});
        let visit = me().visit("v-1", "2024-05-06", "home", "here", vec![json!({"person": "p-1"})]);
        ledger(
            id,
            package(json!([visits_requirement(1)]), checks),
            vec![with(visit, json!({"attachments": [attachment("record_form", "a")]}))],
        )
    };
    ask(
        book,
        "integrity-across",
        vec![photo("c-1"), photo("c-2")],
        MIDDLE,
        &["rows.contract", "rows.integrity"],
        json!({"rows": [{"contract": "c-1", "integrity": {"warning": 1}}, {"contract": "c-2", "integrity": {"warning": 1}}]}),
        "one photo in two contracts concerns both",
    );
}
