//! Conditions as packages write them.

use crate::entry;
use crate::package::model::{Cmp, Cond, Operand, Test};
use serde_json::{Map, Value, json};

/// The condition in the words of the package format.
pub(super) fn json(cond: &Cond) -> Value {
    match cond {
        Cond::All(parts) => all(parts),
        Cond::Any(parts) => json!({"any": parts.iter().map(json).collect::<Vec<_>>()}),
        Cond::Not(part) => json!({"not": json(part)}),
        Cond::Named(name, _) => json!({"use": &**name}),
        Cond::Leaf(leaf) => {
            let (operator, operand) = test(&leaf.test);
            let mut test = Map::new();
            test.insert(operator, operand);
            if let Some(day) = leaf.path.age_on() {
                test.insert("on".into(), day.into());
            }
            json!({&*leaf.path.text: test})
        }
    }
}

/// All parts in one object where their keys allow it.
fn all(parts: &[Cond]) -> Value {
    let mut joined = Map::new();
    let parts: Vec<Value> = parts.iter().map(json).collect();
    for part in parts.iter().filter_map(Value::as_object) {
        if part.keys().any(|key| joined.contains_key(key)) {
            return json!({"all": parts});
        }
        for (key, value) in part {
            joined.insert(key.clone(), value.clone());
        }
    }
    Value::Object(joined)
}

fn test(test: &Test) -> (String, Value) {
    let (operator, operand) = match test {
        Test::Is(operand) => ("is", one(operand)),
        Test::In(values) => ("in", several(values)),
        Test::Compare(cmp, operand) => (cmp.name(), one(operand)),
        Test::AtOrAbove(_, code) => ("at_or_above", json!(&**code)),
        Test::Exists(wanted) => ("exists", json!(wanted)),
        Test::Some(cond) => ("some", json(cond)),
        Test::Every(cond) => ("every", json(cond)),
        Test::ContainsAll(values) => ("contains_all", several(values)),
        Test::Size(tests) => ("size", Value::Object(sizes(tests))),
        Test::Distinct(distinct) => {
            let mut parts = sizes(&distinct.sizes);
            parts.insert("of".into(), json!(&*distinct.of.text));
            if !matches!(&distinct.cond, Cond::All(parts) if parts.is_empty()) {
                parts.insert("where".into(), self::json(&distinct.cond));
            }
            ("distinct", Value::Object(parts))
        }
        Test::Where(cond) => ("where", json(cond)),
    };
    (operator.to_owned(), operand)
}

fn sizes(tests: &[(Cmp, i64)]) -> Map<String, Value> {
    let mut sizes = Map::new();
    for (cmp, size) in tests {
        sizes.insert(cmp.name().to_owned(), json!(size));
    }
    sizes
}

fn one(operand: &Operand) -> Value {
    match operand {
        Operand::AsOf => json!("$as_of"),
        Operand::Value(value) => entry::constant_json(value),
        Operand::Field(path) => json!({"field": &*path.text}),
    }
}

fn several(values: &[entry::Constant]) -> Value {
    values.iter().map(entry::constant_json).collect()
}
