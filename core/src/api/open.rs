//! Requests that bring their documents with them.

use super::Misuse;
use super::answer::{self, value};
use super::input::{Input, text_of};
use super::package_answer;
use crate::contract::Contract;
use crate::finding::{self, Finding};
use crate::json::Tree;
use crate::ledger::Ledger;
use crate::spec::Package;
use crate::time::{MonthEnd, Unit};
use serde_json::{Value, json};

/// What comes of opening documents: a handle, or the findings because of which there is none.
type Opened<T> = Result<T, Vec<Finding>>;

/// Documents by id that the caller brings.
type Documents<'d> = &'d [(&'d str, &'d [u8])];

pub(super) fn carry_out(op: &str, input: &Input<'_>, documents: Documents<'_>) -> Result<Value, Misuse> {
    match op {
        "contract" => Ok(json!({"findings": ledger(input, documents)?.err().unwrap_or_default()})),
        "admit" => admit(input, documents),
        "periods" => periods(input),
        "extend" => extend(input),
        _ if is_of_ledgers(op, input) => question(op, input, documents),
        _ => of_package(op, input, documents),
    }
}

/// What needs neither contract nor entries; nothing of what judges them is used in here.
pub(super) fn of_package(op: &str, input: &Input<'_>, documents: Documents<'_>) -> Result<Value, Misuse> {
    match op {
        "lint" => Ok(json!({"findings": package(input, documents)?.err().unwrap_or_default()})),
        "render" => render(input),
        _ if !brings_ledgers(input) && is_of_package(op) => match package(input, documents)? {
            Ok(package) => package_answer::of(&package, op, input),
            Err(findings) => Ok(json!({"findings": findings})),
        },
        _ => Err(Misuse::unknown_operation(op)),
    }
}

fn is_of_ledgers(op: &str, input: &Input<'_>) -> bool {
    super::questions().any(|question| question == op) && (brings_ledgers(input) || !is_of_package(op))
}

fn brings_ledgers(input: &Input<'_>) -> bool {
    input.given("contract").is_some() || input.given("ledgers").is_some()
}

fn is_of_package(op: &str) -> bool {
    super::package_questions().any(|question| question == op)
}

/// Opens the ledger, or the ledgers, of the input and puts the question to them.
fn question(op: &str, input: &Input<'_>, documents: Documents<'_>) -> Result<Value, Misuse> {
    let inputs = match input.given("ledgers") {
        Some(_) => input.list("ledgers")?.iter().map(Input).collect(),
        None => vec![Input(input.0)],
    };
    let mut ledgers = Vec::new();
    for input in &inputs {
        match filled(input, documents)? {
            Ok((ledger, _)) => ledgers.push(ledger),
            Err(findings) => return Ok(json!({"findings": findings})),
        }
    }
    answer::of(&ledgers.iter().collect::<Vec<_>>(), op, input)
}

/// The package: a built-in id, an inline document, or raw text.
fn package(input: &Input<'_>, documents: Documents<'_>) -> Result<Opened<Package>, Misuse> {
    let includes: Vec<(&str, String)> = input
        .0
        .get("includes")
        .and_then(Tree::object)
        .unwrap_or_default()
        .iter()
        .map(|(id, document)| (id.as_ref(), document.text().map_or_else(|| text_of(document), str::to_owned)))
        .collect();
    let includes: Vec<(&str, &[u8])> = includes.iter().map(|(id, text)| (*id, text.as_bytes())).collect();
    if let Some(text) = input.optional_text("text")? {
        return Ok(Package::load(text.as_bytes(), &includes));
    }
    let document = input.given("package").ok_or_else(|| Misuse::missing("package"))?;
    match document.text() {
        Some(id) => known(id, documents).ok_or_else(|| Misuse::unknown("package", "built-in package", id)),
        None => Ok(Package::load(text_of(document).as_bytes(), &includes)),
    }
}

fn known(id: &str, documents: Documents<'_>) -> Option<Opened<Package>> {
    let own = documents.iter().find(|(known, _)| *known == id);
    own.map(|(_, text)| Package::load(text, documents)).or_else(|| builtin(id))
}

#[cfg(feature = "builtin")]
fn builtin(id: &str) -> Option<Opened<Package>> {
    Package::builtin(id)
}

#[cfg(not(feature = "builtin"))]
fn builtin(_: &str) -> Option<Opened<Package>> {
    None
}

/// An empty ledger for the input's package and contract.
fn ledger(input: &Input<'_>, documents: Documents<'_>) -> Result<Opened<Ledger>, Misuse> {
    let package = package(input, documents)?;
    let contract = input.given("contract").ok_or_else(|| Misuse::missing("contract"))?;
    Ok(package.and_then(|package| {
        let contract = Contract::load(text_of(contract).as_bytes())?;
        Ledger::new(&[package], contract)
    }))
}

/// What was found in the lines of an input, by line.
type Found = Vec<(usize, Vec<Finding>)>;

/// The ledger with the input's `entries` (objects) and then its `lines` (raw texts) in it.
fn filled(input: &Input<'_>, documents: Documents<'_>) -> Result<Opened<(Ledger, Found)>, Misuse> {
    let import_date = input.optional_date("import_date")?;
    let entries = input.list("entries")?.iter().map(text_of);
    let lines = input.list("lines")?.iter().filter_map(Tree::text).map(str::to_owned);
    let texts: Vec<String> = entries.chain(lines).collect();
    Ok(ledger(input, documents)?.map(|mut ledger| {
        let mut found = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let findings = ledger.add("input", at + 1, text.as_bytes(), import_date);
            if !findings.is_empty() {
                found.push((at + 1, findings));
            }
        }
        (ledger, found)
    }))
}

fn admit(input: &Input<'_>, documents: Documents<'_>) -> Result<Value, Misuse> {
    Ok(match filled(input, documents)? {
        Err(findings) => json!({"findings": findings}),
        Ok((ledger, found)) => {
            let mut admitted: Vec<&str> = ledger.entries().iter().map(|entry| entry.id()).collect();
            admitted.sort_unstable();
            let line = |(line, findings): &(usize, Vec<Finding>)| json!({"line": line, "findings": findings});
            json!({"admitted": admitted, "findings": found.iter().map(line).collect::<Vec<_>>()})
        }
    })
}

fn render(input: &Input<'_>) -> Result<Value, Misuse> {
    let name = input.text("code")?;
    let code =
        finding::all().find(|code| code.as_str() == name).ok_or_else(|| Misuse::unknown("code", "code", name))?;
    let locale = input.locale()?;
    let mut finding = Finding::new(code);
    for (name, given) in input.0.get("params").and_then(Tree::object).unwrap_or_default() {
        if let Some(param) = code.params().iter().find(|param| *param == name) {
            finding.params.insert(param, given.text().unwrap_or_default().to_owned());
        }
    }
    Ok(json!({"message": finding.message(locale), "help": finding.help(locale)}))
}

fn periods(input: &Input<'_>) -> Result<Value, Misuse> {
    let unit = Unit::parse(input.text("unit")?).ok_or_else(|| Misuse::invalid("unit", "period"))?;
    let counted_from = input.optional_date("counted_from")?;
    let (start, end) = (input.date("service_start")?, input.date("service_end")?);
    let due = input.optional_whole("due")?;
    Ok(json!({"periods": value(&crate::evaluate::required_periods(unit, start, end, due, counted_from))}))
}

fn extend(input: &Input<'_>) -> Result<Value, Misuse> {
    let rule = MonthEnd::parse(input.text("month_end")?).ok_or_else(|| Misuse::invalid("month_end", "rule"))?;
    let months = input.optional_whole("months")?.ok_or_else(|| Misuse::missing("months"))?;
    let end = rule.extend(input.date("start")?, input.date("end")?, months);
    Ok(json!({"end": end.to_string()}))
}
