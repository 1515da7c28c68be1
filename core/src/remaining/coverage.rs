//! Days that somebody or something must cover.

use super::days::Days;
use super::limit::room;
use super::plan::{Plan, Planner};
use super::work::Action;
use crate::evaluate::{CellStanding, Details, Tri, Uncovered};
use crate::finding::{Finding, remaining as codes};
use crate::package::model::{Coverage, Target};

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
        // So many days may stay uncovered yet.
        let (taken, limit) = (cell.cell.range.and_then(|range| range.hi), cell.cell.target);
        let spared = match (taken, limit, cell.cell.sure) {
            (Some(taken), Some(limit), Tri::Yes | Tri::Maybe) => room(taken, target, limit),
            _ => 0,
        };
        let records = least(&details.ahead, spared);
        let ahead = to_cover(&details.ahead, records, spared);
        let (Some(first), Some(last)) = (ahead.first(), ahead.last()) else { return };
        let days = Days { from: Some(first.from), last: Some(last.to), late: false };
        let mut item = self.item(cell, Action::Cover, &coverage.source, days);
        item.n = ahead.iter().map(length).fold(0, u64::saturating_add);
        // Each interval may reach over all of them.
        item.records = u64::from(records);
        // The first of them is lost unless somebody is there.
        item.due = Some(first.from);
        plan.work.push(item);
    }
}

/// How many days a stretch has.
fn length(days: &Uncovered) -> u64 {
    u64::try_from(days.to.days_since(days.from) + 1).unwrap_or(0)
}

/// How many stretches lack more than so much, in days.
fn days_beyond(ahead: &[Uncovered], records: u32) -> u64 {
    ahead.iter().filter(|days| days.lacking > records).map(length).fold(0, u64::saturating_add)
}

/// The fewest intervals that leave no more days uncovered than may be: each new one brings every day
/// one nearer.
fn least(ahead: &[Uncovered], spared: u64) -> u32 {
    let most = ahead.iter().map(|days| days.lacking).max().unwrap_or(0);
    (0..most).find(|records| days_beyond(ahead, *records) <= spared).unwrap_or(most)
}

/// The stretches that so many intervals have to cover: without the days that they cannot cover, and
/// without the first of the rest, as many as may stay uncovered.
fn to_cover(ahead: &[Uncovered], records: u32, spared: u64) -> Vec<Uncovered> {
    let mut spared = spared.saturating_sub(days_beyond(ahead, records));
    let mut rest = Vec::new();
    for days in ahead.iter().filter(|days| days.lacking <= records) {
        let gone = spared.min(length(days));
        spared -= gone;
        if gone < length(days) {
            rest.push(Uncovered { from: days.from.plus_days(i64::try_from(gone).unwrap_or(0)), ..*days });
        }
    }
    rest
}
