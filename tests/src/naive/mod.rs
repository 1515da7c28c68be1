//! The second evaluator: plain loops over JSON, written to be read beside
//! `specs/FORMAT.md` sections 2 to 5 and 7. It shares no code with the core and exists
//! only to disagree with it.

pub mod condition;
pub mod counting;
pub mod date;
pub mod having;
pub mod helpful;
pub mod judge;
pub mod kinds;
pub mod link;
pub mod measure;
pub mod number;
pub mod package;
pub mod path;
pub mod rules;
pub mod source;
pub mod target;
pub mod truth;
pub mod visible;
pub mod window;
pub mod world;

#[cfg(test)]
mod tests;

use num_rational::Ratio;
use serde_json::Value;
use std::collections::BTreeMap;
use world::World;

pub use package::{apply_readings, merge_includes};

/// What became of one requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// `met`, `open`, `unknown` or `not_met`.
    pub outcome: String,
    /// Open, and it holds now.
    pub holding: bool,
    /// What is certain; only for a leaf with exactly one cell, none when undefined.
    pub lo: Option<Ratio<i128>>,
    /// What may be; none when unbounded or undefined.
    pub hi: Option<Ratio<i128>>,
    /// It cannot be reached.
    pub infeasible: bool,
    /// Share done.
    pub fraction: Ratio<i128>,
    /// Elements that count, surely or perhaps, in order.
    pub counted: Vec<String>,
    /// Its cells, when there is a quantifier or a period.
    pub cells: Vec<JudgedCell>,
}

/// What became of one cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JudgedCell {
    /// The members.
    pub members: Vec<String>,
    /// The period.
    pub window: Option<String>,
    /// The outcome and whether it holds; none when the cell is waived.
    pub outcome: Option<(String, bool)>,
    /// Elements that count, in order.
    pub counted: Vec<String>,
}

/// Judges every requirement (of indicators, obligations, provider and closing items, and
/// every part having an id) of a package whose includes are merged. Readings are applied
/// here, by the contract's choice.
#[must_use]
pub fn evaluate(
    package: &Value,
    contract: &Value,
    entries: &[Value],
    as_of: &str,
    at_closing: bool,
) -> BTreeMap<String, Judged> {
    let mut judged = BTreeMap::new();
    let Some(world) = look(package, contract, entries, as_of, at_closing) else {
        return judged;
    };
    for requirement in package::requirements(&world.package) {
        let verdict = world.judge(&requirement, None);
        let leaf = requirement["measure"].is_object();
        let span = if leaf { verdict.span } else { None };
        let id = requirement["id"].as_str().unwrap_or("").to_owned();
        judged.insert(
            id,
            Judged {
                outcome: verdict.outcome.name().to_owned(),
                holding: verdict.holding,
                lo: span.as_ref().and_then(|s| s.lo),
                hi: span.as_ref().and_then(|s| s.hi),
                infeasible: verdict.infeasible,
                fraction: verdict.fraction,
                counted: verdict.counted,
                cells: verdict.cells,
            },
        );
    }
    judged
}

/// The world of a day: readings applied, refused entries gone, defects found. None when
/// `as_of` is no date.
#[must_use]
pub fn look(package: &Value, contract: &Value, entries: &[Value], as_of: &str, at_closing: bool) -> Option<World> {
    let day = date::day(as_of)?;
    let mut package = apply_readings(package, contract);
    helpful::mark(&mut package);
    // Rules with `else: error` look at every entry alone, whether it will stand or not.
    let mut everything = World::new(package.clone(), contract, entries, day, at_closing);
    everything.entries = entries.to_vec();
    everything.successors.clear();
    let refused = everything.refused();
    let mut kept = Vec::new();
    for entry in entries {
        if !refused.contains(entry) {
            kept.push(entry.clone());
        }
    }
    let mut world = World::new(package, contract, &kept, day, at_closing);
    world.find_defects();
    Some(world)
}
