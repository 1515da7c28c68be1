//! Keys: what makes two elements the same person, story, donor.

use super::element::{Element, Place};
use super::walk::{Reached, Reading};
use super::world::World;
use crate::entry::Value;
use crate::kind::Type;
use crate::package::model::Path;
use std::borrow::Cow;
use std::sync::Arc;

/// A reached value as text, by which equal values are equal; references lead to what stands now.
#[must_use]
pub fn text<'w>(world: &World<'w>, path: &Path, reached: Reached<'w>) -> Option<Cow<'w, str>> {
    Some(match reached {
        Reached::Value(Value::Text(text)) => Cow::Borrowed(match path.ty {
            Type::Ref | Type::List(Type::Ref) => world.current(text),
            _ => text,
        }),
        Reached::Value(Value::YesNo(truth)) => truth.to_string().into(),
        Reached::Value(Value::Whole(number)) => number.to_string().into(),
        Reached::Value(Value::Amount(number)) => number.normalize().to_string().into(),
        Reached::Value(Value::Date(date)) => date.to_string().into(),
        Reached::Value(Value::PartialDate(date)) => date.to_string().into(),
        Reached::Value(Value::Time(minutes)) => minutes.to_string().into(),
        Reached::Value(Value::Period(period)) => period.to_string().into(),
        Reached::Text(text) => text.into(),
        Reached::Number(number) => number.to_string().into(),
        // A list is one key: the same values in any order.
        Reached::Value(Value::List(values)) => {
            let mut texts: Vec<&str> =
                values.iter().filter_map(|value| value.text()).map(|id| world.current(id)).collect();
            texts.sort_unstable();
            texts.dedup();
            texts.join("\u{1f}").into()
        }
        Reached::Persons(persons) => persons.join("\u{1f}").into(),
        Reached::Age(least, greatest) if least == greatest => least.to_string().into(),
        Reached::Element(element) => name(&element),
        _ => return None,
    })
}

/// The name of an element.
fn name<'w>(element: &Element<'w>) -> Cow<'w, str> {
    match element.place {
        Place::Whole => Cow::Borrowed(element.entry.id()),
        _ => element.to_string().into(),
    }
}

/// All values that a path reaches, as texts; lists of plain values fan out.
#[must_use]
pub fn texts<'w>(world: &World<'w>, path: &Path, element: Element<'w>, reading: Reading<'w>) -> Vec<Cow<'w, str>> {
    let mut found = Vec::new();
    world.walk(path, element, reading, &mut |reached| match reached {
        Reached::Value(Value::List(values)) => {
            found.extend(values.iter().filter_map(|value| value.text()).map(|id| Cow::Borrowed(world.current(id))));
        }
        reached => found.extend(text(world, path, reached)),
    });
    found
}

/// What distinguishes an element.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key<'w> {
    first: Cow<'w, str>,
    /// Rarely any.
    more: Vec<Cow<'w, str>>,
}

impl<'w> Key<'w> {
    /// An element that nothing else tells apart.
    #[must_use]
    pub fn of(element: &Element<'w>) -> Self {
        Self { first: name(element), more: Vec::new() }
    }

    /// The same on its own.
    #[must_use]
    pub fn owned(&self) -> Key<'static> {
        let owned = |text: &Cow<'w, str>| Cow::Owned((**text).to_owned());
        Key { first: owned(&self.first), more: self.more.iter().map(owned).collect() }
    }

    /// Its values.
    #[must_use]
    pub fn texts(&self) -> Vec<Arc<str>> {
        [&self.first].into_iter().chain(&self.more).map(|text| Arc::from(&**text)).collect()
    }
}

/// Hands over the keys of an element: one, or where a path runs through a list one for each value
/// of it; none for a key of which a part is missing.
///
/// An item of such a list that has no value may be one more, so it stands among the keys as a missing one.
pub fn each<'w>(
    world: &World<'w>,
    paths: &[Path],
    element: Element<'w>,
    reading: Reading<'w>,
    found: &mut dyn FnMut(Option<Key<'w>>),
) {
    let [first, more @ ..] = paths else { return found(Some(Key::default())) };
    let mut is_reached = false;
    world.walk(first, element, reading, &mut |reached| {
        is_reached = true;
        let key = text(world, first, reached).map(|first| Key { first, more: Vec::new() });
        lengthen(world, more, element, reading, key, found);
    });
    if !is_reached {
        lengthen(world, more, element, reading, None, found);
    }
}

/// Adds the values of further paths to a key, in every combination.
fn lengthen<'w>(
    world: &World<'w>,
    paths: &[Path],
    element: Element<'w>,
    reading: Reading<'w>,
    key: Option<Key<'w>>,
    found: &mut dyn FnMut(Option<Key<'w>>),
) {
    let [next, more @ ..] = paths else { return found(key) };
    let mut is_reached = false;
    world.walk(next, element, reading, &mut |reached| {
        is_reached = true;
        let longer = key.clone().zip(text(world, next, reached)).map(|(mut key, text)| {
            key.more.push(text);
            key
        });
        lengthen(world, more, element, reading, longer, found);
    });
    if !is_reached {
        lengthen(world, more, element, reading, None, found);
    }
}

/// All keys of an element.
#[must_use]
pub fn keys<'w>(world: &World<'w>, paths: &[Path], element: Element<'w>, reading: Reading<'w>) -> Vec<Option<Key<'w>>> {
    let mut keys = Vec::new();
    each(world, paths, element, reading, &mut |key| keys.push(key));
    keys
}
