//! The façade in JSON: text in, canonical text out, the same bytes in every language.
//!
//! Bindings keep handles ([`Package`], [`Contract`](crate::Contract),
//! [`Ledger`]) and put questions to them with [`ask`]; the shared vectors say everything in
//! one text and are carried out by [`run`], which opens the handles and asks the same way.
//! Rust services call the methods of the handles directly.

mod answer;
mod input;
mod misuse;
mod open;
mod package_answer;
mod question;
mod select;

pub(crate) use answer::QUESTIONS;
pub use misuse::Misuse;
pub(crate) use package_answer::PACKAGE_QUESTIONS;
#[cfg(feature = "answer-schemas")]
pub(crate) use question::Question;

use crate::form::Checked;
use crate::json::{self, Limits, Tree};
use crate::ledger::Ledger;
use crate::spec::Package;
use serde_json::json;

/// Requests carry whole ledgers, so they may be larger than one document.
const REQUEST: Limits = Limits { bytes: 256 << 20, depth: 80 };

/// Puts a question to one ledger, or to several at once.
///
/// `options` is a JSON object; every question knows `select`, a list of dotted paths that
/// keeps only these parts of the answer. [`questions`] lists what can be asked.
///
/// # Errors
/// Only misuse: no such question, options that are missing or of the wrong type.
///
/// ```
/// # use jiexiang::{Contract, Ledger, Package};
/// # let package = Package::load(r#"{"format": "1", "id": "demo", "version": "1",
/// #     "source": {"title": "t", "issuer": "i"}, "labels": {"zh-CN": "样例", "en": "demo"}, "place": "village",
/// #     "codes": {"place": [{"code": "village", "labels": {"zh-CN": "村", "en": "village"}}]},
/// #     "indicators": [{"id": "1", "clause": "1", "labels": {"zh-CN": "宣讲", "en": "Talks"}, "requirements": [
/// #         {"id": "talks", "labels": {"zh-CN": "宣讲", "en": "Talks"},
/// #          "measure": {"count": {"of": "activity"}}, "target": {"at_least": 1, "unit": "场"}}]}]}"#.as_bytes(), &[]).unwrap();
/// # let contract = Contract::load(br#"{"id": "c", "package": "demo", "version": "1",
/// #     "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15"}"#).unwrap();
/// let ledger = Ledger::new(&[package], contract).unwrap();
/// let answer = jiexiang::api::ask(&[&ledger], "closing", r#"{"as_of": "2025-03-20", "select": ["decision"]}"#);
/// assert_eq!(answer.unwrap(), r#"{"decision":"closable"}"#);
/// assert!(jiexiang::api::ask(&[&ledger], "closing", "{}").is_err());
/// ```
pub fn ask(ledgers: &[&Ledger], question: &str, options: &str) -> Result<String, Misuse> {
    let options = json::parse_borrowed(options.as_bytes(), REQUEST).map_err(|error| Misuse::no_json(&error))?;
    let answer = answer::of(ledgers, question, &input::Input(&options))?;
    Ok(json::value_text(&select::by(&options, answer)))
}

/// Puts a question to a package that no contract has been made for.
///
/// [`package_questions`] lists what can be asked: what a form needs, and what the package says.
///
/// # Errors
/// Only misuse: no such question, options that are missing or of the wrong type.
///
/// ```
/// # let package = jiexiang::Package::load(r#"{"format": "1", "id": "demo", "version": "1",
/// #     "source": {"title": "t", "issuer": "i"}, "labels": {"zh-CN": "样例", "en": "demo"}, "place": "village",
/// #     "codes": {"place": [{"code": "village", "labels": {"zh-CN": "村", "en": "village"}}]}}"#.as_bytes(), &[]).unwrap();
/// let options = r#"{"draft": {"kind": "visit", "date": "2024-02-30"}, "touched": ["/date"], "select": ["findings.code", "findings.fields"]}"#;
/// let answer = jiexiang::api::ask_package(&package, "check_draft", options);
/// assert_eq!(answer.unwrap(), r#"{"findings":[{"code":"invalid_date","fields":["/date"]}]}"#);
/// ```
pub fn ask_package(package: &Package, question: &str, options: &str) -> Result<String, Misuse> {
    let options = json::parse_borrowed(options.as_bytes(), REQUEST).map_err(|error| Misuse::no_json(&error))?;
    let answer = package_answer::of(package, question, &input::Input(&options))?;
    Ok(json::value_text(&select::by(&options, answer)))
}

/// The answer of [`ask_package`] to `check_draft` as it is, for callers who need no text when nothing is found.
///
/// # Errors
/// As [`ask_package`].
///
/// ```
/// # let package = jiexiang::Package::load(r#"{"format": "1", "id": "demo", "version": "1",
/// #     "source": {"title": "t", "issuer": "i"}, "labels": {"zh-CN": "样例", "en": "demo"}, "place": "village",
/// #     "codes": {"place": [{"code": "village", "labels": {"zh-CN": "村", "en": "village"}}]}}"#.as_bytes(), &[]).unwrap();
/// let options = r#"{"draft": {"kind": "visit", "date": "2024-02-30"}, "touched": ["/date"]}"#;
/// let checked = jiexiang::api::check_draft(&package, options).unwrap();
/// assert!(!checked.is_sound());
/// assert_eq!(Ok(checked.canonical()), jiexiang::api::ask_package(&package, "check_draft", options));
/// ```
pub fn check_draft(package: &Package, options: &str) -> Result<Checked, Misuse> {
    let options = json::parse_borrowed(options.as_bytes(), REQUEST).map_err(|error| Misuse::no_json(&error))?;
    package_answer::check_draft(package, &input::Input(&options))
}

/// The names of all questions that [`ask_package`] answers.
pub fn package_questions() -> impl Iterator<Item = &'static str> {
    PACKAGE_QUESTIONS.iter().map(|question| question.name)
}

/// The names of all questions that [`ask`] answers.
pub fn questions() -> impl Iterator<Item = &'static str> {
    QUESTIONS.iter().map(|question| question.name)
}

/// Carries out one request `{"op": …, "input": {…}}` and answers in canonical JSON.
///
/// `op` is a question of [`ask`], or one of `lint`, `contract`, `admit`, `render`, `periods`,
/// `extend`. For a question `input` holds `package` (a built-in id or a document, with
/// `includes`), `contract` and `entries` or `lines`, or a list `ledgers` of such objects,
/// beside the options. Without `contract` it is put to the package alone ([`ask_package`]). A request that cannot be carried out is answered by
/// `{"error": {"code", "path", "message"}}` or, when documents are at fault, by their
/// `findings`; nothing panics.
///
/// ```
/// let answer = jiexiang::api::run(r#"{"op": "extend", "input":
///     {"start": "2024-03-15", "end": "2025-01-31", "months": 1, "month_end": "same_day"}}"#);
/// assert_eq!(answer, r#"{"end":"2025-02-28"}"#);
/// ```
#[must_use]
pub fn run(request: &str) -> String {
    run_with(request, &[])
}

/// The same, with documents that `package` may name and include, by id; built-in packages come after them.
///
/// Callers without the feature `builtin` bring the packages of their district this way.
#[must_use]
pub fn run_with(request: &str, documents: &[(&str, &[u8])]) -> String {
    carried_out(request, |op, input| open::carry_out(op, input, documents))
}

/// Carries out a request that needs neither contract nor entries, as [`run_with`] does: `lint`,
/// `render`, and the questions of [`ask_package`].
///
/// A program that calls nothing else is spared the code that judges ledgers, which is half of all.
///
/// ```
/// let request = r#"{"op": "render", "input": {"code": "missing_field", "params": {"field": "date"}, "locale": "en"}}"#;
/// assert_eq!(jiexiang::api::run_package(request, &[]), jiexiang::api::run(request));
/// ```
#[must_use]
pub fn run_package(request: &str, documents: &[(&str, &[u8])]) -> String {
    carried_out(request, |op, input| open::of_package(op, input, documents))
}

fn carried_out(
    request: &str,
    carry_out: impl FnOnce(&str, &input::Input<'_>) -> Result<serde_json::Value, Misuse>,
) -> String {
    let answer = json::parse_borrowed(request.as_bytes(), REQUEST).map_err(|error| Misuse::no_json(&error));
    let answer = answer.and_then(|request| {
        let op = request.get("op").and_then(Tree::text).ok_or_else(|| Misuse::missing("op"))?;
        let options = request.get("input").ok_or_else(|| Misuse::missing("input"))?;
        Ok(select::by(options, carry_out(op, &input::Input(options))?))
    });
    json::value_text(&answer.unwrap_or_else(|misuse| json!({"error": misuse})))
}
