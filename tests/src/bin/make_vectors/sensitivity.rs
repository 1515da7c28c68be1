//! What other options of readings would change, and which values sit on a boundary.

use crate::Book;
use crate::build::*;
use crate::made_up::{inline, labels, me, plain};
use crate::package1::supervisions;
use serde_json::{Value, json};

const STAGES: &[&str] = &[
    "readings.option",
    "readings.options.option",
    "readings.options.decisive",
    "readings.options.stages.id",
    "readings.options.stages.before.band",
    "readings.options.stages.after.band",
];
const OUTCOMES: &[&str] = &[
    "readings.options.option",
    "readings.options.decisive",
    "readings.options.requirements.id",
    "readings.options.requirements.before.outcome",
    "readings.options.requirements.before.lo",
    "readings.options.requirements.after.outcome",
    "readings.options.requirements.after.lo",
    "unchanged",
];
const CELLS: &[&str] = &[
    "readings.options.option",
    "readings.options.decisive",
    "readings.options.requirements.id",
    "readings.options.requirements.before",
    "readings.options.requirements.after",
    "unchanged",
];

/// A question about one reading of a built-in package.
struct Ask<'a> {
    package: usize,
    reading: &'a str,
    as_of: &'a str,
    contract: Value,
    select: &'a [&'a str],
}

fn ask<'a>(package: usize, reading: &'a str, select: &'a [&'a str]) -> Ask<'a> {
    Ask { package, reading, as_of: AFTER, contract: json!({}), select }
}

impl<'a> Ask<'a> {
    fn at(self, as_of: &'a str) -> Self {
        Self { as_of, ..self }
    }

    fn contract(self, contract: Value) -> Self {
        Self { contract, ..self }
    }

    fn add(self, book: &mut Book, name: &str, entries: Vec<Value>, expected: Value, how: &str) {
        let contract = with(contract(&package_id(self.package)), self.contract);
        let input = json!({
            "package": package_id(self.package), "contract": contract, "entries": entries, "as_of": self.as_of,
            "reading": self.reading, "select": self.select,
        });
        book.add(format!("sensitivity/{name}"), "sensitivity", input, expected, how);
    }
}

/// Nothing changes under any option of a reading.
fn unchanged(reading: &str) -> Value {
    json!({"readings": [], "unchanged": [reading]})
}

pub(crate) fn fill(book: &mut Book) {
    scores(book);
    income(book);
    rounds(book);
    casework(book);
    events(book);
    made_up(book);
}

fn scores(book: &mut Book) {
    let score =
        |stage: &str, date: &str, score: Value| vec![of(2).evaluation("e-1", date, stage, json!({"score": score}))];
    let midterm = |value: Value| score("midterm", "2024-09-15", value);
    let flips = |in_force: &str, other: &str, stage: &str, before: Value, after: Value| {
        let change = json!({"id": stage, "before": before, "after": after});
        json!({"readings": [{"option": in_force, "options": [{"option": other, "decisive": true, "stages": [change]}]}]})
    };
    let at = |reading, select| ask(2, reading, select).at("2024-09-30");
    at("R-80-midterm", STAGES).add(
        book,
        "midterm-80",
        midterm(json!(80)),
        flips("inclusive", "exclusive", "midterm", json!({"band": "S-7"}), json!({})),
        "4 中期评估80分以下: 80 ≤ 80 is in S-7; read exclusively 80 < 80 is false, no band",
    );
    at("R-80-midterm", &["boundary"]).add(
        book,
        "midterm-80-boundary",
        midterm(json!(80)),
        json!({"boundary": [{"of": "stage", "id": "midterm", "clause": "4", "value": "80", "reading": "R-80-midterm",
            "option": "exclusive", "is": "S-7", "would_be": "none"}]}),
        "S-7 settled: exactly 80 sits on the boundary; nothing else of an empty ledger does",
    );
    at("R-80-midterm", &["readings", "unchanged", "boundary"]).add(
        book,
        "midterm-79.99",
        midterm(json!(79.99)),
        with(unchanged("R-80-midterm"), json!({"boundary": []})),
        "79.99 is at most 80 and less than 80: the same band under both options, and no boundary",
    );
    at("R-80-midterm", &["readings", "unchanged"]).add(
        book,
        "midterm-80.01",
        midterm(json!(80.01)),
        unchanged("R-80-midterm"),
        "80.01 is above 80 under both options",
    );
    at("R-70-midterm", STAGES).add(
        book,
        "midterm-70",
        midterm(json!(70)),
        flips("inclusive", "exclusive", "midterm", json!({"band": "S-8"}), json!({"band": "S-7"})),
        "4 中期70分以下: 70 ≤ 70 is S-8 (termination); read exclusively it falls to S-7, 70 ≤ 80",
    );
    at("R-80-midterm", &["readings", "unchanged"]).add(
        book,
        "midterm-70-other-reading",
        midterm(json!(70)),
        unchanged("R-80-midterm"),
        "bands are tried in order: S-8 is hit before S-7 is looked at, so how 80 is read changes nothing",
    );
    let consequences = &["readings.option", "readings.by_default", "readings.options.stages"][..];
    at("R-80-midterm", consequences).contract(json!({"readings": {"R-80-midterm": "exclusive"}})).add(
        book,
        "midterm-80-chosen-exclusive",
        midterm(json!(80)),
        json!({"readings": [{"option": "exclusive", "by_default": false, "options": [{"stages": [{
            "id": "midterm", "clause": "4", "before": {"evaluation": "e-1"},
            "after": {"evaluation": "e-1", "band": "S-7", "consequences": [
                {"what": "rectification_order", "force": "duty"},
                {"what": "extension", "force": "duty", "projected_end": "2025-04-14"}]}}]}]}]}),
        "the contract chose exclusive: no band; the other option is the default with S-7, an order and one month: 2025-03-14 + 1 month = 2025-04-14",
    );
    ask(2, "R-70-final", STAGES).add(
        book,
        "final-70",
        score("final", "2025-03-20", json!(70)),
        flips("inclusive", "exclusive", "final", json!({"band": "S-9"}), json!({})),
        "4 末期70分以下: 70 ≤ 70 is S-9; read exclusively 70 < 70 is false",
    );
    let dates = json!({"service_start": "2024-03-01", "service_end": "2025-02-28", "midterm_date": "2024-09-01"});
    let ends = &[
        "readings.options.option",
        "readings.options.stages.before.consequences.projected_end",
        "readings.options.stages.after.consequences.projected_end",
    ][..];
    let end = |option: &str| {
        let of = |day: &str| json!({"consequences": [{}, {"projected_end": day}]});
        json!({"option": option, "stages": [{"before": of("2025-03-28"), "after": of("2025-03-31")}]})
    };
    ask(2, "R-month-end", ends).at("2024-09-30").contract(dates.clone()).add(
        book,
        "extension-month-end",
        score("midterm", "2024-09-01", json!(78)),
        json!({"readings": [{"options": [end("last_day"), end("from_start")]}]}),
        "S-7 延长一个月 from 2025-02-28: same day of March = 28; a month's end stays one = 31; 2024-03-01 + 13 months − 1 day = 2025-03-31",
    );
    let done = [
        score("midterm", "2024-09-01", json!(80)),
        vec![of(2).on("extension", "ex-1", "2024-09-20", json!({"new_end": "2025-03-28"}))],
    ]
    .concat();
    let by = &[
        "readings.options.stages.before.consequences.what",
        "readings.options.stages.before.consequences.done_by",
        "readings.options.stages.after",
    ][..];
    ask(2, "R-80-midterm", by).at("2024-09-30").contract(dates).add(
        book,
        "extension-carried-out",
        done,
        json!({"readings": [{"options": [{"stages": [{
            "before": {"consequences": [{"what": "rectification_order"}, {"what": "extension", "done_by": "ex-1"}]},
            "after": {"evaluation": "e-1"}}]}]}]}),
        "score 80: under the option in force ex-1 carries out the extension; read exclusively nothing was owed",
    );
}

fn income(book: &mut Book) {
    let sale = |gross: Value| {
        let more = json!({"category": "sales", "subject": "pl-1", "season": "2024", "gross": gross});
        vec![
            register("site", "pl-1", json!({"category": "helped_plot", "area_mu": 2})),
            of(5).on("observation", "ob-1", "2024-10-01", more),
        ]
    };
    let select = &[
        "readings.option",
        "readings.options.decisive",
        "readings.options.requirements.id",
        "readings.options.requirements.before.outcome",
        "readings.options.requirements.before.holding",
        "readings.options.requirements.after.outcome",
        "readings.options.requirements.after.holding",
        "readings.options.requirements.after.lo",
        "readings.options.closing.before.completion",
        "readings.options.closing.after.completion",
    ][..];
    ask(5, "R-income-6000", select).add(
        book,
        "income-6000",
        sale(json!(12000)),
        json!({"readings": [{"option": "exclusive", "options": [{"decisive": true,
            "requirements": [{"id": "P5-I4", "before": {"outcome": "open"}, "after": {"outcome": "open", "holding": true}}],
            "closing": {"before": {"completion": {"met": 0, "of": 5}}, "after": {"completion": {"met": 1, "of": 5}}}}]}]}),
        "二（五）2（4）超过6000: 12000 ÷ 2 mu = 6000 is not more than 6000; with 6000 included it holds, and closing counts 1 of 5 indicators instead of 0",
    );
    ask(5, "R-income-6000", &["boundary"]).add(
        book,
        "income-6000-boundary",
        sale(json!(12000)),
        json!({"boundary": [{"of": "requirement", "id": "P5-I4", "clause": "二（五）2（4）", "reading": "R-income-6000",
            "option": "inclusive", "is": "not_met", "would_be": "met"}]}),
        "exactly 6000 元/亩; open until closing, so the flag is that of closing on this day: not met, with 6000 included met",
    );
    ask(5, "R-income-6000", &["readings", "unchanged", "boundary"]).add(
        book,
        "income-6000.005",
        sale(json!(12000.01)),
        with(unchanged("R-income-6000"), json!({"boundary": []})),
        "12000.01 ÷ 2 = 6000.005 is more than 6000 under both options",
    );
    ask(5, "R-income-6000", &["readings", "unchanged"]).add(
        book,
        "income-5999.995",
        sale(json!(11999.99)),
        unchanged("R-income-6000"),
        "11999.99 ÷ 2 = 5999.995 reaches 6000 under neither option",
    );
}

const MONTHS: [&str; 12] = [
    "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12",
    "2025-01", "2025-02",
];

/// Visits on the 18th and 25th of every month to these households, all in the register.
fn visits(visited: &[&str], registered: &[&str], skip: &str) -> Vec<Value> {
    let subjects: Vec<Value> = visited.iter().map(|id| json!({"household": id})).collect();
    let months = MONTHS.iter().filter(|month| **month != skip);
    months
        .flat_map(|month| {
            let visit = |d: &str| {
                of(6).visit(&format!("v-{month}-{d}"), &format!("{month}-{d}"), "home", "shahe", subjects.clone())
            };
            [visit("18"), visit("25")]
        })
        .chain(registered.iter().map(|id| register("household", id, json!({"place": "shahe"}))))
        .collect()
}

fn rounds(book: &mut Book) {
    let standing =
        |outcome: &str, cells: usize, fraction: &str| json!({"outcome": outcome, "cells": cells, "fraction": fraction});
    let option = |option: &str, decisive: bool, before: Value, after: Value| json!({"option": option, "decisive": decisive, "requirements": [{"id": "P6-I3a", "before": before, "after": after}]});
    let nothing = |option: &str| json!({"option": option, "decisive": false});
    let c = || ask(6, "R-P6-I3a", CELLS);
    c().add(
        book,
        "rounds-b-and-c",
        visits(&["h-1"], &["h-1", "h-2"], ""),
        json!({"readings": [{"options": [
            option("each_household", true, standing("met", 12, "1"), standing("not_met", 24, "0.5")),
            option("households", true, standing("met", 12, "1"), standing("not_met", 12, "0.5")),
        ]}], "unchanged": []}),
        "P6-I3a (a) 12 months with 2 days each: met. (b) 2 households × 12 months: h-1 has all 12, h-2 none, 12 of 24. (c) each month has 1 of 2 households: half",
    );
    c().add(
        book,
        "rounds-one-household",
        visits(&["h-1"], &["h-1"], ""),
        json!({"readings": [{"options": [
            nothing("each_household"),
            option("households", true, standing("met", 12, "1"), standing("not_met", 12, "0.5")),
        ]}], "unchanged": []}),
        "(b) the only household is visited twice a month: 12 cells met, as before; (c) 1 of 2 households in each month",
    );
    c().add(
        book,
        "rounds-two-households",
        visits(&["h-1", "h-2"], &["h-1", "h-2"], ""),
        json!({"readings": [{"options": [
            option("each_household", false, standing("met", 12, "1"), standing("met", 24, "1")),
            nothing("households"),
        ]}], "unchanged": []}),
        "both households twice a month: met under all three; (b) only has 24 cells instead of 12",
    );
    let waiver = |more: Value| {
        of(6).on("waiver", "w-1", "2025-03-20", with(json!({"requirement": "P6-I3a", "approved_by": "区民政局"}), more))
    };
    ask(6, "R-P6-I3a", &["readings.options.option", "readings.options.requirements.before.outcome", "readings.options.requirements.after.outcome"]).add(
        book,
        "rounds-july-waived",
        [visits(&["h-1"], &["h-1", "h-2"], "2024-07"), vec![waiver(json!({"window": "2024-07"}))]].concat(),
        json!({"readings": [{"options": [
            {"option": "each_household", "requirements": [{"before": {"outcome": "met"}, "after": {"outcome": "not_met"}}]},
            {"option": "households", "requirements": [{"before": {"outcome": "met"}, "after": {"outcome": "not_met"}}]},
        ]}]}),
        "July is waived under every option; h-2 still misses eleven months under (b), and (c) has 1 of 2 households in eleven",
    );
    ask(6, "R-P6-I3a", &["readings.options.decisive", "unchanged"]).add(
        book,
        "rounds-waived-whole",
        [visits(&["h-1"], &["h-1"], "2024-07"), vec![waiver(json!({}))]].concat(),
        json!({"readings": [], "unchanged": ["R-P6-I3a"]}),
        "the requirement as a whole is waived: met with one household's 12 cells, none owed, under every option",
    );
    let extension = of(6).on("extension", "ex-1", "2025-02-20", json!({"new_end": "2025-04-14"}));
    c().at("2025-04-30").add(
        book,
        "rounds-extended",
        [visits(&["h-1", "h-2"], &["h-1", "h-2"], ""), vec![extension]].concat(),
        json!({"readings": [{"options": [
            option("each_household", false, standing("not_met", 13, "12/13"), standing("not_met", 26, "12/13")),
            nothing("households"),
        ]}], "unchanged": []}),
        "extended to 2025-04-14: March 2025 is owed and not served. (a) 12 of 13; (b) 24 of 26 = 12/13; (c) 12 of 13 as before. No outcome flips",
    );
}

fn casework(book: &mut Book) {
    let me = of(6);
    let cases = |last: usize| -> Vec<Value> {
        let mut all = persons(7, &json!({"residences": [{"place": "shahe"}]}));
        for i in 1..=7 {
            let contacts = if i == 7 { last } else { 5 };
            all.extend(me.case(&format!("c-{i}"), &format!("p-{i:03}"), &days("2024-05-06", contacts)));
        }
        all
    };
    let flip = |option: &str, before: Value, after: Value| {
        json!({"readings": [{"options": [{"option": option, "decisive": true,
            "requirements": [{"id": "P6-I4a", "before": before, "after": after}]}]}], "unchanged": []})
    };
    ask(6, "R-cases", OUTCOMES).add(
        book,
        "cases-one-short",
        cases(4),
        flip("all_opened", json!({"outcome": "met", "lo": "6"}), json!({"outcome": "not_met"})),
        "二（六）2（4）每个个案: six of seven cases have 5 contacts, enough; if every case must, c-7 with 4 fails it",
    );
    let full = &[
        "readings.options.decisive",
        "readings.options.requirements.before",
        "readings.options.requirements.after",
    ][..];
    ask(6, "R-cases", full).add(
        book,
        "cases-all-full",
        cases(5),
        json!({"readings": [{"options": [{"decisive": false, "requirements": [{
            "before": {"outcome": "met", "lo": "7", "hi": "7", "fraction": "1"}, "after": {"outcome": "met", "fraction": "1"}}]}]}]}),
        "all seven have 5: met either way; the nested form has parts and no number of its own",
    );
    let by_phone: Vec<Value> = cases(4)
        .into_iter()
        .map(|entry| if entry["id"] == "c-6-k0" { with(entry, json!({"mode": "phone"})) } else { entry })
        .collect();
    ask(6, "R-contact-mode", OUTCOMES).add(
        book,
        "contact-by-phone",
        by_phone,
        flip("in_person", json!({"outcome": "met", "lo": "6"}), json!({"outcome": "not_met", "lo": "5"})),
        "c-6 has 5 contacts, one by phone; in person only it has 4, so five cases remain. The reading reaches the item through a named condition",
    );
    let broken = [
        supervisions(8),
        vec![with(
            supervisions(1)[2].clone(),
            json!({"id": "sv-9", "date": "2024-12-02",
        "recorded_at": "2024-12-02", "signatures": [{"role": "worker", "person": "x-1", "form": "ink"}]}),
        )],
    ]
    .concat();
    ask(1, "R-supervision-records", OUTCOMES).add(
        book,
        "record-rule-read-otherwise",
        broken,
        json!({"readings": [{"options": [{"option": "fails", "decisive": true,
            "requirements": [{"id": "P1-I2a", "before": {"outcome": "met"}, "after": {"outcome": "not_met"}}]}]}], "unchanged": []}),
        "二（一）2（2）: sv-9 lacks the supervisor's signature. Not counted, 8 remain: met. Read as failing the item, the rule only warns and 8 of 9 are complete: not met",
    );
}

fn events(book: &mut Book) {
    let event = |kind: &str, id: &str, date: &str, issue: &str| of(2).on(kind, id, date, json!({"issue": issue}));
    let select = &["readings.options.option", "readings.options.decisive", "readings.options.triggers"][..];
    ask(2, "R-reminders", select).at(MIDDLE).add(
        book,
        "reminders-two",
        vec![
            event("rectification_order", "ro-1", "2024-06-03", "记录不全"),
            event("reminder", "rm-1", "2024-06-17", "记录不全"),
            event("reminder", "rm-2", "2024-07-01", "记录不全"),
        ],
        json!({"readings": [{"options": [{"option": "exclusive", "decisive": true,
            "triggers": [{"id": "S-3", "clause": "4", "before": true, "after": false}]}]}]}),
        "S-3 提醒3次以上: the order and two reminders make three, uncured; more than three is not reached",
    );
    ask(2, "R-reminders-scope", select).at(MIDDLE).add(
        book,
        "reminders-on-two-issues",
        vec![
            event("rectification_order", "ro-1", "2024-06-03", "记录不全"),
            event("reminder", "rm-1", "2024-06-17", "记录不全"),
            event("rectification_order", "ro-2", "2024-07-01", "签到缺失"),
        ],
        json!({"readings": [{"options": [{"option": "cumulative", "decisive": true,
            "triggers": [{"id": "S-3", "clause": "4", "before": false, "after": true}]}]}]}),
        "no issue has two reminders; two orders and one reminder make three altogether, uncured",
    );
    let held = vec![
        of(2).evaluation("e-1", "2025-03-20", "final", json!({"score": 90})),
        of(2).on("acceptance", "ac-1", "2025-03-25", json!({"passed": true})),
    ];
    let need = |option: &str, fraction: &str| {
        json!({"option": option, "closing_items": [{"id": "X-3",
            "before": {"outcome": "met", "fraction": "1"}, "after": {"outcome": "not_met", "fraction": fraction}}]})
    };
    let items = &[
        "readings.options.option",
        "readings.options.closing_items.id",
        "readings.options.closing_items.before",
        "readings.options.closing_items.after",
    ][..];
    ask(2, "R-missing-evaluation", items).add(
        book,
        "missing-evaluations",
        held,
        json!({"readings": [{"options": [need("midterm_blocks", "0.875"), need("third_party_blocks", "0.875"), need("all_block", "5/6")]}]}),
        "X-3: accepted, final held, no orders: met. Two stages needed: 1/2, mean (1 + 1/2 + 1 + 1) ÷ 4 = 7/8; three: (1 + 1/3 + 1 + 1) ÷ 4 = 5/6",
    );
    ask(2, "R-none", &[]).add(
        book,
        "no-such-reading",
        vec![],
        json!({"error": {"code": "unknown_id", "path": "reading", "message": "there is no reading `R-none`"}}),
        "a reading that the contract does not have is misuse",
    );
}

/// A reading of the made-up package with a default that replaces nothing and one other option.
fn reading(comparator: bool, replace: Value) -> Value {
    json!([{"id": "RD", "phrase": "词", "clauses": ["1"], "labels": labels(), "basis": "试", "comparator": comparator, "default": "as_is",
        "options": [{"id": "as_is", "labels": labels(), "replace": {}}, {"id": "other", "labels": labels(), "replace": replace}]}])
}

fn made_up(book: &mut Book) {
    let visit = |id: &str, date: &str, mode: &str| me().visit(id, date, mode, "here", vec![json!({"person": "p-1"})]);
    let count = |id: &str, where_: Value, target: Value| json!({"id": id, "labels": labels(), "measure": {"count": {"of": "visit", "where": where_}}, "target": target});
    let mut add = |name: &str, package: Value, entries: Vec<Value>, select: &[&str], expected: Value, how: &str| {
        let input = plain(package, entries, AFTER, select);
        book.add(format!("sensitivity/{name}"), "sensitivity", input, expected, how);
    };
    let package = with(
        inline("t/x", json!([count("R-1", json!({}), json!({"at_least": 3}))])),
        json!({"readings": reading(true, json!({"R-1": {"target": {"more_than": 3}}})),
            "closing": [{"id": "X", "clause": "5", "labels": labels(), "completion": "100%"}]}),
    );
    let three = || {
        ["2024-04-01", "2024-05-01", "2024-06-03"]
            .iter()
            .enumerate()
            .map(|(i, day)| visit(&format!("v-{i}"), day, "home"))
            .collect::<Vec<_>>()
    };
    add(
        "decision-flips",
        package.clone(),
        three(),
        &["decision", "readings.options.decisive", "readings.options.closing", "boundary"],
        json!({"decision": "closable",
            "readings": [{"options": [{"decisive": true, "closing": {
                "before": {"decision": "closable", "completion": {"met": 1, "of": 1}, "blockers": 0},
                "after": {"decision": "blocked", "completion": {"met": 0, "of": 1}, "blockers": 1}}}]}],
            "boundary": [{"of": "requirement", "id": "R-1", "clause": "1", "value": "3", "reading": "RD", "option": "other", "is": "met", "would_be": "not_met"}]}),
        "three visits: at least 3 holds, more than 3 does not; the only indicator decides completion 1/1 or 0/1 and with it the closing",
    );
    let four = [three(), vec![visit("v-9", "2024-07-01", "home")]].concat();
    add(
        "decision-does-not-flip",
        package,
        four,
        &["decision", "readings", "unchanged", "boundary"],
        json!({"decision": "closable", "readings": [], "unchanged": ["RD"], "boundary": []}),
        "four visits are more than three: met under both options",
    );
    let talk = json!({"id": "R-2", "labels": labels(), "window": {"from": {"first": "R-1"}},
        "measure": {"count": {"of": "activity"}}, "target": {"at_least": 1}});
    let package = with(
        inline("t/x", json!([count("R-1", json!({"mode": {"is": "home"}}), json!({"at_least": 1})), talk])),
        json!({"readings": reading(false, json!({"R-1": {"measure": {"count": {"of": "visit", "where": {"mode": {"is": "phone"}}}}}}))}),
    );
    let entries = vec![
        visit("v-1", "2024-05-06", "phone"),
        visit("v-2", "2024-06-03", "home"),
        me().on(
            "activity",
            "a-1",
            "2024-05-20",
            json!({"category": "talk", "place": "here", "headcount": 5, "workers": worker()}),
        ),
    ];
    add(
        "through-an-anchor",
        package,
        entries,
        OUTCOMES,
        json!({"readings": [{"options": [{"option": "other", "decisive": true,
            "requirements": [{"id": "R-2", "before": {"outcome": "not_met", "lo": "0"}, "after": {"outcome": "met", "lo": "1"}}]}]}], "unchanged": []}),
        "R-1 has one visit either way, first on 06-03 or on 05-06; the talk of 05-20 lies before the first and after the second. The reading does not name R-2",
    );
    let conditions = json!([
        {"id": "inner", "on": "visit", "labels": labels(), "where": {"mode": {"is": "home"}}},
        {"id": "outer", "on": "visit", "labels": labels(), "where": {"use": "inner", "category": {"is": "outreach"}}},
    ]);
    let package = with(
        inline("t/x", json!([count("R-1", json!({"use": "outer"}), json!({"at_least": 3}))])),
        json!({"conditions": conditions, "readings": reading(false, json!({"inner": {"where": {"mode": {"in": ["home", "phone"]}}}}))}),
    );
    let entries = vec![
        visit("v-1", "2024-05-06", "phone"),
        visit("v-2", "2024-06-03", "home"),
        visit("v-3", "2024-06-10", "home"),
    ];
    add(
        "through-nested-conditions",
        package,
        entries,
        OUTCOMES,
        json!({"readings": [{"options": [{"option": "other", "decisive": true,
            "requirements": [{"id": "R-1", "before": {"outcome": "not_met", "lo": "2"}, "after": {"outcome": "met", "lo": "3"}}]}]}], "unchanged": []}),
        "two visits at home; with those by phone three. R-1 uses outer, outer uses inner, which the option replaces",
    );
}
