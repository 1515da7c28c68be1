//! Conditions, tests and values in words, in both locales, by the labels of fields and codes.

use super::model::{Cmp, Cond, Derived, Labels, Leaf, Operand, Path, Plan, Step, Test};
use crate::entry::{Constant, Value};
use crate::kind::{Field, KindInfo, Type, fixed};

/// A condition in both locales; empty for a condition that always holds.
pub(crate) fn of_condition(
    plan: &Plan,
    kind: &'static KindInfo,
    list: Option<&'static [Field]>,
    cond: &Cond,
) -> Labels {
    let start = Place { kind, fields: list.unwrap_or(kind.fields) };
    Labels { zh: say(plan, start, cond, ZH).into(), en: say(plan, start, cond, EN).into() }
}

/// Two conditions, both of which must hold.
pub(crate) fn both(one: &Labels, other: &Labels) -> Labels {
    let join = |one: &str, other: &str, with: &Words| match (one.is_empty(), other.is_empty()) {
        (true, _) => other.into(),
        (_, true) => one.into(),
        _ => format!("{one}{}{other}", with.and).into(),
    };
    Labels { zh: join(&one.zh, &other.zh, ZH), en: join(&one.en, &other.en, EN) }
}

/// A single test in both locales, on an element of these fields.
pub(crate) fn of_leaf(plan: &Plan, kind: &'static KindInfo, fields: &'static [Field], leaf: &Leaf) -> Labels {
    let start = Place { kind, fields };
    Labels { zh: say_leaf(plan, start, leaf, ZH).into(), en: say_leaf(plan, start, leaf, EN).into() }
}

/// What a path is called in both locales.
pub(crate) fn of_path(plan: &Plan, kind: &'static KindInfo, fields: &'static [Field], path: &Path) -> Labels {
    let start = Place { kind, fields };
    Labels { zh: walk(plan, start, path, ZH).0.into(), en: walk(plan, start, path, EN).0.into() }
}

/// A value in both locales: a code by its label in a list, another value as it is.
pub(crate) fn of_value(plan: &Plan, list: &str, value: Value<'_>) -> Labels {
    Labels { zh: say_value(plan, list, value, ZH).into(), en: say_value(plan, list, value, EN).into() }
}

/// Where a path starts or has come to.
#[derive(Clone, Copy)]
struct Place {
    kind: &'static KindInfo,
    fields: &'static [Field],
}

impl Place {
    fn entry(kind: &'static KindInfo) -> Self {
        Self { kind, fields: kind.fields }
    }
}

fn say(plan: &Plan, at: Place, cond: &Cond, with: &Words) -> String {
    let joined = |parts: &[Cond], by: &str| {
        let parts = parts.iter().map(|part| say(plan, at, part, with)).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(by)
    };
    match cond {
        Cond::All(parts) => joined(parts, with.and),
        Cond::Any(parts) => {
            let parts = parts.iter().map(|part| match part {
                Cond::All(several) if several.len() > 1 => format!("({})", say(plan, at, part, with)),
                _ => say(plan, at, part, with),
            });
            format!("({})", parts.collect::<Vec<_>>().join(with.or))
        }
        Cond::Not(part) => format!("{}({})", with.not, say(plan, at, part, with)),
        Cond::Named(_, part) => say(plan, at, part, with),
        Cond::Leaf(leaf) => say_leaf(plan, at, leaf, with),
    }
}

fn say_leaf(plan: &Plan, at: Place, leaf: &Leaf, with: &Words) -> String {
    let (name, reached) = walk(plan, at, &leaf.path, with);
    let value = |value: &Constant| say_value(plan, &leaf.path.list, value.value(), with);
    let values = |values: &[Constant]| values.iter().map(value).collect::<Vec<_>>().join(with.comma);
    let operand = |operand: &Operand| match operand {
        Operand::Value(literal) => value(literal),
        Operand::AsOf => with.as_of.to_owned(),
        Operand::Field(path) => walk(plan, at, path, with).0,
    };
    match &leaf.test {
        Test::Is(wanted) => format!("{name} = {}", operand(wanted)),
        Test::In(wanted) => format!("{name}{}{}", with.one_of, values(wanted)),
        Test::Compare(cmp, wanted) => format!("{name} {} {}", sign(*cmp), operand(wanted)),
        Test::AtOrAbove(_, wanted) => format!("{name} ≥ {}", code(plan, &leaf.path.list, wanted, with)),
        Test::Exists(true) => format!("{name}{}", with.given),
        Test::Exists(false) => format!("{name}{}", with.absent),
        Test::ContainsAll(wanted) => format!("{name}{}{}", with.contains, values(wanted)),
        Test::Size(tests) => format!("{name}{}{}", with.size, say_sizes(tests, with)),
        Test::Distinct(distinct) => {
            let cond = say(plan, reached, &distinct.cond, with);
            let which = if cond.is_empty() { cond } else { format!("({cond})") };
            let of = walk(plan, reached, &distinct.of, with).0;
            format!("{name}{which}{}{of} {}", with.distinct, say_sizes(&distinct.sizes, with))
        }
        Test::Some(cond) => format!("{name}{}({})", with.some, say(plan, reached, cond, with)),
        Test::Every(cond) => format!("{name}{}({})", with.every, say(plan, reached, cond, with)),
        Test::Where(cond) => format!("{name}({})", say(plan, reached, cond, with)),
    }
}

fn say_sizes(tests: &[(Cmp, i64)], with: &Words) -> String {
    tests.iter().map(|(cmp, size)| format!("{} {size}", sign(*cmp))).collect::<Vec<_>>().join(with.and)
}

fn say_value(plan: &Plan, list: &str, value: Value<'_>, with: &Words) -> String {
    match value {
        Value::YesNo(true) => with.yes.to_owned(),
        Value::YesNo(false) => with.no.to_owned(),
        other => code(plan, list, &value_text(other), with),
    }
}

/// A path's name, and where it leads.
fn walk(plan: &Plan, start: Place, path: &Path, with: &Words) -> (String, Place) {
    let mut at = start;
    let mut names: Vec<String> = Vec::new();
    for step in &path.steps {
        match step {
            Step::Field(field) => {
                let Some(field) = at.fields.get(usize::from(*field)) else { continue };
                names.push((with.pick)(field.zh, field.en).to_owned());
                if let Type::Items(fields) = field.ty {
                    at.fields = fields;
                }
            }
            Step::Attribute(id) => {
                let declared = plan.attributes.iter().find(|attribute| attribute.id == *id);
                names.push(declared.map_or_else(
                    || id.to_string(),
                    |attribute| (with.pick)(&attribute.labels.zh, &attribute.labels.en).to_owned(),
                ));
            }
            Step::Container => {
                names.push((with.pick)(at.kind.zh, at.kind.en).to_owned());
                at = Place::entry(at.kind);
            }
            Step::Plain => {}
            Step::Follow(kinds) => {
                if let Some(kind) = kinds.first() {
                    at = Place::entry(kind);
                }
            }
            Step::Derived(derived) => names.push(derived_name(*derived, with).to_owned()),
        }
    }
    // A reference that is not followed on leads to the first of its kinds.
    if let Some(kind) = path.to.first() {
        at = Place::entry(kind);
    }
    if names.is_empty() { (with.itself.to_owned(), at) } else { (names.join(with.of), at) }
}

/// A code in words; another value as it is.
fn code(plan: &Plan, list: &str, value: &str, with: &Words) -> String {
    if let Some(entry) = plan.codes.find(list, value) {
        return (with.pick)(&entry.labels.zh, &entry.labels.en).to_owned();
    }
    let fixed = fixed::find(list).and_then(|list| list.codes.iter().find(|fixed| fixed.code == value));
    fixed.map_or_else(|| value.to_owned(), |fixed| (with.pick)(fixed.zh, fixed.en).to_owned())
}

/// A literal as packages write it.
pub(crate) fn constant_text(constant: &Constant) -> String {
    value_text(constant.value())
}

/// A value as packages write it.
pub(crate) fn value_text(value: Value<'_>) -> String {
    match value {
        Value::YesNo(truth) => truth.to_string(),
        Value::Whole(number) => number.to_string(),
        Value::Amount(number) => number.normalize().to_string(),
        Value::Date(date) => date.to_string(),
        Value::PartialDate(date) => date.to_string(),
        Value::Time(minutes) => format!("{:02}:{:02}", minutes / 60, minutes % 60),
        Value::Period(period) => period.to_string(),
        Value::Text(text) => text.to_string(),
        Value::List(values) => values.iter().map(value_text).collect::<Vec<_>>().join(" "),
        Value::Items(items) => items.len().to_string(),
    }
}

/// The words of a locale.
struct Words {
    pick: for<'a> fn(&'a str, &'a str) -> &'a str,
    and: &'static str,
    or: &'static str,
    not: &'static str,
    comma: &'static str,
    of: &'static str,
    one_of: &'static str,
    given: &'static str,
    absent: &'static str,
    contains: &'static str,
    size: &'static str,
    distinct: &'static str,
    as_of: &'static str,
    some: &'static str,
    every: &'static str,
    itself: &'static str,
    yes: &'static str,
    no: &'static str,
}

/// Chinese.
const ZH: &Words = &Words {
    pick: |zh, _| zh,
    and: "；",
    or: " 或 ",
    not: "不是",
    comma: "、",
    of: "·",
    one_of: "为其一：",
    given: "已填",
    absent: "未填",
    contains: "包含：",
    size: "项数 ",
    distinct: "中不同的",
    as_of: "评判日",
    some: "有一项",
    every: "每一项",
    itself: "本项",
    yes: "是",
    no: "否",
};

/// English.
const EN: &Words = &Words {
    pick: |_, en| en,
    and: "; ",
    or: " or ",
    not: "not ",
    comma: ", ",
    of: " · ",
    one_of: " is one of: ",
    given: " is given",
    absent: " is not given",
    contains: " contains: ",
    size: ": number of items ",
    distinct: ": different ",
    as_of: "the day of judgement",
    some: ": some item ",
    every: ": every item ",
    itself: "itself",
    yes: "yes",
    no: "no",
};

/// A comparison as a sign.
fn sign(cmp: Cmp) -> &'static str {
    match cmp {
        Cmp::AtLeast => "≥",
        Cmp::MoreThan => ">",
        Cmp::AtMost => "≤",
        Cmp::LessThan => "<",
    }
}

/// The name of a derived field.
fn derived_name(derived: Derived, with: &Words) -> &'static str {
    match derived {
        Derived::Age(_) => (with.pick)("周岁", "Age"),
        Derived::TitleKey => (with.pick)("标题（去重）", "Title, without what reposts change"),
        Derived::DonorKey => (with.pick)("捐赠方（去重）", "Donor, without what spelling changes"),
        Derived::SignaturePersons => (with.pick)("签名的人", "Persons who signed"),
        Derived::Home => (with.pick)("所在户", "Household"),
        Derived::ScoreTotal => (with.pick)("总分", "Total score"),
    }
}
