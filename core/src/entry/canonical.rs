//! The canonical text of an entry, by which ties between versions are broken.

use super::{Attributes, Constant, Entry, Item, Value};
use crate::json::{value_of, write_text};
use crate::kind::{Field, Type};
use std::fmt::Write;

impl Entry {
    /// JSON with sorted keys, no spaces and numbers without needless zeros.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut fields = item_fields(self.values(), self.kind().fields);
        fields.push(("kind", Text::Plain(self.kind().name)));
        if !self.attributes().is_empty() {
            fields.push(("attributes", Text::Attributes(self.attributes())));
        }
        let mut out = String::new();
        write_fields(fields, &mut out);
        out
    }
}

enum Text<'a> {
    Plain(&'a str),
    Value(Value<'a>, Type),
    Attributes(Attributes<'a>),
}

fn item_fields<'a>(item: Item<'a>, table: &'static [Field]) -> Vec<(&'a str, Text<'a>)> {
    item.iter()
        .filter_map(|(at, value)| table.get(usize::from(at)).map(|field| (field.name, Text::Value(value, field.ty))))
        .collect()
}

fn write_fields(mut fields: Vec<(&str, Text<'_>)>, out: &mut String) {
    fields.sort_by(|a, b| a.0.cmp(b.0));
    out.push('{');
    for (at, (name, text)) in fields.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write_text(name, out);
        out.push(':');
        match text {
            Text::Plain(word) => write_text(word, out),
            Text::Value(value, ty) => write_value(value, ty, out),
            Text::Attributes(attributes) => {
                let values = attributes.iter().map(|(name, value)| (name, Text::Value(value, Type::Text)));
                write_fields(values.collect(), out);
            }
        }
    }
    out.push('}');
}

/// A literal of a package as JSON.
pub(crate) fn constant_json(value: &Constant) -> serde_json::Value {
    let mut text = String::new();
    write_value(value.value(), Type::Text, &mut text);
    value_of(&text)
}

fn write_value(value: Value<'_>, ty: Type, out: &mut String) {
    match value {
        Value::YesNo(truth) => out.push_str(if truth { "true" } else { "false" }),
        Value::Whole(number) => out.push_str(&number.to_string()),
        Value::Amount(number) => out.push_str(&number.normalize().to_string()),
        Value::Date(date) => write_text(&date.to_string(), out),
        Value::PartialDate(date) => write_text(&date.to_string(), out),
        Value::Period(period) => write_text(&period.to_string(), out),
        Value::Time(minutes) => {
            // Writing to a string cannot fail.
            let _ = write!(out, "\"{:02}:{:02}\"", minutes / 60, minutes % 60);
        }
        Value::Text(text) => write_text(text, out),
        Value::List(values) => write_list(values.iter(), out, |value, out| write_value(value, Type::Text, out)),
        Value::Items(items) => {
            let table: &'static [Field] = match ty {
                Type::Items(fields) => fields,
                _ => &[],
            };
            write_list(items.iter(), out, |item, out| write_fields(item_fields(item, table), out));
        }
    }
}

fn write_list<T>(items: impl Iterator<Item = T>, out: &mut String, write: impl Fn(T, &mut String)) {
    out.push('[');
    for (at, item) in items.enumerate() {
        if at > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(']');
}
