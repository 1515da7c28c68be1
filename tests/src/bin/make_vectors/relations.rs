//! What does not fit together between entries, through `check`.

use crate::Book;
use crate::build::*;
use crate::made_up::{inline, labels, me, plain, visits_requirement};
use serde_json::{Value, json};

/// A case of `check` on a made-up package with `more` in it; whole findings are compared.
pub(crate) fn check(book: &mut Book, name: &str, more: Value, entries: Vec<Value>, findings: Value, how: &str) {
    let package = with(inline("t/x", json!([visits_requirement(1)])), more);
    let input = plain(package, entries, AFTER, &["findings"]);
    book.add(format!("check/{name}"), "check", input, json!({"findings": findings}), how);
}

/// A finding without a position: code, severity, path, parameters and the entries concerned.
pub(crate) fn finding(code: &str, severity: &str, path: &str, params: Value, records: &[&str]) -> Value {
    let finding = json!({"code": code, "severity": severity, "path": path, "params": params, "records": records});
    if finding["params"] == json!({}) { with(finding, json!({"params": null})) } else { finding }
}

/// A visit that refers to nothing.
pub(crate) fn bare(id: &str, date: &str, more: Value) -> Value {
    me().on("visit", id, date, with(json!({"mode": "home", "category": "outreach"}), more))
}

pub(crate) fn fill(book: &mut Book) {
    corrections(book);
    cases(book);
    sessions(book);
    termination(book);
    conflicts(book);
    rules(book);
}

fn corrections(book: &mut Book) {
    let pair = |second: Value| vec![bare("v-1", "2024-05-06", json!({"supersedes": "v-2"})), second];
    let cycle =
        |ids: &str, records: &[&str]| json!([finding("retraction_cycle", "defect", "", json!({"ids": ids}), records)]);
    let none = json!({});
    check(
        book,
        "cycle-of-two",
        none.clone(),
        pair(bare("v-2", "2024-05-06", json!({"supersedes": "v-1"}))),
        cycle("v-1, v-2", &["v-1", "v-2"]),
        "FORMAT 5: v-1 replaces v-2, which replaces v-1; both are hidden, one finding for the circle",
    );
    check(
        book,
        "cycle-of-three",
        none.clone(),
        [
            pair(bare("v-2", "2024-05-06", json!({"supersedes": "v-3"}))),
            vec![bare("v-3", "2024-05-06", json!({"voids": "v-1", "reason": "误录"}))],
        ]
        .concat(),
        cycle("v-1, v-2, v-3", &["v-1", "v-2", "v-3"]),
        "v-1 → v-2 → v-3 → v-1: a voiding is a step of the circle as a replacement is",
    );
    check(
        book,
        "chain-is-no-cycle",
        none,
        pair(bare("v-2", "2024-05-06", json!({}))),
        json!([]),
        "v-1 replaces v-2, which replaces nothing",
    );
}

fn cases(book: &mut Book) {
    let contact = |date: &str| {
        vec![
            register("person", "p-1", json!({})),
            me().on("case", "c-1", "2024-05-06", json!({"client": "p-1", "closed": "2024-06-28"})),
            me().on("case_contact", "k-1", date, json!({"case": "c-1"})),
        ]
    };
    let mut c = |name: &str, date: &str, findings: Value, how: &str| {
        check(book, name, json!({}), contact(date), findings, how);
    };
    c(
        "contact-before-opening",
        "2024-05-05",
        json!([finding(
            "contact_before_case_opened",
            "warning",
            "/date",
            json!({"date": "2024-05-05", "opened": "2024-05-06"}),
            &["k-1", "c-1"]
        )]),
        "the contact lies a day before the case was opened",
    );
    c("contact-on-opening-day", "2024-05-06", json!([]), "the day of opening belongs to the case");
    c("contact-on-closing-day", "2024-06-28", json!([]), "the day of closing belongs to the case");
    c(
        "contact-after-closing",
        "2024-06-29",
        json!([finding(
            "contact_after_case_closed",
            "warning",
            "/date",
            json!({"date": "2024-06-29", "closed": "2024-06-28"}),
            &["k-1", "c-1"]
        )]),
        "the contact lies a day after the case was closed",
    );
}

fn sessions(book: &mut Book) {
    let group = |sessions: &[(&str, &str, u32)]| -> Vec<Value> {
        let held = sessions
            .iter()
            .map(|(id, date, number)| me().on("group_session", id, date, json!({"group": "g-1", "session": number})));
        std::iter::once(me().on("group", "g-1", "2024-05-01", json!({}))).chain(held).collect()
    };
    let gap = |numbers: &str| {
        json!([finding("session_gap", "warning", "", json!({"group": "g-1", "numbers": numbers}), &["g-1"])])
    };
    let mut s = |name: &str, sessions: &[(&str, &str, u32)], findings: Value, how: &str| {
        check(book, name, json!({}), group(sessions), findings, how);
    };
    let (one, two) = (("j-1", "2024-05-06", 1), ("j-2", "2024-05-13", 2));
    s("sessions-in-order", &[one, two], json!([]), "sessions 1 and 2 on two days");
    s("session-gap", &[one, two, ("j-4", "2024-05-27", 4)], gap("3"), "1, 2, 4: number 3 is missing");
    s(
        "session-gaps",
        &[("j-3", "2024-05-20", 3), ("j-6", "2024-06-10", 6)],
        gap("1-2, 4-5"),
        "3 and 6: what is missing are 1 and 2, then 4 and 5",
    );
    s(
        "session-repeated",
        &[one, two, ("j-3", "2024-05-20", 2)],
        json!([finding(
            "session_repeated",
            "warning",
            "/session",
            json!({"group": "g-1", "number": "2"}),
            &["j-2", "j-3"]
        )]),
        "number 2 stands twice, on different days",
    );
    s(
        "sessions-same-day",
        &[one, two, ("j-3", "2024-05-13", 3)],
        json!([finding(
            "sessions_same_day",
            "warning",
            "/date",
            json!({"group": "g-1", "date": "2024-05-13"}),
            &["j-2", "j-3"]
        )]),
        "P2-I5 settled: a second session on one day is flagged",
    );
}

fn termination(book: &mut Book) {
    let ended = |more: Vec<Value>| [vec![me().on("termination", "tm-1", "2024-08-01", json!({}))], more].concat();
    let spot = |date: &str| vec![me().on("spot_check", "sp-1", date, json!({"consistent": true}))];
    check(
        book,
        "event-after-termination",
        json!({}),
        ended(spot("2024-08-02")),
        json!([finding(
            "event_after_termination",
            "warning",
            "/date",
            json!({"date": "2024-08-02", "terminated": "2024-08-01"}),
            &["sp-1", "tm-1"]
        )]),
        "a spot check the day after the contract was terminated",
    );
    check(
        book,
        "event-on-day-of-termination",
        json!({}),
        ended(spot("2024-08-01")),
        json!([]),
        "the day of the termination itself is not after it",
    );
    check(
        book,
        "withdrawal-after-termination",
        json!({}),
        ended(vec![
            bare("v-1", "2024-05-06", json!({})),
            me().on("withdrawal", "w-1", "2024-09-01", json!({"voids": "v-1", "reason": "误录"})),
        ]),
        json!([]),
        "putting the ledger in order may follow a termination",
    );
}

fn conflicts(book: &mut Book) {
    check(
        book,
        "id-conflict",
        json!({}),
        vec![bare("v-1", "2024-05-06", json!({})), bare("v-1", "2024-05-07", json!({}))],
        json!([finding("id_conflict", "defect", "/id", json!({"id": "v-1"}), &["v-1", "v-1"])]),
        "FORMAT 5: same id, different bytes: none counts, and the finding names both",
    );
    check(
        book,
        "same-line-twice",
        json!({}),
        vec![bare("v-1", "2024-05-06", json!({})), bare("v-1", "2024-05-06", json!({}))],
        json!([]),
        "FORMAT 5: same id and same bytes are one entry",
    );
}

fn rules(book: &mut Book) {
    let rule = |of: &str, need: Value, otherwise: &str| json!({"rules": [{"id": "X-rule", "clause": "2", "labels": labels(), "on": {"of": of}, "need": need, "else": otherwise}]});
    let broken = |severity: &str, path: &str| {
        json!([with(
            finding(
                "rule_broken",
                severity,
                path,
                json!({"rule": "X-rule", "what": "名", "what_en": "name"}),
                &["v-1"]
            ),
            json!({"clause": "2"})
        )])
    };
    let visit = |more: Value| vec![bare("v-1", "2024-05-06", more)];
    let timed = || json!({"minutes": {"exists": true}});
    check(
        book,
        "rule-defect",
        rule("visit", timed(), "defect"),
        visit(json!({})),
        broken("defect", ""),
        "FORMAT 4: the rule wants minutes and the visit has none; it is kept with a defect",
    );
    check(
        book,
        "rule-warning",
        rule("visit", timed(), "warn"),
        visit(json!({})),
        broken("warning", ""),
        "FORMAT 4: `warn` only warns",
    );
    check(
        book,
        "rule-kept",
        rule("visit", timed(), "defect"),
        visit(json!({"minutes": 1})),
        json!([]),
        "the visit has minutes",
    );
    check(
        book,
        "rule-of-an-item",
        rule("visit.subjects", json!({"name": {"exists": true}}), "defect"),
        visit(json!({"subjects": [{"name": "甲"}, {"household": "h-1"}]}))
            .into_iter()
            .chain([register("household", "h-1", json!({}))])
            .collect(),
        broken("defect", "/subjects/1"),
        "the second subject has no name; the path leads to it",
    );
    check(
        book,
        "rule-that-refers",
        rule("visit", json!({"subjects": {"some": {"household.place": {"is": "here"}}}}), "defect"),
        visit(json!({"subjects": [{"household": "h-1"}]}))
            .into_iter()
            .chain([register("household", "h-1", json!({"place": "there"}))])
            .collect(),
        broken("defect", ""),
        "FORMAT 4: a rule that looks at other entries is judged at evaluation; h-1 lies elsewhere",
    );
    let single = json!({"rules": [{"id": "X-one", "clause": "2", "labels": labels(), "exclusive": {"of": "case", "on": ["client"], "from": "date", "to": "closed"}}]});
    let pair = |second: &str, from: &str| {
        vec![
            register("person", "p-1", json!({})),
            me().on("case", "c-2", "2024-05-06", json!({"client": "p-1", "closed": "2024-06-28"})),
            me().on("case", second, from, json!({"client": "p-1"})),
        ]
    };
    let overlap = |later: &str, earlier: &str| {
        json!([with(
            finding(
                "overlap",
                "defect",
                "",
                json!({"rule": "X-one", "what": "名", "what_en": "name", "other": earlier}),
                &[later, earlier]
            ),
            json!({"clause": "2"})
        )])
    };
    check(
        book,
        "overlap-on-closing-day",
        single.clone(),
        pair("c-1", "2024-06-28"),
        overlap("c-1", "c-2"),
        "FORMAT 4: c-2 runs to 06-28, that day included; c-1 starts on it, the later start has the defect",
    );
    check(
        book,
        "no-overlap-next-day",
        single.clone(),
        pair("c-1", "2024-06-29"),
        json!([]),
        "c-1 starts the day after c-2 was closed",
    );
    check(
        book,
        "overlap-same-start",
        single,
        pair("c-1", "2024-05-06"),
        overlap("c-2", "c-1"),
        "FORMAT 4: same start, so the greater id c-2 has the defect",
    );
}
