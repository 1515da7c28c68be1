//! Calendar 日历: every duty with its window, its due day and its state.
//!
//! Rows come from the same cells that the evaluation judges; [`Calendar::ics`] writes them
//! in the form that calendar programs read. What is open up to closing has no day and no row.

mod duty;
mod ics;
mod stage;
mod words;

pub use duty::{Duty, DutyState, Row};

use crate::contract::Contract;
use crate::evaluate::{Judge, World};
use crate::lifecycle::Lifecycle;
use crate::package::model::Labels;
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// The duties that fall due in a span of days.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Calendar {
    /// The contract.
    pub contract: Arc<str>,
    /// The package's name.
    pub labels: Labels,
    /// The day whose end the states are of.
    pub as_of: Date,
    /// By due day, then by what they are.
    pub rows: Vec<Row>,
}

impl Calendar {
    /// The duties of a world's plan that fall due from `from` to `to`, both included.
    #[must_use]
    pub fn new<'w>(
        world: &'w World<'w>,
        contract: &'w Contract,
        lifecycle: &Lifecycle,
        from: Option<Date>,
        to: Option<Date>,
    ) -> Self {
        let judge = Judge::new(world, contract, false);
        let plan = world.plan;
        let indicators = plan.indicators.iter().filter(|indicator| !indicator.text_only);
        let requirements = indicators.flat_map(|indicator| &indicator.requirements);
        let mut rows = Vec::new();
        for requirement in requirements.chain(&plan.obligations).chain(&plan.provider) {
            duty::rows(&judge, world, requirement, &mut rows);
        }
        stage::rows(world, contract, lifecycle, &mut rows);
        let inside = |row: &Row| from.is_none_or(|from| from <= row.due) && to.is_none_or(|to| row.due <= to);
        rows.retain(inside);
        rows.sort_by(|a, b| {
            (a.due, a.duty, &a.of, &a.window, &a.members).cmp(&(b.due, b.duty, &b.of, &b.window, &b.members))
        });
        Self { contract: contract.id.clone(), labels: plan.labels.clone(), as_of: world.as_of, rows }
    }
}
