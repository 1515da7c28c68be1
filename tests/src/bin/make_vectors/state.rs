//! What stands on a day: corrections, withdrawals, repeated ids, replay.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, made, me, visit};
use serde_json::{Value, json};

fn requirement() -> Value {
    json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}})
}

pub(crate) fn fill(book: &mut Book) {
    let counted = &["lo", "hi", "counted"][..];
    let answer = |ids: &[&str]| {
        if ids.is_empty() {
            json!({"lo": "0", "hi": "0"})
        } else {
            json!({"lo": ids.len().to_string(), "hi": ids.len().to_string(), "counted": ids})
        }
    };
    let mut s = |name: &str, as_of: &str, entries: Vec<Value>, ids: &[&str], how: &str| {
        made(requirement()).at(as_of).select(counted).add(
            book,
            &format!("state/{name}"),
            [crowd(&["p-1"]), entries].concat(),
            answer(ids),
            how,
        );
    };
    let v = |id: &str, date: &str, more: Value| with(visit(id, date, "p-1"), more);
    let withdraw =
        |id: &str, date: &str, of: &str| me().on("withdrawal", id, date, json!({"voids": of, "reason": "录入错误"}));
    s("visible", "2024-05-06", vec![v("v-1", "2024-05-06", json!({}))], &["v-1"], "visible on its own day");
    s("day-before", "2024-05-05", vec![v("v-1", "2024-05-06", json!({}))], &[], "a visit of tomorrow is not visible");
    s(
        "recorded-later-before",
        "2024-05-19",
        vec![v("v-1", "2024-05-06", json!({"recorded_at": "2024-05-20"}))],
        &[],
        "max(date, recorded_at) = 05-20 > as_of",
    );
    s(
        "recorded-later-on",
        "2024-05-20",
        vec![v("v-1", "2024-05-06", json!({"recorded_at": "2024-05-20"}))],
        &["v-1"],
        "max(date, recorded_at) = 05-20 ≤ as_of",
    );
    s(
        "withdrawn",
        AFTER,
        vec![v("v-1", "2024-05-06", json!({})), withdraw("w-1", "2024-06-01", "v-1")],
        &[],
        "hidden by a visible withdrawal",
    );
    s(
        "before-withdrawal",
        "2024-05-31",
        vec![v("v-1", "2024-05-06", json!({})), withdraw("w-1", "2024-06-01", "v-1")],
        &["v-1"],
        "replay: the withdrawal is not visible yet",
    );
    s(
        "withdrawal-first",
        AFTER,
        vec![withdraw("w-1", "2024-06-01", "v-1"), v("v-1", "2024-05-06", json!({}))],
        &[],
        "algebra 2: the retraction may come before its target in the ledger",
    );
    let other = || v("v-2", "2024-05-07", json!({"supersedes": "v-1", "recorded_at": "2024-06-01"}));
    s("superseded", AFTER, vec![v("v-1", "2024-05-06", json!({})), other()], &["v-2"], "v-2 replaces v-1");
    s(
        "before-supersession",
        "2024-05-31",
        vec![v("v-1", "2024-05-06", json!({})), other()],
        &["v-1"],
        "replay: the correction is recorded on 06-01, before that v-1 stands",
    );
    s(
        "correction-withdrawn",
        AFTER,
        vec![v("v-1", "2024-05-06", json!({})), other(), withdraw("w-1", "2024-07-01", "v-2")],
        &[],
        "algebra 2: withdrawing a correction hides the correction and does not revive the original",
    );
    s(
        "two-corrections",
        AFTER,
        vec![
            v("v-1", "2024-05-06", json!({})),
            other(),
            v("v-3", "2024-05-08", json!({"supersedes": "v-1", "recorded_at": "2024-06-02"})),
        ],
        &["v-3"],
        "two entries superseding one: the later recorded_at stands",
    );
    s(
        "two-corrections-same-day",
        AFTER,
        vec![
            v("v-1", "2024-05-06", json!({})),
            other(),
            v("v-3", "2024-05-08", json!({"supersedes": "v-1", "recorded_at": "2024-06-01"})),
        ],
        &["v-3"],
        "equal recorded_at: the greater id stands",
    );
    s(
        "correction-chain",
        AFTER,
        vec![
            v("v-1", "2024-05-06", json!({})),
            other(),
            v("v-3", "2024-05-08", json!({"supersedes": "v-2", "recorded_at": "2024-07-01"})),
        ],
        &["v-3"],
        "v-3 replaces v-2 which replaced v-1",
    );
    s(
        "correction-outside",
        AFTER,
        vec![
            v("v-1", "2024-05-06", json!({})),
            v("v-2", "2024-03-14", json!({"supersedes": "v-1", "recorded_at": "2024-06-01"})),
        ],
        &[],
        "the correction lies before the service and still replaces v-1",
    );
    s(
        "cycle",
        AFTER,
        vec![
            v("v-1", "2024-05-06", json!({"supersedes": "v-2"})),
            v("v-2", "2024-05-06", json!({"supersedes": "v-1"})),
        ],
        &[],
        "entries of a cycle are all hidden",
    );
    s(
        "same-bytes",
        AFTER,
        vec![v("v-1", "2024-05-06", json!({})), v("v-1", "2024-05-06", json!({}))],
        &["v-1"],
        "same id, same bytes: one",
    );
    s(
        "id-conflict",
        AFTER,
        vec![v("v-1", "2024-05-06", json!({})), v("v-1", "2024-05-07", json!({}))],
        &[],
        "same id, different bytes: none counts",
    );
    s(
        "dangling-correction",
        AFTER,
        vec![v("v-2", "2024-05-07", json!({"supersedes": "v-9"}))],
        &["v-2"],
        "a correction of an entry that is not there counts itself",
    );
    casework(book);
    registers(book);
    findings(book);
}

fn casework(book: &mut Book) {
    let cases = json!({"measure": {"count": {"of": "case", "having": {"measure": {"count": {"of": "case_contact", "by": "case", "distinct": "date"}}, "target": {"at_least": 3}}}}, "target": {"at_least": 1}});
    let old = || me().case("c-1", "p-1", &days("2024-05-06", 2));
    let new = || {
        with(
            me().on("case", "c-2", "2024-04-02", json!({"client": "p-1", "workers": worker()})),
            json!({"supersedes": "c-1", "recorded_at": "2024-06-01"}),
        )
    };
    let third =
        || me().on("case_contact", "k-3", "2024-06-10", json!({"case": "c-2", "mode": "home", "workers": worker()}));
    let select = &["lo", "hi", "counted"][..];
    let mut c = |name: &str, as_of: &str, entries: Vec<Value>, expected: Value, how: &str| {
        made(cases.clone()).at(as_of).select(select).add(
            book,
            &format!("state/{name}"),
            [crowd(&["p-1"]), entries].concat(),
            expected,
            how,
        )
    };
    // `home` and its like are codes of a contact's own list.
    let strip = |list: Vec<Value>| -> Vec<Value> {
        list.into_iter().map(|e| if e["kind"] == "case_contact" { with(e, json!({"mode": null})) } else { e }).collect()
    };
    c(
        "case-superseded",
        AFTER,
        strip([old(), vec![new(), third()]].concat()),
        json!({"lo": "1", "hi": "1", "counted": ["c-2"]}),
        "children of the old id belong to the new one: 2 contacts of c-1 + 1 of c-2 = 3",
    );
    c(
        "case-before-supersession",
        "2024-05-31",
        strip([old(), vec![new(), third()]].concat()),
        json!({"lo": "0", "hi": "0"}),
        "before the correction c-1 stands with 2 contacts < 3",
    );
    c(
        "case-withdrawn",
        AFTER,
        strip(
            [
                old(),
                vec![
                    with(third(), json!({"case": "c-1"})),
                    me().on("withdrawal", "w-1", "2024-07-01", json!({"voids": "c-1", "reason": "误建"})),
                ],
            ]
            .concat(),
        ),
        json!({"lo": "0", "hi": "0"}),
        "the container must be visible: three contacts of a withdrawn case count nowhere",
    );
    c(
        "contact-withdrawn",
        AFTER,
        strip(
            [
                old(),
                vec![
                    with(third(), json!({"case": "c-1"})),
                    me().on("withdrawal", "w-1", "2024-07-01", json!({"voids": "k-3", "reason": "误录"})),
                ],
            ]
            .concat(),
        ),
        json!({"lo": "0", "hi": "0"}),
        "one of three contacts was withdrawn, 2 < 3",
    );
}

fn registers(book: &mut Book) {
    let east = json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.household.place": {"is": "here"}}}}, "target": {"at_least": 1}});
    let person =
        |at: &str, home: &str| with(register("person", "p-1", json!({"household": home})), json!({"recorded_at": at}));
    let homes = || {
        vec![
            register("household", "h-1", json!({"place": "here"})),
            register("household", "h-2", json!({"place": "there"})),
        ]
    };
    let entries = || {
        [homes(), vec![person("2024-03-01", "h-2"), person("2024-06-01", "h-1"), visit("v-1", "2024-05-06", "p-1")]]
            .concat()
    };
    made(east.clone()).at("2024-05-31").select(&["lo", "hi"]).add(
        book,
        "state/register-old-version",
        entries(),
        json!({"lo": "0", "hi": "0"}),
        "as of 05-31 the version of 03-01 stands: p-1 lives in h-2, there",
    );
    made(east).at("2024-06-01").select(&["lo", "hi"]).add(
        book,
        "state/register-new-version",
        entries(),
        json!({"lo": "1", "hi": "1"}),
        "an entry with the same id and kind and a later recorded_at is its next version: h-1, here",
    );
}

fn findings(book: &mut Book) {
    let package = crate::made_up::inline("t/x", json!([crate::made_up::visits_requirement(1)]));
    let mut f = |name: &str, entries: Vec<Value>, codes: &[&str], how: &str| {
        let staffed = [
            crowd(&["p-1"]),
            vec![register("staff", "s-1", json!({"postings": [me().posting("here", "2024-04-01", None)]}))],
            entries,
        ]
        .concat();
        let found: Vec<Value> = codes.iter().map(|code| json!({"code": code})).collect();
        book.add(
            format!("state/finding-{name}"),
            "check",
            crate::made_up::plain(package.clone(), staffed, AFTER, &["findings.code"]),
            json!({"findings": found}),
            how,
        );
    };
    f(
        "none",
        vec![visit("v-1", "2024-05-06", "p-1")],
        &[],
        "worker posted, person registered, entered on the day: nothing to find",
    );
    f("dangling", vec![visit("v-1", "2024-05-06", "p-9")], &["dangling_reference"], "p-9 is in no register");
    f(
        "late-entry",
        vec![with(visit("v-1", "2024-05-06", "p-1"), json!({"recorded_at": "2024-06-06"}))],
        &["late_entry"],
        "entered 31 days afterwards, more than thirty",
    );
    f(
        "thirty-days",
        vec![with(visit("v-1", "2024-05-06", "p-1"), json!({"recorded_at": "2024-06-05"}))],
        &[],
        "entered 30 days afterwards, not more than thirty",
    );
    f(
        "correction-of-nothing",
        vec![with(visit("v-1", "2024-05-06", "p-1"), json!({"supersedes": "v-9"}))],
        &["retraction_dangling"],
        "v-9 does not exist",
    );
    f(
        "not-posted",
        vec![visit("v-1", "2024-03-31", "p-1")],
        &["worker_not_posted"],
        "s-1 is posted from 04-01, the visit was on 03-31",
    );
}
