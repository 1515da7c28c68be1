//! A work item out of a source: what is to be made, and all that it must satisfy.

use super::condition;
use super::days::Days;
use super::plan::Planner;
use super::work::{Action, PeriodIn, RuleDemand, WorkItem};
use crate::evaluate::CellStanding;
use crate::finding::Severity;
use crate::kind::{Family, Field, KindInfo, Type};
use crate::package::model::{Body, Collection, Labels, Link, Path, Requirement, Source, Step, Test};
use crate::package::wording;
use std::sync::Arc;

impl<'w> Planner<'_, 'w> {
    /// An item with everything that the source and the cell say.
    pub(super) fn item(&self, cell: &CellStanding<'w>, action: Action, source: &'w Source, days: Days) -> WorkItem {
        let mut item = self.bare(cell.requirement, action, source, days);
        item.members.clone_from(&cell.members);
        item.window.clone_from(&cell.span.name);
        item.waits_for.clone_from(&cell.span.waits_for);
        item.due = cell.span.due.filter(|due| *due > self.world.as_of && !days.late);
        if source.placing.first().is_some_and(|path| matches!(path.ty, Type::Period)) && cell.span.name.is_none() {
            item.period = Some(PeriodIn { from: cell.span.first, to: cell.span.last });
        }
        if let Body::Leaf(_, target) = &cell.requirement.body {
            item.unit = target.unit.clone();
        }
        item
    }

    /// An item with everything that the source says.
    pub(super) fn bare(
        &self,
        requirement: &'w Requirement,
        action: Action,
        source: &'w Source,
        days: Days,
    ) -> WorkItem {
        let (kind, list) = (source.of.kind(), list_of(source.of));
        let fields = list.and_then(|list| match list.ty {
            Type::Items(fields) => Some(fields),
            _ => None,
        });
        let mut item = WorkItem {
            requirement: requirement.id.clone().unwrap_or_default(),
            clause: requirement.clause.clone(),
            action,
            kind: kind.name,
            list: list.map(|list| list.name),
            labels: named(kind, list),
            n: 0,
            amount: None,
            rate: None,
            exceed: false,
            further: false,
            field: None,
            unit: Arc::default(),
            records: 0,
            shared: 0,
            containers: Vec::new(),
            jointly: links_several(source),
            by: source.links.iter().filter_map(link_text).collect(),
            members: Vec::new(),
            window: None,
            distinct: apart(source),
            alike: Vec::new(),
            since: None,
            in_turn: false,
            taken: Vec::new(),
            conditions: condition::answers(&source.cond),
            in_words: wording::of_condition(self.world.plan, kind, fields, &source.cond),
            rules: self.rules(kind),
            inside: Vec::new(),
            placed_by: source.placing.iter().map(|path| path.text.to_string()).collect(),
            period: None,
            from: days.from,
            due: None,
            last_useful_day: days.last,
            late: days.late,
            waits_for: None,
        };
        // What may not precede a day has to say its own.
        let fields = fields.unwrap_or(kind.fields);
        let begin = Field::position(fields, "from").filter(|_| kind.family == Family::Register);
        if let (Some(at), Some(_)) = (begin, &source.since)
            && let Some(field) = fields.get(usize::from(at))
        {
            let there = condition::of_field(field, at, Test::Exists(true));
            item.conditions.extend(condition::answers(&there));
            item.conditions.sort();
            self.say_too(&mut item, source, &there);
        }
        item
    }

    /// The rules that an entry of a kind must keep, or it is refused or does not count.
    fn rules(&self, kind: &'static KindInfo) -> Vec<RuleDemand> {
        let rules = self.world.plan.rules.iter();
        rules
            .filter(|rule| matches!(rule.of, Collection::Entries(of) if of == kind))
            .filter(|rule| matches!(rule.severity, Severity::Error | Severity::Defect))
            .map(|rule| RuleDemand {
                rule: rule.id.clone(),
                clause: rule.clause.clone(),
                labels: rule.labels.clone(),
                of: condition::answers(&rule.cond),
                need: condition::answers(&rule.need),
            })
            .collect()
    }
}

/// The fewest entries that bring so many elements: items stand together in one, unless they are told
/// apart by what holds them.
pub(super) fn records(source: &Source, needed: u64) -> u64 {
    let by_holder = |path: &Path| matches!(path.steps.first(), Some(Step::Container));
    let apart = source.distinct.iter().chain(source.latest_of.iter().flatten());
    let held_apart = apart.clone().count() > 0 && apart.clone().all(by_holder);
    let together = source.of.list().is_some() && !held_apart || matches!(source.of, Collection::Member { .. });
    if together { needed.min(1) } else { needed }
}

/// What new elements must differ by: the keys that are counted, and those of which only the latest counts.
fn apart(source: &Source) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for path in source.distinct.iter().chain(source.latest_of.iter().flatten()) {
        let text = path.text.to_string();
        if !paths.contains(&text) {
            paths.push(text);
        }
    }
    paths
}

fn list_of(of: Collection) -> Option<&'static Field> {
    of.kind().fields.get(usize::from(of.list()?))
}

fn named(kind: &'static KindInfo, list: Option<&'static Field>) -> Labels {
    match list {
        None => Labels { zh: kind.zh.into(), en: kind.en.into() },
        Some(list) => {
            Labels { zh: format!("{}·{}", kind.zh, list.zh).into(), en: format!("{} · {}", kind.en, list.en).into() }
        }
    }
}

fn link_text(link: &Link) -> Option<String> {
    match link {
        Link::Reference(path) => Some(path.text.to_string()),
        Link::Equal { child, .. } => Some(child.text.to_string()),
        Link::Same | Link::Inside => None,
    }
}

/// One child can belong to several parents: its link is a list.
fn links_several(source: &Source) -> bool {
    source.links.iter().any(|link| match link {
        Link::Reference(path) => {
            let mut fields = source.of.kind().fields;
            if let Some(Type::Items(items)) = list_of(source.of).map(|list| list.ty) {
                fields = items;
            }
            path.steps.iter().any(|step| match step {
                Step::Field(at) => match fields.get(usize::from(*at)).map(|field| field.ty) {
                    Some(Type::List(_)) => true,
                    Some(Type::Items(items)) => {
                        fields = items;
                        true
                    }
                    _ => false,
                },
                Step::Container => {
                    fields = source.of.kind().fields;
                    false
                }
                _ => false,
            })
        }
        Link::Equal { .. } | Link::Same | Link::Inside => false,
    })
}
