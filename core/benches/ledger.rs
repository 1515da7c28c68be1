//! What a ledger of package 1 costs over the number of records: admission, every answer, one more record.
//!
//! `cargo bench -p jiexiang --features builtin --bench ledger`; with `MILLION=1` in the
//! environment also for 1 000 000 records. `tests/bench` makes ratios of the times.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jiexiang::Ledger;
use jiexiang::live::Live;
use std::hint::black_box;
use std::time::Duration;

mod year;

fn sizes() -> Vec<usize> {
    let mut sizes = vec![1_000, 10_000, 100_000];
    sizes.extend(std::env::var_os("MILLION").map(|_| 1_000_000));
    sizes
}

fn load(c: &mut Criterion) {
    c.bench_function("load", |bencher| bencher.iter(|| black_box(year::package())));
}

fn answers(c: &mut Criterion) {
    type Question = (&'static str, fn(&Ledger));
    const QUESTIONS: [Question; 4] = [
        ("evaluate", |ledger| drop(black_box(ledger.evaluate(year::as_of())))),
        ("closing", |ledger| drop(black_box(ledger.closing(year::as_of())))),
        ("remaining", |ledger| drop(black_box(ledger.remaining(year::as_of())))),
        ("integrity", |ledger| drop(black_box(ledger.integrity(year::as_of())))),
    ];
    let mut group = c.benchmark_group("ledger");
    group.sample_size(10).measurement_time(Duration::from_secs(3)).warm_up_time(Duration::from_millis(300));
    for records in sizes() {
        let ledger = year::ledger(records);
        group.throughput(Throughput::Elements(records as u64));
        for (name, ask) in QUESTIONS {
            group.bench_with_input(BenchmarkId::new(name, records), &ledger, |bencher, ledger| {
                bencher.iter(|| ask(ledger));
            });
        }
    }
    group.finish();
}

/// One record that is not there yet, added to a ledger that is.
fn one_more(c: &mut Criterion) {
    add_one(c, "one more record", year::ledger, |ledger, line| {
        drop(black_box(ledger.add("more.jsonl", 1, line, None)))
    });
}

/// The same in a ledger that is kept up, with reading what the record changed.
fn one_more_live(c: &mut Criterion) {
    let live = |records| Live::new(year::ledger(records), year::as_of());
    add_one(c, "one more record and what it changes", live, |live, line| {
        drop(black_box(live.add("more.jsonl", 1, line, None)));
    });
}

fn add_one<L>(c: &mut Criterion, name: &str, filled: impl Fn(usize) -> L, add: impl Fn(&mut L, &[u8])) {
    let mut group = c.benchmark_group(name);
    group.sample_size(10).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(300));
    let sample = year::lines(1);
    for records in sizes() {
        let mut ledger = filled(records);
        let mut next = 0_u64;
        group.bench_with_input(BenchmarkId::from_parameter(records), &records, |bencher, _| {
            bencher.iter_batched(
                || {
                    next += 1;
                    sample.trim_end().replace("-0-001\"", &format!("-x-{next}\""))
                },
                |line| add(&mut ledger, line.as_bytes()),
                criterion::BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, load, answers, one_more, one_more_live);
criterion_main!(benches);
