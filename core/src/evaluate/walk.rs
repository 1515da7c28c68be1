//! Ways from an element to values.

use super::element::{Element, Place};
use super::title::title_key;
use super::tri::Tri;
use super::world::World;
use crate::entry::{Entry, Items, Value};
use crate::kind::Field;
use crate::kind::Kind;
use crate::kind::KindInfo;
use crate::kind::register::Person;
use crate::number::Exact;
use crate::package::model::{AgeOn, Derived, Path, Step};
use crate::time::Date;
use std::collections::BTreeSet;

/// How dated lists and registers are read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'w> {
    /// The reading day.
    pub day: Date,
    /// Whether items that ended before the day still show.
    pub ended_too: bool,
    /// The entry whose condition it is, for waivers.
    pub root: &'w Entry,
    /// Whether what a register said to be complete does not hold is known not to be there.
    pub closed: bool,
}

/// What a path reaches, one call for each value.
#[derive(Clone, Debug)]
pub enum Reached<'w> {
    /// A value.
    Value(Value<'w>),
    /// A text that was derived.
    Text(String),
    /// The distinct signing persons.
    Persons(Vec<&'w str>),
    /// A number that was derived.
    Number(Exact),
    /// An age, as the least and greatest possible.
    Age(i64, i64),
    /// An entry or item.
    Element(Element<'w>),
    /// The field is absent.
    Absent,
    /// A reference on the way is absent, so that what lies behind is not known.
    Unreached,
    /// A reference leads nowhere.
    Dangling(&'w str),
    /// A reference leads nowhere in a register said to be complete.
    Unlisted(&'w str, &'static KindInfo),
}

/// Takes what a path reaches.
type Found<'f, 'w> = &'f mut dyn FnMut(Reached<'w>);

impl<'w> World<'w> {
    /// Follows a path from an element, calling `found` for every value reached.
    pub fn walk(&self, path: &Path, element: Element<'w>, reading: Reading<'w>, found: Found<'_, 'w>) {
        self.step(&path.steps, Reached::Element(element), reading, found);
    }

    /// What the commonest paths reach, quickly: a plain value of the element or of what holds it.
    ///
    /// None where a path needs to be walked.
    pub(super) fn lone(&self, path: &Path, element: Element<'w>) -> Option<Reached<'w>> {
        let (holder, field) = match path.steps.as_slice() {
            [Step::Field(field)] => (element, *field),
            [Step::Container, Step::Field(field)] => (element.container(), *field),
            _ => return None,
        };
        match holder.get(field) {
            None => Some(Reached::Absent),
            Some(Value::Items(_)) => None,
            Some(value) => Some(Reached::Value(value)),
        }
    }

    fn step(&self, mut steps: &[Step], mut here: Reached<'w>, reading: Reading<'w>, found: Found<'_, 'w>) {
        while let [step, rest @ ..] = steps {
            here = match (step, here) {
                (Step::Container, Reached::Element(element)) => Reached::Element(element.container()),
                (Step::Plain, Reached::Element(element)) => match element.plain() {
                    Some(value) => Reached::Value(value),
                    None => return found(Reached::Absent),
                },
                (Step::Plain, here) => here,
                (Step::Field(field), Reached::Element(element)) => match element.get(*field) {
                    None if rest.is_empty() => return found(Reached::Absent),
                    None => return found(Reached::Unreached),
                    Some(Value::Items(items)) => return self.items(element, *field, items, rest, reading, found),
                    Some(Value::List(values)) if !rest.is_empty() => {
                        return values.iter().for_each(|value| self.step(rest, Reached::Value(value), reading, found));
                    }
                    Some(value) => Reached::Value(value),
                },
                (Step::Attribute(name), Reached::Element(element)) => match element.entry.attributes().get(name) {
                    Some(value) => Reached::Value(value),
                    None => return found(Reached::Absent),
                },
                (Step::Follow(kinds), Reached::Value(Value::Text(id))) => match self.follow(id, kinds) {
                    Some(entry) => Reached::Element(Element::whole(entry)),
                    None => return found(self.nowhere(id, kinds, reading)),
                },
                (Step::Derived(derived), Reached::Element(element)) => match self.derive(*derived, element, reading) {
                    end @ (Reached::Absent | Reached::Dangling(_) | Reached::Unlisted(..)) => return found(end),
                    derived => derived,
                },
                _ => return found(Reached::Absent),
            };
            steps = rest;
        }
        found(match here {
            // A list of items ends a path as its items, so that list tests see them.
            Reached::Value(Value::Items(_)) => Reached::Absent,
            here => here,
        });
    }

    /// Where a reference leads that leads to no entry of these kinds.
    pub(super) fn nowhere(&self, id: &'w str, kinds: &[&'static KindInfo], reading: Reading<'w>) -> Reached<'w> {
        match kinds {
            [kind, ..] if reading.closed && kinds.iter().all(|kind| self.is_complete(kind.name)) => {
                Reached::Unlisted(id, kind)
            }
            _ => Reached::Dangling(id),
        }
    }

    fn items(
        &self,
        element: Element<'w>,
        field: u16,
        items: Items<'w>,
        rest: &[Step],
        reading: Reading<'w>,
        found: Found<'_, 'w>,
    ) {
        for at in 0..items.len() {
            let item = Element { entry: element.entry, place: Place::item(field, at) };
            if rest.is_empty() {
                found(Reached::Element(item));
            } else if self.in_force(&item, reading) != Tri::No {
                self.step(rest, Reached::Element(item), reading, found);
            }
        }
    }

    fn derive(&self, derived: Derived, element: Element<'w>, reading: Reading<'w>) -> Reached<'w> {
        match derived {
            Derived::Age(on) => {
                let day = match on {
                    AgeOn::ReadingDay => reading.day,
                    AgeOn::ServiceStart => self.start,
                    AgeOn::ServiceEnd => self.end,
                    AgeOn::AsOf => self.snapshot_day(),
                };
                match element.named("birth_date") {
                    Some(Value::PartialDate(birth)) => {
                        let (least, greatest) = Self::age(birth, day);
                        Reached::Age(least, greatest)
                    }
                    _ => Reached::Absent,
                }
            }
            Derived::TitleKey => key_of(element.named("title")),
            Derived::DonorKey => key_of(element.named("donor")),
            Derived::ScoreTotal => match self.score(element.entry) {
                Some(score) => Reached::Number(score),
                None => Reached::Absent,
            },
            Derived::SignaturePersons => {
                let mut persons = BTreeSet::new();
                if let Some(Value::Items(signatures)) = element.entry.get("signatures") {
                    for at in 0..signatures.len() {
                        let list = Field::position(element.entry.kind().fields, "signatures").unwrap_or_default();
                        let signature = Element { entry: element.entry, place: Place::item(list, at) };
                        persons.extend(signature.named("person").and_then(Value::text));
                    }
                }
                Reached::Persons(persons.into_iter().collect())
            }
            Derived::Home => {
                if let Some(household) = element.named("household") {
                    return Reached::Value(household);
                }
                let Some(Value::Text(person)) = element.named("person") else { return Reached::Absent };
                match self.follow(person, &[Person::INFO]) {
                    Some(person) => person.get("household").map_or(Reached::Absent, Reached::Value),
                    None => self.nowhere(person, &[Person::INFO], reading),
                }
            }
        }
    }
}

/// A name by which equal ones are told, whatever their width and punctuation.
fn key_of<'w>(name: Option<Value<'w>>) -> Reached<'w> {
    match name.and_then(Value::text).map(title_key) {
        Some(key) if !key.is_empty() => Reached::Text(key),
        _ => Reached::Absent,
    }
}
