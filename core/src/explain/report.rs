//! From the tree to a report: on top the decision with what blocks it and what to do, then everything else.

use super::blocks::{Block, Fold, Item, Report, Section, Tone};
use super::detail::{self, Detail};
use super::node::{Kind, Node};
use super::phrase::{self, label};
use super::tree::Explanation;
use super::words::*;
use crate::closing::Decision;
use crate::evaluate::{Combine, Operands, Outcome};
use crate::finding::{Finding, Locale};
use crate::kind::fixed;

/// Names shown in one line before the rest is counted.
pub(super) const SHOWN: usize = 60;

/// What is said of several entries at once: tag, text and help.
pub(super) type Words = (String, String, String);

impl Explanation {
    /// The report on everything; `sections` of the caller's stand between the next steps and the indicators.
    #[must_use]
    pub fn report(&self, locale: Locale, sections: &[Section]) -> Report {
        let mut blocks = vec![self.banner(locale), Block::Facts(self.facts(locale))];
        self.to_do(locale, &mut blocks);
        for section in sections.iter().filter(|section| !section.rows.is_empty() || !section.note.is_empty()) {
            blocks.push(Block::Heading(1, section.title.clone()));
            if !section.note.is_empty() {
                blocks.push(Block::Line(section.note.clone()));
            }
            if !section.rows.is_empty() {
                blocks.push(Block::Table(section.columns.clone(), section.rows.clone()));
            }
        }
        let needs: Vec<&Node> = self.closing.iter().filter(|need| need.kind != Kind::Completion).collect();
        let all = |nodes: &[Node]| -> Vec<Block> { nodes.iter().map(|node| self.fold(node, locale)).collect() };
        group(&mut blocks, &INDICATORS, locale, self.indicators().map(|node| self.fold(node, locale)).collect());
        group(&mut blocks, &NEEDS, locale, needs.into_iter().map(|node| self.fold(node, locale)).collect());
        group(&mut blocks, &STAGES, locale, all(&self.stages));
        group(&mut blocks, &ORDERS, locale, self.orders(locale));
        group(&mut blocks, &TRIGGERS, locale, self.triggers(locale));
        group(&mut blocks, &OBLIGATIONS, locale, all(&self.obligations));
        group(&mut blocks, &PROVIDER_NEEDS, locale, all(&self.provider_requirements));
        group(&mut blocks, &READINGS, locale, self.readings(locale));
        if !self.findings.is_empty() {
            blocks.push(Block::Fold(self.other_findings(locale)));
        }
        blocks.push(Block::Line(NOTE.of(locale).to_owned()));
        let title = TITLE.with(locale, &[&label(&self.package.labels, locale)]);
        Report { locale, title, blocks }
    }

    /// A node with its details.
    fn fold(&self, node: &Node, locale: Locale) -> Block {
        Detail { locale, readings: &self.readings }.fold(node, 0, false)
    }

    /// The report on one node.
    #[must_use]
    pub fn report_of(&self, node: &Node, locale: Locale) -> Report {
        let blocks = vec![Block::Line(AS_OF.with(locale, &[&self.as_of.to_string()])), self.fold(node, locale)];
        Report { locale, title: TITLE.with(locale, &[&phrase::name(node, locale)]), blocks }
    }

    fn banner(&self, locale: Locale) -> Block {
        let tone = match self.decision {
            Decision::Closable | Decision::Closed => Tone::Good,
            Decision::Blocked | Decision::Terminated => Tone::Bad,
            Decision::Undecided => Tone::Doubt,
        };
        let title = DECISION.with(locale, &[self.decision.label(locale)]);
        let day = AS_OF.with(locale, &[&self.as_of.to_string()]);
        let (blockers, missing) = (self.blockers.len().to_string(), self.missing.len().to_string());
        let end = self.service.end;
        let left = end.days_since(self.as_of);
        let mut said = vec![day];
        if left > 0 && matches!(self.decision, Decision::Blocked | Decision::Undecided) {
            said.push(DAYS_LEFT.with(locale, &[&end.to_string(), &left.to_string()]));
        }
        said.push(BLOCKED_BY.with(locale, &[&blockers, &missing]));
        Block::Banner(tone, title, said.join(CLAUSE_SEPARATOR.of(locale)))
    }

    fn facts(&self, locale: Locale) -> Vec<(String, String)> {
        let service = &self.service;
        let mut days = format!("{} – {}", service.start, service.end);
        if service.end != service.agreed_end {
            let by = service.extended_by.join(LIST_SEPARATOR.of(locale));
            let extended = EXTENDED.with(locale, &[&service.agreed_end.to_string(), &by]);
            days = REMARKED.with(locale, &[&days, &extended]);
        }
        let package = REMARKED
            .with(locale, &[&label(&self.package.labels, locale), &VERSION.with(locale, &[&self.package.version])]);
        let percent = self.progress.parse().ok().map(crate::number::Exact::decimal).map_or(0, phrase::percent);
        let mut facts = vec![(CONTRACT.of(locale).to_owned(), self.contract.to_string())];
        facts.push((PACKAGE.of(locale).to_owned(), package));
        facts.extend(self.provider.iter().map(|name| (PROVIDER.of(locale).to_owned(), name.to_string())));
        facts.extend(self.purchaser.iter().map(|name| (PURCHASER.of(locale).to_owned(), name.to_string())));
        facts.push((SERVICE.of(locale).to_owned(), days));
        facts.push((STATE.of(locale).to_owned(), self.state.label(locale).to_owned()));
        facts.push((COMPLETION.of(locale).to_owned(), format!("{}/{}", self.completion.met, self.completion.of)));
        facts.push((PROGRESS.of(locale).to_owned(), format!("{percent}%")));
        facts
    }

    /// What blocks, what is missing, and the legal next steps.
    fn to_do(&self, locale: Locale, blocks: &mut Vec<Block>) {
        let items = |findings: &[Finding]| findings.iter().map(|finding| self.item(finding, locale)).collect();
        let lists: [(&Word, Vec<Item>); 3] = [
            (&BLOCKERS, items(&self.blockers)),
            (&MISSING, items(&self.missing)),
            (&NEXT_STEPS, self.next_steps(locale)),
        ];
        for (word, items) in lists {
            if !items.is_empty() {
                blocks.push(Block::Heading(1, word.of(locale).to_owned()));
                blocks.push(Block::Items(items));
            }
        }
    }

    /// A finding about a node: with the node's name, and where exactly something is left.
    fn item(&self, finding: &Finding, locale: Locale) -> Item {
        let node = self.node(&finding.path);
        let mut text = phrase::message(finding, locale);
        if let Some(node) = node.filter(|node| node.holding) {
            let last = last_day(node).map(|last| last.to_string()).unwrap_or_default();
            text = KEEP_UNTIL.with(locale, &[&last]);
        } else if let Some(node) = node {
            for (kind, word) in [(Kind::Cell, &CELLS_LEFT), (Kind::Part, &PARTS_LEFT)] {
                let left: Vec<String> = left(node, kind).into_iter().map(|left| phrase::name(left, locale)).collect();
                if !left.is_empty() {
                    text += CLAUSE_SEPARATOR.of(locale);
                    text += &word.with(locale, &[&phrase::list(&left, 12, locale)]);
                }
            }
            if let Some(word) = time_left(node) {
                text += &format!("{}{}", CLAUSE_SEPARATOR.of(locale), word.of(locale));
            }
            if let Some(gap) = node.operands.as_ref().and_then(|operands| phrase::gap(operands, locale)) {
                text += &format!("{}{gap}", CLAUSE_SEPARATOR.of(locale));
            }
        }
        let what = finding.params.get("what").filter(|_| finding.code == crate::finding::lifecycle::DUTY_OPEN);
        let name = self.name_of(&finding.path, locale).unwrap_or_default();
        Item {
            tag: phrase::clause(finding.clause.as_deref().unwrap_or_default(), locale),
            title: match what {
                Some(what) => join(&name, phrase::consequence(what, locale)),
                None => name,
            },
            text,
            // What to do about a requirement stands in the agenda.
            help: if node.is_some_and(|node| node.kind != Kind::Stage) { String::new() } else { finding.help(locale) },
        }
    }

    fn next_steps(&self, locale: Locale) -> Vec<Item> {
        let about = |of: &String| {
            self.name_of(of, locale).or_else(|| fixed_label("stage", of, locale)).unwrap_or_else(|| of.clone())
        };
        let item = |step: &crate::lifecycle::StepAnswer| Item {
            tag: phrase::clause(step.clause.as_deref().unwrap_or_default(), locale),
            title: format!("{}{}{}", phrase::force(step.force, locale), space(locale), step.step.label(locale)),
            text: step.of.as_ref().map(about).unwrap_or_default(),
            help: String::new(),
        };
        self.next_steps.iter().map(item).collect()
    }

    fn orders(&self, locale: Locale) -> Vec<Block> {
        let item = |order: &crate::lifecycle::OrderAnswer| {
            let mut text = vec![ORDER_ISSUE.with(locale, &[&order.issue])];
            text.extend(order.date.map(|date| date.to_string()));
            text.extend(order.due.map(|due| ORDER_DUE.with(locale, &[&due.to_string()])));
            text.push(ORDER_REMINDED.with(locale, &[&order.reminders.to_string()]));
            text.push(match &order.cured_by {
                Some(event) => CURED.with(locale, &[event]),
                None => NOT_CURED.of(locale).to_owned(),
            });
            Item { title: order.id.clone(), text: text.join(LIST_SEPARATOR.of(locale)), ..Item::default() }
        };
        if self.orders.is_empty() { Vec::new() } else { vec![Block::Items(self.orders.iter().map(item).collect())] }
    }

    fn triggers(&self, locale: Locale) -> Vec<Block> {
        let arisen = self.triggers.iter().filter(|trigger| trigger.arisen || !trigger.boundary.is_empty());
        let items: Vec<Item> = arisen
            .map(|trigger| {
                let then: Vec<&str> = trigger.then.iter().map(|what| phrase::consequence(what, locale)).collect();
                let status = if trigger.arisen { ARISEN } else { NOT_ARISEN }.of(locale);
                let boundary: Vec<String> =
                    trigger.boundary.iter().map(|answer| phrase::boundary(answer, &self.readings, locale)).collect();
                Item {
                    tag: phrase::clause(&trigger.clause, locale),
                    title: format!(
                        "{}{}{}",
                        phrase::force(trigger.force, locale),
                        space(locale),
                        then.join(LIST_SEPARATOR.of(locale))
                    ),
                    text: REMARKED.with(locale, &[&trigger.id, status]),
                    help: boundary.join(LIST_SEPARATOR.of(locale)),
                }
            })
            .collect();
        if items.is_empty() { Vec::new() } else { vec![Block::Items(items)] }
    }

    /// Findings by message, each with the entries concerned.
    fn other_findings(&self, locale: Locale) -> Fold {
        let mut by_words: Vec<(Words, Vec<String>)> = Vec::new();
        for finding in &self.findings {
            let words = (
                phrase::clause(finding.clause.as_deref().unwrap_or_default(), locale),
                phrase::message(finding, locale),
                finding.help(locale),
            );
            by_words.push((words, finding.records.clone()));
        }
        let items = detail::together(by_words).into_iter().map(|((tag, text, help), records)| Item {
            tag,
            title: phrase::list(&records, 12, locale),
            text,
            help,
        });
        Fold {
            tag: String::new(),
            title: FINDINGS.with(locale, &[&self.findings.len().to_string()]),
            status: String::new(),
            tone: Tone::Plain,
            percent: None,
            open: false,
            blocks: vec![Block::Items(items.collect())],
        }
    }

    fn readings(&self, locale: Locale) -> Vec<Block> {
        if self.readings.is_empty() {
            return Vec::new();
        }
        let head = [PHRASE, OPTION, CHOSEN].map(|word| word.of(locale).to_owned()).to_vec();
        let row = |reading: &crate::package::model::ReadingInForce| {
            let chosen = if reading.by_default { BY_DEFAULT } else { BY_CONTRACT };
            vec![
                REMARKED.with(locale, &[&reading.phrase, &reading.id]),
                label(&reading.labels, locale),
                chosen.of(locale).to_owned(),
            ]
        };
        let chosen = self.readings.iter().filter(|reading| !reading.by_default).count();
        let title = READINGS_FOLD.with(locale, &[&self.readings.len().to_string(), &chosen.to_string()]);
        vec![detail::folded(title, vec![Block::Table(head, self.readings.iter().map(row).collect())])]
    }
}

/// Two names as one; either may be empty.
fn join(one: &str, other: &str) -> String {
    if one.is_empty() { other.to_owned() } else { format!("{one} · {other}") }
}

/// Whether anything can still be done in time about what is not met.
fn time_left(node: &Node) -> Option<&'static Word> {
    fn any(node: &Node, of: fn(&Operands) -> bool) -> bool {
        node.operands.as_ref().is_some_and(of) || node.children.iter().any(|child| any(child, of))
    }
    // What is lost in one cell is lost, whatever can still be handed in late for another.
    fn all_late(node: &Node) -> bool {
        let lost = |node: &Node| node.outcome == Outcome::NotMet && node.waived.is_none();
        match &node.operands {
            Some(operands) if node.children.is_empty() => operands.late_counts && operands.cmp.wants_more(),
            _ if node.combine == Some(Combine::Any) => node.children.iter().filter(|child| lost(child)).any(all_late),
            _ => node.children.iter().any(lost) && node.children.iter().filter(|child| lost(child)).all(all_late),
        }
    }
    match node.outcome {
        Outcome::Open => Some(&STILL_OPEN),
        Outcome::NotMet if any(node, |operands| operands.until_closing) => Some(&UNTIL_CLOSING),
        Outcome::NotMet if all_late(node) => Some(&LATE_COUNTS),
        Outcome::NotMet if node.kind != Kind::Stage => Some(&TIME_OVER),
        _ => None,
    }
}

/// The last day of all that a node compares.
fn last_day(node: &Node) -> Option<crate::time::Date> {
    let below = node.children.iter().filter_map(last_day);
    below.chain(node.operands.as_ref().map(|operands| operands.last)).max()
}

/// Between two words.
fn space(locale: Locale) -> &'static str {
    match locale {
        Locale::ZhCn => "",
        Locale::En => " ",
    }
}

/// The label of a code of the core.
pub(super) fn fixed_label(list: &str, code: &str, locale: Locale) -> Option<String> {
    let found = fixed::find(list)?.codes.iter().find(|fixed| fixed.code == code)?;
    Some(if locale == Locale::ZhCn { found.zh } else { found.en }.to_owned())
}

fn group(blocks: &mut Vec<Block>, word: &Word, locale: Locale, content: Vec<Block>) {
    if !content.is_empty() {
        blocks.push(Block::Heading(1, word.of(locale).to_owned()));
        blocks.extend(content);
    }
}

/// The cells, or parts, of a node that are neither met nor waived and have begun.
fn left(node: &Node, kind: Kind) -> Vec<&Node> {
    let is_left = |child: &&Node| {
        let begun = child.operands.as_ref().is_none_or(|operands| operands.begun);
        child.kind == kind && child.outcome != Outcome::Met && child.waived.is_none() && begun
    };
    node.children.iter().filter(is_left).collect()
}
