//! What people would write otherwise: `serde_json` into plain structs of the same kinds.
//!
//! It parses and does nothing else: no codes, no dates, no positions, no ids told apart.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(dead_code, reason = "the peer's fields are parsed and never read")]
pub enum Peer {
    Attendance(Record),
    Document(Record),
    Visit(Record),
    Activity(Record),
    Publication(Record),
    Supervision(Record),
    Attestation(Record),
    SatisfactionSurvey(Record),
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "the peer's fields are parsed and never read")]
pub struct Record {
    id: String,
    package: String,
    date: String,
    recorded_at: String,
    place: Option<String>,
    category: Option<String>,
    mode: Option<String>,
    title: Option<String>,
    theme: Option<String>,
    stage: Option<String>,
    worker: Option<String>,
    from: Option<String>,
    to: Option<String>,
    start: Option<String>,
    minutes: Option<i64>,
    cost: Option<f64>,
    content: Option<String>,
    period: Option<String>,
    submitted_on: Option<String>,
    submitted_to: Option<String>,
    channel: Option<String>,
    outlet: Option<String>,
    url: Option<String>,
    headcount: Option<i64>,
    counted_by: Option<String>,
    scope: Option<String>,
    sent: Option<i64>,
    valid: Option<i64>,
    satisfied: Option<i64>,
    item: Option<String>,
    attested_by: Option<String>,
    #[serde(default)]
    items: Vec<String>,
    #[serde(default)]
    parts: Vec<String>,
    #[serde(default)]
    supervisees: Vec<String>,
    #[serde(default)]
    workers: Vec<Party>,
    #[serde(default)]
    subjects: Vec<Party>,
    #[serde(default)]
    participants: Vec<Party>,
    #[serde(default)]
    signatures: Vec<Party>,
    #[serde(default)]
    attachments: Vec<Attachment>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "the peer's fields are parsed and never read")]
struct Party {
    staff: Option<String>,
    person: Option<String>,
    organisation: Option<String>,
    name: Option<String>,
    role: Option<String>,
    form: Option<String>,
    date: Option<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "the peer's fields are parsed and never read")]
struct Attachment {
    kind: String,
    sha256: String,
    name: Option<String>,
}

/// The records of JSON Lines.
pub fn read(lines: &str) -> Vec<Peer> {
    lines.lines().map(|line| serde_json::from_str(line).expect("a record")).collect()
}
