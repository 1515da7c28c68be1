use crate::entry::Entry;
use crate::evaluate::World;
use crate::kind;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It stands and did not before.
    Added,
    /// It stood before.
    Removed,
    /// A correction, or another entry of the same id, put it out of force.
    SetAside,
    /// It says something else.
    Changed,
}

/// An entry that came, went or says something else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct EntryChange {
    /// Its kind.
    pub kind: &'static str,
    /// Its id.
    pub id: Arc<str>,
    /// What became of it.
    pub change: Change,
    /// The correction that put it out of force, or the id in conflict.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// The entries that stand in one world and not, or otherwise, in the other; by kind and id.
pub(super) fn changes(before: &World<'_>, after: &World<'_>) -> Vec<EntryChange> {
    let (one, other) = (standing(before), standing(after));
    let keys: BTreeSet<_> = one.keys().chain(other.keys()).copied().collect();
    let mut changes: Vec<EntryChange> = keys
        .into_iter()
        .filter_map(|key| {
            let (kind, id) = key;
            let change = match (one.get(&key), other.get(&key)) {
                (None, Some(_)) => Change::Added,
                (Some(_), None) => Change::Removed,
                (Some(one), Some(other)) if one.content() != other.content() => Change::Changed,
                _ => return None,
            };
            let by = after.set_aside.iter().find(|(entry, ..)| change == Change::Removed && entry.id() == id);
            let by = by.map(|(_, _, by)| by.clone());
            let change = if by.is_some() { Change::SetAside } else { change };
            Some(EntryChange { kind, id: id.into(), change, by })
        })
        .collect();
    changes.sort();
    changes
}

fn standing<'w>(world: &World<'w>) -> BTreeMap<(&'static str, &'w str), &'w Entry> {
    let entries = kind::ALL.iter().flat_map(|kind| world.entries(kind.name));
    entries.map(|entry| ((entry.kind().name, entry.id()), *entry)).collect()
}
