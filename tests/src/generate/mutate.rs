//! Documents with something wrong in them.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// JSON of any shape, with the words of the format among the keys so that it gets past the first look.
pub fn any_json() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "kind",
        "id",
        "date",
        "visit",
        "person",
        "package",
        "subjects",
        "category",
        "waiver",
        "count",
        "of",
        "where",
        "measure",
        "target",
        "at_least",
        "each",
        "window",
        "month",
        "2024-05-01",
        "$place",
        "having",
        "by",
        "union",
        "indicators",
        "requirements",
        "labels",
        "zh-CN",
        "en",
        "clause",
        "\u{0}",
        "💥",
        "",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.clone().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((word.clone(), inner), 0..8).prop_map(|fields| Value::Object(
                fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
            )),
        ]
    })
}

/// A sound document with one value somewhere replaced.
pub fn mutated(document: Value) -> impl Strategy<Value = Value> {
    mutation().prop_map(move |mutation| mutation.replace(document.clone()))
}

/// What to do to a document, wherever in it.
#[derive(Clone, Debug)]
pub struct Mutation {
    place: Index,
    other: Index,
    value: Value,
    near: Value,
    sort: u8,
}

/// Any mutation.
pub fn mutation() -> impl Strategy<Value = Mutation> {
    (any::<Index>(), any::<Index>(), any_json(), near_miss(), 0u8..10)
        .prop_map(|(place, other, value, near, sort)| Mutation { place, other, value, near, sort })
}

impl Mutation {
    /// Replaces one value by any other.
    #[must_use]
    pub fn replace(&self, document: Value) -> Value {
        put(document, &self.place, |value| *value = self.value.clone())
    }

    /// Replaces, removes, adds or moves something; mostly by what is nearly right.
    #[must_use]
    pub fn apply(&self, document: Value) -> Value {
        match self.sort {
            0 => self.replace(document),
            1..=4 => put(document, &self.place, |value| *value = self.near.clone()),
            5 | 6 => put(document, &self.place, |value| match value {
                Value::Object(fields) => {
                    let keys: Vec<String> = fields.keys().cloned().collect();
                    if !keys.is_empty() {
                        fields.remove(self.other.get(&keys[..]).as_str());
                    }
                }
                Value::Array(items) if !items.is_empty() => {
                    items.remove(self.other.index(items.len()));
                }
                other => *other = Value::Null,
            }),
            7 => put(document, &self.place, |value| match value {
                Value::Object(fields) => {
                    fields.insert("extra".to_owned(), self.near.clone());
                }
                Value::Array(items) => items.push(self.near.clone()),
                other => *other = Value::Array(vec![other.clone()]),
            }),
            _ => {
                let mut paths = Vec::new();
                pointers(&document, String::new(), &mut paths);
                let moved = document.pointer(self.other.get(&paths[..]).as_str()).cloned().unwrap_or_default();
                put(document, &self.place, |value| *value = moved)
            }
        }
    }
}

fn put(mut document: Value, place: &Index, change: impl FnOnce(&mut Value)) -> Value {
    let mut paths = Vec::new();
    pointers(&document, String::new(), &mut paths);
    if let Some(value) = document.pointer_mut(place.get(&paths[..]).as_str()) {
        change(value);
    }
    document
}

/// Values that are nearly what some field wants.
fn near_miss() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(""),
        json!("x"),
        json!(true),
        json!([]),
        json!({}),
        json!([{}]),
        json!(["x", ""]),
        json!(0),
        json!(-1),
        json!(5.0),
        json!(1.5),
        json!(0.00001),
        json!(1e12),
        json!(1_000_000_000_001_i64),
        json!(123_456_789_012.345_6),
        json!("0"),
        json!("90%"),
        json!("2024-05-01"),
        json!("2024-5-1"),
        json!("2024-02-30"),
        json!("1899-12-31"),
        json!("1900-01-01"),
        json!("2200-12-31"),
        json!("2201-01-01"),
        json!("2024"),
        json!("2024-Q2"),
        json!("2024-Q5"),
        json!("2024-05"),
        json!("2024-13"),
        json!("2024-W07"),
        json!("2023-W53"),
        json!("2024-W54"),
        json!("09:30"),
        json!("24:00"),
        json!("09:60"),
        json!("９:30"),
        json!("a\u{0}b"),
        json!("a\u{85}b"),
        json!("line\nbreak"),
        json!("字".repeat(128)),
        json!("字".repeat(129)),
        json!("x".repeat(20_001)),
        json!("visit"),
        json!("person"),
        json!("$place"),
        json!("service_start"),
        json!({"field": "date"}),
        json!({"field": 1}),
        json!({"field": "date", "extra": 1}),
        json!({"at_least": 1}),
        json!({"at_least": -1}),
        json!({"zh-CN": "甲", "en": "a"}),
        json!({"zh-CN": "甲"}),
    ])
}

fn pointers(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| pointers(item, format!("{here}/{at}"), found))
        }
        Value::Object(fields) => fields.iter().for_each(|(key, field)| {
            pointers(field, format!("{here}/{}", key.replace('~', "~0").replace('/', "~1")), found);
        }),
        _ => {}
    }
    found.push(here);
}
