//! Reports as plain text, indented by two spaces a level.

use super::blocks::{Block, Fold, Item, Report, one_line};

impl Report {
    /// The report as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        line(&mut out, 0, &self.title);
        blocks(&mut out, 0, &self.blocks);
        out
    }
}

fn line(out: &mut String, indent: usize, text: &str) {
    out.push_str(&"  ".repeat(indent));
    out.push_str(one_line(text).trim_end());
    out.push('\n');
}

fn blocks(out: &mut String, indent: usize, blocks: &[Block]) {
    for block in blocks {
        self::block(out, indent, block);
    }
}

fn block(out: &mut String, indent: usize, block: &Block) {
    match block {
        Block::Heading(_, text) => {
            out.push('\n');
            line(out, indent, &format!("== {text} =="));
        }
        Block::Line(text) => line(out, indent, text),
        Block::Banner(_, title, text) => line(out, indent, &format!("【{title}】{text}")),
        Block::Facts(facts) => facts.iter().for_each(|(name, value)| line(out, indent, &format!("{name}: {value}"))),
        Block::Items(items) => items.iter().for_each(|of| item(out, indent, of)),
        Block::Table(head, rows) => {
            if !head.is_empty() {
                line(out, indent, &head.join(" | "));
            }
            rows.iter().for_each(|row| line(out, indent, &row.join(" | ")));
        }
        Block::Fold(fold) => self::fold(out, indent, fold),
    }
}

fn item(out: &mut String, indent: usize, item: &Item) {
    let parts = [&item.tag, &item.title, &item.text];
    let parts: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    line(out, indent, &format!("- {}", parts.join("  ")));
    if !item.help.is_empty() {
        line(out, indent + 1, &format!("→ {}", item.help));
    }
}

fn fold(out: &mut String, indent: usize, fold: &Fold) {
    let tag = if fold.tag.is_empty() { String::new() } else { format!("{} ", fold.tag) };
    let bar = fold.percent.map(|percent| format!("  {}", bar(percent))).unwrap_or_default();
    let status = if fold.status.is_empty() { String::new() } else { format!("  [{}]", fold.status) };
    line(out, indent, &format!("{tag}{}{status}{bar}", fold.title));
    blocks(out, indent + 1, &fold.blocks);
}

/// Ten boxes, filled by whole tenths.
fn bar(percent: u8) -> String {
    let full = usize::from(percent / 10).min(10);
    format!("{}{} {percent}%", "■".repeat(full), "□".repeat(10 - full))
}
