//! Record rules 记录规则: what the package demands of an entry.

use super::element::{Element, Place};
use super::tri::Tri;
use super::walk::Reading;
use super::world::World;
use crate::entry::{Entry, Value};
use crate::finding::{Finding, Severity, counting};
use crate::package::model::{Cond, Exclusive, Path, Plan, Rule};
use crate::time::Date;
use std::borrow::Cow;

/// Findings of the rules that the entry alone decides; errors reject it, defects keep it from counting.
#[must_use]
pub fn own(plan: &Plan, entry: &Entry) -> Vec<Finding> {
    let mut rules = plan.rules.iter().filter(|rule| rule.own && rule.of.kind() == entry.kind()).peekable();
    if rules.peek().is_none() {
        return Vec::new();
    }
    let world = World::bare(plan, entry.date().unwrap_or(entry.recorded_at()));
    rules.flat_map(|rule| broken(&world, rule, entry).into_iter().map(|(element, _)| finding(rule, &element))).collect()
}

/// The elements of an entry that break a rule which the entry alone decides, each with the places of the [`parts`] that fail.
///
/// `alone` is a world in which the entry is alone.
pub(crate) fn failing(alone: &World<'_>, rule: &Rule, entry: &Entry) -> Vec<(Finding, Vec<usize>)> {
    let failing = broken(alone, rule, entry).into_iter().map(|(element, _)| {
        let reading = alone.reading(&element, false);
        let fails = |part: &Cond| alone.tri(part, element, reading) != Tri::Yes;
        let parts = parts(rule).iter().enumerate().filter(|(_, part)| fails(part));
        (finding(rule, &element), parts.map(|(place, _)| place).collect())
    });
    failing.collect()
}

/// The parts of what a rule needs.
pub(crate) fn parts(rule: &Rule) -> &[Cond] {
    match &rule.need {
        Cond::All(parts) => parts,
        need => std::slice::from_ref(need),
    }
}

/// Judges the rules that need other entries, then the exclusive intervals.
pub(super) fn judge(world: &mut World<'_>) {
    judge_conditions(world);
    judge_exclusives(world);
}

/// Judges the rules that need other entries.
pub(super) fn judge_conditions(world: &mut World<'_>) {
    let plan = world.plan;
    for rule in plan.rules.iter().filter(|rule| !rule.own) {
        let broken: Vec<_> =
            world.entries(rule.of.kind().name).iter().flat_map(|entry| broken(world, rule, entry)).collect();
        for (element, tri) in broken {
            if rule.severity == Severity::Defect {
                world.fault(&element, tri, &rule.id);
            }
            world.findings.push(finding(rule, &element));
        }
    }
}

fn judge_exclusives(world: &mut World<'_>) {
    let plan = world.plan;
    // All are looked at before any is said, so that the order of the rules decides nothing.
    let overlapping: Vec<_> = plan.exclusives.iter().map(|exclusive| (exclusive, overlaps(world, exclusive))).collect();
    for (exclusive, pairs) in overlapping {
        for (later, earlier) in pairs {
            world.fault(&later, Tri::No, &exclusive.id);
            world.findings.push(
                Finding::new(counting::OVERLAP)
                    .at(path(&later))
                    .with("rule", &exclusive.id)
                    .with("what", &exclusive.labels.zh)
                    .with("what_en", &exclusive.labels.en)
                    .with("other", earlier)
                    .under(exclusive.clause.as_ref())
                    .about(later.entry.id())
                    .about(earlier.entry.id()),
            );
        }
    }
}

/// The elements of an entry that do not certainly satisfy a rule.
///
/// What the entry alone decides has to be there: an absent field breaks the rule.
/// What hangs on other entries and is not known leaves the element undetermined.
fn broken<'w>(world: &World<'w>, rule: &Rule, entry: &'w Entry) -> Vec<(Element<'w>, Tri)> {
    Element::of(entry, rule.of)
        .filter_map(|element| {
            let reading = world.reading(&element, false);
            if world.tri(&rule.cond, element, reading) != Tri::Yes {
                return None;
            }
            match world.tri(&rule.need, element, reading) {
                Tri::Yes => None,
                Tri::Maybe if !rule.own => Some((element, Tri::Maybe)),
                _ => Some((element, Tri::No)),
            }
        })
        .collect()
}

fn finding(rule: &Rule, element: &Element<'_>) -> Finding {
    Finding::new(counting::RULE_BROKEN)
        .graded(rule.severity)
        .at(path(element))
        .with("rule", &rule.id)
        .with("what", &rule.labels.zh)
        .with("what_en", &rule.labels.en)
        .under(rule.clause.as_ref())
        .about(element.entry.id())
}

fn path(element: &Element<'_>) -> String {
    match element.place {
        Place::Whole => String::new(),
        _ => element.to_string().strip_prefix(element.entry.id()).unwrap_or_default().to_owned(),
    }
}

/// The values that elements agree in.
pub(super) type Values<'w> = Vec<Cow<'w, str>>;
/// First day, last day, whose it is, and the values in which it may agree with others.
type Interval<'w> = (Date, Option<Date>, Element<'w>, Option<Values<'w>>);

/// The interval in which an element may exclude others, with what these must agree in.
pub(super) fn interval<'w>(
    world: &World<'w>,
    exclusive: &Exclusive,
    element: Element<'w>,
) -> Option<(Values<'w>, Interval<'w>)> {
    let reading = world.reading(&element, false);
    let day = |path| first_value(world, path, element, reading).and_then(Value::date);
    let values = |paths: &[Path]| -> Option<Values<'w>> {
        let value = |path: &Path| {
            let mut value = None;
            world.walk(path, element, reading, &mut |reached| {
                value = value.take().or_else(|| super::keys::text(world, path, reached));
            });
            value
        };
        paths.iter().map(value).collect()
    };
    let (key, from) = (values(&exclusive.on)?, day(&exclusive.from)?);
    let differ = values(&exclusive.differ).filter(|_| !exclusive.differ.is_empty());
    Some((key, (from, day(&exclusive.to), element, differ)))
}

/// Whether an element counts for an exclusion: what does not count keeps nothing else from counting.
pub(super) fn excludes<'w>(world: &World<'w>, exclusive: &Exclusive, element: Element<'w>) -> bool {
    let reading = world.reading(&element, false);
    world.tri(&exclusive.cond, element, reading) == Tri::Yes && world.standing(&element).0 != Tri::No
}

/// Pairs (later, earlier) of elements with one key whose intervals overlap.
fn overlaps<'w>(world: &World<'w>, exclusive: &Exclusive) -> Vec<(Element<'w>, Element<'w>)> {
    let entries = world.entries(exclusive.of.kind().name).iter();
    let elements = entries.flat_map(|entry| Element::of(entry, exclusive.of));
    let excluding = elements.filter(|element| excludes(world, exclusive, *element));
    let mut keyed: Vec<(Values<'w>, Interval<'w>)> =
        excluding.filter_map(|element| interval(world, exclusive, element)).collect();
    keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut pairs = Vec::new();
    for intervals in keyed.chunk_by(|(a, _), (b, _)| a == b) {
        let mut intervals: Vec<&Interval<'w>> = intervals.iter().map(|(_, interval)| interval).collect();
        intervals.sort_by(|a, b| (a.0, a.2.entry.id(), a.2.place).cmp(&(b.0, b.2.entry.id(), b.2.place)));
        // The earliest of those still open on that day is named; one suffices. What is over
        // stays over for all that start later, so that each is passed once.
        let mut open = 0;
        for (at, (from, _, later, own)) in intervals.iter().enumerate() {
            let is_over = |interval: &&Interval<'w>| interval.1.is_some_and(|to| to < *from);
            while open < at && intervals.get(open).is_some_and(is_over) {
                open += 1;
            }
            let mut earlier = intervals.iter().take(at).skip(open).filter(|earlier| !is_over(earlier));
            let excluding = earlier.find(|earlier| own.is_none() || earlier.3 != *own);
            pairs.extend(excluding.map(|(_, _, earlier, _)| (*later, *earlier)));
        }
    }
    pairs
}

fn first_value<'w>(world: &World<'w>, path: &Path, element: Element<'w>, reading: Reading<'w>) -> Option<Value<'w>> {
    let mut first = None;
    world.walk(path, element, reading, &mut |reached| {
        if let super::walk::Reached::Value(value) = reached {
            first = first.or(Some(value));
        }
    });
    first
}
