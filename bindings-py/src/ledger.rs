use crate::contract::Contract;
use crate::misuse::{import_day, misused, refused};
use crate::package::Package;
use jiexiang::entries::{LineFindings, lines};
use jiexiang::finding::Finding;
use jiexiang::json::canonical;
use jiexiang::time::Date;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// Lines that are read before Python hears of progress and signals again: a few milliseconds.
const CHUNK: usize = 500;

/// A ledger. Questions look at the state of the moment in which they are asked, so that
/// other threads may add to it meanwhile.
#[pyclass(frozen, module = "jiexiang._native")]
pub(crate) struct Ledger {
    empty: jiexiang::Ledger,
    state: Mutex<Arc<State>>,
}

#[derive(Clone)]
pub(crate) struct State {
    pub(crate) ledger: jiexiang::Ledger,
    /// A ledger is a set of what it read, and so is the set of these: read again, in any order, they make
    /// the same ledger. That is how a ledger is pickled.
    lines: BTreeSet<Arc<Line>>,
}

/// One line as it was given.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    source: Arc<str>,
    line: usize,
    text: Box<[u8]>,
    import_date: Option<Date>,
}

/// JSON Lines, or numbered texts of one entry each.
#[derive(FromPyObject)]
enum Lines {
    Whole(PyBackedBytes),
    Numbered(Vec<(usize, PyBackedBytes)>),
}

#[pymethods]
impl Ledger {
    /// An empty ledger; raises `Refused` when contract and packages do not fit.
    #[new]
    fn new(py: Python<'_>, packages: Vec<Py<Package>>, contract: Py<Contract>) -> PyResult<Self> {
        let packages: Vec<_> = packages.iter().map(|package| package.get().0.clone()).collect();
        let contract = contract.get().0.clone();
        let empty = py.detach(|| jiexiang::Ledger::new(&packages, contract));
        let empty = empty.map_err(|findings| refused(py, "ledger", &findings))?;
        let state = State { ledger: empty.clone(), lines: BTreeSet::new() };
        Ok(Self { empty, state: Mutex::new(Arc::new(state)) })
    }

    /// Reads one entry; answers its findings as JSON text.
    fn add(
        &self,
        py: Python<'_>,
        source: &str,
        line: usize,
        text: PyBackedBytes,
        import_date: Option<&str>,
    ) -> PyResult<String> {
        let import_date = import_day(py, import_date)?;
        Ok(py.detach(|| {
            let mut found: Vec<Finding> = Vec::new();
            self.change(|state| {
                found = state.ledger.add(source, line, &text, import_date);
                state.lines.insert(Arc::new(Line { source: source.into(), line, text: text[..].into(), import_date }));
            });
            canonical(&found)
        }))
    }

    /// Reads lines, all or (when interrupted) nothing; answers those with findings as JSON text.
    fn add_lines(
        &self,
        py: Python<'_>,
        source: &str,
        given: Lines,
        import_date: Option<&str>,
        progress: Option<Bound<'_, PyAny>>,
    ) -> PyResult<String> {
        let import_date = import_day(py, import_date)?;
        let given: Vec<(usize, &[u8])> = match &given {
            Lines::Whole(text) => py.detach(|| lines(text).collect()),
            Lines::Numbered(texts) => texts.iter().map(|(line, text)| (*line, &text[..])).collect(),
        };
        let source: Arc<str> = source.into();
        let mut read = State { ledger: self.empty.clone(), lines: BTreeSet::new() };
        let mut found = Vec::new();
        let mut done = 0;
        for chunk in given.chunks(CHUNK) {
            py.detach(|| {
                for &(line, text) in chunk {
                    let findings = read.ledger.add(&source, line, text, import_date);
                    if !findings.is_empty() {
                        found.push(LineFindings { line, findings });
                    }
                    read.lines.insert(Arc::new(Line { source: source.clone(), line, text: text.into(), import_date }));
                }
            });
            done += chunk.len();
            py.check_signals()?;
            if let Some(progress) = &progress {
                progress.call1((done, given.len()))?;
            }
        }
        Ok(py.detach(|| {
            self.change(|state| state.take_in(&read));
            canonical(&found)
        }))
    }

    /// Takes in what another ledger of the same contract read.
    fn merge(&self, py: Python<'_>, other: &Self) {
        py.detach(|| {
            let other = other.state();
            self.change(|state| state.take_in(&other));
        });
    }

    /// Another ledger with the same contents; they are shared until one of the two changes.
    fn copy(&self) -> Self {
        Self { empty: self.empty.clone(), state: Mutex::new(self.state()) }
    }

    /// How many entries were admitted.
    fn size(&self, py: Python<'_>) -> usize {
        py.detach(|| self.state().ledger.entries().iter().count())
    }

    /// Every line read, as `(source, line, text, import_date)`: read again they make this ledger.
    fn lines<'py>(&self, py: Python<'py>) -> Vec<(String, usize, Bound<'py, PyBytes>, Option<String>)> {
        let state = self.state();
        let lines = state.lines.iter();
        lines
            .map(|line| {
                let import_date = line.import_date.map(|day| day.to_string());
                (line.source.to_string(), line.line, PyBytes::new(py, &line.text), import_date)
            })
            .collect()
    }
}

impl Ledger {
    pub(crate) fn state(&self) -> Arc<State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(Arc::make_mut(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner)));
    }
}

impl State {
    fn take_in(&mut self, other: &Self) {
        self.ledger.merge(&other.ledger);
        self.lines.extend(other.lines.iter().cloned());
    }
}

/// Puts a question to one ledger, or to several at once; answers in canonical JSON.
#[pyfunction]
pub(crate) fn ask(py: Python<'_>, ledgers: Vec<Py<Ledger>>, question: &str, options: &str) -> PyResult<String> {
    let answer = py.detach(|| {
        let states: Vec<_> = ledgers.iter().map(|ledger| ledger.get().state()).collect();
        let ledgers: Vec<_> = states.iter().map(|state| &state.ledger).collect();
        jiexiang::api::ask(&ledgers, question, options)
    });
    answer.map_err(|misuse| misused(py, &misuse))
}
