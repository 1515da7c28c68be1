//! Tests of what a path reaches.

use super::element::{Element, Place};
use super::keys;
use super::tri::Tri;
use super::walk::{Reached, Reading};
use super::world::World;
use crate::entry::{Constant, Value};
use crate::kind::{Field, Type};
use crate::number::Exact;
use crate::package::model::{Cmp, Cond, Distinct, Leaf, Operand, Path, Test};
use std::borrow::Cow;
use std::cmp::Ordering;

impl<'w> World<'w> {
    /// What a test says of what its path reaches.
    pub(super) fn test(&self, leaf: &Leaf, element: Element<'w>, reading: Reading<'w>) -> Tri {
        if is_list(leaf.path.ty) {
            return self.test_list(leaf, element, reading);
        }
        if let Some(reached) = self.lone(&leaf.path, element) {
            return self.test_one(&leaf.test, &leaf.path, reached, element, reading);
        }
        // Several values are reached only through lists of references; one of them suffices.
        let mut best: Option<Tri> = None;
        self.walk(&leaf.path, element, reading, &mut |reached| {
            let tri = self.test_one(&leaf.test, &leaf.path, reached, element, reading);
            best = Some(best.map_or(tri, |best| best.max(tri)));
        });
        best.unwrap_or(match leaf.test {
            Test::Exists(wanted) => Tri::from(!wanted),
            _ => Tri::Maybe,
        })
    }

    /// What a path reaches, or where it leads nowhere when a reference at its end does.
    pub(super) fn leading(&self, path: &Path, reached: Reached<'w>, reading: Reading<'w>) -> Reached<'w> {
        match reached {
            Reached::Value(Value::Text(id))
                if !self.alone && !path.to.is_empty() && self.follow(id, &path.to).is_none() =>
            {
                self.nowhere(id, &path.to, reading)
            }
            reached => reached,
        }
    }

    fn test_one(
        &self,
        test: &Test,
        path: &Path,
        reached: Reached<'w>,
        element: Element<'w>,
        reading: Reading<'w>,
    ) -> Tri {
        let reached = self.leading(path, reached, reading);
        match (test, &reached) {
            (_, Reached::Unlisted(..)) => return Tri::No,
            (Test::Exists(wanted), Reached::Absent) => return Tri::from(!wanted),
            // What lies behind a reference that leads nowhere is not known.
            (_, Reached::Dangling(_) | Reached::Unreached) => return Tri::Maybe,
            (Test::Exists(wanted), _) => return Tri::from(*wanted),
            (_, Reached::Absent) => return Tri::Maybe,
            _ => {}
        }
        match test {
            Test::Is(Operand::Value(value @ Constant::Text(_)))
                if matches!(reached, Reached::Value(Value::Text(_))) =>
            {
                Tri::from(equal(&reached, value.value()))
            }
            Test::Is(operand) => self.compare(&reached, operand, element, reading, |order| order.is_eq()),
            Test::In(values) => match &reached {
                Reached::Age(least, greatest) => values
                    .iter()
                    .map(|value| match number(value.value()) {
                        Some(value) => {
                            let (least, greatest) = (Exact::whole(*least), Exact::whole(*greatest));
                            if least == greatest {
                                Tri::from(value == least)
                            } else {
                                Tri::between(false, least <= value && value <= greatest)
                            }
                        }
                        None => Tri::No,
                    })
                    .max()
                    .unwrap_or(Tri::No),
                _ => Tri::from(values.iter().any(|value| equal(&reached, value.value()))),
            },
            Test::Compare(cmp, operand) => {
                let cmp = *cmp;
                self.compare(&reached, operand, element, reading, move |order| cmp.holds(order, Ordering::Equal))
            }
            Test::AtOrAbove(rank, _) => match self.rank(path, &reached) {
                Some(found) => Tri::from(found >= *rank),
                None => Tri::Maybe,
            },
            Test::Where(cond) => match referred(&reached) {
                Some(referred) => self.tri(cond, referred, reading),
                None => Tri::Maybe,
            },
            Test::Exists(_)
            | Test::Some(_)
            | Test::Every(_)
            | Test::ContainsAll(_)
            | Test::Size(_)
            | Test::Distinct(_) => Tri::Maybe,
        }
    }

    /// Whether some item of a list satisfies a condition.
    fn test_some(&self, path: &Path, cond: &Cond, element: Element<'w>, reading: Reading<'w>) -> Tri {
        let mut best: Option<Tri> = None;
        let mut absent = Tri::No;
        self.walk(path, element, reading, &mut |reached| match reached {
            Reached::Element(item) => {
                let tri = self.tri(cond, item, reading);
                let shows = if tri == Tri::No { tri } else { self.in_force(&item, reading).min(tri) };
                best = best.max(Some(shows));
            }
            Reached::Value(Value::List(_)) | Reached::Persons(_) => best = best.max(Some(Tri::No)),
            Reached::Dangling(_) | Reached::Unreached => absent = Tri::Maybe,
            _ => {}
        });
        best.unwrap_or(absent)
    }

    fn test_list(&self, leaf: &Leaf, element: Element<'w>, reading: Reading<'w>) -> Tri {
        if let Test::Some(cond) = &leaf.test {
            return self.test_some(&leaf.path, cond, element, reading);
        }
        let mut lists = 0usize;
        let (mut absent, mut unlisted) = (Tri::No, false);
        let mut items: Vec<(Element<'w>, Tri)> = Vec::new();
        let mut values: Vec<Value<'w>> = Vec::new();
        let mut persons: Vec<&'w str> = Vec::new();
        self.walk(&leaf.path, element, reading, &mut |reached| match reached {
            Reached::Value(Value::List(found)) => {
                lists += 1;
                values.extend(found.iter());
            }
            Reached::Persons(found) => {
                lists += 1;
                persons = found;
            }
            Reached::Element(found) => {
                lists += 1;
                items.push((found, self.in_force(&found, reading)));
            }
            Reached::Unlisted(..) => unlisted = true,
            Reached::Dangling(_) | Reached::Unreached => absent = Tri::Maybe,
            _ => {}
        });
        if lists == 0 {
            return match &leaf.test {
                _ if unlisted => absent,
                Test::Exists(wanted) if absent == Tri::No => Tri::from(!wanted),
                Test::Size(tests) if absent == Tri::No => {
                    Tri::from(tests.iter().all(|(cmp, size)| cmp.holds(0, *size)))
                }
                Test::Distinct(distinct) if absent == Tri::No => {
                    Tri::from(distinct.sizes.iter().all(|(cmp, size)| cmp.holds(0, *size)))
                }
                Test::Every(_) | Test::Size(_) | Test::Distinct(_) | Test::Exists(_) => Tri::Maybe,
                _ => absent,
            };
        }
        match &leaf.test {
            Test::Exists(wanted) => Tri::from(*wanted),
            Test::Every(cond) => {
                let worst = items.iter().map(|(item, shows)| self.tri(cond, *item, reading).max(shows.negate())).min();
                // Of an item that may not show nothing is certain, and of none nothing at all.
                let shown = items.iter().map(|(_, shows)| *shows).max().unwrap_or(Tri::No).max(Tri::Maybe);
                worst.unwrap_or(Tri::Maybe).min(shown)
            }
            Test::ContainsAll(wanted) => Tri::from(wanted.iter().all(|value| values.contains(&value.value()))),
            Test::Size(tests) => {
                let certain =
                    items.iter().filter(|(_, shows)| *shows == Tri::Yes).count() + values.len() + persons.len();
                let possible =
                    items.iter().filter(|(_, shows)| *shows != Tri::No).count() + values.len() + persons.len();
                has_size(tests, certain, possible)
            }
            Test::Distinct(distinct) => self.test_distinct(distinct, &items, reading),
            _ => Tri::Maybe,
        }
    }

    /// How many different values the items that satisfy a condition have; one without a value may be one more.
    fn test_distinct(&self, distinct: &Distinct, items: &[(Element<'w>, Tri)], reading: Reading<'w>) -> Tri {
        let (mut certain, mut possible) = (Vec::new(), Vec::new());
        let mut unknown = 0;
        // Where few are wanted, one that is not listed must not make a yes.
        let wants_more = distinct.sizes.iter().all(|(cmp, _)| cmp.wants_more());
        let reading = Reading { closed: reading.closed && wants_more, ..reading };
        for (item, shows) in items {
            let tri = self.tri(&distinct.cond, *item, reading).min(*shows);
            if tri == Tri::No {
                continue;
            }
            for key in keys::keys(self, std::slice::from_ref(&distinct.of), *item, reading) {
                match key {
                    None => unknown += 1,
                    Some(key) => {
                        if tri == Tri::Yes {
                            certain.push(key.clone());
                        }
                        possible.push(key);
                    }
                }
            }
        }
        for keys in [&mut certain, &mut possible] {
            keys.sort();
            keys.dedup();
        }
        has_size(&distinct.sizes, certain.len(), possible.len() + unknown)
    }

    /// Whether an item of a dated list shows on the reading day; none outlasts the entry that holds it.
    #[must_use]
    pub fn in_force(&self, item: &Element<'w>, reading: Reading<'w>) -> Tri {
        let is_item = item.place != Place::Whole;
        if is_item && !reading.ended_too && item.registered().1.is_some_and(|ended| reading.day > ended) {
            return Tri::No;
        }
        let (from, to) = match item.days() {
            Some(days) => (days.from, days.to),
            None => {
                let place = |name| Field::position(item.entry.kind().fields, name);
                (place("from"), place("to"))
            }
        };
        if from.is_none() && to.is_none() {
            return Tri::Yes;
        }
        let value = |at: Option<u16>| at.and_then(|at| item.get(at));
        let from = value(from).and_then(Value::date);
        let last = value(to);
        let to = last.and_then(Value::date).filter(|_| !reading.ended_too);
        match (from, to) {
            (_, Some(to)) if reading.day > to => Tri::No,
            (Some(from), _) => Tri::from(from <= reading.day),
            (None, None) if last.is_none() => Tri::Yes,
            (None, _) => Tri::Maybe,
        }
    }

    fn compare(
        &self,
        reached: &Reached<'w>,
        operand: &Operand,
        element: Element<'w>,
        reading: Reading<'w>,
        holds: impl Fn(Ordering) -> bool,
    ) -> Tri {
        let against = |right: &Reached<'_>| -> Tri {
            match (reached, right) {
                (Reached::Age(least, greatest), right) => match reached_number(right) {
                    Some(right) => {
                        // Every age between the two is possible; equality can also hold strictly inside.
                        let at = |age: i64| holds(Exact::whole(age).cmp(&right));
                        let inside = right
                            .as_whole()
                            .and_then(|w| i64::try_from(w).ok())
                            .is_some_and(|w| *least < w && w < *greatest);
                        if at(*least) == at(*greatest) && !inside { Tri::from(at(*least)) } else { Tri::Maybe }
                    }
                    None => Tri::Maybe,
                },
                (left, right) => match order(left, right) {
                    Some(order) => Tri::from(holds(order)),
                    None => Tri::No,
                },
            }
        };
        let literal = |value: Value<'_>| match (reached, value) {
            // A partial date against a day: both ends must agree.
            (Reached::Value(Value::PartialDate(date)), Value::Date(day)) => {
                Tri::between(holds(date.earliest.cmp(&day)), holds(date.latest.cmp(&day)))
            }
            _ => against(&Reached::Value(value)),
        };
        match operand {
            Operand::Value(value) => literal(value.value()),
            Operand::AsOf => literal(Value::Date(self.as_of)),
            Operand::Field(path) => {
                let mut best: Option<Tri> = None;
                self.walk(path, element, reading, &mut |right| {
                    let tri = match right {
                        Reached::Unlisted(..) => Tri::No,
                        Reached::Absent | Reached::Dangling(_) | Reached::Unreached => Tri::Maybe,
                        right => against(&right),
                    };
                    best = Some(best.map_or(tri, |best| best.max(tri)));
                });
                best.unwrap_or(Tri::Maybe)
            }
        }
    }

    fn rank(&self, path: &Path, reached: &Reached<'w>) -> Option<i64> {
        let Reached::Value(Value::Text(code)) = reached else { return None };
        self.plan.codes.find(&path.list, code)?.rank
    }
}

fn referred<'w>(reached: &Reached<'w>) -> Option<Element<'w>> {
    match reached {
        Reached::Element(element) => Some(*element),
        _ => None,
    }
}

/// Whether a number between two satisfies all comparisons.
fn has_size(tests: &[(Cmp, i64)], certain: usize, possible: usize) -> Tri {
    let holds = |(cmp, wanted): &(Cmp, i64)| {
        let holds = |size: usize| cmp.holds(i64::try_from(size).unwrap_or(i64::MAX), *wanted);
        Tri::between(holds(certain), holds(possible))
    };
    tests.iter().map(holds).min().unwrap_or(Tri::Yes)
}

fn is_list(ty: Type) -> bool {
    matches!(ty, Type::List(_) | Type::Items(_))
}

/// A value as an exact number, if it is one.
#[must_use]
pub fn number(value: Value<'_>) -> Option<Exact> {
    match value {
        Value::Whole(number) => Some(Exact::whole(number)),
        Value::Amount(number) => Some(Exact::decimal(number)),
        _ => None,
    }
}

fn reached_number(reached: &Reached<'_>) -> Option<Exact> {
    match reached {
        Reached::Value(value) => number(*value),
        Reached::Number(number) => Some(*number),
        Reached::Age(least, greatest) if least == greatest => Some(Exact::whole(*least)),
        _ => None,
    }
}

fn equal(reached: &Reached<'_>, value: Value<'_>) -> bool {
    match (reached, value) {
        (Reached::Value(Value::Text(left)), Value::Text(right)) => *left == right,
        _ => order(reached, &Reached::Value(value)).is_some_and(Ordering::is_eq),
    }
}

fn order(left: &Reached<'_>, right: &Reached<'_>) -> Option<Ordering> {
    match (left, right) {
        (Reached::Value(Value::Text(left)), Reached::Value(Value::Text(right))) => Some(left.cmp(right)),
        (Reached::Value(Value::Date(left)), Reached::Value(Value::Date(right))) => Some(left.cmp(right)),
        (Reached::Value(Value::Whole(left)), Reached::Value(Value::Whole(right))) => Some(left.cmp(right)),
        (Reached::Value(Value::YesNo(left)), Reached::Value(Value::YesNo(right))) => Some(left.cmp(right)),
        (Reached::Value(Value::Time(left)), Reached::Value(Value::Time(right))) => Some(left.cmp(right)),
        (Reached::Value(Value::Period(left)), Reached::Value(Value::Period(right))) => Some(left.cmp(right)),
        (left, right) => match (reached_number(left), reached_number(right)) {
            (Some(left), Some(right)) => Some(left.cmp(&right)),
            _ => Some(text(left)?.cmp(&text(right)?)),
        },
    }
}

fn text<'a>(reached: &'a Reached<'_>) -> Option<Cow<'a, str>> {
    match reached {
        Reached::Value(Value::Text(text)) => Some(Cow::Borrowed(text)),
        Reached::Text(text) => Some(Cow::Borrowed(text)),
        Reached::Element(element) if element.place == Place::Whole => Some(Cow::Borrowed(element.entry.id())),
        _ => None,
    }
}
