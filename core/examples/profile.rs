//! One piece of work, once, for an instruction counter: `valgrind --tool=callgrind profile load`.
//!
//! Instruction counts repeat to a part in a thousand, whatever else the machine does;
//! `tests/bench` writes them beside the ratios.

use std::hint::black_box;

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
        _ => eprintln!("load, bind, admit, evaluate, closing, integrity or remaining"),
    }
}
