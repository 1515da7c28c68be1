//! Reasons 理由: why an element does not count.

use super::condition::Judgement;
use super::element::{Element, Place};
use super::gallop::count_before;
use super::names::sort_by_name;
use super::tri::Tri;
use super::walk::{Reached, Reading};
use super::world::World;
use crate::entry::Value;
use crate::finding::{Code, Finding, counting};
use crate::package::model::{Cmp, Cond, Labels, Leaf, Operand, Test};
use crate::package::wording;
use crate::sorted::Map;
use crate::time::{Date, Period};
use std::sync::Arc;

/// Why an element does not count.
#[derive(Clone, Debug)]
pub enum Reason<'w> {
    /// A correction hides it, or its id is in conflict.
    SetAside(Code, &'w str),
    /// It breaks a rule.
    Defect(&'w str),
    /// A condition says no, or cannot say.
    Condition(Judgement<'w, 'w>, Reading<'w>),
    /// Not in force on this day.
    NotInForce(Date),
    /// A later one decides.
    NotLatest,
    /// Outside the service.
    OutsideService(Option<Date>),
    /// Outside the window.
    OutsideWindow(Option<Date>),
    /// Outside the window: a period.
    OtherPeriod(Period),
    /// Its day has not come.
    NotYet(Date),
    /// Make-ups moved it, into these periods.
    Moved(String),
    /// Counted already.
    SameKey(Element<'w>),
    /// A container without enough inside.
    Short(String, String),
}

impl<'w> Reason<'w> {
    fn finding(&self, world: &World<'w>, element: &Element<'w>) -> Finding {
        let day = |day: &Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let finding = match self {
            Self::SetAside(code, other) if *code == counting::RETRACTED => Finding::new(*code).with("by", other),
            Self::SetAside(code, id) => Finding::new(*code).with("id", id),
            Self::Defect(rule) => Finding::new(counting::DEFECTIVE).with("rule", rule),
            Self::Condition(judged, reading) => of_condition(world, element, judged, *reading),
            Self::NotInForce(day) => Finding::new(counting::NOT_IN_FORCE).with("day", day),
            Self::NotLatest => Finding::new(counting::NOT_LATEST),
            Self::OutsideService(on) => Finding::new(counting::OUTSIDE_SERVICE).with("day", day(on)),
            Self::OutsideWindow(on) => Finding::new(counting::OUTSIDE_WINDOW).with("day", day(on)),
            Self::OtherPeriod(period) => Finding::new(counting::OUTSIDE_WINDOW).with("day", period),
            Self::NotYet(day) => Finding::new(counting::NOT_YET).with("day", day),
            Self::Moved(windows) => Finding::new(counting::MOVED).with("window", windows),
            Self::SameKey(first) => Finding::new(counting::SAME_KEY).with("first", first),
            Self::Short(lo, target) => Finding::new(counting::SHORT).with("lo", lo).with("target", target),
        };
        finding.about(element.entry.id())
    }
}

/// The reasons of a requirement, in the order in which they were noted.
///
/// They are put into words only for an answer that shows them.
#[derive(Debug)]
pub struct Reasons<'w> {
    wanted: bool,
    noted: Vec<(Element<'w>, Reason<'w>)>,
}

impl<'w> Reasons<'w> {
    /// To be shown.
    pub fn wanted() -> Self {
        Self { wanted: true, noted: Vec::new() }
    }

    /// To be dropped at once.
    pub fn unwanted() -> Self {
        Self { wanted: false, noted: Vec::new() }
    }

    /// Whether they are shown, so that it pays to find them.
    pub fn are_wanted(&self) -> bool {
        self.wanted
    }

    /// Notes a reason.
    pub fn note(&mut self, element: &Element<'w>, reason: Reason<'w>) {
        if self.wanted {
            self.noted.push((*element, reason));
        }
    }

    /// What a condition says, and where reasons are wanted and it does not say yes, what decided it.
    pub fn judge(
        &self,
        world: &World<'w>,
        cond: &'w Cond,
        element: Element<'w>,
        reading: Reading<'w>,
    ) -> (Tri, Option<Judgement<'w, 'w>>) {
        let tri = world.tri(cond, element, reading);
        let is_asked = self.wanted && tri != Tri::Yes;
        (tri, is_asked.then(|| world.judge(cond, element, reading)))
    }

    /// Notes what decided a condition.
    pub fn note_judged(&mut self, element: &Element<'w>, judged: Option<Judgement<'w, 'w>>, reading: Reading<'w>) {
        if let Some(judged) = judged {
            self.note(element, Reason::Condition(judged, reading));
        }
    }

    /// All that others noted.
    pub fn extend(&mut self, others: &Self) {
        if self.wanted {
            self.noted.extend_from_slice(&others.noted);
        }
    }

    /// The reasons of elements that do not count, and of those that count only perhaps.
    ///
    /// Of an element the first reason stands, except that certainty takes the place of doubt.
    /// All other reasons of elements that count, in another cell or for another part, are dropped,
    /// and those of entries that count by their items.
    pub fn apart(self, world: &World<'w>, counted: &[Element<'w>]) -> (Map<String, Finding>, Map<String, Finding>) {
        let mut noted: Vec<&(Element<'w>, Reason<'w>)> = self.noted.iter().collect();
        // Those of one element stay in the order in which they were noted.
        sort_by_name(&mut noted, |(element, _)| *element);
        let by_items = if noted.is_empty() { Vec::new() } else { holders(counted) };
        let (mut not_counted, mut perhaps) = (Vec::new(), Vec::new());
        let mut rest = counted;
        for noted in noted.chunk_by(|(a, _), (b, _)| a.by_name(b).is_eq()) {
            let [(element, _), ..] = noted else { continue };
            rest = rest.get(count_before(rest, |known| known.by_name(element).is_lt())..).unwrap_or_default();
            if rest.first().is_some_and(|known| known.by_name(element).is_eq()) {
                let finding = standing(world, noted).filter(|finding| finding.code == counting::UNDETERMINED);
                perhaps.extend(finding.map(|finding| (element.to_string(), finding)));
            } else if element.place != Place::Whole || by_items.binary_search(&element.entry.id()).is_err() {
                not_counted.extend(standing(world, noted).map(|finding| (element.to_string(), finding)));
            }
        }
        (Map::of_sorted(not_counted), Map::of_sorted(perhaps))
    }
}

/// The ids of entries that count by their items: as a whole they were looked at for an alternative only.
fn holders<'w>(counted: &[Element<'w>]) -> Vec<&'w str> {
    let items = counted.iter().filter(|element| element.place != Place::Whole);
    let mut holders: Vec<&str> = items.map(|element| element.entry.id()).collect();
    holders.sort_unstable();
    holders.dedup();
    holders
}

/// The reason that stands of those noted for an element.
fn standing<'w>(world: &World<'w>, noted: &[&(Element<'w>, Reason<'w>)]) -> Option<Finding> {
    let (&&(element, ref first), others) = noted.split_first()?;
    let mut standing = first.finding(world, &element);
    for (element, reason) in others {
        // Another condition says nothing more.
        if standing.code == counting::UNDETERMINED && !matches!(reason, Reason::Condition(..)) {
            standing = reason.finding(world, element);
        }
    }
    Some(standing)
}

/// What a condition said.
fn of_condition<'w>(
    world: &World<'w>,
    element: &Element<'w>,
    judged: &Judgement<'_, 'w>,
    reading: Reading<'w>,
) -> Finding {
    let looked_at = judged.at.unwrap_or(*element);
    let field = judged.leaf.map_or("", |leaf| &leaf.path.text);
    let field = if judged.at.is_some() { format!("{}.{field}", looked_at.entry.kind().name) } else { field.to_owned() };
    let condition = judged.named.map_or_else(|| field.clone(), |name| format!("{name}: {field}"));
    let (plan, kind, fields) = (world.plan, looked_at.entry.kind(), looked_at.fields());
    if let Some((id, register)) = judged.unlisted {
        let finding = Finding::new(counting::UNLISTED).with("condition", condition).with("id", id);
        return finding.with("register", register.zh).with("register_en", register.en);
    }
    let finding = match (judged.tri, judged.leaf) {
        (Tri::No, Some(leaf)) => {
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
    finding.with("condition", condition)
}

/// What a test wants, as data: `at_least 80`.
fn needed(test: &Test) -> String {
    match test {
        Test::Is(operand) => operand_text(operand),
        Test::In(values) => values.iter().map(wording::constant_text).collect::<Vec<_>>().join(" | "),
        Test::Compare(cmp, operand) => format!("{} {}", cmp.name(), operand_text(operand)),
        Test::AtOrAbove(_, code) => format!("at_or_above {code}"),
        Test::Exists(wanted) => format!("exists {wanted}"),
        Test::Some(cond) => format!("some ({})", described(cond)),
        Test::Every(cond) => format!("every ({})", described(cond)),
        Test::ContainsAll(values) => {
            format!("contains_all {}", values.iter().map(wording::constant_text).collect::<Vec<_>>().join(", "))
        }
        Test::Size(tests) => format!("size {}", sizes_text(tests)),
        Test::Distinct(distinct) => {
            let of = &distinct.of.text;
            format!("distinct {of} ({}) {}", described(&distinct.cond), sizes_text(&distinct.sizes))
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

fn sizes_text(tests: &[(Cmp, i64)]) -> String {
    tests.iter().map(|(cmp, size)| format!("{} {size}", cmp.name())).collect::<Vec<_>>().join(", ")
}

fn operand_text(operand: &Operand) -> String {
    match operand {
        Operand::AsOf => "$as_of".to_owned(),
        Operand::Value(value) => wording::constant_text(value),
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
            Reached::Dangling(id) | Reached::Unlisted(id, _) => found.add(&format!("{id}?"), None),
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

    fn value(&mut self, world: &World<'_>, value: Value<'_>, list: &str) {
        self.add(&wording::value_text(value), Some(wording::of_value(world.plan, list, value)));
    }

    /// The codes and days of an item, without what is personal.
    fn item(&mut self, world: &World<'_>, item: &Element<'_>) {
        let whole = matches!(item.place, Place::Whole);
        let fields = item.fields().iter().filter(|field| !whole && !field.personal);
        let values: Vec<(&str, Value<'_>)> =
            fields.filter_map(|field| Some((field.list, item.named(field.name)?))).collect();
        if values.is_empty() {
            return self.add(&item.to_string(), None);
        }
        let joined = |words: Vec<String>| words.join(" ");
        let worded = |pick: fn(Labels) -> Arc<str>| {
            let words =
                values.iter().map(|(list, value)| pick(wording::of_value(world.plan, list, *value)).to_string());
            joined(words.collect())
        };
        let words = Labels { zh: worded(|labels| labels.zh).into(), en: worded(|labels| labels.en).into() };
        let data = joined(values.iter().map(|(_, value)| wording::value_text(*value)).collect());
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
