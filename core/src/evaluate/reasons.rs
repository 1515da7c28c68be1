//! Reasons 理由: why an element does not count.

use super::condition::{Judgement, Reached, Reading};
use super::element::Element;
use super::world::World;
use crate::entry::Value;
use crate::finding::{Code, Finding, counting};
use crate::package::model::{Cond, Labels, Leaf, Operand, Test};
use crate::package::wording;
use crate::time::Date;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

/// Why an element does not count.
#[derive(Clone, Debug)]
pub enum Reason {
    /// A correction hides it, or its id is in conflict.
    SetAside(Code, String),
    /// It breaks a rule.
    Defect(String),
    /// A condition says no, or cannot say.
    Condition(Finding),
    /// Not in force on this day.
    NotInForce(Date),
    /// A later one decides.
    NotLatest,
    /// Outside the service.
    OutsideService(String),
    /// Outside the window.
    OutsideWindow(String),
    /// Its day has not come.
    NotYet(String),
    /// Make-ups moved it, into these periods.
    Moved(String),
    /// Counted already.
    SameKey(String),
    /// A container without enough inside.
    Short(String, String),
}

impl Reason {
    fn finding(self) -> Finding {
        match self {
            Self::SetAside(code, other) if code == counting::RETRACTED => Finding::new(code).with("by", other),
            Self::SetAside(code, id) => Finding::new(code).with("id", id),
            Self::Defect(rule) => Finding::new(counting::DEFECTIVE).with("rule", rule),
            Self::Condition(finding) => finding,
            Self::NotInForce(day) => Finding::new(counting::NOT_IN_FORCE).with("day", day),
            Self::NotLatest => Finding::new(counting::NOT_LATEST),
            Self::OutsideService(day) => Finding::new(counting::OUTSIDE_SERVICE).with("day", day),
            Self::OutsideWindow(day) => Finding::new(counting::OUTSIDE_WINDOW).with("day", day),
            Self::NotYet(day) => Finding::new(counting::NOT_YET).with("day", day),
            Self::Moved(windows) => Finding::new(counting::MOVED).with("window", windows),
            Self::SameKey(first) => Finding::new(counting::SAME_KEY).with("first", first),
            Self::Short(lo, target) => Finding::new(counting::SHORT).with("lo", lo).with("target", target),
        }
    }
}

/// The reasons of a requirement, by element.
#[derive(Debug, Default)]
pub struct Reasons {
    by_element: BTreeMap<String, Finding>,
}

impl Reasons {
    /// Notes a reason; the first one stands, except that certainty takes the place of doubt.
    pub fn note(&mut self, element: &Element<'_>, reason: Reason) {
        let finding = || reason.finding().about(element.entry.id.as_ref());
        match self.by_element.entry(element.to_string()) {
            Entry::Vacant(slot) => {
                slot.insert(finding());
            }
            Entry::Occupied(mut known) if known.get().code == counting::UNDETERMINED => {
                known.insert(finding());
            }
            Entry::Occupied(_) => {}
        }
    }

    /// Notes what a condition said.
    pub fn judged<'w>(
        &mut self,
        world: &World<'w>,
        element: &Element<'w>,
        judged: &Judgement<'_, 'w>,
        reading: Reading<'w>,
    ) {
        if self.by_element.contains_key(&element.to_string()) {
            return;
        }
        let looked_at = judged.at.unwrap_or(*element);
        let field = judged.leaf.map_or("", |leaf| &leaf.path.text);
        let field =
            if judged.at.is_some() { format!("{}.{field}", looked_at.entry.kind.name) } else { field.to_owned() };
        let condition = judged.named.map_or_else(|| field.clone(), |name| format!("{name}: {field}"));
        let (plan, kind, fields) = (world.plan, looked_at.entry.kind, looked_at.fields());
        let finding = match (judged.tri, judged.leaf) {
            (super::tri::Tri::No, Some(leaf)) => {
                let what = wording::of_leaf(plan, kind, fields, leaf);
                let found = Found::of(world, leaf, looked_at, reading);
                Finding::new(counting::CONDITION_FAILED)
                    .with("needed", needed(&leaf.test))
                    .with("found", found.data)
                    .with("found_zh", found.zh)
                    .with("found_en", found.en)
                    .with("what", what.zh)
                    .with("what_en", what.en)
            }
            (_, leaf) => {
                let what = leaf.map(|leaf| wording::of_path(plan, kind, fields, &leaf.path)).unwrap_or_default();
                Finding::new(counting::UNDETERMINED).with("what", what.zh).with("what_en", what.en)
            }
        };
        self.note(element, Reason::Condition(finding.with("condition", condition)));
    }

    /// The reasons of elements that do not count, and of those that count only perhaps.
    ///
    /// All other reasons of elements that count, in another cell or for another part, are dropped.
    pub fn apart(mut self, counted: &[String]) -> (BTreeMap<String, Finding>, BTreeMap<String, Finding>) {
        let mut perhaps = BTreeMap::new();
        for id in counted {
            if self.by_element.is_empty() {
                break;
            }
            if let Some(finding) = self.by_element.remove(id).filter(|finding| finding.code == counting::UNDETERMINED) {
                perhaps.insert(id.clone(), finding);
            }
        }
        (self.by_element, perhaps)
    }

    /// Joins the reasons of another part.
    pub fn extend(&mut self, other: Self) {
        for (element, finding) in other.by_element {
            self.by_element.entry(element).or_insert(finding);
        }
    }
}

/// What a test wants, as data: `at_least 80`.
fn needed(test: &Test) -> String {
    match test {
        Test::Is(operand) => operand_text(operand),
        Test::In(values) => values.iter().map(wording::value_text).collect::<Vec<_>>().join(" | "),
        Test::Compare(cmp, operand) => format!("{} {}", cmp.name(), operand_text(operand)),
        Test::AtOrAbove(_, code) => format!("at_or_above {code}"),
        Test::Exists(wanted) => format!("exists {wanted}"),
        Test::Some(cond) => format!("some ({})", described(cond)),
        Test::Every(cond) => format!("every ({})", described(cond)),
        Test::ContainsAll(values) => {
            format!("contains_all {}", values.iter().map(wording::value_text).collect::<Vec<_>>().join(", "))
        }
        Test::Size(tests) => {
            let tests: Vec<_> = tests.iter().map(|(cmp, size)| format!("{} {size}", cmp.name())).collect();
            format!("size {}", tests.join(", "))
        }
        Test::Where(cond) => described(cond),
    }
}

/// A condition as data, in short.
fn described(cond: &Cond) -> String {
    let joined = |parts: &[Cond], by: &str| parts.iter().map(described).collect::<Vec<_>>().join(by);
    match cond {
        Cond::All(parts) => joined(parts, ", "),
        Cond::Any(parts) => joined(parts, " | "),
        Cond::Not(part) => format!("not ({})", described(part)),
        Cond::Named(name, _) => name.to_string(),
        Cond::Leaf(leaf) => format!("{} {}", leaf.path.text, needed(&leaf.test)),
    }
}

fn operand_text(operand: &Operand) -> String {
    match operand {
        Operand::Value(value) => wording::value_text(value),
        Operand::Field(path) => path.text.to_string(),
    }
}

/// What was found, as data and in words.
#[derive(Default)]
struct Found {
    data: String,
    zh: String,
    en: String,
}

impl Found {
    fn of<'w>(world: &World<'w>, leaf: &Leaf, element: Element<'w>, reading: Reading<'w>) -> Self {
        let mut found = Self::default();
        world.walk(&leaf.path, element, reading, &mut |reached| match reached {
            Reached::Absent | Reached::Unreached => {}
            Reached::Dangling(id) => found.add(&format!("{id}?"), None),
            Reached::Age(least, greatest) if least == greatest => found.add(&least.to_string(), None),
            Reached::Age(least, greatest) => found.add(&format!("{least}–{greatest}"), None),
            _ if leaf.path.personal => found.add("***", None),
            Reached::Value(Value::List(values)) => {
                values.iter().for_each(|value| found.value(world, value, &leaf.path.list));
            }
            Reached::Value(value) => found.value(world, value, &leaf.path.list),
            Reached::Text(text) => found.add(&text, None),
            Reached::Number(number) => found.add(&number.to_string(), None),
            Reached::Persons(persons) => found.add(&persons.len().to_string(), None),
            Reached::Element(item) => found.item(world, &item),
        });
        if found.data.is_empty() {
            found.add("–", Some(Labels { zh: "未填".into(), en: "not given".into() }));
        }
        found
    }

    fn value(&mut self, world: &World<'_>, value: &Value, list: &str) {
        self.add(&wording::value_text(value), Some(wording::of_value(world.plan, list, value)));
    }

    /// The codes and days of an item, without what is personal.
    fn item(&mut self, world: &World<'_>, item: &Element<'_>) {
        let whole = matches!(item.place, super::element::Place::Whole);
        let fields = item.fields().iter().filter(|field| !whole && !field.personal);
        let values: Vec<(&str, &Value)> =
            fields.filter_map(|field| Some((field.list, item.named(field.name)?))).collect();
        if values.is_empty() {
            return self.add(&item.to_string(), None);
        }
        let joined = |words: Vec<String>| words.join(" ");
        let worded = |pick: fn(Labels) -> Arc<str>| {
            let words = values.iter().map(|(list, value)| pick(wording::of_value(world.plan, list, value)).to_string());
            joined(words.collect())
        };
        let words = Labels { zh: worded(|labels| labels.zh).into(), en: worded(|labels| labels.en).into() };
        let data = joined(values.iter().map(|(_, value)| wording::value_text(value)).collect());
        self.add(&data, Some(words));
    }

    fn add(&mut self, data: &str, words: Option<Labels>) {
        let (zh, en) = words.as_ref().map_or((data, data), |words| (&*words.zh, &*words.en));
        for (all, more, between) in [(&mut self.data, data, ", "), (&mut self.zh, zh, "、"), (&mut self.en, en, ", ")]
        {
            if !all.is_empty() {
                all.push_str(between);
            }
            all.push_str(more);
        }
    }
}
