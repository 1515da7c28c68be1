//! How far a reading reaches: what its options replace, and what uses that.

use super::pieces::Base;
use super::{list, of_key, reading, text};
use crate::contract::Contract;
use crate::json::{Node, Shape};
use crate::sorted::Set;

/// What may come out otherwise under another option of a reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Requirements of indicators, obligations and provider, by id.
    pub requirements: Set<String>,
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
    let (base, _) = Base::new(document, choice);
    let items = items(&base.document);
    let mut touched = Set::default();
    touched.extend(replaced.ids.iter().map(String::as_str));
    let touched = spread(items.iter(), touched);
    let mut reach = Reach::default();
    for item in items.iter().filter(|item| item.is_named_in(&touched)) {
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
pub(super) struct Item<'n> {
    list: &'static str,
    id: String,
    pub(super) names: Vec<&'n str>,
    /// Ids by which others may refer to it.
    pub(super) own: Vec<&'n str>,
}

impl Item<'_> {
    /// Whether one of the names stands in it.
    pub(super) fn is_named_in(&self, names: &Set<&str>) -> bool {
        self.names.iter().any(|name| names.contains(name))
    }
}

fn items(document: &Node) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    for key in ["conditions", "rules", "obligations", "provider", "stages", "triggers", "closing"] {
        items.extend(list(document, key).iter().map(|node| item(key, node)));
    }
    for indicator in list(document, "indicators") {
        for requirement in list(indicator, "requirements") {
            let mut item = item("indicators", requirement);
            item.names.push(indicator.get("id").and_then(Node::text).unwrap_or_default());
            items.push(item);
        }
    }
    items
}

pub(super) fn item<'n>(list: &'static str, node: &'n Node) -> Item<'n> {
    let mut item = Item { list, id: text(node, "id"), names: Vec::new(), own: Vec::new() };
    collect(node, &mut item);
    item
}

/// Ids that stand in a node, and names of conditions and requirements that it refers to.
fn collect<'n>(node: &'n Node, item: &mut Item<'n>) {
    match &node.shape {
        Shape::List(nodes) => nodes.iter().for_each(|node| collect(node, item)),
        Shape::Object(fields) => {
            for (key, field) in fields {
                if let Some(name) = field.text().filter(|_| matches!(key.as_str(), "id" | "use" | "first" | "met")) {
                    item.names.push(name);
                    if key == "id" {
                        item.own.push(name);
                    }
                }
                collect(field, item);
            }
        }
        _ => {}
    }
}

/// The ids that are replaced, and the ids of what uses them.
pub(super) fn spread<'i, 'n: 'i>(items: impl Iterator<Item = &'i Item<'n>>, replaced: Set<&'n str>) -> Set<&'n str> {
    let mut users: Vec<(&str, &Item<'n>)> = Vec::new();
    for item in items {
        users.extend(item.names.iter().map(|name| (*name, item)));
    }
    users.sort_by_key(|(name, _)| *name);
    let mut open: Vec<&str> = replaced.iter().copied().collect();
    let mut touched = replaced;
    while let Some(name) = open.pop() {
        for (_, user) in of_key(&users, |known| (*known).cmp(name)) {
            for own in &user.own {
                if touched.insert(own) {
                    open.push(own);
                }
            }
        }
    }
    touched
}
