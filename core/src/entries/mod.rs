//! The ledger 台账: what was admitted and what was rejected, whatever the order it came in.
//!
//! A ledger is a set: adding a line twice changes nothing, and [`Entries::merge`] is
//! commutative, associative and idempotent, so partitions may be read apart and joined.

mod held;
mod list;
mod place;
#[cfg(test)]
mod tests;

use crate::entry::{self, Entry, Given, Reader};
use crate::finding::{Finding, syntax};
use crate::json::{self, LIMITS};
use crate::kind::{Family, KindInfo};
use crate::package::model::Plan;
use crate::time::Date;
use list::List;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The entries of one contract, bound to the package by which they are read.
#[derive(Clone, Debug)]
pub struct Entries {
    plan: Arc<Plan>,
    /// Entries by name space, each content once.
    entries: BTreeMap<&'static str, List>,
    rejected: BTreeSet<Rejected>,
}

/// A line that was not admitted; it is kept, so that nothing is lost silently.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Rejected {
    /// The file or other source, as the caller names it.
    pub source: String,
    /// Line in the source, from 1.
    pub line: usize,
    /// The line as given; bytes that are no UTF-8 are replaced.
    pub text: String,
    /// Why it was rejected, and what else was found.
    pub findings: Vec<Finding>,
}

/// What was found in one line of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LineFindings {
    /// Line in the source, from 1.
    pub line: usize,
    /// The findings, never empty.
    pub findings: Vec<Finding>,
}

/// An entry that says something that was not known.
#[derive(Debug)]
pub(crate) struct News {
    pub(crate) entry: Entry,
    /// Nothing was known of its id.
    pub(crate) is_first: bool,
}

/// What an entry says beside those that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Novelty {
    /// Nothing new.
    Known,
    /// Something else of an id that is known.
    Other,
    /// The first of its id.
    First,
}

/// The lines of a JSON Lines text that hold something, numbered from 1.
///
/// A byte order mark and ends of line of any system are taken off. For callers that read a
/// long text piece by piece; [`Entries::add_lines`] reads it at once.
///
/// ```
/// let lines: Vec<_> = jiexiang::entries::lines(b"{}\r\n\n[]").collect();
/// assert_eq!(lines, [(1, b"{}".as_slice()), (3, b"[]".as_slice())]);
/// ```
pub fn lines(text: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let mut rest = Some(text);
    let lines = std::iter::from_fn(move || {
        let text = rest?;
        let (line, after) = match json::line_length(text).and_then(|length| text.split_at_checked(length)) {
            Some((line, after)) => (line, after.get(1..)),
            None => (text, None),
        };
        rest = after;
        Some(line)
    });
    lines
        .enumerate()
        .filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace))
        .map(|(at, line)| (at + 1, line.strip_suffix(b"\r").unwrap_or(line)))
}

impl Entries {
    /// An empty ledger.
    #[must_use]
    pub fn new(plan: Arc<Plan>) -> Self {
        Self { plan, entries: BTreeMap::new(), rejected: BTreeSet::new() }
    }

    /// The package by which entries are read.
    #[must_use]
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// Reads one entry in JSON and admits or rejects it.
    ///
    /// `line` (from 1) is the line of `source` on which `text` begins; the findings'
    /// positions count from it. `import_date` is the day of entry of an entry that
    /// states none.
    pub fn add(&mut self, source: &str, line: usize, text: &[u8], import_date: Option<Date>) -> Vec<Finding> {
        self.take_in(source, line, text, import_date).1
    }

    /// The same, with the entry when it says something that was not known.
    pub(crate) fn take_in(
        &mut self,
        source: &str,
        line: usize,
        text: &[u8],
        import_date: Option<Date>,
    ) -> (Option<News>, Vec<Finding>) {
        let plan = self.plan.clone();
        let mut reader = Reader::of_one(&plan);
        let findings = self.read(&mut reader, source, line, text, import_date);
        let news = reader.take().next().and_then(|entry| match self.hold(entry.clone()) {
            Novelty::Known => None,
            novelty => Some(News { entry, is_first: novelty == Novelty::First }),
        });
        (news, findings)
    }

    /// Reads one entry in JSON, and rejects it if it is not sound enough.
    fn read(
        &mut self,
        reader: &mut Reader<'_>,
        source: &str,
        line: usize,
        text: &[u8],
        import_date: Option<Date>,
    ) -> Vec<Finding> {
        let (is_sound, findings) = match json::parse_borrowed(text, LIMITS) {
            Ok(node) => match reader.read(&node, import_date) {
                (true, findings) if findings.is_empty() => return findings,
                (is_sound, findings) => (is_sound, place::in_text(line, text, &node, findings)),
            },
            Err(error) => (false, place::below(line, vec![syntax::refusal(&error, text)])),
        };
        if !is_sound {
            self.reject(source, line, text, &findings);
        }
        findings
    }

    /// Reads one entry that was not JSON text, and admits or rejects it.
    ///
    /// `line` is its row in `source`, from 1. Findings name the place inside the entry and have
    /// no position. What is rejected is kept as JSON text.
    pub fn add_given<'g>(
        &mut self,
        source: &str,
        line: usize,
        given: impl Given<'g>,
        import_date: Option<Date>,
    ) -> Vec<Finding> {
        let plan = self.plan.clone();
        let mut reader = Reader::of_one(&plan);
        let findings = self.read_given(&mut reader, source, line, given, import_date);
        self.hold_all(reader.take());
        findings
    }

    /// The same of many entries, each with its row in `source`; what was found in a row goes to `heard`.
    pub fn add_all_given<'g, G: Given<'g>>(
        &mut self,
        source: &str,
        rows: impl IntoIterator<Item = (usize, G)>,
        import_date: Option<Date>,
        mut heard: impl FnMut(usize, Vec<Finding>),
    ) {
        let plan = self.plan.clone();
        let mut reader = Reader::of_many(&plan);
        for (line, given) in rows {
            heard(line, self.read_given(&mut reader, source, line, given, import_date));
            if reader.is_full() {
                self.hold_all(reader.take());
            }
        }
        self.hold_all(reader.take_all());
    }

    fn read_given<'g>(
        &mut self,
        reader: &mut Reader<'_>,
        source: &str,
        line: usize,
        given: impl Given<'g>,
        import_date: Option<Date>,
    ) -> Vec<Finding> {
        let (is_sound, findings) = reader.read(given, import_date);
        if !is_sound {
            let mut text = String::new();
            entry::given_json(given, &mut text);
            self.reject(source, line, text.as_bytes(), &findings);
        }
        findings
    }

    /// Reads JSON Lines: one entry a line, empty lines skipped, ends of line of any system.
    ///
    /// Only lines with findings are answered.
    pub fn add_lines(&mut self, source: &str, text: &[u8], import_date: Option<Date>) -> Vec<LineFindings> {
        let plan = self.plan.clone();
        let mut reader = Reader::of_many(&plan);
        let mut answers = Vec::new();
        for (line, text) in lines(text) {
            let findings = self.read(&mut reader, source, line, text, import_date);
            if !findings.is_empty() {
                answers.push(LineFindings { line, findings });
            }
            if reader.is_full() {
                self.hold_all(reader.take());
            }
        }
        self.hold_all(reader.take_all());
        answers
    }

    /// Takes in what another ledger of the same package holds.
    pub fn merge(&mut self, other: &Self) {
        for held in other.held() {
            self.hold(held.clone());
        }
        self.rejected.extend(other.rejected.iter().cloned());
    }

    /// Everything that was ever added, admitted and rejected, read under another plan.
    #[must_use]
    pub(crate) fn read_again(&self, plan: Arc<Plan>) -> Self {
        let mut again = Self::new(plan);
        for entry in self.iter() {
            again.add("", 1, entry.canonical().as_bytes(), None);
        }
        for line in &self.rejected {
            again.add(&line.source, line.line, line.text.as_bytes(), None);
        }
        again
    }

    /// Takes out what bears an id: among the ids of a kind, or among all.
    ///
    /// Only for trials: a ledger forgets nothing. Returns whether there was anything.
    pub(crate) fn remove(&mut self, id: &str, kind: Option<&'static KindInfo>) -> bool {
        let spaces = self.entries.iter_mut().filter(|(space, _)| kind.is_none_or(|kind| **space == name_space(kind)));
        spaces.fold(false, |found, (_, entries)| entries.remove(id) || found)
    }

    /// The admitted entries: records and events by id, then each register by id.
    ///
    /// Different contents of one id are all there, in the order of their content:
    /// versions of a register entry, or a conflict among records and events.
    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        // A stated day of entry may equal one that an import supplied.
        self.entries.values().flat_map(List::different)
    }

    /// The lines that were not admitted, by source and line.
    pub fn rejected(&self) -> impl Iterator<Item = &Rejected> {
        self.rejected.iter()
    }

    /// Admitted entries about which something was found, in the order of [`Self::iter`].
    ///
    /// These findings have no position: an entry may have come from several sources.
    pub fn admitted_findings(&self) -> impl Iterator<Item = (&Entry, &[Finding])> {
        let found = self.held().map(|entry| (entry, entry.findings()));
        found.filter(|(_, findings)| !findings.is_empty())
    }

    fn reject(&mut self, source: &str, line: usize, text: &[u8], findings: &[Finding]) {
        self.rejected.insert(Rejected {
            source: source.to_owned(),
            line,
            text: String::from_utf8_lossy(text).into_owned(),
            findings: findings.to_vec(),
        });
    }

    /// The different contents of an id among the ids of a kind, see [`Self::iter`].
    pub(crate) fn of_id(&self, kind: &'static KindInfo, id: &str) -> impl Iterator<Item = &Entry> {
        self.entries.get(name_space(kind)).map_or(&[][..], |entries| entries.of_id(id)).iter()
    }

    /// Whether a record or event bears this id.
    pub(crate) fn has_record(&self, id: &str) -> bool {
        self.entries.get("").is_some_and(|records| !records.of_id(id).is_empty())
    }

    fn held(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values().flat_map(List::iter)
    }

    fn hold_all(&mut self, entries: impl Iterator<Item = Entry>) {
        entries.for_each(|entry| _ = self.hold(entry));
    }

    fn hold(&mut self, entry: Entry) -> Novelty {
        self.entries.entry(name_space(entry.kind())).or_default().hold(entry)
    }
}

/// Records and events share their ids; each register has its own.
fn name_space(kind: &'static KindInfo) -> &'static str {
    if kind.family == Family::Register { kind.name } else { "" }
}
