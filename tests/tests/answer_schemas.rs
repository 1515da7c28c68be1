//! Every whole answer has the shape that the schemas promise, field by field, and questions need the options they say.

use jiexiang::api;
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The same schema with nothing left open: an answer may have no field that is not described.
fn closed(mut schema: Value) -> Value {
    if let Value::Object(fields) = &mut schema {
        fields.values_mut().for_each(|field| *field = closed(field.take()));
        if fields.get("properties").is_some_and(Value::is_object) && !fields.contains_key("additionalProperties") {
            fields.insert("additionalProperties".into(), json!(false));
        }
    }
    if let Value::Array(items) = &mut schema {
        items.iter_mut().for_each(|item| *item = closed(item.take()));
    }
    schema
}

/// A validator of the whole answer for each question.
fn validators() -> BTreeMap<String, Validator> {
    let schema = jiexiang::schema::answers();
    let entry = jiexiang::schema::entry();
    let questions = schema["x-questions"].as_object().expect("questions");
    let one = |question: &Value| {
        let answer = json!({
            "$id": "made:/answer.schema.json", "$defs": closed(schema["$defs"].clone()),
            "allOf": [closed(question["answer"].clone())],
        });
        let registry = Registry::new().add("made:/entry.schema.json", entry.clone()).expect("a schema");
        let registry = registry.prepare().expect("a registry");
        jsonschema::options().with_registry(&registry).build(&answer).expect("a schema")
    };
    questions.iter().map(|(name, question)| (name.clone(), one(question))).collect()
}

#[test]
fn whole_answers_are_as_the_schemas_say() {
    let validators = validators();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    let manifest: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("manifest.json")).expect("the manifest")).expect("JSON");
    let mut asked: BTreeMap<String, usize> = BTreeMap::new();
    for name in manifest["files"].as_array().expect("files").iter().filter_map(Value::as_str).step_by(3) {
        let vector: Value =
            serde_json::from_str(&fs::read_to_string(folder.join(name)).expect("a vector")).expect("JSON");
        let Some(validator) = vector["op"].as_str().and_then(|op| validators.get(op)) else { continue };
        let mut input = vector["input"].clone();
        if let Some(input) = input.as_object_mut() {
            input.remove("select");
        }
        let answer = api::run(&json!({"op": vector["op"], "input": input}).to_string());
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        // Documents at fault are answered by findings alone.
        if answer.get("error").is_some() || answer.as_object().is_some_and(|fields| fields.keys().eq(["findings"])) {
            continue;
        }
        if let Err(error) = validator.validate(&answer) {
            panic!("{name}: {error} at {}", error.instance_path());
        }
        *asked.entry(vector["op"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
    }
    assert!(["evaluate", "closing", "lifecycle"].iter().all(|op| asked.contains_key(*op)), "{asked:?}");
}

#[test]
fn questions_need_the_options_that_they_call_required() {
    let schema = jiexiang::schema::answers();
    let package = r#"{"format": "1", "id": "demo", "version": "1", "source": {"title": "t", "issuer": "i"},
        "labels": {"zh-CN": "样例", "en": "demo"}, "place": "village",
        "codes": {"place": [{"code": "village", "labels": {"zh-CN": "村", "en": "village"}}]}}"#;
    let package = jiexiang::Package::load(package.as_bytes(), &[]).expect("a sound package");
    let contract = br#"{"id": "c", "package": "demo", "version": "1", "service_start": "2024-03-15",
        "service_end": "2025-03-14", "midterm_date": "2024-09-15"}"#;
    let contract = jiexiang::Contract::load(contract).expect("a sound contract");
    let ledger = jiexiang::Ledger::new(&[package], contract).expect("a ledger");
    for question in api::questions() {
        let options = &schema["x-questions"][question]["options"];
        for name in options["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            // Everything else that is required is given, so only this one can be missing.
            let mut given = json!({"as_of": "2024-06-01"});
            given.as_object_mut().expect("an object").remove(name);
            let misuse = api::ask(&[&ledger], question, &given.to_string()).expect_err("misuse");
            assert_eq!((misuse.code, misuse.path.as_str()), ("option_missing", name), "{question}");
        }
    }
}
