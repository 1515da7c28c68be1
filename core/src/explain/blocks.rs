//! What a report is made of, before it is written as text, Markdown or HTML.
//!
//! Only the writers know how their format escapes; everything here is plain text.

use crate::evaluate::Outcome;
use crate::finding::Locale;

/// A report for readers, ready to be written.
///
/// [`Report::text`], [`Report::markdown`] and [`Report::html`] say the same. The HTML is one file
/// without scripts; it can be folded, printed, and read on a phone.
#[derive(Clone, Debug)]
pub struct Report {
    /// The language.
    pub(super) locale: Locale,
    /// The title.
    pub(super) title: String,
    /// The content.
    pub(super) blocks: Vec<Block>,
}

/// A section that the caller adds to a report, such as what remains or what falls due: a table.
///
/// All cells are plain text; the writers escape them.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// A sentence under the title; empty for none.
    pub note: String,
    /// Heads of the columns; empty for none.
    pub columns: Vec<String>,
    /// Rows, each with a cell per column.
    pub rows: Vec<Vec<String>>,
}

/// How grave something is, by which it is marked; it is always said in words too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Good,
    Busy,
    Doubt,
    Bad,
    Plain,
}

impl From<Outcome> for Tone {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Met => Self::Good,
            Outcome::Open => Self::Busy,
            Outcome::Unknown => Self::Doubt,
            Outcome::NotMet => Self::Bad,
        }
    }
}

/// A piece of a report.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A heading; 1 stands under the title.
    Heading(u8, String),
    /// A sentence.
    Line(String),
    /// The one sentence that matters most.
    Banner(Tone, String, String),
    /// Names and values.
    Facts(Vec<(String, String)>),
    /// Things to read one by one.
    Items(Vec<Item>),
    /// Rows under heads.
    Table(Vec<String>, Vec<Vec<String>>),
    /// Something with details that can be folded away.
    Fold(Fold),
}

/// One thing of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    /// The clause or another short mark.
    pub(super) tag: String,
    /// What it is about.
    pub(super) title: String,
    /// What is the matter.
    pub(super) text: String,
    /// What to do.
    pub(super) help: String,
}

/// Something with details.
#[derive(Clone, Debug)]
pub(super) struct Fold {
    /// The clause or another short mark.
    pub(super) tag: String,
    /// What it is.
    pub(super) title: String,
    /// Where it stands, in words.
    pub(super) status: String,
    /// The same as a tone.
    pub(super) tone: Tone,
    /// Share done in whole percent, rounded down.
    pub(super) percent: Option<u8>,
    /// Shown unfolded.
    pub(super) open: bool,
    /// The details.
    pub(super) blocks: Vec<Block>,
}

/// Text on one line: what would break a line becomes a space.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
