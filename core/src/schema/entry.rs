//! Schemas of entries: what the tables of the kinds say and, for a package, its codes and attributes.

use super::{DIALECT, labels, plain};
use crate::kind::{self, Family, Field, Kind, KindInfo, Type, fixed};
use crate::package::model::{Attribute, Plan};
use serde_json::{Map, Value};

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
    let mut writer = Writer { plan: None, definitions: Object::new() };
    let mut union = Vec::new();
    for info in kind::ALL {
        let name = format!("{}Entry", info.rust);
        let schema = writer.kind(info);
        union.push(reference(&name));
        writer.definitions.insert(name, schema.into());
    }
    let mut schema = Object::new();
    put(&mut schema, "$schema", DIALECT);
    put(&mut schema, "title", "entry");
    put(
        &mut schema,
        "description",
        "A line of a ledger: a record, an event or a register entry, told apart by `kind`.",
    );
    put(&mut schema, "x-labels", labels("台账条目", "Entry"));
    put(&mut schema, "oneOf", union);
    put(&mut schema, "$defs", writer.definitions);
    schema.into()
}

/// The schema of a kind by its struct.
pub(crate) fn of_type<K: Kind>() -> Value {
    kind(K::INFO)
}

/// One kind as a schema of its own.
fn alone(info: &'static KindInfo, plan: Option<&Plan>) -> Value {
    let mut writer = Writer { plan, definitions: Object::new() };
    let mut schema = writer.kind(info);
    put(&mut schema, "$schema", DIALECT);
    put(&mut schema, "$defs", writer.definitions);
    schema.into()
}

/// Writes schemas, and the definitions to which they refer.
struct Writer<'p> {
    plan: Option<&'p Plan>,
    definitions: Object,
}

impl Writer<'_> {
    fn kind(&mut self, info: &KindInfo) -> Object {
        let mut schema = self.object(info.doc, info.fields, kind::needed(info.name));
        put(&mut schema, "title", info.name);
        put(&mut schema, "x-labels", labels(info.zh, info.en));
        put(&mut schema, "x-family", info.family.name());
        if let Some(Value::Array(required)) = schema.get_mut("required") {
            required.insert(0, "kind".into());
        }
        if let Some(Value::Object(properties)) = schema.get_mut("properties") {
            put(properties, "kind", kind_word(info));
            if info.family != Family::Event {
                put(properties, "attributes", self.attributes(info));
            }
            if let (Some(plan), Some(Value::Object(package))) = (self.plan, properties.get_mut("package")) {
                put(package, "const", &*plan.id);
            }
        }
        schema
    }

    /// An object of these fields and no others; `needed` are required although their table calls them optional.
    fn object(&mut self, doc: &str, fields: &[Field], needed: &[&str]) -> Object {
        let mut properties = Object::new();
        let mut required = Vec::new();
        for field in fields {
            let optional = !field.required && !needed.contains(&field.name);
            put(&mut properties, field.name, self.field(field, optional));
            if field.required {
                required.push(field.name);
            }
        }
        required.extend(needed);
        let mut schema = Object::new();
        put(&mut schema, "type", "object");
        put(&mut schema, "description", doc.trim());
        put(&mut schema, "properties", properties);
        put(&mut schema, "additionalProperties", false);
        if !required.is_empty() {
            put(&mut schema, "required", required);
        }
        schema
    }

    fn field(&mut self, field: &Field, optional: bool) -> Object {
        let mut schema = self.value(field, optional);
        put(&mut schema, "description", field.doc.trim());
        put(&mut schema, "x-labels", labels(field.zh, field.en));
        if !field.to.is_empty() {
            put(&mut schema, "x-to", field.to);
        }
        if field.personal {
            put(&mut schema, "x-personal", true);
        }
        if !field.list.is_empty() {
            put(&mut schema, "x-list", field.list);
            self.codes(&mut schema, field, optional);
        }
        schema
    }

    /// The value of a field by its type.
    fn value(&mut self, field: &Field, optional: bool) -> Object {
        let item = match (field.ty, field.item) {
            (Type::Items(fields), Some(item)) => {
                let schema = self.object(item.doc, fields, &[]);
                self.definitions.insert(item.rust.to_owned(), schema.into());
                reference(item.rust)
            }
            (Type::List(ty), _) => self.plain(*ty, false).into(),
            (ty, _) => return self.plain(ty, optional),
        };
        let mut schema = Object::new();
        put(&mut schema, "type", one_type("array", optional));
        put(&mut schema, "items", item);
        schema
    }

    /// A value without fields; `null` stands for an absent one.
    fn plain(&mut self, ty: Type, optional: bool) -> Object {
        let mut schema = Object::new();
        match plain::name(ty) {
            None => put(&mut schema, "type", one_type("boolean", optional)),
            Some(name) => {
                self.definitions.insert(name.to_owned(), plain::plain(ty).into());
                if optional {
                    let mut null = Object::new();
                    put(&mut null, "type", "null");
                    put(&mut schema, "anyOf", vec![reference(name), null.into()]);
                } else {
                    put(&mut schema, "$ref", path(name));
                }
            }
        }
        schema
    }

    /// The codes of a field's list, where they are known.
    fn codes(&self, schema: &mut Object, field: &Field, optional: bool) {
        let Some(codes) = code_words(field.list, self.plan) else { return };
        match field.ty {
            Type::List(_) => {
                if let Some(Value::Object(items)) = schema.get_mut("items") {
                    restrict(items, codes, false);
                }
            }
            _ => restrict(schema, codes, optional),
        }
    }

    /// The attributes that a package declares for a kind; without a package they may be anything.
    fn attributes(&mut self, info: &KindInfo) -> Object {
        let mut schema = Object::new();
        put(&mut schema, "type", one_type("object", true));
        let Some(plan) = self.plan else {
            let doc = "Values of the attributes that the package declares for the kind, by name.";
            put(&mut schema, "description", doc);
            put(&mut schema, "additionalProperties", true);
            return schema;
        };
        let mut properties = Object::new();
        for attribute in plan.attributes.iter().filter(|attribute| attribute.on == info) {
            put(&mut properties, &attribute.id, self.attribute(attribute));
        }
        put(&mut schema, "description", "Values of the attributes that the package declares for the kind.");
        put(&mut schema, "x-labels", labels("附加字段", "Attributes"));
        put(&mut schema, "properties", properties);
        put(&mut schema, "additionalProperties", false);
        schema
    }

    fn attribute(&mut self, attribute: &Attribute) -> Object {
        let mut schema = match attribute.ty {
            Type::Code => {
                let mut schema = Object::new();
                put(&mut schema, "type", one_type("string", true));
                put(&mut schema, "x-list", &*attribute.list);
                restrict(&mut schema, code_words(&attribute.list, self.plan).unwrap_or_default(), true);
                schema
            }
            Type::Amount | Type::Date | Type::YesNo | Type::Ref => self.plain(attribute.ty, true),
            _ => self.plain(Type::Text, true),
        };
        put(&mut schema, "x-labels", labels(&attribute.labels.zh, &attribute.labels.en));
        if !attribute.to.is_empty() {
            put(&mut schema, "x-to", attribute.to.iter().map(|kind| kind.name).collect::<Value>());
        }
        schema
    }
}

/// The field by which kinds are told apart.
fn kind_word(info: &KindInfo) -> Object {
    let mut schema = Object::new();
    put(&mut schema, "const", info.name);
    put(&mut schema, "description", "The kind of the entry.");
    put(&mut schema, "x-labels", labels("类型", "Kind"));
    schema
}

/// Allows these codes only, and says their words.
fn restrict(schema: &mut Object, codes: Vec<(String, Value)>, optional: bool) {
    let mut words: Vec<Value> = codes.iter().map(|(code, _)| code.as_str().into()).collect();
    if optional {
        words.push(Value::Null);
    }
    put(schema, "enum", words);
    put(schema, "x-codes", codes.into_iter().collect::<Object>());
}

/// The codes of a list with their words: of the core, or of the package; none when there is no package.
fn code_words(list: &str, plan: Option<&Plan>) -> Option<Vec<(String, Value)>> {
    if let Some(fixed) = fixed::find(list) {
        return Some(fixed.codes.iter().map(|code| (code.code.to_owned(), labels(code.zh, code.en))).collect());
    }
    let entries = plan?.codes.lists.get(list).map(Vec::as_slice).unwrap_or_default();
    Some(entries.iter().map(|code| (code.code.to_string(), labels(&code.labels.zh, &code.labels.en))).collect())
}

/// A type; `null` stands for an absent field.
fn one_type(name: &str, optional: bool) -> Value {
    if optional { vec![name, "null"].into() } else { name.into() }
}

fn reference(name: &str) -> Value {
    let mut schema = Object::new();
    put(&mut schema, "$ref", path(name));
    schema.into()
}

fn path(name: &str) -> String {
    format!("#/$defs/{name}")
}

fn put(schema: &mut Object, key: &str, value: impl Into<Value>) {
    schema.insert(key.to_owned(), value.into());
}
