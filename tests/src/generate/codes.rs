//! The codes of the made-up district.

use serde_json::{Map, Value, json};

/// Every list with its codes, lowest rank first.
pub const LISTS: &[(&str, &[&str])] = &[
    ("place", &["east", "west", "hill"]),
    ("visit_mode", &["home", "site", "phone"]),
    ("visit_category", &["call", "follow_up"]),
    ("visit_part", &["needs", "policy", "advice"]),
    ("contact_mode", &["face", "phone"]),
    ("activity_category", &["training", "lecture", "fair"]),
    ("activity_theme", &["safety", "skills", "law"]),
    ("activity_stage", &["sowing", "harvest"]),
    ("count_method", &["sign_in", "estimate"]),
    ("participant_role", &["guest", "staff", "volunteer"]),
    ("supervision_mode", &["site", "online"]),
    ("supervision_part", &["problems", "advice"]),
    ("document_category", &["report", "brief", "dossier"]),
    ("document_part", &["plan", "record", "summary"]),
    ("survey_method", &["visit", "questionnaire"]),
    ("recipient", &["bureau", "street"]),
    ("publication_channel", &["media", "wechat"]),
    ("volunteer_system", &["national", "local"]),
    ("resource_category", &["charity", "fund"]),
    ("resource_form", &["cash", "goods"]),
    ("observation_category", &["sales", "harvest"]),
    ("survey_scope", &["users", "partners"]),
    ("satisfaction_answer", &["good", "poor"]),
    ("attestation_item", &["brand", "mobilisation"]),
    ("aspect", &["work", "funds"]),
    ("residence_basis", &["lives", "registered"]),
    ("person_category", &["left_behind", "in_difficulty"]),
    ("person_list", &["talent", "volunteer"]),
    ("household_list", &["helped", "poor"]),
    ("organisation_category", &["team", "club"]),
    ("organisation_status", &["incubated", "registered"]),
    ("member_role", &["leader", "member"]),
    ("certificate_level", &["assistant", "worker", "senior"]),
    ("education_level", &["college", "bachelor"]),
    ("major", &["social_work", "sociology", "law"]),
    ("project_status", &["planned", "implemented"]),
    ("outlet_level", &["district", "city", "national"]),
    ("site_category", &["plot", "centre"]),
    ("worker_role", &["social_worker", "volunteer"]),
    ("attachment_kind", &["photo", "invoice"]),
    ("signature_role", &["worker", "supervisor"]),
    ("signature_form", &["ink", "electronic"]),
    ("village_group", &["one", "two", "three"]),
];

/// The codes of a list.
#[must_use]
pub fn codes(list: &str) -> &'static [&'static str] {
    LISTS.iter().find(|(name, _)| *name == list).map_or(&[], |(_, codes)| codes)
}

/// Labels in both locales.
#[must_use]
pub fn labels(text: &str) -> Value {
    json!({"zh-CN": format!("甲 {text}"), "en": format!("Made-up {text}")})
}

/// The `codes` of a package.
#[must_use]
pub fn document() -> Value {
    let mut lists = Map::new();
    for (name, codes) in LISTS {
        let mut items = Vec::new();
        for (rank, code) in codes.iter().enumerate() {
            items.push(json!({"code": code, "labels": labels(code), "rank": rank + 1}));
        }
        lists.insert((*name).to_owned(), Value::Array(items));
    }
    Value::Object(lists)
}
