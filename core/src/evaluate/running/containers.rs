use super::body::Body;
use super::counting::{Counts, Keys};
use super::frame::Frame;
use super::given::Given;
use super::{New, NotTaken};
use crate::evaluate::element::Element;
use crate::evaluate::gather::Hit;
use crate::evaluate::grid::Grid;
use crate::evaluate::judge::Judge;
use crate::evaluate::span::Span;
use crate::evaluate::tri::Tri;
use crate::package::model::{Requirement, Window};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Containers, which count as far as they hold enough.
#[derive(Clone, Debug)]
pub(super) struct Containers {
    known: Vec<Container>,
    /// What must lie in them, each container a cell.
    nested: Box<Body>,
    frame: Frame,
    /// The days in which it must lie there.
    span: Arc<Span>,
}

/// A container with the cells in which it may count.
#[derive(Clone, Debug)]
struct Container {
    cells: Vec<(usize, Tri)>,
    keys: Keys<'static>,
    /// Whether it holds enough.
    sure: Tri,
}

impl Containers {
    pub(super) fn of<'w>(
        judge: &Judge<'w>,
        nested: &'w Requirement,
        outer: &Grid<'w>,
        hits: Vec<Vec<Hit<'w>>>,
        until_closing: bool,
        keys: &dyn Fn(Element<'w>) -> Keys<'w>,
    ) -> Option<Self> {
        // Where windows are stated, a container stands by the day on which it came to hold enough.
        if outer.is_placed {
            return None;
        }
        let mut known: Vec<Container> = Vec::new();
        let mut elements = Vec::new();
        let mut places = BTreeMap::new();
        for (cell, hit) in hits.iter().enumerate().flat_map(|(cell, hits)| hits.iter().map(move |hit| (cell, hit))) {
            let at = *places.entry(hit.element.identity()).or_insert_with(|| {
                known.push(Container { cells: Vec::new(), keys: keys(hit.element).owned(), sure: Tri::No });
                elements.push((hit.element, hit.tri));
                elements.len() - 1
            });
            known.get_mut(at)?.cells.push((cell, hit.tri));
        }
        let window = Window { until_closing, ..Window::default() };
        let [span] = judge.spans(&window, &[]).try_into().ok()?;
        let grid = judge.container_grid(elements, until_closing);
        let body = Body::of(judge, nested, &grid, None)?;
        for (at, container) in known.iter_mut().enumerate() {
            container.sure = body.place(at)?.state.sure;
        }
        Some(Self { known, nested: Box::new(body), frame: Frame::of(&grid), span: Arc::new(span) })
    }

    /// Counts all of them.
    pub(super) fn count(&self, counts: &mut [Counts]) {
        for container in &self.known {
            for (cell, tri) in &container.cells {
                if let Some(counts) = counts.get_mut(*cell) {
                    counts.change(&container.keys, Tri::No, container.sure.min(*tri));
                }
            }
        }
    }

    /// Takes in what a new record holds, and those of its elements that are containers.
    pub(super) fn take<'w>(
        &mut self,
        new: &New<'_, 'w>,
        nested: &'w Requirement,
        given: Vec<(Keys<'w>, Given<'w>)>,
        counts: &mut [Counts],
        touched: &mut Vec<usize>,
    ) -> Result<(), NotTaken> {
        let mut changed = Vec::new();
        for (keys, given) in given {
            changed.push(self.frame.push(self.span.clone()));
            self.nested.push(new.judge, nested, given.element, &self.span)?;
            self.known.push(Container { cells: given.cells, keys: keys.owned(), sure: Tri::No });
        }
        changed.extend(self.nested.take(new, nested, &self.frame, &mut Vec::new())?);
        for at in changed {
            let sure = self.nested.place(at).ok_or(NotTaken)?.state.sure;
            let container = self.known.get_mut(at).ok_or(NotTaken)?;
            let before = std::mem::replace(&mut container.sure, sure);
            if before == sure {
                continue;
            }
            for (cell, tri) in &container.cells {
                let counts = counts.get_mut(*cell).ok_or(NotTaken)?;
                counts.change(&container.keys, before.min(*tri), sure.min(*tri));
                touched.push(*cell);
            }
        }
        Ok(())
    }
}
