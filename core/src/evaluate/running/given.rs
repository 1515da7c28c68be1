//! What a new record gives to a source.

use super::frame::Frame;
use super::{New, NotTaken};
use crate::evaluate::element::Element;
use crate::evaluate::gather::When;
use crate::evaluate::grid::Grid;
use crate::evaluate::judge::Judge;
use crate::evaluate::tri::Tri;
use crate::evaluate::walk::Reading;
use crate::package::model::{Collection, Link, Source};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How the elements of a source reach the combinations of members: for each link, these by key.
#[derive(Clone, Debug)]
pub(super) struct Links(Vec<BTreeMap<Arc<str>, Vec<usize>>>);

/// An element that a record gives to cells.
pub(super) struct Given<'w> {
    pub(super) element: Element<'w>,
    /// The cells, and how surely it counts in each.
    pub(super) cells: Vec<(usize, Tri)>,
}

impl Links {
    /// The links of a source to the members of a grid.
    pub(super) fn of<'w>(judge: &Judge<'w>, source: &'w Source, grid: &Grid<'w>) -> Self {
        let by_key = |index: Vec<(_, usize)>| {
            let mut combos: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
            index.into_iter().for_each(|(key, combo): (std::borrow::Cow<'_, str>, _)| {
                combos.entry(key.as_ref().into()).or_default().push(combo);
            });
            combos
        };
        // A member is its own element: no record reaches it.
        let is_own = matches!(source.of, Collection::Member { .. });
        let indexes = if is_own { Vec::new() } else { judge.indexes(source, grid) };
        Self(indexes.into_iter().map(by_key).collect())
    }

    /// A new record is a container: only its own elements lie in it, for no other entry names it.
    pub(super) fn push(&mut self, source: &Source, container: &Element<'_>, combo: usize) -> Result<(), NotTaken> {
        match (source.of, source.links.as_slice(), self.0.as_mut_slice()) {
            (
                Collection::Entries(_) | Collection::List { .. },
                [Link::Same | Link::Inside | Link::Reference(_)],
                [index],
            ) => index.entry(container.entry.id().into()).or_default().push(combo),
            // Itself, everything, or what has some value: there may be such elements already.
            _ => return Err(NotTaken),
        }
        Ok(())
    }

    /// The combinations to which an element surely belongs.
    fn combos<'w>(
        &self,
        judge: &Judge<'w>,
        source: &'w Source,
        element: &Element<'w>,
        reading: Reading<'w>,
        frame: &Frame,
    ) -> Result<Vec<usize>, NotTaken> {
        let mut combos: Option<Vec<usize>> = None;
        for (link, index) in source.links.iter().zip(&self.0) {
            let mut named: Vec<usize> = Vec::new();
            let others = judge.parents(link, element, reading, &mut |parent| {
                named.extend(index.get(&*parent).into_iter().flatten());
            });
            if others {
                return Err(NotTaken);
            }
            named.sort_unstable();
            named.dedup();
            if let Some(combos) = combos {
                named.retain(|combo| combos.binary_search(combo).is_ok());
            }
            combos = Some(named);
        }
        Ok(combos.unwrap_or_else(|| (0..frame.combos()).collect()))
    }

    /// The cells in which an element counts, and how surely.
    fn cells<'w>(
        &self,
        judge: &Judge<'w>,
        source: &'w Source,
        frame: &Frame,
        (element, tri, reading): (Element<'w>, Tri, Reading<'w>),
    ) -> Result<Vec<(usize, Tri)>, NotTaken> {
        let combos = self.combos(judge, source, &element, reading, frame)?;
        let when: When = judge.when(source, &element, reading);
        let cells = combos.into_iter().flat_map(|combo| frame.cells_of(combo));
        let placed = cells.map(|(cell, span)| (cell, judge.inside(when, source, &element, span).min(tri)));
        Ok(placed.filter(|(_, tri)| *tri != Tri::No).collect())
    }

    /// The elements that a new record gives to a source.
    pub(super) fn given<'w>(
        &self,
        new: &New<'_, 'w>,
        source: &'w Source,
        frame: &Frame,
    ) -> Result<Vec<Given<'w>>, NotTaken> {
        if !is_taken_from(source, new) {
            return Ok(Vec::new());
        }
        let candidates = new.judge.find_candidates(source).found;
        if !candidates.is_empty() && !is_alone(source) {
            return Err(NotTaken);
        }
        let given = candidates.into_iter().map(|candidate| {
            let cells = self.cells(new.judge, source, frame, candidate)?;
            Ok(Given { element: candidate.0, cells })
        });
        given.collect()
    }

    /// How many elements without a name a new record gives to which cells.
    pub(super) fn unnamed<'w>(
        &self,
        new: &New<'_, 'w>,
        source: &'w Source,
        frame: &Frame,
    ) -> Result<(i64, Vec<(usize, Tri)>), NotTaken> {
        if !is_taken_from(source, new) {
            return Ok((0, Vec::new()));
        }
        let Some((element, reading, number)) = new.judge.unnamed_of(source, new.entry) else {
            return Ok((0, Vec::new()));
        };
        if !is_alone(source) {
            return Err(NotTaken);
        }
        Ok((number, self.cells(new.judge, source, frame, (element, Tri::Yes, reading))?))
    }
}

/// Whether a source has elements in a record.
fn is_taken_from(source: &Source, new: &New<'_, '_>) -> bool {
    source.of.kind() == new.entry.kind() && !matches!(source.of, Collection::Member { .. })
}

/// Whether what an element gives hangs on it and what it refers to alone.
///
/// All keys of the format are named here, so that a new one has to be thought of.
fn is_alone(source: &Source) -> bool {
    let Source {
        of: _,
        cond: _,
        distinct: _,
        having: _,
        links: _,
        snapshot: _,
        latest_of,
        field: _,
        placing: _,
        since,
        by_interval: _,
        more_helps: _,
    } = source;
    // Which one is the latest hangs on all of them, and since when they count on a parent that is not at hand.
    latest_of.is_none() && since.is_none()
}
