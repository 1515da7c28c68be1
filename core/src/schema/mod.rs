//! JSON Schemas 数据模式 (2020-12) of everything that goes in and comes out, from the same
//! declarations by which it is read and written; `specs/schema` holds them as files.
//!
//! A schema sees shapes. What only hangs together across fields or entries (an end before
//! its start, a code that no list has, a name that leads nowhere) only the core can see.

#[cfg(feature = "answer-schemas")]
mod answer;
mod any_entry;
#[cfg(feature = "answer-schemas")]
mod document;
mod entry;
mod plain;

#[cfg(feature = "answer-schemas")]
pub use answer::answers;
pub(crate) use any_entry::AnyEntry;
#[cfg(feature = "answer-schemas")]
pub use document::{contract, package};
pub(crate) use entry::of_type;
pub use entry::{entry, in_package, kind};
pub(crate) use plain::plain;

use serde_json::{Value, json};

/// The dialect of all schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of each file under `specs/schema`, by its name without `.schema.json`.
///
/// ```
/// let names: Vec<String> = jiexiang::schema::files().into_iter().map(|(name, _)| name).collect();
/// assert!(["package", "contract", "entry", "visit", "evaluation", "person"].iter().all(|name| names.contains(&(*name).to_owned())));
/// ```
#[cfg(feature = "answer-schemas")]
#[must_use]
pub fn files() -> Vec<(String, Value)> {
    let whole = [("package", package()), ("contract", contract()), ("entry", entry()), ("answers", answers())];
    let kinds = crate::kind::ALL.iter().map(|info| (info.name, kind(info)));
    whole.into_iter().chain(kinds).map(|(name, schema)| (name.to_owned(), schema)).collect()
}

/// A name in both locales, as schemas carry it.
fn labels(zh: &str, en: &str) -> Value {
    json!({"zh-CN": zh, "en": en})
}
