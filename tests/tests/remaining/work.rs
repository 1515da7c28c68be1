//! The proposed work, done: its records meet the requirement, and one record less does not.
//!
//! What cannot be built from a work item's conditions is counted by its reason, and the
//! reasons are a closed list: a new one fails the test.

use crate::Tried;
use crate::keeps::{Documents, keeps};
use jiexiang::Ledger;
use jiexiang::evaluate::{Evaluation, Outcome, RequirementAnswer};
use jiexiang::finding::Severity;
use jiexiang::package::model::{Body, Requirement};
use jiexiang::remaining::{Action, RequirementRemaining, WorkItem};
use jiexiang::time::Date;
use jiexiang_conformance::synthesise::{Built, Synthesis};
use serde::Serialize;
use serde_json::Value;

/// Why work is left out: what it is cannot be built from its conditions alone.
const REASONS: &[&str] = &[
    // Not a number of new records.
    "a quotient has a least amount",
    "bringing a number down is no record",
    "a member's own",
    "waits for something",
    "a new container must hold an amount",
    // References to what only the ledger knows.
    "a certain entry must be referred to",
    "a condition on a record behind a reference",
    "different values behind a reference",
    "an attribute that refers",
    "a reference to nothing",
    "a member that is an item",
    "no field for this kind of member",
    "the counted items name the member",
    "one reference for several",
    "equal values instead of a reference",
    "a container holds entries that do not name it",
    // Conditions that have no one answer.
    "a condition",
    "a comparison with another field",
    "an alternative",
    "no alternative",
    "no plain field",
    "a path through",
    "`",
    "ages that exclude each other",
    "sizes that exclude each other",
    "no more than so many different values",
    "less than nothing",
    "a number",
    "different values of",
    "the code is taken",
    "every code is taken",
    "every value is taken",
    "not enough plain values",
    "an amount that is no decimal",
    "a list governs its head count",
    "no plain field of an item",
    "placed by a period without a name",
    "no first day",
    // Built, and changed by more than the work.
    "what stands now changes by itself",
    "a reference enters a new member",
    "no record that keeps all that is asked was found",
];

/// How a requirement stands after some entries, when everything is over.
struct Done {
    day: Date,
    outcome: Outcome,
    /// Why entries that were built do not count.
    reasons: Vec<String>,
    /// Why entries that were built are not admitted.
    refused: Vec<String>,
    seen: String,
}

impl Done {
    fn new(ledger: &Ledger, todo: &RequirementRemaining, built: &[Built]) -> Self {
        let entries = everything(built);
        let last = entries.iter().filter_map(last_date).max();
        let end = service_end(ledger);
        // What can fall is settled only when the days of grace are over.
        let own = ledger.plan().requirements().find(|own| own.id.as_deref() == Some(&todo.requirement));
        let day = last.map_or(end, |day| day.max(end)).plus_days(1 + own.map_or(0, grace_days));
        judged(ledger, &todo.requirement, &entries, day)
    }
}

fn judged(ledger: &Ledger, id: &str, entries: &[Value], day: Date) -> Done {
    let mut with = ledger.clone();
    let mut refused = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let findings = with.add("work", at + 1, entry.to_string().as_bytes(), None);
        let against = findings.iter().filter(|finding| finding.severity <= Severity::Defect);
        refused.extend(against.map(|finding| finding.code.as_str().to_owned()));
    }
    let evaluation = Evaluation::new(with.plan(), with.contract(), with.entries().iter(), day, true);
    let answer = evaluation.requirement(id).expect("the same requirements are judged");
    let built = |id: &&String| id.starts_with("syn-");
    let reasons =
        answer.not_counted.iter().filter(|(id, _)| built(id)).map(|(_, finding)| finding.code.as_str().to_owned());
    let seen = format!(
        "missing {:?}, checks {:?}, range {:?}, cells {:?}",
        answer.missing,
        answer.checks,
        answer.range,
        answer.cells.iter().map(|c| (&c.members, &c.window, c.outcome, c.range, &c.missing)).collect::<Vec<_>>()
    );
    Done { day, outcome: answer.outcome, reasons: reasons.collect(), refused, seen }
}

/// What was built, what is referred to first.
fn everything(built: &[Built]) -> Vec<Value> {
    let registers = built.iter().flat_map(|built| built.registers.iter());
    registers.chain(built.iter().flat_map(|built| built.records.iter().flatten())).cloned().collect()
}

/// The last date of an entry or of what it holds, but for the ends of what lasts.
fn last_date(entry: &Value) -> Option<Date> {
    match entry {
        Value::Object(fields) => {
            let own = fields.get("date").and_then(|date| Date::parse(date.as_str()?));
            fields.values().filter_map(last_date).chain(own).max()
        }
        Value::Array(items) => items.iter().filter_map(last_date).max(),
        _ => None,
    }
}

/// Choices among alternatives that are tried, before it is given up to find a record.
const CHOICES: usize = 24;

/// For each item what keeps all that it asks for, if that is found.
fn faithful(
    ledger: &Ledger,
    documents: &Documents<'_>,
    todo: &RequirementRemaining,
    mut built: Vec<Built>,
    day: Date,
) -> Option<Vec<Built>> {
    for (at, item) in todo.work.iter().enumerate() {
        let found = (0..CHOICES).any(|choice| {
            let Ok(other) = Synthesis::new(ledger, at + 1).choosing(choice).build(item) else { return false };
            if let Some(place) = built.get_mut(at) {
                *place = other;
            }
            let all: Vec<&Built> = built.iter().collect();
            documents.with(ledger, &all, day).is_some_and(|world| keeps(&world, item, &built[at]))
        });
        if !found {
            return None;
        }
    }
    Some(built)
}

/// Windows or members of one measure: none of its records can serve another cell.
fn is_apart(work: &[WorkItem]) -> bool {
    let places: Vec<_> = work.iter().map(|item| (&item.window, &item.members, &item.containers)).collect();
    let first = work.first().map(|item| &item.requirement);
    let same = work.iter().all(|item| Some(&item.requirement) == first && item.shared == 0);
    same && (0..places.len()).all(|at| !places[..at].contains(&places[at])) && work.iter().all(|item| !item.jointly)
}

pub(crate) fn try_requirement(
    ledger: &Ledger,
    documents: Option<&Documents<'_>>,
    todo: &RequirementRemaining,
    now: &RequirementAnswer,
    tried: &mut Tried,
    what: &str,
) {
    let built: Result<Vec<Built>, String> =
        todo.work.iter().enumerate().map(|(at, item)| Synthesis::new(ledger, at + 1).build(item)).collect();
    let mut built = match built {
        Ok(built) => built,
        Err(reason) => {
            if !REASONS.iter().any(|known| reason.starts_with(known)) {
                tried.failures.push(format!("{what} a reason that is not listed: {reason}"));
            }
            tried.leave_out(reason);
            return;
        }
    };
    let mut done = Done::new(ledger, todo, &built);
    // What comes into force, or ends, by itself changes the task.
    let covers = todo.work.iter().any(|item| item.action == Action::Cover);
    let later = drifts(ledger, now, covers, done.day);
    if done.outcome != Outcome::Met && later {
        tried.leave_out("what stands now changes by itself".to_owned());
        return;
    }
    // Records that are not what the work asks for say nothing about it: others are tried.
    if let (false, Some(documents)) = (done.outcome == Outcome::Met, documents) {
        match faithful(ledger, documents, todo, built, done.day) {
            Some(found) => built = found,
            None => {
                tried.leave_out("no record that keeps all that is asked was found".to_owned());
                return;
            }
        }
        done = Done::new(ledger, todo, &built);
    }
    if done.outcome != Outcome::Met {
        // Who is entered because a record names them may be one more that is owed something.
        if done.seen.contains("([\"syn-") {
            tried.leave_out("a reference enters a new member".to_owned());
            return;
        }
        tried.failures.push(format!(
            "{what} {}: {:?} after the proposed work\n{}{}{:?} refused {:?} {}",
            todo.requirement,
            done.outcome,
            lines(&todo.work),
            lines(&everything(&built)),
            done.reasons,
            done.refused,
            done.seen
        ));
        return;
    }
    tried.met += 1;
    // Records that others refer to may serve another part.
    let registers = || built.iter().flat_map(|built| built.registers.iter().cloned());
    let referred = registers().any(|entry| entry["date"].is_string());
    if later
        || referred
        || !is_apart(&todo.work)
        || todo.work.iter().any(|item| item.action == Action::Open && item.inside.is_empty())
    {
        return;
    }
    // One record less, of each item in turn: the last record, or the last item of a list.
    for (at, item) in todo.work.iter().enumerate() {
        let mut less: Vec<Value> = registers().collect();
        for (other, built) in built.iter().enumerate() {
            let mut groups = built.records.clone();
            if other == at {
                let last = groups.last_mut().and_then(|group| group.last_mut());
                match (item.list, last) {
                    (Some(list), Some(record)) if item.n > 1 => drop(record[list].as_array_mut().and_then(Vec::pop)),
                    (_, Some(_)) => drop(groups.last_mut().and_then(Vec::pop)),
                    _ => {}
                }
            }
            less.extend(groups.into_iter().flatten());
        }
        if judged(ledger, &todo.requirement, &less, done.day).outcome == Outcome::Met {
            tried.failures.push(format!(
                "{what} {}: met with one record less\n{}{}",
                todo.requirement,
                lines(&todo.work),
                lines(&less)
            ));
        }
        tried.one_less += 1;
    }
}

/// One thing a line.
fn lines<T: Serialize>(things: &[T]) -> String {
    things.iter().map(|thing| format!("  {}\n", serde_json::to_string(thing).unwrap_or_default())).collect()
}

/// Whether what counts, is undetermined or is owed becomes another without any work.
fn drifts(ledger: &Ledger, now: &RequirementAnswer, covers: bool, day: Date) -> bool {
    let evaluation = Evaluation::new(ledger.plan(), ledger.contract(), ledger.entries().iter(), day, true);
    let then = evaluation.requirement(now.id.as_deref().unwrap_or_default()).expect("the same requirements are judged");
    let owed = |answer: &RequirementAnswer| -> Vec<_> {
        answer.cells.iter().map(|cell| (cell.members.clone(), cell.window.clone(), cell.owed)).collect()
    };
    // Gaps in coverage grow by themselves, and are what the work is for.
    let ranges = |answer: &RequirementAnswer| -> Vec<_> {
        let whole = answer.range.into_iter();
        whole.chain(answer.cells.iter().filter_map(|cell| cell.range)).filter(|_| !covers).collect()
    };
    let waits = now.range.is_some_and(|range| range.hi.is_none());
    now.counted != then.counted || owed(now) != owed(then) || !waits && ranges(now) != ranges(then)
}

/// The most days of grace in a requirement and its parts.
fn grace_days(requirement: &Requirement) -> i64 {
    let own = i64::from(requirement.window.grace_days);
    match &requirement.body {
        Body::All(parts) | Body::Any(parts) => parts.iter().map(grace_days).fold(own, i64::max),
        Body::Leaf(..) | Body::TextOnly => own,
    }
}

fn service_end(ledger: &Ledger) -> Date {
    let events = ledger.entries().iter().filter(|entry| entry.kind().name == "extension");
    let ends = events.filter_map(|event| event.get("new_end").and_then(jiexiang::entry::Value::date));
    ends.fold(ledger.contract().service_end, Date::max)
}
