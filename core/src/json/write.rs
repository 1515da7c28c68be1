use super::{Shape, Tree};
use serde::Serialize;

/// The canonical text of an answer: keys sorted, no spaces, non-ASCII as it is.
///
/// Two answers are equal exactly when their canonical texts are.
#[must_use]
pub fn canonical(answer: &impl Serialize) -> String {
    // `serde_json::Value` keeps object keys sorted; the answers of this crate
    // hold only strings, whole numbers, booleans, lists and string-keyed maps,
    // none of which can fail to serialise.
    serde_json::to_value(answer).map(|value| value.to_string()).unwrap_or_default()
}

/// Appends the canonical text of a node: keys sorted, numbers as written.
pub fn write_node<T: AsRef<str> + Ord>(node: &Tree<T>, out: &mut String) {
    match &node.shape {
        Shape::Null => out.push_str("null"),
        Shape::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Shape::Number(digits) => out.push_str(digits.as_ref()),
        Shape::Text(text) => write_text(text.as_ref(), out),
        Shape::List(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_node(item, out);
            }
            out.push(']');
        }
        Shape::Object(fields) => {
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by(|a, b| a.0.cmp(&b.0));
            out.push('{');
            for (i, (key, value)) in sorted.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_text(key.as_ref(), out);
                out.push(':');
                write_node(value, out);
            }
            out.push('}');
        }
    }
}

/// Appends a JSON string literal.
pub fn write_text(text: &str, out: &mut String) {
    out.push_str(&serde_json::Value::from(text).to_string());
}
