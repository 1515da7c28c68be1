//! From what is short to work: a requirement, its cells, and the parts of a combination.

use super::work::WorkItem;
use crate::evaluate::{CellStanding, Inside, Judge, Outcome, Standing, Tri, World};
use crate::finding::{Finding, remaining as codes};
use crate::package::model::{Body, Requirement};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Turns what is short into work.
pub(super) struct Planner<'p, 'w> {
    pub(super) judge: &'p Judge<'w>,
    pub(super) world: &'w World<'w>,
    /// Containers that are to be completed in another window already, by requirement: each stands in one only.
    pub(super) elsewhere: BTreeSet<(Arc<str>, String)>,
}

/// The work for something, and what work cannot do.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    pub(super) work: Vec<WorkItem>,
    pub(super) missing: Vec<Finding>,
    pub(super) unreachable: Vec<Finding>,
}

impl Plan {
    /// Adds what else is to be done.
    pub(super) fn join(&mut self, other: Self) {
        self.work.extend(other.work);
        for (mine, others) in [(&mut self.missing, other.missing), (&mut self.unreachable, other.unreachable)] {
            for finding in others {
                if !mine.contains(&finding) {
                    mine.push(finding);
                }
            }
        }
    }

    /// Everything there is to do waits for something.
    pub(super) fn waits(&self) -> bool {
        !self.work.is_empty() && self.work.iter().all(|item| item.waits_for.is_some())
    }

    /// What makes one way cheaper than another: it can be gone at all, the entries, what they hold.
    pub(super) fn cost(&self) -> (bool, u64, u64) {
        let records = self.work.iter().map(|item| item.records).fold(0, u64::saturating_add);
        let counted = self.work.iter().map(|item| item.n).fold(0, u64::saturating_add);
        (!self.unreachable.is_empty(), records, counted)
    }
}

impl<'w> Planner<'_, 'w> {
    /// The work for a requirement.
    pub(super) fn plan(&self, requirement: &'w Requirement) -> Plan {
        let standing = self.judge.standing(requirement);
        self.cells(&standing)
    }

    fn cells(&self, standing: &Standing<'w>) -> Plan {
        let mut plan = Plan::default();
        if let Some(each) = standing.requirement.each.first() {
            let kept = || standing.cells.iter().filter(|cell| cell.waived.is_none());
            // Nobody is there who owes it for sure: whoever does has to be entered first.
            if standing.cells.is_empty() {
                plan.missing.push(members_missing(standing.requirement, each.of.kind().name));
            } else if kept().count() == standing.cells.len() && kept().all(|cell| cell.owed != Tri::Yes) {
                let members: BTreeSet<String> = kept().map(|cell| cell.members.join(" ")).collect();
                plan.missing.extend(members.iter().map(|member| members_missing(standing.requirement, member)));
            }
        }
        for cell in &standing.cells {
            let others = plan.work.iter().filter(|item| item.window != cell.span.name);
            let placed =
                others.flat_map(|item| item.containers.iter().map(|id| (item.requirement.clone(), id.clone())));
            let elsewhere = placed.chain(self.elsewhere.iter().cloned()).collect();
            plan.join(Planner { judge: self.judge, world: self.world, elsewhere }.cell(cell));
        }
        plan
    }

    /// The work for one cell.
    pub(super) fn cell(&self, cell: &CellStanding<'w>) -> Plan {
        if cell.waived.is_some() || cell.cell.outcome == Outcome::Met {
            return Plan::default();
        }
        match (&cell.inside, &cell.requirement.body) {
            (Inside::Parts(parts), Body::Any(_)) => {
                // Of ways that cost the same, the first one written.
                let ways: Vec<Plan> = parts.iter().map(|part| self.cells(part)).collect();
                // What another way lacks may close it without any work.
                let undecided = ways.iter().filter(|_| cell.cell.outcome == Outcome::Unknown);
                let missing = undecided.flat_map(|way| way.missing.iter().cloned()).collect();
                let mut plan = ways.into_iter().min_by_key(Plan::cost).unwrap_or_default();
                plan.join(Plan { missing, ..Plan::default() });
                plan
            }
            (Inside::Parts(parts), _) => {
                let mut plan = Plan::default();
                parts.iter().for_each(|part| plan.join(self.cells(part)));
                let broken = self.keep_limits(parts, &mut plan.work).into_iter();
                let unreachable = broken.map(|broken| self.named(cell, broken)).collect();
                plan.join(Plan { unreachable, ..Plan::default() });
                plan
            }
            (Inside::Leaf(details), Body::Leaf(measure, target)) => self.leaf(cell, details, measure, target),
            (Inside::Leaf(_), _) => Plan::default(),
        }
    }

    pub(super) fn missing(&self, cell: &CellStanding<'w>, entry: &str, field: &str) -> Finding {
        self.about(cell, Finding::new(codes::DATA_MISSING)).with("entry", entry).with("field", field)
    }

    pub(super) fn about(&self, cell: &CellStanding<'w>, finding: Finding) -> Finding {
        let id = cell.requirement.id.as_deref().unwrap_or_default();
        finding.with("requirement", id).under(cell.requirement.clause.as_ref())
    }

    /// A finding about a part that has no id names the requirement that it is a part of.
    pub(super) fn named(&self, cell: &CellStanding<'w>, finding: Finding) -> Finding {
        let nameless = finding.params.get("requirement").is_none_or(String::is_empty);
        if nameless { self.about(cell, finding) } else { finding }
    }

    pub(super) fn about_member(&self, cell: &CellStanding<'w>, finding: Finding) -> Finding {
        self.about(cell, finding).with("member", cell.members.join(" "))
    }

    pub(super) fn about_cell(&self, cell: &CellStanding<'w>, finding: Finding) -> Finding {
        self.about_member(cell, finding).with("window", cell.span.name.as_deref().unwrap_or_default())
    }
}

fn members_missing(requirement: &Requirement, entry: &str) -> Finding {
    let id = requirement.id.as_deref().unwrap_or_default();
    let finding = Finding::new(codes::DATA_MISSING).with("requirement", id).with("entry", entry);
    finding.with("field", "members").under(requirement.clause.as_ref())
}
