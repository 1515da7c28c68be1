//! Records that look as if they were done and are not: what a count must not take at face value.

use crate::Book;
use crate::build::*;
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    signatures(book);
    headcounts(book);
    handed_in(book);
    closed_cases(book);
    places(book);
    status_changes(book);
    seasons(book);
    sessions(book);
    donors(book);
    roster(book);
    trainers(book);
}

fn signed(signatures: Value) -> Vec<Value> {
    let session = |i: usize| {
        let more = json!({
            "mode": "site", "start": "09:30", "place": "nanchuan", "workers": worker(), "supervisees": ["o-1"],
            "parts": ["execution", "problems", "next_plan", "advice"], "signatures": signatures});
        of(1).on("supervision", &format!("sv-{i}"), &day("2024-04-01", 7 * i), more)
    };
    let base = vec![register("organisation", "o-1", json!({})), staff("s-1", json!([]))];
    [base, (1..=8).map(session).collect()].concat()
}

fn signatures(book: &mut Book) {
    let ink = |role: &str, person: &str| json!({"role": role, "person": person, "form": "ink"});
    let c = |name: &str, signatures: Value, outcome: &str, n: &str, how: &str, book: &mut Book| {
        let expected = parts(outcome, &[(outcome, n, n), (outcome, n, n)]);
        case(1, "P1-I2a").select(PARTS).add(book, name, signed(signatures), expected, how);
    };
    c(
        "worker-is-supervisor",
        json!([ink("worker", "x-1"), ink("supervisor", "x-1"), ink("organisation", "x-9")]),
        "not_met",
        "0",
        "P1-I2b settled: ≥1 社工 and ≥1 督导, different persons; x-1 is both and x-9 signs for the organisation, 1 < 2",
        book,
    );
    c(
        "three-signers",
        json!([ink("worker", "x-1"), ink("supervisor", "x-2"), ink("organisation", "x-1")]),
        "met",
        "8",
        "P1-I2b settled: worker x-1 and supervisor x-2 are two persons; who else signs does not matter",
        book,
    );
    c(
        "supervisor-signs-for-both",
        json!([ink("worker", "x-1"), ink("supervisor", "x-1"), ink("supervisor", "x-2")]),
        "met",
        "8",
        "P1-I2b settled: of the two supervisors x-2 is not the worker x-1, so both roles have a person of their own",
        book,
    );
    c(
        "second-by-electronic",
        json!([ink("worker", "x-1"), ink("supervisor", "x-1"),
            {"role": "supervisor", "person": "x-2", "form": "electronic"}]),
        "not_met",
        "0",
        "R-e-signature ink_or_contract: x-2's electronic signature is none, x-1 alone is left, 1 < 2",
        book,
    );
}

/// Rows of a sign-in list.
fn rows(people: Vec<Value>, role: &str) -> Vec<Value> {
    people.into_iter().map(|person| with(person, json!({"role": role}))).collect()
}

fn headcounts(book: &mut Book) {
    let events = |more: Value| of(2).activities("community_activity", 3, more);
    let c = |name: &str, more: Value, outcome: &str, n: &str, how: &str, book: &mut Book| {
        let entries = [persons(60, &json!({})), events(more)].concat();
        case(2, "P2-I6b").add(book, name, entries, range(outcome, n, n), how);
    };
    let twice = [rows(people(1, 49), "participant"), rows(people(1, 1), "participant")].concat();
    c(
        "one-listed-twice",
        json!({"headcount": 60, "counted_by": "sign_in", "participants": twice}),
        "not_met",
        "0",
        "P2-I6b settled: distinct participants; 50 rows of 49 persons, 49 < 50 in every event",
        book,
    );
    c(
        "fifty-listed",
        json!({"headcount": null, "participants": rows(people(1, 50), "participant")}),
        "met",
        "3",
        "C31: the list governs and is the evidence; 50 persons on it, no number beside it",
        book,
    );
    let with_staff = [rows(people(1, 49), "participant"), rows(people(50, 50), "staff")].concat();
    c(
        "fifty-listed-one-staff",
        json!({"headcount": null, "participants": with_staff}),
        "not_met",
        "0",
        "P2-I6b settled: project staff left out, 50 - 1 = 49 < 50",
        book,
    );
    let names = |from: usize, to: usize| -> Vec<Value> {
        (from..=to).map(|i| json!({"name": format!("居民{i}"), "role": "participant"})).collect()
    };
    c(
        "fifty-names",
        json!({"headcount": null, "participants": names(1, 50)}),
        "met",
        "3",
        "G4: bare names that differ are different people, 50",
        book,
    );
    c(
        "name-repeated",
        json!({"headcount": 50, "participants": all([names(1, 49), names(1, 1)])}),
        "not_met",
        "0",
        "G4: a bare repeated name is possibly the same person and is not one more for sure, 49 < 50",
        book,
    );
    c(
        "bare-number",
        json!({"headcount": 60, "counted_by": "sign_in"}),
        "not_met",
        "0",
        "P2-I6b settled: needs a sign-in list or count evidence; a number without sheet and list is none",
        book,
    );
    c(
        "counted-without-evidence",
        json!({"headcount": 60, "counted_by": "counter"}),
        "not_met",
        "0",
        "P2-I6b settled: counted on site, but neither photo nor record form shows it",
        book,
    );
    c(
        "counted-with-photo",
        json!({"headcount": 60, "counted_by": "counter", "attachments": [attachment("photo", "1")]}),
        "met",
        "3",
        "P2-I6b settled: 60 counted on site with a photo as evidence, 60 ≥ 50 in three events",
        book,
    );
    let six = |heads: Value| of(2).activities("community_activity", 6, heads);
    case(2, "P2-I6a").add(
        book,
        "nobody-came",
        six(json!({"headcount": 0})),
        range("not_met", "0", "0"),
        "G5: the minimum of a record is date, place, persons, worker; an activity of nobody has no persons",
    );
    case(2, "P2-I6a").add(
        book,
        "one-came",
        six(json!({"headcount": 1})),
        range("met", "6", "6"),
        "P2-I6a has no number of people: one person each, 6 events",
    );
}

fn handed_in(book: &mut Book) {
    let paper = |kind: &str, handed: Value| {
        of(1).document(kind, "2024-04-20", kind, json!({"period": "2024-04", "submitted_on": handed}))
    };
    let both = |handed: Value| vec![paper("monthly_brief", handed.clone()), paper("monthly_summary", handed)];
    let c = |name: &str, as_of: &str, entries: Vec<Value>, outcome: &str, how: &str, book: &mut Book| {
        let april = json!({"service_start": "2024-04-01", "service_end": "2024-04-30", "midterm_date": "2024-04-15",
            "readings": {"R-P1-I3c": "service_total"}});
        let input = json!({"package": package_id(1), "contract": with(contract(&package_id(1)), april), "entries": entries,
            "as_of": as_of, "requirement": "P1-I3b", "select": ["outcome", "cells.window", "cells.outcome"]});
        let expected = json!({"outcome": outcome, "cells": [{"window": "2024-04", "outcome": outcome}]});
        book.add(format!("package-1/P1-I3b-{name}"), "evaluate", input, expected, how);
    };
    c(
        "to-be-handed-in",
        "2024-04-30",
        both(json!("2024-06-03")),
        "not_met",
        "P1-I3b counts what was submitted: on 04-30 both papers are still to be handed in, on 06-03",
        book,
    );
    c(
        "handed-in-on-the-day",
        "2024-04-30",
        both(json!("2024-04-30")),
        "met",
        "G10: handed in on the day of judgement itself, late but delivered",
        book,
    );
    c(
        "handed-in-since",
        "2024-06-03",
        both(json!("2024-06-03")),
        "met",
        "G10: late delivery counts from the day on which it came, 06-03",
        book,
    );
    c(
        "no-day-of-handing-in",
        "2024-04-30",
        both(Value::Null),
        "unknown",
        "G9: nothing says whether and when the papers were handed in, so unknown, never met",
        book,
    );
    let project = || register("project", "pr-1", json!({"status": "active", "from": "2024-03-15"}));
    let report = |handed: Value| {
        of(1).document(
            "d-1",
            "2024-06-20",
            "process_report",
            json!({"period": "2024-Q2", "projects": ["pr-1"], "submitted_to": "civil_affairs", "submitted_on": handed}),
        )
    };
    let q2 = |name: &str, as_of: &str, handed: Value, outcome: &str, how: &str, book: &mut Book| {
        let spring = json!({"service_start": "2024-04-01", "service_end": "2024-06-30", "midterm_date": "2024-05-15",
            "readings": {"R-P1-I3c": "service_total"}});
        let input = json!({"package": package_id(1), "contract": with(contract(&package_id(1)), spring),
            "entries": [project(), report(handed)], "as_of": as_of, "requirement": "P1-I3d", "select": ["outcome"]});
        book.add(format!("package-1/P1-I3d-{name}"), "evaluate", input, json!({"outcome": outcome}), how);
    };
    q2(
        "to-be-handed-in",
        "2024-06-30",
        json!("2024-12-26"),
        "not_met",
        "P1-I3d settled: submission date recorded; on 06-30 the report is still to come on 12-26",
        book,
    );
    q2("handed-in-since", "2024-12-26", json!("2024-12-26"), "met", "G10: late, and there on 12-26", book);
    q2(
        "no-day-of-handing-in",
        "2024-06-30",
        Value::Null,
        "unknown",
        "P1-I3d settled: submission date recorded; it is not, so unknown (G9)",
        book,
    );
}

fn at_home(n: usize, place: &str) -> Vec<Value> {
    persons(n, &json!({"residences": [{"place": place}]}))
}

fn six_cases(n: usize, more: Value) -> Vec<Value> {
    (1..=6)
        .flat_map(|i| of(n).case(&format!("c-{i}"), &format!("p-{i:03}"), &days("2024-05-06", 5)))
        .map(|entry| if entry["kind"] == "case" { with(entry, more.clone()) } else { entry })
        .collect()
}

fn closed_cases(book: &mut Book) {
    for (n, place) in [(2, "dongjinhua"), (3, "yongfu"), (6, "shahe")] {
        let id = format!("P{n}-I4a");
        let closed = |on: &str| [at_home(6, place), six_cases(n, json!({"closed": on}))].concat();
        case(n, &id).at("2025-03-14").reading("R-case-closed", "required").add(
            book,
            "closed-later",
            closed("2025-03-15"),
            range("not_met", "0", "0"),
            "R-case-closed required: closed on 03-15 they are open on 03-14",
        );
        case(n, &id).at("2025-03-15").reading("R-case-closed", "required").add(
            book,
            "closed-that-day",
            closed("2025-03-15"),
            range("met", "6", "6"),
            "R-case-closed required: on 03-15 itself all six are closed",
        );
        case(n, &id).at("2025-03-14").select(&["outcome", "marks"]).add(
            book,
            "closed-later-warns",
            closed("2025-03-15"),
            json!({"outcome": "met", "marks": ["warning"]}),
            "P2-I4a settled: closure not required, open cases warned at the end; closed only tomorrow they are open today",
        );
    }
}

fn places(book: &mut Book) {
    let select = &["outcome", "lo", "hi", "not_counted.c-6.code"][..];
    for (n, place, other) in [(2, "dongjinhua", "shahe"), (3, "yongfu", "shahe"), (6, "shahe", "yongfu")] {
        let id = format!("P{n}-I4a");
        let elsewhere = [
            at_home(5, place),
            vec![register("person", "p-006", json!({"residences": [{"place": other}]}))],
            six_cases(n, json!({})),
        ]
        .concat();
        case(n, &id).select(select).add(
            book,
            "client-elsewhere",
            elsewhere.clone(),
            with(range("not_met", "5", "5"), json!({"not_counted": {"c-6": {"code": "condition_failed"}}})),
            "G11: a client outside the place is listed and not counted, 5 < 6",
        );
        let approved = of(n).on(
            "waiver",
            "w-1",
            "2024-06-01",
            json!({"record": "c-6", "condition": "counted_case", "approved_by": "区民政局"}),
        );
        case(n, &id).add(
            book,
            "client-elsewhere-approved",
            [elsewhere, vec![approved]].concat(),
            range("met", "6", "6"),
            "G11: … unless approved; the waiver names c-6 and the condition, 5 + 1",
        );
        case(n, &id).add(
            book,
            "client-unregistered",
            [at_home(5, place), six_cases(n, json!({}))].concat(),
            range("unknown", "5", "6"),
            "G11, G9: p-006 is in no register, so where the client lives is not known: 5 … 6",
        );
    }
    let me = of(6);
    let all_of = |n: usize| -> Vec<Value> { (1..=n).map(|i| json!({"household": format!("h-{i}")})).collect() };
    let houses = |n: usize, more: Value| -> Vec<Value> {
        (1..=n).map(|i| register("household", &format!("h-{i}"), more.clone())).collect()
    };
    let call = |date: &str, subjects: Vec<Value>| me.visit(&format!("v-{date}"), date, "home", "shahe", subjects);
    let b = |name: &str, list: Vec<Value>, outcome: &str, lo: &str, hi: &str, how: &str, book: &mut Book| {
        let entries = [list, vec![call("2024-05-06", all_of(100))]].concat();
        case(6, "P6-I3b").add(book, name, entries, range(outcome, lo, hi), how);
    };
    b(
        "elsewhere",
        houses(100, json!({"place": "shixi"})),
        "not_met",
        "0",
        "0",
        "G11: 100 households of 石溪镇 are none of 沙河村",
        book,
    );
    let one_off =
        [houses(99, json!({"place": "shahe"})), vec![register("household", "h-100", json!({"place": "shixi"}))]]
            .concat();
    b("one-elsewhere", one_off, "not_met", "99", "99", "G11: one of the 100 lives elsewhere, 99 < 100", book);
    b("unregistered", vec![], "unknown", "0", "100", "G9: households in no register may be of the place or not", book);
    b(
        "place-unknown",
        houses(100, json!({})),
        "unknown",
        "0",
        "100",
        "G9: the register does not say where they live",
        book,
    );
    let month = json!({"service_start": "2024-05-01", "service_end": "2024-05-31", "midterm_date": "2024-05-15"});
    let a = |name: &str, who: Value, outcome: &str, lo: &str, hi: &str, how: &str, book: &mut Book| {
        let entries = [
            houses(1, json!({"place": "shahe"})),
            vec![
                register("organisation", "o-1", json!({})),
                register("person", "p-1", json!({"residences": [{"place": "shahe"}]})),
                register("person", "p-2", json!({"residences": [{"place": "shixi"}], "household": "h-9"})),
                register("household", "h-9", json!({"place": "shixi"})),
                call("2024-05-06", vec![who.clone()]),
                call("2024-05-20", vec![who]),
            ],
        ]
        .concat();
        let expected = json!({"outcome": outcome, "cells": [{"lo": lo, "hi": hi}]});
        case(6, "P6-I3a")
            .contract(month.clone())
            .select(&["outcome", "cells.lo", "cells.hi"])
            .add(book, name, entries, expected, how);
    };
    a(
        "to-a-household",
        json!({"household": "h-1"}),
        "met",
        "2",
        "2",
        "每月走访村民2次: two days, h-1 is of 沙河村",
        book,
    );
    a("to-a-villager", json!({"person": "p-1"}), "met", "2", "2", "p-1 lives in 沙河村, whatever the household", book);
    a(
        "to-an-organisation",
        json!({"organisation": "o-1"}),
        "not_met",
        "0",
        "0",
        "P6-I3a: 走访村民; a visit to an organisation is none to a villager",
        book,
    );
    a("to-an-outsider", json!({"person": "p-2"}), "not_met", "0", "0", "G11: p-2 and h-9 are of 石溪镇", book);
    a(
        "to-nobody-known",
        json!({"person": "p-9"}),
        "unknown",
        "0",
        "2",
        "G9: p-9 is in no register and may be a villager",
        book,
    );
    let phone = |mode: &str| {
        vec![
            register("household", "h-1", json!({"lists": [{"list": "helped"}]})),
            register("person", "p-1", json!({})),
            with(
                of(5).visit("v-1", "2024-05-06", mode, "shixi", vec![json!({"household": "h-1"})]),
                json!({"category": "condolence", "workers": [{"staff": "s-1", "role": "social_worker"}, {"person": "p-1", "role": "volunteer"}]}),
            ),
        ]
    };
    let c = || case(5, "P5-I2").select(PARTS);
    let none = || parts("not_met", &[("not_met", "0", "0"), ("not_met", "0", "0")]);
    let one = || parts("met", &[("met", "1", "1"), ("met", "1", "1")]);
    c().add(book, "by-phone", phone("phone"), none(), "R-visit-mode: 走访慰问 means in person, a call is none");
    c().add(book, "in-person", phone("site"), one(), "R-visit-mode: met in person elsewhere");
    c().reading("R-visit-mode", "any").add(
        book,
        "by-phone-any",
        phone("phone"),
        one(),
        "R-visit-mode any: a call counts",
    );
}

fn status_changes(book: &mut Book) {
    let months = ["2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09"];
    let half = json!({"service_start": "2024-04-01", "service_end": "2024-09-30", "midterm_date": "2024-07-01",
        "readings": {"R-P1-I3c": "service_total"}});
    let organisation = |status: &str, recorded: &str, more: Value| {
        let base = json!({"id": "o-1", "kind": "organisation", "recorded_at": recorded, "category": "social_organisation",
            "status": status, "from": "2024-01-01"});
        with(base, more)
    };
    let visits = |n: usize| -> Vec<Value> {
        months
            .iter()
            .take(n)
            .map(|month| {
                let more = json!({"mode": "site", "category": "incubation_follow_up", "place": "nanchuan",
                    "workers": worker(), "subjects": [{"organisation": "o-1"}]});
                of(1).on("visit", &format!("v-{month}"), &format!("{month}-10"), more)
            })
            .chain([of(1).attestation("continuing_incubation", json!({}))])
            .collect()
    };
    let select = &["outcome", "parts.cells.window", "parts.cells.outcome"][..];
    let answer = |outcome: &str, cells: &[(&str, &str)]| {
        let cells: Vec<Value> = cells.iter().map(|(w, o)| json!({"window": w, "outcome": o})).collect();
        json!({"outcome": outcome, "parts": [{"cells": cells}, {}]})
    };
    let c = |name: &str, register: Vec<Value>, n: usize, expected: Value, how: &str, book: &mut Book| {
        let entries = [register, visits(n)].concat();
        case(1, "P1-I5").contract(half.clone()).at("2024-09-30").select(select).add(book, name, entries, expected, how);
    };
    let was = || organisation("incubated", "2024-03-01", json!({}));
    c(
        "dissolved-after-missing",
        vec![was(), organisation("dissolved", "2024-09-20", json!({"to": "2024-09-10"}))],
        3,
        answer(
            "not_met",
            &[
                ("2024-04", "met"),
                ("2024-05", "met"),
                ("2024-06", "met"),
                ("2024-07", "not_met"),
                ("2024-08", "not_met"),
            ],
        ),
        "P1-I5: for each organisation and required month; dissolved on 09-10 it owed April to August, of which two were missed, and not September (the 15th)",
        book,
    );
    c(
        "dissolved-nothing-missed",
        vec![was(), organisation("dissolved", "2024-09-20", json!({"to": "2024-07-31"}))],
        4,
        answer("met", &[("2024-04", "met"), ("2024-05", "met"), ("2024-06", "met"), ("2024-07", "met")]),
        "P1-I5: dissolved on 07-31, told later: April to July were owed and done",
        book,
    );
    c(
        "dissolved-day-unknown",
        vec![was(), organisation("dissolved", "2024-08-15", json!({}))],
        4,
        answer("met", &[("2024-04", "met"), ("2024-05", "met"), ("2024-06", "met"), ("2024-07", "met")]),
        "P1-I5: no day of dissolution, so it was incubated up to the day before the change was recorded, 08-14: August (the 15th) is not owed",
        book,
    );
    c(
        "never-incubated",
        vec![organisation("incubating", "2024-03-01", json!({})), organisation("dissolved", "2024-09-20", json!({}))],
        0,
        json!({"outcome": "unknown", "parts": [{}, {}]}),
        "G9: it never was an incubated one, no organisation is left to follow, unknown",
        book,
    );
    let project = |status: &str, recorded: &str, more: Value| {
        let base =
            json!({"id": "pr-1", "kind": "project", "recorded_at": recorded, "status": status, "from": "2024-04-01"});
        with(base, more)
    };
    let report = || {
        of(1).document(
            "d-1",
            "2024-06-20",
            "process_report",
            json!({"period": "2024-Q2", "projects": ["pr-1"], "submitted_to": "civil_affairs", "submitted_on": "2024-06-20"}),
        )
    };
    let cancelled = || project("cancelled", "2024-07-05", json!({"to": "2024-06-30"}));
    let q = |name: &str, entries: Vec<Value>, expected: Value, how: &str, book: &mut Book| {
        case(1, "P1-I3d")
            .contract(half.clone())
            .at("2024-09-30")
            .select(&["outcome", "cells.window", "cells.outcome"])
            .add(book, name, entries, expected, how);
    };
    let cell = |outcome: &str| json!({"outcome": outcome, "cells": [{"window": "2024-Q2", "outcome": outcome}]});
    q(
        "cancelled-after-missing",
        vec![project("active", "2024-03-01", json!({})), cancelled()],
        cell("not_met"),
        "P1-I3d: projects active in that quarter; cancelled on 06-30 it was active in Q2 and has no report, Q3 is not owed",
        book,
    );
    q(
        "cancelled-reported",
        vec![project("active", "2024-03-01", json!({})), cancelled(), report()],
        cell("met"),
        "P1-I3d: Q2 was reported on before it was cancelled",
        book,
    );
}

fn seasons(book: &mut Book) {
    let plot = || register("site", "pl-1", json!({"category": "helped_plot", "area_mu": 1}));
    let sale = |id: &str, on: &str, season: Value, gross: i64| {
        let more = json!({"category": "sales", "subject": "pl-1", "season": season, "gross": gross});
        of(5).on("observation", id, on, more)
    };
    let two_years = json!({"service_end": "2026-03-14", "midterm_date": "2025-03-14"});
    let select = &["outcome", "cells.window", "cells.lo", "cells.holding"][..];
    let c = |name: &str,
             as_of: &'static str,
             more: Value,
             sales: Vec<Value>,
             expected: Value,
             how: &str,
             book: &mut Book| {
        let entries = [vec![plot()], sales].concat();
        case(5, "P5-I4").contract(more).at(as_of).select(select).add(book, name, entries, expected, how);
    };
    c(
        "two-years-not-added-up",
        "2026-06-30",
        two_years.clone(),
        vec![sale("ob-1", "2024-08-01", json!("2024"), 3500), sale("ob-2", "2025-08-01", json!("2025"), 3500)],
        json!({"outcome": "open", "cells": [{"window": "2024", "lo": "3500"}, {"window": "2025", "lo": "3500"}]}),
        "P5-I4: 元/亩·年, one crop year; 3500 in each of two years is not 7000 in one, neither is more than 6000",
        book,
    );
    c(
        "both-years-above",
        "2026-06-30",
        two_years,
        vec![sale("ob-1", "2024-08-01", json!("2024"), 6001), sale("ob-2", "2026-01-10", json!("2025"), 6001)],
        json!({"outcome": "open", "cells": [{"window": "2024", "lo": "6001", "holding": true},
            {"window": "2025", "lo": "6001", "holding": true}]}),
        "P5-I4: both crop years are above 6000; the crop of 2025 sold in January 2026 is of 2025",
        book,
    );
    let one = |sales: Vec<Value>, lo: &str, holding: bool| {
        let cell = json!({"window": "2024", "lo": lo});
        let cell = if holding { with(cell, json!({"holding": true})) } else { cell };
        (sales, json!({"outcome": "open", "cells": [cell]}))
    };
    let (sales, expected) = one(
        vec![sale("ob-1", "2024-08-01", json!("2024"), 3500), sale("ob-2", "2025-06-01", json!("2025"), 3500)],
        "3500",
        false,
    );
    c(
        "next-crop-after-the-end",
        "2025-06-30",
        json!({}),
        sales,
        expected,
        "P5-I4: of the years only 2024 has its 1 July in the service; the crop of 2025 adds nothing to it",
        book,
    );
    let (sales, expected) = one(
        vec![sale("ob-1", "2024-08-01", json!("2024"), 3500), sale("ob-2", "2025-01-10", json!("2024"), 2501)],
        "6001",
        true,
    );
    c(
        "same-crop-sold-later",
        "2025-06-30",
        json!({}),
        sales,
        expected,
        "P5-I4: one crop sold in two lots belongs to one year, 3500 + 2501 = 6001 > 6000",
        book,
    );
    let (sales, expected) = one(
        vec![sale("ob-1", "2024-08-01", Value::Null, 3500), sale("ob-2", "2025-02-01", Value::Null, 3500)],
        "3500",
        false,
    );
    c(
        "season-not-stated",
        "2025-06-30",
        json!({}),
        sales,
        expected,
        "P5-I4: without a season the year of the sale decides; 2025-02-01 is not in 2024",
        book,
    );
}

fn sessions(book: &mut Book) {
    let twenty = |more: Value| -> Vec<Value> {
        let mut all = of(5).activities("agri_training", 20, json!({"start": "09:00"}));
        let last =
            with(all.pop().expect("twenty"), with(json!({"date": "2024-04-01", "recorded_at": "2024-04-02"}), more));
        all.push(last);
        all
    };
    let c = |name: &str, more: Value, outcome: &str, n: &str, how: &str, book: &mut Book| {
        case(5, "P5-I3a").add(book, name, twenty(more), range(outcome, n, n), how);
    };
    c(
        "same-session-twice",
        json!({}),
        "not_met",
        "19",
        "P5-I3a settled: 1 record (place + date + start) = 1 次; the 20th record has all three of the first, 19 < 20",
        book,
    );
    c("afternoon-too", json!({"start": "14:00"}), "met", "20", "P5-I3a: another start is another session", book);
    c("another-town", json!({"place": "shixi"}), "met", "20", "P5-I3a: another place is another session", book);
    let untimed = |second: &str| -> Vec<Value> {
        let mut all = of(5).activities("agri_training", 20, json!({}));
        let last = with(all.pop().expect("twenty"), json!({"date": second, "recorded_at": "2024-09-01"}));
        all.push(last);
        all
    };
    case(5, "P5-I3a").add(
        book,
        "same-day-without-start",
        untimed("2024-04-01"),
        range("not_met", "19", "19"),
        "P5-I3a: two records of one place and day without a start cannot be told apart, 19 < 20",
    );
    case(5, "P5-I3a").add(
        book,
        "other-day-without-start",
        untimed("2024-04-02"),
        range("met", "20", "20"),
        "P5-I3a: twenty different days, a start is not needed to tell them apart",
    );
}

fn donors(book: &mut Book) {
    let gifts = |names: [&str; 3]| -> Vec<Value> {
        let gift = |(i, donor): (usize, &&str)| {
            of(4).on(
                "resource",
                &format!("r-{i}"),
                &day("2024-06-01", i),
                json!({"category": "charity", "donor": donor}),
            )
        };
        names.iter().enumerate().map(gift).collect()
    };
    let c = |name: &str, names: [&str; 3], outcome: &str, n: &str, how: &str, book: &mut Book| {
        case(4, "P4-I5b").add(book, name, gifts(names), range(outcome, n, n), how);
    };
    c(
        "spelt-three-ways",
        ["（爱心）甲公司", "(爱心)甲公司", "(爱心) 甲公司 "],
        "not_met",
        "1",
        "P4-I5b settled: one donor giving again = 1; width of brackets and spaces do not make another, 1 < 3",
        book,
    );
    c(
        "branches",
        ["甲公司（南川）", "甲公司（涪陵）", "甲公司"],
        "met",
        "3",
        "P4-I5b: names that differ in more than width, spaces and punctuation are different donors",
        book,
    );
}

fn roster(book: &mut Book) {
    let person = |i: usize, birth: &str, category: &str| {
        register(
            "person",
            &format!("p-{i:03}"),
            json!({"birth_date": birth, "residences": [{"place": "dongjinhua"}], "categories": [{"category": category}]}),
        )
    };
    let complete =
        of(2).on("register_declaration", "rd-1", "2024-04-01", json!({"register": "person", "complete": true}));
    let c = |name: &str, odd: Vec<(&str, &str)>, marked: bool, how: &str, book: &mut Book| {
        let children = (1..=100 - odd.len()).map(|i| person(i, "2014-01-01", "left_behind"));
        let others = odd.iter().enumerate().map(|(i, (birth, category))| person(900 + i, birth, category));
        let entries = children.chain(others).chain([complete.clone()]).collect();
        let expected = json!({"outcome": "open"});
        let expected = if marked { with(expected, json!({"marks": ["infeasible"]})) } else { expected };
        case(2, "P2-I3").at(MIDDLE).select(&["outcome", "marks"]).add(book, name, entries, expected, how);
    };
    c(
        "roster-with-an-adult",
        vec![("1994-01-01", "in_difficulty")],
        true,
        "G9: eligible children only; 99 children and a person of 30, 99 < 100, infeasible",
        book,
    );
    c(
        "roster-sixteen-on-the-first-day",
        vec![("2008-03-15", "left_behind")],
        true,
        "R-children-age: 16 on the first day of the service and never under 16 in it, 99 < 100",
        book,
    );
    c(
        "roster-sixteen-on-the-second-day",
        vec![("2008-03-16", "left_behind")],
        false,
        "R-children-age: 15 on the first day, so the child could be visited in time, 100 ≥ 100",
        book,
    );
    c(
        "roster-seventeen-in-difficulty",
        vec![("2006-03-16", "in_difficulty")],
        false,
        "R-children-age: 困境 is under 18, 17 on the first day, 100 ≥ 100",
        book,
    );
}

fn trainers(book: &mut Book) {
    for (n, category, size, role) in
        [(4, "governance_training", 60, "staff"), (6, "lecture", 50, "trainer"), (6, "lecture", 50, "volunteer")]
    {
        let id = if n == 4 { "P4-I2d" } else { "P6-I6b" };
        let theme = if n == 4 { Value::Null } else { json!("employment_skills") };
        let list = |last: &str| [rows(people(1, size - 1), "trainee"), rows(people(size, size), last)].concat();
        let held = |last: &str| {
            let more = json!({"category": category, "theme": theme, "place": "nanchuan", "workers": worker(), "participants": list(last)});
            let talent = json!({"lists": [{"list": "talent"}]});
            [persons(size, &talent), vec![of(n).on("activity", "a-1", "2024-05-06", with(json!({}), more))]].concat()
        };
        let (less, all) = ((size - 1).to_string(), size.to_string());
        case(n, id).add(
            book,
            &format!("only-as-{role}"),
            held(role),
            range("not_met", &less, &less),
            "P4-I2d, P6-I6b settled: each ≥1 attendance at the training; who only taught or worked there was not trained",
        );
        if role != "volunteer" {
            case(n, id).add(
                book,
                "all-as-trainees",
                held("trainee"),
                range("met", &all, &all),
                "P4-I2d, P6-I6b settled: everyone on the list of talent attended as a trainee",
            );
        }
    }
    let talent = persons(60, &json!({"lists": [{"list": "talent"}]}));
    let heads = of(4).on(
        "activity",
        "a-1",
        "2024-05-06",
        json!({"category": "governance_training", "place": "nanchuan", "workers": worker(), "headcount": 70}),
    );
    case(4, "P4-I2d").add(
        book,
        "headcount-without-list",
        [talent.clone(), vec![heads]].concat(),
        range("unknown", "0", "60"),
        "algebra 3: a headcount without a list is undetermined; any of the 60 may have been among the 70",
    );
    let once = |id: &str, date: &str, list: Vec<Value>| {
        let more =
            json!({"category": "governance_training", "place": "nanchuan", "workers": worker(), "participants": list});
        of(4).on("activity", id, date, more)
    };
    let twice_in_one = [rows(people(1, 60), "trainee"), rows(people(1, 60), "trainee")].concat();
    case(4, "P4-I2d").reading("R-talent", "two_trainings").add(
        book,
        "listed-twice-in-one",
        [talent.clone(), vec![once("a-1", "2024-05-06", twice_in_one)]].concat(),
        range("not_met", "0", "0"),
        "R-talent two_trainings: 60 persons on one list twice attended one training, 1 < 2",
    );
    let both = [
        talent,
        vec![
            once("a-1", "2024-05-06", rows(people(1, 60), "trainee")),
            once("a-2", "2024-05-06", rows(people(1, 60), "trainee")),
        ],
    ]
    .concat();
    case(4, "P4-I2d").reading("R-talent", "two_trainings").add(
        book,
        "two-trainings",
        both,
        range("met", "60", "60"),
        "R-talent two_trainings: two trainings, also on one day, 60 persons at both",
    );
}
