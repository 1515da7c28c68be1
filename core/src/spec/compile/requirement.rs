//! Requirements: quantifiers, windows, bodies, targets, checks and shows.

use super::Compiler;
use super::path::Here;
use crate::finding::{Finding, spec as codes, syntax};
use crate::json::{Node, Shape};
use crate::kind::{Family, Type};
use crate::number::Exact;
use crate::package::model::{
    Active, Anchor, Body, Check, CheckElse, Cmp, Collection, Each, Measure, Requirement, Show, Target, TargetValue,
    Window, Within, WithinUnit,
};
use crate::sorted::Map;
use crate::time::{Date, Unit};
use std::sync::Arc;

/// What surrounds a requirement.
#[derive(Clone)]
pub(super) struct Scope<'n> {
    /// The clause, for parts that state none.
    pub(super) clause: Arc<str>,
    /// The members, or the container, by which sources are linked.
    pub(super) parents: Vec<Collection>,
    /// The placing fields of the window in force.
    pub(super) by: Vec<(&'n str, &'n Node)>,
    /// The quantifiers in force, as written.
    pub(super) each: Option<&'n Node>,
    /// The window in force, as written.
    pub(super) window: Option<&'n Node>,
    /// Inside `having`: children are placed by their own dates, in the whole service.
    pub(super) inside_having: bool,
    /// The parent is itself a requirement, so that what is not stated comes from it.
    pub(super) is_part: bool,
    /// More of what is measured can only help, up to the outermost target.
    pub(super) more_helps: bool,
}

impl<'n> Scope<'n> {
    pub(super) fn top(clause: &str) -> Self {
        Self {
            clause: clause.into(),
            parents: Vec::new(),
            by: Vec::new(),
            each: None,
            window: None,
            inside_having: false,
            is_part: false,
            more_helps: true,
        }
    }
}

impl Compiler<'_> {
    /// A requirement at the top of an indicator, a list of obligations, a check …
    pub(super) fn requirement(&self, node: &Node, clause: &str) -> Option<Requirement> {
        self.requirement_in(node, &Scope::top(clause), false)
    }

    /// What sets off a trigger: that it is met is nothing to be hoped for.
    pub(super) fn setting_off(&self, node: &Node, clause: &str) -> Option<Requirement> {
        self.requirement_in(node, &Scope { more_helps: false, ..Scope::top(clause) }, false)
    }

    pub(super) fn requirement_in(&self, node: &Node, scope: &Scope<'_>, having: bool) -> Option<Requirement> {
        let clause = node.get("clause").and_then(Node::text).map_or_else(|| scope.clause.clone(), Arc::from);
        let id: Option<Arc<str>> = node.get("id").and_then(Node::text).map(Arc::from);
        let states = node.get("each").is_some() || node.get("window").is_some();
        if having && states {
            self.fault(node, Finding::new(codes::WINDOW_IN_HAVING));
        }
        let inherits = scope.is_part && !states;
        let each_node = node.get("each").or(scope.each);
        let window_node = node.get("window").or(scope.window);
        let inside_having = scope.inside_having || having;
        let each = if inherits || inside_having {
            Vec::new()
        } else {
            each_node.map_or_else(Vec::new, |node| self.each(node))
        };
        let parents =
            if inherits || inside_having { scope.parents.clone() } else { each.iter().map(|each| each.of).collect() };
        let window =
            window_node.filter(|_| !inside_having).map_or_else(Window::default, |node| self.window(node, &parents));
        let inner = Scope {
            clause: clause.clone(),
            parents,
            by: if inside_having { Vec::new() } else { window_node.map_or_else(Vec::new, by_fields) },
            each: each_node,
            window: window_node,
            inside_having,
            is_part: true,
            more_helps: scope.more_helps,
        };
        let outer_used = std::mem::take(&mut *self.used.borrow_mut());
        let body = self.body(node, &inner);
        let checks = node.get("checks").and_then(Node::list).unwrap_or_default();
        let checks = checks.iter().filter_map(|check| self.check(check, &clause)).collect();
        let shows = node.get("show").and_then(Node::list).unwrap_or_default();
        let shows = shows.iter().filter_map(|show| self.show(show, &inner)).collect();
        let used = std::mem::replace(&mut *self.used.borrow_mut(), outer_used);
        let readings = self.readings_on(node, &used);
        self.used.borrow_mut().extend(used);
        let labels = node.get("labels").map(|labels| self.labels(labels));
        Some(Requirement { id, clause, labels, inherits, each, window, body: body?, checks, shows, readings })
    }

    fn body(&self, node: &Node, scope: &Scope<'_>) -> Option<Body> {
        let given: Vec<&str> =
            ["measure", "all_of", "any_of"].into_iter().filter(|key| node.get(key).is_some()).collect();
        let text_only = matches!(node.get("text_only").map(|flag| &flag.shape), Some(Shape::Bool(true)));
        match given.as_slice() {
            [] if text_only => Some(Body::TextOnly),
            ["measure"] => {
                let measure = node.get("measure")?;
                let wants_more = node.get("target").and_then(comparison).map(|(cmp, _)| cmp.wants_more());
                // What a coverage measures is days that nothing covers.
                let more_helps = wants_more == Some(measure.get("coverage").is_none());
                let measured = Scope { more_helps: scope.more_helps && more_helps, ..scope.clone() };
                let measure = self.measure(measure, &measured);
                let Some(target) = node.get("target") else {
                    self.fault(node, Finding::new(syntax::MISSING_FIELD).with("field", "target"));
                    return None;
                };
                let target = self.target(target, scope);
                let (measure, target) = (measure?, target?);
                self.possible(node.get("target")?, &measure, &target);
                Some(Body::Leaf(measure, target))
            }
            [key @ ("all_of" | "any_of")] => {
                let parts: Vec<Option<Requirement>> =
                    node.get(key)?.list()?.iter().map(|part| self.requirement_in(part, scope, false)).collect();
                let parts = parts.into_iter().collect::<Option<Vec<_>>>()?;
                Some(if *key == "all_of" { Body::All(parts) } else { Body::Any(parts) })
            }
            _ => {
                self.fault(node, Finding::new(syntax::EXACTLY_ONE_OF).with("keys", "measure, all_of, any_of"));
                None
            }
        }
    }

    fn each(&self, node: &Node) -> Vec<Each> {
        let nodes: Vec<&Node> = node.list().map_or_else(|| vec![node], |items| items.iter().collect());
        nodes
            .into_iter()
            .filter_map(|node| {
                let of = self.collection(node.get("of")?, None)?;
                let here = Here::of(of)?;
                let register = of.kind().family == Family::Register && of.list().is_none();
                let cond = self.where_of(node, here, register);
                let active = node.get("active").and_then(Node::text).map(|word| match word {
                    "anchor" => Active::Anchor,
                    "overlap" => Active::Overlap,
                    _ => Active::Whole,
                });
                let day = |name: &str| {
                    self.try_path(name, here).map(|typed| typed.path).filter(|path| matches!(path.ty, Type::Date))
                };
                Some(Each { of, cond, active, from: day("from"), to: day("to") })
            })
            .collect()
    }

    fn window(&self, node: &Node, parents: &[Collection]) -> Window {
        let anchor = |key: &str| node.get(key).and_then(|anchor| self.anchor(anchor, parents));
        let unit = node.get("each").and_then(Node::text).and_then(Unit::parse);
        let due = node.get("due").and_then(|due| {
            let day = self.whole(due)?;
            let most = match unit {
                Some(Unit::Week) => 7,
                Some(_) => 31,
                None => 0,
            };
            if !(1..=most).contains(&day) {
                self.fault(due, Finding::new(codes::DUE_OUT_OF_RANGE).with("due", day).with("most", most));
            }
            u32::try_from(day).ok()
        });
        let window = Window {
            unit,
            counted_from: anchor("counted_from"),
            due,
            grace_days: node
                .get("grace_days")
                .and_then(|days| self.whole(days))
                .and_then(|days| u32::try_from(days).ok())
                .unwrap_or(0),
            from: anchor("from"),
            to: anchor("to"),
            until_closing: node.get("until").is_some(),
            within: node.get("within").and_then(|within| self.within(within, parents)),
            stated: true,
        };
        if let (Some(Anchor::Day(from)), Some(Anchor::Day(to))) = (&window.from, &window.to)
            && from > to
        {
            self.fault(node, Finding::new(codes::EMPTY_WINDOW).with("from", from).with("to", to));
        }
        window
    }

    fn within(&self, node: &Node, parents: &[Collection]) -> Option<Within> {
        let of = self.anchor(node.get("of")?, parents)?;
        let units =
            [("days", WithinUnit::Days), ("working_days", WithinUnit::WorkingDays), ("hours", WithinUnit::Hours)];
        let (amount, unit) = units.into_iter().find_map(|(key, unit)| Some((node.get(key)?, unit)))?;
        Some(Within { amount: u32::try_from(self.whole(amount)?).ok()?, unit, of })
    }

    fn anchor(&self, node: &Node, parents: &[Collection]) -> Option<Anchor> {
        if let Some(text) = node.text() {
            return match text {
                "service_start" => Some(Anchor::ServiceStart),
                "service_end" => Some(Anchor::ServiceEnd),
                "midterm_date" => Some(self.values.midterm().map_or(Anchor::ServiceStart, Anchor::Day)),
                text => {
                    let day = Date::parse(text);
                    if day.is_none() {
                        self.fault(node, Finding::new(codes::UNKNOWN_ANCHOR).with("anchor", text));
                    }
                    day.map(Anchor::Day)
                }
            };
        }
        let (key, value) = node.object()?.first()?;
        let name = value.text()?;
        match key.as_str() {
            "first" | "met" => {
                if !self.ids.contains(name) {
                    self.fault(value, Finding::new(codes::UNKNOWN_ANCHOR).with("anchor", name));
                    return None;
                }
                self.anchored.borrow_mut().push((name.to_owned(), value.at));
                Some(if key == "first" { Anchor::First(name.into()) } else { Anchor::Met(name.into()) })
            }
            "member" => {
                let Some(member) = parents.last().and_then(|parent| Here::of(*parent)) else {
                    self.fault(value, Finding::new(codes::SELF_WITHOUT_EACH));
                    return None;
                };
                let date = self.path(name, member, value)?;
                if !matches!(date.path.ty, Type::Date) {
                    self.fault(value, Finding::new(codes::LITERAL_TYPE).with("type", "date").with("found", name));
                    return None;
                }
                let start = self.try_path("start", member).map(|typed| typed.path);
                Some(Anchor::Member { date: date.path, start })
            }
            _ => {
                let kind = crate::kind::find(name).filter(|kind| kind.family == Family::Event);
                if kind.is_none() {
                    self.fault(value, Finding::new(codes::UNKNOWN_ANCHOR).with("anchor", name));
                }
                kind.map(Anchor::Event)
            }
        }
    }

    pub(super) fn target(&self, node: &Node, scope: &Scope<'_>) -> Option<Target> {
        let (cmp, value) = comparison(node)?;
        let unit = node.get("unit").and_then(Node::text).unwrap_or_default().into();
        let value = match &value.shape {
            Shape::Number(_) => TargetValue::Fixed(self.exact(value)?),
            Shape::Text(text) => match Exact::percent(text) {
                Some(share) => TargetValue::Fixed(share),
                None => {
                    self.fault(
                        value,
                        Finding::new(codes::LITERAL_TYPE).with("type", "number or percentage").with("found", text),
                    );
                    return None;
                }
            },
            _ => self.target_by(value, scope)?,
        };
        Some(Target { cmp, value, unit })
    }

    fn target_by(&self, node: &Node, scope: &Scope<'_>) -> Option<TargetValue> {
        let by = node.get("by")?;
        let of: Map<Arc<str>, Exact> = node
            .get("of")?
            .object()?
            .iter()
            .filter_map(|(code, number)| Some((code.as_str().into(), self.exact(number)?)))
            .collect();
        let otherwise = node.get("else").and_then(|number| self.exact(number));
        if by.text() == Some("$place") {
            let place = self.values.single("$place");
            let place = place.as_ref().and_then(|place| place.value().text());
            let value = place.and_then(|place| of.get(place).copied()).or(otherwise);
            if value.is_none() {
                self.fault(node, Finding::new(codes::IMPOSSIBLE_TARGET).with("target", "$place"));
            }
            return value.map(TargetValue::Fixed);
        }
        let Some(member) = scope.parents.last().and_then(|parent| Here::of(*parent)) else {
            self.fault(by, Finding::new(codes::SELF_WITHOUT_EACH));
            return None;
        };
        let path = self.path(by.text()?, member, by)?.path;
        if let (Type::Code, Some((_, codes_node))) = (path.ty, node.object()?.iter().find(|(key, _)| key == "of")) {
            for (code, number) in codes_node.object().unwrap_or_default() {
                let code_node = Node { at: number.at, shape: Shape::Text(code.clone()) };
                self.literal(&code_node, path.ty, &path.list);
            }
        }
        Some(TargetValue::By { path, of, otherwise })
    }

    /// Refuses targets that nothing, or everything, can reach.
    fn possible(&self, node: &Node, measure: &Measure, target: &Target) {
        let TargetValue::Fixed(value) = target.value else { return };
        let below_zero = match target.cmp {
            Cmp::AtMost => value < Exact::ZERO,
            Cmp::LessThan => value <= Exact::ZERO,
            Cmp::AtLeast | Cmp::MoreThan => value < Exact::ZERO,
        };
        let fraction_of_count =
            matches!(measure, Measure::Count(_) | Measure::Coverage(_)) && value.as_whole().is_none();
        let always = target.cmp == Cmp::AtLeast && value == Exact::ZERO;
        if below_zero || fraction_of_count || always {
            self.fault(
                node,
                Finding::new(codes::IMPOSSIBLE_TARGET).with("target", format!("{} {value}", target.cmp.name())),
            );
        }
    }

    fn check(&self, node: &Node, clause: &str) -> Option<Check> {
        Some(Check {
            labels: self.labels(node.get("labels")?),
            requirement: self.requirement(node.get("requirement")?, clause)?,
            needs_complete: node.get("needs_complete").and_then(Node::text).and_then(crate::kind::find),
            otherwise: match node.get("else").and_then(Node::text) {
                Some("unknown") => CheckElse::Unknown,
                Some("infeasible") => CheckElse::Infeasible,
                _ => CheckElse::Warn,
            },
        })
    }

    fn show(&self, node: &Node, scope: &Scope<'_>) -> Option<Show> {
        // A show has one number, not one for each member.
        let scope = Scope { parents: Vec::new(), ..scope.clone() };
        Some(Show { labels: self.labels(node.get("labels")?), measure: self.measure(node.get("measure")?, &scope)? })
    }
}

/// The comparison of a target, and with what.
fn comparison(target: &Node) -> Option<(Cmp, &Node)> {
    target.object()?.iter().find_map(|(key, value)| Some((Cmp::parse(key)?, value)))
}

fn by_fields(window: &Node) -> Vec<(&str, &Node)> {
    match window.get("by") {
        None => Vec::new(),
        Some(by) => match by.list() {
            Some(items) => items.iter().filter_map(|item| Some((item.text()?, item))).collect(),
            None => by.text().map(|text| (text, by)).into_iter().collect(),
        },
    }
}
