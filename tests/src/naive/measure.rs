//! FORMAT sections 3 and 5: every measure gives [lo, hi].

use super::number::{Number, number, whole};
use super::path::Found;
use super::source::{Cell, Counted, parts};
use super::truth::Truth;
use super::world::{Element, World};
use chrono::NaiveDate;
use num_traits::Zero;
use serde_json::Value;

/// What is certain and what may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// What is certain; none when undefined.
    pub lo: Option<Number>,
    /// What may be; none when unbounded or undefined.
    pub hi: Option<Number>,
    /// A ratio whose denominator may be 0.
    pub undefined: bool,
}

impl Span {
    fn new(lo: Number, hi: Option<Number>) -> Span {
        Span { lo: Some(lo), hi, undefined: false }
    }

    fn undefined() -> Span {
        Span { lo: None, hi: None, undefined: true }
    }
}

/// An element with the part of a union it came through, its key and its value.
pub struct Piece<'a> {
    /// The element.
    pub counted: Counted,
    /// The part.
    pub source: &'a Value,
    /// Its key; none when a part of it is missing, or when nothing is distinct.
    pub key: Option<Vec<String>>,
    /// Its value.
    pub value: Option<Number>,
}

impl World {
    /// The value of a measure in a cell, counting elements up to a day.
    #[must_use]
    pub fn measure(&self, measure: &Value, cell: &Cell, upto: Option<NaiveDate>) -> Span {
        if measure["count"].is_object() {
            return self.count(&self.pieces(&measure["count"], cell, upto));
        }
        if measure["sum"].is_object() {
            return self.sum(&self.pieces(&measure["sum"], cell, upto));
        }
        if measure["coverage"].is_object() {
            return self.coverage(&measure["coverage"], cell, upto);
        }
        if measure["ratio"].is_object() {
            let of = self.measure(&measure["ratio"]["of"], cell, upto);
            let over = self.measure(&measure["ratio"]["over"], cell, upto);
            return ratio(&of, &over);
        }
        Span::undefined()
    }

    /// The elements of all parts of a source, one for each key.
    #[must_use]
    pub fn pieces<'a>(&self, source: &'a Value, cell: &Cell, upto: Option<NaiveDate>) -> Vec<Piece<'a>> {
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        for part in parts(source) {
            let snapshot = part["on"] == "as_of";
            for counted in self.counted(part, cell, upto, false) {
                let value = self.summed(part, &counted.element, snapshot);
                for key in self.distinct_keys(part, &counted.element, snapshot) {
                    // The same element through two parts of a union with one key and field: one.
                    let known = pieces.iter_mut().find(|piece| {
                        !std::ptr::eq(piece.source, part)
                            && piece.counted.element == counted.element
                            && piece.key == key
                            && piece.source["distinct"].is_null() == part["distinct"].is_null()
                            && piece.source["field"] == part["field"]
                    });
                    match known {
                        Some(piece) => piece.counted.truth = piece.counted.truth.max(counted.truth),
                        None => pieces.push(Piece { counted: counted.clone(), source: part, key, value }),
                    }
                }
            }
        }
        pieces
    }

    fn distinct_keys(&self, source: &Value, element: &Element, snapshot: bool) -> Vec<Option<Vec<String>>> {
        let paths: Vec<&str> = match &source["distinct"] {
            Value::String(path) => vec![path.as_str()],
            Value::Array(paths) => paths.iter().filter_map(Value::as_str).collect(),
            _ => return vec![None],
        };
        self.keys(element, &paths, snapshot)
    }

    /// Whether an element is told from others: without a key it counts only perhaps.
    #[must_use]
    pub fn has_key(&self, source: &Value, element: &Element) -> bool {
        let keys = self.distinct_keys(source, element, source["on"] == "as_of");
        source["distinct"].is_null() || keys.iter().any(Option::is_some)
    }

    fn summed(&self, source: &Value, element: &Element, snapshot: bool) -> Option<Number> {
        let path = source["field"].as_str()?;
        match self.follow(element, path, self.reading(element, snapshot)) {
            Found::One(known) => number(&known.value),
            Found::Between(lo, hi) if lo == hi => Some(lo),
            _ => None,
        }
    }

    /// Elements, or distinct keys: a key with a certain witness is certain.
    fn count(&self, pieces: &[Piece<'_>]) -> Span {
        let mut sure_keys: Vec<&Vec<String>> = Vec::new();
        let mut all_keys: Vec<&Vec<String>> = Vec::new();
        let mut lo = whole(0);
        let mut hi = whole(0);
        for piece in pieces {
            let sure = piece.counted.truth == Truth::Yes;
            if piece.source["distinct"].is_null() {
                hi += whole(1);
                if sure {
                    lo += whole(1);
                }
                continue;
            }
            if let Some(heads) = piece.counted.heads {
                hi += heads;
                continue;
            }
            match &piece.key {
                None => hi += whole(1),
                Some(key) => {
                    if !all_keys.contains(&key) {
                        all_keys.push(key);
                    }
                    if sure && !sure_keys.contains(&key) {
                        sure_keys.push(key);
                    }
                }
            }
        }
        Span::new(lo + whole(sure_keys.len()), Some(hi + whole(all_keys.len())))
    }

    /// The values, or the latest value per key.
    fn sum(&self, pieces: &[Piece<'_>]) -> Span {
        let mut lo = whole(0);
        let mut hi = whole(0);
        let mut unbounded = false;
        let mut keys: Vec<&Vec<String>> = Vec::new();
        for piece in pieces {
            let sure = piece.counted.truth == Truth::Yes;
            if let (false, Some(key)) = (piece.source["distinct"].is_null(), &piece.key) {
                if !keys.contains(&key) {
                    keys.push(key);
                }
                continue;
            }
            let keyed = piece.source["distinct"].is_null();
            match piece.value {
                None => unbounded = true,
                Some(value) if sure && keyed => {
                    lo += value;
                    hi += value;
                }
                Some(value) => {
                    lo += value.min(Number::zero());
                    hi += value.max(Number::zero());
                }
            }
        }
        for key in keys {
            let witnesses: Vec<&Piece<'_>> = pieces.iter().filter(|p| p.key.as_ref() == Some(key)).collect();
            let certain = witnesses
                .iter()
                .filter(|p| p.counted.truth == Truth::Yes)
                .max_by_key(|p| self.order(&p.counted.element));
            // What the latest value may be: the latest certain one, or any undetermined later one.
            let mut least: Option<Number> = None;
            let mut most: Option<Number> = None;
            let mut consider = |value: Option<Number>| match value {
                None => {
                    unbounded = true;
                    least = Some(least.map_or(Number::zero(), |l| l.min(Number::zero())));
                }
                Some(value) => {
                    least = Some(least.map_or(value, |l| l.min(value)));
                    most = Some(most.map_or(value, |m| m.max(value)));
                }
            };
            match certain {
                Some(piece) => consider(piece.value),
                None => consider(Some(Number::zero())),
            }
            for piece in &witnesses {
                let later = certain.is_none_or(|c| self.order(&piece.counted.element) > self.order(&c.counted.element));
                if later && piece.counted.truth == Truth::Maybe {
                    consider(piece.value);
                }
            }
            lo += least.unwrap_or_else(Number::zero);
            hi += most.unwrap_or_else(Number::zero);
        }
        Span::new(lo, if unbounded { None } else { Some(hi) })
    }

    /// Days the cell requires.
    #[must_use]
    pub fn required_days(&self, source: &Value, cell: &Cell) -> Vec<NaiveDate> {
        let last = cell.window.last.map_or(self.end, |last| last.min(self.end)).min(self.as_of);
        self.days_between(source, cell.window.first.max(self.start), last)
    }

    /// All days, or the working days, from one day to another.
    #[must_use]
    pub fn days_between(&self, source: &Value, first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        let mut day = first;
        while day <= last {
            if source["days"] != "working" || self.is_working_day(day) {
                days.push(day);
            }
            day = super::date::plus_days(day, 1);
        }
        days
    }

    /// Required days up to now that fewer than `depth` distinct keys cover.
    fn coverage(&self, source: &Value, cell: &Cell, upto: Option<NaiveDate>) -> Span {
        let depth = source["depth"].as_u64().unwrap_or(1);
        let mut intervals: Vec<(Counted, Option<Vec<String>>)> = Vec::new();
        for part in parts(source) {
            let snapshot = part["on"] == "as_of";
            for counted in self.counted(part, cell, None, true) {
                let keys = if part["distinct"].is_null() {
                    let kind = self.kind(&counted.element);
                    vec![Some(vec![format!("{kind} {}", self.id(&counted.element))])]
                } else {
                    self.distinct_keys(part, &counted.element, snapshot)
                };
                for key in keys {
                    intervals.push((counted.clone(), key));
                }
            }
        }
        let mut surely_bare = 0;
        let mut perhaps_bare = 0;
        for day in self.required_days(source, cell) {
            if upto.is_some_and(|upto| day > upto) {
                continue;
            }
            let mut sure: Vec<&Vec<String>> = Vec::new();
            let mut possible: Vec<&Vec<String>> = Vec::new();
            let mut unnamed = 0u64;
            for (counted, key) in &intervals {
                let truth = counted.truth.min(self.spans(&counted.element, day));
                let is_early = self.held(&counted.element).0.is_some_and(|begun| day < begun);
                if truth == Truth::No || is_early {
                    continue;
                }
                match key {
                    None => unnamed += 1,
                    Some(key) => {
                        if !possible.contains(&key) {
                            possible.push(key);
                        }
                        if truth == Truth::Yes && !sure.contains(&key) {
                            sure.push(key);
                        }
                    }
                }
            }
            if (sure.len() as u64) < depth {
                perhaps_bare += 1;
            }
            if possible.len() as u64 + unnamed < depth {
                surely_bare += 1;
            }
        }
        Span::new(whole(surely_bare), Some(whole(perhaps_bare)))
    }
}

/// num_lo ÷ den_hi … num_hi ÷ den_lo.
fn ratio(of: &Span, over: &Span) -> Span {
    let (Some(of_lo), Some(over_lo)) = (of.lo, over.lo) else {
        return Span::undefined();
    };
    if over_lo <= Number::zero() {
        return Span::undefined();
    }
    let lo = if of_lo < Number::zero() {
        of_lo / over_lo
    } else {
        over.hi.map_or_else(Number::zero, |over_hi| of_lo / over_hi)
    };
    let hi = of.hi.map(|of_hi| match over.hi {
        Some(over_hi) if of_hi < Number::zero() => of_hi / over_hi,
        _ if of_hi < Number::zero() => Number::zero(),
        _ => of_hi / over_lo,
    });
    Span::new(lo, hi)
}

/// Measures that can fall: ratios, snapshots, latest values, and containers having any of
/// these or an upper limit.
#[must_use]
pub fn can_fall(measure: &Value) -> bool {
    if measure["ratio"].is_object() {
        return true;
    }
    for source in super::having::sources(measure) {
        for part in parts(source) {
            let latest = part["latest_of"].is_array();
            if part["on"] == "as_of" || latest || can_cease(&part["having"]) {
                return true;
            }
        }
    }
    false
}

fn can_cease(requirement: &Value) -> bool {
    for key in ["all_of", "any_of"] {
        for part in requirement[key].as_array().into_iter().flatten() {
            if can_cease(part) {
                return true;
            }
        }
    }
    let target = &requirement["target"];
    let upper = !target["at_most"].is_null() || !target["less_than"].is_null();
    upper || can_fall(&requirement["measure"])
}
