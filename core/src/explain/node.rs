use crate::evaluate::{
    BoundaryAnswer, CellAnswer, CheckAnswer, Combine, IndicatorAnswer, Operands, Outcome, RequirementAnswer,
    ShowAnswer, Tri, WaivedAnswer,
};
use crate::finding::Finding;
use crate::lifecycle::{DutyAnswer, StageAnswer};
use crate::number::Exact;
use crate::package::model::{CheckElse, Labels};
use crate::sorted::Map;
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a node of the tree stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ExplanationKind")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 完成率: the share of the indicators that closing needs.
    Completion,
    /// 项目指标: a clause with its requirements.
    Indicator,
    /// Something measurable.
    Requirement,
    /// A part of a combination.
    Part,
    /// One member and period of a requirement.
    Cell,
    /// 评估阶段: an evaluation and what followed from it.
    Stage,
    /// A right or duty out of an evaluation.
    Duty,
}

/// One node: what was asked, what there is, and what it comes to.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExplanationNode")]
pub struct Node {
    /// What it stands for.
    pub kind: Kind,
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Arc<str>>,
    /// The clause.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub clause: Arc<str>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Labels>,
    /// Members of a cell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// Period of a cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
    /// Due day of a cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The due day has passed, and it is not met; what is handed in late may still count.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub overdue: bool,
    /// A cell that perhaps nobody owes: what does not hold in it is unknown.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub perhaps_owed: bool,
    /// Has nothing measurable and stands outside; its outcome says nothing.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub text_only: bool,
    /// Where it stands.
    pub outcome: Outcome,
    /// Open, but holding now.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub holding: bool,
    /// Share done, exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fraction: Option<Exact>,
    /// What was compared; none where children decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operands: Option<Operands>,
    /// Completion only: how many indicators are met, of how many, and the share that is needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// Stages only: the evaluation that decides, its score or verdict, its band and what follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageAnswer>,
    /// Duties only: what, with which force, and who carried it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duty: Option<DutyAnswer>,
    /// How the children come together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub combine: Option<Combine>,
    /// What it is made of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Node>,
    /// The elements that count, perhaps count, or do not count and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<RecordNode>,
    /// What is missing to be certain.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    /// Uncovered stretches of days, first and last day of each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<[Date; 2]>,
    /// It cannot be reached and needs a change order or a waiver.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub infeasible: bool,
    /// Checks that fail.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<CheckNode>,
    /// Measures shown and never judged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shows: Vec<ShowAnswer>,
    /// The waiver of this node itself, by whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived: Option<WaivedAnswer>,
    /// Readings that bear on it, with the option in force.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub readings: BTreeMap<Arc<str>, Arc<str>>,
    /// Readings under which it would stand elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub boundary: Vec<BoundaryAnswer>,
}

/// The share of the indicators that are met.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExplanationShare")]
pub struct Share {
    /// Met.
    pub met: usize,
    /// Of these.
    pub of: usize,
    /// The share needed.
    pub needed: Exact,
}

/// An element of the ledger under a node.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExplanationRecord")]
pub struct RecordNode {
    /// The element: an id, or an id with the place inside the entry.
    pub element: String,
    /// Whether it counts.
    pub counts: Counts,
    /// Why it does not, or only perhaps does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Finding>,
}

/// Whether an element counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[schemars(rename = "RecordCounts")]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// It counts.
    Yes,
    /// Data are missing.
    Perhaps,
    /// It does not.
    No,
}

/// A check that fails.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "ExplanationCheck")]
pub struct CheckNode {
    /// What the failure does.
    #[serde(rename = "else")]
    pub otherwise: CheckElse,
    /// What was found.
    #[serde(flatten)]
    pub answer: CheckAnswer,
}

impl Node {
    pub(super) fn new(kind: Kind, clause: &Arc<str>, outcome: Outcome) -> Self {
        Self {
            kind,
            id: None,
            clause: clause.clone(),
            labels: None,
            members: Vec::new(),
            window: None,
            due: None,
            overdue: false,
            perhaps_owed: false,
            text_only: false,
            outcome,
            holding: false,
            fraction: None,
            operands: None,
            share: None,
            stage: None,
            duty: None,
            combine: None,
            children: Vec::new(),
            records: Vec::new(),
            missing: Vec::new(),
            gaps: Vec::new(),
            infeasible: false,
            checks: Vec::new(),
            shows: Vec::new(),
            waived: None,
            readings: BTreeMap::new(),
            boundary: Vec::new(),
        }
    }

    pub(super) fn indicator(answer: IndicatorAnswer) -> Self {
        Self {
            id: Some(answer.id),
            labels: Some(answer.labels),
            text_only: answer.text_only,
            fraction: (!answer.text_only).then_some(answer.fraction),
            combine: Some(Combine::All),
            children: answer.requirements.into_iter().map(|of| Self::requirement(of, Kind::Requirement)).collect(),
            ..Self::new(Kind::Indicator, &answer.clause, answer.outcome)
        }
    }

    pub(super) fn requirement(answer: RequirementAnswer, kind: Kind) -> Self {
        let waived = own_waiver(&answer);
        let perhaps = Perhaps { reasons: answer.perhaps, missing: &answer.missing };
        let clause = &answer.clause;
        let (combine, children) = if answer.cells.is_empty() {
            let parts = answer.parts.into_iter().map(|part| Self::requirement(part, Kind::Part));
            (answer.combine, parts.collect::<Vec<_>>())
        } else {
            let cells = answer.cells.into_iter().map(|cell| Self::cell(cell, clause, answer.combine, &perhaps));
            (Some(Combine::All), cells.collect())
        };
        // What stands under a child is listed there.
        let counted = if children.is_empty() { answer.counted } else { Vec::new() };
        let mut records = perhaps.records(counted);
        records.extend(answer.not_counted.into_iter().map(|(element, reason)| RecordNode {
            element,
            counts: Counts::No,
            reason: Some(reason),
        }));
        Self {
            id: answer.id,
            labels: answer.labels,
            text_only: answer.text_only,
            holding: answer.holding,
            fraction: (!answer.text_only).then_some(answer.fraction),
            operands: answer.operands,
            combine: combine.filter(|_| !children.is_empty()),
            children,
            records,
            gaps: answer.gaps.into_iter().map(|(from, to)| [from, to]).collect(),
            infeasible: answer.marks.contains(&crate::evaluate::Mark::Infeasible),
            checks: answer.checks.into_iter().map(|answer| CheckNode { otherwise: answer.otherwise, answer }).collect(),
            shows: answer.shows,
            waived,
            readings: answer.readings.into_iter().collect(),
            boundary: answer.boundary,
            missing: answer.missing,
            ..Self::new(kind, &answer.clause, answer.outcome)
        }
    }

    fn cell(cell: CellAnswer, clause: &Arc<str>, combine: Option<Combine>, perhaps: &Perhaps<'_>) -> Self {
        let children: Vec<Self> = cell.parts.into_iter().map(|part| Self::requirement(part, Kind::Part)).collect();
        let counted = if children.is_empty() { cell.counted } else { Vec::new() };
        Self {
            members: cell.members,
            window: cell.window,
            due: cell.due,
            overdue: cell.overdue,
            perhaps_owed: cell.owed != Tri::Yes,
            holding: cell.holding,
            operands: cell.operands,
            combine: combine.filter(|_| !children.is_empty()),
            children,
            records: perhaps.records(counted),
            missing: cell.missing,
            waived: cell.waived,
            ..Self::new(Kind::Cell, clause, cell.outcome)
        }
    }

    /// This node or one below it, by its id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Self> {
        if self.id.as_deref() == Some(id) { Some(self) } else { self.children.iter().find_map(|child| child.find(id)) }
    }
}

/// The elements that only perhaps count.
struct Perhaps<'a> {
    reasons: Map<String, Finding>,
    missing: &'a [String],
}

impl Perhaps<'_> {
    fn records(&self, counted: Vec<String>) -> Vec<RecordNode> {
        let record = |element: String| {
            let reason = self.reasons.get(&element).cloned();
            // `v-7`, or `v-7:headcount` where only a field is missing.
            let is_missing = |missing: &String| {
                missing.strip_prefix(&element).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
            };
            let perhaps = reason.is_some() || self.missing.iter().any(is_missing);
            RecordNode { element, counts: if perhaps { Counts::Perhaps } else { Counts::Yes }, reason }
        };
        counted.into_iter().map(record).collect()
    }
}

/// The waiver of the requirement itself; those of its cells and parts stand there.
fn own_waiver(answer: &RequirementAnswer) -> Option<WaivedAnswer> {
    let is_own = |waiver: &&WaivedAnswer| {
        let is_whole = waiver.member.is_none() && waiver.window.is_none();
        waiver.requirement.as_deref() == answer.id.as_deref() && (is_whole || answer.cells.is_empty())
    };
    answer.id.as_ref().and_then(|_| answer.waived.iter().rfind(is_own).cloned())
}
