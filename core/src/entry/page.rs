//! How entries lie in memory: several side by side in one text, without a pointer in it.
//!
//! A text, because a piece of a text is a text again, at the price of a look at its two ends.
//! Numbers lie in it as bytes below 0x80, so that it is one. All is written once, from the inside
//! out: what something is made of comes before it, and words stand where they were needed first.
//! Every place is counted in bytes:
//!
//! - a word, which entries share: its length, then its letters; what begins a word elsewhere is its place.
//! - a value: a byte that says of which type it is, then what its type needs; a list has its length,
//!   the width of an offset, and an offset for each element, counted back from the beginning of the list.
//! - an item: the width of an offset, how far back its shape lies, an offset for each value. A shape is a
//!   word with a letter for each field: 0 when it is absent, or which of the offsets is its own,
//!   from 1. Offsets count back from the beginning of the item.
//! - an entry: its item. Before it stand its day and its day of entry as values, of which the first may be
//!   missing; before them, if it has attributes, how far back a list of their names and values in turns lies.

use super::value::{Items, Value, Values};
use crate::finding::Finding;
use crate::time::{Date, PartialDate, Period, Unit};
use rust_decimal::Decimal;

pub(super) const NO: u8 = 0;
pub(super) const YES: u8 = 1;
pub(super) const WHOLE: u8 = 2;
pub(super) const AMOUNT: u8 = 3;
pub(super) const DATE: u8 = 4;
pub(super) const PARTIAL_DATE: u8 = 5;
pub(super) const TIME: u8 = 6;
pub(super) const PERIOD: u8 = 7;
/// A text that no other entry is likely to have.
pub(super) const TEXT: u8 = 8;
/// A text that other entries are likely to have.
pub(super) const WORD: u8 = 9;
pub(super) const LIST: u8 = 10;
pub(super) const ITEMS: u8 = 11;
/// From here on, with the next byte, the place of a word.
pub(super) const SHARED: u8 = 0x40;
/// Words from here on have no place that two such bytes can say.
pub(super) const SHARED_END: usize = 1 << 13;

/// Units of periods in the order of their bytes.
pub(super) const UNITS: [Unit; 4] = [Unit::Week, Unit::Month, Unit::Quarter, Unit::Year];

/// Bytes that say how far back a shape lies.
pub(super) const SHAPE_WIDTH: usize = 2;
/// A shape has to lie nearer than this.
pub(super) const SHAPE_END: usize = 1 << (7 * SHAPE_WIDTH);
/// Bytes of a day.
pub(super) const DAY_WIDTH: usize = 3;
/// From the item of an entry back to its day of entry, a value.
pub(super) const RECORDED_BACK: usize = 1 + DAY_WIDTH;
/// From there back to its day, a value.
pub(super) const DATE_BACK: usize = RECORDED_BACK + 1 + DAY_WIDTH;
/// Bytes that say how far back attributes lie.
pub(super) const ATTRIBUTES_WIDTH: usize = 4;
/// From there back to these bytes.
pub(super) const ATTRIBUTES_BACK: usize = DATE_BACK + ATTRIBUTES_WIDTH;

/// Entries side by side.
#[derive(Clone, Debug)]
pub(super) struct Page {
    pub(super) text: String,
    /// What was found about entries, by where they lie.
    pub(super) findings: Box<[(u32, Box<[Finding]>)]>,
    /// It holds few entries, which would take less room among others.
    pub(super) is_loose: bool,
}

/// The byte at a place.
#[inline]
pub(super) fn byte(page: &str, at: usize) -> usize {
    page.as_bytes().get(at).map_or(0, |byte| usize::from(*byte))
}

/// A number of so many bytes, the lowest first.
#[inline]
pub(super) fn number(page: &str, at: usize, width: usize) -> usize {
    let bytes = page.as_bytes().get(at..).unwrap_or_default();
    match (width, bytes) {
        (1, [one, ..]) => usize::from(*one),
        (2, [one, two, ..]) => usize::from(*one) | usize::from(*two) << 7,
        (3, [one, two, three, ..]) => usize::from(*one) | usize::from(*two) << 7 | usize::from(*three) << 14,
        _ => bytes.iter().take(width).rev().fold(0, |number, byte| number << 7 | usize::from(*byte)),
    }
}

/// A number of as many bytes as it needs, and the place behind it.
pub(super) fn varying(page: &str, mut at: usize) -> (u64, usize) {
    let mut number = 0;
    for group in 0..11 {
        let byte = byte(page, at) as u64;
        at += 1;
        number |= (byte & 0x3f) << (6 * group);
        if byte & 0x40 == 0 {
            break;
        }
    }
    (number, at)
}

/// A length, and the place behind it.
#[inline]
pub(super) fn length(page: &str, at: usize) -> (usize, usize) {
    let first = byte(page, at);
    if first < 0x40 {
        return (first, at + 1);
    }
    let (length, behind) = varying(page, at);
    (usize::try_from(length).unwrap_or(usize::MAX), behind)
}

/// A whole number with its sign in the lowest bit.
fn signed(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
}

/// The word at a place.
#[inline]
pub(super) fn word(page: &str, at: usize) -> &str {
    let (length, begin) = length(page, at);
    page.get(begin..begin.saturating_add(length)).unwrap_or_default()
}

#[inline]
pub(super) fn day(page: &str, at: usize) -> Date {
    Date::of_bits(number(page, at, DAY_WIDTH))
}

/// Whether a value is a text that other entries are likely to have.
pub(super) fn is_word(page: &str, at: usize) -> bool {
    let tag = byte(page, at);
    tag == usize::from(WORD) || tag >= usize::from(SHARED)
}

/// The value at a place.
pub(super) fn value(page: &str, at: usize) -> Value<'_> {
    let tag = u8::try_from(byte(page, at)).unwrap_or_default();
    match tag {
        SHARED.. => Value::Text(word(page, usize::from(tag - SHARED) << 7 | byte(page, at + 1))),
        TEXT | WORD => Value::Text(word(page, at + 1)),
        DATE => Value::Date(day(page, at + 1)),
        WHOLE => Value::Whole(signed(varying(page, at + 1).0)),
        TIME => Value::Time(u16::try_from(number(page, at + 1, 2)).unwrap_or_default()),
        LIST => Value::List(Values::at(page, at)),
        ITEMS => Value::Items(Items::at(page, at)),
        AMOUNT => Value::Amount(amount(page, at + 1)),
        PARTIAL_DATE => {
            Value::PartialDate(PartialDate { earliest: day(page, at + 1), latest: day(page, at + 1 + DAY_WIDTH) })
        }
        PERIOD => {
            let unit = UNITS.get(byte(page, at + 1)).copied().unwrap_or(Unit::Year);
            Value::Period(Period::containing(unit, day(page, at + 2)))
        }
        _ => Value::YesNo(tag == YES),
    }
}

fn amount(page: &str, at: usize) -> Decimal {
    let (low, behind) = varying(page, at + 1);
    let (high, _) = varying(page, behind);
    let mantissa = i128::from(signed(high)) << 64 | i128::from(low);
    let scale = u32::try_from(byte(page, at)).unwrap_or_default();
    Decimal::try_from_i128_with_scale(mantissa, scale).unwrap_or_default()
}

/// The place of an element of the list at a place.
pub(super) fn element(page: &str, list: usize, at: usize) -> Option<usize> {
    let (count, width_at) = length(page, list + 1);
    if at >= count {
        return None;
    }
    let width = byte(page, width_at);
    list.checked_sub(number(page, width_at + 1 + at * width, width))
}

/// The place of a field's value in an item.
#[inline]
pub(super) fn field(page: &str, item: usize, field: u16) -> Option<usize> {
    let [width, low, high, offsets @ ..] = page.as_bytes().get(item..)? else { return None };
    let shape = item.checked_sub(usize::from(*low) | usize::from(*high) << 7)?;
    let [fields, slots @ ..] = page.as_bytes().get(shape..)? else { return None };
    if field >= u16::from(*fields) {
        return None;
    }
    let slot = usize::from(*slots.get(usize::from(field))?).checked_sub(1)?;
    item.checked_sub(match width {
        1 => usize::from(*offsets.get(slot)?),
        2 => {
            let [low, high, ..] = offsets.get(slot * 2..)? else { return None };
            usize::from(*low) | usize::from(*high) << 7
        }
        _ => offset(page, item, slot, usize::from(*width)),
    })
}

fn offset(page: &str, item: usize, slot: usize, width: usize) -> usize {
    number(page, item + 1 + SHAPE_WIDTH + slot * width, width)
}

/// The fields of an item that have a value, each with its place.
pub(super) fn fields<'e>(page: &'e str, item: usize) -> impl Iterator<Item = (u16, usize)> + use<'e> {
    let width = byte(page, item);
    let shape = item.saturating_sub(number(page, item + 1, SHAPE_WIDTH));
    let slots = page.as_bytes().get(shape + 1..).unwrap_or_default().iter().take(byte(page, shape));
    let given = (0..).zip(slots).filter(|(_, slot)| **slot > 0);
    given.map(move |(at, slot)| (at, item.saturating_sub(offset(page, item, usize::from(*slot) - 1, width))))
}

impl Page {
    pub(super) fn findings_of(&self, entry: u32) -> &[Finding] {
        if self.findings.is_empty() {
            return &[];
        }
        let at = self.findings.binary_search_by_key(&entry, |(of, _)| *of);
        at.ok().and_then(|at| self.findings.get(at)).map_or(&[], |(_, findings)| findings)
    }
}
