//! A draft as Python holds it, and its check as Python wants it: no JSON text stands between.

use crate::given::{At, Held};
use crate::package::Package;
use jiexiang::entry::{Given, Seen};
use jiexiang::finding::Finding;
use jiexiang::form::{Checked, DraftFinding, Touched};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

/// Checks a draft by a package; none when it has to go as JSON text.
#[pyfunction]
pub(crate) fn check_draft<'py>(
    package: &Package,
    draft: &Bound<'py, PyAny>,
    touched: &Bound<'py, PyAny>,
) -> PyResult<Option<Bound<'py, PyDict>>> {
    let mut held = Held::new();
    let Some(given) = held.take(draft.clone(), touched.clone()) else { return Ok(None) };
    let (draft, fields) = (At(&given, 0), At(&given, 1));
    let text = |field: At<'_, '_>| matches!(field.see(), Seen::Text(_)).then(|| given.text(field.1));
    let texts: Option<Vec<&str>> =
        if let Seen::List(fields) = fields.see() { fields.map(text).collect() } else { None };
    if !matches!(draft.see(), Seen::Object(_)) || texts.is_none() && !touched.is_none() {
        return Ok(None);
    }
    answer(touched.py(), &package.0.check_draft(draft, Touched(texts.as_deref()), None)).map(Some)
}

/// Keys in the order of the canonical text.
fn answer<'py>(py: Python<'py>, checked: &Checked) -> PyResult<Bound<'py, PyDict>> {
    let findings = PyList::empty(py);
    for DraftFinding { fields, finding } in &checked.findings {
        // A draft has no lines.
        let Finding { code, severity, path, params, clause, records, position: _ } = finding;
        let row = PyDict::new(py);
        clause.as_ref().map(|clause| row.set_item(intern!(py, "clause"), clause)).transpose()?;
        row.set_item(intern!(py, "code"), code.as_str())?;
        row.set_item(intern!(py, "fields"), fields)?;
        if !params.is_empty() {
            let named = PyDict::new(py);
            params.iter().try_for_each(|(name, value)| named.set_item(name, value))?;
            row.set_item(intern!(py, "params"), named)?;
        }
        row.set_item(intern!(py, "path"), path)?;
        (!records.is_empty()).then(|| row.set_item(intern!(py, "records"), records)).transpose()?;
        row.set_item(intern!(py, "severity"), severity.name())?;
        findings.append(row)?;
    }
    let answer = PyDict::new(py);
    answer.set_item(intern!(py, "admissible"), checked.admissible)?;
    answer.set_item(intern!(py, "findings"), findings)?;
    Ok(answer)
}
