//! Days that somebody or something must cover.

use super::days::Days;
use super::limit::room;
use super::plan::{Plan, Planner};
use super::work::Action;
use crate::evaluate::{CellStanding, Details, Tri};
use crate::finding::{Finding, remaining as codes};
use crate::package::model::{Coverage, Target};
use crate::time::Date;

impl<'w> Planner<'_, 'w> {
    /// Days that must be covered yet, and days that nobody can cover any more.
    pub(super) fn cover(
        &self,
        cell: &CellStanding<'w>,
        details: &Details<'w>,
        coverage: &'w Coverage,
        target: &Target,
        plan: &mut Plan,
    ) {
        // Perhaps they are covered: then the data come first.
        for (from, to) in cell.cell.gaps.iter().filter(|_| cell.cell.sure == Tri::No) {
            let finding = self.about_member(cell, Finding::new(codes::DAYS_UNCOVERED));
            plan.unreachable.push(finding.with("from", from).with("to", to));
        }
        // So many days may stay uncovered yet: the first ones, so that the rest is what must be covered.
        let (taken, limit) = (cell.cell.range.and_then(|range| range.hi), cell.cell.target);
        let spared = match (taken, limit, cell.cell.sure) {
            (Some(taken), Some(limit), Tri::Yes | Tri::Maybe) => room(taken, target, limit),
            _ => 0,
        };
        let ahead = after(&details.ahead, spared);
        let (Some((from, _)), Some((_, to))) = (ahead.first(), ahead.last()) else { return };
        let days = Days { from: Some(*from), last: Some(*to), late: false };
        let mut item = self.item(cell, Action::Cover, &coverage.source, days);
        item.n = ahead.iter().map(length).fold(0, u64::saturating_add);
        // One interval may reach over all of them.
        item.records = u64::from(coverage.depth);
        // The first of them is lost unless somebody is there.
        item.due = Some(*from);
        plan.work.push(item);
    }
}

/// How many days a stretch has.
fn length((from, to): &(Date, Date)) -> u64 {
    u64::try_from(to.days_since(*from) + 1).unwrap_or(0)
}

/// Stretches of days without the first so many days of them.
fn after(stretches: &[(Date, Date)], mut spared: u64) -> Vec<(Date, Date)> {
    let mut rest = Vec::new();
    for stretch in stretches {
        let gone = spared.min(length(stretch));
        spared -= gone;
        if gone < length(stretch) {
            rest.push((stretch.0.plus_days(i64::try_from(gone).unwrap_or(0)), stretch.1));
        }
    }
    rest
}
