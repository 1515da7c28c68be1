//! The native half of the Python package `jiexiang`: handles, and text in and out.
//!
//! It holds no rule and no word of its own. Python's half (`python/jiexiang`) turns Python
//! values into JSON text and answers back into Python values.

mod batch;
mod bulk;
mod contract;
mod draft;
mod given;
mod ledger;
mod live;
mod misuse;
mod package;

use pyo3::prelude::*;

#[pymodule]
mod _native {
    #[pymodule_export]
    use super::{
        batch::ask_each, bulk::evaluate_lines, bulk::evaluate_tables, contract::Contract, draft::check_draft, kinds,
        ledger::Ledger, ledger::ask, live::Live, package::Package, package::builtin_documents, package_questions,
        questions, run,
    };
}

/// Carries out one request in JSON and answers in canonical JSON; never raises.
#[pyfunction]
fn run(py: Python<'_>, request: &str) -> String {
    py.detach(|| jiexiang::api::run(request))
}

/// The tables of all kinds as JSON text: what the columns of a data frame may be called.
#[pyfunction]
fn kinds() -> String {
    jiexiang::json::canonical(&jiexiang::kind::tables())
}

/// The names of the questions that ledgers answer.
#[pyfunction]
fn questions() -> Vec<&'static str> {
    jiexiang::api::questions().collect()
}

/// The names of the questions that packages answer.
#[pyfunction]
fn package_questions() -> Vec<&'static str> {
    jiexiang::api::package_questions().collect()
}
