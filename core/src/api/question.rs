use super::Misuse;
use super::input::Input;
use crate::ledger::Ledger;
use crate::spec::Package;
use crate::time::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
#[cfg(feature = "answer-schemas")]
use serde_json::{Map, json};
use std::borrow::Cow;
use std::marker::PhantomData;

/// How ledgers answer a question.
pub(crate) type LedgerAnswer = fn(&[&Ledger], &Input<'_>) -> Result<Value, Misuse>;

/// How a package answers a question that needs no contract.
pub(crate) type PackageAnswer = fn(&Package, &Input<'_>) -> Result<Value, Misuse>;

/// A question with the schemas of its options and of its answer.
///
/// Without the feature `answer-schemas` the schemas are left out: a module for browsers need not carry them.
pub(crate) struct Question<Answer> {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its own options; `select` is everybody's.
    #[cfg(feature = "answer-schemas")]
    pub(crate) options: &'static [Choice],
    /// The schema of its whole answer.
    #[cfg(feature = "answer-schemas")]
    pub(crate) schema: fn(&mut SchemaGenerator) -> Schema,
    /// Answers it.
    pub(super) answer: Answer,
}

/// A question whose answer is an `A`.
pub(super) const fn question<A: JsonSchema, Answer: Copy>(
    name: &'static str,
    options: &'static [Choice],
    answer: Answer,
) -> Question<Answer> {
    _ = options;
    Question {
        name,
        #[cfg(feature = "answer-schemas")]
        options,
        #[cfg(feature = "answer-schemas")]
        schema: |generator| generator.subschema_for::<A>(),
        answer,
    }
}

/// An option of questions.
#[cfg_attr(not(feature = "answer-schemas"), allow(dead_code, reason = "only schemas describe options"))]
pub(crate) struct Choice {
    /// Its key.
    name: &'static str,
    /// What it says.
    doc: &'static str,
    /// Whether the question needs it.
    required: bool,
    /// The schema of its value.
    #[cfg(feature = "answer-schemas")]
    schema: fn(&mut SchemaGenerator) -> Schema,
}

/// An option that must be given.
pub(super) const fn must<T: JsonSchema>(name: &'static str, doc: &'static str) -> Choice {
    Choice {
        name,
        doc,
        required: true,
        #[cfg(feature = "answer-schemas")]
        schema: |generator| generator.subschema_for::<T>(),
    }
}

/// An option that may be given.
pub(super) const fn may<T: JsonSchema>(name: &'static str, doc: &'static str) -> Choice {
    Choice {
        name,
        doc,
        required: false,
        #[cfg(feature = "answer-schemas")]
        schema: |generator| generator.subschema_for::<T>(),
    }
}

/// The day of judgement.
pub(super) const AS_OF: Choice = must::<Date>("as_of", "The day at whose end things stand.");
#[cfg(feature = "answer-schemas")]
const SELECT: Choice =
    may::<Vec<String>>("select", "Dotted paths of the parts of the answer to keep; `*` stands for every key.");

#[cfg(feature = "answer-schemas")]
impl<Answer> Question<Answer> {
    /// The schema of its options.
    pub(crate) fn options_schema(&self, generator: &mut SchemaGenerator) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for choice in self.options.iter().chain([&SELECT]) {
            let mut schema = (choice.schema)(generator);
            schema.insert("description".to_owned(), choice.doc.into());
            properties.insert(choice.name.to_owned(), schema.to_value());
            if choice.required {
                required.push(choice.name);
            }
        }
        let description = format!("Options of the question `{}`.", self.name);
        let mut schema = json!({"type": "object", "description": description, "properties": properties});
        if let (Some(schema), false) = (schema.as_object_mut(), required.is_empty()) {
            schema.insert("required".into(), json!(required));
        }
        schema
    }
}

/// An answer that is an `A` or a `B`, as the options say.
pub(super) struct Either<A, B>(PhantomData<(A, B)>);

impl<A: JsonSchema, B: JsonSchema> JsonSchema for Either<A, B> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("{}_or_{}", A::schema_name(), B::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [generator.subschema_for::<A>(), generator.subschema_for::<B>()]})
    }
}
