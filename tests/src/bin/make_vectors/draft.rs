//! Checking an entry while it is being written.

use crate::Book;
use crate::build::*;
use crate::form::{package, rule};
use crate::made_up::me;
use serde_json::{Value, json};

const SELECT: &[&str] = &["findings.code", "findings.fields"];

/// A draft under a package alone, or in a ledger of these entries.
struct Draft {
    package: Value,
    ledger: Option<Vec<Value>>,
    draft: Value,
    touched: Value,
    more: Value,
}

fn draft(draft: Value) -> Draft {
    Draft { package: package(json!({})), ledger: None, draft, touched: json!(null), more: json!({}) }
}

impl Draft {
    fn rules(self, rules: Value) -> Self {
        Self { package: package(json!({"rules": rules})), ..self }
    }

    fn among(self, entries: Vec<Value>) -> Self {
        Self { ledger: Some(entries), ..self }
    }

    fn touched(self, touched: &[&str]) -> Self {
        Self { touched: json!(touched), ..self }
    }

    fn more(self, more: Value) -> Self {
        Self { more, ..self }
    }

    fn add(self, book: &mut Book, name: &str, found: &[(&str, &[&str])], how: &str) {
        let findings: Vec<Value> = found.iter().map(|(code, fields)| json!({"code": code, "fields": fields})).collect();
        self.answers(book, name, SELECT, json!({"findings": findings}), how);
    }

    fn answers(self, book: &mut Book, name: &str, select: &[&str], expected: Value, how: &str) {
        let mut input = json!({"package": self.package, "draft": self.draft, "select": select});
        if let Some(entries) = self.ledger {
            input = with(input, json!({"contract": plain_contract("t/x"), "entries": entries}));
        }
        let input = with(with(input, json!({"touched": self.touched})), self.more);
        book.add(format!("draft/{name}"), "check_draft", input, expected, how);
    }
}

/// A complete visit of 2024-05-06.
fn visit() -> Value {
    me().on("visit", "v-1", "2024-05-06", json!({"mode": "home", "category": "outreach"}))
}

fn case(id: &str, client: &str, date: &str, more: Value) -> Value {
    me().on("case", id, date, with(json!({"client": client}), more))
}

fn contact(id: &str, date: &str, case: &str) -> Value {
    me().on("case_contact", id, date, json!({"case": case}))
}

pub(crate) fn fill(book: &mut Book) {
    fields(book);
    rules(book);
    ledger(book);
    calls(book);
}

fn fields(book: &mut Book) {
    draft(json!({"kind": "visit"})).touched(&[]).answers(
        book,
        "nothing-touched",
        &["admissible", "findings"],
        json!({"admissible": false, "findings": []}),
        "nobody has come to a field yet; the entry could not be admitted as it is",
    );
    draft(json!({"kind": "visit"})).add(
        book,
        "handed-in-empty",
        &[
            ("missing_field", &["/category"]),
            ("missing_field", &["/date"]),
            ("missing_field", &["/id"]),
            ("missing_field", &["/mode"]),
            ("missing_field", &["/package"]),
            ("recorded_at_missing", &["/recorded_at"]),
        ],
        "FORMAT 2: id, package, date, mode, category, and the day of entry, which no import states",
    );
    draft(json!({"kind": "visit", "mode": null})).touched(&["/mode", "/end"]).add(
        book,
        "left-empty",
        &[("missing_field", &["/mode"])],
        "of the touched fields mode is required and empty; end is optional",
    );
    draft(visit()).answers(
        book,
        "complete",
        &["admissible", "findings"],
        json!({"admissible": true, "findings": []}),
        "nothing is missing and t/x has no rules",
    );
    draft(with(visit(), json!({"mode": "fax", "date": "2024-02-30"}))).touched(&["/mode"]).add(
        book,
        "one-of-two-touched",
        &[("unknown_code", &["/mode"])],
        "the date is wrong as well but not touched",
    );
    draft(with(visit(), json!({"subjects": [{"person": "p-1"}, {"persn": "p-2"}]})))
        .touched(&["/subjects/0/person"])
        .add(book, "other-item", &[], "the misspelt field is in another item");
    draft(with(visit(), json!({"subjects": [{"person": "p-1"}, {"persn": "p-2"}]}))).touched(&["/subjects"]).add(
        book,
        "whole-list",
        &[("unknown_field", &["/subjects/1/persn"])],
        "a pointer stands for all below it",
    );
    draft(with(visit(), json!({"recorded_at": null}))).more(json!({"import_date": "2024-05-07"})).add(
        book,
        "import-date",
        &[],
        "the day of entry is stated for all",
    );
    draft(json!({"kind": "picnic"})).touched(&[]).add(
        book,
        "unknown-kind",
        &[("unknown_kind", &["/kind"])],
        "the form is of one kind: nobody has to touch it",
    );
    draft(json!([])).touched(&[]).answers(
        book,
        "no-object",
        &["admissible", "findings.code"],
        json!({"admissible": false, "findings": [{"code": "wrong_type"}]}),
        "a list where an entry is wanted",
    );
    draft(json!({"kind": "withdrawal", "voids": "v-1"})).touched(&["/voids", "/reason"]).add(
        book,
        "withdrawal-reason",
        &[("missing_field", &["/reason"])],
        "FORMAT 2: voids and reason are required",
    );
}

fn rules(book: &mut Book) {
    let ends = |end: &str| draft(with(visit(), json!({"end": end})));
    ends("2024-05-05").touched(&["/end"]).add(
        book,
        "interval-half-touched",
        &[],
        "the end looks at the date too, and that is not touched",
    );
    ends("2024-05-05").touched(&["/date", "/end"]).add(
        book,
        "interval-reversed",
        &[("interval_reversed", &["/end"])],
        "5 May lies before 6 May",
    );
    ends("2024-05-06").touched(&["/date", "/end"]).add(
        book,
        "interval-mended",
        &[],
        "a visit may begin and end on one day",
    );
    let shift = |to: &str| with(visit(), json!({"kind": "attendance", "worker": "s-1", "from": "09:30", "to": to}));
    draft(with(shift("09:00"), json!({"mode": null, "category": null}))).touched(&["/from", "/to"]).add(
        book,
        "shift-reversed",
        &[("interval_reversed", &["/to"])],
        "09:00 lies before 09:30; a warning, for a shift may run past midnight",
    );
    let residence = |from: &str| json!({"place": "here", "from": from, "to": "2024-01-31"});
    let person =
        || register("person", "p-1", json!({"residences": [residence("2024-02-01"), residence("2024-03-01")]}));
    draft(person()).touched(&["/residences/1/from", "/residences/1/to"]).add(
        book,
        "interval-of-an-item",
        &[("interval_reversed", &["/residences/1/to"])],
        "both residences end before they begin; only the second is touched",
    );
    let survey = || {
        me().on(
            "satisfaction_survey",
            "y-1",
            "2024-05-06",
            json!({"scope": null, "sent": 50, "valid": 60, "satisfied": 40}),
        )
    };
    draft(survey()).touched(&["/satisfied", "/sent"]).add(
        book,
        "survey-half-touched",
        &[],
        "60 valid of 50 sent: valid is not touched",
    );
    draft(survey()).touched(&["/valid", "/sent"]).add(
        book,
        "survey-counts",
        &[("survey_counts_disagree", &["/valid"])],
        "60 valid of 50 sent",
    );
    let waiver = || me().on("waiver", "w-1", "2024-05-06", json!({"approved_by": "区民政局"}));
    draft(waiver()).touched(&["/requirement"]).add(book, "waiver-half-touched", &[], "a record may still be named");
    draft(waiver()).touched(&["/record", "/requirement"]).add(
        book,
        "waiver-of-nothing",
        &[("waiver_of_nothing", &["/record", "/requirement"])],
        "neither is named; both fields show it",
    );
    let home =
        json!([rule("r-1", "visit", json!({"mode": {"is": "home"}}), json!({"minutes": {"exists": true}}), "warn")]);
    draft(visit()).rules(home.clone()).touched(&["/mode"]).add(
        book,
        "rule-half-touched",
        &[],
        "home visits need minutes; minutes is not touched",
    );
    draft(visit()).rules(home.clone()).touched(&["/minutes", "/mode"]).add(
        book,
        "rule-broken",
        &[("rule_broken", &["/minutes"])],
        "a home visit without minutes; the message belongs to what is asked for",
    );
    draft(with(visit(), json!({"mode": "phone"}))).rules(home.clone()).touched(&["/minutes", "/mode"]).add(
        book,
        "rule-mended-by-the-other-field",
        &[],
        "by phone the rule asks for nothing",
    );
    draft(json!({"kind": "visit", "mode": "home"})).rules(home.clone()).touched(&["/minutes", "/mode"]).add(
        book,
        "rule-of-a-half-filled-entry",
        &[("rule_broken", &["/minutes"])],
        "the rule is judged although id, date and others are still missing",
    );
    draft(with(visit(), json!({"mode": "fax"}))).rules(home.clone()).add(
        book,
        "rule-selects-by-what-cannot-be-read",
        &[("unknown_code", &["/mode"])],
        "whether the rule is for this visit is not known",
    );
    let several = json!([rule(
        "r-1",
        "visit",
        json!(null),
        json!({"minutes": {"at_least": 10}, "any": [{"place": {"exists": true}}, {"site": {"exists": true}}]}),
        "defect"
    )]);
    draft(visit()).rules(several.clone()).add(
        book,
        "rule-parts",
        &[("rule_broken", &["/minutes", "/place", "/site"])],
        "both parts fail: minutes, and place or site",
    );
    draft(with(visit(), json!({"minutes": 30}))).rules(several.clone()).add(
        book,
        "rule-one-part",
        &[("rule_broken", &["/place", "/site"])],
        "30 minutes are enough; place and site are both missing",
    );
    draft(with(visit(), json!({"minutes": "30"}))).rules(several.clone()).add(
        book,
        "rule-part-not-readable",
        &[("wrong_type", &["/minutes"]), ("rule_broken", &["/place", "/site"])],
        "minutes is a text and has that finding; the other part fails all the same",
    );
    let refuse = json!([rule("r-1", "visit", json!(null), json!({"place": {"exists": true}}), "error")]);
    draft(visit()).rules(refuse).touched(&[]).answers(
        book,
        "rule-refuses",
        &["admissible", "findings"],
        json!({"admissible": false, "findings": []}),
        "the rule's error would reject the entry, touched or not",
    );
    let item = json!([rule("r-1", "visit.subjects", json!(null), json!({"name": {"exists": true}}), "warn")]);
    draft(with(visit(), json!({"subjects": [{"name": "王某"}, {"person": "p-1"}]})))
        .rules(item)
        .touched(&["/subjects/1/name"])
        .add(book, "rule-on-an-item", &[("rule_broken", &["/subjects/1/name"])], "the second subject has no name");
    let here = json!([rule("r-1", "visit", json!(null), json!({"place": {"is": "$place"}}), "defect")]);
    let there = || draft(with(visit(), json!({"place": "there"}))).rules(here.clone());
    there().add(book, "contract-value-unbound", &[], "a contract may name another place, and there is none");
    there().among(vec![]).add(
        book,
        "contract-value-bound",
        &[("rule_broken", &["/place"])],
        "the contract leaves the place at `here`",
    );
}

fn ledger(book: &mut Book) {
    draft(with(visit(), json!({"mode": "phone"}))).among(vec![visit()]).touched(&["/id"]).add(
        book,
        "id-taken",
        &[("id_conflict", &["/id"])],
        "FORMAT 5: same id and different bytes, none would count",
    );
    draft(with(visit(), json!({"mode": "phone"}))).among(vec![visit()]).touched(&["/mode"]).add(
        book,
        "id-taken-untouched",
        &[],
        "the id is not touched",
    );
    draft(visit()).among(vec![visit()]).add(book, "same-entry", &[], "FORMAT 5: same id and same bytes, one entry");
    draft(with(visit(), json!({"mode": "phone"})))
        .among(vec![with(visit(), json!({"recorded_at": "2024-05-20"}))])
        .more(json!({"as_of": "2024-05-10"}))
        .add(book, "id-taken-later", &[], "the other is entered on 20 May and not known on 10 May");
    draft(contact("k-1", "2024-05-06", "c-1")).among(vec![]).touched(&["/case"]).add(
        book,
        "no-such-case",
        &[("dangling_reference", &["/case"])],
        "there is no case c-1",
    );
    let closed = || {
        vec![case("c-1", "p-1", "2024-04-01", json!({"closed": "2024-05-05"})), register("person", "p-1", json!({}))]
    };
    draft(contact("k-1", "2024-05-06", "c-1")).among(closed()).touched(&["/case", "/date"]).add(
        book,
        "case-closed",
        &[("contact_after_case_closed", &["/date"])],
        "closed on 5 May, contact on 6 May",
    );
    draft(contact("k-1", "2024-05-06", "c-1")).among(closed()).touched(&["/date"]).add(
        book,
        "case-closed-half-touched",
        &[],
        "which case it is has not been touched",
    );
    draft(contact("k-1", "2024-05-05", "c-1")).among(closed()).add(
        book,
        "case-closed-that-day",
        &[],
        "the day of closing is still open",
    );
    draft(contact("k-1", "2024-03-31", "c-1")).among(closed()).touched(&["/case", "/date"]).add(
        book,
        "case-not-open-yet",
        &[("contact_before_case_opened", &["/date"])],
        "opened on 1 April, contact on 31 March",
    );
    draft(case("c-1", "p-1", "2024-04-01", json!({"closed": "2024-05-05"})))
        .among(vec![contact("k-1", "2024-05-06", "c-1"), register("person", "p-1", json!({}))])
        .add(
            book,
            "closing-before-a-contact",
            &[("contact_after_case_closed", &["/closed", "/id"])],
            "the contact of 6 May is in the ledger; the case that is being entered ends on 5 May",
        );
    let posted = |to: &str| staff_posted(to);
    let worked = || with(visit(), json!({"workers": [{"staff": "s-1"}]}));
    draft(worked()).among(vec![posted("2024-05-05")]).add(
        book,
        "worker-not-posted",
        &[("worker_not_posted", &["/workers/0/staff"])],
        "posted up to 5 May, visit on 6 May",
    );
    draft(worked()).among(vec![posted("2024-05-06")]).add(book, "worker-posted", &[], "posted on 6 May");
    draft(with(visit(), json!({"date": "2024-03-14", "recorded_at": "2024-03-14"})))
        .among(vec![])
        .touched(&["/date"])
        .add(book, "before-the-service", &[("outside_service", &["/date"])], "the service begins on 2024-03-15");
    draft(with(visit(), json!({"recorded_at": "2024-06-06"}))).among(vec![]).add(
        book,
        "entered-late",
        &[("late_entry", &["/recorded_at"])],
        "6 May to 6 June are 31 days, more than 30",
    );
    draft(with(visit(), json!({"recorded_at": "2024-06-05"}))).among(vec![]).add(
        book,
        "entered-in-time",
        &[],
        "6 May to 5 June are 30 days",
    );
    let single = json!([{"id": "x-1", "clause": "2", "labels": crate::made_up::labels(),
        "exclusive": {"of": "case", "on": ["client"], "from": "date", "to": "closed"}}]);
    let open = || vec![case("c-1", "p-1", "2024-04-01", json!({})), register("person", "p-1", json!({}))];
    draft(case("c-2", "p-1", "2024-05-06", json!({}))).rules(single.clone()).among(open()).add(
        book,
        "second-open-case",
        &[("overlap", &["/client", "/closed", "/date"])],
        "c-1 of p-1 is still open",
    );
    draft(case("c-2", "p-2", "2024-05-06", json!({})))
        .rules(single)
        .among([open(), vec![register("person", "p-2", json!({}))]].concat())
        .add(book, "case-of-another", &[], "p-2 has no other case");
    let session =
        |number: u32| me().on("group_session", "j-3", "2024-05-06", json!({"group": "g-1", "session": number}));
    let group = || {
        vec![
            me().on("group", "g-1", "2024-04-01", json!({})),
            me().on("group_session", "j-1", "2024-04-08", json!({"group": "g-1", "session": 1})),
        ]
    };
    draft(session(3)).among(group()).touched(&["/group", "/session"]).add(
        book,
        "session-gap",
        &[("session_gap", &["/group", "/session"])],
        "sessions 1 and 3: the second is missing",
    );
    draft(session(1)).among(group()).touched(&["/group", "/session"]).add(
        book,
        "session-repeated",
        &[("session_repeated", &["/group", "/session"])],
        "session 1 is in the ledger; j-1 and j-3 would share the number",
    );
    draft(session(2)).among(group()).add(book, "session-next", &[], "1 and 2 follow one another");
    let adult = json!([rule(
        "r-1",
        "visit",
        json!(null),
        json!({"subjects": {"some": {"person.age": {"at_least": 18}}}}),
        "defect"
    )]);
    let visited = || with(visit(), json!({"subjects": [{"person": "p-1"}]}));
    let born = |day: &str| vec![register("person", "p-1", json!({"birth_date": day}))];
    draft(visited()).rules(adult.clone()).among(born("2006-05-07")).add(
        book,
        "rule-behind-a-reference",
        &[("rule_broken", &["/date", "/subjects", "/subjects/*/person"])],
        "born on 7 May 2006: 17 on 6 May 2024",
    );
    draft(visited()).rules(adult).among(born("2006-05-06")).add(
        book,
        "rule-behind-a-reference-holds",
        &[],
        "born on 6 May 2006: 18 that day",
    );
    let ended = || vec![me().on("termination", "t-1", "2024-05-01", json!({}))];
    draft(me().on("spot_check", "s-1", "2024-05-06", json!({}))).among(ended()).touched(&["/date"]).add(
        book,
        "after-termination",
        &[("event_after_termination", &["/date"])],
        "terminated on 1 May, spot check on 6 May",
    );
    draft(register("person", "p-1", json!({"recorded_at": "2024-05-06", "household": "h-9"})))
        .among(vec![register("person", "p-1", json!({}))])
        .touched(&["/household"])
        .add(
            book,
            "register-version",
            &[("dangling_reference", &["/household"])],
            "the next version of p-1 names a household that is in no register",
        );
    draft(me().on("visit", "v-2", "2024-05-07", json!({"mode": "home", "category": "outreach", "supersedes": "v-9"})))
        .among(vec![visit()])
        .touched(&["/supersedes"])
        .add(book, "correction-of-nothing", &[("retraction_dangling", &["/supersedes"])], "there is no entry v-9");
}

/// s-1, posted to t/x from 2024-03-15 up to this day.
fn staff_posted(to: &str) -> Value {
    let posting = json!({"package": "t/x", "full_time": true, "from": "2024-03-15", "to": to});
    register("staff", "s-1", json!({"postings": [posting]}))
}

fn calls(book: &mut Book) {
    let misuse =
        |code: &str, path: &str, message: &str| json!({"error": {"code": code, "path": path, "message": message}});
    let mut call = |name: &str, more: Value, expected: Value| {
        let input = with(json!({"package": package(json!({})), "draft": visit()}), more);
        book.add(format!("draft/{name}"), "check_draft", input, expected, "a fault of the calling program");
    };
    call("no-draft", json!({"draft": null}), misuse("option_missing", "draft", "`draft` is missing"));
    call("touched-no-list", json!({"touched": "/mode"}), misuse("option_invalid", "touched", "`touched` is no list"));
    call(
        "touched-no-text",
        json!({"touched": [1]}),
        misuse("option_invalid", "touched", "`touched` is no list of JSON pointers"),
    );
}
