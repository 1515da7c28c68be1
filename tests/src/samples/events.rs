//! What happens to a contract: checks, evaluations, acceptance; and the usual slips of a ledger.

use super::book::{Book, PROVIDER, PURCHASER};
use super::calendar::{Day, day, plus};
use serde_json::{Value, json};

/// The result of an evaluation.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Result {
    /// A score out of 100.
    Score(u32),
    /// Marks by aspect, with the full marks.
    Marks([f64; 4], [f64; 4]),
}

/// A number, whole when it is.
fn plain(number: f64) -> Value {
    let tenths = (number * 10.0).round();
    if tenths % 10.0 == 0.0 { json!((tenths / 10.0) as i64) } else { json!(number) }
}

/// The provider's own evaluation, and a week later the purchaser's.
pub(crate) fn evaluate(book: &mut Book, stage: &str, on: &str, result: Result) {
    let on = day(on);
    let own = on.checked_sub_days(chrono::Days::new(7)).unwrap_or(on);
    let files = book.files(&["summary"]);
    let entry = book.event("self_evaluation", own).with("by", PROVIDER).with("stage", stage).with("attachments", files);
    book.happen(entry);
    let files = book.files(&["other"]);
    let entry = book.event("evaluation", on).with("stage", stage).with("evaluator", "样例评估专家组");
    let entry = match result {
        Result::Score(score) => entry.with("score", score),
        Result::Marks(marks, full) => {
            let aspects = ["professional", "effect", "management", "funds"];
            let marks: Vec<Value> = (0..4)
                .map(|at| json!({"aspect": aspects[at], "mark": plain(marks[at]), "full": plain(full[at])}))
                .collect();
            entry.with("marks", marks)
        }
    };
    book.happen(entry.with("attachments", files));
}

/// The third party's verdict and the acceptance, both good.
pub(crate) fn accept(book: &mut Book, third_party: &str, acceptance: &str) {
    let files = book.files(&["other"]);
    let entry = book
        .event("evaluation", day(third_party))
        .with("stage", "third_party")
        .with("verdict", "qualified")
        .with("evaluator", "样例第三方评估机构")
        .with("attachments", files);
    book.happen(entry);
    let files = book.files(&["other"]);
    let entry = book.event("acceptance", day(acceptance)).with("passed", true).with("attachments", files);
    book.happen(entry);
}

/// Spot checks in which all was as agreed.
pub(crate) fn spot_checks(book: &mut Book, days: &[&str]) {
    for on in days {
        let files = book.files(&["photo"]);
        let entry = book.event("spot_check", day(on)).with("consistent", true).with("attachments", files);
        book.happen(entry);
    }
}

/// A spot check that finds something, the order, a reminder and the cure.
pub(crate) fn cured_order(book: &mut Book, found: &str, issue: &str) {
    let found = day(found);
    let entry = book.event("spot_check", found).with("consistent", false).with("issue", issue);
    book.happen(entry);
    let entry =
        book.event("rectification_order", plus(found, 3)).with("issue", issue).with("due", plus(found, 24).to_string());
    book.happen(entry);
    let entry = book.event("reminder", plus(found, 14)).with("issue", issue);
    book.happen(entry);
    let files = book.files(&["photo", "summary"]);
    let entry = book.event("rectified", plus(found, 21)).with("issue", issue).with("attachments", files);
    book.happen(entry);
}

/// The register is said to be complete.
pub(crate) fn complete(book: &mut Book, register: &str) {
    let on = plus(book.start, 20);
    let entry =
        book.event("register_declaration", on).with("by", PURCHASER).with("register", register).with("complete", true);
    book.happen(entry);
}

/// Takes a record back.
pub(crate) fn withdraw(book: &mut Book, id: &str, on: Day, reason: &str) {
    let entry = book.event("withdrawal", on).with("by", "样例社工甲").with("voids", id).with("reason", reason);
    book.happen(entry);
}

/// A survey with counts by answer, from 非常满意 down.
pub(crate) fn survey_answers(book: &mut Book, on: Day, scope: &str, counts: [u32; 5]) {
    let words = ["very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"];
    let answers: Vec<Value> =
        words.iter().zip(counts).map(|(answer, count)| json!({"answer": answer, "count": count})).collect();
    let sent = counts.iter().sum::<u32>() + 12;
    let files = book.files(&["record_form", "summary"]);
    let entry = book
        .record("satisfaction_survey", on)
        .with("scope", scope)
        .with("sent", sent)
        .with("answers", answers)
        .with("attachments", files);
    book.keep(entry);
}

/// A survey with its sums alone.
pub(crate) fn survey_sums(book: &mut Book, on: Day, scope: &str, sent: u32, valid: u32, satisfied: u32) {
    let files = book.files(&["record_form", "summary"]);
    let entry = book
        .record("satisfaction_survey", on)
        .with("scope", scope)
        .with("sent", sent)
        .with("valid", valid)
        .with("satisfied", satisfied)
        .with("attachments", files);
    book.keep(entry);
}
