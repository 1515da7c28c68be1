//! Growth 增长: what a measure came to by which day.

use crate::number::Exact;
use crate::package::model::Cmp;
use crate::time::Date;

/// Amounts with the days on which they came.
#[derive(Clone, Debug, Default)]
pub struct Growth {
    /// What was there from the outset, in parts.
    outset: Vec<Exact>,
    /// Days of which each brought one; apart, because most measures count.
    ones: Vec<Date>,
    /// Days of other amounts.
    amounts: Vec<(Date, Exact)>,
}

impl Growth {
    /// One more; without a day from the outset.
    pub(super) fn add_one(&mut self, day: Option<Date>) {
        match day {
            Some(day) => self.ones.push(day),
            None => self.outset.push(Exact::ONE),
        }
    }

    /// So much more; without a day from the outset.
    pub(super) fn add(&mut self, day: Option<Date>, amount: Exact) {
        match day {
            Some(day) => self.amounts.push((day, amount)),
            None => self.outset.push(amount),
        }
    }

    /// Nothing at all.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The first day that brought anything.
    pub(super) fn first(&self) -> Option<Date> {
        self.ones.iter().copied().chain(self.amounts.iter().map(|(day, _)| *day)).min()
    }

    /// The day on which the sum first stood in this relation to a value; none when it never did, or from the outset.
    pub(super) fn day_reached(&mut self, cmp: Cmp, value: Exact) -> Option<Date> {
        let mut sum = Exact::ZERO;
        for amount in &self.outset {
            sum = sum.plus(*amount).unwrap_or(sum);
            if cmp.holds(sum, value) {
                return None;
            }
        }
        if !self.amounts.is_empty() {
            self.amounts.extend(self.ones.drain(..).map(|day| (day, Exact::ONE)));
            self.amounts.sort_by_key(|(day, _)| *day);
            return self.amounts.iter().find_map(|(day, more)| {
                sum = sum.plus(*more)?;
                cmp.holds(sum, value).then_some(*day)
            });
        }
        // The days need no order up to the one that decides.
        let last = (0..self.ones.len()).find(|_| {
            sum = sum.plus(Exact::ONE).unwrap_or(sum);
            cmp.holds(sum, value)
        })?;
        let (_, day, _) = self.ones.select_nth_unstable(last);
        Some(*day)
    }
}
