use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// The languages in which every message exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, JsonSchema)]
pub enum Locale {
    /// Simplified Chinese, the default.
    #[default]
    #[schemars(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[schemars(rename = "en")]
    En,
}

impl Locale {
    /// Both, the default first.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// Reads `zh-CN` or `en`.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// The language tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Rejects the entry or document.
    Error,
    /// Keeps the entry but does not count it until repaired.
    Defect,
    /// Worth a look; changes no verdict.
    Warning,
    /// A reason or remark.
    Note,
}

impl Severity {
    /// The word on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Defect => "defect",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// The words of a code in one locale.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// What is wrong; `{name}` stands for a parameter.
    pub message: &'static str,
    /// What to do next.
    pub help: &'static str,
}

/// One row of a table of codes.
#[derive(Debug)]
pub struct CodeInfo {
    /// The stable name.
    pub name: &'static str,
    /// The usual severity.
    pub severity: Severity,
    /// Names of the parameters.
    pub params: &'static [&'static str],
    /// Chinese words.
    pub zh: Words,
    /// English words.
    pub en: Words,
    /// The rustdoc of the code; a module for browsers goes without.
    #[cfg(feature = "answer-schemas")]
    pub doc: &'static str,
}

/// A stable code out of one of the tables of [`crate::finding`].
#[derive(Clone, Copy)]
pub struct Code(pub(super) &'static CodeInfo);

impl Code {
    /// The stable name, as on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0.name
    }

    /// The usual severity.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.0.severity
    }

    /// Names of the parameters.
    #[must_use]
    pub fn params(self) -> &'static [&'static str] {
        self.0.params
    }

    /// What the code means.
    #[cfg(feature = "answer-schemas")]
    #[must_use]
    pub fn doc(self) -> &'static str {
        self.0.doc.trim()
    }

    /// Message and help with their placeholders.
    #[must_use]
    pub fn words(self, locale: Locale) -> Words {
        match locale {
            Locale::ZhCn => self.0.zh,
            Locale::En => self.0.en,
        }
    }
}

impl Code {
    pub(super) const fn of(info: &'static CodeInfo) -> Self {
        Self(info)
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}
impl Eq for Code {}
impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Code {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl JsonSchema for Code {
    fn schema_name() -> Cow<'static, str> {
        "FindingCode".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "The stable name of a kind of finding.",
            "enum": super::all().map(Self::as_str).collect::<Vec<_>>(),
        })
    }
}

/// Declares the codes of one area: name, severity, parameters, words in both locales.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $wire:literal $severity:ident [$($param:literal),* $(,)?]
        zh $zh:literal / $zh_help:literal
        en $en:literal / $en_help:literal;)*) => {
        $(
            $(#[doc = $doc])+
            pub const $name: $crate::finding::Code = {
                const INFO: $crate::finding::CodeInfo = $crate::finding::CodeInfo {
                    name: $wire,
                    severity: $crate::finding::Severity::$severity,
                    params: &[$($param),*],
                    zh: $crate::finding::Words { message: $zh, help: $zh_help },
                    en: $crate::finding::Words { message: $en, help: $en_help },
                    #[cfg(feature = "answer-schemas")]
                    doc: concat!($($doc),+),
                };
                $crate::finding::Code::of(&INFO)
            };
        )*
        pub(crate) const TABLE: &[$crate::finding::Code] = &[$($name),*];
    };
}
pub(super) use codes;
