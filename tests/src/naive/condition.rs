//! FORMAT section 3, *Conditions*: yes, no or maybe.

use super::kinds::is_register;
use super::number::{Number, number, whole};
use super::path::{Found, Known, Reading};
use super::truth::Truth;
use super::visible::text;
use super::world::{Element, World};
use serde_json::Value;

/// A value that may lie between two bounds.
enum Scalar {
    Number(Number, Number),
    Text(String, String),
    Flag(bool),
}

impl World {
    /// How registers are read for an element of a source with this `on`.
    #[must_use]
    pub fn reading(&self, element: &Element, snapshot: bool) -> Reading {
        let register = element.item.is_none() && is_register(self.kind(element));
        Reading { day: self.reading_day(element), ignore_to: register && !snapshot, closed: false }
    }

    /// A source's `where` on one of its elements.
    #[must_use]
    pub fn selects(&self, condition: &Value, element: &Element, snapshot: bool) -> Truth {
        let reading = self.reading(element, snapshot);
        let origin = self.id(element).to_owned();
        self.holds(condition, element, reading, &origin)
    }

    /// The same for a source, which may be one that a register said to be complete decides.
    #[must_use]
    pub fn selects_from(&self, source: &Value, element: &Element, snapshot: bool) -> Truth {
        let reading = Reading { closed: source["helps"] == true, ..self.reading(element, snapshot) };
        let origin = self.id(element).to_owned();
        self.holds(&source["where"], element, reading, &origin)
    }

    /// A condition on an element. `origin` is the entry it is asked for: an approved
    /// exception (a waiver naming a record and a named condition) belongs to it.
    #[must_use]
    pub fn holds(&self, condition: &Value, element: &Element, reading: Reading, origin: &str) -> Truth {
        let mut result = Truth::Yes;
        for (key, wanted) in condition.as_object().into_iter().flatten() {
            let truth = match key.as_str() {
                "all" => {
                    let mut least = Truth::Yes;
                    for part in wanted.as_array().into_iter().flatten() {
                        least = least.min(self.holds(part, element, reading, origin));
                    }
                    least
                }
                "any" => {
                    let mut greatest = Truth::No;
                    for part in wanted.as_array().into_iter().flatten() {
                        greatest = greatest.max(self.holds(part, element, reading, origin));
                    }
                    greatest
                }
                // A reference to what is not listed makes no yes.
                "not" => self.holds(wanted, element, Reading { closed: false, ..reading }, origin).negate(),
                "use" => self.named(wanted, element, reading, origin),
                path => self.leaf(path, wanted, element, reading, origin),
            };
            result = result.min(truth);
        }
        result
    }

    fn named(&self, name: &Value, element: &Element, reading: Reading, origin: &str) -> Truth {
        for waiver in self.collection("waiver") {
            let act = self.entry(&waiver);
            let approved = act["condition"] == *name
                && act["record"].is_string()
                && self.canonical(text(act, "record")) == origin
                && self.is_sound(&waiver) == Truth::Yes;
            if approved {
                return Truth::Yes;
            }
        }
        for condition in self.package["conditions"].as_array().into_iter().flatten() {
            if condition["id"] == *name {
                return self.holds(&condition["where"], element, reading, origin);
            }
        }
        Truth::Maybe
    }

    fn leaf(&self, path: &str, operators: &Value, element: &Element, reading: Reading, origin: &str) -> Truth {
        let mut reading = reading;
        match operators["on"].as_str() {
            Some("service_start") => reading.day = self.start,
            Some("service_end") => reading.day = self.end,
            Some("as_of") => reading.day = self.today(),
            _ => {}
        }
        let found = self.follow(element, path, reading);
        match &found {
            Found::Unlisted => return Truth::No,
            Found::One(known) if self.is_unlisted(known, reading) => return Truth::No,
            _ => {}
        }
        let mut result = Truth::Yes;
        for (operator, operand) in operators.as_object().into_iter().flatten() {
            let truth = match operator.as_str() {
                "on" => Truth::Yes,
                "exists" => {
                    let there = self.exists(&found);
                    if operand == false { there.negate() } else { there }
                }
                "some" | "every" | "contains_all" | "size" | "distinct" => {
                    self.list_leaf(operator, operand, &found, reading, origin)
                }
                "where" | "use" => self.referred(operator, operand, &found, reading, origin),
                _ => self.compare_leaf(operator, operand, &found, element, reading),
            };
            result = result.min(truth);
        }
        result
    }

    fn exists(&self, found: &Found) -> Truth {
        match found {
            Found::Absent => Truth::No,
            Found::Unknown | Found::Unlisted => Truth::Maybe,
            Found::One(known) if known.refers_to.is_empty() || self.alone.get() => Truth::Yes,
            // A reference that dangles is undetermined.
            Found::One(known) => {
                let id = known.value.as_str().unwrap_or("");
                Truth::between(self.find(&known.refers_to, id).is_some(), true)
            }
            Found::Between(..) | Found::Days(..) => Truth::Yes,
            Found::List(items) => {
                let sure = items.iter().any(|(_, there)| *there == Truth::Yes);
                Truth::between(sure, !items.is_empty())
            }
            Found::Plain(values) => Truth::of(!values.is_empty()),
            Found::Many(_) => Truth::Maybe,
        }
    }

    /// An absent list is an empty one: `some`, `contains_all` no, `size` 0, `every` maybe.
    fn list_leaf(&self, operator: &str, operand: &Value, found: &Found, reading: Reading, origin: &str) -> Truth {
        if let Found::Plain(values) = found {
            return match operator {
                "size" => size(operand, values.len(), values.len()),
                "contains_all" => {
                    let all = operand.as_array().is_some_and(|codes| codes.iter().all(|c| values.contains(c)));
                    Truth::of(all)
                }
                _ => Truth::Maybe,
            };
        }
        let items = match found {
            Found::List(items) => items.clone(),
            Found::Absent => Vec::new(),
            _ => return Truth::Maybe,
        };
        match operator {
            "some" => {
                let mut greatest = Truth::No;
                for (item, there) in &items {
                    greatest = greatest.max(self.holds(operand, item, reading, origin).min(*there));
                }
                greatest
            }
            "every" => {
                let anything = items.iter().any(|(_, there)| *there == Truth::Yes);
                let mut least = if anything { Truth::Yes } else { Truth::Maybe };
                for (item, there) in &items {
                    let holds = self.holds(operand, item, reading, origin);
                    if holds == Truth::No && *there == Truth::Maybe {
                        least = least.min(Truth::Maybe);
                    } else {
                        least = least.min(holds);
                    }
                }
                least
            }
            "distinct" => {
                let few = !operand["at_most"].is_null() || !operand["less_than"].is_null();
                let reading = Reading { closed: reading.closed && !few, ..reading };
                let (mut certain, mut possible, mut unknown) = (Vec::new(), Vec::new(), 0);
                for (item, there) in &items {
                    let truth = self.holds(&operand["where"], item, reading, origin).min(*there);
                    if truth == Truth::No {
                        continue;
                    }
                    for key in self.keys(item, &[operand["of"].as_str().unwrap_or("")], false) {
                        match key {
                            None => unknown += 1,
                            Some(key) => {
                                if truth == Truth::Yes && !certain.contains(&key) {
                                    certain.push(key.clone());
                                }
                                if !possible.contains(&key) {
                                    possible.push(key);
                                }
                            }
                        }
                    }
                }
                size(operand, certain.len(), possible.len() + unknown)
            }
            "contains_all" => {
                let mut least = Truth::Yes;
                for code in operand.as_array().into_iter().flatten() {
                    let mut here = Truth::No;
                    for (item, there) in &items {
                        if self.value(item) == code {
                            here = here.max(*there);
                        }
                    }
                    least = least.min(here);
                }
                least
            }
            _ => {
                let sure = items.iter().filter(|(_, there)| *there == Truth::Yes).count();
                size(operand, sure, items.len())
            }
        }
    }

    fn referred(&self, operator: &str, operand: &Value, found: &Found, reading: Reading, origin: &str) -> Truth {
        let Found::One(known) = found else {
            return Truth::Maybe;
        };
        let id = known.value.as_str().unwrap_or("");
        match self.find(&known.refers_to, id) {
            None => Truth::Maybe,
            Some(entry) if operator == "use" => self.named(operand, &entry, reading, origin),
            Some(entry) => self.holds(operand, &entry, reading, origin),
        }
    }

    fn compare_leaf(
        &self,
        operator: &str,
        operand: &Value,
        found: &Found,
        element: &Element,
        reading: Reading,
    ) -> Truth {
        if operator == "at_or_above" {
            return self.ranked(found, &self.operand(operand, element, reading));
        }
        let Some(ours) = scalar(found) else {
            return Truth::Maybe;
        };
        let theirs = self.operand(operand, element, reading);
        if operator == "in" {
            let Found::Plain(choices) = theirs else {
                return Truth::Maybe;
            };
            let mut greatest = Truth::No;
            for choice in choices {
                if let Some(choice) = scalar(&literal(choice)) {
                    greatest = greatest.max(compare("is", &ours, &choice));
                }
            }
            return greatest;
        }
        if theirs == Found::Unlisted {
            return Truth::No;
        }
        match scalar(&theirs) {
            Some(theirs) => compare(operator, &ours, &theirs),
            None => Truth::Maybe,
        }
    }

    fn ranked(&self, found: &Found, operand: &Found) -> Truth {
        let (Found::One(ours), Found::One(theirs)) = (found, operand) else {
            return Truth::Maybe;
        };
        let Some(list) = &ours.codes else {
            return Truth::Maybe;
        };
        let rank = |code: &Value| {
            for known in self.package["codes"][list.as_str()].as_array().into_iter().flatten() {
                if known["code"] == *code {
                    return number(&known["rank"]);
                }
            }
            None
        };
        match (rank(&ours.value), rank(&theirs.value)) {
            (Some(ours), Some(theirs)) => Truth::of(ours >= theirs),
            _ => Truth::Maybe,
        }
    }

    /// A literal, a contract value or another field of the same entry.
    fn operand(&self, operand: &Value, element: &Element, reading: Reading) -> Found {
        if let Some(path) = operand["field"].as_str() {
            return self.follow(element, path, reading);
        }
        match operand.as_str().and_then(|text| text.strip_prefix('$')) {
            Some(name) => literal(self.contract_value(name)),
            None => literal(operand.clone()),
        }
    }

    /// A contract value by its name without `$`.
    #[must_use]
    pub fn contract_value(&self, name: &str) -> Value {
        match name {
            "service_end" => Value::String(self.end.to_string()),
            "as_of" => Value::String(self.as_of.to_string()),
            "package" if self.contract["package"].is_null() => self.package["id"].clone(),
            "place" if self.contract["place"].is_null() => self.package["place"].clone(),
            other => self.contract[other].clone(),
        }
    }
}

fn literal(value: Value) -> Found {
    match value {
        Value::Null => Found::Absent,
        Value::Array(values) => Found::Plain(values),
        value => Found::One(Known { value, refers_to: Vec::new(), codes: None }),
    }
}

fn scalar(found: &Found) -> Option<Scalar> {
    match found {
        Found::One(known) => match &known.value {
            Value::String(text) => Some(Scalar::Text(text.clone(), text.clone())),
            Value::Bool(flag) => Some(Scalar::Flag(*flag)),
            value => number(value).map(|n| Scalar::Number(n, n)),
        },
        Found::Between(lo, hi) => Some(Scalar::Number(*lo, *hi)),
        Found::Days(first, last) => Some(Scalar::Text(first.to_string(), last.to_string())),
        _ => None,
    }
}

fn compare(operator: &str, ours: &Scalar, theirs: &Scalar) -> Truth {
    match (ours, theirs) {
        (Scalar::Number(a, b), Scalar::Number(c, d)) => ordered(operator, (a, b), (c, d)),
        (Scalar::Text(a, b), Scalar::Text(c, d)) => ordered(operator, (a, b), (c, d)),
        (Scalar::Flag(a), Scalar::Flag(b)) => Truth::of(operator == "is" && a == b),
        _ => Truth::No,
    }
}

/// Two intervals compared: yes for every choice, for some choice, for none.
fn ordered<T: PartialOrd>(operator: &str, (lo, hi): (&T, &T), (least, most): (&T, &T)) -> Truth {
    match operator {
        "is" => Truth::between(lo == hi && least == most && lo == least, lo <= most && least <= hi),
        "at_least" => Truth::between(lo >= most, hi >= least),
        "more_than" => Truth::between(lo > most, hi > least),
        "at_most" => Truth::between(hi <= least, lo <= most),
        "less_than" => Truth::between(hi < least, lo < most),
        _ => Truth::Maybe,
    }
}

fn size(comparisons: &Value, sure: usize, possible: usize) -> Truth {
    let ours = Scalar::Number(whole(sure), whole(possible));
    let mut least = Truth::Yes;
    for (operator, operand) in comparisons.as_object().into_iter().flatten() {
        if matches!(operator.as_str(), "of" | "where") {
            continue;
        }
        let truth = match number(operand) {
            Some(n) => compare(operator, &ours, &Scalar::Number(n, n)),
            None => Truth::Maybe,
        };
        least = least.min(truth);
    }
    least
}
