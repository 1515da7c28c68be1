//! FORMAT section 3, SOURCE: which elements a measure looks at, surely or perhaps.

use super::date::day_of;
use super::kinds::is_register;
use super::number::{Number, number};
use super::path::{Found, found_day};
use super::truth::Truth;
use super::window::Window;
use super::world::{Element, World};
use chrono::NaiveDate;
use serde_json::Value;

/// What a requirement is judged in: these members, in this window.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The requirement's id, empty inside a container.
    pub id: String,
    /// The members of the enclosing `each`, or the container.
    pub members: Vec<Element>,
    /// The window.
    pub window: Window,
}

/// An element that counts, surely or perhaps.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The element.
    pub element: Element,
    /// Yes or maybe.
    pub truth: Truth,
    /// Its day; none when it is not placed.
    pub day: Option<NaiveDate>,
    /// People counted by head and not named.
    pub heads: Option<Number>,
}

/// The parts of a source: itself, or those of its union.
#[must_use]
pub fn parts(source: &Value) -> Vec<&Value> {
    match source["union"].as_array() {
        Some(parts) => parts.iter().collect(),
        None => vec![source],
    }
}

impl World {
    /// The elements of one source (no union) that count in a cell; with `upto` only those of
    /// days up to it; with `unplaced` wherever they lie (coverage looks at their intervals).
    #[must_use]
    pub fn counted(&self, source: &Value, cell: &Cell, upto: Option<NaiveDate>, unplaced: bool) -> Vec<Counted> {
        let snapshot = source["on"] == "as_of";
        let mut found = Vec::new();
        for (element, heads) in self.candidates(source, cell) {
            let mut truth = self.is_sound(&element);
            if snapshot {
                truth = truth.min(self.spans(&element, self.today()));
            }
            let (belongs, day) = self.belongs(source, &element, cell, unplaced, snapshot);
            truth = truth.min(belongs);
            if day.is_some_and(|day| upto.is_some_and(|upto| day > upto)) {
                truth = Truth::No;
            }
            if truth != Truth::No {
                found.push(Counted { element, truth, day, heads });
            }
        }
        if source["latest_of"].is_array() {
            found = self.latest(source, found, snapshot);
        }
        for counted in &mut found {
            counted.truth = counted.truth.min(self.selects_from(source, &counted.element, snapshot));
        }
        if source["having"].is_object() {
            for counted in &mut found {
                self.having(&source["having"], counted, cell, upto);
            }
        }
        found.retain(|counted| counted.truth != Truth::No);
        found
    }

    fn candidates(&self, source: &Value, cell: &Cell) -> Vec<(Element, Option<Number>)> {
        let of = source["of"].as_str().unwrap_or("");
        if of == "self" {
            return cell.members.last().map(|m| (m.clone(), None)).into_iter().collect();
        }
        let mut all: Vec<(Element, Option<Number>)> = Vec::new();
        for element in self.collection(of) {
            all.push((element, None));
        }
        // A headcount without participants: so many people, unnamed.
        if of == "activity.participants" && !source["distinct"].is_null() {
            for activity in self.collection("activity") {
                let entry = self.entry(&activity);
                let named = entry["participants"].as_array().is_some_and(|p| !p.is_empty());
                if let (false, Some(heads)) = (named, number(&entry["headcount"])) {
                    let item = Some(("participants".to_owned(), usize::MAX));
                    all.push((Element { entry: activity.entry, item }, Some(heads)));
                }
            }
        }
        all
    }

    /// Whether an element belongs to the cell: its members, its window, what make-ups say.
    fn belongs(
        &self,
        source: &Value,
        element: &Element,
        cell: &Cell,
        unplaced: bool,
        snapshot: bool,
    ) -> (Truth, Option<NaiveDate>) {
        let several = cell.members.len() > 1;
        let mut linked = Truth::Yes;
        for member in &cell.members {
            linked = linked.min(self.links(source, element, member, several));
        }
        if let Some(path) = source["since"].as_str() {
            linked = linked.min(self.is_since(path, element, cell));
        }
        if unplaced {
            return (linked, None);
        }
        let (mut placed, day) = if source["having"].is_object() {
            // A container is placed by the day on which it came to satisfy, see `having`.
            (Truth::Yes, None)
        } else {
            self.place(element, &cell.window, snapshot)
        };
        // What begins later is not there yet; a window's fields place it themselves.
        let is_placed = !cell.window.by.is_empty() && !source["having"].is_object();
        if source["of"] != "self" && !is_placed && !self.is_there(element) {
            placed = Truth::No;
        }
        for make_up in self.collection("make_up") {
            let act = self.entry(&make_up);
            let names = act["records"]
                .as_array()
                .is_some_and(|ids| ids.iter().any(|id| self.canonical(id.as_str().unwrap_or("")) == self.id(element)));
            if cell.id.is_empty()
                || act["requirement"] != cell.id.as_str()
                || !names
                || is_register(self.kind(element))
                || self.is_sound(&make_up) != Truth::Yes
                || !self.in_service(element)
            {
                continue;
            }
            if !self.names_cell(act, cell) {
                return (Truth::No, day);
            }
            if act["member"].is_string() {
                linked = Truth::Yes;
            }
            if act["window"].is_string() {
                placed = Truth::Yes;
            }
        }
        (linked.min(placed), day)
    }

    /// Whether an element's day is not before a day of the last member or the container.
    fn is_since(&self, path: &str, element: &Element, cell: &Cell) -> Truth {
        let Some(member) = cell.members.last() else { return Truth::Maybe };
        let since = found_day(&self.follow(member, path, self.reading(member, false)));
        let own = match day_of(&self.value(element)["from"]) {
            Some(from) if element.item.is_some() && self.value(element)["date"].is_null() => Some(from),
            _ => self.own_date(element),
        };
        match (since, own) {
            (Some(since), Some(own)) => Truth::of(since <= own),
            _ => Truth::Maybe,
        }
    }

    /// A make-up is refused for a record outside the service.
    pub(super) fn in_service(&self, element: &Element) -> bool {
        self.own_date(element).is_some_and(|date| self.start <= date && date <= self.end)
    }

    /// Whether a waiver or make-up means this cell; what it leaves out fits all.
    #[must_use]
    pub fn names_cell(&self, act: &Value, cell: &Cell) -> bool {
        let member = match act["member"].as_str() {
            None => true,
            Some(id) => cell.members.iter().any(|m| self.canonical(id) == self.id(m) || id == self.id(m)),
        };
        let window = match act["window"].as_str() {
            None => true,
            Some(name) => cell.window.name.as_deref() == Some(name),
        };
        member && window
    }

    /// Per group of equal keys only the latest by (date, recorded_at, id).
    fn latest(&self, source: &Value, found: Vec<Counted>, snapshot: bool) -> Vec<Counted> {
        let paths: Vec<&str> = source["latest_of"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut result = Vec::new();
        for one in &found {
            let ours = self.keys(&one.element, &paths, snapshot);
            let mut truth = one.truth;
            if ours.contains(&None) {
                truth = truth.min(Truth::Maybe);
            }
            for other in &found {
                if self.order(&other.element) <= self.order(&one.element) {
                    continue;
                }
                let theirs = self.keys(&other.element, &paths, snapshot);
                let same = if ours.contains(&None) || theirs.contains(&None) {
                    Truth::Maybe
                } else {
                    Truth::of(ours == theirs)
                };
                truth = truth.min(same.min(other.truth).negate());
            }
            if truth != Truth::No {
                result.push(Counted { truth, ..one.clone() });
            }
        }
        result
    }

    /// The keys of an element: one, or one for each value of a path through a list. A key
    /// of which a part is missing is none.
    #[must_use]
    pub fn keys(&self, element: &Element, paths: &[&str], snapshot: bool) -> Vec<Option<Vec<String>>> {
        let mut keys: Vec<Option<Vec<String>>> = vec![Some(Vec::new())];
        for path in paths {
            let found = self.follow(element, path, self.reading(element, snapshot));
            let mut values = Vec::new();
            self.key_values(&found, &mut values);
            if values.is_empty() {
                values.push(None);
            }
            let mut longer = Vec::new();
            for key in &keys {
                for value in &values {
                    longer.push(match (key, value) {
                        (Some(key), Some(value)) => {
                            let mut key = key.clone();
                            key.push(value.clone());
                            Some(key)
                        }
                        _ => None,
                    });
                }
            }
            keys = longer;
        }
        keys
    }

    fn key_values(&self, found: &Found, values: &mut Vec<Option<String>>) {
        match found {
            Found::One(known) => values.push(Some(known.value.to_string())),
            Found::Between(lo, hi) if lo == hi => values.push(Some(lo.to_string())),
            Found::Days(first, last) if first == last => values.push(Some(format!("\"{first}\""))),
            // A list of plain values is a set.
            Found::List(items) => {
                let mut set = Vec::new();
                for (item, _) in items {
                    let value = self.value(item);
                    match value.as_str() {
                        Some(id) => set.push(self.canonical(id)),
                        None => set.push(value.to_string()),
                    }
                }
                set.sort();
                set.dedup();
                values.push(Some(set.join(",")));
            }
            Found::Plain(all) => {
                let mut set: Vec<String> = all.iter().map(Value::to_string).collect();
                set.sort();
                values.push(Some(set.join(",")));
            }
            Found::Many(all) => {
                for one in all {
                    self.key_values(one, values);
                }
            }
            _ => values.push(None),
        }
    }
}
