use crate::evaluate::World;
use crate::kind;
use schemars::JsonSchema;
use serde::Serialize;
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
    let mut standing = Vec::new();
    for kind in kind::ALL {
        standing.extend(before.entries(kind.name).iter().map(|entry| (kind.name, entry.id(), [Some(*entry), None])));
        standing.extend(after.entries(kind.name).iter().map(|entry| (kind.name, entry.id(), [None, Some(*entry)])));
    }
    standing.sort_by_key(|(kind, id, _)| (*kind, *id));
    let mut changes: Vec<EntryChange> = standing
        .chunk_by(|(a_kind, a, _), (b_kind, b, _)| (a_kind, a) == (b_kind, b))
        .filter_map(|same| {
            let (kind, id, _) = *same.first()?;
            let [one, other] = [0, 1].map(|side| same.iter().rev().find_map(|(_, _, sides)| *sides.get(side)?));
            let change = match (one, other) {
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
