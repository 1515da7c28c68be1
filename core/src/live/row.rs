use crate::difference::Standing;
use crate::evaluate::{CellAnswer, RequirementAnswer};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// How a requirement, or a part or cell of one, stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'l> {
    /// The requirement.
    pub requirement: &'l str,
    /// The way to a part or cell of it; empty for the requirement as a whole.
    pub place: &'l [Step],
    /// How it stands.
    pub standing: &'l Standing,
}

/// A step from a requirement or cell to what lies in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// To the part at this place of a combination, from 0.
    Part(usize),
    /// To the cell of these members in this period.
    Cell {
        /// The members.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        members: Vec<String>,
        /// The period.
        #[serde(skip_serializing_if = "Option::is_none")]
        window: Option<String>,
    },
}

/// Standings by the way to them.
pub(super) type Rows = BTreeMap<Vec<Step>, Standing>;

/// Everything that an answer says stands somewhere.
pub(super) fn rows(answer: &RequirementAnswer) -> Rows {
    let mut rows = Rows::new();
    add_answer(answer, Vec::new(), &mut rows);
    rows
}

fn add_answer(answer: &RequirementAnswer, place: Vec<Step>, rows: &mut Rows) {
    for cell in &answer.cells {
        let step = Step::Cell { members: cell.members.clone(), window: cell.window.clone() };
        add_cell(cell, extended(&place, step), rows);
    }
    add_parts(&answer.parts, &place, rows);
    rows.insert(place, Standing::of(answer));
}

fn add_cell(cell: &CellAnswer, place: Vec<Step>, rows: &mut Rows) {
    add_parts(&cell.parts, &place, rows);
    rows.insert(place, Standing::of_cell(cell));
}

fn add_parts(parts: &[RequirementAnswer], place: &[Step], rows: &mut Rows) {
    for (at, part) in parts.iter().enumerate() {
        add_answer(part, extended(place, Step::Part(at)), rows);
    }
}

fn extended(place: &[Step], step: Step) -> Vec<Step> {
    let mut place = place.to_vec();
    place.push(step);
    place
}
