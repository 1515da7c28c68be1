//! Findings 发现: what is wrong or worth knowing, by stable code.
//!
//! A finding holds a code, where it was found and the parameters; its message is
//! rendered from these in either locale ([`Finding::message`]). Each area of the
//! crate has one file with its table of codes; [`all`] lists them.

pub mod change;
mod code;
pub mod contract;
pub mod counting;
pub mod entry;
pub mod integrity;
pub mod lifecycle;
pub mod relation;
pub mod remaining;
pub mod spec;
pub mod syntax;
#[cfg(test)]
mod tests;
pub(crate) mod vocabulary;
pub(crate) mod word;

pub use code::{Code, CodeInfo, Locale, Severity, Words};

use crate::sorted::Map;
use schemars::JsonSchema;
use serde::Serialize;

/// Every code, in the order of the tables.
pub fn all() -> impl Iterator<Item = Code> {
    [
        syntax::TABLE,
        entry::TABLE,
        relation::TABLE,
        counting::TABLE,
        spec::TABLE,
        contract::TABLE,
        lifecycle::TABLE,
        integrity::TABLE,
        remaining::TABLE,
        change::TABLE,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Finding {
    /// Which kind of thing.
    pub code: Code,
    /// How grave it is here.
    pub severity: Severity,
    /// JSON pointer to the place inside the document or entry; empty for the whole.
    pub path: String,
    /// What the message needs to know; personal values are masked.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub params: Map<&'static str, String>,
    /// The clause that the finding rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Ids of the entries concerned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<String>,
    /// Line and column (both from 1) in the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}

/// Line and column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

impl Position {
    /// The position of a byte offset.
    #[must_use]
    pub fn of(text: &[u8], at: usize) -> Self {
        let before = text.get(..at.min(text.len())).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        let column = String::from_utf8_lossy(before.get(start..).unwrap_or_default()).chars().count() + 1;
        Self { line, column }
    }
}

impl Finding {
    /// A finding of this code with its usual severity.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            code,
            severity: code.severity(),
            path: String::new(),
            params: Map::default(),
            clause: None,
            records: Vec::new(),
            position: None,
        }
    }

    /// Adds the place.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// Adds a parameter; the code's table must name it.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        debug_assert!(self.code.params().contains(&name), "{} has no parameter {name}", self.code.as_str());
        self.params.insert(name, value.to_string());
        self
    }

    /// Adds an entry concerned.
    #[must_use]
    pub fn about(mut self, id: impl Into<String>) -> Self {
        self.records.push(id.into());
        self
    }

    /// Adds the clause.
    #[must_use]
    pub fn under(mut self, clause: impl Into<String>) -> Self {
        self.clause = Some(clause.into());
        self
    }

    /// Changes the severity.
    #[must_use]
    pub fn graded(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// What is wrong, in words.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        self.fill(self.code.words(locale).message, locale)
    }

    /// What to do next, in words.
    #[must_use]
    pub fn help(&self, locale: Locale) -> String {
        self.fill(self.code.words(locale).help, locale)
    }

    fn fill(&self, template: &str, locale: Locale) -> String {
        let mut text = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                rest = after;
                break;
            };
            let (name, vocabulary) = name.split_once(':').unwrap_or((name, ""));
            match self.params.get(name) {
                Some(value) => text.push_str(&vocabulary::say(vocabulary, value, locale)),
                None => text.push('…'),
            }
            rest = tail;
        }
        text.push_str(rest);
        text
    }
}
