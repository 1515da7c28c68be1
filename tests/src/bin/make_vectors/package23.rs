//! Packages 2 留守（困境）儿童 and 3 关爱老人.

use crate::Book;
use crate::build::*;
use crate::shared;
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    for (n, place) in [(2, "dongjinhua"), (3, "yongfu")] {
        shared::staffing(book, n, place);
        shared::needs(book, n);
        shared::casework(book, n);
        shared::groups(book, n);
        shared::events(book, n, &format!("P{n}-I6a"), Some(&format!("P{n}-I6b")));
        shared::publicity(book, n, &format!("P{n}-I7a"));
        shared::media(book, n, &format!("P{n}-I7b"));
    }
    children(book);
    elders(book);
    let indicators = |text: bool| -> Value {
        let mut list: Vec<Value> = (1..=7).map(|i| json!({"id": format!("P3-{i}")})).collect();
        list.push(if text { json!({"id": "P3-I7c", "text_only": true}) } else { json!({"id": "P3-I7c"}) });
        json!(list)
    };
    let whole = |entries: Vec<Value>, select: &[&str]| json!({"package": package_id(3), "contract": contract(&package_id(3)), "entries": entries, "as_of": AFTER, "select": select});
    book.add("package-3/P3-I7c-text-only", "evaluate", whole(vec![], &["completion", "indicators.id", "indicators.text_only"]),
        json!({"completion": {"met": 0, "of": 7}, "indicators": indicators(true)}),
        "二（三）2（7）营造…氛围 is not measurable: listed as text only, 7 indicators stand in completion, none met on an empty ledger");
    let busy = of(3).activities(
        "community_activity",
        6,
        json!({"headcount": 60, "counted_by": "counter", "attachments": [attachment("photo", "1")]}),
    );
    book.add(
        "package-3/P3-I7c-outside-completion",
        "evaluate",
        whole(busy, &["completion"]),
        json!({"completion": {"met": 1, "of": 7}}),
        "P3-I7c stands outside: six counted events meet P3-6 (6 ≥ 6, 6 ≥ 3) and one of 7 is met",
    );
}

fn child() -> Value {
    json!({"birth_date": "2014-01-01", "residences": [{"place": "dongjinhua"}], "categories": [{"category": "left_behind"}]})
}

fn visit(id: &str, date: &str, mode: &str, subjects: Vec<Value>) -> Value {
    of(2).visit(id, date, mode, "dongjinhua", subjects)
}

fn children(book: &mut Book) {
    let c = || case(2, "P2-I3");
    let hundred = |k: usize| [persons(100, &child()), vec![visit("v-1", "2024-05-06", "home", people(1, k))]].concat();
    c().add(
        book,
        "met",
        hundred(100),
        range("met", "100", "100"),
        "二（二）2（3）不少于100人: 100 distinct left-behind children of the place visited at home",
    );
    c().add(book, "ninety-nine", hundred(99), range("not_met", "99", "99"), "二（二）2（3）: 99 < 100");
    let again = [hundred(99), vec![visit("v-2", "2024-06-06", "home", people(1, 1))]].concat();
    c().select(&["outcome", "lo", "hi", "shows.lo", "shows.hi"]).add(
        book,
        "same-child-twice",
        again.clone(),
        with(range("not_met", "99", "99"), json!({"shows": [{"lo": "100", "hi": "100"}]})),
        "G4: 人 are distinct, 99 < 100; 人次 are 99 + 1 = 100, shown beside",
    );
    c().reading("R-P2-I3", "visits").add(
        book,
        "visits-reading",
        again,
        range("met", "100", "100"),
        "R-P2-I3 visits: 人次, 99 + 1 = 100",
    );
    let one = |name: &str, more: Value, date: &str, mode: &str, lo: &str, hi: &str, how: &str, book: &mut Book| {
        let entries = vec![register("person", "p-001", with(child(), more)), visit("v-1", date, mode, people(1, 1))];
        c().select(&["lo", "hi"]).add(book, name, entries, json!({"lo": lo, "hi": hi}), how);
    };
    one(
        "left-behind-15",
        json!({"birth_date": "2008-05-07"}),
        "2024-05-06",
        "home",
        "1",
        "1",
        "under 16 at the visit: 15 until 2024-05-06 included",
        book,
    );
    one(
        "left-behind-16",
        json!({"birth_date": "2008-05-06"}),
        "2024-05-06",
        "home",
        "0",
        "0",
        "C30: 16 on the birthday itself, not under 16",
        book,
    );
    one(
        "in-difficulty-17",
        json!({"birth_date": "2006-05-07", "categories": [{"category": "in_difficulty"}]}),
        "2024-05-06",
        "home",
        "1",
        "1",
        "under 18 for 困境: 17 on the day before the birthday",
        book,
    );
    one(
        "in-difficulty-18",
        json!({"birth_date": "2006-05-06", "categories": [{"category": "in_difficulty"}]}),
        "2024-05-06",
        "home",
        "0",
        "0",
        "18 on the birthday, not under 18",
        book,
    );
    one(
        "both-categories",
        json!({"categories": [{"category": "left_behind"}, {"category": "in_difficulty"}]}),
        "2024-05-06",
        "site",
        "1",
        "1",
        "E3: either category, one child counted once",
        book,
    );
    one(
        "no-category",
        json!({"categories": null}),
        "2024-05-06",
        "home",
        "0",
        "0",
        "some on an absent list is no: neither 留守 nor 困境",
        book,
    );
    one(
        "by-phone",
        json!({}),
        "2024-05-06",
        "phone",
        "0",
        "0",
        "P2-I3 settled: face to face, a call by phone does not count",
        book,
    );
    one(
        "elsewhere",
        json!({"residences": [{"place": "yongfu"}]}),
        "2024-05-06",
        "home",
        "0",
        "0",
        "G11: not of 东金华社区, listed and not counted",
        book,
    );
    one(
        "moved-away",
        json!({"residences": [{"place": "dongjinhua", "from": "2023-01-01", "to": "2024-05-05"}]}),
        "2024-05-06",
        "home",
        "0",
        "0",
        "FORMAT 3: a dated list shows only items containing the visit day",
        book,
    );
    one(
        "moves-out-after",
        json!({"residences": [{"place": "dongjinhua", "from": "2023-01-01", "to": "2024-05-06"}]}),
        "2024-05-06",
        "home",
        "1",
        "1",
        "the last day of residence is included",
        book,
    );
    one(
        "residence-since-unknown",
        json!({"residences": [{"place": "dongjinhua", "to": "2024-12-31"}]}),
        "2024-05-06",
        "home",
        "0",
        "1",
        "FORMAT 3: from absent while to is given = start unknown, undetermined",
        book,
    );
    one(
        "birth-unknown",
        json!({"birth_date": null}),
        "2024-05-06",
        "home",
        "0",
        "1",
        "absent birth date: maybe under 16, so hi only",
        book,
    );
    one(
        "birth-month-known",
        json!({"birth_date": "2008-05"}),
        "2024-05-06",
        "home",
        "0",
        "1",
        "born in 2008-05: on 05-06 15 or 16, undetermined",
        book,
    );
    one(
        "before-service",
        json!({}),
        "2024-03-14",
        "home",
        "0",
        "0",
        "G10: the day before the service starts does not count",
        book,
    );
    one("first-day", json!({}), "2024-03-15", "home", "1", "1", "the first day of the service is in it", book);
    one("last-day", json!({}), "2025-03-14", "home", "1", "1", "the last day of the service is in it", book);
    one(
        "after-service",
        json!({}),
        "2025-03-15",
        "home",
        "0",
        "0",
        "the day after the service ended does not count",
        book,
    );
    let unsure = [
        persons(99, &child()),
        vec![
            register("person", "p-100", with(child(), json!({"birth_date": null}))),
            visit("v-1", "2024-05-06", "home", people(1, 100)),
        ],
    ]
    .concat();
    c().add(
        book,
        "hundredth-unsure",
        unsure,
        range("unknown", "99", "100"),
        "E11: 99 certain, 1 undetermined; 99 < 100 ≤ 100 is maybe, so unknown after the end",
    );
    let roster = [
        persons(3, &child()),
        vec![of(2).on("register_declaration", "rd-1", "2024-04-01", json!({"register": "person", "complete": true}))],
    ]
    .concat();
    c().select(&["outcome", "marks"]).add(
        book,
        "roster-too-small",
        roster,
        json!({"outcome": "not_met", "marks": ["infeasible"]}),
        "G9: the register is declared complete with 3 children, 3 < 100, infeasible",
    );
    c().select(&["outcome", "marks"]).add(
        book,
        "roster-not-declared",
        persons(3, &child()),
        json!({"outcome": "not_met"}),
        "G9: without the declaration the register may be incomplete, no mark",
    );
}

fn elders(book: &mut Book) {
    let me = of(3);
    let elder = |birth: &str| json!({"birth_date": birth, "residences": [{"place": "yongfu"}]});
    let visit = |id: &str, date: &str, mode: &str, subjects| me.visit(id, date, mode, "yongfu", subjects);
    let hundred = |k: usize| {
        [persons(100, &elder("1940-01-01")), vec![visit("v-1", "2024-05-06", "home", people(1, k))]].concat()
    };
    let c = || case(3, "P3-I3");
    c().add(
        book,
        "met",
        hundred(100),
        range("met", "100", "100"),
        "二（三）2（3）80岁以上不少于100人: 100 elders of 84 visited at home",
    );
    c().add(book, "ninety-nine", hundred(99), range("not_met", "99", "99"), "二（三）2（3）: 99 < 100");
    let one = |name: &str, birth: &str, date: &str, mode: &str, lo: &str, hi: &str, how: &str, book: &mut Book| {
        let entries = vec![register("person", "p-001", elder(birth)), visit("v-1", date, mode, people(1, 1))];
        c().select(&["lo", "hi"]).add(book, name, entries, json!({"lo": lo, "hi": hi}), how);
    };
    one(
        "birthday",
        "1944-05-06",
        "2024-05-06",
        "home",
        "1",
        "1",
        "C30, G2: 80 on the birthday, 以上 includes 80",
        book,
    );
    one(
        "day-before-birthday",
        "1944-05-07",
        "2024-05-06",
        "home",
        "0",
        "0",
        "79 on the day before the 80th birthday",
        book,
    );
    one(
        "leap-day-in-leap-year",
        "1944-02-29",
        "2024-03-15",
        "home",
        "1",
        "1",
        "born 29 Feb 1944, 80 since 2024-02-29",
        book,
    );
    one("on-site", "1940-01-01", "2024-05-06", "site", "0", "0", "入户 only: a meeting elsewhere does not count", book);
    one(
        "year-known-older",
        "1943",
        "2024-05-06",
        "home",
        "1",
        "1",
        "born in 1943: at least 80 on 2024-05-06 whatever the day (80 from 2023-12-31 at the latest)",
        book,
    );
    one("year-known-unsure", "1944", "2024-05-06", "home", "0", "1", "born in 1944: 79 or 80 on 2024-05-06", book);
    one("year-known-younger", "1945", "2024-12-31", "home", "0", "0", "born in 1945: at most 79 during 2024", book);
    one(
        "month-known-last-day",
        "1944-05",
        "2024-05-31",
        "home",
        "1",
        "1",
        "born in 1944-05: by 05-31 the 80th birthday has come at the latest that day",
        book,
    );
    one(
        "month-known-before",
        "1944-05",
        "2024-05-30",
        "home",
        "0",
        "1",
        "born in 1944-05: on 05-30 it may still be a day away",
        book,
    );
    one(
        "month-known-not-yet",
        "1944-05",
        "2024-04-30",
        "home",
        "0",
        "0",
        "born in 1944-05: on 04-30 certainly 79",
        book,
    );
    let exact = [
        persons(99, &elder("1940-01-01")),
        vec![register("person", "p-100", elder("1944-05-06")), visit("v-1", "2024-05-06", "home", people(1, 100))],
    ]
    .concat();
    c().select(&["outcome", "boundary.reading", "boundary.option", "boundary.would_be"]).add(
        book,
        "boundary-80",
        exact,
        json!({"outcome": "met", "boundary": [{"reading": "R-age-80", "option": "exclusive", "would_be": "not_met"}]}),
        "algebra 3: of 100 elders one is exactly 80; under 须超过80岁 99 < 100, the outcome flips",
    );
    c().select(&["outcome", "boundary.reading"]).add(
        book,
        "no-boundary",
        hundred(100),
        json!({"outcome": "met"}),
        "all are 84, no comparator reading changes the outcome",
    );
    let turning =
        vec![register("person", "p-001", elder("1945-03-14")), visit("v-1", "2024-05-06", "home", people(1, 1))];
    c().select(&["lo", "hi"]).reading("R-age-day", "service_end").add(
        book,
        "age-at-service-end",
        turning,
        json!({"lo": "1", "hi": "1"}),
        "R-age-day service_end: 80 on 2025-03-14, the last day of the service",
    );
    let roster = [
        persons(1, &elder("1945-03-15")),
        vec![me.on("register_declaration", "rd-1", "2024-04-01", json!({"register": "person", "complete": true}))],
    ]
    .concat();
    c().select(&["outcome", "marks"]).add(
        book,
        "roster-too-small",
        roster,
        json!({"outcome": "not_met", "marks": ["infeasible"]}),
        "P3-I3 settled: eligible roster 0 < 100, infeasible; nobody younger is counted",
    );
}
