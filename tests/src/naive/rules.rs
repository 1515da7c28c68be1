//! FORMAT section 4: which entries have a defect.

use super::path::{Found, found_day};
use super::truth::Truth;
use super::world::{Element, World};
use chrono::NaiveDate;
use serde_json::Value;

/// A demand that hangs on other entries and is neither surely kept nor surely broken leaves
/// the entry undetermined; what the entry alone decides has to be there.
fn broken(rule: &Value, selected: Truth, needed: Truth) -> Truth {
    if refers(&rule["on"]["where"]) || refers(&rule["need"]) {
        return selected.min(needed.negate());
    }
    Truth::of(selected == Truth::Yes && needed != Truth::Yes)
}

/// Whether a condition looks at other entries: `where`, `use`, or a path through a reference.
fn refers(condition: &Value) -> bool {
    match condition {
        Value::Array(parts) => parts.iter().any(refers),
        Value::Object(fields) => fields
            .iter()
            .any(|(key, inner)| key == "where" || key == "use" || key == "home" || key.contains('.') || refers(inner)),
        _ => false,
    }
}

impl World {
    /// Whether an element is selected by a rule, and whether it keeps it.
    fn looked_at(&self, rule: &Value, element: &Element) -> (Truth, Truth) {
        self.alone.set(!refers(&rule["on"]["where"]) && !refers(&rule["need"]));
        let looked = (self.selects(&rule["on"]["where"], element, false), self.selects(&rule["need"], element, false));
        self.alone.set(false);
        looked
    }

    /// Whether a rule with `else: error` refuses one of these entries; a refused entry was
    /// never part of the ledger. Such rules look at the entry alone.
    #[must_use]
    pub fn refused(&self) -> Vec<Value> {
        let mut refused = Vec::new();
        for rule in self.package["rules"].as_array().into_iter().flatten() {
            if rule["else"] != "error" {
                continue;
            }
            for element in self.collection(rule["on"]["of"].as_str().unwrap_or("")) {
                let (selected, needed) = self.looked_at(rule, &element);
                if broken(rule, selected, needed) == Truth::Yes {
                    refused.push(self.entry(&element).clone());
                }
            }
        }
        refused
    }

    /// Looks at every rule and keeps what has a defect, or perhaps one.
    pub fn find_defects(&mut self) {
        let mut soundness = Vec::new();
        for rule in self.package["rules"].as_array().into_iter().flatten() {
            if rule["exclusive"].is_object() || rule["else"] == "warn" {
                continue;
            }
            for element in self.collection(rule["on"]["of"].as_str().unwrap_or("")) {
                let (selected, needed) = self.looked_at(rule, &element);
                soundness.push((element, broken(rule, selected, needed).negate()));
            }
        }
        soundness.retain(|(_, sound)| *sound != Truth::Yes);
        self.soundness = soundness;
        // What has a defect already keeps nothing else from counting.
        let mut overlapping = Vec::new();
        for rule in self.package["rules"].as_array().into_iter().flatten() {
            if rule["exclusive"].is_object() {
                self.exclusive(&rule["exclusive"], &mut overlapping);
            }
        }
        self.soundness.extend(overlapping.into_iter().filter(|(_, sound)| *sound != Truth::Yes));
    }

    /// Of two entries with one key whose intervals overlap, the later start (tie: the
    /// greater id) has the defect.
    fn exclusive(&self, rule: &Value, soundness: &mut Vec<(Element, Truth)>) {
        let mut elements = self.collection(rule["of"].as_str().unwrap_or(""));
        elements.retain(|element| self.is_sound(element) != Truth::No);
        for one in &elements {
            for other in &elements {
                if one == other {
                    continue;
                }
                let selected = self.selects(&rule["where"], one, false).min(self.selects(&rule["where"], other, false));
                if selected == Truth::No || !self.same_key(&rule["on"], one, other) {
                    continue;
                }
                if rule["differ"].is_array() && self.same_key(&rule["differ"], one, other) {
                    continue;
                }
                let (Some(ours), Some(theirs)) = (self.interval(rule, one), self.interval(rule, other)) else {
                    continue;
                };
                let overlap = ours.0 <= theirs.1 && theirs.0 <= ours.1;
                let our_place = (ours.0, self.id(one), &one.item);
                let their_place = (theirs.0, self.id(other), &other.item);
                if overlap && our_place > their_place {
                    soundness.push((one.clone(), selected.negate()));
                }
            }
        }
    }

    fn same_key(&self, paths: &Value, one: &Element, other: &Element) -> bool {
        for path in paths.as_array().into_iter().flatten() {
            let path = path.as_str().unwrap_or("");
            let ours = self.follow(one, path, self.reading(one, false));
            let theirs = self.follow(other, path, self.reading(other, false));
            let same = match (ours, theirs) {
                (Found::One(a), Found::One(b)) => a.value == b.value,
                _ => false,
            };
            if !same {
                return false;
            }
        }
        true
    }

    /// From the start to the end, without end as far as time goes. By default `from`…`to`
    /// of an element that has them, else `date`…`end`, else the day.
    fn interval(&self, rule: &Value, element: &Element) -> Option<(NaiveDate, NaiveDate)> {
        let at = |path: &str| found_day(&self.follow(element, path, self.reading(element, false)));
        let value = self.value(element);
        let timed = super::date::day_of(&value["from"]).is_some();
        let start = match rule["from"].as_str() {
            Some(path) => at(path)?,
            None if timed => at("from")?,
            None => self.record_days(element)?.0,
        };
        let end = match rule["to"].as_str() {
            Some(path) => at(path).unwrap_or(NaiveDate::MAX),
            None if timed => at("to").unwrap_or(NaiveDate::MAX),
            None => self.record_days(element).map_or(start, |days| days.1),
        };
        Some((start, end))
    }
}
