//! A ledger kept up entry by entry stands where the whole ledger does.

use jiexiang::difference::Standing;
use jiexiang::live::{Live, PlaceStep};
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};
use jiexiang_conformance::generate::random::Random;
use jiexiang_conformance::generate::{Case, MOST_ENTRIES, case};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

type Standings = BTreeMap<(String, Vec<PlaceStep>), Standing>;

fn standings(live: &Live) -> Standings {
    let rows = live.standings().rows.into_iter();
    rows.map(|row| ((row.requirement.to_owned(), row.place.to_vec()), row.standing.clone())).collect()
}

fn open(case: &Case) -> Ledger {
    let package = Package::load(case.package.to_string().as_bytes(), &[]).expect("sound");
    let contract = Contract::load(case.contract.to_string().as_bytes()).expect("sound");
    Ledger::new(&[package], contract).expect("they fit")
}

/// Adds an entry, and compares with the whole ledger what it says to have changed and where everything stands.
fn add(live: &mut Live, line: usize, entry: &str, what: &str) -> Result<(), TestCaseError> {
    let before = standings(live);
    let added = live.add("case", line, entry.as_bytes(), None);
    let whole = Live::new(live.ledger().clone(), live.as_of());
    let (after, expected) = (standings(live), standings(&whole));
    prop_assert_eq!(&after, &expected, "{}", what);
    prop_assert_eq!(added.completion, whole.ledger().evaluate(live.as_of()).completion, "{}", what);
    // What is said to have changed leads from one side to the other, and is all that did.
    let mut led = before.clone();
    for changed in added.changed {
        let place = (changed.requirement.to_string(), changed.place);
        prop_assert_eq!(before.get(&place), changed.before.as_ref(), "{}", what);
        prop_assert_ne!(&changed.before, &changed.after, "{}", what);
        match changed.after {
            Some(standing) => led.insert(place, standing),
            None => led.remove(&place),
        };
    }
    prop_assert_eq!(&led, &expected, "{}", what);
    Ok(())
}

/// Adds the entries one by one, from the `skip`-th on around, and compares after each.
fn follow(case: &Case, as_of: Date, skip: usize) -> Result<(), TestCaseError> {
    let mut live = Live::new(open(case), as_of);
    let count = case.entries.len().max(1);
    for (at, entry) in case.entries.iter().cycle().skip(skip % count).take(case.entries.len()).enumerate() {
        let what = format!("seed {} on {as_of}: entry {at}, {entry}", case.seed);
        add(&mut live, at + 1, &entry.to_string(), &what)?;
    }
    Ok(())
}

/// The same with the registers first, as they mostly are, and some records as if they had come in later
/// than those which name them.
fn follow_records(case: &Case, as_of: Date, random: &mut Random) -> Result<(), TestCaseError> {
    let is_record = |entry: &&Value| !entry["date"].is_null();
    let mut entries: Vec<Value> = case.entries.iter().filter(|entry| !is_record(entry)).cloned().collect();
    let mut records: Vec<Value> = case.entries.iter().filter(is_record).cloned().collect();
    shuffle(&mut records, random);
    entries.extend(records);
    let case = Case { entries, ..case.clone() };
    follow(&case, as_of, 0)
}

fn shuffle<T>(items: &mut [T], random: &mut Random) {
    for at in (1..items.len()).rev() {
        items.swap(at, usize::try_from(random.below(at as u64 + 1)).expect("small"));
    }
}

/// The lines of a file of a package's sample.
fn sample(number: u32, file: &str) -> Vec<String> {
    let path = format!("{}/../specs/samples/package-{number}/{file}.jsonl", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("a sample").lines().map(str::to_owned).collect()
}

fn open_sample(number: u32) -> Ledger {
    let package = Package::builtin(&format!("nanchuan-2024/package-{number}")).expect("built in").expect("sound");
    let path = format!("{}/../specs/samples/package-{number}/contract.json", env!("CARGO_MANIFEST_DIR"));
    let contract = Contract::load(&std::fs::read(path).expect("a contract")).expect("sound");
    Ledger::new(&[package], contract).expect("they fit")
}

/// What may come after a line: a correction, another version, the same once more, or one that was late.
fn altered(line: &str, number: usize, random: &mut Random) -> String {
    // Some lines of the samples are there to be rejected.
    let Ok(mut entry) = serde_json::from_str::<Value>(line) else { return line.to_owned() };
    let is_register = entry["date"].is_null();
    match random.below(5) {
        0 if is_register => {
            entry["recorded_at"] = json!("2024-09-01");
            entry["note"] = json!("another version");
        }
        1 if is_register => entry["to"] = json!("2024-12-31"),
        0 => {
            entry["supersedes"] = entry["id"].clone();
            entry["id"] = json!(format!("correction-{number}"));
            entry["reason"] = json!("corrected");
        }
        1 => {
            let target = entry["id"].clone();
            let (package, date, recorded_at) = (&entry["package"], &entry["date"], &entry["recorded_at"]);
            return json!({"kind": "withdrawal", "id": format!("withdrawal-{number}"), "package": package,
                "date": date, "recorded_at": recorded_at, "voids": target, "reason": "taken back"})
            .to_string();
        }
        2 => entry["recorded_at"] = json!("2025-03-01"),
        3 => entry["note"] = json!("says something else"),
        _ => {
            entry["id"] = json!(format!("another-{number}"));
            entry["recorded_at"] = json!("2025-02-01");
        }
    }
    entry.to_string()
}

/// The sample of a package in a random order, with alterations; the ledger of half of it is there already.
fn follow_sample(number: u32, seed: u64, steps: usize) -> Result<(), TestCaseError> {
    let mut random = Random::new(seed);
    let mut records = sample(number, "records");
    shuffle(&mut records, &mut random);
    let mut others = [sample(number, "registers"), sample(number, "events")].concat();
    shuffle(&mut others, &mut random);
    // Registers are mostly there before the records that name them, events come in between.
    let late = others.split_off(others.len() - others.len() / 20);
    let there = random.below(records.len() as u64).try_into().unwrap_or(0);
    let mut coming = records.split_off(there);
    let mut ledger = open_sample(number);
    ledger.add_lines("registers", others.join("\n").as_bytes(), None);
    let mut other = open_sample(number);
    other.add_lines("records", records.join("\n").as_bytes(), None);
    ledger.merge(&other);
    for (at, line) in others.iter().chain(&records).chain(&coming.clone()).enumerate() {
        if random.chance(3) {
            coming.push(altered(line, at, &mut random));
        }
    }
    coming.extend(late);
    shuffle(&mut coming, &mut random);
    let as_of = Date::parse(random.pick(&["2024-06-30", "2024-12-31", "2025-03-31"])).expect("a day");
    let mut live = Live::new(ledger, as_of);
    for (at, line) in coming.iter().take(steps).enumerate() {
        add(&mut live, at + 1, line, &format!("package {number}, seed {seed} on {as_of}: entry {at}, {line}"))?;
    }
    Ok(())
}

proptest! {
    #[test]
    fn entry_by_entry_it_stands_where_the_whole_ledger_does(
        seed in any::<u64>(),
        size in 0..=MOST_ENTRIES,
        day in 0usize..6,
        skip in 0usize..MOST_ENTRIES,
    ) {
        let case = case(seed, size);
        follow(&case, Date::parse(&case.days[day]).expect("a day"), skip)?;
    }

    #[test]
    fn record_by_record_it_stands_where_the_whole_ledger_does(seed in any::<u64>(), size in 0..=MOST_ENTRIES, day in 1usize..6) {
        let case = case(seed, size);
        follow_records(&case, Date::parse(&case.days[day]).expect("a day"), &mut Random::new(seed))?;
    }
}

proptest! {
    // They are long: one for every 32 of the others.
    #![proptest_config(ProptestConfig {
        max_shrink_iters: 0,
        cases: ProptestConfig::default().cases / 32,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_samples_stand_where_their_whole_ledgers_do(number in 1u32..=6, seed in any::<u64>()) {
        follow_sample(number, seed, 60)?;
    }
}
