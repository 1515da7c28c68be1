use super::frame::Frame;
use super::given::Links;
use super::{New, NotTaken};
use crate::evaluate::element::Element;
use crate::evaluate::grid::Grid;
use crate::evaluate::judge::Judge;
use crate::evaluate::measure::{Covered, Depth, Tally};
use crate::evaluate::range::Range;
use crate::evaluate::reasons::Reasons;
use crate::evaluate::span::Span;
use crate::evaluate::tri::Tri;
use crate::package::model::Coverage;
use crate::time::Date;

/// Required days that are not covered, in every cell.
#[derive(Clone, Debug)]
pub(super) struct Covering {
    links: Links,
    cells: Vec<Days>,
}

/// The days of a cell up to the day of judgement.
#[derive(Clone, Debug)]
struct Days {
    first: Date,
    days: Vec<Day>,
    /// Required days that are not covered, whatever else is found.
    surely: usize,
    /// Required days that are not covered for sure.
    perhaps: usize,
}

/// How often a day is covered.
#[derive(Clone, Copy, Debug)]
struct Day {
    is_required: bool,
    surely: i64,
    perhaps: i64,
}

impl Covering {
    pub(super) fn of<'w>(judge: &Judge<'w>, coverage: &'w Coverage, grid: &Grid<'w>) -> Self {
        let hits = judge.gather(&coverage.source, grid, None, &mut Reasons::unwanted());
        let cells = grid.cells.iter().zip(hits).map(|(cell, hits)| {
            let covered = judge.covered(coverage, &hits, &mut Tally::of(Range::ZERO));
            Days::of(judge, coverage, &cell.span, &covered)
        });
        Self { cells: cells.collect(), links: Links::of(judge, &coverage.source, grid) }
    }

    pub(super) fn take<'w>(
        &mut self,
        new: &New<'_, 'w>,
        coverage: &'w Coverage,
        frame: &Frame,
        touched: &mut Vec<usize>,
    ) -> Result<(), NotTaken> {
        let mut spans: Vec<(usize, Tri, (Date, Date))> = Vec::new();
        for given in self.links.given(new, &coverage.source, frame)? {
            // What has a key of its own may cover days that others with the same key cover already.
            if !coverage.source.distinct.is_empty() {
                return Err(NotTaken);
            }
            let Some(days) = new.judge.interval_of(coverage, given.element) else { continue };
            spans.extend(given.cells.into_iter().map(|(cell, tri)| (cell, tri, days)));
        }
        spans.sort_unstable();
        for of_cell in spans.chunk_by(|(a, ..), (b, ..)| a == b) {
            let Some((cell, ..)) = of_cell.first() else { continue };
            let days = self.cells.get_mut(*cell).ok_or(NotTaken)?;
            for least in [Tri::Yes, Tri::Maybe] {
                let spans = of_cell.iter().filter(|(_, tri, _)| *tri >= least).map(|(.., days)| *days);
                for (from, to) in merged(spans.collect()) {
                    days.cover(from, to, least, i64::from(coverage.depth));
                }
            }
            touched.push(*cell);
        }
        Ok(())
    }

    /// One more cell, that of a container.
    pub(super) fn push<'w>(
        &mut self,
        judge: &Judge<'w>,
        coverage: &'w Coverage,
        container: &Element<'w>,
        span: &Span,
    ) -> Result<(), NotTaken> {
        self.links.push(&coverage.source, container, self.cells.len())?;
        self.cells.push(Days::of(judge, coverage, span, &[]));
        Ok(())
    }

    pub(super) fn range(&self, cell: usize) -> Option<Range> {
        self.cells.get(cell).map(|days| Range::counts(days.surely, days.perhaps))
    }
}

impl Days {
    fn of<'w>(judge: &Judge<'w>, coverage: &'w Coverage, span: &Span, covered: &[Covered<'w>]) -> Self {
        let (mut surely, mut perhaps) = (Depth::of(covered, Tri::Yes), Depth::of(covered, Tri::Maybe));
        let depth = i64::from(coverage.depth);
        let mut cell = Self { first: span.first, days: Vec::new(), surely: 0, perhaps: 0 };
        let mut day = span.first;
        while day <= span.last.min(judge.world.as_of) {
            let is_required = !coverage.working_days || judge.contract.is_working_day(day);
            let covered = Day { is_required, surely: surely.on(day), perhaps: perhaps.on(day) };
            cell.surely += usize::from(is_required && covered.perhaps < depth);
            cell.perhaps += usize::from(is_required && covered.surely < depth);
            cell.days.push(covered);
            let next = day.plus_days(1);
            if next == day {
                break;
            }
            day = next;
        }
        cell
    }

    /// One more key covers these days, at least so surely.
    fn cover(&mut self, from: Date, to: Date, least: Tri, depth: i64) {
        let place = |day: Date| usize::try_from(day.days_since(self.first).max(0)).unwrap_or(usize::MAX);
        let (skip, end) = (place(from), if to < self.first { 0 } else { place(to).saturating_add(1) });
        for day in self.days.iter_mut().take(end).skip(skip) {
            let (often, gaps) = match least {
                Tri::Yes => (&mut day.surely, &mut self.perhaps),
                _ => (&mut day.perhaps, &mut self.surely),
            };
            *often += 1;
            if *often == depth && day.is_required {
                *gaps = gaps.saturating_sub(1);
            }
        }
    }
}

/// Stretches of days in order, those that overlap as one.
fn merged(mut spans: Vec<(Date, Date)>) -> Vec<(Date, Date)> {
    spans.retain(|(from, to)| from <= to);
    spans.sort_unstable();
    spans.dedup_by(|(from, to), (_, last)| {
        let overlaps = *from <= *last;
        if overlaps {
            *last = (*to).max(*last);
        }
        overlaps
    });
    spans
}
