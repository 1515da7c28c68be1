//! Relations between entries: what does not fit together, though each entry is sound.
//!
//! Nothing here rejects an entry, so that the order in which entries come never matters.

mod case;
mod conflict;
mod late;
mod reference;
mod retraction;
mod service;
mod session;
mod standing;
mod termination;
#[cfg(test)]
mod tests;
mod worker;

use crate::contract::Contract;
use crate::entry::Entry;
use crate::finding::Finding;
use crate::package::model::Plan;
pub(crate) use standing::{Lead, Standing};

/// Everything that does not fit together among these entries, in a fixed order.
///
/// Entries that a correction replaced or took back are looked at no more, nor are
/// older versions of register entries. Each finding names the entries concerned.
#[must_use]
pub fn check<'a>(plan: &Plan, contract: &Contract, entries: impl Iterator<Item = &'a Entry>) -> Vec<Finding> {
    let standing = Standing::of(entries);
    let mut findings = Vec::new();
    conflict::check(&standing, &mut findings);
    retraction::check(&standing, &mut findings);
    reference::check(&standing, plan, &mut findings);
    case::check(&standing, &mut findings);
    session::check(&standing, &mut findings);
    worker::check(&standing, plan, &mut findings);
    service::check(&standing, contract, &mut findings);
    late::check(&standing, &mut findings);
    termination::check(&standing, &mut findings);
    findings.sort();
    findings.dedup();
    findings
}
