//! The fields of a form.

use super::demand::{Demands, RequiredWhen};
use super::labels;
use crate::entry::{ID_CHARS, TEXT_CHARS};
use crate::kind::field::{PARTIAL_DATE, PERIOD, TIME};
use crate::kind::{Family, Field, KindInfo, Type, fixed};
use crate::number::{DECIMALS, MAX};
use crate::package::model::{Attribute, Labels, Plan};
use schemars::JsonSchema;
use serde::Serialize;

/// One field.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FormField {
    /// The word on the wire.
    pub name: String,
    /// JSON pointer into the entry, with `*` for any item of a list: `/workers/*/staff`.
    pub path: String,
    /// Its name.
    pub labels: Labels,
    /// `text`, `id`, `code`, `reference`, `whole`, `amount`, `date`, `partial_date`, `time`, `period`, `yes_no`, `list` or `items`.
    #[serde(rename = "type")]
    pub ty: &'static str,
    /// The type of a list's values.
    #[serde(rename = "of", skip_serializing_if = "Option::is_none")]
    pub of: Option<&'static str>,
    /// What to ask with: `text`, `textarea`, `number`, `date`, `time`, `select`, `radio`, `checkboxes`, `reference`, `references`, `texts` or `items`.
    pub input: &'static str,
    /// Whether every entry must have it.
    pub required: bool,
    /// What the rules ask for beyond that.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required_when: Vec<RequiredWhen>,
    /// A personal value: messages mask it, and screens should not show it needlessly.
    pub personal: bool,
    /// Whether the package declares it; it then stands under `attributes` in an entry.
    pub attribute: bool,
    /// The only value that it can have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed: Option<String>,
    /// The name of the code list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// The codes of the list, in its order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codes: Option<Vec<FormCode>>,
    /// The kinds that a reference may lead to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<&'static str>,
    /// Bounds of its values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limits: Option<Limits>,
    /// The fields of the items in a list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FormField>,
}

/// A code of a list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FormCode {
    /// The word on the wire.
    pub code: String,
    /// Its name.
    pub labels: Labels,
    /// Its rank in an ordered list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<i64>,
}

/// Bounds of a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Limits {
    /// Least number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// Greatest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// Most decimals of a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u32>,
    /// Most characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_day: Option<&'static str>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<&'static str>,
    /// A regular expression that the whole text matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<&'static str>,
}

/// The fields of a kind and the attributes that the package declares for it.
pub(super) fn of(plan: &Plan, kind: &'static KindInfo, demands: &Demands) -> Vec<FormField> {
    let maker = Maker { plan, demands };
    let mut fields = maker.fields(kind.fields, "");
    for field in &mut fields {
        field.required |= crate::kind::needed(kind.name).contains(&field.name.as_str());
        if field.name == "package" && kind.family != Family::Register {
            field.fixed = Some(plan.id.to_string());
        }
    }
    let attributes = plan.attributes.iter().filter(|attribute| attribute.on == kind);
    fields.extend(attributes.map(|attribute| maker.attribute(attribute)));
    fields
}

struct Maker<'p> {
    plan: &'p Plan,
    demands: &'p Demands,
}

impl Maker<'_> {
    fn fields(&self, fields: &'static [Field], at: &str) -> Vec<FormField> {
        fields.iter().map(|field| self.field(field, format!("{at}/{}", field.name))).collect()
    }

    fn field(&self, field: &'static Field, path: String) -> FormField {
        let inner = match field.ty {
            Type::Items(fields) => self.fields(fields, &format!("{path}/*")),
            _ => Vec::new(),
        };
        FormField {
            name: field.name.to_owned(),
            labels: labels(field.zh, field.en),
            input: if field.long { "textarea" } else { input(field.ty) },
            required: field.required,
            personal: field.personal,
            to: field.to.to_vec(),
            fields: inner,
            ..self.plain(path, field.ty, field.list)
        }
    }

    fn attribute(&self, attribute: &Attribute) -> FormField {
        FormField {
            name: attribute.id.to_string(),
            labels: attribute.labels.clone(),
            // What a package adds to an entry may say anything about a person.
            personal: true,
            attribute: true,
            to: attribute.to.iter().map(|kind| kind.name).collect(),
            ..self.plain(format!("/attributes/{}", attribute.id), attribute.ty, &attribute.list)
        }
    }

    /// What follows from the type alone.
    fn plain(&self, path: String, ty: Type, list: &str) -> FormField {
        let demands = self.demands.iter().filter(|(field, _)| *field == path);
        let required_when = demands.map(|(_, demand)| demand.clone()).collect();
        FormField {
            name: String::new(),
            labels: Labels::default(),
            ty: ty.name(),
            of: match ty {
                Type::List(inner) => Some(inner.name()),
                _ => None,
            },
            input: input(ty),
            required: false,
            required_when,
            personal: false,
            attribute: false,
            fixed: None,
            list: (!list.is_empty()).then(|| list.to_owned()),
            codes: (!list.is_empty()).then(|| self.codes(list)),
            to: Vec::new(),
            limits: limits(ty),
            fields: Vec::new(),
            path,
        }
    }

    fn codes(&self, list: &str) -> Vec<FormCode> {
        if let Some(fixed) = fixed::find(list) {
            let code = |code: &fixed::FixedCode| FormCode {
                code: code.code.to_owned(),
                labels: labels(code.zh, code.en),
                rank: None,
            };
            return fixed.codes.iter().map(code).collect();
        }
        let codes = self.plan.codes.lists.get(list).into_iter().flatten();
        codes
            .map(|entry| FormCode { code: entry.code.to_string(), labels: entry.labels.clone(), rank: entry.rank })
            .collect()
    }
}

fn input(ty: Type) -> &'static str {
    match ty {
        Type::Text | Type::Id | Type::PartialDate | Type::Period => "text",
        Type::Code => "select",
        Type::Ref => "reference",
        Type::Whole | Type::Amount => "number",
        Type::Date => "date",
        Type::Time => "time",
        Type::YesNo => "radio",
        Type::List(Type::Code) => "checkboxes",
        Type::List(Type::Ref) => "references",
        Type::List(_) => "texts",
        Type::Items(_) => "items",
    }
}

fn limits(ty: Type) -> Option<Limits> {
    let none = Limits::default();
    Some(match ty {
        Type::Text => Limits { max_length: Some(TEXT_CHARS), ..none },
        Type::Id | Type::Code | Type::Ref => Limits { max_length: Some(ID_CHARS), ..none },
        Type::Whole => Limits { min: Some(0), max: Some(MAX), decimals: Some(0), ..none },
        Type::Amount => Limits { min: Some(0), max: Some(MAX), decimals: Some(DECIMALS), ..none },
        Type::Date => Limits { first_day: Some("1900-01-01"), last_day: Some("2200-12-31"), ..none },
        Type::PartialDate => Limits { pattern: Some(PARTIAL_DATE), ..none },
        Type::Period => Limits { pattern: Some(PERIOD), ..none },
        Type::Time => Limits { pattern: Some(TIME), ..none },
        Type::List(inner) => return limits(*inner),
        Type::YesNo | Type::Items(_) => return None,
    })
}
