use jiexiang::kind::{ALL, Family, Field, Type};
use pyo3::prelude::*;
use serde_json::{Value, json};

/// The tables of all kinds as JSON text: what the columns of a data frame may be called.
#[pyfunction]
pub(crate) fn kinds() -> String {
    let kinds = ALL.iter().map(|kind| {
        let family = match kind.family {
            Family::Record => "record",
            Family::Event => "event",
            Family::Register => "register",
        };
        json!({"kind": kind.name, "family": family, "labels": labels(kind.zh, kind.en), "fields": fields(kind.fields)})
    });
    jiexiang::json::canonical(&kinds.collect::<Vec<_>>())
}

fn fields(fields: &[Field]) -> Value {
    fields
        .iter()
        .map(|field| {
            let (list, ty) = match field.ty {
                Type::List(of) => (true, of),
                _ => (matches!(field.ty, Type::Items(_)), &field.ty),
            };
            let items = if let Type::Items(of) = ty { self::fields(of) } else { Value::Null };
            let labels = labels(field.zh, field.en);
            json!({"name": field.name, "labels": labels, "type": name(ty), "list": list, "items": items})
        })
        .collect()
}

fn labels(zh: &str, en: &str) -> Value {
    json!({"zh-CN": zh, "en": en})
}

fn name(ty: &Type) -> &'static str {
    match ty {
        Type::Text => "text",
        Type::Id => "id",
        Type::Code => "code",
        Type::Ref => "reference",
        Type::Whole => "whole",
        Type::Amount => "amount",
        Type::Date => "date",
        Type::PartialDate => "partial_date",
        Type::Time => "time",
        Type::Period => "period",
        Type::YesNo => "yes_no",
        Type::List(_) | Type::Items(_) => "items",
    }
}
