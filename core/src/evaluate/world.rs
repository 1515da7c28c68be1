//! The ledger as it stood at the end of a day.

use super::beyond::Beyond;
use super::element::{Element, Place};
use super::gallop::count_before;
use super::names::Places;
use super::rules;
use super::tri::Tri;
use crate::contract::Contract;
use crate::entry::{Entry, Value};
use crate::finding::{Code, Finding, counting};
use crate::kind::{Family, Field, KindInfo};
use crate::number::Exact;
use crate::package::model::Plan;
use crate::time::{Date, PartialDate};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is known of a contract at the end of a day, and what of it stands.
#[derive(Clone, Debug)]
pub struct World<'w> {
    /// The package in force.
    pub plan: &'w Plan,
    /// There are no other entries to refer to, so that no reference can dangle.
    pub(super) alone: bool,
    /// Where entries that it does not hold are looked up.
    pub(super) beyond: Option<Beyond<'w>>,
    /// Weights of the evaluation's aspects.
    weights: Option<&'w BTreeMap<Arc<str>, Exact>>,
    /// The day of judgement; it is over.
    pub as_of: Date,
    /// First day of the service.
    pub start: Date,
    /// Last day of the service, visible extensions included.
    pub end: Date,
    /// Entries that stand, by kind, in the order of their ids.
    by_kind: Vec<(&'static str, Vec<&'w Entry>)>,
    /// Where those of registers stand, by kind.
    registered: Vec<(&'static str, Places<'w>)>,
    /// Records and events that stand, in the order of their ids.
    by_id: Vec<&'w Entry>,
    /// All versions of the register entries that have several, in the order in which they were recorded.
    former: Vec<Vec<&'w Entry>>,
    /// Entries that are known but do not stand, with the reason.
    pub set_aside: Vec<(&'w Entry, Code, String)>,
    /// Where in `by_kind` the register entry stands that was last asked for: several conditions in
    /// a row look at one person.
    followed: Cell<(usize, usize)>,
    /// From a superseded id to the id that took its place.
    pub(super) successors: BTreeMap<&'w str, &'w str>,
    /// Elements that break a rule (no) or may break one (maybe), with the rule.
    faults: BTreeMap<&'static str, BTreeMap<FaultKey<'w>, Fault<'w>>>,
    /// What the rules found, beside what admission reported.
    pub findings: Vec<Finding>,
    /// Conditions that waivers let records through, each with the record.
    let_through: BTreeSet<(&'w str, &'w str)>,
    /// Waivers that stand.
    pub waivers: Vec<Waiver<'w>>,
    /// Make-ups that stand.
    pub make_ups: Vec<MakeUp<'w>>,
}

/// An element of a kind.
type FaultKey<'w> = (&'w str, Place);
/// How sure it is, and the rule.
type Fault<'w> = (Tri, &'w str);

/// A waiver of a cell, a requirement, or a condition for one record.
#[derive(Clone, Debug)]
pub struct Waiver<'w> {
    /// The event.
    pub event: &'w Entry,
    /// The requirement.
    pub requirement: Option<&'w str>,
    /// The member whose cell it is.
    pub member: Option<&'w str>,
    /// The period whose cell it is.
    pub window: Option<&'w str>,
    /// The record that is let through.
    pub record: Option<&'w str>,
    /// The condition that the record need not satisfy.
    pub condition: Option<&'w str>,
    /// Who approved.
    pub approved_by: &'w str,
}

/// Records moved into a missed cell.
#[derive(Clone, Debug)]
pub struct MakeUp<'w> {
    /// The event.
    pub event: &'w Entry,
    /// The requirement.
    pub requirement: &'w str,
    /// The member whose cell it is.
    pub member: Option<&'w str>,
    /// The period whose cell it is.
    pub window: &'w str,
    /// The records moved.
    pub records: Vec<&'w str>,
    /// Who approved.
    pub approved_by: &'w str,
}

impl<'w> World<'w> {
    /// Selects what is visible at the end of `as_of` and settles corrections, conflicts and rules.
    #[must_use]
    pub fn new(plan: &'w Plan, contract: &'w Contract, entries: impl Iterator<Item = &'w Entry>, as_of: Date) -> Self {
        let mut world = Self::bare(plan, as_of);
        world.bind(contract);
        let mut registers = Vec::new();
        let mut records = Vec::with_capacity(entries.size_hint().0);
        for entry in entries {
            if entry.kind().family == Family::Register {
                registers.push(entry);
            } else if entry.visible_from() <= as_of {
                records.push(entry);
            }
        }
        world.take_registers(registers);
        world.take_records(records);
        world.read_events();
        rules::judge(&mut world);
        world
    }

    /// Takes from a contract what entries are read by.
    pub(super) fn bind(&mut self, contract: &'w Contract) {
        self.alone = false;
        self.weights = Some(&contract.evaluation_weights);
        self.start = contract.service_start;
        self.end = contract.service_end;
    }

    /// The same entries under another plan of the same package, whose record rules are the same.
    #[must_use]
    pub(crate) fn under<'o>(&self, plan: &'o Plan) -> World<'o>
    where
        'w: 'o,
    {
        World { plan, ..self.clone() }
    }

    /// A world without entries, in which an entry can be judged by itself.
    #[must_use]
    pub fn bare(plan: &'w Plan, day: Date) -> Self {
        Self {
            plan,
            alone: true,
            beyond: None,
            weights: None,
            as_of: day,
            start: day,
            end: day,
            by_kind: Vec::new(),
            registered: Vec::new(),
            by_id: Vec::new(),
            former: Vec::new(),
            followed: Cell::new((0, 0)),
            set_aside: Vec::new(),
            successors: BTreeMap::new(),
            faults: BTreeMap::new(),
            findings: Vec::new(),
            let_through: BTreeSet::new(),
            waivers: Vec::new(),
            make_ups: Vec::new(),
        }
    }

    /// Of each register entry the latest version.
    fn take_registers(&mut self, mut known: Vec<&'w Entry>) {
        known.retain(|entry| entry.recorded_at() <= self.as_of);
        known.sort_by(|a, b| (a.kind().name, a.id()).cmp(&(b.kind().name, b.id())));
        for versions in known.chunk_by(|a, b| a.kind() == b.kind() && a.id() == b.id()) {
            let newest = versions.iter().copied().reduce(latest);
            let Some(entry) = newest else { continue };
            self.keep(entry.kind().name, &[entry]);
            if versions.len() > 1 {
                let mut versions = versions.to_vec();
                versions.sort_by_cached_key(|version| (version.recorded_at(), version.canonical()));
                self.former.push(versions);
            }
        }
        self.registered = self.by_kind.iter().map(|(kind, entries)| (*kind, Places::of(entries))).collect();
    }

    fn take_records(&mut self, mut visible: Vec<&'w Entry>) {
        // Entries come in the order of their ids, nearly always one of each.
        let in_conflict =
            if visible.is_sorted_by(|a, b| a.id() < b.id()) { Vec::new() } else { conflicts(&mut visible) };
        let hidden = self.follow_corrections(visible.iter().copied().filter(|entry| entry.retracts().is_some()));
        let mut standing = visible;
        if !in_conflict.is_empty() {
            standing.retain(|entry| {
                let is_alone = in_conflict.binary_search(&entry.id()).is_err();
                if !is_alone {
                    self.set_aside.push((*entry, counting::ID_CONFLICT, entry.id().to_string()));
                }
                is_alone
            });
        }
        if !hidden.is_empty() {
            let mut before = 0;
            let hidden = hidden.iter().filter_map(|(id, by)| {
                before += count_before(standing.get(before..)?, |entry| entry.id() < *id);
                let entry = standing.get(before).filter(|entry| entry.id() == *id)?;
                self.set_aside.push((*entry, counting::RETRACTED, (*by).to_owned()));
                Some(before)
            });
            let hidden: Vec<usize> = hidden.collect();
            let (mut hidden, mut at) = (hidden.into_iter().peekable(), 0..);
            standing.retain(|_| hidden.next_if_eq(&at.next().unwrap_or(usize::MAX)).is_none());
        }
        // Ids often begin with the kind, so that whole runs are of one.
        for run in standing.chunk_by(|a, b| a.kind() == b.kind()) {
            if let [first, ..] = run {
                self.keep(first.kind().name, run);
            }
        }
        self.by_id = standing;
    }

    /// The ids that corrections hide, each with the correction; also notes who took whose place.
    ///
    /// A retraction is never undone: voiding a correction hides the correction and does not
    /// revive what it replaced. In a cycle every entry is the target of another, so all are hidden.
    fn follow_corrections(
        &mut self,
        corrections: impl Iterator<Item = &'w Entry> + Clone,
    ) -> BTreeMap<&'w str, &'w str> {
        let mut retracting: BTreeMap<&str, (Date, &'w str)> = BTreeMap::new();
        let mut replacing: BTreeMap<&str, &'w Entry> = BTreeMap::new();
        for entry in corrections.clone() {
            let Some(retraction) = entry.retracts() else { continue };
            let target = retraction.target;
            let by = (entry.recorded_at(), entry.id());
            retracting.entry(target).and_modify(|first| *first = by.min(*first)).or_insert(by);
            if retraction.replaces {
                let slot = replacing.entry(target).or_insert(entry);
                if (entry.recorded_at(), entry.id()) > (slot.recorded_at(), slot.id()) {
                    *slot = entry;
                }
            }
        }
        let mut hidden: BTreeMap<&str, &str> = retracting.into_iter().map(|(target, (_, by))| (target, by)).collect();
        for entry in corrections {
            let Some(retraction) = entry.retracts().filter(|retraction| retraction.replaces) else { continue };
            let target = retraction.target;
            if let Some(winner) = replacing.get(target).filter(|winner| winner.id() != entry.id()) {
                hidden.entry(entry.id()).or_insert(winner.id());
            }
        }
        self.successors = replacing.into_iter().map(|(target, entry)| (target, entry.id())).collect();
        hidden
    }

    fn read_events(&mut self) {
        let new_ends = self.entries("extension").iter().filter_map(|event| event.get("new_end").and_then(Value::date));
        self.end = new_ends.fold(self.end, Date::max);
        let sound = |event: &&&'w Entry| event.defects().next().is_none();
        self.waivers = self
            .entries("waiver")
            .iter()
            .filter(sound)
            .map(|event| Waiver {
                event,
                requirement: event.text("requirement"),
                member: event.text("member"),
                window: event.text("window"),
                record: event.text("record"),
                condition: event.text("condition"),
                approved_by: event.text("approved_by").unwrap_or_default(),
            })
            .collect();
        let let_through = self.waivers.iter().filter_map(|waiver| waiver.condition.zip(waiver.record));
        self.let_through = let_through.map(|(condition, record)| (condition, self.current(record))).collect();
        self.make_ups = self
            .entries("make_up")
            .iter()
            .filter(sound)
            .map(|event| MakeUp {
                event,
                requirement: event.text("requirement").unwrap_or_default(),
                member: event.text("member"),
                window: event.text("window").unwrap_or_default(),
                records: match event.get("records") {
                    Some(Value::List(ids)) => ids.iter().filter_map(|id| id.text()).collect(),
                    _ => Vec::new(),
                },
                approved_by: event.text("approved_by").unwrap_or_default(),
            })
            .collect();
    }

    /// The entries of a kind that stand, in the order of their ids.
    #[must_use]
    pub fn entries(&self, kind: &str) -> &[&'w Entry] {
        let of_kind = self.slot(kind).ok().and_then(|slot| self.by_kind.get(slot));
        of_kind.map_or(&[], |(_, entries)| entries.as_slice())
    }

    /// The entry that a reference names, through corrections, in one of these kinds.
    #[must_use]
    pub fn follow(&self, id: &str, kinds: &[&'static KindInfo]) -> Option<&'w Entry> {
        kinds.iter().find_map(|kind| match kind.family {
            Family::Register => self.registered(kind, id),
            _ if let Some(beyond) = &self.beyond => beyond.find(kind, self.current(id), self.as_of),
            _ => find(self.entries(kind.name), self.current(id)),
        })
    }

    /// All versions of a register entry that has several, in the order in which they were recorded.
    pub(super) fn versions(&self, entry: &Entry) -> &[&'w Entry] {
        let of = |versions: &Vec<&'w Entry>| versions.first().map(|first| (first.kind().name, first.id()));
        let at = self.former.binary_search_by(|versions| of(versions).cmp(&Some((entry.kind().name, entry.id()))));
        at.ok().and_then(|at| self.former.get(at)).map_or(&[], Vec::as_slice)
    }

    fn registered(&self, kind: &'static KindInfo, id: &str) -> Option<&'w Entry> {
        if let Some(beyond) = &self.beyond {
            return beyond.find(kind, id, self.as_of);
        }
        let (slot, at) = self.followed.get();
        if let Some((known, entries)) = self.by_kind.get(slot)
            && let Some(entry) = entries.get(at)
            && entry.id() == id
            && *known == kind.name
        {
            return Some(entry);
        }
        let slot = self.slot(kind.name).ok()?;
        let (_, entries) = self.by_kind.get(slot)?;
        let (_, places) = self.registered.iter().find(|(known, _)| *known == kind.name)?;
        let at = places.find(entries, id)?;
        self.followed.set((slot, at));
        entries.get(at).copied()
    }

    /// The place of a kind in `by_kind`, or where it would be.
    fn slot(&self, kind: &str) -> Result<usize, usize> {
        self.by_kind.binary_search_by(|(known, _)| (*known).cmp(kind))
    }

    /// Adds entries of a kind.
    pub(super) fn keep(&mut self, kind: &'static str, entries: &[&'w Entry]) {
        let slot = self.slot(kind).unwrap_or_else(|slot| {
            self.by_kind.insert(slot, (kind, Vec::new()));
            slot
        });
        if let Some((_, known)) = self.by_kind.get_mut(slot) {
            known.extend_from_slice(entries);
        }
    }

    /// A record or event that stands, by its id.
    #[must_use]
    pub fn any(&self, id: &str) -> Option<&'w Entry> {
        find(&self.by_id, id)
    }

    /// The same, for ids that mostly come in order: `near` is where the last one was, to begin with 0.
    pub(super) fn any_near(&self, id: &str, near: &mut usize) -> Option<&'w Entry> {
        if self.by_id.get(*near).is_none_or(|entry| entry.id() > id) {
            *near = 0;
        }
        let rest = self.by_id.get(*near..).unwrap_or_default();
        *near += count_before(rest, |entry| entry.id() < id);
        self.by_id.get(*near).copied().filter(|entry| entry.id() == id)
    }

    /// The id that stands for `id` after all corrections.
    #[must_use]
    pub fn current<'a>(&self, id: &'a str) -> &'a str
    where
        'w: 'a,
    {
        if self.beyond.map_or(self.successors.is_empty(), |beyond| beyond.is_plain()) {
            return id;
        }
        let successor = |id: &str| match &self.beyond {
            Some(beyond) => beyond.successor(id),
            None => self.successors.get(id).copied(),
        };
        let mut seen = BTreeSet::new();
        let mut current = id;
        while let Some(next) = successor(current) {
            if !seen.insert(current) {
                break;
            }
            current = next;
        }
        current
    }

    /// The day on which registers are read when they are counted themselves.
    #[must_use]
    pub fn snapshot_day(&self) -> Date {
        self.as_of.min(self.end)
    }

    /// Whether a register is declared complete; the latest declaration decides.
    #[must_use]
    pub fn is_complete(&self, register: &str) -> bool {
        if let Some(beyond) = &self.beyond {
            return beyond.is_complete(register);
        }
        self.entries("register_declaration")
            .iter()
            .filter(|event| {
                event.text("register") == Some(register) && self.standing(&Element::whole(event)).0 == Tri::Yes
            })
            .max_by(|a, b| (a.date(), a.recorded_at(), a.id()).cmp(&(b.date(), b.recorded_at(), b.id())))
            .is_some_and(|event| event.get("complete") == Some(Value::YesNo(true)))
    }

    /// Notes that an element breaks, or may break, a rule.
    pub(super) fn fault(&mut self, element: &Element<'w>, tri: Tri, rule: &'w str) {
        let of_kind = self.faults.entry(element.entry.kind().name).or_default();
        let slot = of_kind.entry((element.entry.id(), element.place)).or_insert((tri, rule));
        if tri < slot.0 {
            *slot = (tri, rule);
        }
    }

    /// Whether the rules let an element count, and the rule that does not.
    #[must_use]
    pub fn standing(&self, element: &Element<'w>) -> (Tri, Option<&'w str>) {
        if let Some(defect) = element.entry.defects().next() {
            return (Tri::No, Some(defect.params.get("rule").map_or(defect.code.as_str(), String::as_str)));
        }
        let Some(faults) = self.faults.get(element.entry.kind().name) else { return (Tri::Yes, None) };
        let at = |place| faults.get(&(element.entry.id(), place));
        let whole = if element.place == Place::Whole { None } else { at(Place::Whole) };
        let faults = [at(element.place), whole].into_iter().flatten();
        faults.min_by_key(|fault| fault.0).map_or((Tri::Yes, None), |(tri, rule)| (*tri, Some(rule)))
    }

    /// Whether a waiver lets a record through a condition.
    #[must_use]
    pub fn is_let_through(&self, record: &str, condition: &str) -> bool {
        self.let_through.contains(&(condition, record))
    }

    /// The score of an evaluation: as given, or its marks by the contract's weights, out of 100.
    ///
    /// None when neither is there, a weighted aspect has no mark, what is given cannot be, or it is
    /// not known of how much the marks are: those without a full mark that all fit their weights
    /// may be out of 100 or out of these.
    #[must_use]
    pub fn score(&self, evaluation: &Entry) -> Option<Exact> {
        let hundred = Exact::whole(100);
        let within = |score: &Exact, most: Exact| Exact::ZERO <= *score && *score <= most;
        if let Some(score) = evaluation.get("score").and_then(super::test::number) {
            return Some(score).filter(|score| within(score, hundred));
        }
        let weights = self.weights.filter(|weights| !weights.is_empty())?;
        let list = Field::position(evaluation.kind().fields, "marks")?;
        let Some(Value::Items(marks)) = evaluation.at(list) else { return None };
        let mark_of = |aspect: &str| {
            let marks = (0..marks.len()).map(|at| Element { entry: evaluation, place: Place::item(list, at) });
            let is_aspect =
                |mark: &Element<'_>| mark.named("aspect").and_then(Value::text).is_some_and(|code| code == aspect);
            // Two marks for one aspect contradict each other.
            let mut found = marks.filter(is_aspect);
            found.next().filter(|_| found.next().is_none())
        };
        let (mut out_of_hundred, mut out_of_weights, mut fit) = (Exact::ZERO, Exact::ZERO, true);
        for (aspect, weight) in weights {
            let mark = mark_of(aspect)?;
            let got = mark.named("mark").and_then(super::test::number)?;
            let stated = mark.named("full").and_then(super::test::number);
            let full = stated.unwrap_or(hundred);
            if !within(&got, full) {
                return None;
            }
            let points = weight.times(got)?.over(full)?;
            out_of_hundred = out_of_hundred.plus(points)?;
            out_of_weights = out_of_weights.plus(if stated.is_some() { points } else { got })?;
            fit &= stated.is_some() || got <= *weight;
        }
        (!fit || out_of_hundred == out_of_weights).then_some(out_of_hundred)
    }

    /// Age on a day, as the least and greatest that a partial birth date allows.
    #[must_use]
    pub fn age(birth: PartialDate, on: Date) -> (i64, i64) {
        (on.age_since(birth.latest), on.age_since(birth.earliest))
    }
}

/// The later of two versions of a register entry; among equals the greater text, so that order never decides.
pub(super) fn latest<'w>(known: &'w Entry, next: &'w Entry) -> &'w Entry {
    let later = next.recorded_at().cmp(&known.recorded_at());
    let is_later =
        later.is_gt() || later.is_eq() && next.content() != known.content() && next.canonical() > known.canonical();
    if is_later { next } else { known }
}

/// The entry of an id among entries in the order of their ids.
fn find<'w>(entries: &[&'w Entry], id: &str) -> Option<&'w Entry> {
    entries.get(entries.binary_search_by(|entry| entry.id().cmp(id)).ok()?).copied()
}

/// Puts entries in the order of ids and contents, each content once; returns the ids that several contents bear.
fn conflicts<'w>(entries: &mut Vec<&'w Entry>) -> Vec<&'w str> {
    entries.sort_by(|a, b| a.id().cmp(b.id()).then_with(|| a.content().cmp(&b.content())));
    entries.dedup_by(|a, b| a.id() == b.id() && a.content() == b.content());
    let bearers = entries.chunk_by(|a, b| a.id() == b.id()).filter(|bearers| bearers.len() > 1);
    bearers.filter_map(|bearers| bearers.first().map(|entry| entry.id())).collect()
}
