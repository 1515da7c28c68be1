//! What explains a change.

use super::entries::{Change, EntryChange};
use super::requirement::RequirementChange;
use super::snapshot::Snapshot;
use crate::entry::{Entry, Value};
use crate::evaluate::{Operands, RequirementAnswer, WaivedAnswer};
use crate::finding::{Code, Finding, change, counting};
use crate::kind::{self, Family};
use crate::sorted::Set;

/// Everything that may explain a change.
pub(super) struct Causes<'s> {
    before: &'s Snapshot<'s>,
    middle: Option<&'s Snapshot<'s>>,
    after: &'s Snapshot<'s>,
    entries: &'s [EntryChange],
}

impl<'s> Causes<'s> {
    pub(super) fn new(
        before: &'s Snapshot<'_>,
        middle: Option<&'s Snapshot<'_>>,
        after: &'s Snapshot<'_>,
        entries: &'s [EntryChange],
    ) -> Self {
        Self { before, middle, after, entries }
    }

    /// Other terms: contract, version of the package, readings.
    fn terms(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        let (one, other) = (self.before, self.after);
        if one.contract != other.contract {
            let changed = Finding::new(change::CONTRACT_CHANGED);
            found.push(changed.with("before", &one.contract.id).with("after", &other.contract.id));
        }
        if one.evaluation.version != other.evaluation.version {
            let changed = Finding::new(change::VERSION_CHANGED);
            found.push(changed.with("before", &one.evaluation.version).with("after", &other.evaluation.version));
        }
        for reading in &one.evaluation.readings {
            let now = other.evaluation.readings.iter().find(|now| now.id == reading.id);
            if let Some(now) = now.filter(|now| now.option != reading.option) {
                let changed = Finding::new(change::READING_CHANGED).with("reading", &reading.id);
                found.push(changed.with("before", &reading.option).with("after", &now.option));
            }
        }
        found
    }

    /// Events of some kinds that came, changed or went.
    fn events(&self, kinds: &[&str]) -> Vec<Finding> {
        let of_kinds = self.entries.iter().filter(|entry| kinds.contains(&entry.kind));
        of_kinds
            .map(|entry| {
                let code = match entry.change {
                    Change::Added | Change::Changed => change::EVENT_APPLIES,
                    Change::Removed | Change::SetAside => change::EVENT_LAPSES,
                };
                event(code, &entry.id, entry.kind)
            })
            .collect()
    }

    pub(super) fn of_service_end(&self) -> Vec<Finding> {
        [self.terms(), self.events(&["extension"])].concat()
    }

    pub(super) fn of_state(&self) -> Vec<Finding> {
        let mut found = self.terms();
        found.extend(self.events(&["termination", "closure", "extension"]));
        if self.middle.is_some_and(|middle| middle.lifecycle.state != self.before.lifecycle.state) {
            found.push(self.time());
        }
        found
    }

    /// The grounds of the decision that came or went, with the events that end a contract.
    pub(super) fn of_decision(&self) -> Vec<Finding> {
        type Ground = (Code, String);
        fn grounds(snapshot: &Snapshot<'_>) -> Vec<Ground> {
            let closing = &snapshot.closing;
            let items = closing.blockers.iter().chain(&closing.missing);
            let mut grounds: Vec<Ground> = items.map(|of| (of.code, of.path.clone())).collect();
            grounds.sort();
            grounds.dedup();
            grounds
        }
        let (one, other) = (grounds(self.before), grounds(self.after));
        let ground = |code, (ground, of): &Ground| {
            Finding::new(code).with("ground", ground.as_str()).with("of", of).at(of.as_str())
        };
        let mut found = self.events(&["termination", "closure"]);
        found.extend(other.iter().filter(|of| !one.contains(of)).map(|of| ground(change::GROUND_ARISEN, of)));
        found.extend(one.iter().filter(|of| !other.contains(of)).map(|of| ground(change::GROUND_CLEARED, of)));
        found
    }

    /// What explains the change of a requirement.
    pub(super) fn of_requirement(
        &self,
        changed: &RequirementChange,
        before: Option<&RequirementAnswer>,
        middle: Option<&RequirementAnswer>,
        after: Option<&RequirementAnswer>,
    ) -> Vec<Finding> {
        let terms = self.terms();
        let has_terms = !terms.is_empty();
        let mut found = terms;
        let is_by_time = middle.is_some() && RequirementChange::between(before, middle).is_some();
        if is_by_time {
            found.extend(self.windows(before, middle));
        }
        if middle.is_none() || RequirementChange::between(middle, after).is_some() {
            let by_entries = self.by_entries(changed, before, after);
            if by_entries.is_empty() && !has_terms {
                found.extend(self.related(before, after));
            }
            found.extend(by_entries);
        }
        found
    }

    /// Elements, corrections, waivers, make-ups and extensions.
    fn by_entries(
        &self,
        changed: &RequirementChange,
        before: Option<&RequirementAnswer>,
        after: Option<&RequirementAnswer>,
    ) -> Vec<Finding> {
        let entry_of = |element: &str| element.split('/').next().unwrap_or_default().to_owned();
        let mut found = Vec::new();
        for element in &changed.entered {
            let entered = Finding::new(change::ELEMENT_ENTERED).with("element", element);
            found.push(entered.about(entry_of(element)));
        }
        for left in &changed.left {
            let by = left.reason.as_ref().filter(|reason| reason.code == counting::RETRACTED);
            let id = entry_of(&left.element);
            let finding = match by.and_then(|reason| reason.params.get("by")) {
                Some(by) => Finding::new(change::ENTRY_CORRECTED).with("id", &id).with("by", by).about(id).about(by),
                None => Finding::new(change::ELEMENT_LEFT).with("element", &left.element).about(id),
            };
            found.push(finding);
        }
        let (one, other) = (waivers(before), waivers(after));
        found.extend(other.iter().filter(|of| !one.contains(*of)).map(|id| event(change::EVENT_APPLIES, id, "waiver")));
        found.extend(one.iter().filter(|of| !other.contains(*of)).map(|id| event(change::EVENT_LAPSES, id, "waiver")));
        found.extend(self.make_ups(before.or(after)));
        if spans(before) != spans(after) && self.before.world.end != self.after.world.end {
            found.extend(self.events(&["extension"]));
        }
        found
    }

    /// Make-ups for the requirement or one of its parts.
    fn make_ups(&self, answer: Option<&RequirementAnswer>) -> Vec<Finding> {
        let mut ids = Set::default();
        answer.into_iter().for_each(|answer| collect_ids(answer, &mut ids));
        let make_ups = self.entries.iter().filter(|entry| entry.kind == "make_up");
        make_ups
            .filter_map(|entry| {
                let world = if entry.change == Change::Added { &self.after.world } else { &self.before.world };
                let make_up = world.any(&entry.id)?;
                ids.contains(make_up.text("requirement")?).then(|| {
                    let is_new = matches!(entry.change, Change::Added | Change::Changed);
                    let code = if is_new { change::EVENT_APPLIES } else { change::EVENT_LAPSES };
                    event(code, &entry.id, "make_up")
                })
            })
            .collect()
    }

    /// Entries behind elements that count as before: entries that elements name, above all of registers;
    /// where none is named, every entry that changed.
    fn related(&self, before: Option<&RequirementAnswer>, after: Option<&RequirementAnswer>) -> Vec<Finding> {
        let mut named = Vec::new();
        for (snapshot, answer) in [(self.before, before), (self.after, after)] {
            let answers = answer.into_iter();
            let elements = answers
                .flat_map(|answer| answer.counted.iter().chain(answer.not_counted.keys()).chain(answer.perhaps.keys()));
            for id in elements.filter_map(|element| element.split('/').next()) {
                named.push(id.to_owned());
                let registers = kind::ALL.iter().filter(|kind| kind.family == Family::Register);
                let entry = snapshot.world.any(id);
                entry.into_iter().for_each(|entry| names(entry, &mut named));
                for kind in registers {
                    snapshot.world.follow(id, &[kind]).into_iter().for_each(|entry| names(entry, &mut named));
                }
            }
        }
        let named: Set<String> = named.into_iter().collect();
        let near: Vec<&EntryChange> = self.entries.iter().filter(|entry| named.contains(&*entry.id)).collect();
        let all: Vec<&EntryChange> = if near.is_empty() { self.entries.iter().collect() } else { near };
        all.into_iter()
            .map(|entry| {
                let code = match entry.change {
                    Change::Added => change::ENTRY_ADDED,
                    Change::Removed | Change::SetAside => change::ENTRY_REMOVED,
                    Change::Changed => change::ENTRY_CHANGED,
                };
                Finding::new(code).with("id", &entry.id).about(entry.id.as_ref())
            })
            .collect()
    }

    /// The windows that began or ended while nothing else happened.
    fn windows(&self, before: Option<&RequirementAnswer>, middle: Option<&RequirementAnswer>) -> Vec<Finding> {
        let mut found = Vec::new();
        let (one, other) = (compared(before), compared(middle));
        for (name, now) in &other {
            let Some((_, then)) = one.iter().find(|(known, _)| known == name) else { continue };
            let window = name.rsplit(' ').next().unwrap_or_default();
            if now.over && !then.over {
                found.push(Finding::new(change::WINDOW_OVER).with("window", window).with("last", now.last));
            } else if now.begun && !then.begun {
                found.push(Finding::new(change::WINDOW_BEGUN).with("window", window).with("first", now.first));
            }
        }
        found.sort();
        found.dedup();
        if found.is_empty() {
            found.push(self.time());
        }
        found
    }

    fn time(&self) -> Finding {
        let (from, to) = (self.before.world.as_of, self.after.world.as_of);
        Finding::new(change::TIME_PASSED).with("from", from).with("to", to)
    }
}

fn event(code: Code, id: &str, kind: &str) -> Finding {
    Finding::new(code).with("event", id).with("kind", kind).about(id)
}

fn waivers(answer: Option<&RequirementAnswer>) -> Set<String> {
    let waived = answer.into_iter().flat_map(|answer| answer.waived.iter());
    waived.map(|waiver: &WaivedAnswer| waiver.event.clone()).collect()
}

fn collect_ids(answer: &RequirementAnswer, ids: &mut Set<String>) {
    ids.extend(answer.id.as_ref().map(ToString::to_string));
    answer.parts.iter().chain(answer.cells.iter().flat_map(|cell| &cell.parts)).for_each(|part| collect_ids(part, ids));
}

/// All comparisons below an answer, each with the parts, members and period that tell it.
fn compared(answer: Option<&RequirementAnswer>) -> Vec<(String, Operands)> {
    fn below(answer: &RequirementAnswer, above: &str, window: &str, found: &mut Vec<(String, Operands)>) {
        found.extend(answer.operands.iter().map(|operands| (format!("{above} {window}"), operands.clone())));
        for (at, part) in answer.parts.iter().enumerate() {
            below(part, &format!("{above}.{at}"), window, found);
        }
        for cell in &answer.cells {
            let window = cell.window.as_deref().unwrap_or_default();
            let above = format!("{above} {}", cell.members.join(","));
            found.extend(cell.operands.iter().map(|operands| (format!("{above} {window}"), operands.clone())));
            for (at, part) in cell.parts.iter().enumerate() {
                below(part, &format!("{above}.{at}"), window, found);
            }
        }
    }
    let mut found = Vec::new();
    answer.into_iter().for_each(|answer| below(answer, "", "", &mut found));
    found
}

/// First and last days of everything that is compared.
fn spans(answer: Option<&RequirementAnswer>) -> Vec<(String, crate::time::Date, crate::time::Date)> {
    compared(answer).into_iter().map(|(name, operands)| (name, operands.first, operands.last)).collect()
}

/// All ids that an entry's values may name.
fn names(entry: &Entry, named: &mut Vec<String>) {
    fn collect(value: Value<'_>, named: &mut Vec<String>) {
        match value {
            Value::Text(text) => named.push(text.to_string()),
            Value::List(values) => values.iter().for_each(|of| collect(of, named)),
            Value::Items(items) => items.iter().flat_map(|item| item.iter()).for_each(|(_, of)| collect(of, named)),
            _ => {}
        }
    }
    entry.values().iter().for_each(|(_, of)| collect(of, named));
}
