use crate::evaluate::gather::cells_by_combo;
use crate::evaluate::grid::Grid;
use crate::evaluate::span::Span;
use std::sync::Arc;

/// The cells in which something is tallied.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    spans: Vec<Arc<Span>>,
    /// The cells of each combination of members.
    by_combo: Vec<Vec<usize>>,
}

impl Frame {
    /// The cells of a grid.
    pub(super) fn of(grid: &Grid<'_>) -> Self {
        let spans = grid.cells.iter().map(|cell| Arc::new(cell.span.clone())).collect();
        Self { spans, by_combo: cells_by_combo(grid) }
    }

    /// One more combination, with a cell of its own; returns its number, which is that of the cell too.
    pub(super) fn push(&mut self, span: Arc<Span>) -> usize {
        let cell = self.spans.len();
        self.spans.push(span);
        self.by_combo.push(vec![cell]);
        cell
    }

    /// How many combinations there are.
    pub(super) fn combos(&self) -> usize {
        self.by_combo.len()
    }

    /// The cells of a combination, each with its days.
    pub(super) fn cells_of(&self, combo: usize) -> impl Iterator<Item = (usize, &Span)> {
        let cells = self.by_combo.get(combo).map_or(&[][..], Vec::as_slice);
        cells.iter().filter_map(|cell| Some((*cell, self.span(*cell)?)))
    }

    /// The days of a cell.
    pub(super) fn span(&self, cell: usize) -> Option<&Span> {
        self.spans.get(cell).map(AsRef::as_ref)
    }
}
