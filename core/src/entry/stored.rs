use super::value::{Item, Items, Value, Values};
use crate::time::{Date, PartialDate, Period};
use rust_decimal::Decimal;
use std::sync::Arc;

/// A value as it lies in memory.
#[derive(Clone, Debug)]
pub(super) enum Stored {
    YesNo(bool),
    Whole(i64),
    Amount(Decimal),
    Date(Date),
    PartialDate(PartialDate),
    Time(u16),
    Period(Period),
    Text(Arc<str>),
    List(Box<[Stored]>),
    Items(Box<[StoredItem]>),
}

impl Stored {
    pub(super) fn value(&self) -> Value<'_> {
        match self {
            Self::YesNo(truth) => Value::YesNo(*truth),
            Self::Whole(number) => Value::Whole(*number),
            Self::Amount(number) => Value::Amount(*number),
            Self::Date(date) => Value::Date(*date),
            Self::PartialDate(date) => Value::PartialDate(*date),
            Self::Time(minutes) => Value::Time(*minutes),
            Self::Period(period) => Value::Period(*period),
            Self::Text(text) => Value::Text(text),
            Self::List(values) => Value::List(Values::new(values)),
            Self::Items(items) => Value::Items(Items::new(items)),
        }
    }
}

/// An item as it lies in memory.
#[derive(Clone, Debug)]
pub(super) struct StoredItem {
    /// A bit for each place of the table that has a value.
    present: u64,
    values: Box<[Stored]>,
}

impl StoredItem {
    /// Packs values; the caller gives each field at most once, and no table has more than 64 fields.
    pub(super) fn new(mut values: Vec<(u16, Stored)>) -> Self {
        Self::drained(&mut values, 0)
    }

    /// Packs the values behind the first ones of a list, and takes them out of it.
    pub(super) fn drained(values: &mut Vec<(u16, Stored)>, first: usize) -> Self {
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

    pub(super) fn view(&self) -> Item<'_> {
        Item::new(self)
    }

    pub(super) fn get(&self, field: u16) -> Option<&Stored> {
        let bit = bit(field);
        if self.present & bit == 0 {
            return None;
        }
        let before = self.present & bit.wrapping_sub(1);
        self.values.get(usize::try_from(before.count_ones()).ok()?)
    }

    /// All values with their places.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u16, &Stored)> {
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
