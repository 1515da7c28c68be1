//! Random requirements: every measure, window, grid and target.

use super::codes::{codes, labels};
use super::condition::condition;
use super::random::Random;
use serde_json::{Value, json};

/// A collection with what may be done to it.
struct Collection {
    of: &'static str,
    keys: &'static [&'static str],
    numbers: &'static [&'static str],
    /// (kind of member, field that leads there).
    members: &'static [(&'static str, &'static str)],
}

const COLLECTIONS: &[Collection] = &[
    Collection {
        of: "visit",
        keys: &["date", "place", "site", "subjects.person"],
        numbers: &["minutes", "cost"],
        members: &[("organisation", "subjects"), ("household", "subjects"), ("person", "subjects"), ("site", "site")],
    },
    Collection {
        of: "visit.subjects",
        keys: &["person", "home", "visit.place"],
        numbers: &["visit.minutes"],
        members: &[("organisation", "organisation"), ("household", "home"), ("person", "person")],
    },
    Collection {
        of: "case",
        keys: &["client", "date"],
        numbers: &["cost"],
        members: &[("person", "client"), ("site", "site")],
    },
    Collection { of: "case_contact", keys: &["date", "case"], numbers: &["minutes"], members: &[("case", "case")] },
    Collection {
        of: "group_session",
        keys: &["date", "group"],
        numbers: &["minutes"],
        members: &[("group", "group"), ("person", "present")],
    },
    Collection {
        of: "activity",
        keys: &["date", "theme", "organisation"],
        numbers: &["headcount", "minutes"],
        members: &[("organisation", "organisation"), ("site", "site"), ("person", "participants")],
    },
    Collection {
        of: "activity.participants",
        keys: &["person"],
        numbers: &["activity.headcount"],
        members: &[("person", "person")],
    },
    Collection {
        of: "supervision",
        keys: &["date", "supervisees"],
        numbers: &["cost"],
        members: &[("organisation", "supervisees"), ("site", "site")],
    },
    Collection {
        of: "document",
        keys: &["category", "submitted_on"],
        numbers: &["copies"],
        members: &[("project", "projects"), ("site", "site")],
    },
    Collection {
        of: "document.parts",
        keys: &["value"],
        numbers: &["document.copies"],
        members: &[("project", "document.projects")],
    },
    Collection {
        of: "publication",
        keys: &["title_key", "outlet.level", "outlet"],
        numbers: &["cost"],
        members: &[("outlet", "outlet")],
    },
    Collection {
        of: "volunteer_project.hours",
        keys: &["person", "date"],
        numbers: &["hours"],
        members: &[("person", "person")],
    },
    Collection {
        of: "observation",
        keys: &["category", "date"],
        numbers: &["gross", "net"],
        members: &[("site", "subject"), ("household", "subject")],
    },
    Collection { of: "resource", keys: &["donor"], numbers: &["value"], members: &[("site", "site")] },
    Collection { of: "attestation", keys: &["item"], numbers: &["cost"], members: &[("site", "site")] },
    Collection {
        of: "satisfaction_survey",
        keys: &["scope"],
        numbers: &["valid", "satisfied"],
        members: &[("site", "site")],
    },
];

/// Registers as sources.
const REGISTERS: &[(&str, &[&str])] = &[
    ("person", &["household", "village_group"]),
    ("household", &["place"]),
    ("site", &["category"]),
    ("organisation.members", &["person"]),
    ("person.lists", &["person", "list"]),
    ("staff", &["person"]),
    ("staff.postings", &["staff", "place"]),
];

/// What an anchor may name: requirements generated before.
pub type Earlier = Vec<String>;

fn source(random: &mut Random, collection: &Collection) -> Value {
    let mut source = json!({"of": collection.of});
    if random.chance(60) {
        source["where"] = condition(random, collection.of, 2);
    }
    source
}

fn distinct(random: &mut Random, keys: &[&str]) -> Value {
    if keys.len() > 1 && random.chance(25) { json!([keys[0], keys[1]]) } else { json!(random.text(keys)) }
}

fn collection(random: &mut Random) -> &'static Collection {
    let at = random.below(COLLECTIONS.len() as u64);
    &COLLECTIONS[usize::try_from(at).unwrap_or(0)]
}

/// A measure on a collection.
fn measure_of(random: &mut Random, collection: &Collection) -> Value {
    let mut source = source(random, collection);
    match random.below(10) {
        0..4 => json!({"count": source}),
        4..7 => {
            source["distinct"] = distinct(random, collection.keys);
            json!({"count": source})
        }
        7 | 8 => {
            source["field"] = json!(random.text(collection.numbers));
            json!({"sum": source})
        }
        _ => {
            source["field"] = json!(random.text(collection.numbers));
            // What a bare head count adds to a sum of the latest per person is settled nowhere.
            if source["of"] != "activity.participants" {
                source["distinct"] = distinct(random, collection.keys);
            }
            json!({"sum": source})
        }
    }
}

fn target(random: &mut Random, most: u64) -> Value {
    let value = random.from_to(1, most);
    let mut target = match random.below(8) {
        0..4 => json!({"at_least": value}),
        4 => json!({"more_than": value}),
        5 | 6 => json!({"at_most": value - 1}),
        _ => json!({"less_than": value}),
    };
    target["unit"] = json!("次");
    target
}

fn window(random: &mut Random, of: &str, earlier: &Earlier) -> Option<Value> {
    let mut window = json!({});
    if of == "document" && random.chance(60) {
        window["by"] = match random.below(3) {
            0 => json!("submitted_on"),
            1 => json!("period"),
            _ => json!(["period", "submitted_on", "date"]),
        };
    } else if of == "observation" && random.chance(40) {
        window["by"] = json!(["season", "date"]);
    }
    match random.below(13) {
        0..3 => {
            if window["by"].is_null() {
                return None;
            }
        }
        3..7 => {
            let each = random.text(&["week", "month", "month", "quarter", "year"]);
            if random.chance(30) {
                let most = if each == "week" { 7 } else { 28 };
                window["due"] = json!(random.from_to(1, most));
            }
            if random.chance(25) {
                window["grace_days"] = json!(random.from_to(0, 10));
            }
            window["each"] = json!(each);
        }
        7 => {
            window["each"] = json!(random.text(&["month", "quarter", "year"]));
            window["counted_from"] = json!("service_start");
        }
        8 => window["until"] = json!("closing"),
        9 => window["to"] = anchor(random, earlier),
        10 => window["from"] = anchor(random, earlier),
        11 => {
            window["from"] = json!("2024-03-01");
            window["to"] = json!("2024-10-31");
        }
        _ => {
            let unit = random.text(&["days", "working_days", "hours"]);
            let most = if unit == "hours" { 200 } else { 40 };
            let mut within = json!({unit: random.from_to(1, most)});
            within["of"] = anchor(random, earlier);
            window["within"] = within;
        }
    }
    Some(window)
}

fn anchor(random: &mut Random, earlier: &Earlier) -> Value {
    match random.below(7) {
        0 => json!("midterm_date"),
        1 => json!("service_start"),
        2 => json!({"event": random.text(&["spot_check", "evaluation", "acceptance"])}),
        3 | 4 if !earlier.is_empty() => json!({"first": random.pick(earlier)}),
        5 | 6 if !earlier.is_empty() => json!({"met": random.pick(earlier)}),
        _ => json!("2024-08-15"),
    }
}

/// A requirement of the package; its id is `G-<number>`, parts add a letter.
pub fn requirement(random: &mut Random, number: usize, earlier: &mut Earlier) -> Value {
    let id = format!("G-{number}");
    let mut requirement = match random.below(20) {
        0..5 => {
            let collection = collection(random);
            let mut leaf = json!({"measure": measure_of(random, collection)});
            put_target(random, &mut leaf, collection.of);
            if let Some(window) = window(random, collection.of, earlier) {
                leaf["window"] = window;
            }
            if leaf["measure"]["count"].is_object() && !leaf["target"]["at_least"].is_null() {
                earlier.push(id.clone());
            }
            leaf
        }
        5..8 => each(random, earlier),
        8 => grid(random),
        9 | 10 => having(random, earlier),
        11 => union(random, earlier),
        12 => ratio(random, earlier),
        13 => coverage(random),
        14 => register(random),
        15 => latest(random),
        16 => universal(random),
        17 => checked(random),
        _ => parts(random, &id, earlier),
    };
    requirement["id"] = json!(id);
    requirement["clause"] = json!(format!("二（一）{number}"));
    requirement["labels"] = labels(&id);
    requirement
}

fn put_target(random: &mut Random, leaf: &mut Value, of: &str) {
    let sums = leaf["measure"]["sum"].is_object();
    let most = match (sums, of) {
        (true, "observation") => 2000,
        (true, "volunteer_project.hours") => 20,
        (true, _) => 150,
        (false, _) => 4,
    };
    leaf["target"] = target(random, most);
}

fn each(random: &mut Random, earlier: &mut Earlier) -> Value {
    let collection = collection(random);
    let (kind, by) = random.pick(collection.members);
    let mut measure = measure_of(random, collection);
    let key = if measure["count"].is_object() { "count" } else { "sum" };
    measure[key]["by"] = json!(by);
    since(random, &mut measure[key], kind);
    let mut each = json!({"of": kind});
    if random.chance(50) {
        each["where"] = condition(random, kind, 1);
    }
    let mut leaf = json!({"measure": measure, "target": {"at_least": 1, "unit": "次"}});
    if random.chance(30) {
        leaf["target"] = target(random, 3);
    }
    if let Some(list) = member_list(kind).filter(|_| random.chance(30)) {
        let known = codes(list.1);
        let mut by_code = json!({"at_least": {"by": list.0, "of": {known[0]: 1, known[1]: 2}}});
        if random.chance(50) {
            by_code["at_least"]["else"] = json!(1);
        }
        leaf["target"] = by_code;
    }
    if random.chance(50) {
        let period = random.text(&["month", "quarter", "year"]);
        leaf["window"] = json!({"each": period});
        if !["case", "group"].contains(&kind) && random.chance(60) {
            each["active"] = json!(random.text(&["anchor", "overlap", "whole"]));
        }
    } else if kind == "case" && random.chance(70) {
        leaf["window"] = match random.below(3) {
            0 => json!({"to": {"member": "closed"}}),
            1 => {
                json!({"within": {random.text(&["days", "working_days"]): 20, "of": {"member": "date"}}})
            }
            _ => json!({"from": {"member": "date"}}),
        };
    } else if !earlier.is_empty() && random.chance(40) {
        leaf["window"] = json!({"from": {"met": random.pick(earlier)}});
    }
    leaf["each"] = each;
    leaf
}

/// Perhaps only what comes not before a day of its container or member: a cure not before what it cures.
fn since(random: &Random, source: &mut Value, parent: &str) {
    // Drawn aside, so that what came later into the format leaves the other draws as they were.
    let mut aside = Random::new(random.clone().bits());
    let days: &[&str] = match parent {
        "case" => &["date", "date", "closed"],
        "rectification_order" => &["date", "date", "due"],
        "group" | "activity" => &["date"],
        "organisation" | "person" | "site" | "project" => &["from"],
        _ => return,
    };
    if aside.chance(25) {
        source["since"] = json!(aside.text(days));
    }
}

fn member_list(kind: &str) -> Option<(&'static str, &'static str)> {
    match kind {
        "organisation" => Some(("status", "organisation_status")),
        "site" => Some(("category", "site_category")),
        "household" => Some(("place", "place")),
        "person" => Some(("village_group", "village_group")),
        _ => None,
    }
}

/// Site × project, site × year.
fn grid(random: &mut Random) -> Value {
    let mut document = json!({"of": "document", "by": "projects"});
    if random.chance(50) {
        document["where"] = condition(random, "document", 1);
    }
    let mut leaf = if random.chance(50) {
        json!({
            "each": [{"of": "site", "where": {"category": {"is": "centre"}}}, {"of": "project", "active": "overlap"}],
            "measure": {"count": document}, "target": {"at_least": 1},
        })
    } else {
        json!({
            "each": {"of": "site", "active": random.text(&["anchor", "overlap", "whole"])},
            "measure": {"count": {"of": "activity", "by": "site"}}, "target": target(random, 2),
        })
    };
    leaf["window"] = json!({"each": random.text(&["year", "quarter"])});
    leaf
}

fn having(random: &mut Random, earlier: &Earlier) -> Value {
    let (of, children, by) = random.pick(&[
        ("case", "case_contact", "case"),
        ("group", "group_session", "group"),
        ("activity", "activity.participants", ""),
        ("person", "activity", "participants"),
        ("rectification_order", "rectified", "issue"),
        ("organisation", "activity", "organisation"),
        ("person", "visit", "subjects"),
        ("organisation", "organisation.members", ""),
    ]);
    let mut child = json!({"of": children});
    if !by.is_empty() {
        child["by"] = json!(by);
    }
    match children {
        "case_contact" | "group_session" if random.chance(70) => child["distinct"] = json!("date"),
        "activity.participants" => child["distinct"] = json!("person"),
        "rectified" => {}
        _ if random.chance(30) => child["where"] = condition(random, children, 1),
        _ => {}
    }
    since(random, &mut child, of);
    let mut nested = json!({"measure": {"count": child}, "target": target(random, 3)});
    if random.chance(25) {
        let key = random.text(&["all_of", "any_of"]);
        let mut other = nested.clone();
        other["target"] = json!({"at_least": 2});
        if key == "any_of" {
            // An upper limit beside a lower one can hold, cease and hold again; since when is a
            // question of its own, which no package asks.
            nested["target"] = json!({"at_least": 3});
        }
        nested = json!({key: [nested, other]});
    }
    let mut container = json!({"of": of, "having": nested});
    if random.chance(30) {
        container["where"] = condition(random, of, 1);
    }
    if of == "case" && random.chance(30) {
        container["distinct"] = json!("client");
    }
    let mut leaf = json!({"measure": {"count": container}, "target": target(random, 2)});
    if random.chance(40) {
        leaf["window"] = match random.below(4) {
            0 => json!({"each": "quarter"}),
            1 => json!({"each": "month"}),
            2 => json!({"from": "midterm_date"}),
            _ => json!({"to": anchor(random, earlier)}),
        };
    }
    leaf
}

fn union(random: &mut Random, earlier: &Earlier) -> Value {
    let mut visit = json!({"of": "visit.subjects"});
    let mut activity = json!({"of": "activity.participants"});
    if random.chance(70) {
        visit["distinct"] = json!("person");
        activity["distinct"] = json!("person");
    }
    if random.chance(50) {
        visit["where"] = condition(random, "visit.subjects", 1);
    }
    let measure = if random.chance(70) {
        json!({"count": {"union": [visit, activity]}})
    } else {
        json!({"sum": {"union": [{"of": "visit", "field": "minutes"}, {"of": "case_contact", "field": "minutes"}]}})
    };
    let mut leaf = json!({"measure": measure});
    put_target(random, &mut leaf, "");
    if let Some(window) = window(random, "", earlier) {
        leaf["window"] = window;
    }
    leaf
}

fn ratio(random: &mut Random, earlier: &Earlier) -> Value {
    let (of, over, value) = match random.below(4) {
        0 => (
            json!({"sum": {"of": "satisfaction_survey", "field": "satisfied"}}),
            json!({"sum": {"of": "satisfaction_survey", "field": "valid"}}),
            json!("90%"),
        ),
        1 => (
            json!({"sum": {"of": "observation", "field": "gross", "where": {"category": {"is": "sales"}}}}),
            json!({"sum": {"of": "site", "field": "area_mu", "where": {"category": {"is": "plot"}}}}),
            json!(120),
        ),
        2 => (
            json!({"count": {"of": "visit.subjects", "distinct": "person"}}),
            json!({"count": {"of": "person"}}),
            json!("60%"),
        ),
        _ => (
            json!({"sum": {"of": "activity", "field": "headcount"}}),
            json!({"count": {"of": "activity"}}),
            json!(12.5),
        ),
    };
    let comparator = random.text(&["at_least", "more_than", "at_most", "less_than"]);
    let mut leaf = json!({"measure": {"ratio": {"of": of, "over": over}}, "target": {comparator: value}});
    if let Some(window) = window(random, "", earlier) {
        leaf["window"] = window;
    }
    leaf
}

fn coverage(random: &mut Random) -> Value {
    let mut source = match random.below(3) {
        0 => json!({"of": "attendance", "distinct": "worker", "days": "working"}),
        1 => {
            json!({"of": "staff.postings", "where": {"package": {"is": "$package"}}, "days": "all"})
        }
        _ => {
            json!({"of": "staff.postings", "where": {"full_time": {"is": true}, "staff": {"use": "qualified"}}})
        }
    };
    if random.chance(40) {
        source["depth"] = json!(random.from_to(1, 2));
    }
    let mut leaf = json!({"measure": {"coverage": source}, "target": {"at_most": random.pick(&[0, 10, 100, 300])}});
    if random.chance(30) {
        leaf["window"] = json!({"each": random.text(&["month", "quarter"])});
    }
    leaf
}

fn register(random: &mut Random) -> Value {
    let (of, keys) = random.pick(REGISTERS);
    let mut source = json!({"of": of});
    if random.chance(70) {
        source["where"] = condition(random, of, 2);
    }
    if random.chance(30) {
        source["distinct"] = json!(random.text(keys));
    }
    if random.chance(40) {
        source["on"] = json!("as_of");
    }
    let mut leaf = json!({"measure": {"count": source}, "target": target(random, 4)});
    if of == "person.lists" && random.chance(60) {
        leaf["measure"]["count"]["on"].take();
        if let Some(object) = leaf["measure"]["count"].as_object_mut() {
            object.remove("on");
        }
        leaf["window"] = json!({"by": "from", "each": random.text(&["quarter", "year"])});
    }
    leaf
}

fn latest(random: &mut Random) -> Value {
    let source = match random.below(3) {
        0 => {
            json!({"of": "evaluation", "latest_of": ["stage"], "where": {"score_total": {"at_least": 70}}})
        }
        1 => json!({"of": "acceptance", "latest_of": [], "where": {"passed": {"is": true}}}),
        _ => json!({"of": "visit", "latest_of": ["place"], "where": condition(random, "visit", 1)}),
    };
    let mut leaf = json!({"measure": {"count": source}, "target": target(random, 2)});
    if random.chance(30) {
        leaf["window"] = json!({"until": "closing"});
    }
    leaf
}

fn universal(random: &mut Random) -> Value {
    match random.below(3) {
        0 => json!({
            "each": {"of": "staff.postings", "where": {"package": {"is": "$package"}}},
            "measure": {"count": {"of": "self", "where": {"staff": {"use": "qualified"}}}}, "target": {"at_least": 1},
        }),
        1 => json!({
            "each": {"of": "evaluation"}, "measure": {"count": {"of": "self_evaluation", "by": "stage"}},
            "window": {"to": {"member": "date"}}, "target": {"at_least": 1},
        }),
        _ => json!({
            "each": {"of": "supervision"}, "measure": {"count": {"of": "self", "where": condition(random, "supervision", 1)}},
            "target": {"at_least": 1},
        }),
    }
}

fn checked(random: &mut Random) -> Value {
    let mut checks = Vec::new();
    checks.push(json!({
        "labels": labels("roster"),
        "requirement": {"measure": {"count": {"of": "person", "where": {"age": {"at_least": 60, "on": "service_end"}}}}, "target": {"at_least": random.from_to(1, 3)}},
        "needs_complete": "person", "else": "infeasible",
    }));
    if random.chance(50) {
        checks.push(json!({
            "labels": labels("every site"),
            "requirement": {"each": {"of": "site"}, "measure": {"count": {"of": "observation", "by": "subject"}}, "target": {"at_least": 1}},
            "else": random.text(&["unknown", "warn"]),
        }));
    }
    json!({
        "measure": {"count": {"of": "visit.subjects", "where": {"person.age": {"at_least": 60}}, "distinct": "person"}},
        "target": {"at_least": random.from_to(1, 4)}, "checks": checks,
        "show": [{"labels": labels("visits"), "measure": {"count": {"of": "visit"}}}],
    })
}

fn parts(random: &mut Random, id: &str, earlier: &mut Earlier) -> Value {
    let key = random.text(&["all_of", "any_of"]);
    let grid = random.chance(40);
    let mut parts = Vec::new();
    let mut anchors: Vec<String> = Vec::new();
    for letter in ["a", "b", "c"].iter().take(usize::try_from(random.from_to(2, 3)).unwrap_or(2)) {
        let part_id = format!("{id}{letter}");
        if grid {
            let (of, by) =
                random.pick(&[("activity", "organisation"), ("visit", "subjects"), ("supervision", "supervisees")]);
            let mut source = json!({"of": of, "by": by});
            if random.chance(40) {
                source["where"] = condition(random, of, 1);
            }
            parts.push(json!({"id": part_id, "labels": labels(&part_id), "measure": {"count": source}, "target": target(random, 2)}));
        } else {
            let collection = collection(random);
            let mut part =
                json!({"measure": {"count": source(random, collection)}, "target": {"at_least": random.from_to(1, 2)}});
            // Milestones in order: each part may wait for one before it.
            if let Some(before) = anchors.last().filter(|_| random.chance(50)) {
                part["window"] = json!({"from": {random.text(&["met", "first"]): before}});
            }
            if random.chance(80) {
                part["id"] = json!(part_id);
                part["labels"] = labels(&part_id);
                anchors.push(part_id);
            }
            parts.push(part);
        }
    }
    earlier.extend(anchors);
    let mut requirement = json!({key: parts});
    if grid {
        requirement["each"] = json!({"of": "organisation", "where": {"status": {"is": "incubated"}}});
        if random.chance(60) {
            requirement["window"] = json!({"each": "quarter"});
        }
    }
    requirement
}
