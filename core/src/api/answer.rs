//! The questions that ledgers answer, one function each.

use super::Misuse;
use super::input::{Input, text_of};
use super::package_answer::{DRAFT, IMPORT_DATE, KIND, TOUCHED, draft, kind, touched};
use super::question::{AS_OF, Choice, Either, LedgerAnswer, Question, may, question};
use crate::calendar::Calendar;
use crate::closing::Closing;
use crate::difference::Difference;
use crate::entries::Rejected;
use crate::evaluate::{Evaluation, RequirementAnswer};
use crate::explain::{self, Explanation};
use crate::finding::{Finding, Locale};
use crate::form::{Checked, Form, Touched};
use crate::integrity::Integrity;
use crate::json::{self, Borrowed};
use crate::ledger::Ledger;
use crate::lifecycle::Lifecycle;
use crate::portfolio::Portfolio;
use crate::remaining::{Remaining, RequirementRemaining};
use crate::schema::AnyEntry;
use crate::sensitivity::Sensitivity;
use crate::time::Date;
use crate::what_if::{Trial, WhatIf};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// Every question by its name, with its options and the type of its answer.
pub(crate) const QUESTIONS: &[Question<LedgerAnswer>] = &[
    question::<Findings, _>("check", &[AS_OF], |ledgers, input| {
        Ok(value(&Findings { findings: one(ledgers)?.check(input.date("as_of")?) }))
    }),
    question::<Either<Evaluation, RequirementAnswer>, _>("evaluate", &[AS_OF, REQUIREMENT], |ledgers, input| {
        evaluate(one(ledgers)?, input)
    }),
    question::<Closing, _>("closing", &[AS_OF], |ledgers, input| {
        Ok(value(&one(ledgers)?.closing(input.date("as_of")?)))
    }),
    question::<Lifecycle, _>("lifecycle", &[AS_OF], |ledgers, input| {
        Ok(value(&one(ledgers)?.lifecycle(input.date("as_of")?)))
    }),
    question::<Either<Either<Explanation, explain::Node>, RenderedText>, _>(
        "explain",
        &[AS_OF, REQUIREMENT, LOCALE, EXPLAIN_FORMAT],
        |ledgers, input| explain(one(ledgers)?, input),
    ),
    question::<Either<Remaining, RequirementRemaining>, _>("remaining", &[AS_OF, REQUIREMENT], |ledgers, input| {
        remaining(one(ledgers)?, input)
    }),
    question::<Either<Calendar, Ics>, _>(
        "calendar",
        &[AS_OF, FROM_DAY, TO_DAY, LOCALE, CALENDAR_FORMAT],
        |ledgers, input| calendar(one(ledgers)?, input),
    ),
    question::<Sensitivity, _>("sensitivity", &[AS_OF, READING], |ledgers, input| sensitivity(one(ledgers)?, input)),
    question::<Integrity, _>("integrity", &[AS_OF], |ledgers, input| {
        Ok(value(&Integrity::of(some(ledgers)?, input.date("as_of")?)))
    }),
    question::<Portfolio, _>("portfolio", &[AS_OF], |ledgers, input| {
        Ok(value(&Portfolio::of(some(ledgers)?, input.date("as_of")?)))
    }),
    question::<Difference, _>("diff", &[AS_OF_OTHER, FROM_OTHER, TO_OTHER], diff),
    question::<WhatIf, _>("what_if", &[AS_OF, ADD, REMOVE, REPLACE], |ledgers, input| what_if(one(ledgers)?, input)),
    question::<Form, _>("form", &[KIND], |ledgers, input| Ok(value(&one(ledgers)?.form(kind(input)?)))),
    question::<Checked, _>("check_draft", &[DRAFT, TOUCHED, AS_OF_KNOWN, IMPORT_DATE], |ledgers, input| {
        check_draft(one(ledgers)?, input)
    }),
    question::<Vec<AnyEntry>, _>("records", &[], |ledgers, _| Ok(records(one(ledgers)?))),
    question::<RejectedLines, _>("rejected", &[], |ledgers, _| {
        Ok(value(&RejectedLines { rejected: one(ledgers)?.rejected().cloned().collect() }))
    }),
];

const REQUIREMENT: Choice =
    may::<String>("requirement", "Id of a requirement or part: only what concerns this one is answered.");
const READING: Choice = may::<String>("reading", "Id of a reading: only this one is tried.");
const LOCALE: Choice = may::<Locale>("locale", "Language of rendered text; `zh-CN` when absent.");
const EXPLAIN_FORMAT: Choice =
    may::<String>("format", "`tree` (data, when absent), or the text rendered as `text`, `markdown` or `html`.");
const CALENDAR_FORMAT: Choice = may::<String>("format", "`rows` (data, when absent) or `ics` (iCalendar text).");
const FROM_DAY: Choice = may::<Date>("from", "First day of the span; the service's first day when absent.");
const TO_DAY: Choice = may::<Date>("to", "Last day of the span; open when absent.");
const AS_OF_KNOWN: Choice =
    may::<Date>("as_of", "The day at whose end the ledger is looked at; everything in it is known when absent.");

const AS_OF_OTHER: Choice = may::<Date>("as_of", "Between two ledgers: the day at whose end both stand.");
const FROM_OTHER: Choice = may::<Date>("from", "In one ledger: the earlier day.");
const TO_OTHER: Choice = may::<Date>("to", "In one ledger: the later day.");
const ADD: Choice = may::<Vec<AnyEntry>>("add", "Entries to add.");
const REMOVE: Choice = may::<Vec<String>>("remove", "Ids of entries to leave out.");
const REPLACE: Choice = may::<Vec<AnyEntry>>("replace", "Entries that take the place of those with their ids.");

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

/// Rendered text.
#[derive(Serialize, JsonSchema)]
struct RenderedText {
    /// The text.
    text: String,
}

/// A calendar for calendar programs.
#[derive(Serialize, JsonSchema)]
struct Ics {
    /// iCalendar text (RFC 5545).
    ics: String,
}

pub(super) fn of(ledgers: &[&Ledger], question: &str, input: &Input<'_>) -> Result<Value, Misuse> {
    let known =
        QUESTIONS.iter().find(|known| known.name == question).ok_or_else(|| Misuse::unknown_operation(question))?;
    (known.answer)(ledgers, input)
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
    part(input, "requirement", &evaluation, |id| evaluation.requirement(id))
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
        None => explanation.report(locale, &ledger.agenda(explanation.as_of, locale)),
        Some(node) => explanation.report_of(node, locale),
    };
    let text = |text| value(&RenderedText { text });
    Ok(match input.optional_text("format")?.unwrap_or("tree") {
        "tree" => node.map_or_else(|| value(&explanation), value),
        "text" => text(report().text()),
        "markdown" => text(report().markdown()),
        "html" => text(report().html()),
        _ => return Err(Misuse::invalid("format", "format: `tree`, `text`, `markdown` or `html`")),
    })
}

fn remaining(ledger: &Ledger, input: &Input<'_>) -> Result<Value, Misuse> {
    let remaining = ledger.remaining(input.date("as_of")?);
    part(input, "requirement", &remaining, |id| remaining.requirement(id))
}

fn calendar(ledger: &Ledger, input: &Input<'_>) -> Result<Value, Misuse> {
    let (from, to) = (input.optional_date("from")?, input.optional_date("to")?);
    let calendar = ledger.calendar(input.date("as_of")?, from, to);
    match input.optional_text("format")? {
        None | Some("rows") => Ok(value(&calendar)),
        Some("ics") => Ok(value(&Ics { ics: calendar.ics(input.locale()?) })),
        Some(_) => Err(Misuse::invalid("format", "format: `rows` or `ics`")),
    }
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
    let id = |node: &Borrowed<'_>| node.text().map(str::to_owned);
    let remove: Option<Vec<String>> = input.list("remove")?.iter().map(id).collect();
    let remove = remove.ok_or_else(|| Misuse::invalid("remove", "list of ids"))?;
    let trial = Trial { add: &add, remove: &remove, replace: &replace };
    Ok(value(&ledger.what_if(input.date("as_of")?, &trial)))
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

fn check_draft(ledger: &Ledger, input: &Input<'_>) -> Result<Value, Misuse> {
    let (draft, touched) = (draft(input)?, touched(input)?);
    let (as_of, import_date) = (input.optional_date("as_of")?, input.optional_date("import_date")?);
    Ok(value(&ledger.check_draft(draft, Touched(touched.as_deref()), as_of, import_date)))
}

/// The admitted entries as given, in the order of their ids.
fn records(ledger: &Ledger) -> Value {
    Value::Array(ledger.entries().iter().map(|entry| json::value_of(&entry.canonical())).collect())
}

/// The whole answer, or the part that the option `key` names.
fn part<'a, P: Serialize + 'a>(
    input: &Input<'_>,
    key: &str,
    whole: &impl Serialize,
    find: impl FnOnce(&str) -> Option<&'a P>,
) -> Result<Value, Misuse> {
    match input.optional_text(key)? {
        None => Ok(value(whole)),
        Some(id) => find(id).map(value).ok_or_else(|| Misuse::unknown(key, key, id)),
    }
}

pub(super) fn value(answer: &impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap_or(Value::Null)
}
