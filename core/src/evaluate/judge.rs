//! Judging a requirement: its cells, their outcomes, and what they come to together.

use super::answer::{CellAnswer, CheckAnswer, Mark, RequirementAnswer, ShowAnswer, TargetAnswer, WaivedAnswer};
use super::element::Element;
use super::gather::Candidates;
use super::grid::Grid;
use super::measure::Tally;
use super::names::sort_by_name;
use super::operands::Operands;
use super::outcome::Outcome;
use super::range::Range;
use super::reasons::Reasons;
use super::span::Span;
use super::state::{Spread, State};
use super::tri::Tri;
use super::world::World;
use crate::contract::Contract;
use crate::finding::{Finding, counting};
use crate::number::Exact;
use crate::package::model::{Body, CheckElse, ClosingNeed, Measure, Requirement, Source, Target, TargetValue, Window};
use crate::time::Date;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// Judges requirements against a world.
#[derive(Debug)]
pub struct Judge<'w> {
    pub(super) world: &'w World<'w>,
    pub(super) contract: &'w Contract,
    /// The day of judgement is taken as the end of what is open until closing.
    pub(super) closing: bool,
    /// Reasons, names and parts are wanted, not the numbers alone.
    pub(super) detailed: bool,
    /// What sources found, for others that ask the same.
    pub(super) candidates: RefCell<Vec<(&'w Source, Rc<Candidates<'w>>)>>,
    by_id: BTreeMap<&'w str, &'w Requirement>,
    /// Days of requirements that anchor windows; each is judged once.
    anchors: RefCell<BTreeMap<Arc<str>, Anchors>>,
}

/// The days by which a requirement anchors windows of others.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anchors {
    /// The first certain element that counts.
    pub first: Option<Date>,
    /// The day on which it came to be met.
    pub met: Option<Date>,
}

/// A cell as judged.
#[derive(Clone, Debug)]
pub struct Cell<'w> {
    pub(crate) outcome: Outcome,
    pub(crate) holding: bool,
    /// Whether the target is reached for sure, whatever time remains.
    pub(crate) sure: Tri,
    pub(crate) range: Option<Range>,
    pub(crate) target: Option<Exact>,
    /// What the comparison was made of; none for a combination.
    pub(super) operands: Option<Operands>,
    pub(super) fraction: Exact,
    pub(crate) counted: Vec<Element<'w>>,
    pub(crate) missing: BTreeSet<String>,
    pub(crate) met_day: Option<Date>,
    /// When it may hold: since when it may, as far as elements decide it; else from the outset.
    pub(super) possible_since: Option<Option<Date>>,
    /// When it holds for sure: since when, as far as elements decide it; else it holds from the outset.
    pub(super) held_since: Option<Option<Date>>,
    pub(super) first_day: Option<Date>,
    pub(crate) gaps: Vec<(Date, Date)>,
    /// It cannot be reached.
    pub(crate) infeasible: bool,
    /// Waivers of parts in this cell.
    pub(super) waived: Vec<WaivedAnswer>,
    /// Answers of the parts of a combination, in this cell.
    pub(super) parts: Vec<RequirementAnswer>,
    /// How many of them are needed.
    pub(super) parts_needed: usize,
}

impl Cell<'_> {
    fn state(&self) -> State {
        State { outcome: self.outcome, holding: self.holding, sure: self.sure }
    }

    fn stand(&mut self, state: State) {
        State { outcome: self.outcome, holding: self.holding, sure: self.sure } = state;
    }

    /// What it has and what it needs, for the reason of a container that falls short.
    pub(super) fn short(&self) -> (String, String) {
        let text = |number: Option<Exact>| number.map_or_else(|| "–".to_owned(), |number| number.to_string());
        if self.range.is_none() && !self.parts.is_empty() {
            let holds = |part: &&RequirementAnswer| part.outcome == Outcome::Met || part.holding;
            return (self.parts.iter().filter(holds).count().to_string(), self.parts_needed.to_string());
        }
        (text(self.range.and_then(|range| range.lo)), text(self.target))
    }
}

impl<'w> Judge<'w> {
    /// A judge for one day.
    #[must_use]
    pub fn new(world: &'w World<'w>, contract: &'w Contract, closing: bool) -> Self {
        let mut by_id = BTreeMap::new();
        let plan = world.plan;
        let needs = plan.closing.iter().filter_map(|item| match &item.need {
            ClosingNeed::Requirement(requirement) => Some(requirement),
            ClosingNeed::Completion(_) => None,
        });
        for requirement in plan.requirements().chain(needs) {
            index(requirement, &mut by_id);
        }
        Self { closing, detailed: true, by_id, ..Self::alone(world, contract) }
    }

    /// A judge of a world that holds one record alone: no other requirement is asked for.
    #[must_use]
    pub(crate) fn alone(world: &'w World<'w>, contract: &'w Contract) -> Self {
        Self {
            world,
            contract,
            closing: false,
            detailed: false,
            candidates: RefCell::default(),
            by_id: BTreeMap::new(),
            anchors: RefCell::default(),
        }
    }

    /// A judge who says where requirements stand without saying why: no reasons, names, cells or parts.
    #[must_use]
    pub(super) fn brief(world: &'w World<'w>, contract: &'w Contract) -> Self {
        Self { detailed: false, ..Self::new(world, contract, false) }
    }

    /// What takes reasons, if they are wanted.
    pub(super) fn reasons(&self) -> Reasons<'w> {
        if self.detailed { Reasons::wanted() } else { Reasons::unwanted() }
    }

    /// Whether a requirement, or a part of one, bears this id.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// The anchoring days of a requirement.
    pub(super) fn anchors(&self, id: &str) -> Anchors {
        if let Some(known) = self.anchors.borrow().get(id) {
            return *known;
        }
        let Some((key, requirement)) = self.by_id.get_key_value(id) else { return Anchors::default() };
        let answer = self.requirement(requirement);
        let anchors = Anchors { first: answer.first_day, met: answer.met_day };
        self.anchors.borrow_mut().insert(Arc::from(*key), anchors);
        anchors
    }

    fn judge_cells(&self, requirement: &'w Requirement, reasons: &mut Reasons<'w>) -> (Vec<Cell<'w>>, Grid<'w>) {
        let grid = self.grid(&requirement.each, &requirement.window);
        (self.cells(requirement, &grid, reasons), grid)
    }

    /// Judges a requirement in every cell of a grid.
    pub(super) fn cells(
        &self,
        requirement: &'w Requirement,
        grid: &Grid<'w>,
        reasons: &mut Reasons<'w>,
    ) -> Vec<Cell<'w>> {
        match &requirement.body {
            Body::Leaf(measure, target) => {
                let id = requirement.id.as_deref();
                let tallies = self.tally(measure, grid, id, requirement.window.until_closing, reasons);
                let falls = falls(measure);
                grid.cells
                    .iter()
                    .zip(tallies)
                    .map(|(cell, tally)| {
                        let combo = grid.combos.get(cell.combo);
                        let value = self.target(target, combo.map_or(&[][..], |combo| combo.members.as_slice()));
                        let operands = self
                            .detailed
                            .then(|| Operands::new(requirement, target, value, tally.range, &cell.span, falls));
                        Cell { operands, ..self.leaf(target, value, tally, &cell.span, falls) }
                    })
                    .collect()
            }
            Body::All(parts) => self.combine(requirement, parts, grid, true, reasons),
            Body::Any(parts) => self.combine(requirement, parts, grid, false, reasons),
            Body::TextOnly => Vec::new(),
        }
    }

    /// What a cell with these members must reach.
    pub(super) fn target(&self, target: &'w Target, members: &[Element<'w>]) -> Option<Exact> {
        match &target.value {
            TargetValue::Fixed(value) => Some(*value),
            TargetValue::By { path, of, otherwise } => {
                let member = members.last()?;
                let code =
                    super::keys::texts(self.world, path, *member, self.world.reading(member, true)).into_iter().next();
                // A member whose code is not known may owe any of them.
                code.and_then(|code| of.get(&*code).copied().or(*otherwise))
            }
        }
    }

    fn leaf(&self, target: &Target, value: Option<Exact>, mut tally: Tally<'w>, span: &Span, falls: bool) -> Cell<'w> {
        let State { outcome, holding, sure } = State::of_measure(target, value, tally.range, span, falls);
        if span.waits_for.is_some() {
            tally.range = Range::WAITING;
            tally.growth.clear();
            tally.covered_days = 0;
        }

        let met_day = if target.cmp.wants_more() && !falls {
            value.and_then(|value| tally.day_reached(target, value)).filter(|_| outcome == Outcome::Met)
        } else {
            // What can still fall, and an upper limit, are met when the window is over.
            (outcome == Outcome::Met).then_some(span.last)
        };
        let mut missing = BTreeSet::new();
        if sure != Tri::Yes {
            missing.extend(tally.missing.iter().map(ToString::to_string));
            missing.extend(span.waits_for.clone());
            missing.extend(value.is_none().then(|| "target".to_owned()));
        }
        Cell {
            outcome,
            holding,
            sure,
            fraction: fraction(target, value, &tally, outcome, holding),
            range: Some(tally.range),
            target: value,
            operands: None,
            possible_since: (sure != Tri::No).then(|| {
                let value = value.filter(|_| target.cmp.wants_more() && !falls)?;
                tally.day_possible(target, value)
            }),
            held_since: (sure == Tri::Yes).then(|| {
                let value = value.filter(|_| target.cmp.wants_more() && !falls)?;
                tally.day_reached(target, value)
            }),
            first_day: tally.growth.first(),
            met_day,
            counted: tally.counted,
            missing,
            gaps: tally.gaps,
            infeasible: span.infeasible,
            waived: Vec::new(),
            parts: Vec::new(),
            parts_needed: 0,
        }
    }

    /// A part without cells of its own is judged in its parent's.
    pub(super) fn shares_cells(requirement: &Requirement, part: &Requirement) -> bool {
        part.inherits || (part.each.is_empty() && !part.window.stated && requirement.id.is_none())
    }

    fn combine(
        &self,
        requirement: &'w Requirement,
        parts: &'w [Requirement],
        grid: &Grid<'w>,
        all: bool,
        reasons: &mut Reasons<'w>,
    ) -> Vec<Cell<'w>> {
        let mut by_part: Vec<(&'w Requirement, Vec<Cell<'w>>)> = Vec::new();
        for part in parts {
            if Self::shares_cells(requirement, part) {
                by_part.push((part, self.waive_cells(part, grid, self.cells(part, grid, reasons))));
            } else {
                // A part with cells of its own says the same in every cell of its parent.
                let cell = Cell::from_judged(self.judged(part), self.detailed);
                by_part.push((part, grid.cells.iter().map(|_| cell.clone()).collect()));
            }
        }
        (0..grid.cells.len())
            .map(|at| {
                let cells: Vec<(&'w Requirement, &Cell<'w>)> =
                    by_part.iter().filter_map(|(part, cells)| Some((*part, cells.get(at)?))).collect();
                let joined = join(&cells, all);
                if !self.detailed {
                    return joined;
                }
                let parts = cells.iter().map(|(part, cell)| self.part_answer(part, cell)).collect();
                Cell { parts, ..joined }
            })
            .collect()
    }

    /// The cells of a part that is judged in its parent's cells, with its waivers applied.
    fn waive_cells(&self, part: &'w Requirement, grid: &Grid<'w>, mut cells: Vec<Cell<'w>>) -> Vec<Cell<'w>> {
        if self.world.waivers.is_empty() {
            return cells;
        }
        for (cell, place) in cells.iter_mut().zip(&grid.cells) {
            let waiver = self
                .whole_waiver(part)
                .or_else(|| self.waiver(part, &grid.members_of(place), place.span.name.as_deref()));
            if let Some(waiver) = waiver {
                cell.met_day = waiver.date;
                cell.first_day = None;
                cell.waived.push(waiver);
                cell.outcome = Outcome::Met;
                cell.holding = false;
                cell.sure = Tri::Yes;
                cell.infeasible = false;
                cell.fraction = Exact::ONE;
                cell.missing.clear();
            }
        }
        cells
    }

    fn part_answer(&self, part: &'w Requirement, cell: &Cell<'w>) -> RequirementAnswer {
        if let [answer] = cell.parts.as_slice()
            && answer.id == part.id
            && part.id.is_some()
        {
            return answer.clone();
        }
        let mut answer = RequirementAnswer::new(part);
        answer.outcome = cell.outcome;
        answer.holding = cell.holding;
        answer.fraction = cell.fraction;
        answer.range = cell.range;
        answer.target = TargetAnswer::of(part);
        answer.counted = names(&cell.counted);
        answer.missing = cell.missing.iter().cloned().collect();
        answer.waived.clone_from(&cell.waived);
        answer.gaps.clone_from(&cell.gaps);
        answer.readings = self.readings(part);
        answer.parts.clone_from(&cell.parts);
        answer.operands.clone_from(&cell.operands);
        answer
    }

    /// Judges a requirement with its cells, checks, shows and waivers.
    #[must_use]
    pub fn requirement(&self, requirement: &'w Requirement) -> RequirementAnswer {
        self.judged(requirement).answer
    }

    /// The same with the elements that count, each name once and in order.
    pub(super) fn judged(&self, requirement: &'w Requirement) -> Judged<'w> {
        let mut answer = RequirementAnswer::new(requirement);
        if self.detailed {
            answer.readings = self.readings(requirement);
            answer.shows = self.shows(requirement);
        }
        if matches!(requirement.body, Body::TextOnly) {
            answer.text_only = true;
            return Judged { answer, counted: Vec::new() };
        }
        let mut reasons = self.reasons();
        let (cells, grid) = self.judge_cells(requirement, &mut reasons);
        answer.target = TargetAnswer::of(requirement);
        let counted = self.settle(requirement, &grid, cells, &mut answer);
        self.apply_checks(requirement, &mut answer);
        self.waive_whole(requirement, &mut answer);
        if matches!(answer.outcome, Outcome::Met | Outcome::Unknown) {
            answer.marks.remove(&Mark::Infeasible);
        }
        (answer.not_counted, answer.perhaps) = reasons.apart(self.world, &counted);
        if let Some(id) = &requirement.id {
            for finding in answer.not_counted.values_mut().chain(answer.perhaps.values_mut()) {
                finding.path.clone_from(&id.to_string());
            }
        }
        Judged { answer, counted }
    }

    /// Combines the cells, leaving out those that are waived; returns the elements that count.
    fn settle(
        &self,
        requirement: &Requirement,
        grid: &Grid<'w>,
        cells: Vec<Cell<'w>>,
        answer: &mut RequirementAnswer,
    ) -> Vec<Element<'w>> {
        let quantified = !requirement.each.is_empty() || requirement.window.unit.is_some();
        let mut kept = Vec::new();
        let mut fractions = Vec::new();
        let mut spread = Spread::default();
        let mut counted = Vec::new();
        for (mut cell, place) in cells.into_iter().zip(&grid.cells) {
            cell.stand(cell.state().if_owed(place.owed));
            let is_named = self.detailed || !self.world.waivers.is_empty();
            let members = if is_named { grid.members_of(place) } else { Vec::new() };
            let waiver = self.waiver(requirement, &members, place.span.name.as_deref());
            answer.waived.extend(cell.waived.iter().cloned());
            if quantified && self.detailed {
                answer.cells.push(CellAnswer::new(
                    &cell,
                    members,
                    (&place.span, place.owed),
                    self.world.as_of,
                    waiver.clone(),
                ));
            }
            counted.append(&mut cell.counted);
            if waiver.is_some() {
                fractions.push(Exact::ONE);
            } else {
                fractions.push(cell.fraction);
                spread.add(cell.state(), place.owed);
                kept.push(cell);
            }
            answer.waived.extend(waiver);
        }
        put_in_order(&mut counted);
        if self.detailed {
            answer.counted = names(&counted);
        }
        answer.fraction = Exact::mean(&fractions).unwrap_or(Exact::ZERO);
        answer.missing =
            kept.iter().flat_map(|cell| cell.missing.iter().cloned()).collect::<BTreeSet<_>>().into_iter().collect();
        let waived_on = answer.waived.iter().filter_map(|waiver| waiver.date).max();
        if kept.is_empty() {
            answer.met_day = waived_on;
            // Nobody owes anything: not a pass. All waived: a pass that names its approvers.
            answer.outcome = if fractions.is_empty() { Outcome::Unknown } else { Outcome::Met };
            answer.sure = if fractions.is_empty() { Tri::Maybe } else { Tri::Yes };
            if fractions.is_empty() {
                answer.missing.push(if grid.no_members { "members" } else { "cells" }.to_owned());
            }
            return counted;
        }
        let is_any_waived = kept.len() < fractions.len();
        let State { outcome, holding, sure } = spread.settled(is_any_waived);
        (answer.outcome, answer.holding, answer.sure) = (outcome, holding, sure);
        if answer.outcome == Outcome::Met {
            answer.met_day = kept.iter().filter_map(|cell| cell.met_day).max().max(waived_on);
        }
        if kept.iter().any(|cell| cell.infeasible) {
            answer.marks.insert(Mark::Infeasible);
        }
        answer.first_day = kept.iter().filter_map(|cell| cell.first_day).min();
        if let ([cell], false) = (kept.as_slice(), quantified) {
            answer.range = cell.range;
            answer.gaps.clone_from(&cell.gaps);
            answer.parts.clone_from(&cell.parts);
            answer.operands.clone_from(&cell.operands);
        }
        counted
    }

    pub(super) fn waiver(
        &self,
        requirement: &Requirement,
        members: &[String],
        window: Option<&str>,
    ) -> Option<WaivedAnswer> {
        let id = requirement.id.as_deref()?;
        self.world
            .waivers
            .iter()
            .filter(|waiver| waiver.requirement == Some(id) && waiver.record.is_none())
            .filter(|waiver| waiver.member.is_some() || waiver.window.is_some())
            .find(|waiver| {
                let names = |member: &str| {
                    let current = self.world.current(member);
                    members
                        .iter()
                        .any(|m| m == member || m.split('/').next().is_some_and(|id| id == member || id == current))
                };
                waiver.member.is_none_or(names) && waiver.window.is_none_or(|name| window == Some(name))
            })
            .map(WaivedAnswer::of)
    }

    pub(super) fn whole_waiver(&self, requirement: &Requirement) -> Option<WaivedAnswer> {
        let id = requirement.id.as_deref()?;
        let is_whole = |waiver: &&super::world::Waiver<'_>| {
            waiver.requirement == Some(id)
                && waiver.member.is_none()
                && waiver.window.is_none()
                && waiver.record.is_none()
        };
        self.world.waivers.iter().find(is_whole).map(WaivedAnswer::of)
    }

    fn waive_whole(&self, requirement: &Requirement, answer: &mut RequirementAnswer) {
        if let Some(waiver) = self.whole_waiver(requirement) {
            answer.first_day = None;
            answer.met_day = waiver.date;
            answer.waived.push(waiver);
            answer.outcome = Outcome::Met;
            answer.sure = Tri::Yes;
            answer.holding = false;
            answer.fraction = Exact::ONE;
            answer.missing.clear();
        }
    }

    fn apply_checks(&self, requirement: &'w Requirement, answer: &mut RequirementAnswer) {
        for check in &requirement.checks {
            if check.needs_complete.is_some_and(|register| !self.world.is_complete(register.name)) {
                continue;
            }
            // Marks are none of the numbers.
            if !self.detailed && check.otherwise != CheckElse::Unknown {
                continue;
            }
            let checked = self.requirement(&check.requirement);
            if checked.sure == Tri::Yes {
                continue;
            }
            match check.otherwise {
                CheckElse::Infeasible if checked.sure == Tri::No => {
                    answer.marks.insert(Mark::Infeasible);
                }
                CheckElse::Infeasible => continue,
                CheckElse::Warn => {
                    answer.marks.insert(Mark::Warning);
                }
                CheckElse::Unknown => {
                    answer.outcome = Outcome::Unknown;
                    answer.holding = false;
                    answer.sure = Tri::Maybe;
                    answer.met_day = None;
                    answer.missing.extend(checked.missing.iter().cloned());
                    answer.missing.push(check.labels.zh.to_string());
                }
            }
            answer.checks.push(CheckAnswer {
                finding: Finding::new(counting::CHECK_FAILED)
                    .with("requirement", answer.id.as_deref().unwrap_or_default())
                    .with("what", &check.labels.zh)
                    .with("what_en", &check.labels.en)
                    .under(answer.clause.as_ref()),
                range: checked.range,
                target: checked.target,
                cells: checked.cells.into_iter().filter(|cell| cell.outcome != Outcome::Met).collect(),
                otherwise: check.otherwise,
            });
        }
    }

    fn shows(&self, requirement: &'w Requirement) -> Vec<ShowAnswer> {
        let window = Window { until_closing: requirement.window.until_closing, ..Window::default() };
        let grid = self.grid(&[], &window);
        requirement
            .shows
            .iter()
            .map(|show| {
                let tallies =
                    self.tally(&show.measure, &grid, None, requirement.window.until_closing, &mut Reasons::unwanted());
                ShowAnswer {
                    labels: show.labels.clone(),
                    range: tallies.first().map_or(Range::UNDEFINED, |tally| tally.range),
                }
            })
            .collect()
    }

    fn readings(&self, requirement: &Requirement) -> Vec<(Arc<str>, Arc<str>)> {
        let in_force = self.world.plan.readings.iter();
        in_force
            .filter(|reading| requirement.readings.contains(&reading.id))
            .map(|reading| (reading.id.clone(), reading.option.clone()))
            .collect()
    }
}

/// Puts elements in the order of their names, each name once.
fn put_in_order(elements: &mut Vec<Element<'_>>) {
    if !elements.is_sorted_by(|a, b| a.by_name(b).is_lt()) {
        sort_by_name(elements, |element| *element);
        elements.dedup_by(|a, b| a.by_name(b).is_eq());
    }
}

/// The names of elements.
pub(super) fn names(elements: &[Element<'_>]) -> Vec<String> {
    elements.iter().map(ToString::to_string).collect()
}

fn index<'w>(requirement: &'w Requirement, by_id: &mut BTreeMap<&'w str, &'w Requirement>) {
    if let Some(id) = &requirement.id {
        by_id.insert(id, requirement);
    }
    if let Body::All(parts) | Body::Any(parts) = &requirement.body {
        for part in parts {
            index(part, by_id);
        }
    }
}

/// Whether a measure can fall again: quotients, snapshots, and what only the latest decides.
pub(crate) fn falls(measure: &Measure) -> bool {
    match measure {
        Measure::Count(sources) | Measure::Sum(sources) => sources.iter().any(source_falls),
        Measure::Ratio(..) => true,
        Measure::Coverage(coverage) => source_falls(&coverage.source),
    }
}

fn source_falls(source: &Source) -> bool {
    source.snapshot
        || source.latest_of.is_some()
        || source.having.as_ref().is_some_and(|nested| body_falls(&nested.body))
}

fn body_falls(body: &Body) -> bool {
    match body {
        // A nested upper limit can be broken later, so what holds now can fall.
        Body::Leaf(measure, target) => falls(measure) || !target.cmp.wants_more(),
        Body::All(parts) | Body::Any(parts) => parts.iter().any(|part| body_falls(&part.body)),
        Body::TextOnly => false,
    }
}

fn fraction(target: &Target, value: Option<Exact>, tally: &Tally<'_>, outcome: Outcome, holding: bool) -> Exact {
    if let Some(required) = tally.required_days {
        // Days still to come are not covered yet, so the share grows with the service.
        return Exact::whole(tally.covered_days).over(Exact::whole(required)).unwrap_or(Exact::ZERO);
    }
    if outcome == Outcome::Met || holding {
        return Exact::ONE;
    }
    if !target.cmp.wants_more() {
        return Exact::ZERO;
    }
    let share = value.zip(tally.range.lo).and_then(|(value, lo)| lo.over(value));
    // More than the target wants, but not certain or not enough: never shown as whole.
    share.map_or(Exact::ZERO, |share| share.min(Exact::ONE))
}

/// All parts hold since the last of them came to hold; one of them, since the first.
fn since(
    cells: &[(&Requirement, &Cell<'_>)],
    all: bool,
    of: impl Fn(&Cell<'_>) -> Option<Option<Date>>,
) -> Option<Option<Date>> {
    let since = cells.iter().map(|(_, cell)| of(cell));
    if all {
        since.collect::<Option<Vec<_>>>().map(|days| days.into_iter().flatten().max())
    } else {
        since.flatten().min()
    }
}

fn join<'w>(cells: &[(&'w Requirement, &Cell<'w>)], all: bool) -> Cell<'w> {
    let State { outcome, holding, sure } = State::joined(cells.iter().map(|(_, cell)| cell.state()), all);
    let fractions: Vec<Exact> = cells.iter().map(|(_, cell)| cell.fraction).collect();
    let fraction = if all { Exact::mean(&fractions) } else { fractions.iter().max().copied() };
    let met_days = cells.iter().map(|(_, cell)| cell.met_day);
    let met_day = if all { met_days.flatten().max() } else { met_days.flatten().min() };
    let met_day = met_day.filter(|_| outcome == Outcome::Met);
    let mut counted: Vec<Element<'w>> = cells.iter().flat_map(|(_, cell)| cell.counted.iter().copied()).collect();
    put_in_order(&mut counted);
    Cell {
        outcome,
        holding,
        sure,
        range: None,
        target: None,
        operands: None,
        fraction: fraction.unwrap_or(Exact::ZERO),
        counted,
        missing: cells.iter().flat_map(|(_, cell)| cell.missing.iter().cloned()).collect(),
        met_day,
        possible_since: since(cells, all, |cell| cell.possible_since),
        held_since: since(cells, all, |cell| cell.held_since),
        first_day: cells.iter().filter_map(|(_, cell)| cell.first_day).min(),
        gaps: Vec::new(),
        infeasible: if all {
            cells.iter().any(|(_, cell)| cell.infeasible)
        } else {
            !cells.is_empty() && cells.iter().all(|(_, cell)| cell.infeasible)
        },
        waived: cells.iter().flat_map(|(_, cell)| cell.waived.iter().cloned()).collect(),
        parts: Vec::new(),
        parts_needed: if all { cells.len() } else { 1 },
    }
}

/// An answer with the elements that count.
pub(super) struct Judged<'w> {
    pub(super) answer: RequirementAnswer,
    pub(super) counted: Vec<Element<'w>>,
}

impl<'w> Cell<'w> {
    /// The cell of a part that has cells of its own.
    fn from_judged(judged: Judged<'w>, detailed: bool) -> Self {
        let answer = judged.answer;
        Self {
            outcome: answer.outcome,
            holding: answer.holding,
            sure: answer.sure,
            range: None,
            target: None,
            operands: None,
            fraction: answer.fraction,
            counted: judged.counted,
            missing: answer.missing.iter().cloned().collect(),
            met_day: answer.met_day,
            possible_since: (answer.sure != Tri::No).then_some(None),
            held_since: (answer.sure == Tri::Yes).then_some(None),
            first_day: answer.first_day,
            gaps: Vec::new(),
            infeasible: answer.marks.contains(&Mark::Infeasible),
            waived: answer.waived.clone(),
            parts: if detailed { vec![answer] } else { Vec::new() },
            parts_needed: 1,
        }
    }
}
