//! Package 5: volunteers, towns and the steps of the planting support (P5-C1 … P5-C3).

use crate::Book;
use crate::build::*;
use crate::package5::{activity, household, observation};
use serde_json::{Value, json};

/// Expert on 03-20, supplier on 03-25, seedlings to h-1 on 04-01.
fn planting() -> Vec<Value> {
    vec![
        household("h-1"),
        activity("a-expert", "2024-03-20", "expert_visit", json!({})),
        of(5).document("d-supplier", "2024-03-25", "supplier_comparison", json!({})),
        observation("ob-seed", "2024-04-01", "seed_distribution", "h-1", json!({})),
    ]
}

pub(crate) fn fill(book: &mut Book) {
    let volunteers = |late: &str| -> Vec<Value> {
        (1..=10)
            .map(|i| {
                register(
                    "person",
                    &format!("p-{i:03}"),
                    json!({"lists": [{"list": "volunteer", "from": if i == 10 { late } else { "2024-03-18" }}]}),
                )
            })
            .collect()
    };
    case(5, "P5-C1").add(
        book,
        "met",
        [volunteers("2024-04-01"), planting()].concat(),
        range("met", "10", "10"),
        "二（五）1（1）志愿者10人, C32: ten recruited by the day of the first distribution, that day included",
    );
    case(5, "P5-C1").add(
        book,
        "tenth-late",
        [volunteers("2024-04-02"), planting()].concat(),
        range("not_met", "9", "9"),
        "二（五）1（1）为后期项目执行做准备: the tenth came the day after the distribution, 9 < 10",
    );
    case(5, "P5-C1").at(MIDDLE).select(&["outcome"]).add(
        book,
        "no-distribution-yet",
        volunteers("2024-04-01"),
        json!({"outcome": "unknown"}),
        "C32: the anchor has not happened and the service runs, so undetermined",
    );
    case(5, "P5-C1").select(&["outcome"]).add(
        book,
        "never-distributed",
        volunteers("2024-04-01"),
        json!({"outcome": "not_met"}),
        "C32: the anchor never came and the service is over",
    );
    let towns = |third: &str| -> Vec<Value> {
        [("shixi", "2024-03-18"), ("muliang", "2024-03-19"), ("shuijiang", third)]
            .iter()
            .map(|(place, date)| {
                of(5).visit(&format!("v-{place}"), date, "home", place, vec![json!({"household": "h-1"})])
            })
            .collect()
    };
    case(5, "P5-C2").select(PARTS).add(
        book,
        "met",
        [planting(), towns("2024-03-20")].concat(),
        parts("met", &[("met", "3", "3"), ("met", "1", "1")]),
        "二（五）1（2）: the three named towns before the distribution, one household listed",
    );
    case(5, "P5-C2").select(PARTS).add(
        book,
        "third-town-late",
        [planting(), towns("2024-04-02")].concat(),
        parts("not_met", &[("not_met", "2", "2"), ("met", "1", "1")]),
        "P5-C2: 水江镇 was visited only after the distribution, 2 < 3",
    );
    let chain = |agreement: &str, stage: &str| {
        [
            planting(),
            vec![
                activity("a-t1", "2024-04-10", "agri_training", json!({"stage": "seedling"})),
                activity("a-t2", "2024-06-10", "agri_training", json!({"stage": stage})),
                of(5).document("d-buyer", agreement, "buyer_agreement", json!({})),
                observation("ob-harvest", "2024-08-01", "harvest", "h-1", json!({})),
            ],
        ]
        .concat()
    };
    let select = &["outcome", "parts.id", "parts.outcome"][..];
    let answer = |bad: &str| -> Value {
        let rows: Vec<Value> = ["expert", "supplier", "distribution", "training", "harvest", "buyer"]
            .iter()
            .map(|p| json!({"id": format!("P5-C3-{p}"), "outcome": if *p == bad { "not_met" } else { "met" }}))
            .collect();
        json!({"outcome": if bad.is_empty() { "met" } else { "not_met" }, "parts": rows})
    };
    let c = || case(5, "P5-C3").select(select);
    c().add(book, "met", chain("2024-07-20", "growing"), answer(""), "二（五）1（3）–（6）: expert 03-20, supplier 03-25, seedlings 04-01, trainings of two stages, agreement 07-20 before the harvest 08-01");
    c().add(
        book,
        "agreement-late",
        chain("2024-08-02", "growing"),
        answer("buyer"),
        "P5-C3 settled: buyer agreement dated before harvest; 08-02 is after 08-01",
    );
    c().add(
        book,
        "one-stage",
        chain("2024-07-20", "seedling"),
        answer("training"),
        "二（五）1（4）分阶段 ≥2 stages: both trainings are of one stage, 1 < 2",
    );
    let hasty: Vec<Value> = chain("2024-07-20", "growing")
        .into_iter()
        .map(|e| {
            if e["id"] == "d-supplier" {
                with(e, json!({"date": "2024-03-19", "recorded_at": "2024-03-19"}))
            } else {
                e
            }
        })
        .collect();
    case(5, "P5-C3").select(&["outcome"]).add(
        book,
        "supplier-before-expert",
        hasty,
        json!({"outcome": "not_met"}),
        "FORMAT 3: the supplier was chosen the day before the expert came, so that step is not met",
    );
}
