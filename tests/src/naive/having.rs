//! Containers whose nested requirement holds, and the day on which it came to hold.

use super::source::{Cell, Counted, parts};
use super::truth::Truth;
use super::world::{Element, World};
use chrono::NaiveDate;
use serde_json::Value;

impl World {
    /// Narrows what counts to containers that satisfy `requirement`, in the cell's window.
    pub fn having(&self, requirement: &Value, counted: &mut Counted, cell: &Cell, upto: Option<NaiveDate>) {
        let inner = Cell { id: String::new(), members: vec![counted.element.clone()], window: self.service() };
        let now = self.satisfies(requirement, &inner, upto);
        counted.truth = counted.truth.min(now);
        if now == Truth::No {
            return;
        }
        let mut possible_since = None;
        let mut sure_since = None;
        for day in self.turning_days(requirement, &inner, upto) {
            let truth = self.satisfies(requirement, &inner, Some(day));
            if truth == Truth::No {
                possible_since = None;
            } else if possible_since.is_none() {
                possible_since = Some(day);
            }
            if truth != Truth::Yes {
                sure_since = None;
            } else if sure_since.is_none() {
                sure_since = Some(day);
            }
        }
        counted.day = sure_since;
        if !cell.window.explicit || self.is_moved(&counted.element, cell) {
            return;
        }
        // The day lies somewhere from `possible_since` to `sure_since`.
        let earliest = possible_since.unwrap_or(self.start);
        let placed = match sure_since {
            Some(day) if now == Truth::Yes => {
                let first = self.lies_in(earliest, &cell.window);
                let last = self.lies_in(day, &cell.window);
                let spans = earliest < cell.window.first && cell.window.last.is_some_and(|l| l < day);
                let any = first != Truth::No || last != Truth::No || spans;
                Truth::between(first == Truth::Yes && last == Truth::Yes, any)
            }
            _ => Truth::between(false, cell.window.last.is_none_or(|last| earliest <= last)),
        };
        counted.truth = counted.truth.min(placed);
    }

    fn is_moved(&self, element: &Element, cell: &Cell) -> bool {
        for make_up in self.collection("make_up") {
            let act = self.entry(&make_up);
            let names = act["records"]
                .as_array()
                .is_some_and(|ids| ids.iter().any(|id| self.canonical(id.as_str().unwrap_or("")) == self.id(element)));
            if !cell.id.is_empty()
                && act["requirement"] == cell.id.as_str()
                && act["window"].is_string()
                && names
                && self.is_sound(&make_up) == Truth::Yes
                && self.names_cell(act, cell)
                && self.in_service(element)
            {
                return true;
            }
        }
        false
    }

    /// The days on which the nested requirement may change its value, in order.
    fn turning_days(&self, requirement: &Value, inner: &Cell, upto: Option<NaiveDate>) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        self.element_days(requirement, inner, upto, &mut days);
        let nothing = self.satisfies(requirement, inner, Some(NaiveDate::MIN));
        if nothing != Truth::No {
            // It holds without any child: from the container's day, at the earliest the start.
            let own = self.own_date(&inner.members[0]).unwrap_or(self.start);
            let base = own.max(self.start);
            days.retain(|day| *day > base);
            days.push(base);
        }
        days.sort_unstable();
        days.dedup();
        days
    }

    fn element_days(&self, requirement: &Value, inner: &Cell, upto: Option<NaiveDate>, days: &mut Vec<NaiveDate>) {
        for key in ["all_of", "any_of"] {
            for part in requirement[key].as_array().into_iter().flatten() {
                self.element_days(part, inner, upto, days);
            }
        }
        for source in sources(&requirement["measure"]) {
            for part in parts(source) {
                for counted in self.counted(part, inner, upto, false) {
                    days.extend(counted.day);
                }
            }
        }
    }

    /// Whether a nested requirement holds, counting elements up to a day.
    #[must_use]
    pub fn satisfies(&self, requirement: &Value, inner: &Cell, upto: Option<NaiveDate>) -> Truth {
        if let Some(all) = requirement["all_of"].as_array() {
            let mut least = Truth::Yes;
            for part in all {
                least = least.min(self.satisfies(part, inner, upto));
            }
            return least;
        }
        if let Some(any) = requirement["any_of"].as_array() {
            let mut greatest = Truth::No;
            for part in any {
                greatest = greatest.max(self.satisfies(part, inner, upto));
            }
            return greatest;
        }
        let span = self.measure(&requirement["measure"], inner, upto);
        self.against(&requirement["target"], &span, inner)
    }
}

/// The sources of a measure.
#[must_use]
pub fn sources(measure: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    for key in ["count", "sum", "coverage"] {
        if measure[key].is_object() {
            found.push(&measure[key]);
        }
    }
    if measure["ratio"].is_object() {
        found.extend(sources(&measure["ratio"]["of"]));
        found.extend(sources(&measure["ratio"]["over"]));
    }
    found
}
