//! How far a reading reaches: what its options replace, and what uses that.

use super::{list, reading, text};
use crate::contract::Contract;
use crate::json::{Node, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// What may come out otherwise under another option of a reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Requirements of indicators, obligations and provider, by id.
    pub requirements: BTreeSet<String>,
    /// A record rule: which entries count at all.
    pub rules: bool,
    /// Anything else that is judged: stages, triggers, what closing needs.
    pub rest: bool,
}

impl Reach {
    /// Nothing that is judged depends on the reading.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.requirements.is_empty() && !self.rules && !self.rest
    }
}

/// The reach of a reading in a document.
///
/// A thing is reached when an option replaces it, a part of it, a named condition that it
/// uses, or a requirement on which its windows are anchored; through any number of steps.
///
/// What uses what is read from the document as it stands for the contract: an option that is
/// in force may use conditions that the text without it does not.
pub(in crate::spec) fn reach(document: &Node, contract: &Contract, reading: &str) -> Reach {
    let replaced = reading::replaced(document);
    let Some(replaced) = replaced.into_iter().find(|replaced| replaced.id == reading) else { return Reach::default() };
    let choice = reading::choice(document, contract, &mut Vec::new());
    let items = items(&reading::patch(document, &choice).0);
    let touched = spread(&items, replaced.ids);
    let mut reach = Reach::default();
    for item in items.iter().filter(|item| !item.names.is_disjoint(&touched)) {
        match item.list {
            "conditions" => {}
            "indicators" | "obligations" | "provider" => {
                reach.requirements.insert(item.id.clone());
            }
            "rules" => reach.rules = true,
            _ => reach.rest = true,
        }
    }
    reach
}

/// A thing of a list of the package, with every name that stands in it.
struct Item {
    list: &'static str,
    id: String,
    names: BTreeSet<String>,
    /// Ids by which others may refer to it.
    own: BTreeSet<String>,
}

fn items(document: &Node) -> Vec<Item> {
    let mut items = Vec::new();
    for key in ["conditions", "rules", "obligations", "provider", "stages", "triggers", "closing"] {
        items.extend(list(document, key).iter().map(|node| item(key, node)));
    }
    for indicator in list(document, "indicators") {
        for requirement in list(indicator, "requirements") {
            let mut item = item("indicators", requirement);
            item.names.insert(text(indicator, "id"));
            items.push(item);
        }
    }
    items
}

fn item(list: &'static str, node: &Node) -> Item {
    let mut item = Item { list, id: text(node, "id"), names: BTreeSet::new(), own: BTreeSet::new() };
    collect(node, &mut item);
    item
}

/// Ids that stand in a node, and names of conditions and requirements that it refers to.
fn collect(node: &Node, item: &mut Item) {
    match &node.shape {
        Shape::List(nodes) => nodes.iter().for_each(|node| collect(node, item)),
        Shape::Object(fields) => {
            for (key, field) in fields {
                if let Some(name) = field.text().filter(|_| matches!(key.as_str(), "id" | "use" | "first" | "met")) {
                    item.names.insert(name.to_owned());
                    if key == "id" {
                        item.own.insert(name.to_owned());
                    }
                }
                collect(field, item);
            }
        }
        _ => {}
    }
}

/// The ids that are replaced, and the ids of what uses them.
fn spread(items: &[Item], replaced: BTreeSet<String>) -> BTreeSet<String> {
    let mut users: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in items {
        item.names.iter().for_each(|name| users.entry(name).or_default().push(item));
    }
    let mut open: Vec<String> = replaced.iter().cloned().collect();
    let mut touched = replaced;
    while let Some(name) = open.pop() {
        for user in users.get(name.as_str()).into_iter().flatten() {
            for own in &user.own {
                if touched.insert(own.clone()) {
                    open.push(own.clone());
                }
            }
        }
    }
    touched
}
