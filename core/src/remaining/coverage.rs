//! Days that somebody or something must cover.

use super::days::Days;
use super::plan::{Plan, Planner};
use super::work::Action;
use crate::evaluate::{CellStanding, Details, Tri};
use crate::finding::{Finding, remaining as codes};
use crate::package::model::Coverage;

impl<'w> Planner<'_, 'w> {
    /// Days that must be covered yet, and days that nobody can cover any more.
    pub(super) fn cover(
        &self,
        cell: &CellStanding<'w>,
        details: &Details<'w>,
        coverage: &'w Coverage,
        plan: &mut Plan,
    ) {
        // Perhaps they are covered: then the data come first.
        for (from, to) in cell.cell.gaps.iter().filter(|_| cell.cell.sure == Tri::No) {
            let finding = self.about_member(cell, Finding::new(codes::DAYS_UNCOVERED));
            plan.unreachable.push(finding.with("from", from).with("to", to));
        }
        let (Some((from, _)), Some((_, to))) = (details.ahead.first(), details.ahead.last()) else { return };
        let days = Days { from: Some(*from), last: Some(*to), late: false };
        let mut item = self.item(cell, Action::Cover, &coverage.source, days);
        let lengths = details.ahead.iter().map(|(from, to)| to.days_since(*from) + 1);
        item.n = u64::try_from(lengths.sum::<i64>()).unwrap_or(0);
        // One interval may reach over all of them.
        item.records = u64::from(coverage.depth);
        // The first of them is lost unless somebody is there.
        item.due = Some(*from);
        plan.work.push(item);
    }
}
