use crate::entry::{Entry, Value};
use crate::finding::Finding;
use crate::kind::Field;
use std::cmp::Ordering;

/// An admitted entry with what was found about it.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) entry: Entry,
    /// The line itself states the day of entry, not the import.
    pub(super) has_own_day: bool,
    pub(super) findings: Box<[Finding]>,
}

/// The contents of one id, each once and in order; nearly always one.
#[derive(Clone, Debug)]
pub(super) enum Contents {
    One([Held; 1]),
    Many(Vec<Held>),
}

impl Contents {
    pub(super) fn as_slice(&self) -> &[Held] {
        match self {
            Self::One(held) => held,
            Self::Many(held) => held,
        }
    }

    /// Takes in another content, unless it is there already; returns whether it says something new.
    pub(super) fn hold(&mut self, held: Held) -> bool {
        let known = match self {
            Self::One(known) => known.as_mut_slice(),
            Self::Many(known) => known,
        };
        match known.binary_search_by(|known| known.by_content(&held)) {
            Ok(at) => match known.get_mut(at).filter(|known| held.precedes(known)) {
                Some(known) => {
                    *known = held;
                    true
                }
                None => false,
            },
            Err(at) => {
                match self {
                    Self::Many(known) => known.insert(at, held),
                    Self::One(known) => {
                        let mut several = known.to_vec();
                        several.insert(at, held);
                        *self = Self::Many(several);
                    }
                }
                true
            }
        }
    }
}

impl Held {
    /// Orders by what the lines say.
    ///
    /// A day of entry that the import supplied is none of it: the same line imported
    /// again on a later day is the same entry.
    pub(super) fn by_content(&self, other: &Self) -> Ordering {
        let kinds = self.entry.kind().name.cmp(other.entry.kind().name);
        kinds
            .then_with(|| self.stated().cmp(other.stated()))
            .then_with(|| self.entry.attributes().cmp(&other.entry.attributes()))
            .then_with(|| self.has_own_day.cmp(&other.has_own_day))
    }

    /// Of two with one content, the one known earlier stays.
    pub(super) fn precedes(&self, other: &Self) -> bool {
        (self.entry.recorded_at(), &self.findings) < (other.entry.recorded_at(), &other.findings)
    }

    fn stated(&self) -> impl Iterator<Item = (u16, Value<'_>)> {
        let supplied = (!self.has_own_day).then(|| Field::position(self.entry.kind().fields, "recorded_at")).flatten();
        self.entry.values().iter().filter(move |(field, _)| Some(*field) != supplied)
    }
}
