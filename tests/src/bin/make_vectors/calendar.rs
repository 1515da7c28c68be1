//! The calendar of duties: windows, due days, states, and the iCalendar export.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, inline, labels, me, plain, visit};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    monthly(book);
    rows(book);
    stages(book);
    ics(book);
}

/// A question about R-1 of a small package with a service from 2024-03-15 to 2024-05-31.
fn input(requirement: Value, entries: Vec<Value>, as_of: &str, more: Value) -> Value {
    let requirement = with(json!({"id": "R-1", "labels": labels()}), requirement);
    let input = plain(inline("t/x", json!([requirement])), entries, as_of, &[]);
    let contract = with(input["contract"].clone(), json!({"service_end": "2024-05-31", "midterm_date": "2024-04-15"}));
    with(with(input, json!({"contract": contract, "select": null})), more)
}

const ROWS: &[&str] = &["rows.of", "rows.window", "rows.due", "rows.state"];

fn row(of: &str, window: &str, due: &str, state: &str) -> Value {
    let row = json!({"of": of, "due": due, "state": state});
    if window.is_empty() { row } else { with(row, json!({"window": window})) }
}

/// The row of the agreed end.
fn end(state: &str) -> Value {
    row("c-1", "", "2024-05-31", state)
}

fn ask(
    book: &mut Book,
    name: &str,
    requirement: Value,
    entries: Vec<Value>,
    as_of: &str,
    expected: Vec<Value>,
    how: &str,
) {
    let input = input(requirement, entries, as_of, json!({"select": ROWS}));
    book.add(format!("calendar/{name}"), "calendar", input, json!({"rows": expected}), how);
}

/// A report each month, due on the 25th.
fn report() -> Value {
    json!({"window": {"each": "month", "due": 25, "by": ["period", "submitted_on"]}, "measure": {"count": {"of": "document"}}, "target": {"at_least": 1}})
}

fn note(id: &str, date: &str, period: &str) -> Value {
    me().document(id, date, "note", json!({"period": period, "submitted_on": date}))
}

fn monthly(book: &mut Book) {
    let notes = || vec![note("d-3", "2024-03-25", "2024-03"), note("d-4", "2024-04-26", "2024-04")];
    let march = || row("R-1", "2024-03", "2024-03-25", "done");
    let april = |state: &str| row("R-1", "2024-04", "2024-04-25", state);
    let may = |state: &str| row("R-1", "2024-05", "2024-05-25", state);
    ask(
        book,
        "month-on-the-25th",
        report(),
        notes(),
        "2024-05-25",
        vec![march(), april("done_late"), may("due"), end("due")],
        "G2: the 25th is in time, so March is done; April came on the 26th, late; on May 25th the day has not passed",
    );
    ask(
        book,
        "month-after-the-25th",
        report(),
        notes(),
        "2024-05-26",
        vec![march(), april("done_late"), may("overdue"), end("due")],
        "on May 26th the 25th has passed: overdue though the month is not over (C24)",
    );
    ask(
        book,
        "month-over",
        report(),
        notes(),
        "2024-05-31",
        vec![march(), april("done_late"), may("overdue"), end("done")],
        "the month is over: still overdue, and the service has ended",
    );
    let waiver = me().on(
        "waiver",
        "w-1",
        "2024-05-26",
        json!({"requirement": "R-1", "window": "2024-05", "approved_by": "区民政局"}),
    );
    ask(
        book,
        "month-waived",
        report(),
        [notes(), vec![waiver]].concat(),
        "2024-05-26",
        vec![march(), april("done_late"), may("waived"), end("due")],
        "G10: May is waived",
    );
    ask(
        book,
        "month-empty",
        report(),
        vec![],
        "2024-04-25",
        vec![row("R-1", "2024-03", "2024-03-25", "overdue"), april("due"), may("due"), end("due")],
        "nothing was handed in: March is overdue, April is due today",
    );
    let select = json!({"select": ["rows.window", "rows.from", "rows.to", "rows.remind", "rows.done_on", "rows.clause", "rows.duty"], "from": "2024-04-25", "to": "2024-05-24"});
    book.add(
        "calendar/month-span", "calendar", input(report(), notes(), "2024-05-25", select),
        json!({"rows": [{"duty": "period", "clause": "1", "window": "2024-04", "from": "2024-04-01", "to": "2024-04-30", "remind": "2024-04-24", "done_on": "2024-04-26"}]}),
        "from 04-25 to 05-24 only April's 25th falls due; G2: remind for the 24th",
    );
    let extension = me().on("extension", "x-1", "2024-05-20", json!({"new_end": "2024-06-30"}));
    ask(
        book,
        "month-extension",
        report(),
        [notes(), vec![extension]].concat(),
        "2024-05-25",
        vec![
            march(),
            april("done_late"),
            may("due"),
            end("due"),
            row("R-1", "2024-06", "2024-06-25", "due"),
            row("x-1", "", "2024-06-30", "due"),
        ],
        "the extension to 06-30 takes in June 25th: one more month, and the new end beside the agreed one",
    );
}

fn rows(book: &mut Book) {
    let visits = |n: u32| json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": n}});
    let seen = || [crowd(&["p-1"]), vec![visit("v-1", "2024-05-06", "p-1")]].concat();
    let whole = |state: &str| row("R-1", "", "2024-05-31", state);
    ask(
        book,
        "whole-due",
        visits(2),
        seen(),
        "2024-05-30",
        vec![whole("due"), end("due")],
        "one of two visits on the eve of the end",
    );
    ask(
        book,
        "whole-overdue",
        visits(2),
        seen(),
        "2024-05-31",
        vec![whole("overdue"), end("done")],
        "C23: at the end of the last day the window is over and one of two is not enough",
    );
    ask(book, "whole-done", visits(1), seen(), "2024-05-30", vec![whole("done"), end("due")], "one of one");
    ask(
        book,
        "limit-holds",
        json!({"measure": {"count": {"of": "visit"}}, "target": {"at_most": 1}}),
        seen(),
        "2024-05-30",
        vec![whole("due"), end("due")],
        "an upper limit that holds is not done before its window ends",
    );
    let limit = |n: u32| json!({"measure": {"count": {"of": "visit"}}, "target": {"at_most": n}});
    let twice = || [seen(), vec![visit("v-2", "2024-05-07", "p-1")]].concat();
    ask(
        book,
        "limit-broken",
        limit(1),
        twice(),
        "2024-05-30",
        vec![whole("unreachable"), end("due")],
        "two visits where at most one may be: broken on 05-07, and its day, 05-31, is still to come",
    );
    ask(
        book,
        "limit-broken-at-the-end",
        limit(1),
        twice(),
        "2024-05-31",
        vec![whole("overdue"), end("done")],
        "C23: its day is over",
    );
    let presence = json!({"measure": {"coverage": {"of": "attendance", "days": "working", "distinct": "worker"}}, "target": {"at_most": 0}});
    ask(
        book,
        "presence-broken",
        presence,
        vec![],
        "2024-03-18",
        vec![whole("unreachable"), end("due")],
        "P1-C0: nobody was there on Friday 03-15 and Monday 03-18, which nothing can mend before 05-31",
    );
    let elders = json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.age": {"at_least": 80}}, "distinct": "person"}}, "target": {"at_least": 1}});
    ask(
        book,
        "unknown-due",
        elders.clone(),
        seen(),
        "2024-05-30",
        vec![whole("due"), end("due")],
        "p-1 has no birth date: not done, and there is time",
    );
    ask(
        book,
        "unknown-overdue",
        elders,
        seen(),
        "2024-06-01",
        vec![whole("overdue"), end("done")],
        "missing data are never a pass: after the end it is overdue",
    );
    ask(
        book,
        "until-closing",
        json!({"window": {"until": "closing"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}}),
        vec![],
        "2024-05-30",
        vec![end("due")],
        "what is open up to closing has no day: no row",
    );
    let parts = json!({"all_of": [
        {"id": "R-1a", "window": {"to": "2024-04-30"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}},
        {"id": "R-1b", "window": {"from": "2024-05-01"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}}]});
    ask(
        book,
        "parts",
        parts,
        seen(),
        "2024-05-10",
        vec![row("R-1a", "", "2024-04-30", "overdue"), row("R-1b", "", "2024-05-31", "done"), end("due")],
        "the parts have windows of their own and are duties of their own: the visit of 05-06 lies in the second",
    );
    let within = json!({"all_of": [
        {"id": "R-1a", "measure": {"count": {"of": "activity"}}, "target": {"at_least": 1}},
        {"id": "R-1b", "window": {"within": {"days": 10, "of": {"first": "R-1a"}}}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}}]});
    let talk = me().on("activity", "a-1", "2024-05-01", json!({"category": "talk"}));
    let talked = [seen(), vec![talk]].concat();
    ask(
        book,
        "anchored",
        within.clone(),
        talked,
        "2024-05-10",
        vec![row("R-1b", "", "2024-05-11", "done"), row("R-1a", "", "2024-05-31", "done"), end("due")],
        "within 10 days of the talk on 05-01, that is up to 05-11; visited on 05-06",
    );
    let select = json!({"select": ["rows.of", "rows.due", "rows.waits_for", "rows.state"]});
    book.add(
        "calendar/waits", "calendar", input(within, vec![], "2024-05-10", select),
        json!({"rows": [row("R-1a", "", "2024-05-31", "due"), with(row("R-1b", "", "2024-05-31", "due"), json!({"waits_for": "R-1a"})), end("due")]}),
        "no talk yet: the visit waits for it, at the latest until the end",
    );
    let teams = vec![
        register("organisation", "o-1", json!({"category": "team"})),
        register("organisation", "o-2", json!({"category": "team"})),
        me().visit("v-2", "2024-05-06", "home", "here", vec![json!({"organisation": "o-1"})]),
    ];
    let each = json!({"each": {"of": "organisation"}, "window": {"each": "quarter"}, "measure": {"count": {"of": "visit", "by": "subjects"}}, "target": {"at_least": 1}});
    let select = json!({"select": ["rows.members", "rows.window", "rows.from", "rows.due", "rows.state"]});
    book.add(
        "calendar/members", "calendar", input(each, teams, "2024-05-10", select),
        json!({"rows": [
            {"members": ["o-1"], "window": "2024-Q2", "from": "2024-04-01", "due": "2024-05-31", "state": "done"},
            {"members": ["o-2"], "window": "2024-Q2", "from": "2024-04-01", "due": "2024-05-31", "state": "due"},
            {"from": "2024-03-15", "due": "2024-05-31", "state": "due"}]}),
        "Q1's middle 02-15 lies before the service, Q2's 05-15 in it; cut by the end it is due on 05-31, for each of the two teams; on one day, periods stand before the end of the service",
    );
}

fn stages(book: &mut Book) {
    let mut ask = |name: &str, entries: Vec<Value>, as_of: &str, of: &str, more: Value, how: &str| {
        let span = json!({"package": package_id(2), "contract": contract(&package_id(2)), "entries": entries, "as_of": as_of, "select": ["rows.of", "rows.duty", "rows.due", "rows.state", "rows.done_on"], "from": "2024-03-15", "to": "2025-03-13"});
        book.add(format!("calendar/{name}"), "calendar", span, json!({"rows": [with(json!({"of": of}), more)]}), how);
    };
    let midterm = |state: &str| json!({"duty": "evaluation", "due": "2024-09-15", "state": state});
    let held = |date: &str| vec![of(2).evaluation("e-1", date, "midterm", json!({"score": 90}))];
    ask(
        "midterm-due",
        vec![],
        "2024-09-15",
        "midterm",
        midterm("due"),
        "the agreed day of the mid-term evaluation has not passed",
    );
    ask("midterm-overdue", vec![], "2024-09-16", "midterm", midterm("overdue"), "a day after the agreed day");
    ask(
        "midterm-done",
        held("2024-09-15"),
        "2024-09-16",
        "midterm",
        with(midterm("done"), json!({"done_on": "2024-09-15"})),
        "held on the agreed day",
    );
    ask(
        "midterm-late",
        held("2024-09-20"),
        "2024-09-30",
        "midterm",
        with(midterm("done_late"), json!({"done_on": "2024-09-20"})),
        "held five days later",
    );

    let order = || of(2).on("rectification_order", "ro-1", "2024-06-01", json!({"issue": "i-1", "due": "2024-06-30"}));
    let cured = |date: &str| of(2).on("rectified", "re-1", date, json!({"issue": "i-1"}));
    let mut ask = |name: &str, entries: Vec<Value>, as_of: &str, more: Value, how: &str| {
        let span = json!({"package": package_id(2), "contract": contract(&package_id(2)), "entries": entries, "as_of": as_of, "select": ["rows.of", "rows.duty", "rows.window", "rows.from", "rows.due", "rows.state", "rows.done_on", "rows.by"], "from": "2024-06-30", "to": "2024-06-30"});
        let base =
            json!({"of": "ro-1", "duty": "rectification", "window": "i-1", "from": "2024-06-01", "due": "2024-06-30"});
        book.add(format!("calendar/{name}"), "calendar", span, json!({"rows": [with(base, more)]}), how);
    };
    ask("order-due", vec![order()], "2024-06-30", json!({"state": "due"}), "the due day of the order is today");
    ask("order-overdue", vec![order()], "2024-07-01", json!({"state": "overdue"}), "its due day has passed");
    ask(
        "order-done",
        vec![order(), cured("2024-06-30")],
        "2024-07-01",
        json!({"state": "done", "done_on": "2024-06-30", "by": "re-1"}),
        "rectified on the due day",
    );
    ask(
        "order-late",
        vec![order(), cured("2024-07-02")],
        "2024-07-02",
        json!({"state": "done_late", "done_on": "2024-07-02", "by": "re-1"}),
        "rectified two days after it",
    );
}

/// Lines with the breaks of the format.
fn lines(lines: &[&str]) -> Value {
    json!({"ics": lines.iter().map(|line| format!("{line}\r\n")).collect::<String>()})
}

fn ics(book: &mut Book) {
    let one =
        |labels: Value| json!({"labels": labels, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let options = |locale: &str| json!({"format": "ics", "locale": locale, "to": "2024-05-25"});
    book.add(
        "calendar/ics", "calendar", input(report(), vec![note("d-3", "2024-03-25", "2024-03")], "2024-04-24", with(options("en"), json!({"to": "2024-04-30"}))),
        lines(&[
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jiexiang//calendar//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:name c-1",
            "BEGIN:VEVENT", "UID:period.R-1.2024-03@c-1.jiexiang", "DTSTAMP:20240424T000000Z", "DTSTART;VALUE=DATE:20240325", "DTEND;VALUE=DATE:20240326",
            "SUMMARY:name 2024-03 (done)", "DESCRIPTION:R-1\\nClause: 1\\nWindow: 2024-03-15 to 2024-03-31", "CATEGORIES:done", "TRANSP:TRANSPARENT", "END:VEVENT",
            "BEGIN:VEVENT", "UID:period.R-1.2024-04@c-1.jiexiang", "DTSTAMP:20240424T000000Z", "DTSTART;VALUE=DATE:20240425", "DTEND;VALUE=DATE:20240426",
            "SUMMARY:name 2024-04 (due)", "DESCRIPTION:R-1\\nClause: 1\\nWindow: 2024-04-01 to 2024-04-30", "CATEGORIES:due", "TRANSP:TRANSPARENT",
            "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:name 2024-04 (due)", "TRIGGER:-P1D", "END:VALARM", "END:VEVENT", "END:VCALENDAR",
        ]),
        "RFC 5545 3.6.1: all-day events by date, the end excluded; the stamp is the day of judgement; an alarm a day before the 25th (G2)",
    );
    let head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//jiexiang//calendar//ZH-CN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:名 c-1",
    ];
    let event = |uid: &'static str, text: &[&'static str], state: &'static str| {
        let mut all = head.to_vec();
        all.extend([
            "BEGIN:VEVENT",
            uid,
            "DTSTAMP:20240510T000000Z",
            "DTSTART;VALUE=DATE:20240531",
            "DTEND;VALUE=DATE:20240601",
        ]);
        all.extend(text);
        all.extend([state, "TRANSP:TRANSPARENT"]);
        all
    };
    let tail = [
        "BEGIN:VEVENT",
        "UID:service-end.c-1.@c-1.jiexiang",
        "DTSTAMP:20240510T000000Z",
        "DTSTART;VALUE=DATE:20240531",
        "DTEND;VALUE=DATE:20240601",
        "SUMMARY:合同约定的服务期满（待完成）",
        "DESCRIPTION:c-1\\n条款：–\\n期间：2024-03-15 至 2024-05-31",
        "CATEGORIES:待完成",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ];
    let text = [
        event(
            "UID:requirement.R-1.@c-1.jiexiang",
            &["SUMMARY:走访\\, 慰问\\; a\\\\b（待完成）", "DESCRIPTION:R-1\\n条款：1\\n期间：2024-03-15 至 2024-05-31"],
            "CATEGORIES:待完成",
        ),
        vec!["END:VEVENT"],
        tail.to_vec(),
    ]
    .concat();
    book.add(
        "calendar/ics-escaping",
        "calendar",
        input(one(json!({"zh-CN": "走访, 慰问; a\\b", "en": "x"})), vec![], "2024-05-10", json!({"format": "ics"})),
        lines(&text),
        "RFC 5545 3.3.11: comma, semicolon and backslash are escaped, a line break is \\n; zh-CN without a locale",
    );
    // SUMMARY: is 8 octets and each character 3: 22 characters make 74, the 23rd would end at 77. The next line
    // begins with a blank (1 octet), so that 24 more fit in 73, then the rest.
    let long = "一二三四五六七八九十".repeat(5);
    let chars: Vec<char> = format!("{long}（待完成）").chars().collect();
    let piece = |from: usize, to: usize| chars.get(from..to).unwrap_or_default().iter().collect::<String>();
    let folded =
        [format!("SUMMARY:{}", piece(0, 22)), format!(" {}", piece(22, 46)), format!(" {}", piece(46, chars.len()))];
    let mut all: Vec<String> =
        event("UID:requirement.R-1.@c-1.jiexiang", &[], "CATEGORIES:待完成").iter().map(ToString::to_string).collect();
    let at = all.len() - 2;
    all.splice(
        at..at,
        folded.into_iter().chain(["DESCRIPTION:R-1\\n条款：1\\n期间：2024-03-15 至 2024-05-31".to_owned()]),
    );
    all.push("END:VEVENT".to_owned());
    all.extend(tail.iter().map(ToString::to_string));
    book.add(
        "calendar/ics-folding",
        "calendar",
        input(one(json!({"zh-CN": long, "en": "x"})), vec![], "2024-05-10", json!({"format": "ics"})),
        lines(&all.iter().map(String::as_str).collect::<Vec<_>>()),
        "RFC 5545 3.1: at most 75 octets a line, no character cut: 8 + 22 × 3 = 74, then 1 + 24 × 3 = 73",
    );
    let waiver = me().on("waiver", "w-1", "2024-05-10", json!({"requirement": "R-1", "approved_by": "区民政局"}));
    let text = [
        event(
            "UID:requirement.R-1.@c-1.jiexiang",
            &["SUMMARY:名（已豁免）", "DESCRIPTION:R-1\\n条款：1\\n期间：2024-03-15 至 2024-05-31"],
            "CATEGORIES:已豁免",
        ),
        vec!["STATUS:CANCELLED", "END:VEVENT"],
        tail.to_vec(),
    ]
    .concat();
    book.add(
        "calendar/ics-waived",
        "calendar",
        input(one(labels()), vec![waiver], "2024-05-10", json!({"format": "ics"})),
        lines(&text),
        "RFC 5545 3.8.1.11: what is waived is cancelled",
    );
    let text = [
        event(
            "UID:requirement.R-1.@c-1.jiexiang",
            &["SUMMARY:名（不可补救）", "DESCRIPTION:R-1\\n条款：1\\n期间：2024-03-15 至 2024-05-31"],
            "CATEGORIES:不可补救",
        ),
        vec!["END:VEVENT"],
        tail.to_vec(),
    ]
    .concat();
    let none_allowed = json!({"labels": labels(), "measure": {"count": {"of": "visit"}}, "target": {"at_most": 0}});
    let seen = [crowd(&["p-1"]), vec![visit("v-1", "2024-05-06", "p-1")]].concat();
    book.add(
        "calendar/ics-out-of-reach",
        "calendar",
        input(none_allowed, seen, "2024-05-10", json!({"format": "ics"})),
        lines(&text),
        "broken on 05-06, three weeks before its day: not overdue on 05-10",
    );
    let each = json!({"each": {"of": "staff.postings"}, "measure": {"count": {"of": "self", "where": {"full_time": {"is": true}}}}, "target": {"at_least": 1}});
    let posted = vec![staff("s_1", json!([me().posting("here", "2024-03-15", None)]))];
    let posted: Vec<Value> = posted.into_iter().map(|staff| with(staff, json!({"certificates": null}))).collect();
    let text = [
        event(
            "UID:requirement.R-1..s%5F1%2Fpostings%2F0@c-1.jiexiang",
            &["SUMMARY:名 s_1/postings/0（已完成）", "DESCRIPTION:R-1\\n条款：1\\n期间：2024-03-15 至 2024-05-31"],
            "CATEGORIES:已完成",
        ),
        vec!["END:VEVENT"],
        tail.to_vec(),
    ]
    .concat();
    book.add(
        "calendar/ics-uid", "calendar", input(each, posted, "2024-05-10", json!({"format": "ics"})),
        lines(&text), "the identifier joins its parts by dots and writes everything else but letters, digits and hyphens as %XX, so that no two duties share one",
    );
}
