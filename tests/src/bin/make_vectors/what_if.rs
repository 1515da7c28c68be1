//! Trials: what would change if entries were added, removed or replaced.

use crate::Book;
use crate::build::*;
use crate::diff::{closable, monthly, package, spring, stand};
use crate::made_up::{crowd, inline, me, plain, visit, visits_requirement};
use serde_json::{Value, json};

const SELECT: &[&str] = &[
    "findings.list",
    "findings.item",
    "findings.findings.code",
    "difference.requirements.id",
    "difference.requirements.before",
    "difference.requirements.after",
    "difference.requirements.because.code",
];

fn tried(package: Value, entries: Vec<Value>, trial: Value, as_of: &str, select: &[&str]) -> Value {
    with(plain(package, entries, as_of, select), trial)
}

fn answer(findings: Value, requirements: Value) -> Value {
    json!({"findings": findings, "difference": {"requirements": requirements}})
}

fn change(before: Value, after: Value, because: &[&str]) -> Value {
    let because: Vec<Value> = because.iter().map(|code| json!({"code": code})).collect();
    json!([{"id": "R-1", "before": before, "after": after, "because": because}])
}

fn found(list: &str, codes: &[&str]) -> Value {
    let codes: Vec<Value> = codes.iter().map(|code| json!({"code": code})).collect();
    json!([{"list": list, "item": 1, "findings": codes}])
}

pub(crate) fn fill(book: &mut Book) {
    added(book);
    removed(book);
    replaced(book);
    events(book);
}

fn put(book: &mut Book, name: &str, n: u32, entries: Vec<Value>, trial: Value, expected: Value, how: &str) {
    let package = inline("t/x", json!([visits_requirement(n)]));
    let input = tried(package, [crowd(&["p-1"]), entries].concat(), trial, AFTER, SELECT);
    book.add(format!("what-if/{name}"), "what_if", input, expected, how);
}

fn added(book: &mut Book) {
    let first = || visit("v-1", "2024-05-06", "p-1");
    put(
        book,
        "nothing",
        1,
        vec![first()],
        json!({}),
        answer(json!([]), json!([])),
        "a trial without entries changes nothing",
    );
    put(
        book,
        "add",
        1,
        vec![],
        json!({"add": [first()]}),
        answer(json!([]), change(stand("not_met", "0"), stand("met", "1"), &["element_entered"])),
        "with v-1 there are 1 of 1 visits",
    );
    put(
        book,
        "add-not-enough",
        3,
        vec![first()],
        json!({"add": [visit("v-2", "2024-05-07", "p-1")]}),
        answer(json!([]), change(stand("not_met", "1"), stand("not_met", "2"), &["element_entered"])),
        "2 of 3: still missed, but one nearer",
    );
    put(
        book,
        "add-without-day-of-entry",
        1,
        vec![],
        json!({"add": [with(first(), json!({"recorded_at": null}))]}),
        answer(json!([]), change(stand("not_met", "0"), stand("met", "1"), &["element_entered"])),
        "an entry of a trial that states no day of entry is entered on the day of judgement",
    );
    put(
        book,
        "add-entered-later",
        1,
        vec![],
        json!({"add": [with(first(), json!({"recorded_at": "2025-04-01"}))]}),
        answer(json!([]), json!([])),
        "entered on 2025-04-01, the day after the day of judgement: not known yet",
    );
    put(
        book,
        "add-outside-service",
        1,
        vec![],
        json!({"add": [visit("v-1", "2025-03-15", "p-1")]}),
        answer(json!([]), json!([])),
        "G10: the day after the last day does not count, so nothing changes",
    );
    put(
        book,
        "add-refused",
        1,
        vec![],
        json!({"add": [with(first(), json!({"mode": "teleport"}))]}),
        answer(found("add", &["unknown_code"]), json!([])),
        "there is no such mode; what is refused changes nothing",
    );
    put(
        book,
        "add-again",
        1,
        vec![first()],
        json!({"add": [first()]}),
        answer(json!([]), json!([])),
        "the same entry once more is the same entry",
    );
    put(
        book,
        "add-same-id",
        1,
        vec![first()],
        json!({"add": [visit("v-1", "2024-05-07", "p-1")]}),
        answer(json!([]), change(stand("met", "1"), stand("not_met", "0"), &["element_left"])),
        "two contents under v-1: none counts",
    );
}

fn removed(book: &mut Book) {
    let first = || visit("v-1", "2024-05-06", "p-1");
    put(
        book,
        "remove",
        1,
        vec![first()],
        json!({"remove": ["v-1"]}),
        answer(json!([]), change(stand("met", "1"), stand("not_met", "0"), &["element_left"])),
        "without v-1 there is no visit",
    );
    put(
        book,
        "remove-unknown",
        1,
        vec![first()],
        json!({"remove": ["v-9"]}),
        answer(found("remove", &["no_such_entry"]), json!([])),
        "there is no v-9",
    );
    put(
        book,
        "remove-and-add",
        2,
        vec![first(), visit("v-2", "2024-05-07", "p-1")],
        json!({"remove": ["v-1"], "add": [visit("v-3", "2024-05-08", "p-1"), visit("v-4", "2024-05-09", "p-1")]}),
        answer(
            json!([]),
            change(stand("met", "2"), stand("met", "3"), &["element_entered", "element_entered", "element_left"]),
        ),
        "2 − 1 + 2 = 3 visits",
    );
    let old = json!({"measure": {"count": {"of": "visit.subjects", "where": {"person.age": {"at_least": 60}}}}, "target": {"at_least": 1}});
    let input = tried(
        package(old),
        vec![register("person", "p-1", json!({"birth_date": "1950-01-01"})), first()],
        json!({"remove": ["p-1"]}),
        AFTER,
        SELECT,
    );
    book.add(
        "what-if/remove-person",
        "what_if",
        input,
        answer(
            json!([]),
            change(stand("met", "1"), json!({"outcome": "unknown", "lo": "0", "hi": "1"}), &["entry_removed"]),
        ),
        "who p-1 is would not be known: perhaps old enough, 0 … 1",
    );
    let wrong = with(plain(closable(), vec![], AFTER, &[]), json!({"select": null, "remove": [7]}));
    book.add(
        "what-if/remove-no-id",
        "what_if",
        wrong,
        json!({"error": {"code": "option_invalid", "path": "remove", "message": "`remove` is no list of ids"}}),
        "an id is text",
    );
}

fn replaced(book: &mut Book) {
    let first = || visit("v-1", "2024-05-06", "p-1");
    let early = || visit("v-1", "2024-03-01", "p-1");
    put(
        book,
        "replace",
        1,
        vec![early()],
        json!({"replace": [first()]}),
        answer(json!([]), change(stand("not_met", "0"), stand("met", "1"), &["element_entered"])),
        "on 2024-03-01 the visit lay before the service; on 05-06 it counts",
    );
    put(
        book,
        "replace-unknown",
        1,
        vec![],
        json!({"replace": [first()]}),
        answer(
            found("replace", &["no_such_entry"]),
            change(stand("not_met", "0"), stand("met", "1"), &["element_entered"]),
        ),
        "there was no v-1; the entry is added all the same, and it is said",
    );
    put(
        book,
        "replace-refused",
        1,
        vec![first()],
        json!({"replace": [with(first(), json!({"mode": "teleport"}))]}),
        answer(found("replace", &["unknown_code"]), json!([])),
        "what is refused leaves the old entry where it is",
    );
}

fn events(book: &mut Book) {
    let select = &[
        "findings",
        "difference.before.decision",
        "difference.after.decision",
        "difference.after.state",
        "difference.after.service_end",
        "difference.requirements.after.outcome",
        "difference.changes.what",
    ];
    let mut put = |name: &str, entries: Vec<Value>, add: Value, expected: Value, how: &str| {
        let input = tried(closable(), [crowd(&["p-1"]), entries].concat(), json!({"add": [add]}), AFTER, select);
        book.add(format!("what-if/{name}"), "what_if", input, with(json!({"findings": []}), expected), how);
    };
    let side = |decision: &str, state: &str| json!({"decision": decision, "state": state, "service_end": "2025-03-14"});
    put(
        "add-waiver",
        vec![],
        me().on("waiver", "w-1", "2025-03-20", json!({"requirement": "R-1", "approved_by": "区民政局"})),
        json!({"difference": {"before": {"decision": "blocked"}, "after": side("closable", "ended"),
            "requirements": [{"after": {"outcome": "met"}}], "changes": [{"what": "decision"}, {"what": "completion"}]}}),
        "the one requirement is missed; waived, it no longer blocks",
    );
    put(
        "add-termination",
        vec![visit("v-1", "2024-05-06", "p-1")],
        me().on("termination", "t-1", "2025-03-20", json!({})),
        json!({"difference": {"before": {"decision": "closable"}, "after": side("terminated", "terminated"),
            "requirements": [], "changes": [{"what": "decision"}, {"what": "state"}]}}),
        "a termination decides before everything else; requirements stand as they did",
    );
    put(
        "add-visit-closable",
        vec![],
        visit("v-1", "2024-05-06", "p-1"),
        json!({"difference": {"before": {"decision": "blocked"}, "after": side("closable", "ended"),
            "requirements": [{"after": {"outcome": "met"}}], "changes": [{"what": "decision"}, {"what": "completion"}]}}),
        "the visit is all that closing lacks",
    );
    let extension = me().on("extension", "ex-1", "2024-06-20", json!({"new_end": "2024-07-30"}));
    let cells = &["difference.requirements.cells", "difference.changes.what", "difference.changes.after"];
    book.add(
        "what-if/add-extension",
        "what_if",
        spring(tried(
            package(monthly()),
            [crowd(&["p-1"]), vec![visit("v-1", "2024-04-10", "p-1"), visit("v-2", "2024-05-10", "p-1")]].concat(),
            json!({"add": [extension]}),
            "2024-06-25",
            cells,
        )),
        json!({"difference": {"requirements": [{"cells": [{"window": "2024-07", "before": null, "after": stand("open", "0")}]}],
            "changes": [{"what": "service_end", "after": "2024-07-30"}]}}),
        "an extension to 07-30 would add July, and nothing else changes",
    );
}
