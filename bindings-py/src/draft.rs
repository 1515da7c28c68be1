//! A draft as Python holds it, and its check as Python wants it: no JSON text stands between.

use crate::package::Package;
use jiexiang::finding::Finding;
use jiexiang::form::{Checked, DraftFinding, Touched};
use jiexiang::json::{Shape, Tree};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString};

/// What is read here. What has more values, is nested deeper or holds longer texts goes as JSON text, whose
/// reader knows the limits; so does what is not plain, to be refused there with its place.
const VALUES: usize = 5_000;
const DEPTH: usize = 16;
const BYTES: usize = 8_000;

/// Checks a draft by a package; none when it has to go as JSON text.
#[pyfunction]
pub(crate) fn check_draft<'py>(
    package: &Package,
    draft: &Bound<'py, PyAny>,
    touched: &Bound<'py, PyAny>,
) -> PyResult<Option<Bound<'py, PyDict>>> {
    let mut left = VALUES;
    let (values, fields) = (tree(draft, &mut left, DEPTH), tree(touched, &mut left, DEPTH));
    let (Some(values), Some(fields)) = (values, fields) else { return Ok(None) };
    let texts: Option<Vec<&str>> = fields.list().and_then(|fields| fields.iter().map(Tree::text).collect());
    if values.object().is_none() || texts.is_none() && !touched.is_none() {
        return Ok(None);
    }
    answer(draft.py(), &package.0.check_draft(&values, Touched(texts.as_deref()), None)).map(Some)
}

fn tree(value: &Bound<'_, PyAny>, left: &mut usize, depth: usize) -> Option<Tree<PyBackedStr>> {
    *left = left.checked_sub(1)?;
    let below = depth.checked_sub(1)?;
    // Half a character is no text.
    let text = |text: &Bound<'_, PyString>| PyBackedStr::try_from(text.clone()).ok().filter(|text| text.len() <= BYTES);
    let shape = if let Ok(value) = value.cast_exact::<PyString>() {
        Shape::Text(text(value)?)
    } else if let Ok(value) = value.cast_exact::<PyDict>() {
        // All keys first: what runs for a value may change the dict.
        let fields: Option<Vec<_>> =
            value.iter().map(|(key, value)| Some((text(key.cast_exact().ok()?)?, value))).collect();
        let fields = fields?.into_iter().map(|(key, value)| Some((key, tree(&value, left, below)?)));
        Shape::Object(fields.collect::<Option<_>>()?)
    } else if let Ok(value) = value.cast_exact::<PyList>() {
        Shape::List(value.iter().map(|item| tree(&item, left, below)).collect::<Option<_>>()?)
    } else if value.is_none() {
        Shape::Null
    } else if let Ok(value) = value.cast_exact::<PyBool>() {
        Shape::Bool(value.is_true())
    } else if value.is_exact_instance_of::<PyInt>() {
        Shape::Number(text(&value.str().ok()?)?)
    } else if let Ok(number) = value.cast_exact::<PyFloat>() {
        Shape::Number(text(&number.value().is_finite().then(|| value.repr().ok())??)?)
    } else {
        static PLAIN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let plain = PLAIN.import(value.py(), "jiexiang.encode", "plain").ok()?;
        return tree(&plain.call1((value,)).ok()?, left, below);
    };
    Some(Tree { at: 0, shape })
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
