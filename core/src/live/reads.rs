//! Which kinds of entries bear on a requirement.

use crate::package::model::{
    Anchor, Body, Collection, Cond, Each, Leaf, Link, Measure, Operand, Path, Plan, Requirement, Source, Step,
    TargetValue, Test, Window,
};
use std::collections::BTreeSet;

/// The kinds of all entries that a requirement counts, looks at or is anchored on.
///
/// Rather one too many than one too few: a kind that is left out would leave a verdict as it was.
pub(super) fn kinds(plan: &Plan, requirement: &Requirement) -> BTreeSet<&'static str> {
    let mut reads = Reads { plan, kinds: BTreeSet::new(), anchors: BTreeSet::new() };
    reads.requirement(requirement);
    reads.rules();
    reads.kinds
}

struct Reads<'p> {
    plan: &'p Plan,
    kinds: BTreeSet<&'static str>,
    /// Requirements that anchor windows and were gone through.
    anchors: BTreeSet<&'p str>,
}

impl<'p> Reads<'p> {
    fn requirement(&mut self, requirement: &'p Requirement) {
        requirement.each.iter().for_each(|each| self.each(each));
        self.window(&requirement.window);
        requirement.checks.iter().for_each(|check| self.requirement(&check.requirement));
        match &requirement.body {
            Body::All(parts) | Body::Any(parts) => parts.iter().for_each(|part| self.requirement(part)),
            Body::Leaf(measure, target) => {
                self.measure(measure);
                if let TargetValue::By { path, .. } = &target.value {
                    self.path(path);
                }
            }
            Body::TextOnly => {}
        }
    }

    fn each(&mut self, each: &'p Each) {
        self.collection(each.of);
        self.cond(&each.cond);
        each.from.iter().chain(&each.to).for_each(|path| self.path(path));
    }

    fn window(&mut self, window: &'p Window) {
        let anchors = window.counted_from.iter().chain(&window.from).chain(&window.to);
        for anchor in anchors.chain(window.within.iter().map(|within| &within.of)) {
            match anchor {
                Anchor::First(id) | Anchor::Met(id) => self.anchor(id),
                Anchor::Event(kind) => {
                    self.kinds.insert(kind.name);
                }
                Anchor::Member { date, start } => {
                    self.path(date);
                    start.iter().for_each(|path| self.path(path));
                }
                Anchor::ServiceStart | Anchor::ServiceEnd | Anchor::Day(_) => {}
            }
        }
    }

    fn anchor(&mut self, id: &'p str) {
        if self.anchors.insert(id) {
            let plan = self.plan;
            let of_closing = plan.closing.iter().filter_map(|item| match &item.need {
                crate::package::model::ClosingNeed::Requirement(requirement) => Some(requirement),
                crate::package::model::ClosingNeed::Completion(_) => None,
            });
            plan.requirements().chain(of_closing).filter_map(|known| find(known, id)).for_each(|known| {
                self.requirement(known);
            });
        }
    }

    fn measure(&mut self, measure: &'p Measure) {
        match measure {
            Measure::Count(sources) | Measure::Sum(sources) => sources.iter().for_each(|source| self.source(source)),
            Measure::Ratio(above, below) => {
                self.measure(above);
                self.measure(below);
            }
            Measure::Coverage(coverage) => {
                self.source(&coverage.source);
                self.path(&coverage.from);
                self.path(&coverage.to);
            }
        }
    }

    fn source(&mut self, source: &'p Source) {
        self.collection(source.of);
        self.cond(&source.cond);
        let paths = source.distinct.iter().chain(source.latest_of.iter().flatten());
        paths.chain(&source.field).chain(&source.placing).chain(&source.since).for_each(|path| self.path(path));
        source.having.iter().for_each(|nested| self.requirement(nested));
        for link in &source.links {
            match link {
                Link::Reference(path) => self.path(path),
                Link::Equal { child, parent } => {
                    self.path(child);
                    self.path(parent);
                }
                Link::Same | Link::Inside => {}
            }
        }
    }

    fn collection(&mut self, collection: Collection) {
        self.kinds.insert(collection.kind().name);
    }

    fn path(&mut self, path: &Path) {
        self.kinds.extend(path.to.iter().map(|kind| kind.name));
        for step in &path.steps {
            if let Step::Follow(kinds) = step {
                self.kinds.extend(kinds.iter().map(|kind| kind.name));
            }
        }
    }

    fn cond(&mut self, cond: &'p Cond) {
        match cond {
            Cond::All(parts) | Cond::Any(parts) => parts.iter().for_each(|part| self.cond(part)),
            Cond::Not(part) => self.cond(part),
            Cond::Named(_, part) => self.cond(part),
            Cond::Leaf(leaf) => self.leaf(leaf),
        }
    }

    fn leaf(&mut self, leaf: &'p Leaf) {
        self.path(&leaf.path);
        match &leaf.test {
            Test::Is(Operand::Field(path)) | Test::Compare(_, Operand::Field(path)) => self.path(path),
            Test::Some(cond) | Test::Every(cond) | Test::Where(cond) => self.cond(cond),
            _ => {}
        }
    }

    /// Rules decide which entries count, and may look at others for it.
    fn rules(&mut self) {
        loop {
            let before = self.kinds.len();
            for rule in self.plan.rules.iter().filter(|rule| !rule.own) {
                if self.kinds.contains(rule.of.kind().name) {
                    self.cond(&rule.cond);
                    self.cond(&rule.need);
                }
            }
            for exclusive in &self.plan.exclusives {
                if self.kinds.contains(exclusive.of.kind().name) {
                    self.cond(&exclusive.cond);
                    exclusive
                        .on
                        .iter()
                        .chain(&exclusive.differ)
                        .chain([&exclusive.from, &exclusive.to])
                        .for_each(|path| self.path(path));
                }
            }
            if self.kinds.len() == before {
                return;
            }
        }
    }
}

fn find<'p>(requirement: &'p Requirement, id: &str) -> Option<&'p Requirement> {
    if requirement.id.as_deref() == Some(id) {
        return Some(requirement);
    }
    match &requirement.body {
        Body::All(parts) | Body::Any(parts) => parts.iter().find_map(|part| find(part, id)),
        Body::Leaf(..) | Body::TextOnly => None,
    }
}
