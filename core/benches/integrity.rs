//! Cost of the integrity checks over the number of records: near-linear is the aim.
//!
//! `cargo bench -p jiexiang --bench integrity` prints the time for 1 000, 10 000 and 100 000 records.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};
use std::fmt::Write;
use std::hint::black_box;

const PACKAGE: &str = r#"{"format": "1", "id": "bench", "version": "1", "source": {"title": "t", "issuer": "i"},
    "labels": {"zh-CN": "样例", "en": "bench"}, "place": "village",
    "codes": {"place": [{"code": "village", "labels": {"zh-CN": "村", "en": "village"}}, {"code": "town", "labels": {"zh-CN": "镇", "en": "town"}}],
        "visit_mode": [{"code": "home", "labels": {"zh-CN": "入户", "en": "home"}}],
        "visit_category": [{"code": "outreach", "labels": {"zh-CN": "探访", "en": "outreach"}}],
        "attachment_kind": [{"code": "photo", "labels": {"zh-CN": "照片", "en": "photo"}}]},
    "indicators": [{"id": "1", "clause": "1", "labels": {"zh-CN": "探访", "en": "Visits"}, "requirements": [
        {"id": "visits", "labels": {"zh-CN": "探访", "en": "Visits"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}}]}],
    "integrity": {"double_booking": {"minutes": 10}, "places_a_day": {"places": 2},
        "photo_reuse": {"kinds": ["photo"], "records": 2}, "headcount": {"above": 1, "below": 1},
        "bulk_entry": {"records": 20, "days": 30}, "end_entry": {"records": 20, "days": 15}, "after_closing": {"records": 1},
        "visit_age": {"at_least": 60}, "copied_text": {"records": 3, "characters": 5},
        "phone_as_home": {"modes": ["home"], "words": ["致电"], "minutes": 15}, "same_identity": {"persons": 2},
        "shared_event": {"packages": 2}, "full_time": {"days": 1}}}"#;

/// A year of visits by one worker for every 500; a tenth of the records has something wrong.
fn ledger(records: usize) -> Ledger {
    let package = Package::load(PACKAGE.as_bytes(), &[]).expect("a sound package");
    let contract = Contract::load(
        br#"{"id": "c", "package": "bench", "version": "1", "service_start": "2024-01-01", "service_end": "2024-12-31", "midterm_date": "2024-07-01"}"#,
    );
    let mut ledger = Ledger::new(&[package], contract.expect("a sound contract")).expect("they fit");
    let mut lines = String::new();
    let start = Date::new(2024, 1, 1).expect("a day");
    for i in 0..records {
        let day = start.plus_days(i64::try_from(i % 366).expect("small"));
        let worker = i / 500;
        let (hour, file) = (8 + i % 9, if i % 10 == 0 { i / 20 } else { i });
        let text = if i % 10 == 3 { i % 97 } else { i };
        writeln!(
            lines,
            r#"{{"kind": "visit", "id": "v-{i}", "package": "bench", "date": "{day}", "recorded_at": "{day}", "mode": "home",
            "category": "outreach", "place": "village", "workers": [{{"staff": "s-{worker}"}}], "subjects": [{{"person": "p-{}"}}],
            "start": "{hour:02}:00", "minutes": 45, "content": "第{text}次探访，了解近况并登记需求",
            "attachments": [{{"kind": "photo", "sha256": "{file:064x}"}}]}}"#,
            i % 1000
        )
        .expect("text");
    }
    // The literal above is broken over lines for reading; an entry is one line.
    let lines = lines.replace(",\n            ", ", ");
    ledger.add_lines("records.jsonl", lines.as_bytes(), None);
    assert_eq!(ledger.entries().iter().count(), records);
    ledger
}

fn integrity(c: &mut Criterion) {
    let mut group = c.benchmark_group("integrity");
    group.sample_size(10);
    let as_of = Date::new(2024, 12, 31).expect("a day");
    for records in [1_000, 10_000, 100_000] {
        let ledger = ledger(records);
        group.throughput(Throughput::Elements(records as u64));
        group.bench_with_input(BenchmarkId::from_parameter(records), &ledger, |bencher, ledger| {
            bencher.iter(|| black_box(ledger.integrity(as_of)));
        });
    }
    group.finish();
}

criterion_group!(benches, integrity);
criterion_main!(benches);
