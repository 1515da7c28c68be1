//! JSON Lines against what people would write otherwise: `serde_json` into plain structs of the same kinds.
//!
//! The peer parses and does nothing else: no codes, no dates, no positions, no ids told apart.
//! Ours parses, checks, admits and evaluates. Both have to come to the same number of records.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use serde::Deserialize;
use std::hint::black_box;
use std::time::Duration;

mod year;

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(dead_code, reason = "the peer's fields are parsed and never read")]
enum Peer {
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
struct Record {
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

fn peer(lines: &str) -> Vec<Peer> {
    lines.lines().map(|line| serde_json::from_str(line).expect("a record")).collect()
}

fn json_lines(c: &mut Criterion) {
    let mut group = c.benchmark_group("json lines");
    group.sample_size(10).measurement_time(Duration::from_secs(4)).warm_up_time(Duration::from_millis(300));
    let empty = year::empty();
    let admit = |lines: &str| {
        let mut ledger = empty.clone();
        ledger.add_lines("records.jsonl", lines.as_bytes(), None);
        ledger
    };
    let sizes = [10_000, 100_000].into_iter().chain(std::env::var_os("MILLION").map(|_| 1_000_000));
    for records in sizes {
        let lines = year::lines(records);
        assert_eq!(peer(&lines).len(), admit(&lines).entries().iter().count(), "both read every record");
        group.throughput(Throughput::Elements(records as u64));
        group.bench_with_input(BenchmarkId::new("serde_json", records), &lines, |bencher, lines| {
            bencher.iter(|| black_box(peer(lines)));
        });
        group.bench_with_input(BenchmarkId::new("admit", records), &lines, |bencher, lines| {
            bencher.iter(|| black_box(admit(lines)));
        });
        group.bench_with_input(BenchmarkId::new("admit and evaluate", records), &lines, |bencher, lines| {
            bencher.iter(|| black_box(admit(lines).evaluate(year::as_of())));
        });
    }
    group.finish();
}

criterion_group!(benches, json_lines);
criterion_main!(benches);
