//! Cells: one per combination of members and span.

use super::element::Element;
use super::judge::Judge;
use super::span::Span;
use super::tri::Tri;
use crate::package::model::{Active, Each, Window};
use crate::time::Date;

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
    /// When each of them was one.
    terms: Vec<Term>,
    /// Whether all of them certainly belong.
    pub tri: Tri,
}

/// From when to when something is a member, as far as it is known.
type Term = (Option<Date>, Option<Date>);

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
        let mut combos = vec![Combo { members: Vec::new(), terms: Vec::new(), tri: Tri::Yes }];
        for quantifier in each {
            let members = self.members(quantifier);
            combos = combos
                .iter()
                .flat_map(|combo| {
                    members.iter().map(|(member, term, tri)| Combo {
                        members: combo.members.iter().copied().chain([*member]).collect(),
                        terms: combo.terms.iter().copied().chain([*term]).collect(),
                        tri: combo.tri.min(*tri),
                    })
                })
                .collect();
        }
        let mut cells = Vec::new();
        for (at, combo) in combos.iter().enumerate() {
            for span in self.spans(window, &combo.members) {
                let owes = each.iter().zip(&combo.terms).map(|(quantifier, term)| owes(quantifier, *term, &span));
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
            combos.push(Combo { members: vec![container], terms: Vec::new(), tri });
            cells.extend(spans.iter().map(|span| GridCell { combo: at, span: span.clone(), owed: Tri::Yes }));
        }
        Grid { combos, cells, no_members: false, is_placed: false }
    }

    fn members(&self, each: &'w Each) -> Vec<(Element<'w>, Term, Tri)> {
        let world = self.world;
        world
            .entries(each.of.kind().name)
            .iter()
            .flat_map(|entry| Element::of(entry, each.of))
            .filter_map(|member| match world.judge(&each.cond, member, world.reading(&member, false)).tri {
                Tri::No if each.active.is_some() => self.former_member(each, member),
                Tri::No => None,
                tri => Some((member, Self::interval(&member), tri)),
            })
            .collect()
    }

    /// A register entry that a later version took out of the members still owes what it owed until then:
    /// up to the end that its latest version states, else up to the day before the change was recorded.
    fn former_member(&self, each: &'w Each, member: Element<'w>) -> Option<(Element<'w>, Term, Tri)> {
        if each.of.list().is_some() {
            return None;
        }
        let versions = self.world.versions(member.entry);
        let (version, next, tri) = versions.iter().zip(versions.iter().skip(1)).rev().find_map(|(version, next)| {
            let version = Element::whole(version);
            let tri = self.world.judge(&each.cond, version, self.world.reading(&version, false)).tri;
            (tri != Tri::No).then_some((version, next, tri))
        })?;
        let ((from, to), (own_from, own_to)) = (Self::interval(&member), Self::interval(&version));
        let changed = next.recorded_at().plus_days(-1);
        let until = to.unwrap_or(own_to.map_or(changed, |to| to.min(changed)));
        Some((member, (from.or(own_from), Some(until)), tri))
    }
}

fn owes(each: &Each, (from, to): Term, span: &Span) -> Tri {
    let Some(active) = each.active else { return Tri::Yes };
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
