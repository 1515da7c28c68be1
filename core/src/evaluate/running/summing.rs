use super::frame::Frame;
use super::given::Links;
use super::{New, NotTaken};
use crate::evaluate::element::Element;
use crate::evaluate::grid::Grid;
use crate::evaluate::judge::Judge;
use crate::evaluate::range::Range;
use crate::evaluate::tri::Tri;
use crate::number::Exact;
use crate::package::model::Source;

/// A sum in every cell.
#[derive(Clone, Debug)]
pub(super) struct Summing {
    links: Vec<Links>,
    cells: Vec<Range>,
}

impl Summing {
    /// `cells` holds what the whole ledger came to.
    pub(super) fn of<'w>(judge: &Judge<'w>, sources: &'w [Source], grid: &Grid<'w>, cells: Vec<Range>) -> Self {
        Self { links: sources.iter().map(|source| Links::of(judge, source, grid)).collect(), cells }
    }

    pub(super) fn take<'w>(
        &mut self,
        new: &New<'_, 'w>,
        sources: &'w [Source],
        frame: &Frame,
        touched: &mut Vec<usize>,
    ) -> Result<(), NotTaken> {
        for (source, links) in sources.iter().zip(&self.links) {
            for given in links.given(new, source, frame)? {
                // A latest value takes the place of another, and through two sources one is added once.
                let is_added = source.distinct.is_empty() && source.having.is_none() && sources.len() == 1;
                if !given.cells.is_empty() && !is_added {
                    return Err(NotTaken);
                }
                let value = new.judge.value(source, given.element);
                for (cell, tri) in given.cells {
                    let range = self.cells.get_mut(cell).ok_or(NotTaken)?;
                    *range = added(*range, value, tri)?;
                    touched.push(cell);
                }
            }
        }
        Ok(())
    }

    /// One more cell, that of a container.
    pub(super) fn push(&mut self, sources: &[Source], container: &Element<'_>) -> Result<(), NotTaken> {
        let cell = self.cells.len();
        for (source, links) in sources.iter().zip(&mut self.links) {
            links.push(source, container, cell)?;
        }
        self.cells.push(Range::ZERO);
        Ok(())
    }

    pub(super) fn range(&self, cell: usize) -> Option<Range> {
        self.cells.get(cell).copied()
    }
}

/// So much more, if it is known; the order in which sums grow too large decides nothing.
fn added(range: Range, value: Option<Exact>, tri: Tri) -> Result<Range, NotTaken> {
    let plus = |sum: Option<Exact>, value: Exact| match sum {
        Some(sum) => sum.plus(value).map(Some).ok_or(NotTaken),
        None => Ok(None),
    };
    match value {
        Some(value) => Ok(Range {
            lo: if tri == Tri::Yes { plus(range.lo, value)? } else { range.lo },
            hi: plus(range.hi, value)?,
        }),
        None => Ok(Range { hi: None, ..range }),
    }
}
