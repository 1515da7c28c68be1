use super::*;
use crate::entries::Entries;
use crate::time::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

fn contract() -> Contract {
    Contract {
        id: "c".into(),
        package: "p".into(),
        version: "1".into(),
        purchaser: None,
        provider: None,
        service_start: Date::parse("2024-01-01").unwrap(),
        service_end: Date::parse("2024-12-31").unwrap(),
        midterm_date: Date::parse("2024-07-01").unwrap(),
        place: None,
        readings: BTreeMap::new(),
        related_majors: Vec::new(),
        volunteer_systems: Vec::new(),
        signature_forms: Vec::new(),
        non_working_days: BTreeSet::new(),
        extra_working_days: BTreeSet::new(),
        evaluation_weights: BTreeMap::new(),
    }
}

/// Entries of package `p`, entered on the day they are dated: `kind id day, further fields`.
fn entries(lines: &[(&str, &str, &str, &str)]) -> Vec<Entry> {
    let mut ledger = Entries::new(Arc::new(crate::entry::test_plan()));
    for (kind, id, day, more) in lines {
        let head = match crate::kind::find(kind).unwrap().family {
            crate::kind::Family::Register => String::new(),
            _ => format!(r#""package":"p","date":"{day}","#),
        };
        let own = if more.contains("recorded_at") { String::new() } else { format!(r#""recorded_at":"{day}","#) };
        let text = format!(r#"{{{head}{own}"kind":"{kind}","id":"{id}"{more}}}"#);
        assert_eq!(ledger.add("s", 1, text.as_bytes(), None), [], "{text}");
    }
    ledger.iter().cloned().collect()
}

/// Code, place and entries of each finding; the same whatever the order.
fn found(lines: &[(&str, &str, &str, &str)]) -> Vec<String> {
    let mut entries = entries(lines);
    let plan = crate::entry::test_plan();
    let findings = check(&plan, &contract(), entries.iter());
    entries.reverse();
    assert_eq!(check(&plan, &contract(), entries.iter()), findings);
    findings.iter().map(|found| format!("{} {} {}", found.code.as_str(), found.path, found.records.join(" "))).collect()
}

const VISIT: &str = r#","mode":"home","category":"outreach""#;

#[test]
fn different_entries_of_one_id_are_in_conflict() {
    let lines = [("visit", "v", "2024-05-01", VISIT), ("spot_check", "v", "2024-05-01", "")];
    assert_eq!(found(&lines), ["id_conflict /id v v"]);
}

#[test]
fn references_lead_through_corrections_to_what_stands() {
    let contact = ("case_contact", "k", "2024-05-02", r#","case":"a""#);
    let client = ("person", "w", "2024-01-01", "");
    let case = ("case", "a", "2024-05-01", r#","client":"w""#);
    assert_eq!(found(&[contact]), ["dangling_reference /case k"]);
    assert_eq!(found(&[contact, case, client]), Vec::<String>::new());
    assert_eq!(found(&[contact, case]), ["dangling_reference /client a"]);
    let next = ("case", "b", "2024-05-01", r#","client":"w","supersedes":"a""#);
    assert_eq!(found(&[contact, case, client, next]), Vec::<String>::new());
    let end = ("withdrawal", "z", "2024-06-01", r#","voids":"b","reason":"误录""#);
    assert_eq!(found(&[contact, case, client, next, end]), ["dangling_reference /case k"]);
    // The wrong kind is no target.
    assert_eq!(found(&[("visit", "a", "2024-05-01", VISIT), contact]), ["dangling_reference /case k"]);
    let deep = format!(r#"{VISIT},"subjects":[{{"name":"x"}},{{"person":"nobody"}}]"#);
    assert_eq!(found(&[("visit", "v", "2024-05-01", &deep)]), ["dangling_reference /subjects/1/person v"]);
    let group = ("group", "g", "2024-05-01", r#","members":["w","nobody"]"#);
    assert_eq!(found(&[group, client]), ["dangling_reference /members/1 g"]);
}

#[test]
fn of_two_that_replace_one_the_last_recorded_stands() {
    let client = ("person", "w", "2024-01-01", "");
    let case = ("case", "a", "2024-05-01", r#","client":"w""#);
    let early = ("case", "y", "2024-05-01", r#","client":"nobody","supersedes":"a","recorded_at":"2024-05-02""#);
    let late = ("case", "b", "2024-05-01", r#","client":"w","supersedes":"a","recorded_at":"2024-05-03""#);
    assert_eq!(found(&[client, case, early, late]), Vec::<String>::new());
}

#[test]
fn corrections_of_nothing_and_of_each_other() {
    let lost = format!(r#"{VISIT},"supersedes":"lost""#);
    assert_eq!(found(&[("visit", "v", "2024-05-01", &lost)]), ["retraction_dangling /supersedes v"]);
    let (a, b, c) =
        (format!(r#"{VISIT},"supersedes":"b""#), format!(r#"{VISIT},"voids":"a""#), format!(r#"{VISIT},"voids":"a""#));
    let lines =
        [("visit", "a", "2024-05-01", &*a), ("visit", "b", "2024-05-01", &*b), ("visit", "c", "2024-05-01", &*c)];
    assert_eq!(found(&lines), ["retraction_cycle  a b"]);
}

#[test]
fn contacts_lie_within_their_case() {
    let client = ("person", "w", "2024-01-01", "");
    let case = ("case", "a", "2024-05-01", r#","client":"w","closed":"2024-06-30""#);
    let on = |id, day| ("case_contact", id, day, r#","case":"a""#);
    let lines =
        [client, case, on("k1", "2024-04-30"), on("k2", "2024-05-01"), on("k3", "2024-06-30"), on("k4", "2024-07-01")];
    assert_eq!(found(&lines), ["contact_after_case_closed /date k4 a", "contact_before_case_opened /date k1 a"]);
}

#[test]
fn sessions_are_numbered_without_gaps_on_days_of_their_own() {
    let group = ("group", "g", "2024-05-01", "");
    let one = ("group_session", "s1", "2024-05-02", r#","group":"g","session":1"#);
    let two = ("group_session", "s2", "2024-05-03", r#","group":"g","session":2"#);
    assert_eq!(found(&[group, one, two]), Vec::<String>::new());
    let again = ("group_session", "s3", "2024-05-03", r#","group":"g","session":2"#);
    assert_eq!(found(&[group, one, two, again]), ["session_repeated /session s2 s3", "sessions_same_day /date s2 s3"]);
    let far = ("group_session", "s4", "2024-05-04", r#","group":"g","session":6"#);
    assert_eq!(found(&[group, two, far]), ["session_gap  g"]);
    let plan = crate::entry::test_plan();
    let gap = check(&plan, &contract(), entries(&[group, two, far]).iter());
    assert_eq!(gap[0].params.get("numbers").map(String::as_str), Some("1, 3-5"));
}

#[test]
fn workers_are_posted_on_the_day() {
    let staff = (
        "staff",
        "s",
        "2024-01-01",
        r#","postings":[{"package":"p","full_time":true,"from":"2024-03-01","to":"2024-05-31"}]"#,
    );
    let with = |role: &str| format!(r#"{VISIT},"workers":[{{"staff":"s"{role}}}]"#);
    let (plain, volunteer) = (with(""), with(r#","role":"volunteer""#));
    assert_eq!(found(&[staff, ("visit", "v", "2024-05-31", &plain)]), Vec::<String>::new());
    assert_eq!(found(&[staff, ("visit", "v", "2024-06-01", &plain)]), ["worker_not_posted /workers/0/staff v"]);
    assert_eq!(found(&[staff, ("visit", "v", "2024-06-01", &volunteer)]), Vec::<String>::new());
    // The newest version of the register speaks.
    let left = ("staff", "s", "2024-07-01", r#","postings":[]"#);
    assert_eq!(found(&[staff, left, ("visit", "v", "2024-05-31", &plain)]), ["worker_not_posted /workers/0/staff v"]);
}

#[test]
fn records_lie_in_the_service_with_its_extensions_and_come_in_time() {
    let visit = ("visit", "v", "2025-01-01", VISIT);
    assert_eq!(found(&[visit]), ["outside_service /date v"]);
    assert_eq!(found(&[visit, ("extension", "e", "2024-12-20", r#","new_end":"2025-01-31""#)]), Vec::<String>::new());
    assert_eq!(found(&[("visit", "v", "2023-12-31", VISIT)]), ["outside_service /date v"]);
    let late = format!(r#"{VISIT},"recorded_at":"2024-06-01""#);
    assert_eq!(found(&[("visit", "v", "2024-05-01", &late)]), ["late_entry /recorded_at v"]);
    assert_eq!(found(&[("visit", "v", "2024-05-02", &late)]), Vec::<String>::new());
}

#[test]
fn little_happens_after_a_termination() {
    let end = ("termination", "t", "2024-08-01", "");
    let check = ("spot_check", "s", "2024-08-02", "");
    assert_eq!(found(&[end, check, ("closure", "c", "2024-09-01", "")]), ["event_after_termination /date s t"]);
    assert_eq!(found(&[end, ("spot_check", "s", "2024-08-01", "")]), Vec::<String>::new());
}
