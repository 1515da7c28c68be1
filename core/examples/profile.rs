//! One piece of work, once, for an instruction counter: `valgrind --tool=callgrind profile load`.
//!
//! `valgrind --tool=callgrind --toggle-collect='profile::answer*' profile evaluate 2 1000` counts
//! what the answer alone costs, for 1 000 records of package 2.
//!
//! Instruction counts repeat to a part in a thousand, whatever else the machine does;
//! `tests/bench` writes them beside the ratios.

use jiexiang::form::Touched;
use jiexiang::live::Live;
use jiexiang::{Ledger, api, json};
use std::hint::black_box;

#[path = "../benches/peer/mod.rs"]
mod peer;
#[path = "../benches/year/mod.rs"]
mod year;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let work = arguments.next().unwrap_or_default();
    let mut number = |or| arguments.next().and_then(|number| number.parse().ok()).unwrap_or(or);
    let (package, records) = (number(1), number(10_000));
    let as_of = year::as_of();
    match work.as_str() {
        "load" => {
            black_box(year::package());
        }
        "bind" => {
            black_box(year::empty());
        }
        "admit" => {
            black_box(year::ledger_of(package, records));
        }
        "peer" => {
            black_box(year::empty());
            black_box(peer::read(&year::lines(records)));
        }
        "evaluate" => asked(package, records, |ledger| drop(black_box(ledger.evaluate(as_of)))),
        "verdicts" => asked(package, records, |ledger| drop(black_box(ledger.verdicts(as_of)))),
        "closing" => asked(package, records, |ledger| drop(black_box(ledger.closing(as_of)))),
        "integrity" => asked(package, records, |ledger| drop(black_box(ledger.integrity(as_of)))),
        "one more" => one_more(package, records, number(1)),
        "remaining" => asked(package, records, |ledger| drop(black_box(ledger.remaining(as_of)))),
        "check" => asked(package, records, |ledger| drop(black_box(ledger.check(as_of)))),
        "draft" => drafts(records, false),
        "draft text" => drafts(records, true),
        "lines" => {
            black_box(year::empty());
            black_box(year::lines(records));
        }
        "memory" => memory(100_000),
        _ => eprintln!(
            "load, bind, lines, peer, admit, evaluate, verdicts, closing, integrity, remaining, check, one more (how many times) or \
             memory, then the package (1, 2 or 3) and how many records; or `draft` or `draft text`, 2 and how many checks"
        ),
    }
}

fn asked(package: usize, records: usize, question: impl Fn(&Ledger)) {
    let ledger = year::ledger_of(package, records);
    answer(&ledger, &question);
}

/// The usual records of a package, each so many times more and read what it changes.
fn one_more(package: usize, records: usize, times: usize) {
    let mut live = year::live_of(package, records);
    let usual = year::usual(package);
    let usual = (0..times).flat_map(|_| &usual).enumerate();
    let lines: Vec<String> = usual.map(|(at, line)| year::named(line, &format!("more-{at}"))).collect();
    println!("{} records", lines.len());
    add(&mut live, &lines);
}

/// The additions by themselves: `--toggle-collect='profile::add*'`.
#[inline(never)]
fn add(live: &mut Live, lines: &[String]) {
    for line in lines {
        black_box(live.add("more.jsonl", 1, line.as_bytes(), None));
    }
}

/// The answer by itself: `--toggle-collect='profile::answer*'` leaves out what comes before.
#[inline(never)]
fn answer(ledger: &Ledger, question: &dyn Fn(&Ledger)) {
    question(ledger);
    // Something to come back to, so that the counter sees the end of it.
    black_box(());
}

/// Checks of one visit at a time, sound and faulty in turns as in the benchmarks of the bindings: of values, or of JSON text.
fn drafts(checks: usize, is_text: bool) {
    let package = year::package_of(2);
    let texts: Vec<String> = CHANGES.iter().map(|change| change_of(SOUND, change)).collect();
    let values: Vec<_> = texts.iter().map(|text| json::parse(text.as_bytes(), json::LIMITS).expect("JSON")).collect();
    let options: Vec<String> = texts.iter().map(|text| format!("{{\"draft\":{text}}}")).collect();
    for at in 0..checks {
        let at = at % CHANGES.len();
        match is_text {
            true => _ = black_box(api::ask_package(&package, "check_draft", &options[at])),
            false => _ = black_box(package.check_draft(&values[at], Touched(None), None)),
        }
    }
}

const SOUND: &str = r#"{"kind": "visit", "id": "v-1", "package": "nanchuan-2024/package-2", "date": "2024-05-06",
    "recorded_at": "2024-05-07", "mode": "home", "category": "outreach", "place": "dongjinhua",
    "subjects": [{"person": "p-1"}, {"person": "p-2"}], "workers": [{"staff": "s-1", "role": "social_worker"}],
    "start": "09:30", "minutes": 40, "content": "情况平稳。", "attachments": [{"kind": "photo", "sha256": "5f"}]}"#;

/// What is put in the place of what: nothing, a field that is missing, a wrong type, a broken rule.
const CHANGES: [(&str, &str); 5] = [
    ("", ""),
    ("\"minutes\": 40", "\"minutes\": 0"),
    ("\"recorded_at\"", "\"nobody\""),
    ("\"home\"", "7"),
    ("[{\"person\": \"p-1\"}, {\"person\": \"p-2\"}]", "[]"),
];

fn change_of(text: &str, (from, to): &(&str, &str)) -> String {
    if from.is_empty() { text.to_owned() } else { text.replace(from, to) }
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
