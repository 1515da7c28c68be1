//! Standings: a requirement's cells as judged, with what the judge saw inside them, for planning ahead.
//!
//! Nothing is judged here a second time: outcomes and ranges are the judge's own, and
//! beside them stand the containers that fall short and the elements that are undetermined.

use super::answer::WaivedAnswer;
use super::element::{Element, Identity};
use super::gather::Hit;
use super::grid::Grid;
use super::judge::{Cell, Judge};
use super::keys::{self, Key};
use super::measure::Uncovered;
use super::range::Range;
use super::reasons::Reasons;
use super::span::Span;
use super::tri::Tri;
use crate::package::model::{Body, Derived, Link, Measure, Path, Requirement, Source, Step};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A requirement, or a part of one, with its cells.
#[derive(Clone, Debug)]
pub(crate) struct Standing<'w> {
    pub(crate) requirement: &'w Requirement,
    pub(crate) cells: Vec<CellStanding<'w>>,
}

/// A cell as judged.
#[derive(Clone, Debug)]
pub(crate) struct CellStanding<'w> {
    pub(crate) requirement: &'w Requirement,
    pub(crate) members: Vec<String>,
    pub(crate) span: Span,
    /// Whether it is owed for sure.
    pub(crate) owed: Tri,
    pub(crate) waived: Option<WaivedAnswer>,
    pub(crate) cell: Cell<'w>,
    pub(crate) inside: Inside<'w>,
}

/// What a cell is made of.
#[derive(Clone, Debug)]
pub(crate) enum Inside<'w> {
    /// A measure against a target.
    Leaf(Details<'w>),
    /// The parts of a combination.
    Parts(Vec<Standing<'w>>),
}

/// What the judge saw in a cell of a measure.
#[derive(Clone, Debug, Default)]
pub(crate) struct Details<'w> {
    /// Containers that certainly belong.
    pub(crate) containers: Vec<ContainerStanding<'w>>,
    /// What is missing: the entry, and the field of it.
    pub(crate) undetermined: BTreeSet<(String, String)>,
    /// Keys of elements that certainly count.
    pub(crate) keys: BTreeSet<Vec<Arc<str>>>,
    /// Numerator and denominator of a quotient.
    pub(crate) quotient: Option<(Range, Range)>,
    /// Stretches of required days to come that are not covered for sure.
    pub(crate) ahead: Vec<Uncovered>,
}

/// A container with its nested requirement as judged.
#[derive(Clone, Debug)]
pub(crate) struct ContainerStanding<'w> {
    pub(crate) element: Element<'w>,
    pub(crate) nested: CellStanding<'w>,
}

impl CellStanding<'_> {
    /// The entries and fields that leave a cell undetermined.
    fn collect_undetermined(&self, found: &mut BTreeSet<(String, String)>) {
        match &self.inside {
            Inside::Parts(parts) => {
                parts.iter().flat_map(|part| &part.cells).for_each(|cell| cell.collect_undetermined(found));
            }
            Inside::Leaf(details) if details.undetermined.is_empty() => {
                let split = |missing: &String| match missing.split_once(':') {
                    Some((entry, field)) => (entry.to_owned(), field.to_owned()),
                    None => (missing.clone(), String::new()),
                };
                found.extend(self.cell.missing.iter().map(split));
            }
            Inside::Leaf(details) => found.extend(details.undetermined.iter().cloned()),
        }
    }
}

impl<'w> Judge<'w> {
    /// A requirement's cells with their insides.
    pub(crate) fn standing(&self, requirement: &'w Requirement) -> Standing<'w> {
        let grid = self.grid(&requirement.each, &requirement.window);
        Standing { requirement, cells: self.standing_cells(requirement, &grid) }
    }

    fn standing_cells(&self, requirement: &'w Requirement, grid: &Grid<'w>) -> Vec<CellStanding<'w>> {
        let cells = self.cells(requirement, grid, &mut Reasons::unwanted());
        let mut insides = match &requirement.body {
            Body::Leaf(measure, _) => self.details(requirement, measure, grid).into_iter().map(Inside::Leaf).collect(),
            Body::All(parts) | Body::Any(parts) => self.parts(requirement, parts, grid),
            Body::TextOnly => Vec::new(),
        }
        .into_iter();
        cells
            .into_iter()
            .zip(&grid.cells)
            .map(|(cell, place)| {
                let members = grid.members_of(place);
                let window = place.span.name.as_deref();
                let waived = self.whole_waiver(requirement).or_else(|| self.waiver(requirement, &members, window));
                let inside = insides.next().unwrap_or(Inside::Parts(Vec::new()));
                CellStanding { requirement, members, span: place.span.clone(), owed: place.owed, waived, cell, inside }
            })
            .collect()
    }

    fn parts(&self, requirement: &'w Requirement, parts: &'w [Requirement], grid: &Grid<'w>) -> Vec<Inside<'w>> {
        let mut by_cell: Vec<Vec<Standing<'w>>> = grid.cells.iter().map(|_| Vec::new()).collect();
        for part in parts {
            if Self::shares_cells(requirement, part) {
                for (cell, standings) in self.standing_cells(part, grid).into_iter().zip(&mut by_cell) {
                    standings.push(Standing { requirement: part, cells: vec![cell] });
                }
            } else {
                let own = self.standing(part);
                by_cell.iter_mut().for_each(|standings| standings.push(own.clone()));
            }
        }
        by_cell.into_iter().map(Inside::Parts).collect()
    }

    fn details(&self, requirement: &'w Requirement, measure: &'w Measure, grid: &Grid<'w>) -> Vec<Details<'w>> {
        let id = requirement.id.as_deref();
        let mut details: Vec<Details<'w>> = grid.cells.iter().map(|_| Details::default()).collect();
        match measure {
            Measure::Count(sources) | Measure::Sum(sources) => {
                for source in sources {
                    self.source_details(requirement, source, grid, &mut details);
                }
            }
            Measure::Ratio(above, below) => {
                let tally =
                    |measure| self.tally(measure, grid, id, requirement.window.until_closing, &mut Reasons::unwanted());
                let quotients = tally(above).into_iter().zip(tally(below));
                for (details, (above, below)) in details.iter_mut().zip(quotients) {
                    details.quotient = Some((above.range, below.range));
                }
            }
            Measure::Coverage(coverage) => {
                let hits = self.gather(&coverage.source, grid, None, &mut Reasons::unwanted());
                for (details, hits) in details.iter_mut().zip(&hits) {
                    let maybe = hits.iter().filter(|hit| hit.tri == Tri::Maybe);
                    details.undetermined.extend(maybe.map(|hit| self.undetermined(&coverage.source, hit)));
                }
                let tallies = self.tally(measure, grid, id, false, &mut Reasons::unwanted());
                for (details, tally) in details.iter_mut().zip(tallies) {
                    details.ahead = tally.ahead;
                }
            }
        }
        details
    }

    fn source_details(
        &self,
        requirement: &'w Requirement,
        source: &'w Source,
        grid: &Grid<'w>,
        details: &mut [Details<'w>],
    ) {
        let hits = self.gather(source, grid, requirement.id.as_deref(), &mut Reasons::unwanted());
        let nested =
            source.having.as_deref().map(|nested| self.nested(nested, &hits, requirement.window.until_closing));
        for (hits, details) in hits.iter().zip(details) {
            for hit in hits {
                if hit.tri == Tri::Maybe {
                    details.undetermined.insert(self.undetermined(source, hit));
                }
                match &nested {
                    Some(nested) => {
                        let found = nested.get(&hit.element.identity());
                        if let (Some((element, cell)), Tri::Yes) = (found, hit.tri) {
                            if cell.cell.sure == Tri::Maybe {
                                cell.collect_undetermined(&mut details.undetermined);
                            }
                            details.containers.push(ContainerStanding { element: *element, nested: cell.clone() });
                        }
                    }
                    None => self.note_keys(source, hit, details),
                }
            }
        }
    }

    fn note_keys(&self, source: &'w Source, hit: &Hit<'w>, details: &mut Details<'w>) {
        let reading = self.world.reading_for(source, &hit.element);
        if let Some(field) = &source.field {
            let mut found = false;
            self.world.walk(field, hit.element, reading, &mut |reached| {
                found |= matches!(reached, super::walk::Reached::Value(_));
            });
            if !found {
                details.undetermined.insert((hit.element.to_string(), field.text.to_string()));
            }
        }
        let apart = source.apart();
        if apart.is_empty() {
            return;
        }
        let keys = keys::keys(self.world, apart, hit.element, reading);
        if keys.iter().any(Option::is_none) {
            let path = apart.first().map_or("", |path| &path.text);
            details.undetermined.insert((hit.element.to_string(), path.to_owned()));
        }
        if hit.tri == Tri::Yes {
            details.keys.extend(keys.iter().flatten().map(Key::texts));
        }
    }

    /// The containers among the hits, each with its nested requirement.
    fn nested(
        &self,
        nested: &'w Requirement,
        hits: &[Vec<Hit<'w>>],
        until_closing: bool,
    ) -> BTreeMap<Identity<'w>, (Element<'w>, CellStanding<'w>)> {
        let mut containers: Vec<(Element<'w>, Tri)> = Vec::new();
        let mut known = BTreeSet::new();
        for hit in hits.iter().flatten() {
            if known.insert(hit.element.identity()) {
                containers.push((hit.element, hit.tri));
            }
        }
        let grid = self.container_grid(containers, until_closing);
        let elements: Vec<Element<'w>> =
            grid.cells.iter().filter_map(|cell| grid.combos.get(cell.combo)?.members.first().copied()).collect();
        let judged = elements.into_iter().zip(self.standing_cells(nested, &grid));
        judged.map(|(element, cell)| (element.identity(), (element, cell))).collect()
    }

    /// The entry and the field that leave an element undetermined.
    fn undetermined(&self, source: &'w Source, hit: &Hit<'w>) -> (String, String) {
        let reading = self.world.reading_for(source, &hit.element);
        let judged = self.world.judge(&source.cond, hit.element, reading);
        if let (Some(leaf), true) = (judged.leaf, judged.tri == Tri::Maybe) {
            let at = judged.at.unwrap_or(hit.element);
            return (at.to_string(), field_of(&leaf.path));
        }
        let (standing, rule) = self.world.standing(&hit.element);
        if standing == Tri::Maybe {
            return (hit.element.to_string(), rule.unwrap_or_default().to_owned());
        }
        let link = source.links.iter().find_map(|link| match link {
            Link::Reference(path) | Link::Equal { child: path, .. } => Some(path.text.to_string()),
            Link::Same | Link::Inside => None,
        });
        let placing = source.placing.first().filter(|_| hit.day.is_none()).map(|path| path.text.to_string());
        (hit.element.to_string(), placing.or(link).unwrap_or_default())
    }
}

/// The field to fill in: an age comes from the birth date.
fn field_of(path: &Path) -> String {
    match path.steps.last() {
        Some(Step::Derived(Derived::Age(_))) => match path.text.rsplit_once('.') {
            Some((before, _)) => format!("{before}.birth_date"),
            None => "birth_date".to_owned(),
        },
        _ => path.text.to_string(),
    }
}
