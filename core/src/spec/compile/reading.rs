//! Readings 读法: options replace named parts of the document before it is compiled.

use super::super::shape::Faults;
use super::values::applies;
pub(super) use super::values::options;
use super::{InForce, list, text};
use crate::contract::Contract;
use crate::finding::{Finding, contract as contract_codes, spec as codes};
use crate::json::{Node, Shape};
use crate::package::model::{Body, ClosingNeed, Labels, Plan, ReadingInForce, Requirement, Shadow, ShadowOf};
use crate::sorted::{Map, Set};

/// A chosen option for every reading.
pub(super) type Choice = Map<String, String>;

/// What a reading replaces, over all its options.
pub(super) struct Replaced {
    pub(super) id: String,
    pub(super) ids: Set<String>,
}

pub(super) fn replaced(document: &Node) -> Vec<Replaced> {
    let replaced = |reading: &Node| {
        let mut ids = Set::default();
        for option in list(reading, "options") {
            let parts = option.get("replace").and_then(Node::object).unwrap_or_default();
            ids.extend(parts.iter().map(|(id, _)| id.clone()));
        }
        Replaced { id: text(reading, "id"), ids }
    };
    list(document, "readings").iter().map(replaced).collect()
}

pub(super) fn defaults(document: &Node) -> Choice {
    list(document, "readings").iter().map(|reading| (text(reading, "id"), text(reading, "default"))).collect()
}

pub(super) fn lint(document: &Node, faults: &mut Faults) {
    for reading in list(document, "readings") {
        let options = options(reading);
        let default = text(reading, "default");
        if !options.contains(&default) {
            let at = reading.get("default").map_or(reading.at, |node| node.at);
            faults.push((
                at,
                Finding::new(codes::UNKNOWN_OPTION).with("reading", text(reading, "id")).with("option", default),
            ));
        }
    }
}

/// The options that a contract chooses; defaults elsewhere.
pub(super) fn choice(document: &Node, contract: &Contract, findings: &mut Vec<Finding>) -> Choice {
    let mut choice = defaults(document);
    let readings = list(document, "readings");
    for (id, option) in &contract.readings {
        let path = format!("/readings/{id}");
        let Some(reading) = readings.iter().find(|reading| text(reading, "id") == **id) else {
            findings.push(Finding::new(contract_codes::UNKNOWN_READING).at(path).with("reading", id));
            continue;
        };
        let known = options(reading);
        if !known.iter().any(|known| *known == **option) {
            let unknown = Finding::new(contract_codes::UNKNOWN_READING_OPTION).at(path).with("reading", id);
            findings.push(unknown.with("option", option).with("known", known.join(", ")));
        } else if applies(reading, contract) {
            choice.insert(id.to_string(), option.to_string());
        }
    }
    choice
}

/// Puts parts in wherever an id stands in a node; `was` is what bears the id in the document without any option.
///
/// What another option changed before stays changed wherever this one leaves the document as it
/// was; returns false where both change one thing, each otherwise.
pub(super) fn replace(node: &mut Node, id: &str, parts: &Node, was: Option<&Node>, found: &mut bool) -> bool {
    match &mut node.shape {
        Shape::List(items) => {
            let mut agree = true;
            for item in items {
                agree &= replace(item, id, parts, was, found);
            }
            agree
        }
        Shape::Object(fields) => {
            let mut agree = true;
            if fields.iter().any(|(key, value)| key == "id" && value.text() == Some(id)) {
                *found = true;
                for (key, part) in parts.object().unwrap_or_default() {
                    let place = fields.iter().position(|(known, _)| known == key);
                    let now = place.map(|place| fields.remove(place).1);
                    let was = was.map_or(now.as_ref(), |was| was.get(key));
                    let put = Some(part).filter(|part| !matches!(part.shape, Shape::Null));
                    let both = composed(was, now.as_ref(), put);
                    agree &= both.is_ok();
                    fields.extend(both.unwrap_or(put.cloned()).map(|part| (key.clone(), part)));
                }
            }
            fields.iter_mut().fold(agree, |agree, (_, field)| replace(field, id, parts, was, found) && agree)
        }
        _ => true,
    }
}

/// Two changes of one thing in one: what it was, what it is now, and what is put in its place.
fn composed(was: Option<&Node>, now: Option<&Node>, put: Option<&Node>) -> Result<Option<Node>, Clash> {
    if are_same(was, now) || are_same(now, put) {
        return Ok(put.cloned());
    }
    if are_same(was, put) {
        return Ok(now.cloned());
    }
    let (Some(was), Some(now), Some(put)) = (was, now, put) else { return Err(Clash) };
    let shape = match (&was.shape, &now.shape, &put.shape) {
        (Shape::Object(_), Shape::Object(known), Shape::Object(given)) => {
            let new = given.iter().filter(|(key, _)| now.get(key).is_none());
            let keys = known.iter().chain(new).map(|(key, _)| key);
            let part = |key: &String| {
                let both = composed(was.get(key), now.get(key), put.get(key));
                both.map(|both| both.map(|part| (key.clone(), part))).transpose()
            };
            Shape::Object(keys.filter_map(part).collect::<Result<_, _>>()?)
        }
        (Shape::List(old), Shape::List(known), Shape::List(given))
            if old.len() == known.len() && old.len() == given.len() =>
        {
            let items = old.iter().zip(known).zip(given);
            let both = items.map(|((old, known), given)| composed(Some(old), Some(known), Some(given)));
            Shape::List(both.filter_map(Result::transpose).collect::<Result<_, _>>()?)
        }
        _ => return Err(Clash),
    };
    Ok(Some(Node { at: put.at, shape }))
}

/// Two options change one thing, each otherwise.
struct Clash;

/// Whether both say the same, wherever they stand.
fn are_same(one: Option<&Node>, other: Option<&Node>) -> bool {
    match (one.map(|node| &node.shape), other.map(|node| &node.shape)) {
        (Some(Shape::Object(ones)), Some(Shape::Object(others))) => {
            let named = |(key, value): &(String, Node)| are_same(Some(value), other.and_then(|node| node.get(key)));
            ones.len() == others.len() && ones.iter().all(named)
        }
        (Some(Shape::List(ones)), Some(Shape::List(others))) => {
            ones.len() == others.len() && ones.iter().zip(others).all(|(one, other)| are_same(Some(one), Some(other)))
        }
        (one, other) => one == other,
    }
}

/// The readings that apply to a contract, with their options.
pub(super) fn in_force(document: &Node, choice: &Choice, contract: &Contract) -> InForce {
    list(document, "readings")
        .iter()
        .filter(|reading| applies(reading, contract))
        .filter_map(|reading| {
            let id = text(reading, "id");
            let chosen = choice.get(&id)?;
            let option = list(reading, "options").iter().find(|option| text(option, "id") == *chosen)?;
            let labels = option.get("labels")?;
            Some(ReadingInForce {
                option: chosen.as_str().into(),
                labels: Labels { zh: text(labels, "zh-CN").into(), en: text(labels, "en").into() },
                phrase: text(reading, "phrase").into(),
                by_default: !contract.readings.contains_key(id.as_str()),
                comparator: matches!(reading.get("comparator").map(|flag| &flag.shape), Some(Shape::Bool(true))),
                id: id.into(),
            })
        })
        .collect()
}

pub(super) fn other_options(document: &Node, reading: &ReadingInForce) -> Vec<String> {
    let node = list(document, "readings").iter().find(|node| text(node, "id") == *reading.id);
    let all = node.map(options).unwrap_or_default();
    all.into_iter().filter(|option| **option != *reading.option).collect()
}

/// What a plan says otherwise under another option of a reading.
pub(super) fn shadows(plan: Plan, replaced: &[Replaced], reading: &ReadingInForce, option: &str) -> Vec<Shadow> {
    let Some(replaced) = replaced.iter().find(|replaced| *replaced.id == *reading.id) else { return Vec::new() };
    let names = |id: &str| replaced.ids.contains(id);
    let shadow = |of| Shadow { reading: reading.id.clone(), option: option.into(), of };
    let touched = |requirement: &Requirement| requirement.readings.contains(&reading.id);
    let of_closing = plan.closing.into_iter().filter_map(|item| match item.need {
        ClosingNeed::Requirement(requirement) => Some(requirement),
        ClosingNeed::Completion(_) => None,
    });
    let requirements = plan
        .indicators
        .into_iter()
        .flat_map(|indicator| indicator.requirements)
        .chain(plan.obligations)
        .chain(plan.provider)
        .chain(of_closing)
        .filter(|requirement| touched(requirement) && !matches!(requirement.body, Body::TextOnly))
        .map(|requirement| shadow(ShadowOf::Requirement(Box::new(requirement))));
    let stages = plan
        .stages
        .into_iter()
        .filter(|stage| {
            names(&stage.id) || stage.bands.iter().chain(stage.verdicts.values()).any(|band| names(&band.id))
        })
        .map(|stage| shadow(ShadowOf::Stage(Box::new(stage))));
    let triggers = plan
        .triggers
        .into_iter()
        .filter(|trigger| names(&trigger.id) || touched(&trigger.when))
        .map(|trigger| shadow(ShadowOf::Trigger(Box::new(trigger))));
    requirements.chain(stages).chain(triggers).collect()
}
