//! Random register entries, out of small pools so that names collide and references dangle.

use super::codes::codes;
use super::random::Random;
use crate::naive::date::plus_days;
use chrono::NaiveDate;
use serde_json::{Value, json};

/// Ids of a register.
#[must_use]
pub fn pool(kind: &str) -> &'static [&'static str] {
    match kind {
        "person" => &["p1", "p2", "p3", "p4", "p5", "p6"],
        "household" => &["h1", "h2", "h3"],
        "organisation" => &["o1", "o2", "o3"],
        "staff" => &["w1", "w2", "w3"],
        "project" => &["j1", "j2"],
        "outlet" => &["m1", "m2", "m3"],
        "site" => &["s1", "s2", "s3"],
        "case" => &["c1", "c2", "c3"],
        "group" => &["g1", "g2"],
        _ => &["i1", "i2"],
    }
}

/// Puts random ends in.
fn dated(random: &mut Random, item: &mut Value, first: NaiveDate, last: NaiveDate) {
    if random.chance(55) {
        item["from"] = json!(random.day(plus_days(first, -90), last).to_string());
    }
    if random.chance(30) {
        let from = crate::naive::date::day_of(&item["from"]).unwrap_or(first);
        item["to"] = json!(random.day(from, plus_days(last, 30).max(from)).to_string());
    }
}

fn items(
    random: &mut Random,
    most: u64,
    first: NaiveDate,
    last: NaiveDate,
    make: &mut dyn FnMut(&mut Random) -> Value,
) -> Value {
    let mut list = Vec::new();
    for _ in 0..random.from_to(0, most) {
        let mut item = make(random);
        dated(random, &mut item, first, last);
        list.push(item);
    }
    Value::Array(list)
}

/// A register entry.
#[must_use]
pub fn register(random: &mut Random, first: NaiveDate, last: NaiveDate) -> Value {
    let kind = random.text(&[
        "person",
        "person",
        "person",
        "household",
        "organisation",
        "staff",
        "staff",
        "project",
        "outlet",
        "site",
    ]);
    let recorded = if random.chance(70) { first } else { random.day(first, last) };
    let mut entry = json!({"id": random.text(pool(&kind)), "kind": kind, "recorded_at": recorded.to_string()});
    match kind.as_str() {
        "person" => {
            let birth = random.text(&[
                "1944-05-01",
                "1944-05",
                "1944",
                "1964",
                "2010-02-28",
                "2008-02-29",
                "1965-09-10",
                "1990-01-01",
            ]);
            random.maybe(80, &mut entry, "birth_date", birth);
            let household = random.text(&["h1", "h2", "h3", "h9"]);
            random.maybe(60, &mut entry, "household", household);
            entry["categories"] =
                items(random, 2, first, last, &mut |r| json!({"category": r.text(codes("person_category"))}));
            entry["lists"] = items(random, 2, first, last, &mut |r| json!({"list": r.text(codes("person_list"))}));
            entry["residences"] = items(
                random,
                2,
                first,
                last,
                &mut |r| json!({"place": r.text(codes("place")), "basis": r.text(codes("residence_basis"))}),
            );
            if random.chance(60) {
                entry["attributes"] = json!({"village_group": random.text(codes("village_group"))});
            }
        }
        "household" => {
            let place = random.text(codes("place"));
            random.maybe(70, &mut entry, "place", place);
            entry["lists"] = items(random, 2, first, last, &mut |r| json!({"list": r.text(codes("household_list"))}));
        }
        "organisation" => {
            let status = random.text(&["incubated", "incubated", "registered"]);
            random.maybe(85, &mut entry, "status", status);
            let category = random.text(codes("organisation_category"));
            random.maybe(80, &mut entry, "category", category);
            entry["members"] = items(random, 3, first, last, &mut |r| {
                let mut member = json!({"role": r.text(codes("member_role"))});
                if r.chance(80) {
                    member["person"] = json!(r.text(pool("person")));
                } else {
                    member["name"] = json!("somebody");
                }
                let core = r.chance(60);
                r.maybe(60, &mut member, "core", core);
                member
            });
        }
        "staff" => {
            let person = random.text(pool("person"));
            random.maybe(40, &mut entry, "person", person);
            entry["certificates"] =
                items(random, 2, first, last, &mut |r| json!({"level": r.text(codes("certificate_level"))}));
            if random.chance(40) {
                entry["education"] =
                    json!([{"level": random.text(codes("education_level")), "major": random.text(codes("major"))}]);
            }
            let mut postings = Vec::new();
            for _ in 0..random.from_to(0, 2) {
                let from = random.day(plus_days(first, -30), last);
                let mut posting = json!({"package": random.text(&["district-x/package", "district-x/package", "other"]), "full_time": random.chance(75), "from": from.to_string()});
                let place = random.text(codes("place"));
                random.maybe(70, &mut posting, "place", place);
                let to = random.day(from, plus_days(last, 60).max(from)).to_string();
                random.maybe(50, &mut posting, "to", to);
                postings.push(posting);
            }
            entry["postings"] = Value::Array(postings);
        }
        "project" => {
            let status = random.text(codes("project_status"));
            random.maybe(80, &mut entry, "status", status);
        }
        "outlet" => {
            let level = random.text(codes("outlet_level"));
            random.maybe(80, &mut entry, "level", level);
            let official = random.chance(50);
            random.maybe(60, &mut entry, "official", official);
        }
        _ => {
            let category = random.text(codes("site_category"));
            random.maybe(90, &mut entry, "category", category);
            let place = random.text(codes("place"));
            random.maybe(60, &mut entry, "place", place);
            let area = random.pick(&[json!(1), json!(2.5), json!(3.25)]);
            random.maybe(80, &mut entry, "area_mu", area);
        }
    }
    if kind != "staff" && random.chance(50) {
        dated(random, &mut entry, first, last);
    }
    // Lists may be absent.
    if let Some(object) = entry.as_object_mut() {
        object.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
    }
    entry
}
