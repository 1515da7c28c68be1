//! What an answer may not say: that nothing is to be done where the evaluation sees something missing,
//! that work counts on days that are over, or that nothing helps without saying what does.

use jiexiang::evaluate::{CellAnswer, Evaluation, Outcome, RequirementAnswer, Tri};
use jiexiang::finding::{Finding, Locale};
use jiexiang::remaining::{Need, Remaining, RequirementRemaining, WorkItem};
use jiexiang::time::Date;

/// What is wrong with an answer, against the evaluation of the same day.
pub(crate) fn faults(remaining: &Remaining, evaluation: &Evaluation) -> Vec<String> {
    let mut faults = Vec::new();
    for todo in remaining.requirements.iter().chain(&remaining.tracked) {
        let Some(answer) = evaluation.requirement(&todo.requirement) else { continue };
        let wrong = need_faults(todo, answer, evaluation).into_iter().chain(lost_faults(todo, answer));
        let wrong = wrong.chain(todo.work.iter().flat_map(|item| item_faults(item, remaining)));
        faults.extend(wrong.map(|fault| {
            format!("{}: {fault}: {:?} {:?} holding {}", todo.requirement, todo.need, todo.outcome, answer.holding)
        }));
    }
    faults
}

/// Whether the need is one that the evaluation bears out.
fn need_faults(todo: &RequirementRemaining, answer: &RequirementAnswer, evaluation: &Evaluation) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut never = |fault: bool, what| {
        if fault {
            faults.push(what)
        }
    };
    never(todo.outcome != answer.outcome, "another outcome than the evaluation's");
    never((todo.need == Need::Done) != (answer.outcome == Outcome::Met), "done and met are not the same");
    never(todo.need == Need::Hold && answer.outcome != Outcome::Open, "to hold, though not open");
    never(todo.need == Need::Hold && !may_hold(answer, evaluation.as_of), "to hold, though it does not hold");
    never(todo.need == Need::Work && todo.work.is_empty(), "work without any");
    never(matches!(todo.need, Need::Done | Need::Hold) && !todo.work.is_empty(), "nothing to do, yet work");
    never(todo.need == Need::Data && todo.missing.is_empty(), "data, and none are missing");
    never(todo.need == Need::Unreachable && todo.unreachable.is_empty(), "unreachable, and nothing is said why");
    // What waits, and a quotient of nothing, are unknown without any data missing.
    let waits = |item: &WorkItem| item.waits_for.is_some() || item.rate.is_some() && item.amount.is_none();
    let anchored = answer.missing.iter().any(|missing| evaluation.requirement(missing).is_some());
    let explained = todo.need != Need::Work || todo.work.iter().any(waits) || anchored || !answer.checks.is_empty();
    never(answer.outcome == Outcome::Unknown && !explained, "unknown, and no data are asked for");
    let helps = |finding: &Finding| !finding.help(Locale::En).is_empty() && !finding.help(Locale::ZhCn).is_empty();
    never(!todo.unreachable.iter().all(helps), "nothing is said that helps");
    faults
}

/// What holds, or keeps within a limit that is not in force yet.
fn may_hold(answer: &RequirementAnswer, as_of: Date) -> bool {
    let cell = |cell: &CellAnswer| {
        // Perhaps it is not owed at all: then it is not known whether it will be open.
        let still = cell.outcome == Outcome::Open || cell.outcome == Outcome::Unknown && cell.owed == Tri::Maybe;
        let to_come = still && cell.days.0 > as_of;
        cell.waived.is_some()
            || cell.outcome == Outcome::Met
            || cell.holding
            || to_come
            || cell.parts.iter().any(|part| part.holding)
    };
    let of_parts = || !answer.parts.is_empty() && answer.parts.iter().any(|part| may_hold(part, as_of));
    let limit = || match (answer.range.and_then(|range| range.hi), answer.target.as_ref().and_then(|t| t.value)) {
        (Some(hi), Some(value)) => answer.target.as_ref().is_some_and(|target| match target.cmp {
            "at_most" => hi <= value,
            "less_than" => hi < value,
            _ => false,
        }),
        _ => false,
    };
    let of_cells = || !answer.cells.is_empty() && answer.cells.iter().all(cell);
    answer.holding || of_cells() || of_parts() || limit()
}

/// What is lost for good is named, unless it may still be delivered late.
fn lost_faults(todo: &RequirementRemaining, answer: &RequirementAnswer) -> Vec<&'static str> {
    if answer.outcome == Outcome::Met {
        return Vec::new();
    }
    let late = |cell: Option<&CellAnswer>| {
        todo.work
            .iter()
            .any(|item| item.late && cell.is_none_or(|cell| item.window == cell.window && item.members == cell.members))
    };
    let mut faults = Vec::new();
    if answer.outcome == Outcome::NotMet && todo.need != Need::Unreachable && !late(None) {
        faults.push("not met, and nothing is said to be lost");
    }
    for cell in answer.cells.iter().filter(|cell| cell.waived.is_none() && cell.owed == Tri::Yes) {
        let named = todo.unreachable.iter().any(|finding| {
            let of = |key: &str, value: &str| finding.params.get(key).is_none_or(|given| *given == value);
            of("member", &cell.members.join(" ")) && of("window", cell.window.as_deref().unwrap_or_default())
        });
        if cell.outcome == Outcome::NotMet && !named && !late(Some(cell)) {
            faults.push("a cell that is not met is not named");
        }
    }
    faults
}

/// Work lies in days to come that still count.
fn item_faults(item: &WorkItem, remaining: &Remaining) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let mut never = |fault: bool, what| {
        if fault {
            faults.push(what)
        }
    };
    let past = |day: Option<Date>| day.is_some_and(|day| day <= remaining.as_of);
    never(item.from.is_none(), "work without a first day");
    never(past(item.from), "work from a day that is over");
    never(past(item.last_useful_day), "work up to a day that is over");
    never(past(item.due), "work due on a day that is over");
    never(item.from.zip(item.last_useful_day).is_some_and(|(from, last)| from > last), "no day between first and last");
    never(item.n == 0, "none of something");
    faults
}
