//! FORMAT sections 1 and 7: includes, readings, and where the requirements stand.

use super::date::{day_of, service_months};
use serde_json::{Map, Value};

const LISTS: [&str; 10] = [
    "attributes",
    "conditions",
    "rules",
    "indicators",
    "obligations",
    "provider",
    "stages",
    "triggers",
    "closing",
    "readings",
];

/// The package with the documents it includes (and they include) put before its own lists.
#[must_use]
pub fn merge_includes(package: &Value, documents: &[Value]) -> Value {
    let mut order: Vec<Value> = Vec::new();
    collect(package, documents, &mut order);
    let mut merged = package.clone();
    let mut codes: Map<String, Value> = Map::new();
    for list in LISTS {
        let mut joined = Vec::new();
        for document in order.iter().chain([package]) {
            joined.extend(document[list].as_array().cloned().unwrap_or_default());
        }
        merged[list] = Value::Array(joined);
    }
    for document in order.iter().chain([package]) {
        for (name, items) in document["codes"].as_object().into_iter().flatten() {
            let joined = codes.entry(name.clone()).or_insert_with(|| Value::Array(Vec::new()));
            if let (Some(joined), Some(items)) = (joined.as_array_mut(), items.as_array()) {
                joined.extend(items.iter().cloned());
            }
        }
    }
    merged["codes"] = Value::Object(codes);
    if let Some(object) = merged.as_object_mut() {
        object.remove("include");
    }
    merged
}

fn collect(document: &Value, documents: &[Value], order: &mut Vec<Value>) {
    for id in document["include"].as_array().into_iter().flatten() {
        if order.iter().any(|known| known["id"] == *id) {
            continue;
        }
        if let Some(found) = documents.iter().find(|d| d["id"] == *id) {
            collect(found, documents, order);
            order.push(found.clone());
        }
    }
}

/// The package with the chosen (else the default) option of every reading put in.
#[must_use]
pub fn apply_readings(package: &Value, contract: &Value) -> Value {
    let mut result = package.clone();
    for reading in package["readings"].as_array().into_iter().flatten() {
        if !reading_applies(reading, contract) {
            continue;
        }
        let id = reading["id"].as_str().unwrap_or("");
        let chosen = match &contract["readings"][id] {
            Value::Null => &reading["default"],
            option => option,
        };
        for option in reading["options"].as_array().into_iter().flatten() {
            if option["id"] != *chosen {
                continue;
            }
            for (target, changes) in option["replace"].as_object().into_iter().flatten() {
                for list in LISTS {
                    if list != "readings" {
                        replace(&mut result[list], target, changes);
                    }
                }
            }
        }
    }
    result
}

fn reading_applies(reading: &Value, contract: &Value) -> bool {
    let not = &reading["when"]["service_months"]["not"];
    if !not.is_null() {
        let start = day_of(&contract["service_start"]);
        let end = day_of(&contract["service_end"]);
        if let (Some(start), Some(end)) = (start, end) {
            return service_months(start, end).map(u64::from) != not.as_u64();
        }
    }
    true
}

fn replace(value: &mut Value, target: &str, changes: &Value) {
    match value {
        Value::Array(items) => {
            for item in items {
                replace(item, target, changes);
            }
        }
        Value::Object(object) => {
            if object.get("id").and_then(Value::as_str) == Some(target) {
                for (key, new) in changes.as_object().into_iter().flatten() {
                    if new.is_null() {
                        object.remove(key);
                    } else {
                        object.insert(key.clone(), new.clone());
                    }
                }
            }
            for (_, inner) in object.iter_mut() {
                replace(inner, target, changes);
            }
        }
        _ => {}
    }
}

/// Every requirement having an id, parts too. A part carries the `each` and the
/// `window` it has from its parent.
#[must_use]
pub fn requirements(package: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    for indicator in package["indicators"].as_array().into_iter().flatten() {
        for requirement in indicator["requirements"].as_array().into_iter().flatten() {
            gather(requirement, &Value::Null, &Value::Null, &mut found);
        }
    }
    for list in ["obligations", "provider", "closing"] {
        for requirement in package[list].as_array().into_iter().flatten() {
            gather(requirement, &Value::Null, &Value::Null, &mut found);
        }
    }
    found
}

fn gather(requirement: &Value, each: &Value, window: &Value, found: &mut Vec<Value>) {
    let mut own = requirement.clone();
    if own["each"].is_null() && !each.is_null() {
        own["each"] = each.clone();
    }
    if own["window"].is_null() && !window.is_null() {
        own["window"] = window.clone();
    }
    let judged = ["measure", "all_of", "any_of"].iter().any(|key| !requirement[*key].is_null());
    if judged && requirement["id"].is_string() {
        found.push(own.clone());
    }
    for key in ["all_of", "any_of"] {
        for part in requirement[key].as_array().into_iter().flatten() {
            gather(part, &own["each"], &own["window"], found);
        }
    }
}
