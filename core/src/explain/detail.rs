//! One node in words: what was asked, what there is, what does not count and why.

use super::blocks::{Block, Fold, Item, Tone};
use super::node::{Counts, Kind, Node, RecordNode};
use super::phrase::{self, label};
use super::report::{SHOWN, Words, fixed_label};
use super::words::*;
use crate::evaluate::Outcome;
use crate::finding::Locale;
use crate::package::model::{CheckElse, ReadingInForce};

/// Writes nodes out.
#[derive(Clone, Copy)]
pub(super) struct Detail<'r> {
    pub(super) locale: Locale,
    /// By which they are read.
    pub(super) readings: &'r [ReadingInForce],
}

impl Detail<'_> {
    /// A node that can be folded; open when there is something to do, which `is_settled` says is not so.
    ///
    /// A part without a name is called by its place `at`.
    pub(super) fn fold(self, node: &Node, at: usize, is_settled: bool) -> Block {
        let locale = self.locale;
        let is_done = is_settled || node.text_only || node.outcome == Outcome::Met || node.waived.is_some();
        let title = match (&node.id, &node.labels) {
            (None, None) if node.kind == Kind::Part => PART.with(locale, &[&(at + 1).to_string()]),
            _ => phrase::name(node, locale),
        };
        let (status, tone) = match (node.kind, node.text_only) {
            (Kind::Stage, _) => (stage_status(node, locale), Tone::from(node.outcome)),
            (_, true) => (phrase::status(node, locale), Tone::Plain),
            _ => (phrase::status(node, locale), Tone::from(node.outcome)),
        };
        Block::Fold(Fold {
            tag: if matches!(node.kind, Kind::Part | Kind::Cell) {
                String::new()
            } else {
                phrase::clause(&node.clause, locale)
            },
            title,
            status,
            tone,
            percent: node.fraction.map(phrase::percent),
            // What is under way stands in the agenda; unfolded is what is lost or wants data.
            open: !is_done && node.outcome != Outcome::Open && node.kind != Kind::Stage,
            blocks: self.details(node, is_done),
        })
    }

    fn details(self, node: &Node, is_done: bool) -> Vec<Block> {
        let mut blocks = Vec::new();
        if node.kind == Kind::Stage {
            self.stage(node, &mut blocks);
        }
        self.figures(node, &mut blocks);
        self.remarks(node, &mut blocks);
        if node.children.iter().any(|child| child.kind == Kind::Cell) {
            self.cells(node, is_done, &mut blocks);
        } else if node.kind != Kind::Stage {
            blocks.extend(node.children.iter().enumerate().map(|(at, child)| self.fold(child, at, is_done)));
        }
        self.records(&node.records, &mut blocks);
        blocks
    }

    /// The evaluation that decides, and what follows from it.
    fn stage(self, node: &Node, blocks: &mut Vec<Block>) {
        let locale = self.locale;
        let Some(stage) = &node.stage else { return };
        let mut facts = Vec::new();
        let mut fact = |word: &Word, value: Option<String>| {
            facts.extend(value.map(|value| (word.of(locale).to_owned(), value)));
        };
        fact(&EVALUATION, stage.evaluation.clone());
        fact(&DATE, stage.date.map(|date| date.to_string()));
        fact(&SCORE, stage.score.map(|score| score.to_string()));
        let verdict = |verdict: &String| fixed_label("verdict", verdict, locale).unwrap_or_else(|| verdict.clone());
        fact(&VERDICT, stage.verdict.as_ref().map(verdict));
        fact(&BAND, stage.band.as_ref().map(ToString::to_string));
        if !facts.is_empty() {
            blocks.push(Block::Facts(facts));
        }
        blocks.extend(stage.boundary.iter().map(|answer| Block::Line(phrase::boundary(answer, self.readings, locale))));
        let items: Vec<Item> = stage.duties.iter().map(|duty| self::duty(duty, locale)).collect();
        if !items.is_empty() {
            blocks.push(Block::Items(items));
        }
    }

    /// The comparison and how far it is from the target.
    fn figures(self, node: &Node, blocks: &mut Vec<Block>) {
        let locale = self.locale;
        let Some(operands) = &node.operands else { return };
        let mut parts = vec![phrase::compared(operands, locale)];
        let is_open = node.outcome != Outcome::Met && node.waived.is_none();
        parts.extend(phrase::gap(operands, locale).filter(|_| is_open));
        parts.push(DAYS.with(locale, &[&operands.first.to_string(), &operands.last.to_string()]));
        blocks.push(Block::Line(parts.join(CLAUSE_SEPARATOR.of(locale))));
        if let Some(anchor) = &operands.waits_for {
            blocks.push(Block::Line(WAITS_FOR.with(locale, &[anchor])));
        }
        if operands.until_closing && is_open {
            blocks.push(Block::Line(UNTIL_CLOSING.of(locale).to_owned()));
        }
    }

    /// Waiver, feasibility, what is missing, checks, shows, boundaries and readings.
    fn remarks(self, node: &Node, blocks: &mut Vec<Block>) {
        let locale = self.locale;
        let mut line = |text: String| blocks.push(Block::Line(text));
        if let Some(waiver) = &node.waived {
            line(WAIVED.with(locale, &[&waiver.approved_by, &waiver.event]));
        }
        if node.infeasible {
            line(INFEASIBLE.of(locale).to_owned());
        }
        if !node.missing.is_empty() {
            let missing: Vec<String> = node.missing.iter().map(|token| phrase::missing(token, locale)).collect();
            line(LACKS.with(locale, &[&phrase::list(&missing, SHOWN, locale)]));
        }
        if !node.gaps.is_empty() {
            let days =
                |[from, to]: &[crate::time::Date; 2]| DAY_SPAN.with(locale, &[&from.to_string(), &to.to_string()]);
            let gaps: Vec<String> = node.gaps.iter().map(days).collect();
            line(UNCOVERED.with(locale, &[&phrase::list(&gaps, SHOWN, locale)]));
        }
        for answer in node.boundary.iter().filter(|_| node.kind != Kind::Stage) {
            line(phrase::boundary(answer, self.readings, locale));
        }
        if !node.readings.is_empty() {
            let ids = node.readings.keys();
            let readings: Vec<String> = ids.map(|id| phrase::read_as(id, self.readings, locale)).collect();
            line(READING.with(locale, &[&phrase::list(&readings, SHOWN, locale)]));
        }
        if !node.checks.is_empty() {
            let items = node.checks.iter().map(|check| Item {
                tag: match check.otherwise {
                    CheckElse::Warn => CHECK_WARN.of(locale).to_owned(),
                    CheckElse::Unknown => CHECK_UNKNOWN.of(locale).to_owned(),
                    CheckElse::Infeasible => CHECK_INFEASIBLE.of(locale).to_owned(),
                },
                title: String::new(),
                text: phrase::message(&check.answer.finding, locale),
                help: check.answer.finding.help(locale),
            });
            blocks.push(Block::Items(items.collect()));
        }
        if !node.shows.is_empty() {
            let amount = |number: Option<crate::number::Exact>| {
                number.map_or_else(|| UNDEFINED.of(locale).to_owned(), |number| number.to_string())
            };
            let shows = node.shows.iter().map(|show| (label(&show.labels, locale), amount(show.range.lo)));
            blocks.push(Block::Facts(shows.collect()));
        }
    }

    /// The cells: first how many, then those with something to do, then the others.
    fn cells(self, node: &Node, is_done: bool, blocks: &mut Vec<Block>) {
        let locale = self.locale;
        let is_waived = |cell: &&Node| cell.waived.is_some();
        let count = |outcome: Outcome| {
            let cells = node.children.iter().filter(|cell| cell.waived.is_none() && cell.outcome == outcome);
            cells.count().to_string()
        };
        let all = node.children.len().to_string();
        let waived = node.children.iter().filter(is_waived).count().to_string();
        let by = [Outcome::NotMet, Outcome::Open, Outcome::Unknown].map(count);
        let [not_met, open, unknown] = &by;
        blocks.push(Block::Line(CELLS.with(locale, &[&all, &count(Outcome::Met), &waived, not_met, open, unknown])));
        let begun = |cell: &&Node| cell.operands.as_ref().is_none_or(|operands| operands.begun);
        let is_met = |cell: &&Node| cell.outcome == Outcome::Met && cell.waived.is_none();
        let (begun, later): (Vec<&Node>, Vec<&Node>) = node.children.iter().partition(begun);
        let (done, left): (Vec<&Node>, Vec<&Node>) = begun.into_iter().partition(is_met);
        let (combined, compared): (Vec<&Node>, Vec<&Node>) = left.iter().partition(|cell| !cell.children.is_empty());
        if !compared.is_empty() {
            blocks.push(table(&compared, locale));
        }
        blocks.extend(combined.iter().map(|cell| self.fold(cell, 0, is_done)));
        if !later.is_empty() {
            let names: Vec<String> = later.iter().map(|cell| phrase::name(cell, locale)).collect();
            blocks.push(Block::Line(NOT_BEGUN.with(locale, &[&phrase::list(&names, SHOWN, locale)])));
        }
        if !done.is_empty() {
            blocks.push(folded(CELLS_DONE.with(locale, &[&done.len().to_string()]), vec![table(&done, locale)]));
        }
    }

    /// What counts, what perhaps counts, and what does not: grouped by reason, with what to do.
    fn records(self, records: &[RecordNode], blocks: &mut Vec<Block>) {
        let locale = self.locale;
        let of =
            |counts: Counts| -> Vec<&RecordNode> { records.iter().filter(|record| record.counts == counts).collect() };
        let counted: Vec<String> = of(Counts::Yes).into_iter().map(|record| record.element.clone()).collect();
        for (word, group) in [(&RECORDS_NOT, of(Counts::No)), (&RECORDS_PERHAPS, of(Counts::Perhaps))] {
            if !group.is_empty() {
                let title = word.with(locale, &[&group.len().to_string()]);
                blocks.push(folded(title, vec![Block::Items(self.by_reason(&group))]));
            }
        }
        if !counted.is_empty() {
            let title = RECORDS_COUNTED.with(locale, &[&counted.len().to_string()]);
            blocks.push(folded(title, vec![Block::Line(phrase::elements(&counted, SHOWN, locale))]));
        }
    }

    /// Elements by what is said of them, with what to do.
    fn by_reason(self, records: &[&RecordNode]) -> Vec<Item> {
        let locale = self.locale;
        let mut by_words: Vec<(Words, Vec<String>)> = Vec::new();
        for record in records {
            let words = match &record.reason {
                Some(reason) => (String::new(), phrase::message(reason, locale), reason.help(locale)),
                None => (String::new(), PERHAPS_OTHER.of(locale).to_owned(), String::new()),
            };
            by_words.push((words, vec![record.element.clone()]));
        }
        let items = together(by_words).into_iter().map(|((tag, text, help), elements)| Item {
            tag,
            title: phrase::elements(&elements, SHOWN, locale),
            text,
            help,
        });
        items.collect()
    }
}

/// What was found under the same words, in the order of the words.
pub(super) fn together(mut found: Vec<(Words, Vec<String>)>) -> Vec<(Words, Vec<String>)> {
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found.dedup_by(|(later, more), (kept, ids)| {
        let is_same = later == kept;
        if is_same {
            ids.append(more);
        }
        is_same
    });
    found
}

/// Cells as rows.
fn table(cells: &[&Node], locale: Locale) -> Block {
    let columns: [(&Word, Column); 6] = [
        (&MEMBERS, |cell, _| cell.members.join(" ")),
        (&WINDOW, |cell, _| cell.window.clone().unwrap_or_default()),
        (&OUTCOME, outcome),
        (&FIGURES, |cell, locale| {
            cell.operands.as_ref().map(|operands| phrase::compared(operands, locale)).unwrap_or_default()
        }),
        (&DUE, |cell, _| cell.due.map(|due| due.to_string()).unwrap_or_default()),
        (&COUNTED, |cell, locale| {
            let elements: Vec<String> = cell.records.iter().map(|record| record.element.clone()).collect();
            phrase::elements(&elements, 12, locale)
        }),
    ];
    // A column in which nothing stands is left out.
    let filled = columns
        .iter()
        .map(|(word, column)| (*word, cells.iter().map(|cell| column(cell, locale)).collect::<Vec<String>>()));
    let filled: Vec<(&Word, Vec<String>)> =
        filled.filter(|(_, texts)| texts.iter().any(|text| !text.is_empty())).collect();
    let rows = (0..cells.len())
        .map(|at| filled.iter().map(|(_, texts)| texts.get(at).cloned().unwrap_or_default()).collect())
        .collect();
    Block::Table(filled.iter().map(|(word, _)| word.of(locale).to_owned()).collect(), rows)
}

type Column = fn(&Node, Locale) -> String;

fn outcome(cell: &Node, locale: Locale) -> String {
    match &cell.waived {
        Some(waiver) => WAIVED.with(locale, &[&waiver.approved_by, &waiver.event]),
        None => phrase::status(cell, locale),
    }
}

/// Details that are folded away.
pub(super) fn folded(title: String, blocks: Vec<Block>) -> Block {
    let (tag, status) = (String::new(), String::new());
    Block::Fold(Fold { tag, title, status, tone: Tone::Plain, percent: None, open: false, blocks })
}

fn stage_status(node: &Node, locale: Locale) -> String {
    let has_evaluation = node.stage.as_ref().is_some_and(|stage| stage.evaluation.is_some());
    let word = match node.outcome {
        Outcome::Met => PASSED,
        Outcome::NotMet | Outcome::Open => FAILED,
        Outcome::Unknown if has_evaluation => NO_SCORE,
        Outcome::Unknown => NOT_HELD,
    };
    word.of(locale).to_owned()
}

fn duty(duty: &crate::lifecycle::DutyAnswer, locale: Locale) -> Item {
    let mut text = vec![match &duty.done_by {
        Some(event) => DONE_BY.with(locale, &[event]),
        None => NOT_DONE.of(locale).to_owned(),
    }];
    text.extend(duty.projected_end.map(|end| NEW_END.with(locale, &[&end.to_string()])));
    Item {
        tag: phrase::clause(&duty.clause, locale),
        title: format!("{} {}", phrase::force(duty.force, locale), phrase::consequence(duty.what, locale)),
        text: text.join(LIST_SEPARATOR.of(locale)),
        help: String::new(),
    }
}
