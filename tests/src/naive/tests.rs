//! Judgements worked by hand.

use super::date::{age, day, plus_days, plus_months};
use super::number::parse_decimal;
use super::path::title_key;
use super::world::World;
use super::{Judged, evaluate, merge_includes};
use chrono::NaiveDate;
use serde_json::{Value, json};

fn contract() -> Value {
    json!({
        "id": "k", "package": "p", "version": "1", "place": "east",
        "service_start": "2024-01-01", "service_end": "2024-12-31", "midterm_date": "2024-07-01",
    })
}

fn judge_all(requirements: &Value, entries: &[Value], as_of: &str) -> std::collections::BTreeMap<String, Judged> {
    let package = json!({
        "id": "p", "version": "1", "place": "east", "obligations": requirements,
        "codes": {"outlet_level": [{"code": "district", "rank": 1}, {"code": "city", "rank": 2}]},
    });
    evaluate(&package, &contract(), entries, as_of, false)
}

fn judge(mut requirement: Value, entries: &[Value], as_of: &str) -> Judged {
    requirement["id"] = json!("G-1");
    judge_all(&json!([requirement]), entries, as_of)["G-1"].clone()
}

fn outcome(requirement: &Value, entries: &[Value], as_of: &str) -> String {
    judge(requirement.clone(), entries, as_of).outcome
}

fn entry(kind: &str, id: &str, date: &str, mut own: Value) -> Value {
    own["kind"] = json!(kind);
    own["id"] = json!(id);
    own["package"] = json!("p");
    own["date"] = json!(date);
    if own["recorded_at"].is_null() {
        own["recorded_at"] = json!(date);
    }
    own
}

fn register(kind: &str, id: &str, mut own: Value) -> Value {
    own["kind"] = json!(kind);
    own["id"] = json!(id);
    own["recorded_at"] = json!("2024-01-01");
    own
}

fn visits(n: usize) -> Vec<Value> {
    let day = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap_or_default();
    (0..n).map(|i| entry("visit", &format!("v{i}"), &plus_days(day, i as i64).to_string(), json!({}))).collect()
}

#[test]
fn periods_of_every_start_date() {
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    let package = json!({"id": "p"});
    for offset in 0..1461 {
        let start = plus_days(first, offset);
        for (months, quarters) in [(6usize, 2usize), (9, 3), (12, 4), (24, 8)] {
            let end = plus_days(plus_months(start, u32::try_from(months).unwrap_or(0)), -1);
            let contract = json!({"service_start": start.to_string(), "service_end": end.to_string()});
            let world = World::new(package.clone(), &contract, &[], start, false);
            assert_eq!(world.windows(&json!({"each": "month"}), &[]).len(), months, "{start} {months}");
            assert_eq!(world.windows(&json!({"each": "month", "due": 25}), &[]).len(), months, "{start} {months}");
            let counted = json!({"each": "month", "counted_from": "service_start"});
            assert_eq!(world.windows(&counted, &[]).len(), months, "{start} {months}");
            assert_eq!(world.windows(&json!({"each": "quarter"}), &[]).len(), quarters, "{start} {months}");
        }
    }
}

#[test]
fn a_week_is_required_by_its_thursday() {
    let contract = json!({"service_start": "2024-01-05", "service_end": "2024-01-18"});
    let world = World::new(json!({}), &contract, &[], NaiveDate::MIN, false);
    let names: Vec<_> = world.windows(&json!({"each": "week"}), &[]).into_iter().filter_map(|w| w.name).collect();
    assert_eq!(names, ["2024-W02", "2024-W03"]);
}

#[test]
fn below_on_and_above_the_boundary() {
    let count = json!({"count": {"of": "visit"}});
    let mut table = Vec::new();
    for comparator in ["at_least", "more_than", "at_most", "less_than"] {
        for n in [1, 2, 3] {
            let requirement = json!({"measure": count, "target": {comparator: 2}});
            table.push((
                comparator,
                n,
                outcome(&requirement, &visits(n), "2024-12-30"),
                outcome(&requirement, &visits(n), "2024-12-31"),
            ));
        }
    }
    let expected = [
        ("at_least", 1, "open", "not_met"),
        ("at_least", 2, "met", "met"),
        ("at_least", 3, "met", "met"),
        ("more_than", 1, "open", "not_met"),
        ("more_than", 2, "open", "not_met"),
        ("more_than", 3, "met", "met"),
        ("at_most", 1, "open", "met"),
        ("at_most", 2, "open", "met"),
        ("at_most", 3, "not_met", "not_met"),
        ("less_than", 1, "open", "met"),
        ("less_than", 2, "not_met", "not_met"),
        ("less_than", 3, "not_met", "not_met"),
    ];
    for ((comparator, n, before, after), wanted) in table.iter().zip(expected) {
        assert_eq!((*comparator, *n, before.as_str(), after.as_str()), wanted);
    }
}

#[test]
fn ninety_percent_is_exact() {
    let share = |satisfied: u64| {
        let survey = entry("satisfaction_survey", "q", "2024-06-01", json!({"valid": 125, "satisfied": satisfied}));
        let requirement = json!({
            "measure": {"ratio": {"of": {"sum": {"of": "satisfaction_survey", "field": "satisfied"}}, "over": {"sum": {"of": "satisfaction_survey", "field": "valid"}}}},
            "target": {"at_least": "90%"},
        });
        outcome(&requirement, &[survey], "2024-12-31")
    };
    assert_eq!(share(112), "not_met"); // 89.6 %
    assert_eq!(share(113), "met"); // 90.4 %
    let nothing = json!({"measure": {"ratio": {"of": {"count": {"of": "visit"}}, "over": {"count": {"of": "case"}}}}, "target": {"at_least": 1}});
    assert_eq!(outcome(&nothing, &[], "2024-12-31"), "unknown");
}

#[test]
fn ages_on_their_day() {
    let born = day("2008-02-29").unwrap_or_default();
    assert_eq!(age(born, day("2024-02-28").unwrap_or_default()), 15);
    assert_eq!(age(born, day("2024-02-29").unwrap_or_default()), 16);
    assert_eq!(age(born, day("2023-02-28").unwrap_or_default()), 14);
    assert_eq!(age(born, day("2023-03-01").unwrap_or_default()), 15);
    let requirement = json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.age": {"at_least": 80}}, "distinct": "person"}}, "target": {"at_least": 1}});
    let visit = |date: &str| entry("visit", "v", date, json!({"subjects": [{"person": "a"}]}));
    let person = |birth: &str| register("person", "a", json!({"birth_date": birth}));
    assert_eq!(outcome(&requirement, &[person("1944-05-10"), visit("2024-05-09")], "2024-12-31"), "not_met");
    assert_eq!(outcome(&requirement, &[person("1944-05-10"), visit("2024-05-10")], "2024-12-31"), "met");
    assert_eq!(outcome(&requirement, &[person("1944-05"), visit("2024-05-10")], "2024-12-31"), "unknown");
    assert_eq!(outcome(&requirement, &[person("1944"), visit("2024-12-31")], "2024-12-31"), "met");
    // Nobody of that name in the register.
    assert_eq!(outcome(&requirement, &[visit("2024-05-10")], "2024-12-31"), "unknown");
}

#[test]
fn a_bare_name_may_be_anyone() {
    let requirement =
        json!({"measure": {"count": {"of": "visit.subjects", "distinct": "person"}}, "target": {"at_least": 2}});
    let visit =
        entry("visit", "v", "2024-05-01", json!({"subjects": [{"person": "a"}, {"person": "a"}, {"name": "x"}]}));
    let judged = judge(requirement, &[visit], "2024-06-01");
    assert_eq!((judged.lo, judged.hi), (parse_decimal("1"), parse_decimal("2")));
    assert_eq!(judged.outcome, "unknown");
}

#[test]
fn a_headcount_adds_to_what_may_be() {
    let requirement =
        json!({"measure": {"count": {"of": "activity.participants", "distinct": "person"}}, "target": {"at_least": 5}});
    let unnamed = entry("activity", "a", "2024-05-01", json!({"headcount": 4}));
    let named = entry(
        "activity",
        "b",
        "2024-05-01",
        json!({"headcount": 9, "participants": [{"person": "x", "role": "guest"}]}),
    );
    let judged = judge(requirement, &[unnamed, named.clone()], "2024-12-31");
    assert_eq!((judged.lo, judged.hi, judged.outcome.as_str()), (parse_decimal("1"), parse_decimal("5"), "unknown"));
    // With roles the list governs.
    let crowd = json!({"measure": {"count": {"of": "activity", "where": {"headcount": {"at_least": 2}}}}, "target": {"at_least": 1}});
    assert_eq!(outcome(&crowd, &[named], "2024-12-31"), "not_met");
}

#[test]
fn what_hides_an_entry() {
    let requirement = json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let last = "2024-12-31";
    let a = entry("visit", "a", "2024-05-01", json!({}));
    assert_eq!(outcome(&requirement, std::slice::from_ref(&a), "2024-04-30"), "open");
    assert_eq!(outcome(&requirement, &[a.clone(), a.clone()], "2024-05-01"), "met");
    // Entered late.
    let late = entry("visit", "a", "2024-05-01", json!({"recorded_at": "2024-06-01"}));
    assert_eq!(outcome(&requirement, std::slice::from_ref(&late), "2024-05-31"), "open");
    assert_eq!(outcome(&requirement, &[late], "2024-06-01"), "met");
    // One id, different bytes.
    let other = entry("visit", "a", "2024-05-02", json!({}));
    assert_eq!(outcome(&requirement, &[a.clone(), other], last), "not_met");
    // Withdrawn, but only from the day of the withdrawal.
    let gone = entry("withdrawal", "w", "2024-07-01", json!({"voids": "a", "reason": "x"}));
    assert_eq!(outcome(&requirement, &[a.clone(), gone.clone()], "2024-06-30"), "met");
    assert_eq!(outcome(&requirement, &[a.clone(), gone.clone()], "2024-07-01"), "open");
    // Withdrawing the withdrawal revives nothing.
    let again = entry("withdrawal", "x", "2024-08-01", json!({"voids": "w", "reason": "x"}));
    assert_eq!(outcome(&requirement, &[a, gone, again], last), "not_met");
    // A cycle.
    let one = entry("visit", "a", "2024-05-01", json!({"supersedes": "b", "reason": "x"}));
    let two = entry("visit", "b", "2024-05-01", json!({"supersedes": "a", "reason": "x"}));
    assert_eq!(outcome(&requirement, &[one, two], last), "not_met");
}

#[test]
fn children_follow_the_successor() {
    let requirement = json!({
        "measure": {"count": {"of": "case", "having": {"measure": {"count": {"of": "case_contact", "by": "case", "distinct": "date"}}, "target": {"at_least": 2}}}},
        "target": {"at_least": 1},
    });
    let mut entries = vec![
        entry("case", "c", "2024-02-01", json!({"client": "a"})),
        entry("case_contact", "k1", "2024-03-01", json!({"case": "c"})),
        entry(
            "case",
            "d",
            "2024-02-01",
            json!({"client": "b", "supersedes": "c", "reason": "client", "recorded_at": "2024-03-15"}),
        ),
        entry("case_contact", "k2", "2024-04-01", json!({"case": "d"})),
    ];
    assert_eq!(outcome(&requirement, &entries, "2024-03-31"), "open");
    assert_eq!(outcome(&requirement, &entries, "2024-04-01"), "met");
    // Two successors: the one recorded later stands.
    entries.push(entry(
        "case",
        "b",
        "2024-02-01",
        json!({"client": "b", "supersedes": "c", "reason": "client", "recorded_at": "2024-03-10"}),
    ));
    assert_eq!(outcome(&requirement, &entries, "2024-04-01"), "met");
}

#[test]
fn a_container_lies_where_it_came_to_satisfy() {
    let case = entry("case", "c", "2023-12-01", json!({"client": "a"}));
    let first = entry("case_contact", "k1", "2024-01-01", json!({"case": "c"}));
    let second = entry("case_contact", "k2", "2024-05-02", json!({"case": "c"}));
    let within = |window: Value| {
        let requirement = json!({
            "window": window, "target": {"at_least": 1},
            "measure": {"count": {"of": "case", "having": {"measure": {"count": {"of": "case_contact", "by": "case"}}, "target": {"at_least": 2}}}},
        });
        outcome(&requirement, &[case.clone(), first.clone(), second.clone()], "2024-12-31")
    };
    assert_eq!(within(json!({"to": "2024-05-01"})), "not_met");
    assert_eq!(within(json!({"to": "2024-05-02"})), "met");
    assert_eq!(within(json!({"from": "2024-05-02"})), "met");
    assert_eq!(within(json!({"from": "2024-05-03"})), "not_met");
}

#[test]
fn a_missed_month_and_its_cures() {
    let requirement = json!({"id": "G-1", "window": {"each": "month"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let mut entries: Vec<Value> = (1..=12)
        .filter(|month| *month != 6)
        .map(|month| entry("visit", &format!("v{month}"), &format!("2024-{month:02}-10"), json!({})))
        .collect();
    assert_eq!(outcome(&requirement, &entries, "2024-06-29"), "open");
    assert_eq!(outcome(&requirement, &entries, "2024-06-30"), "not_met");
    assert_eq!(outcome(&requirement, &entries, "2024-12-31"), "not_met");
    let waiver =
        entry("waiver", "w", "2024-07-05", json!({"requirement": "G-1", "window": "2024-06", "approved_by": "x"}));
    entries.push(waiver);
    assert_eq!(outcome(&requirement, &entries, "2024-12-31"), "met");
    entries.pop();
    // A make-up takes the record out of its own month.
    entries.push(entry(
        "make_up",
        "m",
        "2024-07-20",
        json!({"requirement": "G-1", "window": "2024-06", "records": ["v7"], "approved_by": "x"}),
    ));
    assert_eq!(outcome(&requirement, &entries, "2024-12-31"), "not_met");
    entries.push(entry("visit", "extra", "2024-07-15", json!({})));
    assert_eq!(outcome(&requirement, &entries, "2024-12-31"), "met");
}

#[test]
fn grids_owe_only_while_members_are_active() {
    let requirement = json!({
        "each": {"of": "organisation", "where": {"status": {"is": "incubated"}}, "active": "anchor"},
        "window": {"each": "quarter"}, "measure": {"count": {"of": "visit", "by": "subjects"}}, "target": {"at_least": 1},
    });
    let organisation = register("organisation", "o", json!({"status": "incubated", "from": "2024-05-16"}));
    let visit = |id: &str, date: &str| entry("visit", id, date, json!({"subjects": [{"organisation": "o"}]}));
    let entries = [organisation.clone(), visit("a", "2024-08-01"), visit("b", "2024-11-01")];
    assert_eq!(outcome(&requirement, &entries, "2024-12-31"), "met"); // 15 May lies before: Q2 owes nothing
    assert_eq!(outcome(&requirement, &entries[..2], "2024-12-31"), "not_met");
    assert_eq!(outcome(&requirement, &entries[1..], "2024-12-31"), "unknown"); // no member
}

#[test]
fn uncovered_days() {
    let requirement = |most: u64| json!({"measure": {"coverage": {"of": "staff.postings", "days": "all"}}, "target": {"at_most": most}});
    let staff = register(
        "staff",
        "w",
        json!({"postings": [
            {"package": "p", "full_time": true, "from": "2023-06-01", "to": "2024-02-28"},
            {"package": "p", "full_time": true, "from": "2024-03-02"},
        ]}),
    );
    let staff = [staff];
    assert!(judge(requirement(0), &staff, "2024-02-28").holding);
    assert_eq!(outcome(&requirement(0), &staff, "2024-02-29"), "not_met");
    assert_eq!(judge(requirement(1), &staff, "2024-02-29").outcome, "open");
    assert_eq!(outcome(&requirement(1), &staff, "2024-12-31"), "not_met"); // 29 February and 1 March
    assert_eq!(outcome(&requirement(2), &staff, "2024-12-31"), "met");
}

#[test]
fn windows_wait_for_their_anchor() {
    let requirements = json!([
        {"id": "first", "measure": {"count": {"of": "activity"}}, "target": {"at_least": 2}},
        {"id": "before", "window": {"to": {"first": "first"}}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}},
        {"id": "after", "window": {"from": {"met": "first"}}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}},
    ]);
    let mut entries = vec![entry("visit", "v", "2024-05-01", json!({}))];
    assert_eq!(judge_all(&requirements, &entries, "2024-06-01")["before"].outcome, "unknown");
    assert_eq!(judge_all(&requirements, &entries, "2024-12-31")["before"].outcome, "not_met");
    entries.push(entry("activity", "a", "2024-05-01", json!({})));
    entries.push(entry("activity", "b", "2024-06-01", json!({})));
    let judged = judge_all(&requirements, &entries, "2024-07-01");
    assert_eq!(judged["before"].outcome, "met"); // the anchor's own day is inside
    assert_eq!(judged["after"].outcome, "open");
    entries.push(entry("visit", "w", "2024-06-01", json!({})));
    assert_eq!(judge_all(&requirements, &entries, "2024-07-01")["after"].outcome, "met");
}

#[test]
fn a_report_belongs_to_its_period() {
    let requirement = json!({"window": {"each": "month", "due": 25, "by": ["period", "date"]}, "measure": {"count": {"of": "document"}}, "target": {"at_least": 1}});
    let mut entries: Vec<Value> =
        (1..=11).map(|m| entry("document", &format!("d{m}"), &format!("2024-{m:02}-20"), json!({}))).collect();
    entries.push(entry("document", "coarse", "2024-12-20", json!({"period": "2024-Q4"})));
    assert_eq!(outcome(&requirement, &entries, "2024-12-31"), "not_met");
    entries.push(entry("document", "fine", "2025-01-20", json!({"period": "2024-W50"})));
    assert_eq!(outcome(&requirement, &entries, "2024-12-31"), "not_met");
    assert_eq!(outcome(&requirement, &entries, "2025-01-20"), "met");
}

#[test]
fn an_extension_moves_the_end() {
    let requirement = json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let extension = entry("extension", "e", "2024-12-01", json!({"new_end": "2025-01-31"}));
    let visit = entry("visit", "v", "2025-01-31", json!({}));
    assert_eq!(outcome(&requirement, std::slice::from_ref(&visit), "2025-01-31"), "not_met");
    assert_eq!(outcome(&requirement, std::slice::from_ref(&extension), "2024-12-31"), "open");
    assert_eq!(outcome(&requirement, &[extension, visit], "2025-01-31"), "met");
}

#[test]
fn a_fixed_window_outside_the_service() {
    let requirement = json!({"window": {"from": "2025-03-01", "to": "2025-03-31"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let judged = judge(requirement, &[], "2024-06-01");
    assert_eq!((judged.outcome.as_str(), judged.infeasible), ("open", true));
}

#[test]
fn defects_and_exclusives() {
    let package = json!({
        "id": "p", "obligations": [{"id": "G-1", "measure": {"count": {"of": "case"}}, "target": {"at_least": 2}}],
        "rules": [
            {"id": "L-1", "on": {"of": "case"}, "need": {"goal": {"exists": true}}, "else": "defect"},
            {"id": "L-2", "exclusive": {"of": "case", "on": ["client"], "from": "date", "to": "closed"}},
        ],
    });
    let case = |id: &str, date: &str, closed: &str| {
        entry("case", id, date, json!({"client": "a", "goal": "g", "closed": closed}))
    };
    let lo = |entries: &[Value]| evaluate(&package, &contract(), entries, "2024-12-31", false)["G-1"].lo;
    let apart = [case("c", "2024-02-01", "2024-02-20"), case("d", "2024-02-21", "2024-03-01")];
    assert_eq!(lo(&apart), parse_decimal("2"));
    let touching = [case("c", "2024-02-01", "2024-02-20"), case("d", "2024-02-20", "2024-03-01")];
    assert_eq!(lo(&touching), parse_decimal("1"));
    let without_goal = entry("case", "e", "2024-06-01", json!({"client": "b"}));
    assert_eq!(lo(&[without_goal]), parse_decimal("0"));
}

#[test]
fn the_latest_is_looked_at_before_the_condition() {
    let requirement = json!({"measure": {"count": {"of": "acceptance", "latest_of": [], "where": {"passed": {"is": true}}}}, "target": {"at_least": 1}});
    let yes = entry("acceptance", "a", "2024-10-01", json!({"passed": true}));
    let no = entry("acceptance", "b", "2024-11-01", json!({"passed": false}));
    let judged = judge(requirement.clone(), std::slice::from_ref(&yes), "2024-10-15");
    assert_eq!((judged.outcome.as_str(), judged.holding), ("open", true));
    assert_eq!(outcome(&requirement, &[yes, no], "2024-12-31"), "not_met");
}

#[test]
fn includes_and_readings() {
    let common = json!({"id": "common", "codes": {"place": [{"code": "a"}]}, "provider": [{"id": "A-1"}]});
    let package =
        json!({"id": "p", "include": ["common"], "codes": {"place": [{"code": "b"}]}, "provider": [{"id": "A-2"}]});
    let merged = merge_includes(&package, &[common]);
    assert_eq!(merged["codes"]["place"], json!([{"code": "a"}, {"code": "b"}]));
    assert_eq!(merged["provider"], json!([{"id": "A-1"}, {"id": "A-2"}]));

    let package = json!({
        "id": "p", "obligations": [{"id": "G-1", "measure": {"count": {"of": "visit"}}, "target": {"at_least": 2}}],
        "readings": [{"id": "R-1", "default": "inclusive", "options": [
            {"id": "inclusive", "replace": {}},
            {"id": "exclusive", "replace": {"G-1": {"target": {"more_than": 2}}}},
        ]}],
    });
    let mut contract = contract();
    assert_eq!(evaluate(&package, &contract, &visits(2), "2024-12-31", false)["G-1"].outcome, "met");
    contract["readings"] = json!({"R-1": "exclusive"});
    assert_eq!(evaluate(&package, &contract, &visits(2), "2024-12-31", false)["G-1"].outcome, "not_met");
}

#[test]
fn titles_alike() {
    for title in ["Good news", " good  news! ", "ＧＯＯＤ　ｎｅｗｓ", "《Good，news》"] {
        assert_eq!(title_key(title), "goodnews");
    }
}

#[test]
fn generated_cases_do_not_stop_it() {
    for seed in 0..40 {
        let case = crate::generate::case(seed, 40);
        for day in &case.days {
            let judged = evaluate(&case.package, &case.contract, &case.entries, day, seed % 2 == 0);
            assert!(judged.contains_key("G-0"));
            // Order decides nothing.
            let mut turned = case.entries.clone();
            turned.reverse();
            assert_eq!(
                judged,
                evaluate(&case.package, &case.contract, &turned, day, seed % 2 == 0),
                "seed {seed} {day}"
            );
        }
    }
}

#[test]
fn keys_through_and_of_lists() {
    let visit = |id: &str, subjects: Value| entry("visit", id, "2024-05-01", json!({"subjects": subjects}));
    let persons =
        json!({"measure": {"count": {"of": "visit", "distinct": "subjects.person"}}, "target": {"at_least": 9}});
    let entries =
        [visit("a", json!([{"person": "x"}, {"person": "y"}])), visit("b", json!([{"person": "x"}, {"name": "?"}]))];
    let judged = judge(persons, &entries, "2024-06-01");
    assert_eq!((judged.lo, judged.hi), (parse_decimal("2"), parse_decimal("3")));

    let session = |id: &str, who: Value| entry("supervision", id, "2024-05-01", json!({"supervisees": who}));
    let sessions = json!({"measure": {"count": {"of": "supervision", "distinct": ["date", "supervisees"]}}, "target": {"at_least": 9}});
    let entries = [session("a", json!(["o", "q"])), session("b", json!(["q", "o", "o"])), session("c", json!(["o"]))];
    assert_eq!(judge(sessions, &entries, "2024-06-01").lo, parse_decimal("2"));
}

#[test]
fn a_container_that_can_cease_to_satisfy() {
    let requirement = json!({
        "measure": {"count": {"of": "rectification_order", "having": {"measure": {"count": {"of": "rectified", "by": "issue"}}, "target": {"at_most": 0}}}},
        "target": {"at_most": 0},
    });
    let order = entry("rectification_order", "o", "2024-05-01", json!({"issue": "i"}));
    let cured = entry("rectified", "c", "2024-06-01", json!({"issue": "i"}));
    assert_eq!(outcome(&requirement, std::slice::from_ref(&order), "2024-05-31"), "open");
    assert_eq!(outcome(&requirement, std::slice::from_ref(&order), "2024-12-31"), "not_met");
    assert!(judge(requirement.clone(), &[order.clone(), cured.clone()], "2024-06-01").holding);
    assert_eq!(outcome(&requirement, &[order, cured], "2024-12-31"), "met");
}

#[test]
fn a_score_from_marks() {
    let requirement = json!({"measure": {"count": {"of": "evaluation", "where": {"score_total": {"at_most": 80}}}}, "target": {"at_least": 1}});
    let package = json!({"id": "p", "obligations": [{"id": "G-1", "measure": requirement["measure"], "target": requirement["target"]}]});
    let mut contract = contract();
    contract["evaluation_weights"] = json!({"work": 60, "funds": 40});
    let lo = |marks: Value| {
        let evaluation = entry("evaluation", "e", "2024-05-01", json!({"stage": "final", "marks": marks}));
        let judged = evaluate(&package, &contract, &[evaluation], "2024-12-31", false)["G-1"].clone();
        (judged.lo, judged.hi)
    };
    let (zero, one) = (parse_decimal("0"), parse_decimal("1"));
    // 60 × 40 ÷ 50 + 40 × 80 ÷ 100 = 80 exactly.
    assert_eq!(lo(json!([{"aspect": "work", "mark": 40, "full": 50}, {"aspect": "funds", "mark": 80}])), (one, one));
    assert_eq!(
        lo(json!([{"aspect": "work", "mark": 40, "full": 50}, {"aspect": "funds", "mark": 80.1}])),
        (zero, zero)
    );
    assert_eq!(lo(json!([{"aspect": "work", "mark": 40, "full": 50}])), (zero, one));
}
