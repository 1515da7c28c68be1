//! The order of risk: what is worse comes first, point by point and without a score.

use super::answer::PortfolioRow;
use crate::closing::Decision;
use crate::lifecycle::State;
use std::cmp::{Ordering, Reverse};

/// Compares two rows; see [`super::Portfolio::of`] for the points.
pub(super) fn compare(a: &PortfolioRow, b: &PortfolioRow) -> Ordering {
    standing(a)
        .cmp(&standing(b))
        .then_with(|| doubts(a).cmp(&doubts(b)))
        .then_with(|| (&a.contract, &a.package).cmp(&(&b.contract, &b.package)))
}

/// What has gone wrong, and what is late.
fn standing(row: &PortfolioRow) -> impl Ord + use<> {
    let is_over = matches!(row.state, State::Terminated | State::Closed);
    let decision = match row.decision {
        Decision::Blocked => 0,
        Decision::Undecided => 1,
        Decision::Closable => 2,
        Decision::Closed => 3,
        Decision::Terminated => 4,
    };
    (
        is_over,
        decision,
        Reverse(row.requirements.not_met),
        Reverse(row.open_duties + row.open_orders),
        Reverse(row.overdue_cells),
        Reverse(row.requirements.behind_pace),
    )
}

/// What is not certain, and how far the work has come.
fn doubts(row: &PortfolioRow) -> impl Ord + use<> {
    let found = |severity: &str| row.integrity.get(severity).copied().unwrap_or_default();
    (
        Reverse(row.boundary_readings.len()),
        ["error", "defect", "warning", "note"].map(|severity| Reverse(found(severity))),
        Reverse(row.requirements.unknown),
        row.progress,
    )
}
