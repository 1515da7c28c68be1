//! Random small packages of a made-up district.

use super::codes::{document, labels};
use super::random::Random;
use super::requirement::requirement;
use serde_json::{Value, json};

/// A package with a few requirements of every sort. All stand in one indicator or among
/// the obligations, so that none overlap between indicators.
#[must_use]
pub fn package(random: &mut Random) -> Value {
    let mut earlier = Vec::new();
    let mut inside = Vec::new();
    let mut obligations = Vec::new();
    for number in 1..=usize::try_from(random.from_to(3, 9)).unwrap_or(3) {
        let made = requirement(random, number, &mut earlier);
        if random.chance(40) {
            inside.push(made);
        } else {
            obligations.push(made);
        }
    }
    // The comparator reading is about this one.
    inside.push(json!({
        "id": "G-0", "clause": "二（一）0", "labels": labels("G-0"),
        "measure": {"count": {"of": "activity", "where": {"headcount": {"at_least": 5}}}}, "target": {"at_least": 2},
    }));
    json!({
        "format": "1",
        "id": "district-x/package",
        "version": "1",
        "source": {"title": "Made-up requirements", "issuer": "District X", "year": 2024},
        "labels": labels("package"),
        "place": "east",
        "codes": document(),
        "attributes": [
            {"id": "village_group", "on": "person", "type": "code", "list": "village_group", "labels": labels("village group")},
        ],
        "conditions": [
            {"id": "qualified", "on": "staff", "labels": labels("qualified"), "where": {"any": [
                {"certificates": {"some": {"level": {"at_or_above": "worker"}}}},
                {"education": {"some": {"level": {"at_or_above": "college"}, "major": {"in": "$related_majors"}}}},
            ]}},
            {"id": "helped", "on": "household", "labels": labels("helped"), "where": {"lists": {"some": {"list": {"is": "helped"}}}}},
        ],
        "rules": rules(random),
        "indicators": [
            {"id": "I-1", "clause": "二（一）", "labels": labels("indicator"), "requirements": inside},
            {"id": "I-2", "clause": "二（二）", "labels": labels("words only"), "text_only": true, "requirements": []},
        ],
        "obligations": obligations,
        "provider": [{
            "id": "A-1", "clause": "3", "labels": labels("A-1"),
            "measure": {"count": {"of": "staff", "where": {"use": "qualified"}, "on": "as_of"}}, "target": {"at_least": 1},
        }],
        "stages": [],
        "triggers": [],
        "closing": [
            {"id": "X-1", "clause": "5", "labels": labels("X-1"), "completion": "100%"},
            {
                "id": "X-2", "clause": "5", "labels": labels("X-2"), "window": {"until": "closing"},
                "measure": {"ratio": {
                    "of": {"sum": {"of": "satisfaction_survey", "where": {"scope": {"is": "users"}}, "field": "satisfied"}},
                    "over": {"sum": {"of": "satisfaction_survey", "where": {"scope": {"is": "users"}}, "field": "valid"}},
                }},
                "target": {"at_least": "90%"},
            },
        ],
        "readings": [{
            "id": "R-1", "phrase": "2场以上", "clauses": ["二（一）0"], "labels": labels("reading"), "basis": "Made up", "comparator": true,
            "default": "inclusive",
            "options": [
                {"id": "inclusive", "labels": labels("inclusive"), "replace": {}},
                {"id": "exclusive", "labels": labels("exclusive"), "replace": {"G-0": {"target": {"more_than": 2}}}},
            ],
        }],
    })
}

fn rules(random: &mut Random) -> Value {
    let all = [
        json!({"id": "L-1", "clause": "1", "labels": labels("L-1"), "on": {"of": "supervision"}, "need": {"signature_persons": {"size": {"at_least": 1}}}, "else": "defect"}),
        json!({"id": "L-2", "clause": "1", "labels": labels("L-2"), "on": {"of": "visit", "where": {"mode": {"is": "home"}}}, "need": {"content": {"exists": true}}, "else": "defect"}),
        json!({"id": "L-3", "clause": "1", "labels": labels("L-3"), "on": {"of": "activity"}, "need": {"minutes": {"at_least": 30}}, "else": "defect"}),
        json!({"id": "L-4", "clause": "1", "labels": labels("L-4"), "on": {"of": "case_contact"}, "need": {"case.consent": {"is": true}}, "else": "defect"}),
        json!({"id": "L-5", "clause": "1", "labels": labels("L-5"), "on": {"of": "document"}, "need": {"title": {"exists": true}}, "else": "warn"}),
        json!({"id": "L-6", "clause": "1", "labels": labels("L-6"), "exclusive": {"of": "case", "on": ["client"], "from": "date", "to": "closed"}}),
        json!({"id": "L-7", "clause": "1", "labels": labels("L-7"), "exclusive": {"of": "staff.postings", "where": {"full_time": {"is": true}}, "on": ["staff"], "from": "from", "to": "to"}}),
    ];
    // Drawn aside, so that what came later into the format leaves the other draws as they were.
    let mut aside = Random::new(random.clone().bits());
    let mut chosen = Vec::new();
    for mut rule in all {
        if rule["exclusive"].is_object() && aside.chance(40) {
            let exclusive = &mut rule["exclusive"];
            let differ = if exclusive["of"] == "case" { &["place", "site"][..] } else { &["package", "place"][..] };
            exclusive["differ"] = json!(aside.some(differ));
        }
        if random.chance(45) {
            chosen.push(rule);
        }
    }
    Value::Array(chosen)
}
