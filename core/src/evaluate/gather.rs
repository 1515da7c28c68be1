//! Gathering: which elements of a source count in which cell, and why the others do not.

use super::condition::Reading;
use super::element::{Element, Place};
use super::grid::Grid;
use super::judge::Judge;
use super::keys;
use super::reasons::{Reason, Reasons};
use super::span::Span;
use super::tri::Tri;
use crate::entry::Value;
use crate::kind::{Field, Type};
use crate::package::model::{Collection, Link, Source};
use crate::time::{Date, Period};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An element that counts, or may count, in a cell.
#[derive(Clone, Debug)]
pub struct Hit<'w> {
    /// The element.
    pub element: Element<'w>,
    /// Certainly or perhaps.
    pub tri: Tri,
    /// The day that places it.
    pub day: Option<Date>,
}

/// Where in time an element stands.
#[derive(Clone, Copy, Debug)]
enum When {
    /// Nowhere: registers are not placed.
    Always,
    /// On a day.
    Day(Date),
    /// In a period.
    Period(Period),
    /// Its date is not known.
    Unknown,
}

/// From the key of a member to the combinations that it stands in.
type Index = BTreeMap<Arc<str>, Vec<usize>>;

impl<'w> Judge<'w> {
    /// The hits of a source for every cell of a grid.
    pub(super) fn gather(&self, source: &'w Source, grid: &Grid<'w>, id: Option<&str>, reasons: &mut Reasons) -> Vec<Vec<Hit<'w>>> {
        let mut hits = vec![Vec::new(); grid.cells.len()];
        if let Collection::Member { quantifier, .. } = source.of {
            self.gather_members(source, grid, quantifier, reasons, &mut hits);
            return hits;
        }
        let indexes = self.indexes(source, grid);
        let cells = cells_by_combo(grid);
        let candidates = self.candidates(source, reasons);
        for (element, tri, reading) in candidates {
            let Some(combos) = self.combos(source, grid, &indexes, &element, reading) else {
                reasons.note(&element, Reason::Orphan(link_text(source)));
                continue;
            };
            if combos.is_empty() {
                continue;
            }
            let when = self.when(source, &element, reading);
            let moved = self.moved(id, &element);
            let mut placed = false;
            for combo in combos {
                for &at in cells.get(combo).map_or(&[][..], Vec::as_slice) {
                    let Some(cell) = grid.cells.get(at) else { continue };
                    let inside = match &moved {
                        Some(targets) => Tri::from(self.is_target(targets, grid, combo, &cell.span)),
                        None => self.inside(when, source, &element, &cell.span),
                    };
                    if inside != Tri::No {
                        placed = true;
                        let day = match when {
                            When::Day(day) => Some(day),
                            When::Period(period) => Some(period.anchor()),
                            _ => element.own_day(),
                        };
                        if let Some(cell) = hits.get_mut(at) {
                            cell.push(Hit { element, tri: tri.min(inside), day });
                        }
                    }
                }
            }
            if !placed {
                reasons.note(&element, self.misplaced(when, source, moved.is_some()));
            }
        }
        hits
    }

    fn gather_members(&self, source: &'w Source, grid: &Grid<'w>, quantifier: usize, reasons: &mut Reasons, hits: &mut [Vec<Hit<'w>>]) {
        for (cell, hits) in grid.cells.iter().zip(hits) {
            let Some(member) = grid.combos.get(cell.combo).and_then(|combo| combo.members.get(quantifier)) else { continue };
            let judged = self.world.judge(&source.cond, *member, self.world.reading(member, source.snapshot));
            match judged.tri {
                Tri::No => reasons.judged(self.world, member, &judged, self.world.reading(member, source.snapshot)),
                tri => hits.push(Hit { element: *member, tri, day: member.own_day() }),
            }
        }
    }

    /// The elements of a source that satisfy its own conditions, with the reasons of the others.
    fn candidates(&self, source: &'w Source, reasons: &mut Reasons) -> Vec<(Element<'w>, Tri, Reading<'w>)> {
        let world = self.world;
        let kind = source.of.kind();
        for (entry, code, other) in world.set_aside.iter().filter(|(entry, ..)| entry.kind.name == kind.name) {
            for element in Element::of(entry, source.of) {
                let reading = world.reading(&element, source.snapshot);
                if world.judge(&source.cond, element, reading).tri != Tri::No {
                    reasons.note(&element, Reason::SetAside(*code, other.clone()));
                }
            }
        }
        let mut elements: Vec<Element<'w>> =
            world.entries(kind.name).iter().flat_map(|entry| Element::of(entry, source.of)).collect();
        if source.latest_of.is_some() {
            elements = self.latest(source, elements, reasons);
        }
        let mut candidates = Vec::new();
        for element in elements {
            let reading = world.reading(&element, source.snapshot);
            let judged = world.judge(&source.cond, element, reading);
            if judged.off_topic() {
                continue;
            }
            let (standing, rule) = world.standing(&element);
            if standing == Tri::No {
                reasons.note(&element, Reason::Defect(rule.unwrap_or_default().to_owned()));
                continue;
            }
            let shows = if source.snapshot { world.in_force(&element, Reading { day: world.snapshot_day(), ..reading }) } else { Tri::Yes };
            if shows == Tri::No {
                reasons.note(&element, Reason::NotInForce(world.snapshot_day()));
                continue;
            }
            if judged.tri != Tri::Yes {
                reasons.judged(world, &element, &judged, reading);
            }
            let tri = judged.tri.min(standing).min(shows);
            if tri != Tri::No {
                candidates.push((element, tri, reading));
            }
        }
        candidates
    }

    /// Per group of equal keys only the latest, before the condition is looked at.
    fn latest(&self, source: &'w Source, elements: Vec<Element<'w>>, reasons: &mut Reasons) -> Vec<Element<'w>> {
        let paths = source.latest_of.as_deref().unwrap_or_default();
        let mut latest: BTreeMap<Vec<Vec<Arc<str>>>, Element<'w>> = BTreeMap::new();
        for element in elements {
            if self.world.standing(&element).0 == Tri::No {
                continue;
            }
            let key = keys::keys(self.world, paths, element, self.world.reading(&element, source.snapshot));
            match latest.get_mut(&key) {
                None => {
                    latest.insert(key, element);
                }
                Some(slot) => {
                    let (newer, older) = if element.order(slot).is_gt() { (element, *slot) } else { (*slot, element) };
                    reasons.note(&older, Reason::NotLatest);
                    *slot = newer;
                }
            }
        }
        latest.into_values().collect()
    }

    /// The elements that bare head counts stand for, for distinct counts over participants.
    pub(super) fn unnamed(&self, source: &'w Source, grid: &Grid<'w>) -> Vec<Vec<i64>> {
        let mut found = vec![Vec::new(); grid.cells.len()];
        let Collection::List { kind, field, .. } = source.of else { return found };
        let counts = Field::position(kind.fields, "headcount");
        let is_participants = kind.fields.get(usize::from(field)).is_some_and(|field| field.name == "participants");
        let (Some(counts), true) = (counts, is_participants) else { return found };
        let indexes = self.indexes(source, grid);
        let cells = cells_by_combo(grid);
        for entry in self.world.entries(kind.name) {
            let (Some(Value::Whole(number)), None) = (entry.values.get(counts), entry.values.get(field)) else { continue };
            let element = Element { entry, place: Place::Unnamed(field) };
            let reading = self.world.reading(&element, source.snapshot);
            let counts = self.world.judge(&source.cond, element, reading).tri != Tri::No
                && self.world.standing(&element).0 != Tri::No;
            let combos = self.combos(source, grid, &indexes, &element, reading);
            for combo in combos.into_iter().flatten().filter(|_| counts) {
                for &at in cells.get(combo).map_or(&[][..], Vec::as_slice) {
                    let inside = grid.cells.get(at).is_some_and(|cell| {
                        self.inside(self.when(source, &element, reading), source, &element, &cell.span) != Tri::No
                    });
                    if let (true, Some(cell)) = (inside, found.get_mut(at)) {
                        cell.push(*number);
                    }
                }
            }
        }
        found
    }

    fn indexes(&self, source: &'w Source, grid: &Grid<'w>) -> Vec<Index> {
        let mut indexes = Vec::new();
        for (quantifier, link) in source.links.iter().enumerate() {
            let mut index = Index::new();
            for (at, combo) in grid.combos.iter().enumerate() {
                let Some(member) = combo.members.get(quantifier) else { continue };
                let parents = match link {
                    Link::Equal { parent, .. } => {
                        keys::texts(self.world, parent, *member, self.world.reading(member, source.snapshot))
                    }
                    _ => vec![member.entry.id.clone()],
                };
                for parent in parents {
                    index.entry(parent).or_default().push(at);
                }
            }
            indexes.push(index);
        }
        indexes
    }

    /// The combinations that an element belongs to; none when it states no parent.
    fn combos(&self, source: &'w Source, grid: &Grid<'w>, indexes: &[Index], element: &Element<'w>, reading: Reading<'w>) -> Option<Vec<usize>> {
        if source.links.is_empty() {
            return Some((0..grid.combos.len()).collect());
        }
        let mut belongs: Option<BTreeSet<usize>> = None;
        for (link, index) in source.links.iter().zip(indexes) {
            let parents = match link {
                Link::Same | Link::Inside => vec![element.entry.id.clone()],
                Link::Reference(path) | Link::Equal { child: path, .. } => {
                    let parents = keys::texts(self.world, path, *element, reading);
                    if parents.is_empty() {
                        return None;
                    }
                    parents
                }
            };
            let found: BTreeSet<usize> = parents.iter().filter_map(|parent| index.get(parent)).flatten().copied().collect();
            belongs = Some(match belongs {
                None => found,
                Some(before) => before.intersection(&found).copied().collect(),
            });
        }
        Some(belongs.unwrap_or_default().into_iter().collect())
    }

    fn when(&self, source: &'w Source, element: &Element<'w>, reading: Reading<'w>) -> When {
        if source.placing.is_empty() {
            return When::Always;
        }
        for path in &source.placing {
            let mut when = None;
            self.world.walk(path, *element, reading, &mut |reached| {
                if let super::condition::Reached::Value(value) = reached {
                    when = match value {
                        Value::Date(day) => Some(When::Day(*day)),
                        Value::Period(period) => Some(When::Period(*period)),
                        _ => when,
                    };
                }
            });
            if let Some(when) = when {
                return when;
            }
        }
        When::Unknown
    }

    fn inside(&self, when: When, source: &'w Source, element: &Element<'w>, span: &Span) -> Tri {
        let world = self.world;
        let last = world.end.max(span.last);
        match when {
            When::Always => Tri::Yes,
            When::Unknown => Tri::Maybe,
            When::Day(day) => match span.until_minute {
                Some((from, limit)) if span.contains(day) => match element.named("start").filter(|_| places_by_date(source)) {
                    Some(Value::Time(minutes)) => Tri::from(day.days_since(from) * 24 * 60 + i64::from(*minutes) <= limit),
                    _ => Tri::Maybe,
                },
                _ => Tri::from(span.contains(day) && day >= world.start && day <= last),
            },
            When::Period(period) => match (span.period, &span.name) {
                (Some(cell), _) => Tri::from(cell.contains(period)),
                (None, Some(_)) => Tri::from(span.first <= period.first() && period.last() <= span.last),
                (None, None) => Tri::from(period.first() <= span.last && span.first <= period.last()),
            },
        }
    }

    fn misplaced(&self, when: When, source: &'w Source, moved: bool) -> Reason {
        match when {
            _ if moved => Reason::Moved,
            When::Day(day) if day < self.world.start || (day > self.world.end && !source.placing.is_empty()) => {
                Reason::OutsideService(day.to_string())
            }
            When::Day(day) => Reason::OutsideWindow(day.to_string()),
            When::Period(period) => Reason::OutsideWindow(period.to_string()),
            _ => Reason::OutsideWindow(String::new()),
        }
    }

    /// The cells into which make-ups of this requirement move an element's entry.
    fn moved(&self, id: Option<&str>, element: &Element<'w>) -> Option<Vec<(Option<&'w str>, &'w str)>> {
        let id = id?;
        let targets: Vec<_> = self
            .world
            .make_ups
            .iter()
            .filter(|make_up| make_up.requirement == id)
            .filter(|make_up| make_up.records.iter().any(|record| self.world.current(record) == &*element.entry.id))
            .filter(|_| element.own_day().is_none_or(|day| self.world.start <= day && day <= self.world.end))
            .map(|make_up| (make_up.member, make_up.window))
            .collect();
        (!targets.is_empty()).then_some(targets)
    }

    fn is_target(&self, targets: &[(Option<&'w str>, &'w str)], grid: &Grid<'w>, combo: usize, span: &Span) -> bool {
        let members = grid.combos.get(combo).map_or(&[][..], |combo| combo.members.as_slice());
        targets.iter().any(|(member, window)| {
            span.name.as_deref() == Some(*window) && member.is_none_or(|id| members.iter().any(|m| *m.entry.id == *id))
        })
    }
}

fn cells_by_combo(grid: &Grid<'_>) -> Vec<Vec<usize>> {
    let mut cells = vec![Vec::new(); grid.combos.len()];
    for (at, cell) in grid.cells.iter().enumerate() {
        if let Some(cells) = cells.get_mut(cell.combo) {
            cells.push(at);
        }
    }
    cells
}

fn places_by_date(source: &Source) -> bool {
    source.placing.first().is_some_and(|path| &*path.text == "date" && matches!(path.ty, Type::Date))
}

fn link_text(source: &Source) -> String {
    source
        .links
        .iter()
        .find_map(|link| match link {
            Link::Reference(path) | Link::Equal { child: path, .. } => Some(path.text.to_string()),
            _ => None,
        })
        .unwrap_or_default()
}
