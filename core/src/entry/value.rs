use super::stored::{Stored, StoredItem};
use crate::kind::Field;
use crate::time::{Date, PartialDate, Period};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::sync::Arc;

/// The value of a field, as an entry shows it: small, and cheap to copy.
///
/// The order is total, so that ties between equal entries can be broken by content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value<'e> {
    /// Yes or no.
    YesNo(bool),
    /// A whole number.
    Whole(i64),
    /// A decimal.
    Amount(Decimal),
    /// A day.
    Date(Date),
    /// A day of which parts may be unknown.
    PartialDate(PartialDate),
    /// A time of day, in minutes since midnight.
    Time(u16),
    /// A week, month, quarter or year.
    Period(Period),
    /// A text, code, id or reference.
    Text(&'e str),
    /// A list of plain values.
    List(Values<'e>),
    /// A list of items.
    Items(Items<'e>),
}

impl<'e> Value<'e> {
    /// The text of a text, code, id or reference.
    #[must_use]
    pub fn text(self) -> Option<&'e str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The day of a date.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(date),
            _ => None,
        }
    }
}

/// Field values by the field's place in its table, in that order; absent fields are left out.
#[derive(Clone, Copy, Debug)]
pub struct Item<'e>(&'e StoredItem);

impl<'e> Item<'e> {
    pub(super) fn new(stored: &'e StoredItem) -> Self {
        Self(stored)
    }

    /// The value of the field at this place of the table.
    #[must_use]
    pub fn get(self, field: u16) -> Option<Value<'e>> {
        self.0.get(field).map(Stored::value)
    }

    /// The value of a field by its name.
    #[must_use]
    pub fn named(self, fields: &[Field], name: &str) -> Option<Value<'e>> {
        self.get(Field::position(fields, name)?)
    }

    /// All values with their places.
    pub fn iter(self) -> impl Iterator<Item = (u16, Value<'e>)> {
        self.0.iter().map(|(field, value)| (field, value.value()))
    }
}

/// A list of plain values.
#[derive(Clone, Copy, Debug)]
pub struct Values<'e>(&'e [Stored]);

impl<'e> Values<'e> {
    pub(super) fn new(stored: &'e [Stored]) -> Self {
        Self(stored)
    }

    /// The value at this place of the list.
    #[must_use]
    pub fn get(self, at: usize) -> Option<Value<'e>> {
        self.0.get(at).map(Stored::value)
    }

    /// All values in order.
    pub fn iter(self) -> impl Iterator<Item = Value<'e>> {
        self.0.iter().map(Stored::value)
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

/// A list of items.
#[derive(Clone, Copy, Debug, Default)]
pub struct Items<'e>(&'e [StoredItem]);

impl<'e> Items<'e> {
    pub(super) fn new(stored: &'e [StoredItem]) -> Self {
        Self(stored)
    }

    /// The item at this place of the list.
    #[must_use]
    pub fn get(self, at: usize) -> Option<Item<'e>> {
        self.0.get(at).map(Item)
    }

    /// All items in order.
    pub fn iter(self) -> impl Iterator<Item = Item<'e>> + Clone {
        self.0.iter().map(Item)
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

/// Declared attributes with their names, sorted by name.
#[derive(Clone, Copy, Debug)]
pub struct Attributes<'e>(&'e [(Arc<str>, Stored)]);

impl<'e> Attributes<'e> {
    pub(super) fn new(stored: &'e [(Arc<str>, Stored)]) -> Self {
        Self(stored)
    }

    /// The value of the attribute of this name.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Value<'e>> {
        self.iter().find(|(attribute, _)| *attribute == name).map(|(_, value)| value)
    }

    /// All of them in order.
    pub fn iter(self) -> impl Iterator<Item = (&'e str, Value<'e>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value.value()))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

/// Equality and order by what is in a view.
macro_rules! by_content {
    ($($view:ident)*) => {
        $(impl Ord for $view<'_> {
            fn cmp(&self, other: &Self) -> Ordering {
                self.iter().cmp(other.iter())
            }
        }

        impl PartialOrd for $view<'_> {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl PartialEq for $view<'_> {
            fn eq(&self, other: &Self) -> bool {
                self.iter().eq(other.iter())
            }
        }

        impl Eq for $view<'_> {})*
    };
}

by_content!(Item Values Items Attributes);
