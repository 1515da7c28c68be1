use crate::kind::Field;
use crate::time::{Date, PartialDate, Period};
use rust_decimal::Decimal;
use std::cmp::Ordering;
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// A bit for each place of the table that has a value.
    present: u64,
    values: Box<[Value]>,
}

impl Item {
    /// Packs values; the caller gives each field at most once, and no table has more than 64 fields.
    #[must_use]
    pub fn new(mut values: Vec<(u16, Value)>) -> Self {
        Self::drained(&mut values, 0)
    }

    /// Packs the values behind the first ones of a list, and takes them out of it.
    pub(super) fn drained(values: &mut Vec<(u16, Value)>, first: usize) -> Self {
        if let Some(own) = values.get_mut(first..) {
            own.sort_unstable_by_key(|(field, _)| *field);
        }
        let mut present = 0;
        let own = values.drain(first.min(values.len())..);
        let values = own.map(|(field, value)| {
            present |= bit(field);
            value
        });
        let values = values.collect();
        Self { present, values }
    }

    /// The value of the field at this place of the table.
    #[must_use]
    pub fn get(&self, field: u16) -> Option<&Value> {
        let bit = bit(field);
        if self.present & bit == 0 {
            return None;
        }
        let before = self.present & bit.wrapping_sub(1);
        self.values.get(usize::try_from(before.count_ones()).ok()?)
    }

    /// The value of a field by its name.
    #[must_use]
    pub fn named(&self, fields: &[Field], name: &str) -> Option<&Value> {
        self.get(Field::position(fields, name)?)
    }

    /// All values with their places.
    pub fn iter(&self) -> impl Iterator<Item = (u16, &Value)> {
        let mut left = self.present;
        self.values.iter().map_while(move |value| {
            let at = u16::try_from(left.trailing_zeros()).ok()?;
            left &= left.checked_sub(1)?;
            Some((at, value))
        })
    }
}

fn bit(field: u16) -> u64 {
    1u64.checked_shl(field.into()).unwrap_or_default()
}

impl Ord for Item {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl PartialOrd for Item {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
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
