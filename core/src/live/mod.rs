//! A ledger that is being written, with where its requirements stand kept up entry by entry.
//!
//! For services and forms that add one entry and show at once what it changed. Only the
//! requirements that read entries of its kind are judged again; what they then say is what
//! [`Ledger::evaluate`] says of the whole ledger.

mod reads;
mod row;

pub use row::{PlaceStep, StandingRow};

use crate::difference::Standing;
use crate::entry::Entry;
use crate::evaluate::{Completion, Evaluation, Judge, Outcome, RequirementAnswer, World};
use crate::finding::Finding;
use crate::kind::Family;
use crate::ledger::Ledger;
use crate::package::model::{Plan, Requirement};
use crate::time::Date;
use row::{Rows, rows};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A ledger with where it stands at the end of a day, kept up while entries are added.
///
/// ```
/// # use jiexiang::{Contract, Ledger, Package, live::Live, time::Date};
/// # let package = Package::load(r#"{"format": "1", "id": "demo", "version": "1",
/// #     "source": {"title": "t", "issuer": "i"}, "labels": {"zh-CN": "样例", "en": "demo"}, "place": "village",
/// #     "codes": {"place": [{"code": "village", "labels": {"zh-CN": "村", "en": "village"}}],
/// #               "activity_category": [{"code": "talk", "labels": {"zh-CN": "宣讲", "en": "talk"}}]},
/// #     "indicators": [{"id": "1", "clause": "1", "labels": {"zh-CN": "宣讲", "en": "Talks"}, "requirements": [
/// #         {"id": "talks", "labels": {"zh-CN": "宣讲", "en": "Talks"},
/// #          "measure": {"count": {"of": "activity"}}, "target": {"at_least": 1, "unit": "场"}}]}]}"#.as_bytes(), &[]).unwrap();
/// # let contract = Contract::load(br#"{"id": "c", "package": "demo", "version": "1",
/// #     "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15"}"#).unwrap();
/// let ledger = Ledger::new(&[package], contract).unwrap();
/// let mut live = Live::new(ledger, Date::parse("2024-06-30").unwrap());
/// let line = br#"{"kind": "activity", "id": "a-1", "package": "demo", "date": "2024-05-01", "recorded_at": "2024-05-02", "category": "talk"}"#;
/// let added = live.add("form", 1, line, None);
/// assert_eq!(&*added.changed[0].requirement, "talks");
/// assert_eq!((added.completion.met, added.completion.of), (1, 1));
/// ```
#[derive(Clone, Debug)]
pub struct Live {
    ledger: Ledger,
    as_of: Date,
    /// The version of the package in force.
    plan: Arc<Plan>,
    indicators: Vec<Asked>,
    requirements: Vec<Known>,
}

/// An indicator that counts for completion.
#[derive(Clone, Debug)]
struct Asked {
    /// Its requirements, by their places among all; text only ones are not among them.
    requirements: Vec<usize>,
}

/// A requirement as it stands.
#[derive(Clone, Debug)]
struct Known {
    id: Arc<str>,
    clause: Arc<str>,
    /// The kinds whose entries bear on it.
    reads: BTreeSet<&'static str>,
    rows: Rows,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Standings<'l> {
    /// The day.
    pub as_of: Date,
    /// Requirements in the package's order, each with its parts and cells.
    pub rows: Vec<StandingRow<'l>>,
    /// Indicators met, of those that count.
    pub completion: Completion,
}

/// What an entry changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Added {
    /// What was found in it; with an error among them it was not admitted and changed nothing.
    pub findings: Vec<Finding>,
    /// Requirements, parts and cells that stand otherwise than before, in the package's order.
    pub changed: Vec<Changed>,
    /// Indicators met now, of those that count.
    pub completion: Completion,
}

/// A requirement, or a part or cell of one, that stands otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Changed {
    /// The requirement.
    pub requirement: Arc<str>,
    /// Its clause.
    pub clause: Arc<str>,
    /// The way to a part or cell of it; empty for the requirement as a whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub place: Vec<PlaceStep>,
    /// How it stood; none when it was not there.
    pub before: Option<Standing>,
    /// How it stands; none when it is no longer there.
    pub after: Option<Standing>,
}

impl Live {
    /// Judges a ledger at the end of a day, to go on from there.
    #[must_use]
    pub fn new(ledger: Ledger, as_of: Date) -> Self {
        let plan = ledger.plan_in_force(as_of);
        let mut live = Self { ledger, as_of, plan, indicators: Vec::new(), requirements: Vec::new() };
        live.judge_all();
        live
    }

    /// The ledger.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The ledger, to go on without.
    #[must_use]
    pub fn into_ledger(self) -> Ledger {
        self.ledger
    }

    /// The day at whose end it stands.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// Where every requirement stands, with its parts and cells.
    #[must_use]
    pub fn standings(&self) -> Standings<'_> {
        let rows = self.requirements.iter().flat_map(|known| {
            known.rows.iter().map(|(place, standing)| StandingRow { requirement: &known.id, place, standing })
        });
        Standings { as_of: self.as_of, rows: rows.collect(), completion: self.completion() }
    }

    /// Indicators met, of those that count.
    #[must_use]
    pub fn completion(&self) -> Completion {
        let outcome = |at: &usize| self.requirements.get(*at).and_then(Known::outcome).unwrap_or(Outcome::Unknown);
        let is_met = |asked: &&Asked| asked.requirements.iter().map(outcome).min() == Some(Outcome::Met);
        Completion { met: self.indicators.iter().filter(is_met).count(), of: self.indicators.len() }
    }

    /// Adds an entry, see [`Ledger::add`], and says what it changed.
    pub fn add(&mut self, source: &str, line: usize, text: &[u8], import_date: Option<Date>) -> Added {
        let (entry, findings) = self.ledger.entries_mut().take_in(source, line, text, import_date);
        let changed = match entry.filter(|entry| entry.visible_from() <= self.as_of) {
            Some(entry) => self.take_in(&entry),
            None => Vec::new(),
        };
        Added { findings, changed, completion: self.completion() }
    }

    /// Judges again what a new entry bears on.
    fn take_in(&mut self, entry: &Entry) -> Vec<Changed> {
        if !self.is_plain(entry) {
            let before = std::mem::take(&mut self.requirements);
            self.judge_all();
            return changes(before, &self.requirements);
        }
        let kind = entry.kind().name;
        if !self.requirements.iter().any(|known| known.reads.contains(kind)) {
            return Vec::new();
        }
        let world = World::new(&self.plan, self.ledger.contract(), self.ledger.entries().iter(), self.as_of);
        let judge = Judge::new(&world, self.ledger.contract(), false);
        let known = self.requirements.iter_mut().zip(self.plan.requirements());
        known
            .filter(|(known, _)| known.reads.contains(kind))
            .flat_map(|(known, requirement)| {
                let before = std::mem::replace(&mut known.rows, rows(&judge.requirement(requirement)));
                known.changes(&before)
            })
            .collect()
    }

    /// A record of its own: nothing else of its id is known, and it replaces nothing.
    ///
    /// Registers and events may bear on everything, and so may what corrects or contradicts another entry.
    fn is_plain(&self, entry: &Entry) -> bool {
        entry.kind().family == Family::Record
            && entry.retracts().is_none()
            && self.ledger.entries().of_id(entry.kind(), entry.id()).count() == 1
    }

    fn judge_all(&mut self) {
        self.plan = self.ledger.plan_in_force(self.as_of);
        let evaluation = self.ledger.evaluate(self.as_of);
        self.indicators = indicators(&evaluation);
        let known = |(requirement, answer): (&Requirement, &RequirementAnswer)| Known {
            id: answer.id.clone().unwrap_or_default(),
            clause: answer.clause.clone(),
            reads: reads::kinds(&self.plan, requirement),
            rows: rows(answer),
        };
        self.requirements = self.plan.requirements().zip(evaluation.requirements()).map(known).collect();
    }
}

impl Known {
    fn outcome(&self) -> Option<Outcome> {
        self.rows.get(&[][..]).map(|standing| standing.outcome)
    }

    /// What stands otherwise than before.
    fn changes(&self, before: &Rows) -> Vec<Changed> {
        let change = |place: &[PlaceStep], before: Option<&Standing>, after: Option<&Standing>| Changed {
            requirement: self.id.clone(),
            clause: self.clause.clone(),
            place: place.to_vec(),
            before: before.cloned(),
            after: after.cloned(),
        };
        let pairs = self.rows.iter().map(|(place, standing)| (place, before.get(place), Some(standing)));
        let gone = before.iter().filter(|(place, _)| !self.rows.contains_key(*place));
        let pairs = pairs.chain(gone.map(|(place, was)| (place, Some(was), None)));
        let changed = pairs.filter(|(_, before, after)| before != after);
        changed.map(|(place, before, after)| change(place, before, after)).collect()
    }
}

/// The indicators that count, each with the places of its requirements that do.
fn indicators(evaluation: &Evaluation) -> Vec<Asked> {
    let mut at = 0;
    let mut asked = Vec::new();
    for indicator in &evaluation.indicators {
        let places = (at..).zip(&indicator.requirements).filter(|(_, answer)| !answer.text_only);
        let requirements = places.map(|(place, _)| place).collect();
        at += indicator.requirements.len();
        if !indicator.text_only {
            asked.push(Asked { requirements });
        }
    }
    asked
}

/// What stands otherwise, requirement by requirement.
fn changes(mut before: Vec<Known>, after: &[Known]) -> Vec<Changed> {
    let mut changed = Vec::new();
    for known in after {
        let old = before.iter().position(|old| old.id == known.id).map(|at| before.remove(at).rows);
        changed.extend(known.changes(&old.unwrap_or_default()));
    }
    // A change order may put in force a version that no longer asks for something.
    changed.extend(before.into_iter().flat_map(|mut gone| {
        let rows = std::mem::take(&mut gone.rows);
        gone.changes(&rows)
    }));
    changed
}
