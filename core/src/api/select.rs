use crate::json::{Borrowed, Tree};
use serde_json::{Map, Value};

/// Keeps the parts of an answer that the option `select` names.
pub(super) fn by(options: &Borrowed<'_>, answer: Value) -> Value {
    match options.get("select").and_then(Tree::list) {
        Some(paths) => select(&answer, &paths.iter().filter_map(Tree::text).collect::<Vec<_>>()),
        None => answer,
    }
}

/// Dotted paths: lists are mapped over, `*` stands for every key.
fn select(answer: &Value, paths: &[&str]) -> Value {
    match answer {
        Value::Array(items) => Value::Array(items.iter().map(|item| select(item, paths)).collect()),
        Value::Object(fields) => {
            let mut kept = Map::new();
            for (key, field) in fields {
                let named = below(paths, key);
                let rests = if named.is_empty() { below(paths, "*") } else { named };
                if rests.is_empty() {
                    continue;
                }
                let rests: Vec<&str> = rests.into_iter().filter(|rest| !rest.is_empty()).collect();
                let part = if rests.is_empty() { field.clone() } else { select(field, &rests) };
                kept.insert(key.clone(), part);
            }
            Value::Object(kept)
        }
        other => other.clone(),
    }
}

/// What the paths that begin with a key go on to; empty text where they end with it.
fn below<'p>(paths: &[&'p str], key: &str) -> Vec<&'p str> {
    let rest = |path: &&'p str| {
        let (first, rest) = path.split_once('.').unwrap_or((path, ""));
        (first == key).then_some(rest)
    };
    paths.iter().filter_map(rest).collect()
}
