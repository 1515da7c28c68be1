//! Writes the shared vectors `tests/vectors/<area>/<name>.json` and their manifest.
//!
//! Nothing here calls jiexiang: inputs are built by small helpers, and each expected value
//! is stated beside its case with the clause and the arithmetic it was worked out from.
//! Run it from anywhere: `cargo run -p jiexiang-conformance --bin make_vectors`.

mod admission;
mod bands;
mod boundaries;
mod bounds;
mod build;
mod calendar;
mod closing;
mod closing_findings;
mod cures;
mod decisions;
mod diff;
mod draft;
mod entry_checks;
mod explain;
mod form;
mod found;
mod integrity;
mod keys;
mod lint;
mod loopholes;
mod made_up;
mod missing;
mod near_misses;
mod nesting;
mod package1;
mod package1_rest;
mod package23;
mod package4;
mod package5;
mod package6;
mod planting;
mod portfolio;
mod provider;
mod questions;
mod reasons;
mod relations;
mod remaining;
mod remaining_few_days;
mod remaining_least;
mod remaining_limits;
mod remaining_reach;
mod replay;
mod sensitivity;
mod shared;
mod stages;
mod state;
mod time;
mod unlisted;
mod waiver_findings;
mod waivers;
mod what_if;
mod windows;

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::{fs, io, path::Path};

/// All cases by `<area>/<name>`.
#[derive(Default)]
pub(crate) struct Book(BTreeMap<String, Value>);

impl Book {
    /// Adds a case of any operation.
    pub(crate) fn add(&mut self, name: impl Into<String>, op: &str, input: Value, expected: Value, how: &str) {
        let name = name.into();
        let case = json!({"op": op, "input": input, "expected": expected, "how": how});
        assert!(self.0.insert(name.clone(), case).is_none(), "two vectors are named {name}");
    }
}

fn main() -> io::Result<()> {
    let mut book = Book::default();
    for fill in [
        package1::fill,
        bounds::fill,
        cures::fill,
        package1_rest::fill,
        planting::fill,
        stages::fill,
        decisions::fill,
        nesting::fill,
        windows::fill,
        package23::fill,
        loopholes::fill,
        package4::fill,
        package5::fill,
        package6::fill,
        provider::fill,
        bands::fill,
        closing::fill,
        time::fill,
        state::fill,
        missing::fill,
        waivers::fill,
        made_up::fill,
        keys::fill,
        admission::fill,
        lint::fill,
        relations::fill,
        reasons::fill,
        entry_checks::fill,
        waiver_findings::fill,
        closing_findings::fill,
        questions::fill,
        form::fill,
        draft::fill,
        boundaries::fill,
        replay::fill,
        near_misses::fill,
        unlisted::fill,
        found::fill,
        explain::fill,
        diff::fill,
        what_if::fill,
        remaining::fill,
        remaining_reach::fill,
        remaining_least::fill,
        remaining_few_days::fill,
        remaining_limits::fill,
        calendar::fill,
        sensitivity::fill,
        integrity::fill,
        portfolio::fill,
    ] {
        fill(&mut book);
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    let mut files: Vec<String> = book.0.keys().map(|name| format!("{name}.json")).collect();
    files.sort();
    for (name, case) in &book.0 {
        write(&root.join(format!("{name}.json")), case)?;
    }
    write(&root.join("manifest.json"), &json!({"count": files.len(), "files": files}))
}

/// One top-level key a line, and one entry of the ledger a line: small and still readable in a diff.
fn write(path: &Path, value: &Value) -> io::Result<()> {
    let mut text = String::from("{");
    for (i, (key, part)) in value.as_object().into_iter().flatten().enumerate() {
        text.push_str(if i > 0 { ",\n" } else { "\n" });
        text.push_str(&format!("  {}: ", Value::from(key.as_str())));
        match (key.as_str(), part.as_object()) {
            ("input", Some(input)) => {
                text.push_str("{\n");
                let lines: Vec<String> = input
                    .iter()
                    .map(|(key, part)| format!("    {}: {}", Value::from(key.as_str()), rows(part)))
                    .collect();
                text.push_str(&lines.join(",\n"));
                text.push_str("\n  }");
            }
            ("files", _) => text.push_str(&rows(part)),
            _ => text.push_str(&part.to_string()),
        }
    }
    text.push_str("\n}\n");
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}

fn rows(part: &Value) -> String {
    match part.as_array() {
        Some(items) if items.len() > 3 => {
            let items: Vec<String> = items.iter().map(|item| format!("      {item}")).collect();
            format!("[\n{}\n    ]", items.join(",\n"))
        }
        _ => part.to_string(),
    }
}
