//! Keys of distinct counts, units, latest-of and exclusive rules.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, labels, made, me, visit};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    let count = |source: Value| json!({"measure": {"count": source}, "target": {"at_least": 2}});
    let mut k = |name: &str, source: Value, entries: Vec<Value>, outcome: &str, n: &str, how: &str| {
        made(count(source)).add(book, &format!("keys/{name}"), entries, range(outcome, n, n), how)
    };
    let twice = || {
        [crowd(&["p-1", "p-2"]), vec![visit("v-1", "2024-05-06", "p-1"), visit("v-2", "2024-05-06", "p-1")]].concat()
    };
    k(
        "persons",
        json!({"of": "visit.subjects", "distinct": "person"}),
        twice(),
        "not_met",
        "1",
        "人: p-1 twice is one person",
    );
    k("attendances", json!({"of": "visit.subjects"}), twice(), "met", "2", "人次: p-1 twice is two");
    k("days", json!({"of": "visit", "distinct": "date"}), twice(), "not_met", "1", "two visits on one date");
    k(
        "same-record-twice",
        json!({"of": "visit.subjects", "distinct": "person"}),
        [
            crowd(&["p-1"]),
            vec![me().visit(
                "v-1",
                "2024-05-06",
                "home",
                "here",
                vec![json!({"person": "p-1"}), json!({"person": "p-1"})],
            )],
        ]
        .concat(),
        "not_met",
        "1",
        "p-1 twice on one record is one person",
    );
    k(
        "pair",
        json!({"of": "visit", "distinct": ["date", "mode"]}),
        [
            crowd(&["p-1"]),
            vec![visit("v-1", "2024-05-06", "p-1"), with(visit("v-2", "2024-05-06", "p-1"), json!({"mode": "phone"}))],
        ]
        .concat(),
        "met",
        "2",
        "the pair (date, mode) differs in the mode",
    );
    let papers = |a: Value, b: Value| {
        vec![
            me().document("d-1", "2024-05-06", "note", json!({"parts": a})),
            me().document("d-2", "2024-05-07", "note", json!({"parts": b})),
        ]
    };
    k(
        "list-as-set",
        json!({"of": "document", "distinct": "parts"}),
        papers(json!(["a", "b"]), json!(["b", "a"])),
        "not_met",
        "1",
        "FORMAT 3: a list of plain values is a set, any order is one key",
    );
    k(
        "list-as-set-differs",
        json!({"of": "document", "distinct": "parts"}),
        papers(json!(["a", "b"]), json!(["a", "c"])),
        "met",
        "2",
        "two different sets",
    );
    k(
        "list-values",
        json!({"of": "document.parts", "distinct": "value"}),
        papers(json!(["a"]), json!(["a", "b"])),
        "met",
        "2",
        "derived field value: a and b",
    );
    k(
        "through-a-list",
        json!({"of": "visit", "distinct": "subjects.person"}),
        [
            crowd(&["p-1", "p-2"]),
            vec![me().visit("v-1", "2024-05-06", "home", "here", people(1, 2))],
            persons(2, &json!({})),
        ]
        .concat(),
        "met",
        "2",
        "a path that runs through a list gives one key for each value",
    );
    let titles = |a: &str, b: &str| -> Vec<Value> {
        [a, b]
            .iter()
            .enumerate()
            .map(|(i, t)| {
                me().on(
                    "publication",
                    &format!("n-{i}"),
                    &day("2024-05-06", i),
                    json!({"channel": "media", "title": t}),
                )
            })
            .collect()
    };
    let by_title = || json!({"of": "publication", "distinct": "title_key"});
    k(
        "title-width",
        by_title(),
        titles("ＡＢＣ新闻", "abc新闻"),
        "not_met",
        "1",
        "title_key: full width to half width, ASCII lower case",
    );
    k(
        "title-punctuation",
        by_title(),
        titles(" 社工，来了！", "社工来了"),
        "not_met",
        "1",
        "title_key: trimmed, punctuation and spaces dropped",
    );
    k("title-differs", by_title(), titles("社工来了", "社工来啦"), "met", "2", "different characters");
    let latest = |more: Value| with(json!({"of": "acceptance"}), more);
    let accepted = |first: bool, second: bool| {
        vec![
            me().on("acceptance", "ac-1", "2024-06-01", json!({"passed": first})),
            me().on("acceptance", "ac-2", "2024-07-01", json!({"passed": second})),
        ]
    };
    k(
        "latest-of-one-group",
        latest(json!({"latest_of": []})),
        accepted(true, true),
        "not_met",
        "1",
        "latest_of [] = one group: only ac-2 is looked at",
    );
    let one = |source: Value| json!({"measure": {"count": source}, "target": {"at_least": 1}});
    let passed = || latest(json!({"latest_of": [], "where": {"passed": {"is": true}}}));
    made(one(passed())).add(
        book,
        "keys/latest-decides",
        accepted(false, true),
        range("met", "1", "1"),
        "before `where` only the latest is looked at: it passed",
    );
    made(one(passed())).add(
        book,
        "keys/latest-failed",
        accepted(true, false),
        range("not_met", "0", "0"),
        "the latest failed, the earlier pass is not looked at",
    );
    made(one(passed())).at(MIDDLE).select(&["outcome", "holding"]).add(
        book,
        "keys/latest-can-fall",
        accepted(false, true),
        json!({"outcome": "open", "holding": true}),
        "latest_of can fall, so open and holding",
    );
    let grouped = json!({"of": "evaluation", "latest_of": ["stage"], "where": {"score_total": {"at_least": 80}}});
    let e = |id: &str, date: &str, stage: &str, score: i64| me().evaluation(id, date, stage, json!({"score": score}));
    made(one(grouped)).add(
        book,
        "keys/latest-per-stage",
        vec![
            e("e-1", "2024-06-01", "midterm", 90),
            e("e-2", "2024-07-01", "midterm", 70),
            e("e-3", "2025-03-01", "final", 85),
        ],
        range("met", "1", "1"),
        "latest per stage: midterm 70 (not 90) and final 85, one is ≥ 80",
    );
    headcounts(book);
    exclusive(book);
}

fn headcounts(book: &mut Book) {
    let fifty = json!({"measure": {"count": {"of": "activity", "where": {"headcount": {"at_least": 3}}}}, "target": {"at_least": 1}});
    let talk = |more: Value| vec![me().on("activity", "a-1", "2024-06-01", with(json!({"category": "talk"}), more))];
    let list = |roles: &[Option<&str>]| -> Value {
        roles
            .iter()
            .enumerate()
            .map(|(i, r)| r.map_or(json!({"name": format!("甲{i}")}), |r| json!({"name": format!("甲{i}"), "role": r})))
            .collect()
    };
    let mut h = |name: &str, more: Value, expected: Value, how: &str| {
        made(fifty.clone()).add(book, &format!("keys/headcount-{name}"), talk(more), expected, how)
    };
    h("stated", json!({"headcount": 3}), range("met", "1", "1"), "no list: the stated 3");
    h(
        "list-governs",
        json!({"headcount": 3, "participants": list(&[Some("guest"), Some("guest"), Some("staff")])}),
        range("not_met", "0", "0"),
        "C31: the list has roles and governs, staff excluded: 2 < 3",
    );
    h(
        "list-without-volunteers",
        json!({"headcount": 2, "participants": list(&[Some("guest"), Some("guest"), Some("guest"), Some("volunteer")])}),
        range("met", "1", "1"),
        "C31: 4 listed without the volunteer on duty = 3",
    );
    h(
        "list-without-roles",
        json!({"headcount": 3, "participants": list(&[None, None])}),
        range("met", "1", "1"),
        "FORMAT 5: only a list that has roles governs; the stated 3 stands",
    );
}

fn exclusive(book: &mut Book) {
    let rule = json!({"rules": [{"id": "X", "clause": "1", "labels": labels(), "exclusive": {"of": "case", "on": ["client"], "from": "date", "to": "closed"}}]});
    let opened = |id: &str, date: &str, closed: Option<&str>, client: &str| {
        me().on("case", id, date, with(json!({"client": client}), closed.map_or(json!({}), |c| json!({"closed": c}))))
    };
    let mut x = |name: &str, entries: Vec<Value>, lo: &str, counted: Value, how: &str| {
        made(json!({"measure": {"count": {"of": "case"}}, "target": {"at_least": 2}}))
            .package(rule.clone())
            .select(&["lo", "hi", "counted"])
            .add(
                book,
                &format!("keys/exclusive-{name}"),
                [crowd(&["p-1", "p-2"]), entries].concat(),
                json!({"lo": lo, "hi": lo, "counted": counted}),
                how,
            );
    };
    x(
        "one-after-another",
        vec![opened("c-1", "2024-04-01", Some("2024-05-01"), "p-1"), opened("c-2", "2024-05-02", None, "p-1")],
        "2",
        json!(["c-1", "c-2"]),
        "closed on 05-01, the next opened on 05-02: no overlap",
    );
    x(
        "shared-day",
        vec![opened("c-1", "2024-04-01", Some("2024-05-01"), "p-1"), opened("c-2", "2024-05-01", None, "p-1")],
        "1",
        json!(["c-1"]),
        "intervals include their last day: both cover 05-01, the later start has the defect",
    );
    x(
        "later-start",
        vec![opened("c-1", "2024-05-01", None, "p-1"), opened("c-2", "2024-04-01", None, "p-1")],
        "1",
        json!(["c-2"]),
        "c-1 started later and has the defect, whatever the ids",
    );
    x(
        "other-client",
        vec![opened("c-1", "2024-04-01", None, "p-1"), opened("c-2", "2024-04-01", None, "p-2")],
        "2",
        json!(["c-1", "c-2"]),
        "different keys",
    );
    let needs = json!({"rules": [{"id": "N", "clause": "1", "labels": labels(), "on": {"of": "visit"}, "need": {"content": {"exists": true}}, "else": "defect"}]});
    let warns = json!({"rules": [{"id": "N", "clause": "1", "labels": labels(), "on": {"of": "visit"}, "need": {"content": {"exists": true}}, "else": "warn"}]});
    let one = || json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
    let bare = || [crowd(&["p-1"]), vec![visit("v-1", "2024-05-06", "p-1")]].concat();
    made(one()).package(needs).select(&["outcome", "not_counted.v-1.code"]).add(
        book,
        "keys/rule-defect",
        bare(),
        json!({"outcome": "not_met", "not_counted": {"v-1": {"code": "defective"}}}),
        "FORMAT 4: an entry with a defect is kept and does not count",
    );
    made(one()).package(warns).add(
        book,
        "keys/rule-warns",
        bare(),
        range("met", "1", "1"),
        "FORMAT 4: a warning changes nothing",
    );
}
