use super::{Shape, Tree};
use serde::Serialize;
use serde_json::Value;

/// The canonical text of an answer: keys sorted, no spaces, non-ASCII as it is.
///
/// Two answers are equal exactly when their canonical texts are.
#[must_use]
pub fn canonical(answer: &impl Serialize) -> String {
    // The answers of this crate hold only strings, whole numbers, booleans, lists and
    // string-keyed maps, none of which can fail to serialise.
    serde_json::to_value(answer).map(|value| value_text(&value)).unwrap_or_default()
}

/// The same of an answer that is a value already.
pub(crate) fn value_text(value: &Value) -> String {
    let mut out = String::new();
    write_value(value, &mut out);
    out
}

fn write_value(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::String(text) => write_text(text, out),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_value(item, out);
            }
            out.push(']');
        }
        // `serde_json` keeps the keys of objects sorted.
        Value::Object(fields) => {
            out.push('{');
            for (i, (key, value)) in fields.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_text(key, out);
                out.push(':');
                write_value(value, out);
            }
            out.push('}');
        }
    }
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
    out.push('"');
    let mut rest = text;
    while let Some((plain, byte, after)) = up_to_special(rest) {
        out.push_str(plain);
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            0x08 => out.push_str("\\b"),
            0x0c => out.push_str("\\f"),
            _ => {
                out.push_str("\\u00");
                out.extend([byte >> 4, byte & 15].iter().filter_map(|digit| char::from_digit((*digit).into(), 16)));
            }
        }
        rest = after;
    }
    out.push_str(rest);
    out.push('"');
}

/// What stands before the first byte that needs an escape, that byte, and what follows.
fn up_to_special(text: &str) -> Option<(&str, u8, &str)> {
    let at = text.bytes().position(|byte| byte < 0x20 || matches!(byte, b'"' | b'\\'))?;
    let (plain, rest) = text.split_at_checked(at)?;
    let (special, after) = rest.split_at_checked(1)?;
    Some((plain, *special.as_bytes().first()?, after))
}

#[cfg(test)]
mod tests {
    use super::write_text;

    #[test]
    fn texts_are_escaped_as_little_as_json_allows() {
        let mut out = String::new();
        write_text("a\"b\\c/\n\r\t\u{8}\u{c}\u{1}\u{1f}\u{7f}é台账", &mut out);
        assert_eq!(out, "\"a\\\"b\\\\c/\\n\\r\\t\\b\\f\\u0001\\u001f\u{7f}é台账\"");
    }
}
