//! Package 4 社区基层治理.

use crate::Book;
use crate::build::*;
use crate::shared;
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    shared::staffing(book, 4, "gongjiatang");
    shared::events(book, 4, "P4-I6", None);
    shared::publicity(book, 4, "P4-I7a");
    shared::media(book, 4, "P4-I7c");
    talent(book);
    volunteers(book);
    governance(book);
}

fn with_role(from: usize, to: usize, role: &str) -> Vec<Value> {
    people(from, to).into_iter().map(|p| with(p, json!({"role": role}))).collect()
}

fn talent(book: &mut Book) {
    let me = of(4);
    let proof = |place: &str| {
        vec![me.attestation("exam_mobilisation", json!({"place": place, "attachments": [attachment("notice", "1")]}))]
    };
    case(4, "P4-I2a").add(
        book,
        "met",
        proof("nancheng_street"),
        range("met", "1", "1"),
        "二（四）2（2）街镇: attested for 南城街道 with evidence",
    );
    case(4, "P4-I2a").add(
        book,
        "neighbourhood-only",
        proof("gongjiatang"),
        range("not_met", "0", "0"),
        "P4-I2a settled: area = 南城街道, the neighbourhood alone is not it",
    );
    let training = |id: &str, date: &str, list: Vec<Value>| {
        me.on("activity", id, date, json!({"category": "social_work_training", "place": "gongjiatang", "workers": worker(), "participants": list}))
    };
    let two = |second: Vec<Value>| {
        [
            persons(21, &json!({})),
            vec![training("a-1", "2024-05-06", with_role(1, 20, "trainee")), training("a-2", "2024-06-06", second)],
        ]
        .concat()
    };
    let b = || case(4, "P4-I2b");
    b().add(
        book,
        "met",
        two(with_role(2, 21, "trainee")),
        range("met", "2", "2"),
        "二（四）2（2）至少2场、每场不低于20人: 20 trainees in each of two",
    );
    b().select(&["outcome", "lo", "hi", "not_counted.a-2.code", "shows.lo"]).add(
        book,
        "nineteen-and-trainer",
        two([with_role(2, 20, "trainee"), with_role(21, 21, "trainer")].concat()),
        with(range("not_met", "1", "1"), json!({"not_counted": {"a-2": {"code": "short"}}, "shows": [{"lo": "2"}]})),
        "P4-I2b settled: trainers excluded, the second has 19 < 20; one counts, two were held",
    );
    b().add(
        book,
        "third-with-twelve",
        [two(with_role(2, 21, "trainee")), vec![training("a-3", "2024-07-06", with_role(1, 12, "trainee"))]].concat(),
        range("met", "2", "2"),
        "P4-I2b settled: a smaller third training is listed, not failing",
    );
    case(4, "P4-I2c").add(
        book,
        "met",
        me.activities("governance_training", 20, json!({})),
        range("met", "20", "20"),
        "二（四）2（2）不少于20场次: 20 records",
    );
    let mixed =
        [me.activities("governance_training", 19, json!({})), me.activities("social_work_training", 1, json!({}))]
            .concat();
    case(4, "P4-I2c").add(
        book,
        "nineteen",
        mixed,
        range("not_met", "19", "19"),
        "P4-I2c settled: 社工专业培训 is a separate type, 19 < 20",
    );
    let listed = |n: usize| persons(n, &json!({"lists": [{"list": "talent"}]}));
    let attended = |n: usize| {
        vec![me.on("activity", "a-1", "2024-05-06", json!({"category": "governance_training", "place": "gongjiatang", "workers": worker(), "participants": people(1, n)}))]
    };
    case(4, "P4-I2d").add(
        book,
        "met",
        [listed(60), attended(60)].concat(),
        range("met", "60", "60"),
        "二（四）2（2）人才不少于60人: 60 on the list, each at one governance training",
    );
    case(4, "P4-I2d").add(
        book,
        "one-never-attended",
        [listed(60), attended(59)].concat(),
        range("not_met", "59", "59"),
        "P4-I2d settled: p-060 is listed and attended nothing, 59 < 60",
    );
    let one_unlisted = [listed(59), vec![register("person", "p-060", json!({}))], attended(60)].concat();
    case(4, "P4-I2d").add(
        book,
        "one-not-listed",
        one_unlisted,
        range("not_met", "59", "59"),
        "P4-I2d settled: p-060 attended but is on no list of talent, 59 < 60",
    );
}

fn volunteers(book: &mut Book) {
    let me = of(4);
    let team = |core: usize, last: Value| {
        let mut members: Vec<Value> =
            people(1, core).into_iter().map(|p| with(p, json!({"core": true, "from": "2024-04-01"}))).collect();
        members.push(with(json!({"person": "p-011", "core": false, "from": "2024-04-01"}), last));
        [
            persons(11, &json!({})),
            vec![register(
                "organisation",
                "o-1",
                json!({"category": "volunteer_team", "status": "active", "members": members}),
            )],
        ]
        .concat()
    };
    case(4, "P4-I3a").add(
        book,
        "met",
        team(10, json!({})),
        range("met", "1", "1"),
        "二（四）2（3）队伍1个、核心成员不少于10人: 10 core members on the last day",
    );
    case(4, "P4-I3a").add(
        book,
        "nine",
        team(9, json!({})),
        range("not_met", "0", "0"),
        "二（四）2（3）: 9 core members < 10, the eleventh person is not core",
    );
    case(4, "P4-I3a").add(
        book,
        "tenth-left",
        team(9, json!({"core": true, "to": "2025-03-13"})),
        range("not_met", "0", "0"),
        "C34: the snapshot is taken on 2025-03-14; the tenth left the day before",
    );
    case(4, "P4-I3a").add(
        book,
        "tenth-until-last-day",
        team(9, json!({"core": true, "to": "2025-03-14"})),
        range("met", "1", "1"),
        "C34: the tenth is a member on the last day of the service, 10 ≥ 10",
    );
    let quarters = [("Q2", "2024-04-01"), ("Q3", "2024-09-30"), ("Q4", "2024-10-01"), ("Q1", "2025-03-14")];
    let project = |i: usize, more: Value| {
        let (q, on) = quarters[i];
        me.on(
            "volunteer_project",
            &format!("vp-{q}"),
            on,
            with(json!({"system": "cq_volunteer", "external_id": format!("CQ-{q}"), "published_on": on}), more),
        )
    };
    let year = |odd: usize, more: Value| -> Vec<Value> {
        (0..4).map(|i| project(i, if i == odd { more.clone() } else { json!({}) })).collect()
    };
    let row = |w: &str, lo: &str, outcome: &str| json!({"window": w, "lo": lo, "outcome": outcome});
    let answer = |odd: usize, lo: &str, good: &str, bad: &str| -> Value {
        let rows: Vec<Value> = ["2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"]
            .iter()
            .enumerate()
            .map(|(i, w)| if i == odd { row(w, lo, bad) } else { row(w, good, "met") })
            .collect();
        json!({"outcome": if odd < 4 { bad } else { "met" }, "cells": rows})
    };
    let select = &["outcome", "cells.window", "cells.lo", "cells.outcome"][..];
    let b = || case(4, "P4-I3b").select(select);
    b().add(
        book,
        "met",
        year(9, json!({})),
        answer(9, "", "1", ""),
        "二（四）2（3）每季度至少1个: published on the first and last days of the four required quarters",
    );
    b().add(
        book,
        "third-missing",
        year(9, json!({})).into_iter().filter(|e| e["id"] != "vp-Q3").collect(),
        answer(1, "0", "1", "not_met"),
        "二（四）2（3）: nothing published in 2024-Q3",
    );
    b().add(
        book,
        "other-system",
        year(1, json!({"system": "national"})),
        answer(1, "0", "1", "not_met"),
        "P4-I3b settled: neither the named system nor one of the contract's",
    );
    b().add(
        book,
        "contract-system",
        year(1, json!({"system": "zhiyuan_shancheng"})),
        answer(9, "", "1", ""),
        "R-volunteer-system: 志愿山城 is listed in the contract, so it is accepted",
    );
    b().add(
        book,
        "no-external-id",
        year(1, json!({"external_id": null})),
        answer(1, "0", "1", "not_met"),
        "P4-I3b settled: the project id of the system is required",
    );
    let hours = |short: &str| -> Vec<Value> {
        let list: Vec<Value> = quarters
            .iter()
            .map(|(q, on)| json!({"person": "p-001", "date": on, "hours": if *q == short { 4.5 } else { 5.0 }}))
            .collect();
        let more = with(
            json!({}),
            json!({"hours": all([list.clone(), list.iter().map(|h| with(h.clone(), json!({"person": "p-002", "hours": 5}))).collect()])}),
        );
        vec![register("person", "p-001", json!({})), register("person", "p-002", json!({})), project(0, more)]
    };
    case(4, "P4-I3c").select(select).add(
        book,
        "met",
        hours(""),
        answer(9, "", "10", ""),
        "二（四）2（3）不少于10小时: 5 + 5 individual hours in each required quarter",
    );
    case(4, "P4-I3c").select(select).add(
        book,
        "nine-and-a-half",
        hours("Q4"),
        answer(2, "9.5", "10", "not_met"),
        "二（四）2（3）: 4.5 + 5 = 9.5 < 10 in 2024-Q4",
    );
    case(4, "P4-I3c").reading("R-P4-I3c", "whole").add(
        book,
        "whole-service",
        hours("Q4"),
        range("met", "39.5", "39.5"),
        "R-P4-I3c whole: 3 × 10 + 9.5 = 39.5 ≥ 10 over the service",
    );
}

fn governance(book: &mut Book) {
    let me = of(4);
    let organisation = |role: &str, category: &str| {
        vec![
            register("person", "p-1", json!({})),
            register(
                "organisation",
                "o-1",
                json!({"category": category, "status": "active",
        "members": [{"person": "p-1", "role": role}]}),
            ),
        ]
    };
    let guided = || me.activities("guided_activity", 1, json!({"organisation": "o-1"}));
    case(4, "P4-I4").add(
        book,
        "met",
        [organisation("leader", "community_organisation"), guided()].concat(),
        range("met", "1", "1"),
        "二（四）2（4）: one organisation with a leader and a guided activity",
    );
    case(4, "P4-I4").add(
        book,
        "no-activity",
        organisation("leader", "community_organisation"),
        range("not_met", "0", "0"),
        "二（四）2（4）指导开展相关活动1次: none held",
    );
    case(4, "P4-I4").add(
        book,
        "no-leader",
        [organisation("member", "community_organisation"), guided()].concat(),
        range("not_met", "0", "0"),
        "二（四）2（4）培养1名负责人: the only member is no leader",
    );
    case(4, "P4-I4").add(
        book,
        "volunteer-team",
        [organisation("leader", "volunteer_team"), guided()].concat(),
        range("not_met", "0", "0"),
        "P4-I4 settled (G3): the volunteer team of (3) is not counted again",
    );
    case(4, "P4-I5a").add(
        book,
        "met",
        vec![me.document("d-1", "2024-10-10", "fund_charter", json!({}))],
        range("met", "1", "1"),
        "二（四）2（5）专项基金: the founding document exists",
    );
    case(4, "P4-I5a").add(
        book,
        "resource-only",
        vec![me.on("resource", "r-1", "2024-10-10", json!({"category": "fund", "donor": "某企业"}))],
        range("not_met", "0", "0"),
        "P4-I5a settled: a founding document is wanted; a donation is none",
    );
    let gifts = |donors: [&str; 3]| -> Vec<Value> {
        donors
            .iter()
            .enumerate()
            .map(|(i, d)| {
                me.on(
                    "resource",
                    &format!("r-{i}"),
                    &day("2024-06-01", i),
                    json!({"category": "charity", "donor": d, "form": "goods"}),
                )
            })
            .collect()
    };
    case(4, "P4-I5b").add(
        book,
        "met",
        gifts(["甲", "乙", "丙"]),
        range("met", "3", "3"),
        "二（四）2（5）慈善资源不低于3个: three donors",
    );
    case(4, "P4-I5b").add(
        book,
        "donor-twice",
        gifts(["甲", "乙", "甲"]),
        range("not_met", "2", "2"),
        "P4-I5b settled: one donor giving twice = 1, 2 < 3",
    );
    case(4, "P4-I5b").reading("R-P4-I5b", "donations").add(
        book,
        "donations",
        gifts(["甲", "乙", "甲"]),
        range("met", "3", "3"),
        "R-P4-I5b donations: three gifts",
    );
    let c = || case(4, "P4-I5c").select(&["outcome", "parts.id", "parts.outcome"]);
    let answer = |outcome: &str, brand: &str, study: &str| json!({"outcome": outcome, "parts": [{"id": "P4-I5c-brand", "outcome": brand}, {"id": "P4-I5c-case", "outcome": study}]});
    let brand = || vec![me.document("d-1", "2024-12-01", "brand", json!({}))];
    c().add(
        book,
        "brand",
        [brand(), vec![me.attestation("brand", json!({}))]].concat(),
        answer("met", "met", "not_met"),
        "二（四）2（5）品牌或案例: file and attestation of the brand; any_of takes the greatest",
    );
    c().add(
        book,
        "case",
        vec![me.document("d-2", "2024-12-01", "case_study", json!({}))],
        answer("met", "not_met", "met"),
        "二（四）2（5）: a case study alone suffices",
    );
    c().add(
        book,
        "brand-not-attested",
        brand(),
        answer("not_met", "not_met", "not_met"),
        "P4-I5c settled: document + attestation; neither alternative is complete",
    );
    case(4, "P4-I7b").add(
        book,
        "met",
        me.activities("governance_publicity", 2, json!({})),
        range("met", "2", "2"),
        "二（四）2（7）2场: two events, no headcount rule",
    );
    case(4, "P4-I7b").add(
        book,
        "one",
        me.activities("governance_publicity", 1, json!({})),
        range("not_met", "1", "1"),
        "二（四）2（7）: 1 < 2",
    );
}
