//! What a form for a kind needs, and what a package says of itself.

use crate::Book;
use crate::build::*;
use crate::made_up::{inline, labels, visits_requirement};
use serde_json::{Value, json};

/// The package t/x with these keys.
pub(crate) fn package(more: Value) -> Value {
    with(inline("t/x", json!([visits_requirement(1)])), more)
}

/// A rule of a package.
pub(crate) fn rule(id: &str, of: &str, condition: Value, need: Value, otherwise: &str) -> Value {
    let on = with(json!({"of": of}), json!({"where": condition}));
    json!({"id": id, "clause": "2", "labels": labels(), "on": on, "need": need, "else": otherwise})
}

fn form(book: &mut Book, name: &str, package: Value, kind: &str, select: &[&str], expected: Value, how: &str) {
    let input = json!({"package": package, "kind": kind, "select": select});
    book.add(format!("form/{name}"), "form", input, expected, how);
}

/// `{"fields": [{key: value}…]}` from pairs (name, value); `null` leaves the key out.
fn fields(key: &str, pairs: Value) -> Value {
    let pairs = pairs.as_array().cloned().unwrap_or_default();
    let field = |pair: Value| with(json!({"name": pair[0]}), json!({key: pair[1]}));
    json!({"fields": pairs.into_iter().map(field).collect::<Vec<_>>()})
}

pub(crate) fn fill(book: &mut Book) {
    shapes(book);
    rules(book);
    demands(book);
    others(book);
}

fn shapes(book: &mut Book) {
    form(
        book,
        "head",
        package(json!({})),
        "visit",
        &["kind", "family", "labels", "package"],
        json!({"kind": "visit", "family": "record", "labels": {"zh-CN": "探访", "en": "Visit"}, "package": "t/x"}),
        "FORMAT 2: visit 探访 is a record; the package is t/x",
    );
    let case_fields = [
        "id",
        "package",
        "date",
        "end",
        "recorded_at",
        "place",
        "site",
        "workers",
        "cost",
        "attachments",
        "signatures",
        "supersedes",
        "voids",
        "reason",
        "note",
        "client",
        "closed",
        "consent",
        "guardian_consent",
        "goal",
    ];
    form(
        book,
        "record-fields",
        package(json!({})),
        "case",
        &["fields.path"],
        json!({"fields": case_fields.map(|name| json!({"path": format!("/{name}")}))}),
        "FORMAT 2: the 15 common fields of records, then client, closed, consent, guardian_consent, goal",
    );
    form(
        book,
        "withdrawal-required",
        package(json!({})),
        "withdrawal",
        &["fields.name", "fields.required"],
        fields(
            "required",
            json!([
                ["id", true],
                ["package", true],
                ["date", true],
                ["recorded_at", false],
                ["by", false],
                ["attachments", false],
                ["supersedes", false],
                ["voids", true],
                ["reason", true],
                ["note", false]
            ]),
        ),
        "FORMAT 2: id, package and date of every event; of a withdrawal voids and reason too",
    );
    form(
        book,
        "make-up-required",
        package(json!({})),
        "make_up",
        &["fields.name", "fields.required"],
        fields(
            "required",
            json!([
                ["id", true],
                ["package", true],
                ["date", true],
                ["recorded_at", false],
                ["by", false],
                ["attachments", false],
                ["supersedes", false],
                ["voids", false],
                ["reason", false],
                ["note", false],
                ["requirement", true],
                ["member", false],
                ["window", true],
                ["records", true],
                ["approved_by", true]
            ]),
        ),
        "FORMAT 2: requirement, window, records and approved_by have no question mark; member has one",
    );
    form(
        book,
        "register-inputs",
        package(json!({})),
        "site",
        &["fields.name", "fields.input"],
        fields(
            "input",
            json!([
                ["id", "text"],
                ["recorded_at", "date"],
                ["from", "date"],
                ["to", "date"],
                ["attachments", "items"],
                ["note", "textarea"],
                ["name", "text"],
                ["category", "select"],
                ["place", "select"],
                ["household", "reference"],
                ["area_mu", "number"]
            ]),
        ),
        "registers have no package; a remark is a long text, the household is a reference, the area a number",
    );
    form(
        book,
        "types",
        package(json!({})),
        "supervision",
        &["fields.name", "fields.type", "fields.of", "fields.input"],
        json!({"fields": [
            {"name": "id", "type": "id", "input": "text"}, {"name": "package", "type": "id", "input": "text"},
            {"name": "date", "type": "date", "input": "date"}, {"name": "end", "type": "date", "input": "date"},
            {"name": "recorded_at", "type": "date", "input": "date"}, {"name": "place", "type": "code", "input": "select"},
            {"name": "site", "type": "reference", "input": "reference"}, {"name": "workers", "type": "items", "input": "items"},
            {"name": "cost", "type": "amount", "input": "number"}, {"name": "attachments", "type": "items", "input": "items"},
            {"name": "signatures", "type": "items", "input": "items"}, {"name": "supersedes", "type": "id", "input": "text"},
            {"name": "voids", "type": "id", "input": "text"}, {"name": "reason", "type": "text", "input": "textarea"},
            {"name": "note", "type": "text", "input": "textarea"}, {"name": "mode", "type": "code", "input": "select"},
            {"name": "start", "type": "time", "input": "time"}, {"name": "minutes", "type": "whole", "input": "number"},
            {"name": "parts", "type": "list", "of": "code", "input": "checkboxes"},
            {"name": "supervisees", "type": "list", "of": "reference", "input": "references"}
        ]}),
        "FORMAT 2: parts is a list of codes, supervisees a list of references",
    );
    form(
        book,
        "items",
        package(json!({})),
        "household",
        &["fields.path", "fields.fields.path", "fields.fields.required"],
        json!({"fields": [
            {"path": "/id"}, {"path": "/recorded_at"}, {"path": "/from"}, {"path": "/to"},
            {"path": "/attachments", "fields": [{"path": "/attachments/*/kind", "required": true}, {"path": "/attachments/*/sha256", "required": true}, {"path": "/attachments/*/name", "required": false}]},
            {"path": "/note"}, {"path": "/name"}, {"path": "/place"},
            {"path": "/lists", "fields": [{"path": "/lists/*/list", "required": true}, {"path": "/lists/*/from", "required": false}, {"path": "/lists/*/to", "required": false}]}
        ]}),
        "FORMAT 2: attachments [{kind, sha256, name?}], lists [{list, from?, to?}]",
    );
    let text = json!({"max_length": 20000});
    let id = json!({"max_length": 128});
    let day = json!({"first_day": "1900-01-01", "last_day": "2200-12-31"});
    form(
        book,
        "limits",
        package(json!({})),
        "site",
        &["fields.name", "fields.limits"],
        fields(
            "limits",
            json!([
                ["id", id],
                ["recorded_at", day],
                ["from", day],
                ["to", day],
                ["attachments", null],
                ["note", text],
                ["name", text],
                ["category", id],
                ["place", id],
                ["household", id],
                ["area_mu", {"min": 0, "max": 1_000_000_000_000_i64, "decimals": 4}]
            ]),
        ),
        "FORMAT 2, Values: text to 20,000 and ids to 128 characters, numbers to 10^12 with 4 decimals, days 1900 to 2200",
    );
    let code = |code: &str, zh: &str, en: &str| json!({"code": code, "labels": {"zh-CN": zh, "en": en}});
    form(
        book,
        "fixed-codes",
        package(json!({})),
        "self_evaluation",
        &["fields.list", "fields.codes"],
        json!({"fields": [{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {"list": "stage", "codes": [
            code("midterm", "中期评估", "Mid-term evaluation"), code("final", "末期评估", "Final evaluation"),
            code("third_party", "第三方评估", "Third-party evaluation")]}]}),
        "FORMAT 2: stage is a list of the core; the ten common fields of events have no codes of their own",
    );
    form(
        book,
        "package-codes",
        package(json!({})),
        "outlet",
        &["fields.name", "fields.codes.code", "fields.codes.rank"],
        json!({"fields": [{"name": "id"}, {"name": "recorded_at"}, {"name": "from"}, {"name": "to"}, {"name": "attachments"}, {"name": "note"}, {"name": "name"},
            {"name": "level", "codes": [{"code": "low", "rank": 1}, {"code": "mid", "rank": 2}, {"code": "high", "rank": 3}]}, {"name": "official"}]}),
        "the package's list outlet_level with its ranks",
    );
    form(
        book,
        "fixed-package",
        package(json!({})),
        "acceptance",
        &["fields.name", "fields.fixed"],
        fields(
            "fixed",
            json!([
                ["id", null],
                ["package", "t/x"],
                ["date", null],
                ["recorded_at", null],
                ["by", null],
                ["attachments", null],
                ["supersedes", null],
                ["voids", null],
                ["reason", null],
                ["note", null],
                ["passed", null]
            ]),
        ),
        "an entry of t/x can name no other package",
    );
    form(
        book,
        "references",
        package(json!({})),
        "case_contact",
        &["fields.name", "fields.to"],
        json!({"fields": [{"name": "id"}, {"name": "package"}, {"name": "date"}, {"name": "end"}, {"name": "recorded_at"}, {"name": "place"},
            {"name": "site", "to": ["site"]}, {"name": "workers"}, {"name": "cost"}, {"name": "attachments"}, {"name": "signatures"},
            {"name": "supersedes"}, {"name": "voids"}, {"name": "reason"}, {"name": "note"}, {"name": "case", "to": ["case"]},
            {"name": "mode"}, {"name": "start"}, {"name": "minutes"}, {"name": "content"}]}),
        "FORMAT 2: case → case, site → site",
    );
    let attribute = json!({"attributes": [
        {"id": "village_group", "on": "outlet", "type": "code", "list": "village", "labels": {"zh-CN": "村民小组", "en": "Village group"}},
        {"id": "patron", "on": "outlet", "type": "reference", "to": "person", "labels": labels()},
        {"id": "elsewhere", "on": "site", "type": "yes_no", "labels": labels()}]});
    form(
        book,
        "attributes",
        package(attribute),
        "outlet",
        &["fields.path", "fields.attribute"],
        json!({"fields": [
            {"path": "/id", "attribute": false}, {"path": "/recorded_at", "attribute": false}, {"path": "/from", "attribute": false}, {"path": "/to", "attribute": false},
            {"path": "/attachments", "attribute": false}, {"path": "/note", "attribute": false}, {"path": "/name", "attribute": false},
            {"path": "/level", "attribute": false}, {"path": "/official", "attribute": false},
            {"path": "/attributes/village_group", "attribute": true}, {"path": "/attributes/patron", "attribute": true}]}),
        "FORMAT 1: declared for outlets, written under `attributes`; the one for sites is not theirs",
    );
}

fn rules(book: &mut Book) {
    let own = |code: &str, scope: &str, depends: &[&str]| json!({"code": code, "scope": scope, "depends": depends});
    let select = &["rules.code", "rules.scope", "rules.depends"];
    form(
        book,
        "rules-of-events",
        package(json!({})),
        "interruption",
        select,
        json!({"rules": [
            own("wrong_package", "entry", &["/package"]), own("recorded_before_date", "entry", &["/date", "/recorded_at"]),
            own("voids_and_supersedes", "entry", &["/supersedes", "/voids"]),
            own("retracts_itself", "entry", &["/id", "/supersedes"]), own("retracts_itself", "entry", &["/id", "/voids"]),
            own("id_conflict", "ledger", &["/id"]),
            own("retraction_dangling", "ledger", &["/supersedes"]), own("retraction_dangling", "ledger", &["/voids"]),
            own("retraction_cycle", "ledger", &["/id", "/supersedes"]), own("retraction_cycle", "ledger", &["/id", "/voids"]),
            own("event_after_termination", "ledger", &["/date"]), own("interval_reversed", "entry", &["/date", "/until"])]}),
        "what is asked of every event, and that an interruption may not end before it begins",
    );
    form(
        book,
        "rules-of-items",
        package(json!({})),
        "organisation",
        select,
        json!({"rules": [own("interval_reversed", "entry", &["/from", "/to"]), own("interval_reversed", "entry", &["/members/*/from", "/members/*/to"]),
            own("dangling_reference", "ledger", &["/members/*/person"])]}),
        "members have from and to of their own, and may name a person",
    );
    let select = &["rules.rule", "rules.scope", "rules.severity", "rules.depends"];
    let first = json!({"severity": "error", "scope": "entry", "depends": ["/from", "/to"]});
    form(
        book,
        "rule-of-package",
        package(
            json!({"rules": [rule("r-1", "outlet", json!({"official": {"is": true}}), json!({"level": {"exists": true}}), "defect")]}),
        ),
        "outlet",
        select,
        json!({"rules": [first, {"rule": "r-1", "scope": "entry", "severity": "defect", "depends": ["/level", "/official"]}]}),
        "it selects by `official` and asks for `level`; the outlet alone decides",
    );
    let members = json!({"severity": "error", "scope": "entry", "depends": ["/members/*/from", "/members/*/to"]});
    let person = json!({"severity": "warning", "scope": "ledger", "depends": ["/members/*/person"]});
    form(
        book,
        "rule-through-reference",
        package(
            json!({"rules": [rule("r-1", "organisation", json!(null), json!({"members": {"some": {"person.birth_date": {"exists": true}}}}), "warn")]}),
        ),
        "organisation",
        select,
        json!({"rules": [first, members, person, {"rule": "r-1", "scope": "ledger", "severity": "warning", "depends": ["/members", "/members/*/person"]}]}),
        "the birth date stands in the person register: of the organisation the list and the references matter",
    );
    form(
        book,
        "rule-on-items",
        package(
            json!({"rules": [rule("r-1", "organisation.members", json!({"core": {"is": true}}), json!({"from": {"exists": true}, "organisation.name": {"exists": true}}), "warn")]}),
        ),
        "organisation",
        select,
        json!({"rules": [first, members, person, {"rule": "r-1", "scope": "entry", "severity": "warning", "depends": ["/members/*/core", "/members/*/from", "/name"]}]}),
        "of each member core and from; `organisation.name` is a field of the entry around it",
    );
    let exclusive = json!({"id": "x-1", "clause": "2", "labels": labels(),
        "exclusive": {"of": "organisation.members", "where": {"core": {"is": true}}, "on": ["person"], "from": "from", "to": "to"}});
    form(
        book,
        "rule-exclusive",
        package(json!({"rules": [exclusive]})),
        "organisation",
        select,
        json!({"rules": [first, members, person, {"rule": "x-1", "scope": "ledger", "severity": "defect",
            "depends": ["/members/*/core", "/members/*/from", "/members/*/person", "/members/*/to"]}]}),
        "FORMAT 4: key, interval and selection; other entries decide",
    );
}

fn demands(book: &mut Book) {
    let mut demand = |name: &str, rules: Value, wanted: Value, how: &str| {
        let import = json!([{"code": "recorded_at_missing", "severity": "error"}]);
        let mut given = vec![json!({}), json!({"required_when": import})];
        given.extend((0..4).map(|_| json!({})));
        for key in ["name", "level", "official"] {
            given.push(with(json!({}), json!({"required_when": wanted[key]})));
        }
        form(
            book,
            name,
            package(json!({"rules": rules})),
            "outlet",
            &["fields.required_when"],
            json!({"fields": given}),
            how,
        );
    };
    demand(
        "required-by-import",
        json!([]),
        json!({}),
        "the day of entry is asked for unless the import states it; nothing else is",
    );
    demand(
        "required-always",
        json!([rule("r-1", "outlet", json!(null), json!({"level": {"exists": true}}), "defect")]),
        json!({"level": [{"code": "rule_broken", "rule": "r-1", "severity": "defect"}]}),
        "every outlet needs its level",
    );
    demand(
        "required-where",
        json!([rule(
            "r-1",
            "outlet",
            json!({"official": {"is": true}}),
            json!({"level": {"at_or_above": "mid"}}),
            "warn"
        )]),
        json!({"level": [{"code": "rule_broken", "rule": "r-1", "severity": "warning", "where": {"official": {"is": true}}}]}),
        "official outlets need a level: without one it cannot be at mid or above",
    );
    demand(
        "required-unless",
        json!([rule(
            "r-1",
            "outlet",
            json!(null),
            json!({"any": [{"name": {"exists": true}}, {"level": {"in": ["mid", "high"]}}]}),
            "defect"
        )]),
        json!({"name": [{"code": "rule_broken", "rule": "r-1", "severity": "defect", "unless": [{"level": {"in": ["mid", "high"]}}]}],
            "level": [{"code": "rule_broken", "rule": "r-1", "severity": "defect", "unless": [{"name": {"exists": true}}]}]}),
        "either will do, so each is needed unless the other is there",
    );
    demand(
        "not-required",
        json!([rule(
            "r-1",
            "outlet",
            json!(null),
            json!({"name": {"exists": false}, "not": {"level": {"is": "low"}}}),
            "warn"
        )]),
        json!({}),
        "a name that must be absent and a level that must not be low ask for nothing",
    );
    let select = &["fields.name", "fields.required_when"];
    let of_visit = json!({
            "recorded_at": [{"code": "recorded_at_missing", "severity": "error"}],
            "place": [{"code": "rule_broken", "rule": "record-visit", "severity": "defect", "unless": [{"site": {"exists": true}}, {"mode": {"in": ["phone", "online"]}}]}],
            "site": [{"code": "rule_broken", "rule": "record-visit", "severity": "defect", "unless": [{"place": {"exists": true}}, {"mode": {"in": ["phone", "online"]}}]}],
            "mode": [{"code": "rule_broken", "rule": "record-visit", "severity": "defect", "unless": [{"place": {"exists": true}}, {"site": {"exists": true}}]}],
            "workers": [{"code": "rule_broken", "rule": "record-visit", "severity": "defect"}],
            "subjects": [{"code": "rule_broken", "rule": "record-visit", "severity": "defect"}],
            "content": [{"code": "rule_broken", "rule": "record-visit-content", "severity": "warning"}],
    });
    let names = [
        "id",
        "package",
        "date",
        "end",
        "recorded_at",
        "place",
        "site",
        "workers",
        "cost",
        "attachments",
        "signatures",
        "supersedes",
        "voids",
        "reason",
        "note",
        "mode",
        "category",
        "subjects",
        "start",
        "minutes",
        "parts",
        "content",
    ];
    let listed: Vec<Value> =
        names.iter().map(|name| with(json!({"name": name}), json!({"required_when": of_visit[*name]}))).collect();
    form(
        book,
        "package-2-visit",
        json!("nanchuan-2024/package-2"),
        "visit",
        select,
        json!({"fields": listed}),
        "clause 2: a visit needs subjects, workers and a place, a site or a remote mode; content is advised",
    );
}

fn others(book: &mut Book) {
    let misuse =
        |code: &str, path: &str, message: &str| json!({"error": {"code": code, "path": path, "message": message}});
    let input = |kind: Value| with(json!({"package": package(json!({}))}), json!({"kind": kind}));
    book.add(
        "form/unknown-kind",
        "form",
        input(json!("picnic")),
        misuse("unknown_id", "kind", "there is no kind `picnic`"),
        "a fault of the calling program",
    );
    book.add(
        "form/no-kind",
        "form",
        input(json!(null)),
        misuse("option_missing", "kind", "`kind` is missing"),
        "a fault of the calling program",
    );
    let contract = plain_contract("t/x");
    let bound =
        rule("r-1", "outlet", json!({"name": {"in": "$signature_forms"}}), json!({"level": {"exists": true}}), "warn");
    let named = |forms: Value| json!({"fields": [{}, {"required_when": [{}]}, {}, {}, {}, {}, {}, {"required_when": [{"where": {"name": {"in": forms}}}]}, {}]});
    let select = json!(["fields.required_when.where"]);
    let asked = json!({"package": package(json!({"rules": [bound]})), "kind": "outlet", "select": select});
    book.add(
        "form/contract-value-unbound",
        "form",
        asked.clone(),
        named(json!(["$signature_forms"])),
        "without a contract its lists stand for themselves",
    );
    book.add(
        "form/contract-value-bound",
        "form",
        with(asked, json!({"contract": with(contract, json!({"signature_forms": ["ink"]}))})),
        named(json!(["ink"])),
        "the contract accepts ink",
    );
    let records = [
        "visit",
        "case",
        "case_contact",
        "group",
        "group_session",
        "activity",
        "supervision",
        "document",
        "publication",
        "volunteer_project",
        "resource",
        "observation",
        "attendance",
        "satisfaction_survey",
        "attestation",
    ];
    let events = [
        "spot_check",
        "rectification_order",
        "reminder",
        "rectified",
        "self_evaluation",
        "evaluation",
        "acceptance",
        "waiver",
        "make_up",
        "extension",
        "termination",
        "closure",
        "fee_complaint",
        "interruption",
        "change_order",
        "withdrawal",
        "register_declaration",
    ];
    let registers = ["person", "household", "organisation", "staff", "project", "outlet", "site"];
    let kinds: Vec<Value> = [("record", &records[..]), ("event", &events[..]), ("register", &registers[..])]
        .into_iter()
        .flat_map(|(family, names)| names.iter().map(move |name| json!({"kind": name, "family": family, "counts_for": if *name == "visit" { vec!["R-1"] } else { vec![] }})))
        .collect();
    book.add(
        "form/kinds",
        "kinds",
        json!({"package": package(json!({})), "select": ["kinds.kind", "kinds.family", "kinds.counts_for"]}),
        json!({"kinds": kinds}),
        "FORMAT 2: 15 records, 17 events, 7 registers; R-1 counts visits",
    );
    let reading = json!({"id": "R-x", "phrase": "1次以上", "clauses": ["1"], "labels": labels(), "basis": "常用读法", "comparator": true, "default": "inclusive",
        "options": [{"id": "inclusive", "labels": labels(), "replace": {}}, {"id": "exclusive", "labels": labels(), "replace": {"R-1": {"target": {"more_than": 1}}}}]});
    let described = package(json!({"readings": [reading.clone()]}));
    book.add(
        "form/describe",
        "describe",
        json!({"package": described, "select": ["id", "version", "place", "source", "labels", "indicators", "readings"]}),
        json!({"id": "t/x", "version": "1", "place": "here", "source": {"title": "试", "issuer": "试", "year": 2024}, "labels": labels(),
            "indicators": [{"id": "I-1", "clause": "1", "labels": labels(), "text_only": false, "requirements": [
                {"id": "R-1", "clause": "1", "labels": labels(), "target": {"cmp": "at_least", "value": "1", "unit": ""}, "readings": ["R-x"]}]}],
            "readings": [with(reading, json!({"options": [{"id": "inclusive", "labels": labels()}, {"id": "exclusive", "labels": labels()}]}))]}),
        "as written; of the reading's options what they replace is left out, and R-1 names the reading that bears on it",
    );
    book.add(
        "form/describe-bad-package",
        "describe",
        json!({"package": {"format": "1", "id": "p", "version": "1", "place": "v"}, "select": ["findings.code", "findings.params"]}),
        json!({"findings": [{"code": "missing_field", "params": {"field": "labels"}}, {"code": "missing_field", "params": {"field": "source"}}]}),
        "a package that does not load is answered by its findings",
    );
}
