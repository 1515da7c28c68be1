//! The façade in JSON: one text in, one canonical text out, the same in every language.
//!
//! Bindings and the shared vectors call [`run`]; Rust services use [`Project`] directly.

use crate::contract::Contract;
use crate::finding::{self, Finding, Locale};
use crate::json::{self, Limits, Node, Shape};
use crate::project::Project;
use crate::spec::Package;
use crate::time::{Date, MonthEnd, Unit};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Requests carry whole ledgers, so they may be larger than one document.
const REQUEST: Limits = Limits { bytes: 256 << 20, depth: 80 };

/// Carries out one request `{"op": …, "input": {…}}` and answers in canonical JSON.
///
/// Operations: `lint`, `contract`, `admit`, `check`, `evaluate`, `closing`, `lifecycle`,
/// `render`, `periods`, `extend`. `input.select`, a list of dotted paths, keeps only these
/// parts of the answer. A request that cannot be carried out is answered by
/// `{"error": {…}}` or, when documents are at fault, by their `findings`; nothing panics.
///
/// ```
/// let answer = jiexiang::api::run(r#"{"op": "extend", "input":
///     {"start": "2024-03-15", "end": "2025-01-31", "months": 1, "month_end": "same_day"}}"#);
/// assert_eq!(answer, r#"{"end":"2025-02-28"}"#);
/// ```
#[must_use]
pub fn run(request: &str) -> String {
    let answer = match json::parse(request.as_bytes(), REQUEST) {
        Ok(request) => answer(&request).unwrap_or_else(|misuse| json!({"error": {"message": misuse}})),
        Err(error) => json!({"error": {"message": error.to_string()}}),
    };
    json::canonical(&answer)
}

/// What is wrong with a request, in words for the programmer who made it.
type Misuse = String;

fn answer(request: &Node) -> Result<Value, Misuse> {
    let op = request.get("op").and_then(Node::text).ok_or("`op` is missing")?;
    let input = Input(request.get("input").ok_or("`input` is missing")?);
    let answer = match op {
        "lint" => lint(&input),
        "contract" => contract(&input),
        "admit" => admit(&input),
        "check" => judged(&input, |project, as_of| json!({"findings": findings(&project.check(as_of))})),
        "evaluate" => evaluate(&input),
        "closing" => judged(&input, |project, as_of| value(&project.closing(as_of))),
        "lifecycle" => judged(&input, |project, as_of| value(&project.lifecycle(as_of))),
        "render" => render(&input),
        "periods" => periods(&input),
        "extend" => extend(&input),
        _ => Err(format!("there is no operation `{op}`")),
    }?;
    Ok(match input.0.get("select").and_then(Node::list) {
        Some(paths) => select(&answer, &paths.iter().filter_map(Node::text).collect::<Vec<_>>()),
        None => answer,
    })
}

/// The input of a request.
struct Input<'a>(&'a Node);

/// Either a project, or the findings because of which there is none.
enum Opened {
    Project(Box<Project>),
    Refused(Vec<Finding>),
}

impl Input<'_> {
    fn text(&self, key: &str) -> Result<&str, Misuse> {
        self.0.get(key).and_then(Node::text).ok_or_else(|| format!("`{key}` is missing or no text"))
    }

    fn date(&self, key: &str) -> Result<Date, Misuse> {
        Date::parse(self.text(key)?).ok_or_else(|| format!("`{key}` is no date"))
    }

    fn import_date(&self) -> Result<Option<Date>, Misuse> {
        self.0.get("import_date").map(|_| self.date("import_date")).transpose()
    }

    fn whole(&self, key: &str) -> Result<Option<u32>, Misuse> {
        match self.0.get(key).map(|node| &node.shape) {
            None | Some(Shape::Null) => Ok(None),
            Some(Shape::Number(digits)) => {
                digits.parse().map(Some).map_err(|_| format!("`{key}` is no small whole number"))
            }
            Some(_) => Err(format!("`{key}` is no number")),
        }
    }

    /// The package: a built-in id, an inline document, or raw text.
    fn package(&self) -> Result<Result<Package, Vec<Finding>>, Misuse> {
        let includes: Vec<(String, String)> = self
            .0
            .get("includes")
            .and_then(Node::object)
            .unwrap_or_default()
            .iter()
            .map(|(id, document)| (id.clone(), document.text().map_or_else(|| text_of(document), str::to_owned)))
            .collect();
        let includes: Vec<(&str, &[u8])> = includes.iter().map(|(id, text)| (id.as_str(), text.as_bytes())).collect();
        if let Some(text) = self.0.get("text").and_then(Node::text) {
            return Ok(Package::load(text.as_bytes(), &includes));
        }
        let document = self.0.get("package").ok_or("`package` is missing")?;
        match document.text() {
            Some(id) => builtin(id).ok_or_else(|| format!("there is no built-in package `{id}`")),
            None => Ok(Package::load(text_of(document).as_bytes(), &includes)),
        }
    }

    fn open(&self) -> Result<Opened, Misuse> {
        let package = match self.package()? {
            Ok(package) => package,
            Err(findings) => return Ok(Opened::Refused(findings)),
        };
        let document = self.0.get("contract").ok_or("`contract` is missing")?;
        let opened =
            Contract::load(text_of(document).as_bytes()).and_then(|contract| Project::new(&[package], contract));
        Ok(match opened {
            Ok(project) => Opened::Project(Box::new(project)),
            Err(findings) => Opened::Refused(findings),
        })
    }

    /// Adds `entries` (objects) and then `lines` (raw texts); the findings by line.
    fn fill(&self, project: &mut Project) -> Result<Vec<(usize, Vec<Finding>)>, Misuse> {
        let import_date = self.import_date()?;
        let entries = self.0.get("entries").and_then(Node::list).unwrap_or_default().iter().map(text_of);
        let lines = self.0.get("lines").and_then(Node::list).unwrap_or_default().iter();
        let lines = lines.filter_map(Node::text).map(str::to_owned);
        let mut found = Vec::new();
        for (at, text) in entries.chain(lines).enumerate() {
            let findings = project.add("input", at + 1, text.as_bytes(), import_date);
            if !findings.is_empty() {
                found.push((at + 1, findings));
            }
        }
        Ok(found)
    }
}

#[cfg(feature = "builtin")]
fn builtin(id: &str) -> Option<Result<Package, Vec<Finding>>> {
    Package::builtin(id)
}

#[cfg(not(feature = "builtin"))]
fn builtin(_: &str) -> Option<Result<Package, Vec<Finding>>> {
    None
}

fn lint(input: &Input<'_>) -> Result<Value, Misuse> {
    let found = input.package()?.err().unwrap_or_default();
    Ok(json!({"findings": findings(&found)}))
}

fn contract(input: &Input<'_>) -> Result<Value, Misuse> {
    Ok(match input.open()? {
        Opened::Project(_) => json!({"findings": []}),
        Opened::Refused(found) => json!({"findings": findings(&found)}),
    })
}

fn admit(input: &Input<'_>) -> Result<Value, Misuse> {
    let mut project = match input.open()? {
        Opened::Project(project) => project,
        Opened::Refused(found) => return Ok(json!({"findings": findings(&found)})),
    };
    let found = input.fill(&mut project)?;
    let mut admitted: Vec<&str> = project.ledger().entries().map(|entry| entry.id.as_ref()).collect();
    admitted.sort_unstable();
    let found: Vec<Value> =
        found.iter().map(|(line, found)| json!({"line": line, "findings": findings(found)})).collect();
    Ok(json!({"admitted": admitted, "findings": found}))
}

fn judged(input: &Input<'_>, judge: impl Fn(&Project, Date) -> Value) -> Result<Value, Misuse> {
    let mut project = match input.open()? {
        Opened::Project(project) => project,
        Opened::Refused(found) => return Ok(json!({"findings": findings(&found)})),
    };
    input.fill(&mut project)?;
    Ok(judge(&project, input.date("as_of")?))
}

fn evaluate(input: &Input<'_>) -> Result<Value, Misuse> {
    let wanted = input.0.get("requirement").and_then(Node::text);
    let answer = judged(input, |project, as_of| {
        let evaluation = project.evaluate(as_of);
        match wanted {
            Some(id) => evaluation.requirement(id).map_or(Value::Null, value),
            None => value(&evaluation),
        }
    })?;
    match (answer, wanted) {
        (Value::Null, Some(id)) => Err(format!("there is no requirement `{id}`")),
        (answer, _) => Ok(answer),
    }
}

fn render(input: &Input<'_>) -> Result<Value, Misuse> {
    let name = input.text("code")?;
    let code = finding::all().find(|code| code.as_str() == name).ok_or_else(|| format!("there is no code `{name}`"))?;
    let locale = Locale::parse(input.text("locale")?).ok_or("`locale` is neither `zh-CN` nor `en`")?;
    let mut finding = Finding::new(code);
    for (name, given) in input.0.get("params").and_then(Node::object).unwrap_or_default() {
        if let Some(param) = code.params().iter().find(|param| *param == name) {
            finding.params.insert(param, given.text().unwrap_or_default().to_owned());
        }
    }
    Ok(json!({"message": finding.message(locale), "help": finding.help(locale)}))
}

fn periods(input: &Input<'_>) -> Result<Value, Misuse> {
    let unit = Unit::parse(input.text("unit")?).ok_or("`unit` is no period")?;
    let counted_from = input.0.get("counted_from").map(|_| input.date("counted_from")).transpose()?;
    let (start, end) = (input.date("service_start")?, input.date("service_end")?);
    let names = crate::evaluate::required_periods(unit, start, end, input.whole("due")?, counted_from);
    Ok(json!({"periods": names}))
}

fn extend(input: &Input<'_>) -> Result<Value, Misuse> {
    let rule = MonthEnd::parse(input.text("month_end")?).ok_or("`month_end` is no rule")?;
    let months = input.whole("months")?.ok_or("`months` is missing")?;
    let end = rule.extend(input.date("start")?, input.date("end")?, months);
    Ok(json!({"end": end.to_string()}))
}

fn text_of(node: &Node) -> String {
    let mut text = String::new();
    json::write_node(node, &mut text);
    text
}

fn value(answer: &impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap_or(Value::Null)
}

fn findings(found: &[Finding]) -> Value {
    value(&found)
}

/// Keeps the parts of an answer that the dotted paths name; lists are mapped over.
fn select(answer: &Value, paths: &[&str]) -> Value {
    match answer {
        Value::Array(items) => Value::Array(items.iter().map(|item| select(item, paths)).collect()),
        Value::Object(fields) => {
            let mut below: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for path in paths {
                let (first, rest) = path.split_once('.').unwrap_or((path, ""));
                let rests = below.entry(first).or_default();
                if !rest.is_empty() {
                    rests.push(rest);
                }
            }
            let mut kept = Map::new();
            for (name, rests) in below {
                let everything: Vec<&String> = if name == "*" { fields.keys().collect() } else { Vec::new() };
                let named = fields.keys().filter(|key| *key == name);
                for key in named.chain(everything) {
                    let Some(field) = fields.get(key) else { continue };
                    let part = if rests.is_empty() { field.clone() } else { select(field, &rests) };
                    kept.insert(key.clone(), part);
                }
            }
            Value::Object(kept)
        }
        other => other.clone(),
    }
}
