//! How much is short, and in how many pieces it can be brought.

use super::plan::Planner;
use super::possible::{Most, most};
use crate::number::Exact;
use crate::package::model::{Cmp, Cond, Source, Target};

impl<'w> Planner<'_, 'w> {
    /// In how many elements an amount can be brought, as far as conditions bound what one of them brings; none
    /// when not at all.
    pub(super) fn pieces_of(&self, source: &Source, amount: Exact, exceed: bool) -> Option<u64> {
        let conditions: Vec<&Cond> = std::iter::once(&source.cond).chain(self.binding(source)).collect();
        pieces(amount, exceed, source.field.as_ref().and_then(|field| most(source.of, &conditions, field)))
    }
}

/// In how many pieces, none above a bound, an amount can be brought; none when not at all.
fn pieces(amount: Exact, exceed: bool, bound: Option<Most>) -> Option<u64> {
    let Some(Most { value: most, open }) = bound else { return Some(1) };
    if most <= Exact::ZERO {
        return None;
    }
    let share = amount.over(most)?;
    let whole = share.as_whole().is_some();
    // Pieces below the bound never come to a whole multiple of it.
    Some((share.whole_up()? + u64::from(whole && (open || exceed))).max(1))
}

/// The least whole number that brings `has` to the target.
pub(super) fn needed(has: Exact, target: &Target, value: Exact) -> u64 {
    let Some(gap) = has.short_of(value) else { return u64::MAX };
    let up = gap.whole_up().unwrap_or(u64::MAX);
    // More than a whole number: one beyond it. `has` may lie above the value already.
    let reached = is_strict(target) && gap.as_whole().is_some() && has <= value;
    up.saturating_add(u64::from(reached))
}

/// The target itself is not enough.
pub(super) fn is_strict(target: &Target) -> bool {
    target.cmp == Cmp::MoreThan
}
