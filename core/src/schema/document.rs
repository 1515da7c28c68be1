//! Schemas of packages and contracts, from the tables by which the loader checks them.

use super::{DIALECT, labels, plain};
use crate::kind::Type;
use crate::number::MAX;
use crate::spec::format;
use crate::spec::shape::{Part, Shape, Slot};
use crate::spec::words;
use serde_json::{Map, Value, json};

/// The schema of a package, or of a document that packages include.
#[must_use]
pub fn package() -> Value {
    document(format::package())
}

/// The schema of a contract.
#[must_use]
pub fn contract() -> Value {
    document(format::contract())
}

/// The schema of a shape; shapes that it uses stand under `$defs`.
fn document(root: &'static Shape) -> Value {
    let mut definitions = Map::new();
    let mut schema = object(root, &mut definitions);
    schema.insert("$schema".into(), DIALECT.into());
    schema.insert("title".into(), root.name.into());
    if !definitions.is_empty() {
        schema.insert("$defs".into(), Value::Object(definitions));
    }
    Value::Object(schema)
}

fn object(shape: &'static Shape, definitions: &mut Map<String, Value>) -> Map<String, Value> {
    let properties: Map<String, Value> =
        shape.fields.iter().map(|slot| (slot.name.to_owned(), field(shape, slot, definitions))).collect();
    let required: Vec<&str> = shape.fields.iter().filter(|slot| slot.required).map(|slot| slot.name).collect();
    let groups: Vec<Value> = shape
        .one_of
        .iter()
        .map(|group| json!({"oneOf": group.iter().map(|key| json!({"required": [key]})).collect::<Vec<_>>()}))
        .collect();
    let mut schema = Map::new();
    schema.insert("type".into(), "object".into());
    schema.insert("description".into(), shape.doc.trim().into());
    schema.insert("x-labels".into(), labels(shape.zh, &shape.name.replace('_', " ")));
    schema.insert("properties".into(), Value::Object(properties));
    schema.insert("additionalProperties".into(), shape.rest.map_or(json!(false), |rest| part(rest, definitions)));
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    if !groups.is_empty() {
        schema.insert("allOf".into(), json!(groups));
    }
    schema
}

/// What may stand under a key, with its words.
fn field(shape: &Shape, slot: &Slot, definitions: &mut Map<String, Value>) -> Value {
    let mut schema = part(slot.part, definitions);
    if let (Some(schema), Some((zh, en))) = (schema.as_object_mut(), words::of(shape.name, slot.name)) {
        schema.insert("description".into(), en.into());
        schema.insert("x-labels".into(), labels(zh, en));
    }
    schema
}

fn part(part_of: Part, definitions: &mut Map<String, Value>) -> Value {
    match part_of {
        Part::Text => json!({"type": "string", "minLength": 1}),
        Part::Id => plain(Type::Id).into(),
        Part::Date => plain(Type::Date).into(),
        Part::Whole => json!({"type": "integer", "minimum": 0, "maximum": MAX}),
        Part::Number => json!({"type": "number", "minimum": -MAX, "maximum": MAX}),
        Part::YesNo => json!({"type": "boolean"}),
        Part::Word(words) => json!({"type": "string", "enum": words}),
        Part::List(item) => json!({"type": "array", "items": part(*item, definitions)}),
        Part::Some(item) => json!({"type": "array", "minItems": 1, "items": part(*item, definitions)}),
        Part::Map(item) => json!({"type": "object", "additionalProperties": part(*item, definitions)}),
        Part::Object(shape) | Part::Later(shape) => reference(shape(), definitions),
        Part::Literal => json!({"type": ["string", "number", "boolean"]}),
        Part::Any => json!({}),
        Part::Either(parts) => {
            json!({"anyOf": parts.iter().map(|item| part(*item, definitions)).collect::<Vec<_>>()})
        }
    }
}

fn reference(shape: &'static Shape, definitions: &mut Map<String, Value>) -> Value {
    if !definitions.contains_key(shape.name) {
        // The place is taken first, because shapes may hold themselves.
        definitions.insert(shape.name.into(), Value::Null);
        let schema = object(shape, definitions);
        definitions.insert(shape.name.into(), Value::Object(schema));
    }
    json!({"$ref": format!("#/$defs/{}", shape.name)})
}
