//! Conditions: trees of leaves, typed by what their paths reach.

use super::Compiler;
use super::path::{Here, Typed};
use crate::entry::Constant;
use crate::finding::{Finding, spec as codes};
use crate::json::{Node, Shape};
use crate::kind::Type;
use crate::package::model::{AgeOn, Cmp, Cond, Derived, Distinct, Leaf, Operand, Path, Step, Test};
use crate::spec::format;
use crate::spec::shape::{Faults, Part, check};
use crate::time::{Date, Period};
use std::sync::Arc;

impl Compiler<'_> {
    /// The condition under `where` of an object; always yes when there is none.
    ///
    /// `register`: the collection is a register counted itself, so ages need a day of their own.
    pub(super) fn where_of(&self, node: &Node, here: Here, register: bool) -> Cond {
        match node.get("where") {
            Some(cond) => self.cond(cond, here, register),
            None => Cond::All(Vec::new()),
        }
    }

    pub(super) fn cond(&self, node: &Node, here: Here, register: bool) -> Cond {
        let Some(fields) = node.object() else {
            self.wrong(node, "object");
            return Cond::All(Vec::new());
        };
        let mut parts = Vec::new();
        for (key, value) in fields {
            match key.as_str() {
                "all" => parts.push(Cond::All(self.conds(value, here, register))),
                "any" => parts.push(Cond::Any(self.conds(value, here, register))),
                "not" => parts.push(Cond::Not(Box::new(self.cond(value, here, register)))),
                "use" => parts.extend(self.named(value, here, register)),
                path => {
                    if let Some(typed) = self.path(path, here, value) {
                        self.leaf(&typed, value, here, register, &mut parts);
                    }
                }
            }
        }
        match parts.len() {
            1 => parts.pop().unwrap_or(Cond::All(Vec::new())),
            _ => Cond::All(parts),
        }
    }

    fn conds(&self, node: &Node, here: Here, register: bool) -> Vec<Cond> {
        match node.list() {
            Some(items) if !items.is_empty() => items.iter().map(|item| self.cond(item, here, register)).collect(),
            _ => {
                self.wrong(node, "array");
                Vec::new()
            }
        }
    }

    /// A declared condition, compiled where it is used so that its day is the user's.
    fn named(&self, node: &Node, here: Here, register: bool) -> Option<Cond> {
        let name = node.text().or_else(|| {
            self.wrong(node, "string");
            None
        })?;
        let Some(condition) = self.condition(name) else {
            let known: Vec<&str> = self.conditions.iter().filter_map(|c| c.get("id").and_then(Node::text)).collect();
            self.fault(node, Finding::new(codes::UNKNOWN_CONDITION).with("name", name).with("known", known.join(", ")));
            return None;
        };
        if self.open_conditions.borrow().iter().any(|open| open == name) {
            self.fault(node, Finding::new(codes::CONDITION_CYCLE).with("name", name));
            return None;
        }
        let on = condition.get("on").and_then(Node::text).unwrap_or_default();
        if on != self.collection_name(here) {
            self.fault(
                node,
                Finding::new(codes::CONDITION_ELSEWHERE)
                    .with("name", name)
                    .with("on", on)
                    .with("here", self.collection_name(here)),
            );
            return None;
        }
        self.used.borrow_mut().insert(name.to_owned());
        self.open_conditions.borrow_mut().push(name.to_owned());
        let cond = self.where_of(condition, here, register);
        self.open_conditions.borrow_mut().pop();
        Some(Cond::Named(name.into(), Arc::new(cond)))
    }

    fn leaf(&self, typed: &Typed, node: &Node, here: Here, register: bool, parts: &mut Vec<Cond>) {
        let Some(operators) = node.object() else {
            self.wrong(node, "object");
            return;
        };
        let mut path = typed.path.clone();
        if let Some(on) = node.get("on") {
            self.set_day(&mut path, on);
        } else if register
            && path.steps.iter().any(|step| matches!(step, Step::Derived(Derived::Age(AgeOn::ReadingDay))))
        {
            self.fault(node, Finding::new(codes::AGE_WITHOUT_DAY).with("path", &path.text));
        }
        let mut tests = Vec::new();
        let mut sizes = Vec::new();
        for (operator, operand) in operators.iter().filter(|(operator, _)| operator != "on") {
            match self.test(operator, operand, typed, &path, here, register) {
                Some((Some(followed), test)) => {
                    parts.push(Cond::Leaf(Leaf { path: followed, test }));
                }
                Some((None, Test::Size(more))) => sizes.extend(more),
                Some((None, test)) => tests.push(test),
                None => {}
            }
        }
        if !sizes.is_empty() {
            tests.push(Test::Size(sizes));
        }
        if operators.is_empty() {
            self.fault(
                node,
                Finding::new(codes::UNKNOWN_OPERATOR).with("operator", "").with("known", known_operators()),
            );
        }
        parts.extend(tests.into_iter().map(|test| Cond::Leaf(Leaf { path: path.clone(), test })));
    }

    fn set_day(&self, path: &mut Path, node: &Node) {
        let day = match node.text() {
            Some("service_start") => AgeOn::ServiceStart,
            Some("service_end") => AgeOn::ServiceEnd,
            Some("as_of") => AgeOn::AsOf,
            Some("record_date") => AgeOn::ReadingDay,
            other => {
                let word = other.unwrap_or_default();
                let unknown = Finding::new(crate::finding::syntax::UNKNOWN_WORD);
                self.fault(
                    node,
                    unknown.with("word", word).with("known", "service_start, service_end, as_of, record_date"),
                );
                return;
            }
        };
        match path.steps.iter_mut().find(|step| matches!(step, Step::Derived(Derived::Age(_)))) {
            Some(step) => *step = Step::Derived(Derived::Age(day)),
            None => self.fault(node, self.operand_type("on", path)),
        }
    }

    fn operand_type(&self, operator: &str, path: &Path) -> Finding {
        Finding::new(codes::OPERAND_TYPE)
            .with("operator", operator)
            .with("path", &path.text)
            .with("type", type_name(path.ty))
    }

    /// A test; with the path to use instead, when the test looks behind a reference.
    #[allow(clippy::type_complexity, reason = "the pair is taken apart at its only call")]
    fn test(
        &self,
        operator: &str,
        node: &Node,
        typed: &Typed,
        path: &Path,
        here: Here,
        register: bool,
    ) -> Option<(Option<Path>, Test)> {
        let wrong = || {
            self.fault(node, self.operand_type(operator, path));
            None
        };
        let is_list = matches!(path.ty, Type::List(_) | Type::Items(_));
        let test = match operator {
            "exists" => match node.shape {
                Shape::Bool(wanted) => Test::Exists(wanted),
                _ => return wrong(),
            },
            "some" | "every" => {
                let Some((kind, fields)) = typed.items else { return wrong() };
                let cond = Box::new(self.cond(node, Here::Item(kind, fields), register));
                if operator == "some" { Test::Some(cond) } else { Test::Every(cond) }
            }
            "contains_all" => {
                let (Type::List(item), Some(items)) = (path.ty, node.list()) else { return wrong() };
                let values: Option<Vec<Constant>> =
                    items.iter().map(|item_node| self.literal(item_node, *item, &path.list)).collect();
                Test::ContainsAll(values?)
            }
            "size" => {
                let (true, Some(tests)) = (is_list, node.object()) else { return wrong() };
                match self.sizes(tests.iter().map(|(name, size)| (name.as_str(), size))) {
                    Some(sizes) => Test::Size(sizes),
                    None => return wrong(),
                }
            }
            "distinct" => {
                let (Some((kind, fields)), Some(parts)) = (typed.items, node.object()) else { return wrong() };
                let tests = parts.iter().filter(|(name, _)| Cmp::parse(name).is_some());
                let Some(sizes) = self.sizes(tests.map(|(name, size)| (name.as_str(), size))) else { return wrong() };
                let item = Here::Item(kind, fields);
                let of = node.get("of").unwrap_or(node);
                let of = self.path(of.text().unwrap_or_default(), item, of)?.path;
                Test::Distinct(Box::new(Distinct { of, cond: self.where_of(node, item, register), sizes }))
            }
            "where" | "use" => return self.behind(operator, node, typed, path, register),
            _ if is_list => {
                return if known_operator(operator) { wrong() } else { self.unknown_operator(operator, node) };
            }
            "is" => Test::Is(self.operand(operator, node, path, here)?),
            "in" => Test::In(self.operands(node, path)?),
            "at_or_above" => {
                let Some(code) = node.text() else { return wrong() };
                let ranked =
                    self.codes.lists.get(&path.list).is_some_and(|list| list.iter().any(|entry| entry.rank.is_some()));
                if !matches!(path.ty, Type::Code) || !ranked {
                    return wrong();
                }
                self.literal(node, path.ty, &path.list)?;
                let Some(rank) = self.codes.find(&path.list, code).and_then(|entry| entry.rank) else { return wrong() };
                Test::AtOrAbove(rank, code.into())
            }
            _ => match Cmp::parse(operator) {
                Some(cmp) if is_ordered(path.ty) => Test::Compare(cmp, self.operand(operator, node, path, here)?),
                Some(_) => return wrong(),
                None => return self.unknown_operator(operator, node),
            },
        };
        Some((None, test))
    }

    fn sizes<'n>(&self, tests: impl Iterator<Item = (&'n str, &'n Node)>) -> Option<Vec<(Cmp, i64)>> {
        let sizes: Option<Vec<(Cmp, i64)>> =
            tests.map(|(name, size)| Some((Cmp::parse(name)?, self.whole(size).filter(|size| *size >= 0)?))).collect();
        sizes.filter(|sizes| !sizes.is_empty())
    }

    fn unknown_operator(&self, operator: &str, node: &Node) -> Option<(Option<Path>, Test)> {
        self.fault(
            node,
            Finding::new(codes::UNKNOWN_OPERATOR).with("operator", operator).with("known", known_operators()),
        );
        None
    }

    /// `where` and `use`: the condition of the entry referred to.
    fn behind(
        &self,
        operator: &str,
        node: &Node,
        typed: &Typed,
        path: &Path,
        register: bool,
    ) -> Option<(Option<Path>, Test)> {
        let wanted = match operator {
            "use" => node.text().and_then(|name| self.condition_kind(name)),
            _ => None,
        };
        let kind = typed.to.iter().find(|kind| wanted.is_none_or(|wanted| **kind == wanted)).or(typed.to.first());
        let (Some(kind), true) = (kind, matches!(path.ty, Type::Ref | Type::List(Type::Ref))) else {
            self.fault(node, self.operand_type(operator, path));
            return None;
        };
        let mut path = path.clone();
        if !typed.ends_at_entry {
            path.steps.push(Step::Follow(vec![kind]));
        }
        path.ty = Type::Ref;
        let cond = match operator {
            "use" => self.named(node, Here::Entry(kind), register)?,
            _ => self.cond(node, Here::Entry(kind), register),
        };
        Some((Some(path), Test::Where(Box::new(cond))))
    }

    fn condition_kind(&self, name: &str) -> Option<&'static crate::kind::KindInfo> {
        let condition = self.condition(name)?;
        crate::kind::find(condition.get("on").and_then(Node::text)?)
    }

    fn operand(&self, operator: &str, node: &Node, path: &Path, here: Here) -> Option<Operand> {
        if let Some(field) = node.get("field") {
            // Anything beside or instead of the path must not make the leaf vanish unseen.
            let mut faults = Faults::new();
            check(node, Part::Object(format::other_field), &mut faults);
            if !faults.is_empty() {
                self.faults.borrow_mut().extend(faults);
                return None;
            }
            let other = self.path(field.text()?, here, field)?;
            if !comparable(path.ty, other.path.ty) {
                self.fault(node, self.operand_type(operator, path));
                return None;
            }
            return Some(Operand::Field(other.path));
        }
        if node.text() == Some("$as_of") {
            let is_day = matches!(path.ty, Type::Date | Type::PartialDate);
            if !is_day {
                self.fault(node, self.operand_type(operator, path));
            }
            return is_day.then_some(Operand::AsOf);
        }
        self.literal(node, path.ty, &path.list).map(Operand::Value)
    }

    fn operands(&self, node: &Node, path: &Path) -> Option<Vec<Constant>> {
        if let Some(name) = node.text().filter(|text| text.starts_with('$')) {
            let Some(list) = self.values.list(name) else {
                self.fault(node, Finding::new(codes::UNKNOWN_CONTRACT_VALUE).with("name", name));
                return None;
            };
            return Some(list.iter().map(|text| Constant::Text(text.clone())).collect());
        }
        let Some(items) = node.list() else {
            self.wrong(node, "array");
            return None;
        };
        items.iter().map(|item| self.literal(item, path.ty, &path.list)).collect()
    }

    /// A literal, or a single contract value, of a type.
    pub(super) fn literal(&self, node: &Node, ty: Type, list: &str) -> Option<Constant> {
        if let Some(name) = node.text().filter(|text| text.starts_with('$')) {
            return self.contract_value(node, name, ty);
        }
        let value = match (ty, &node.shape) {
            (Type::Code, Shape::Text(code)) => {
                self.check_code(node, list, code);
                Some(Constant::Text(code.as_str().into()))
            }
            (Type::Text | Type::Id | Type::Ref, Shape::Text(text)) => Some(Constant::Text(text.as_str().into())),
            (Type::Whole | Type::Amount, Shape::Number(digits)) => crate::number::parse(digits)
                .map(|number| crate::number::whole(number).map_or(Constant::Amount(number), Constant::Whole)),
            (Type::Date | Type::PartialDate, Shape::Text(text)) => Date::parse(text).map(Constant::Date),
            (Type::YesNo, Shape::Bool(truth)) => Some(Constant::YesNo(*truth)),
            (Type::Period, Shape::Text(text)) => Period::parse(text).map(Constant::Period),
            (Type::Time, Shape::Text(text)) => crate::time::minutes(text).map(Constant::Time),
            _ => None,
        };
        if value.is_none() {
            let found = Finding::new(codes::LITERAL_TYPE).with("type", type_name(ty)).with("found", node.shape_name());
            self.fault(node, found);
        }
        value
    }

    fn contract_value(&self, node: &Node, name: &str, ty: Type) -> Option<Constant> {
        let value = match self.values.single(name) {
            Some(value) => value,
            None => {
                self.fault(node, Finding::new(codes::UNKNOWN_CONTRACT_VALUE).with("name", name));
                return None;
            }
        };
        let fits = match value {
            Constant::Date(_) => matches!(ty, Type::Date | Type::PartialDate),
            _ => matches!(ty, Type::Code | Type::Text | Type::Id | Type::Ref),
        };
        if !fits {
            self.fault(node, Finding::new(codes::LITERAL_TYPE).with("type", type_name(ty)).with("found", name));
            return None;
        }
        Some(value)
    }

    fn check_code(&self, node: &Node, list: &str, code: &str) {
        if crate::kind::fixed::find(list).is_some_and(|list| list.has(code)) || self.codes.find(list, code).is_some() {
            return;
        }
        let known: Vec<&str> = match self.codes.lists.get(list) {
            Some(entries) => entries.iter().map(|entry| &*entry.code).collect(),
            None => Vec::new(),
        };
        self.fault(
            node,
            Finding::new(codes::CODE_NOT_IN_LIST).with("code", code).with("list", list).with("known", known.join(", ")),
        );
    }
}

fn known_operator(operator: &str) -> bool {
    format::leaf().fields.iter().any(|slot| slot.name == operator)
}

/// The operators of leaves.
fn known_operators() -> String {
    format::leaf().fields.iter().map(|slot| slot.name).collect::<Vec<_>>().join(", ")
}

fn is_ordered(ty: Type) -> bool {
    matches!(ty, Type::Whole | Type::Amount | Type::Date | Type::PartialDate | Type::Time | Type::Period)
}

fn comparable(left: Type, right: Type) -> bool {
    let class = |ty| match ty {
        Type::Whole | Type::Amount => 0,
        Type::Date | Type::PartialDate => 1,
        Type::YesNo => 2,
        Type::Time => 3,
        Type::Period => 4,
        Type::Text | Type::Id | Type::Code | Type::Ref => 5,
        Type::List(_) | Type::Items(_) => 6,
    };
    class(left) == class(right) && class(left) != 6
}

pub(super) fn type_name(ty: Type) -> &'static str {
    match ty {
        Type::Text => "text",
        Type::Id => "id",
        Type::Code => "code",
        Type::Ref => "reference",
        Type::Whole => "whole number",
        Type::Amount => "number",
        Type::Date => "date",
        Type::PartialDate => "partial date",
        Type::Time => "time",
        Type::Period => "period",
        Type::YesNo => "yes/no",
        Type::List(_) => "list",
        Type::Items(_) => "list of items",
    }
}
