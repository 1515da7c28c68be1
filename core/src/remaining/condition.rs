//! Conditions that a record must satisfy, as data.

use crate::entry::Constant;
use crate::kind::Field;
use crate::package::model::{Cond, Leaf, Operand, Path, Step, Test};
use crate::package::wording::constant_text as text;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// A condition of a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct ConditionAnswer {
    /// The field, as packages write it; absent for `any`, `all` and `not`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// `is`, `in`, `at_least`, `at_most`, `more_than`, `less_than`, `at_or_above`, `exists`, `contains_all`,
    /// `size`, `distinct`, `some`, `every`, `where`, or `any`, `all`, `not` over `parts`.
    pub test: &'static str,
    /// What it is tested against, `$as_of` for the day of judgement; of `size`: comparison and number
    /// in turn, of `distinct` after the field whose different values are counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// The day on which an age is taken: `service_start`, `service_end` or `as_of`; absent = the day of the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<&'static str>,
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
            found.push(ConditionAnswer::of("any", parts.iter().map(|part| together(answers(part))).collect()));
        }
        Cond::Not(part) => found.push(ConditionAnswer::of("not", answers(part))),
    }
}

fn together(mut parts: Vec<ConditionAnswer>) -> ConditionAnswer {
    match (parts.pop(), parts.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            parts.extend(last);
            ConditionAnswer::of("all", parts)
        }
    }
}

/// A test of an element's own field.
pub(super) fn of_field(field: &'static Field, at: u16, test: Test) -> Cond {
    let path = Path {
        text: field.name.into(),
        steps: vec![Step::Field(at)],
        ty: field.ty,
        list: Arc::default(),
        to: Vec::new(),
        personal: field.personal,
        topic: field.topic,
    };
    Cond::Leaf(Leaf { path, test })
}

/// What one test asks.
pub(super) fn of_leaf(leaf: &Leaf) -> Vec<ConditionAnswer> {
    let mut found = Vec::new();
    leaf_answers(leaf, &mut found);
    found
}

fn leaf_answers(leaf: &Leaf, found: &mut Vec<ConditionAnswer>) {
    let path = Some(leaf.path.text.to_string());
    let mut answer = ConditionAnswer { path, on: leaf.path.age_on(), ..ConditionAnswer::of("is", Vec::new()) };
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
        Test::Distinct(distinct) => {
            answer.test = "distinct";
            answer.values = vec![distinct.of.text.to_string()];
            let sizes = distinct.sizes.iter().flat_map(|(cmp, size)| [cmp.name().to_owned(), size.to_string()]);
            answer.values.extend(sizes);
            answer.parts = answers(&distinct.cond);
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
    /// What joins other conditions.
    pub(super) fn of(test: &'static str, parts: Vec<Self>) -> Self {
        Self { path: None, test, values: Vec::new(), on: None, field: None, parts }
    }

    fn compare(&mut self, test: &'static str, operand: &Operand) {
        self.test = test;
        match operand {
            Operand::Value(value) => self.values = vec![text(value)],
            Operand::AsOf => self.values = vec!["$as_of".to_owned()],
            Operand::Field(path) => self.field = Some(path.text.to_string()),
        }
    }

    fn hold(&mut self, test: &'static str, values: &[Constant]) {
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

    /// Whether nothing can satisfy both, as far as their form shows: two values of one field.
    pub(super) fn excludes(&self, other: &Self) -> bool {
        let closed = |one: &Self| matches!(one.test, "is" | "in") && !one.values.is_empty();
        (&self.path, self.on) == (&other.path, other.on)
            && closed(self)
            && closed(other)
            && !self.values.iter().any(|value| other.values.contains(value))
    }

    /// The condition on the record that holds an item, when it looks at nothing else.
    pub(super) fn of_container(&self, kind: &str) -> Option<Self> {
        let path = self.path.as_ref()?.strip_prefix(kind)?.strip_prefix('.')?;
        Some(Self { path: Some(path.to_owned()), ..self.clone() })
    }

    /// Whether what satisfies this one satisfies `other` too, as far as their form shows.
    pub(super) fn implies(&self, other: &Self) -> bool {
        let narrower = || {
            (&self.path, self.on) == (&other.path, other.on)
                && matches!(self.test, "is" | "in")
                && other.test == "in"
                && !self.values.is_empty()
                && self.values.iter().all(|value| other.values.contains(value))
        };
        self == other || narrower()
    }
}
