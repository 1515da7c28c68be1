use crate::evaluate::{CellAnswer, Outcome, RequirementAnswer};
use crate::finding::Finding;
use crate::number::Exact;
use crate::package::model::Labels;
use crate::sorted::Set;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// A requirement that changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RequirementChange {
    /// Its id; parts may have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Arc<str>>,
    /// The clause.
    pub clause: Arc<str>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Labels>,
    /// How it stood; none when it was not asked for.
    pub before: Option<Standing>,
    /// How it stands; none when it is no longer asked for.
    pub after: Option<Standing>,
    /// The cells that changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<CellChange>,
    /// The parts that changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<RequirementChange>,
    /// Elements that count, certainly or perhaps, and did not before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entered: Vec<String>,
    /// Elements that no longer count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<LeftElement>,
    /// What explains the change; of the whole requirement, not of its parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Finding>,
}

/// An element that no longer counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeftElement {
    /// The element.
    pub element: String,
    /// Why; none when it is no longer there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Finding>,
}

/// A cell that changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CellChange {
    /// The members.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// The period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
    /// How it stood; none when there was no such cell.
    pub before: Option<Standing>,
    /// How it stands; none when there is no such cell.
    pub after: Option<Standing>,
}

/// How a requirement or cell stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Standing {
    /// Where it stands.
    pub outcome: Outcome,
    /// Open, but holding now.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub holding: bool,
    /// What is certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lo: Option<Exact>,
    /// What also might be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hi: Option<Exact>,
    /// The waivers at work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waived: Vec<String>,
}

impl Standing {
    pub(crate) fn of(answer: &RequirementAnswer) -> Self {
        Self {
            outcome: answer.outcome,
            holding: answer.holding,
            lo: answer.range.and_then(|range| range.lo),
            hi: answer.range.and_then(|range| range.hi),
            waived: answer.waived.iter().map(|waiver| waiver.event.clone()).collect(),
        }
    }

    pub(crate) fn of_cell(cell: &CellAnswer) -> Self {
        Self {
            outcome: cell.outcome,
            holding: cell.holding,
            lo: cell.range.and_then(|range| range.lo),
            hi: cell.range.and_then(|range| range.hi),
            waived: cell.waived.iter().map(|waiver| waiver.event.clone()).collect(),
        }
    }
}

impl RequirementChange {
    /// What changed in a requirement; none when nothing did.
    pub(super) fn between(before: Option<&RequirementAnswer>, after: Option<&RequirementAnswer>) -> Option<Self> {
        let named = after.or(before)?;
        let (one, other) = (before.map(Standing::of), after.map(Standing::of));
        let cells = cells(before, after);
        let parts = parts(before, after);
        if one == other && cells.is_empty() && parts.is_empty() {
            return None;
        }
        let counted = |answer: Option<&RequirementAnswer>| -> Set<String> {
            answer.map(|answer| answer.counted.iter().cloned().collect()).unwrap_or_default()
        };
        let (counted_before, counted_after) = (counted(before), counted(after));
        let reason = |element: &str| after.and_then(|answer| answer.not_counted.get(element)).cloned();
        let left = counted_before
            .iter()
            .filter(|element| !counted_after.contains(*element))
            .map(|element| LeftElement { element: element.clone(), reason: reason(element) });
        Some(Self {
            id: named.id.clone(),
            clause: named.clause.clone(),
            labels: named.labels.clone(),
            before: one,
            after: other,
            cells,
            parts,
            left: left.collect(),
            entered: counted_after.iter().filter(|element| !counted_before.contains(*element)).cloned().collect(),
            because: Vec::new(),
        })
    }
}

/// The cells that changed, in the order of the later side and then of what is gone.
fn cells(before: Option<&RequirementAnswer>, after: Option<&RequirementAnswer>) -> Vec<CellChange> {
    let cells = |answer: Option<&'_ RequirementAnswer>| answer.map(|answer| answer.cells.clone()).unwrap_or_default();
    let (one, other) = (cells(before), cells(after));
    let find = |cells: &[CellAnswer], cell: &CellAnswer| -> Option<Standing> {
        let same = |known: &&CellAnswer| known.members == cell.members && known.window == cell.window;
        cells.iter().find(same).map(Standing::of_cell)
    };
    let gone = one.iter().filter(|cell| find(&other, cell).is_none());
    let pairs = other.iter().chain(gone).map(|cell| CellChange {
        members: cell.members.clone(),
        window: cell.window.clone(),
        before: find(&one, cell),
        after: find(&other, cell),
    });
    pairs.filter(|change| change.before != change.after).collect()
}

/// The parts that changed; parts are told by their place.
fn parts(before: Option<&RequirementAnswer>, after: Option<&RequirementAnswer>) -> Vec<RequirementChange> {
    let part =
        |answer: Option<&'_ RequirementAnswer>, at: usize| answer.and_then(|answer| answer.parts.get(at).cloned());
    let count = |answer: Option<&RequirementAnswer>| answer.map_or(0, |answer| answer.parts.len());
    let most = count(before).max(count(after));
    (0..most).filter_map(|at| RequirementChange::between(part(before, at).as_ref(), part(after, at).as_ref())).collect()
}
