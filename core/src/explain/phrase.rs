//! Numbers and outcomes in words.

use super::node::{Kind, Node};
use super::words::*;
use crate::evaluate::{BoundaryAnswer, Operands, Outcome};
use crate::finding::{Finding, Locale, vocabulary};
use crate::lifecycle::Step;
use crate::number::Exact;
use crate::package::model::{Labels, ReadingInForce};

/// A name in a locale.
pub(super) fn label(labels: &Labels, locale: Locale) -> String {
    labels.of(locale).to_owned()
}

/// A clause as a mark: one that is a bare number is named as a clause, or it would look like a count.
pub(super) fn clause(clause: &str, locale: Locale) -> String {
    let bare = !clause.is_empty() && clause.chars().all(|letter| letter.is_ascii_digit());
    if bare { CLAUSE_NUMBER.with(locale, &[clause]) } else { clause.to_owned() }
}

/// What a node is called: its name and id, or its member and period.
pub(super) fn name(node: &Node, locale: Locale) -> String {
    let mut parts = Vec::new();
    parts.extend(node.labels.as_ref().map(|labels| label(labels, locale)));
    parts.extend(node.members.iter().cloned());
    parts.extend(node.window.clone());
    let id = node.id.as_deref().filter(|_| node.kind != Kind::Stage);
    match (parts.is_empty(), id) {
        (true, Some(id)) => id.to_owned(),
        (false, Some(id)) => REMARKED.with(locale, &[&parts.join(" "), id]),
        (false, None) => parts.join(" "),
        (true, None) => "·".to_owned(),
    }
}

/// Where a node stands.
pub(super) fn status(node: &Node, locale: Locale) -> String {
    if node.text_only {
        return TEXT_ONLY.of(locale).to_owned();
    }
    if node.waived.is_some() {
        return WAIVED_STATUS.of(locale).to_owned();
    }
    let label = node.outcome.label(locale);
    match (node.holding, node.overdue && node.outcome == Outcome::Open) {
        (true, _) => HOLDING.with(locale, &[label]),
        (_, true) => OVERDUE.with(locale, &[label]),
        _ => label.to_owned(),
    }
}

/// `needs ≥ 6, has 3`.
pub(super) fn compared(operands: &Operands, locale: Locale) -> String {
    let in_percent = is_share(operands);
    let target = match operands.target {
        Some(target) => format!("{}{}", amount(target, in_percent), operands.unit),
        None => TARGET_UNKNOWN.of(locale).to_owned(),
    };
    COMPARED.with(locale, &[operands.cmp.sign(), &target, &found(operands, in_percent, locale)])
}

fn found(operands: &Operands, in_percent: bool, locale: Locale) -> String {
    let Some(lo) = operands.lo else { return UNDEFINED.of(locale).to_owned() };
    let lo_text = amount(lo, in_percent);
    match operands.hi {
        Some(hi) if hi == lo => lo_text,
        Some(hi) => UP_TO.with(locale, &[&lo_text, &amount(hi, in_percent)]),
        None => UP_TO.with(locale, &[&lo_text, UNBOUNDED.of(locale)]),
    }
}

/// How far it is from the target; nothing when the target is reached or not known.
pub(super) fn gap(operands: &Operands, locale: Locale) -> Option<String> {
    let (lo, target) = (operands.lo?, operands.target?);
    if operands.cmp.holds(lo, target) {
        return None;
    }
    let in_percent = is_share(operands);
    let (word, distance) =
        if operands.cmp.wants_more() { (&SHORT, lo.short_of(target)?) } else { (&EXCEEDED, target.short_of(lo)?) };
    if distance == Exact::ZERO {
        return Some(ON_LIMIT.of(locale).to_owned());
    }
    Some(word.with(locale, &[&amount(distance, in_percent), &operands.unit]))
}

/// A share of a whole is shown in percent.
fn is_share(operands: &Operands) -> bool {
    operands.unit.is_empty() && operands.target.is_some_and(|target| target < Exact::ONE && target > Exact::ZERO)
}

fn amount(number: Exact, in_percent: bool) -> String {
    let hundredfold = number.times(Exact::whole(100)).filter(|_| in_percent);
    let (number, sign) = hundredfold.map_or((number, ""), |number| (number, "%"));
    let exact = number.to_string();
    // A fraction with an odd denominator is shown with four decimals, rounded down.
    let text = if exact.contains('/') { number.rounded_down() } else { exact };
    format!("{text}{sign}")
}

/// Whole percent, rounded down.
pub(super) fn percent(fraction: Exact) -> u8 {
    let scaled = fraction.times(Exact::whole(100)).map_or_else(String::new, Exact::rounded_down);
    let whole = scaled.split('.').next().unwrap_or_default();
    whole.parse().unwrap_or(0u8).min(100)
}

/// Missing things named in one message before the rest is counted.
const MISSING_SHOWN: usize = 12;

/// A finding's message, with what is missing in words.
pub(super) fn message(finding: &Finding, locale: Locale) -> String {
    let Some(tokens) = finding.params.get("missing") else { return finding.message(locale) };
    let tokens: Vec<String> = tokens.split(", ").map(|token| missing(token, locale)).collect();
    let mut readable = finding.clone();
    readable.params.insert("missing", elements(&tokens, MISSING_SHOWN, locale));
    readable.message(locale)
}

/// What is missing, in words where it has them.
pub(super) fn missing(token: &str, locale: Locale) -> String {
    vocabulary::label("missing", token, locale).unwrap_or(token).to_owned()
}

/// How a phrase is read: its words with the option in force.
pub(super) fn read_as(reading: &str, readings: &[ReadingInForce], locale: Locale) -> String {
    readings.iter().find(|known| *known.id == *reading).map_or_else(
        || reading.to_owned(),
        |known| READ_AS.with(locale, &[&known.phrase, &label(&known.labels, locale)]),
    )
}

/// What another option would say.
pub(super) fn boundary(answer: &BoundaryAnswer, readings: &[ReadingInForce], locale: Locale) -> String {
    let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.name() == answer.would_be);
    let would_be = match &*answer.would_be {
        "none" => NO_BAND.of(locale),
        "arisen" => ARISEN.of(locale),
        "not_arisen" => NOT_ARISEN.of(locale),
        other => outcome.map_or(other, |outcome| outcome.label(locale)),
    };
    BOUNDARY.with(locale, &[&read_as(&answer.reading, readings, locale), would_be])
}

/// What follows from an evaluation or event.
pub(super) fn consequence(what: &str, locale: Locale) -> &'static str {
    let step = match what {
        "termination" => Step::Termination,
        "extension" => Step::Extension,
        _ => Step::RectificationOrder,
    };
    step.label(locale)
}

/// Right or duty.
pub(super) fn force(force: &str, locale: Locale) -> &'static str {
    if force == "duty" { DUTY.of(locale) } else { RIGHT.of(locale) }
}

/// Joined for reading, not more than `most` of them.
pub(super) fn list(items: &[String], most: usize, locale: Locale) -> String {
    let shown: Vec<&str> = items.iter().take(most).map(String::as_str).collect();
    let shown = shown.join(LIST_SEPARATOR.of(locale));
    if items.len() > most { AND_MORE.with(locale, &[&shown, &items.len().to_string()]) } else { shown }
}

/// Elements for reading: several of one entry are named together.
pub(super) fn elements(elements: &[String], most: usize, locale: Locale) -> String {
    let mut by_entry: Vec<(&str, Vec<&String>)> = Vec::new();
    for element in elements {
        let entry = element.split('/').next().unwrap_or(element);
        match by_entry.iter_mut().find(|(known, _)| *known == entry) {
            Some((_, elements)) => elements.push(element),
            None => by_entry.push((entry, vec![element])),
        }
    }
    let names: Vec<String> = by_entry
        .iter()
        .map(|(entry, elements)| match elements.as_slice() {
            [element] => (*element).clone(),
            several => TIMES.with(locale, &[entry, &several.len().to_string()]),
        })
        .collect();
    list(&names, most, locale)
}
