use super::common::Common;
use super::page::{
    self, ATTRIBUTES_BACK, ATTRIBUTES_WIDTH, DATE_BACK, DAY_WIDTH, Page, RECORDED_BACK, SHAPE_END, SHAPE_WIDTH, SHARED,
    SHARED_END, UNITS,
};
use super::value::{Item, Value};
use super::words::Words;
use super::{ATTRIBUTES, Entry, OWN_DAY, RETRACTS};
use crate::finding::Finding;
use crate::kind::{self, KindInfo};
use crate::time::Date;
use std::sync::Arc;

/// Texts longer than this are hashes of files and the like; no two are equal.
const LONGEST_WORD: usize = 48;
/// A longer entry gains nothing among others.
const LONGEST_PACKED: usize = 1 << 14;
/// A page of this length has its words at its beginning; further ones would gain little.
const FULL: usize = 2 * SHARED_END;
/// So many entries share enough to stay side by side.
const ENOUGH: usize = 16;

/// Writes entries into pages.
///
/// Values are put in one behind another, and stay open until an item, a list or an entry is made of
/// those since a mark.
pub(super) struct Packer {
    /// The page, as far as it is written.
    text: String,
    words: Words,
    /// Whether the entries share their words.
    shares: bool,
    /// What is part of nothing yet, by field.
    open: Vec<(u16, Put)>,
    /// The entries of the page that are kept.
    kept: Vec<Written>,
    /// What was found about them, by where they lie.
    findings: Vec<(u32, Box<[Finding]>)>,
}

/// A value that was put in.
#[derive(Clone, Copy)]
pub(super) enum Put {
    /// It lies there.
    At(u32),
    /// A day; it is written with what it is part of, for some of an entry have a place of their own there.
    Day(Date),
}

/// Where the values of something that is still open begin.
#[derive(Clone, Copy)]
pub(super) struct Mark(usize);

/// An entry in the page that is being written.
#[derive(Clone, Copy)]
pub(super) struct Written {
    at: u32,
    id: u16,
    kind: u8,
    traits: u8,
}

/// What an entry says beside its values.
pub(super) struct Head {
    pub(super) kind: &'static KindInfo,
    pub(super) recorded_at: Date,
    /// The line itself states the day of entry, not the import.
    pub(super) has_own_day: bool,
}

fn put_byte(out: &mut String, byte: u8) {
    out.push(char::from(byte & 0x7f));
}

/// A number of so many bytes, the lowest first.
fn put(out: &mut String, mut number: usize, width: usize) {
    for _ in 0..width {
        put_byte(out, number as u8);
        number >>= 7;
    }
}

/// A number of as many bytes as it needs.
pub(super) fn put_varying(out: &mut String, mut number: u64) {
    while number >= 0x40 {
        put_byte(out, number as u8 & 0x3f | 0x40);
        number >>= 6;
    }
    put_byte(out, number as u8);
}

/// A whole number, with its sign in the lowest bit.
fn put_signed(out: &mut String, number: i64) {
    put_varying(out, (number << 1 ^ number >> 63).cast_unsigned());
}

fn put_day(out: &mut String, bits: usize) {
    put_byte(out, page::DATE);
    put(out, bits, DAY_WIDTH);
}

/// The bytes that offsets up to this one need.
fn width_of(greatest: usize) -> usize {
    (1..8).find(|width| greatest >> (7 * width) == 0).unwrap_or(8)
}

impl Packer {
    /// For entries that will lie side by side, or for one that will lie by itself.
    pub(super) fn new(shares: bool) -> Self {
        let text = String::with_capacity(if shares { FULL + 1024 } else { 512 });
        let open = Vec::with_capacity(32);
        Self { text, words: Words::default(), shares, open, kept: Vec::new(), findings: Vec::new() }
    }

    /// Whether entries will lie side by side.
    pub(super) fn shares(&self) -> bool {
        self.shares
    }

    pub(super) fn mark(&self) -> Mark {
        Mark(self.open.len())
    }

    fn here(&self) -> Put {
        Put::At(self.text.len() as u32)
    }

    /// Puts in a plain value.
    pub(super) fn plain(&mut self, value: Value<'_>) -> Put {
        let here = self.here();
        let out = &mut self.text;
        match value {
            Value::Date(date) => return Put::Day(date),
            Value::YesNo(truth) => put_byte(out, if truth { page::YES } else { page::NO }),
            Value::Whole(number) => {
                put_byte(out, page::WHOLE);
                put_signed(out, number);
            }
            Value::Amount(number) => {
                put_byte(out, page::AMOUNT);
                put_byte(out, number.scale() as u8);
                put_varying(out, number.mantissa() as u64);
                put_signed(out, (number.mantissa() >> 64) as i64);
            }
            Value::PartialDate(date) => {
                put_byte(out, page::PARTIAL_DATE);
                put(out, date.earliest.bits(), DAY_WIDTH);
                put(out, date.latest.bits(), DAY_WIDTH);
            }
            Value::Time(minutes) => {
                put_byte(out, page::TIME);
                put(out, minutes.into(), 2);
            }
            Value::Period(period) => {
                put_byte(out, page::PERIOD);
                put(out, UNITS.iter().position(|unit| *unit == period.unit()).unwrap_or_default(), 1);
                put(out, period.first().bits(), DAY_WIDTH);
            }
            Value::Text(text) => self.text(page::TEXT, text),
            // They are made of values that were put in before.
            Value::List(_) | Value::Items(_) => {}
        }
        here
    }

    /// Puts in a text that other entries are likely to have.
    pub(super) fn word(&mut self, text: &str) -> Put {
        let tag = if text.len() > LONGEST_WORD { page::TEXT } else { page::WORD };
        let shared = (self.shares && tag == page::WORD).then(|| self.words.near(&mut self.text, text, SHARED_END));
        let here = self.here();
        match shared.flatten() {
            Some(at) => {
                put_byte(&mut self.text, SHARED | (at >> 7) as u8);
                put(&mut self.text, at, 1);
            }
            None => self.text(tag, text),
        }
        here
    }

    fn text(&mut self, tag: u8, text: &str) {
        put_byte(&mut self.text, tag);
        put_varying(&mut self.text, text.len() as u64);
        self.text.push_str(text);
    }

    /// Says whose value it is that was put in.
    pub(super) fn value(&mut self, field: u16, put: Put) {
        self.open.push((field, put));
    }

    /// Drops what was put in since a mark.
    pub(super) fn undo(&mut self, since: Mark) {
        self.open.truncate(since.0);
    }

    /// The value of a field among those since a mark.
    pub(super) fn open(&self, since: Mark, field: u16) -> Option<Value<'_>> {
        let (_, put) = self.open.get(since.0..)?.iter().find(|(known, _)| *known == field)?;
        Some(match put {
            Put::At(at) => page::value(&self.text, *at as usize),
            Put::Day(date) => Value::Date(*date),
        })
    }

    /// Takes out the value of a field among those since a mark.
    pub(super) fn take_out(&mut self, since: Mark, field: u16) {
        let own = self.open.get(since.0..).unwrap_or_default();
        if let Some(at) = own.iter().position(|(known, _)| *known == field) {
            self.open.remove(since.0 + at);
        }
    }

    /// Makes attributes of values, given by name.
    pub(super) fn attributes(&mut self, values: Vec<(&str, Put)>) -> Put {
        let since = self.mark();
        for (name, value) in values {
            let name = self.word(name);
            self.value(0, name);
            self.value(0, value);
        }
        self.list(since, page::LIST)
    }

    /// Makes an item of the values since a mark.
    pub(super) fn item(&mut self, since: Mark) -> Put {
        self.sort(since);
        self.write_days(since, |_| false);
        let shape = self.shape(since);
        self.put_item(since, shape)
    }

    /// Makes a list of the values or items since a mark.
    pub(super) fn list(&mut self, since: Mark, tag: u8) -> Put {
        self.write_days(since, |_| false);
        let here = self.text.len();
        let length = self.open.len().saturating_sub(since.0);
        put_byte(&mut self.text, tag);
        put_varying(&mut self.text, length as u64);
        self.put_offsets(since, here, None);
        self.undo(since);
        Put::At(here as u32)
    }

    /// Makes an entry of the values since a mark, and of a list of attributes.
    pub(super) fn entry(&mut self, since: Mark, head: &Head, attributes: Option<Put>) -> Written {
        let common = Common::of(head.kind.family);
        self.sort(since);
        self.write_days(since, |field| Some(field) == common.date || Some(field) == common.recorded_at);
        let shape = self.shape(since);
        let date = common.date.and_then(|field| self.open(since, field)).and_then(Value::date);
        if let Some(Put::At(list)) = attributes {
            let item = self.text.len() + ATTRIBUTES_BACK;
            put(&mut self.text, item - list as usize, ATTRIBUTES_WIDTH);
        }
        let item = self.text.len() + DATE_BACK;
        put_day(&mut self.text, date.map_or(0, Date::bits));
        put_day(&mut self.text, head.recorded_at.bits());
        for (field, put) in self.open.get_mut(since.0..).unwrap_or_default() {
            if let Put::Day(_) = put {
                let back = if Some(*field) == common.date { DATE_BACK } else { RECORDED_BACK };
                *put = Put::At((item - back) as u32);
            }
        }
        let traits = self.traits(since, head, attributes.is_some());
        let own = self.open.get(since.0..).unwrap_or_default();
        let id = own.iter().find_map(|(field, put)| match put {
            Put::At(at) if Some(*field) == common.id => u16::try_from(item - *at as usize).ok(),
            _ => None,
        });
        let kind = kind::ALL.iter().position(|kind| *kind == head.kind).unwrap_or_default();
        self.put_item(since, shape);
        Written { at: item as u32, id: id.unwrap_or_default(), kind: kind as u8, traits }
    }

    fn traits(&self, since: Mark, head: &Head, has_attributes: bool) -> u8 {
        let common = Common::of(head.kind.family);
        let mut fields = self.open.get(since.0..).unwrap_or_default().iter().map(|(field, _)| Some(*field));
        let own_day = if head.has_own_day { OWN_DAY } else { 0 };
        let retracts =
            if fields.any(|field| field == common.supersedes || field == common.voids) { RETRACTS } else { 0 };
        own_day | retracts | if has_attributes { ATTRIBUTES } else { 0 }
    }

    fn sort(&mut self, since: Mark) {
        if let Some(own) = self.open.get_mut(since.0..) {
            own.sort_unstable_by_key(|(field, _)| *field);
        }
    }

    /// Writes the days since a mark, but for those that have a place of their own.
    fn write_days(&mut self, since: Mark, is_apart: impl Fn(u16) -> bool) {
        for (field, put) in self.open.get_mut(since.0..).unwrap_or_default() {
            if let Put::Day(date) = put
                && !is_apart(*field)
            {
                let bits = date.bits();
                *put = Put::At(self.text.len() as u32);
                put_day(&mut self.text, bits);
            }
        }
    }

    /// Where the shape of the values since a mark lies, near enough for an item that is put in next.
    fn shape(&mut self, since: Mark) -> usize {
        // Its length, then a slot for each field; no table has more than 64.
        let mut shape = [0u8; 65];
        let mut length = 1;
        for (slot, (field, _)) in (1..).zip(self.open.get(since.0..).unwrap_or_default()) {
            let place = usize::from(*field) + 1;
            if let Some(known) = shape.get_mut(place) {
                *known = slot;
                length = place + 1;
            }
        }
        if let Some(fields) = shape.first_mut() {
            *fields = (length - 1) as u8;
        }
        let shape = shape.get(..length).and_then(|shape| std::str::from_utf8(shape).ok()).unwrap_or_default();
        let far = (self.text.len() + ATTRIBUTES_BACK + 1).saturating_sub(SHAPE_END);
        let at = self.words.behind(&mut self.text, shape, far);
        page::length(&self.text, at).1
    }

    /// Puts in an item of the values since a mark, all of which are written.
    fn put_item(&mut self, since: Mark, shape: usize) -> Put {
        let here = self.text.len();
        self.put_offsets(since, here, Some(shape));
        self.undo(since);
        Put::At(here as u32)
    }

    /// Puts in the width of offsets, how far back the shape of an item lies, and the offsets of the values since a mark.
    fn put_offsets(&mut self, since: Mark, from: usize, shape: Option<usize>) {
        let own = self.open.get(since.0..).unwrap_or_default();
        let offset = |put: &Put| match put {
            Put::At(at) => from.saturating_sub(*at as usize),
            Put::Day(_) => 0,
        };
        let width = width_of(own.iter().map(|(_, put)| offset(put)).max().unwrap_or_default());
        put(&mut self.text, width, 1);
        if let Some(shape) = shape {
            put(&mut self.text, from.saturating_sub(shape), SHAPE_WIDTH);
        }
        for (_, value) in own {
            put(&mut self.text, offset(value), width);
        }
    }

    /// Lends the page, as far as it is written, to show one of its entries; nothing may be put in until it is given back.
    pub(super) fn lend(&mut self, entry: Written) -> Entry {
        let page = Page { text: std::mem::take(&mut self.text), findings: Box::default(), is_loose: true };
        entry.within(&Arc::new(page))
    }

    /// Gives back the page that was lent.
    pub(super) fn give_back(&mut self, entry: Entry) {
        self.text = Arc::unwrap_or_clone(entry.page).text;
    }

    /// Keeps an entry, with what was found about it.
    pub(super) fn keep(&mut self, entry: Written, findings: &[Finding]) {
        self.kept.push(entry);
        if !findings.is_empty() {
            self.findings.push((entry.at, findings.into()));
        }
    }

    /// Whether further entries had little to share with those of the page.
    pub(super) fn is_full(&self) -> bool {
        self.text.len() >= FULL
    }

    /// Closes the page: the entries that were kept, in that order.
    pub(super) fn close(&mut self) -> impl Iterator<Item = Entry> + use<'_> {
        let findings = std::mem::take(&mut self.findings).into();
        let is_loose = self.kept.len() < ENOUGH;
        // A copy has the size that it needs.
        let page = Arc::new(Page { text: self.text.clone(), findings, is_loose });
        self.text.clear();
        self.words = Words::default();
        self.kept.drain(..).map(move |entry| entry.within(&page))
    }

    /// Puts in and keeps an entry of another page.
    fn copy_entry(&mut self, entry: &Entry) {
        let page = &entry.page.text;
        let attributes = entry.attributes().list().map(|list| self.copy(page, list.place()));
        let since = self.mark();
        self.copy_each(page, entry.values().places());
        let head = Head { kind: entry.kind(), recorded_at: entry.recorded_at(), has_own_day: entry.has_own_day() };
        let written = self.entry(since, &head, attributes);
        self.keep(written, entry.findings());
    }

    /// Puts in the value at a place of another page.
    fn copy(&mut self, page: &str, at: usize) -> Put {
        let is_word = page::is_word(page, at);
        match page::value(page, at) {
            Value::Text(text) if is_word => self.word(text),
            Value::List(values) => {
                let since = self.mark();
                self.copy_each(page, values.places().map(|at| (0, at)));
                self.list(since, page::LIST)
            }
            Value::Items(items) => {
                let since = self.mark();
                for item in items.iter() {
                    let item = self.copy_item(page, item);
                    self.value(0, item);
                }
                self.list(since, page::ITEMS)
            }
            plain => self.plain(plain),
        }
    }

    fn copy_item(&mut self, page: &str, item: Item<'_>) -> Put {
        let since = self.mark();
        self.copy_each(page, item.places());
        self.item(since)
    }

    /// Puts in the values at places of another page, each with whose it is.
    fn copy_each(&mut self, page: &str, places: impl Iterator<Item = (u16, usize)>) {
        for (field, at) in places {
            let value = self.copy(page, at);
            self.value(field, value);
        }
    }
}

impl Written {
    fn within(self, page: &Arc<Page>) -> Entry {
        Entry { page: page.clone(), at: self.at, id: self.id, kind: self.kind, traits: self.traits }
    }
}

impl Entry {
    /// Whether it would take less room among others.
    pub(crate) fn is_loose(&self) -> bool {
        self.page.is_loose && self.page.text.len() <= LONGEST_PACKED
    }

    /// Puts loose entries side by side.
    pub(crate) fn pack<'e>(entries: impl Iterator<Item = &'e mut Self>) {
        let mut packer = Packer::new(true);
        let mut waiting: Vec<&mut Self> = Vec::new();
        let mut entries = entries.peekable();
        while let Some(entry) = entries.next() {
            packer.copy_entry(entry);
            waiting.push(entry);
            if packer.is_full() || entries.peek().is_none() {
                waiting.drain(..).zip(packer.close()).for_each(|(entry, packed)| *entry = packed);
            }
        }
    }
}

#[cfg(test)]
mod tests;
