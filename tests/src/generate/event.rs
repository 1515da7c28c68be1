//! Random lifecycle events: evaluations, waivers, make-ups, extensions and the like.

use super::random::Random;
use super::register::pool;
use crate::naive::date::{plus_days, plus_months};
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

/// What an event may name.
#[derive(Debug)]
pub struct Names {
    /// Ids of requirements and their parts.
    pub requirements: Vec<String>,
    /// Ids of records so far.
    pub records: Vec<String>,
}

fn member(random: &mut Random) -> String {
    let kind = random.text(&["organisation", "site", "project", "household", "person", "case", "group", "staff"]);
    random.text(pool(&kind))
}

fn cell(random: &mut Random, day: NaiveDate, entry: &mut Value) {
    if random.chance(45) {
        entry["member"] = json!(member(random));
    }
    if random.chance(50) {
        entry["window"] = match random.below(3) {
            0 => json!(day.year().to_string()),
            1 => json!(format!("{}-Q{}", day.year(), day.month().div_ceil(3))),
            _ => json!(format!("{}-{:02}", day.year(), day.month())),
        };
    }
}

/// An event of the day `date`, without id and dates.
#[must_use]
pub fn event(random: &mut Random, date: NaiveDate, end: NaiveDate, names: &Names) -> Value {
    let kind = random.text(&[
        "spot_check",
        "evaluation",
        "evaluation",
        "self_evaluation",
        "acceptance",
        "waiver",
        "waiver",
        "make_up",
        "make_up",
        "extension",
        "fee_complaint",
        "interruption",
        "rectification_order",
        "rectified",
        "reminder",
        "register_declaration",
        "withdrawal",
    ]);
    let mut entry = json!({"kind": kind});
    let stage = random.text(&["midterm", "final", "third_party"]);
    match kind.as_str() {
        "spot_check" => {
            let consistent = random.chance(50);
            random.maybe(70, &mut entry, "consistent", consistent);
            random.maybe(50, &mut entry, "issue", "i1");
        }
        "evaluation" => {
            entry["stage"] = json!(stage);
            let score = random.pick(&[json!(60), json!(70), json!(79.5), json!(80), json!(92)]);
            random.maybe(80, &mut entry, "score", score);
            if entry["score"].is_null() && random.chance(70) {
                entry["marks"] = json!([{"aspect": "work", "mark": random.from_to(30, 50), "full": 50}]);
                if let (true, Some(marks)) = (random.chance(80), entry["marks"].as_array_mut()) {
                    marks.push(json!({"aspect": "funds", "mark": random.from_to(60, 100)}));
                }
            }
        }
        "self_evaluation" => entry["stage"] = json!(stage),
        "acceptance" => entry["passed"] = json!(random.chance(60)),
        "waiver" => {
            entry["approved_by"] = json!("the bureau");
            if let (true, false) = (random.chance(15), names.records.is_empty()) {
                entry["record"] = json!(random.pick(&names.records));
                entry["condition"] = json!(random.text(&["qualified", "helped"]));
            } else {
                entry["requirement"] = json!(random.pick(&names.requirements));
                if random.chance(90) {
                    cell(random, date, &mut entry);
                }
            }
        }
        "make_up" => {
            entry["approved_by"] = json!("the bureau");
            entry["requirement"] = json!(random.pick(&names.requirements));
            let mut records = vec!["r9".to_owned()];
            if !names.records.is_empty() {
                records = vec![random.pick(&names.records), random.pick(&names.records)];
                records.dedup();
            }
            entry["records"] = json!(records);
            while entry["window"].is_null() {
                cell(random, date, &mut entry);
            }
        }
        "extension" => entry["new_end"] = json!(random.pick(&[plus_months(end, 1), plus_days(end, 10)]).to_string()),
        "fee_complaint" => {
            let upheld = random.chance(50);
            random.maybe(60, &mut entry, "upheld", upheld);
        }
        "interruption" => {}
        "register_declaration" => {
            entry["register"] = json!(random.text(&["person", "person", "outlet"]));
            entry["complete"] = json!(random.chance(80));
        }
        "withdrawal" => {
            entry["reason"] = json!("entered by mistake");
            entry["voids"] = json!("r1");
            if !names.records.is_empty() {
                entry["voids"] = json!(random.pick(&names.records));
            }
        }
        _ => entry["issue"] = json!(random.text(pool("issue"))),
    }
    entry
}
