//! Faults of the calling program, as the exceptions that `jiexiang.errors` declares.

use jiexiang::api::Misuse;
use jiexiang::finding::Finding;
use jiexiang::json;
use jiexiang::time::Date;
use pyo3::prelude::*;

/// The exception for a question or option that no data could make right.
pub(crate) fn misused(py: Python<'_>, misuse: &Misuse) -> PyErr {
    raise(py, "Misuse", (misuse.code, &misuse.path, &misuse.message))
}

/// The exception for a document from which no handle could be made.
pub(crate) fn refused(py: Python<'_>, what: &'static str, findings: &[Finding]) -> PyErr {
    raise(py, "Refused", (what, json::canonical(&findings)))
}

/// The day of an option.
pub(crate) fn day(py: Python<'_>, option: &str, text: &str) -> PyResult<Date> {
    Date::parse(text).ok_or_else(|| misused(py, &Misuse::invalid(option, "date `yyyy-mm-dd`")))
}

/// The day of entry of lines that state none.
pub(crate) fn import_day(py: Python<'_>, text: Option<&str>) -> PyResult<Option<Date>> {
    text.map(|text| day(py, "import_date", text)).transpose()
}

fn raise<'py>(py: Python<'py>, class: &str, arguments: impl pyo3::call::PyCallArgs<'py>) -> PyErr {
    let error = py.import("jiexiang.errors").and_then(|errors| errors.getattr(class)?.call1(arguments));
    error.map_or_else(|failed| failed, PyErr::from_value)
}
