use crate::difference::Standing;
use crate::evaluate::{CellAnswer, RequirementAnswer};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// How a requirement, or a part or cell of one, stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StandingRow<'l> {
    /// The requirement.
    pub requirement: &'l str,
    /// The way to a part or cell of it; absent for the requirement as a whole.
    #[serde(skip_serializing_if = "<[PlaceStep]>::is_empty")]
    pub place: &'l [PlaceStep],
    /// How it stands.
    pub standing: &'l Standing,
}

/// A step from a requirement or cell to what lies in it: to a part, or else to a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct PlaceStep {
    /// The part at this place of a combination, from 0; absent for a cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<usize>,
    /// The members of the cell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// The period of the cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
}

/// Standings by the way to them.
pub(super) type Rows = BTreeMap<Vec<PlaceStep>, Standing>;

/// Everything that an answer says stands somewhere.
pub(super) fn rows(answer: &RequirementAnswer) -> Rows {
    let mut rows = Rows::new();
    add_answer(answer, Vec::new(), &mut rows);
    rows
}

fn add_answer(answer: &RequirementAnswer, place: Vec<PlaceStep>, rows: &mut Rows) {
    for cell in &answer.cells {
        let step = PlaceStep { part: None, members: cell.members.clone(), window: cell.window.clone() };
        add_cell(cell, extended(&place, step), rows);
    }
    add_parts(&answer.parts, &place, rows);
    rows.insert(place, Standing::of(answer));
}

fn add_cell(cell: &CellAnswer, place: Vec<PlaceStep>, rows: &mut Rows) {
    add_parts(&cell.parts, &place, rows);
    rows.insert(place, Standing::of_cell(cell));
}

fn add_parts(parts: &[RequirementAnswer], place: &[PlaceStep], rows: &mut Rows) {
    for (at, part) in parts.iter().enumerate() {
        add_answer(part, extended(place, PlaceStep { part: Some(at), ..PlaceStep::default() }), rows);
    }
}

fn extended(place: &[PlaceStep], step: PlaceStep) -> Vec<PlaceStep> {
    let mut place = place.to_vec();
    place.push(step);
    place
}
