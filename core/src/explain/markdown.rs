//! Reports as Markdown; everything that could be markup is escaped.

use super::blocks::{Block, Fold, Item, Report, one_line};

impl Report {
    /// The report as Markdown (CommonMark with tables).
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = format!("# {}\n", escaped(&self.title));
        blocks(&mut out, 0, &self.blocks);
        out
    }
}

/// Plain text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '!' | '~' => {
                safe.push('\\');
                safe.push(letter);
            }
            _ => safe.push(letter),
        }
    }
    safe
}

fn blocks(out: &mut String, depth: usize, blocks: &[Block]) {
    for block in blocks {
        self::block(out, depth, block);
    }
}

fn block(out: &mut String, depth: usize, block: &Block) {
    let indent = "  ".repeat(depth);
    match block {
        Block::Heading(level, text) => {
            out.push_str(&format!("\n{} {}\n\n", "#".repeat(usize::from(*level) + 1), escaped(text)));
        }
        Block::Line(text) if depth == 0 => out.push_str(&format!("\n{}\n\n", escaped(text))),
        Block::Line(text) => out.push_str(&format!("{indent}- {}\n", escaped(text))),
        Block::Banner(_, title, text) => {
            out.push_str(&format!("\n**{}** {}\n\n", escaped(title), escaped(text)));
        }
        Block::Facts(facts) => {
            for (name, value) in facts {
                out.push_str(&format!("{indent}- {}: {}\n", escaped(name), escaped(value)));
            }
        }
        Block::Items(items) => items.iter().for_each(|of| item(out, &indent, of)),
        Block::Table(head, rows) if depth == 0 && !head.is_empty() => table(out, head, rows),
        // A table does not stand inside a list everywhere.
        Block::Table(_, rows) => {
            for row in rows {
                let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
                out.push_str(&format!("{indent}- {}\n", cells.join(" · ")));
            }
        }
        Block::Fold(fold) => self::fold(out, depth, fold),
    }
}

fn table(out: &mut String, head: &[String], rows: &[Vec<String>]) {
    let row = |cells: &[String]| cells.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join(" | ");
    out.push_str(&format!("\n| {} |\n|{}\n", row(head), " --- |".repeat(head.len())));
    for cells in rows {
        out.push_str(&format!("| {} |\n", row(cells)));
    }
    out.push('\n');
}

fn item(out: &mut String, indent: &str, item: &Item) {
    let mut parts = Vec::new();
    if !item.tag.is_empty() {
        parts.push(format!("**{}**", escaped(&item.tag)));
    }
    parts.extend([&item.title, &item.text].into_iter().filter(|part| !part.is_empty()).map(|part| escaped(part)));
    out.push_str(&format!("{indent}- {}\n", parts.join(" — ")));
    if !item.help.is_empty() {
        out.push_str(&format!("{indent}  - → {}\n", escaped(&item.help)));
    }
}

fn fold(out: &mut String, depth: usize, fold: &Fold) {
    let tag = if fold.tag.is_empty() { String::new() } else { format!("**{}** ", escaped(&fold.tag)) };
    let percent = fold.percent.map(|percent| format!(" {percent}%")).unwrap_or_default();
    let indent = "  ".repeat(depth);
    let status = if fold.status.is_empty() { String::new() } else { format!(" — **{}**", escaped(&fold.status)) };
    out.push_str(&format!("{indent}- {tag}{}{status}{percent}\n", escaped(&fold.title)));
    blocks(out, depth + 1, &fold.blocks);
}
