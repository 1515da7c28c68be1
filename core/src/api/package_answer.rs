//! The questions that a package answers before any contract, one function each.

use super::Misuse;
use super::answer::value;
use super::input::Input;
use super::question::{Choice, PackageAnswer, Question, may, must, question};
use crate::form::{Checked, Description, Form, KindOffered, Touched};
use crate::json::Borrowed;
use crate::kind::{self, KindInfo};
use crate::schema::AnyEntry;
use crate::spec::Package;
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// Every question that needs no contract, by its name, with its options and the type of its answer.
pub(crate) const PACKAGE_QUESTIONS: &[Question<PackageAnswer>] = &[
    question::<Description, _>("describe", &[], |package, _| Ok(value(&package.describe()))),
    question::<Kinds, _>("kinds", &[], |package, _| Ok(value(&Kinds { kinds: package.kinds() }))),
    question::<Form, _>("form", &[KIND], |package, input| Ok(value(&package.form(kind(input)?)))),
    question::<Value, _>("schema", &[KIND], |package, input| Ok(value(&package.schema(kind(input)?.name)))),
    question::<Checked, _>("check_draft", &[DRAFT, TOUCHED, IMPORT_DATE], |package, input| {
        Ok(value(&check_draft(package, input)?))
    }),
];

pub(super) fn check_draft(package: &Package, input: &Input<'_>) -> Result<Checked, Misuse> {
    let (draft, touched) = (draft(input)?, touched(input)?);
    Ok(package.check_draft(draft, Touched(touched.as_deref()), input.optional_date("import_date")?))
}

pub(super) const KIND: Choice = must::<String>("kind", "Name of a kind, like `visit`.");
pub(super) const DRAFT: Choice = must::<AnyEntry>("draft", "The entry as far as it is written.");
pub(super) const TOUCHED: Choice =
    may::<Vec<String>>("touched", "JSON pointers of the fields that were filled in or left; all when absent.");
pub(super) const IMPORT_DATE: Choice = may::<Date>("import_date", "Day of entry of a draft that states none.");

/// The kinds of a package.
#[derive(Serialize, JsonSchema)]
struct Kinds {
    /// In the order of the core's table.
    kinds: Vec<KindOffered>,
}

pub(super) fn of(package: &Package, question: &str, input: &Input<'_>) -> Result<Value, Misuse> {
    let known = PACKAGE_QUESTIONS
        .iter()
        .find(|known| known.name == question)
        .ok_or_else(|| Misuse::unknown_operation(question))?;
    (known.answer)(package, input)
}

pub(super) fn kind(input: &Input<'_>) -> Result<&'static KindInfo, Misuse> {
    let name = input.text("kind")?;
    kind::find(name).ok_or_else(|| Misuse::unknown("kind", "kind", name))
}

pub(super) fn draft<'a>(input: &Input<'a>) -> Result<&'a Borrowed<'a>, Misuse> {
    input.given("draft").ok_or_else(|| Misuse::missing("draft"))
}

/// The touched fields; none given: all.
pub(super) fn touched<'a>(input: &Input<'a>) -> Result<Option<Vec<&'a str>>, Misuse> {
    if input.given("touched").is_none() {
        return Ok(None);
    }
    let invalid = || Misuse::invalid("touched", "list of JSON pointers");
    input.list("touched")?.iter().map(|node| node.text().ok_or_else(invalid)).collect::<Result<_, _>>().map(Some)
}
