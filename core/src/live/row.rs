use crate::difference::Standing;
use crate::evaluate::{CellAnswer, RequirementAnswer, Way};
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

impl PlaceStep {
    /// A step by which tallies name a place.
    pub(super) fn of(way: &Way) -> Self {
        match way {
            Way::Part(at) => Self { part: Some(*at), ..Self::default() },
            Way::Cell(members, window) => Self { part: None, members: members.clone(), window: window.clone() },
        }
    }
}

/// Standings by the way to them, in the order of these ways: that of the whole comes first.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows(Vec<(Vec<PlaceStep>, Standing)>);

impl Rows {
    /// Everything that an answer says stands somewhere.
    pub(super) fn of(answer: &RequirementAnswer) -> Self {
        let mut rows = ByPlace::new();
        add_answer(answer, Vec::new(), &mut rows);
        Self(rows.into_iter().collect())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&[PlaceStep], &Standing)> {
        self.0.iter().map(|(place, standing)| (place.as_slice(), standing))
    }

    /// The number of a place.
    pub(super) fn number(&self, place: &[PlaceStep]) -> Option<usize> {
        self.0.binary_search_by(|(known, _)| known.as_slice().cmp(place)).ok()
    }

    /// How a place stands.
    pub(super) fn get(&self, place: &[PlaceStep]) -> Option<&Standing> {
        self.0.get(self.number(place)?).map(|(_, standing)| standing)
    }

    /// How the whole stands.
    pub(super) fn whole(&self) -> Option<&Standing> {
        self.0.first().filter(|(place, _)| place.is_empty()).map(|(_, standing)| standing)
    }

    /// The place of a number with how it stands.
    pub(super) fn at(&mut self, number: usize) -> Option<(&[PlaceStep], &mut Standing)> {
        self.0.get_mut(number).map(|(place, standing)| (place.as_slice(), standing))
    }
}

type ByPlace = BTreeMap<Vec<PlaceStep>, Standing>;

fn add_answer(answer: &RequirementAnswer, place: Vec<PlaceStep>, rows: &mut ByPlace) {
    for cell in &answer.cells {
        let step = PlaceStep { part: None, members: cell.members.clone(), window: cell.window.clone() };
        add_cell(cell, extended(&place, step), rows);
    }
    add_parts(&answer.parts, &place, rows);
    rows.insert(place, Standing::of(answer));
}

fn add_cell(cell: &CellAnswer, place: Vec<PlaceStep>, rows: &mut ByPlace) {
    add_parts(&cell.parts, &place, rows);
    rows.insert(place, Standing::of_cell(cell));
}

fn add_parts(parts: &[RequirementAnswer], place: &[PlaceStep], rows: &mut ByPlace) {
    for (at, part) in parts.iter().enumerate() {
        add_answer(part, extended(place, PlaceStep { part: Some(at), ..PlaceStep::default() }), rows);
    }
}

fn extended(place: &[PlaceStep], step: PlaceStep) -> Vec<PlaceStep> {
    let mut place = place.to_vec();
    place.push(step);
    place
}
