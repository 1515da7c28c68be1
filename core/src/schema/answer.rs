//! Schemas of what the questions of [`crate::api::ask`] answer.

use super::DIALECT;
use crate::api::{Misuse, PACKAGE_QUESTIONS, QUESTIONS, Question};
use crate::entries::LineFindings;
use crate::live::{Added, Standings};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The schemas of all questions: `x-questions` says by name what the `options` and the
/// whole `answer` of each look like, in terms of `$defs` and of [`super::entry`];
/// `x-package-questions` says it of what a package answers without a contract.
///
/// ```
/// let schema = jiexiang::schema::answers();
/// assert_eq!(schema["x-questions"]["closing"]["answer"]["$ref"], "#/$defs/Closing");
/// assert_eq!(schema["$defs"]["Closing"]["properties"]["decision"]["$ref"], "#/$defs/Decision");
/// ```
#[must_use]
pub fn answers() -> Value {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let questions = described(QUESTIONS, &mut generator);
    let package_questions = described(PACKAGE_QUESTIONS, &mut generator);
    // What handles answer to adding lines, and what a wrong call gives.
    generator.subschema_for::<LineFindings>();
    generator.subschema_for::<Added>();
    generator.subschema_for::<Standings<'_>>();
    generator.subschema_for::<Misuse>();
    let mut definitions = generator.take_definitions(true);
    definitions.values_mut().for_each(absent_is_left_out);
    json!({
        "$schema": DIALECT,
        "title": "answers",
        "description": "Options and answers of every question; `select` cuts an answer down.",
        "x-questions": questions,
        "x-package-questions": package_questions,
        "$defs": definitions,
    })
}

fn described<Answer>(questions: &[Question<Answer>], generator: &mut SchemaGenerator) -> Map<String, Value> {
    let described = |question: &Question<Answer>| {
        let answer = (question.schema)(generator);
        let options = question.options_schema(generator);
        (question.name.to_owned(), json!({"options": options, "answer": answer}))
    };
    questions.iter().map(described).collect()
}

/// A field that may be left out is left out when it has no value, and never null.
///
/// The two ends of a range are: they are null when they are not defined, and written as `oneOf`.
fn absent_is_left_out(schema: &mut Value) {
    let required: Vec<Value> = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
    for (_, field) in properties.iter_mut().filter(|(name, _)| !required.iter().any(|one| one == *name)) {
        if let Some(field) = field.as_object_mut() {
            without_null(field);
        }
    }
}

/// Takes `null` out of what a field may be.
fn without_null(field: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = field.get_mut("type") {
        types.retain(|ty| ty != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            field.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(parts)) = field.get_mut("anyOf") {
        parts.retain(|part| *part != json!({"type": "null"}));
        if let [Value::Object(only)] = parts.as_slice() {
            let only = only.clone();
            field.remove("anyOf");
            field.extend(only);
        }
    }
}
