//! The work of several threads: ledger after ledger.

use super::answer::{FindingTable, RowTable};
use super::{Evaluated, Found, Rows};
use crate::misuse::refused;
use arrow_array::RecordBatch;
use jiexiang::finding::{Finding, Locale, Severity};
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};
use pyo3::prelude::*;
use pyo3_arrow::PyTable;
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// How long Ctrl-C may go unheard.
const PATIENCE: Duration = Duration::from_millis(50);
/// Contracts that a thread takes at once, at most.
const SHARE: usize = 32;
/// Empty ledgers that a thread keeps, at most.
const EMPTIES: usize = 64;

/// What is asked.
pub(super) struct Work {
    pub(super) contracts: Vec<Contract>,
    pub(super) packages: Vec<Package>,
    pub(super) as_of: Date,
    pub(super) import_date: Option<Date>,
    pub(super) locale: Locale,
}

/// The answer about some contracts that stand behind one another.
struct Answered {
    rows: RecordBatch,
    found: Vec<Found>,
    /// Rows that were not admitted.
    rejected: usize,
}

impl Work {
    /// Evaluates all contracts; `lost` is what belongs to none.
    pub(super) fn answer(
        &self,
        rows: &dyn Rows,
        lost: Vec<Found>,
        size: usize,
        threads: Option<usize>,
        progress: Option<&Py<PyAny>>,
    ) -> PyResult<Evaluated> {
        let threads = threads.or_else(|| thread::available_parallelism().map(usize::from).ok()).unwrap_or(1);
        let threads = threads.clamp(1, self.contracts.len().max(1));
        let share = (self.contracts.len() / (threads * 4)).clamp(1, SHARE);
        let shares = self.contracts.len().div_ceil(share);
        let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
        let answers = thread::scope(|scope| {
            let (sender, answers) = channel();
            for _ in 0..threads {
                let (sender, next, stop) = (sender.clone(), &next, &stop);
                scope.spawn(move || {
                    let mut known = Empties::default();
                    while !stop.load(Ordering::Relaxed) {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        if at >= shares {
                            return;
                        }
                        let end = ((at + 1) * share).min(self.contracts.len());
                        // Nobody listens any more when the work was ended.
                        let _ = sender.send((at, self.some(at * share..end, rows, &mut known)));
                    }
                });
            }
            drop(sender);
            let mut gathered: Vec<Option<Answered>> = (0..shares).map(|_| None).collect();
            let result = self.gather(&mut gathered, share, progress, || answers.recv_timeout(PATIENCE));
            stop.store(true, Ordering::Relaxed);
            result.map(|()| gathered)
        })?;
        let mut batches = Vec::new();
        let mut found = FindingTable::new(self.locale);
        let mut rejected = lost.len();
        lost.iter().for_each(|lost| found.push(lost));
        for answered in answers.into_iter().flatten() {
            rejected += answered.rejected;
            answered.found.iter().for_each(|one| found.push(one));
            batches.push(answered.rows);
        }
        let rows = PyTable::try_new(batches, RowTable::schema())?;
        let findings = PyTable::try_new(vec![found.finish()?], FindingTable::schema())?;
        Ok((rows, findings, size, size - rejected))
    }

    /// Between answers Python hears of signals and progress.
    fn gather(
        &self,
        gathered: &mut [Option<Answered>],
        share: usize,
        progress: Option<&Py<PyAny>>,
        mut next: impl FnMut() -> Result<(usize, PyResult<Answered>), RecvTimeoutError>,
    ) -> PyResult<()> {
        let mut left = gathered.len();
        while left > 0 {
            let answered = next();
            Python::attach(|py| {
                py.check_signals()?;
                match answered {
                    Ok((at, answered)) => {
                        gathered[at] = Some(answered?);
                        left -= 1;
                        let done = self.contracts.len().saturating_sub(left * share);
                        progress.map_or(Ok(()), |heard| heard.call1(py, (done, self.contracts.len())).map(|_| ()))
                    }
                    Err(RecvTimeoutError::Timeout) => Ok(()),
                    Err(RecvTimeoutError::Disconnected) => {
                        Err(pyo3::exceptions::PyRuntimeError::new_err("a worker thread ended early"))
                    }
                }
            })?;
        }
        Ok(())
    }

    fn some(&self, contracts: Range<usize>, rows: &dyn Rows, known: &mut Empties) -> PyResult<Answered> {
        let mut table = RowTable::new(self.locale);
        let mut found = Vec::new();
        let mut rejected = 0;
        for at in contracts {
            let contract = &self.contracts[at];
            let has_versions = self.packages_of(contract).count() > 1;
            let mut ledger = known.empty(self, contract).map_err(|findings| {
                let findings: Vec<Finding> =
                    findings.into_iter().map(|finding| finding.about(contract.id.as_ref())).collect();
                Python::attach(|py| refused(py, "ledger", &findings))
            })?;
            rows.read(at, &mut ledger, self.import_date, &mut |table, row, findings| {
                rejected += usize::from(findings.iter().any(|finding| finding.severity == Severity::Error));
                let contract = || Some(contract.id.to_string());
                found.extend(findings.into_iter().map(|finding| Found { contract: contract(), table, row, finding }));
            });
            table.push(&contract.id, &ledger, self.as_of, has_versions);
        }
        Ok(Answered { rows: table.finish()?, found, rejected })
    }

    /// The versions of a contract's package.
    fn packages_of<'w>(&'w self, contract: &'w Contract) -> impl Iterator<Item = &'w Package> {
        self.packages.iter().filter(|package| *package.id() == *contract.package)
    }
}

/// Empty ledgers of a thread. To bind a package costs as much as to read hundreds of records, and
/// contracts that differ only in their ids are judged alike.
#[derive(Default)]
struct Empties(VecDeque<(Contract, Ledger)>);

impl Empties {
    /// An empty ledger for a contract; its own id stays that of the first such contract.
    fn empty(&mut self, work: &Work, contract: &Contract) -> Result<Ledger, Vec<Finding>> {
        let alike = Contract { id: "".into(), ..contract.clone() };
        if let Some((_, ledger)) = self.0.iter().find(|(known, _)| *known == alike) {
            return Ok(ledger.clone());
        }
        let packages: Vec<Package> = work.packages_of(contract).cloned().collect();
        let ledger = Ledger::new(&packages, contract.clone())?;
        if self.0.len() == EMPTIES {
            self.0.pop_front();
        }
        self.0.push_back((alike, ledger.clone()));
        Ok(ledger)
    }
}
