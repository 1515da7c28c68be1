use crate::ledger::Ledger;
use crate::misuse::{day, import_day};
use jiexiang::json::canonical;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A copy of a ledger whose standing is kept up entry by entry.
#[pyclass(frozen, module = "jiexiang._native")]
pub(crate) struct Live(Mutex<jiexiang::live::Live>);

#[pymethods]
impl Live {
    /// Judges the ledger at the end of a day.
    #[new]
    fn new(py: Python<'_>, ledger: Py<Ledger>, as_of: &str) -> PyResult<Self> {
        let as_of = day(py, "as_of", as_of)?;
        let live = py.detach(|| jiexiang::live::Live::new(ledger.get().state().ledger.clone(), as_of));
        Ok(Self(Mutex::new(live)))
    }

    /// Reads one entry; answers what was found and what it changed as JSON text.
    fn add(
        &self,
        py: Python<'_>,
        source: &str,
        line: usize,
        text: PyBackedBytes,
        import_date: Option<&str>,
    ) -> PyResult<String> {
        let import_date = import_day(py, import_date)?;
        Ok(py.detach(|| canonical(&self.live().add(source, line, &text, import_date))))
    }

    /// Where everything stands, as JSON text.
    fn standings(&self, py: Python<'_>) -> String {
        py.detach(|| canonical(&self.live().standings()))
    }
}

impl Live {
    fn live(&self) -> MutexGuard<'_, jiexiang::live::Live> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
