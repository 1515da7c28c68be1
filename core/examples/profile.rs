//! One piece of work, once, for an instruction counter: `valgrind --tool=callgrind profile load`.
//!
//! Instruction counts repeat to a part in a thousand, whatever else the machine does;
//! `tests/bench` writes them beside the ratios.

use std::hint::black_box;

#[path = "../benches/peer/mod.rs"]
mod peer;
#[path = "../benches/year/mod.rs"]
mod year;

fn main() {
    let work = std::env::args().nth(1).unwrap_or_default();
    let as_of = year::as_of();
    match work.as_str() {
        "load" => {
            black_box(year::package());
        }
        "bind" => {
            black_box(year::empty());
        }
        "admit" => {
            black_box(year::ledger(10_000));
        }
        "evaluate" => {
            black_box(year::ledger(10_000).evaluate(as_of));
        }
        "closing" => {
            black_box(year::ledger(10_000).closing(as_of));
        }
        "integrity" => {
            black_box(year::ledger(10_000).integrity(as_of));
        }
        "remaining" => {
            black_box(year::ledger(10_000).remaining(as_of));
        }
        "peer" => {
            black_box(year::empty());
            black_box(peer::read(&year::lines(10_000)));
        }
        "lines" => {
            black_box(year::empty());
            black_box(year::lines(10_000));
        }
        "memory" => memory(100_000),
        _ => eprintln!("load, bind, lines, peer, admit, evaluate, closing, integrity, remaining or memory"),
    }
}

/// Bytes in memory for each byte of JSON Lines admitted, as Linux counts resident pages.
fn memory(records: usize) {
    let mut ledger = year::empty();
    let lines = year::lines(records);
    let before = resident();
    ledger.add_lines("records.jsonl", lines.as_bytes(), None);
    let grown = resident().saturating_sub(before);
    assert_eq!(ledger.entries().iter().count(), records);
    println!("{} {}", grown, lines.len());
}

fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<usize>().ok());
    kilobytes.unwrap_or(0) * 1024
}
