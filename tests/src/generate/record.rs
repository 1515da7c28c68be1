//! Random records: relevant kinds, missing fields, dangling references.

use super::codes::codes;
use super::random::Random;
use super::register::pool;
use crate::naive::date::plus_days;
use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

/// A period near a day.
fn period(random: &mut Random, day: NaiveDate) -> String {
    match random.below(5) {
        0 => day.year().to_string(),
        1 => format!("{}-Q{}", day.year(), day.month().div_ceil(3)),
        2 => {
            let week = day.iso_week();
            format!("{}-W{:02}", week.year(), week.week())
        }
        _ => format!("{}-{:02}", day.year(), day.month()),
    }
}

fn texts(random: &mut Random, list: &str) -> Value {
    if random.chance(30) { Value::Null } else { json!(random.some(codes(list))) }
}

fn code(random: &mut Random, chance: u64, entry: &mut Value, field: &str, list: &str) {
    let value = random.text(codes(list));
    random.maybe(chance, entry, field, value);
}

fn refer(random: &mut Random, chance: u64, entry: &mut Value, field: &str, kind: &str) {
    let value = if random.chance(6) { "nobody".to_owned() } else { random.text(pool(kind)) };
    random.maybe(chance, entry, field, value);
}

fn subject(random: &mut Random) -> Value {
    match random.below(10) {
        0..5 => json!({"person": random.text(&["p1", "p2", "p3", "p4", "p9"])}),
        5 | 6 => json!({"household": random.text(pool("household"))}),
        7 | 8 => json!({"organisation": random.text(pool("organisation"))}),
        _ => json!({"name": "somebody"}),
    }
}

fn participant(random: &mut Random, roles: bool) -> Value {
    let mut one =
        if random.chance(80) { json!({"person": random.text(pool("person"))}) } else { json!({"name": "guest"}) };
    if roles {
        code(random, 85, &mut one, "role", "participant_role");
    }
    one
}

/// A record of the day `date`, without the common fields that name and date it.
#[must_use]
pub fn record(random: &mut Random, date: NaiveDate) -> Value {
    let kind = random.text(&[
        "visit",
        "visit",
        "visit",
        "visit",
        "case",
        "case",
        "case_contact",
        "case_contact",
        "case_contact",
        "group",
        "group_session",
        "group_session",
        "activity",
        "activity",
        "activity",
        "supervision",
        "document",
        "document",
        "document",
        "publication",
        "volunteer_project",
        "observation",
        "satisfaction_survey",
        "attestation",
        "resource",
        "attendance",
    ]);
    let mut entry = json!({"kind": kind});
    match kind.as_str() {
        "visit" => {
            code(random, 100, &mut entry, "mode", "visit_mode");
            code(random, 100, &mut entry, "category", "visit_category");
            let mut subjects = Vec::new();
            for _ in 0..random.from_to(0, 2) {
                subjects.push(subject(random));
            }
            entry["subjects"] = Value::Array(subjects);
            entry["parts"] = texts(random, "visit_part");
            random.maybe(70, &mut entry, "content", "as told");
        }
        "case" => {
            entry["id"] = json!(random.text(pool("case")));
            refer(random, 100, &mut entry, "client", "person");
            let consent = random.chance(80);
            random.maybe(75, &mut entry, "consent", consent);
            let days = i64::try_from(random.below(200)).unwrap_or(0);
            random.maybe(40, &mut entry, "closed", plus_days(date, days).to_string());
        }
        "case_contact" => {
            refer(random, 100, &mut entry, "case", "case");
            code(random, 80, &mut entry, "mode", "contact_mode");
        }
        "group" => {
            entry["id"] = json!(random.text(pool("group")));
            random.maybe(70, &mut entry, "title", "group");
            entry["members"] = json!(random.some(pool("person")));
            let planned = random.from_to(1, 5);
            random.maybe(70, &mut entry, "planned_sessions", planned);
        }
        "group_session" => {
            refer(random, 100, &mut entry, "group", "group");
            let session = random.from_to(1, 5);
            random.maybe(80, &mut entry, "session", session);
            if random.chance(80) {
                entry["present"] = json!(random.some(pool("person")));
            }
        }
        "activity" => {
            code(random, 100, &mut entry, "category", "activity_category");
            code(random, 70, &mut entry, "theme", "activity_theme");
            code(random, 40, &mut entry, "stage", "activity_stage");
            code(random, 60, &mut entry, "counted_by", "count_method");
            refer(random, 60, &mut entry, "organisation", "organisation");
            let heads = random.from_to(0, 30);
            random.maybe(70, &mut entry, "headcount", heads);
            if random.chance(60) {
                let roles = random.chance(60);
                let mut all = Vec::new();
                for _ in 0..random.from_to(1, 4) {
                    all.push(participant(random, roles));
                }
                entry["participants"] = Value::Array(all);
            }
        }
        "supervision" => {
            code(random, 100, &mut entry, "mode", "supervision_mode");
            entry["parts"] = texts(random, "supervision_part");
            if random.chance(70) {
                entry["supervisees"] = json!(random.some(pool("organisation")));
            }
        }
        "document" => {
            code(random, 100, &mut entry, "category", "document_category");
            let near = plus_days(date, -i64::try_from(random.below(40)).unwrap_or(0));
            let covered = period(random, near);
            random.maybe(60, &mut entry, "period", covered);
            let handed_in = plus_days(date, i64::try_from(random.below(6)).unwrap_or(0) - 3).to_string();
            random.maybe(60, &mut entry, "submitted_on", handed_in);
            code(random, 60, &mut entry, "submitted_to", "recipient");
            random.maybe(60, &mut entry, "version_date", plus_days(date, -5).to_string());
            let copies = random.from_to(1, 60);
            random.maybe(70, &mut entry, "copies", copies);
            refer(random, 30, &mut entry, "case", "case");
            if random.chance(75) {
                entry["projects"] = json!(random.some(pool("project")));
            }
            entry["parts"] = texts(random, "document_part");
            entry["methods"] = texts(random, "survey_method");
            if random.chance(50) {
                entry["items"] = json!(["first", "second"]);
            }
        }
        "publication" => {
            code(random, 100, &mut entry, "channel", "publication_channel");
            refer(random, 85, &mut entry, "outlet", "outlet");
            entry["title"] = json!(random.text(&[
                "Good news",
                " good  news! ",
                "ＧＯＯＤ ｎｅｗｓ",
                "《好消息》",
                "好消息",
                "Other"
            ]));
        }
        "volunteer_project" => {
            code(random, 100, &mut entry, "system", "volunteer_system");
            let external = random.text(&["x1", "x2"]);
            random.maybe(70, &mut entry, "external_id", external);
            let mut hours = Vec::new();
            for _ in 0..random.from_to(0, 3) {
                let on = plus_days(date, i64::try_from(random.below(20)).unwrap_or(0) - 5);
                let mut one = json!({"date": on.to_string(), "hours": random.pick(&[json!(1), json!(2.5), json!(4)])});
                refer(random, 80, &mut one, "person", "person");
                hours.push(one);
            }
            entry["hours"] = Value::Array(hours);
        }
        "observation" => {
            code(random, 100, &mut entry, "category", "observation_category");
            let about = random.text(&["s1", "s2", "s3", "h1", "p1"]);
            random.maybe(85, &mut entry, "subject", about);
            let season = period(random, date);
            random.maybe(50, &mut entry, "season", season);
            let gross = random.pick(&[json!(100), json!(250.75), json!(900)]);
            random.maybe(80, &mut entry, "gross", gross);
            let net = random.from_to(0, 400);
            random.maybe(40, &mut entry, "net", net);
        }
        "satisfaction_survey" => {
            code(random, 100, &mut entry, "scope", "survey_scope");
            let valid = random.from_to(0, 20);
            let satisfied = if random.chance(50) { valid } else { random.from_to(0, valid) };
            random.maybe(90, &mut entry, "valid", valid);
            random.maybe(90, &mut entry, "satisfied", satisfied);
        }
        "attestation" => {
            code(random, 100, &mut entry, "item", "attestation_item");
            if random.chance(50) {
                entry["items"] = json!(["done"]);
            }
        }
        "resource" => {
            code(random, 100, &mut entry, "category", "resource_category");
            let donor = random.text(&["Shop", "School"]);
            random.maybe(70, &mut entry, "donor", donor);
            code(random, 60, &mut entry, "form", "resource_form");
            let value = random.pick(&[json!(10), json!(99.99)]);
            random.maybe(60, &mut entry, "value", value);
        }
        _ => {
            entry["worker"] = json!(random.text(pool("staff")));
            let days = i64::try_from(random.below(60)).unwrap_or(0);
            random.maybe(60, &mut entry, "end", plus_days(date, days).to_string());
        }
    }
    common(random, &mut entry, date);
    entry
}

fn common(random: &mut Random, entry: &mut Value, date: NaiveDate) {
    let kind = entry["kind"].as_str().unwrap_or("").to_owned();
    code(random, 60, entry, "place", "place");
    refer(random, 60, entry, "site", "site");
    if ["visit", "case_contact", "group_session", "activity"].contains(&kind.as_str()) {
        let minutes = random.pick(&[20u64, 30, 45, 60, 90]);
        random.maybe(75, entry, "minutes", minutes);
    }
    let cost = random.pick(&[json!(10), json!(55.5), json!(100)]);
    random.maybe(30, entry, "cost", cost);
    let end = plus_days(date, 1).to_string();
    random.maybe(8, entry, "end", end);
    if random.chance(70) {
        let mut worker = json!({});
        refer(random, 80, &mut worker, "staff", "staff");
        code(random, 70, &mut worker, "role", "worker_role");
        if worker["staff"].is_null() {
            worker["person"] = json!(random.text(pool("person")));
        }
        entry["workers"] = json!([worker]);
    }
    if random.chance(50) {
        let mut signatures = Vec::new();
        for _ in 0..random.from_to(1, 2) {
            signatures.push(json!({
                "role": random.text(codes("signature_role")), "person": random.text(&["p1", "p2"]),
                "form": random.text(codes("signature_form")),
            }));
        }
        entry["signatures"] = Value::Array(signatures);
    }
    if random.chance(30) {
        let hash = format!("{:016x}", random.bits()).repeat(4);
        entry["attachments"] = json!([{"kind": random.text(codes("attachment_kind")), "sha256": hash}]);
    }
}
