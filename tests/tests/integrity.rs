//! Integrity findings depend on neither the order of records nor the way they were put together.

use jiexiang::integrity::Integrity;
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package, json};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::OnceLock;

const TEXTS: [&str; 2] = ["致电了解近况，孩子情绪平稳，作息正常，无异常", "入户查看居住环境，与祖母交谈，记录需求若干"];
const PLACES: [&str; 3] = ["dongjinhua", "nanchuan", "xinglong"];

fn package() -> &'static Package {
    static PACKAGE: OnceLock<Package> = OnceLock::new();
    PACKAGE.get_or_init(|| Package::builtin("nanchuan-2024/package-2").expect("built in").expect("sound"))
}

fn open() -> Ledger {
    let contract = json!({"id": "c-1", "package": "nanchuan-2024/package-2", "version": "1", "provider": "某中心",
        "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15"});
    let contract = Contract::load(contract.to_string().as_bytes()).expect("a sound contract");
    Ledger::new(std::slice::from_ref(package()), contract).expect("they fit")
}

fn ledger<'a>(entries: impl IntoIterator<Item = &'a Value>) -> Ledger {
    let mut ledger = open();
    for entry in entries {
        let found = ledger.add("case", 1, entry.to_string().as_bytes(), None);
        assert!(ledger.rejected().next().is_none(), "{found:?}");
    }
    ledger
}

/// Few workers, days, places, files, words and persons, so that records often meet.
fn entry() -> impl Strategy<Value = Value> {
    let of = |kind: u8, id: u32| match kind {
        0 => format!("a-{id}"),
        1 => format!("p-{id}"),
        _ => format!("v-{id}"),
    };
    (0u8..6, 0u32..1000, 1u32..4, 0u32..4, 8u32..11, prop::option::of(5u32..90), 0usize..3, 0u32..3).prop_map(
        move |(kind, id, day, worker, hour, minutes, place, file)| {
            let id = of(kind, id);
            let date = format!("2024-05-{day:02}");
            let mut entry = match kind {
                0 => json!({"kind": "activity", "category": "community_activity", "headcount": hour,
                    "participants": [{"person": "p-1"}, {"person": "p-2"}]}),
                1 => {
                    let register = json!({"kind": "person", "id": id, "recorded_at": "2024-03-01", "name": "王小明",
                        "birth_date": format!("20{:02}-05-0{day}", hour)});
                    return register;
                }
                _ => json!({"kind": "visit", "mode": "home", "category": "outreach", "subjects": [{"person": format!("p-{file}")}],
                    "content": TEXTS[file as usize % 2]}),
            };
            let more = json!({"id": id, "package": "nanchuan-2024/package-2", "date": date,
                "recorded_at": if file == 0 { "2025-03-10" } else { "2024-05-05" },
                "place": PLACES[place], "workers": [{"staff": format!("s-{worker}"), "role": "social_worker"}],
                "attachments": [{"kind": "photo", "sha256": format!("hash-{file}{day}")}]});
            let Value::Object(more) = more else { unreachable!("an object") };
            let fields = entry.as_object_mut().expect("an object");
            fields.extend(more);
            if hour > 8 {
                fields.insert("start".into(), json!(format!("{hour:02}:00")));
            }
            fields.extend(minutes.map(|minutes| ("minutes".to_owned(), json!(minutes))));
            entry
        },
    )
}

fn entries() -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec(entry(), 1..60)
}

fn answer(ledgers: &[&Ledger]) -> String {
    json::canonical(&Integrity::of(ledgers, Date::parse("2025-03-31").expect("a day")))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_never_matters((entries, shuffled) in entries().prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle()))) {
        prop_assert_eq!(answer(&[&ledger(&entries)]), answer(&[&ledger(&shuffled)]));
    }

    #[test]
    fn merging_any_split_equals_the_whole(entries in entries(), sides in prop::collection::vec(0u8..3, 60)) {
        let side = |not: u8| entries.iter().zip(&sides).filter(move |(_, side)| **side != not).map(|(entry, _)| entry);
        let (left, right) = (ledger(side(1)), ledger(side(0)));
        let mut one = left.clone();
        one.merge(&right);
        let mut other = right;
        other.merge(&left);
        other.merge(&left);
        let whole = answer(&[&ledger(&entries)]);
        prop_assert_eq!(&answer(&[&one]), &whole);
        prop_assert_eq!(&answer(&[&other]), &whole);
    }
}
