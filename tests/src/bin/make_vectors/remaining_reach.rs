//! What the least further work has to respect, and what no work reaches: limits beside it, conditions
//! that exclude each other, members and containers whose records would not count, days on which
//! nothing new counts any more.

use crate::Book;
use crate::build::*;
use crate::made_up::{crowd, labels, me};
use crate::remaining::{ask, ask_under};
use serde_json::{Value, json};

pub(crate) fn fill(book: &mut Book) {
    limits(book);
    conditions(book);
    parents(book);
    amounts(book);
    containers(book);
    days_left(book);
    undetermined(book);
}

pub(crate) const LOST: &[&str] = &["need", "unreachable.code", "unreachable.params"];

pub(crate) fn at_least(source: Value, n: u32) -> Value {
    json!({"measure": {"count": source}, "target": {"at_least": n}})
}

pub(crate) fn at_most(source: Value, n: u32) -> Value {
    json!({"measure": {"count": source}, "target": {"at_most": n}})
}

fn limits(book: &mut Book) {
    let both = json!({"all_of": [
        with(at_most(json!({"of": "activity"}), 1), json!({"id": "R-1a"})),
        with(at_least(json!({"of": "activity", "where": {"category": {"is": "talk"}}}), 2), json!({"id": "R-1b"}))]});
    ask(
        book,
        "limit-beside",
        both,
        vec![],
        "2024-09-01",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "limit_beside", "params": {"requirement": "R-1a", "needed": "2", "room": "1"}}]}),
        "two talks are wanted and every talk is an activity, of which one at most is allowed and none is there: 2 > 1",
    );
    let apart = json!({"all_of": [
        with(at_most(json!({"of": "activity", "where": {"category": {"is": "fair"}}}), 0), json!({"id": "R-1a"})),
        with(at_least(json!({"of": "activity"}), 2), json!({"id": "R-1b"}))]});
    ask(
        book,
        "limit-kept",
        apart,
        vec![],
        "2024-09-01",
        &["need", "records", "work.requirement", "work.n", "work.conditions"],
        json!({"need": "work", "records": 2, "work": [{"requirement": "R-1b", "n": 2, "conditions": [
            {"test": "not", "parts": [{"path": "category", "test": "is", "values": ["fair"]}]}]}]}),
        "two activities, none of which may be a fair: the limit of 0 fairs leaves no room",
    );
    let room = json!({"all_of": [
        with(at_most(json!({"of": "activity", "where": {"category": {"is": "fair"}}}), 2), json!({"id": "R-1a"})),
        with(at_least(json!({"of": "activity"}), 2), json!({"id": "R-1b"}))]});
    ask(
        book,
        "limit-with-room",
        room,
        vec![],
        "2024-09-01",
        &["need", "records", "work.n", "work.conditions"],
        json!({"need": "work", "records": 2, "work": [{"n": 2}]}),
        "two activities; even two fairs keep within the limit of 2, so nothing more is asked of them",
    );
    let inside = at_least(
        json!({"of": "case", "having": {"all_of": [
            at_most(json!({"of": "case_contact", "by": "case"}), 1),
            at_least(json!({"of": "case_contact", "by": "case"}), 2)]}}),
        1,
    );
    ask(
        book,
        "limit-beside-inside",
        inside,
        vec![],
        "2024-09-01",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "limit_beside", "params": {"requirement": "R-1", "needed": "2", "room": "1"}}]}),
        "a case is to have two contacts at least and one at most: no case can",
    );
}

fn conditions(book: &mut Book) {
    let exclude = json!({"need": "unreachable", "unreachable": [{"code": "conditions_exclude", "params": {"requirement": "R-1"}}]});
    let mut excluded = |name: &str, source: Value, how: &str| {
        ask(book, name, at_least(source, 2), vec![], "2024-09-01", LOST, exclude.clone(), how);
    };
    excluded(
        "two-values",
        json!({"of": "visit", "where": {"all": [{"mode": {"is": "home"}}, {"mode": {"is": "phone"}}]}}),
        "a visit has one mode: not home and phone",
    );
    excluded(
        "no-number-between",
        json!({"of": "visit", "where": {"all": [{"minutes": {"more_than": 30}}, {"minutes": {"at_most": 30}}]}}),
        "no number is more than 30 and at most 30",
    );
    excluded(
        "list-too-short",
        json!({"of": "document", "where": {"all": [{"parts": {"contains_all": ["a", "b"]}}, {"parts": {"size": {"at_most": 1}}}]}}),
        "parts a and b are two, and one is allowed",
    );
    excluded(
        "container-too-short",
        json!({"of": "activity", "where": {"participants": {"size": {"at_most": 2}}},
            "having": at_least(json!({"of": "activity.participants"}), 3)}),
        "an activity of 3 participants does not have 2 at most",
    );
    excluded(
        "key-absent",
        json!({"of": "visit", "latest_of": ["place"], "where": {"place": {"exists": false}}}),
        "visits are told apart by their place, so one without a place is never certain to count, and none with one does",
    );
    ask(
        book,
        "days-times-values",
        at_least(json!({"of": "visit", "distinct": ["date", "mode"]}), 3),
        vec![],
        "2025-03-13",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "too_few_values", "params": {"requirement": "R-1", "field": "date × mode", "needed": "3", "left": "2"}}]}),
        "one day is left and there are two modes: 1 × 2 = 2 different pairs, and 3 are wanted",
    );
    ask(
        book,
        "only-the-latest",
        at_least(json!({"of": "acceptance", "latest_of": [], "where": {"passed": {"is": true}}}), 2),
        vec![],
        "2024-09-01",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "only_the_latest", "params": {"requirement": "R-1", "target": "2"}}]}),
        "only the latest acceptance counts: there is never more than one, and two are wanted",
    );
    ask(
        book,
        "latest-keys",
        at_least(json!({"of": "visit", "latest_of": ["mode"], "distinct": "date"}), 1),
        vec![],
        "2024-09-01",
        &["need", "work.n", "work.distinct"],
        json!({"need": "work", "work": [{"n": 1, "distinct": ["date", "mode"]}]}),
        "a new visit must differ by date, or it is the same key, and by mode, or it stands in another's place",
    );
}

fn rule(id: &str, on: &str, need: Value) -> Value {
    json!({"id": id, "clause": "1", "labels": labels(), "on": {"of": on}, "need": need, "else": "defect"})
}

fn one_case_a_client() -> Value {
    json!({"id": "L-2", "clause": "1", "labels": labels(),
        "exclusive": {"of": "case", "on": ["client"], "from": "date", "to": "closed"}})
}

fn parents(book: &mut Book) {
    let big = with(
        at_least(json!({"of": "activity", "by": "site", "where": {"site.category": {"is": "big"}}}), 1),
        json!({"each": {"of": "site"}}),
    );
    ask(
        book,
        "member-unsuited",
        big.clone(),
        vec![register("site", "s-1", json!({"category": "small"}))],
        "2024-09-01",
        &["need", "records", "unreachable.code", "unreachable.params"],
        json!({"need": "unreachable", "records": 0, "unreachable": [{"code": "member_unsuited", "params": {"requirement": "R-1", "member": "s-1"}}]}),
        "activities count on big sites only and s-1 is a small one: none held there would count",
    );
    ask(
        book,
        "member-unknown",
        big,
        vec![register("site", "s-1", json!({}))],
        "2024-09-01",
        &["need", "records", "missing.params"],
        json!({"need": "data", "records": 0, "missing": [{"params": {"requirement": "R-1", "entry": "s-1", "field": "category"}}]}),
        "whether s-1 is a big site is not known: its category first",
    );
    let contacts =
        at_least(json!({"of": "case", "having": at_least(json!({"of": "case_contact", "by": "case"}), 2)}), 1);
    let case = |id: &str, more: Value| me().on("case", id, "2024-05-01", with(json!({"client": "p-1"}), more));
    let contact = |id: &str, case: &str| me().on("case_contact", id, "2024-05-02", json!({"case": case}));
    let select = &["need", "records", "work.action", "work.n", "work.containers", "work.conditions"];
    ask_under(
        book,
        "container-unsuited",
        json!([rule("L-1", "case_contact", json!({"case.consent": {"is": true}}))]),
        contacts.clone(),
        [crowd(&["p-1"]), vec![case("c-1", json!({})), contact("k-1", "c-1")]].concat(),
        "2024-09-01",
        select,
        json!({"need": "work", "records": 3, "work": [{"action": "open", "n": 1, "conditions": [{"path": "consent", "test": "is", "values": ["true"]}]}]}),
        "contacts count in cases with consent; c-1 does not say so, so that a second contact there settles nothing: a new case with consent and 2 contacts, 1 + 2 = 3",
    );
    ask_under(
        book,
        "container-suited",
        json!([rule("L-1", "case_contact", json!({"case.consent": {"is": true}}))]),
        contacts,
        [crowd(&["p-1"]), vec![case("c-1", json!({"consent": true})), contact("k-1", "c-1")]].concat(),
        "2024-09-01",
        select,
        json!({"need": "work", "records": 1, "work": [{"action": "complete", "n": 1, "containers": ["c-1"]}]}),
        "c-1 has consent and one contact: one more",
    );
    let two = with(at_least(json!({"of": "case", "by": "client"}), 2), json!({"each": {"of": "person"}}));
    ask_under(
        book,
        "one-at-a-time",
        json!([one_case_a_client()]),
        two.clone(),
        [crowd(&["p-1"]), vec![case("c-1", json!({}))]].concat(),
        "2024-09-01",
        &["need", "missing.params"],
        json!({"need": "data", "missing": [{"params": {"requirement": "R-1", "entry": "c-1", "field": "closed"}}]}),
        "one open case for a client at a time: c-1 has to be closed before a second one counts",
    );
    ask_under(
        book,
        "one-at-a-time-closed",
        json!([one_case_a_client()]),
        two.clone(),
        [crowd(&["p-1"]), vec![case("c-1", json!({"closed": "2024-06-01"}))]].concat(),
        "2024-09-01",
        &["need", "records", "work.n"],
        json!({"need": "work", "records": 1, "work": [{"n": 1}]}),
        "c-1 is closed: one more case",
    );
    ask_under(
        book,
        "one-at-a-time-last-day",
        json!([one_case_a_client()]),
        two,
        crowd(&["p-1"]),
        "2025-03-13",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "too_few_days", "params": {"requirement": "R-1", "member": "p-1", "window": "", "needed": "2", "days": "1"}}]}),
        "two cases of one client cannot lie on one day, and one day is left",
    );
    let own = with(
        at_least(json!({"of": "activity", "by": "organisation", "distinct": "organisation"}), 2),
        json!({"each": {"of": "organisation"}}),
    );
    ask(
        book,
        "own-key",
        own,
        vec![register("organisation", "o-1", json!({"category": "team"}))],
        "2024-09-01",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "too_few_values", "params": {"requirement": "R-1", "field": "organisation", "needed": "2", "left": "1"}}]}),
        "for o-1 two different organisations are wanted, and all its activities are of o-1: one",
    );
}

fn amounts(book: &mut Book) {
    let copies = |cond: Value, n: u32| json!({"measure": {"sum": {"of": "document", "field": "copies", "where": cond}}, "target": {"at_least": n}});
    let select = &["need", "records", "work.n", "work.amount"];
    ask(
        book,
        "sum-in-pieces",
        copies(json!({"copies": {"at_most": 400}}), 1000),
        vec![],
        "2024-09-01",
        select,
        json!({"need": "work", "records": 3, "work": [{"n": 3, "amount": "1000"}]}),
        "a document counts with 400 copies at most: 400 + 400 + 200, 3 records",
    );
    ask(
        book,
        "sum-in-pieces-below",
        copies(json!({"copies": {"less_than": 500}}), 1000),
        vec![],
        "2024-09-01",
        select,
        json!({"need": "work", "records": 3, "work": [{"n": 3, "amount": "1000"}]}),
        "less than 500 each: two come to 998 at most, so 3 records",
    );
    ask(
        book,
        "sum-in-no-pieces",
        copies(json!({"copies": {"at_most": 0}}), 1000),
        vec![],
        "2024-09-01",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "conditions_exclude", "params": {"requirement": "R-1"}}]}),
        "documents of no copies never come to 1000",
    );
    ask(
        book,
        "items-of-different-holders",
        at_least(json!({"of": "visit.subjects", "distinct": "visit.place"}), 2),
        vec![],
        "2024-09-01",
        &["need", "records", "work.n", "work.distinct"],
        json!({"need": "work", "records": 2, "work": [{"n": 2, "distinct": ["visit.place"]}]}),
        "two different places of visits: a visit has one, so the two subjects stand in 2 visits",
    );
    let covered = |days: u32| json!({"measure": {"coverage": {"of": "staff.postings"}}, "target": {"at_most": days}});
    let posted = || {
        let posting = json!({"package": "t/x", "full_time": true, "from": "2024-03-15", "to": "2025-03-04"});
        vec![register("staff", "s-1", json!({"postings": [posting]}))]
    };
    let select = &["need", "work.action", "work.n", "work.from", "work.last_useful_day"];
    ask(
        book,
        "coverage-spared",
        covered(10),
        posted(),
        "2024-12-01",
        select,
        json!({"need": "hold"}),
        "2025-03-05 to 03-14 are 10 days without anybody, and 10 are allowed: nothing is to be done",
    );
    ask(
        book,
        "coverage-partly-spared",
        covered(4),
        posted(),
        "2024-12-01",
        select,
        json!({"need": "work", "work": [{"action": "cover", "n": 6, "from": "2025-03-09", "last_useful_day": "2025-03-14"}]}),
        "10 days are uncovered and 4 are allowed: the first four spared, 03-09 to 03-14, 6 days",
    );
}

fn containers(book: &mut Book) {
    let contact = |id: &str, date: &str| me().on("case_contact", id, date, json!({"case": "c-1"}));
    let quarterly = with(
        at_least(json!({"of": "case", "having": at_least(json!({"of": "case_contact", "by": "case"}), 2)}), 1),
        json!({"window": {"each": "quarter", "from": "2024-10-01"}}),
    );
    let begun = vec![me().on("case", "c-1", "2024-09-01", json!({"client": "p-1"})), contact("k-1", "2024-09-02")];
    ask(
        book,
        "container-in-one-window",
        quarterly,
        [crowd(&["p-1"]), begun].concat(),
        "2024-10-01",
        &["need", "records", "work.action", "work.window", "work.n", "work.records", "work.containers"],
        json!({"need": "work", "records": 4, "work": [
            {"action": "complete", "window": "2024-Q4", "n": 1, "records": 1, "containers": ["c-1"]},
            {"action": "open", "window": "2025-Q1", "n": 1, "records": 3}]}),
        "c-1 lacks one contact and then stands in the quarter of that contact only: 1 in the fourth quarter, a new case with 2 contacts in the first of 2025, 1 + 3 = 4",
    );
    let members = with(
        at_least(json!({"of": "organisation", "having": at_least(json!({"of": "organisation.members"}), 1)}), 1),
        json!({"window": {"each": "quarter"}}),
    );
    ask(
        book,
        "register-in-later-windows",
        members,
        vec![],
        "2024-03-14",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "not_attainable", "params": {"requirement": "R-1"}}]}),
        "an organisation holds its members from the outset, 2024-03-15, which lies in none of the quarters that are required (G8: from the second on)",
    );
    let parts = at_least(
        json!({"of": "case", "having": {"all_of": [
            at_least(json!({"of": "case_contact", "by": "case"}), 2),
            at_least(json!({"of": "case_contact", "by": "case", "where": {"minutes": {"at_least": 30}}}), 1)]}}),
        1,
    );
    ask(
        book,
        "nested-parts",
        parts,
        vec![],
        "2024-09-01",
        &["need", "records", "work.action", "work.n", "work.records", "work.inside.n", "work.inside.shared"],
        json!({"need": "work", "records": 3, "work": [{"action": "open", "n": 1, "records": 3, "inside": [{"n": 2, "shared": 1}, {"n": 1}]}]}),
        "a new case with 2 contacts, one of them of 30 minutes, which is one of the two: 1 + 2 = 3",
    );
}

fn days_left(book: &mut Book) {
    ask(
        book,
        "closing-window-past",
        with(at_least(json!({"of": "visit"}), 1), json!({"window": {"until": "closing", "to": "2024-06-30"}})),
        vec![],
        "2024-09-01",
        LOST,
        json!({"need": "unreachable", "unreachable": [{"code": "window_past", "params": {"requirement": "R-1", "member": "", "window": "", "lo": "0", "target": "1"}}]}),
        "open up to closing, yet only what lies up to 06-30 counts, and that is over",
    );
    let within = |of: &str| {
        with(at_least(json!({"of": of}), 1), json!({"window": {"within": {"hours": 36, "of": "service_start"}}}))
    };
    let select = &["need", "work.from", "work.last_useful_day"];
    ask(
        book,
        "hours-with-a-time",
        within("visit"),
        vec![],
        "2024-03-14",
        select,
        json!({"need": "work", "work": [{"from": "2024-03-15", "last_useful_day": "2024-03-16"}]}),
        "36 hours from 03-15, counted from its first minute to be sure: noon of 03-16, so a visit early on 03-16 counts for sure",
    );
    ask(
        book,
        "hours-without-a-time",
        within("resource"),
        vec![],
        "2024-03-14",
        select,
        json!({"need": "work", "work": [{"from": "2024-03-15", "last_useful_day": "2024-03-15"}]}),
        "a resource has no time of day: on 03-16 it may lie after noon, on 03-15 never more than 36 hours after",
    );
}

fn undetermined(book: &mut Book) {
    let few = at_most(json!({"of": "organisation.members", "on": "as_of"}), 1);
    let members = json!({"category": "team", "members": [
        {"person": "p-1", "from": "2024-03-15"}, {"person": "p-2", "from": "2024-03-15"}, {"person": "p-3", "to": "2025-12-31"}]});
    ask(
        book,
        "excess-and-perhaps-more",
        few,
        [crowd(&["p-1", "p-2", "p-3"]), vec![register("organisation", "o-1", members)]].concat(),
        "2024-09-01",
        &["need", "missing.params.entry", "work.action", "work.n"],
        json!({"need": "data", "missing": [{"params": {"entry": "o-1/members/2"}}], "work": [{"action": "reduce", "n": 1}]}),
        "one member is allowed and two are there for sure: one fewer; since when p-3 is one is not known, and it may be a third",
    );
    let posted = json!({"measure": {"coverage": {"of": "staff.postings", "where": {"place": {"is": "here"}}}}, "target": {"at_most": 0}});
    let posting = json!({"package": "t/x", "full_time": true, "from": "2024-03-15"});
    ask(
        book,
        "coverage-undetermined",
        posted,
        vec![register("staff", "s-1", json!({"postings": [posting]}))],
        "2024-12-01",
        &["need", "missing.params", "unreachable.code"],
        json!({"need": "data", "missing": [{"params": {"requirement": "R-1", "entry": "s-1/postings/0", "field": "place"}}]}),
        "the posting covers every day if it is here, which it does not say: neither held nor lost, its place first",
    );
    let quiet = at_least(
        json!({"of": "organisation", "having": at_most(json!({"of": "activity", "by": "organisation"}), 0)}),
        1,
    );
    ask(
        book,
        "child-of-nobody-known",
        quiet,
        vec![me().on("activity", "a-1", "2024-05-01", json!({"category": "talk"}))],
        "2024-09-01",
        &["need", "missing.params", "work.action", "work.n"],
        json!({"need": "data", "missing": [{"params": {"requirement": "R-1", "entry": "a-1", "field": "organisation"}}], "work": [{"action": "open", "n": 1}]}),
        "an organisation without any activity is wanted; whose a-1 was is not said, so that it might be any new one's: say so first, then enter one",
    );
    let scopes = json!({"measure": {"sum": {"of": "visit", "field": "minutes", "distinct": "mode"}}, "target": {"at_least": 100}});
    let minutes = |id: &str, mode: &str, minutes: u32| {
        with(me().visit(id, "2024-05-06", mode, "here", vec![]), json!({"minutes": minutes}))
    };
    ask(
        book,
        "sum-key-left",
        scopes.clone(),
        vec![minutes("v-1", "home", 60)],
        "2024-09-01",
        &["need", "work.amount", "work.taken"],
        json!({"need": "work", "work": [{"amount": "40", "taken": ["home"]}]}),
        "the latest visit of each mode adds its minutes: home brings 60, 40 more have to come from the other mode",
    );
    ask(
        book,
        "sum-keys-taken",
        scopes,
        vec![minutes("v-1", "home", 30), minutes("v-2", "phone", 20)],
        "2024-09-01",
        &["need", "work.amount", "work.taken"],
        json!({"need": "work", "work": [{"amount": "100"}]}),
        "both modes have their latest visit, which a new one replaces: a visit of 100 minutes reaches 100 whichever it replaces",
    );
    let by_category = json!({"each": {"of": "organisation"}, "window": {"from": {"event": "spot_check"}},
        "measure": {"count": {"of": "activity", "by": "organisation"}}, "target": {"at_least": {"by": "category", "of": {"team": 1}}}});
    ask(
        book,
        "anchor-past-behind-a-target",
        by_category,
        vec![register("organisation", "o-1", json!({}))],
        "2025-03-14",
        &["need", "unreachable.code", "missing.params.entry"],
        json!({"need": "unreachable", "unreachable": [{"code": "anchor_past"}], "missing": [{"params": {"entry": "target"}}]}),
        "how much o-1 owes is not known without its category; that no spot check took place in the service is lost all the same",
    );
    let met = with(
        at_least(json!({"of": "organisation", "having": at_least(json!({"of": "visit", "by": "subjects"}), 2)}), 1),
        json!({"window": {"to": {"event": "spot_check"}}}),
    );
    let o1 = register("organisation", "o-1", json!({"category": "team"}));
    let seen = me().visit("v-1", "2024-05-06", "home", "here", vec![json!({"organisation": "o-1"})]);
    ask(
        book,
        "completing-waits",
        met,
        vec![o1, seen],
        "2024-09-01",
        &["need", "work.action", "work.n", "work.waits_for"],
        json!({"need": "wait", "work": [{"action": "complete", "n": 1, "waits_for": "spot_check"}]}),
        "o-1 lacks one visit, before the first spot check, whose day is not known yet",
    );
}
