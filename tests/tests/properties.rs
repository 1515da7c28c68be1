//! Properties of the evaluation over random packages, contracts and ledgers.
//!
//! The number of cases is set by `PROPTEST_CASES` (256 where nothing is said).

use jiexiang::evaluate::{CellAnswer, Evaluation, Mark, RequirementAnswer, Verdict};
use jiexiang::number::Exact;
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package, json};
use jiexiang_conformance::generate::{Case, cases};
use jiexiang_conformance::naive::{self, JudgedCell};
use num_rational::Ratio;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// An empty ledger for a case; its documents are sound by construction.
fn open(case: &Case) -> Ledger {
    let package = Package::load(case.package.to_string().as_bytes(), &[])
        .unwrap_or_else(|findings| panic!("seed {}: package refused: {findings:#?}\n{:#}", case.seed, case.package));
    let contract = Contract::load(case.contract.to_string().as_bytes())
        .unwrap_or_else(|findings| panic!("seed {}: contract refused: {findings:#?}\n{:#}", case.seed, case.contract));
    Ledger::new(&[package], contract).unwrap_or_else(|findings| panic!("seed {}: not bound: {findings:#?}", case.seed))
}

fn add<'a>(ledger: &mut Ledger, entries: impl IntoIterator<Item = &'a Value>) {
    for (at, entry) in entries.into_iter().enumerate() {
        ledger.add("case", at + 1, entry.to_string().as_bytes(), None);
    }
}

fn filled(case: &Case) -> Ledger {
    let mut ledger = open(case);
    add(&mut ledger, &case.entries);
    ledger
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a generated day is a date")
}

/// Everything that a ledger says on a day, as bytes; rejected lines carry line numbers and stay out.
fn answers(ledger: &Ledger, as_of: Date) -> [String; 3] {
    [
        json::canonical(&ledger.evaluate(as_of)),
        json::canonical(&ledger.lifecycle(as_of)),
        json::canonical(&ledger.closing(as_of)),
    ]
}

fn by_id(evaluation: &Evaluation, items: &[RequirementAnswer]) -> BTreeMap<String, RequirementAnswer> {
    fn collect(answer: &RequirementAnswer, found: &mut BTreeMap<String, RequirementAnswer>) {
        if let Some(id) = &answer.id {
            found.insert(id.to_string(), answer.clone());
        }
        answer.parts.iter().for_each(|part| collect(part, found));
    }
    let mut found = BTreeMap::new();
    evaluation.requirements().chain(items).for_each(|answer| collect(answer, &mut found));
    found
}

fn exact(number: Ratio<i128>) -> Option<Exact> {
    Exact::ratio(*number.numer(), *number.denom())
}

/// The cells of an answer as the naive evaluator tells them, in an order that both can have.
fn cells(answer: &RequirementAnswer) -> Vec<JudgedCell> {
    let judged = |cell: &CellAnswer| JudgedCell {
        members: cell.members.clone(),
        window: cell.window.clone(),
        outcome: cell.waived.is_none().then(|| (cell.outcome.name().to_owned(), cell.holding)),
        counted: in_order(&cell.counted),
    };
    let mut cells: Vec<JudgedCell> = answer.cells.iter().map(judged).collect();
    cells.sort();
    cells
}

fn in_order(ids: &[String]) -> Vec<String> {
    ids.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect()
}

/// Compares the core with the naive evaluator on one day.
fn agree(case: &Case, as_of: &str, closing: bool) -> Result<(), TestCaseError> {
    let ledger = filled(case);
    // The naive evaluator is given what the core admitted: own-field checks are not its job.
    let rejected: Vec<usize> = ledger.rejected().map(|line| line.line).collect();
    let admitted: Vec<Value> = case
        .entries
        .iter()
        .enumerate()
        .filter(|(at, _)| !rejected.contains(&(at + 1)))
        .map(|(_, entry)| entry.clone())
        .collect();
    let naive = naive::evaluate(&case.package, &case.contract, &admitted, as_of, closing);
    let evaluation = Evaluation::new(ledger.plan(), ledger.contract(), ledger.entries().iter(), day(as_of), closing);
    let items = if closing { ledger.closing(day(as_of)).items } else { Vec::new() };
    let core = by_id(&evaluation, &items);
    let whole: BTreeSet<&str> =
        evaluation.requirements().chain(&items).filter_map(|answer| answer.id.as_deref()).collect();
    for (id, judged) in &naive {
        let Some(answer) = core.get(id) else { continue };
        let context = || {
            format!(
                "seed {} as of {as_of} closing {closing}: {id}\ncore  {}\nnaive {judged:?}\n{:#}",
                case.seed,
                json::canonical(answer),
                case.package
            )
        };
        prop_assert_eq!(answer.outcome.name(), judged.outcome.as_str(), "{}", context());
        prop_assert_eq!(answer.holding, judged.holding, "holding: {}", context());
        prop_assert_eq!(answer.marks.contains(&Mark::Infeasible), judged.infeasible, "infeasible: {}", context());
        if let (Some(range), true) = (answer.range, judged.lo.is_some()) {
            prop_assert_eq!(range.lo, judged.lo.and_then(exact), "lo: {}", context());
            prop_assert_eq!(range.hi, judged.hi.and_then(exact), "hi: {}", context());
        }
        prop_assert_eq!(Some(answer.fraction), exact(judged.fraction), "fraction: {}", context());
        prop_assert_eq!(&answer.counted, &judged.counted, "counted: {}", context());
        // A part that is judged in its parent's cells has none of its own to show.
        if whole.contains(id.as_str()) || !answer.cells.is_empty() {
            let mut theirs = judged.cells.clone();
            theirs.sort();
            prop_assert_eq!(cells(answer), theirs, "cells: {}", context());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Each outcome agrees with the second, deliberately naive evaluator.
    #[test]
    fn agrees_with_the_naive_evaluator(case in cases(), closing: bool) {
        for as_of in &case.days {
            agree(&case, as_of, closing)?;
        }
    }

    /// The numbers alone are those of the evaluation with its reasons.
    #[test]
    fn verdicts_agree_with_the_evaluation(case in cases()) {
        let ledger = filled(&case);
        for as_of in &case.days {
            let evaluation = ledger.evaluate(day(as_of));
            let expected: Vec<Verdict> = evaluation.requirements().map(Verdict::of).collect();
            prop_assert_eq!(ledger.verdicts(day(as_of)), expected, "seed {}", case.seed);
        }
    }

    /// The order in which records and registers come never changes an answer.
    #[test]
    fn order_never_matters((case, shuffled) in cases().prop_flat_map(|case| {
        let entries = case.entries.clone();
        (Just(case), Just(entries).prop_shuffle())
    })) {
        let mut other = open(&case);
        add(&mut other, &shuffled);
        let ledger = filled(&case);
        for as_of in &case.days {
            prop_assert_eq!(answers(&ledger, day(as_of)), answers(&other, day(as_of)), "seed {}", case.seed);
        }
    }

    /// Merging any split, with overlaps, in any direction, equals the whole.
    #[test]
    fn merging_any_split_equals_the_whole(case in cases(), sides in prop::collection::vec(0u8..3, 60)) {
        let (mut left, mut right) = (open(&case), open(&case));
        for (at, (entry, side)) in case.entries.iter().zip(&sides).enumerate() {
            let text = entry.to_string();
            if *side != 1 {
                left.add("case", at + 1, text.as_bytes(), None);
            }
            if *side != 0 {
                right.add("case", at + 1, text.as_bytes(), None);
            }
        }
        let whole = filled(&case);
        let mut one = left.clone();
        one.merge(&right);
        let mut other = right.clone();
        other.merge(&left);
        other.merge(&left);
        for as_of in &case.days {
            let expected = answers(&whole, day(as_of));
            prop_assert_eq!(&answers(&one, day(as_of)), &expected, "seed {}", case.seed);
            prop_assert_eq!(&answers(&other, day(as_of)), &expected, "seed {}", case.seed);
        }
        let lines = |ledger: &Ledger| ledger.rejected().map(|line| (line.line, line.text.clone())).collect::<Vec<_>>();
        prop_assert_eq!(lines(&one), lines(&whole));
    }

    /// Evaluating a ledger that grew day by day never contradicts evaluating the final ledger as of that day.
    #[test]
    fn replay_by_day_never_contradicts(case in cases()) {
        let whole = filled(&case);
        let mut grown = open(&case);
        let mut entries: Vec<(usize, &Value)> = case.entries.iter().enumerate().collect();
        let recorded = |entry: &Value| {
            let recorded = entry["recorded_at"].as_str().unwrap_or("");
            recorded.max(entry["date"].as_str().unwrap_or("")).to_owned()
        };
        entries.sort_by_key(|(_, entry)| recorded(entry));
        let mut rest = entries.into_iter().peekable();
        let mut days: Vec<&String> = case.days.iter().collect();
        days.sort();
        for as_of in days {
            while let Some((at, entry)) = rest.next_if(|(_, entry)| recorded(entry) <= *as_of) {
                grown.add("case", at + 1, entry.to_string().as_bytes(), None);
            }
            prop_assert_eq!(answers(&grown, day(as_of)), answers(&whole, day(as_of)), "seed {} as of {}", case.seed, as_of);
        }
    }

    /// A record that is about nothing asked for changes nothing.
    #[test]
    fn an_unrelated_record_changes_nothing(case in cases()) {
        let mut more = filled(&case);
        let package = case.package["id"].as_str().unwrap_or_default();
        let unrelated = format!(
            r#"{{"kind":"reminder","id":"unrelated-to-everything","package":"{package}","date":"2025-01-01","recorded_at":"2025-01-01","issue":"no such issue"}}"#
        );
        let findings = more.add("unrelated", 1, unrelated.as_bytes(), None);
        prop_assert!(findings.is_empty(), "{findings:?}");
        let whole = filled(&case);
        for as_of in &case.days {
            prop_assert_eq!(
                json::canonical(&whole.evaluate(day(as_of))),
                json::canonical(&more.evaluate(day(as_of))),
                "seed {}", case.seed
            );
        }
    }
}
