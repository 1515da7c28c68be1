//! The tables of all kinds as data: what the columns of a data frame may be called.

use super::{ALL, Field, Type};
use serde_json::{Value, json};

/// Every kind with its fields, in the order of [`ALL`]: `kind`, `family`, `labels` and `fields`, each with
/// `name`, `labels`, `type` (that of its values for a list), `list`, and for items their fields as `items`.
#[must_use]
pub fn tables() -> Value {
    let kinds = ALL.iter().map(|kind| {
        let (family, labels) = (kind.family.name(), labels(kind.zh, kind.en));
        json!({"kind": kind.name, "family": family, "labels": labels, "fields": fields(kind.fields)})
    });
    kinds.collect()
}

fn fields(fields: &[Field]) -> Value {
    let fields = fields.iter().map(|field| {
        let (list, ty) = match field.ty {
            Type::List(of) => (true, *of),
            ty => (matches!(ty, Type::Items(_)), ty),
        };
        let items = if let Type::Items(of) = ty { self::fields(of) } else { Value::Null };
        let labels = labels(field.zh, field.en);
        json!({"name": field.name, "labels": labels, "type": ty.name(), "list": list, "items": items})
    });
    fields.collect()
}

fn labels(zh: &str, en: &str) -> Value {
    json!({"zh-CN": zh, "en": en})
}
