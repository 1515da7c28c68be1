use crate::case::Case;
use crate::words::*;
use jiexiang::closing::Closing;
use jiexiang::evaluate::{Evaluation, IndicatorAnswer, Mark, Outcome, RequirementAnswer};
use jiexiang::finding::{Finding, Locale, Severity};
use jiexiang::integrity::Integrity;
use jiexiang::json;
use jiexiang::kind::{self, fixed};
use jiexiang::lifecycle::Lifecycle;
use jiexiang::number::Exact;
use jiexiang::package::model::Labels;
use jiexiang::remaining::{Need, Remaining};
use jiexiang::sensitivity::Sensitivity;
use jiexiang::time::Date;
use serde_json::json;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// Pieces of work shown under a requirement; the rest is counted.
const WORK_SHOWN: usize = 6;

/// Examples shown of a group of like things; the rest is counted.
const SHOWN: usize = 3;

/// Everything as one line of canonical JSON.
pub(crate) fn json(case: &Case, as_of: Date) -> String {
    let lines: BTreeMap<&str, Vec<serde_json::Value>> = case
        .lines
        .iter()
        .map(|(file, lines)| {
            let lines = lines.iter().map(|line| json!({"line": line.line, "findings": line.findings}));
            (file.as_str(), lines.collect())
        })
        .collect();
    json::canonical(&json!({
        "evaluation": case.ledger.evaluate(as_of),
        "lifecycle": case.ledger.lifecycle(as_of),
        "closing": case.ledger.closing(as_of),
        "check": case.ledger.check(as_of),
        "remaining": case.ledger.remaining(as_of),
        "sensitivity": case.ledger.sensitivity(as_of),
        "integrity": case.ledger.integrity(as_of),
        "lines": lines,
    }))
}

/// The report for a terminal.
pub(crate) fn text(case: &Case, as_of: Date, locale: Locale) -> String {
    let ledger = &case.ledger;
    let evaluation = ledger.evaluate(as_of);
    let mut report = Report { locale, remaining: ledger.remaining(as_of), out: String::new() };
    report.head(case, &evaluation);
    report.bad_lines(case);
    report.evaluation(&evaluation);
    report.lifecycle(&ledger.lifecycle(as_of));
    report.findings(&ledger.check(as_of));
    report.closing(&ledger.closing(as_of));
    report.boundaries(&ledger.sensitivity(as_of));
    report.integrity(&ledger.integrity(as_of));
    report.line(0, "");
    report.out
}

struct Report {
    locale: Locale,
    remaining: Remaining,
    out: String,
}

impl Report {
    fn line(&mut self, indent: usize, text: impl AsRef<str>) {
        self.out.push_str(&" ".repeat(indent));
        self.out.push_str(text.as_ref().trim_end());
        self.out.push('\n');
    }

    fn word(&self, word: &Word) -> &'static str {
        word.of(self.locale)
    }

    fn label(&self, labels: &Labels) -> String {
        match self.locale {
            Locale::ZhCn => labels.zh.to_string(),
            Locale::En => labels.en.to_string(),
        }
    }

    fn head(&mut self, case: &Case, evaluation: &Evaluation) {
        let plan = case.ledger.plan();
        self.line(0, "═".repeat(100));
        let title = format!("{}  {}  ({})", plan.id, self.label(&plan.labels), evaluation.contract);
        self.line(0, title);
        let agreed = case.ledger.contract().service_end;
        let extended = if evaluation.service.end == agreed {
            String::new()
        } else {
            format!("（{} {agreed} →）", self.word(&EXTENDED))
        };
        let service = format!(
            "{} {} – {}{extended}   {} {}   {} {}/{}   {}%",
            self.word(&SERVICE),
            evaluation.service.start,
            evaluation.service.end,
            self.word(&AS_OF),
            evaluation.as_of,
            self.word(&COMPLETION),
            evaluation.completion.met,
            evaluation.completion.of,
            percent(&evaluation.progress),
        );
        self.line(0, service);
    }

    fn bad_lines(&mut self, case: &Case) {
        let rejected: Vec<(&str, usize)> =
            case.ledger.rejected().map(|line| (line.source.as_str(), line.line)).collect();
        let graver = |finding: &&Finding| finding.severity <= Severity::Defect;
        let bad: Vec<(&str, usize, &Finding)> = case
            .lines
            .iter()
            .flat_map(|(file, lines)| lines.iter().map(move |line| (file.as_str(), line)))
            .flat_map(|(file, line)| line.findings.iter().filter(graver).map(move |finding| (file, line.line, finding)))
            .collect();
        if bad.is_empty() {
            return;
        }
        self.line(0, format!("\n{}", self.word(&BAD_LINES)));
        for (file, line, finding) in bad {
            let fate = if rejected.contains(&(file, line)) { self.word(&REJECTED) } else { "" };
            let text = format!("{file}:{line} {} {fate}", finding.path);
            self.line(2, format!("{} {}", text.trim_end(), finding.message(self.locale)));
            self.line(4, format!("→ {}", finding.help(self.locale)));
        }
    }

    fn evaluation(&mut self, evaluation: &Evaluation) {
        self.line(0, format!("\n{}", self.word(&INDICATORS)));
        for indicator in &evaluation.indicators {
            self.indicator(indicator);
        }
        self.line(0, format!("\n{}", self.word(&OBLIGATIONS)));
        for requirement in &evaluation.obligations {
            self.requirement(requirement, 2);
        }
        self.line(0, format!("\n{}", self.word(&PROVIDER)));
        for requirement in &evaluation.provider {
            self.requirement(requirement, 2);
        }
    }

    fn indicator(&mut self, indicator: &IndicatorAnswer) {
        let title = format!("{} {}", indicator.clause, self.label(&indicator.labels));
        if indicator.text_only {
            self.line(2, format!("{} {}", pad(&title, 56), self.word(&TEXT_ONLY)));
            return;
        }
        let row = format!("{} {} {}", pad(&title, 56), bar(indicator.fraction), indicator.outcome.label(self.locale));
        self.line(2, row);
        for requirement in &indicator.requirements {
            self.requirement(requirement, 4);
            self.work_left(requirement.id.as_deref().unwrap_or_default(), 8);
        }
    }

    fn requirement(&mut self, answer: &RequirementAnswer, indent: usize) {
        let name = answer.labels.as_ref().map_or_else(String::new, |labels| self.label(labels));
        let title = format!("{} {name}", answer.id.as_deref().unwrap_or("·"));
        if answer.text_only {
            let shows: Vec<String> = answer
                .shows
                .iter()
                .map(|show| format!("{} {}", self.label(&show.labels), amount(show.range.lo)))
                .collect();
            self.line(indent, format!("{} {} {}", pad(&title, 58 - indent), self.word(&TEXT_ONLY), shows.join("，")));
            return;
        }
        let mut row = format!(
            "{} {} {} {}",
            pad(&title, 58 - indent),
            bar(answer.fraction),
            pad(&self.achieved(answer), 18),
            answer.outcome.label(self.locale)
        );
        if answer.holding {
            row += &format!("（{}）", self.word(&HOLDING));
        }
        if answer.marks.contains(&Mark::Infeasible) {
            row += &format!("  ⚠ {}", self.word(&INFEASIBLE));
        }
        self.line(indent, row);
        self.details(answer, indent + 4);
    }

    fn achieved(&self, answer: &RequirementAnswer) -> String {
        let unit = answer.target.as_ref().map_or("", |target| &target.unit);
        match (&answer.range, &answer.target) {
            (Some(range), Some(target)) => {
                let sign = match target.cmp {
                    "at_least" => "≥",
                    "more_than" => ">",
                    "at_most" => "≤",
                    _ => "<",
                };
                let possible = if range.hi == range.lo { String::new() } else { format!("…{}", amount(range.hi)) };
                format!("{}{possible} {sign} {}{unit}", amount(range.lo), amount(target.value))
            }
            _ if !answer.cells.is_empty() => {
                let met =
                    answer.cells.iter().filter(|cell| cell.outcome == Outcome::Met || cell.waived.is_some()).count();
                format!("{met}/{} {}", answer.cells.len(), self.word(&CELLS))
            }
            _ => {
                let met = answer.parts.iter().filter(|part| part.outcome == Outcome::Met).count();
                format!("{met}/{}", answer.parts.len())
            }
        }
    }

    fn details(&mut self, answer: &RequirementAnswer, indent: usize) {
        for part in answer.parts.iter().filter(|part| part.outcome != Outcome::Met || part.id.is_some()) {
            self.requirement(part, indent);
        }
        let failing: Vec<String> = answer
            .cells
            .iter()
            .filter(|cell| cell.outcome != Outcome::Met && cell.waived.is_none())
            .map(|cell| {
                let place = cell
                    .members
                    .iter()
                    .map(String::as_str)
                    .chain(cell.window.as_deref())
                    .collect::<Vec<_>>()
                    .join(" × ");
                let overdue = if cell.overdue { format!("，{}", self.word(&OVERDUE)) } else { String::new() };
                format!("{place}（{}{overdue}）", cell.outcome.label(self.locale))
            })
            .collect();
        if !failing.is_empty() {
            self.line(indent, format!("✗ {}", self.some(&failing, 6)));
        }
        for gap in &answer.gaps {
            self.line(indent, format!("✗ {} {} – {}", self.word(&DAYS_UNCOVERED), gap.0, gap.1));
        }
        if !answer.missing.is_empty() && answer.outcome != Outcome::Met {
            self.line(indent, format!("? {} {}", self.word(&MISSING), self.some(&answer.missing, SHOWN)));
        }
        for show in &answer.shows {
            self.line(indent, format!("· {} {}", self.label(&show.labels), amount(show.range.lo)));
        }
        for check in &answer.checks {
            self.line(indent, format!("! {}", check.finding.message(self.locale)));
        }
        for waived in &answer.waived {
            let place = waived.member.iter().chain(&waived.window).cloned().collect::<Vec<_>>().join(" × ");
            self.line(indent, format!("○ {} {place} {}（{}）", self.word(&WAIVED), waived.event, waived.approved_by));
        }
        for boundary in &answer.boundary {
            let text =
                format!("◇ {} {}={}：{}", self.word(&BOUNDARY), boundary.reading, boundary.option, boundary.would_be);
            self.line(indent, text);
        }
        self.not_counted(answer, indent);
    }

    /// Reasons grouped by their words, so that a hundred like records take one line.
    fn not_counted(&mut self, answer: &RequirementAnswer, indent: usize) {
        let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (element, finding) in &answer.not_counted {
            let reason = match finding.code.as_str() {
                "same_key" => finding.code.words(self.locale).message.replace("{first}", "…"),
                // One line for all that fail one test, whatever was found in each.
                "condition_failed" => self.needed(finding),
                _ => finding.message(self.locale),
            };
            groups.entry(reason).or_default().push(element.clone());
        }
        for (reason, elements) in groups {
            let text = format!("– {} {}：{reason}", self.word(&NOT_COUNTED), self.some(&elements, SHOWN));
            self.line(indent, text);
        }
    }

    fn needed(&self, finding: &Finding) -> String {
        let param = if self.locale == Locale::ZhCn { "what" } else { "what_en" };
        let what = finding.params.get(param).map_or("", String::as_str);
        format!("{} {what}", self.word(&NEEDED))
    }

    /// Under an open requirement: what is missing, what no work can lift, and the work with its last day.
    fn work_left(&mut self, id: &str, indent: usize) {
        let all = self.remaining.requirements.iter().chain(&self.remaining.closing.items);
        let Some(remaining) = all.into_iter().find(|remaining| &*remaining.requirement == id) else { return };
        if matches!(remaining.need, Need::Done | Need::Hold) {
            return;
        }
        let findings = remaining.missing.iter().chain(&remaining.unreachable);
        let findings = findings.map(|found| format!("{}；{}", found.message(self.locale), found.help(self.locale)));
        let lines: Vec<String> = findings.chain(remaining.work.iter().map(|work| work.say(self.locale))).collect();
        for text in lines.iter().take(WORK_SHOWN) {
            self.line(indent, format!("→ {text}"));
        }
        if lines.len() > WORK_SHOWN {
            self.line(indent, format!("→ {} {}", self.word(&MORE), lines.len() - WORK_SHOWN));
        }
    }

    fn some(&self, items: &[String], shown: usize) -> String {
        let mut text = items.iter().take(shown).cloned().collect::<Vec<_>>().join("、");
        if self.locale == Locale::En {
            text = items.iter().take(shown).cloned().collect::<Vec<_>>().join(", ");
        }
        if items.len() > shown {
            text += &format!(" … {} {}", self.word(&MORE), items.len() - shown);
        }
        text
    }

    /// The label of a code of the core.
    fn code(&self, list: &str, code: &str) -> String {
        let known = fixed::find(list).and_then(|list| list.codes.iter().find(|known| known.code == code));
        known.map_or(code, |known| self.either(known.zh, known.en)).to_owned()
    }

    fn either(&self, zh: &'static str, en: &'static str) -> &'static str {
        if self.locale == Locale::ZhCn { zh } else { en }
    }

    fn lifecycle(&mut self, lifecycle: &Lifecycle) {
        self.line(
            0,
            format!("\n{}  {} {}", self.word(&LIFECYCLE), self.word(&STATE), lifecycle.state.label(self.locale)),
        );
        for stage in &lifecycle.stages {
            let result = match (&stage.evaluation, &stage.score, &stage.verdict) {
                (None, ..) => self.word(&NONE).to_owned(),
                (Some(_), Some(score), _) => format!("{} {score}", self.word(&SCORE)),
                (Some(_), None, verdict) => self.code("verdict", verdict.as_deref().unwrap_or_default()),
            };
            let day = stage.date.map(|day| day.to_string()).unwrap_or_default();
            let band = stage.band.as_deref().map_or_else(String::new, |band| format!("→ {band}"));
            self.line(
                2,
                format!("{} {} {} {band}", pad(&self.code("stage", &stage.id), 22), pad(&day, 10), pad(&result, 14)),
            );
            for duty in &stage.duties {
                let fate = match &duty.done_by {
                    Some(event) => format!("{} {event}", self.word(&DONE_BY)),
                    None => self.word(&NOT_DONE).to_owned(),
                };
                let end = duty.projected_end.map_or_else(String::new, |end| format!(" → {end}"));
                let force = self.force(duty.force);
                let what = kind::find(duty.what).map_or(duty.what, |kind| self.either(kind.zh, kind.en));
                self.line(6, format!("{force} {what}{end}：{fate}（{} {}）", self.word(&CLAUSE), duty.clause));
            }
            for boundary in &stage.boundary {
                let text = format!(
                    "◇ {} {}={}：{}",
                    self.word(&BOUNDARY),
                    boundary.reading,
                    boundary.option,
                    boundary.would_be
                );
                self.line(6, text);
            }
        }
        for trigger in lifecycle.triggers.iter().filter(|trigger| trigger.arisen) {
            let text = format!(
                "{} {}：{} {}",
                trigger.id,
                self.word(&ARISEN),
                self.force(trigger.force),
                trigger.then.join(", ")
            );
            self.line(2, text);
        }
        for order in &lifecycle.orders {
            let fate = match &order.cured_by {
                Some(event) => format!("{} {event}", self.word(&CURED_BY)),
                None => self.word(&NOT_CURED).to_owned(),
            };
            self.line(2, format!("{} {}：{fate}", self.word(&ORDER), order.id));
        }
        for finding in &lifecycle.findings {
            self.line(2, format!("! {}", finding.message(self.locale)));
        }
        if !lifecycle.next_steps.is_empty() {
            self.line(2, self.word(&NEXT_STEPS));
            for step in &lifecycle.next_steps {
                let of = step.of.as_deref().unwrap_or_default();
                let clause = step
                    .clause
                    .as_deref()
                    .map_or_else(String::new, |clause| format!("（{} {clause}）", self.word(&CLAUSE)));
                self.line(4, format!("{} {} {of}{clause}", self.force(step.force), step.step.label(self.locale)));
            }
        }
    }

    fn force(&self, force: &str) -> &'static str {
        if force == "duty" { self.word(&DUTY) } else { self.word(&RIGHT) }
    }

    /// Findings by their words; notes and what the requirements already showed are left out.
    fn findings(&mut self, findings: &[Finding]) {
        let mut groups: BTreeMap<(Severity, &str), Vec<&Finding>> = BTreeMap::new();
        for finding in findings.iter().filter(|finding| finding.severity <= Severity::Warning) {
            groups.entry((finding.severity, finding.code.as_str())).or_default().push(finding);
        }
        if groups.is_empty() {
            return;
        }
        self.line(0, format!("\n{}", self.word(&FINDINGS)));
        for ((_, code), found) in groups {
            let Some(first) = found.first() else { continue };
            let records = first.records.join(", ");
            self.line(2, format!("[{code}] {records} {}", first.message(self.locale)));
            if found.len() > 1 {
                let records: Vec<String> = found.iter().skip(1).map(|finding| finding.records.join("+")).collect();
                self.line(4, format!("{} {}：{}", self.word(&MORE), records.len(), self.some(&records, SHOWN)));
            }
            self.line(4, format!("→ {}", first.help(self.locale)));
        }
    }

    fn closing(&mut self, closing: &Closing) {
        let title =
            format!("\n{}  {}：{}", self.word(&CLOSING), self.word(&DECISION), closing.decision.label(self.locale));
        self.line(0, title);
        for item in &closing.items {
            self.requirement(item, 2);
            self.work_left(item.id.as_deref().unwrap_or_default(), 6);
        }
        self.grounds(&BLOCKERS, "✗", &closing.blockers);
        self.grounds(&UNDECIDED, "?", &closing.missing);
        for waived in &closing.waived {
            let what = waived
                .requirement
                .iter()
                .chain(&waived.member)
                .chain(&waived.window)
                .cloned()
                .collect::<Vec<_>>()
                .join(" × ");
            self.line(4, format!("○ {} {what}：{}（{}）", self.word(&WAIVED), waived.event, waived.approved_by));
        }
        for finding in &closing.findings {
            self.line(4, format!("! {}", finding.message(self.locale)));
        }
    }

    /// Values on a boundary, and readings whose other option would change a verdict.
    fn boundaries(&mut self, sensitivity: &Sensitivity) {
        let decisive =
            sensitivity.readings.iter().filter(|reading| reading.options.iter().any(|option| option.decisive));
        let decisive: Vec<String> = decisive.map(|reading| format!("{}（{}）", reading.id, reading.phrase)).collect();
        if sensitivity.boundary.is_empty() && decisive.is_empty() {
            return;
        }
        self.line(0, format!("\n{}", self.word(&READINGS)));
        for at in &sensitivity.boundary {
            let value = at.value.map_or_else(String::new, |value| format!(" {value}"));
            let text = format!(
                "◇ {}{value}：{}；{} {}={} → {}",
                at.id,
                at.is,
                self.word(&BOUNDARY),
                at.reading,
                at.option,
                at.would_be
            );
            self.line(2, text);
        }
        if !decisive.is_empty() {
            self.line(2, format!("{} {}", self.word(&DECISIVE), self.some(&decisive, 8)));
        }
    }

    /// What evaluators look at twice, grouped by code.
    fn integrity(&mut self, integrity: &Integrity) {
        let mut groups: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for found in &integrity.findings {
            groups.entry(found.finding.code.as_str()).or_default().push(&found.finding);
        }
        if groups.is_empty() {
            return;
        }
        self.line(0, format!("\n{}", self.word(&INTEGRITY)));
        for found in groups.into_values() {
            let Some(first) = found.first() else { continue };
            self.line(2, format!("{}（{}）", first.message(self.locale), self.some(&first.records, SHOWN)));
            if found.len() > 1 {
                self.line(4, format!("{} {}", self.word(&MORE), found.len() - 1));
            }
            self.line(4, format!("→ {}", first.help(self.locale)));
        }
    }

    fn grounds(&mut self, title: &Word, sign: &str, findings: &[Finding]) {
        if findings.is_empty() {
            return;
        }
        self.line(2, self.word(title));
        for finding in findings {
            let clause = finding
                .clause
                .as_deref()
                .map_or_else(String::new, |clause| format!("（{} {clause}）", self.word(&CLAUSE)));
            self.line(4, format!("{sign} {}{clause}", finding.message(self.locale)));
            self.line(6, format!("→ {}", finding.help(self.locale)));
        }
    }
}

fn amount(number: Option<Exact>) -> String {
    let Some(number) = number else { return "?".to_owned() };
    let text = number.to_string();
    // Thirds and the like are shown rounded down; verdicts use the exact value.
    if text.contains('/') { number.rounded_down() } else { text }
}

/// `0.8999` as `89.99`.
fn percent(share: &str) -> String {
    let digits: String = share.chars().filter(char::is_ascii_digit).collect();
    let basis: u64 = digits.parse().unwrap_or(0);
    format!("{}.{:02}", basis / 100, basis % 100)
}

/// Twenty places; full only when all is done.
fn bar(share: Exact) -> String {
    let twentieth = |filled: usize| Exact::size(filled).over(Exact::whole(20)).unwrap_or(Exact::ZERO);
    let filled = (1..=20).take_while(|filled| twentieth(*filled) <= share).count();
    format!("{}{}", "█".repeat(filled), "░".repeat(20 - filled))
}

/// Pads to a width in terminal columns: a Chinese character takes two.
fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}
