//! Conditions that a record must satisfy, as data and in words.

use super::words;
use crate::entry::Value;
use crate::kind::{Field, KindInfo, Type, fixed};
use crate::package::model::{Cond, Labels, Leaf, Operand, Path, Plan, Step, Test};
use schemars::JsonSchema;
use serde::Serialize;

/// A condition of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct ConditionAnswer {
    /// The field, as packages write it; absent for `any`, `all` and `not`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// `is`, `in`, `at_least`, `at_most`, `more_than`, `less_than`, `at_or_above`, `exists`, `contains_all`,
    /// `size`, `some`, `every`, `where`, or `any`, `all`, `not` over `parts`.
    pub test: &'static str,
    /// What it is tested against; of `size`: comparison and number in turn.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// The field of the same record that it is tested against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Conditions of the item, or of the entry referred to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<ConditionAnswer>,
}

/// The conditions of a source, all of which must hold.
pub(super) fn answers(cond: &Cond) -> Vec<ConditionAnswer> {
    let mut found = Vec::new();
    flatten(cond, &mut found);
    found.sort();
    found.dedup();
    found
}

fn flatten(cond: &Cond, found: &mut Vec<ConditionAnswer>) {
    match cond {
        Cond::All(parts) => parts.iter().for_each(|part| flatten(part, found)),
        Cond::Named(_, part) => flatten(part, found),
        Cond::Leaf(leaf) => leaf_answers(leaf, found),
        Cond::Any(parts) => {
            let parts = parts.iter().map(|part| together(answers(part))).collect();
            found.push(ConditionAnswer { path: None, test: "any", values: Vec::new(), field: None, parts });
        }
        Cond::Not(part) => {
            let parts = answers(part);
            found.push(ConditionAnswer { path: None, test: "not", values: Vec::new(), field: None, parts });
        }
    }
}

fn together(mut parts: Vec<ConditionAnswer>) -> ConditionAnswer {
    match (parts.pop(), parts.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            parts.extend(last);
            ConditionAnswer { path: None, test: "all", values: Vec::new(), field: None, parts }
        }
    }
}

fn leaf_answers(leaf: &Leaf, found: &mut Vec<ConditionAnswer>) {
    let mut answer = ConditionAnswer {
        path: Some(leaf.path.text.to_string()),
        test: "is",
        values: Vec::new(),
        field: None,
        parts: Vec::new(),
    };
    match &leaf.test {
        Test::Is(operand) => answer.compare("is", operand),
        Test::Compare(cmp, operand) => answer.compare(cmp.name(), operand),
        Test::In(values) => answer.hold("in", values),
        Test::ContainsAll(values) => answer.hold("contains_all", values),
        Test::AtOrAbove(_, code) => {
            answer.test = "at_or_above";
            answer.values = vec![code.to_string()];
        }
        Test::Exists(wanted) => {
            answer.test = "exists";
            answer.values = vec![wanted.to_string()];
        }
        Test::Size(tests) => {
            answer.test = "size";
            answer.values = tests.iter().flat_map(|(cmp, size)| [cmp.name().to_owned(), size.to_string()]).collect();
        }
        Test::Some(cond) => (answer.test, answer.parts) = ("some", answers(cond)),
        Test::Every(cond) => (answer.test, answer.parts) = ("every", answers(cond)),
        // What holds of the record that holds an item is a condition of that record.
        Test::Where(cond) if matches!(leaf.path.steps.as_slice(), [Step::Container]) => {
            found.extend(answers(cond).into_iter().map(|part| part.behind(&leaf.path.text)));
            return;
        }
        Test::Where(cond) => (answer.test, answer.parts) = ("where", answers(cond)),
    }
    found.push(answer);
}

impl ConditionAnswer {
    fn compare(&mut self, test: &'static str, operand: &Operand) {
        self.test = test;
        match operand {
            Operand::Value(value) => self.values = vec![text(value)],
            Operand::Field(path) => self.field = Some(path.text.to_string()),
        }
    }

    fn hold(&mut self, test: &'static str, values: &[Value]) {
        self.test = test;
        self.values = values.iter().map(text).collect();
    }

    /// The same condition, seen through a reference.
    fn behind(mut self, prefix: &str) -> Self {
        if let Some(path) = &mut self.path {
            *path = format!("{prefix}.{path}");
        } else {
            self.parts = self.parts.into_iter().map(|part| part.behind(prefix)).collect();
        }
        self
    }

    /// The condition on the record that holds an item, when it looks at nothing else.
    pub(super) fn of_container(&self, kind: &str) -> Option<Self> {
        let path = self.path.as_ref()?.strip_prefix(kind)?.strip_prefix('.')?;
        Some(Self { path: Some(path.to_owned()), ..self.clone() })
    }

    /// Whether what satisfies this one satisfies `other` too, as far as their form shows.
    pub(super) fn implies(&self, other: &Self) -> bool {
        let narrower = || {
            self.path == other.path
                && matches!(self.test, "is" | "in")
                && other.test == "in"
                && !self.values.is_empty()
                && self.values.iter().all(|value| other.values.contains(value))
        };
        self == other || narrower()
    }
}

/// A value as packages write it.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::YesNo(truth) => truth.to_string(),
        Value::Whole(number) => number.to_string(),
        Value::Amount(number) => number.normalize().to_string(),
        Value::Date(date) => date.to_string(),
        Value::PartialDate(date) => date.to_string(),
        Value::Time(minutes) => format!("{:02}:{:02}", minutes / 60, minutes % 60),
        Value::Period(period) => period.to_string(),
        Value::Text(text) => text.to_string(),
        Value::List(values) => values.iter().map(self::text).collect::<Vec<_>>().join(" "),
        Value::Items(items) => items.len().to_string(),
    }
}

/// A condition in both locales; empty for a condition that always holds.
pub(super) fn in_words(plan: &Plan, kind: &'static KindInfo, list: Option<&'static [Field]>, cond: &Cond) -> Labels {
    let start = Place { kind, fields: list.unwrap_or(kind.fields) };
    Labels { zh: say(plan, start, cond, words::ZH).into(), en: say(plan, start, cond, words::EN).into() }
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

fn say(plan: &Plan, at: Place, cond: &Cond, with: &words::Words) -> String {
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

fn say_leaf(plan: &Plan, at: Place, leaf: &Leaf, with: &words::Words) -> String {
    let (name, reached) = walk(plan, at, &leaf.path, with);
    let value = |value: &Value| match value {
        Value::YesNo(true) => with.yes.to_owned(),
        Value::YesNo(false) => with.no.to_owned(),
        other => code(plan, &leaf.path, &text(other), with),
    };
    let values = |values: &[Value]| values.iter().map(value).collect::<Vec<_>>().join(with.comma);
    let operand = |operand: &Operand| match operand {
        Operand::Value(literal) => value(literal),
        Operand::Field(path) => walk(plan, at, path, with).0,
    };
    match &leaf.test {
        Test::Is(wanted) => format!("{name} = {}", operand(wanted)),
        Test::In(wanted) => format!("{name}{}{}", with.one_of, values(wanted)),
        Test::Compare(cmp, wanted) => format!("{name} {} {}", words::sign(*cmp), operand(wanted)),
        Test::AtOrAbove(_, wanted) => format!("{name} ≥ {}", code(plan, &leaf.path, wanted, with)),
        Test::Exists(true) => format!("{name}{}", with.given),
        Test::Exists(false) => format!("{name}{}", with.absent),
        Test::ContainsAll(wanted) => format!("{name}{}{}", with.contains, values(wanted)),
        Test::Size(tests) => {
            let tests: Vec<String> = tests.iter().map(|(cmp, size)| format!("{} {size}", words::sign(*cmp))).collect();
            format!("{name}{}{}", with.size, tests.join(with.and))
        }
        Test::Some(cond) => format!("{name}{}({})", with.some, say(plan, reached, cond, with)),
        Test::Every(cond) => format!("{name}{}({})", with.every, say(plan, reached, cond, with)),
        Test::Where(cond) => format!("{name}({})", say(plan, reached, cond, with)),
    }
}

/// A path's name, and where it leads.
fn walk(plan: &Plan, start: Place, path: &Path, with: &words::Words) -> (String, Place) {
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
            Step::Derived(derived) => names.push(words::derived(*derived, with).to_owned()),
        }
    }
    // A reference that is not followed on leads to the first of its kinds.
    if let Some(kind) = path.to.first() {
        at = Place::entry(kind);
    }
    if names.is_empty() { (with.itself.to_owned(), at) } else { (names.join(with.of), at) }
}

/// A code in words; another value as it is.
fn code(plan: &Plan, path: &Path, value: &str, with: &words::Words) -> String {
    if let Some(entry) = plan.codes.find(&path.list, value) {
        return (with.pick)(&entry.labels.zh, &entry.labels.en).to_owned();
    }
    let fixed = fixed::find(&path.list).and_then(|list| list.codes.iter().find(|fixed| fixed.code == value));
    fixed.map_or_else(|| value.to_owned(), |fixed| (with.pick)(fixed.zh, fixed.en).to_owned())
}
