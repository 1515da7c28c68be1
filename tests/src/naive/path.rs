//! What stands at the end of a path (FORMAT section 2 derived fields, section 3 paths).

use super::date::{age, day_of, partial};
use super::kinds::{code_list, is_register, reference};
use super::number::{Number, number, whole};
use super::truth::Truth;
use super::world::{Element, World, contains};
use chrono::NaiveDate;
use num_rational::Ratio;
use serde_json::Value;

/// How registers are read while a condition is judged.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The reading day.
    pub day: NaiveDate,
    /// A register is the source and no snapshot was asked for: `to` is not looked at.
    pub ignore_to: bool,
    /// What a register said to be complete does not hold is known not to be there.
    pub closed: bool,
}

/// A value with what its field says about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The value; references lead to the successor of a superseded id.
    pub value: Value,
    /// The kinds the field refers to.
    pub refers_to: Vec<String>,
    /// The field's code list.
    pub codes: Option<String>,
}

/// What a path finds.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// The field is absent.
    Absent,
    /// A reference on the way is absent or dangles.
    Unknown,
    /// A reference on the way leads to nothing in a register said to be complete.
    Unlisted,
    /// A value.
    One(Known),
    /// A whole number between two bounds.
    Between(Number, Number),
    /// A day between two days.
    Days(NaiveDate, NaiveDate),
    /// A list's items, each surely or perhaps there on the reading day.
    List(Vec<(Element, Truth)>),
    /// Plain values that are no list of an entry.
    Plain(Vec<Value>),
    /// What the rest of the path finds for every item of a list.
    Many(Vec<Found>),
}

impl World {
    /// Follows a path from an element.
    #[must_use]
    pub fn follow(&self, element: &Element, path: &str, reading: Reading) -> Found {
        let (step, rest) = match path.split_once('.') {
            Some((step, rest)) => (step, Some(rest)),
            None => (path, None),
        };
        // The container, addressed by its kind.
        if element.item.is_some() && step == self.kind(element) {
            let container = Element { entry: element.entry, item: None };
            return match rest {
                Some(rest) => self.follow(&container, rest, reading),
                None => Found::One(Known {
                    value: Value::String(self.id(element).to_owned()),
                    refers_to: vec![step.to_owned()],
                    codes: None,
                }),
            };
        }
        let here = self.field(element, step, reading);
        let Some(rest) = rest else { return here };
        match here {
            Found::One(known) => {
                let id = known.value.as_str().unwrap_or("");
                match self.find(&known.refers_to, id) {
                    Some(next) => self.follow(&next, rest, reading),
                    None if self.is_unlisted(&known, reading) => Found::Unlisted,
                    None => Found::Unknown,
                }
            }
            Found::Unlisted => Found::Unlisted,
            Found::List(items) => {
                let mut all = Vec::new();
                for (item, there) in items {
                    let plain = self.value(&item).is_string();
                    let next = if plain { self.referred_item(&item) } else { Some(item) };
                    all.push(match next {
                        Some(next) if there == Truth::Yes => self.follow(&next, rest, reading),
                        _ => Found::Unknown,
                    });
                }
                Found::Many(all)
            }
            _ => Found::Unknown,
        }
    }

    /// Whether a reference leads to nothing although all registers that it may lead into are said to be complete.
    #[must_use]
    pub fn is_unlisted(&self, known: &Known, reading: Reading) -> bool {
        let id = known.value.as_str().unwrap_or("");
        reading.closed
            && !self.alone.get()
            && !known.refers_to.is_empty()
            && self.find(&known.refers_to, id).is_none()
            && known.refers_to.iter().all(|register| self.is_complete(register))
    }

    /// What an item that is itself a reference leads to.
    fn referred_item(&self, item: &Element) -> Option<Element> {
        let (list, _) = item.item.as_ref()?;
        self.find(&reference(self.kind(item), list), self.value(item).as_str()?)
    }

    /// One field of an element.
    fn field(&self, element: &Element, name: &str, reading: Reading) -> Found {
        let kind = self.kind(element).to_owned();
        let value = self.value(element);
        if let Some((list, _)) = &element.item {
            if name == "value" && !value.is_object() {
                let refers_to = reference(&kind, list);
                return self.one(value, refers_to, code_list(&kind, list));
            }
            if name == "home" && list == "subjects" {
                return self.home(element, reading);
            }
            if name == "date" && value["date"].is_null() {
                return self.one(&self.entry(element)["date"], Vec::new(), None);
            }
            let full = format!("{list}.{name}");
            return self.one(&value[name], reference(&kind, &full), code_list(&kind, &full));
        }
        match (kind.as_str(), name) {
            ("person", "age") => return age_range(value, reading.day),
            ("person", "birth_date") => {
                return match value["birth_date"].as_str().and_then(partial) {
                    Some((first, last)) => Found::Days(first, last),
                    None => Found::Absent,
                };
            }
            ("publication" | "activity" | "document" | "group" | "volunteer_project", "title_key")
            | ("resource", "donor_key") => {
                let named = if name == "donor_key" { &value["donor"] } else { &value["title"] };
                return match named.as_str().map(title_key) {
                    Some(key) if !key.is_empty() => {
                        Found::One(Known { value: Value::String(key), refers_to: Vec::new(), codes: None })
                    }
                    _ => Found::Absent,
                };
            }
            ("activity", "headcount") => {
                if let Some(listed) = governing_list(value) {
                    return Found::Between(listed, listed);
                }
            }
            ("evaluation", "score_total") => {
                return match self.score(value) {
                    Some(score) => Found::Between(score, score),
                    None => Found::Absent,
                };
            }
            (_, "signature_persons") => {
                let mut persons: Vec<Value> = Vec::new();
                for signature in value["signatures"].as_array().into_iter().flatten() {
                    let person = &signature["person"];
                    if !person.is_null() && !persons.contains(person) {
                        persons.push(person.clone());
                    }
                }
                return Found::Plain(persons);
            }
            _ => {}
        }
        if let Some(items) = value[name].as_array() {
            let mut shown = Vec::new();
            for (at, held) in items.iter().enumerate() {
                let item = Element { entry: element.entry, item: Some((name.to_owned(), at)) };
                let ended = self.held(element).1.is_some_and(|ended| ended < reading.day);
                let truth = if is_register(&kind) && held.is_object() && !reading.ignore_to && ended {
                    // An item lasts no longer than the entry that holds it.
                    Truth::No
                } else if is_register(&kind) && held.is_object() {
                    contains(held, reading.day, reading.ignore_to)
                } else {
                    Truth::Yes
                };
                if truth != Truth::No {
                    shown.push((item, truth));
                }
            }
            return Found::List(shown);
        }
        if value[name].is_null() {
            return self.attribute(value, &kind, name);
        }
        self.one(&value[name], reference(&kind, name), code_list(&kind, name))
    }

    fn attribute(&self, entry: &Value, kind: &str, name: &str) -> Found {
        for declared in self.package["attributes"].as_array().into_iter().flatten() {
            if declared["id"] == name && declared["on"] == kind {
                let mut refers_to = Vec::new();
                if let Some(to) = declared["to"].as_str() {
                    refers_to.push(to.to_owned());
                }
                return self.one(&entry["attributes"][name], refers_to, declared["list"].as_str());
            }
        }
        Found::Absent
    }

    fn one(&self, value: &Value, refers_to: Vec<String>, codes: Option<&str>) -> Found {
        if value.is_null() {
            return Found::Absent;
        }
        let mut value = value.clone();
        if refers_to.iter().any(|k| !is_register(k))
            && let Some(id) = value.as_str()
        {
            value = Value::String(self.canonical(id));
        }
        Found::One(Known { value, refers_to, codes: codes.map(str::to_owned) })
    }

    /// The score given, else Σ weight × mark ÷ full ÷ Σ weight × 100 of a full set of marks.
    ///
    /// None for what cannot be, and where marks without a full one could be out of their weights.
    fn score(&self, evaluation: &Value) -> Option<Number> {
        let (nothing, hundred) = (whole(0), whole(100));
        if let Some(score) = number(&evaluation["score"]) {
            return if score < nothing || score > hundred { None } else { Some(score) };
        }
        let marks = evaluation["marks"].as_array()?;
        let mut weights = nothing;
        let mut total = nothing;
        let mut other_total = nothing;
        let mut one_is_out_of_hundred = false;
        for (aspect, weight) in self.contract["evaluation_weights"].as_object()? {
            let weight = number(weight)?;
            let mut given = marks.iter().filter(|mark| mark["aspect"] == aspect.as_str());
            let mark = given.next()?;
            let got = number(&mark["mark"])?;
            let full = if mark["full"].is_null() { hundred } else { number(&mark["full"])? };
            if given.next().is_some() || full <= nothing || got < nothing || got > full {
                return None;
            }
            weights += weight;
            total += weight * got / full;
            if mark["full"].is_null() {
                other_total += got;
                one_is_out_of_hundred |= got > weight;
            } else {
                other_total += weight * got / full;
            }
        }
        if weights != hundred || (!one_is_out_of_hundred && total != other_total) {
            return None;
        }
        Some(total)
    }

    /// The household named, else the person's household.
    fn home(&self, element: &Element, reading: Reading) -> Found {
        let value = self.value(element);
        if !value["household"].is_null() {
            return self.one(&value["household"], vec!["household".to_owned()], None);
        }
        if !value["person"].is_null() {
            return self.follow(element, "person.household", reading);
        }
        Found::Absent
    }
}

fn age_range(person: &Value, on: NaiveDate) -> Found {
    match person["birth_date"].as_str().and_then(partial) {
        Some((first, last)) => Found::Between(Ratio::from_integer(age(last, on)), Ratio::from_integer(age(first, on))),
        None => Found::Absent,
    }
}

/// A participant list that has roles, or stands without a headcount: the list governs. Of those neither
/// staff nor volunteers the persons count once each; so do bare names that no person and no other has.
fn governing_list(activity: &Value) -> Option<Number> {
    let participants = activity["participants"].as_array()?;
    let has_roles = participants.iter().any(|p| p["role"].is_string());
    if participants.is_empty() || !(has_roles || activity["headcount"].is_null()) {
        return None;
    }
    let (mut persons, mut known, mut bare): (Vec<&Value>, Vec<&Value>, Vec<&Value>) =
        (Vec::new(), Vec::new(), Vec::new());
    for guest in participants {
        if guest["role"] == "staff" || guest["role"] == "volunteer" {
            continue;
        }
        if guest["person"].is_null() {
            if !guest["name"].is_null() && !bare.contains(&&guest["name"]) {
                bare.push(&guest["name"]);
            }
        } else {
            known.push(&guest["name"]);
            if !persons.contains(&&guest["person"]) {
                persons.push(&guest["person"]);
            }
        }
    }
    bare.retain(|name| !known.contains(name));
    Some(whole(persons.len() + bare.len()))
}

/// Trimmed, full width to half width, spaces and punctuation dropped, ASCII lower case.
#[must_use]
pub fn title_key(title: &str) -> String {
    let mut key = String::new();
    for c in title.chars() {
        let half = match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' => ' ',
            other => other,
        };
        let punctuation = half.is_ascii_punctuation()
            || matches!(half, '\u{2000}'..='\u{206F}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '\u{3030}')
            || matches!(half, '\u{FF61}'..='\u{FF65}' | '·' | '«' | '»' | '¡' | '¿' | '§' | '¶');
        if !half.is_whitespace() && !half.is_control() && !punctuation {
            key.push(half.to_ascii_lowercase());
        }
    }
    key
}

/// The day in what a path found.
#[must_use]
pub fn found_day(found: &Found) -> Option<NaiveDate> {
    match found {
        Found::One(known) => day_of(&known.value),
        Found::Days(first, last) if first == last => Some(*first),
        _ => None,
    }
}
