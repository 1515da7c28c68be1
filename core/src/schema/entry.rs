//! Schemas of entries: what the structs of the kinds say, with the labels of their tables
//! and, for a package, its codes and attributes.

use super::{DIALECT, labels};
use crate::kind::field::{Amount, Ref, Text};
use crate::kind::{self, Family, Field, Kind, KindInfo, Type, fixed};
use crate::package::model::{Attribute, Plan};
use crate::time::Date;
use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};

type Object = Map<String, Value>;

/// The schema of a kind's entries, for any package: a code is any short text here, and
/// attributes may be anything.
///
/// ```
/// let visit = jiexiang::schema::kind(jiexiang::kind::find("visit").unwrap());
/// assert_eq!(visit["properties"]["kind"]["const"], "visit");
/// assert_eq!(visit["properties"]["minutes"]["x-labels"]["en"], "Minutes");
/// ```
#[must_use]
pub fn kind(info: &'static KindInfo) -> Value {
    alone(info, None)
}

/// The schema of a kind's entries for one package: codes out of its lists, its attributes.
#[must_use]
pub fn in_package(plan: &Plan, info: &'static KindInfo) -> Value {
    alone(info, Some(plan))
}

/// The schema of an entry of any kind; the kinds stand under `$defs`, `Entry` behind their names
/// (`VisitEntry`), because an event is called like an answer.
#[must_use]
pub fn entry() -> Value {
    let mut generator = SchemaGenerator::default();
    let places: Vec<(&KindInfo, Value)> =
        kind::ALL.iter().map(|info| (*info, (info.schema)(&mut generator).to_value())).collect();
    let mut definitions = generator.take_definitions(true);
    let mut union = Vec::new();
    for (info, place) in &places {
        let Some(name) = definition(place) else { continue };
        refine(name, info, None, &mut definitions);
        let schema = definitions.remove(name).unwrap_or_default();
        union.push(json!({"$ref": format!("#/$defs/{name}Entry")}));
        definitions.insert(format!("{name}Entry"), schema);
    }
    json!({
        "$schema": DIALECT,
        "title": "entry",
        "description": "A line of a ledger: a record, an event or a register entry, told apart by `kind`.",
        "x-labels": labels("台账条目", "Entry"),
        "oneOf": union,
        "$defs": definitions,
    })
}

/// The schema of a kind by its struct.
pub(crate) fn of_type<K: Kind>() -> Value {
    kind(K::INFO)
}

/// One kind as a schema of its own.
fn alone(info: &'static KindInfo, plan: Option<&Plan>) -> Value {
    let mut generator = SchemaGenerator::default();
    let place = (info.schema)(&mut generator).to_value();
    let attributes = plan.map(|plan| attributes(plan, info, &mut generator));
    let mut definitions = generator.take_definitions(true);
    let Some(name) = definition(&place) else { return place };
    refine(name, info, plan, &mut definitions);
    let mut schema = definitions.remove(name).unwrap_or_default();
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        if let (Some(attributes), Some(place)) = (attributes, properties.get_mut("attributes")) {
            *place = attributes;
        }
        if let (Some(plan), Some(package)) = (plan, properties.get_mut("package").and_then(Value::as_object_mut)) {
            package.insert("const".into(), json!(plan.id));
        }
    }
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("$schema".into(), DIALECT.into());
        if !definitions.is_empty() {
            schema.insert("$defs".into(), Value::Object(definitions));
        }
    }
    schema
}

/// Adds what the table of a kind says to the definition of its struct.
fn refine(name: &str, info: &KindInfo, plan: Option<&Plan>, definitions: &mut Object) {
    let Some(Value::Object(mut schema)) = definitions.remove(name) else { return };
    describe(&mut schema, info.fields, plan, definitions);
    schema.insert("title".into(), info.name.into());
    schema.insert("x-labels".into(), labels(info.zh, info.en));
    let family = match info.family {
        Family::Record => "record",
        Family::Event => "event",
        Family::Register => "register",
    };
    schema.insert("x-family".into(), family.into());
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        let word =
            json!({"const": info.name, "description": "The kind of the entry.", "x-labels": labels("类型", "Kind")});
        properties.insert("kind".into(), word);
        for name in kind::needed(info.name) {
            if let Some(field) = properties.get_mut(*name).and_then(Value::as_object_mut) {
                super::without_null(field);
            }
        }
    }
    if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
        required.insert(0, "kind".into());
        for name in kind::needed(info.name) {
            if !required.iter().any(|known| known == name) {
                required.push((*name).into());
            }
        }
    }
    definitions.insert(name.to_owned(), Value::Object(schema));
}

/// Labels, code lists and references of fields, down to the items of lists.
fn describe(schema: &mut Object, fields: &[Field], plan: Option<&Plan>, definitions: &mut Object) {
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
    for field in fields {
        let Some(schema) = properties.get_mut(field.name).and_then(Value::as_object_mut) else { continue };
        schema.insert("x-labels".into(), labels(field.zh, field.en));
        if !field.to.is_empty() {
            schema.insert("x-to".into(), json!(field.to));
        }
        if field.personal {
            schema.insert("x-personal".into(), json!(true));
        }
        match field.ty {
            Type::Items(inner) => {
                let name = schema.get("items").and_then(definition).map(str::to_owned);
                if let Some((name, Value::Object(mut item))) =
                    name.and_then(|name| definitions.remove(&name).map(|item| (name, item)))
                {
                    describe(&mut item, inner, plan, definitions);
                    definitions.insert(name, Value::Object(item));
                }
            }
            _ if !field.list.is_empty() => codes(schema, field, plan),
            _ => {}
        }
    }
}

/// Names the code list of a field, and its codes where they are known.
fn codes(schema: &mut Object, field: &Field, plan: Option<&Plan>) {
    schema.insert("x-list".into(), field.list.into());
    let Some(codes) = code_words(field.list, plan) else { return };
    match field.ty {
        Type::List(_) => {
            if let Some(items) = schema.get_mut("items").and_then(Value::as_object_mut) {
                restrict(items, &codes, false);
            }
        }
        _ => restrict(schema, &codes, !field.required),
    }
}

fn restrict(schema: &mut Object, codes: &[(String, Value)], absent: bool) {
    let words = codes.iter().map(|(code, _)| json!(code));
    // `null` stands for an absent field.
    schema.insert("enum".into(), words.chain(absent.then_some(Value::Null)).collect());
    schema.insert("x-codes".into(), codes.iter().map(|(code, words)| (code.clone(), words.clone())).collect());
}

/// The codes of a list with their words: of the core, or of the package; none when there is no package.
fn code_words(list: &str, plan: Option<&Plan>) -> Option<Vec<(String, Value)>> {
    if let Some(fixed) = fixed::find(list) {
        return Some(fixed.codes.iter().map(|code| (code.code.to_owned(), labels(code.zh, code.en))).collect());
    }
    let entries = plan?.codes.lists.get(list).map(Vec::as_slice).unwrap_or_default();
    Some(entries.iter().map(|code| (code.code.to_string(), labels(&code.labels.zh, &code.labels.en))).collect())
}

/// The attributes that a package declares for a kind.
fn attributes(plan: &Plan, info: &KindInfo, generator: &mut SchemaGenerator) -> Value {
    let own = plan.attributes.iter().filter(|attribute| attribute.on == info);
    let properties: Object =
        own.map(|attribute| (attribute.id.to_string(), attribute_schema(attribute, plan, generator))).collect();
    json!({
        "type": ["object", "null"],
        "description": "Values of the attributes that the package declares for the kind.",
        "x-labels": labels("附加字段", "Attributes"),
        "properties": properties,
        "additionalProperties": false,
    })
}

fn attribute_schema(attribute: &Attribute, plan: &Plan, generator: &mut SchemaGenerator) -> Value {
    let mut schema = match attribute.ty {
        Type::Code => json!({"type": ["string", "null"]}),
        Type::Amount => generator.subschema_for::<Option<Amount>>().to_value(),
        Type::Date => generator.subschema_for::<Option<Date>>().to_value(),
        Type::YesNo => generator.subschema_for::<Option<bool>>().to_value(),
        Type::Ref => generator.subschema_for::<Option<Ref>>().to_value(),
        _ => generator.subschema_for::<Option<Text>>().to_value(),
    };
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("x-labels".into(), labels(&attribute.labels.zh, &attribute.labels.en));
        if !attribute.to.is_empty() {
            schema.insert("x-to".into(), attribute.to.iter().map(|kind| kind.name).collect());
        }
        if matches!(attribute.ty, Type::Code) {
            schema.insert("x-list".into(), json!(attribute.list));
            restrict(schema, &code_words(&attribute.list, Some(plan)).unwrap_or_default(), true);
        }
    }
    schema
}

/// The name of the definition to which a schema refers.
fn definition(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
}
