use jiexiang::entries::LineFindings;
use jiexiang::finding::{Finding, Locale};
use jiexiang::time::Date;
use jiexiang::{Contract, Ledger, Package};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// A contract with its ledger as read from files.
pub(crate) struct Case {
    pub(crate) ledger: Ledger,
    /// Lines about which something was found, by file.
    pub(crate) lines: Vec<(String, Vec<LineFindings>)>,
    /// The day of judgement when none is asked for.
    pub(crate) as_of: Date,
}

/// The six packages with their sample year ledgers.
pub(crate) fn samples() -> Vec<Result<Case, String>> {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    (1..=6)
        .map(|number| {
            let sample = specs.join(format!("samples/package-{number}"));
            open(
                &specs.join(format!("nanchuan-2024/package-{number}.json")),
                &sample.join("contract.json"),
                &["registers.jsonl", "records.jsonl", "events.jsonl"].map(|file| sample.join(file)),
            )
        })
        .collect()
}

/// The user's own package, contract and ledgers.
pub(crate) fn own(files: &[PathBuf]) -> Result<Case, String> {
    match files {
        [package, contract, files @ ..] => open(package, contract, files),
        _ => Err("a package, a contract and at least one ledger are needed".to_owned()),
    }
}

fn open(package: &Path, contract: &Path, files: &[PathBuf]) -> Result<Case, String> {
    let text = read(package)?;
    let includes = includes(package)?;
    let includes: Vec<(&str, &[u8])> = includes.iter().map(|(id, text)| (id.as_str(), text.as_slice())).collect();
    let loaded = Package::load(&text, &includes).map_err(|findings| refusal(package, &findings))?;
    let agreed = Contract::load(&read(contract)?).map_err(|findings| refusal(contract, &findings))?;
    let mut ledger = Ledger::new(&[loaded], agreed).map_err(|findings| refusal(contract, &findings))?;
    let mut lines = Vec::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let found = ledger.add_lines(&name, &read(file)?, None);
        lines.push((name, found));
    }
    let known = ledger.entries().iter().map(|entry| entry.visible_from()).max();
    let as_of = known.unwrap_or(ledger.contract().service_end);
    Ok(Case { ledger, lines, as_of })
}

/// What a package may include: the other documents beside it, by their ids.
fn includes(package: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let folder = package.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut found = Vec::new();
    for file in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?.flatten() {
        let path = file.path();
        if path != package && path.extension().is_some_and(|extension| extension == "json") {
            let text = read(&path)?;
            let id = jiexiang::json::parse(&text, jiexiang::json::LIMITS)
                .ok()
                .and_then(|document| document.get("id").and_then(|id| id.text().map(str::to_owned)));
            found.extend(id.map(|id| (id, text)));
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn refusal(path: &Path, findings: &[Finding]) -> String {
    let mut text = format!("{}:", path.display());
    for finding in findings {
        let place = finding.position.map_or_else(String::new, |at| format!("{}:{} ", at.line, at.column));
        let _ = write!(
            text,
            "\n  {place}{} {} [{}] {}",
            finding.path,
            finding.message(Locale::En),
            finding.code.as_str(),
            finding.help(Locale::En)
        );
    }
    text
}
