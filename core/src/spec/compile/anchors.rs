//! Anchors: windows that wait for other requirements may not wait in a circle.

use super::super::shape::Faults;
use super::{list, of_key, requirement_ids};
use crate::finding::{Finding, spec as codes};
use crate::json::Node;
use crate::sorted::Set;
use std::cell::RefCell;

/// From an id to the ids that its windows wait for; an id may stand there several times.
pub(super) type Edges = Vec<(String, Set<String>)>;

/// Notes what a top requirement and its parts wait for; each part by itself where that is known.
pub(super) fn note(node: &Node, anchored: &RefCell<Vec<(String, usize)>>, edges: &mut Edges) {
    anchored.borrow_mut().clear();
    note_part(node, &Set::default(), edges);
}

fn note_part(node: &Node, inherited: &Set<String>, edges: &mut Edges) {
    let mut waits = Set::default();
    if let Some(window) = node.get("window") {
        waits_of(window, &mut waits);
    } else {
        waits.extend(inherited.iter().cloned());
    }
    let parts = list(node, "all_of").iter().chain(list(node, "any_of"));
    let mut own = waits.clone();
    for part in parts {
        note_part(part, &waits, edges);
        let mut ids = Set::default();
        requirement_ids(part, &mut ids);
        own.extend(ids);
    }
    if let Some(id) = node.get("id").and_then(Node::text) {
        edges.push((id.to_owned(), own));
    }
}

fn waits_of(node: &Node, found: &mut Set<String>) {
    for (key, value) in node.object().unwrap_or_default() {
        if matches!(key.as_str(), "first" | "met") {
            found.extend(value.text().map(str::to_owned));
        }
        waits_of(value, found);
    }
}

/// Circles among the anchors.
pub(super) fn cycles(mut edges: Edges, at: usize) -> Faults {
    let mut faults = Faults::new();
    edges.sort_by(|(a, _), (b, _)| a.cmp(b));
    for same in edges.chunk_by(|(a, _), (b, _)| a == b) {
        let Some((id, _)) = same.first() else { continue };
        let mut seen = Set::default();
        let mut open: Vec<&str> = Vec::new();
        wait(same, &mut open);
        while let Some(next) = open.pop() {
            if next == id {
                faults.push((at, Finding::new(codes::ANCHOR_CYCLE).with("id", id)));
                break;
            }
            if seen.insert(next) {
                wait(of_key(&edges, |id| id.as_str().cmp(next)), &mut open);
            }
        }
    }
    faults
}

fn wait<'e>(edges: &'e [(String, Set<String>)], open: &mut Vec<&'e str>) {
    open.extend(edges.iter().flat_map(|(_, waits)| waits.iter()).map(String::as_str));
}
