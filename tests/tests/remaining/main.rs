//! Remaining work, held against the evaluation: what it proposes closes a requirement when it is done
//! ([`work`]), and what it says agrees with where the requirement stands ([`answer`]).

mod answer;
mod keeps;
mod work;

use jiexiang::evaluate::Evaluation;
use jiexiang::remaining::Need;
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};
use jiexiang_conformance::generate::{MOST_ENTRIES, case};
use keeps::Documents;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What became of the requirements that were tried.
#[derive(Debug, Default)]
pub(crate) struct Tried {
    /// Met with the work.
    pub(crate) met: usize,
    /// Not met with one record less.
    pub(crate) one_less: usize,
    /// Not carried out, by the reason.
    pub(crate) left_out: BTreeMap<String, usize>,
    /// What should not be.
    pub(crate) failures: Vec<String>,
}

impl Tried {
    pub(crate) fn leave_out(&mut self, reason: String) {
        *self.left_out.entry(reason).or_default() += 1;
    }
}

/// What is known at the end of a day; later entries would change the task.
fn known(ledger: &Ledger, package: Package, contract: Contract, as_of: Date) -> Ledger {
    let mut known = Ledger::new(&[package], contract).expect("it was bound before");
    for (at, entry) in ledger.entries().iter().filter(|entry| entry.visible_from() <= as_of).enumerate() {
        known.add("known", at + 1, entry.canonical().as_bytes(), None);
    }
    known
}

fn try_all(ledger: &Ledger, documents: Option<&Documents<'_>>, as_of: Date, tried: &mut Tried, what: &str) {
    let remaining = ledger.remaining(as_of);
    let evaluation = Evaluation::new(ledger.plan(), ledger.contract(), ledger.entries().iter(), as_of, false);
    tried.failures.extend(answer::faults(&remaining, &evaluation).into_iter().map(|fault| format!("{what} {fault}")));
    for todo in remaining.requirements.iter().filter(|todo| todo.need == Need::Work && !todo.requirement.is_empty()) {
        let Some(answer) = evaluation.requirement(&todo.requirement) else { continue };
        work::try_requirement(ledger, documents, todo, answer, tried, what);
    }
}

#[test]
fn the_proposed_work_closes_the_requirements_of_the_district() {
    let mut tried = Tried::default();
    for n in 1..=6 {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../specs/samples/package-{n}"));
        let read = |name: &str| fs::read(folder.join(name)).expect("the sample is there");
        let package = || Package::builtin(&format!("nanchuan-2024/package-{n}")).expect("built in").expect("sound");
        let contract = || Contract::load(&read("contract.json")).expect("sound");
        let mut ledger = Ledger::new(&[package()], contract()).expect("they fit");
        for file in ["registers.jsonl", "records.jsonl", "events.jsonl"] {
            ledger.add_lines(file, &read(file), None);
        }
        for day in ["2024-06-01", "2024-09-30", "2024-12-15"] {
            let as_of = Date::parse(day).expect("a day");
            let known = known(&ledger, package(), contract(), as_of);
            try_all(&known, None, as_of, &mut tried, &format!("package {n} on {day}:"));
        }
    }
    assert!(tried.failures.is_empty(), "{:#?}", tried.failures);
    assert!(tried.met >= 80, "{tried:#?}");
}

fn try_case(seed: u64, size: usize, tried: &mut Tried) {
    let case = case(seed, size);
    let package = || Package::load(case.package.to_string().as_bytes(), &[]).expect("sound");
    let contract = || Contract::load(case.contract.to_string().as_bytes()).expect("sound");
    let mut ledger = Ledger::new(&[package()], contract()).expect("they fit");
    for (at, entry) in case.entries.iter().enumerate() {
        ledger.add("case", at + 1, entry.to_string().as_bytes(), None);
    }
    let documents = Documents { package: &case.package, contract: &case.contract };
    for day in &case.days {
        let as_of = Date::parse(day).expect("a day");
        let known = known(&ledger, package(), contract(), as_of);
        try_all(&known, Some(&documents), as_of, tried, &format!("seed {seed} size {size} on {day}:"));
    }
}

/// A few, unless told how many: each builds and judges a whole ledger several times over.
fn cases() -> u32 {
    if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default().cases } else { 150 }
}

/// Every case is tried before anything is said, so that the failures of a seed are seen together.
#[test]
fn the_proposed_work_closes_requirements_at_random() {
    let config = ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() };
    let tried = RefCell::new(Tried::default());
    let done = TestRunner::new(config).run(&(any::<u64>(), 0..=MOST_ENTRIES), |(seed, size)| {
        try_case(seed, size, &mut tried.borrow_mut());
        Ok(())
    });
    let tried = tried.into_inner();
    assert!(done.is_ok(), "{done:?}");
    assert!(tried.failures.is_empty(), "{}", tried.failures.join("\n"));
    // Most is really carried out: what is left out, by the closed list of reasons, is one in eight at most.
    let left_out: usize = tried.left_out.values().sum();
    assert!(left_out * 8 <= tried.met, "{tried:#?}");
}
