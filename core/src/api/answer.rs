//! The questions, one function each.

use super::Misuse;
use super::input::Input;
use crate::form::Touched;
use crate::json::Node;
use crate::kind::{self, KindInfo};
use crate::ledger::Ledger;
use crate::spec::Package;
use serde::Serialize;
use serde_json::{Value, json};

type Answer = fn(&[&Ledger], &Input<'_>) -> Result<Value, Misuse>;

/// Every question by its name.
pub(super) const QUESTIONS: &[(&str, Answer)] = &[
    ("check", |ledgers, input| Ok(json!({"findings": one(ledgers)?.check(input.date("as_of")?)}))),
    ("evaluate", |ledgers, input| evaluate(one(ledgers)?, input)),
    ("closing", |ledgers, input| Ok(value(&one(ledgers)?.closing(input.date("as_of")?)))),
    ("lifecycle", |ledgers, input| Ok(value(&one(ledgers)?.lifecycle(input.date("as_of")?)))),
    ("form", |ledgers, input| Ok(value(&one(ledgers)?.form(kind(input)?)))),
    ("check_draft", |ledgers, input| check_draft(one(ledgers)?, input)),
    ("sensitivity", |ledgers, input| sensitivity(one(ledgers)?, input)),
    ("remaining", |ledgers, input| remaining(one(ledgers)?, input)),
    ("calendar", |ledgers, input| calendar(one(ledgers)?, input)),
    ("records", |ledgers, _| Ok(records(one(ledgers)?))),
    ("rejected", |ledgers, _| Ok(json!({"rejected": one(ledgers)?.rejected().collect::<Vec<_>>()}))),
];

type PackageAnswer = fn(&Package, &Input<'_>) -> Result<Value, Misuse>;

/// Every question that needs no contract, by its name.
pub(super) const PACKAGE_QUESTIONS: &[(&str, PackageAnswer)] = &[
    ("describe", |package, _| Ok(value(&package.describe()))),
    ("kinds", |package, _| Ok(json!({"kinds": package.kinds()}))),
    ("form", |package, input| Ok(value(&package.form(kind(input)?)))),
    ("check_draft", |package, input| {
        let (draft, touched) = (draft(input)?, touched(input)?);
        Ok(value(&package.check_draft(draft, Touched(touched.as_deref()), input.optional_date("import_date")?)))
    }),
];

pub(super) fn of_package(package: &Package, question: &str, input: &Input<'_>) -> Result<Value, Misuse> {
    let (_, answer) = PACKAGE_QUESTIONS
        .iter()
        .find(|(name, _)| *name == question)
        .ok_or_else(|| Misuse::unknown_operation(question))?;
    answer(package, input)
}

fn check_draft(ledger: &Ledger, input: &Input<'_>) -> Result<Value, Misuse> {
    let (draft, touched) = (draft(input)?, touched(input)?);
    let (as_of, import_date) = (input.optional_date("as_of")?, input.optional_date("import_date")?);
    Ok(value(&ledger.check_draft(draft, Touched(touched.as_deref()), as_of, import_date)))
}

fn kind(input: &Input<'_>) -> Result<&'static KindInfo, Misuse> {
    let name = input.text("kind")?;
    kind::find(name).ok_or_else(|| Misuse::unknown("kind", "kind", name))
}

fn draft<'a>(input: &Input<'a>) -> Result<&'a Node, Misuse> {
    input.given("draft").ok_or_else(|| Misuse::missing("draft"))
}

/// The touched fields; none given: all.
fn touched<'a>(input: &Input<'a>) -> Result<Option<Vec<&'a str>>, Misuse> {
    if input.given("touched").is_none() {
        return Ok(None);
    }
    let invalid = || Misuse::invalid("touched", "list of JSON pointers");
    input.list("touched")?.iter().map(|node| node.text().ok_or_else(invalid)).collect::<Result<_, _>>().map(Some)
}

pub(super) fn of(ledgers: &[&Ledger], question: &str, input: &Input<'_>) -> Result<Value, Misuse> {
    let (_, answer) =
        QUESTIONS.iter().find(|(name, _)| *name == question).ok_or_else(|| Misuse::unknown_operation(question))?;
    answer(ledgers, input)
}

/// The ledger of a question about one.
fn one<'l>(ledgers: &[&'l Ledger]) -> Result<&'l Ledger, Misuse> {
    match ledgers {
        [ledger] => Ok(ledger),
        _ => Err(Misuse::invalid("ledgers", "list of exactly one ledger")),
    }
}

fn evaluate(ledger: &Ledger, input: &Input<'_>) -> Result<Value, Misuse> {
    let evaluation = ledger.evaluate(input.date("as_of")?);
    match input.optional_text("requirement")? {
        None => Ok(value(&evaluation)),
        Some(id) => evaluation
            .requirement(id)
            .map(|answer| value(&answer))
            .ok_or_else(|| Misuse::unknown("requirement", "requirement", id)),
    }
}

fn sensitivity(ledger: &Ledger, input: &Input<'_>) -> Result<Value, Misuse> {
    let as_of = input.date("as_of")?;
    match input.optional_text("reading")? {
        None => Ok(value(&ledger.sensitivity(as_of))),
        Some(id) => ledger
            .sensitivity_to(id, as_of)
            .map(|answer| value(&answer))
            .ok_or_else(|| Misuse::unknown("reading", "reading", id)),
    }
}

fn remaining(ledger: &Ledger, input: &Input<'_>) -> Result<Value, Misuse> {
    let remaining = ledger.remaining(input.date("as_of")?);
    match input.optional_text("requirement")? {
        None => Ok(value(&remaining)),
        Some(id) => remaining
            .requirement(id)
            .map(|answer| value(&answer))
            .ok_or_else(|| Misuse::unknown("requirement", "requirement", id)),
    }
}

fn calendar(ledger: &Ledger, input: &Input<'_>) -> Result<Value, Misuse> {
    let (from, to) = (input.optional_date("from")?, input.optional_date("to")?);
    let calendar = ledger.calendar(input.date("as_of")?, from, to);
    match input.optional_text("format")? {
        None | Some("rows") => Ok(value(&calendar)),
        Some("ics") => Ok(json!({"ics": calendar.ics(input.locale()?)})),
        Some(_) => Err(Misuse::invalid("format", "format: `rows` or `ics`")),
    }
}

/// The admitted entries as given, in the order of their ids.
fn records(ledger: &Ledger) -> Value {
    let entries = ledger.entries().iter();
    // Canonical text of an admitted entry is JSON by construction.
    Value::Array(entries.filter_map(|entry| serde_json::from_str(&entry.canonical()).ok()).collect())
}

pub(super) fn value(answer: &impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap_or(Value::Null)
}
