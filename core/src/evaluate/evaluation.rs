use super::answer::{BoundaryAnswer, CellAnswer, RequirementAnswer};
use super::judge::Judge;
use super::outcome::Outcome;
use super::world::World;
use crate::contract::Contract;
use crate::entry::Entry;
use crate::finding::{Finding, counting};
use crate::number::Exact;
use crate::package::model::{Indicator, Labels, Plan, ReadingInForce, Requirement, ShadowOf};
use crate::sorted::Set;
use crate::time::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where every indicator of a contract stands at the end of a day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Evaluation {
    /// The package.
    pub package: Arc<str>,
    /// Its version, by which the whole service is judged.
    pub version: Arc<str>,
    /// The contract.
    pub contract: Arc<str>,
    /// The day.
    pub as_of: Date,
    /// The service, extensions included.
    pub service: Service,
    /// Indicators met, of those that count.
    pub completion: Completion,
    /// Mean progress of the indicators, rounded down to four decimals.
    pub progress: String,
    /// 项目指标.
    pub indicators: Vec<IndicatorAnswer>,
    /// 项目内容: tracked, outside completion.
    pub obligations: Vec<RequirementAnswer>,
    /// 对项目实施机构的要求.
    pub provider: Vec<RequirementAnswer>,
    /// Readings in force.
    pub readings: Vec<ReadingInForce>,
    /// What the evaluation found beside: broken rules, late deliveries, refused make-ups.
    pub findings: Vec<Finding>,
}

/// First and last day of the service.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Service {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

/// How many indicators are met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Completion {
    /// Met.
    pub met: usize,
    /// Of these.
    pub of: usize,
}

/// An indicator as judged.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IndicatorAnswer {
    /// Its id.
    pub id: Arc<str>,
    /// The clause.
    pub clause: Arc<str>,
    /// Its name.
    pub labels: Labels,
    /// Has nothing measurable and stands outside completion.
    #[serde(skip_serializing_if = "is_false")]
    pub text_only: bool,
    /// The least of its requirements.
    pub outcome: Outcome,
    /// Mean of its requirements, exact.
    pub fraction: Exact,
    /// Its requirements.
    pub requirements: Vec<RequirementAnswer>,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

impl Evaluation {
    /// Judges all of a plan at the end of `as_of`.
    ///
    /// `closing`: what is open until closing is taken to end on that day.
    #[must_use]
    pub fn new<'w>(
        plan: &'w Plan,
        contract: &'w Contract,
        entries: impl Iterator<Item = &'w Entry>,
        as_of: Date,
        closing: bool,
    ) -> Self {
        Self::of(&World::new(plan, contract, entries, as_of), contract, closing)
    }

    /// Judges all of a world's plan.
    #[must_use]
    pub fn of(world: &World<'_>, contract: &Contract, closing: bool) -> Self {
        let judge = Judge::new(world, contract, closing);
        Self::by(&judge, |requirement| judge.full(requirement))
    }

    /// Judges again only the requirements of these ids, and takes over the other answers.
    #[must_use]
    pub(crate) fn revised(&self, world: &World<'_>, contract: &Contract, closing: bool, again: &Set<String>) -> Self {
        let judge = Judge::new(world, contract, closing);
        let known: BTreeMap<&str, &RequirementAnswer> =
            self.requirements().filter_map(|answer| Some((answer.id.as_deref()?, answer))).collect();
        Self::by(&judge, |requirement| {
            let id = requirement.id.as_deref().filter(|id| !again.contains(*id));
            match id.and_then(|id| known.get(id)) {
                Some(answer) => (*answer).clone(),
                None => judge.full(requirement),
            }
        })
    }

    fn by<'w>(judge: &Judge<'w>, mut full: impl FnMut(&'w Requirement) -> RequirementAnswer) -> Self {
        let (world, contract) = (judge.world, judge.contract);
        let plan = world.plan;
        let indicators: Vec<IndicatorAnswer> =
            plan.indicators.iter().map(|indicator| IndicatorAnswer::of(indicator, &mut full)).collect();
        let counting: Vec<&IndicatorAnswer> = indicators.iter().filter(|indicator| !indicator.text_only).collect();
        let fractions: Vec<Exact> = counting.iter().map(|indicator| indicator.fraction).collect();
        let completion = Completion {
            met: counting.iter().filter(|indicator| indicator.outcome == Outcome::Met).count(),
            of: counting.len(),
        };
        let obligations = plan.obligations.iter().map(&mut full).collect();
        let provider = plan.provider.iter().map(&mut full).collect();
        let mut evaluation = Self {
            package: plan.id.clone(),
            version: plan.version.clone(),
            contract: contract.id.clone(),
            as_of: world.as_of,
            service: Service { start: world.start, end: world.end },
            completion,
            progress: Exact::mean(&fractions).unwrap_or(Exact::ZERO).rounded_down(),
            indicators,
            obligations,
            provider,
            readings: plan.readings.clone(),
            findings: world.findings.clone(),
        };
        evaluation.add_findings(judge);
        evaluation
    }

    fn add_findings(&mut self, judge: &Judge<'_>) {
        let mut found = Vec::new();
        for answer in self.requirements() {
            judge.late_deliveries(answer, &mut found);
            found.extend(answer.checks.iter().map(|check| check.finding.clone()));
        }
        judge.waivers_and_make_ups(&mut found);
        self.without_cell(judge.world, &mut found);
        self.findings.extend(found);
        self.findings.sort();
        self.findings.dedup();
    }

    /// Waivers and make-ups of a requirement that has no such cell.
    fn without_cell(&self, world: &World<'_>, found: &mut Vec<Finding>) {
        let waivers = world.waivers.iter().filter(|waiver| waiver.record.is_none());
        let waivers = waivers.map(|waiver| (waiver.event, waiver.requirement, waiver.member, waiver.window));
        let make_ups = world
            .make_ups
            .iter()
            .map(|make_up| (make_up.event, Some(make_up.requirement), make_up.member, Some(make_up.window)));
        for (event, requirement, member, window) in waivers.chain(make_ups) {
            let Some(requirement) = requirement.filter(|_| member.is_some() || window.is_some()) else { continue };
            let mut cells = Vec::new();
            for answer in self.requirements() {
                cells_of(answer, requirement, None, &mut cells);
            }
            let is_named = |cell: &Option<&CellAnswer>| {
                let members = cell.map_or(&[][..], |cell| cell.members.as_slice());
                let has_member = member.is_none_or(|id| {
                    let current = world.current(id);
                    members.iter().any(|member| {
                        member == id || member.split('/').next().is_some_and(|own| own == id || own == current)
                    })
                });
                has_member && window.is_none_or(|name| cell.and_then(|cell| cell.window.as_deref()) == Some(name))
            };
            // A requirement that is not there at all is reported as such.
            if !cells.is_empty() && !cells.iter().any(is_named) {
                let target: Vec<&str> = [Some(requirement), member, window].into_iter().flatten().collect();
                let finding = Finding::new(counting::WAIVER_WITHOUT_TARGET).with("id", event.id());
                found.push(finding.with("target", target.join(" ")).about(event.id()));
            }
        }
    }

    /// All requirements, of indicators, obligations and provider.
    pub fn requirements(&self) -> impl Iterator<Item = &RequirementAnswer> {
        let of_indicators = self.indicators.iter().flat_map(|indicator| &indicator.requirements);
        of_indicators.chain(&self.obligations).chain(&self.provider)
    }

    /// A requirement, or a part of one, by its id.
    #[must_use]
    pub fn requirement(&self, id: &str) -> Option<&RequirementAnswer> {
        fn find<'a>(answer: &'a RequirementAnswer, id: &str) -> Option<&'a RequirementAnswer> {
            if answer.id.as_deref() == Some(id) {
                return Some(answer);
            }
            answer.parts.iter().find_map(|part| find(part, id))
        }
        self.requirements().find_map(|answer| find(answer, id))
    }
}

/// The cells of a requirement, or of a part of one, by its id; none stands for the only cell of one without.
fn cells_of<'a>(
    answer: &'a RequirementAnswer,
    id: &str,
    within: Option<&'a CellAnswer>,
    cells: &mut Vec<Option<&'a CellAnswer>>,
) {
    if answer.id.as_deref() == Some(id) {
        if answer.cells.is_empty() {
            cells.push(within);
        }
        cells.extend(answer.cells.iter().map(Some));
    }
    for part in &answer.parts {
        cells_of(part, id, within, cells);
    }
    for cell in &answer.cells {
        for part in &cell.parts {
            cells_of(part, id, Some(cell), cells);
        }
    }
}

impl IndicatorAnswer {
    fn of<'w>(indicator: &'w Indicator, full: impl FnMut(&'w Requirement) -> RequirementAnswer) -> Self {
        let requirements: Vec<RequirementAnswer> = indicator.requirements.iter().map(full).collect();
        let counting: Vec<&RequirementAnswer> = requirements.iter().filter(|answer| !answer.text_only).collect();
        let fractions: Vec<Exact> = counting.iter().map(|answer| answer.fraction).collect();
        Self {
            id: indicator.id.clone(),
            clause: indicator.clause.clone(),
            labels: indicator.labels.clone(),
            text_only: indicator.text_only || counting.is_empty(),
            outcome: counting.iter().map(|answer| answer.outcome).min().unwrap_or(Outcome::Unknown),
            fraction: Exact::mean(&fractions).unwrap_or(Exact::ZERO),
            requirements,
        }
    }
}

impl<'w> Judge<'w> {
    /// A requirement with its boundary flags.
    #[must_use]
    pub fn full(&self, requirement: &'w Requirement) -> RequirementAnswer {
        let mut answer = self.requirement(requirement);
        for shadow in &self.world.plan.shadows {
            let ShadowOf::Requirement(other) = &shadow.of else { continue };
            if other.id.is_none() || other.id != requirement.id {
                continue;
            }
            let outcome = self.requirement(other).outcome;
            if outcome != answer.outcome {
                answer.boundary.push(BoundaryAnswer {
                    reading: shadow.reading.clone(),
                    option: shadow.option.clone(),
                    would_be: outcome.name().to_owned(),
                });
            }
        }
        answer
    }

    /// Late deliveries: in cells with a due day, when the first that counts came after it.
    fn late_deliveries(&self, answer: &RequirementAnswer, found: &mut Vec<Finding>) {
        let mut near = 0;
        for part in &answer.parts {
            self.late_deliveries(part, found);
        }
        for cell in &answer.cells {
            let Some(due) = cell.due else { continue };
            let parts = cell.parts.iter().map(|part| (&part.id, &part.counted));
            let whole = cell.parts.is_empty().then_some((&answer.id, &cell.counted));
            for (id, counted) in parts.chain(whole) {
                let counted = counted.iter().map(String::as_str);
                let first = counted.filter_map(|element| Some((self.delivered(element, &mut near)?, element))).min();
                let Some((day, element)) = first.filter(|(day, _)| *day > due) else { continue };
                found.push(
                    Finding::new(counting::LATE_DELIVERY)
                        .with("requirement", id.as_deref().unwrap_or_default())
                        .with("window", cell.window.as_deref().unwrap_or_default())
                        .with("due", due)
                        .with("delivered", day)
                        .under(answer.clause.as_ref())
                        .about(element),
                );
            }
        }
    }

    /// The day on which an element was handed over: submitted, else its entry's date.
    ///
    /// `near` goes along from one to the next, see [`World::any_near`].
    pub(crate) fn delivered(&self, element: &str, near: &mut usize) -> Option<Date> {
        let id = element.split('/').next()?;
        let entry = self.world.any_near(id, near)?;
        entry.get("submitted_on").and_then(crate::entry::Value::date).or(entry.date())
    }

    fn waivers_and_make_ups(&self, found: &mut Vec<Finding>) {
        let without_target = |id: &str, target: &str| {
            Finding::new(counting::WAIVER_WITHOUT_TARGET).with("id", id).with("target", target).about(id)
        };
        for waiver in &self.world.waivers {
            if let Some(id) = waiver.requirement.filter(|id| !self.knows(id)) {
                found.push(without_target(waiver.event.id(), id));
            }
            if let Some(id) = waiver.record.filter(|id| self.world.any(self.world.current(id)).is_none()) {
                found.push(without_target(waiver.event.id(), id));
            }
        }
        for make_up in &self.world.make_ups {
            if !self.knows(make_up.requirement) {
                found.push(without_target(make_up.event.id(), make_up.requirement));
            }
            for record in &make_up.records {
                match self.world.any(self.world.current(record)) {
                    None => found.push(without_target(make_up.event.id(), record)),
                    Some(entry) => {
                        if entry.date().is_some_and(|day| day < self.world.start || day > self.world.end) {
                            let refused = Finding::new(counting::MAKE_UP_REFUSED);
                            found.push(
                                refused.with("id", make_up.event.id()).with("record", record).about(make_up.event.id()),
                            );
                        }
                    }
                }
            }
        }
    }
}
