//! Rules that a package cannot judge without a contract.

use crate::json::{Node, Shape};
use std::collections::BTreeSet;

/// Ids of the rules that look at what only a contract states: dates, lists, the place.
pub(crate) fn undecided(document: &Node) -> BTreeSet<String> {
    let rules = list(document, "rules").iter().filter(|rule| asks_contract(rule, list(document, "conditions")));
    let mut undecided = BTreeSet::new();
    undecided.extend(rules.filter_map(|rule| rule.get("id").and_then(Node::text)).map(str::to_owned));
    undecided
}

fn asks_contract(node: &Node, conditions: &[Node]) -> bool {
    match &node.shape {
        // The package knows its own id.
        Shape::Text(text) => text.starts_with('$') && text != "$package",
        Shape::List(items) => items.iter().any(|item| asks_contract(item, conditions)),
        Shape::Object(fields) => fields.iter().any(|(key, value)| match (key.as_str(), value.text()) {
            // A loaded package has no cycles among its conditions.
            ("use", Some(name)) => conditions
                .iter()
                .filter(|condition| condition.get("id").and_then(Node::text) == Some(name))
                .any(|condition| asks_contract(condition, conditions)),
            _ => asks_contract(value, conditions),
        }),
        _ => false,
    }
}

fn list<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    node.get(key).and_then(Node::list).unwrap_or_default()
}
