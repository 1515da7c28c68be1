//! Demands on the provider (A-*) and the obligations about evaluations (S-1, S-4 … S-6), which every package has.

use crate::Book;
use crate::build::*;
use serde_json::{Value, json};

const ASPECTS: [&str; 4] = ["professional", "effect", "management", "funds"];

pub(crate) fn fill(book: &mut Book) {
    let certified =
        |id: &str, more: Value| with(with(staff(id, json!([])), json!({"from": "2024-03-01", "postings": null})), more);
    let degree = |major: &str| json!({"certificates": null, "education": [{"level": "bachelor", "major": major}]});
    let two = |more: Value| vec![certified("s-1", json!({})), certified("s-2", more)];
    let mut number = 0;
    let mut provider = |requirement: &str,
                        name: &str,
                        as_of: &'static str,
                        select: &'static [&'static str],
                        entries: Vec<Value>,
                        expected: Value,
                        how: &str| {
        // The text is the same in all six packages, so each is used in turn.
        number = number % 6 + 1;
        let moved: Vec<Value> = entries
            .into_iter()
            .map(|e| if e.get("package").is_some() { with(e, json!({"package": package_id(number)})) } else { e })
            .collect();
        let input = json!({"package": package_id(number), "contract": contract(&package_id(number)), "entries": moved, "as_of": as_of, "requirement": requirement, "select": select});
        book.add(format!("provider/{requirement}-{name}"), "evaluate", input, expected, how);
    };
    provider(
        "A-1",
        "met",
        AFTER,
        RANGE,
        two(json!({})),
        range("met", "2", "2"),
        "3（1）2名以上: 以上 includes 2 (G2), two certified social workers on the last day",
    );
    provider(
        "A-1",
        "one",
        AFTER,
        RANGE,
        two(degree("sociology")),
        range("not_met", "1", "1"),
        "A-1 settled: the major must be exactly 社会工作; sociology is only a related major, 1 < 2",
    );
    provider(
        "A-1",
        "bachelor",
        AFTER,
        RANGE,
        two(degree("social_work")),
        range("met", "2", "2"),
        "R-A1-degree or_higher: 本科 in social work is 专科 or higher",
    );
    provider(
        "A-1",
        "left",
        AFTER,
        RANGE,
        two(json!({"to": "2025-03-13"})),
        range("not_met", "1", "1"),
        "C34: the snapshot is taken on 2025-03-14, s-2 left the day before",
    );
    provider(
        "A-1",
        "holding",
        MIDDLE,
        &["outcome", "holding"],
        two(json!({})),
        json!({"outcome": "open", "holding": true}),
        "FORMAT 5: a snapshot can fall, so holding now and never met before the end",
    );
    let copies = |second: Value| {
        vec![certified("s-1", json!({"attachments": [attachment("certificate_copy", "1")]})), certified("s-2", second)]
    };
    provider(
        "A-1b",
        "met",
        AFTER,
        CELLS,
        copies(json!({"attachments": [attachment("diploma_copy", "2")]})),
        cells("met", &[("met", "1", "1"), ("met", "1", "1")]),
        "3（1）复印件: a copy for each of the two",
    );
    provider(
        "A-1b",
        "one-missing",
        AFTER,
        CELLS,
        copies(json!({"attachments": [attachment("photo", "2")]})),
        cells("not_met", &[("met", "1", "1"), ("not_met", "0", "0")]),
        "A-1b: 100 % of those counted; a photo is no copy of s-2's certificate",
    );
    let event = |kind: &str, more: Value| of(1).on(kind, "ev-1", "2024-07-01", more);
    provider(
        "A-2",
        "met",
        AFTER,
        RANGE,
        vec![],
        range("met", "0", "0"),
        "3（2）: no interruption was reported by the end, 0 ≤ 0",
    );
    provider(
        "A-2",
        "holding",
        MIDDLE,
        &["outcome", "holding"],
        vec![],
        json!({"outcome": "open", "holding": true}),
        "FORMAT 5: at_most holds but is never met before the window's end",
    );
    provider(
        "A-2",
        "interrupted",
        MIDDLE,
        RANGE,
        vec![event("interruption", json!({}))],
        range("not_met", "1", "1"),
        "3（2）不得中断服务: one interruption, 1 > 0, not_met at once",
    );
    provider(
        "A-3",
        "met",
        AFTER,
        RANGE,
        vec![event("fee_complaint", json!({"upheld": false}))],
        range("met", "0", "0"),
        "3（3）: the complaint was not upheld",
    );
    provider(
        "A-3",
        "upheld",
        MIDDLE,
        RANGE,
        vec![event("fee_complaint", json!({"upheld": true}))],
        range("not_met", "1", "1"),
        "3（3）: an upheld complaint, 1 > 0, not_met at once",
    );
    provider(
        "A-3",
        "pending",
        AFTER,
        RANGE,
        vec![event("fee_complaint", json!({}))],
        range("unknown", "0", "1"),
        "A-3: `upheld` absent is undetermined, 0 … 1, unknown and not a breach",
    );
    let check = |id: &str| of(1).on("spot_check", id, "2024-07-01", json!({"consistent": true}));
    provider(
        "S-1",
        "text-only",
        AFTER,
        &["text_only", "shows.lo"],
        vec![check("sp-1"), check("sp-2")],
        json!({"text_only": true, "shows": [{"lo": "2"}]}),
        "4 定期抽查: no frequency is given, so no quota; the two checks are shown",
    );
    provider(
        "S-1",
        "never-judged",
        AFTER,
        &["text_only", "shows.lo"],
        vec![],
        json!({"text_only": true, "shows": [{"lo": "0"}]}),
        "4 定期抽查: without any check it still says nothing but the number",
    );
    let evaluation = |id: &str, date: &str, stage: &str, more: Value| of(1).evaluation(id, date, stage, more);
    let midterm = || evaluation("e-1", "2024-09-20", "midterm", json!({"score": 85}));
    let last = || evaluation("e-2", "2025-03-20", "final", json!({"score": 85}));
    provider(
        "S-4",
        "met",
        AFTER,
        PARTS,
        vec![midterm(), last()],
        parts("met", &[("met", "1", "1"), ("met", "1", "1")]),
        "4 中期和项目结项评估两次: both were held, the final one between the end and closing",
    );
    provider(
        "S-4",
        "final-missing",
        AFTER,
        PARTS,
        vec![midterm()],
        parts("open", &[("met", "1", "1"), ("open", "0", "0")]),
        "4: the final evaluation is missing; until closing it may still come, so open",
    );
    let marks = |n: usize| json!({"marks": ASPECTS.iter().take(n).map(|a| json!({"aspect": a, "mark": 85})).collect::<Vec<_>>()});
    provider(
        "S-5",
        "four-aspects",
        AFTER,
        &["outcome", "cells.outcome"],
        vec![evaluation("e-1", "2024-09-20", "midterm", marks(4))],
        json!({"outcome": "met", "cells": [{"outcome": "met"}]}),
        "4 四个方面: marks of all four aspects",
    );
    provider(
        "S-5",
        "score-given",
        AFTER,
        &["outcome"],
        vec![midterm()],
        json!({"outcome": "met"}),
        "S-5: a total score stands for the four aspects",
    );
    provider(
        "S-5",
        "three-aspects",
        AFTER,
        &["outcome"],
        vec![evaluation("e-1", "2024-09-20", "midterm", marks(3))],
        json!({"outcome": "open"}),
        "S-5: 资金使用 has no mark and there is no score, 3 < 4; until closing it stays open",
    );
    let own = |date: &str| of(1).on("self_evaluation", "se-1", date, json!({"stage": "midterm"}));
    provider(
        "S-6",
        "met",
        AFTER,
        &["outcome", "cells.lo"],
        vec![midterm(), own("2024-09-20")],
        json!({"outcome": "met", "cells": [{"lo": "1"}]}),
        "4 在承接方自评的基础上: self-evaluation on the day of the evaluation, that day included",
    );
    provider(
        "S-6",
        "afterwards",
        AFTER,
        &["cells.lo", "cells.hi"],
        vec![midterm(), own("2024-09-21")],
        json!({"cells": [{"lo": "0", "hi": "0"}]}),
        "S-6 settled: dated ≤ the evaluation's date; it came a day later",
    );
}
