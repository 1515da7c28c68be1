//! Shapes: what objects of the spec format may hold, as tables.
//!
//! From one table come the check of a document (all problems at once) and its JSON Schema.

use crate::finding::{Finding, syntax};
use crate::json::{Node, Shape as Json};
use crate::time::Date;
use serde_json::{Map, Value, json};

/// What may stand somewhere in a document.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// Any text that is not empty.
    Text,
    /// An id.
    Id,
    /// A whole number, not below zero.
    Whole,
    /// A number.
    Number,
    /// True or false.
    YesNo,
    /// A day.
    Date,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list.
    List(&'static Part),
    /// A list with at least one item.
    Some(&'static Part),
    /// An object with free keys.
    Map(&'static Part),
    /// An object of a shape.
    Object(fn() -> &'static Shape),
    /// A condition tree.
    Condition,
    /// A literal operand, checked where its type is known.
    Literal,
    /// Anything, checked where it is used.
    Any,
    /// One of several, told apart by their JSON type or by a key.
    Either(&'static [Part]),
}

/// An object of the format.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the schema.
    pub name: &'static str,
    /// What it stands for.
    pub doc: &'static str,
    /// Its fields.
    pub fields: &'static [Slot],
    /// Of each of these groups exactly one key must be given.
    pub one_of: &'static [&'static [&'static str]],
}

/// A field of an object.
#[derive(Debug)]
pub struct Slot {
    /// The key.
    pub name: &'static str,
    /// What stands there.
    pub part: Part,
    /// Whether it must be given.
    pub required: bool,
}

/// A field that must be given.
pub const fn must(name: &'static str, part: Part) -> Slot {
    Slot { name, part, required: true }
}

/// A field that may be given.
pub const fn may(name: &'static str, part: Part) -> Slot {
    Slot { name, part, required: false }
}

/// Findings with the byte offset of what they are about.
pub type Faults = Vec<(usize, Finding)>;

/// Checks a node against a part, noting every problem.
pub fn check(node: &Node, part: Part, faults: &mut Faults) {
    match part {
        Part::Text => {
            if let Some(text) = wanted(node, node.text(), "string", faults)
                && text.is_empty()
            {
                faults.push((node.at, Finding::new(syntax::TEXT_EMPTY)));
            }
        }
        Part::Id => {
            if let Some(text) = wanted(node, node.text(), "string", faults)
                && (text.is_empty() || text.chars().count() > 128 || text.chars().any(char::is_control))
            {
                faults.push((node.at, Finding::new(syntax::INVALID_ID)));
            }
        }
        Part::Whole | Part::Number => check_number(node, part, faults),
        Part::YesNo => {
            let truth = matches!(node.shape, Json::Bool(_)).then_some(());
            wanted(node, truth, "boolean", faults);
        }
        Part::Date => {
            if let Some(text) = wanted(node, node.text(), "string", faults)
                && Date::parse(text).is_none()
            {
                faults.push((node.at, Finding::new(syntax::INVALID_DATE)));
            }
        }
        Part::Word(words) => {
            if let Some(text) = wanted(node, node.text(), "string", faults)
                && !words.contains(&text)
            {
                faults.push((
                    node.at,
                    Finding::new(syntax::UNKNOWN_WORD).with("word", text).with("known", words.join(", ")),
                ));
            }
        }
        Part::List(item) | Part::Some(item) => {
            let items = wanted(node, node.list(), "array", faults).unwrap_or_default();
            if items.is_empty() && matches!((part, &node.shape), (Part::Some(_), Json::List(_))) {
                faults.push((node.at, Finding::new(syntax::LIST_EMPTY)));
            }
            items.iter().for_each(|node| check(node, *item, faults));
        }
        Part::Map(item) => {
            let fields = wanted(node, node.object(), "object", faults).unwrap_or_default();
            fields.iter().for_each(|(_, node)| check(node, *item, faults));
        }
        Part::Object(shape) => check_object(node, shape(), faults),
        Part::Condition => {
            wanted(node, node.object(), "object", faults);
        }
        Part::Literal => {
            if matches!(node.shape, Json::Null) {
                wanted::<()>(node, None, "value", faults);
            }
        }
        Part::Any => {}
        Part::Either(parts) => match parts.iter().find(|part| fits(node, **part)) {
            Some(part) => check(node, *part, faults),
            None => {
                let names: Vec<&str> = parts.iter().map(|part| json_type(*part)).collect();
                wanted::<()>(node, None, &names.join(" | "), faults);
            }
        },
    }
}

fn check_number(node: &Node, part: Part, faults: &mut Faults) {
    let digits = match &node.shape {
        Json::Number(digits) => Some(digits),
        _ => None,
    };
    let Some(digits) = wanted(node, digits, "number", faults) else { return };
    let Some(number) = crate::number::parse(digits) else {
        faults.push((node.at, Finding::new(syntax::INVALID_NUMBER)));
        return;
    };
    if matches!(part, Part::Whole) {
        match crate::number::whole(number) {
            None => faults.push((node.at, Finding::new(syntax::NOT_WHOLE))),
            Some(whole) if whole < 0 => faults.push((node.at, Finding::new(syntax::BELOW_ZERO))),
            Some(_) => {}
        }
    }
}

fn check_object(node: &Node, shape: &'static Shape, faults: &mut Faults) {
    let Some(fields) = wanted(node, node.object(), "object", faults) else { return };
    for (key, value) in fields {
        match shape.fields.iter().find(|slot| slot.name == key) {
            Some(slot) => check(value, slot.part, faults),
            None => faults.push((value.at, Finding::new(syntax::UNKNOWN_FIELD).with("field", key))),
        }
    }
    for slot in shape.fields.iter().filter(|slot| slot.required && node.get(slot.name).is_none()) {
        faults.push((node.at, Finding::new(syntax::MISSING_FIELD).with("field", slot.name)));
    }
    for group in shape.one_of {
        let given = group.iter().filter(|key| node.get(key).is_some()).count();
        if given != 1 {
            faults.push((node.at, Finding::new(syntax::EXACTLY_ONE_OF).with("keys", group.join(", "))));
        }
    }
}

fn wanted<T>(node: &Node, found: Option<T>, expected: &str, faults: &mut Faults) -> Option<T> {
    if found.is_none() {
        let finding = Finding::new(syntax::WRONG_TYPE).with("expected", expected).with("found", node.shape_name());
        faults.push((node.at, finding));
    }
    found
}

/// Whether a node is of a part's JSON type and, for objects, has one of the keys that tell it apart.
fn fits(node: &Node, part: Part) -> bool {
    match (&node.shape, part) {
        (Json::Object(fields), Part::Object(shape)) => {
            let shape = shape();
            let telling: Vec<&str> = match shape.one_of {
                [group, ..] => group.to_vec(),
                [] => shape.fields.iter().filter(|slot| slot.required).map(|slot| slot.name).collect(),
            };
            telling.is_empty() || fields.iter().any(|(key, _)| telling.contains(&key.as_str()))
        }
        (Json::Text(text), Part::Word(words)) => words.contains(&text.as_str()),
        _ => node.shape_name() == json_type(part) || matches!(part, Part::Literal | Part::Any),
    }
}

fn json_type(part: Part) -> &'static str {
    match part {
        Part::Text | Part::Id | Part::Date | Part::Word(_) => "string",
        Part::Whole | Part::Number => "number",
        Part::YesNo => "boolean",
        Part::List(_) | Part::Some(_) => "array",
        Part::Map(_) | Part::Object(_) | Part::Condition => "object",
        Part::Literal | Part::Any | Part::Either(_) => "value",
    }
}

/// The JSON Schema of a shape; shapes that it uses stand under `$defs`.
#[must_use]
pub fn schema(root: &'static Shape, title: &str) -> Value {
    let mut definitions = Map::new();
    let mut schema = object_schema(root, &mut definitions);
    if let Value::Object(fields) = &mut schema {
        fields.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        fields.insert("title".into(), json!(title));
        fields.insert("$defs".into(), Value::Object(definitions));
    }
    schema
}

fn object_schema(shape: &'static Shape, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for slot in shape.fields {
        properties.insert(slot.name.into(), part_schema(slot.part, definitions));
    }
    let required: Vec<&str> = shape.fields.iter().filter(|slot| slot.required).map(|slot| slot.name).collect();
    let mut schema = json!({
        "type": "object", "description": shape.doc, "properties": properties, "additionalProperties": false,
    });
    let groups: Vec<Value> = shape
        .one_of
        .iter()
        .map(|group| json!({"oneOf": group.iter().map(|key| json!({"required": [key]})).collect::<Vec<_>>()}))
        .collect();
    if let Value::Object(fields) = &mut schema {
        if !required.is_empty() {
            fields.insert("required".into(), json!(required));
        }
        if !groups.is_empty() {
            fields.insert("allOf".into(), json!(groups));
        }
    }
    schema
}

fn part_schema(part: Part, definitions: &mut Map<String, Value>) -> Value {
    match part {
        Part::Text => json!({"type": "string", "minLength": 1}),
        Part::Id => {
            json!({"type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]*$"})
        }
        Part::Whole => json!({"type": "integer", "minimum": 0, "maximum": crate::number::MAX}),
        Part::Number => json!({"type": "number", "minimum": -crate::number::MAX, "maximum": crate::number::MAX}),
        Part::YesNo => json!({"type": "boolean"}),
        Part::Date => {
            json!({"type": "string", "pattern": "^(19|20|21|22)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"})
        }
        Part::Word(words) => json!({"enum": words}),
        Part::List(item) => json!({"type": "array", "items": part_schema(*item, definitions)}),
        Part::Some(item) => json!({"type": "array", "minItems": 1, "items": part_schema(*item, definitions)}),
        Part::Map(item) => json!({"type": "object", "additionalProperties": part_schema(*item, definitions)}),
        Part::Object(shape) => {
            let shape = shape();
            if !definitions.contains_key(shape.name) {
                // The place is taken first, because shapes may hold themselves.
                definitions.insert(shape.name.into(), Value::Null);
                let schema = object_schema(shape, definitions);
                definitions.insert(shape.name.into(), schema);
            }
            json!({"$ref": format!("#/$defs/{}", shape.name)})
        }
        Part::Condition => json!({"type": "object"}),
        Part::Literal => json!({"type": ["string", "number", "boolean", "array", "object"]}),
        Part::Any => json!(true),
        Part::Either(parts) => {
            json!({"anyOf": parts.iter().map(|part| part_schema(*part, definitions)).collect::<Vec<_>>()})
        }
    }
}
