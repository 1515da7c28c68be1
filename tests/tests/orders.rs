//! The lifecycle says which orders to rectify are open, and the district's package says the same in its
//! rules for closing and for terminating (S-3). The two are told apart here by nothing but ledgers.

use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::OnceLock;

const PACKAGE: &str = "nanchuan-2024/package-2";

fn package() -> &'static Package {
    static PACKAGES: OnceLock<Package> = OnceLock::new();
    PACKAGES.get_or_init(|| Package::builtin(PACKAGE).expect("built in").expect("sound"))
}

fn ledger(entries: &[Value], readings: &Value) -> Ledger {
    let contract = json!({"id": "c-1", "package": PACKAGE, "version": "1", "service_start": "2024-03-15",
        "service_end": "2025-03-14", "midterm_date": "2024-09-15", "readings": readings,
        "evaluation_weights": {"professional": 40, "effect": 30, "management": 15, "funds": 15}});
    let contract = Contract::load(contract.to_string().as_bytes()).expect("a sound contract");
    let mut ledger = Ledger::new(std::slice::from_ref(package()), contract).expect("they fit");
    for (at, entry) in entries.iter().enumerate() {
        ledger.add("case", at + 1, entry.to_string().as_bytes(), None);
    }
    assert!(ledger.rejected().next().is_none(), "every event is sound");
    ledger
}

/// One event; few issues, days and scores, so that events often meet. Now and then one corrects another.
fn event() -> impl Strategy<Value = Value> {
    let stages = prop::option::of(prop::sample::select(vec!["midterm", "final", "third_party"]));
    let kinds = vec!["rectification_order", "rectification_order", "reminder", "reminder", "rectified", "evaluation"];
    let scores = prop::sample::select(vec![60, 70, 71, 90]);
    let corrected = prop::option::weighted(0.1, 0u32..8);
    (prop::sample::select(kinds), 0u32..8, 1u32..9, 0u32..3, stages, scores, corrected).prop_map(
        |(kind, id, day, late, stage, score, corrected)| {
            let mut event = json!({"id": format!("{kind}-{id}"), "kind": kind, "package": PACKAGE,
                "date": format!("2025-03-{day:02}"), "recorded_at": format!("2025-03-{:02}", day + late)});
            let fields = event.as_object_mut().expect("an object");
            if kind == "evaluation" {
                fields.insert("stage".into(), json!(stage.unwrap_or("final")));
                match stage {
                    Some("third_party") => {
                        fields.insert("verdict".into(), json!(if score > 70 { "qualified" } else { "unqualified" }))
                    }
                    _ => fields.insert("score".into(), json!(score)),
                };
            } else {
                fields.insert("issue".into(), json!(format!("i-{}", score % 3)));
            }
            if let ("rectification_order", Some(stage)) = (kind, stage) {
                fields.insert("stage".into(), json!(stage));
            }
            if let Some(corrected) = corrected.filter(|corrected| *corrected != id) {
                fields.insert("supersedes".into(), json!(format!("{kind}-{corrected}")));
            }
            event
        },
    )
}

/// The orders that stand in the way of closing by X-3, as the package has it.
fn blocking(ledger: &Ledger, as_of: Date) -> BTreeSet<String> {
    let closing = ledger.closing(as_of);
    let acceptance = closing.items.iter().find(|item| item.id.as_deref() == Some("X-3")).expect("X-3 is an item");
    let about_orders = ["X-3-rectified", "X-3-reevaluated"].map(Some);
    let parts = acceptance.parts.iter().filter(|part| about_orders.contains(&part.id.as_deref()));
    parts.flat_map(|part| part.counted.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn open_orders_block_closing_and_reminders_of_them_give_the_right_to_terminate(
        events in prop::collection::vec(event(), 1..24),
        day in 1u32..14,
        exclusive in any::<bool>(),
    ) {
        let as_of = Date::parse(&format!("2025-03-{day:02}")).expect("a day");
        let readings = if exclusive { json!({"R-reminders": "exclusive"}) } else { json!({}) };
        let ledger = ledger(&events, &readings);
        let lifecycle = ledger.lifecycle(as_of);
        let open: BTreeSet<String> =
            lifecycle.orders.iter().filter(|order| order.cured_by.is_none()).map(|order| order.id.clone()).collect();
        prop_assert_eq!(&blocking(&ledger, as_of), &open);
        prop_assert_eq!(lifecycle.rectifying, !open.is_empty());
        // The order itself is the first reminder.
        let enough = if exclusive { 3 } else { 2 };
        let reminded = |order: &&jiexiang::lifecycle::OrderAnswer| open.contains(&order.id) && order.reminders >= enough;
        let arisen = lifecycle.orders.iter().any(|order| reminded(&order));
        let trigger = lifecycle.triggers.iter().find(|trigger| *trigger.id == *"S-3").expect("S-3 is a trigger");
        prop_assert_eq!(trigger.arisen, arisen);
    }
}
