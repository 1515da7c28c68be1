//! A ledger that is being written, with where its requirements stand kept up entry by entry.
//!
//! For services and forms that add one entry and show at once what it changed. Of the requirements
//! that read entries of its kind the tallies are kept: a record of its own is added to those of the
//! cells that it falls into, however long the ledger is. Where an entry may bear on more than that,
//! these requirements are judged again from the whole ledger. What they say is always what
//! [`Ledger::evaluate`] says of it.

mod around;
mod awaited;
mod reads;
mod row;
#[cfg(all(test, feature = "builtin"))]
mod tests;

pub use row::{PlaceStep, StandingRow};

use crate::difference::Standing;
use crate::entries::News;
use crate::entry::Entry;
use crate::evaluate::{Completion, Evaluation, Judge, Outcome, RequirementAnswer, Running, RunningPlace, Way, World};
use crate::finding::Finding;
use crate::kind::Family;
use crate::ledger::Ledger;
use crate::package::model::{Plan, Requirement};
use crate::time::Date;
use around::{Around, Lies};
use row::Rows;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
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
    /// For each kind whether its entries bear on each of the requirements.
    readers: BTreeMap<&'static str, Vec<bool>>,
    /// None until a record is to be judged by itself.
    around: Option<Around>,
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
    rows: Rows,
    kept: Kept,
}

/// The tallies of a requirement.
#[derive(Clone, Debug)]
enum Kept {
    /// To be worked out when the requirement is judged next.
    NotYet,
    /// They hold what the rows say.
    Running(Box<Running>),
    /// A record came that they could not take in.
    Lost,
    /// Records cannot be taken in one by one.
    Never,
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
        let (indicators, requirements, readers) = Default::default();
        let mut live = Self { ledger, as_of, plan, indicators, requirements, readers, around: None };
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
        let (news, findings) = self.ledger.entries_mut().take_in(source, line, text, import_date);
        let changed = match news.filter(|news| news.entry.visible_from() <= self.as_of) {
            Some(news) if is_plain(&news) => self.take_in(&news.entry),
            Some(_) => {
                let before = std::mem::take(&mut self.requirements);
                self.judge_all();
                changes(before, &self.requirements)
            }
            None => Vec::new(),
        };
        Added { findings, changed, completion: self.completion() }
    }

    /// Takes in a plain record: where its tallies are kept by itself, and else with the whole ledger.
    fn take_in(&mut self, entry: &Entry) -> Vec<Changed> {
        let Some(readers) = self.readers.get(entry.kind().name) else { return Vec::new() };
        let (plan, contract, entries) = (&*self.plan, self.ledger.contract(), self.ledger.entries());
        let mut changed: Vec<(usize, Vec<Changed>)> = Vec::new();
        let mut left: Vec<usize> = Vec::new();
        let mut read = readers.iter().zip(&mut self.requirements).zip(plan.requirements()).enumerate();
        let mut read = std::iter::from_fn(|| read.by_ref().find(|(_, ((reads, _), _))| **reads));
        let mut lies = None;
        if let Some(Around { settled, sayings }) = &mut self.around {
            let alone = World::around(plan, contract, (entries, settled), entry, self.as_of);
            lies = Some(sayings.take(&alone, entries, entry));
            if lies == Some(Lies::Apart) {
                let judge = Judge::alone(&alone, contract);
                for (at, ((_, known), requirement)) in read.by_ref() {
                    match known.take(&judge, requirement, entry) {
                        Some(changes) => changed.push((at, changes)),
                        None => left.push(at),
                    }
                }
            }
        }
        for (at, ((_, known), _)) in read {
            known.lose();
            left.push(at);
        }
        // What the whole ledger settled is another when corrections or others waited for the record.
        if lies == Some(Lies::Awaited) {
            self.around = None;
        }
        if !left.is_empty() {
            let world = World::new(plan, contract, entries.iter(), self.as_of);
            let judge = Judge::new(&world, contract, false);
            let known = self.requirements.iter_mut().zip(plan.requirements()).enumerate();
            let known = known.filter(|(at, _)| left.binary_search(at).is_ok());
            changed.extend(known.map(|(at, (known, requirement))| (at, known.judge(&judge, requirement))));
            changed.sort_by_key(|(at, _)| *at);
            self.around.get_or_insert_with(|| Around::of(&world, entries));
        }
        changed.into_iter().flat_map(|(_, changes)| changes).collect()
    }

    fn judge_all(&mut self) {
        self.plan = self.ledger.plan_in_force(self.as_of);
        let evaluation = self.ledger.evaluate(self.as_of);
        self.indicators = indicators(&evaluation);
        let known = |answer: &RequirementAnswer| Known {
            id: answer.id.clone().unwrap_or_default(),
            clause: answer.clause.clone(),
            rows: Rows::of(answer),
            kept: Kept::NotYet,
        };
        self.requirements = evaluation.requirements().map(known).collect();
        self.readers.clear();
        for (at, requirement) in self.plan.requirements().enumerate() {
            for kind in reads::kinds(&self.plan, requirement) {
                let readers = self.readers.entry(kind).or_insert_with(|| vec![false; self.requirements.len()]);
                if let Some(reads) = readers.get_mut(at) {
                    *reads = true;
                }
            }
        }
        self.around = None;
    }
}

impl Known {
    fn outcome(&self) -> Option<Outcome> {
        self.rows.whole().map(|standing| standing.outcome)
    }

    /// Adds a record to the tallies; says what it changed, or nothing when it takes the whole ledger to say it.
    fn take<'w>(&mut self, judge: &Judge<'w>, requirement: &'w Requirement, entry: &'w Entry) -> Option<Vec<Changed>> {
        let Kept::Running(running) = &mut self.kept else { return None };
        match running.take(judge, requirement, entry) {
            Ok(places) => Some(self.stand(places)),
            Err(_) => {
                self.kept = Kept::Lost;
                None
            }
        }
    }

    /// The tallies hold no longer.
    fn lose(&mut self) {
        if let Kept::Running(_) = self.kept {
            self.kept = Kept::Lost;
        }
    }

    /// Judges it from the whole ledger; says what changed.
    fn judge<'w>(&mut self, judge: &Judge<'w>, requirement: &'w Requirement) -> Vec<Changed> {
        let before = std::mem::replace(&mut self.rows, Rows::of(&judge.requirement(requirement)));
        self.kept = match self.kept {
            Kept::NotYet => {
                let find = |way: &[Way]| self.rows.number(&way.iter().map(PlaceStep::of).collect::<Vec<_>>());
                Running::of(judge, requirement, &find).map_or(Kept::Never, |running| Kept::Running(running.into()))
            }
            // Where records like this one come in a row, tallies would be worked out for nothing.
            Kept::Running(_) | Kept::Lost => Kept::NotYet,
            Kept::Never => Kept::Never,
        };
        self.changes(&before)
    }

    /// Puts down how places stand now; says which of them stood otherwise.
    fn stand(&mut self, mut places: Vec<(usize, RunningPlace)>) -> Vec<Changed> {
        places.sort_by_key(|(number, _)| *number);
        let mut changed = Vec::new();
        for (number, place) in places {
            let Some((way, standing)) = self.rows.at(number) else { continue };
            let (lo, hi) = place.range.map_or((None, None), |range| (range.lo, range.hi));
            let RunningPlace { state, .. } = place;
            let waived = Vec::new();
            let after = Standing { outcome: state.outcome, holding: state.holding, lo, hi, waived };
            if *standing != after {
                changed.push(Changed {
                    requirement: self.id.clone(),
                    clause: self.clause.clone(),
                    place: way.to_vec(),
                    before: Some(std::mem::replace(standing, after.clone())),
                    after: Some(after),
                });
            }
        }
        changed
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
        let gone = before.iter().filter(|(place, _)| self.rows.get(place).is_none());
        let pairs = pairs.chain(gone.map(|(place, was)| (place, Some(was), None)));
        let changed = pairs.filter(|(_, before, after)| before != after);
        changed.map(|(place, before, after)| change(place, before, after)).collect()
    }
}

/// A record of its own: nothing else of its id is known, and it replaces nothing.
///
/// Registers and events may bear on everything, and so may what corrects or contradicts another entry.
fn is_plain(News { entry, is_first }: &News) -> bool {
    entry.kind().family == Family::Record && entry.retracts().is_none() && *is_first
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
