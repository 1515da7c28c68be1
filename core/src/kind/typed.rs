use super::KindInfo;
use schemars::JsonSchema;
use serde::Serialize;

/// A struct that is written as an entry.
pub trait Kind: Serialize + JsonSchema + Sized {
    /// Its table.
    const INFO: &'static KindInfo;

    /// The entry as one line of a ledger, `kind` first.
    #[must_use]
    fn to_json(&self) -> String {
        // The structs hold only texts, bounded numbers, truths, lists and
        // string-keyed maps, none of which can fail to serialise.
        serde_json::to_string(&Tagged { kind: Self::INFO.name, entry: self }).unwrap_or_default()
    }

    /// The JSON Schema of the kind's entries.
    #[must_use]
    fn schema() -> serde_json::Value {
        crate::schema::of_type::<Self>()
    }
}

#[derive(Serialize)]
struct Tagged<'a, K> {
    kind: &'static str,
    #[serde(flatten)]
    entry: &'a K,
}
