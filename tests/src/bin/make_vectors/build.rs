//! Inputs by helper: contracts, registers, records, events and requests.

use crate::Book;
use chrono::{Days, NaiveDate};
use serde_json::{Map, Value, json};

/// A day after the end of the standard service and of what follows it.
pub(crate) const AFTER: &str = "2025-03-31";
/// A day in the middle of the standard service.
pub(crate) const MIDDLE: &str = "2024-09-01";
/// What most cases compare.
pub(crate) const RANGE: &[&str] = &["outcome", "lo", "hi"];
/// The same for the parts of a combination.
pub(crate) const PARTS: &[&str] = &["outcome", "parts.outcome", "parts.lo", "parts.hi"];
/// The same for cells.
pub(crate) const CELLS: &[&str] = &["outcome", "cells.outcome", "cells.lo", "cells.hi"];

/// `from` plus some days.
pub(crate) fn day(from: &str, days: usize) -> String {
    let from: NaiveDate = from.parse().expect("a day");
    from.checked_add_days(Days::new(days as u64)).expect("in range").to_string()
}

/// The keys of `more` put into `base`; `null` removes one.
pub(crate) fn with(base: Value, more: Value) -> Value {
    let (Value::Object(mut base), Value::Object(more)) = (base, more) else { panic!("two objects") };
    for (key, value) in more {
        if value.is_null() {
            base.remove(&key)
        } else {
            base.insert(key, value)
        };
    }
    Value::Object(base)
}

/// `id` of built-in package `n`.
pub(crate) fn package_id(n: usize) -> String {
    format!("nanchuan-2024/package-{n}")
}

/// The standard contract: 2024-03-15 to 2025-03-14, mid-term 2024-09-15, all lists filled.
pub(crate) fn contract(package: &str) -> Value {
    json!({
        "id": "c-1", "package": package, "version": "1", "purchaser": "区民政局", "provider": "某社工中心",
        "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15", "readings": {},
        "related_majors": ["sociology", "social_policy"], "volunteer_systems": ["zhiyuan_shancheng"],
        "signature_forms": ["ink"], "non_working_days": ["2024-05-01"], "extra_working_days": ["2024-05-11"],
        "evaluation_weights": {"professional": 40, "effect": 30, "management": 15, "funds": 15},
    })
}

/// The contract of an inline package, which has none of the district's codes.
pub(crate) fn plain_contract(package: &str) -> Value {
    let keys = ["related_majors", "volunteer_systems", "signature_forms", "evaluation_weights"];
    let gone: Map<String, Value> = keys.into_iter().map(|key| (key.to_owned(), Value::Null)).collect();
    let empty = json!({"related_majors": [], "volunteer_systems": [], "signature_forms": [], "evaluation_weights": {}});
    with(with(contract(package), Value::Object(gone)), empty)
}

/// A ledger under construction for one package.
pub(crate) struct Of(pub(crate) String);

/// Entries of built-in package `n`.
pub(crate) fn of(n: usize) -> Of {
    Of(package_id(n))
}

impl Of {
    /// A record or event, entered on its day.
    pub(crate) fn on(&self, kind: &str, id: &str, date: &str, more: Value) -> Value {
        with(json!({"id": id, "kind": kind, "package": self.0, "date": date, "recorded_at": date}), more)
    }

    /// A visit by s-1 to these subjects.
    pub(crate) fn visit(&self, id: &str, date: &str, mode: &str, place: &str, subjects: Vec<Value>) -> Value {
        let more =
            json!({"mode": mode, "category": "outreach", "place": place, "workers": worker(), "subjects": subjects});
        self.on("visit", id, date, more)
    }

    /// `n` activities of a category, one every seven days from 2024-04-01.
    pub(crate) fn activities(&self, category: &str, n: usize, more: Value) -> Vec<Value> {
        (0..n)
            .map(|i| {
                let base = json!({"category": category, "place": "nanchuan", "workers": worker(), "headcount": 30});
                self.on(
                    "activity",
                    &format!("a-{category}-{i:02}"),
                    &day("2024-04-01", 7 * i),
                    with(base, more.clone()),
                )
            })
            .collect()
    }

    /// A document.
    pub(crate) fn document(&self, id: &str, date: &str, category: &str, more: Value) -> Value {
        let base = json!({"category": category, "attachments": [attachment("record_form", id)]});
        self.on("document", id, date, with(base, more))
    }

    /// `n` publications with different titles.
    pub(crate) fn publications(&self, channel: &str, outlet: &str, n: usize) -> Vec<Value> {
        (0..n)
            .map(|i| {
                let id = format!("pub-{channel}-{outlet}-{i:02}");
                let more = json!({"channel": channel, "outlet": outlet, "title": format!("{outlet}{channel}第{i}篇"), "url": "https://example.org/1"});
                self.on("publication", &id, &day("2024-05-01", i), more)
            })
            .collect()
    }

    /// An attestation.
    pub(crate) fn attestation(&self, item: &str, more: Value) -> Value {
        self.on("attestation", &format!("at-{item}"), "2024-06-01", with(json!({"item": item}), more))
    }

    /// An evaluation of a stage.
    pub(crate) fn evaluation(&self, id: &str, date: &str, stage: &str, more: Value) -> Value {
        self.on("evaluation", id, date, with(json!({"stage": stage}), more))
    }

    /// A full-time posting to this package.
    pub(crate) fn posting(&self, place: &str, from: &str, to: Option<&str>) -> Value {
        let posting = json!({"package": self.0, "place": place, "full_time": true, "from": from});
        to.map_or_else(|| posting.clone(), |to| with(posting.clone(), json!({"to": to})))
    }

    /// A case with contacts on these days.
    pub(crate) fn case(&self, id: &str, client: &str, days: &[String]) -> Vec<Value> {
        let opened = self.on("case", id, "2024-04-01", json!({"client": client, "workers": worker()}));
        let contacts = days.iter().enumerate().map(|(i, day)| {
            self.on(
                "case_contact",
                &format!("{id}-k{i}"),
                day,
                json!({"case": id, "mode": "home", "workers": worker()}),
            )
        });
        std::iter::once(opened).chain(contacts).collect()
    }

    /// A group with sessions on these days.
    pub(crate) fn group(&self, id: &str, days: &[String]) -> Vec<Value> {
        let opened =
            self.on("group", id, "2024-04-01", json!({"plan": "小组计划书", "members": ["p-1"], "workers": worker()}));
        let sessions = days.iter().enumerate().map(|(i, day)| {
            let more = json!({"group": id, "session": i + 1, "place": if self.0 == "t/x" { "here" } else { "nanchuan" }, "present": ["p-1"], "workers": worker()});
            self.on("group_session", &format!("{id}-j{i}"), day, more)
        });
        std::iter::once(opened).chain(sessions).collect()
    }
}

/// `n` days, two apart.
pub(crate) fn days(from: &str, n: usize) -> Vec<String> {
    (0..n).map(|i| day(from, 2 * i)).collect()
}

/// The social worker s-1 at work.
pub(crate) fn worker() -> Value {
    json!([{"staff": "s-1", "role": "social_worker"}])
}

/// A file.
pub(crate) fn attachment(kind: &str, hash: &str) -> Value {
    json!({"kind": kind, "sha256": format!("hash-{hash}")})
}

/// A register entry of 2024-03-01.
pub(crate) fn register(kind: &str, id: &str, more: Value) -> Value {
    with(json!({"id": id, "kind": kind, "recorded_at": "2024-03-01"}), more)
}

/// A certified member of staff with these postings.
pub(crate) fn staff(id: &str, postings: Value) -> Value {
    register(
        "staff",
        id,
        json!({"certificates": [{"level": "social_worker", "from": "2020-06-01"}], "postings": postings}),
    )
}

/// `n` persons with the same particulars: p-001, p-002 …
pub(crate) fn persons(n: usize, more: &Value) -> Vec<Value> {
    (1..=n).map(|i| register("person", &format!("p-{i:03}"), more.clone())).collect()
}

/// References to persons p-`from` … p-`to`.
pub(crate) fn people(from: usize, to: usize) -> Vec<Value> {
    (from..=to).map(|i| json!({"person": format!("p-{i:03}")})).collect()
}

/// The outlets d-1 (district), m-1 (city), n-1 (national), t-1 (township), w-1 (no level).
pub(crate) fn outlets() -> Vec<Value> {
    let level = |id, level| register("outlet", id, json!({"level": level}));
    vec![
        level("d-1", "district"),
        level("m-1", "city"),
        level("n-1", "national"),
        level("t-1", "township"),
        register("outlet", "w-1", json!({"name": "本机构公众号"})),
    ]
}

/// Several lists in one.
pub(crate) fn all<const N: usize>(lists: [Vec<Value>; N]) -> Vec<Value> {
    lists.into_iter().flatten().collect()
}

/// `{outcome, lo, hi}`.
pub(crate) fn range(outcome: &str, lo: &str, hi: &str) -> Value {
    json!({"outcome": outcome, "lo": lo, "hi": hi})
}

/// `{outcome, parts: [{outcome, lo, hi}…]}`.
pub(crate) fn parts(outcome: &str, parts: &[(&str, &str, &str)]) -> Value {
    json!({"outcome": outcome, "parts": parts.iter().map(|(o, l, h)| range(o, l, h)).collect::<Vec<_>>()})
}

/// `{outcome, cells: [{outcome, lo, hi}…]}`.
pub(crate) fn cells(outcome: &str, cells: &[(&str, &str, &str)]) -> Value {
    json!({"outcome": outcome, "cells": cells.iter().map(|(o, l, h)| range(o, l, h)).collect::<Vec<_>>()})
}

/// An `evaluate` case of a built-in package.
pub(crate) struct Case<'a> {
    pub(crate) package: usize,
    pub(crate) requirement: &'a str,
    pub(crate) as_of: &'a str,
    pub(crate) select: &'a [&'a str],
    pub(crate) contract: Value,
}

/// The usual case: judged after the end, outcome and range compared.
pub(crate) fn case(package: usize, requirement: &str) -> Case<'_> {
    Case { package, requirement, as_of: AFTER, select: RANGE, contract: contract(&package_id(package)) }
}

impl<'a> Case<'a> {
    pub(crate) fn at(self, as_of: &'a str) -> Self {
        Self { as_of, ..self }
    }

    pub(crate) fn select(self, select: &'a [&'a str]) -> Self {
        Self { select, ..self }
    }

    pub(crate) fn contract(self, more: Value) -> Self {
        Self { contract: with(self.contract, more), ..self }
    }

    pub(crate) fn reading(self, reading: &str, option: &str) -> Self {
        self.contract(json!({"readings": {reading: option}}))
    }

    /// Adds it as `package-n/<requirement>-<name>`.
    pub(crate) fn add(self, book: &mut Book, name: &str, entries: Vec<Value>, expected: Value, how: &str) {
        let file = format!("package-{}/{}-{name}", self.package, self.requirement);
        let input = json!({
            "package": package_id(self.package), "contract": self.contract, "entries": entries, "as_of": self.as_of,
            "requirement": self.requirement, "select": self.select,
        });
        book.add(file, "evaluate", input, expected, how);
    }
}
