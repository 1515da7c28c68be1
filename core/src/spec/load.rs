//! Loading: documents → one merged document, checked → a plan for a contract.

use super::compile::{self, Reach};
use super::format;
use super::shape::{Faults, check};
use crate::contract::Contract;
use crate::entry::Given;
use crate::finding::{Finding, Position, spec as codes, syntax};
use crate::form::{self, Checked, Description, Form, KindOffered, RuleFields, Surroundings, Touched};
use crate::json::{self, LIMITS, Node, Shape};
use crate::kind::KindInfo;
use crate::package::model::{Plan, ReadingInForce};
use crate::time::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A package as loaded: all its documents merged and every reading checked.
///
/// ```
/// use jiexiang::Package;
///
/// let findings = Package::load(br#"{"format": "1", "id": "p", "version": "1", "place": "v"}"#, &[]).unwrap_err();
/// let missing: Vec<_> = findings.iter().map(|finding| finding.params.get("field").cloned()).collect();
/// assert_eq!(missing, [Some("labels".into()), Some("source".into())]);
/// ```
#[derive(Clone, Debug)]
pub struct Package {
    id: Arc<str>,
    version: Arc<str>,
    documents: Arc<Documents>,
    plan: Arc<Plan>,
    /// Ids of the rules that it cannot judge without a contract.
    undecided: Arc<BTreeSet<String>>,
    /// What its rules look at.
    fields: Arc<[RuleFields]>,
}

/// The texts of a package, and the document that they make together.
#[derive(Debug)]
pub(super) struct Documents {
    sources: Vec<Document>,
    pub(super) merged: Node,
}

/// One text.
#[derive(Debug)]
struct Document {
    id: String,
    text: Vec<u8>,
    node: Node,
    /// What its byte offsets were moved by, so that all documents have offsets of their own.
    base: usize,
}

/// The keys whose lists an included document shares.
const LISTS: [&str; 9] =
    ["attributes", "conditions", "rules", "indicators", "obligations", "provider", "stages", "triggers", "closing"];

impl Package {
    /// Loads a package and the documents that it includes, given by id.
    ///
    /// # Errors
    /// Every problem at once, with position, code and help: text that is not JSON, unknown
    /// keys and names, wrong types, dangling references, cycles, impossible targets, missing
    /// labels, overlapping indicators; also under each option of each reading.
    pub fn load(text: &[u8], includes: &[(&str, &[u8])]) -> Result<Self, Vec<Finding>> {
        let documents = Documents::read(text, includes)?;
        let (plan, faults) = compile::lint(&documents.merged);
        documents.settle(faults)?;
        let name = |key| documents.merged.get(key).and_then(Node::text).unwrap_or_default().into();
        let (id, version) = (name("id"), name("version"));
        let undecided = Arc::new(form::undecided(&documents.merged));
        let fields = form::rule_fields(&plan).into();
        Ok(Self { id, version, documents: Arc::new(documents), plan: Arc::new(plan), undecided, fields })
    }

    /// Puts in a contract's readings and values.
    ///
    /// # Errors
    /// Another package or version, unknown readings or options, codes that the package does not have.
    pub fn bind(&self, contract: &Contract) -> Result<Plan, Vec<Finding>> {
        let mut findings = Vec::new();
        for (key, own, named) in
            [("package", &self.id, &contract.package), ("version", &self.version, &contract.version)]
        {
            if own != named {
                let other = Finding::new(crate::finding::contract::OTHER_PACKAGE);
                findings.push(other.at(format!("/{key}")).with("named", named).with("loaded", own));
            }
        }
        match compile::bind(&self.documents.merged, contract) {
            Ok(plan) if findings.is_empty() => Ok(plan),
            Ok(_) => Err(findings),
            Err(more) => {
                findings.extend(more);
                Err(findings)
            }
        }
    }

    /// The JSON Schema of a kind's entries in this package, with its codes and attributes;
    /// none when there is no such kind. For every package alike: [`crate::schema::kind`].
    ///
    /// ```
    /// # use jiexiang::Package;
    /// # let package = Package::load(r#"{"format": "1", "id": "demo", "version": "1",
    /// #     "source": {"title": "t", "issuer": "i"}, "labels": {"zh-CN": "样例", "en": "demo"}, "place": "village",
    /// #     "codes": {"place": [{"code": "village", "labels": {"zh-CN": "村", "en": "village"}}]}}"#.as_bytes(), &[]).unwrap();
    /// let visit = package.schema("visit").unwrap();
    /// assert_eq!(visit["properties"]["place"]["enum"], serde_json::json!(["village", null]));
    /// assert_eq!(visit["properties"]["package"]["const"], "demo");
    /// ```
    #[must_use]
    pub fn schema(&self, kind: &str) -> Option<serde_json::Value> {
        let info = crate::kind::find(kind)?;
        Some(crate::schema::in_package(&self.plan, info))
    }

    /// What a form for entries of a kind needs, under the default readings and without a contract.
    ///
    /// In its conditions `$related_majors` and the like stand for themselves.
    ///
    /// ```
    /// # let package = jiexiang::Package::load(r#"{"format": "1", "id": "demo", "version": "1",
    /// #     "source": {"title": "t", "issuer": "i"}, "labels": {"zh-CN": "样例", "en": "demo"}, "place": "village",
    /// #     "codes": {"place": [{"code": "village", "labels": {"zh-CN": "村", "en": "village"}}]}}"#.as_bytes(), &[]).unwrap();
    /// let form = package.form(jiexiang::kind::find("case").unwrap());
    /// let client = form.fields.iter().find(|field| field.name == "client").unwrap();
    /// assert_eq!((client.input, client.required, client.to.as_slice()), ("reference", true, ["person"].as_slice()));
    /// let closed = form.rules.iter().find(|rule| rule.depends == ["/date", "/closed"]).unwrap();
    /// assert_eq!(closed.code, "interval_reversed");
    /// ```
    #[must_use]
    pub fn form(&self, kind: &'static KindInfo) -> Form {
        Form::new(&self.plan, kind)
    }

    /// Every kind as a choice on a screen.
    #[must_use]
    pub fn kinds(&self) -> Vec<KindOffered> {
        form::kinds(&self.plan)
    }

    /// The package in words.
    #[must_use]
    pub fn describe(&self) -> Description {
        form::describe(self)
    }

    /// Checks an entry that is being written by itself: without a ledger, references and other
    /// entries are not looked at, nor are rules that ask for what a contract states.
    #[must_use]
    pub fn check_draft<'g>(&self, draft: impl Given<'g>, touched: Touched<'_>, import_date: Option<Date>) -> Checked {
        let (undecided, fields) = (&self.undecided, &*self.fields);
        let around = Surroundings { plan: &self.plan, undecided, fields, ledger: None, as_of: None, import_date };
        form::check(&around, draft, touched)
    }

    /// The package without a contract: the default readings, and stand-ins for what a
    /// contract states. Good for forms and descriptions, never for judging.
    pub(crate) fn plan(&self) -> &Plan {
        &self.plan
    }

    /// All its documents as one.
    pub(crate) fn document(&self) -> &Node {
        &self.documents.merged
    }

    /// The plan of a contract that chooses another option for one reading, without boundary flags of its own.
    ///
    /// # Errors
    /// As [`Self::bind`].
    pub(crate) fn bind_under(&self, contract: &Contract, reading: &str, option: &str) -> Result<Plan, Vec<Finding>> {
        let mut contract = contract.clone();
        contract.readings.insert(reading.into(), option.into());
        compile::bind_alone(&self.documents.merged, &contract)
    }

    /// The options of a reading that are not in force.
    pub(crate) fn other_options(&self, reading: &ReadingInForce) -> Vec<String> {
        compile::other_options(&self.documents.merged, reading)
    }

    /// What a reading can change for a contract.
    pub(crate) fn reach(&self, contract: &Contract, reading: &str) -> Reach {
        compile::reach(&self.documents.merged, contract, reading)
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }
}

impl Documents {
    fn read(text: &[u8], includes: &[(&str, &[u8])]) -> Result<Self, Vec<Finding>> {
        let mut sources = vec![Document::read(String::new(), text, 0).map_err(|finding| vec![*finding])?];
        let mut faults = Faults::new();
        let mut findings = Vec::new();
        let mut at = 0;
        let mut known: BTreeSet<String> = BTreeSet::new();
        while let Some(document) = sources.get(at) {
            check(&document.node, super::shape::Part::Object(format::package), &mut faults);
            let own = document.node.get("id").and_then(Node::text).unwrap_or_default().to_owned();
            let wanted: Vec<(String, usize)> = document
                .node
                .get("include")
                .and_then(Node::list)
                .unwrap_or_default()
                .iter()
                .filter_map(|node| Some((node.text()?.to_owned(), node.at)))
                .collect();
            known.insert(own);
            for (id, place) in wanted {
                if known.contains(&id) {
                    faults.push((place, Finding::new(codes::INCLUDE_CYCLE).with("id", id)));
                    continue;
                }
                let Some((_, text)) = includes.iter().find(|(known, _)| *known == id) else {
                    faults.push((place, Finding::new(codes::UNKNOWN_INCLUDE).with("id", id)));
                    continue;
                };
                let base = sources.iter().map(|document| document.base + document.text.len() + 1).max().unwrap_or(0);
                known.insert(id.clone());
                match Document::read(id, text, base) {
                    Ok(document) => sources.push(document),
                    Err(finding) => findings.push(*finding),
                }
            }
            at += 1;
        }
        let merged = merge(&sources);
        let documents = Self { sources, merged };
        let own = documents.sources.first().and_then(|document| document.node.get("place"));
        if own.is_none() {
            faults.push((documents.merged.at, Finding::new(syntax::MISSING_FIELD).with("field", "place")));
        }
        match documents.settle(faults) {
            Ok(()) if findings.is_empty() => Ok(documents),
            Ok(()) => Err(findings),
            Err(more) => {
                findings.extend(more);
                Err(findings)
            }
        }
    }

    /// Gives every fault its document, path and position; `Ok` when there is none.
    fn settle(&self, faults: Faults) -> Result<(), Vec<Finding>> {
        if faults.is_empty() {
            return Ok(());
        }
        let mut findings: Vec<Finding> = faults
            .into_iter()
            .map(|(at, mut finding)| {
                let document = self.sources.iter().rev().find(|document| document.base <= at);
                if let Some(document) = document {
                    let pointer = pointer(&document.node, at);
                    finding.path = if document.id.is_empty() { pointer } else { format!("{}#{pointer}", document.id) };
                    finding.position = Some(Position::of(&document.text, at - document.base));
                }
                finding
            })
            .collect();
        findings
            .sort_by(|a, b| (&a.position, &a.path, a.code, &a.params).cmp(&(&b.position, &b.path, b.code, &b.params)));
        findings.dedup();
        Err(findings)
    }
}

impl Document {
    fn read(id: String, text: &[u8], base: usize) -> Result<Self, Box<Finding>> {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        match json::parse(text, LIMITS) {
            Ok(mut node) => {
                shift(&mut node, base);
                Ok(Self { id, text: text.to_vec(), node, base })
            }
            Err(error) => {
                let finding = syntax::refusal(&error, text);
                Err(Box::new(if id.is_empty() { finding } else { finding.at(format!("{id}#")) }))
            }
        }
    }
}

fn shift(node: &mut Node, base: usize) {
    node.at += base;
    match &mut node.shape {
        Shape::List(items) => items.iter_mut().for_each(|item| shift(item, base)),
        Shape::Object(fields) => fields.iter_mut().for_each(|(_, field)| shift(field, base)),
        _ => {}
    }
}

/// Included lists come first; code lists of the same name and integrity checks are joined.
fn merge(sources: &[Document]) -> Node {
    let Some((own, included)) = sources.split_first() else { return Node { at: 0, shape: Shape::Object(Vec::new()) } };
    let mut fields: Vec<(String, Node)> = own.node.object().unwrap_or_default().to_vec();
    for key in LISTS.into_iter().chain(["readings"]) {
        let lists = included.iter().chain([own]).filter_map(|document| document.node.get(key));
        let items: Vec<Node> = lists.filter_map(Node::list).flatten().cloned().collect();
        put(&mut fields, key, Shape::List(items), own.node.at);
    }
    let mut codes: Vec<(String, Node)> = Vec::new();
    for (list, node) in
        included.iter().chain([own]).filter_map(|d| d.node.get("codes")).filter_map(Node::object).flatten()
    {
        match codes.iter_mut().find(|(name, _)| name == list) {
            Some((_, known)) => {
                if let (Shape::List(known), Some(more)) = (&mut known.shape, node.list()) {
                    known.extend(more.iter().cloned());
                }
            }
            None => codes.push((list.clone(), node.clone())),
        }
    }
    put(&mut fields, "codes", Shape::Object(codes), own.node.at);
    // A package's own thresholds stand before those that it includes.
    let sections = [own].into_iter().chain(included).filter_map(|document| document.node.get("integrity"));
    let mut checks: Vec<(String, Node)> = Vec::new();
    for (name, check) in sections.filter_map(Node::object).flatten() {
        if !checks.iter().any(|(known, _)| known == name) {
            checks.push((name.clone(), check.clone()));
        }
    }
    put(&mut fields, "integrity", Shape::Object(checks), own.node.at);
    Node { at: own.node.at, shape: Shape::Object(fields) }
}

fn put(fields: &mut Vec<(String, Node)>, key: &str, shape: Shape, at: usize) {
    match fields.iter_mut().find(|(name, _)| name == key) {
        Some((_, node)) => node.shape = shape,
        None => fields.push((key.to_owned(), Node { at, shape })),
    }
}

/// The JSON pointer of the node that begins at an offset.
pub(crate) fn pointer(node: &Node, at: usize) -> String {
    fn find(node: &Node, at: usize, here: &mut String) -> bool {
        if node.at == at {
            return true;
        }
        let length = here.len();
        let children: Vec<(String, &Node)> = match &node.shape {
            Shape::List(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
            Shape::Object(fields) => {
                fields.iter().map(|(key, field)| (key.replace('~', "~0").replace('/', "~1"), field)).collect()
            }
            _ => return false,
        };
        for (step, child) in children.iter().rev() {
            if child.at <= at {
                here.push('/');
                here.push_str(step);
                if find(child, at, here) {
                    return true;
                }
                here.truncate(length);
            }
        }
        false
    }
    let mut pointer = String::new();
    find(node, at, &mut pointer);
    pointer
}
