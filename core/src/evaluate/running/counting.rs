use super::containers::Containers;
use super::frame::Frame;
use super::given::Links;
use super::{New, NotTaken};
use crate::evaluate::element::Element;
use crate::evaluate::grid::Grid;
use crate::evaluate::judge::Judge;
use crate::evaluate::keys::Key;
use crate::evaluate::range::Range;
use crate::evaluate::reasons::Reasons;
use crate::evaluate::tri::Tri;
use crate::package::model::Source;
use std::collections::BTreeMap;

/// A count in every cell, of the elements of several sources.
#[derive(Clone, Debug)]
pub(super) struct Counting {
    sources: Vec<Counted>,
    cells: Vec<Counts>,
    /// Every element counts by itself.
    is_plain: bool,
}

/// A source of which something is counted.
#[derive(Clone, Debug)]
struct Counted {
    links: Links,
    containers: Option<Containers>,
}

/// What a cell counts.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    groups: BTreeMap<Key<'static>, Group>,
    /// What counts for sure.
    surely: usize,
    /// What counts perhaps: elements by themselves, or groups of which no element counts for sure.
    perhaps: usize,
    /// Elements of which a part of the key is missing: each may be one more.
    keyless: usize,
    /// Those whom bare head counts leave unnamed.
    unnamed: i64,
}

/// Elements with one key, which count as one.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    surely: usize,
    perhaps: usize,
}

/// By what an element is counted.
#[derive(Clone, Debug)]
pub(super) enum Keys<'w> {
    /// By itself.
    Itself,
    /// By these; none for a key of which a part is missing.
    By(Vec<Option<Key<'w>>>),
}

impl<'w> Keys<'w> {
    pub(super) fn owned(&self) -> Keys<'static> {
        match self {
            Self::Itself => Keys::Itself,
            Self::By(keys) => Keys::By(keys.iter().map(|key| key.as_ref().map(Key::owned)).collect()),
        }
    }
}

impl Counting {
    pub(super) fn of<'w>(
        judge: &Judge<'w>,
        sources: &'w [Source],
        grid: &Grid<'w>,
        id: Option<&str>,
        until_closing: bool,
    ) -> Option<Self> {
        let mut counting = Self {
            sources: Vec::new(),
            cells: vec![Counts::default(); grid.cells.len()],
            is_plain: matches!(sources, [source] if source.distinct.is_empty()),
        };
        for source in sources {
            let hits = judge.gather(source, grid, id, &mut Reasons::unwanted());
            let containers = match &source.having {
                Some(nested) => {
                    let keys = |element| counting.keys(judge, source, sources, element);
                    Some(Containers::of(judge, nested, grid, hits, until_closing, &keys)?)
                }
                None => {
                    for (cell, hits) in hits.into_iter().enumerate() {
                        for hit in hits {
                            let keys = counting.keys(judge, source, sources, hit.element);
                            counting.cells.get_mut(cell)?.change(&keys, Tri::No, hit.tri);
                        }
                    }
                    None
                }
            };
            if let Some(containers) = &containers {
                containers.count(&mut counting.cells);
            }
            if !source.distinct.is_empty() {
                for (cell, unnamed) in judge.unnamed(source, grid, id).into_iter().enumerate() {
                    counting.cells.get_mut(cell)?.unnamed += unnamed.into_iter().sum::<i64>();
                }
            }
            counting.sources.push(Counted { links: Links::of(judge, source, grid), containers });
        }
        Some(counting)
    }

    fn keys<'w>(&self, judge: &Judge<'w>, source: &'w Source, sources: &[Source], element: Element<'w>) -> Keys<'w> {
        if self.is_plain {
            return Keys::Itself;
        }
        let mut keys = Vec::new();
        // A value by which another source tells its elements apart may be the id of an element.
        debug_assert!(sources.len() > 1 || !source.distinct.is_empty());
        judge.each_key(source, element, &mut |key| keys.push(key));
        Keys::By(keys)
    }

    pub(super) fn take<'w>(
        &mut self,
        new: &New<'_, 'w>,
        sources: &'w [Source],
        frame: &Frame,
        touched: &mut Vec<usize>,
    ) -> Result<(), NotTaken> {
        for (at, source) in sources.iter().enumerate() {
            let Some(counted) = self.sources.get(at) else { return Err(NotTaken) };
            let given = counted.links.given(new, source, frame)?;
            let given: Vec<_> = given
                .into_iter()
                .filter(|given| !given.cells.is_empty())
                .map(|given| (self.keys(new.judge, source, sources, given.element), given))
                .collect();
            let unnamed =
                if source.distinct.is_empty() { (0, Vec::new()) } else { counted.links.unnamed(new, source, frame)? };
            match (&source.having, self.sources.get_mut(at).and_then(|counted| counted.containers.as_mut())) {
                (Some(nested), Some(containers)) => {
                    containers.take(new, nested, given, &mut self.cells, touched)?;
                }
                _ => {
                    for (keys, given) in given {
                        for (cell, tri) in given.cells {
                            let counts = self.cells.get_mut(cell).ok_or(NotTaken)?;
                            counts.change(&keys, Tri::No, tri);
                            touched.push(cell);
                        }
                    }
                }
            }
            for (cell, _) in unnamed.1 {
                self.cells.get_mut(cell).ok_or(NotTaken)?.unnamed += unnamed.0;
                touched.push(cell);
            }
        }
        Ok(())
    }

    /// One more cell, that of a container.
    pub(super) fn push(&mut self, sources: &[Source], container: &Element<'_>) -> Result<(), NotTaken> {
        let cell = self.cells.len();
        for (source, counted) in sources.iter().zip(&mut self.sources) {
            counted.links.push(source, container, cell)?;
        }
        self.cells.push(Counts::default());
        Ok(())
    }

    pub(super) fn range(&self, cell: usize) -> Option<Range> {
        self.cells.get(cell).map(Counts::range)
    }
}

impl Counts {
    /// An element counts more or less surely than before.
    pub(super) fn change(&mut self, keys: &Keys<'_>, before: Tri, after: Tri) {
        let Keys::By(keys) = keys else {
            return turn(&mut self.surely, &mut self.perhaps, before, after);
        };
        for key in keys {
            match key {
                Some(key) => self.change_group(key, before, after),
                None => {
                    self.keyless =
                        self.keyless.saturating_sub(usize::from(before != Tri::No)) + usize::from(after != Tri::No);
                }
            }
        }
    }

    fn change_group(&mut self, key: &Key<'_>, before: Tri, after: Tri) {
        let mut group = self.group(key).unwrap_or_default();
        let stood = group.tri();
        turn(&mut group.surely, &mut group.perhaps, before, after);
        turn(&mut self.surely, &mut self.perhaps, stood, group.tri());
        self.groups.insert(key.owned(), group);
    }

    fn group(&self, key: &Key<'_>) -> Option<Group> {
        // Keys that live for ever are keys that live as long as this one.
        let groups: &BTreeMap<Key<'_>, Group> = &self.groups;
        groups.get(key).copied()
    }

    fn range(&self) -> Range {
        let most = self.surely + self.perhaps + self.keyless + usize::try_from(self.unnamed).unwrap_or(0);
        Range::counts(self.surely, most)
    }
}

impl Group {
    /// How surely it counts: as the surest of its elements.
    fn tri(self) -> Tri {
        match (self.surely, self.perhaps) {
            (1.., _) => Tri::Yes,
            (0, 1..) => Tri::Maybe,
            (0, 0) => Tri::No,
        }
    }
}

/// Something counts otherwise than before.
fn turn(surely: &mut usize, perhaps: &mut usize, before: Tri, after: Tri) {
    for (number, tri) in [(surely, Tri::Yes), (perhaps, Tri::Maybe)] {
        *number = number.saturating_sub(usize::from(before == tri)) + usize::from(after == tri);
    }
}
