use super::common::Common;
use super::page::{
    self, ATTRIBUTES_WIDTH, DATE_AT, DAY_WIDTH, ID_AT, Page, RECORDED_AT, SHAPE_WIDTH, SHARED, SHARED_END, UNITS,
};
use super::value::{Item, Value};
use super::{ATTRIBUTES, Entry, OWN_DAY, RETRACTS};
use crate::finding::Finding;
use crate::kind::{self, KindInfo};
use crate::time::Date;
use std::ops::Range;
use std::sync::Arc;

/// Texts longer than this are hashes of files and the like; no two are equal.
const LONGEST_WORD: usize = 48;
/// A longer entry gains nothing among others.
const LONGEST_PACKED: usize = 1 << 14;

/// Writes entries into pages.
///
/// Values are put behind one another, and closed into an item, a list or an entry from the last one
/// back to the first that it takes in.
pub(super) struct Packer {
    words: Words,
    /// Entries, and what is open.
    body: String,
    /// What is open, by field, each with its place in the body.
    open: Vec<(u16, Range<usize>)>,
    /// What is being put together.
    spare: String,
}

/// Where something that is still open begins.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    open: usize,
    body: usize,
}

/// What an entry says beside its values.
pub(super) struct Head {
    pub(super) kind: &'static KindInfo,
    pub(super) recorded_at: Date,
    /// The line itself states the day of entry, not the import.
    pub(super) has_own_day: bool,
}

/// The words of a page.
#[derive(Default)]
struct Words {
    text: String,
    /// Their places, in the order of the words.
    sorted: Vec<usize>,
    /// The place of the last word of each look: an entry has most words in common with the one before it.
    recent: [Option<usize>; 32],
}

impl Words {
    /// The place of a word.
    fn place(&mut self, word: &str) -> usize {
        let (first, last) = (word.as_bytes().first(), word.as_bytes().last());
        let look =
            [first, last].into_iter().flatten().fold(word.len(), |look, byte| look * 7 + usize::from(*byte)) % 32;
        let recent = self.recent.get(look).copied().flatten();
        if let Some(at) = recent.filter(|at| page::word(&self.text, *at) == word) {
            return at;
        }
        let at = self.search(word);
        if let Some(recent) = self.recent.get_mut(look) {
            *recent = Some(at);
        }
        at
    }

    /// The same among all words.
    fn search(&mut self, word: &str) -> usize {
        match self.sorted.binary_search_by(|at| page::word(&self.text, *at).cmp(word)) {
            Ok(known) => self.sorted.get(known).copied().unwrap_or_default(),
            Err(new) => {
                let at = self.text.len();
                put_varying(&mut self.text, word.len() as u64);
                self.text.push_str(word);
                self.sorted.insert(new, at);
                at
            }
        }
    }
}

fn put_byte(out: &mut String, byte: u8) {
    out.push(char::from(byte & 0x7f));
}

/// A number of so many bytes, the lowest first.
fn put(out: &mut String, number: usize, width: usize) {
    for at in 0..width {
        put_byte(out, (number >> (7 * at) & 0x7f) as u8);
    }
}

/// A number of as many bytes as it needs.
fn put_varying(out: &mut String, mut number: u64) {
    while number >= 0x40 {
        put_byte(out, (number & 0x3f) as u8 | 0x40);
        number >>= 6;
    }
    put_byte(out, number as u8);
}

/// A whole number, with its sign in the lowest bit.
fn put_signed(out: &mut String, number: i64) {
    put_varying(out, (number << 1 ^ number >> 63).cast_unsigned());
}

/// The bytes that offsets up to this one need.
fn width_of(greatest: usize) -> usize {
    (1..8).find(|width| greatest >> (7 * width) == 0).unwrap_or(8)
}

impl Packer {
    pub(super) fn new() -> Self {
        Self {
            words: Words::default(),
            body: String::with_capacity(512),
            open: Vec::with_capacity(32),
            spare: String::new(),
        }
    }

    pub(super) fn mark(&self) -> Mark {
        Mark { open: self.open.len(), body: self.body.len() }
    }

    /// Puts in a plain value.
    pub(super) fn plain(&mut self, value: Value<'_>) {
        let out = &mut self.body;
        match value {
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
            Value::Date(date) => {
                put_byte(out, page::DATE);
                put(out, date.bits(), DAY_WIDTH);
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
    }

    /// Puts in a text that other entries are likely to have.
    pub(super) fn word(&mut self, text: &str) {
        self.text(if text.len() > LONGEST_WORD { page::TEXT } else { page::WORD }, text);
    }

    fn text(&mut self, tag: u8, text: &str) {
        put_byte(&mut self.body, tag);
        put_varying(&mut self.body, text.len() as u64);
        self.body.push_str(text);
    }

    /// Puts in a word by its place among those of the page.
    fn shared(&mut self, text: &str) {
        let at = self.words.place(text);
        if at < SHARED_END {
            put_byte(&mut self.body, SHARED | (at >> 7) as u8);
            put(&mut self.body, at, 1);
        } else {
            self.word(text);
        }
    }

    /// Says whose value it is that was put in since a mark.
    pub(super) fn value(&mut self, since: Mark, field: u16) {
        self.open.truncate(since.open);
        self.open.push((field, self.range(since)));
    }

    /// Takes back what was put in since a mark.
    pub(super) fn undo(&mut self, since: Mark) {
        self.open.truncate(since.open);
        self.body.truncate(since.body);
    }

    /// Where in the body lies what was put in since a mark.
    pub(super) fn range(&self, since: Mark) -> Range<usize> {
        since.body..self.body.len()
    }

    /// The day in a field among the values since a mark.
    pub(super) fn date(&self, since: Mark, field: u16) -> Option<Date> {
        let mut values = self.open.get(since.open..)?.iter();
        let (_, at) = values.find(|(known, _)| *known == field)?;
        page::value(&self.body, at.start).date()
    }

    /// Makes attributes of what lies in the body since a mark, given by name.
    pub(super) fn attributes(&mut self, since: Mark, values: Vec<(&str, Range<usize>)>) -> Range<usize> {
        for (name, at) in values {
            let mark = self.mark();
            self.word(name);
            self.value(mark, 0);
            self.open.push((0, at));
        }
        self.list(since, page::LIST);
        self.range(since)
    }

    /// Makes an item of the values since a mark.
    pub(super) fn item(&mut self, since: Mark) {
        self.sort(since);
        self.spare.clear();
        self.put_item(since, &[]);
        self.close(since);
    }

    /// Makes a list of the values or items since a mark.
    pub(super) fn list(&mut self, since: Mark, tag: u8) {
        let elements = self.open.get(since.open..).unwrap_or_default();
        let most = 16 + elements.iter().map(|(_, at)| at.len() + 4).sum::<usize>();
        let width = width_of(most);
        let out = &mut self.spare;
        out.clear();
        put_byte(out, tag);
        put_varying(out, elements.len() as u64);
        put(out, width, 1);
        let mut offset = out.len() + elements.len() * width;
        for (_, at) in elements {
            put(out, offset, width);
            offset += at.len();
        }
        for (_, at) in elements {
            out.push_str(self.body.get(at.clone()).unwrap_or_default());
        }
        self.close(since);
    }

    /// Makes an entry of the values since a mark, and of what is in `attributes` as a list; says where its item begins.
    fn entry(&mut self, since: Mark, head: &Head, attributes: Option<Range<usize>>) -> u16 {
        self.sort(since);
        let common = Common::of(head.kind.family);
        let date = common.date.and_then(|field| self.date(since, field));
        let own = self.open.get(since.open..).unwrap_or_default();
        let id = own.iter().find(|(field, _)| Some(*field) == common.id);
        let out = &mut self.spare;
        out.clear();
        put_byte(out, page::DATE);
        put(out, date.map_or(0, Date::bits), DAY_WIDTH);
        put_byte(out, page::DATE);
        put(out, head.recorded_at.bits(), DAY_WIDTH);
        match id {
            Some((_, at)) => out.push_str(self.body.get(at.clone()).unwrap_or_default()),
            None => put(out, page::TEXT.into(), 2),
        }
        let attributes_at = out.len();
        if attributes.is_some() {
            put(out, 0, ATTRIBUTES_WIDTH);
        }
        // An id has at most 128 characters.
        let item = u16::try_from(out.len()).unwrap_or_default();
        let head = [(common.date, DATE_AT), (common.recorded_at, RECORDED_AT), (common.id, ID_AT)];
        self.put_item(since, &head);
        if let Some(attributes) = attributes {
            let out = &mut self.spare;
            let mut place = String::new();
            put(&mut place, out.len(), ATTRIBUTES_WIDTH);
            out.replace_range(attributes_at..attributes_at + ATTRIBUTES_WIDTH, &place);
            out.push_str(self.body.get(attributes).unwrap_or_default());
        }
        self.close(since);
        item
    }

    fn sort(&mut self, since: Mark) {
        if let Some(own) = self.open.get_mut(since.open..) {
            own.sort_unstable_by_key(|(field, _)| *field);
        }
    }

    /// Puts the values since a mark together as an item; those of some fields lie in its head already.
    fn put_item(&mut self, since: Mark, head: &[(Option<u16>, usize)]) {
        let values = self.open.get(since.open..).unwrap_or_default();
        let out = &mut self.spare;
        let in_head = |field: u16| head.iter().find(|(known, _)| *known == Some(field)).map(|(_, at)| *at);
        // Its length, then a slot for each field; no table has more than 64.
        let mut shape = [0u8; 65];
        let mut length = 1;
        for (slot, (field, _)) in (1..).zip(values) {
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
        let shape = self.words.place(shape);
        let (_, shape) = page::length(&self.words.text, shape);
        let most = out.len() + 8 + values.iter().map(|(_, at)| at.len() + 4).sum::<usize>();
        let width = width_of(most);
        put(out, width, 1);
        put(out, shape, SHAPE_WIDTH);
        let mut offset = out.len() + values.len() * width;
        for (field, at) in values {
            if let Some(at) = in_head(*field) {
                put(out, at, width);
            } else {
                put(out, offset, width);
                offset += at.len();
            }
        }
        for (_, at) in values.iter().filter(|(field, _)| in_head(*field).is_none()) {
            out.push_str(self.body.get(at.clone()).unwrap_or_default());
        }
    }

    /// Puts what was put together in the place of what it was made of.
    fn close(&mut self, since: Mark) {
        self.open.truncate(since.open);
        self.body.truncate(since.body);
        self.body.push_str(&self.spare);
    }

    /// An entry of the values since a mark, by itself.
    pub(super) fn loose(&mut self, since: Mark, head: &Head, attributes: Option<Range<usize>>) -> Entry {
        let traits = self.traits(since, head, attributes.is_some());
        let item = self.entry(since, head, attributes);
        let at = self.words.text.len();
        let text = [self.words.text.as_str(), self.body.get(since.body..).unwrap_or_default()].concat();
        self.body.truncate(since.body);
        let page = Page { text: text.into(), findings: Box::default(), is_loose: true };
        let kind = kind::ALL.iter().position(|kind| *kind == head.kind).unwrap_or_default();
        Entry { page: Arc::new(page), at: at as u32, item, kind: kind as u8, traits }
    }

    fn traits(&self, since: Mark, head: &Head, has_attributes: bool) -> u8 {
        let common = Common::of(head.kind.family);
        let mut fields = self.open.get(since.open..).unwrap_or_default().iter().map(|(field, _)| Some(*field));
        let own_day = if head.has_own_day { OWN_DAY } else { 0 };
        let retracts =
            if fields.any(|field| field == common.supersedes || field == common.voids) { RETRACTS } else { 0 };
        own_day | retracts | if has_attributes { ATTRIBUTES } else { 0 }
    }

    /// Puts in the values of an entry, but for one field.
    fn copy_entry(&mut self, entry: &Entry, but: Option<u16>) -> Option<Range<usize>> {
        let list = entry.attributes().list();
        let attributes = list.map(|list| {
            let since = self.mark();
            self.copy(&entry.page.text, list.place());
            self.range(since)
        });
        self.copy_each(&entry.page.text, entry.values().places().filter(|(field, _)| Some(*field) != but));
        attributes
    }

    /// Puts in the value at a place of another page.
    fn copy(&mut self, page: &str, at: usize) {
        let is_word = page::is_word(page, at);
        match page::value(page, at) {
            Value::Text(text) if is_word => self.shared(text),
            Value::List(values) => {
                let since = self.mark();
                self.copy_each(page, values.places().map(|at| (0, at)));
                self.list(since, page::LIST);
            }
            Value::Items(items) => {
                let since = self.mark();
                for item in items.iter() {
                    let element = self.mark();
                    self.copy_item(page, item);
                    self.value(element, 0);
                }
                self.list(since, page::ITEMS);
            }
            plain => self.plain(plain),
        }
    }

    fn copy_item(&mut self, page: &str, item: Item<'_>) {
        let since = self.mark();
        self.copy_each(page, item.places());
        self.item(since);
    }

    /// Puts in the values at places of another page, each with whose it is.
    fn copy_each(&mut self, page: &str, places: impl Iterator<Item = (u16, usize)>) {
        for (field, at) in places {
            let since = self.mark();
            self.copy(page, at);
            self.value(since, field);
        }
    }
}

impl Entry {
    /// The same entry with another value of a field.
    pub(super) fn with(&self, field: u16, value: Value<'_>) -> Self {
        let mut packer = Packer::new();
        let since = packer.mark();
        let attributes = packer.copy_entry(self, Some(field));
        let mark = packer.mark();
        packer.plain(value);
        packer.value(mark, field);
        packer.loose(since, &self.head(), attributes)
    }

    fn head(&self) -> Head {
        Head { kind: self.kind(), recorded_at: self.recorded_at(), has_own_day: self.has_own_day() }
    }

    /// Whether it would take less room among others.
    pub(crate) fn is_loose(&self) -> bool {
        self.page.is_loose && self.page.text.len() <= LONGEST_PACKED
    }

    /// Puts loose entries side by side.
    pub(crate) fn pack<'e>(entries: impl Iterator<Item = &'e mut Self>) {
        let entries: Vec<&mut Self> = entries.collect();
        let mut packer = Packer::new();
        let mut findings = Vec::new();
        let mut places = Vec::with_capacity(entries.len());
        for entry in &entries {
            let since = packer.mark();
            let attributes = packer.copy_entry(entry, None);
            let item = packer.entry(since, &entry.head(), attributes);
            places.push((since.body, item));
            if !entry.findings().is_empty() {
                findings.push((since.body, entry.findings().into()));
            }
        }
        let words = packer.words.text.len();
        let place = |at: usize| (words + at) as u32;
        let text = [packer.words.text.as_str(), packer.body.as_str()].concat();
        let findings: Vec<(u32, Box<[Finding]>)> = findings.into_iter().map(|(at, of)| (place(at), of)).collect();
        let page = Arc::new(Page { text: text.into(), findings: findings.into(), is_loose: false });
        for (entry, (at, item)) in entries.into_iter().zip(places) {
            *entry = Self { page: page.clone(), at: place(at), item, kind: entry.kind, traits: entry.traits };
        }
    }
}

#[cfg(test)]
mod tests;
