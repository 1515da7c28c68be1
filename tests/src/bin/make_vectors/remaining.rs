//! The least further work: nested and sub-quotas, windows, members, what is missing and what is lost.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, inline, labels, me, plain, visit};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    nested(book);
    quotas(book);
    windows(book);
    measures(book);
    lost(book);
    data(book);
    whole(book);
}

/// What most cases compare of a requirement.
const WORK: &[&str] = &["need", "records", "work.action", "work.kind", "work.n"];

/// A question about R-1 of a small package with these rules.
#[expect(clippy::too_many_arguments, reason = "one for each column of a case")]
pub(crate) fn ask_under(
    book: &mut Book,
    name: &str,
    rules: Value,
    requirement: Value,
    entries: Vec<Value>,
    as_of: &str,
    select: &[&str],
    expected: Value,
    how: &str,
) {
    let requirement = with(json!({"id": "R-1", "labels": labels()}), requirement);
    let package = with(inline("t/x", json!([requirement])), json!({"rules": rules}));
    let input = with(plain(package, entries, as_of, select), json!({"requirement": "R-1"}));
    book.add(format!("remaining/{name}"), "remaining", input, expected, how);
}

/// The same without rules.
#[expect(clippy::too_many_arguments, reason = "one for each column of a case")]
pub(crate) fn ask(
    book: &mut Book,
    name: &str,
    requirement: Value,
    entries: Vec<Value>,
    as_of: &str,
    select: &[&str],
    expected: Value,
    how: &str,
) {
    ask_under(book, name, json!([]), requirement, entries, as_of, select, expected, how);
}

/// A question about a requirement of built-in package 2.
#[expect(clippy::too_many_arguments, reason = "one for each column of a case")]
fn ask_2(
    book: &mut Book,
    name: &str,
    requirement: &str,
    entries: Vec<Value>,
    as_of: &str,
    select: &[&str],
    expected: Value,
    how: &str,
) {
    let input = json!({"package": package_id(2), "contract": contract(&package_id(2)), "entries": entries, "as_of": as_of, "requirement": requirement, "select": select});
    book.add(format!("remaining/{name}"), "remaining", input, expected, how);
}

fn item(action: &str, kind: &str, n: u32) -> Value {
    json!({"action": action, "kind": kind, "n": n})
}

/// `full` cases with five contacts and then one with each of these numbers.
fn cases(full: usize, short: &[usize]) -> Vec<Value> {
    let numbers = std::iter::repeat_n(5, full).chain(short.iter().copied());
    let case =
        |(i, n): (usize, usize)| of(2).case(&format!("c-{}", i + 1), &format!("p-{}", i + 1), &days("2024-05-01", n));
    let at_home = json!({"residences": [{"place": "dongjinhua"}]});
    let people = (1..=7).map(|i| register("person", &format!("p-{i}"), at_home.clone())).collect();
    [people, vec![staff("s-1", json!([]))], numbers.enumerate().flat_map(case).collect()].concat()
}

fn nested(book: &mut Book) {
    let select = &[
        "need",
        "records",
        "work.action",
        "work.kind",
        "work.n",
        "work.records",
        "work.containers",
        "work.inside.kind",
        "work.inside.n",
    ];
    let more = |id: &str, n: u32| json!({"action": "complete", "kind": "case_contact", "n": n, "records": n, "containers": [id]});
    let open = |n: u32| json!({"action": "open", "kind": "case", "n": n, "records": 6 * n, "inside": [{"kind": "case_contact", "n": 5}]});
    ask_2(
        book,
        "nested",
        "P2-I4a",
        cases(4, &[2]),
        "2024-09-01",
        select,
        json!({"need": "work", "records": 9, "work": [more("c-5", 3), open(1)]}),
        "四（二）2（4）: 6 cases of 5 contacts; 4 are full, so 2 more: c-5 has 2 and lacks 3, then one new case with 5; 3 + (1 + 5) = 9 records",
    );
    ask_2(
        book,
        "nested-cheapest",
        "P2-I4a",
        cases(4, &[1, 4, 3]),
        "2024-09-01",
        select,
        json!({"need": "work", "records": 3, "work": [more("c-6", 1), more("c-7", 2)]}),
        "2 more cases: c-6 lacks 1, c-7 lacks 2, c-5 lacks 4; the two shortest 1 + 2 = 3",
    );
    let mut closed = cases(5, &[2]);
    closed.push(of(2).on(
        "case",
        "c-7",
        "2024-09-01",
        json!({"client": "p-6", "closed": "2024-09-01", "supersedes": "c-6"}),
    ));
    ask_2(
        book,
        "nested-closed",
        "P2-I4a",
        closed,
        "2024-09-01",
        select,
        json!({"need": "work", "records": 6, "work": [open(1)]}),
        "one more case; c-6, corrected by c-7, was closed on 09-01 and takes no more contacts, so a new one: 1 + 5",
    );
    let days_left = &["need", "records", "last_useful_day", "work.n", "work.from", "pace"];
    ask_2(
        book,
        "nested-last-days",
        "P2-I4a",
        cases(5, &[2]),
        "2025-03-11",
        days_left,
        json!({"need": "work", "records": 3, "last_useful_day": "2025-03-14", "work": [{"n": 3, "from": "2025-03-12"}],
            "pace": {"records": 3, "months": "3/31", "per_month": "31"}}),
        "c-6 lacks 3 contacts on different days; 03-12, 03-13 and 03-14 are just enough; 3 of the 31 days from 03-11 to 04-11, 3 ÷ 3/31 = 31",
    );
    ask_2(
        book,
        "nested-no-time",
        "P2-I4a",
        cases(5, &[2]),
        "2025-03-12",
        &["need", "records", "unreachable.code", "unreachable.params"],
        json!({"need": "unreachable", "records": 0, "unreachable": [{"code": "too_few_days",
            "params": {"requirement": "P2-I4a", "member": "", "window": "", "needed": "5", "days": "2"}}]}),
        "C36: 2 days remain; c-6 lacks 3 different days and a new case needs 5, the least number that a new one needs is named",
    );
    ask_2(
        book,
        "nested-done",
        "P2-I4a",
        cases(6, &[2]),
        "2024-09-01",
        WORK,
        json!({"need": "done", "records": 0}),
        "6 full cases: met, the seventh is nobody's duty",
    );
    let at_least =
        |n: u32| json!({"measure": {"count": {"of": "activity", "by": "organisation"}}, "target": {"at_least": n}});
    ask(
        book,
        "nested-parts-serve-each-other",
        json!({"measure": {"count": {"of": "organisation", "having": {"all_of": [at_least(3), at_least(2)]}}}, "target": {"at_least": 1}}),
        vec![],
        "2024-09-01",
        &["need", "records", "work.action", "work.n", "work.records"],
        json!({"need": "work", "records": 4, "work": [{"action": "open", "n": 1, "records": 4}]}),
        "one organisation with 3 activities, of which 2 serve the second part: 1 + 3",
    );
    let trained = json!({"measure": {"count": {"of": "person", "having": {"measure": {"count": {"of": "activity", "by": "participants"}}, "target": {"at_least": 1}}}}, "target": {"at_least": 3}});
    ask(
        book,
        "nested-jointly",
        trained.clone(),
        crowd(&["p-1", "p-2", "p-3"]),
        "2024-09-01",
        &["records", "work.action", "work.kind", "work.n", "work.containers", "work.jointly"],
        json!({"records": 1, "work": [{"action": "complete", "kind": "activity", "n": 1, "containers": ["p-1", "p-2", "p-3"], "jointly": true}]}),
        "three persons at one activity each: one activity that lists all three is 1 record",
    );
    ask(
        book,
        "nested-register-short",
        trained,
        crowd(&["p-1", "p-2"]),
        "2024-09-01",
        &["records", "work.action", "work.kind", "work.n", "work.records"],
        json!({"records": 2, "work": [{"action": "complete", "kind": "activity", "n": 1, "records": 1}, {"action": "open", "kind": "person", "n": 1, "records": 1}]}),
        "two persons are there, a third must be entered (1) and stands in the same activity (1)",
    );
}

/// `n` talks, of which the first `large` had 50 people.
fn talks(n: usize, large: usize) -> Vec<Value> {
    let headcount = |i: usize| if i < large { 50 } else { 49 };
    (0..n)
        .map(|i| {
            me().on(
                "activity",
                &format!("a-{i}"),
                &day("2024-04-01", i),
                json!({"category": "talk", "headcount": headcount(i)}),
            )
        })
        .collect()
}

fn quotas(book: &mut Book) {
    let all = json!({"id": "R-1", "labels": labels(), "measure": {"count": {"of": "activity", "where": {"category": {"is": "talk"}}}}, "target": {"at_least": 6}});
    let large = json!({"id": "R-2", "labels": labels(), "measure": {"count": {"of": "activity", "where": {"category": {"is": "talk"}, "headcount": {"at_least": 50}}}}, "target": {"at_least": 3}});
    let mut quota = |name: &str, entries: Vec<Value>, numbers: [(u32, u32); 2], total: u32, how: &str| {
        let select = &["requirements.work.n", "requirements.work.shared", "total.records"];
        let input = plain(inline("t/x", json!([all, large])), entries, "2024-09-01", select);
        let work = numbers.map(|(n, shared)| {
            if n == 0 {
                json!({})
            } else if shared == 0 {
                json!({"work": [{"n": n}]})
            } else {
                json!({"work": [{"n": n, "shared": shared}]})
            }
        });
        book.add(
            format!("remaining/{name}"),
            "remaining",
            input,
            json!({"requirements": work, "total": {"records": total}}),
            how,
        );
    };
    quota(
        "sub-quota",
        talks(4, 2),
        [(2, 1), (1, 0)],
        2,
        "6 talks, 3 of them with 50: 4 and 2 are there; two more, one of them with 50: 2 records, not 3",
    );
    quota(
        "sub-quota-all",
        talks(5, 1),
        [(1, 1), (2, 0)],
        2,
        "5 and 1 are there; 1 more talk and 2 with 50: both with 50 do it, 2 records",
    );
    quota(
        "sub-quota-only",
        talks(6, 2),
        [(0, 0), (1, 0)],
        1,
        "6 and 2 are there: one more with 50 although the total is reached",
    );
    quota("sub-quota-49", talks(6, 3), [(0, 0), (0, 0)], 0, "50 is 50 or more (G2), 49 is not; 6 and 3 are there");
    quota("sub-quota-empty", vec![], [(6, 3), (3, 0)], 6, "nothing is there: 6 talks of which 3 with 50");

    let monthly = json!({"id": "R-2", "labels": labels(), "window": {"each": "month"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let total = |n: u32| json!({"id": "R-1", "labels": labels(), "measure": {"count": {"of": "visit"}}, "target": {"at_least": n}});
    for (name, n, records, how) in [
        ("quota-and-months", 10, 12, "10 visits, and one in each of the 12 months: the 12 serve the total as well"),
        ("quota-above-months", 20, 20, "20 visits, 12 of them one a month: 20"),
    ] {
        let input =
            plain(inline("t/x", json!([total(n), monthly])), vec![], "2024-03-14", &["total.records", "total.pace"]);
        let per_month = if records == 12 { "1" } else { "5/3" };
        let expected = json!({"total": {"records": records, "pace": {"records": records, "months": "12", "per_month": per_month}}});
        book.add(format!("remaining/{name}"), "remaining", input, expected, how);
    }
    let households = json!({"id": "R-2", "labels": labels(), "measure": {"count": {"of": "visit.subjects", "where": {"visit.mode": {"is": "home"}}, "distinct": "person"}}, "target": {"at_least": 30}});
    let home = json!({"id": "R-1", "labels": labels(), "measure": {"count": {"of": "visit", "where": {"mode": {"is": "home"}}}}, "target": {"at_least": 2}});
    let input = plain(
        inline("t/x", json!([home, households])),
        vec![],
        "2024-09-01",
        &[
            "requirements.work.list",
            "requirements.work.n",
            "requirements.work.records",
            "requirements.work.shared",
            "total.records",
        ],
    );
    book.add(
        "remaining/items-in-records", "remaining", input,
        json!({"requirements": [{"work": [{"n": 2, "records": 2}]}, {"work": [{"list": "subjects", "n": 30, "records": 1, "shared": 1}]}], "total": {"records": 2}}),
        "2 home visits and 30 different persons visited at home: the persons stand in the 2 visits, 2 records",
    );
}

/// One visit on the 20th of each month from 2024-03 on.
fn visits(months: usize) -> Vec<Value> {
    let date = |i: usize| format!("{}-{:02}-20", 2024 + (i + 2) / 12, (i + 2) % 12 + 1);
    (0..months).map(|i| visit(&format!("v-{i}"), &date(i), "p-1")).collect()
}

/// The same on the 21st.
fn next_day(months: usize) -> Vec<Value> {
    let moved = |(i, visit): (usize, Value)| {
        let date = day(visit["date"].as_str().expect("a visit has a date"), 1);
        with(visit, json!({"id": format!("v-{i}b"), "date": date, "recorded_at": date}))
    };
    visits(months).into_iter().enumerate().map(moved).collect()
}

fn windows(book: &mut Book) {
    let monthly =
        || json!({"window": {"each": "month"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let select = &["need", "records", "work.window", "work.from", "work.last_useful_day", "unreachable.params.window"];
    let cell = |window: &str, from: &str, last: &str| json!({"window": window, "from": from, "last_useful_day": last});
    let rest = || vec![cell("2025-01", "2025-01-01", "2025-01-31"), cell("2025-02", "2025-02-01", "2025-02-28")];
    let december = [vec![cell("2024-12", "2024-12-31", "2024-12-31")], rest()].concat();
    ask(
        book,
        "months-last-day",
        monthly(),
        visits(9),
        "2024-12-30",
        select,
        json!({"need": "work", "records": 3, "work": december}),
        "March to November are done; December has its last day left; 03-15 of 2025 lies after the end, so February is the last month (G8)",
    );
    ask(
        book,
        "months-past",
        monthly(),
        visits(9),
        "2024-12-31",
        select,
        json!({"need": "unreachable", "records": 2, "work": rest(), "unreachable": [{"params": {"window": "2024-12"}}]}),
        "on the last day of December the month is over (C23): it needs a waiver, two months remain",
    );
    let waiver = me().on(
        "waiver",
        "w-1",
        "2024-12-31",
        json!({"requirement": "R-1", "window": "2024-12", "approved_by": "区民政局"}),
    );
    ask(
        book,
        "months-waived",
        monthly(),
        [visits(9), vec![waiver]].concat(),
        "2024-12-31",
        select,
        json!({"need": "work", "records": 2, "work": rest()}),
        "G10: the waived December is owed no more",
    );
    let extension = me().on("extension", "x-1", "2025-02-01", json!({"new_end": "2025-04-14"}));
    ask(
        book,
        "months-extension",
        monthly(),
        [visits(12), vec![extension.clone()]].concat(),
        "2025-03-01",
        select,
        json!({"need": "work", "records": 1, "work": [cell("2025-03", "2025-03-02", "2025-03-31")]}),
        "the extension to 04-14 adds the month whose 15th it takes in, March 2025; totals stay",
    );
    ask(
        book,
        "total-extension",
        json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 14}}),
        [visits(12), vec![extension]].concat(),
        "2025-03-14",
        &["need", "records", "last_useful_day", "pace"],
        json!({"need": "work", "records": 2, "last_useful_day": "2025-04-14", "pace": {"records": 2, "months": "1", "per_month": "2"}}),
        "2 visits are lacking and the extension leaves 03-15 to 04-14, one month",
    );
    ask(
        book,
        "total-end",
        json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 14}}),
        visits(12),
        "2025-03-14",
        &["need", "records", "unreachable.code", "unreachable.params.lo", "unreachable.params.target"],
        json!({"need": "unreachable", "records": 0, "unreachable": [{"code": "window_past", "params": {"lo": "12", "target": "14"}}]}),
        "the last day of the service is over: 12 of 14, which only a waiver lifts",
    );
    ask(
        book,
        "total-last-day",
        json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 14}}),
        visits(12),
        "2025-03-13",
        &["need", "records", "last_useful_day", "pace"],
        json!({"need": "work", "records": 2, "last_useful_day": "2025-03-14", "pace": {"records": 2, "months": "1/31", "per_month": "62"}}),
        "one day is left for 2 visits, which need not lie on different days: 1 of the 31 days up to 04-13, 2 ÷ 1/31 = 62",
    );

    let monthly_note = || json!({"window": {"each": "month", "due": 25, "by": ["period", "submitted_on"]}, "measure": {"count": {"of": "document"}}, "target": {"at_least": 1}});
    let note = |id: &str, date: &str, period: &str| {
        me().document(id, date, "note", json!({"period": period, "submitted_on": date}))
    };
    let mut due = |name: &str, as_of: &str, work: Value, how: &str| {
        let requirement = with(json!({"id": "R-1", "labels": labels()}), monthly_note());
        let entries = vec![note("d-1", "2024-03-20", "2024-03")];
        let input = plain(
            inline("t/x", json!([requirement])),
            entries,
            as_of,
            &["need", "work.window", "work.due", "work.from", "work.last_useful_day", "work.late"],
        );
        let contract =
            with(input["contract"].clone(), json!({"service_end": "2024-05-31", "midterm_date": "2024-04-15"}));
        let input = with(input, json!({"requirement": "R-1", "contract": contract}));
        book.add(format!("remaining/{name}"), "remaining", input, json!({"need": "work", "work": work}), how);
    };
    let may = json!({"window": "2024-05", "due": "2024-05-25", "from": "2024-05-01", "last_useful_day": "2024-05-31"});
    due(
        "due-24",
        "2024-04-24",
        json!([{"window": "2024-04", "due": "2024-04-25", "from": "2024-04-25", "last_useful_day": "2024-04-30"}, may]),
        "G2: the 25th itself is in time, so at the end of the 24th one day is left; after it the report still counts in April",
    );
    due(
        "due-25",
        "2024-04-25",
        json!([{"window": "2024-04", "from": "2024-04-26", "last_useful_day": "2024-04-30"}, may]),
        "the 25th is over: April's report can only be late, within the month",
    );
    due(
        "due-late",
        "2024-05-01",
        json!([{"window": "2024-04", "from": "2024-05-02", "late": true}, with(may.clone(), json!({"from": "2024-05-02"}))]),
        "G10: April is over; a report for April delivered late still counts, so no waiver is needed",
    );

    let graced = json!({"window": {"each": "month", "grace_days": 5}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    ask(
        book,
        "months-grace",
        graced,
        visits(9),
        "2025-01-03",
        select,
        json!({"need": "unreachable", "records": 2, "unreachable": [{"params": {"window": "2024-12"}}],
            "work": [cell("2025-01", "2025-01-04", "2025-01-31"), cell("2025-02", "2025-02-01", "2025-02-28")]}),
        "December is in its days of grace up to 01-05, but a visit made now lies in January; two months remain",
    );

    let two = json!({"window": {"each": "month"}, "measure": {"count": {"of": "visit", "distinct": "date"}}, "target": {"at_least": 2}});
    ask(
        book,
        "days-of-a-month",
        two,
        [visits(9), next_day(9)].concat(),
        "2024-12-30",
        &["need", "unreachable.code", "unreachable.params", "work.window", "work.n"],
        json!({"need": "unreachable", "unreachable": [{"code": "too_few_days", "params": {"requirement": "R-1", "member": "", "window": "2024-12", "needed": "2", "days": "1"}}],
            "work": [{"window": "2025-01", "n": 2}, {"window": "2025-02", "n": 2}]}),
        "C36: two different days in December, one is left; January and February are open",
    );
    let teams = || {
        vec![
            register("organisation", "o-1", json!({"category": "team"})),
            register("organisation", "o-2", json!({"category": "team"})),
        ]
    };
    let each = json!({"each": {"of": "organisation"}, "measure": {"count": {"of": "visit", "by": "subjects"}}, "target": {"at_least": 1}});
    ask(
        book,
        "members-jointly",
        each.clone(),
        teams(),
        "2024-09-01",
        &["records", "work.members", "work.n", "work.shared"],
        json!({"records": 1, "work": [{"members": ["o-1"], "n": 1, "shared": 1}, {"members": ["o-2"], "n": 1}]}),
        "both teams are owed a visit; one visit may name both among its subjects, so 1 record at least",
    );
    let seen = me().visit("v-1", "2024-05-06", "home", "here", vec![json!({"organisation": "o-1"})]);
    ask(
        book,
        "members-one",
        each,
        [teams(), vec![seen]].concat(),
        "2024-09-01",
        &["records", "work.members", "work.n"],
        json!({"records": 1, "work": [{"members": ["o-2"], "n": 1}]}),
        "o-1 was visited, o-2 was not",
    );
}

fn measures(book: &mut Book) {
    let copies =
        |cmp: &str, n: u32| json!({"measure": {"sum": {"of": "document", "field": "copies"}}, "target": {cmp: n}});
    let printed = |n: u32| vec![me().document("d-1", "2024-05-01", "note", json!({"copies": n}))];
    let select = &["need", "records", "work.action", "work.amount", "work.exceed", "work.field"];
    ask(
        book,
        "sum",
        copies("at_least", 1000),
        printed(600),
        "2024-09-01",
        select,
        json!({"need": "work", "records": 1, "work": [{"action": "amount", "amount": "400", "field": "copies"}]}),
        "1000 − 600 = 400 copies, one record may bring them",
    );
    ask(
        book,
        "sum-more-than",
        copies("more_than", 1000),
        printed(1000),
        "2024-09-01",
        select,
        json!({"need": "work", "records": 1, "work": [{"action": "amount", "amount": "0", "exceed": true, "field": "copies"}]}),
        "G2: more than 1000 is not reached by 1000; anything above 0 more",
    );
    ask(
        book,
        "count-more-than",
        json!({"measure": {"count": {"of": "visit"}}, "target": {"more_than": 3}}),
        visits(3),
        "2024-09-01",
        WORK,
        json!({"need": "work", "records": 1, "work": [item("add", "visit", 1)]}),
        "more than 3 is 4; 3 are there",
    );
    let survey = |satisfied: u32| {
        vec![of(2).on(
            "satisfaction_survey",
            "ss-1",
            "2025-03-10",
            json!({"scope": "service_users", "valid": 100, "satisfied": satisfied}),
        )]
    };
    let select = &["need", "work.action", "work.kind", "work.amount", "work.rate", "work.last_useful_day"];
    ask_2(
        book,
        "ratio",
        "X-2",
        survey(85),
        "2025-03-20",
        select,
        json!({"need": "work", "work": [{"action": "raise", "kind": "satisfaction_survey", "amount": "50", "rate": "0.9"}]}),
        "5: 90 % of 100 valid answers are 90, 85 are satisfied; x further satisfied answers are valid ones too: 85 + x ≥ 0.9 (100 + x), x ≥ 5 ÷ 0.1 = 50, and 135 of 150 are 90 %; open up to closing, so no last day",
    );
    ask_2(
        book,
        "ratio-nothing",
        "X-2",
        vec![],
        "2025-03-20",
        select,
        json!({"need": "work", "work": [{"action": "raise", "kind": "satisfaction_survey", "rate": "0.9"}]}),
        "no survey: nothing to reckon an amount from, the rate of 90 % is what must be reached",
    );
    ask(
        book,
        "any-cheapest",
        json!({"any_of": [
            {"id": "R-1a", "measure": {"count": {"of": "activity"}}, "target": {"at_least": 5}},
            {"id": "R-1b", "measure": {"count": {"of": "document"}}, "target": {"at_least": 1}}]}),
        talks(3, 0),
        "2024-09-01",
        &["records", "work.requirement", "work.n"],
        json!({"records": 1, "work": [{"requirement": "R-1b", "n": 1}]}),
        "two more activities or one document: the document",
    );
    ask(
        book,
        "all-sum",
        json!({"all_of": [
            {"id": "R-1a", "measure": {"count": {"of": "activity"}}, "target": {"at_least": 5}},
            {"id": "R-1b", "measure": {"count": {"of": "document"}}, "target": {"at_least": 1}}]}),
        talks(3, 0),
        "2024-09-01",
        &["records", "work.requirement", "work.n"],
        json!({"records": 3, "work": [{"requirement": "R-1a", "n": 2}, {"requirement": "R-1b", "n": 1}]}),
        "two activities and one document",
    );
    let posted = |from: &str, to: Option<&str>| vec![staff("s-1", json!([of(2).posting("dongjinhua", from, to)]))];
    let select = &[
        "need",
        "work.action",
        "work.kind",
        "work.list",
        "work.n",
        "work.from",
        "work.last_useful_day",
        "unreachable.code",
        "unreachable.params.from",
        "unreachable.params.to",
    ];
    ask_2(
        book,
        "coverage-ahead",
        "P2-I1",
        posted("2024-03-15", Some("2024-12-31")),
        "2024-12-01",
        select,
        json!({"need": "work", "work": [{"action": "cover", "kind": "staff", "list": "postings", "n": 73, "from": "2025-01-01", "last_useful_day": "2025-03-14"}]}),
        "the posting ends with the year: 31 + 28 + 14 = 73 days up to 2025-03-14 want somebody",
    );
    ask_2(
        book,
        "coverage-gap",
        "P2-I1",
        posted("2024-03-20", None),
        "2024-12-01",
        select,
        json!({"need": "unreachable", "unreachable": [{"code": "days_uncovered", "params": {"from": "2024-03-15", "to": "2024-03-19"}}]}),
        "nobody was there from 03-15 to 03-19: only a waiver, or a posting entered late, lifts that; the rest is covered",
    );
    ask_2(
        book,
        "coverage-hold",
        "P2-I1",
        posted("2024-03-15", None),
        "2024-12-01",
        select,
        json!({"need": "hold"}),
        "an open posting covers every day to come: it has to hold, nothing is to be done",
    );
}

fn lost(book: &mut Book) {
    let select = &["need", "records", "unreachable.code", "unreachable.params"];
    ask(
        book,
        "limit-exceeded",
        json!({"measure": {"count": {"of": "activity"}}, "target": {"at_most": 1}}),
        talks(2, 0),
        "2024-09-01",
        select,
        json!({"need": "unreachable", "records": 0, "unreachable": [{"code": "limit_exceeded", "params": {"requirement": "R-1", "member": "", "window": "", "lo": "2", "target": "1"}}]}),
        "two activities where one is the limit: no work takes one away",
    );
    ask(
        book,
        "limit-holds",
        json!({"measure": {"count": {"of": "activity"}}, "target": {"at_most": 1}}),
        talks(1, 0),
        "2024-09-01",
        select,
        json!({"need": "hold", "records": 0}),
        "one activity where one is the limit: it has to hold",
    );
    ask(
        book,
        "values-exhausted",
        json!({"measure": {"count": {"of": "visit", "distinct": "mode"}}, "target": {"at_least": 3}}),
        visits(1),
        "2024-09-01",
        select,
        json!({"need": "unreachable", "records": 0, "unreachable": [{"code": "too_few_values", "params": {"requirement": "R-1", "field": "mode", "needed": "2", "left": "1"}}]}),
        "there are the modes home and phone; home is taken, two more different ones are needed and one is left",
    );
    ask(
        book,
        "values-left",
        json!({"measure": {"count": {"of": "visit", "distinct": "mode"}}, "target": {"at_least": 2}}),
        visits(1),
        "2024-09-01",
        &["need", "work.n", "work.distinct", "work.taken"],
        json!({"need": "work", "work": [{"n": 1, "distinct": ["mode"], "taken": ["home"]}]}),
        "home is taken: one visit by phone",
    );
    ask(
        book,
        "latest-values-exhausted",
        json!({"measure": {"count": {"of": "visit", "latest_of": ["mode"]}}, "target": {"at_least": 3}}),
        visits(2),
        "2024-09-01",
        select,
        json!({"need": "unreachable", "records": 0, "unreachable": [{"code": "too_few_values", "params": {"requirement": "R-1", "field": "mode", "needed": "2", "left": "1"}}]}),
        "only the latest visit of each mode counts, and there are two modes: 1 is there, 2 are lacking, phone is left",
    );
    let low = json!({"measure": {"ratio": {"of": {"sum": {"of": "satisfaction_survey", "field": "satisfied"}}, "over": {"sum": {"of": "satisfaction_survey", "field": "valid"}}}}, "target": {"less_than": "90%"}});
    ask(
        book,
        "ratio-limit-nothing",
        low,
        vec![],
        "2024-09-01",
        &["need", "work.action", "work.kind", "work.rate"],
        json!({"need": "work", "work": [{"action": "raise", "kind": "satisfaction_survey", "rate": "0.9"}]}),
        "a quotient by nothing is undetermined, under an upper limit too: a first survey is needed",
    );
    let persons = json!({"measure": {"count": {"of": "visit.subjects", "distinct": "person"}}, "target": {"at_least": 3},
        "checks": [{"id": "R-1-roster", "labels": labels(), "requirement": {"measure": {"count": {"of": "person"}}, "target": {"at_least": 3}}, "needs_complete": "person", "else": "infeasible"}]});
    let complete =
        me().on("register_declaration", "rd-1", "2024-04-01", json!({"register": "person", "complete": true}));
    ask(
        book,
        "register-too-small",
        persons.clone(),
        [crowd(&["p-1", "p-2"]), vec![complete]].concat(),
        "2024-09-01",
        select,
        json!({"need": "unreachable", "records": 1, "unreachable": [{"code": "not_attainable", "params": {"requirement": "R-1"}}]}),
        "the register is declared complete and has 2 persons where 3 are to be visited: a change order",
    );
    ask(
        book,
        "register-incomplete",
        persons,
        crowd(&["p-1", "p-2"]),
        "2024-09-01",
        &["need", "records", "work.n", "work.list"],
        json!({"need": "work", "records": 1, "work": [{"n": 3, "list": "subjects"}]}),
        "nobody says that the register is complete: 3 persons, who may stand in one visit",
    );
    let anchored = json!({"all_of": [
        {"id": "A", "measure": {"count": {"of": "activity"}}, "target": {"at_least": 1}},
        {"id": "B", "window": {"from": {"first": "A"}}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}}]});
    ask(
        book,
        "waits",
        anchored.clone(),
        vec![],
        "2024-09-01",
        &["need", "work.requirement", "work.waits_for"],
        json!({"need": "work", "work": [{"requirement": "A"}, {"requirement": "B", "waits_for": "A"}]}),
        "B counts from the first element of A: first A, then B",
    );
    ask(
        book,
        "anchor-past",
        anchored,
        vec![],
        "2025-03-14",
        &["need", "unreachable.code"],
        json!({"need": "unreachable", "unreachable": [{"code": "window_past"}, {"code": "anchor_past"}]}),
        "C32: the service is over, A did not happen and B rests on it",
    );
    let whole = me().on("waiver", "w-1", "2025-03-14", json!({"requirement": "R-1", "approved_by": "区民政局"}));
    ask(
        book,
        "waived-whole",
        json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 14}}),
        [visits(3), vec![whole]].concat(),
        "2025-03-14",
        WORK,
        json!({"need": "done", "records": 0}),
        "a waiver of the whole requirement: nothing is owed",
    );
}

fn data(book: &mut Book) {
    let elders = json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.age": {"at_least": 80}}, "distinct": "person"}}, "target": {"at_least": 2}});
    let entries = |birth: Value| {
        vec![
            register("person", "p-1", json!({"birth_date": "1940-01-01"})),
            register("person", "p-2", birth),
            visit("v-1", "2024-05-06", "p-1"),
            visit("v-2", "2024-05-07", "p-2"),
        ]
    };
    let select = &["need", "records", "missing.code", "missing.params", "work.n"];
    ask(
        book,
        "unknown",
        elders.clone(),
        entries(json!({})),
        "2024-09-01",
        select,
        json!({"need": "data", "records": 1, "missing": [{"code": "data_missing", "params": {"requirement": "R-1", "entry": "v-2/subjects/0", "field": "person.birth_date"}}], "work": [{"n": 1}]}),
        "p-1 is 84; p-2's birth date is missing: supply it first; without it one more elder makes it certain",
    );
    ask(
        book,
        "known-young",
        elders,
        entries(json!({"birth_date": "1944-05-08"})),
        "2024-09-01",
        select,
        json!({"need": "work", "records": 1, "work": [{"n": 1}]}),
        "p-2 turns 80 the day after the visit: one more elder",
    );
    let copies = json!({"measure": {"sum": {"of": "document", "field": "copies"}}, "target": {"at_least": 1000}});
    ask(
        book,
        "unknown-sum",
        copies,
        vec![me().document("d-1", "2024-05-01", "note", json!({}))],
        "2024-09-01",
        &["need", "missing.params", "work.amount"],
        json!({"need": "data", "missing": [{"params": {"requirement": "R-1", "entry": "d-1", "field": "copies"}}], "work": [{"amount": "1000"}]}),
        "d-1 does not say how many copies: it may be all 1000",
    );
    let each = json!({"each": {"of": "organisation"}, "measure": {"count": {"of": "visit", "by": "subjects"}}, "target": {"at_least": 1}});
    ask(
        book,
        "no-members",
        each,
        vec![],
        "2024-09-01",
        &["need", "missing.params"],
        json!({"need": "data", "missing": [{"params": {"requirement": "R-1", "entry": "organisation", "field": "members"}}]}),
        "G9: an empty register is no pass; the organisations have to be entered first",
    );
    ask(
        book,
        "empty",
        json!({"measure": {"count": {"of": "visit", "where": {"mode": {"is": "home"}}}}, "target": {"at_least": 3}}),
        vec![],
        "2024-03-14",
        &["need", "records", "work.from", "work.last_useful_day", "work.conditions", "pace"],
        json!({"need": "work", "records": 3, "pace": {"records": 3, "months": "12", "per_month": "0.25"},
            "work": [{"from": "2024-03-15", "last_useful_day": "2025-03-14", "conditions": [{"path": "mode", "test": "is", "values": ["home"]}]}]}),
        "an empty ledger on the eve of the service: 3 visits at home in exactly 12 months, a quarter a month",
    );
}

fn whole(book: &mut Book) {
    let package = || json!({"package": package_id(2), "contract": contract(&package_id(2))});
    let input = with(
        package(),
        json!({"entries": [], "as_of": AFTER, "select": ["state", "closing.decision", "closing.needs.finding.code", "closing.needs.event"]}),
    );
    let need = |code: &str, event: &str| json!({"finding": {"code": code}, "event": event});
    book.add(
        "remaining/closing-needs", "remaining", input,
        json!({"state": "ended", "closing": {"decision": "blocked", "needs": [
            need("closing_need_not_met", "acceptance"), need("closing_need_not_met", "evaluation"), need("closing_need_unknown", "satisfaction_survey"),
            need("evaluation_missing", "evaluation"), need("evaluation_missing", "evaluation"), need("evaluation_missing", "evaluation")]}}),
        "5: closing needs an acceptance, the final evaluation and the survey of service users; all three evaluations are missing",
    );
    let order = of(2).on("rectification_order", "ro-1", "2024-10-01", json!({"issue": "i-1"}));
    let input = with(
        package(),
        json!({"entries": [order], "as_of": AFTER, "requirement": "X-3", "select": ["work.requirement", "work.kind", "work.n", "work.containers"]}),
    );
    book.add(
        "remaining/closing-order", "remaining", input,
        json!({"work": [{"requirement": "X-3-acceptance", "kind": "acceptance", "n": 1}, {"requirement": "X-3-evaluations", "kind": "evaluation", "n": 1},
            {"requirement": "X-3-rectified", "kind": "rectified", "n": 1, "containers": ["ro-1"]}]}),
        "5: the order ro-1 is not cured: one event `rectified` on its issue takes it out of the count",
    );
    let input = with(
        package(),
        json!({"entries": [of(2).on("termination", "t-1", "2024-10-01", json!({}))], "as_of": "2024-11-01", "select": ["state", "closing.decision"]}),
    );
    book.add(
        "remaining/terminated",
        "remaining",
        input,
        json!({"state": "terminated", "closing": {"decision": "terminated"}}),
        "after a termination the answer says so; no work counts towards closing any more",
    );
}
