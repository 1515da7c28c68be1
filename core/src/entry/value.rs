use crate::kind::Field;
use crate::time::{Date, PartialDate, Period};
use rust_decimal::Decimal;
use std::sync::Arc;

/// The value of a field.
///
/// The order is total, so that ties between equal entries can be broken by content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
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
    Text(Arc<str>),
    /// A list of plain values.
    List(Box<[Value]>),
    /// A list of items.
    Items(Box<[Item]>),
}

/// Field values by the field's place in its table, in that order; absent fields are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item(Box<[(u16, Value)]>);

impl Item {
    /// Packs values; the caller gives each field at most once.
    #[must_use]
    pub fn new(mut values: Vec<(u16, Value)>) -> Self {
        values.sort_by_key(|(field, _)| *field);
        Self(values.into_boxed_slice())
    }

    /// The value of the field at this place of the table.
    #[must_use]
    pub fn get(&self, field: u16) -> Option<&Value> {
        let at = self.0.binary_search_by_key(&field, |(field, _)| *field).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// The value of a field by its name.
    #[must_use]
    pub fn named(&self, fields: &[Field], name: &str) -> Option<&Value> {
        self.get(Field::position(fields, name)?)
    }

    /// All values with their places.
    pub fn iter(&self) -> impl Iterator<Item = &(u16, Value)> {
        self.0.iter()
    }
}

impl Value {
    /// The text of a text, code, id or reference.
    #[must_use]
    pub fn text(&self) -> Option<&Arc<str>> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The day of a date.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }
}
