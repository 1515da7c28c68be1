//! FORMAT section 2 as tables: families, references and code lists of the fields.

/// The registers.
pub const REGISTERS: [&str; 7] = ["person", "household", "organisation", "staff", "project", "outlet", "site"];

/// Whether a kind is a register.
#[must_use]
pub fn is_register(kind: &str) -> bool {
    REGISTERS.contains(&kind)
}

/// The kinds a field refers to; `path` is `field` or `list.field`, for a list of
/// plain references the list's name. Empty when the field is no reference.
#[must_use]
pub fn reference(kind: &str, path: &str) -> Vec<String> {
    let kinds: &[&str] = match (kind, path) {
        ("visit", "subjects.person") => &["person"],
        ("visit", "subjects.household" | "subjects.home") => &["household"],
        ("visit", "subjects.organisation") => &["organisation"],
        ("case", "client") => &["person"],
        ("case_contact" | "document", "case") => &["case"],
        ("group", "members") => &["person"],
        ("group_session", "group") => &["group"],
        ("group_session", "present") => &["person"],
        ("activity", "organisation") => &["organisation"],
        ("activity", "participants.person") => &["person"],
        ("supervision", "supervisees") => &["organisation"],
        ("document", "projects") => &["project"],
        ("publication", "outlet") => &["outlet"],
        ("volunteer_project", "hours.person") => &["person"],
        ("observation", "subject") => &["site", "household", "person"],
        ("attendance", "worker") => &["staff"],
        ("person" | "site", "household") => &["household"],
        ("organisation", "members.person") => &["person"],
        ("staff", "person") => &["person"],
        (k, "site") if !is_register(k) => &["site"],
        (k, "workers.staff") if !is_register(k) => &["staff"],
        (k, "workers.person") if !is_register(k) => &["person"],
        (k, "signatures.person" | "signature_persons") if !is_register(k) => &["person"],
        _ => &[],
    };
    kinds.iter().map(|k| (*k).to_owned()).collect()
}

/// Every reference path of a kind, for a link whose `by` is left out.
#[must_use]
pub fn reference_paths(kind: &str) -> Vec<String> {
    let all = [
        "subjects.person",
        "subjects.household",
        "subjects.organisation",
        "client",
        "case",
        "members",
        "members.person",
        "group",
        "present",
        "organisation",
        "participants.person",
        "supervisees",
        "projects",
        "outlet",
        "hours.person",
        "subject",
        "worker",
        "household",
        "person",
        "site",
        "workers.staff",
        "workers.person",
        "signatures.person",
    ];
    let mut found = Vec::new();
    for path in all {
        if !reference(kind, path).is_empty() {
            found.push(path.to_owned());
        }
    }
    found
}

/// The code list of a field, where `at_or_above` needs its ranks.
#[must_use]
pub fn code_list(kind: &str, path: &str) -> Option<&'static str> {
    Some(match (kind, path) {
        ("visit", "mode") => "visit_mode",
        ("visit", "category") => "visit_category",
        ("visit", "parts") => "visit_part",
        ("case_contact", "mode") => "contact_mode",
        ("activity", "category") => "activity_category",
        ("activity", "theme") => "activity_theme",
        ("activity", "stage") => "activity_stage",
        ("activity", "counted_by") => "count_method",
        ("activity", "participants.role") => "participant_role",
        ("supervision", "mode") => "supervision_mode",
        ("supervision", "parts") => "supervision_part",
        ("document", "category") => "document_category",
        ("document", "parts") => "document_part",
        ("document", "methods") => "survey_method",
        ("document", "submitted_to") => "recipient",
        ("publication", "channel") => "publication_channel",
        ("volunteer_project", "system") => "volunteer_system",
        ("resource", "category") => "resource_category",
        ("resource", "form") => "resource_form",
        ("observation", "category") => "observation_category",
        ("satisfaction_survey", "scope") => "survey_scope",
        ("satisfaction_survey", "answers.answer") => "satisfaction_answer",
        ("attestation", "item") => "attestation_item",
        ("evaluation", "marks.aspect") => "aspect",
        ("person", "residences.basis") => "residence_basis",
        ("person", "categories.category") => "person_category",
        ("person", "lists.list") => "person_list",
        ("household", "lists.list") => "household_list",
        ("organisation", "category") => "organisation_category",
        ("organisation", "status") => "organisation_status",
        ("organisation", "members.role") => "member_role",
        ("staff", "certificates.level") => "certificate_level",
        ("staff", "education.level") => "education_level",
        ("staff", "education.major") => "major",
        ("project", "status") => "project_status",
        ("outlet", "level") => "outlet_level",
        ("site", "category") => "site_category",
        (_, "workers.role") => "worker_role",
        (_, "attachments.kind") => "attachment_kind",
        (_, "signatures.role") => "signature_role",
        (_, "signatures.form") => "signature_form",
        (_, "place" | "residences.place" | "postings.place") => "place",
        _ => return None,
    })
}
