//! Compiling: the merged document → the plan that the evaluator runs, every name resolved.

mod anchors;
mod condition;
mod integrity;
mod lifecycle;
mod overlap;
mod path;
mod pieces;
mod reach;
mod reading;
mod requirement;
mod source;
mod values;

use super::format;
use super::shape::{Faults, Part, check};
use crate::contract::Contract;
use crate::finding::{Finding, contract as contract_codes, spec as codes, syntax};
use crate::json::{Node, Shape};
use crate::number::Exact;
use crate::package::model::{Attribute, CodeEntry, Codes, Indicator, Labels, Plan, ReadingInForce, Requirement};
use crate::sorted::Set;
use path::Here;
use pieces::{Base, Selection};
pub use reach::Reach;
use reading::Replaced;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::sync::Arc;
use values::Values;

/// Compiles one merged document. Faults are gathered, never returned one by one.
pub(super) struct Compiler<'n> {
    codes: &'n Codes,
    attributes: &'n [Attribute],
    conditions: &'n [Node],
    /// Conditions that an option changes, when only what it changes is compiled.
    changed: &'n [Node],
    values: &'n Values,
    /// Ids of everything that a window may anchor on.
    ids: Set<String>,
    /// What each reading replaces.
    replaced: &'n [Replaced],
    faults: RefCell<Faults>,
    /// Named conditions being compiled, to see cycles.
    open_conditions: RefCell<Vec<String>>,
    /// Named conditions used by the requirement being compiled.
    used: RefCell<Set<String>>,
    /// Anchors used since the last requirement, with their places.
    anchored: RefCell<Vec<(String, usize)>>,
}

/// Everything wrong with a document, also under each option of each reading.
///
/// With it comes the plan under the default readings and without a contract.
pub(super) fn lint(document: &Node) -> (Plan, Faults) {
    let mut faults = Faults::new();
    let replaced = reading::replaced(document);
    reading::lint(document, &mut faults);
    duplicate_ids(document, &mut faults);
    let stub = Values::stub(document);
    let (base, problems) = Base::new(document, reading::defaults(document));
    faults.extend(problems);
    let (plan, problems) = compile(&base.document, &stub, &replaced);
    faults.extend(problems);
    overlap::lint(document, &mut faults);
    // What options put in was nobody's shape until now.
    check(&base.document, Part::Object(format::package), &mut faults);
    let items = base.items();
    for reading in list(document, "readings") {
        let id = text(reading, "id");
        let selection = base.selection(&id, &items);
        let default = text(reading, "default");
        for option in reading::options(reading).iter().filter(|option| **option != default) {
            let (other, problems) = departure(&base, selection.as_ref(), &id, option);
            faults.extend(problems);
            check(&other, Part::Object(format::package), &mut faults);
            let (_, problems) = match &selection {
                Some(selection) => compile_part(&other, &base.document, selection, &plan, &stub, &replaced),
                None => compile(&other, &stub, &replaced),
            };
            faults.extend(problems);
        }
    }
    (plan, faults)
}

/// What becomes of the document, or of what the reading may change in it, under another option.
fn departure(base: &Base<'_>, selection: Option<&Selection>, reading: &str, option: &str) -> (Node, Faults) {
    match selection {
        Some(selection) => base.part(selection, reading, option),
        None => base.whole(reading, option),
    }
}

pub(super) use reach::reach;

/// The options of a reading that are not in force, in the order of the package.
pub(super) fn other_options(document: &Node, reading: &ReadingInForce) -> Vec<String> {
    reading::other_options(document, reading)
}

/// The plan of a document for a contract.
pub(super) fn bind(document: &Node, contract: &Contract) -> Result<Plan, Vec<Finding>> {
    let (mut plan, base) = bound(document, contract)?;
    let replaced = reading::replaced(document);
    let values = Values::of(document, contract);
    let items = base.items();
    let mut shadows = Vec::new();
    for reading in plan.readings.iter().filter(|reading| reading.comparator) {
        let selection = base.selection(&reading.id, &items);
        for option in reading::other_options(document, reading) {
            let (other, faults) = departure(&base, selection.as_ref(), &reading.id, &option);
            // What does not go with the other options could not be chosen.
            if !faults.is_empty() {
                continue;
            }
            let (compiled, _) = match &selection {
                Some(selection) => compile_part(&other, &base.document, selection, &plan, &values, &replaced),
                None => compile(&other, &values, &replaced),
            };
            shadows.extend(reading::shadows(compiled, &replaced, reading, &option));
        }
    }
    plan.shadows = shadows;
    Ok(plan)
}

/// The same without what comparator readings would say otherwise.
pub(super) fn bind_alone(document: &Node, contract: &Contract) -> Result<Plan, Vec<Finding>> {
    bound(document, contract).map(|(plan, _)| plan)
}

fn bound<'n>(document: &'n Node, contract: &Contract) -> Result<(Plan, Base<'n>), Vec<Finding>> {
    let mut findings = Vec::new();
    let choice = reading::choice(document, contract, &mut findings);
    let replaced = reading::replaced(document);
    let values = Values::of(document, contract);
    let (base, _) = Base::new(document, choice.clone());
    findings.extend(base.clashes.iter().cloned());
    let (mut plan, faults) = compile(&base.document, &values, &replaced);
    findings.extend(faults.into_iter().map(|(_, finding)| finding));
    if let Some(place) = &contract.place
        && plan.codes.find("place", place).is_none()
    {
        findings.push(Finding::new(contract_codes::UNKNOWN_PLACE).at("/place").with("place", place));
    }
    if !findings.is_empty() {
        findings.sort();
        findings.dedup();
        return Err(findings);
    }
    plan.readings = reading::in_force(document, &choice, contract);
    Ok((plan, base))
}

fn compile(document: &Node, values: &Values, replaced: &[Replaced]) -> (Plan, Faults) {
    let mut faults = Faults::new();
    let codes = codes_of(document, &mut faults);
    let mut ids = Set::default();
    anchor_ids(document, &mut ids);
    let compiler = Compiler::new(&codes, &[], (list(document, "conditions"), &[]), values, ids, replaced, faults);
    let attributes = compiler.attributes_of(document);
    let compiler = Compiler { attributes: &attributes, ..compiler };
    let plan = compiler.plan(document);
    let faults = compiler.faults.into_inner();
    (Plan { codes, attributes, ..plan }, faults)
}

/// Compiles a part that differs from a document; everything else is as in the document and its plan.
fn compile_part(
    part: &Node,
    document: &Node,
    selection: &Selection,
    plan: &Plan,
    values: &Values,
    replaced: &[Replaced],
) -> (Plan, Faults) {
    let mut ids = selection.other_ids.clone();
    anchor_ids(part, &mut ids);
    let conditions = (list(document, "conditions"), list(part, "conditions"));
    let (codes, attributes) = (&plan.codes, plan.attributes.as_slice());
    let compiler = Compiler::new(codes, attributes, conditions, values, ids, replaced, Faults::new());
    let plan = compiler.plan(part);
    (plan, compiler.faults.into_inner())
}

/// The ids on which windows may be anchored.
fn anchor_ids(document: &Node, ids: &mut Set<String>) {
    for key in ["indicators", "obligations", "provider"] {
        list(document, key).iter().for_each(|node| requirement_ids(node, ids));
    }
}

impl<'n> Compiler<'n> {
    fn new(
        codes: &'n Codes,
        attributes: &'n [Attribute],
        (conditions, changed): (&'n [Node], &'n [Node]),
        values: &'n Values,
        ids: Set<String>,
        replaced: &'n [Replaced],
        faults: Faults,
    ) -> Self {
        Self {
            codes,
            attributes,
            conditions,
            changed,
            values,
            ids,
            replaced,
            faults: RefCell::new(faults),
            open_conditions: RefCell::default(),
            used: RefCell::default(),
            anchored: RefCell::default(),
        }
    }

    /// A declared condition.
    fn condition(&self, name: &str) -> Option<&'n Node> {
        let mut conditions = self.changed.iter().chain(self.conditions);
        conditions.find(|condition| condition.get("id").and_then(Node::text) == Some(name))
    }

    fn plan(&self, document: &Node) -> Plan {
        for condition in list(document, "conditions") {
            self.lint_condition(condition);
        }
        let mut edges = Vec::new();
        let mut requirements = |nodes: &[Node], clause: &str, needs: bool| -> Vec<Requirement> {
            nodes
                .iter()
                .filter_map(|node| {
                    if needs {
                        self.needs(node, &["id", "clause", "labels"]);
                    } else {
                        self.needs(node, &["id", "labels"]);
                    }
                    let requirement = self.requirement(node, clause);
                    anchors::note(node, &self.anchored, &mut edges);
                    requirement
                })
                .collect()
        };
        let indicators = list(document, "indicators")
            .iter()
            .map(|node| Indicator {
                id: text(node, "id").into(),
                clause: text(node, "clause").into(),
                labels: node.get("labels").map(|labels| self.labels(labels)).unwrap_or_default(),
                text_only: matches!(node.get("text_only").map(|flag| &flag.shape), Some(Shape::Bool(true))),
                requirements: requirements(list(node, "requirements"), &text(node, "clause"), false),
            })
            .collect();
        for node in list(document, "indicators") {
            let text_only = matches!(node.get("text_only").map(|flag| &flag.shape), Some(Shape::Bool(true)));
            if list(node, "requirements").is_empty() != text_only {
                self.fault(node, Finding::new(codes::NO_REQUIREMENT).with("id", text(node, "id")));
            }
        }
        let obligations = requirements(list(document, "obligations"), "", true);
        let provider = requirements(list(document, "provider"), "", true);
        self.anchored.borrow_mut().clear();
        self.faults.borrow_mut().extend(anchors::cycles(edges, document.at));
        Plan {
            id: text(document, "id").into(),
            version: text(document, "version").into(),
            labels: document.get("labels").map(|labels| self.labels(labels)).unwrap_or_default(),
            rules: self.rules(document),
            exclusives: self.exclusives(document),
            indicators,
            obligations,
            provider,
            stages: list(document, "stages").iter().map(|stage| self.stage(stage)).collect(),
            triggers: list(document, "triggers").iter().filter_map(|trigger| self.trigger(trigger)).collect(),
            closing: list(document, "closing").iter().filter_map(|item| self.closing(item)).collect(),
            integrity: self.integrity(document),
            ..Plan::default()
        }
    }

    fn lint_condition(&self, node: &Node) {
        let on = node.get("on");
        let Some(of) = on.and_then(|on| self.collection(on, None)) else { return };
        if let Some(here) = Here::of(of) {
            self.open_conditions.borrow_mut().push(text(node, "id"));
            self.where_of(node, here, false);
            self.open_conditions.borrow_mut().pop();
        }
    }

    fn attributes_of(&self, document: &Node) -> Vec<Attribute> {
        use crate::kind::Type;
        list(document, "attributes")
            .iter()
            .filter_map(|node| {
                let on = node.get("on")?;
                let kind = crate::kind::find(on.text()?);
                if kind.is_none() {
                    self.fault(on, Finding::new(codes::UNKNOWN_COLLECTION).with("name", on.text().unwrap_or_default()));
                }
                let kind = kind?;
                let (ty, wants) = match node.get("type").and_then(Node::text)? {
                    "code" => (Type::Code, "list"),
                    "number" => (Type::Amount, ""),
                    "date" => (Type::Date, ""),
                    "yes_no" => (Type::YesNo, ""),
                    "reference" => (Type::Ref, "to"),
                    _ => (Type::Text, ""),
                };
                if !wants.is_empty() && node.get(wants).is_none() {
                    self.fault(node, Finding::new(syntax::MISSING_FIELD).with("field", wants));
                }
                let id = text(node, "id");
                if crate::kind::Field::position(kind.fields, &id).is_some() {
                    self.fault(node, Finding::new(codes::DUPLICATE_ID).with("id", &id));
                }
                let to = node.get("to").and_then(|to| {
                    let kind = crate::kind::find(to.text()?);
                    if kind.is_none() {
                        self.fault(to, Finding::new(codes::UNKNOWN_COLLECTION).with("name", to.text()?));
                    }
                    kind
                });
                Some(Attribute {
                    id: id.into(),
                    on: kind,
                    ty,
                    list: text(node, "list").into(),
                    to: to.into_iter().collect(),
                    labels: node.get("labels").map(|labels| self.labels(labels)).unwrap_or_default(),
                })
            })
            .collect()
    }

    fn fault(&self, node: &Node, finding: Finding) {
        self.faults.borrow_mut().push((node.at, finding));
    }

    fn wrong(&self, node: &Node, expected: &str) {
        self.fault(node, Finding::new(syntax::WRONG_TYPE).with("expected", expected).with("found", node.shape_name()));
    }

    fn needs(&self, node: &Node, keys: &[&str]) {
        for key in keys.iter().filter(|key| node.get(key).is_none()) {
            self.fault(node, Finding::new(syntax::MISSING_FIELD).with("field", key));
        }
    }

    fn labels(&self, node: &Node) -> Labels {
        Labels { zh: text(node, "zh-CN").into(), en: text(node, "en").into() }
    }

    fn whole(&self, node: &Node) -> Option<i64> {
        let Shape::Number(digits) = &node.shape else { return None };
        crate::number::whole(crate::number::parse(digits)?)
    }

    fn exact(&self, node: &Node) -> Option<Exact> {
        let Shape::Number(digits) = &node.shape else { return None };
        crate::number::parse(digits).map(Exact::decimal)
    }

    /// Readings that replace a requirement, one of its parts, or a condition that it uses.
    fn readings_on(&self, node: &Node, used: &Set<String>) -> Vec<Arc<str>> {
        let mut ids = used.clone();
        pieces::ids(node, &mut |id| {
            ids.insert(id.to_owned());
        });
        let naming = self.replaced.iter().filter(|reading| reading.ids.iter().any(|id| ids.contains(id)));
        naming.map(|reading| reading.id.as_str().into()).collect()
    }
}

fn codes_of(document: &Node, faults: &mut Faults) -> Codes {
    let mut lists = Vec::new();
    for (name, entries) in document.get("codes").and_then(Node::object).unwrap_or_default() {
        if crate::kind::fixed::find(name).is_some() {
            faults.push((entries.at, Finding::new(codes::FIXED_LIST).with("list", name)));
        }
        let mut list: Vec<CodeEntry> = Vec::new();
        for entry in entries.list().unwrap_or_default() {
            let code: Arc<str> = text(entry, "code").into();
            if list.iter().any(|known| known.code == code) {
                faults.push((entry.at, Finding::new(codes::DUPLICATE_CODE).with("code", &code).with("list", name)));
            }
            let labels = entry.get("labels");
            let labels = labels.map(|node| Labels { zh: text(node, "zh-CN").into(), en: text(node, "en").into() });
            let rank = entry.get("rank").and_then(|rank| match &rank.shape {
                Shape::Number(digits) => digits.parse().ok(),
                _ => None,
            });
            list.push(CodeEntry { code, labels: labels.unwrap_or_default(), rank });
        }
        lists.push((name.as_str().into(), list));
    }
    Codes { lists: lists.into_iter().collect() }
}

/// Ids are unique over the whole package; options have theirs within their reading.
fn duplicate_ids(document: &Node, faults: &mut Faults) {
    fn collect<'n>(node: &'n Node, key: &str, found: &mut Vec<(&'n str, usize)>) {
        match &node.shape {
            Shape::List(items) => items.iter().for_each(|item| collect(item, key, found)),
            Shape::Object(fields) => {
                if let Some(id) = node.get("id").and_then(Node::text).filter(|_| key != "options") {
                    found.push((id, node.at));
                }
                let inner = fields.iter().filter(|(key, _)| !matches!(key.as_str(), "replace" | "codes"));
                inner.for_each(|(key, field)| collect(field, key, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (key, field) in document.object().unwrap_or_default().iter().filter(|(key, _)| key != "codes") {
        collect(field, key, &mut found);
    }
    let mut seen = Set::default();
    for (id, at) in found {
        if !seen.insert(id) {
            faults.push((at, Finding::new(codes::DUPLICATE_ID).with("id", id)));
        }
    }
}

/// What stands under a key in a list that is in the order of its keys.
fn of_key<K, V>(list: &[(K, V)], compare: impl Fn(&K) -> Ordering) -> &[(K, V)] {
    let from = list.partition_point(|(key, _)| compare(key).is_lt());
    let list = list.get(from..).unwrap_or_default();
    let to = list.partition_point(|(key, _)| compare(key).is_eq());
    list.get(..to).unwrap_or_default()
}

/// The ids of a requirement and of its parts.
fn requirement_ids(node: &Node, ids: &mut Set<String>) {
    if node.get("requirements").is_none() {
        ids.extend(node.get("id").and_then(Node::text).map(str::to_owned));
    }
    for key in ["requirements", "all_of", "any_of"] {
        list(node, key).iter().for_each(|part| requirement_ids(part, ids));
    }
}

fn list<'n>(node: &'n Node, key: &str) -> &'n [Node] {
    node.get(key).and_then(Node::list).unwrap_or_default()
}

fn text(node: &Node, key: &str) -> String {
    node.get(key).and_then(Node::text).unwrap_or_default().to_owned()
}

/// Used where a reading in force is described.
type InForce = Vec<ReadingInForce>;
