//! A ledger kept up entry by entry stands where the whole ledger does.

use jiexiang::difference::Standing;
use jiexiang::live::{Live, PlaceStep};
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};
use jiexiang_conformance::generate::{Case, MOST_ENTRIES, case};
use proptest::prelude::*;
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

/// Adds the entries one by one, from the `skip`-th on around, and compares after each.
fn follow(case: &Case, as_of: Date, skip: usize) -> Result<(), TestCaseError> {
    let mut live = Live::new(open(case), as_of);
    let count = case.entries.len().max(1);
    for (at, entry) in case.entries.iter().cycle().skip(skip % count).take(case.entries.len()).enumerate() {
        let before = standings(&live);
        let added = live.add("case", at + 1, entry.to_string().as_bytes(), None);
        let whole = Live::new(live.ledger().clone(), as_of);
        let what = format!("seed {} on {as_of}: entry {at}, {entry}", case.seed);
        let (after, expected) = (standings(&live), standings(&whole));
        prop_assert_eq!(&after, &expected, "{}", &what);
        prop_assert_eq!(added.completion, whole.ledger().evaluate(as_of).completion, "{}", &what);
        // What is said to have changed leads from one side to the other, and is all that did.
        let mut led = before.clone();
        for changed in added.changed {
            let place = (changed.requirement.to_string(), changed.place);
            prop_assert_eq!(before.get(&place), changed.before.as_ref(), "{}", &what);
            prop_assert_ne!(&changed.before, &changed.after, "{}", &what);
            match changed.after {
                Some(standing) => led.insert(place, standing),
                None => led.remove(&place),
            };
        }
        prop_assert_eq!(&led, &expected, "{}", &what);
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
}
