//! Many contracts at once: rows of Arrow, or JSON Lines, in; rows of Arrow out. No object of
//! Python is made for a record.
//!
//! Rows are grouped by contract first. Then each thread builds the ledger of one contract,
//! evaluates it and drops it, so that beside the table only one ledger a thread is in memory.

mod answer;
mod by_contract;
mod cell;
mod lines;
mod names;
mod shape;
mod table;
mod work;

use crate::contract::Contract;
use crate::misuse::{day, import_day, misused};
use crate::package::Package;
use by_contract::Contracts;
use jiexiang::Ledger;
use jiexiang::api::Misuse;
use jiexiang::finding::{Finding, Locale};
use jiexiang::time::Date;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3_arrow::PyTable;
use pyo3_arrow::input::AnyRecordBatch;
use work::Work;

/// The column, or key, that names the contract of a row.
const CONTRACT: &str = "contract";

/// A finding and where it was found.
struct Found {
    contract: Option<String>,
    table: Option<&'static str>,
    row: usize,
    finding: Finding,
}

/// Takes the findings of a row: its table, its number from 1, and what was found.
type Heard<'h> = &'h mut dyn FnMut(Option<&'static str>, usize, Vec<Finding>);

/// What is read, by contract.
trait Rows: Sync {
    /// Reads the rows of a contract into its ledger, in the order of the source.
    fn read(&self, contract: usize, ledger: &mut Ledger, import_date: Option<Date>, heard: Heard<'_>);
}

/// Evaluation rows, findings, and how many rows were read and admitted.
type Evaluated = (PyTable, PyTable, usize, usize);

/// What is asked of the rows, in this order: contracts, packages, day, day of entry of rows that state none,
/// locale, threads, progress.
type Asked = (
    Vec<Py<Contract>>,
    Vec<Py<Package>>,
    PyBackedStr,
    Option<PyBackedStr>,
    PyBackedStr,
    Option<usize>,
    Option<Py<PyAny>>,
);

/// Evaluates tables of several contracts, each with the kind of its rows or none.
#[pyfunction]
pub(crate) fn evaluate_tables(
    py: Python<'_>,
    tables: Vec<(Option<String>, AnyRecordBatch)>,
    asked: Asked,
) -> PyResult<Evaluated> {
    let (work, threads, progress) = work_of(py, asked)?;
    let tables: Vec<_> =
        tables.into_iter().map(|(kind, table)| Ok((kind, table.into_reader()?))).collect::<PyResult<_>>()?;
    py.detach(|| {
        let known = Contracts::new(&work.contracts);
        let read = table::Tables::read(tables, &known);
        let (tables, lost) = read.map_err(|misuse| Python::attach(|py| misused(py, &misuse)))?;
        work.answer(&tables, lost, tables.size(), threads, progress.as_ref())
    })
}

/// Evaluates JSON Lines of several contracts, each line with the key `contract`.
#[pyfunction]
pub(crate) fn evaluate_lines(py: Python<'_>, text: PyBackedBytes, asked: Asked) -> PyResult<Evaluated> {
    let (work, threads, progress) = work_of(py, asked)?;
    py.detach(|| {
        let known = Contracts::new(&work.contracts);
        let (lines, lost) = lines::Lines::read(&text, &known);
        work.answer(&lines, lost, lines.size(), threads, progress.as_ref())
    })
}

fn work_of(py: Python<'_>, asked: Asked) -> PyResult<(Work, Option<usize>, Option<Py<PyAny>>)> {
    let (contracts, packages, as_of, import_date, locale, threads, progress) = asked;
    let no_locale = || misused(py, &Misuse::invalid("locale", "locale: `zh-CN` or `en`"));
    let work = Work {
        contracts: contracts.iter().map(|contract| contract.get().0.clone()).collect(),
        packages: packages.iter().map(|package| package.get().0.clone()).collect(),
        as_of: day(py, "as_of", &as_of)?,
        import_date: import_day(py, import_date.as_deref())?,
        locale: Locale::parse(&locale).ok_or_else(no_locale)?,
    };
    Ok((work, threads, progress))
}
