//! Portfolio 项目总览: many contracts at once, as a table ranked by risk.

mod answer;
mod risk;

pub use answer::{NextDue, Portfolio, PortfolioRow, RequirementCounts};

use crate::closing::Closing;
use crate::contract::Contract;
use crate::evaluate::{Evaluation, Outcome, RequirementAnswer, World};
use crate::integrity::Integrity;
use crate::ledger::Ledger;
use crate::lifecycle::{Lifecycle, State};
use crate::number::Exact;
use crate::sensitivity::boundary_values;
use crate::time::Date;
use std::sync::Arc;

impl Portfolio {
    /// One row for each ledger, those at risk first.
    ///
    /// Of two contracts the one comes first that is worse in the first of these in which they
    /// differ: still running (terminated and closed ones come last); the decision (blocked,
    /// undecided, closable); requirements not met; open duties and orders; overdue cells;
    /// requirements behind pace; boundary readings; integrity findings (errors, defects,
    /// warnings, then notes); requirements unknown; less progress. Ties by contract id.
    #[must_use]
    pub fn of(ledgers: &[&Ledger], as_of: Date) -> Self {
        let integrity = Integrity::of(ledgers, as_of);
        let mut rows: Vec<PortfolioRow> = ledgers.iter().map(|ledger| row(ledger, as_of, &integrity)).collect();
        rows.sort_by(risk::compare);
        for (at, row) in rows.iter_mut().enumerate() {
            row.rank = at + 1;
        }
        Self { as_of, rows }
    }
}

fn row(ledger: &Ledger, as_of: Date, integrity: &Integrity) -> PortfolioRow {
    let (plan, missing) = ledger.in_force(as_of);
    let contract = ledger.contract();
    let world = World::new(plan, contract, ledger.entries().iter(), as_of);
    let evaluation = Evaluation::of(&world, contract, false);
    let lifecycle = Lifecycle::new(&world, contract);
    let at_closing = Evaluation::of(&world, contract, true);
    let closing = Closing::of(&world, contract, &at_closing, &lifecycle);
    let time_passed = time_passed(&lifecycle, as_of);
    let boundary = boundary_values(&evaluation, &at_closing, &lifecycle, &closing);
    let mut boundary_readings: Vec<Arc<str>> = boundary.into_iter().map(|value| value.reading).collect();
    boundary_readings.sort();
    boundary_readings.dedup();
    let duties = lifecycle.stages.iter().flat_map(|stage| &stage.duties);
    PortfolioRow {
        rank: 0,
        contract: contract.id.clone(),
        package: contract.package.clone(),
        provider: contract.provider.clone(),
        state: lifecycle.state,
        decision: closing.decision,
        completion: evaluation.completion,
        progress: progress(&evaluation),
        time_passed,
        requirements: counts(&evaluation, time_passed),
        overdue_cells: evaluation.requirements().map(overdue).sum(),
        open_duties: duties.filter(|duty| duty.is_open()).count(),
        open_orders: lifecycle.orders.iter().filter(|order| order.cured_by.is_none()).count(),
        boundary_readings,
        integrity: integrity.counts_of(&contract.id),
        next_due: next_due(&evaluation, &lifecycle, contract),
        findings: missing.into_iter().collect(),
    }
}

/// Days of the service up to the end of `as_of`, of all its days.
fn time_passed(lifecycle: &Lifecycle, as_of: Date) -> Exact {
    let service = &lifecycle.service;
    let all = service.end.days_since(service.start) + 1;
    let passed = (as_of.days_since(service.start) + 1).clamp(0, all);
    Exact::ratio(passed.into(), all.into()).unwrap_or(Exact::ZERO)
}

/// The mean of the indicators, before it is rounded for show.
fn progress(evaluation: &Evaluation) -> Exact {
    let counting = evaluation.indicators.iter().filter(|indicator| !indicator.text_only);
    let fractions: Vec<Exact> = counting.map(|indicator| indicator.fraction).collect();
    Exact::mean(&fractions).unwrap_or(Exact::ZERO)
}

fn counts(evaluation: &Evaluation, time_passed: Exact) -> RequirementCounts {
    let mut counts = RequirementCounts::default();
    let indicators = evaluation.indicators.iter().filter(|indicator| !indicator.text_only);
    for answer in indicators.flat_map(|indicator| &indicator.requirements).filter(|answer| !answer.text_only) {
        match answer.outcome {
            Outcome::Met => counts.met += 1,
            Outcome::NotMet => counts.not_met += 1,
            Outcome::Unknown => counts.unknown += 1,
            Outcome::Open => {
                counts.open += 1;
                counts.behind_pace += usize::from(answer.fraction < time_passed);
            }
        }
    }
    counts
}

fn overdue(answer: &RequirementAnswer) -> usize {
    let own = answer.cells.iter().filter(|cell| cell.overdue).count();
    own + answer.parts.iter().map(overdue).sum::<usize>()
}

/// The earliest day, today or later, on which something falls due that is not done.
fn next_due(evaluation: &Evaluation, lifecycle: &Lifecycle, contract: &Contract) -> Option<NextDue> {
    if matches!(lifecycle.state, State::Terminated | State::Closed) {
        return None;
    }
    let mut due = Vec::new();
    evaluation.requirements().for_each(|answer| cells_due(answer, &mut due));
    for order in lifecycle.orders.iter().filter(|order| order.cured_by.is_none()) {
        due.extend(order.due.map(|day| NextDue { day, what: "order", id: Some(order.id.clone()) }));
    }
    if lifecycle.stages.iter().any(|stage| &*stage.id == "midterm" && stage.evaluation.is_none()) {
        due.push(NextDue { day: contract.midterm_date, what: "midterm", id: None });
    }
    due.push(NextDue { day: lifecycle.service.end, what: "service_end", id: None });
    due.into_iter().filter(|due| due.day >= lifecycle.as_of).min()
}

fn cells_due(answer: &RequirementAnswer, due: &mut Vec<NextDue>) {
    let open = answer.cells.iter().filter(|cell| cell.outcome != Outcome::Met && cell.waived.is_none());
    let id = answer.id.as_deref().map(str::to_owned);
    due.extend(open.filter_map(|cell| Some(NextDue { day: cell.due?, what: "requirement", id: id.clone() })));
    answer.parts.iter().for_each(|part| cells_due(part, due));
}
