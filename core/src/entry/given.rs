//! Where the values of an entry come from.
//!
//! One table-driven reader admits entries, whatever holds them: a line of JSON, a row of a
//! table of columns. So the same trouble gets the same finding everywhere.

use crate::json::{self, Tree, is_same, write_text};
use crate::time::Date;
use std::borrow::Cow;

/// A value as somebody gives it, before it is known what it should be.
///
/// Implementors are handles: cheap to copy, pointing into what lives for `'g`.
pub trait Given<'g>: Copy {
    /// The items of a list, in order.
    type Items: ExactSizeIterator<Item = Self>;
    /// The fields of an object, in order, with their names. Absent fields may be left out or be [`Seen::Null`].
    type Fields: Iterator<Item = (&'g str, Self)>;

    /// What the value is.
    fn see(self) -> Seen<'g, Self>;

    /// The field of this name, if the value is an object that has it.
    fn field(self, name: &str) -> Option<Self> {
        match self.see() {
            Seen::Object(mut fields) => fields.find(|(key, _)| is_same(key, name)).map(|(_, value)| value),
            _ => None,
        }
    }
}

/// What a given value is.
#[derive(Debug)]
pub enum Seen<'g, G: Given<'g>> {
    /// Nothing; as good as absent.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number, as JSON writes it: `12`, `2.50`, `1e3`.
    Number(Cow<'g, str>),
    /// A whole number that was never text.
    Whole(i64),
    /// A text.
    Text(Cow<'g, str>),
    /// A day that was never text; as good as the text `2024-05-01`.
    Day(Date),
    /// A list.
    List(G::Items),
    /// An object.
    Object(G::Fields),
}

impl<'g, G: Given<'g>> Seen<'g, G> {
    /// The word by which messages call it, that of JSON.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) | Self::Whole(_) => "number",
            Self::Text(_) | Self::Day(_) => "string",
            Self::List(_) => "array",
            Self::Object(_) => "object",
        }
    }

    /// The text of a string.
    pub(crate) fn text(self) -> Option<Cow<'g, str>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Day(day) => Some(Cow::Owned(day.to_string())),
            _ => None,
        }
    }
}

/// Whether a field is left out; `null` does so too.
pub(crate) fn is_absent<'g>(given: impl Given<'g>, field: &str) -> bool {
    given.field(field).is_none_or(|given| matches!(given.see(), Seen::Null))
}

/// The canonical JSON text of what was given: keys sorted, no spaces, numbers as written.
pub(crate) fn given_json<'g>(given: impl Given<'g>, out: &mut String) {
    match given.see() {
        Seen::Null => out.push_str("null"),
        Seen::Bool(truth) => out.push_str(if truth { "true" } else { "false" }),
        Seen::Number(digits) => out.push_str(&digits),
        Seen::Whole(number) => out.push_str(&number.to_string()),
        Seen::Text(text) => write_text(&text, out),
        Seen::Day(day) => write_text(&day.to_string(), out),
        Seen::List(items) => {
            out.push('[');
            for (at, item) in items.enumerate() {
                if at > 0 {
                    out.push(',');
                }
                given_json(item, out);
            }
            out.push(']');
        }
        Seen::Object(fields) => {
            let mut fields: Vec<_> = fields.collect();
            fields.sort_by_key(|(key, _)| *key);
            out.push('{');
            for (at, (key, value)) in fields.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_text(key, out);
                out.push(':');
                given_json(value, out);
            }
            out.push('}');
        }
    }
}

/// A tree of JSON, whatever holds its texts.
impl<'g, T: AsRef<str>> Given<'g> for &'g Tree<T> {
    type Items = std::slice::Iter<'g, Tree<T>>;
    type Fields = JsonFields<'g, T>;

    fn see(self) -> Seen<'g, Self> {
        match &self.shape {
            json::Shape::Null => Seen::Null,
            json::Shape::Bool(truth) => Seen::Bool(*truth),
            json::Shape::Number(digits) => Seen::Number(Cow::Borrowed(digits.as_ref())),
            json::Shape::Text(text) => Seen::Text(Cow::Borrowed(text.as_ref())),
            json::Shape::List(items) => Seen::List(items.iter()),
            json::Shape::Object(fields) => Seen::Object(JsonFields(fields.iter())),
        }
    }
}

/// The fields of a JSON object.
#[derive(Clone, Debug)]
pub struct JsonFields<'g, T>(std::slice::Iter<'g, (T, Tree<T>)>);

impl<'g, T: AsRef<str>> Iterator for JsonFields<'g, T> {
    type Item = (&'g str, &'g Tree<T>);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key.as_ref(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}
