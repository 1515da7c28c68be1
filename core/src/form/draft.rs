//! Checking an entry while it is being written.

use super::core_rule::{self, CoreRule};
use super::pointer::{put_all, related};
use super::rule::{of_exclusive, of_rule};
use super::rule_fields::RuleFields;
use crate::contract::Contract;
use crate::entry::{self, Entry, Given};
use crate::evaluate::{Evaluation, World, rules};
use crate::finding::{Finding, Severity};
use crate::kind::{Family, KindInfo};
use crate::package::model::{Plan, Rule};
use crate::relation;
use crate::time::Date;
use schemars::JsonSchema;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::BTreeSet;

/// The fields that have been filled in or left; JSON pointers. `None`: all, the entry is handed in.
///
/// A pointer stands for all below it: `/workers` for every worker.
#[derive(Clone, Copy, Debug)]
pub struct Touched<'a>(pub Option<&'a [&'a str]>);

/// What was found in a half-filled entry.
#[derive(Clone, Debug, serde::Serialize, JsonSchema)]
pub struct Checked {
    /// Whether the entry as it stands would be admitted, whatever has been touched.
    pub admissible: bool,
    /// What concerns the touched fields, in a fixed order.
    pub findings: Vec<DraftFinding>,
}

impl Checked {
    /// Whether it would be admitted and there is nothing to say about it.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.admissible && self.findings.is_empty()
    }

    /// Its canonical text: what [`crate::json::canonical`] writes, without sorting keys.
    #[must_use]
    pub fn canonical(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A finding with the fields at which a form shows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema)]
pub struct DraftFinding {
    /// JSON pointers; none when other entries are concerned.
    pub fields: Vec<String>,
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
}

/// Keys in the order of the canonical text.
impl Serialize for DraftFinding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Finding { code, severity, path, params, clause, records, position } = &self.finding;
        let mut map = serializer.serialize_map(None)?;
        if let Some(clause) = clause {
            map.serialize_entry("clause", clause)?;
        }
        map.serialize_entry("code", code.as_str())?;
        map.serialize_entry("fields", &self.fields)?;
        if !params.is_empty() {
            map.serialize_entry("params", params)?;
        }
        map.serialize_entry("path", path)?;
        if let Some(at) = position {
            map.serialize_entry("position", &At { column: at.column, line: at.line })?;
        }
        if !records.is_empty() {
            map.serialize_entry("records", records)?;
        }
        map.serialize_entry("severity", severity.name())?;
        map.end()
    }
}

/// A position with its keys in canonical order.
#[derive(serde::Serialize)]
struct At {
    column: usize,
    line: usize,
}

/// What a draft is checked against.
pub(crate) struct Surroundings<'a> {
    pub(crate) plan: &'a Plan,
    /// Rules that cannot be judged because they look at what a contract states.
    pub(crate) undecided: &'a BTreeSet<String>,
    /// What the rules of the plan look at, where that was gathered beforehand.
    pub(crate) fields: &'a [RuleFields],
    /// The contract and the entries known, when there is a ledger, with [`relations`]. Through the
    /// pointer a module for browsers that knows packages alone goes without what judges ledgers.
    pub(crate) ledger: Option<(&'a Contract, &'a [&'a Entry], Relations)>,
    /// The day of judgement; by default everything in the ledger is known.
    pub(crate) as_of: Option<Date>,
    pub(crate) import_date: Option<Date>,
}

/// What does not fit together among entries on a day; the last one says for which draft.
pub(crate) type Relations = fn(&Plan, &Contract, &[&Entry], Date, &Entry) -> Vec<Finding>;

/// A finding with what it rests on.
struct Found {
    finding: Finding,
    fields: Vec<String>,
    /// Groups of fields: those of one group must all be touched. No group: only handing in brings it up.
    depends: Vec<Vec<String>>,
}

/// Checks a draft as if it were added, without adding it.
pub(crate) fn check<'g>(around: &Surroundings<'_>, draft: impl Given<'g>, touched: Touched<'_>) -> Checked {
    let (entry, read) = read(around, draft);
    let kind = entry.as_ref().map(|entry| entry.kind());
    let mut found: Vec<Found> = read.into_iter().map(|finding| own(kind, finding, touched)).collect();
    if let Some(entry) = entry {
        let errors = found.iter().filter(|found| found.finding.severity == Severity::Error);
        let wrong: Vec<&str> = errors.map(|found| found.finding.path.as_str()).collect();
        let mut more = package_rules(around, &entry, &wrong);
        if let Some((contract, entries, relations)) = around.ledger {
            more.extend(ledger(around, contract, entries, relations, &entry));
        }
        // What cannot be read breaks no rule; it has a finding of its own.
        more.retain(|found| {
            let mut fields = found.depends.iter().flatten();
            !fields.any(|field| wrong.iter().any(|wrong| !wrong.is_empty() && related(field, wrong)))
        });
        found.extend(more);
    }
    if found.is_empty() {
        return Checked { admissible: true, findings: Vec::new() };
    }
    let admissible = !found.iter().any(|found| found.finding.severity == Severity::Error);
    let shown = found.into_iter().filter(|found| touched.shows(&found.depends));
    let mut findings: Vec<DraftFinding> =
        shown.map(|found| DraftFinding { fields: found.fields, finding: named(found.finding) }).collect();
    findings.sort();
    findings.dedup();
    Checked { admissible, findings }
}

impl Touched<'_> {
    fn shows(self, depends: &[Vec<String>]) -> bool {
        let Some(touched) = self.0 else { return true };
        // The form is of one kind, so its kind is settled.
        let settled = |field: &str| field.is_empty() || field == "/kind";
        let is_touched = |field: &String| settled(field) || touched.iter().any(|touched| related(touched, field));
        depends.iter().any(|group| group.iter().all(is_touched))
    }
}

fn read<'g>(around: &Surroundings<'_>, draft: impl Given<'g>) -> (Option<Entry>, Vec<Finding>) {
    let start = around.ledger.map(|(contract, ..)| contract.service_start);
    let date = draft.field("date").and_then(|date| Date::parse(&date.see().text()?));
    // Only stands in until the day of entry is filled in.
    let otherwise = date.or(around.as_of).or(start).unwrap_or(Date::FIRST);
    entry::read_draft(draft, around.plan, around.import_date, otherwise)
}

/// A finding of the entry itself, with the fields of the check that it comes from.
fn own(kind: Option<&'static KindInfo>, finding: Finding, touched: Touched<'_>) -> Found {
    // At a place of its own, and shown whatever has been touched, it needs no fields of a check.
    if touched.0.is_none() && !finding.path.is_empty() {
        return Found { fields: vec![finding.path.clone()], finding, depends: Vec::new() };
    }
    let mut depends = kind.map(|kind| groups(kind, &finding, &finding.path)).unwrap_or_default();
    if depends.is_empty() {
        depends.push(vec![finding.path.clone()]);
    }
    let is_whole = finding.path.is_empty();
    let fields = depends.first().cloned().filter(|_| is_whole).unwrap_or_else(|| vec![finding.path.clone()]);
    Found { finding, fields, depends }
}

/// The fields of the checks that a finding at this path may come from.
fn groups(kind: &'static KindInfo, finding: &Finding, path: &str) -> Vec<Vec<String>> {
    let rules = core_rule::of_code(kind, finding.code)
        .into_iter()
        .filter(|rule| path.is_empty() || rule.depends.iter().any(|field| related(field, path)));
    rules.map(|rule: CoreRule| put_all(&rule.depends, path)).collect()
}

/// The rules of the package that the entry alone decides.
fn package_rules(around: &Surroundings<'_>, entry: &Entry, wrong: &[&str]) -> Vec<Found> {
    let mut found = Vec::new();
    let alone = World::bare(around.plan, entry.date().unwrap_or(entry.recorded_at()));
    let rules = around.plan.rules.iter().enumerate().filter(|(_, rule)| rule.own && rule.of.kind() == entry.kind());
    for (place, rule) in rules.filter(|(_, rule)| !around.undecided.contains(&*rule.id)) {
        let broken = rules::failing(&alone, rule, entry);
        if broken.is_empty() {
            continue;
        }
        let gathered;
        let looks = match around.fields.get(place) {
            Some(known) => known,
            None => {
                gathered = RuleFields::of(rule);
                &gathered
            }
        };
        for (finding, parts) in broken {
            let put = |fields: &Vec<String>| put_all(fields, &finding.path);
            let is_wrong = |field: &String| wrong.iter().any(|wrong| related(field, wrong));
            // A part that looks at what cannot be read is not judged yet.
            let parts = parts.into_iter().filter_map(|part| looks.parts.get(part)).map(put);
            let mut fields: Vec<String> = parts.filter(|part| !part.iter().any(is_wrong)).flatten().collect();
            fields.sort_unstable();
            fields.dedup();
            if !fields.is_empty() && !put(&looks.selecting).iter().any(is_wrong) {
                let mut depends = put(&looks.all);
                depends.retain(|field| !is_wrong(field));
                found.push(Found { finding, fields, depends: vec![depends] });
            }
        }
    }
    found
}

/// What the draft brings up in the ledger: findings that were not there without it.
fn ledger(
    around: &Surroundings<'_>,
    contract: &Contract,
    entries: &[&Entry],
    relations: Relations,
    draft: &Entry,
) -> Vec<Found> {
    let latest = entries.iter().map(|entry| entry.visible_from()).max();
    let day = around.as_of.or(latest).map_or(draft.visible_from(), |day| day.max(draft.visible_from()));
    let mut known: Vec<&Entry> = entries.iter().copied().filter(|entry| entry.visible_from() <= day).collect();
    let before = relations(around.plan, contract, &known, day, draft);
    known.push(draft);
    let after = relations(around.plan, contract, &known, day, draft);
    let is_version = |finding: &Finding| {
        draft.kind().family == Family::Register && finding.records.iter().all(|id| *id == draft.id())
    };
    let new = after.into_iter().filter(|finding| before.binary_search(finding).is_err() || is_version(finding));
    new.filter(|finding| !is_own(around.plan, finding)).map(|finding| related_found(around, draft, finding)).collect()
}

/// The [`Relations`] of ledgers.
pub(crate) fn relations(
    plan: &Plan,
    contract: &Contract,
    entries: &[&Entry],
    day: Date,
    draft: &Entry,
) -> Vec<Finding> {
    let mut findings = relation::check(plan, contract, entries.iter().copied());
    if matches!(draft.kind().name, "waiver" | "make_up") {
        // Whether they meet anything shows only when the requirements are judged.
        findings.extend(Evaluation::new(plan, contract, entries.iter().copied(), day, false).findings);
    } else {
        findings.extend(World::new(plan, contract, entries.iter().copied(), day).findings);
    }
    findings.sort();
    findings.dedup();
    findings
}

/// Rules that the entry alone decides are judged beforehand.
fn is_own(plan: &Plan, finding: &Finding) -> bool {
    rule_of(plan, finding).is_some_and(|rule| rule.own)
}

fn rule_of<'p>(plan: &'p Plan, finding: &Finding) -> Option<&'p Rule> {
    let id = finding.params.get("rule")?;
    plan.rules.iter().find(|rule| *rule.id == **id)
}

fn related_found(around: &Surroundings<'_>, draft: &Entry, finding: Finding) -> Found {
    let exclusive = finding.params.get("rule").and_then(|id| {
        around.plan.exclusives.iter().find(|exclusive| *exclusive.id == **id && exclusive.of.kind() == draft.kind())
    });
    let rule = rule_of(around.plan, &finding).filter(|rule| rule.of.kind() == draft.kind());
    let concerned = finding.records.iter().any(|id| *id == draft.id());
    let at_draft = finding.records.first().is_none_or(|id| *id == draft.id());
    let path = if at_draft { finding.path.as_str() } else { "" };
    let put = |fields: BTreeSet<String>| vec![put_all(&fields, path)];
    let depends: Vec<Vec<String>> = match (exclusive, rule) {
        (Some(exclusive), _) if concerned => put(of_exclusive(exclusive)),
        (_, Some(rule)) if concerned => put(of_rule(rule)),
        _ => groups(draft.kind(), &finding, path),
    };
    let is_field = at_draft && !path.is_empty() && exclusive.is_none() && rule.is_none();
    let fields = if is_field { vec![finding.path.clone()] } else { depends.first().cloned().unwrap_or_default() };
    Found { finding, fields, depends }
}

/// A draft without an id names no entry.
fn named(mut finding: Finding) -> Finding {
    finding.records.retain(|id| !id.is_empty());
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Position, counting};

    #[test]
    fn the_canonical_text_needs_no_sorting() {
        let whole = Finding::new(counting::RULE_BROKEN)
            .at("/workers/0")
            .with("what", "\u{1}\"言\"")
            .with("rule", "r")
            .under("一")
            .about("v-1");
        let placed = Finding { position: Some(Position { line: 2, column: 1 }), ..whole.clone() };
        let bare = Finding::new(counting::RULE_BROKEN);
        let found = |finding| DraftFinding { fields: vec!["/b".to_owned(), "/a".to_owned()], finding };
        for findings in [vec![], vec![found(whole), found(placed), found(bare)]] {
            let checked = Checked { admissible: findings.is_empty(), findings };
            assert_eq!(checked.canonical(), crate::json::canonical(&checked));
        }
    }
}
