use super::names::Names;
use super::node::{Kind, Node, Share};
use crate::closing::{Closing, Decision};
use crate::contract::Contract;
use crate::evaluate::{Combine, Completion, IndicatorAnswer, Outcome, World};
use crate::finding::{Finding, Locale};
use crate::lifecycle::{
    DutyAnswer, Lifecycle, OrderAnswer, ServiceSpan, StageAnswer, State, StepAnswer, TriggerAnswer,
};
use crate::number::Exact;
use crate::package::model::{ClosingItem, ClosingNeed, Labels, Plan, ReadingInForce};
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;

/// The closing decision with everything that it rests on.
///
/// Requirements are judged as the closing decision judges them: what is open until closing is
/// taken to end on the day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Explanation {
    /// The day.
    pub as_of: Date,
    /// The contract.
    pub contract: Arc<str>,
    /// 承接机构.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<Arc<str>>,
    /// 采购方.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchaser: Option<Arc<str>>,
    /// The package.
    pub package: PackageName,
    /// The service with its agreed and its present end.
    pub service: ServiceSpan,
    /// The state of the contract.
    pub state: State,
    /// The decision: by the state when the contract is terminated or closed; else `blocked` when a
    /// node of `closing` is `not_met` or `open`, one of `stages` is `not_met`, or a duty out of
    /// `triggers` has arisen and is not carried out; `undecided` when one of `closing` is `unknown`;
    /// else `closable`.
    pub decision: Decision,
    /// What blocks it, each with its clause.
    pub blockers: Vec<Finding>,
    /// What is missing to decide.
    pub missing: Vec<Finding>,
    /// What may or must be done next.
    pub next_steps: Vec<StepAnswer>,
    /// Indicators met, of those that count.
    pub completion: Completion,
    /// Mean progress of the indicators, rounded down to four decimals.
    pub progress: String,
    /// What closing needs; under the completion stand the indicators.
    pub closing: Vec<Node>,
    /// 评估阶段: evaluations and what followed from them. An evaluation that was not held does not block.
    pub stages: Vec<Node>,
    /// 项目指标 of a package whose closing does not ask for them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Node>,
    /// 项目内容: tracked, outside completion.
    pub obligations: Vec<Node>,
    /// 对项目实施机构的要求.
    pub provider_requirements: Vec<Node>,
    /// Rights and duties that arise from events.
    pub triggers: Vec<TriggerAnswer>,
    /// Orders to rectify.
    pub orders: Vec<OrderAnswer>,
    /// Readings in force.
    pub readings: Vec<ReadingInForce>,
    /// What was found beside.
    pub findings: Vec<Finding>,
    /// Codes and fields in words.
    #[serde(skip)]
    pub(super) names: Names,
}

/// A package by name.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PackageName {
    /// Its id.
    pub id: Arc<str>,
    /// The version in force.
    pub version: Arc<str>,
    /// Its name.
    pub labels: Labels,
}

impl Explanation {
    /// Explains the end of a world's day.
    #[must_use]
    pub(crate) fn new(world: &World<'_>, contract: &Contract) -> Self {
        let plan = world.plan;
        let (closing, evaluation, lifecycle) = Closing::judged(world, contract);
        let nodes = |answers: Vec<_>| answers.into_iter().map(|answer| Node::requirement(answer, Kind::Requirement));
        let stages = stages(plan, &lifecycle);
        let mut findings = evaluation.findings;
        findings.extend(lifecycle.findings);
        findings.extend(closing.findings);
        findings.sort();
        findings.dedup();
        let (needs, indicators) = needs(plan, closing.completion, evaluation.indicators, closing.items);
        Self {
            as_of: world.as_of,
            contract: contract.id.clone(),
            provider: contract.provider.clone(),
            purchaser: contract.purchaser.clone(),
            package: PackageName { id: plan.id.clone(), version: plan.version.clone(), labels: plan.labels.clone() },
            service: lifecycle.service,
            state: lifecycle.state,
            decision: closing.decision,
            blockers: closing.blockers,
            missing: closing.missing,
            next_steps: lifecycle.next_steps,
            completion: closing.completion,
            progress: evaluation.progress,
            closing: needs,
            stages,
            indicators,
            obligations: nodes(evaluation.obligations).collect(),
            provider_requirements: nodes(evaluation.provider).collect(),
            triggers: lifecycle.triggers,
            orders: lifecycle.orders,
            readings: evaluation.readings,
            findings,
            names: Names::of(plan),
        }
    }

    /// A node by its id: an indicator, a requirement or part, a need of closing, a stage.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.nodes().find_map(|node| node.find(id))
    }

    /// What a node is called, with the name of what it is a part of where it has none.
    pub(super) fn name_of(&self, id: &str, locale: Locale) -> Option<String> {
        fn path<'n>(node: &'n Node, id: &str, above: &mut Vec<&'n Node>) -> bool {
            above.push(node);
            let found = node.id.as_deref() == Some(id) || node.children.iter().any(|child| path(child, id, above));
            if !found {
                above.pop();
            }
            found
        }
        let mut above = Vec::new();
        self.nodes().find(|node| path(node, id, &mut above))?;
        let node = above.pop()?;
        let labelled = above.iter().rev().find_map(|node| node.labels.as_ref()).filter(|_| node.labels.is_none());
        let own = super::phrase::name(node, locale);
        Some(labelled.map_or_else(|| own.clone(), |labels| format!("{} · {own}", super::phrase::label(labels, locale))))
    }

    /// The uppermost nodes.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.closing
            .iter()
            .chain(&self.indicators)
            .chain(&self.obligations)
            .chain(&self.provider_requirements)
            .chain(&self.stages)
    }

    /// The nodes of the indicators, wherever they stand.
    pub fn indicators(&self) -> impl Iterator<Item = &Node> {
        let needed = self.closing.iter().filter(|need| need.kind == Kind::Completion);
        needed.flat_map(|need| &need.children).chain(&self.indicators)
    }
}

/// The needs of closing in the order of the package, and the indicators that none of them takes in.
fn needs(
    plan: &Plan,
    completion: Completion,
    indicators: Vec<IndicatorAnswer>,
    items: Vec<crate::evaluate::RequirementAnswer>,
) -> (Vec<Node>, Vec<Node>) {
    let mut indicators: Vec<Node> = indicators.into_iter().map(Node::indicator).collect();
    let mut items = items.into_iter();
    let mut nodes = Vec::new();
    for item in &plan.closing {
        match &item.need {
            ClosingNeed::Completion(needed) => {
                nodes.push(completion_node(item, completion, *needed, std::mem::take(&mut indicators)));
            }
            ClosingNeed::Requirement(_) => {
                nodes.extend(items.next().map(|answer| {
                    let node = Node::requirement(answer, Kind::Requirement);
                    Node { labels: node.labels.clone().or_else(|| Some(item.labels.clone())), ..node }
                }));
            }
        }
    }
    (nodes, indicators)
}

fn completion_node(item: &ClosingItem, completion: Completion, needed: Exact, indicators: Vec<Node>) -> Node {
    let done = Exact::size(completion.met).over(Exact::size(completion.of));
    let least = indicators.iter().filter(|node| !node.text_only).map(|node| node.outcome).min();
    let outcome = match done {
        Some(done) if done >= needed => Outcome::Met,
        _ => least.unwrap_or(Outcome::Unknown),
    };
    Node {
        id: Some(item.id.clone()),
        labels: Some(item.labels.clone()),
        fraction: Some(done.unwrap_or(Exact::ZERO)),
        share: Some(Share { met: completion.met, of: completion.of, needed }),
        combine: Some(Combine::All),
        children: indicators,
        ..Node::new(Kind::Completion, &item.clause, outcome)
    }
}

fn stages(plan: &Plan, lifecycle: &Lifecycle) -> Vec<Node> {
    let labels = |id: &str| plan.stages.iter().find(|stage| *stage.id == *id).map(|stage| stage.labels.clone());
    lifecycle.stages.iter().map(|stage| stage_node(stage, labels(&stage.id))).collect()
}

fn stage_node(stage: &StageAnswer, labels: Option<Labels>) -> Node {
    let failing = stage.band.is_some() && stage.cured_by_evaluation;
    let outcome = match &stage.evaluation {
        None => Outcome::Unknown,
        Some(_) if failing || stage.duties.iter().any(DutyAnswer::is_open) => Outcome::NotMet,
        Some(_) if stage.score.is_none() && stage.verdict.is_none() => Outcome::Unknown,
        Some(_) => Outcome::Met,
    };
    Node {
        id: Some(stage.id.clone()),
        labels,
        children: stage.duties.iter().map(duty_node).collect(),
        combine: (!stage.duties.is_empty()).then_some(Combine::All),
        boundary: stage.boundary.clone(),
        stage: Some(stage.clone()),
        ..Node::new(Kind::Stage, &stage.clause, outcome)
    }
}

fn duty_node(duty: &DutyAnswer) -> Node {
    let outcome = if duty.is_open() { Outcome::NotMet } else { Outcome::Met };
    Node { duty: Some(duty.clone()), ..Node::new(Kind::Duty, &duty.clause, outcome) }
}
