//! Names of elements and ids of entries, put in order and looked for by a few of their letters.
//!
//! Names lie here and there in memory. Of each the letters behind those that all have in common are looked at
//! once, as a number, and names again only where these are the same.

use super::element::{Element, Place};
use crate::entry::Entry;

/// So many letters are compared at once.
const WIDTH: usize = 16;

/// Puts things in the order of the names of their elements; those of one name stay in the order in which they were.
pub(super) fn sort_by_name<'w, T: Copy>(list: &mut [T], element: impl Fn(&T) -> Element<'w>) {
    if list.is_sorted_by(|a, b| element(a).by_name(&element(b)).is_le()) {
        return;
    }
    let shared = shared(list.iter().map(|one| element(one).entry.id())).len();
    let letters = |element: Element<'w>| {
        let id = element.entry.id().as_bytes().get(shared..).unwrap_or_default();
        letters(id, if element.place == Place::Whole { b"" } else { b"/" })
    };
    let mut keyed: Vec<(u128, T)> = list.iter().map(|one| (letters(element(one)), *one)).collect();
    keyed.sort_by(|(a_letters, a), (b_letters, b)| {
        a_letters.cmp(b_letters).then_with(|| element(a).by_name(&element(b)))
    });
    list.iter_mut().zip(keyed).for_each(|(slot, (_, one))| *slot = one);
}

/// Where an entry stands among others in the order of their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Places<'w> {
    shared: &'w [u8],
    letters: Vec<u128>,
}

impl<'w> Places<'w> {
    /// Of entries in the order of their ids.
    pub(super) fn of(entries: &[&'w Entry]) -> Self {
        let shared = shared(entries.iter().map(|entry| entry.id()));
        let behind = entries.iter().filter_map(|entry| entry.id().as_bytes().strip_prefix(shared));
        Self { shared, letters: behind.map(|id| letters(id, b"")).collect() }
    }

    /// The place of an id among the same entries.
    pub(super) fn find(&self, entries: &[&Entry], id: &str) -> Option<usize> {
        let wanted = letters(id.as_bytes().strip_prefix(self.shared)?, b"");
        let first = self.letters.partition_point(|known| *known < wanted);
        let alike = self.letters.get(first..)?.iter().take_while(|known| **known == wanted).count();
        let alike = entries.get(first..first + alike)?;
        Some(first + alike.binary_search_by(|entry| entry.id().cmp(id)).ok()?)
    }
}

/// The bytes with which all ids begin.
fn shared<'w>(ids: impl Iterator<Item = &'w str>) -> &'w [u8] {
    let mut ids = ids.map(str::as_bytes);
    let mut shared = ids.next().unwrap_or_default();
    for id in ids {
        if !id.starts_with(shared) {
            let equal = shared.iter().zip(id).take_while(|(a, b)| a == b).count();
            shared = shared.get(..equal).unwrap_or_default();
        }
    }
    shared
}

/// The first letters of what stands behind an id's beginning, and of its end: up to a slash, behind which
/// the numbers of items come. They never are in another order than names, but may be the same.
fn letters(id: &[u8], end: &[u8]) -> u128 {
    let until_slash = |so_far: &mut bool, letter: &u8| (!std::mem::replace(so_far, *letter == b'/')).then_some(*letter);
    let mut letters = [0; WIDTH];
    let name = id.iter().chain(end).scan(false, until_slash);
    letters.iter_mut().zip(name).for_each(|(slot, letter)| *slot = letter);
    u128::from_be_bytes(letters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::Entries;
    use std::sync::Arc;

    #[test]
    fn names_are_put_in_order_and_found() {
        let mut entries = Entries::new(Arc::new(crate::entry::test_plan()));
        let ids = [
            "r",
            "r-1",
            "r-10",
            "r-2",
            "r/1",
            "r/date/1",
            "r0",
            "r-a-long-id-of-its-own-1",
            "r-a-long-id-of-its-own-2",
            "r-访",
        ];
        for id in ids {
            let line = format!(r#"{{"kind":"spot_check","id":"{id}","package":"p","date":"2024-05-01"}}"#);
            entries.add("f.jsonl", 1, line.as_bytes(), crate::time::Date::new(2024, 5, 2));
        }
        let places = [Place::Whole, Place::item(0, 0), Place::item(0, 10), Place::item(0, 9), Place::item(1, 1)];
        for skipped in 0..4 {
            let of = |entry| places.map(|place| Element { entry, place });
            let mut elements: Vec<Element<'_>> = entries.iter().skip(skipped).flat_map(of).collect();
            assert_eq!(elements.len(), (ids.len() - skipped) * places.len());
            elements.sort_by_key(|element| std::cmp::Reverse((element.place, element.entry.id())));
            let mut expected: Vec<String> = elements.iter().map(ToString::to_string).collect();
            expected.sort();
            sort_by_name(&mut elements, |element| *element);
            let sorted: Vec<String> = elements.iter().map(ToString::to_string).collect();
            assert_eq!(sorted, expected, "without the first {skipped}");

            let entries: Vec<&Entry> = entries.iter().skip(skipped).collect();
            let places = Places::of(&entries);
            for (at, entry) in entries.iter().enumerate() {
                assert_eq!(places.find(&entries, entry.id()), Some(at));
            }
            for id in ["", "q", "r-3", "r-", "s", "r/", "r-a-long-id-of-its-own-"] {
                assert_eq!(places.find(&entries, id), None, "{id}");
            }
        }
    }
}
