//! Work items: what is to be done, where, by when, and what it must look like.

use super::condition::ConditionAnswer;
use crate::number::Exact;
use crate::package::model::Labels;
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// What a work item asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// New records, register entries, or items in them.
    Add,
    /// A new container with what it must hold (`inside`): a new case with its contacts.
    Open,
    /// More children for a container that is there.
    Complete,
    /// Records whose number field adds up to `amount`.
    Amount,
    /// A quotient to be brought to its `rate`: `amount` more of what stands above, or the first of what stands below.
    Raise,
    /// Days to be covered.
    Cover,
    /// A number to be brought down by `n`.
    Reduce,
    /// A member's own entry to be brought into order.
    Mend,
}

/// One piece of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WorkItem {
    /// The requirement, or the part of one, that it serves.
    pub requirement: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// What to do.
    pub action: Action,
    /// The kind of the entries concerned.
    pub kind: &'static str,
    /// The list in them, when items are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<&'static str>,
    /// Kind, and list, in words.
    pub labels: Labels,
    /// How many: entries, items, containers or days.
    pub n: u64,
    /// How much, for sums and quotients; exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Exact>,
    /// The amount, or rate, must be exceeded: reaching it is not enough.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub exceed: bool,
    /// The quotient that is to be reached; exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<Exact>,
    /// Of a share: the amount is of further ones, each of which adds to what stands below as well.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub further: bool,
    /// The field that is added up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The unit of the target.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub unit: Arc<str>,
    /// The least number of entries that do it, what `inside` lists included.
    pub records: u64,
    /// How many of `n` (for items: of `records`) other items of this answer bring already; the total counts them once.
    #[serde(skip_serializing_if = "is_zero")]
    pub shared: u64,
    /// The containers that are there and are to be completed or settled.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub containers: Vec<String>,
    /// One record may serve several containers or members at once: it names them in a list.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub jointly: bool,
    /// How a child names its container or members.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// The members of the cell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// The period of the cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
    /// What must differ from one to the next and from those that count already.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub distinct: Vec<String>,
    /// What they must agree in, so that they may overlap in time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alike: Vec<String>,
    /// A day of the container that none of what it holds may precede.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Items of one entry may not overlap in time: each begins after the one before has ended.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub in_turn: bool,
    /// Values of a code that are taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<String>,
    /// What each must satisfy.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<ConditionAnswer>,
    /// The same in words.
    #[serde(skip_serializing_if = "is_silent")]
    pub in_words: Labels,
    /// What the package's rules ask of such an entry besides, or it does not count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RuleDemand>,
    /// What each new container must hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inside: Vec<WorkItem>,
    /// The field by whose date or period a record is placed in time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub placed_by: Vec<String>,
    /// Where a record names the period that it is for, and the cell is none: days of which that period must hold some.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<PeriodIn>,
    /// First day on which it counts, after the day of judgement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Due day, for what is to be on time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Last day on which it still counts; none = up to closing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_useful_day: Option<Date>,
    /// It can only be delivered late, and still counts.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
    /// What must happen first, because the window is counted from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<String>,
}

/// Days of which a period must hold some.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PeriodIn {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

/// A rule of the package that a new entry has to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleDemand {
    /// The rule.
    pub rule: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// Its name.
    pub labels: Labels,
    /// Of which entries; empty = of all of the kind.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<ConditionAnswer>,
    /// What it asks.
    pub need: Vec<ConditionAnswer>,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

fn is_silent(labels: &Labels) -> bool {
    labels.zh.is_empty()
}

/// Work per month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pace {
    /// Entries to be made.
    pub records: u64,
    /// Months that remain, exact: whole months and the share of the last one, see [`months`].
    pub months: Exact,
    /// Entries per month, exact.
    pub per_month: Exact,
}

impl Pace {
    /// The pace at which so many entries are made from the day after `as_of` to `last`.
    pub(crate) fn new(records: u64, as_of: Date, last: Date) -> Option<Self> {
        let months = months(as_of, last)?;
        let per_month = Exact::size(usize::try_from(records).ok()?).over(months)?;
        (records > 0).then_some(Self { records, months, per_month })
    }
}

/// Months from the end of `as_of` to the end of `last`: whole months counted from `as_of`, and the
/// days beyond them as a share of the month that they stand in. None when no day remains.
///
/// 2024-12-14 to 2025-03-14 is 3; to 2025-03-29 it is 3 and 15 of the 31 days up to 2025-04-14.
#[must_use]
pub fn months(as_of: Date, last: Date) -> Option<Exact> {
    if last <= as_of {
        return None;
    }
    let mut whole = 0u32;
    while as_of.plus_months(whole + 1) <= last && whole < 12_000 {
        whole += 1;
    }
    let begun = as_of.plus_months(whole);
    let length = as_of.plus_months(whole + 1).days_since(begun);
    let share = Exact::ratio(last.days_since(begun).into(), length.into())?;
    Exact::whole(whole.into()).plus(share)
}
