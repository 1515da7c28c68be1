//! The questions, one function each.

use super::Misuse;
use super::input::Input;
use crate::integrity::Integrity;
use crate::ledger::Ledger;
use crate::portfolio::Portfolio;
use serde::Serialize;
use serde_json::{Value, json};

type Answer = fn(&[&Ledger], &Input<'_>) -> Result<Value, Misuse>;

/// Every question by its name.
pub(super) const QUESTIONS: &[(&str, Answer)] = &[
    ("check", |ledgers, input| Ok(json!({"findings": one(ledgers)?.check(input.date("as_of")?)}))),
    ("evaluate", |ledgers, input| evaluate(one(ledgers)?, input)),
    ("closing", |ledgers, input| Ok(value(&one(ledgers)?.closing(input.date("as_of")?)))),
    ("lifecycle", |ledgers, input| Ok(value(&one(ledgers)?.lifecycle(input.date("as_of")?)))),
    ("sensitivity", |ledgers, input| sensitivity(one(ledgers)?, input)),
    ("integrity", |ledgers, input| Ok(value(&Integrity::of(some(ledgers)?, input.date("as_of")?)))),
    ("portfolio", |ledgers, input| Ok(value(&Portfolio::of(some(ledgers)?, input.date("as_of")?)))),
    ("records", |ledgers, _| Ok(records(one(ledgers)?))),
    ("rejected", |ledgers, _| Ok(json!({"rejected": one(ledgers)?.rejected().collect::<Vec<_>>()}))),
];

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

/// The ledgers of a question about any number; about none nothing can be said.
fn some<'a, 'l>(ledgers: &'a [&'l Ledger]) -> Result<&'a [&'l Ledger], Misuse> {
    if ledgers.is_empty() { Err(Misuse::invalid("ledgers", "list of at least one ledger")) } else { Ok(ledgers) }
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

/// The admitted entries as given, in the order of their ids.
fn records(ledger: &Ledger) -> Value {
    let entries = ledger.entries().iter();
    // Canonical text of an admitted entry is JSON by construction.
    Value::Array(entries.filter_map(|entry| serde_json::from_str(&entry.canonical()).ok()).collect())
}

pub(super) fn value(answer: &impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap_or(Value::Null)
}
