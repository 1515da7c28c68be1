//! Exclusive intervals kept up while records come in one by one.

use super::element::Element;
use super::rules;
use super::world::World;
use crate::entry::Entry;
use crate::package::model::Exclusive;
use crate::time::Date;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The intervals of all elements that may exclude others, counting or not, by rule and key.
#[derive(Clone, Debug)]
pub(crate) struct Intervals(Vec<BTreeMap<Vec<Cow<'static, str>>, Vec<Interval>>>);

/// First day, and last day if it ends.
type Interval = (Date, Option<Date>);

impl Intervals {
    /// Those of the whole ledger.
    pub(crate) fn of(world: &World<'_>) -> Self {
        let mut known = Self(world.plan.exclusives.iter().map(|_| BTreeMap::new()).collect());
        for (exclusive, known) in world.plan.exclusives.iter().zip(&mut known.0) {
            let elements = world.entries(exclusive.of.kind().name).iter();
            for element in elements.flat_map(|entry| Element::of(entry, exclusive.of)) {
                note(world, exclusive, element, known);
            }
        }
        known
    }

    /// Takes in those of a new record; returns whether it surely excludes nothing and is not excluded.
    pub(crate) fn take<'w>(&mut self, world: &World<'w>, entry: &'w Entry) -> bool {
        let mut is_apart = true;
        for (exclusive, known) in world.plan.exclusives.iter().zip(&mut self.0) {
            if exclusive.of.kind() == entry.kind() {
                for element in Element::of(entry, exclusive.of) {
                    is_apart &= note(world, exclusive, element, known);
                }
            }
        }
        is_apart
    }
}

/// Notes the interval of an element; returns whether it stands apart from all that are known.
///
/// All keys of the format are named here, so that a new one has to be thought of.
fn note<'w>(
    world: &World<'w>,
    exclusive: &Exclusive,
    element: Element<'w>,
    known: &mut BTreeMap<Vec<Cow<'static, str>>, Vec<Interval>>,
) -> bool {
    // Elements that `cond` leaves out or that agree in `differ` would exclude nothing: they are looked at in full.
    let Exclusive { id: _, clause: _, labels: _, of: _, cond: _, on: _, differ: _, from: _, to: _ } = exclusive;
    let Some((key, (from, to, ..))) = rules::interval(world, exclusive, element) else { return true };
    // Keys that live for ever are keys that live as long as this one.
    let others: &BTreeMap<Vec<Cow<'_, str>>, Vec<Interval>> = known;
    let others = others.get(&key).map_or(&[][..], Vec::as_slice);
    let is_over = |to: Option<Date>, from: Date| to.is_some_and(|to| to < from);
    // Of two that begin on one day either may be the earlier.
    let is_apart = others.iter().all(|(other_from, other_to)| {
        (from < *other_from || is_over(*other_to, from)) && (*other_from < from || is_over(to, *other_from))
    });
    let key = key.into_iter().map(|text| Cow::Owned(text.into_owned())).collect();
    known.entry(key).or_default().push((from, to));
    is_apart
}
