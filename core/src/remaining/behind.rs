//! What a record's conditions and rules ask of the entry that it belongs to: its container, or a member.

use super::condition;
use super::days::Days;
use super::plan::Planner;
use crate::entry::Entry;
use crate::evaluate::{Element, Reading, Tri};
use crate::finding::{Finding, Severity, remaining as codes};
use crate::package::model::{Collection, Cond, Leaf, Link, Path, Requirement, Source, Test};

impl<'w> Planner<'_, 'w> {
    /// What new elements of a source ask of the parent that they reach through a link: conditions of
    /// the source, and rules that every such element has to keep.
    pub(super) fn asked_of_parent(&self, source: &Source, link: &Path) -> Vec<Cond> {
        let mut asked = Vec::new();
        behind(&source.cond, link, &mut asked);
        self.binding(source).iter().for_each(|need| behind(need, link, &mut asked));
        asked
    }

    /// What rules ask of every entry that a source counts.
    pub(super) fn binding(&self, source: &Source) -> Vec<&'w Cond> {
        let given = condition::answers(&source.cond);
        let of_kind = |of| matches!(of, Collection::Entries(of) if of.name == source.of.kind().name);
        let always = |of: &Cond| condition::answers(of).iter().all(|of| given.iter().any(|given| given.implies(of)));
        let rules = self.world.plan.rules.iter().filter(|_| source.of.list().is_none());
        rules
            .filter(|rule| of_kind(rule.of) && matches!(rule.severity, Severity::Error | Severity::Defect))
            .filter(|rule| always(&rule.cond))
            .map(|rule| &rule.need)
            .collect()
    }

    /// Whether a parent is what elements placed on the first of these days ask it to be.
    pub(super) fn suits(&self, parent: &'w Entry, source: &Source, link: &Path, days: Days) -> Tri {
        let day = days.from.unwrap_or(self.world.as_of);
        let reading = Reading { day, ended_too: false, root: parent, closed: false };
        let asked = self.asked_of_parent(source, link);
        let judged = asked.iter().map(|cond| self.world.judge(cond, Element::whole(parent), reading).tri);
        judged.min().unwrap_or(Tri::Yes)
    }

    /// Members that are not what their records would ask them to be.
    pub(super) fn unsuited(
        &self,
        requirement: &Requirement,
        members: &[String],
        source: &'w Source,
        days: Days,
    ) -> Vec<Finding> {
        let mut found = Vec::new();
        for ((each, id), link) in requirement.each.iter().zip(members).zip(&source.links) {
            let Link::Reference(path) = link else { continue };
            let Some(entry) = self.world.follow(id, &[each.of.kind()]) else { continue };
            let about = |finding: Finding| {
                let id = requirement.id.as_deref().unwrap_or_default();
                finding.with("requirement", id).under(requirement.clause.as_ref())
            };
            match self.suits(entry, source, path, days) {
                Tri::Yes => {}
                Tri::Maybe => {
                    let field = self.asked_of_parent(source, path).iter().find_map(first_path).unwrap_or_default();
                    found.push(about(Finding::new(codes::DATA_MISSING)).with("entry", id).with("field", field));
                }
                Tri::No => found.push(about(Finding::new(codes::MEMBER_UNSUITED)).with("member", id)),
            }
        }
        found
    }
}

/// The parts of a condition that look at nothing but what a link leads to, as conditions of that.
fn behind(cond: &Cond, link: &Path, found: &mut Vec<Cond>) {
    match cond {
        Cond::All(parts) => parts.iter().for_each(|part| behind(part, link, found)),
        Cond::Named(_, part) => behind(part, link, found),
        other => found.extend(wholly(other, link)),
    }
}

fn wholly(cond: &Cond, link: &Path) -> Option<Cond> {
    let each = |parts: &[Cond]| parts.iter().map(|part| wholly(part, link)).collect::<Option<Vec<_>>>();
    match cond {
        Cond::All(parts) => each(parts).map(Cond::All),
        Cond::Any(parts) => each(parts).map(Cond::Any),
        Cond::Not(part) => wholly(part, link).map(|part| Cond::Not(Box::new(part))),
        Cond::Named(_, part) => wholly(part, link),
        Cond::Leaf(leaf) => of_leaf(leaf, link),
    }
}

fn of_leaf(leaf: &Leaf, link: &Path) -> Option<Cond> {
    if let (Test::Where(cond), true) = (&leaf.test, leaf.path.text == link.text) {
        return Some((**cond).clone());
    }
    let rest = leaf.path.text.strip_prefix(&*link.text)?.strip_prefix('.')?;
    // The reference itself, and the step to what it names.
    let steps = leaf.path.steps.get(link.steps.len() + 1..)?.to_vec();
    let path = Path { text: rest.into(), steps, ..leaf.path.clone() };
    Some(Cond::Leaf(Leaf { path, test: leaf.test.clone() }))
}

fn first_path(cond: &Cond) -> Option<String> {
    match cond {
        Cond::All(parts) | Cond::Any(parts) => parts.iter().find_map(first_path),
        Cond::Not(part) => first_path(part),
        Cond::Named(_, part) => first_path(part),
        Cond::Leaf(leaf) => Some(leaf.path.text.to_string()),
    }
}
