use super::page;
use crate::kind::Field;
use crate::time::{Date, PartialDate, Period};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::fmt;

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
#[derive(Clone, Copy)]
pub struct Item<'e> {
    page: &'e str,
    item: u32,
}

impl<'e> Item<'e> {
    #[inline]
    pub(super) fn at(page: &'e str, item: usize) -> Self {
        Self { page, item: item as u32 }
    }

    /// The value of the field at this place of the table.
    #[must_use]
    pub fn get(self, field: u16) -> Option<Value<'e>> {
        page::field(self.page, self.item as usize, field).map(|at| page::value(self.page, at))
    }

    /// The value of a field by its name.
    #[must_use]
    pub fn named(self, fields: &[Field], name: &str) -> Option<Value<'e>> {
        self.get(Field::position(fields, name)?)
    }

    /// All values with their places.
    pub fn iter(self) -> impl Iterator<Item = (u16, Value<'e>)> {
        self.places().map(move |(field, at)| (field, page::value(self.page, at)))
    }

    /// Where the values of its fields lie.
    pub(super) fn places(self) -> impl Iterator<Item = (u16, usize)> + use<'e> {
        page::fields(self.page, self.item as usize)
    }
}

/// A list of plain values.
#[derive(Clone, Copy)]
pub struct Values<'e> {
    page: &'e str,
    list: u32,
}

impl<'e> Values<'e> {
    pub(super) fn at(page: &'e str, list: usize) -> Self {
        Self { page, list: list as u32 }
    }

    /// The value at this place of the list.
    #[must_use]
    pub fn get(self, at: usize) -> Option<Value<'e>> {
        page::element(self.page, self.list as usize, at).map(|at| page::value(self.page, at))
    }

    /// All values in order.
    pub fn iter(self) -> impl Iterator<Item = Value<'e>> {
        self.places().map(move |at| page::value(self.page, at))
    }

    /// Where it lies.
    pub(super) fn place(self) -> usize {
        self.list as usize
    }

    /// Where its values lie.
    pub(super) fn places(self) -> impl Iterator<Item = usize> + use<'e> {
        (0..self.len()).filter_map(move |at| page::element(self.page, self.list as usize, at))
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        page::length(self.page, self.list as usize + 1).0
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// A list of items.
#[derive(Clone, Copy, Default)]
pub struct Items<'e> {
    page: &'e str,
    list: u32,
}

impl<'e> Items<'e> {
    pub(super) fn at(page: &'e str, list: usize) -> Self {
        Self { page, list: list as u32 }
    }

    /// The item at this place of the list.
    #[must_use]
    pub fn get(self, at: usize) -> Option<Item<'e>> {
        page::element(self.page, self.list as usize, at).map(|item| Item::at(self.page, item))
    }

    /// All items in order.
    pub fn iter(self) -> impl Iterator<Item = Item<'e>> + Clone {
        (0..self.len()).filter_map(move |at| self.get(at))
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        page::length(self.page, self.list as usize + 1).0
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// Declared attributes with their names, sorted by name.
#[derive(Clone, Copy)]
pub struct Attributes<'e>(Option<Values<'e>>);

impl<'e> Attributes<'e> {
    /// Of a list of names and values in turns.
    pub(super) fn new(list: Option<Values<'e>>) -> Self {
        Self(list)
    }

    /// The value of the attribute of this name.
    #[must_use]
    pub fn get(self, name: &str) -> Option<Value<'e>> {
        self.iter().find(|(attribute, _)| *attribute == name).map(|(_, value)| value)
    }

    /// All of them in order.
    pub fn iter(self) -> impl Iterator<Item = (&'e str, Value<'e>)> {
        let list = self.0.into_iter();
        list.flat_map(|list| {
            let names = (0..list.len()).step_by(2);
            names.filter_map(move |at| Some((list.get(at)?.text()?, list.get(at + 1)?)))
        })
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0.is_none_or(Values::is_empty)
    }

    pub(super) fn list(self) -> Option<Values<'e>> {
        self.0
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

        impl Eq for $view<'_> {}

        impl fmt::Debug for $view<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_list().entries(self.iter()).finish()
            }
        })*
    };
}

by_content!(Item Values Items Attributes);
