//! Random contracts: odd start dates, 6 to 24 months.

use super::random::Random;
use crate::naive::date::{plus_days, plus_months};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// First and last day of a contract's service.
#[must_use]
pub fn service(contract: &Value) -> (NaiveDate, NaiveDate) {
    let day = |field: &str| crate::naive::date::day_of(&contract[field]).unwrap_or(NaiveDate::MIN);
    (day("service_start"), day("service_end"))
}

/// A contract for the package `district-x/package`.
#[must_use]
pub fn contract(random: &mut Random) -> Value {
    let months = random.pick(&[6u32, 9, 12, 12, 24]);
    let base = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    let start = random.day(base, plus_days(base, 400));
    let mut end = plus_days(plus_months(start, months), -1);
    if random.chance(10) {
        end = plus_days(end, 11);
    }
    let mut days_off = Vec::new();
    let mut days_on = Vec::new();
    for _ in 0..random.below(4) {
        days_off.push(random.day(start, end).to_string());
        days_on.push(random.day(start, end).to_string());
    }
    days_off.sort();
    days_off.dedup();
    days_on.sort();
    days_on.dedup();
    days_on.retain(|day| !days_off.contains(day));
    let mut readings = json!({});
    if random.chance(50) {
        readings["R-1"] = json!(random.text(&["inclusive", "exclusive"]));
    }
    json!({
        "id": "contract-x",
        "package": "district-x/package",
        "version": "1",
        "service_start": start.to_string(),
        "service_end": end.to_string(),
        "midterm_date": random.day(start, end).to_string(),
        "place": "east",
        "readings": readings,
        "related_majors": random.some(&["social_work", "sociology"]),
        "volunteer_systems": random.some(&["national", "local"]),
        "signature_forms": ["ink"],
        "non_working_days": days_off,
        "extra_working_days": days_on,
        "evaluation_weights": {"work": 60, "funds": 40},
    })
}
