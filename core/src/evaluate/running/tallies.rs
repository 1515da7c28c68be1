use super::counting::Counting;
use super::covering::Covering;
use super::frame::Frame;
use super::summing::Summing;
use super::{New, NotTaken};
use crate::evaluate::element::Element;
use crate::evaluate::grid::Grid;
use crate::evaluate::judge::Judge;
use crate::evaluate::range::Range;
use crate::evaluate::reasons::Reasons;
use crate::evaluate::span::Span;
use crate::package::model::Measure;

/// A measure in every cell.
#[derive(Clone, Debug)]
pub(super) enum Tallies {
    Count(Counting),
    Sum(Summing),
    Ratio(Box<Tallies>, Box<Tallies>),
    Coverage(Covering),
}

impl Tallies {
    pub(super) fn of<'w>(
        judge: &Judge<'w>,
        measure: &'w Measure,
        grid: &Grid<'w>,
        id: Option<&str>,
        until_closing: bool,
    ) -> Option<Self> {
        Some(match measure {
            Measure::Count(sources) => Self::Count(Counting::of(judge, sources, grid, id, until_closing)?),
            Measure::Sum(sources) => {
                let tallies = judge.tally(measure, grid, id, until_closing, &mut Reasons::unwanted());
                Self::Sum(Summing::of(judge, sources, grid, tallies.iter().map(|tally| tally.range).collect()))
            }
            Measure::Ratio(above, below) => {
                let of = |measure| Self::of(judge, measure, grid, id, until_closing).map(Box::new);
                Self::Ratio(of(above)?, of(below)?)
            }
            Measure::Coverage(coverage) => Self::Coverage(Covering::of(judge, coverage, grid)),
        })
    }

    /// Takes in what a new record gives, and notes the cells that it falls into.
    pub(super) fn take<'w>(
        &mut self,
        new: &New<'_, 'w>,
        measure: &'w Measure,
        frame: &Frame,
        touched: &mut Vec<usize>,
    ) -> Result<(), NotTaken> {
        match (self, measure) {
            (Self::Count(counting), Measure::Count(sources)) => counting.take(new, sources, frame, touched),
            (Self::Sum(summing), Measure::Sum(sources)) => summing.take(new, sources, frame, touched),
            (Self::Ratio(above, below), Measure::Ratio(above_of, below_of)) => {
                above.take(new, above_of, frame, touched)?;
                below.take(new, below_of, frame, touched)
            }
            (Self::Coverage(covering), Measure::Coverage(coverage)) => covering.take(new, coverage, frame, touched),
            _ => Err(NotTaken),
        }
    }

    /// One more cell, that of a container.
    pub(super) fn push<'w>(
        &mut self,
        judge: &Judge<'w>,
        measure: &'w Measure,
        container: &Element<'w>,
        span: &Span,
    ) -> Result<(), NotTaken> {
        match (self, measure) {
            (Self::Count(counting), Measure::Count(sources)) => counting.push(sources, container),
            (Self::Sum(summing), Measure::Sum(sources)) => summing.push(sources, container),
            (Self::Ratio(above, below), Measure::Ratio(above_of, below_of)) => {
                above.push(judge, above_of, container, span)?;
                below.push(judge, below_of, container, span)
            }
            (Self::Coverage(covering), Measure::Coverage(coverage)) => covering.push(judge, coverage, container, span),
            _ => Err(NotTaken),
        }
    }

    pub(super) fn range(&self, cell: usize) -> Option<Range> {
        match self {
            Self::Count(counting) => counting.range(cell),
            Self::Sum(summing) => summing.range(cell),
            Self::Ratio(above, below) => Some(above.range(cell)?.over(&below.range(cell)?)),
            Self::Coverage(covering) => covering.range(cell),
        }
    }
}
