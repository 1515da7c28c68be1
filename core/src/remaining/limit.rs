//! Upper limits beside work: what one part of `all_of` asks for must not break what another allows.

use super::condition::{self, ConditionAnswer};
use super::plan::Planner;
use super::work::{Action, WorkItem};
use crate::evaluate::Standing;
use crate::finding::{Finding, remaining as codes};
use crate::kind::Type;
use crate::number::Exact;
use crate::package::model::{Body, Cmp, Cond, Measure, Requirement, Source, Target, TargetValue};
use crate::package::wording;
use crate::time::Date;

/// A number that may not be exceeded.
struct Limit<'w> {
    source: &'w Source,
    /// How many more it leaves room for.
    room: u64,
    /// The days whose records it counts; none = any.
    days: Option<(Date, Date)>,
    members: &'w [String],
}

/// Whether the records of an item count under a limit.
#[derive(PartialEq, Eq)]
enum Counts {
    No,
    /// Unless they are kept from it.
    Perhaps,
    Surely,
}

impl<'w> Planner<'_, 'w> {
    /// Keeps work within the limits that stand beside it in a cell; what cannot keep within them is noted.
    pub(super) fn keep_limits(&self, parts: &[Standing<'w>], work: &mut [WorkItem]) -> Vec<Finding> {
        let cells = parts.iter().flat_map(|part| &part.cells).filter(|cell| cell.waived.is_none());
        let broken = cells.filter_map(|cell| {
            let (source, target) = limit_of(cell.requirement)?;
            let taken = cell.cell.range.and_then(|range| range.hi)?;
            let room = room(taken, target, cell.cell.target?);
            let days = Some((cell.span.first, cell.span.last));
            self.keep(
                &Limit { source, room, days, members: &cell.members },
                work.iter_mut().collect(),
                cell.requirement,
            )
        });
        broken.collect()
    }

    /// The same for what a new container must hold; the first limit that cannot be kept.
    pub(super) fn keep_limits_inside(&self, parts: &'w [Requirement], inside: &mut [WorkItem]) -> Option<Finding> {
        parts.iter().find_map(|part| {
            let (source, target) = limit_of(part)?;
            let TargetValue::Fixed(value) = target.value else { return None };
            let room = room(Exact::ZERO, target, value);
            self.keep(&Limit { source, room, days: None, members: &[] }, inside.iter_mut().collect(), part)
        })
    }

    fn keep(&self, limit: &Limit<'_>, work: Vec<&mut WorkItem>, part: &Requirement) -> Option<Finding> {
        let (mut surely, mut perhaps) = (0u64, Vec::new());
        for item in work {
            let n = if item.list.is_some() == limit.source.of.list().is_some() { item.n } else { item.records };
            match counts(item, limit) {
                Counts::No => {}
                Counts::Surely => surely = surely.saturating_add(n),
                Counts::Perhaps => perhaps.push((n, item)),
            }
        }
        if surely > limit.room {
            let id = part.id.as_deref().unwrap_or_default();
            let finding = Finding::new(codes::LIMIT_BESIDE).with("requirement", id).with("needed", surely);
            return Some(finding.with("room", limit.room).under(part.clause.as_ref()));
        }
        let all = perhaps.iter().fold(surely, |sum, (n, _)| sum.saturating_add(*n));
        if all > limit.room {
            for (_, item) in perhaps {
                self.forbid(item, limit.source);
            }
        }
        None
    }

    /// The item's records must not be what a source counts.
    fn forbid(&self, item: &mut WorkItem, source: &Source) {
        let not = ConditionAnswer::of("not", condition::answers(&source.cond));
        if !item.conditions.contains(&not) {
            item.conditions.push(not);
            item.conditions.sort();
            self.say_too(item, source, &Cond::Not(Box::new(source.cond.clone())));
        }
    }

    /// Adds the words of a condition to those of an item.
    pub(super) fn say_too(&self, item: &mut WorkItem, source: &Source, cond: &Cond) {
        let kind = source.of.kind();
        let list = source.of.list().and_then(|list| kind.fields.get(usize::from(list)));
        let fields = list.and_then(|list| match list.ty {
            Type::Items(fields) => Some(fields),
            _ => None,
        });
        let more = wording::of_condition(self.world.plan, kind, fields, cond);
        item.in_words = wording::both(&item.in_words, &more);
    }
}

/// A plain count that must stay low.
fn limit_of(part: &Requirement) -> Option<(&Source, &Target)> {
    let Body::Leaf(Measure::Count(sources), target) = &part.body else { return None };
    let [source] = sources.as_slice() else { return None };
    let plain = source.having.is_none() && !source.snapshot && source.latest_of.is_none();
    (plain && !target.cmp.wants_more()).then_some((source, target))
}

/// How many whole ones more a limit allows.
pub(super) fn room(taken: Exact, target: &Target, limit: Exact) -> u64 {
    let Some(gap) = taken.short_of(limit).filter(|gap| *gap >= Exact::ZERO) else { return 0 };
    let up = gap.whole_up().unwrap_or(0);
    match target.cmp {
        Cmp::LessThan => up.saturating_sub(1),
        _ => up - u64::from(gap.as_whole().is_none()),
    }
}

fn counts(item: &WorkItem, limit: &Limit<'_>) -> Counts {
    let source = limit.source;
    let asked = condition::answers(&source.cond);
    let same_list = item.list.is_some() == source.of.list().is_some();
    if item.kind != source.of.kind().name || !matches!(item.action, Action::Add | Action::Complete | Action::Open) {
        return Counts::No;
    }
    if item.list.is_some()
        && source
            .of
            .list()
            .is_some_and(|list| source.of.kind().fields.get(usize::from(list)).map(|field| field.name) != item.list)
    {
        return Counts::No;
    }
    if let Some((first, last)) = limit.days
        && (item.last_useful_day.is_some_and(|day| day < first) || item.from.is_some_and(|day| day > last))
    {
        return Counts::No;
    }
    if !limit.members.is_empty() && limit.members != item.members.as_slice()
        || same_list && item.conditions.iter().any(|given| asked.iter().any(|asked| given.excludes(asked)))
    {
        return Counts::No;
    }
    // Elements of equal keys count once: a new one need not be one more.
    let apart = source.distinct.is_empty() || source.distinct.iter().map(|path| &*path.text).eq(item.distinct.iter());
    let sure = apart && same_list && asked.iter().all(|asked| item.conditions.iter().any(|given| given.implies(asked)));
    match (sure, asked.is_empty()) {
        (true, _) => Counts::Surely,
        (false, false) => Counts::Perhaps,
        // Nothing keeps records of a list's entries from being counted themselves.
        (false, true) if apart && item.list.is_some() && source.of.list().is_none() => Counts::Surely,
        (false, true) => Counts::No,
    }
}
