//! One line of a ledger, its fields in the order in which they were said.

use serde_json::Value;

/// An entry in the making.
#[derive(Clone, Debug)]
pub(crate) struct Entry(Vec<(&'static str, Value)>);

impl Entry {
    /// An entry with its id and kind.
    pub(crate) fn new(kind: &str, id: &str) -> Self {
        Self(vec![("id", id.into()), ("kind", kind.into())])
    }

    /// Gives a field, in the place of one of the same name.
    #[must_use]
    pub(crate) fn with(mut self, key: &'static str, value: impl Into<Value>) -> Self {
        let value = value.into();
        match self.0.iter_mut().find(|(known, _)| *known == key) {
            Some(field) => field.1 = value,
            None => self.0.push((key, value)),
        }
        self
    }

    /// Takes a field out.
    #[must_use]
    pub(crate) fn without(mut self, key: &str) -> Self {
        self.0.retain(|(known, _)| *known != key);
        self
    }

    /// Text of a field; empty when there is none.
    pub(crate) fn text(&self, key: &str) -> &str {
        self.0.iter().find(|(known, _)| *known == key).and_then(|(_, value)| value.as_str()).unwrap_or("")
    }

    /// The id.
    pub(crate) fn id(&self) -> String {
        self.text("id").to_owned()
    }

    /// The line, without its end.
    pub(crate) fn line(&self) -> String {
        let fields: Vec<String> = self.0.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
        format!("{{{}}}", fields.join(","))
    }
}
