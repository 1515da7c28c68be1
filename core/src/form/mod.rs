//! Forms 表单: what a screen needs to know to ask for an entry, and what is wrong with a half-filled one.
//!
//! Everything comes from where it is declared: fields from the kinds' tables, codes,
//! attributes and rules from the package. [`Form`] says which fields each rule depends on,
//! so that a form checks again what another field may have mended.

mod condition;
mod core_rule;
mod demand;
mod depends;
mod describe;
mod draft;
mod field;
mod kinds;
mod pointer;
mod rule;
mod rule_fields;
mod undecided;

pub use demand::RequiredWhen;
pub use describe::Description;
pub use draft::{Checked, DraftFinding, Touched};
pub use field::{FormCode, FormField, Limits};
pub use kinds::KindOffered;
pub use rule::{FormRule, Scope};

pub(crate) use describe::describe;
pub(crate) use draft::{Surroundings, check, relations};
pub(crate) use kinds::kinds;
pub(crate) use rule_fields::{RuleFields, rule_fields};
pub(crate) use undecided::undecided;

use crate::kind::KindInfo;
use crate::package::model::{Labels, Plan};
use schemars::JsonSchema;
use serde::Serialize;

/// What a form for entries of one kind needs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Form {
    /// The kind.
    pub kind: &'static str,
    /// `record`, `event` or `register`.
    pub family: &'static str,
    /// Its name.
    pub labels: Labels,
    /// The package that its entries belong to.
    pub package: String,
    /// Its fields in order, those of the kind before the attributes of the package.
    pub fields: Vec<FormField>,
    /// What is checked beyond the types of single fields.
    pub rules: Vec<FormRule>,
}

impl Form {
    /// The form of a kind in a package.
    pub(crate) fn new(plan: &Plan, kind: &'static KindInfo) -> Self {
        let demands = demand::of(plan, kind);
        Self {
            kind: kind.name,
            family: kind.family.name(),
            labels: labels(kind.zh, kind.en),
            package: plan.id.to_string(),
            fields: field::of(plan, kind, &demands),
            rules: rule::of(plan, kind),
        }
    }
}

fn labels(zh: &str, en: &str) -> Labels {
    Labels { zh: zh.into(), en: en.into() }
}
