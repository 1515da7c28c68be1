use super::mask::shown;
use super::{Item, Value};
use crate::finding::{Code, Finding, entry as codes, syntax};
use crate::json::{Node, Shape};
use crate::kind::{Field, Type, fixed};
use crate::number;
use crate::package::model::Codes;
use crate::time::{Date, PartialDate, Period};
use rust_decimal::Decimal;
use std::sync::Arc;

pub(crate) const TEXT_CHARS: usize = 20_000;
pub(crate) const ID_CHARS: usize = 128;
/// What a double carries exactly, so that no program on the way changes a value.
const DIGITS: usize = 15;

/// What a value must be: a field's type, or a declared attribute's.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) ty: Type,
    pub(super) list: &'a str,
    pub(super) personal: bool,
}

/// Reads values by table and gathers every finding with its place.
pub(super) struct ValueReader<'a> {
    pub(super) codes: &'a Codes,
    pub(super) findings: Vec<Finding>,
    path: String,
}

impl<'a> ValueReader<'a> {
    pub(super) fn new(codes: &'a Codes) -> Self {
        Self { codes, findings: Vec::new(), path: String::new() }
    }

    /// Reads one step further down the path.
    pub(super) fn within<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        self.path.push('/');
        for part in key.split_inclusive(['~', '/']) {
            match (part.strip_suffix('~'), part.strip_suffix('/')) {
                (Some(before), _) => self.path.extend([before, "~0"]),
                (_, Some(before)) => self.path.extend([before, "~1"]),
                _ => self.path.push_str(part),
            }
        }
        let read = read(self);
        self.path.truncate(length);
        read
    }

    pub(super) fn report(&mut self, finding: Finding) {
        self.findings.push(finding.at(self.path.clone()));
    }

    fn refuse<T>(&mut self, code: Code) -> Option<T> {
        self.report(Finding::new(code));
        None
    }

    pub(super) fn wrong_type(&mut self, expected: &str, node: &Node) {
        self.report(Finding::new(syntax::WRONG_TYPE).with("expected", expected).with("found", node.shape_name()));
    }

    /// The fields of an object; keys in `others` are the caller's business.
    pub(super) fn item(&mut self, fields: &'static [Field], object: &[(String, Node)], others: &[&str]) -> Item {
        let mut values = Vec::with_capacity(object.len());
        for (key, node) in object {
            match Field::position(fields, key).and_then(|at| Some((at, fields.get(usize::from(at))?))) {
                Some((at, field)) if !matches!(node.shape, Shape::Null) => {
                    let wanted = Wanted { ty: field.ty, list: field.list, personal: field.personal };
                    values.extend(self.within(key, |reader| reader.value(wanted, node)).map(|value| (at, value)));
                }
                Some(_) => {}
                None if others.contains(&key.as_str()) => {}
                None => self.within(key, |reader| {
                    reader.report(Finding::new(syntax::UNKNOWN_FIELD).with("field", shown(key, false)));
                }),
            }
        }
        for field in fields.iter().filter(|field| field.required) {
            let given = object.iter().any(|(key, node)| key == field.name && !matches!(node.shape, Shape::Null));
            if !given {
                self.missing(field.name);
            }
        }
        Item::new(values)
    }

    pub(super) fn missing(&mut self, name: &str) {
        self.within(name, |reader| reader.report(Finding::new(syntax::MISSING_FIELD).with("field", name)));
    }

    /// A value that is not null.
    pub(super) fn value(&mut self, wanted: Wanted<'_>, node: &Node) -> Option<Value> {
        match wanted.ty {
            Type::YesNo => match node.shape {
                Shape::Bool(truth) => Some(Value::YesNo(truth)),
                _ => self.mistyped("boolean", node),
            },
            Type::Whole | Type::Amount => match &node.shape {
                Shape::Number(digits) => self.number(matches!(wanted.ty, Type::Whole), digits),
                _ => self.mistyped("number", node),
            },
            Type::List(inner) => {
                let wanted = Wanted { ty: *inner, ..wanted };
                self.list(node, |reader, node| reader.value(wanted, node)).map(|values| Value::List(values.into()))
            }
            Type::Items(fields) => self
                .list(node, |reader, node| match node.object() {
                    Some(object) => Some(reader.item(fields, object, &[])),
                    None => reader.mistyped("object", node),
                })
                .map(|items| Value::Items(items.into())),
            _ => match node.text() {
                Some(text) => self.text(wanted, text),
                None => self.mistyped("string", node),
            },
        }
    }

    fn mistyped<T>(&mut self, expected: &str, node: &Node) -> Option<T> {
        self.wrong_type(expected, node);
        None
    }

    fn list<T>(&mut self, node: &Node, mut read: impl FnMut(&mut Self, &Node) -> Option<T>) -> Option<Vec<T>> {
        let Some(nodes) = node.list() else { return self.mistyped("array", node) };
        let mut values = Vec::with_capacity(nodes.len());
        for (at, node) in nodes.iter().enumerate() {
            values.extend(self.within(&at.to_string(), |reader| read(reader, node)));
        }
        // Without one of its items, later findings would name the wrong places.
        (values.len() == nodes.len()).then_some(values)
    }

    fn number(&mut self, whole: bool, digits: &str) -> Option<Value> {
        let Some(number) = number::parse(digits) else { return self.refuse(syntax::INVALID_NUMBER) };
        if number < Decimal::ZERO {
            return self.refuse(syntax::BELOW_ZERO);
        }
        if whole {
            return match number::whole(number) {
                Some(whole) => Some(Value::Whole(whole)),
                None => self.refuse(syntax::NOT_WHOLE),
            };
        }
        if number.mantissa().unsigned_abs().to_string().len() > DIGITS {
            self.report(Finding::new(codes::TOO_MANY_DIGITS).with("limit", DIGITS));
            return None;
        }
        // Negative zero is zero.
        Some(Value::Amount(if number.is_zero() { Decimal::ZERO } else { number }))
    }

    fn text(&mut self, wanted: Wanted<'_>, text: &str) -> Option<Value> {
        let (value, otherwise) = match wanted.ty {
            Type::Date => (Date::parse(text).map(Value::Date), syntax::INVALID_DATE),
            Type::PartialDate => (PartialDate::parse(text).map(Value::PartialDate), codes::INVALID_PARTIAL_DATE),
            Type::Period => (Period::parse(text).map(Value::Period), syntax::INVALID_PERIOD),
            Type::Time => (minutes(text).map(Value::Time), syntax::INVALID_TIME),
            Type::Id | Type::Ref => (is_id(text).then(|| Value::Text(text.into())), syntax::INVALID_ID),
            Type::Code => return self.code(wanted, text),
            _ => return self.free_text(text),
        };
        value.or_else(|| self.refuse(otherwise))
    }

    fn free_text(&mut self, text: &str) -> Option<Value> {
        if text.is_empty() {
            return self.refuse(syntax::TEXT_EMPTY);
        }
        // Counting bytes first spares most texts the counting of characters.
        if text.len() > TEXT_CHARS && text.chars().count() > TEXT_CHARS {
            self.report(Finding::new(syntax::TEXT_TOO_LONG).with("limit", TEXT_CHARS));
            return None;
        }
        Some(Value::Text(text.into()))
    }

    fn code(&mut self, wanted: Wanted<'_>, text: &str) -> Option<Value> {
        let known: Option<Arc<str>> = match fixed::find(wanted.list) {
            Some(list) => list.has(text).then(|| text.into()),
            None => self.codes.find(wanted.list, text).map(|entry| entry.code.clone()),
        };
        if known.is_none() {
            let code = shown(text, wanted.personal);
            self.report(Finding::new(codes::UNKNOWN_CODE).with("code", code).with("list", wanted.list));
        }
        known.map(Value::Text)
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && (text.len() <= ID_CHARS || text.chars().count() <= ID_CHARS)
        && !text.chars().any(char::is_control)
}

/// Minutes since midnight of `09:30`.
fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let number = |part: &str, below: u16| {
        let is_plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u16>().ok().filter(|number| is_plain && *number < below)
    };
    Some(number(hour, 24)? * 60 + number(minute, 60)?)
}
