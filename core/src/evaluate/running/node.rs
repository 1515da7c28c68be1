use super::body::Body;
use super::frame::Frame;
use super::{New, NotTaken, Place, Rows, Way};
use crate::evaluate::element::Element;
use crate::evaluate::judge::Judge;
use crate::evaluate::state::{Spread, State};
use crate::evaluate::tri::Tri;
use crate::package::model::{Each, Requirement};

/// A requirement with cells of its own.
#[derive(Clone, Debug)]
pub(super) struct Node {
    row: usize,
    frame: Frame,
    body: Body,
    cells: Vec<Cell>,
    spread: Spread,
    /// There is one cell for each member or period.
    is_quantified: bool,
}

/// A cell with how it stands in the requirement.
#[derive(Clone, Debug)]
struct Cell {
    /// Where it stands by itself; none when it is the only one.
    row: Option<usize>,
    owed: Tri,
    state: State,
}

impl Node {
    pub(super) fn of<'w>(
        judge: &Judge<'w>,
        requirement: &'w Requirement,
        way: &[Way],
        rows: &mut Rows<'_>,
    ) -> Option<Self> {
        let row = rows.of(way)?;
        let grid = judge.grid(&requirement.each, &requirement.window);
        let is_quantified = !requirement.each.is_empty() || requirement.window.unit.is_some();
        let mut ways = Vec::new();
        for cell in &grid.cells {
            let step = is_quantified.then(|| Way::Cell(grid.members_of(cell), cell.span.name.clone()));
            ways.push(way.iter().cloned().chain(step).collect::<Vec<_>>());
        }
        let numbers: Option<Vec<Option<usize>>> =
            ways.iter().map(|way| if is_quantified { rows.of(way).map(Some) } else { Some(None) }).collect();
        let body = Body::of(judge, requirement, &grid, Some((rows, &ways)))?;
        let (mut cells, mut spread) = (Vec::new(), Spread::default());
        for ((at, cell), row) in grid.cells.iter().enumerate().zip(numbers?) {
            let state = body.place(at)?.state.if_owed(cell.owed);
            spread.add(state, cell.owed);
            cells.push(Cell { row, owed: cell.owed, state });
        }
        Some(Self { row, frame: Frame::of(&grid), body, cells, spread, is_quantified })
    }

    /// Takes a new record in; returns whether it changed any tally.
    pub(super) fn take<'w>(
        &mut self,
        new: &New<'_, 'w>,
        requirement: &'w Requirement,
        rows: &mut Vec<(usize, Place)>,
    ) -> Result<bool, NotTaken> {
        // One more member owes cells that are not there yet.
        if requirement.each.iter().any(|each| is_member(new, each)) {
            return Err(NotTaken);
        }
        let touched = self.body.take(new, requirement, &self.frame, rows)?;
        for at in &touched {
            let place = self.body.place(*at).ok_or(NotTaken)?;
            let cell = self.cells.get_mut(*at).ok_or(NotTaken)?;
            let state = place.state.if_owed(cell.owed);
            self.spread.change(cell.state, state);
            cell.state = state;
            rows.extend(cell.row.map(|row| (row, Place { state, ..place })));
        }
        if touched.is_empty() {
            return Ok(false);
        }
        let range = if self.is_quantified { None } else { self.body.place(0).and_then(|place| place.range) };
        rows.push((self.row, Place { state: self.state(), range }));
        Ok(true)
    }

    /// How it stands.
    pub(super) fn state(&self) -> State {
        self.spread.settled(false)
    }
}

fn is_member(new: &New<'_, '_>, each: &Each) -> bool {
    let world = new.judge.world;
    each.of.kind() == new.entry.kind()
        && Element::of(new.entry, each.of)
            .any(|member| world.tri(&each.cond, member, world.reading(&member, false)) != Tri::No)
}
