//! Requirements that several packages share word for word.

use crate::Book;
use crate::build::*;
use serde_json::{Value, json};

/// 专人入驻: P1-I1 … P6-I1, and its place.
pub(crate) fn staffing(book: &mut Book, n: usize, place: &str) {
    let (me, id) = (of(n), format!("P{n}-I1"));
    let select = &["outcome", "holding", "parts.outcome", "parts.gaps", "parts.id"][..];
    let answer = |outcome: &str, days: Value, all: &str| json!({"outcome": outcome, "parts": [with(json!({"id": format!("{id}-days")}), days), {"id": format!("{id}-all"), "outcome": all}]});
    let gap = |from: &str, to: &str| json!({"outcome": "not_met", "gaps": [{"from": from, "to": to}]});
    let posted = |to| vec![staff("s-1", json!([me.posting(place, "2024-03-15", to)]))];
    case(n, &id).select(select).add(book, "met", posted(None), answer("met", json!({"outcome": "met"}), "met"),
        "2（1）至少1名专职、均需具备资质: one certified full-timer posted 2024-03-15 without end, 0 of 365 days uncovered, 1 of 1 workers qualified");
    case(n, &id).select(select).add(book, "last-day-short", posted(Some("2025-03-13")),
        answer("not_met", gap("2025-03-14", "2025-03-14"), "met"),
        "2（1）at least one on every day (P1-I1 settled): posted to 2025-03-13, service to 2025-03-14, 1 day uncovered, at most 0");
    case(n, &id).select(select).at(MIDDLE).add(book, "holding", posted(None),
        with(answer("open", json!({"outcome": "open"}), "met"), json!({"holding": true})),
        "FORMAT 5: coverage at_most 0 holds but is never met before the service ends; least of open and met is open, each part met or holding");
    let second = |more| {
        register(
            "staff",
            "s-2",
            with(json!({"postings": [with(me.posting(place, "2024-05-01", None), json!({"full_time": false}))]}), more),
        )
    };
    let secondary = json!({"education": [{"level": "secondary", "major": "social_work"}]});
    case(n, &id).select(select).add(book, "one-unqualified", [posted(None), vec![second(secondary)]].concat(),
        answer("not_met", json!({"outcome": "met"}), "not_met"),
        "2（1）工作人员均需: s-2 has neither certificate nor 专科, so one of two postings fails the universal; the days stay covered by s-1");
    if n != 2 {
        return;
    }
    let college = |major: &str| json!({"education": [{"level": "junior_college", "major": major}]});
    case(n, &id).select(select).add(
        book,
        "related-major",
        [posted(None), vec![second(college("sociology"))]].concat(),
        answer("met", json!({"outcome": "met"}), "met"),
        "2（1）相关专业专科以上: 专科 itself is included (G2) and sociology is in the contract's related_majors",
    );
    case(n, &id).select(select).add(
        book,
        "unrelated-major",
        [posted(None), vec![second(college("education"))]].concat(),
        answer("not_met", json!({"outcome": "met"}), "not_met"),
        "2（1）: education is not in the contract's related_majors, no certificate either",
    );
    let swap = vec![
        staff("s-1", json!([me.posting(place, "2024-03-15", Some("2024-06-30"))])),
        staff("s-2", json!([me.posting(place, "2024-07-03", None)])),
    ];
    case(n, &id).select(select).add(
        book,
        "gap-between",
        swap,
        answer("not_met", gap("2024-07-01", "2024-07-02"), "met"),
        "2（1）: first worker to 06-30, second from 07-03, so 07-01 and 07-02 are uncovered",
    );
    let weekend = || {
        vec![
            staff("s-1", json!([me.posting(place, "2024-03-15", Some("2024-06-07"))])),
            staff("s-2", json!([me.posting(place, "2024-06-10", None)])),
        ]
    };
    case(n, &id).select(select).add(
        book,
        "weekend-gap-calendar",
        weekend(),
        answer("not_met", gap("2024-06-08", "2024-06-09"), "met"),
        "R-staff-days calendar: Saturday 06-08 and Sunday 06-09 are required too",
    );
    case(n, &id).select(select).reading("R-staff-days", "working").add(
        book,
        "weekend-gap-working",
        weekend(),
        answer("met", json!({"outcome": "met"}), "met"),
        "R-staff-days working: the gap is a weekend, no working day is uncovered",
    );
    let elsewhere =
        json!({"package": "nanchuan-2024/package-4", "place": "gongjiatang", "full_time": true, "from": "2024-03-01"});
    let double = vec![staff("s-1", json!([me.posting(place, "2024-03-15", None), elsewhere]))];
    case(n, &id).select(&["parts.id", "parts.gaps"]).add(book, "full-time-elsewhere", double,
        json!({"parts": [{"id": "P2-I1-days", "gaps": [{"from": "2024-03-15", "to": "2025-03-14"}]}, {"id": "P2-I1-all"}]}),
        "G12 专职 in one package at a time: of two overlapping full-time postings the later start (package 2) has the defect, so no day is covered");
}

/// 个案: six cases with five contacts, and a case study.
pub(crate) fn casework(book: &mut Book, n: usize) {
    let (me, a, b) = (of(n), format!("P{n}-I4a"), format!("P{n}-I4b"));
    let place = ["dongjinhua", "yongfu", "", "", "shahe"].get(n - 2).copied().unwrap_or_default();
    let clients = persons(7, &json!({"residences": [{"place": place}]}));
    let cases = |full: usize| -> Vec<Value> {
        let mut all = clients.clone();
        for i in 1..=6 {
            all.extend(me.case(
                &format!("c-{i}"),
                &format!("p-{i:03}"),
                &days("2024-05-06", if i <= full { 5 } else { 4 }),
            ));
        }
        all
    };
    case(n, &a).add(
        book,
        "met",
        cases(6),
        range("met", "6", "6"),
        "2（4）个案至少6个、每个跟进不少于5次: 6 cases with 5 contacts on different days",
    );
    case(n, &a).select(&["outcome", "lo", "hi", "not_counted.c-6.code"]).add(
        book,
        "short-contact",
        cases(5),
        with(range("not_met", "5", "5"), json!({"not_counted": {"c-6": {"code": "short"}}})),
        "2（4）: c-6 has 4 contacts < 5 and does not count (G6); 5 cases < 6",
    );
    let same_day = [
        cases(5),
        vec![me.on(
            "case_contact",
            "c-6-extra",
            "2024-05-06",
            json!({"case": "c-6", "mode": "phone", "workers": worker()}),
        )],
    ]
    .concat();
    case(n, &a).add(
        book,
        "same-day-contact",
        same_day,
        range("not_met", "5", "5"),
        "P2-I4a settled: distinct dates; the fifth contact of c-6 is on a day it already had, 4 days < 5",
    );
    let twice = [cases(5), me.case("c-7", "p-001", &days("2024-06-03", 5))].concat();
    case(n, &a).select(&["outcome", "lo", "hi", "not_counted.c-7.code"]).add(book, "client-twice", twice,
        with(range("not_met", "5", "5"), json!({"not_counted": {"c-7": {"code": "defective"}}})),
        "record-case-single: c-1 and c-7 share client p-001 and both stay open from 2024-04-01; same start, the greater id c-7 has the defect");
    let study = |more| {
        [
            me.case("c-1", "p-001", &[]),
            persons(1, &json!({})),
            vec![me.document("d-study", "2024-12-01", "case_study", more)],
        ]
        .concat()
    };
    case(n, &b).add(
        book,
        "met",
        study(json!({"case": "c-1"})),
        range("met", "1", "1"),
        "2（4）至少1个典型案例: one write-up linked to a case",
    );
    case(n, &b).add(
        book,
        "no-case",
        study(json!({})),
        range("not_met", "0", "0"),
        "P2-I4b settled: linked to a case of this package; exists on an absent field is no",
    );
}

/// 小组: five groups with five sessions.
pub(crate) fn groups(book: &mut Book, n: usize) {
    let (me, id) = (of(n), format!("P{n}-I5"));
    let base = || {
        vec![staff("s-1", json!([me.posting("nanchuan", "2024-03-15", None)])), register("person", "p-1", json!({}))]
    };
    let groups = |full: usize| -> Vec<Value> {
        let mut all = base();
        for i in 1..=5 {
            all.extend(me.group(&format!("g-{i}"), &days("2024-05-06", if i <= full { 5 } else { 4 })));
        }
        all
    };
    case(n, &id).add(
        book,
        "met",
        groups(5),
        range("met", "5", "5"),
        "2（5）小组至少5个、每个不少于5节: 5 groups with 5 sessions on different days",
    );
    case(n, &id).add(
        book,
        "short-session",
        groups(4),
        range("not_met", "4", "4"),
        "2（5）: g-5 has 4 sessions < 5, so 4 groups < 5",
    );
    let same_day = [
        groups(4),
        vec![me.on(
            "group_session",
            "g-5-extra",
            "2024-05-06",
            json!({"group": "g-5", "session": 5, "place": "nanchuan", "present": ["p-1"], "workers": worker()}),
        )],
    ]
    .concat();
    case(n, &id).add(
        book,
        "same-day-session",
        same_day,
        range("not_met", "4", "4"),
        "P2-I5 settled: sessions on distinct dates; g-5 has 5 sessions on 4 days",
    );
    if n != 6 {
        let no_plan: Vec<Value> =
            groups(5).into_iter().map(|e| if e["id"] == "g-3" { with(e, json!({"plan": null})) } else { e }).collect();
        case(n, &id).add(
            book,
            "no-plan",
            no_plan,
            range("not_met", "4", "4"),
            "P2-I5 settled: 专业性 = plan and qualified leader; g-3 has no plan",
        );
    }
}

/// 社区活动: six, and where `large` is given three with fifty people.
pub(crate) fn events(book: &mut Book, n: usize, count: &str, large: Option<&str>) {
    let me = of(n);
    let sheet = json!({"counted_by": "sign_in", "attachments": [attachment("sign_in_sheet", "1")]});
    let some = |k: usize, heads: usize| {
        me.activities("community_activity", k, with(sheet.clone(), json!({"headcount": heads})))
    };
    case(n, count).add(book, "met", some(6, 30), range("met", "6", "6"), "2（6）社区活动至少6场: 6 records = 6 场");
    case(n, count).add(book, "five", some(5, 30), range("not_met", "5", "5"), "2（6）: 5 < 6");
    let Some(large) = large else { return };
    case(n, large).add(
        book,
        "fifty",
        some(3, 50),
        range("met", "3", "3"),
        "2（6）50人以上不少于3场: 以上 includes 50 (G2), 3 events of exactly 50",
    );
    case(n, large).add(book, "forty-nine", some(3, 49), range("not_met", "0", "0"), "2（6）: 49 < 50, no event counts");
    case(n, large).select(&["outcome", "boundary.reading", "boundary.option"]).add(
        book,
        "fifty-boundary",
        some(3, 50),
        json!({"outcome": "met", "boundary": [{"reading": "R-50-people", "option": "exclusive"}]}),
        "G2: all three have exactly 50, under 超过50 none would count, so the outcome flips and the flag is raised",
    );
    case(n, large).select(&["outcome", "boundary.reading"]).add(
        book,
        "fifty-one",
        some(3, 51),
        json!({"outcome": "met"}),
        "2（6）: 51 counts under either reading, so no boundary flag",
    );
    let estimate: Vec<Value> = some(3, 60)
        .into_iter()
        .enumerate()
        .map(|(i, e)| if i == 2 { with(e, json!({"counted_by": "estimate"})) } else { e })
        .collect();
    case(n, large).add(
        book,
        "estimate",
        estimate,
        range("not_met", "2", "2"),
        "P2-I6b settled: sign-in or count evidence; the estimated event does not count, 2 < 3",
    );
}

/// 宣传活动 with 50 人次.
pub(crate) fn publicity(book: &mut Book, n: usize, id: &str) {
    let some = |heads: usize| of(n).activities("social_work_publicity", 1, json!({"headcount": heads}));
    case(n, id).add(
        book,
        "fifty",
        some(50),
        range("met", "1", "1"),
        "2（7）1次、不低于50人次: one event with an attendance of 50 ≥ 50",
    );
    case(n, id).add(book, "forty-nine", some(49), range("not_met", "0", "0"), "2（7）: 49 < 50");
    let two = of(n).activities("social_work_publicity", 2, json!({"headcount": 25}));
    case(n, id).add(
        book,
        "two-of-25",
        two.clone(),
        range("not_met", "0", "0"),
        "R-publicity-attendance per_event: neither event has 50, 25 + 25 is not added up",
    );
    case(n, id).reading("R-publicity-attendance", "total").add(
        book,
        "two-of-25-total",
        two,
        range("met", "50", "50"),
        "R-publicity-attendance total: 25 + 25 = 50 人次",
    );
}

/// 媒体: six reports of district level or above.
pub(crate) fn media(book: &mut Book, n: usize, id: &str) {
    let me = of(n);
    let six = || all([outlets(), me.publications("media", "d-1", 4), me.publications("media", "m-1", 2)]);
    case(n, id).add(
        book,
        "met",
        six(),
        range("met", "6", "6"),
        "2（7）区级及以上不少于6次: 4 district + 2 city, rank at or above district",
    );
    let township = all([outlets(), me.publications("media", "d-1", 5), me.publications("media", "t-1", 1)]);
    case(n, id).add(
        book,
        "township",
        township,
        range("not_met", "5", "5"),
        "2（7）: township ranks below district, 5 < 6",
    );
    let repost =
        all([
            outlets(),
            me.publications("media", "d-1", 5),
            vec![me.on("publication", "pub-again", "2024-06-01",
        json!({"channel": "media", "outlet": "d-1", "title": "D-1 ｍedia 第0篇！", "url": "https://example.org/2"}))],
        ]);
    case(n, id).select(&["outcome", "lo", "hi", "not_counted.pub-again.code"]).add(book, "repost", repost,
        with(range("not_met", "5", "5"), json!({"not_counted": {"pub-again": {"code": "same_key"}}})),
        "P2-I7b settled: one distinct story per level; title_key drops spaces, case, width and punctuation, so `D-1 ｍedia 第0篇！` is `d1media第0篇` again");
}

/// 需求清单、项目设计、供需对接.
pub(crate) fn needs(book: &mut Book, n: usize) {
    let (me, id) = (of(n), format!("P{n}-I2"));
    let docs = || {
        vec![
            me.document("d-1", "2024-04-10", "needs_list", json!({})),
            me.document("d-2", "2024-04-20", "project_design", json!({})),
        ]
    };
    let matched = || vec![me.attestation("supply_demand_matching", json!({"items": ["轮椅需求对接爱心企业"]}))];
    case(n, &id).select(PARTS).add(
        book,
        "met",
        [docs(), matched()].concat(),
        parts("met", &[("met", "2", "2"), ("met", "1", "1")]),
        "2（2）: list of needs + design = 2 kinds of document, matching attested with one item",
    );
    case(n, &id).select(PARTS).add(
        book,
        "no-item",
        [docs(), vec![me.attestation("supply_demand_matching", json!({}))]].concat(),
        parts("not_met", &[("met", "2", "2"), ("not_met", "0", "0")]),
        "P2-I2 settled: attested with ≥1 matched item; an absent list has size 0",
    );
    let twice = vec![
        me.document("d-1", "2024-04-10", "needs_list", json!({})),
        me.document("d-3", "2024-05-10", "needs_list", json!({})),
    ];
    case(n, &id).select(PARTS).add(
        book,
        "no-design",
        [twice, matched()].concat(),
        parts("not_met", &[("not_met", "1", "1"), ("met", "1", "1")]),
        "2（2）: two lists of needs are one kind, the design is missing, 1 < 2",
    );
}
