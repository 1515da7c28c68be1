//! Random conditions, typed by the collection they are judged on.

use super::codes::codes;
use super::random::Random;
use serde_json::{Value, json};

/// What a leaf may ask.
#[derive(Clone, Copy, Debug)]
enum Leaf {
    Code(&'static str, &'static str),
    Rank(&'static str, &'static str),
    Number(&'static str, u64),
    Age(&'static str),
    OwnAge,
    Date(&'static str, &'static str),
    Flag(&'static str),
    Exists(&'static str),
    Size(&'static str),
    All(&'static str, &'static str),
    Some(&'static str, &'static str),
    Every(&'static str, &'static str),
    Where(&'static str, &'static str),
    Use(&'static str, &'static str),
}

use Leaf::{Age, All, Code, Date, Every, Exists, Flag, Number, OwnAge, Rank, Size, Some as Any, Use, Where};

const RECORD: &[Leaf] = &[
    Code("place", "place"),
    Exists("place"),
    Size("workers"),
    Any("workers", "workers"),
    Every("workers", "workers"),
    Exists("site"),
    Where("site", "site"),
    Number("cost", 100),
    Exists("end"),
    Size("signature_persons"),
    Any("attachments", "attachments"),
];

/// The leaves of a collection; records also have those all records have.
fn leaves(of: &str) -> Vec<Leaf> {
    let own: &[Leaf] = match of {
        "visit" => &[
            Code("mode", "visit_mode"),
            Code("category", "visit_category"),
            Number("minutes", 60),
            All("parts", "visit_part"),
            Size("parts"),
            Size("subjects"),
            Any("subjects", "visit.subjects"),
            Exists("content"),
        ],
        "visit.subjects" => &[
            Age("person.age"),
            Code("visit.mode", "visit_mode"),
            Any("person.categories", "person.categories"),
            Code("home.place", "place"),
            Exists("person"),
            Code("person.village_group", "village_group"),
            Where("organisation", "organisation"),
            Use("home", "helped"),
        ],
        "case" => {
            &[Age("client.age"), Flag("consent"), Exists("closed"), Date("closed", "date"), Where("client", "person")]
        }
        "case_contact" => {
            &[Code("mode", "contact_mode"), Number("minutes", 60), Age("case.client.age"), Flag("case.consent")]
        }
        "group" => &[Exists("title"), Size("members"), Number("planned_sessions", 4)],
        "group_session" => {
            &[Number("minutes", 60), Size("present"), Number("session", 4), Number("group.planned_sessions", 4)]
        }
        "activity" => &[
            Code("category", "activity_category"),
            Code("theme", "activity_theme"),
            Number("headcount", 30),
            Code("counted_by", "count_method"),
            Size("participants"),
            Any("participants", "activity.participants"),
            Code("organisation.status", "organisation_status"),
            Code("stage", "activity_stage"),
        ],
        "activity.participants" => &[
            Code("role", "participant_role"),
            Code("activity.category", "activity_category"),
            Age("person.age"),
            Exists("person"),
        ],
        "supervision" => &[Code("mode", "supervision_mode"), All("parts", "supervision_part"), Size("supervisees")],
        "document" => &[
            Code("category", "document_category"),
            Number("copies", 5),
            All("parts", "document_part"),
            All("methods", "survey_method"),
            Size("items"),
            Code("submitted_to", "recipient"),
            Exists("case"),
            Date("submitted_on", "date"),
            Date("version_date", "submitted_on"),
        ],
        "document.parts" => &[Code("value", "document_part"), Code("document.category", "document_category")],
        "publication" => &[
            Code("channel", "publication_channel"),
            Rank("outlet.level", "outlet_level"),
            Code("outlet.level", "outlet_level"),
            Exists("url"),
            Flag("outlet.official"),
        ],
        "volunteer_project" => &[Code("system", "volunteer_system"), Exists("external_id"), Size("hours")],
        "volunteer_project.hours" => {
            &[Number("hours", 6), Code("volunteer_project.system", "volunteer_system"), Age("person.age")]
        }
        "observation" => &[Code("category", "observation_category"), Number("gross", 500), Number("net", 300)],
        "satisfaction_survey" => &[Code("scope", "survey_scope"), Number("valid", 20)],
        "attestation" => &[Code("item", "attestation_item"), Size("items")],
        "resource" => &[Code("category", "resource_category"), Code("form", "resource_form"), Number("value", 100)],
        "fee_complaint" => return vec![Flag("upheld"), Exists("by")],
        "spot_check" => return vec![Flag("consistent"), Exists("issue")],
        "rectification_order" => return vec![Exists("due"), Code("stage", "stage")],
        "evaluation" => return vec![Number("score_total", 80), Code("stage", "stage")],
        "person" => {
            return vec![
                OwnAge,
                Any("categories", "person.categories"),
                Any("lists", "person.lists"),
                Code("household.place", "place"),
                Code("village_group", "village_group"),
                Any("residences", "person.residences"),
                Exists("birth_date"),
                Every("categories", "person.categories"),
            ];
        }
        "person.categories" => return vec![Code("category", "person_category")],
        "person.lists" => return vec![Code("list", "person_list")],
        "person.residences" => {
            return vec![Code("place", "place"), Code("basis", "residence_basis")];
        }
        "household" => {
            return vec![Code("place", "place"), Any("lists", "household.lists"), Use("", "helped")];
        }
        "household.lists" => return vec![Code("list", "household_list")],
        "organisation" => {
            return vec![
                Code("status", "organisation_status"),
                Code("category", "organisation_category"),
                Size("members"),
                Any("members", "organisation.members"),
            ];
        }
        "organisation.members" => {
            return vec![Flag("core"), Code("role", "member_role"), Exists("person")];
        }
        "staff" => {
            return vec![
                Any("certificates", "staff.certificates"),
                Any("education", "staff.education"),
                Use("", "qualified"),
            ];
        }
        "staff.certificates" => {
            return vec![Rank("level", "certificate_level"), Code("level", "certificate_level")];
        }
        "staff.education" => return vec![Rank("level", "education_level"), Code("major", "major")],
        "staff.postings" => {
            return vec![Flag("full_time"), Code("place", "place"), Use("staff", "qualified")];
        }
        "project" => return vec![Code("status", "project_status")],
        "outlet" => return vec![Rank("level", "outlet_level"), Flag("official")],
        "site" => {
            return vec![Code("category", "site_category"), Code("place", "place"), Number("area_mu", 4)];
        }
        "workers" => {
            return vec![Code("role", "worker_role"), Use("staff", "qualified"), Exists("staff")];
        }
        "attachments" => return vec![Code("kind", "attachment_kind")],
        _ => &[],
    };
    let mut all = own.to_vec();
    if !of.contains('.') {
        all.extend_from_slice(RECORD);
    }
    all
}

/// A condition on a collection.
#[must_use]
pub fn condition(random: &mut Random, of: &str, depth: u32) -> Value {
    let all = leaves(of);
    let shape = if depth == 0 { 0 } else { random.below(10) };
    match shape {
        7 => json!({"any": [condition(random, of, depth - 1), condition(random, of, depth - 1)]}),
        8 => json!({"not": condition(random, of, depth - 1)}),
        9 => json!({"all": [condition(random, of, depth - 1), condition(random, of, depth - 1)]}),
        _ => {
            let mut result = json!({});
            for _ in 0..random.from_to(1, 2) {
                let chosen = random.pick(&all);
                add(random, &mut result, chosen, depth);
            }
            result
        }
    }
}

fn add(random: &mut Random, result: &mut Value, leaf: Leaf, depth: u32) {
    let inner = depth.saturating_sub(1);
    // Drawn aside, so that what came later into the format leaves the other draws as they were.
    let mut aside = Random::new(random.clone().bits());
    let (path, operators) = match leaf {
        Code(path, list) => (path, code(random, list)),
        Rank(path, list) => (path, json!({"at_or_above": random.text(codes(list))})),
        Number(path, most) => (path, number(random, most)),
        Age(path) => (path, number(random, 80)),
        OwnAge => {
            let mut operators = number(random, 80);
            operators["on"] = json!(random.text(&["service_end", "as_of"]));
            if aside.chance(30) {
                operators["on"] = json!("service_start");
            }
            ("age", operators)
        }
        Date(path, other) => {
            let operator = random.text(&["at_least", "at_most", "more_than", "less_than"]);
            let operand = match random.below(4) {
                0 => json!("2024-09-01"),
                1 => json!(random.text(&["$service_start", "$service_end", "$midterm_date"])),
                _ => json!({"field": other}),
            };
            let operand = if aside.chance(30) { json!("$as_of") } else { operand };
            (path, json!({operator: operand}))
        }
        Flag(path) => (path, json!({"is": random.chance(50)})),
        Exists(path) => (path, json!({"exists": random.chance(75)})),
        Size(path) => {
            let mut size =
                json!({random.text(&["at_least", "at_most", "more_than", "less_than"]): random.from_to(1, 2)});
            let items = match path {
                "participants" => Some(("activity.participants", "person")),
                "subjects" => Some(("visit.subjects", "home")),
                "workers" => Some(("workers", "staff")),
                _ => None,
            };
            let operators = match items.filter(|_| aside.chance(50)) {
                None => json!({"size": size}),
                Some((of, field)) => {
                    size["of"] = json!(field);
                    if aside.chance(50) {
                        size["where"] = condition(&mut aside, of, inner);
                    }
                    json!({"distinct": size})
                }
            };
            (path, operators)
        }
        All(path, list) => (path, json!({"contains_all": random.some(codes(list))})),
        Any(path, of) => (path, json!({"some": condition(random, of, inner)})),
        Every(path, of) => (path, json!({"every": condition(random, of, inner)})),
        Where(path, of) => (path, json!({"where": condition(random, of, inner)})),
        Use("", name) => ("use", json!(name)),
        Use(path, name) => (path, json!({"use": name})),
    };
    result[path] = operators;
}

fn code(random: &mut Random, list: &str) -> Value {
    if list == "stage" {
        return json!({"is": random.text(&["midterm", "final"])});
    }
    if list == "place" && random.chance(40) {
        return json!({"is": "$place"});
    }
    if list == "volunteer_system" && random.chance(50) {
        return json!({"in": "$volunteer_systems"});
    }
    if list == "major" && random.chance(50) {
        return json!({"in": "$related_majors"});
    }
    if random.chance(60) { json!({"is": random.text(codes(list))}) } else { json!({"in": random.some(codes(list))}) }
}

fn number(random: &mut Random, most: u64) -> Value {
    let operator = random.text(&["at_least", "at_most", "more_than", "less_than", "is"]);
    json!({operator: random.from_to(1, most)})
}
