//! Explanation trees and rendered reports, mostly of small packages.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, inline, labels, me, plain, visit, visits_requirement};
use serde_json::{Value, json};

/// What most trees are compared by.
const LEAF: &[&str] =
    &["outcome", "holding", "operands.lo", "operands.hi", "operands.cmp", "operands.target", "operands.over"];

/// The input of an `explain` of R-1 in a package of that one requirement.
fn input(requirement: Value, entries: Vec<Value>, as_of: &str, select: &[&str]) -> Value {
    let requirement = with(json!({"id": "R-1", "labels": labels()}), requirement);
    let input = plain(inline("t/x", json!([requirement])), entries, as_of, select);
    with(input, json!({"requirement": "R-1"}))
}

fn count(n: u32) -> Value {
    json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": n}})
}

fn operands(lo: &str, hi: &str, cmp: &str, target: &str, over: bool) -> Value {
    json!({"lo": lo, "hi": hi, "cmp": cmp, "target": target, "over": over})
}

fn two() -> Vec<Value> {
    [crowd(&["p-1"]), vec![visit("v-1", "2024-05-06", "p-1"), visit("v-2", "2024-05-07", "p-1")]].concat()
}

pub(crate) fn fill(book: &mut Book) {
    leaves(book);
    records(book);
    combinations(book);
    boundaries(book);
    whole(book);
    rendered(book);
}

fn leaves(book: &mut Book) {
    let mut put = |name: &str, requirement: Value, entries: Vec<Value>, as_of: &str, expected: Value, how: &str| {
        book.add(format!("explain/{name}"), "explain", input(requirement, entries, as_of, LEAF), expected, how);
    };
    put(
        "met",
        count(2),
        two(),
        AFTER,
        json!({"outcome": "met", "operands": operands("2", "2", "at_least", "2", true)}),
        "v-1 and v-2: 2 ≥ 2, the service ended on 2025-03-14",
    );
    put(
        "open",
        count(3),
        two(),
        MIDDLE,
        json!({"outcome": "open", "operands": operands("2", "2", "at_least", "3", false)}),
        "2 < 3 on 2024-09-01, the service lasts to 2025-03-14",
    );
    put(
        "not-met",
        count(3),
        two(),
        AFTER,
        json!({"outcome": "not_met", "operands": operands("2", "2", "at_least", "3", true)}),
        "2 < 3 after the end",
    );
    put(
        "empty-ledger",
        count(1),
        vec![],
        AFTER,
        json!({"outcome": "not_met", "operands": operands("0", "0", "at_least", "1", true)}),
        "no entry at all: 0 < 1 after the end, never a pass",
    );
    put(
        "limit-holding",
        json!({"measure": {"count": {"of": "interruption"}}, "target": {"at_most": 1}}),
        vec![me().on("interruption", "i-1", "2024-06-01", json!({}))],
        MIDDLE,
        json!({"outcome": "open", "holding": true, "operands": operands("1", "1", "at_most", "1", false)}),
        "1 ≤ 1 holds, but an upper limit is met only when the window is over",
    );
    put(
        "quotient-undefined",
        json!({"measure": {"ratio": {"of": {"count": {"of": "visit"}}, "over": {"count": {"of": "group"}}}}, "target": {"at_least": 1}}),
        two(),
        AFTER,
        json!({"outcome": "unknown", "operands": {"lo": null, "hi": null, "cmp": "at_least", "target": "1", "over": true}}),
        "2 visits over 0 groups is not defined, so nothing is known",
    );
}

fn records(book: &mut Book) {
    let select = &["outcome", "records.element", "records.counts", "records.reason.code", "records.reason.params"];
    let mut put = |name: &str, requirement: Value, entries: Vec<Value>, as_of: &str, expected: Value, how: &str| {
        book.add(format!("explain/{name}"), "explain", input(requirement, entries, as_of, select), expected, how);
    };
    let yes = |element: &str| json!({"element": element, "counts": "yes"});
    let no = |element: &str, code: &str, params: Value| {
        let reason = if params == json!({}) { json!({"code": code}) } else { json!({"code": code, "params": params}) };
        json!({"element": element, "counts": "no", "reason": reason})
    };
    let outside = visit("v-3", "2024-03-14", "p-1");
    put(
        "outside-service",
        count(2),
        [two(), vec![outside]].concat(),
        AFTER,
        json!({"outcome": "met", "records": [yes("v-1"), yes("v-2"), no("v-3", "outside_service", json!({"day": "2024-03-14"}))]}),
        "G10: v-3 lies on the day before the first day, 2024-03-15",
    );
    let phone = me().visit("v-3", "2024-05-08", "phone", "here", vec![json!({"person": "p-1"})]);
    let home =
        json!({"measure": {"count": {"of": "visit", "where": {"mode": {"is": "home"}}}}, "target": {"at_least": 3}});
    put(
        "condition",
        home,
        [two(), vec![phone]].concat(),
        AFTER,
        json!({"outcome": "not_met", "records": [yes("v-1"), yes("v-2"),
            no("v-3", "condition_failed", json!({"condition": "mode", "needed": "home", "found": "phone",
                "found_zh": "名", "found_en": "name", "what": "方式 = 名", "what_en": "Mode = name"}))]}),
        "v-3 is a call, home is asked for: 2 < 3",
    );
    let withdrawal = me().on("withdrawal", "x-1", "2024-06-01", json!({"voids": "v-2", "reason": "误录"}));
    put(
        "withdrawn",
        count(2),
        [two(), vec![withdrawal]].concat(),
        AFTER,
        json!({"outcome": "not_met", "records": [yes("v-1"), no("v-2", "retracted", json!({"by": "x-1"}))]}),
        "x-1 takes v-2 back: 1 < 2",
    );
    let persons =
        json!({"measure": {"count": {"of": "visit.subjects", "distinct": "person"}}, "target": {"at_least": 1}});
    put(
        "counted-once",
        persons,
        two(),
        AFTER,
        json!({"outcome": "met", "records": [yes("v-1/subjects/0"), no("v-2/subjects/0", "same_key", json!({"first": "v-1/subjects/0"}))]}),
        "p-1 twice is one person; the earlier visit stands for it",
    );
    let old = json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.age": {"at_least": 60}}}}, "target": {"at_least": 1}});
    put(
        "perhaps",
        old.clone(),
        [crowd(&["p-1"]), vec![visit("v-1", "2024-05-06", "p-1")]].concat(),
        AFTER,
        json!({"outcome": "unknown", "records": [{"element": "v-1/subjects/0", "counts": "perhaps",
            "reason": {"code": "undetermined", "params": {"condition": "person.age", "what": "人员·周岁", "what_en": "Person · Age"}}}]}),
        "the birth date of p-1 is not known: 0 … 1",
    );
    let named = json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.name": {"is": "某某"}}}}, "target": {"at_least": 1}});
    put(
        "masked-name",
        named,
        vec![register("person", "p-1", json!({"name": "张三丰"})), visit("v-1", "2024-05-06", "p-1")],
        AFTER,
        json!({"outcome": "not_met", "records": [no("v-1/subjects/0", "condition_failed",
            json!({"condition": "person.name", "needed": "某某", "found": "***",
                "found_zh": "***", "found_en": "***", "what": "人员·姓名 = 某某", "what_en": "Person · Name = 某某"}))]}),
        "a name is personal: what was found is masked",
    );
    let contacts = json!({"measure": {"count": {"of": "case", "having": {"measure": {"count": {"of": "case_contact", "by": "case", "distinct": "date"}}, "target": {"at_least": 3}}}}, "target": {"at_least": 2, "unit": "个"}});
    // The made-up package has no modes of contact.
    let case = |id: &str, days: Vec<String>| {
        me().case(id, "p-1", &days).into_iter().map(|entry| with(entry, json!({"mode": null}))).collect::<Vec<_>>()
    };
    let cases = all([crowd(&["p-1"]), case("c-1", days("2024-05-06", 3)), case("c-2", days("2024-06-03", 2))]);
    put(
        "nested-case",
        contacts,
        cases,
        AFTER,
        json!({"outcome": "not_met", "records": [yes("c-1"), no("c-2", "short", json!({"lo": "2", "target": "3"}))]}),
        "c-1 has contacts on 3 days, c-2 on 2 of the 3 that are needed: 1 < 2 cases",
    );
}

fn combinations(book: &mut Book) {
    let mut put = |name: &str, input: Value, expected: Value, how: &str| {
        book.add(format!("explain/{name}"), "explain", input, expected, how);
    };
    let select = &["outcome", "combine", "children.id", "children.kind", "children.outcome", "children.operands.lo"];
    let at = |category: &str, n: usize| me().activities(category, n, json!({"place": "here"}));
    let quota = json!({"all_of": [
        {"id": "R-1-all", "measure": {"count": {"of": "activity"}}, "target": {"at_least": 4}},
        {"id": "R-1-fair", "measure": {"count": {"of": "activity", "where": {"category": {"is": "fair"}}}}, "target": {"at_least": 2}}]});
    let part = |id: &str, outcome: &str, lo: &str| json!({"id": id, "kind": "part", "outcome": outcome, "operands": {"lo": lo}});
    put(
        "sub-quota",
        input(quota, [at("talk", 3), at("fair", 1)].concat(), AFTER, select),
        json!({"outcome": "not_met", "combine": "all", "children": [part("R-1-all", "met", "4"), part("R-1-fair", "not_met", "1")]}),
        "4 of 4 activities, but 1 fair of 2: all parts are needed, the least counts",
    );
    let either = json!({"any_of": [
        {"id": "R-1-talk", "measure": {"count": {"of": "activity", "where": {"category": {"is": "talk"}}}}, "target": {"at_least": 4}},
        {"id": "R-1-fair", "measure": {"count": {"of": "activity", "where": {"category": {"is": "fair"}}}}, "target": {"at_least": 1}}]});
    put(
        "alternatives",
        input(either, [at("talk", 3), at("fair", 1)].concat(), AFTER, select),
        json!({"outcome": "met", "combine": "any", "children": [part("R-1-talk", "not_met", "3"), part("R-1-fair", "met", "1")]}),
        "3 talks of 4, but 1 fair of 1: one part suffices, the greatest counts",
    );

    let spring = |entries: Vec<Value>, as_of: &str, select: &[&str]| {
        let monthly =
            json!({"window": {"each": "month"}, "measure": {"count": {"of": "visit"}}, "target": {"at_least": 1}});
        let mut input = input(monthly, entries, as_of, select);
        let dates = json!({"service_start": "2024-04-01", "service_end": "2024-06-30", "midterm_date": "2024-05-15"});
        input["contract"] = with(input["contract"].clone(), dates);
        input
    };
    let visits =
        || [crowd(&["p-1"]), vec![visit("v-1", "2024-04-10", "p-1"), visit("v-2", "2024-05-10", "p-1")]].concat();
    let cells = &[
        "outcome",
        "children.window",
        "children.outcome",
        "children.operands.last",
        "children.waived.event",
        "children.records.element",
    ];
    let cell = |window: &str, outcome: &str, last: &str, more: Value| {
        with(json!({"window": window, "outcome": outcome, "operands": {"last": last}}), more)
    };
    let april = || cell("2024-04", "met", "2024-04-30", json!({"records": [{"element": "v-1"}]}));
    let may = || cell("2024-05", "met", "2024-05-31", json!({"records": [{"element": "v-2"}]}));
    put(
        "missed-month",
        spring(visits(), "2024-07-31", cells),
        json!({"outcome": "not_met", "children": [april(), may(), cell("2024-06", "not_met", "2024-06-30", json!({}))]}),
        "June has no visit; one missed month decides",
    );
    let due = |day: u32, as_of: &str| {
        let mut input = spring(
            visits(),
            as_of,
            &["outcome", "children.window", "children.outcome", "children.due", "children.overdue"],
        );
        input["package"]["indicators"][0]["requirements"][0]["window"] = json!({"each": "month", "due": day});
        input
    };
    let row = |window: &str, outcome: &str, due: &str| json!({"window": window, "outcome": outcome, "due": due});
    let on_the_25th = |june: Value| json!({"outcome": "open", "children": [row("2024-04", "met", "2024-04-25"), row("2024-05", "met", "2024-05-25"), june]});
    put(
        "due-month",
        due(25, "2024-06-25"),
        on_the_25th(row("2024-06", "open", "2024-06-25")),
        "C24: the 25th itself is not over: June is open and not overdue",
    );
    put(
        "overdue-month",
        due(25, "2024-06-26"),
        on_the_25th(with(row("2024-06", "open", "2024-06-25"), json!({"overdue": true}))),
        "C24: a day after the 25th June is still open, and overdue",
    );
    let waiver = me().on(
        "waiver",
        "w-1",
        "2024-07-10",
        json!({"requirement": "R-1", "window": "2024-06", "approved_by": "区民政局"}),
    );
    put(
        "waived-month",
        spring([visits(), vec![waiver]].concat(), "2024-07-31", cells),
        json!({"outcome": "met", "children": [april(), may(), cell("2024-06", "not_met", "2024-06-30", json!({"waived": {"event": "w-1"}}))]}),
        "June itself stays missed; it is waived and left out, April and May are met",
    );
    let extension = me().on("extension", "ex-1", "2024-06-20", json!({"new_end": "2024-07-30"}));
    let june = visit("v-3", "2024-06-12", "p-1");
    put(
        "extension-month",
        spring([visits(), vec![june, extension]].concat(), "2024-07-15", cells),
        json!({"outcome": "open", "children": [april(), may(),
            cell("2024-06", "met", "2024-06-30", json!({"records": [{"element": "v-3"}]})),
            cell("2024-07", "open", "2024-07-30", json!({}))]}),
        "the extension to 07-30 adds July (its 15th lies in the service), cut on 07-30",
    );
    let whole = me().on("waiver", "w-1", "2025-03-20", json!({"requirement": "R-1", "approved_by": "区民政局"}));
    put(
        "waived-whole",
        input(
            count(3),
            [two(), vec![whole]].concat(),
            AFTER,
            &["outcome", "operands.lo", "waived.event", "waived.approved_by"],
        ),
        json!({"outcome": "met", "operands": {"lo": "2"}, "waived": {"event": "w-1", "approved_by": "区民政局"}}),
        "2 < 3, and the requirement is waived as a whole: met, naming who approved",
    );
    let each = json!({"each": {"of": "person"}, "measure": {"count": {"of": "visit.subjects", "by": "person"}}, "target": {"at_least": 2}});
    put(
        "members",
        input(
            each,
            [two(), crowd(&["p-2"])].concat(),
            AFTER,
            &["outcome", "children.members", "children.outcome", "children.operands.lo"],
        ),
        json!({"outcome": "not_met", "children": [
            {"members": ["p-1"], "outcome": "met", "operands": {"lo": "2"}},
            {"members": ["p-2"], "outcome": "not_met", "operands": {"lo": "0"}}]}),
        "each person is owed 2 visits: p-1 has 2, p-2 none",
    );
    let check = json!({"measure": {"count": {"of": "visit"}}, "target": {"at_least": 2}, "checks": [
        {"requirement": {"measure": {"count": {"of": "activity"}}, "target": {"at_least": 1}}, "labels": labels(), "else": "unknown"}]});
    put(
        "check-unknown",
        input(check, two(), AFTER, &["outcome", "operands.lo", "checks.else", "checks.lo", "checks.finding.code"]),
        json!({"outcome": "unknown", "operands": {"lo": "2"}, "checks": [{"else": "unknown", "lo": "0", "finding": {"code": "check_failed"}}]}),
        "2 ≥ 2, but the check (an activity) fails and makes the outcome unknown",
    );
}

fn boundaries(book: &mut Book) {
    let district = |n: usize, node: &str, entries: Vec<Value>, as_of: &str, select: &[&str]| {
        json!({"package": package_id(n), "contract": contract(&package_id(n)), "entries": entries, "as_of": as_of,
            "requirement": node, "select": select})
    };
    let eighty = of(2).evaluation("e-1", "2024-09-15", "midterm", json!({"score": 80}));
    let stage = &[
        "outcome",
        "clause",
        "stage.band",
        "stage.score",
        "boundary",
        "children.kind",
        "children.outcome",
        "children.duty.what",
    ];
    let duty = |what: &str| json!({"kind": "duty", "outcome": "not_met", "duty": {"what": what}});
    book.add(
        "explain/score-80",
        "explain",
        district(2, "midterm", vec![eighty], "2024-09-20", stage),
        json!({"outcome": "not_met", "clause": "4", "stage": {"band": "S-7", "score": "80"},
            "boundary": [{"reading": "R-80-midterm", "option": "exclusive", "would_be": "none"}],
            "children": [duty("rectification_order"), duty("extension")]}),
        "4 中期评估80分以下 includes 80 (G2): order and extension are owed and not done; if 80 were excluded no band is hit",
    );
    let plot = register("site", "pl-1", json!({"category": "helped_plot", "area_mu": 1}));
    let sale = |gross: u32| {
        of(5).on("observation", "ob-1", "2024-11-01", json!({"category": "sales", "subject": "pl-1", "gross": gross}))
    };
    let leaf = &["outcome", "operands.lo", "operands.cmp", "operands.target", "operands.until_closing"];
    for (name, gross, outcome, how) in [
        (
            "income-6000",
            6000,
            "not_met",
            "二（五）2（4）超过6000元 excludes the number (G2): 6000 ÷ 1 mu is not more than 6000 on the day of closing",
        ),
        (
            "income-6001",
            6001,
            "met",
            "二（五）2（4）: 6001 ÷ 1 mu > 6000; what is open until closing ends on the day of closing",
        ),
    ] {
        book.add(
            format!("explain/{name}"),
            "explain",
            district(5, "P5-I4", vec![plot.clone(), sale(gross)], AFTER, leaf),
            json!({"outcome": outcome, "operands": {"lo": gross.to_string(), "cmp": "more_than", "target": "6000", "until_closing": true}}),
            how,
        );
    }
}

/// A package of a visit and completion.
fn closable() -> Value {
    with(
        inline("t/x", json!([with(visits_requirement(1), json!({"labels": {"zh-CN": "探访", "en": "Visits"}}))])),
        json!({"closing": [{"id": "K-1", "clause": "5", "labels": labels(), "completion": "100%"}]}),
    )
}

fn whole(book: &mut Book) {
    let select = &[
        "decision",
        "state",
        "completion",
        "blockers.code",
        "closing.kind",
        "closing.outcome",
        "closing.children.id",
        "closing.children.outcome",
        "closing.children.children.id",
        "closing.children.children.outcome",
    ];
    let tree = |outcome: &str| {
        json!([{"kind": "completion", "outcome": outcome, "children": [
        {"id": "I-1", "outcome": outcome, "children": [{"id": "R-1", "outcome": outcome}]}]}])
    };
    book.add(
        "explain/whole-empty",
        "explain",
        plain(closable(), vec![], AFTER, select),
        json!({"decision": "blocked", "state": "ended", "completion": {"met": 0, "of": 1},
            "blockers": [{"code": "indicator_not_met"}], "closing": tree("not_met")}),
        "an empty ledger after the end: R-1 is missed, so I-1, so completion 0 of 1, so closing is blocked",
    );
    let visited = || [crowd(&["p-1"]), vec![visit("v-1", "2024-05-06", "p-1")]].concat();
    book.add(
        "explain/whole-closable",
        "explain",
        plain(closable(), visited(), AFTER, select),
        json!({"decision": "closable", "state": "ended", "completion": {"met": 1, "of": 1}, "blockers": [], "closing": tree("met")}),
        "the one visit is there: R-1, I-1 and completion are met, nothing else is asked for",
    );
    let unknown = with(plain(closable(), vec![], AFTER, &[]), json!({"requirement": "R-9", "select": null}));
    book.add(
        "explain/unknown-node",
        "explain",
        unknown,
        json!({"error": {"code": "unknown_id", "path": "requirement", "message": "there is no requirement or other node `R-9`"}}),
        "no node of the tree is called R-9",
    );
    let format = with(plain(closable(), vec![], AFTER, &[]), json!({"format": "pdf", "select": null}));
    book.add(
        "explain/unknown-format",
        "explain",
        format,
        json!({"error": {"code": "option_invalid", "path": "format", "message": "`format` is no format: `tree`, `text`, `markdown` or `html`"}}),
        "only these four formats are there",
    );
}

/// Reports on one small node, short enough to be written by hand.
fn rendered(book: &mut Book) {
    let mut put = |name: &str, input: Value, more: Value, text: &str, how: &str| {
        let input = with(input, with(json!({"select": null}), more));
        book.add(format!("explain/{name}"), "explain", input, json!({"text": text}), how);
    };
    let named = |zh: &str, en: &str| {
        with(count(3), json!({"labels": {"zh-CN": zh, "en": en}, "target": {"at_least": 3, "unit": "次"}}))
    };
    put(
        "text-zh",
        input(named("探访", "Visits"), two(), AFTER, &[]),
        json!({"format": "text"}),
        "结项说明：探访（R-1）\n截至 2025-03-31 日终\n第1条 探访（R-1）  [未达成]  ■■■■■■□□□□ 66%\n  要求 ≥ 3次，现有 2；尚缺 1次；期间 2024-03-15 至 2025-03-14\n  计入的记录（2）\n    v-1、v-2\n",
        "2 of 3 after the end: 2/3 is 66 % rounded down, one is short; clause 1 is named as one, default locale zh-CN",
    );
    put(
        "text-en",
        input(named("探访", "Visits"), two(), MIDDLE, &[]),
        json!({"format": "text", "locale": "en"}),
        "Closing report: Visits (R-1)\nat the end of 2024-09-01\nclause 1 Visits (R-1)  [open]  ■■■■■■□□□□ 66%\n  needs ≥ 3次, has 2; short by 1次; from 2024-03-15 to 2025-03-14\n  Records that count (2)\n    v-1, v-2\n",
        "the same in English while the service lasts",
    );
    put(
        "markdown-escaped",
        input(named("探访", "<script>alert(1)</script> *x* | [y](z)"), vec![], AFTER, &[]),
        json!({"format": "markdown", "locale": "en"}),
        "# Closing report: &lt;script&gt;alert(1)&lt;/script&gt; \\*x\\* \\| \\[y\\](z) (R-1)\n\nat the end of 2025-03-31\n\n- **clause 1** &lt;script&gt;alert(1)&lt;/script&gt; \\*x\\* \\| \\[y\\](z) (R-1) — **not met** 0%\n  - needs ≥ 3次, has 0; short by 3次; from 2024-03-15 to 2025-03-14\n",
        "nothing in a label is markup: < > become entities, * | [ ] are escaped",
    );
}
