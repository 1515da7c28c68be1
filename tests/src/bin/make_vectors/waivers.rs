//! Waivers, make-ups, late delivery and the extra month, in small packages.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, labels, made, me, visit};
use serde_json::{Value, json};

fn monthly() -> Value {
    json!({"window": {"each": "month"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}})
}

/// April to June 2024, with a visit in April and in May.
fn spring() -> Value {
    json!({"service_start": "2024-04-01", "service_end": "2024-06-30", "midterm_date": "2024-05-15"})
}

fn two_visits() -> Vec<Value> {
    [crowd(&["p-1"]), vec![visit("v-1", "2024-04-10", "p-1"), visit("v-2", "2024-05-10", "p-1")]].concat()
}

fn waiver(id: &str, date: &str, more: Value) -> Value {
    me().on("waiver", id, date, with(json!({"approved_by": "区民政局"}), more))
}

pub(crate) fn fill(book: &mut Book) {
    let select = &["outcome", "cells.window", "cells.lo", "cells.waived.event"][..];
    let row = |w: &str, lo: &str| json!({"window": w, "lo": lo});
    let answer = |outcome: &str, june: Value| json!({"outcome": outcome, "cells": [row("2024-04", "1"), row("2024-05", "1"), june]});
    let mut m = |name: &str, as_of: &str, more: Vec<Value>, expected: Value, how: &str| {
        made(monthly()).contract(spring()).at(as_of).select(select).add(
            book,
            &format!("waivers/{name}"),
            [two_visits(), more].concat(),
            expected,
            how,
        );
    };
    let late = "2024-07-31";
    m("none", late, vec![], answer("not_met", row("2024-06", "0")), "June has no visit");
    m(
        "cell",
        late,
        vec![waiver("w-1", "2024-07-10", json!({"requirement": "R-1", "window": "2024-06"}))],
        answer("met", with(row("2024-06", "0"), json!({"waived": {"event": "w-1"}}))),
        "the waived cell leaves the set and is listed",
    );
    m(
        "not-yet-approved",
        "2024-07-09",
        vec![waiver("w-1", "2024-07-10", json!({"requirement": "R-1", "window": "2024-06"}))],
        answer("not_met", row("2024-06", "0")),
        "as of the day before the waiver is not visible",
    );
    m(
        "other-cell",
        late,
        vec![waiver("w-1", "2024-07-10", json!({"requirement": "R-1", "window": "2024-05"}))],
        json!({"outcome": "not_met", "cells": [row("2024-04", "1"), with(row("2024-05", "1"), json!({"waived": {"event": "w-1"}})), row("2024-06", "0")]}),
        "May was waived, June is missed all the same",
    );
    let withdrawn = vec![
        waiver("w-1", "2024-07-10", json!({"requirement": "R-1", "window": "2024-06"})),
        me().on("withdrawal", "x-1", "2024-07-20", json!({"voids": "w-1", "reason": "批准撤销"})),
    ];
    m("withdrawn", late, withdrawn, answer("not_met", row("2024-06", "0")), "the waiver was withdrawn on 07-20");
    let make_up = |records: Value, window: &str| {
        me().on(
            "make_up",
            "mu-1",
            "2024-07-10",
            json!({"requirement": "R-1", "window": window, "records": records, "approved_by": "区民政局"}),
        )
    };
    m(
        "make-up",
        late,
        vec![visit("v-3", "2024-05-20", "p-1"), make_up(json!(["v-3"]), "2024-06")],
        answer("met", row("2024-06", "1")),
        "C40: an earlier record inside the service is moved into June; May keeps v-2",
    );
    m(
        "make-up-moves-only-one",
        late,
        vec![make_up(json!(["v-2"]), "2024-06")],
        json!({"outcome": "not_met", "cells": [row("2024-04", "1"), row("2024-05", "0"), row("2024-06", "1")]}),
        "v-2 serves June and no other cell, May is empty",
    );
    m(
        "extension-adds-a-month",
        "2024-08-31",
        vec![
            visit("v-3", "2024-06-10", "p-1"),
            me().on("extension", "ex-1", "2024-06-20", json!({"new_end": "2024-07-30"})),
        ],
        json!({"outcome": "not_met", "cells": [row("2024-04", "1"), row("2024-05", "1"), row("2024-06", "1"), row("2024-07", "0")]}),
        "one month more (15 July in the service) is owed and has no visit",
    );
    m(
        "extension-month-served",
        "2024-08-31",
        vec![
            visit("v-3", "2024-06-10", "p-1"),
            visit("v-4", "2024-07-30", "p-1"),
            me().on("extension", "ex-1", "2024-06-20", json!({"new_end": "2024-07-30"})),
        ],
        json!({"outcome": "met", "cells": [row("2024-04", "1"), row("2024-05", "1"), row("2024-06", "1"), row("2024-07", "1")]}),
        "the visit on the last day of the extension fills July",
    );
    let total = || json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 3}});
    let target = &["outcome", "lo", "target.value"][..];
    made(total()).contract(spring()).at("2024-08-31").select(target).add(
        book,
        "waivers/extension-total",
        [
            two_visits(),
            vec![
                visit("v-4", "2024-07-30", "p-1"),
                me().on("extension", "ex-1", "2024-06-20", json!({"new_end": "2024-07-30"})),
            ],
        ]
        .concat(),
        json!({"outcome": "met", "lo": "3", "target": {"value": "3"}}),
        "S-7 settled: records in the extension count, the total of 3 does not grow",
    );
    made(total()).contract(spring()).at("2024-08-31").select(target).add(
        book,
        "waivers/no-extension",
        [two_visits(), vec![visit("v-4", "2024-07-30", "p-1")]].concat(),
        json!({"outcome": "not_met", "lo": "2", "target": {"value": "3"}}),
        "without the extension 07-30 is outside the service, 2 < 3",
    );
    // Until closing a visit after the service counts; a make-up of it is refused, and it counts where it is.
    let until_closing = || with(total(), json!({"window": {"until": "closing"}}));
    let three_visits = |last: &str| [two_visits(), vec![visit("v-3", last, "p-1")]].concat();
    let mut u = |name: &str, entries: Vec<Value>, expected: Value, how: &str| {
        let name = format!("waivers/{name}");
        made(until_closing())
            .contract(spring())
            .at("2024-08-31")
            .select(target)
            .add(book, &name, entries, expected, how);
    };
    let of_june = || vec![make_up(json!(["v-3"]), "2024-06")];
    u(
        "make-up-until-closing-after-service",
        [three_visits("2024-07-01"), of_june()].concat(),
        json!({"outcome": "met", "lo": "3", "target": {"value": "3"}}),
        "C40: v-3 is dated the day after the service ended, so the make-up does nothing; until closing v-3 counts",
    );
    u(
        "make-up-until-closing-last-day",
        [three_visits("2024-06-30"), of_june()].concat(),
        json!({"outcome": "open", "lo": "2", "target": {"value": "3"}}),
        "v-3 lies in the service, so it is taken out of R-1, which has no cell of June: 2 < 3, open until closing",
    );
    made(total()).contract(spring()).at("2024-08-31").select(&["outcome", "waived.event", "fraction"]).add(
        book,
        "waivers/whole",
        [two_visits(), vec![waiver("w-1", "2024-07-10", json!({"requirement": "R-1"}))]].concat(),
        json!({"outcome": "met", "waived": [{"event": "w-1"}], "fraction": "1"}),
        "a waiver without member and window waives the whole; waived counts as 1",
    );
    let part = |id: &str, category: &str| json!({"id": id, "measure": {"count": {"of": "activity", "where": {"category": {"is": category}}}}, "target": {"at_least": 1}});
    made(json!({"all_of": [part("A", "talk"), part("B", "fair")]})).select(&["outcome", "parts.outcome"]).add(
        book,
        "waivers/part",
        vec![
            me().on("activity", "a-1", "2024-06-01", json!({"category": "talk"})),
            waiver("w-1", "2024-07-10", json!({"requirement": "B"})),
        ],
        json!({"outcome": "met", "parts": [{"outcome": "met"}, {"outcome": "met"}]}),
        "a part with an id can be waived: all its cells are waived, met",
    );
    // Whether x-1 is a big site is not stated, so that it is a member perhaps.
    let either = json!({"each": {"of": "site", "where": {"category": {"is": "big"}}}, "any_of": [
        {"id": "A", "measure": {"count": {"of": "observation", "by": "subject"}}, "target": {"at_least": 2}},
        {"id": "B", "measure": {"count": {"of": "observation", "by": "subject"}}, "target": {"at_least": 1}}]});
    for (name, fields, outcome, how) in [
        (
            "part-of-perhaps-member",
            json!({}),
            "unknown",
            "x-1 perhaps owes nothing; the waiver of part B in its cell does not make it a member: nothing is owed for sure, nothing is met",
        ),
        (
            "part-of-member",
            json!({"category": "big"}),
            "met",
            "x-1 is big and owes A or B; B is waived, the greater of the two is met",
        ),
        (
            "part-of-no-member",
            json!({"category": "small"}),
            "unknown",
            "x-1 is small: no members, the waiver of part B changes nothing",
        ),
    ] {
        made(either.clone()).select(&["outcome"]).add(
            book,
            &format!("waivers/{name}"),
            vec![register("site", "x-1", fields), waiver("w-1", "2024-07-10", json!({"requirement": "B"}))],
            json!({"outcome": outcome}),
            how,
        );
    }
    let site = |id: &str| register("site", id, json!({}));
    let each = json!({"each": {"of": "site"}, "measure": {"count": {"of": "observation", "by": "subject"}}, "target": {"at_least": 1}});
    let seen = me().on("observation", "o-1", "2024-06-01", json!({"category": "yield", "subject": "x-1"}));
    made(each.clone()).select(&["outcome"]).add(
        book,
        "waivers/member",
        vec![
            site("x-1"),
            site("x-2"),
            seen.clone(),
            waiver("w-1", "2024-07-10", json!({"requirement": "R-1", "member": "x-2"})),
        ],
        json!({"outcome": "met"}),
        "the waiver of member x-2 leaves x-1, which is met",
    );
    made(each).select(&["outcome"]).add(
        book,
        "waivers/other-member",
        vec![
            site("x-1"),
            site("x-2"),
            seen,
            waiver("w-1", "2024-07-10", json!({"requirement": "R-1", "member": "x-1"})),
        ],
        json!({"outcome": "not_met"}),
        "x-1 is waived, x-2 has none",
    );
    conditions(book);
    late_delivery(book);
}

fn conditions(book: &mut Book) {
    let local = json!({"conditions": [{"id": "local", "on": "household", "labels": labels(), "where": {"place": {"is": "here"}}}]});
    let requirement = json!({"measure": {"count": {"of": "visit.subjects", "where": {"household": {"use": "local"}}}}, "target": {"at_least": 1}});
    let entries = |more: Vec<Value>| {
        [
            vec![
                register("household", "h-1", json!({"place": "there"})),
                me().visit("v-1", "2024-05-06", "home", "here", vec![json!({"household": "h-1"})]),
            ],
            more,
        ]
        .concat()
    };
    let mut c = |name: &str, more: Vec<Value>, expected: Value, how: &str| {
        made(requirement.clone()).package(local.clone()).add(
            book,
            &format!("waivers/{name}"),
            entries(more),
            expected,
            how,
        )
    };
    c("record-none", vec![], range("not_met", "0", "0"), "G11: the household is not of the place");
    c(
        "record-condition",
        vec![waiver("w-1", "2024-05-10", json!({"record": "v-1", "condition": "local"}))],
        range("met", "1", "1"),
        "G11, E10: approved, the record need not meet the condition",
    );
    c(
        "record-other-condition",
        vec![waiver("w-1", "2024-05-10", json!({"record": "v-2", "condition": "local"}))],
        range("not_met", "0", "0"),
        "the waiver names another record",
    );
}

fn late_delivery(book: &mut Book) {
    let requirement = json!({"window": {"each": "month", "due": 25, "grace_days": 5, "by": ["period", "submitted_on"]}, "measure": {"count": {"of": "document"}}, "target": {"at_least": 1}});
    let april = json!({"service_start": "2024-04-01", "service_end": "2024-04-30", "midterm_date": "2024-04-15"});
    let select = &["outcome", "cells.due", "cells.overdue"][..];
    let cell = |outcome: &str, overdue: bool| json!({"outcome": outcome, "cells": [if overdue { json!({"due": "2024-04-25", "overdue": true}) } else { json!({"due": "2024-04-25"}) }]});
    let mut d = |name: &str, as_of: &str, entries: Vec<Value>, expected: Value, how: &str| {
        made(requirement.clone()).contract(april.clone()).at(as_of).select(select).add(
            book,
            &format!("waivers/due-{name}"),
            entries,
            expected,
            how,
        )
    };
    let paper = |on: &str| vec![me().document("d-1", on, "note", json!({"period": "2024-04", "submitted_on": on}))];
    d("in-time", "2024-05-31", paper("2024-04-25"), cell("met", false), "handed in on the due day");
    d("overdue", "2024-04-26", vec![], cell("open", true), "past the due day, the month still runs");
    d("in-grace", "2024-05-04", vec![], cell("open", true), "the month ended on 04-30, its 5 grace days run to 05-05");
    d(
        "grace-over",
        "2024-05-06",
        vec![],
        cell("not_met", true),
        "the day after the grace days (05-01 … 05-05) the cell is not_met",
    );
    d(
        "late-still-counts",
        "2024-06-30",
        paper("2024-06-10"),
        cell("met", false),
        "G10: late ones still count for the period they state",
    );
    let package = crate::made_up::inline(
        "t/x",
        json!([with(with(requirement.clone(), json!({"id": "R-1"})), json!({"labels": labels()}))]),
    );
    let mut f = |name: &str, on: &str, findings: Value, how: &str| {
        let mut input = crate::made_up::plain(package.clone(), paper(on), "2024-06-30", &["findings.code"]);
        input["contract"] = with(input["contract"].clone(), april.clone());
        book.add(format!("waivers/finding-{name}"), "evaluate", input, json!({"findings": findings}), how);
    };
    f("in-time", "2024-04-25", json!([]), "handed in on the due day: nothing to find");
    f("late", "2024-04-26", json!([{"code": "late_delivery"}]), "handed in the day after the due day");
}
