//! What closing needs beside the indicators: what blocks it, and the event that lifts the block.

use super::plan::Planner;
use super::{Need, RequirementRemaining};
use crate::closing::{Closing, Decision};
use crate::finding::{Finding, lifecycle as codes};
use crate::lifecycle::{Lifecycle, StepAnswer};
use crate::package::model::ClosingNeed as Item;
use schemars::JsonSchema;
use serde::Serialize;

/// The next closing needs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ClosingRemaining {
    /// The closing decision of the same day.
    pub decision: Decision,
    /// The needs of closing that are not met yet, with the work that meets them.
    pub items: Vec<RequirementRemaining>,
    /// What blocks or is missing, each with the event that is needed.
    pub needs: Vec<ClosingNeed>,
    /// What may or must be done next, by the lifecycle.
    pub steps: Vec<StepAnswer>,
}

/// Something that stands against closing.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ClosingNeed {
    /// What it is.
    pub finding: Finding,
    /// The kind of the entry that lifts it; none when only a waiver does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
}

impl ClosingRemaining {
    pub(super) fn new(planner: &Planner<'_, '_>, lifecycle: &Lifecycle, closing: &Closing) -> Self {
        let mut items: Vec<RequirementRemaining> = Vec::new();
        for item in &planner.world.plan.closing {
            if let Item::Requirement(requirement) = &item.need {
                items.extend(planner.remaining(requirement));
            }
        }
        // What holds until closing has to hold on that day, and needs nothing more.
        items.retain(|item| !matches!(item.need, Need::Done | Need::Hold));
        let findings = closing.blockers.iter().chain(&closing.missing);
        let needs = findings
            .filter(|finding| finding.code != codes::INDICATOR_NOT_MET && finding.code != codes::INDICATOR_UNKNOWN)
            .map(|finding| ClosingNeed { finding: finding.clone(), event: event(finding, &items) })
            .collect();
        Self { decision: closing.decision, items, needs, steps: lifecycle.next_steps.clone() }
    }
}

fn event(finding: &Finding, items: &[RequirementRemaining]) -> Option<String> {
    if finding.code == codes::DUTY_OPEN {
        return finding.params.get("what").cloned();
    }
    if finding.code == codes::STAGE_FAILING || finding.code == codes::EVALUATION_MISSING {
        return Some("evaluation".to_owned());
    }
    let id = finding.params.get("item")?;
    let work = items.iter().flat_map(|item| &item.work);
    let of_part = work.clone().find(|work| *work.requirement == **id);
    let of_item = items.iter().find(|item| *item.requirement == **id).and_then(|item| item.work.first());
    of_part.or(of_item).map(|work| work.kind.to_owned())
}
