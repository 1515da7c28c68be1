//! What a ledger of package 1 costs over the number of records: admission, every answer, one more record.
//!
//! `cargo bench -p jiexiang --features builtin --bench ledger`; with `MILLION=1` in the
//! environment also for 1 000 000 records. `tests/bench` makes ratios of the times.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jiexiang::Ledger;
use std::hint::black_box;
use std::time::{Duration, Instant};

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
    add_one(c, "one more record", 1, year::ledger_of, |ledger, line| {
        drop(black_box(ledger.add("more.jsonl", 1, line, None)))
    });
}

/// The same in a ledger that is kept up, with reading what the record changed.
fn one_more_live(c: &mut Criterion) {
    for package in 1..=3 {
        let name = match package {
            1 => "one more record and what it changes".to_owned(),
            _ => format!("one more record of package {package} and what it changes"),
        };
        add_one(c, &name, package, year::live_of, |live, line| drop(black_box(live.add("more.jsonl", 1, line, None))));
    }
}

/// Adds the usual records of a package in turn, to a ledger that never grows by more than a fifth.
fn add_one<L: Clone>(
    c: &mut Criterion,
    name: &str,
    package: usize,
    filled: impl Fn(usize, usize) -> L,
    add: impl Fn(&mut L, &[u8]),
) {
    let mut group = c.benchmark_group(name);
    group.sample_size(10).measurement_time(Duration::from_secs(2)).warm_up_time(Duration::from_millis(300));
    let usual = year::usual(package);
    for records in sizes() {
        let ledger = filled(package, records);
        let mut more = (0_u64..).zip(usual.iter().cycle()).map(|(at, line)| year::named(line, &format!("more-{at}")));
        group.bench_with_input(BenchmarkId::from_parameter(records), &records, |bencher, _| {
            bencher.iter_custom(|iterations| {
                let mut left = usize::try_from(iterations).expect("so many");
                let mut taken = Duration::ZERO;
                while left > 0 {
                    let lines: Vec<String> = more.by_ref().take(left.min(records / 5)).collect();
                    let mut ledger = ledger.clone();
                    let start = Instant::now();
                    lines.iter().for_each(|line| add(&mut ledger, line.as_bytes()));
                    taken += start.elapsed();
                    left -= lines.len();
                }
                taken
            });
        });
    }
    group.finish();
}

criterion_group!(benches, load, answers, one_more, one_more_live);
criterion_main!(benches);
