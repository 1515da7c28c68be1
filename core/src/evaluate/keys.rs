//! Keys: what makes two elements the same person, story, donor.

use super::condition::{Reached, Reading};
use super::element::Element;
use super::world::World;
use crate::entry::Value;
use crate::kind::Type;
use crate::package::model::Path;
use std::sync::Arc;

/// A reached value as text, by which equal values are equal; references lead to what stands now.
#[must_use]
pub fn text(world: &World<'_>, path: &Path, reached: &Reached<'_>) -> Option<Arc<str>> {
    Some(match reached {
        Reached::Value(Value::Text(text)) => match path.ty {
            Type::Ref => world.current(text).into(),
            Type::List(Type::Ref) => world.current(text).into(),
            _ => text.clone(),
        },
        Reached::Value(Value::YesNo(truth)) => truth.to_string().into(),
        Reached::Value(Value::Whole(number)) => number.to_string().into(),
        Reached::Value(Value::Amount(number)) => number.normalize().to_string().into(),
        Reached::Value(Value::Date(date)) => date.to_string().into(),
        Reached::Value(Value::PartialDate(date)) => date.to_string().into(),
        Reached::Value(Value::Time(minutes)) => minutes.to_string().into(),
        Reached::Value(Value::Period(period)) => period.to_string().into(),
        Reached::Text(text) => text.clone(),
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
        Reached::Element(element) => element.to_string().into(),
        _ => return None,
    })
}

/// All values that a path reaches, as texts; lists of plain values fan out.
#[must_use]
pub fn texts<'w>(world: &World<'w>, path: &Path, element: Element<'w>, reading: Reading<'w>) -> Vec<Arc<str>> {
    let mut found = Vec::new();
    world.walk(path, element, reading, &mut |reached| match &reached {
        Reached::Value(Value::List(values)) => {
            found.extend(values.iter().filter_map(|value| value.text()).map(|id| Arc::from(world.current(id))));
        }
        reached => found.extend(text(world, path, reached)),
    });
    found
}

/// What distinguishes an element; none when a part of it is missing.
pub type Key = Option<Vec<Arc<str>>>;

/// The keys of an element: one, or where a path runs through a list one for each value of it.
///
/// An item of such a list that has no value may be one more, so it stands among the keys as a missing one.
#[must_use]
pub fn keys<'w>(world: &World<'w>, paths: &[Path], element: Element<'w>, reading: Reading<'w>) -> Vec<Key> {
    if let [path] = paths {
        let mut keys = Vec::new();
        world.walk(path, element, reading, &mut |reached| keys.push(text(world, path, &reached).map(|key| vec![key])));
        return if keys.is_empty() { vec![None] } else { keys };
    }
    paths.iter().fold(vec![Some(Vec::new())], |keys, path| {
        let mut values = Vec::new();
        world.walk(path, element, reading, &mut |reached| values.push(text(world, path, &reached)));
        if values.is_empty() {
            values.push(None);
        }
        let joined = |key: &Key, value: &Option<Arc<str>>| {
            let mut key = key.clone()?;
            key.push(value.clone()?);
            Some(key)
        };
        keys.iter().flat_map(|key| values.iter().map(move |value| joined(key, value))).collect()
    })
}
