//! Answers: what an evaluation says, in the shape in which it leaves the crate.

use super::judge::{Cell, names};
use super::operands::{Combine, Operands};
use super::outcome::Outcome;
use super::range::Range;
use super::span::Span;
use super::tri::Tri;
use super::world::Waiver;
use crate::finding::Finding;
use crate::number::Exact;
use crate::package::model::{Body, CheckElse, Cmp, Labels, Requirement, TargetValue};
use crate::sorted::Map;
use crate::time::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where a requirement stands, and why.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RequirementAnswer {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Arc<str>>,
    /// The clause.
    pub clause: Arc<str>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Labels>,
    /// Has nothing measurable; the outcome then says nothing.
    #[serde(skip_serializing_if = "is_false")]
    pub text_only: bool,
    /// Where it stands.
    pub outcome: Outcome,
    /// Open, but holding now.
    #[serde(skip_serializing_if = "is_false")]
    pub holding: bool,
    /// What is certain and what also might be; of a single cell.
    #[serde(flatten, serialize_with = "range")]
    #[schemars(with = "Option<Range>")]
    pub range: Option<Range>,
    /// What must be reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetAnswer>,
    /// Share done, exact.
    pub fraction: Exact,
    /// Its cells, when there is a quantifier or a period.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<CellAnswer>,
    /// The parts of a combination.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<RequirementAnswer>,
    /// Elements that count, certainly or perhaps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counted: Vec<String>,
    /// Elements that are about this and do not count, each with the reason.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub not_counted: Map<String, Finding>,
    /// What is missing to be certain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// Uncovered stretches of days.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "gaps")]
    #[schemars(with = "Vec<Gap>")]
    pub gaps: Vec<(Date, Date)>,
    /// Marks beside the outcome.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub marks: BTreeSet<Mark>,
    /// Checks that fail.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<CheckAnswer>,
    /// Measures shown and never judged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shows: Vec<ShowAnswer>,
    /// What was waived, by whom.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waived: Vec<WaivedAnswer>,
    /// Readings that bear on it, with the option in force.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "readings")]
    #[schemars(with = "BTreeMap<String, String>")]
    pub readings: Vec<(Arc<str>, Arc<str>)>,
    /// Comparator readings under which the outcome would be another.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub boundary: Vec<BoundaryAnswer>,
    /// What its comparison was made of; of a single cell. Shown by `explain`.
    #[serde(skip)]
    pub operands: Option<Operands>,
    /// How its parts come together; none without parts. Shown by `explain`.
    #[serde(skip)]
    pub combine: Option<Combine>,
    /// Of the elements that count, those that only perhaps do, each with the reason.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub perhaps: Map<String, Finding>,
    /// Reached for sure, whatever time remains.
    #[serde(skip)]
    pub(crate) sure: Tri,
    /// Day of the first certain element.
    #[serde(skip)]
    pub(crate) first_day: Option<Date>,
    /// Day on which it came to be met.
    #[serde(skip)]
    pub(crate) met_day: Option<Date>,
}

impl RequirementAnswer {
    pub(super) fn new(requirement: &Requirement) -> Self {
        Self {
            id: requirement.id.clone(),
            clause: requirement.clause.clone(),
            labels: requirement.labels.clone(),
            text_only: false,
            outcome: Outcome::Unknown,
            holding: false,
            range: None,
            target: None,
            fraction: Exact::ZERO,
            cells: Vec::new(),
            parts: Vec::new(),
            counted: Vec::new(),
            not_counted: Map::default(),
            missing: Vec::new(),
            gaps: Vec::new(),
            marks: BTreeSet::new(),
            checks: Vec::new(),
            shows: Vec::new(),
            waived: Vec::new(),
            readings: Vec::new(),
            boundary: Vec::new(),
            operands: None,
            combine: match requirement.body {
                Body::All(_) => Some(Combine::All),
                Body::Any(_) => Some(Combine::Any),
                Body::Leaf(..) | Body::TextOnly => None,
            },
            perhaps: Map::default(),
            sure: Tri::Maybe,
            first_day: None,
            met_day: None,
        }
    }
}

impl RequirementAnswer {
    /// What it has and what it needs, in short, and what these numbers are of (a word of the
    /// vocabulary `counted`): of its measure, or of its cells or parts.
    #[must_use]
    pub fn short(&self) -> (String, String, &'static str) {
        let share = |outcomes: &mut dyn Iterator<Item = Outcome>, needed: usize, of: &'static str| {
            let met = outcomes.filter(|outcome| *outcome == Outcome::Met).count();
            (met.to_string(), needed.to_string(), of)
        };
        match (&self.range, &self.target) {
            (Some(range), Some(target)) => (
                range.lo.map_or_else(|| "–".to_owned(), |lo| lo.to_string()),
                target.value.map_or_else(
                    || "–".to_owned(),
                    |value| format!("{}{value}{}", Cmp::sign_of(target.cmp), target.unit),
                ),
                "measure",
            ),
            _ if !self.cells.is_empty() => {
                let owed = self.cells.iter().filter(|cell| cell.waived.is_none());
                share(&mut owed.clone().map(|cell| cell.outcome), owed.count(), "cells")
            }
            _ => {
                let needed = if self.combine == Some(Combine::Any) { 1 } else { self.parts.len() };
                share(&mut self.parts.iter().map(|part| part.outcome), needed, "parts")
            }
        }
    }
}

/// One cell of a grid.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CellAnswer {
    /// The members.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// The period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
    /// Where it stands.
    pub outcome: Outcome,
    /// Open, but holding now.
    #[serde(skip_serializing_if = "is_false")]
    pub holding: bool,
    /// What is certain and what also might be.
    #[serde(flatten, serialize_with = "range")]
    #[schemars(with = "Option<Range>")]
    pub range: Option<Range>,
    /// The day on which it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Past its due day and not met.
    #[serde(skip_serializing_if = "is_false")]
    pub overdue: bool,
    /// Elements that count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counted: Vec<String>,
    /// What is missing to be certain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// The parts of a combination, in this cell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<RequirementAnswer>,
    /// Waived, by whom; the outcome then no longer matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived: Option<WaivedAnswer>,
    /// First and last day on which an element counts in it. Shown by `explain`.
    #[serde(skip)]
    pub days: (Date, Date),
    /// What its comparison was made of; none for a combination. Shown by `explain`.
    #[serde(skip)]
    pub operands: Option<Operands>,
    /// Whether it is owed for sure. Shown by `explain`.
    #[serde(skip)]
    pub owed: Tri,
}

impl CellAnswer {
    pub(super) fn new(
        cell: &Cell<'_>,
        members: Vec<String>,
        (span, owed): (&Span, Tri),
        as_of: Date,
        waived: Option<WaivedAnswer>,
    ) -> Self {
        Self {
            members,
            window: span.name.clone(),
            outcome: cell.outcome,
            holding: cell.holding,
            range: cell.range,
            due: span.due,
            overdue: cell.outcome != Outcome::Met && waived.is_none() && span.due.is_some_and(|due| as_of > due),
            counted: names(&cell.counted),
            missing: cell.missing.iter().cloned().collect(),
            parts: cell.parts.clone(),
            waived,
            days: (span.first, span.last),
            operands: cell.operands.clone(),
            owed,
        }
    }
}

/// What must be reached.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TargetAnswer {
    /// `at_least`, `more_than`, `at_most` or `less_than`.
    #[schemars(with = "Cmp")]
    pub cmp: &'static str,
    /// The number; none when it depends on the member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Exact>,
    /// The unit.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub unit: Arc<str>,
}

impl TargetAnswer {
    pub(super) fn of(requirement: &Requirement) -> Option<Self> {
        let Body::Leaf(_, target) = &requirement.body else { return None };
        let value = match &target.value {
            TargetValue::Fixed(value) => Some(*value),
            TargetValue::By { .. } => None,
        };
        Some(Self { cmp: target.cmp.name(), value, unit: target.unit.clone() })
    }
}

/// Marks beside an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Cannot be reached; needs a change order or waiver.
    Infeasible,
    /// A check fails.
    Warning,
}

/// A check that fails.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CheckAnswer {
    /// What fails.
    pub finding: Finding,
    /// What was found.
    #[serde(flatten, serialize_with = "range")]
    #[schemars(with = "Option<Range>")]
    pub range: Option<Range>,
    /// What should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetAnswer>,
    /// The cells that fail.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<CellAnswer>,
    /// What the failure does. Shown by `explain`.
    #[serde(skip)]
    pub otherwise: CheckElse,
}

/// A measure shown and never judged.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ShowAnswer {
    /// Its name.
    pub labels: Labels,
    /// Its value.
    #[serde(flatten, serialize_with = "some_range")]
    #[schemars(with = "Range")]
    pub range: Range,
}

/// A waiver at work.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct WaivedAnswer {
    /// The event.
    pub event: String,
    /// The requirement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// The member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// The period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
    /// Who approved.
    pub approved_by: String,
    /// When.
    #[serde(skip)]
    pub(crate) date: Option<Date>,
}

impl WaivedAnswer {
    pub(super) fn of(waiver: &Waiver<'_>) -> Self {
        Self {
            event: waiver.event.id().to_string(),
            requirement: waiver.requirement.map(str::to_owned),
            member: waiver.member.map(str::to_owned),
            window: waiver.window.map(str::to_owned),
            approved_by: waiver.approved_by.to_owned(),
            date: waiver.event.date(),
        }
    }
}

/// What another option of a comparator reading would say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BoundaryAnswer {
    /// The reading.
    pub reading: Arc<str>,
    /// The other option.
    pub option: Arc<str>,
    /// What it would say.
    pub would_be: String,
}

/// A stretch of days, both included; how [`RequirementAnswer::gaps`] are written.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
struct Gap {
    /// First day.
    from: Date,
    /// Last day.
    to: Date,
}

impl Serialize for Labels {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("en", &*self.en)?;
        map.serialize_entry("zh-CN", &*self.zh)?;
        map.end()
    }
}

impl JsonSchema for Labels {
    fn schema_name() -> Cow<'static, str> {
        "Labels".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "A name in both locales.",
            "properties": {
                "en": {"type": "string", "description": "English."},
                "zh-CN": {"type": "string", "description": "Chinese."},
            },
            "required": ["zh-CN", "en"],
        })
    }
}

fn is_false(flag: &bool) -> bool {
    !flag
}

fn range<S: Serializer>(range: &Option<Range>, serializer: S) -> Result<S::Ok, S::Error> {
    match range {
        Some(range) => some_range(range, serializer),
        None => serializer.serialize_map(Some(0))?.end(),
    }
}

fn some_range<S: Serializer>(range: &Range, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(2))?;
    map.serialize_entry("hi", &range.hi)?;
    map.serialize_entry("lo", &range.lo)?;
    map.end()
}

fn gaps<S: Serializer>(gaps: &[(Date, Date)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(Some(gaps.len()))?;
    for (from, to) in gaps {
        list.serialize_element(&Gap { from: *from, to: *to })?;
    }
    list.end()
}

fn readings<S: Serializer>(readings: &[(Arc<str>, Arc<str>)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(readings.len()))?;
    for (id, option) in readings {
        map.serialize_entry(&**id, &**option)?;
    }
    map.end()
}
