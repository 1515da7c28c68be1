use super::*;
use crate::entry::Retraction;
use crate::finding::Locale;
use crate::json::{self, LIMITS};
use crate::kind::Type;
use crate::package::model::{Attribute, CodeEntry, Labels};

/// A package `p` with a few codes of every list that the tests use.
pub(crate) fn plan() -> Plan {
    let mut plan = Plan { id: "p".into(), ..Plan::default() };
    for (list, codes) in [
        ("visit_mode", &["home", "phone"][..]),
        ("visit_category", &["outreach"]),
        ("worker_role", &["social_worker", "volunteer"]),
        ("activity_category", &["community_activity"]),
        ("participant_role", &["participant", "staff", "volunteer"]),
        ("survey_scope", &["residents"]),
        ("satisfaction_answer", &["good", "poor"]),
        ("aspect", &["management"]),
        ("document_category", &["report"]),
    ] {
        let entries =
            codes.iter().map(|code| CodeEntry { code: (*code).into(), labels: Labels::default(), rank: None });
        plan.codes.lists.insert(list.into(), entries.collect());
    }
    plan.attributes.push(Attribute {
        id: "village_group".into(),
        on: kind::find("person").unwrap(),
        ty: Type::Whole,
        list: "".into(),
        to: Vec::new(),
        labels: Labels::default(),
    });
    plan
}

fn read_text(text: &str) -> (Option<Entry>, Vec<Finding>) {
    read_on(text, Date::parse("2024-06-30"))
}

fn read_on(text: &str, import_date: Option<Date>) -> (Option<Entry>, Vec<Finding>) {
    let (node, plan) = (json::parse_borrowed(text.as_bytes(), LIMITS).unwrap(), plan());
    let mut reader = Reader::of_one(&plan);
    let (is_sound, findings) = reader.read(&node, import_date);
    let entry = reader.take().next();
    assert_eq!(entry.is_some(), is_sound);
    (entry, findings)
}

/// Reads an entry of package `p`, dated 2024-05-01, with these further fields.
fn of(kind: &str, more: &str) -> (Option<Entry>, Vec<Finding>) {
    let comma = if more.is_empty() { "" } else { "," };
    read_text(&format!(r#"{{"kind":"{kind}","id":"x1","package":"p","date":"2024-05-01"{comma}{more}}}"#))
}

fn visit(more: &str) -> (Option<Entry>, Vec<Finding>) {
    of("visit", &format!(r#""mode":"home","category":"outreach",{more}"#))
}

/// Code and place of each finding.
fn brief(findings: &[Finding]) -> Vec<(&'static str, &str)> {
    findings.iter().map(|finding| (finding.code.as_str(), finding.path.as_str())).collect()
}

#[track_caller]
fn rejected(read: (Option<Entry>, Vec<Finding>), expected: &[(&str, &str)]) {
    assert_eq!(brief(&read.1), expected);
    assert!(read.0.is_none());
}

#[track_caller]
fn admitted(read: (Option<Entry>, Vec<Finding>), expected: &[(&str, &str)]) -> Entry {
    assert_eq!(brief(&read.1), expected);
    read.0.unwrap()
}

#[test]
fn a_sound_visit_is_read_with_all_its_values() {
    let entry = admitted(
        visit(
            r#""recorded_at":"2024-05-02","subjects":[{"person":"a"},{"name":"王小明"}],"start":"09:30","minutes":45.0,"note":null,"cost":12.50"#,
        ),
        &[],
    );
    assert_eq!((entry.kind().name, entry.id()), ("visit", "x1"));
    assert_eq!(entry.visible_from(), Date::parse("2024-05-02").unwrap());
    assert_eq!(entry.get("minutes"), Some(Value::Whole(45)));
    assert_eq!(entry.get("start"), Some(Value::Time(570)));
    assert_eq!(entry.get("cost"), Some(Value::Amount("12.5".parse().unwrap())));
    assert_eq!(entry.get("note"), None);
    assert!(matches!(entry.get("subjects"), Some(Value::Items(items)) if items.len() == 2));
}

#[test]
fn the_import_supplies_the_day_of_entry() {
    let entry = admitted(of("spot_check", ""), &[]);
    assert_eq!(entry.recorded_at(), Date::parse("2024-06-30").unwrap());
    assert_eq!(entry.get("recorded_at"), Some(Value::Date(entry.recorded_at())));
    rejected(read_on(r#"{"kind":"project","id":"j"}"#, None), &[("recorded_at_missing", "/recorded_at")]);
}

#[test]
fn a_line_must_be_an_object_of_a_known_kind() {
    rejected(read_text("[]"), &[("wrong_type", "")]);
    rejected(read_text("{}"), &[("missing_field", "/kind")]);
    rejected(read_text(r#"{"kind":1}"#), &[("wrong_type", "/kind")]);
    rejected(read_text(r#"{"kind":"visits"}"#), &[("unknown_kind", "/kind")]);
}

#[test]
fn all_troubles_of_a_line_come_at_once() {
    rejected(
        read_text(
            r#"{"kind":"visit","id":"v","date":"2024-02-30","mode":"fly","minutes":"x","a/b~c":1,"workers":[{"role":7},2]}"#,
        ),
        &[
            ("invalid_date", "/date"),
            ("unknown_code", "/mode"),
            ("wrong_type", "/minutes"),
            ("unknown_field", "/a~1b~0c"),
            ("wrong_type", "/workers/0/role"),
            ("wrong_type", "/workers/1"),
            ("missing_field", "/package"),
            ("missing_field", "/category"),
        ],
    );
    // Every finding names the entry.
    let (_, findings) = visit(r#""minutes":-1"#);
    assert_eq!(findings[0].records, ["x1"]);
}

#[test]
fn null_is_absent_where_a_field_is_optional_and_missing_elsewhere() {
    admitted(visit(r#""content":null"#), &[]);
    rejected(of("case", r#""client":null"#), &[("missing_field", "/client")]);
}

#[test]
fn numbers_are_exact_bounded_and_not_below_zero() {
    for (number, code) in [
        ("-1", "below_zero"),
        ("1.5", "not_whole"),
        ("9007199254740993", "invalid_number"),
        ("1e400", "invalid_number"),
        ("1000000000001", "invalid_number"),
    ] {
        rejected(visit(&format!(r#""minutes":{number}"#)), &[(code, "/minutes")]);
    }
    for number in ["0", "-0", "1.0", "1e3", "1000000000000"] {
        admitted(visit(&format!(r#""minutes":{number}"#)), &[]);
    }
    rejected(visit(r#""cost":0.00001"#), &[("invalid_number", "/cost")]);
    rejected(visit(r#""cost":999999999999.9999"#), &[("too_many_digits", "/cost")]);
    admitted(visit(r#""cost":99999999999.9999"#), &[]);
    let entry = admitted(visit(r#""cost":-0.0"#), &[]);
    assert_eq!(entry.get("cost"), Some(Value::Amount("0".parse().unwrap())));
}

#[test]
fn texts_ids_times_and_periods_keep_their_forms() {
    rejected(visit(r#""content":"""#), &[("text_empty", "/content")]);
    admitted(visit(&format!(r#""content":"{}""#, "字".repeat(20_000))), &[]);
    rejected(visit(&format!(r#""content":"{}""#, "字".repeat(20_001))), &[("text_too_long", "/content")]);
    admitted(visit(&format!(r#""site":"{}""#, "字".repeat(128))), &[]);
    for id in ["".to_owned(), "字".repeat(129), "a\\u0007".to_owned(), "a\\u0085".to_owned()] {
        rejected(visit(&format!(r#""site":"{id}""#)), &[("invalid_id", "/site")]);
    }
    for time in ["9:30", "24:00", "09:60", "0930", "+9:30", "09:3０"] {
        rejected(visit(&format!(r#""start":"{time}""#)), &[("invalid_time", "/start")]);
    }
    let document = |period: &str| of("document", &format!(r#""category":"report","period":"{period}""#));
    rejected(document("2024-13"), &[("invalid_period", "/period")]);
    rejected(document("2024-W54"), &[("invalid_period", "/period")]);
    admitted(document("2024-W07"), &[]);
    let born = |date: &str| read_text(&format!(r#"{{"kind":"person","id":"a","birth_date":"{date}"}}"#));
    admitted(born("1944-05"), &[]);
    rejected(born("1944-5"), &[("invalid_partial_date", "/birth_date")]);
}

#[test]
fn codes_come_from_the_package_and_some_from_the_core() {
    admitted(of("self_evaluation", r#""stage":"midterm""#), &[]);
    rejected(of("self_evaluation", r#""stage":"half-way""#), &[("unknown_code", "/stage")]);
    rejected(of("register_declaration", r#""register":"visit","complete":true"#), &[("unknown_code", "/register")]);
    // A list that the package does not declare has no codes.
    rejected(visit(r#""place":"anywhere""#), &[("unknown_code", "/place")]);
}

#[test]
fn attributes_are_those_declared_for_the_kind() {
    let person = |given: &str| read_text(&format!(r#"{{"kind":"person","id":"a","attributes":{given}}}"#));
    let entry = admitted(person(r#"{"village_group":3}"#), &[]);
    assert!(entry.attributes().iter().eq([("village_group", Value::Whole(3))]));
    admitted(person(r#"{"village_group":null}"#), &[]);
    admitted(person("null"), &[]);
    rejected(person("[]"), &[("wrong_type", "/attributes")]);
    rejected(person(r#"{"village_group":"three"}"#), &[("wrong_type", "/attributes/village_group")]);
    rejected(person(r#"{"height":170}"#), &[("unknown_attribute", "/attributes/height")]);
    rejected(visit(r#""attributes":{"village_group":3}"#), &[("unknown_attribute", "/attributes/village_group")]);
    rejected(of("spot_check", r#""attributes":{}"#), &[("unknown_field", "/attributes")]);
}

#[test]
fn an_entry_belongs_to_the_package_and_its_days_are_in_order() {
    rejected(
        read_text(r#"{"kind":"termination","id":"t","package":"q","date":"2024-05-01"}"#),
        &[("wrong_package", "/package")],
    );
    admitted(visit(r#""recorded_at":"2024-04-30""#), &[("recorded_before_date", "/recorded_at")]);
    rejected(visit(r#""end":"2024-04-30""#), &[("interval_reversed", "/end")]);
    admitted(visit(r#""end":"2024-05-01""#), &[]);
    rejected(of("case", r#""client":"a","closed":"2024-04-30""#), &[("interval_reversed", "/closed")]);
    rejected(
        read_text(
            r#"{"kind":"staff","id":"s","from":"2024-02-01","to":"2024-01-01","postings":[{"package":"p","full_time":true,"from":"2024-02-01","to":"2024-01-31"}]}"#,
        ),
        &[("interval_reversed", "/to"), ("interval_reversed", "/postings/0/to")],
    );
    admitted(of("attendance", r#""worker":"s","from":"22:00","to":"06:00""#), &[("interval_reversed", "/to")]);
}

#[test]
fn corrections_say_one_thing_about_another_entry() {
    let entry = admitted(of("withdrawal", r#""voids":"v9","reason":"重复""#), &[]);
    assert_eq!(entry.retracts(), Some(Retraction { target: "v9", replaces: false }));
    rejected(of("withdrawal", ""), &[("missing_field", "/voids"), ("missing_field", "/reason")]);
    rejected(visit(r#""supersedes":"x1""#), &[("retracts_itself", "/supersedes")]);
    rejected(visit(r#""supersedes":"v1","voids":"v2""#), &[("voids_and_supersedes", "/voids")]);
}

#[test]
fn survey_counts_agree_and_are_given_once() {
    let survey = |more: &str| of("satisfaction_survey", &format!(r#""scope":"residents",{more}"#));
    admitted(survey(r#""sent":30,"valid":28,"satisfied":28"#), &[]);
    rejected(
        survey(r#""sent":30,"valid":31,"satisfied":32"#),
        &[("survey_counts_disagree", "/valid"), ("survey_counts_disagree", "/satisfied")],
    );
    let answers = r#""answers":[{"answer":"good","count":20},{"answer":"poor","count":5}]"#;
    admitted(survey(&format!(r#""sent":25,{answers}"#)), &[]);
    rejected(survey(&format!(r#""sent":24,{answers}"#)), &[("survey_counts_disagree", "/answers")]);
    rejected(survey(&format!(r#""valid":25,{answers}"#)), &[("survey_counted_twice", "/answers")]);
}

#[test]
fn evaluations_waivers_and_make_ups_say_what_they_are_about() {
    let evaluation = |more: &str| of("evaluation", &format!(r#""stage":"final"{more}"#));
    admitted(evaluation(""), &[("evaluation_empty", "")]);
    admitted(evaluation(r#","verdict":"qualified""#), &[]);
    admitted(evaluation(r#","score":850"#), &[("score_above_hundred", "/score")]);
    rejected(
        evaluation(r#","marks":[{"aspect":"management","mark":31,"full":30}]"#),
        &[("mark_above_full", "/marks/0/mark")],
    );
    rejected(of("waiver", r#""approved_by":"民政局""#), &[("waiver_of_nothing", "")]);
    rejected(
        of("make_up", r#""requirement":"r","window":"2024-05","approved_by":"民政局""#),
        &[("missing_field", "/records")],
    );
}

#[test]
fn a_list_with_roles_governs_the_headcount() {
    let activity = |more: &str| of("activity", &format!(r#""category":"community_activity",{more}"#));
    let list = r#""participants":[{"role":"participant","person":"p-1"},{"name":"李四"},{"name":"李四"},
        {"person":"p-1"},{"role":"participant"},{"role":"staff","person":"p-2"},{"role":"volunteer","person":"p-3"}]"#;
    let entry = admitted(activity(&format!(r#""headcount":40,{list}"#)), &[("headcount_from_list", "/headcount")]);
    assert_eq!(entry.get("headcount"), Some(Value::Whole(2)));
    admitted(activity(&format!(r#""headcount":2,{list}"#)), &[]);
    assert_eq!(admitted(activity(list), &[]).get("headcount"), Some(Value::Whole(2)));
    let entry = admitted(activity(r#""headcount":40,"participants":[{"name":"李四"}]"#), &[]);
    assert_eq!(entry.get("headcount"), Some(Value::Whole(40)));
}

#[test]
fn messages_keep_personal_values_to_themselves() {
    assert_eq!(crate::entry::mask("王小明"), "王**");
    assert_eq!(crate::entry::mask(""), "");
    assert_eq!(crate::entry::mask(&"长".repeat(500)), "长*******");
    assert_eq!(shown("510214194405017890", true), "5*******");
    let (_, findings) = visit(r#""subjects":[{"name":"王小明","person":5}],"content":"""#);
    for finding in findings {
        assert!(Locale::ALL.iter().all(|locale| !finding.message(*locale).contains("小明")));
    }
}
