//! Integrity checks: each code where it fires, just below its threshold, and with data missing.

use crate::Book;
use crate::build::*;
use crate::made_up::{inline, me, plain, visits_requirement};
use serde_json::{Value, json};

const DAY: &str = "2024-05-06";
const FOUND: &[&str] = &["findings.code", "findings.severity", "findings.params", "findings.records"];

/// The made-up package with these checks only.
fn package(id: &str, checks: &Value) -> Value {
    with(inline(id, json!([visits_requirement(1)])), json!({"integrity": checks}))
}

/// One ledger under one check; `expected` is the list of findings.
fn one(book: &mut Book, name: &str, checks: Value, entries: Vec<Value>, expected: Value, how: &str) {
    let input = plain(package("t/x", &checks), entries, AFTER, FOUND);
    book.add(format!("integrity/{name}"), "integrity", input, json!({"findings": expected}), how);
}

/// The ledgers of two packages t/x (contract c-1) and t/y (contract c-2).
fn two(
    book: &mut Book,
    name: &str,
    checks: Value,
    entries: [Vec<Value>; 2],
    second: Value,
    expected: Value,
    how: &str,
) {
    let [first, other] = entries;
    let ledger = |id: &str, contract: &str, entries: Vec<Value>, more: Value| {
        let contract = with(with(plain_contract(id), json!({"id": contract})), more);
        json!({"package": package(id, &checks), "contract": contract, "entries": entries})
    };
    let input = json!({"ledgers": [ledger("t/x", "c-1", first, json!({})), ledger("t/y", "c-2", other, second)], "as_of": AFTER,
        "select": ["findings.code", "findings.params", "findings.contracts"]});
    book.add(format!("integrity/{name}"), "integrity", input, json!({"findings": expected}), how);
}

fn finding(code: &str, severity: &str, params: Value, records: &[&str]) -> Value {
    json!([{"code": code, "severity": severity, "params": params, "records": records}])
}

fn across(code: &str, params: Value, first: &[&str], second: &[&str]) -> Value {
    json!([{"code": code, "params": params, "contracts": {"c-1": first, "c-2": second}}])
}

fn none() -> Value {
    json!([])
}

/// A visit by s-1 to p-1 on the usual day.
fn visit(id: &str, more: Value) -> Value {
    with(me().visit(id, DAY, "home", "here", vec![json!({"person": "p-1"})]), more)
}

fn other() -> Of {
    Of("t/y".into())
}

fn activity(of: &Of, id: &str, more: Value) -> Value {
    of.on(
        "activity",
        id,
        DAY,
        with(json!({"category": "talk", "place": "here", "headcount": 5, "workers": worker()}), more),
    )
}

pub(crate) fn fill(book: &mut Book) {
    slots(book);
    places(book);
    photos(book);
    headcounts(book);
    entered(book);
    ages(book);
    texts(book);
    identities(book);
    contacts(book);
    packages(book);
    thresholds(book);
}

fn slots(book: &mut Book) {
    let check = || json!({"double_booking": {"minutes": 10}});
    let at = |start: &str, minutes: Value| json!({"start": start, "minutes": minutes});
    let booked = |minutes: &str, records: &[&str]| {
        finding("worker_double_booked", "warning", json!({"worker": "s-1", "date": DAY, "minutes": minutes}), records)
    };
    let pair = |second: Value| vec![visit("v-1", at("09:00", json!(60))), visit("v-2", second)];
    one(
        book,
        "slots-overlap",
        check(),
        pair(at("09:50", json!(30))),
        booked("10", &["v-1", "v-2"]),
        "09:00–10:00 and 09:50–10:20 overlap by 10 minutes, the threshold",
    );
    one(book, "slots-below", check(), pair(at("09:51", json!(30))), none(), "09:51 to 10:00 are 9 minutes < 10");
    one(book, "slots-no-time", check(), pair(json!({})), none(), "v-2 has no time, so nothing can be told");
    one(
        book,
        "slots-touch",
        json!({"double_booking": {"minutes": 1}}),
        pair(at("10:00", json!(30))),
        none(),
        "the first ends at 10:00, when the second begins: no minute in common",
    );
    one(
        book,
        "slots-no-length",
        json!({"double_booking": {"minutes": 1}}),
        pair(json!({"start": "09:30"})),
        booked("1", &["v-1", "v-2"]),
        "without a length v-2 is the minute of 09:30, which lies in 09:00–10:00",
    );
    let mut several = vec![
        visit("v-1", at("09:00", json!(120))),
        visit("v-2", at("09:30", json!(30))),
        visit("v-3", at("10:30", json!(20))),
    ];
    let both = json!([booked("20", &["v-1", "v-3"])[0], booked("30", &["v-1", "v-2"])[0]]);
    one(
        book,
        "slots-within-a-long-one",
        check(),
        several.clone(),
        both,
        "v-1 lasts to 11:00: v-2 lies in it with 30 minutes, v-3 with 20; v-2 and v-3 do not meet",
    );
    several.reverse();
    several[1] =
        visit("v-2", with(at("09:30", json!(30)), json!({"workers": [{"staff": "s-2", "role": "social_worker"}]})));
    one(
        book,
        "slots-other-worker",
        check(),
        several,
        booked("20", &["v-1", "v-3"]),
        "v-2 is another worker's; the order of lines does not matter",
    );
    let volunteer = json!({"workers": [{"person": "p-9", "role": "volunteer"}]});
    let same = vec![
        register("staff", "s-1", json!({"person": "p-9"})),
        visit("v-1", at("09:00", json!(60))),
        visit("v-2", with(at("09:00", json!(60)), volunteer)),
    ];
    let as_person = finding(
        "worker_double_booked",
        "warning",
        json!({"worker": "p-9", "date": DAY, "minutes": "60"}),
        &["v-1", "v-2"],
    );
    one(
        book,
        "slots-staff-is-person",
        check(),
        same,
        as_person,
        "the staff register says that s-1 is p-9: one human being, 60 minutes",
    );
    let replaced = vec![
        visit("v-1", at("09:00", json!(60))),
        visit("v-2", at("09:30", json!(60))),
        visit("v-3", with(at("14:00", json!(60)), json!({"supersedes": "v-2", "recorded_at": "2024-05-07"}))),
    ];
    one(
        book,
        "slots-corrected",
        check(),
        replaced,
        none(),
        "v-3 corrects v-2, which no longer stands; 14:00 overlaps with nothing",
    );
    let apart = |more: Value| {
        [
            vec![visit("v-1", at("09:00", json!(60)))],
            vec![with(other().visit("w-1", DAY, "home", "there", vec![json!({"person": "p-1"})]), more)],
        ]
    };
    two(
        book,
        "slots-two-packages",
        check(),
        apart(at("09:30", json!(60))),
        json!({}),
        across("worker_double_booked", json!({"worker": "s-1", "date": DAY, "minutes": "30"}), &["v-1"], &["w-1"]),
        "both contracts name one provider, so s-1 is one worker: 09:30–10:00 twice",
    );
    two(
        book,
        "slots-two-providers",
        check(),
        apart(at("09:30", json!(60))),
        json!({"provider": "另一中心"}),
        none(),
        "s-1 of another provider's register is another worker",
    );
}

fn places(book: &mut Book) {
    let check = || json!({"places_a_day": {"places": 2}});
    let pair = |second: Value| vec![visit("v-1", json!({"start": "09:00", "minutes": 60})), visit("v-2", second)];
    one(
        book,
        "places-two",
        check(),
        pair(json!({"place": "there"})),
        finding("worker_many_places", "note", json!({"worker": "s-1", "date": DAY, "places": "2"}), &["v-1", "v-2"]),
        "two places on one day and v-2 has no time: possible",
    );
    one(book, "places-one", check(), pair(json!({})), none(), "both at here: one place < 2");
    one(
        book,
        "places-all-timed",
        check(),
        pair(json!({"place": "there", "start": "14:00", "minutes": 30})),
        none(),
        "all times are known, so the slots decide: no overlap",
    );
    one(book, "places-no-place", check(), pair(json!({"place": null})), none(), "v-2 names no place");
}

fn photos(book: &mut Book) {
    let check = |records: u32| json!({"photo_reuse": {"kinds": ["record_form"], "records": records}});
    let file = |hash: &str| json!({"attachments": [attachment("record_form", hash)]});
    let pair = |second: Value| vec![visit("v-1", file("A")), visit("v-2", second)];
    one(
        book,
        "photo-in-two-visits",
        check(2),
        pair(file("A")),
        finding("photo_reused", "warning", json!({"sha256": "hash-a", "count": "2"}), &["v-1", "v-2"]),
        "one hash in two visits; hashes are compared in lower case",
    );
    one(book, "photo-below", check(3), pair(file("A")), none(), "two records < 3");
    one(book, "photo-other-hash", check(2), pair(file("B")), none(), "two files");
    one(book, "photo-missing", check(2), pair(json!({})), none(), "v-2 has no attachment");
    let twice = json!({"attachments": [attachment("record_form", "A"), attachment("record_form", "A")]});
    one(
        book,
        "photo-twice-in-one",
        check(2),
        vec![visit("v-1", twice)],
        none(),
        "the file stands twice in one record: one event",
    );
    let ledgers =
        |hash: &str| [vec![visit("v-1", file("A"))], vec![with(activity(&other(), "w-1", json!({})), file(hash))]];
    two(
        book,
        "photo-two-packages",
        check(9),
        ledgers("A"),
        json!({"provider": "另一中心"}),
        across("photo_in_two_packages", json!({"sha256": "hash-a", "count": "2"}), &["v-1"], &["w-1"]),
        "G3: one photo in the ledgers of two packages is told whatever the number of records, and whoever the provider",
    );
    two(book, "photo-two-packages-other", check(9), ledgers("B"), json!({}), none(), "two photos");
}

fn headcounts(book: &mut Book) {
    let check = || json!({"headcount": {"above": 2, "below": 2}});
    let listed = |headcount: Value, n: usize, more: Vec<Value>| {
        let participants = [people(1, n), more].concat();
        vec![activity(&me(), "a-1", json!({"headcount": headcount, "participants": participants}))]
    };
    let differs = |code: &str, severity: &str, headcount: &str, listed: &str| {
        finding(code, severity, json!({"headcount": headcount, "listed": listed}), &["a-1"])
    };
    one(
        book,
        "headcount-above",
        check(),
        listed(json!(12), 10, vec![]),
        differs("headcount_above_list", "warning", "12", "10"),
        "12 stated, 10 listed: 2 more, the threshold",
    );
    one(book, "headcount-above-below-threshold", check(), listed(json!(11), 10, vec![]), none(), "1 more < 2");
    one(
        book,
        "headcount-below",
        check(),
        listed(json!(8), 10, vec![]),
        differs("headcount_below_list", "note", "8", "10"),
        "8 stated, 10 listed: 2 fewer",
    );
    one(book, "headcount-below-below-threshold", check(), listed(json!(9), 10, vec![]), none(), "1 fewer < 2");
    one(
        book,
        "headcount-no-list",
        check(),
        vec![activity(&me(), "a-1", json!({"headcount": 50}))],
        none(),
        "no list, nothing to compare",
    );
    one(book, "headcount-no-number", check(), listed(Value::Null, 10, vec![]), none(), "no number, nothing to compare");
    let duty = vec![
        json!({"name": "甲", "role": "staff"}),
        json!({"person": "p-900", "role": "volunteer"}),
        json!({"person": "p-001"}),
    ];
    one(
        book,
        "headcount-staff-and-doubles",
        check(),
        listed(json!(12), 10, duty),
        differs("headcount_above_list", "warning", "12", "10"),
        "13 lines, less one of the staff, one volunteer and p-001 a second time: 10 listed",
    );
}

fn entered(book: &mut Book) {
    let late = |n: usize, day: &str| -> Vec<Value> {
        (0..n).map(|i| visit(&format!("v-{i}"), json!({"recorded_at": day}))).collect()
    };
    let check = || json!({"bulk_entry": {"records": 3, "days": 30}});
    let bulk = finding(
        "bulk_back_entry",
        "warning",
        json!({"date": "2024-06-05", "count": "3", "days": "30"}),
        &["v-0", "v-1", "v-2"],
    );
    one(
        book,
        "bulk-thirty-days",
        check(),
        late(3, "2024-06-05"),
        bulk.clone(),
        "G10: three records of 05-06 entered on 06-05, 30 days later",
    );
    one(book, "bulk-29-days", check(), late(3, "2024-06-04"), none(), "29 days < 30");
    one(book, "bulk-two-records", check(), late(2, "2024-06-05"), none(), "2 records < 3");
    let lasting = late(3, "2024-06-05").into_iter().map(|entry| with(entry, json!({"end": "2024-05-07"}))).collect();
    one(book, "bulk-work-ended-later", check(), lasting, none(), "the work ended on 05-07, 29 days before the entry");
    let corrections = [
        late(2, "2024-06-05"),
        vec![visit("v-9", json!({})), visit("v-2", json!({"recorded_at": "2024-06-05", "supersedes": "v-9"}))],
    ]
    .concat();
    one(
        book,
        "bulk-correction",
        check(),
        corrections,
        none(),
        "v-2 is a correction, late by nature and left out; 2 < 3",
    );
    let end = || json!({"end_entry": {"records": 2, "days": 15}});
    let at_end = |count: &str, records: &[&str]| {
        finding("bulk_entry_at_end", "warning", json!({"from": "2025-02-27", "count": count}), records)
    };
    one(
        book,
        "end-fifteen-days",
        end(),
        late(2, "2025-02-27"),
        at_end("2", &["v-0", "v-1"]),
        "the service ends 2025-03-14; 15 days before is 2025-02-27: two old records entered then",
    );
    one(
        book,
        "end-sixteen-days",
        end(),
        late(2, "2025-02-26"),
        none(),
        "entered one day before the last stretch begins",
    );
    one(book, "end-one-record", end(), late(1, "2025-02-27"), none(), "1 record < 2");
    let extension = me().on("extension", "ex-1", "2025-02-20", json!({"new_end": "2025-04-14"}));
    one(
        book,
        "end-extended",
        end(),
        [late(2, "2025-02-27"), vec![extension]].concat(),
        none(),
        "extended to 2025-04-14: the last stretch begins on 2025-03-30",
    );
    let closure = |date: &str| vec![me().on("closure", "cl-1", date, json!({}))];
    let after = || json!({"after_closing": {"records": 1}});
    one(
        book,
        "after-closing",
        after(),
        [late(1, "2025-03-21"), closure("2025-03-20")].concat(),
        finding("entered_after_closing", "warning", json!({"closed": "2025-03-20", "count": "1"}), &["v-0"]),
        "closed on 03-20, entered on 03-21",
    );
    one(
        book,
        "after-closing-same-day",
        after(),
        [late(1, "2025-03-20"), closure("2025-03-20")].concat(),
        none(),
        "entered on the day of the closure, not after it",
    );
    one(book, "after-closing-none", after(), late(1, "2025-03-21"), none(), "the contract is not closed");
}

fn ages(book: &mut Book) {
    let check = |more: Value| json!({"visit_age": more});
    let born = |birth: Value, date: &str| {
        vec![
            register("person", "p-1", json!({"birth_date": birth})),
            visit("v-1", json!({"date": date, "recorded_at": date})),
        ]
    };
    let wrong = |date: &str, age: &str, asked: &str| {
        finding(
            "age_not_asked_for",
            "warning",
            json!({"person": "p-1", "date": date, "age": age, "asked": asked}),
            &["v-1"],
        )
    };
    let elder = || check(json!({"at_least": 80}));
    let child = || check(json!({"less_than": 18}));
    one(
        book,
        "age-79",
        elder(),
        born(json!("1944-05-07"), DAY),
        wrong(DAY, "79", "≥80"),
        "born 1944-05-07, on 2024-05-06 still 79 (G11 周岁)",
    );
    one(book, "age-80-today", elder(), born(json!("1944-05-06"), DAY), none(), "80 on the day of the visit");
    one(book, "age-no-birth-date", elder(), born(Value::Null, DAY), none(), "no birth date, nothing to tell");
    one(
        book,
        "age-year-only",
        elder(),
        born(json!("1944"), DAY),
        none(),
        "born some day of 1944: 79 or 80, not certain",
    );
    one(
        book,
        "age-year-only-certain",
        elder(),
        born(json!("1950"), DAY),
        wrong(DAY, "73–74", "≥80"),
        "born some day of 1950: 73 or 74, too young either way",
    );
    one(
        book,
        "age-18",
        child(),
        born(json!("2006-05-06"), DAY),
        wrong(DAY, "18", "<18"),
        "18 on the day of the visit is not less than 18",
    );
    one(book, "age-17", child(), born(json!("2006-05-07"), DAY), none(), "17 until the next day");
    let two_visits = [born(json!("1950-01-01"), "2024-06-03"), vec![visit("v-0", json!({}))]].concat();
    let twice = finding(
        "age_not_asked_for",
        "warning",
        json!({"person": "p-1", "date": DAY, "age": "74", "asked": "≥80"}),
        &["v-0", "v-1"],
    );
    one(
        book,
        "age-one-finding-a-person",
        elder(),
        two_visits,
        twice,
        "two visits to one person of 74: one finding, dated by the first",
    );
    let condolence = vec![
        register("person", "p-1", json!({"birth_date": "1990-01-01"})),
        visit("v-1", json!({"category": "other"})),
    ];
    one(
        book,
        "age-other-category",
        check(json!({"at_least": 80, "categories": ["outreach"]})),
        condolence,
        none(),
        "only outreach visits are looked at",
    );
    let input = json!({"package": package_id(3), "contract": contract(&package_id(3)), "as_of": AFTER, "select": FOUND,
        "entries": [register("person", "p-1", json!({"birth_date": "1950-01-01"})), of(3).visit("v-1", DAY, "home", "gongjiatang", vec![json!({"person": "p-1"})])]});
    book.add(
        "integrity/age-package-3",
        "integrity",
        input,
        json!({"findings": wrong(DAY, "74", "≥80")}),
        "package 3 asks for elders of 80 or over; 74 on the day",
    );
}

fn texts(book: &mut Book) {
    let check = |records: u32, characters: u32| json!({"copied_text": {"records": records, "characters": characters}});
    let says = |text: &str| json!({"content": text});
    let pair = || vec![visit("v-1", says("今天，探访老人。")), visit("v-2", says("今天 探访老人！"))];
    let copied = finding("text_copied", "warning", json!({"count": "2", "characters": "6"}), &["v-1", "v-2"]);
    one(
        book,
        "text-copied",
        check(2, 6),
        pair(),
        copied,
        "without spaces and punctuation both read 今天探访老人, 6 characters; the text is not shown",
    );
    one(book, "text-short", check(2, 7), pair(), none(), "6 characters < 7");
    one(book, "text-two-of-three", check(3, 6), pair(), none(), "2 records < 3");
    one(
        book,
        "text-missing",
        check(2, 1),
        vec![visit("v-1", says("今天探访老人")), visit("v-2", json!({})), visit("v-3", json!({}))],
        none(),
        "records without text are not alike",
    );
    let contact =
        me().on("case_contact", "k-1", DAY, json!({"case": "c-1", "content": "今天探访老人", "workers": worker()}));
    let mixed = finding("text_copied", "warning", json!({"count": "2", "characters": "6"}), &["k-1", "v-1"]);
    one(
        book,
        "text-visit-and-contact",
        check(2, 6),
        vec![visit("v-1", says("今天探访老人")), contact],
        mixed,
        "a visit and a contact with the same words",
    );
    let phone = || json!({"phone_as_home": {"modes": ["home"], "words": ["致电"], "minutes": 15}});
    let call = |more: Value| vec![visit("v-1", with(says("致电了解近况"), more))];
    let found = |minutes: &str| finding("phone_as_home", "note", json!({"word": "致电", "minutes": minutes}), &["v-1"]);
    one(
        book,
        "phone-fifteen-minutes",
        phone(),
        call(json!({"minutes": 15})),
        found("15"),
        "at home by the mode, by phone by its words, 15 minutes",
    );
    one(
        book,
        "phone-sixteen-minutes",
        phone(),
        call(json!({"minutes": 16})),
        none(),
        "16 minutes > 15: a visit that long is believed",
    );
    one(book, "phone-no-length", phone(), call(json!({})), found("–"), "no length that would speak against a call");
    one(book, "phone-by-mode", phone(), call(json!({"mode": "phone"})), none(), "entered as a call");
    one(book, "phone-no-text", phone(), vec![visit("v-1", json!({"minutes": 5}))], none(), "no words to tell it by");
}

fn identities(book: &mut Book) {
    let check = || json!({"same_identity": {"persons": 2}});
    let pair = |more: Value| {
        let same = json!({"name": "王小明", "birth_date": "1944-05-06"});
        vec![register("person", "p-1", same.clone()), register("person", "p-2", with(same, more))]
    };
    let same = finding("same_identity", "warning", json!({"name": "王**", "count": "2"}), &["p-1", "p-2"]);
    one(
        book,
        "identity-same",
        check(),
        pair(json!({})),
        same,
        "G4: one name and birth date under two ids, possibly one person; the name is masked, the birth date not shown",
    );
    one(book, "identity-other-day", check(), pair(json!({"birth_date": "1944-05-07"})), none(), "born a day apart");
    one(
        book,
        "identity-no-birth-date",
        check(),
        pair(json!({"birth_date": null})),
        none(),
        "a bare repeated name says too little",
    );
    one(
        book,
        "identity-year-only",
        check(),
        vec![
            register("person", "p-1", json!({"name": "王小明", "birth_date": "1944"})),
            register("person", "p-2", json!({"name": "王小明", "birth_date": "1944"})),
        ],
        none(),
        "only the year is known",
    );
    one(book, "identity-below", json!({"same_identity": {"persons": 3}}), pair(json!({})), none(), "2 persons < 3");
}

/// G3: one act counts once; a visit that is entered as a contact in the case of whom was visited as well.
fn contacts(book: &mut Book) {
    let check = || json!({"visit_and_contact": {"days": 1}});
    let case = |days: &[&str]| {
        let days: Vec<String> = days.iter().map(ToString::to_string).collect();
        // The package has no modes of contact.
        let entries = me().case("c-1", "p-1", &days).into_iter();
        entries.map(|entry| if entry["kind"] == "case_contact" { with(entry, json!({"mode": null})) } else { entry })
    };
    let both = |day: &str, records: &[&str]| {
        let params = json!({"worker": "s-1", "person": "p-1", "date": day});
        finding("visit_and_contact", "note", params, records)
    };
    let entries = |visit: Value, days: &[&str]| std::iter::once(visit).chain(case(days)).collect::<Vec<_>>();
    let mut c = |name: &str, checks: Value, entries: Vec<Value>, expected: Value, how: &str| {
        one(book, &format!("contact-{name}"), checks, entries, expected, how);
    };
    c(
        "and-visit",
        check(),
        entries(visit("v-1", json!({})), &[DAY]),
        both(DAY, &["c-1-k0", "v-1"]),
        "G3: s-1 visits p-1 and has a contact in the case of p-1 on that day",
    );
    c(
        "another-day",
        check(),
        entries(visit("v-1", json!({})), &["2024-05-07"]),
        none(),
        "the visit was on the 6th, the contact on the 7th: two acts",
    );
    c(
        "another-worker",
        check(),
        entries(visit("v-1", json!({"workers": [{"staff": "s-2"}]})), &[DAY]),
        none(),
        "the visit was s-2's, the contact s-1's: two acts",
    );
    c(
        "another-person",
        check(),
        entries(visit("v-1", json!({"subjects": [{"person": "p-2"}]})), &[DAY]),
        none(),
        "p-2 was visited, the client is p-1: two acts",
    );
    c(
        "household-only",
        check(),
        entries(visit("v-1", json!({"subjects": [{"household": "h-1"}]})), &[DAY]),
        none(),
        "the visit names no person, so nothing can be told",
    );
    let without_case: Vec<Value> = case(&[DAY]).filter(|entry| entry["kind"] != "case").collect();
    c(
        "no-case",
        check(),
        [vec![visit("v-1", json!({}))], without_case].concat(),
        none(),
        "the case is not in the ledger, so its client is not known",
    );
    let again = visit("v-2", json!({"date": "2024-05-13", "recorded_at": "2024-05-13"}));
    let twice = [entries(visit("v-1", json!({})), &[DAY, "2024-05-13"]), vec![again]].concat();
    let expected = [both(DAY, &["c-1-k0", "v-1"]), both("2024-05-13", &["c-1-k1", "v-2"])];
    let expected: Vec<Value> = expected.iter().filter_map(Value::as_array).flatten().cloned().collect();
    c(
        "two-days",
        json!({"visit_and_contact": {"days": 2}}),
        twice,
        json!(expected),
        "on the 6th and on the 13th, 2 days, the threshold: a finding for each",
    );
    c(
        "below",
        json!({"visit_and_contact": {"days": 2}}),
        entries(visit("v-1", json!({})), &[DAY]),
        none(),
        "one day < 2",
    );
}

fn packages(book: &mut Book) {
    let check = || json!({"shared_event": {"packages": 2}});
    let held =
        |first: Value, second: Value| [vec![activity(&me(), "a-1", first)], vec![activity(&other(), "b-1", second)]];
    let shared = || across("shared_event", json!({"date": DAY, "place": "here", "count": "2"}), &["a-1"], &["b-1"]);
    two(
        book,
        "event-same-day-and-place",
        check(),
        held(json!({}), json!({})),
        json!({}),
        shared(),
        "G3: two packages with an activity on one day in one place, no begins known",
    );
    two(
        book,
        "event-same-begin",
        check(),
        held(json!({"start": "09:00"}), json!({"start": "09:00"})),
        json!({}),
        shared(),
        "the same begin as well",
    );
    two(
        book,
        "event-other-begin",
        check(),
        held(json!({"start": "09:00"}), json!({"start": "14:00"})),
        json!({}),
        none(),
        "both begins are known and differ: two events",
    );
    two(
        book,
        "event-other-place",
        check(),
        held(json!({}), json!({"place": "there"})),
        json!({}),
        none(),
        "two places",
    );
    two(
        book,
        "event-no-place",
        check(),
        held(json!({}), json!({"place": null})),
        json!({}),
        none(),
        "the second names no place",
    );
    two(
        book,
        "event-three-wanted",
        json!({"shared_event": {"packages": 3}}),
        held(json!({}), json!({})),
        json!({}),
        none(),
        "2 packages < 3",
    );
    let check = || json!({"full_time": {"days": 1}});
    let posted = |of: &Of, from: &str, to: Option<&str>, more: Value| {
        let posting = with(
            json!({"package": of.0, "place": "here", "full_time": true, "from": from}),
            to.map_or(json!({}), |to| json!({"to": to})),
        );
        vec![register("staff", "s-1", json!({"postings": [with(posting, more)]}))]
    };
    let first = || posted(&me(), "2024-03-15", Some("2024-06-30"), json!({}));
    let both = |from: &str, days: &str| {
        across("full_time_twice", json!({"worker": "s-1", "from": from, "days": days}), &["s-1"], &["s-1"])
    };
    two(
        book,
        "full-time-one-day",
        check(),
        [first(), posted(&other(), "2024-06-30", None, json!({}))],
        json!({}),
        both("2024-06-30", "1"),
        "G12: the postings share 2024-06-30",
    );
    two(
        book,
        "full-time-next-day",
        check(),
        [first(), posted(&other(), "2024-07-01", None, json!({}))],
        json!({}),
        none(),
        "the second begins the day after the first ends",
    );
    two(
        book,
        "full-time-open-end",
        check(),
        [posted(&me(), "2025-03-05", None, json!({})), posted(&other(), "2024-03-15", None, json!({}))],
        json!({}),
        both("2025-03-05", "10"),
        "without an end both last to the service's end: 03-05 to 03-14 are 10 days",
    );
    two(
        book,
        "full-time-part-time",
        check(),
        [first(), posted(&other(), "2024-03-15", None, json!({"full_time": false}))],
        json!({}),
        none(),
        "part time in the second",
    );
    two(
        book,
        "full-time-not-posted",
        check(),
        [first(), vec![register("staff", "s-1", json!({}))]],
        json!({}),
        none(),
        "the second register states no posting",
    );
    two(
        book,
        "full-time-two-providers",
        check(),
        [first(), posted(&other(), "2024-03-15", None, json!({}))],
        json!({"provider": "另一中心"}),
        none(),
        "another provider's s-1",
    );
}

fn thresholds(book: &mut Book) {
    let off = |n: usize| json!({"package": package_id(n), "contract": contract(&package_id(n)), "entries": [], "as_of": AFTER});
    book.add(
        "integrity/off-package-1",
        "integrity",
        off(1),
        json!({"as_of": AFTER, "findings": [], "counts": {}, "off": {"c-1": ["visit_age"]}}),
        "package 1 visits nobody of an age: that check has no threshold, is off and said to be",
    );
    book.add(
        "integrity/off-package-2",
        "integrity",
        off(2),
        json!({"as_of": AFTER, "findings": [], "counts": {}, "off": {"c-1": []}}),
        "package 2 states all fourteen checks",
    );
    let all = [
        "double_booking",
        "places_a_day",
        "photo_reuse",
        "headcount",
        "bulk_entry",
        "end_entry",
        "after_closing",
        "visit_age",
        "copied_text",
        "phone_as_home",
        "same_identity",
        "shared_event",
        "visit_and_contact",
        "full_time",
    ];
    let input = plain(
        inline("t/x", json!([visits_requirement(1)])),
        vec![
            visit("v-1", json!({"start": "09:00", "minutes": 60})),
            visit("v-2", json!({"start": "09:00", "minutes": 60})),
        ],
        AFTER,
        &["findings", "off"],
    );
    book.add(
        "integrity/off-everything",
        "integrity",
        input,
        json!({"findings": [], "off": {"c-1": all}}),
        "a package without the section: no check is made and all are listed as off",
    );
    let input = plain(
        package("t/x", &json!({"headcount": {"above": 0, "below": 0}})),
        vec![activity(&me(), "a-1", json!({"headcount": 2, "participants": people(1, 2)}))],
        AFTER,
        &["findings"],
    );
    book.add(
        "integrity/threshold-zero",
        "integrity",
        input,
        json!({"findings": []}),
        "a threshold of 0 is taken as 1: two stated and two listed differ by nothing",
    );
    let input = plain(
        package("t/x", &json!({"headcount": {"above": 1, "below": 1}, "same_identity": {"persons": 2}})),
        vec![
            activity(&me(), "a-1", json!({"headcount": 1, "participants": people(1, 2)})),
            activity(&me(), "a-2", json!({"headcount": 3, "participants": people(1, 2)})),
            activity(&me(), "a-3", json!({"headcount": 4, "participants": people(1, 2)})),
        ],
        AFTER,
        &["counts"],
    );
    book.add(
        "integrity/counts",
        "integrity",
        input,
        json!({"counts": {"note": 1, "warning": 2}}),
        "a-1 is below its list (note), a-2 and a-3 above it (warnings)",
    );
    let input = plain(
        package("t/x", &json!({"headcount": {"above": 1, "below": 1}})),
        vec![activity(
            &me(),
            "a-1",
            json!({"headcount": 9, "participants": people(1, 2), "recorded_at": "2024-06-03"}),
        )],
        "2024-06-02",
        &["findings"],
    );
    book.add(
        "integrity/not-yet-known",
        "integrity",
        input,
        json!({"findings": []}),
        "entered on 06-03, not yet known on 06-02",
    );
    book.add("integrity/no-ledgers", "integrity", json!({"ledgers": [], "as_of": AFTER}), json!({"error": {"code": "option_invalid", "path": "ledgers", "message": "`ledgers` is no list of at least one ledger"}}), "about no ledger nothing can be said");
    let lint =
        |checks: Value| json!({"package": package("t/x", &checks), "select": ["findings.code", "findings.path"]});
    let fault = |code: &str, path: &str| json!({"findings": [{"code": code, "path": path}]});
    book.add(
        "integrity/lint-unknown-kind",
        "lint",
        lint(json!({"photo_reuse": {"kinds": ["film"], "records": 2}})),
        fault("code_not_in_list", "/integrity/photo_reuse/kinds/0"),
        "the package has no kind of attachment film",
    );
    book.add(
        "integrity/lint-unknown-check",
        "lint",
        lint(json!({"weather": {}})),
        fault("unknown_field", "/integrity/weather"),
        "there is no such check",
    );
    book.add(
        "integrity/lint-two-ages",
        "lint",
        lint(json!({"visit_age": {"at_least": 80, "less_than": 18}})),
        fault("exactly_one_of", "/integrity/visit_age"),
        "an age is asked for from below or from above",
    );
    book.add(
        "integrity/lint-threshold-missing",
        "lint",
        lint(json!({"headcount": {"above": 1}})),
        fault("missing_field", "/integrity/headcount"),
        "below is not stated",
    );
}
