//! Rules, exclusive intervals, stages, triggers and closing items.

use super::path::Here;
use super::{Compiler, list, text};
use crate::finding::{Finding, Severity, spec as codes, syntax};
use crate::json::Node;
use crate::kind::Family;
use crate::number::Exact;
use crate::package::model::{Band, ClosingItem, ClosingNeed, Cmp, Consequence, Exclusive, Force, Rule, Stage, Trigger};
use crate::sorted::Map;
use crate::sorted::Set;
use crate::time::MonthEnd;
use std::sync::Arc;

impl Compiler<'_> {
    pub(super) fn rules(&self, document: &Node) -> Vec<Rule> {
        let rules = list(document, "rules").iter().filter(|rule| rule.get("exclusive").is_none());
        rules.filter_map(|rule| self.rule(rule)).collect()
    }

    fn rule(&self, node: &Node) -> Option<Rule> {
        self.needs(node, &["on", "else"]);
        let on = node.get("on")?;
        let of = self.collection(on.get("of")?, None)?;
        let here = Here::of(of)?;
        let register = of.kind().family == Family::Register && of.list().is_none();
        let cond = self.where_of(on, here, register);
        let need = self.cond(node.get("need")?, here, register);
        let severity = match node.get("else").and_then(Node::text)? {
            "error" => Severity::Error,
            "defect" => Severity::Defect,
            _ => Severity::Warning,
        };
        let own = cond.is_own() && need.is_own();
        if severity == Severity::Error && !own {
            self.fault(node, Finding::new(codes::ERROR_RULE_NOT_OWN).with("id", text(node, "id")));
        }
        Some(Rule {
            id: text(node, "id").into(),
            clause: text(node, "clause").into(),
            labels: self.labels(node.get("labels")?),
            of,
            cond,
            need,
            severity,
            own,
        })
    }

    pub(super) fn exclusives(&self, document: &Node) -> Vec<Exclusive> {
        list(document, "rules").iter().filter_map(|rule| self.exclusive(rule)).collect()
    }

    fn exclusive(&self, node: &Node) -> Option<Exclusive> {
        let exclusive = node.get("exclusive")?;
        let of = self.collection(exclusive.get("of")?, None)?;
        let here = Here::of(of)?;
        let register = of.kind().family == Family::Register && of.list().is_none();
        let stated = |key: &str| {
            let name = exclusive.get(key)?;
            Some(self.path(name.text()?, here, name)?.path)
        };
        let (from, to) = match (stated("from"), stated("to")) {
            (Some(from), Some(to)) => (from, to),
            (from, to) => {
                let (default_from, default_to) = self.interval(here, exclusive)?;
                (from.unwrap_or(default_from), to.unwrap_or(default_to))
            }
        };
        Some(Exclusive {
            id: text(node, "id").into(),
            clause: text(node, "clause").into(),
            labels: self.labels(node.get("labels")?),
            of,
            cond: self.where_of(exclusive, here, register),
            on: self.paths(exclusive.get("on"), here),
            differ: self.paths(exclusive.get("differ"), here),
            from,
            to,
        })
    }

    pub(super) fn stage(&self, node: &Node) -> Stage {
        for aspect in list(node, "aspects") {
            self.literal(aspect, crate::kind::Type::Code, "aspect");
        }
        let verdicts: Map<Arc<str>, Band> = node
            .get("verdicts")
            .and_then(Node::object)
            .unwrap_or_default()
            .iter()
            .filter_map(|(verdict, band)| {
                if !crate::kind::fixed::find("verdict").is_some_and(|list| list.has(verdict)) {
                    let unknown = Finding::new(codes::CODE_NOT_IN_LIST).with("code", verdict).with("list", "verdict");
                    self.fault(band, unknown.with("known", "qualified, unqualified"));
                }
                Some((verdict.as_str().into(), self.band(band)?))
            })
            .collect();
        Stage {
            id: text(node, "id").into(),
            clause: text(node, "clause").into(),
            labels: node.get("labels").map(|labels| self.labels(labels)).unwrap_or_default(),
            aspects: list(node, "aspects").iter().filter_map(|aspect| aspect.text().map(Arc::from)).collect(),
            bands: list(node, "bands").iter().filter_map(|band| self.band(band)).collect(),
            verdicts,
        }
    }

    fn band(&self, node: &Node) -> Option<Band> {
        let tests: Vec<(Cmp, Exact)> = [Cmp::AtMost, Cmp::LessThan]
            .into_iter()
            .filter_map(|cmp| Some((cmp, self.exact(node.get(cmp.name())?)?)))
            .collect();
        if tests.len() > 1 {
            self.fault(node, Finding::new(syntax::EXACTLY_ONE_OF).with("keys", "at_most, less_than"));
        }
        Some(Band {
            id: text(node, "id").into(),
            clause: text(node, "clause").into(),
            test: tests.first().copied(),
            then: consequences(node),
            force: force(node),
            cured_by_evaluation: node.get("cured_by").is_some(),
        })
    }

    pub(super) fn trigger(&self, node: &Node) -> Option<Trigger> {
        let clause = text(node, "clause");
        Some(Trigger {
            id: text(node, "id").into(),
            labels: self.labels(node.get("labels")?),
            when: self.requirement_for(node.get("when")?, node, &clause)?,
            clause: clause.into(),
            then: consequences(node),
            force: force(node),
        })
    }

    /// A trigger's condition; readings that replace the trigger bear on it.
    fn requirement_for(&self, when: &Node, trigger: &Node, clause: &str) -> Option<crate::package::model::Requirement> {
        let mut requirement = self.setting_off(when, clause)?;
        requirement.readings.extend(self.readings_on(trigger, &Set::default()));
        Some(requirement)
    }

    pub(super) fn closing(&self, node: &Node) -> Option<ClosingItem> {
        let clause = text(node, "clause");
        let need = match node.get("completion") {
            Some(share) => match share.text().and_then(Exact::percent) {
                Some(share) => ClosingNeed::Completion(share),
                None => {
                    let found = share.text().unwrap_or_default();
                    self.fault(
                        share,
                        Finding::new(codes::LITERAL_TYPE).with("type", "percentage").with("found", found),
                    );
                    return None;
                }
            },
            None => ClosingNeed::Requirement(self.requirement(node, &clause)?),
        };
        let labels = self.labels(node.get("labels")?);
        Some(ClosingItem { id: text(node, "id").into(), clause: clause.into(), labels, need })
    }
}

fn consequences(node: &Node) -> Vec<Consequence> {
    list(node, "then")
        .iter()
        .filter_map(|then| match then.text() {
            Some("termination") => Some(Consequence::Termination),
            Some(_) => Some(Consequence::RectificationOrder),
            None => {
                let extension = then.get("extension")?;
                let months = match &extension.get("months")?.shape {
                    crate::json::Shape::Number(digits) => digits.parse().ok()?,
                    _ => return None,
                };
                let month_end = MonthEnd::parse(extension.get("month_end").and_then(Node::text)?)?;
                Some(Consequence::Extension { months, month_end })
            }
        })
        .collect()
}

fn force(node: &Node) -> Force {
    match node.get("force").and_then(Node::text) {
        Some("duty") => Force::Duty,
        _ => Force::Right,
    }
}
