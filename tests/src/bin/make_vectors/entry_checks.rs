//! What the kinds themselves ask of an entry, on the district's package 2, through `admit`.

use crate::Book;
use crate::build::*;
use crate::relations::finding;
use serde_json::{Value, json};

/// One entry; `found` are its findings, without positions.
fn admit(book: &mut Book, name: &str, entry: Value, admitted: bool, found: Vec<Value>, how: &str) {
    let select = ["code", "severity", "path", "params", "records"].map(|key| format!("findings.findings.{key}"));
    let select = [vec!["admitted".to_owned()], select.to_vec()].concat();
    let id = entry["id"].clone();
    let input =
        json!({"package": package_id(2), "contract": contract(&package_id(2)), "entries": [entry], "select": select});
    let findings = if found.is_empty() { json!([]) } else { json!([{"findings": found}]) };
    let admitted = if admitted { json!([id]) } else { json!([]) };
    book.add(format!("admission/{name}"), "admit", input, json!({"admitted": admitted, "findings": findings}), how);
}

pub(crate) fn fill(book: &mut Book) {
    surveys(book);
    marks(book);
    headcounts(book);
}

fn surveys(book: &mut Book) {
    let mut s = |name: &str, more: Value, found: Option<Value>, how: &str| {
        let survey = with(json!({"scope": "service_users"}), more);
        let entry = of(2).on("satisfaction_survey", "ss-1", "2025-03-10", survey);
        admit(book, name, entry, found.is_none(), found.into_iter().collect(), how);
    };
    let disagree = |path: &str, part: &str, whole: &str| {
        Some(finding("survey_counts_disagree", "error", path, json!({"part": part, "whole": whole}), &["ss-1"]))
    };
    s("survey-all-satisfied", json!({"sent": 50, "valid": 50, "satisfied": 50}), None, "50 ≤ 50 ≤ 50");
    s(
        "survey-satisfied-above-valid",
        json!({"sent": 60, "valid": 50, "satisfied": 51}),
        disagree("/satisfied", "51", "50"),
        "51 satisfied of 50 valid answers cannot be",
    );
    s(
        "survey-valid-above-sent",
        json!({"sent": 49, "valid": 50, "satisfied": 40}),
        disagree("/valid", "50", "49"),
        "50 valid answers to 49 forms cannot be",
    );
    s(
        "survey-satisfied-above-sent",
        json!({"sent": 49, "satisfied": 50}),
        disagree("/satisfied", "50", "49"),
        "without `valid` the satisfied may still not outnumber the forms; the record is rejected, so no rule is asked",
    );
    let answers =
        |satisfied: u32| json!([{"answer": "satisfied", "count": satisfied}, {"answer": "neutral", "count": 10}]);
    s("survey-answers-as-sent", json!({"sent": 50, "answers": answers(40)}), None, "40 + 10 = 50 ≤ 50");
    s(
        "survey-answers-above-sent",
        json!({"sent": 50, "answers": answers(41)}),
        disagree("/answers", "51", "50"),
        "41 + 10 = 51 answers to 50 forms cannot be",
    );
    s(
        "survey-counted-twice",
        json!({"valid": 50, "satisfied": 40, "answers": answers(40)}),
        Some(finding("survey_counted_twice", "error", "/answers", json!({}), &["ss-1"])),
        "counts and answers would both feed X-2; one of them has to go",
    );
}

fn marks(book: &mut Book) {
    let mut m = |name: &str, mark: Value, found: Option<Value>, how: &str| {
        let marks = json!({"marks": [with(json!({"aspect": "professional"}), mark)]});
        let entry = of(2).evaluation("e-1", "2024-09-15", "midterm", marks);
        admit(book, name, entry, found.is_none(), found.into_iter().collect(), how);
    };
    let above = |mark: &str, full: &str| {
        Some(finding("mark_above_full", "error", "/marks/0/mark", json!({"mark": mark, "full": full}), &["e-1"]))
    };
    m("mark-is-full", json!({"mark": 40, "full": 40}), None, "40 of 40");
    m("mark-just-above-full", json!({"mark": 40.1, "full": 40}), above("40.1", "40"), "40.1 > 40");
    m("mark-above-a-hundred", json!({"mark": 101}), above("101", "100"), "without `full` a mark is out of 100");
}

fn headcounts(book: &mut Book) {
    let entry = |heads: u32, roles: &[Option<&str>]| {
        let participants: Vec<Value> = roles
            .iter()
            .zip(1..)
            .map(|(role, i)| with(json!({"person": format!("p-{i}")}), json!({"role": role})))
            .collect();
        let more = json!({"category": "community_activity", "place": "dongjinhua", "workers": worker(), "headcount": heads, "participants": participants});
        of(2).on("activity", "a-1", "2024-05-06", more)
    };
    let governed = |stated: &str, counted: &str| {
        vec![finding(
            "headcount_from_list",
            "note",
            "/headcount",
            json!({"stated": stated, "counted": counted}),
            &["a-1"],
        )]
    };
    let roles = [Some("participant"), None, Some("staff"), Some("volunteer")];
    admit(
        book,
        "headcount-from-list",
        entry(4, &roles),
        true,
        governed("4", "2"),
        "C31: the list with roles governs, without staff and volunteers: p-1 and p-2",
    );
    admit(book, "headcount-as-listed", entry(2, &roles), true, vec![], "stated as the list says, nothing to note");
    admit(
        book,
        "headcount-list-without-roles",
        entry(50, &[None, None]),
        true,
        vec![],
        "C31 speaks of lists with roles; one without any may be an excerpt, the headcount stands",
    );
}
