use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Stands for an entry of any kind as it was given; its schema is a file of its own.
pub(crate) struct AnyEntry;

impl JsonSchema for AnyEntry {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Entry".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"$ref": "entry.schema.json"})
    }
}
