//! JSON Lines against what people would write otherwise: `serde_json` into plain structs of the same kinds.
//!
//! The peer parses and does nothing else: no codes, no dates, no positions, no ids told apart.
//! Ours parses, checks, admits and evaluates. Both have to come to the same number of records.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

mod peer;
mod year;

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
        assert_eq!(peer::read(&lines).len(), admit(&lines).entries().iter().count(), "both read every record");
        group.throughput(Throughput::Elements(records as u64));
        group.bench_with_input(BenchmarkId::new("serde_json", records), &lines, |bencher, lines| {
            bencher.iter(|| black_box(peer::read(lines)));
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
