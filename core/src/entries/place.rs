//! Positions of findings in the source.

use crate::finding::{Finding, Position};
use crate::json::{Borrowed, Shape};

/// Gives each finding the position of the value that it is about.
pub(super) fn in_text(line: usize, text: &[u8], node: &Borrowed<'_>, mut findings: Vec<Finding>) -> Vec<Finding> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    for finding in &mut findings {
        finding.position = Some(Position::of(text, nearest(node, &finding.path).at));
    }
    below(line, findings)
}

/// Moves positions inside a text to those in the source, where it begins on `line`.
pub(super) fn below(line: usize, mut findings: Vec<Finding>) -> Vec<Finding> {
    for position in findings.iter_mut().filter_map(|finding| finding.position.as_mut()) {
        position.line += line.saturating_sub(1);
    }
    findings
}

/// The value at a JSON pointer; for one that is absent, the object that should have it.
fn nearest<'a, 't>(node: &'a Borrowed<'t>, pointer: &str) -> &'a Borrowed<'t> {
    let mut node = node;
    for step in pointer.split('/').skip(1) {
        let next = match &node.shape {
            Shape::Object(_) => node.get(&step.replace("~1", "/").replace("~0", "~")),
            Shape::List(items) => step.parse::<usize>().ok().and_then(|at| items.get(at)),
            _ => None,
        };
        match next {
            Some(next) => node = next,
            None => break,
        }
    }
    node
}
