//! Trials 假设: what would change if entries were added, removed or replaced.

use crate::difference::Difference;
use crate::entries::Entries;
use crate::finding::{Finding, change};
use crate::ledger::Ledger;
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// What a trial changes; a ledger is only ever read.
///
/// Entries are JSON texts as [`Ledger::add`] takes them; one that states no day of entry is taken
/// to be entered on the day of judgement.
#[derive(Clone, Copy, Debug, Default)]
pub struct Trial<'a> {
    /// Entries added.
    pub add: &'a [String],
    /// Ids removed: every entry that bears one, in whatever register.
    pub remove: &'a [String],
    /// Entries put in the place of what bears their id among entries of their kind's ids.
    pub replace: &'a [String],
}

/// What would change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WhatIf {
    /// What was found in the entries of the trial, those without findings left out.
    pub findings: Vec<TrialFindings>,
    /// The difference between the ledger and the ledger as tried.
    pub difference: Difference,
}

/// What was found in one part of a trial.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrialFindings {
    /// `add`, `remove` or `replace`.
    pub list: &'static str,
    /// Place in that list, from 1.
    pub item: usize,
    /// The findings; with an error among them the item changed nothing.
    pub findings: Vec<Finding>,
}

impl WhatIf {
    pub(crate) fn new(ledger: &Ledger, as_of: Date, trial: &Trial<'_>) -> Self {
        let mut tried = ledger.clone();
        let mut found = Vec::new();
        let mut note = |list, at: usize, findings: Vec<Finding>| {
            if !findings.is_empty() {
                found.push(TrialFindings { list, item: at + 1, findings });
            }
        };
        for (at, id) in trial.remove.iter().enumerate() {
            let removed = tried.entries_mut().remove(id, None);
            note("remove", at, if removed { Vec::new() } else { vec![no_such_entry(id)] });
        }
        for (at, text) in trial.replace.iter().enumerate() {
            // Read apart first, so that an entry which is refused leaves the old one where it is.
            let mut read = Entries::new(Arc::clone(ledger.plan()));
            let mut findings = read.add("replace", at + 1, text.as_bytes(), Some(as_of));
            if let Some(entry) = read.iter().next() {
                if !tried.entries_mut().remove(entry.id(), Some(entry.kind())) {
                    findings.push(no_such_entry(entry.id()));
                }
                tried.entries_mut().merge(&read);
            }
            note("replace", at, findings);
        }
        for (at, text) in trial.add.iter().enumerate() {
            note("add", at, tried.add("add", at + 1, text.as_bytes(), Some(as_of)));
        }
        Self { findings: found, difference: ledger.diff_with(&tried, as_of) }
    }
}

fn no_such_entry(id: &str) -> Finding {
    Finding::new(change::NO_SUCH_ENTRY).with("id", id).about(id)
}
