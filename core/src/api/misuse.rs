use schemars::JsonSchema;
use serde::Serialize;

/// A request or question that no data could make right: a fault of the calling program.
///
/// Bad *data* is never misuse; it is answered by findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema, thiserror::Error)]
#[error("{message}")]
pub struct Misuse {
    /// `not_json`, `unknown_operation`, `unknown_id`, `option_missing` or `option_invalid`.
    pub code: &'static str,
    /// The option concerned; empty for the whole request.
    pub path: String,
    /// What is wrong and what would be right, for the programmer.
    pub message: String,
}

impl Misuse {
    pub(super) fn no_json(error: &crate::json::SyntaxError) -> Self {
        Self { code: "not_json", path: String::new(), message: format!("the request is no JSON: {error}") }
    }

    /// An option that the call needs and that is not given.
    #[must_use]
    pub fn missing(option: &str) -> Self {
        Self { code: "option_missing", path: option.to_owned(), message: format!("`{option}` is missing") }
    }

    /// An option that is not what is `wanted` there.
    #[must_use]
    pub fn invalid(option: &str, wanted: &str) -> Self {
        Self { code: "option_invalid", path: option.to_owned(), message: format!("`{option}` is no {wanted}") }
    }

    pub(super) fn unknown_operation(name: &str) -> Self {
        Self { code: "unknown_operation", path: String::new(), message: format!("there is no operation `{name}`") }
    }

    /// An option that names something (`what`, by its id) that does not exist.
    #[must_use]
    pub fn unknown(option: &str, what: &str, id: &str) -> Self {
        Self { code: "unknown_id", path: option.to_owned(), message: format!("there is no {what} `{id}`") }
    }
}
