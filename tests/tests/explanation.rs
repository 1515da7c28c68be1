//! Properties of explanations, differences and trials over random packages, contracts and ledgers.
//!
//! Every outcome of a tree is worked out again from the tree's own data, by rules written down
//! here a second time: nothing of the core is called for it.

use jiexiang::finding::Locale;
use jiexiang::time::Date;
use jiexiang::what_if::Trial;
use jiexiang::{Contract, Ledger, Package, json};
use jiexiang_conformance::generate::{Case, cases};
use num_rational::Ratio;
use proptest::prelude::*;
use serde_json::Value;

fn filled(case: &Case, entries: &[Value]) -> Ledger {
    let package = Package::load(case.package.to_string().as_bytes(), &[]).expect("a generated package is sound");
    let contract = Contract::load(case.contract.to_string().as_bytes()).expect("a generated contract is sound");
    let mut ledger = Ledger::new(&[package], contract).expect("they fit together");
    for (at, entry) in entries.iter().enumerate() {
        ledger.add("case", at + 1, entry.to_string().as_bytes(), None);
    }
    ledger
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a generated day is a date")
}

fn parsed(answer: &impl serde::Serialize) -> Value {
    serde_json::from_str(&json::canonical(answer)).expect("canonical text is JSON")
}

/// `12`, `0.5`, `-3`, `1/3`.
fn number(text: &Value) -> Option<Ratio<i128>> {
    let text = text.as_str()?;
    if let Some((above, below)) = text.split_once('/') {
        return Some(Ratio::new(above.parse().ok()?, below.parse().ok()?));
    }
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let below = 10i128.pow(decimals.len() as u32);
    Some(Ratio::new(format!("{whole}{decimals}").parse().ok()?, below))
}

/// The chain by which outcomes combine.
const CHAIN: [&str; 4] = ["not_met", "open", "unknown", "met"];

fn rank(outcome: &str) -> usize {
    CHAIN.iter().position(|name| *name == outcome).expect("one of the four")
}

fn is(node: &Value, flag: &str) -> bool {
    node[flag].as_bool().unwrap_or(false)
}

/// An outcome, and whether what is open holds now.
type Judged = (&'static str, bool);

/// A comparison: the range against the target, and whether its days have begun and are over.
fn leaf(operands: &Value) -> Judged {
    let holds = |left: Ratio<i128>, right: Ratio<i128>| match operands["cmp"].as_str() {
        Some("at_least") => left >= right,
        Some("more_than") => left > right,
        Some("at_most") => left <= right,
        _ => left < right,
    };
    let wants_more = matches!(operands["cmp"].as_str(), Some("at_least" | "more_than"));
    let (lo, hi, target) = (number(&operands["lo"]), number(&operands["hi"]), number(&operands["target"]));
    // 0 certainly not, 1 perhaps, 2 certainly.
    let sure = match (lo, hi, target) {
        (_, _, None) | (None, _, _) => 1,
        (Some(lo), Some(hi), Some(target)) => usize::from(holds(lo, target)) + usize::from(holds(hi, target)),
        (Some(lo), None, Some(target)) => usize::from(holds(lo, target)) + usize::from(wants_more),
    };
    let (begun, over, falls) = (is(operands, "begun"), is(operands, "over"), is(operands, "falls"));
    if is(operands, "infeasible") {
        return (if over { "not_met" } else { "open" }, false);
    }
    if operands["waits_for"].is_string() {
        return (if over { "not_met" } else { "unknown" }, false);
    }
    let outcome = match (over, sure) {
        (true, 2) => "met",
        (true, 1) => "unknown",
        (true, _) => "not_met",
        (false, 2) if wants_more && !falls => "met",
        (false, _) if !begun => "open",
        (false, 1) => "unknown",
        (false, 0) if !wants_more && !falls => "not_met",
        (false, _) => "open",
    };
    (outcome, outcome == "open" && sure == 2 && begun)
}

/// Whether anything at or below a node is waived.
fn any_waived(node: &Value) -> bool {
    node["waived"].is_object() || children(node).iter().any(any_waived)
}

fn children(node: &Value) -> &[Value] {
    node["children"].as_array().map_or(&[], Vec::as_slice)
}

/// What the children come to.
fn combined(node: &Value) -> Judged {
    let all: Vec<&Value> = children(node).iter().filter(|child| !is(child, "text_only")).collect();
    if all.is_empty() {
        return ("unknown", false);
    }
    let are_cells = all.iter().all(|child| child["kind"] == "cell");
    let kept: Vec<&Value> = all.iter().filter(|child| !(are_cells && child["waived"].is_object())).copied().collect();
    if kept.is_empty() {
        return ("met", false);
    }
    let judged: Vec<Judged> = kept.iter().map(|child| derived(child)).collect();
    let holds = |(outcome, holding): &Judged| *outcome == "met" || *holding;
    let (rank, holding) = if node["combine"] == "any" {
        (judged.iter().map(|of| rank(of.0)).max(), judged.iter().any(holds))
    } else {
        (judged.iter().map(|of| rank(of.0)).min(), judged.iter().all(holds))
    };
    let outcome = CHAIN[rank.expect("there are some")];
    if are_cells && outcome == "met" && kept.iter().all(|cell| is(cell, "perhaps_owed")) && !any_waived(node) {
        return ("unknown", false);
    }
    (outcome, outcome == "open" && holding)
}

/// A node's outcome, worked out again.
fn derived(node: &Value) -> Judged {
    let kind = node["kind"].as_str().expect("a node has a kind");
    match kind {
        "duty" => {
            let open = node["duty"]["force"] == "duty" && node["duty"]["done_by"].is_null();
            return (if open { "not_met" } else { "met" }, false);
        }
        "stage" => {
            let stage = &node["stage"];
            let failing = stage["band"].is_string() && is(stage, "cured_by_evaluation");
            let outcome = if stage["evaluation"].is_null() {
                "unknown"
            } else if failing || children(node).iter().any(|duty| derived(duty).0 == "not_met") {
                "not_met"
            } else if stage["score"].is_null() && stage["verdict"].is_null() {
                "unknown"
            } else {
                "met"
            };
            return (outcome, false);
        }
        "completion" => {
            let (met, of) = (&node["share"]["met"], &node["share"]["of"]);
            let (met, of) = (met.as_i64().unwrap_or(0).into(), of.as_i64().unwrap_or(0).into());
            let needed = number(&node["share"]["needed"]).expect("a share");
            let is_reached = of > 0 && Ratio::new(met, of) >= needed;
            return if is_reached { ("met", false) } else { (combined(node).0, false) };
        }
        _ => {}
    }
    let (mut outcome, mut holding) =
        if node["operands"].is_object() { leaf(&node["operands"]) } else { combined(node) };
    if kind == "cell" && is(node, "perhaps_owed") && outcome != "met" && !holding {
        outcome = "unknown";
    }
    let checks = node["checks"].as_array().map_or(&[][..], Vec::as_slice);
    if checks.iter().any(|check| check["else"] == "unknown") {
        (outcome, holding) = ("unknown", false);
    }
    if kind != "cell" && node["waived"].is_object() {
        (outcome, holding) = ("met", false);
    }
    (outcome, holding)
}

/// Compares every node of a tree with what is worked out again.
fn verify(node: &Value, context: &str) -> Result<(), TestCaseError> {
    if !is(node, "text_only") {
        let (outcome, holding) = derived(node);
        prop_assert_eq!(node["outcome"].as_str(), Some(outcome), "{}\n{:#}", context, node);
        if node["kind"] != "indicator" {
            prop_assert_eq!(is(node, "holding"), holding, "holding: {}\n{:#}", context, node);
        }
    }
    children(node).iter().try_for_each(|child| verify(child, context))
}

/// The decision from the uppermost nodes.
fn decision(tree: &Value) -> &'static str {
    let list = |key: &str| tree[key].as_array().cloned().unwrap_or_default();
    let outcomes: Vec<&str> = list("closing").iter().map(|need| derived(need).0).collect();
    let is_open = |trigger: &Value| is(trigger, "arisen") && trigger["force"] == "duty" && trigger["done_by"].is_null();
    match tree["state"].as_str() {
        Some("terminated") => "terminated",
        Some("closed") => "closed",
        _ if outcomes.iter().any(|outcome| matches!(*outcome, "not_met" | "open"))
            || list("stages").iter().any(|stage| derived(stage).0 == "not_met")
            || list("triggers").iter().any(is_open) =>
        {
            "blocked"
        }
        _ if outcomes.contains(&"unknown") => "undecided",
        _ => "closable",
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Every outcome, and the decision, follow from the tree alone.
    #[test]
    fn outcomes_follow_from_the_tree(case in cases()) {
        let ledger = filled(&case, &case.entries);
        for as_of in &case.days {
            let tree = parsed(&ledger.explain(day(as_of)));
            let context = format!("seed {} as of {as_of}", case.seed);
            for group in ["closing", "stages", "indicators", "obligations", "provider_requirements"] {
                for node in tree[group].as_array().into_iter().flatten() {
                    verify(node, &context)?;
                }
            }
            prop_assert_eq!(tree["decision"].as_str(), Some(decision(&tree)), "{}\n{:#}", context, tree);
            prop_assert_eq!(&tree["decision"], &parsed(&ledger.closing(day(as_of)))["decision"]);
        }
    }

    /// Reports are whole documents in either locale: what is opened is closed, and nothing is a script.
    #[test]
    fn reports_are_whole(case in cases()) {
        let ledger = filled(&case, &case.entries);
        let explanation = ledger.explain(day(&case.days[1]));
        for locale in Locale::ALL {
            let report = explanation.report(locale, &[]);
            let html = report.html();
            for tag in ["details", "summary", "ul", "li", "table", "dl"] {
                let (opened, closed) = (format!("<{tag}>"), format!("</{tag}>"));
                let count = html.matches(&opened).count() + html.matches(&format!("<{tag} ")).count();
                prop_assert_eq!(count, html.matches(&closed).count(), "{} in seed {}", tag, case.seed);
            }
            prop_assert!(!html.contains("<script") && !html.contains("http://") && !html.contains("https://"));
            prop_assert!(!report.text().is_empty() && !report.markdown().is_empty());
        }
    }

    /// A difference names exactly the requirements that changed, each with a cause; a day differs from itself in nothing.
    #[test]
    fn differences_are_explained(case in cases(), from in 0usize..6, to in 0usize..6) {
        let ledger = filled(&case, &case.entries);
        let (from, to) = (day(&case.days[from]), day(&case.days[to]));
        let difference = parsed(&ledger.diff(from, to));
        let changed = difference["requirements"].as_array().cloned().unwrap_or_default();
        if from == to {
            prop_assert_eq!(&difference["changes"], &serde_json::json!([]));
            prop_assert_eq!(&difference["entries"], &serde_json::json!([]));
            prop_assert!(changed.is_empty(), "{:#}", difference);
        }
        for change in &changed {
            let causes = change["because"].as_array().map_or(0, Vec::len);
            prop_assert!(causes > 0, "seed {}: unexplained\n{:#}", case.seed, change);
        }
        let (before, after) = (ledger.evaluate(from), ledger.evaluate(to));
        for answer in before.requirements() {
            let Some(id) = &answer.id else { continue };
            let now = after.requirement(id).expect("the same package");
            let listed = changed.iter().any(|change| change["id"].as_str() == Some(id));
            if (answer.outcome, answer.holding, answer.range) != (now.outcome, now.holding, now.range) {
                prop_assert!(listed, "seed {}: {} changed and is not listed", case.seed, id);
            }
        }
        for change in difference["changes"].as_array().into_iter().flatten() {
            let causes = change["because"].as_array().map_or(0, Vec::len);
            prop_assert!(causes > 0, "seed {}: unexplained\n{:#}", case.seed, change);
        }
    }

    /// A trial says what the ledger says once its entries are really there, and leaves the ledger as it was.
    #[test]
    fn trials_say_what_entries_do(case in cases(), split in 0usize..60) {
        let split = split.min(case.entries.len());
        let (held, more) = case.entries.split_at(split);
        let (ledger, whole) = (filled(&case, held), filled(&case, &case.entries));
        let add: Vec<String> = more.iter().map(Value::to_string).collect();
        for as_of in &case.days {
            let untouched = json::canonical(&ledger.evaluate(day(as_of)));
            let tried = parsed(&ledger.what_if(day(as_of), &Trial { add: &add, ..Trial::default() }));
            prop_assert_eq!(&tried["difference"], &parsed(&ledger.diff_with(&whole, day(as_of))), "seed {}", case.seed);
            prop_assert_eq!(json::canonical(&ledger.evaluate(day(as_of))), untouched);
            let nothing = parsed(&ledger.what_if(day(as_of), &Trial::default()));
            prop_assert_eq!(&nothing["difference"]["requirements"], &serde_json::json!([]));
            prop_assert_eq!(&nothing["difference"]["changes"], &serde_json::json!([]));
        }
    }
}

/// A contract of one requirement, with labels and ids that would be markup if they were let through.
fn hostile() -> Ledger {
    let package = r#"{"format": "1", "id": "demo", "version": "1", "source": {"title": "t", "issuer": "i"}, "place": "village",
        "labels": {"zh-CN": "<script>alert(1)</script>", "en": "<img src=x onerror=alert(1)>"},
        "codes": {"place": [{"code": "village", "labels": {"zh-CN": "村", "en": "village"}}],
                  "publication_channel": [{"code": "media", "labels": {"zh-CN": "媒体", "en": "media"}}]},
        "indicators": [{"id": "1", "clause": "1<b>", "labels": {"zh-CN": "报道", "en": "Reports"}, "requirements": [
            {"id": "R", "labels": {"zh-CN": "报道\" onclick=\"x", "en": "Reports"},
             "measure": {"count": {"of": "publication", "where": {"title": {"is": "wanted"}}}}, "target": {"at_least": 1}}]}]}"#;
    let package = Package::load(package.as_bytes(), &[]).expect("a sound package");
    let contract = Contract::load(
        br#"{"id": "c", "package": "demo", "version": "1", "provider": "<i>x</i>",
        "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15"}"#,
    );
    let mut ledger = Ledger::new(&[package], contract.expect("a sound contract")).expect("they fit");
    let line = br#"{"kind": "publication", "id": "<u>p</u>", "package": "demo", "date": "2024-05-01", "recorded_at": "2024-05-02",
        "channel": "media", "title": "<script>alert('title')</script>"}"#;
    assert_eq!(ledger.add("input", 1, line, None), []);
    ledger
}

#[test]
fn nothing_in_a_report_is_markup_but_its_own() {
    let explanation = hostile().explain(day("2024-06-30"));
    let section = jiexiang::explain::Section {
        title: "<h1>".to_owned(),
        note: "<p>".to_owned(),
        columns: vec!["<th>".to_owned()],
        rows: vec![vec!["<td onclick=x>".to_owned()]],
    };
    for locale in Locale::ALL {
        let report = explanation.report(locale, std::slice::from_ref(&section));
        let html = report.html();
        for markup in ["<script", "<img", "<u>", "<i>", "<b>x", "1<b>", "<td onclick", "\" onclick", "<h1><"] {
            assert!(!html.contains(markup), "{markup} in\n{html}");
        }
        assert!(
            html.contains("&lt;script&gt;alert(&#39;title&#39;)&lt;/script&gt;"),
            "the title is shown as text\n{html}"
        );
        let markdown = report.markdown();
        assert!(!markdown.contains("<script") && !markdown.contains("<u>"), "{markdown}");
    }
}

/// The ledger of a sample contract.
fn sample(number: usize) -> Ledger {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../specs/samples/package-{number}"));
    let read = |name: &str| std::fs::read(folder.join(name)).expect("a sample file");
    let package = Package::builtin(&format!("nanchuan-2024/package-{number}")).expect("built in").expect("sound");
    let contract = Contract::load(&read("contract.json")).expect("a sound contract");
    let mut ledger = Ledger::new(&[package], contract).expect("they fit");
    for name in ["registers.jsonl", "events.jsonl", "records.jsonl"] {
        ledger.add_lines(name, &read(name), None);
    }
    ledger
}

/// The first sample lacks the work summary of August 2024 (see the samples' README): who reads
/// only the top of the report learns which clause, which period, and that handing it in late still counts (C24).
#[test]
fn the_top_of_a_blocked_report_says_what_to_do_by_which_clause() {
    let report = sample(1).explain(day("2025-06-30")).report(Locale::ZhCn, &[]).html();
    let (top, _) = report.split_once("<h2>项目指标</h2>").expect("the indicators follow");
    for words in ["结项结论：不可结项", "二（一）2（3）", "月简报和月工作总结", "2024-08", "逾期补交仍计数"]
    {
        assert!(top.contains(words), "{words}\n{top}");
    }
    for resource in ["src=", "href=", "url(", "@import", "<script"] {
        assert!(!report.contains(resource), "{resource} would be loaded from elsewhere, or run");
    }
}

#[test]
fn trees_of_the_samples_give_their_own_outcomes() {
    for number in 1..=6 {
        let ledger = sample(number);
        for as_of in ["2024-10-15", "2025-03-14", "2025-06-30"] {
            let tree = parsed(&ledger.explain(day(as_of)));
            for group in ["closing", "stages", "indicators", "obligations", "provider_requirements"] {
                for node in tree[group].as_array().into_iter().flatten() {
                    verify(node, &format!("sample {number} as of {as_of}")).expect("the same outcome");
                }
            }
            assert_eq!(tree["decision"].as_str(), Some(decision(&tree)), "sample {number} as of {as_of}");
        }
    }
}
