//! Conditions, judged yes, no or maybe.

use super::element::{Element, Place};
use super::tri::Tri;
use super::world::World;
use crate::entry::Value;
use crate::kind::register::Person;
use crate::kind::{Field, Kind, Type};
use crate::number::Exact;
use crate::package::model::{AgeOn, Cmp, Cond, Derived, Leaf, Operand, Path, Step, Test};
use crate::time::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How dated lists and registers are read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'w> {
    /// The reading day.
    pub day: Date,
    /// Whether items that ended before the day still show.
    pub ended_too: bool,
    /// The entry whose condition it is, for waivers.
    pub root: &'w str,
}

/// What a path reaches, one call for each value.
#[derive(Clone, Debug)]
pub enum Reached<'w> {
    /// A value.
    Value(&'w Value),
    /// A text that was derived.
    Text(Arc<str>),
    /// The distinct signing persons.
    Persons(Vec<&'w str>),
    /// A number that was derived.
    Number(Exact),
    /// An age, as the least and greatest possible.
    Age(i64, i64),
    /// An entry or item.
    Element(Element<'w>),
    /// The field is absent.
    Absent,
    /// A reference on the way is absent, so that what lies behind is not known.
    Unreached,
    /// A reference leads nowhere.
    Dangling(&'w str),
}

/// A judgement with the leaf that decided it, when it is not yes.
#[derive(Clone, Debug)]
pub struct Judgement<'p, 'w> {
    /// Yes, no or maybe.
    pub tri: Tri,
    /// The leaf.
    pub leaf: Option<&'p Leaf>,
    /// The declared condition around the leaf.
    pub named: Option<&'p str>,
    /// The entry behind a reference that the leaf looks at; none when it looks at the element itself.
    pub at: Option<Element<'w>>,
}

impl Judgement<'_, '_> {
    fn plain(tri: Tri) -> Self {
        Self { tri, leaf: None, named: None, at: None }
    }

    /// Nothing stands against it.
    #[must_use]
    pub fn yes() -> Self {
        Self::plain(Tri::Yes)
    }

    /// The element is about something else: no near miss.
    #[must_use]
    pub fn off_topic(&self) -> bool {
        self.tri == Tri::No && self.leaf.is_some_and(|leaf| leaf.path.topic)
    }
}

impl<'w> World<'w> {
    /// How an element's condition is read: registers counted themselves show all that ever held.
    #[must_use]
    pub fn reading(&self, element: &Element<'w>, snapshot: bool) -> Reading<'w> {
        let root = element.entry.id.as_ref();
        match element.own_day() {
            Some(day) => Reading { day, ended_too: false, root },
            None => Reading { day: self.snapshot_day(), ended_too: !snapshot && element.is_registered(), root },
        }
    }

    /// Judges a condition of an element.
    #[must_use]
    pub fn judge<'p>(&self, cond: &'p Cond, element: Element<'w>, reading: Reading<'w>) -> Judgement<'p, 'w> {
        match cond {
            Cond::All(parts) => {
                let mut worst = Judgement::plain(Tri::Yes);
                for part in parts {
                    let judged = self.judge(part, element, reading);
                    if judged.off_topic() {
                        return judged;
                    }
                    if judged.tri < worst.tri {
                        worst = judged;
                    }
                }
                worst
            }
            Cond::Any(parts) => {
                let mut best: Option<Judgement<'p, 'w>> = None;
                for part in parts {
                    let judged = self.judge(part, element, reading);
                    if judged.tri == Tri::Yes {
                        return judged;
                    }
                    if best.as_ref().is_none_or(|best| judged.tri > best.tri) {
                        best = Some(judged);
                    }
                }
                best.unwrap_or(Judgement::plain(Tri::No))
            }
            Cond::Not(part) => {
                let judged = self.judge(part, element, reading);
                Judgement { tri: judged.tri.negate(), leaf: judged.leaf.or_else(|| first_leaf(part)), ..judged }
            }
            Cond::Named(name, part) => {
                let judged = self.judge(part, element, reading);
                if judged.tri != Tri::Yes && self.is_let_through(reading.root, name) {
                    return Judgement::plain(Tri::Yes);
                }
                Judgement { named: judged.named.or(Some(name)), ..judged }
            }
            Cond::Leaf(leaf) => {
                let tri = self.test(leaf, element, reading);
                let own = Judgement { tri, leaf: Some(leaf), named: None, at: None };
                match &leaf.test {
                    Test::Where(cond) if tri != Tri::Yes => {
                        self.behind(cond, leaf, element, reading, tri).unwrap_or(own)
                    }
                    _ => own,
                }
            }
        }
    }

    /// The leaf that decides behind a reference, so that reasons name what is wrong there.
    fn behind<'p>(
        &self,
        cond: &'p Cond,
        leaf: &'p Leaf,
        element: Element<'w>,
        reading: Reading<'w>,
        tri: Tri,
    ) -> Option<Judgement<'p, 'w>> {
        let mut referred = None;
        self.walk(&leaf.path, element, reading, &mut |reached| {
            if let Reached::Element(found) = reached {
                referred = Some(found);
            }
        });
        let referred = referred?;
        let judged = self.judge(cond, referred, reading);
        let topic = leaf.path.topic || judged.off_topic();
        // A condition on the container says what the element is about as much as one of its own.
        (judged.tri == tri && judged.leaf.is_some() && (!topic || referred.entry.id == element.entry.id))
            .then(|| Judgement { at: judged.at.or(Some(referred)), ..judged })
    }

    fn test(&self, leaf: &Leaf, element: Element<'w>, reading: Reading<'w>) -> Tri {
        if is_list(leaf.path.ty) {
            return self.test_list(leaf, element, reading);
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

    fn test_one(
        &self,
        test: &Test,
        path: &Path,
        reached: Reached<'w>,
        element: Element<'w>,
        reading: Reading<'w>,
    ) -> Tri {
        match (test, &reached) {
            (Test::Exists(wanted), Reached::Absent) => return Tri::from(!wanted),
            // What lies behind a reference that leads nowhere is not known.
            (_, Reached::Dangling(_) | Reached::Unreached) => return Tri::Maybe,
            (_, Reached::Value(Value::Text(id)))
                if !self.alone && !path.to.is_empty() && self.follow(id, &path.to).is_none() =>
            {
                return Tri::Maybe;
            }
            (Test::Exists(wanted), _) => return Tri::from(*wanted),
            (_, Reached::Absent) => return Tri::Maybe,
            _ => {}
        }
        match test {
            Test::Is(operand) => self.compare(&reached, operand, element, reading, |order| order.is_eq()),
            Test::In(values) => match &reached {
                Reached::Age(least, greatest) => values
                    .iter()
                    .map(|value| match number(value) {
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
                _ => Tri::from(values.iter().any(|value| equal(&reached, value))),
            },
            Test::Compare(cmp, operand) => {
                let cmp = *cmp;
                self.compare(&reached, operand, element, reading, move |order| {
                    cmp.holds(order, std::cmp::Ordering::Equal)
                })
            }
            Test::AtOrAbove(rank, _) => match self.rank(path, &reached) {
                Some(found) => Tri::from(found >= *rank),
                None => Tri::Maybe,
            },
            Test::Where(cond) => match self.referred(path, &reached) {
                Some(referred) => self.judge(cond, referred, reading).tri,
                None => Tri::Maybe,
            },
            Test::Exists(_) | Test::Some(_) | Test::Every(_) | Test::ContainsAll(_) | Test::Size(_) => Tri::Maybe,
        }
    }

    fn test_list(&self, leaf: &Leaf, element: Element<'w>, reading: Reading<'w>) -> Tri {
        let mut lists = 0usize;
        let mut absent = Tri::No;
        let mut items: Vec<(Element<'w>, Tri)> = Vec::new();
        let mut values: Vec<&'w Value> = Vec::new();
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
            Reached::Dangling(_) | Reached::Unreached => absent = Tri::Maybe,
            _ => {}
        });
        if lists == 0 {
            return match &leaf.test {
                Test::Exists(wanted) if absent == Tri::No => Tri::from(!wanted),
                Test::Size(tests) if absent == Tri::No => {
                    Tri::from(tests.iter().all(|(cmp, size)| cmp.holds(0, *size)))
                }
                Test::Every(_) | Test::Size(_) | Test::Exists(_) => Tri::Maybe,
                _ => absent,
            };
        }
        match &leaf.test {
            Test::Exists(wanted) => Tri::from(*wanted),
            Test::Some(cond) => items
                .iter()
                .map(|(item, shows)| self.judge(cond, *item, reading).tri.min(*shows))
                .max()
                .unwrap_or(Tri::No),
            Test::Every(cond) => {
                let worst =
                    items.iter().map(|(item, shows)| self.judge(cond, *item, reading).tri.max(shows.negate())).min();
                // Of an item that may not show nothing is certain, and of none nothing at all.
                let shown = items.iter().map(|(_, shows)| *shows).max().unwrap_or(Tri::No).max(Tri::Maybe);
                worst.unwrap_or(Tri::Maybe).min(shown)
            }
            Test::ContainsAll(wanted) => Tri::from(wanted.iter().all(|value| values.contains(&value))),
            Test::Size(tests) => {
                let certain =
                    items.iter().filter(|(_, shows)| *shows == Tri::Yes).count() + values.len() + persons.len();
                let possible =
                    items.iter().filter(|(_, shows)| *shows != Tri::No).count() + values.len() + persons.len();
                let holds = |(cmp, wanted): &(Cmp, i64)| {
                    let holds = |size: usize| cmp.holds(i64::try_from(size).unwrap_or(i64::MAX), *wanted);
                    Tri::between(holds(certain), holds(possible))
                };
                tests.iter().map(holds).min().unwrap_or(Tri::Yes)
            }
            _ => Tri::Maybe,
        }
    }

    /// Whether an item of a dated list shows on the reading day.
    #[must_use]
    pub fn in_force(&self, item: &Element<'w>, reading: Reading<'w>) -> Tri {
        let fields = item.fields();
        if Field::position(fields, "from").is_none() && Field::position(fields, "to").is_none() {
            return Tri::Yes;
        }
        let from = item.named("from").and_then(Value::date);
        let to = item.named("to").and_then(Value::date).filter(|_| !reading.ended_too);
        match (from, to) {
            (_, Some(to)) if reading.day > to => Tri::No,
            (Some(from), _) => Tri::from(from <= reading.day),
            (None, None) if item.named("to").is_none() => Tri::Yes,
            (None, _) => Tri::Maybe,
        }
    }

    fn compare(
        &self,
        reached: &Reached<'w>,
        operand: &Operand,
        element: Element<'w>,
        reading: Reading<'w>,
        holds: impl Fn(std::cmp::Ordering) -> bool,
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
        match operand {
            Operand::Value(value) => match (reached, value) {
                // A partial date against a day: both ends must agree.
                (Reached::Value(Value::PartialDate(date)), Value::Date(day)) => {
                    Tri::between(holds(date.earliest.cmp(day)), holds(date.latest.cmp(day)))
                }
                _ => against(&Reached::Value(value)),
            },
            Operand::Field(path) => {
                let mut best: Option<Tri> = None;
                self.walk(path, element, reading, &mut |right| {
                    let tri = match right {
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

    fn referred(&self, _path: &Path, reached: &Reached<'w>) -> Option<Element<'w>> {
        match reached {
            Reached::Element(element) => Some(*element),
            _ => None,
        }
    }

    /// Follows a path from an element, calling `found` for every value reached.
    pub fn walk(&self, path: &Path, element: Element<'w>, reading: Reading<'w>, found: &mut dyn FnMut(Reached<'w>)) {
        self.step(&path.steps, Reached::Element(element), reading, found);
    }

    fn step(&self, steps: &[Step], here: Reached<'w>, reading: Reading<'w>, found: &mut dyn FnMut(Reached<'w>)) {
        let Some((step, rest)) = steps.split_first() else {
            // A list of items ends a path as its items, so that list tests see them.
            return match here {
                Reached::Value(Value::Items(_)) | Reached::Absent => found(Reached::Absent),
                here => found(here),
            };
        };
        match step {
            Step::Container => match here {
                Reached::Element(element) => self.step(rest, Reached::Element(element.container()), reading, found),
                _ => found(Reached::Absent),
            },
            Step::Plain => match here {
                Reached::Element(element) => match element.plain() {
                    Some(value) => self.step(rest, Reached::Value(value), reading, found),
                    None => found(Reached::Absent),
                },
                here => self.step(rest, here, reading, found),
            },
            Step::Field(field) => match here {
                Reached::Element(element) => self.field(element, *field, rest, reading, found),
                _ => found(Reached::Absent),
            },
            Step::Attribute(name) => {
                let value = match here {
                    Reached::Element(element) => {
                        let attributes = &element.entry.attributes;
                        attributes.iter().find(|(attribute, _)| attribute == name).map(|(_, value)| value)
                    }
                    _ => None,
                };
                match value {
                    Some(value) => self.step(rest, Reached::Value(value), reading, found),
                    None => found(Reached::Absent),
                }
            }
            Step::Follow(kinds) => match here {
                Reached::Value(Value::Text(id)) => match self.follow(id, kinds) {
                    Some(entry) => self.step(rest, Reached::Element(Element::whole(entry)), reading, found),
                    None => found(Reached::Dangling(id)),
                },
                _ => found(Reached::Absent),
            },
            Step::Derived(derived) => match here {
                Reached::Element(element) => match self.derive(*derived, element, reading) {
                    Reached::Absent => found(Reached::Absent),
                    Reached::Dangling(id) => found(Reached::Dangling(id)),
                    derived => self.step(rest, derived, reading, found),
                },
                _ => found(Reached::Absent),
            },
        }
    }

    fn field(
        &self,
        element: Element<'w>,
        field: u16,
        rest: &[Step],
        reading: Reading<'w>,
        found: &mut dyn FnMut(Reached<'w>),
    ) {
        match element.get(field) {
            None if rest.is_empty() => found(Reached::Absent),
            None => found(Reached::Unreached),
            Some(Value::Items(items)) => {
                for at in 0..items.len() {
                    let item = Element { entry: element.entry, place: Place::At(field, at) };
                    if rest.is_empty() {
                        found(Reached::Element(item));
                    } else if self.in_force(&item, reading) != Tri::No {
                        self.step(rest, Reached::Element(item), reading, found);
                    }
                }
            }
            Some(Value::List(values)) if !rest.is_empty() => {
                for value in values {
                    self.step(rest, Reached::Value(value), reading, found);
                }
            }
            Some(value) => self.step(rest, Reached::Value(value), reading, found),
        }
    }

    fn derive(&self, derived: Derived, element: Element<'w>, reading: Reading<'w>) -> Reached<'w> {
        match derived {
            Derived::Age(on) => {
                let day = match on {
                    AgeOn::ReadingDay => reading.day,
                    AgeOn::ServiceEnd => self.end,
                    AgeOn::AsOf => self.snapshot_day(),
                };
                match element.named("birth_date") {
                    Some(Value::PartialDate(birth)) => {
                        let (least, greatest) = Self::age(*birth, day);
                        Reached::Age(least, greatest)
                    }
                    _ => Reached::Absent,
                }
            }
            Derived::TitleKey => match element.named("title") {
                Some(Value::Text(title)) => match title_key(title) {
                    key if key.is_empty() => Reached::Absent,
                    key => Reached::Text(key.into()),
                },
                _ => Reached::Absent,
            },
            Derived::ScoreTotal => match self.score(element.entry) {
                Some(score) => Reached::Number(score),
                None => Reached::Absent,
            },
            Derived::SignaturePersons => {
                let mut persons = BTreeSet::new();
                if let Some(Value::Items(signatures)) = element.entry.get("signatures") {
                    for at in 0..signatures.len() {
                        let list = Field::position(element.entry.kind.fields, "signatures").unwrap_or_default();
                        let signature = Element { entry: element.entry, place: Place::At(list, at) };
                        persons.extend(signature.named("person").and_then(Value::text).map(AsRef::as_ref));
                    }
                }
                Reached::Persons(persons.into_iter().collect())
            }
            Derived::Home => {
                if let Some(household) = element.named("household") {
                    return Reached::Value(household);
                }
                let Some(Value::Text(person)) = element.named("person") else { return Reached::Absent };
                match self.follow(person, &[Person::INFO]) {
                    Some(person) => person.get("household").map_or(Reached::Absent, Reached::Value),
                    None => Reached::Dangling(person),
                }
            }
        }
    }
}

fn first_leaf(cond: &Cond) -> Option<&Leaf> {
    match cond {
        Cond::All(parts) | Cond::Any(parts) => parts.iter().find_map(first_leaf),
        Cond::Not(part) => first_leaf(part),
        Cond::Named(_, part) => first_leaf(part),
        Cond::Leaf(leaf) => Some(leaf),
    }
}

fn is_list(ty: Type) -> bool {
    matches!(ty, Type::List(_) | Type::Items(_))
}

/// A title without what reposts change: full width as half width, no spaces or punctuation, ASCII in lower case.
#[must_use]
pub fn title_key(title: &str) -> String {
    title
        .chars()
        .map(|c| match u32::from(c) {
            code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
            _ => c,
        })
        .filter(|c| !c.is_whitespace() && !is_punctuation(*c))
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// Western and Chinese punctuation; symbols and pictures stay, for they can tell titles apart.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(u32::from(c), 0x2000..=0x206F | 0x3001..=0x3003 | 0x3008..=0x3020 | 0x3030 | 0xFF61..=0xFF65)
        || "·«»¡¿§¶".contains(c)
}

/// A value as an exact number, if it is one.
#[must_use]
pub fn number(value: &Value) -> Option<Exact> {
    match value {
        Value::Whole(number) => Some(Exact::whole(*number)),
        Value::Amount(number) => Some(Exact::decimal(*number)),
        _ => None,
    }
}

fn reached_number(reached: &Reached<'_>) -> Option<Exact> {
    match reached {
        Reached::Value(value) => number(value),
        Reached::Number(number) => Some(*number),
        Reached::Age(least, greatest) if least == greatest => Some(Exact::whole(*least)),
        _ => None,
    }
}

fn equal(reached: &Reached<'_>, value: &Value) -> bool {
    order(reached, &Reached::Value(value)).is_some_and(std::cmp::Ordering::is_eq)
}

fn order(left: &Reached<'_>, right: &Reached<'_>) -> Option<std::cmp::Ordering> {
    if let (Some(left), Some(right)) = (reached_number(left), reached_number(right)) {
        return Some(left.cmp(&right));
    }
    let text = |reached: &Reached<'_>| -> Option<String> {
        match reached {
            Reached::Value(Value::Text(text)) => Some(text.to_string()),
            Reached::Text(text) => Some(text.to_string()),
            Reached::Element(element) if element.place == Place::Whole => Some(element.entry.id.to_string()),
            _ => None,
        }
    };
    match (left, right) {
        (Reached::Value(Value::Text(left)), Reached::Value(Value::Text(right))) => Some(left.cmp(right)),
        (Reached::Value(Value::Date(left)), Reached::Value(Value::Date(right))) => Some(left.cmp(right)),
        (Reached::Value(Value::YesNo(left)), Reached::Value(Value::YesNo(right))) => Some(left.cmp(right)),
        (Reached::Value(Value::Time(left)), Reached::Value(Value::Time(right))) => Some(left.cmp(right)),
        (Reached::Value(Value::Period(left)), Reached::Value(Value::Period(right))) => Some(left.cmp(right)),
        (left, right) => Some(text(left)?.cmp(&text(right)?)),
    }
}
