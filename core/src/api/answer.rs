//! The questions, one function each.

use super::Misuse;
use super::input::{Input, text_of};
use crate::ledger::Ledger;
use crate::what_if::Trial;
use serde::Serialize;
use serde_json::{Value, json};

type Answer = fn(&[&Ledger], &Input<'_>) -> Result<Value, Misuse>;

/// Every question by its name.
pub(super) const QUESTIONS: &[(&str, Answer)] = &[
    ("check", |ledgers, input| Ok(json!({"findings": one(ledgers)?.check(input.date("as_of")?)}))),
    ("evaluate", |ledgers, input| evaluate(one(ledgers)?, input)),
    ("closing", |ledgers, input| Ok(value(&one(ledgers)?.closing(input.date("as_of")?)))),
    ("diff", diff),
    ("explain", |ledgers, input| explain(one(ledgers)?, input)),
    ("lifecycle", |ledgers, input| Ok(value(&one(ledgers)?.lifecycle(input.date("as_of")?)))),
    ("records", |ledgers, _| Ok(records(one(ledgers)?))),
    ("what_if", |ledgers, input| what_if(one(ledgers)?, input)),
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

/// The tree, of everything or of one node, as data or rendered for readers.
fn explain(ledger: &Ledger, input: &Input<'_>) -> Result<Value, Misuse> {
    let locale = input.locale()?;
    let explanation = ledger.explain(input.date("as_of")?);
    let id = input.optional_text("requirement")?;
    let node = match id {
        None => None,
        Some(id) => {
            Some(explanation.node(id).ok_or_else(|| Misuse::unknown("requirement", "requirement or other node", id))?)
        }
    };
    let report = || match node {
        None => explanation.report(locale, &[]),
        Some(node) => explanation.report_of(node, locale),
    };
    Ok(match input.optional_text("format")?.unwrap_or("tree") {
        "tree" => node.map_or_else(|| value(&explanation), value),
        "text" => json!({"text": report().text()}),
        "markdown" => json!({"text": report().markdown()}),
        "html" => json!({"text": report().html()}),
        _ => return Err(Misuse::invalid("format", "format: `tree`, `text`, `markdown` or `html`")),
    })
}

/// From one day to another in one ledger, or from one ledger to another on one day.
fn diff(ledgers: &[&Ledger], input: &Input<'_>) -> Result<Value, Misuse> {
    match ledgers {
        [ledger] => Ok(value(&ledger.diff(input.date("from")?, input.date("to")?))),
        [one, other] => Ok(value(&one.diff_with(other, input.date("as_of")?))),
        _ => Err(Misuse::invalid("ledgers", "list of one or two ledgers")),
    }
}

fn what_if(ledger: &Ledger, input: &Input<'_>) -> Result<Value, Misuse> {
    let texts = |key| Ok(input.list(key)?.iter().map(text_of).collect::<Vec<String>>());
    let (add, replace) = (texts("add")?, texts("replace")?);
    let id = |node: &crate::json::Node| node.text().map(str::to_owned);
    let remove: Option<Vec<String>> = input.list("remove")?.iter().map(id).collect();
    let remove = remove.ok_or_else(|| Misuse::invalid("remove", "list of ids"))?;
    let trial = Trial { add: &add, remove: &remove, replace: &replace };
    Ok(value(&ledger.what_if(input.date("as_of")?, &trial)))
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
