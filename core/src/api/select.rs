use crate::json::Node;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Keeps the parts of an answer that the option `select` names.
pub(super) fn by(options: &Node, answer: Value) -> Value {
    match options.get("select").and_then(Node::list) {
        Some(paths) => select(&answer, &paths.iter().filter_map(Node::text).collect::<Vec<_>>()),
        None => answer,
    }
}

/// Dotted paths: lists are mapped over, `*` stands for every key.
fn select(answer: &Value, paths: &[&str]) -> Value {
    match answer {
        Value::Array(items) => Value::Array(items.iter().map(|item| select(item, paths)).collect()),
        Value::Object(fields) => {
            let mut below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for path in paths {
                let (first, rest) = path.split_once('.').unwrap_or((path, ""));
                let rests = below.entry(first).or_default();
                if !rest.is_empty() {
                    rests.push(rest);
                }
            }
            let mut kept = Map::new();
            for (name, rests) in below {
                let everything: Vec<&String> = if name == "*" { fields.keys().collect() } else { Vec::new() };
                let named = fields.keys().filter(|key| *key == name);
                for key in named.chain(everything) {
                    let Some(field) = fields.get(key) else { continue };
                    let part = if rests.is_empty() { field.clone() } else { select(field, &rests) };
                    kept.insert(key.clone(), part);
                }
            }
            Value::Object(kept)
        }
        other => other.clone(),
    }
}
