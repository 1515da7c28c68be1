//! The proposed work, done: its records meet the requirement, and one record less does not.
//!
//! What cannot be built from a work item's conditions is counted by its reason, and the
//! reasons are a closed list: a new one fails the test.

use crate::Tried;
use jiexiang::Ledger;
use jiexiang::evaluate::{Evaluation, Outcome, RequirementAnswer};
use jiexiang::remaining::{Action, RequirementRemaining, WorkItem};
use jiexiang::time::Date;
use jiexiang_conformance::synthesise::{Built, Synthesis};
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
    "a rule excludes the alternative that was built",
];

/// The outcome after everything is over.
fn outcome(ledger: &Ledger, id: &str, entries: &[Value], day: Date) -> (Outcome, Vec<String>, Vec<String>, String) {
    let mut with = ledger.clone();
    let mut refused = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let findings = with.add("work", at + 1, entry.to_string().as_bytes(), None);
        refused.extend(
            findings
                .iter()
                .filter(|f| f.severity <= jiexiang::finding::Severity::Defect)
                .map(|f| f.code.as_str().to_owned()),
        );
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
    (answer.outcome, reasons.collect(), refused, seen)
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
    todo: &RequirementRemaining,
    now: &RequirementAnswer,
    tried: &mut Tried,
    what: &str,
) {
    let mut built: Vec<Built> = Vec::new();
    for (at, item) in todo.work.iter().enumerate() {
        match Synthesis::new(ledger, at + 1).build(item) {
            Ok(entries) => built.push(entries),
            Err(reason) => {
                assert!(REASONS.iter().any(|known| reason.starts_with(known)), "a reason that is not listed: {reason}");
                *tried.left_out.entry(reason).or_default() += 1;
                return;
            }
        }
    }
    let registers = || built.iter().flat_map(|built| built.registers.iter().cloned());
    let records = || built.iter().flat_map(|built| built.records.iter().flatten().cloned());
    let all: Vec<Value> = registers().chain(records()).collect();
    let dates = records().filter_map(|record| Date::parse(record["date"].as_str()?)).max();
    let (_, service_end) = (ledger.contract().service_start, service_end(ledger));
    let day = dates.map_or(service_end, |date| date.max(service_end)).plus_days(1);
    let (reached, reasons, refused, seen) = outcome(ledger, &todo.requirement, &all, day);
    // What comes into force, or ends, by itself changes the task.
    let covers = todo.work.iter().any(|item| item.action == Action::Cover);
    let later = drifts(ledger, now, covers, day);
    if reached != Outcome::Met && later {
        *tried.left_out.entry("what stands now changes by itself".to_owned()).or_default() += 1;
        return;
    }
    if reached != Outcome::Met {
        // Who is entered because a record names them may be one more that is owed something.
        if seen.contains("([\"syn-") {
            *tried.left_out.entry("a reference enters a new member".to_owned()).or_default() += 1;
            return;
        }
        // Of alternatives the first one is built, and a rule behind a reference may exclude it.
        let chosen = todo.work.iter().any(|item| item.conditions.iter().any(|condition| condition.test == "any"));
        if chosen && reasons.iter().any(|reason| reason == "condition_failed") {
            *tried.left_out.entry("a rule excludes the alternative that was built".to_owned()).or_default() += 1;
            return;
        }
        tried.failures.push(format!(
            "{what} {}: {reached:?} after the proposed work\n{:#?}\n{}\n{reasons:?} refused {refused:?} {seen}",
            todo.requirement,
            todo.work,
            serde_json::to_string_pretty(&all).unwrap_or_default()
        ));
        return;
    }
    tried.met += 1;
    // Records that others refer to may serve another part.
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
        let (reached, ..) = outcome(ledger, &todo.requirement, &less, day);
        if reached == Outcome::Met {
            tried.failures.push(format!("{what} {}: met with one record less\n{:#?}", todo.requirement, todo.work));
        }
        tried.one_less += 1;
    }
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

fn service_end(ledger: &Ledger) -> Date {
    let events = ledger.entries().iter().filter(|entry| entry.kind.name == "extension");
    let ends = events.filter_map(|event| event.get("new_end").and_then(jiexiang::entry::Value::date));
    ends.fold(ledger.contract().service_end, Date::max)
}
