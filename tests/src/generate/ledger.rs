//! Random ledgers of 0 to 60 entries, in which entries supersede, void and contradict
//! each other and come in late.

use super::contract::service;
use super::event::{Names, event};
use super::random::Random;
use super::record::record;
use super::register::register;
use crate::naive::date::plus_days;
use crate::naive::package::requirements;
use serde_json::{Value, json};

/// Entries for a package and a contract; the same seed with a smaller `size` gives the
/// beginning of the same ledger.
#[must_use]
pub fn ledger(random: &mut Random, package: &Value, contract: &Value, size: usize) -> Vec<Value> {
    let (start, end) = service(contract);
    let mut names = Names { requirements: Vec::new(), records: Vec::new() };
    for requirement in requirements(package) {
        names.requirements.push(requirement["id"].as_str().unwrap_or("").to_owned());
    }
    let mut entries: Vec<Value> = Vec::new();
    for number in 0..size {
        let sort = random.below(100);
        if sort < 30 {
            entries.push(register(random, start, end));
            continue;
        }
        if sort < 33 && !entries.is_empty() {
            entries.push(again(random, &entries));
            continue;
        }
        let date = match random.below(12) {
            0 => random.day(plus_days(start, -25), plus_days(end, 40)),
            1 => random.pick(&[start, end, plus_days(start, -1), plus_days(end, 1)]),
            _ => random.day(start, end),
        };
        let mut entry = if sort < 84 { record(random, date) } else { event(random, date, end, &names) };
        let late = match random.below(10) {
            0 => 60,
            1 => 15,
            2..5 => 3,
            _ => 0,
        };
        if entry["id"].is_null() {
            entry["id"] = json!(format!("r{number}"));
        } else if random.chance(40) {
            // A case or group that follows an older one of the pool.
            entry["supersedes"] = entry["id"].clone();
            entry["id"] = json!(format!("n{number}"));
        }
        entry["package"] = json!("district-x/package");
        entry["date"] = json!(date.to_string());
        entry["recorded_at"] = json!(plus_days(date, late).to_string());
        if entry["supersedes"].is_null() && !names.records.is_empty() && random.chance(6) {
            let field = random.text(&["supersedes", "supersedes", "voids"]);
            if entry["voids"].is_null() {
                entry[&field] = json!(random.pick(&names.records));
                entry["reason"] = json!("corrected");
            }
        }
        // What retracts itself or twice is refused, and never part of a ledger.
        for field in ["supersedes", "voids"] {
            if entry[field] == entry["id"] {
                entry[field] = json!("r9999");
            }
        }
        names.records.push(entry["id"].as_str().unwrap_or("").to_owned());
        drop_empty(&mut entry);
        entries.push(entry);
    }
    entries
}

/// The same entry once more: the same, changed under the same id, or a cycle.
fn again(random: &mut Random, entries: &[Value]) -> Value {
    let mut copy = random.pick(entries);
    match random.below(3) {
        0 => {}
        1 => copy["note"] = json!("changed"),
        _ => {
            if !copy["supersedes"].is_null() && copy["voids"].is_null() {
                let (own, old) = (copy["id"].clone(), copy["supersedes"].clone());
                copy["id"] = old;
                copy["supersedes"] = own;
            }
        }
    }
    copy
}

fn drop_empty(entry: &mut Value) {
    if let Some(object) = entry.as_object_mut() {
        object.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
    }
}
