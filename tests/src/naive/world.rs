//! Everything a judgement looks at, on one day.

use super::date::{Stretch, day_of};
use super::kinds::is_register;
use super::truth::Truth;
use super::visible::{Standing, kind, standing, text};
use chrono::NaiveDate;
use serde_json::Value;

/// One thing a collection holds: an entry, or an item of an entry's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Index into `World::entries`.
    pub entry: usize,
    /// The list and the position in it. A position past the list's end stands for the
    /// people an activity counted without naming them.
    pub item: Option<(String, usize)>,
}

/// The package, the contract and what stands on the day.
#[derive(Debug)]
pub struct World {
    /// The package with readings applied.
    pub package: Value,
    /// The contract.
    pub contract: Value,
    /// The day of judgement.
    pub as_of: NaiveDate,
    /// Whether windows open until closing end on this day.
    pub at_closing: bool,
    /// First day of service.
    pub start: NaiveDate,
    /// Last day of service, extensions included.
    pub end: NaiveDate,
    /// What stands.
    pub entries: Vec<Value>,
    /// Superseded ids.
    pub successors: Vec<(String, String)>,
    /// For elements with a defect (no) or perhaps one (maybe).
    pub soundness: Vec<(Element, Truth)>,
    /// An entry is being looked at by itself, so that no reference can dangle.
    pub alone: std::cell::Cell<bool>,
}

impl World {
    /// What stands on the day, before the rules have been looked at.
    #[must_use]
    pub fn new(package: Value, contract: &Value, all: &[Value], as_of: NaiveDate, at_closing: bool) -> World {
        let Standing { entries, successors } = standing(all, as_of);
        let start = day_of(&contract["service_start"]).unwrap_or(NaiveDate::MAX);
        let mut end = day_of(&contract["service_end"]).unwrap_or(NaiveDate::MAX);
        for entry in &entries {
            if kind(entry) == "extension" {
                end = day_of(&entry["new_end"]).map_or(end, |new| new.max(end));
            }
        }
        World {
            package,
            contract: contract.clone(),
            as_of,
            at_closing,
            start,
            end,
            entries,
            successors,
            soundness: Vec::new(),
            alone: std::cell::Cell::new(false),
        }
    }

    /// min(as_of, service end): where registers as sources and snapshots are read.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.as_of.min(self.end)
    }

    /// The entry an element is or lies in.
    #[must_use]
    pub fn entry(&self, element: &Element) -> &Value {
        &self.entries[element.entry]
    }

    /// The kind of the entry an element is or lies in.
    #[must_use]
    pub fn kind(&self, element: &Element) -> &str {
        kind(self.entry(element))
    }

    /// The item itself, or the entry.
    #[must_use]
    pub fn value(&self, element: &Element) -> &Value {
        match &element.item {
            None => self.entry(element),
            Some((list, at)) => &self.entry(element)[list.as_str()][*at],
        }
    }

    /// The id of the entry an element is or lies in.
    #[must_use]
    pub fn id(&self, element: &Element) -> &str {
        text(self.entry(element), "id")
    }

    /// A superseded id leads to its successor.
    #[must_use]
    pub fn canonical(&self, id: &str) -> String {
        let mut current = id.to_owned();
        for _ in 0..=self.successors.len() {
            match self.successors.iter().find(|(old, _)| *old == current) {
                Some((_, new)) if *new != current => current.clone_from(new),
                _ => return current,
            }
        }
        current
    }

    /// The entry a reference leads to, if it stands.
    #[must_use]
    pub fn find(&self, kinds: &[String], id: &str) -> Option<Element> {
        for wanted in kinds {
            let id = if is_register(wanted) { id.to_owned() } else { self.canonical(id) };
            for (at, entry) in self.entries.iter().enumerate() {
                if kind(entry) == wanted && text(entry, "id") == id {
                    return Some(Element { entry: at, item: None });
                }
            }
        }
        None
    }

    /// All elements of a collection (`kind` or `kind.list`).
    #[must_use]
    pub fn collection(&self, of: &str) -> Vec<Element> {
        let (wanted, list) = match of.split_once('.') {
            Some((k, l)) => (k, Some(l)),
            None => (of, None),
        };
        let mut found = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            if kind(entry) != wanted {
                continue;
            }
            match list {
                None => found.push(Element { entry: at, item: None }),
                Some(list) => {
                    let length = entry[list].as_array().map_or(0, Vec::len);
                    for position in 0..length {
                        found.push(Element { entry: at, item: Some((list.to_owned(), position)) });
                    }
                }
            }
        }
        found
    }

    /// Yes when the element and what it lies in are free of defects.
    #[must_use]
    pub fn is_sound(&self, element: &Element) -> Truth {
        let mut result = Truth::Yes;
        for (bad, truth) in &self.soundness {
            if bad.entry == element.entry && (bad.item.is_none() || bad.item == element.item) {
                result = result.min(*truth);
            }
        }
        result
    }

    /// Whether an element's time contains a day: `from`…`to` of a register or of a list's
    /// item, `date`…`end` of a record.
    #[must_use]
    pub fn spans(&self, element: &Element, day: NaiveDate) -> Truth {
        let value = self.value(element);
        let from = day_of(&value["from"]);
        let to = day_of(&value["to"]);
        let register = is_register(self.kind(element));
        if element.item.is_some() && (register || from.is_some() || to.is_some()) {
            if register && self.held(element).1.is_some_and(|ended| ended < day) {
                return Truth::No;
            }
            return contains(value, day, false);
        }
        if register {
            return contains(value, day, false);
        }
        match self.record_days(element) {
            Some((first, last)) => Truth::of(first <= day && day <= last),
            None => Truth::Maybe,
        }
    }

    /// `from` and `to` of the register entry an element is or lies in; none of a record's.
    #[must_use]
    pub fn held(&self, element: &Element) -> (Option<NaiveDate>, Option<NaiveDate>) {
        if !is_register(self.kind(element)) {
            return (None, None);
        }
        let entry = self.entry(element);
        (day_of(&entry["from"]), day_of(&entry["to"]))
    }

    /// Whether something of a register has begun by today: it and the entry it lies in.
    #[must_use]
    pub fn is_there(&self, element: &Element) -> bool {
        let own = day_of(&self.value(element)["from"]);
        let begins = [own, self.held(element).0];
        !is_register(self.kind(element)) || begins.into_iter().flatten().all(|day| day <= self.today())
    }

    /// `date`…`end` of a record, the item's own date if it has one.
    #[must_use]
    pub fn record_days(&self, element: &Element) -> Option<Stretch> {
        if element.item.is_some()
            && let Some(own) = day_of(&self.value(element)["date"])
        {
            return Some((own, own));
        }
        let entry = self.entry(element);
        let first = day_of(&entry["date"])?;
        Some((first, day_of(&entry["end"]).unwrap_or(first)))
    }

    /// The day an element carries: its own `date`, else its record's.
    #[must_use]
    pub fn own_date(&self, element: &Element) -> Option<NaiveDate> {
        day_of(&self.value(element)["date"]).or_else(|| day_of(&self.entry(element)["date"]))
    }

    /// The reading day of a source's element: a record's `date`; a list element's own
    /// `date`, else `from`, else its container's; a register's is today.
    #[must_use]
    pub fn reading_day(&self, element: &Element) -> NaiveDate {
        if element.item.is_some() {
            let value = self.value(element);
            if let Some(own) = day_of(&value["date"]).or_else(|| day_of(&value["from"])) {
                return own;
            }
        }
        if is_register(self.kind(element)) {
            return self.today();
        }
        day_of(&self.entry(element)["date"]).unwrap_or_else(|| self.today())
    }

    /// (date, recorded_at, id, place in the list): the total order among equals. The date of
    /// an item is its own `date`, else its `from`, else its record's.
    #[must_use]
    pub fn order(&self, element: &Element) -> (String, String, String, usize) {
        let entry = self.entry(element);
        let own = self.value(element);
        let date =
            own["date"].as_str().or_else(|| item_from(element, own)).or_else(|| entry["date"].as_str()).unwrap_or("");
        (
            date.to_owned(),
            text(entry, "recorded_at").to_owned(),
            text(entry, "id").to_owned(),
            element.item.as_ref().map_or(0, |(_, at)| *at),
        )
    }
}

fn item_from<'a>(element: &Element, own: &'a Value) -> Option<&'a str> {
    element.item.as_ref().and_then(|_| own["from"].as_str())
}

/// Whether `from`…`to` contains a day; an absent `from` beside a `to` is an unknown start.
#[must_use]
pub fn contains(value: &Value, day: NaiveDate, ignore_to: bool) -> Truth {
    let from = day_of(&value["from"]);
    let to = day_of(&value["to"]);
    if !ignore_to && to.is_some_and(|to| day > to) {
        return Truth::No;
    }
    match (from, to) {
        (Some(from), _) => Truth::of(from <= day),
        (None, None) => Truth::Yes,
        (None, Some(_)) => Truth::Maybe,
    }
}
