//! The questions, one function each.

use super::Misuse;
use super::input::Input;
use super::question::{AS_OF, Choice, Either, Question, may, question};
use crate::closing::Closing;
use crate::entries::Rejected;
use crate::evaluate::{Evaluation, RequirementAnswer};
use crate::finding::Finding;
use crate::ledger::Ledger;
use crate::lifecycle::Lifecycle;
use crate::schema::AnyEntry;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// Every question by its name, with its options and the type of its answer.
pub(crate) const QUESTIONS: &[Question] = &[
    question::<Findings>("check", &[AS_OF], |ledgers, input| {
        Ok(value(&Findings { findings: one(ledgers)?.check(input.date("as_of")?) }))
    }),
    question::<Either<Evaluation, RequirementAnswer>>("evaluate", &[AS_OF, REQUIREMENT], |ledgers, input| {
        evaluate(one(ledgers)?, input)
    }),
    question::<Closing>("closing", &[AS_OF], |ledgers, input| Ok(value(&one(ledgers)?.closing(input.date("as_of")?)))),
    question::<Lifecycle>("lifecycle", &[AS_OF], |ledgers, input| {
        Ok(value(&one(ledgers)?.lifecycle(input.date("as_of")?)))
    }),
    question::<Vec<AnyEntry>>("records", &[], |ledgers, _| Ok(records(one(ledgers)?))),
    question::<RejectedLines>("rejected", &[], |ledgers, _| {
        Ok(value(&RejectedLines { rejected: one(ledgers)?.rejected().cloned().collect() }))
    }),
];

const REQUIREMENT: Choice =
    may::<String>("requirement", "Id of a requirement or part: only where this one stands is answered.");

/// What was found.
#[derive(Serialize, JsonSchema)]
struct Findings {
    /// The findings, in order.
    findings: Vec<Finding>,
}

/// The lines that were not admitted.
#[derive(Serialize, JsonSchema)]
struct RejectedLines {
    /// By source and line.
    rejected: Vec<Rejected>,
}

pub(super) fn of(ledgers: &[&Ledger], question: &str, input: &Input<'_>) -> Result<Value, Misuse> {
    let known = QUESTIONS.iter().find(|known| known.name == question);
    let known = known.ok_or_else(|| Misuse::unknown_operation(question))?;
    (known.answer)(ledgers, input)
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

/// The admitted entries as given, in the order of their ids.
fn records(ledger: &Ledger) -> Value {
    let entries = ledger.entries().iter();
    // Canonical text of an admitted entry is JSON by construction.
    Value::Array(entries.filter_map(|entry| serde_json::from_str(&entry.canonical()).ok()).collect())
}

pub(super) fn value(answer: &impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap_or(Value::Null)
}
