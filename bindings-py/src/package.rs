use crate::misuse::{misused, refused};
use jiexiang::api::Misuse;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

/// A package as loaded and checked; immutable.
#[pyclass(frozen, module = "jiexiang._native")]
pub(crate) struct Package(pub(crate) jiexiang::Package);

#[pymethods]
impl Package {
    /// Loads a package and the documents that it includes; raises `Refused` with every finding.
    #[staticmethod]
    fn load(py: Python<'_>, text: PyBackedBytes, includes: Vec<(String, PyBackedBytes)>) -> PyResult<Self> {
        let package = py.detach(|| {
            let includes: Vec<(&str, &[u8])> = includes.iter().map(|(id, text)| (id.as_str(), &text[..])).collect();
            jiexiang::Package::load(&text, &includes)
        });
        package.map(Self).map_err(|findings| refused(py, "package", &findings))
    }

    /// A package that comes with the wheel.
    #[staticmethod]
    fn builtin(py: Python<'_>, id: &str) -> PyResult<Self> {
        match py.detach(|| jiexiang::Package::builtin(id)) {
            Some(package) => package.map(Self).map_err(|findings| refused(py, "package", &findings)),
            None => Err(misused(py, &Misuse::unknown("package", "built-in package", id))),
        }
    }

    /// Puts a question that needs no contract; answers in canonical JSON.
    fn ask(&self, py: Python<'_>, question: &str, options: &str) -> PyResult<String> {
        let answer = py.detach(|| jiexiang::api::ask_package(&self.0, question, options));
        answer.map_err(|misuse| misused(py, &misuse))
    }

    /// Its id.
    #[getter]
    fn id(&self) -> &str {
        self.0.id()
    }

    /// Its version.
    #[getter]
    fn version(&self) -> &str {
        self.0.version()
    }
}

/// Ids and texts of the packages that come with the wheel.
#[pyfunction]
pub(crate) fn builtin_documents() -> Vec<(&'static str, &'static str)> {
    jiexiang::Package::builtin_documents().collect()
}
