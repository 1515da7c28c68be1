use super::{Limits, Node, Shape, parse};
use serde_json::{Map, Number, Value};

/// What this crate wrote is read again however large it is.
const ANY: Limits = Limits { bytes: usize::MAX, depth: usize::MAX };

/// A node as a value of an answer.
pub(crate) fn value(node: &Node) -> Value {
    match &node.shape {
        Shape::Null => Value::Null,
        Shape::Bool(truth) => Value::Bool(*truth),
        Shape::Number(digits) => digits.parse::<Number>().map_or(Value::Null, Value::Number),
        Shape::Text(text) => Value::String(text.clone()),
        Shape::List(items) => Value::Array(items.iter().map(value).collect()),
        Shape::Object(fields) => {
            let mut object = Map::new();
            for (key, field) in fields {
                object.insert(key.clone(), value(field));
            }
            Value::Object(object)
        }
    }
}

/// Canonical text, which is JSON by construction, as a value of an answer.
///
/// Not by `serde_json::from_str`: its errors alone, which can never come up, bring a module for
/// browsers a tenth of its size.
pub(crate) fn value_of(text: &str) -> Value {
    parse(text.as_bytes(), ANY).map_or(Value::Null, |node| value(&node))
}
