use super::frame::Frame;
use super::node::Node;
use super::tallies::Tallies;
use super::{New, NotTaken, Place, Rows, Way};
use crate::evaluate::element::Element;
use crate::evaluate::grid::Grid;
use crate::evaluate::judge::{Judge, falls};
use crate::evaluate::range::Range;
use crate::evaluate::span::Span;
use crate::evaluate::state::State;
use crate::number::Exact;
use crate::package::model::{self, Requirement, Target};

/// What a requirement asks, in every cell.
#[derive(Clone, Debug)]
pub(super) struct Body {
    inside: Inside,
    places: Vec<Place>,
}

#[derive(Clone, Debug)]
enum Inside {
    /// A measure, and what it must reach.
    Leaf(Tallies, Vec<Option<Exact>>),
    Parts(Vec<Part>),
}

/// A part of a combination.
#[derive(Clone, Debug)]
enum Part {
    /// Judged in its parent's cells, with its row in each of them, if it has rows.
    Shared(Body, Vec<usize>),
    /// With cells of its own; its parent has one cell only.
    Own(Box<Node>),
}

impl Part {
    fn state(&self, cell: usize) -> Option<State> {
        match self {
            Self::Shared(body, _) => body.place(cell).map(|place| place.state),
            Self::Own(node) => Some(node.state()),
        }
    }
}

impl Body {
    /// `ways` lead to the cells, where these have rows.
    pub(super) fn of<'w>(
        judge: &Judge<'w>,
        requirement: &'w Requirement,
        grid: &Grid<'w>,
        mut ways: Option<(&mut Rows<'_>, &[Vec<Way>])>,
    ) -> Option<Self> {
        if !may_be_kept(judge, requirement) {
            return None;
        }
        let inside = match &requirement.body {
            model::Body::Leaf(measure, target) => {
                let id = requirement.id.as_deref();
                let tallies = Tallies::of(judge, measure, grid, id, requirement.window.until_closing)?;
                let members = |combo: usize| grid.combos.get(combo).map_or(&[][..], |combo| combo.members.as_slice());
                let values = grid.cells.iter().map(|cell| judge.target(target, members(cell.combo)));
                Inside::Leaf(tallies, values.collect())
            }
            model::Body::All(parts) | model::Body::Any(parts) => {
                let mut kept = Vec::new();
                for (at, part) in parts.iter().enumerate() {
                    let mut rows = ways.as_mut().map(|(rows, ways)| {
                        let ways = ways.iter().map(|way| [way.as_slice(), &[Way::Part(at)]].concat());
                        (&mut **rows, ways.collect::<Vec<_>>())
                    });
                    kept.push(Part::of(judge, requirement, part, grid, rows.as_mut())?);
                }
                Inside::Parts(kept)
            }
            model::Body::TextOnly => return None,
        };
        let mut body = Self { inside, places: Vec::new() };
        for (at, cell) in grid.cells.iter().enumerate() {
            body.places.push(body.judged(requirement, at, &cell.span)?);
        }
        Some(body)
    }

    /// Takes a new record in; returns the cells whose tallies it changed.
    pub(super) fn take<'w>(
        &mut self,
        new: &New<'_, 'w>,
        requirement: &'w Requirement,
        frame: &Frame,
        rows: &mut Vec<(usize, Place)>,
    ) -> Result<Vec<usize>, NotTaken> {
        let mut touched = Vec::new();
        match (&mut self.inside, &requirement.body) {
            (Inside::Leaf(tallies, _), model::Body::Leaf(measure, _)) => {
                tallies.take(new, measure, frame, &mut touched)?;
            }
            (Inside::Parts(kept), model::Body::All(parts) | model::Body::Any(parts)) => {
                for (kept, part) in kept.iter_mut().zip(parts) {
                    kept.take(new, part, frame, rows, &mut touched)?;
                }
            }
            _ => return Err(NotTaken),
        }
        touched.sort_unstable();
        touched.dedup();
        for cell in &touched {
            let span = frame.span(*cell).ok_or(NotTaken)?;
            let place = self.judged(requirement, *cell, span).ok_or(NotTaken)?;
            *self.places.get_mut(*cell).ok_or(NotTaken)? = place;
        }
        Ok(touched)
    }

    /// One more cell, that of a container.
    pub(super) fn push<'w>(
        &mut self,
        judge: &Judge<'w>,
        requirement: &'w Requirement,
        container: Element<'w>,
        span: &Span,
    ) -> Result<(), NotTaken> {
        match (&mut self.inside, &requirement.body) {
            (Inside::Leaf(tallies, values), model::Body::Leaf(measure, target)) => {
                tallies.push(judge, measure, &container, span)?;
                values.push(judge.target(target, &[container]));
            }
            (Inside::Parts(kept), model::Body::All(parts) | model::Body::Any(parts)) => {
                for (kept, part) in kept.iter_mut().zip(parts) {
                    let Part::Shared(body, _) = kept else { return Err(NotTaken) };
                    body.push(judge, part, container, span)?;
                }
            }
            _ => return Err(NotTaken),
        }
        let place = self.judged(requirement, self.places.len(), span).ok_or(NotTaken)?;
        self.places.push(place);
        Ok(())
    }

    /// How a cell stands.
    pub(super) fn place(&self, cell: usize) -> Option<Place> {
        self.places.get(cell).copied()
    }

    /// Compares a cell with what it must reach.
    fn judged(&self, requirement: &Requirement, cell: usize, span: &Span) -> Option<Place> {
        match (&self.inside, &requirement.body) {
            (Inside::Leaf(tallies, values), model::Body::Leaf(measure, target)) => {
                Some(compared(target, *values.get(cell)?, tallies.range(cell)?, span, falls(measure)))
            }
            (Inside::Parts(parts), body) => {
                let states: Option<Vec<State>> = parts.iter().map(|part| part.state(cell)).collect();
                let is_all = matches!(body, model::Body::All(_));
                Some(Place { state: State::joined(states?.into_iter(), is_all), range: None })
            }
            _ => None,
        }
    }
}

fn compared(target: &Target, value: Option<Exact>, range: Range, span: &Span, falls: bool) -> Place {
    let state = State::of_measure(target, value, range, span, falls);
    let shown = if span.waits_for.is_some() { Range::WAITING } else { range };
    Place { state, range: Some(shown) }
}

impl Part {
    fn of<'w>(
        judge: &Judge<'w>,
        requirement: &Requirement,
        part: &'w Requirement,
        grid: &Grid<'w>,
        rows: Option<&mut (&mut Rows<'_>, Vec<Vec<Way>>)>,
    ) -> Option<Self> {
        let Some((rows, ways)) = rows else {
            let is_shared = Judge::shares_cells(requirement, part);
            return is_shared
                .then(|| Body::of(judge, part, grid, None))
                .flatten()
                .map(|body| Self::Shared(body, Vec::new()));
        };
        if Judge::shares_cells(requirement, part) {
            let numbers: Option<Vec<usize>> = ways.iter().map(|way| rows.of(way)).collect();
            return Some(Self::Shared(Body::of(judge, part, grid, Some((rows, ways)))?, numbers?));
        }
        // Without an id it stands one step further in, and in several cells it stands in each of them.
        let [way] = ways.as_slice() else { return None };
        part.id.as_ref()?;
        Node::of(judge, part, way, rows).map(Box::new).map(Self::Own)
    }

    fn take<'w>(
        &mut self,
        new: &New<'_, 'w>,
        part: &'w Requirement,
        frame: &Frame,
        rows: &mut Vec<(usize, Place)>,
        touched: &mut Vec<usize>,
    ) -> Result<(), NotTaken> {
        match self {
            Self::Own(node) => {
                if node.take(new, part, rows)? {
                    touched.push(0);
                }
            }
            Self::Shared(body, numbers) => {
                for cell in body.take(new, part, frame, rows)? {
                    if let Some(row) = numbers.get(cell) {
                        rows.push((*row, body.place(cell).ok_or(NotTaken)?));
                    }
                    touched.push(cell);
                }
            }
        }
        Ok(())
    }
}

/// Whether records can be taken one by one, as far as the requirement itself decides it.
///
/// All keys of the format are named here, so that a new one has to be thought of.
fn may_be_kept(judge: &Judge<'_>, requirement: &Requirement) -> bool {
    let Requirement { id, clause: _, labels: _, inherits: _, each: _, window, body: _, checks, shows: _, readings: _ } =
        requirement;
    let model::Window { unit: _, counted_from, due: _, grace_days: _, from, to, until_closing: _, within, stated: _ } =
        window;
    let mut anchors = [counted_from, from, to].into_iter().flatten().chain(within.iter().map(|within| &within.of));
    // What another requirement came to by which day is not kept, nor are checks that decide.
    let is_anchored = anchors.any(|anchor| matches!(anchor, model::Anchor::First(_) | model::Anchor::Met(_)));
    let is_checked = checks.iter().any(|check| match check.otherwise {
        model::CheckElse::Unknown => true,
        // Marks are none of how it stands.
        model::CheckElse::Warn | model::CheckElse::Infeasible => false,
    });
    let is_waived = id.is_some() && judge.world.waivers.iter().any(|waiver| waiver.requirement == id.as_deref());
    !(is_anchored || is_checked || is_waived)
}
