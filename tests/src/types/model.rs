//! What both languages need to know: schemas as named types.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A type where it is used.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Text.
    Text,
    /// Whole number.
    Whole,
    /// Number.
    Number,
    /// True or false.
    YesNo,
    /// `null`.
    Null,
    /// Anything.
    Unknown,
    /// This word.
    Word(String),
    /// A type with a name.
    Named(String),
    /// A list.
    List(Box<Type>),
    /// An object with free keys.
    Map(Box<Type>),
    /// One of several.
    Union(Vec<Type>),
}

/// A type with a name.
#[derive(Clone, Debug)]
pub struct Named {
    /// The name.
    pub name: String,
    /// What it stands for.
    pub doc: String,
    /// What it is.
    pub body: Body,
}

/// What a named type is.
#[derive(Clone, Debug)]
pub enum Body {
    /// An object with these fields.
    Fields(Vec<Field>),
    /// One of these words, each with what it stands for.
    Words(Vec<(String, String)>),
    /// Another name for a type.
    Alias(Type),
}

/// A field of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// The key.
    pub name: String,
    /// What it holds.
    pub doc: String,
    /// Its type.
    pub ty: Type,
    /// Whether it is always there.
    pub required: bool,
}

/// A question by name, with the name of its options and the type of its answer.
#[derive(Clone, Debug)]
pub struct Question {
    /// The name.
    pub name: String,
    /// Name of the options' type.
    pub options: String,
    /// Type of the answer.
    pub answer: Type,
}

/// All types.
#[derive(Debug)]
pub struct Model {
    /// Named types, in sections.
    pub sections: Vec<(&'static str, Vec<Named>)>,
    /// The questions.
    pub questions: Vec<Question>,
}

impl Model {
    /// The types of the core.
    #[must_use]
    pub fn of_core() -> Self {
        let answers = jiexiang::schema::answers();
        let entry = jiexiang::schema::entry();
        let mut shared = definitions(&answers);
        for (name, schema) in definitions(&entry) {
            let known = shared.insert(name.clone(), schema.clone());
            assert!(known.is_none_or(|known| known == schema), "two types are called {name}");
        }
        let reader = Reader { definitions: &shared, name: str::to_owned };
        let mut answer_types = Vec::new();
        let mut entry_types = Vec::new();
        for name in shared.keys().filter(|name| !reader.is_plain(name)) {
            let types = if definitions(&entry).contains_key(name) { &mut entry_types } else { &mut answer_types };
            types.push(reader.named(name, &shared[name]));
        }
        entry_types.extend(families(&entry));
        let mut questions = Vec::new();
        let mut options = Vec::new();
        for (name, question) in answers["x-questions"].as_object().into_iter().flatten() {
            let type_name = format!("{}Options", pascal(name));
            options.push(reader.named(&type_name, &question["options"]));
            let answer = reader.ty(&question["answer"]);
            questions.push(Question { name: name.clone(), options: type_name, answer });
        }
        let sections = vec![
            ("Answers 结果", answer_types),
            ("Options of questions 提问参数", options),
            ("Entries 台账条目", entry_types),
            ("Contracts 合同", document("ContractDocument", &jiexiang::schema::contract())),
            ("Packages 项目包", document("PackageDocument", &jiexiang::schema::package())),
        ];
        Self { sections, questions }
    }

    /// All named types.
    pub fn named(&self) -> impl Iterator<Item = &Named> {
        self.sections.iter().flat_map(|(_, types)| types)
    }
}

/// A package or contract with the shapes inside.
fn document(name: &str, schema: &Value) -> Vec<Named> {
    let shapes = definitions(schema);
    let reader = Reader { definitions: &shapes, name: |shape| format!("{}Spec", pascal(shape)) };
    let inner = shapes.iter().map(|(shape, schema)| reader.named(&(reader.name)(shape), schema));
    [reader.named(name, schema)].into_iter().chain(inner).collect()
}

/// The unions of the kinds and of their names, by family and all together.
fn families(entry: &Value) -> Vec<Named> {
    let defined = definitions(entry);
    let mut types = Vec::new();
    let mut all = (Vec::new(), Vec::new());
    for (family, doc) in [
        ("record", "A record 台账 of any kind, told apart by `kind`."),
        ("event", "A lifecycle event 事件 of any kind, told apart by `kind`."),
        ("register", "A register entry 名册 of any kind, told apart by `kind`."),
    ] {
        let mut words = Vec::new();
        let mut members = Vec::new();
        for place in entry["oneOf"].as_array().into_iter().flatten() {
            let Some(name) = reference(place) else { continue };
            let schema = &defined[name];
            if schema["x-family"] == family {
                let doc = schema["x-labels"]["zh-CN"].as_str().unwrap_or_default();
                words.push((schema["title"].as_str().unwrap_or_default().to_owned(), doc.to_owned()));
                members.push(Type::Named(name.to_owned()));
            }
        }
        let (union, kinds) = (format!("{}Entry", pascal(family)), format!("{}Kind", pascal(family)));
        all.0.push(Type::Named(union.clone()));
        all.1.push(Type::Named(kinds.clone()));
        types.push(Named { name: kinds, doc: format!("The kinds of {family}s."), body: Body::Words(words) });
        types.push(Named { name: union, doc: doc.to_owned(), body: Body::Alias(Type::Union(members)) });
    }
    let doc = entry["description"].as_str().unwrap_or_default().to_owned();
    types.push(Named { name: "Entry".into(), doc, body: Body::Alias(Type::Union(all.0)) });
    types.push(Named { name: "Kind".into(), doc: "Every kind.".into(), body: Body::Alias(Type::Union(all.1)) });
    types
}

/// Reads schemas whose references lead into one set of definitions.
struct Reader<'a> {
    definitions: &'a BTreeMap<String, Value>,
    /// The name of a definition's type.
    name: fn(&str) -> String,
}

impl Reader<'_> {
    /// A definition that is but a text or number gets no name of its own.
    fn is_plain(&self, name: &str) -> bool {
        let schema = &self.definitions[name];
        matches!(schema["type"].as_str(), Some("string" | "number" | "integer")) && schema.get("enum").is_none()
    }

    fn named(&self, name: &str, schema: &Value) -> Named {
        let body = if let Some(words) = words(schema) {
            Body::Words(words)
        } else if schema["properties"].is_object() && !schema["additionalProperties"].is_object() {
            Body::Fields(self.fields(schema))
        } else {
            Body::Alias(self.ty(schema))
        };
        Named { name: name.to_owned(), doc: doc(schema), body }
    }

    /// The required ones first, in their order.
    fn fields(&self, schema: &Value) -> Vec<Field> {
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let properties = schema["properties"].as_object().cloned().unwrap_or_default();
        let optional = properties.keys().map(String::as_str).filter(|name| !required.contains(name));
        let field = |name: &str| Field {
            name: name.to_owned(),
            doc: doc(&properties[name]),
            ty: self.ty(&properties[name]),
            required: required.contains(&name),
        };
        required.iter().copied().chain(optional).map(field).collect()
    }

    fn ty(&self, schema: &Value) -> Type {
        if let Some(word) = schema["const"].as_str() {
            return Type::Word(word.to_owned());
        }
        if let Some(words) = schema["enum"].as_array() {
            let word = |word: &Value| word.as_str().map_or(Type::Null, |word| Type::Word(word.to_owned()));
            return union(words.iter().map(word));
        }
        if schema["$ref"] == "entry.schema.json" {
            return Type::Named("Entry".into());
        }
        if let Some(name) = reference(schema) {
            return if self.is_plain(name) { self.ty(&self.definitions[name]) } else { Type::Named((self.name)(name)) };
        }
        if let Some(parts) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
            return union(parts.iter().map(|part| self.ty(part)));
        }
        match &schema["type"] {
            Value::String(name) => self.typed(name, schema),
            Value::Array(names) => union(names.iter().filter_map(Value::as_str).map(|name| self.typed(name, schema))),
            _ => Type::Unknown,
        }
    }

    fn typed(&self, name: &str, schema: &Value) -> Type {
        match name {
            "string" => Type::Text,
            "integer" => Type::Whole,
            "number" => Type::Number,
            "boolean" => Type::YesNo,
            "null" => Type::Null,
            "array" => Type::List(Box::new(schema.get("items").map_or(Type::Unknown, |items| self.ty(items)))),
            // Keys of its own beside free ones: no language here says that exactly.
            _ if schema["properties"].is_object() => Type::Map(Box::new(Type::Unknown)),
            _ => match schema.get("additionalProperties") {
                Some(inner @ Value::Object(_)) => Type::Map(Box::new(self.ty(inner))),
                _ => Type::Map(Box::new(Type::Unknown)),
            },
        }
    }
}

/// A closed list of words.
fn words(schema: &Value) -> Option<Vec<(String, String)>> {
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().map(|word| Some((word.as_str()?.to_owned(), String::new()))).collect();
    }
    let parts = schema["oneOf"].as_array()?;
    parts.iter().map(|part| Some((part["const"].as_str()?.to_owned(), doc(part)))).collect()
}

fn union(parts: impl Iterator<Item = Type>) -> Type {
    let mut all: Vec<Type> = Vec::new();
    for part in parts {
        if !all.contains(&part) {
            all.push(part);
        }
    }
    match all.len() {
        1 => all.remove(0),
        _ => Type::Union(all),
    }
}

fn definitions(schema: &Value) -> BTreeMap<String, Value> {
    let none = Map::new();
    let defined = schema["$defs"].as_object().unwrap_or(&none);
    defined.iter().map(|(name, schema)| (name.clone(), schema.clone())).collect()
}

fn reference(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// The description, with the Chinese label beside where there is one.
fn doc(schema: &Value) -> String {
    let english = schema["description"].as_str().unwrap_or_default();
    match schema["x-labels"]["zh-CN"].as_str() {
        Some(label) if !english.contains(label) => format!("{label}: {english}"),
        _ => english.to_owned(),
    }
}

/// `group_session` → `GroupSession`.
fn pascal(name: &str) -> String {
    let mut text = String::new();
    for part in name.split('_') {
        let mut letters = part.chars();
        text.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        text.extend(letters);
    }
    text
}
