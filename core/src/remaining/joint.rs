//! Work that serves several requirements at once is counted once.
//!
//! An item is *covered* by another when every record that the other asks for may serve it
//! too: the same kind, conditions at least as narrow, days within its own. Two more
//! activities of which one has 50 people are two records, not three.

use super::work::{Action, WorkItem};

/// Notes in each item how much of it the others bring, and returns the records of all of them together.
pub(super) fn share(mut items: Vec<&mut WorkItem>) -> u64 {
    let parents: Vec<Option<usize>> = (0..items.len()).map(|at| parent(&items, at)).collect();
    let mut brought: Vec<u64> = vec![0; items.len()];
    let mut total = 0u64;
    // Narrow ones first, so that what they bring is known before it is needed.
    for at in by_depth(&parents) {
        let own = items.get(at).map_or(0, |item| if is_plain(item) { item.n } else { item.records });
        let all = own.max(brought.get(at).copied().unwrap_or(0));
        match parents.get(at).copied().flatten() {
            Some(parent) => {
                if let Some(sum) = brought.get_mut(parent) {
                    *sum = sum.saturating_add(all);
                }
            }
            None => total = total.saturating_add(all),
        }
    }
    let riding: Vec<bool> = items.iter().enumerate().map(|(at, item)| rides(item, at, &items)).collect();
    for ((item, brought), rides) in items.iter_mut().zip(brought).zip(riding) {
        item.shared = if rides { item.records } else { brought.min(item.n) };
        if rides {
            total = total.saturating_sub(item.records);
        }
    }
    total
}

/// New records, counted as such; those for a container that is there serve that container only.
fn is_plain(item: &WorkItem) -> bool {
    matches!(item.action, Action::Add | Action::Complete)
        && item.list.is_none()
        && item.waits_for.is_none()
        && item.records == item.n
}

/// The narrowest item that this one's records serve as well.
fn parent(items: &[&mut WorkItem], at: usize) -> Option<usize> {
    let item = items.get(at).filter(|item| is_plain(item))?;
    let wider = items.iter().enumerate().filter(|(other_at, other)| {
        *other_at != at
            && is_plain(other)
            && serves(item, other)
            // Of two that serve each other the first one stands above.
            && (!serves(other, item) || *other_at < at)
    });
    // Those that serve each other form a chain, of which the longest counts.
    let rank = |(other_at, other): &(usize, &&mut WorkItem)| {
        let place = i64::try_from(*other_at).unwrap_or(i64::MAX);
        let equal = serves(other, item);
        (equal, other.conditions.len(), if equal { place } else { -place })
    };
    wider.max_by_key(rank).map(|(at, _)| at)
}

/// Whether every record that `narrow` asks for may serve `wide` too.
fn serves(narrow: &WorkItem, wide: &WorkItem) -> bool {
    let same_place =
        wide.members.is_empty() || (wide.by == narrow.by && (wide.members == narrow.members || several(narrow, wide)));
    let same_window = wide.window.is_none() || wide.window == narrow.window;
    let keys = wide.taken.is_empty() || wide.distinct == narrow.distinct;
    narrow.kind == wide.kind
        && narrow.containers == wide.containers
        && same_place
        && same_window
        && keys
        && narrow.placed_by == wide.placed_by
        && within(narrow, wide)
        && satisfies(&narrow.conditions, &wide.conditions)
}

/// One record may name the members of both.
fn several(one: &WorkItem, other: &WorkItem) -> bool {
    one.jointly && other.jointly && one.members.len() == 1 && other.members.len() == 1
}

fn satisfies(narrow: &[super::ConditionAnswer], wide: &[super::ConditionAnswer]) -> bool {
    wide.iter().all(|wanted| narrow.iter().any(|given| given.implies(wanted)))
}

fn within(narrow: &WorkItem, wide: &WorkItem) -> bool {
    let ends = match (narrow.last_useful_day, wide.last_useful_day) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(narrow), Some(wide)) => narrow <= wide,
    };
    ends && narrow.from >= wide.from
}

/// Items that can stand in a record which another item asks for anyway.
fn rides(item: &WorkItem, at: usize, items: &[&mut WorkItem]) -> bool {
    if item.action == Action::Cover {
        return items.iter().enumerate().any(|(other_at, other)| reaches(other, other_at, item, at));
    }
    if item.list.is_none() || item.records != 1 || !matches!(item.action, Action::Add | Action::Amount) {
        return false;
    }
    let own: Vec<_> = item.conditions.iter().filter_map(|condition| condition.of_container(item.kind)).collect();
    let beside = |other: &WorkItem| {
        is_plain(other)
            && other.kind == item.kind
            && other.n > 0
            && item.members.is_empty()
            && item.window.is_none()
            && within(other, item)
            && satisfies(&other.conditions, &own)
    };
    // The same items for another member, in a record that names both.
    let together = |other: &WorkItem| {
        several(item, other)
            && (other.kind, other.list, &other.by, &other.window, other.n)
                == (item.kind, item.list, &item.by, &item.window, item.n)
            && (&other.conditions, other.action, other.amount) == (&item.conditions, item.action, item.amount)
    };
    items.iter().enumerate().any(|(other_at, other)| beside(other) || (other_at < at && together(other)))
}

/// Whether the intervals of one item may reach over the days of the other as well: the same ones in
/// another window. Of those that ask for as many the first one has them.
fn reaches(one: &WorkItem, one_at: usize, other: &WorkItem, other_at: usize) -> bool {
    let in_lists = one.list.is_some() && one.action == Action::Cover;
    in_lists
        && (one.kind, one.list, &one.members, &one.by) == (other.kind, other.list, &other.members, &other.by)
        && (&one.conditions, &one.distinct, &one.waits_for) == (&other.conditions, &other.distinct, &other.waits_for)
        && (one.records > other.records || one.records == other.records && one_at < other_at)
}

/// The items, those that serve others first.
fn by_depth(parents: &[Option<usize>]) -> Vec<usize> {
    let depth = |mut at: usize| {
        let mut depth = 0usize;
        while let Some(Some(parent)) = parents.get(at) {
            depth += 1;
            at = *parent;
            if depth > parents.len() {
                break;
            }
        }
        depth
    };
    let mut order: Vec<usize> = (0..parents.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(depth(*at)));
    order
}
