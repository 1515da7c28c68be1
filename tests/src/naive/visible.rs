//! FORMAT section 5, *Visible*: which entries stand on a day.

use super::date::day_of;
use super::kinds::is_register;
use chrono::NaiveDate;
use serde_json::Value;

/// The entries that stand on a day and where superseded ids lead.
#[derive(Debug)]
pub struct Standing {
    /// Visible records and events that nothing hides, and the newest register versions.
    pub entries: Vec<Value>,
    /// (superseded id, id of the entry that stands for it).
    pub successors: Vec<(String, String)>,
    /// Visible register versions, in the order in which they were recorded.
    pub versions: Vec<Value>,
}

/// A text field, empty when absent.
#[must_use]
pub fn text<'a>(entry: &'a Value, field: &str) -> &'a str {
    entry[field].as_str().unwrap_or("")
}

/// The kind of an entry.
#[must_use]
pub fn kind(entry: &Value) -> &str {
    text(entry, "kind")
}

fn recorded(entry: &Value) -> Option<NaiveDate> {
    super::date::day(entry["recorded_at"].as_str()?.get(0..10)?)
}

/// `max(date, recorded_at) ≤ as_of`; a register has only `recorded_at`.
fn is_dated(entry: &Value, as_of: NaiveDate) -> bool {
    let Some(recorded) = recorded(entry) else {
        return false;
    };
    if recorded > as_of {
        return false;
    }
    is_register(kind(entry)) || day_of(&entry["date"]).is_some_and(|d| d <= as_of)
}

/// Everything that stands on `as_of`.
#[must_use]
pub fn standing(all: &[Value], as_of: NaiveDate) -> Standing {
    // Same id and same bytes: one.
    let mut dated: Vec<&Value> = Vec::new();
    for entry in all {
        if is_dated(entry, as_of) && !dated.contains(&entry) {
            dated.push(entry);
        }
    }
    let mut entries = Vec::new();
    let mut successors = Vec::new();
    for entry in &dated {
        if is_register(kind(entry)) {
            if is_newest_version(entry, &dated) {
                entries.push((*entry).clone());
            }
            continue;
        }
        let id = text(entry, "id");
        // A visible retraction hides; it need not stand itself, nothing is ever revived.
        let retracted = dated
            .iter()
            .any(|other| !is_register(kind(other)) && (text(other, "supersedes") == id || text(other, "voids") == id));
        // Same id and different bytes: none counts.
        let conflict = dated.iter().any(|other| !is_register(kind(other)) && text(other, "id") == id && other != entry);
        if !retracted && !conflict && wins_succession(entry, &dated) {
            entries.push((*entry).clone());
        }
    }
    for entry in &dated {
        let old = text(entry, "supersedes");
        if !is_register(kind(entry)) && !old.is_empty() && wins_succession(entry, &dated) {
            successors.push((old.to_owned(), text(entry, "id").to_owned()));
        }
    }
    let mut versions: Vec<Value> =
        dated.iter().filter(|entry| is_register(kind(entry))).map(|e| (*e).clone()).collect();
    versions.sort_by_key(|entry| (recorded(entry), entry.to_string()));
    Standing { entries, successors, versions }
}

/// Of the versions of a register entry the one recorded last; tie: the greater bytes.
fn is_newest_version(entry: &Value, dated: &[&Value]) -> bool {
    for other in dated {
        if kind(other) == kind(entry) && text(other, "id") == text(entry, "id") {
            let theirs = (recorded(other), other.to_string());
            let ours = (recorded(entry), entry.to_string());
            if theirs > ours {
                return false;
            }
        }
    }
    true
}

/// Two entries superseding one: the later `recorded_at`, then the greater id stands.
fn wins_succession(entry: &Value, dated: &[&Value]) -> bool {
    let old = text(entry, "supersedes");
    if old.is_empty() {
        return true;
    }
    for other in dated {
        if !is_register(kind(other)) && text(other, "supersedes") == old {
            let theirs = (recorded(other), text(other, "id"));
            let ours = (recorded(entry), text(entry, "id"));
            if theirs > ours {
                return false;
            }
        }
    }
    true
}
