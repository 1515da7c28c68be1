//! Duties out of requirements: one row for each cell, or for the whole.

use crate::evaluate::{CellStanding, Inside, Judge, Outcome, Standing, World};
use crate::number::Exact;
use crate::package::model::{Body, Labels, Measure, Requirement};
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// What kind of duty a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// 周期任务: a period of a requirement.
    Period,
    /// 指标: a requirement as a whole, due when its window ends.
    Requirement,
    /// 评估: an evaluation.
    Evaluation,
    /// 整改: an order to rectify with a due day.
    Rectification,
    /// 延期届满: the end that an extension gives.
    ExtensionEnd,
    /// 服务期满: the end of the service as agreed.
    ServiceEnd,
}

/// Where a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DutyState {
    /// 已完成: in time.
    Done,
    /// 逾期完成: after the due day.
    DoneLate,
    /// 待完成: its day has not passed.
    Due,
    /// 已逾期: its day has passed, and it is not certainly done.
    Overdue,
    /// 不可补救: broken although its day is still to come; work no longer mends it.
    Unreachable,
    /// 已豁免.
    Waived,
}

/// A duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Row {
    /// What kind of duty.
    pub duty: Duty,
    /// The requirement, stage, order or event.
    pub of: String,
    /// The clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<Arc<str>>,
    /// Its name.
    pub labels: Labels,
    /// The members that it is for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// The period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
    /// First day of its window.
    pub from: Date,
    /// Last day of its window.
    pub to: Date,
    /// The day on which it is due.
    pub due: Date,
    /// The day to remind of it: the one before a due day that the clause sets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remind: Option<Date>,
    /// Where it stands.
    pub state: DutyState,
    /// How the requirement is judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The day on which it came to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
    /// The event that did it, or who approved the waiver.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What must happen first, because the window is counted from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<String>,
}

/// The rows of a requirement.
pub(super) fn rows<'w>(judge: &Judge<'w>, world: &'w World<'w>, requirement: &'w Requirement, rows: &mut Vec<Row>) {
    if matches!(requirement.body, Body::TextOnly) {
        return;
    }
    let unnamed = Labels::default();
    let labels = requirement.labels.as_ref().unwrap_or(&unnamed);
    let id = requirement.id.as_deref().unwrap_or_default();
    of_standing(judge, world, &judge.standing(requirement), (id, labels), rows);
}

fn of_standing<'w>(
    judge: &Judge<'w>,
    world: &'w World<'w>,
    standing: &Standing<'w>,
    (id, labels): (&str, &Labels),
    rows: &mut Vec<Row>,
) {
    for cell in &standing.cells {
        match &cell.inside {
            // Parts with windows or members of their own are duties of their own.
            Inside::Parts(parts) if cell.waived.is_none() && parts.iter().any(has_own_cells) => {
                for (at, part) in parts.iter().enumerate() {
                    let Some(first) = part.cells.first() else { continue };
                    let own = first.requirement.id.as_deref().map_or_else(|| format!("{id}.{}", at + 1), str::to_owned);
                    let labels = first.requirement.labels.as_ref().unwrap_or(labels);
                    of_standing(judge, world, part, (&own, labels), rows);
                }
            }
            _ if cell.requirement.window.until_closing => {}
            _ => rows.push(row(judge, world, cell, id, labels)),
        }
    }
}

fn has_own_cells(part: &Standing<'_>) -> bool {
    part.cells.iter().any(|cell| {
        let requirement = cell.requirement;
        !requirement.inherits && (!requirement.each.is_empty() || requirement.window.stated)
    })
}

fn row<'w>(judge: &Judge<'w>, world: &'w World<'w>, cell: &CellStanding<'w>, id: &str, labels: &Labels) -> Row {
    let span = &cell.span;
    let due = span.due.unwrap_or_else(|| span.last.plus_days(i64::from(cell.requirement.window.grace_days)));
    let outcome = cell.cell.outcome;
    let done_on = (outcome == Outcome::Met && cell.waived.is_none()).then(|| done_on(judge, cell)).flatten();
    let state = match (&cell.waived, outcome) {
        (Some(_), _) => DutyState::Waived,
        (None, Outcome::Met) if done_on.is_some_and(|day| day > due) => DutyState::DoneLate,
        (None, Outcome::Met) => DutyState::Done,
        (None, Outcome::NotMet) if world.as_of < due => DutyState::Unreachable,
        (None, Outcome::NotMet) => DutyState::Overdue,
        (None, _) if world.as_of > due => DutyState::Overdue,
        (None, _) => DutyState::Due,
    };
    Row {
        duty: if span.name.is_some() { Duty::Period } else { Duty::Requirement },
        of: id.to_owned(),
        clause: Some(cell.requirement.clause.clone()),
        labels: labels.clone(),
        members: cell.members.clone(),
        window: span.name.clone(),
        from: span.first,
        to: span.last,
        due,
        remind: span.due.map(|due| due.plus_days(-1)),
        state,
        outcome: Some(outcome),
        done_on,
        by: cell.waived.as_ref().map(|waiver| waiver.approved_by.clone()),
        waits_for: span.waits_for.clone(),
    }
}

/// The day on which a cell came to be done: with what is handed over, the day of the last piece that was needed.
fn done_on<'w>(judge: &Judge<'w>, cell: &CellStanding<'w>) -> Option<Date> {
    match (&cell.inside, &cell.requirement.body) {
        (Inside::Parts(parts), body) => {
            let cells = parts.iter().flat_map(|part| &part.cells).filter(|part| part.cell.outcome == Outcome::Met);
            let days = cells.filter_map(|part| done_on(judge, part));
            if matches!(body, Body::Any(_)) { days.min() } else { days.max() }
        }
        (_, Body::Leaf(Measure::Count(sources), target)) => {
            if !target.cmp.wants_more() || sources.iter().any(|source| source.having.is_some()) {
                return cell.cell.met_day;
            }
            let mut near = 0;
            let counted = cell.cell.counted.iter();
            let mut days: Vec<Date> =
                counted.filter_map(|element| judge.delivered(&element.to_string(), &mut near)).collect();
            days.sort();
            let nth = |at: &usize| cell.cell.target.is_some_and(|value| target.cmp.holds(Exact::size(at + 1), value));
            let at = (0..days.len()).find(nth);
            at.and_then(|at| days.get(at).copied()).or(cell.cell.met_day)
        }
        _ => cell.cell.met_day,
    }
}
