//! One record serves one indicator: selections of different indicators may not overlap unnoticed.

use super::super::shape::Faults;
use super::{list, text};
use crate::finding::{Finding, spec as codes};
use crate::json::{Node, Shape};
use crate::kind::{Family, Field, Type};

/// What a source takes: a record kind, and per single-valued field the values it allows.
struct Selection {
    kind: &'static str,
    allowed: Vec<(String, Allowed)>,
}

/// The values that a condition on a single-valued field allows.
#[derive(Clone, PartialEq)]
enum Allowed {
    /// In order.
    Words(Vec<String>),
    Below(i128, bool),
    Above(i128, bool),
}

/// Notes pairs of indicators that could take the same record without saying so.
pub(super) fn lint(document: &Node, faults: &mut Faults) {
    let conditions = list(document, "conditions");
    let indicators: Vec<(&Node, Vec<Selection>)> = list(document, "indicators")
        .iter()
        .map(|node| {
            let mut selections = Vec::new();
            list(node, "requirements")
                .iter()
                .for_each(|requirement| requirement_takes(requirement, conditions, &mut selections));
            (node, selections)
        })
        .collect();
    for (at, (first, own)) in indicators.iter().enumerate() {
        for (second, other) in indicators.iter().skip(at + 1) {
            let shares = |node: &Node, with: &Node| {
                list(node, "shares_with").iter().any(|id| id.text() == Some(&text(with, "id")))
            };
            if shares(first, second) || shares(second, first) {
                continue;
            }
            let clash = own.iter().find_map(|one| other.iter().find(|two| overlap(one, two)).map(|_| one.kind));
            if let Some(kind) = clash {
                let finding = Finding::new(codes::OVERLAP_UNSTATED)
                    .with("first", text(first, "id"))
                    .with("second", text(second, "id"));
                faults.push((second.at, finding.with("kind", kind)));
            }
        }
    }
    for (node, _) in &indicators {
        for id in list(node, "shares_with") {
            if !indicators.iter().any(|(other, _)| Some(text(other, "id").as_str()) == id.text()) {
                faults.push((id.at, Finding::new(codes::UNKNOWN_ANCHOR).with("anchor", id.text().unwrap_or_default())));
            }
        }
    }
}

fn requirement_takes(node: &Node, conditions: &[Node], found: &mut Vec<Selection>) {
    if let Some(measure) = node.get("measure") {
        measure_takes(measure, conditions, found);
    }
    for key in ["all_of", "any_of"] {
        list(node, key).iter().for_each(|part| requirement_takes(part, conditions, found));
    }
}

fn measure_takes(measure: &Node, conditions: &[Node], found: &mut Vec<Selection>) {
    for (name, body) in measure.object().unwrap_or_default() {
        match name.as_str() {
            "ratio" => ["of", "over"]
                .iter()
                .filter_map(|key| body.get(key))
                .for_each(|part| measure_takes(part, conditions, found)),
            "count" | "sum" => {
                let one = [body];
                let sources: Vec<&Node> =
                    if body.get("union").is_some() { list(body, "union").iter().collect() } else { one.to_vec() };
                sources.into_iter().for_each(|source| source_takes(source, conditions, found));
            }
            _ => {}
        }
    }
}

fn source_takes(source: &Node, conditions: &[Node], found: &mut Vec<Selection>) {
    let of = text(source, "of");
    let (kind_name, list) = of.split_once('.').map_or((of.as_str(), None), |(kind, list)| (kind, Some(list)));
    if let Some(nested) = source.get("having") {
        let mut children = Vec::new();
        requirement_takes(nested, conditions, &mut children);
        // Items of the container itself take no other record than the container.
        children.retain(|child| child.kind != kind_name);
        found.append(&mut children);
    }
    let Some(kind) = crate::kind::find(kind_name).filter(|kind| kind.family == Family::Record) else { return };
    let mut allowed = Vec::new();
    if let Some(cond) = source.get("where") {
        narrow(cond, if list.is_some() { Some(kind.name) } else { None }, kind.fields, conditions, &mut allowed, 0);
    }
    found.push(Selection { kind: kind.name, allowed });
}

/// Adds what the leaves of a conjunction allow on single-valued fields of the record.
fn narrow(
    cond: &Node,
    prefix: Option<&str>,
    fields: &[Field],
    conditions: &[Node],
    allowed: &mut Vec<(String, Allowed)>,
    depth: usize,
) {
    if depth > 16 {
        return;
    }
    for (key, node) in cond.object().unwrap_or_default() {
        let own = match prefix {
            None => Some(key.as_str()),
            Some(kind) => key.strip_prefix(kind).and_then(|rest| rest.strip_prefix('.')),
        };
        match key.as_str() {
            "all" => node
                .list()
                .unwrap_or_default()
                .iter()
                .for_each(|part| narrow(part, prefix, fields, conditions, allowed, depth + 1)),
            "use" => {
                let named = conditions.iter().find(|condition| node.text() == Some(&text(condition, "id")));
                if let Some(cond) = named.and_then(|condition| condition.get("where")) {
                    narrow(cond, prefix, fields, conditions, allowed, depth + 1);
                }
            }
            key if prefix == Some(key) => {
                // The container's own named condition.
                if let Some(name) = node.get("use") {
                    let named = conditions.iter().find(|condition| name.text() == Some(&text(condition, "id")));
                    if let Some(cond) = named.and_then(|condition| condition.get("where")) {
                        narrow(cond, None, fields, conditions, allowed, depth + 1);
                    }
                } else if let Some(cond) = node.get("where") {
                    narrow(cond, None, fields, conditions, allowed, depth + 1);
                }
            }
            _ => {
                let single = own.is_some_and(|own| {
                    fields.iter().any(|field| field.name == own && !matches!(field.ty, Type::List(_) | Type::Items(_)))
                });
                if let (Some(own), true, Some(found)) = (own, single, leaf_allows(node))
                    && !allowed.iter().any(|(known, _)| known == own)
                {
                    allowed.push((own.to_owned(), found));
                }
            }
        }
    }
}

fn leaf_allows(node: &Node) -> Option<Allowed> {
    let number = |node: &Node| match &node.shape {
        // Ten-thousandths, so that comparisons of decimals are exact.
        Shape::Number(digits) => {
            let number = crate::number::parse(digits)?;
            let scaled = number.checked_mul(rust_decimal::Decimal::from(10_000))?;
            crate::number::whole(scaled).map(i128::from)
        }
        _ => None,
    };
    node.object()?.iter().find_map(|(operator, operand)| match operator.as_str() {
        "is" => operand.text().filter(|word| !word.starts_with('$')).map(|word| Allowed::Words(vec![word.to_owned()])),
        "in" => operand.list().map(|words| {
            let mut words: Vec<String> = words.iter().filter_map(Node::text).map(str::to_owned).collect();
            words.sort_unstable();
            Allowed::Words(words)
        }),
        "at_least" => Some(Allowed::Above(number(operand)?, true)),
        "more_than" => Some(Allowed::Above(number(operand)?, false)),
        "at_most" => Some(Allowed::Below(number(operand)?, true)),
        "less_than" => Some(Allowed::Below(number(operand)?, false)),
        _ => None,
    })
}

fn overlap(one: &Selection, two: &Selection) -> bool {
    one.kind == two.kind
        && !one
            .allowed
            .iter()
            .any(|(field, own)| two.allowed.iter().any(|(other, allowed)| field == other && exclude(own, allowed)))
}

fn exclude(one: &Allowed, two: &Allowed) -> bool {
    match (one, two) {
        (Allowed::Words(one), Allowed::Words(two)) => !one.iter().any(|word| two.binary_search(word).is_ok()),
        (Allowed::Below(high, with), Allowed::Above(low, with_low))
        | (Allowed::Above(low, with_low), Allowed::Below(high, with)) => {
            high < low || high == low && !(*with && *with_low)
        }
        _ => false,
    }
}
