use crate::misuse::refused;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

/// A contract as read; immutable.
#[pyclass(frozen, module = "jiexiang._native")]
pub(crate) struct Contract(pub(crate) jiexiang::Contract);

#[pymethods]
impl Contract {
    /// Reads a contract; raises `Refused` with every finding.
    #[staticmethod]
    fn load(py: Python<'_>, text: PyBackedBytes) -> PyResult<Self> {
        let contract = py.detach(|| jiexiang::Contract::load(&text));
        contract.map(Self).map_err(|findings| refused(py, "contract", &findings))
    }

    /// Its id.
    #[getter]
    fn id(&self) -> &str {
        &self.0.id
    }

    /// Id of its package.
    #[getter]
    fn package(&self) -> &str {
        &self.0.package
    }

    /// Version of its package.
    #[getter]
    fn version(&self) -> &str {
        &self.0.version
    }

    /// First day of the service, last day as agreed, day of the mid-term evaluation: `yyyy-mm-dd`.
    #[getter]
    fn days(&self) -> [String; 3] {
        [self.0.service_start, self.0.service_end, self.0.midterm_date].map(|day| day.to_string())
    }
}
