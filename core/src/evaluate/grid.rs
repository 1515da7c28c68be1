//! Cells: one per combination of members and span.

use super::element::Element;
use super::judge::Judge;
use super::span::Span;
use super::tri::Tri;
use crate::package::model::{Active, Each, Window};

/// The cells in which a requirement is judged.
#[derive(Debug)]
pub struct Grid<'w> {
    /// Combinations of members; a single empty one when nothing is quantified.
    pub combos: Vec<Combo<'w>>,
    /// The cells, by combination and then by span.
    pub cells: Vec<GridCell>,
    /// Members exist, but none matches or none is known.
    pub no_members: bool,
    /// The requirement states a window, so that containers are placed too.
    pub is_placed: bool,
}

/// A combination of members.
#[derive(Debug)]
pub struct Combo<'w> {
    /// One member per quantifier.
    pub members: Vec<Element<'w>>,
    /// Whether all of them certainly belong.
    pub tri: Tri,
}

/// One cell.
#[derive(Debug)]
pub struct GridCell {
    /// Which combination.
    pub combo: usize,
    /// Which days.
    pub span: Span,
    /// Whether it is owed for sure: its members are ones, and are active in it.
    pub owed: Tri,
}

impl Grid<'_> {
    /// The members of a cell, by name.
    #[must_use]
    pub fn members_of(&self, cell: &GridCell) -> Vec<String> {
        let combo = self.combos.get(cell.combo);
        combo.map(|combo| combo.members.iter().map(ToString::to_string).collect()).unwrap_or_default()
    }
}

impl<'w> Judge<'w> {
    /// The grid of a requirement that states its own quantifiers or window.
    pub(super) fn grid(&self, each: &'w [Each], window: &Window) -> Grid<'w> {
        let mut combos = vec![Combo { members: Vec::new(), tri: Tri::Yes }];
        for quantifier in each {
            let members = self.members(quantifier);
            combos = combos
                .iter()
                .flat_map(|combo| {
                    members.iter().map(|(member, tri)| Combo {
                        members: combo.members.iter().copied().chain([*member]).collect(),
                        tri: combo.tri.min(*tri),
                    })
                })
                .collect();
        }
        let mut cells = Vec::new();
        for (at, combo) in combos.iter().enumerate() {
            for span in self.spans(window, &combo.members) {
                let owes = each.iter().zip(&combo.members).map(|(quantifier, member)| owes(quantifier, member, &span));
                let owed = owes.min().unwrap_or(Tri::Yes).min(combo.tri);
                if owed != Tri::No {
                    cells.push(GridCell { combo: at, span, owed });
                }
            }
        }
        let no_members = !each.is_empty() && combos.is_empty();
        Grid { combos, cells, no_members, is_placed: window.stated }
    }

    /// The grid of `having`: one cell per container, the whole service, or up to closing where the parent is.
    pub(super) fn container_grid(&self, containers: Vec<(Element<'w>, Tri)>, until_closing: bool) -> Grid<'w> {
        let window = Window { until_closing, ..Window::default() };
        let spans = self.spans(&window, &[]);
        let mut cells = Vec::new();
        let mut combos = Vec::new();
        for (at, (container, tri)) in containers.into_iter().enumerate() {
            combos.push(Combo { members: vec![container], tri });
            cells.extend(spans.iter().map(|span| GridCell { combo: at, span: span.clone(), owed: Tri::Yes }));
        }
        Grid { combos, cells, no_members: false, is_placed: false }
    }

    fn members(&self, each: &'w Each) -> Vec<(Element<'w>, Tri)> {
        let world = self.world;
        world
            .entries(each.of.kind().name)
            .iter()
            .flat_map(|entry| Element::of(entry, each.of))
            .filter_map(|member| {
                let tri = world.judge(&each.cond, member, world.reading(&member, false)).tri;
                (tri != Tri::No).then_some((member, tri))
            })
            .collect()
    }
}

fn owes(each: &Each, member: &Element<'_>, span: &Span) -> Tri {
    let Some(active) = each.active else { return Tri::Yes };
    let (from, to) = Judge::interval(member);
    // An interval without a beginning that has an end began on some day that is not known.
    let begun = |day| match from {
        Some(from) => Tri::from(from <= day),
        None if to.is_none() => Tri::Yes,
        None => Tri::Maybe,
    };
    let lasts = |day| Tri::from(to.is_none_or(|to| to >= day));
    let contains = |day| begun(day).min(lasts(day));
    let (first, last) = span.period.unwrap_or((span.first, span.last));
    match (active, span.anchor) {
        (Active::Anchor, Some(anchor)) => contains(anchor),
        (Active::Whole, _) => contains(first).min(contains(last)),
        // Of a period only what lies in the service counts.
        _ => lasts(first.max(span.first)).min(begun(last.min(span.last))),
    }
}
