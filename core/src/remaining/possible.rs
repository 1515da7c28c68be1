//! Whether anything at all can satisfy conditions, as far as their form shows.
//!
//! Only what certainly excludes is noticed: one value that would have to be two, bounds that
//! leave nothing between them, a field that must be there and must not be there.

use super::condition;
use super::negation::without_not;
use crate::entry::Constant;
use crate::evaluate::number;
use crate::kind::{Field, Type};
use crate::number::Exact;
use crate::package::model::{Cmp, Collection, Cond, Leaf, Operand, Path, Step, Test};
use std::cmp::Ordering;

/// The fields by which paths of a condition start: the element's own, and those of the entry that holds it.
#[derive(Clone, Copy)]
pub(super) struct Ground {
    own: &'static [Field],
    holder: &'static [Field],
}

impl Ground {
    pub(super) fn of(of: Collection) -> Self {
        let holder = of.kind().fields;
        let own = match of.list().and_then(|list| holder.get(usize::from(list))).map(|field| field.ty) {
            Some(Type::Items(fields)) => fields,
            Some(_) => &[],
            None => holder,
        };
        Self { own, holder }
    }

    /// A path that reaches one value at most.
    fn is_single(self, path: &Path) -> bool {
        let mut fields = self.own;
        let last = path.steps.len().saturating_sub(1);
        path.steps.iter().enumerate().all(|(at, step)| match step {
            Step::Field(field) => match fields.get(usize::from(*field)).map(|field| field.ty) {
                Some(Type::List(_) | Type::Items(_)) => at == last,
                found => found.is_some(),
            },
            Step::Container => {
                fields = self.holder;
                true
            }
            Step::Follow(kinds) => match kinds.as_slice() {
                [kind] => {
                    fields = kind.fields;
                    true
                }
                _ => false,
            },
            Step::Attribute(_) | Step::Plain | Step::Derived(_) => true,
        })
    }
}

/// A test that has to come out so.
#[derive(Clone, Copy)]
struct Held<'c> {
    leaf: &'c Leaf,
    wanted: bool,
}

/// Alternatives looked at, before it is taken that one of them may hold.
const MOST_WAYS: usize = 4096;

/// Whether something may satisfy all of these.
pub(super) fn may_hold(ground: Ground, conditions: &[&Cond]) -> bool {
    ways(ground, conditions, &mut |_| true)
}

/// Goes through the ways in which conditions may hold together, until one suffices; true as well when
/// there are too many to see them all.
fn ways(ground: Ground, conditions: &[&Cond], suffices: &mut dyn FnMut(&[Held<'_>]) -> bool) -> bool {
    let plain: Vec<Cond> = conditions.iter().map(|cond| without_not(cond)).collect();
    let mut search = Search { ground, left: MOST_WAYS, suffices };
    search.go(&[], &plain.iter().collect::<Vec<_>>())
}

struct Search<'s> {
    ground: Ground,
    left: usize,
    suffices: &'s mut dyn FnMut(&[Held<'_>]) -> bool,
}

impl Search<'_> {
    fn go(&mut self, held: &[Held<'_>], rest: &[&Cond]) -> bool {
        if self.left == 0 {
            return true;
        }
        let Some((first, rest)) = rest.split_first() else {
            self.left -= 1;
            return (self.suffices)(held);
        };
        match first {
            Cond::All(parts) => self.go(held, &parts.iter().chain(rest.iter().copied()).collect::<Vec<_>>()),
            Cond::Any(parts) => parts
                .iter()
                .any(|part| self.go(held, &std::iter::once(part).chain(rest.iter().copied()).collect::<Vec<_>>())),
            Cond::Named(_, part) => {
                self.go(held, &std::iter::once(&**part).chain(rest.iter().copied()).collect::<Vec<_>>())
            }
            Cond::Not(part) => match &**part {
                Cond::Leaf(leaf) => self.with(held, Held { leaf, wanted: false }, rest),
                _ => self.go(held, rest),
            },
            Cond::Leaf(leaf) => is_possible(leaf) && self.with(held, Held { leaf, wanted: true }, rest),
        }
    }

    fn with(&mut self, held: &[Held<'_>], one: Held<'_>, rest: &[&Cond]) -> bool {
        let ground = self.ground;
        let agree = |other: &Held<'_>| match (one.wanted, other.wanted) {
            (true, true) => agree(ground, one.leaf, other.leaf),
            (true, false) => !implies(one.leaf, other.leaf),
            (false, true) => !implies(other.leaf, one.leaf),
            (false, false) => true,
        };
        held.iter().all(agree) && self.go(&[held, &[one]].concat(), rest)
    }
}

/// Whether what satisfies one test satisfies the other too, as far as their form shows.
fn implies(one: &Leaf, other: &Leaf) -> bool {
    let (one_asks, others) = (condition::of_leaf(one), condition::of_leaf(other));
    same_day(one, other) && others.iter().all(|other| one_asks.iter().any(|one| one.implies(other)))
}

/// Whether what a test asks of items, or of the entry referred to, can be.
fn is_possible(leaf: &Leaf) -> bool {
    match (&leaf.test, leaf.path.ty, leaf.path.to.as_slice()) {
        (Test::Some(cond) | Test::Every(cond), Type::Items(fields), _) => {
            may_hold(Ground { own: fields, holder: &[] }, &[cond])
        }
        (Test::Where(cond), _, [kind]) => may_hold(Ground { own: kind.fields, holder: kind.fields }, &[cond]),
        _ => true,
    }
}

/// What changes with the day is read on the same one.
fn same_day(one: &Leaf, other: &Leaf) -> bool {
    match (one.path.steps.last(), other.path.steps.last()) {
        (Some(Step::Derived(one)), Some(Step::Derived(other))) => one == other,
        _ => true,
    }
}

fn agree(ground: Ground, one: &Leaf, other: &Leaf) -> bool {
    if one.path.text != other.path.text || !same_day(one, other) || !ground.is_single(&one.path) {
        return true;
    }
    match (&one.test, &other.test) {
        (Test::Exists(false), Test::Exists(false)) => true,
        (Test::Exists(false), Test::Size(sizes)) | (Test::Size(sizes), Test::Exists(false)) => fits(sizes, 0),
        (Test::Exists(false), _) | (_, Test::Exists(false)) => false,
        (Test::Size(sizes), Test::Some(_) | Test::Every(_) | Test::Exists(true))
        | (Test::Some(_) | Test::Every(_) | Test::Exists(true), Test::Size(sizes)) => least_size(&[sizes], 1).is_some(),
        (Test::Size(sizes), Test::ContainsAll(values)) | (Test::ContainsAll(values), Test::Size(sizes)) => {
            i64::try_from(values.len()).is_ok_and(|least| least_size(&[sizes], least).is_some())
        }
        (Test::Size(one), Test::Size(other)) => least_size(&[one, other], 0).is_some(),
        (Test::Where(a), Test::Where(b)) => match one.path.to.as_slice() {
            [kind] => may_hold(Ground { own: kind.fields, holder: kind.fields }, &[a, b]),
            _ => true,
        },
        (Test::Compare(a, Operand::Value(x)), Test::Compare(b, Operand::Value(y))) => between(*a, x, *b, y),
        (one, other) => match (values(one), values(other)) {
            (Some(values), _) => values.iter().any(|value| allows(other, value)),
            (None, Some(values)) => values.iter().any(|value| allows(one, value)),
            (None, None) => true,
        },
    }
}

fn values(test: &Test) -> Option<&[Constant]> {
    match test {
        Test::Is(Operand::Value(value)) => Some(std::slice::from_ref(value)),
        Test::In(values) => Some(values),
        _ => None,
    }
}

fn allows(test: &Test, value: &Constant) -> bool {
    match test {
        Test::Is(Operand::Value(other)) => order(value, other).is_none_or(Ordering::is_eq),
        Test::In(values) => values.iter().any(|other| order(value, other).is_none_or(Ordering::is_eq)),
        Test::Compare(cmp, Operand::Value(bound)) => {
            order(value, bound).is_none_or(|order| cmp.holds(order, Ordering::Equal))
        }
        _ => true,
    }
}

/// Whether a value lies within two bounds.
fn between(a: Cmp, x: &Constant, b: Cmp, y: &Constant) -> bool {
    if a.wants_more() == b.wants_more() {
        return true;
    }
    let (lower, low, upper, high) = if a.wants_more() { (a, x, b, y) } else { (b, y, a, x) };
    match order(low, high) {
        Some(Ordering::Greater) => false,
        Some(Ordering::Equal) => lower == Cmp::AtLeast && upper == Cmp::AtMost,
        _ => true,
    }
}

fn order(one: &Constant, other: &Constant) -> Option<Ordering> {
    match (number(one.value()), number(other.value())) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        _ if std::mem::discriminant(one) == std::mem::discriminant(other) => Some(one.value().cmp(&other.value())),
        _ => None,
    }
}

fn fits(sizes: &[(Cmp, i64)], size: i64) -> bool {
    sizes.iter().all(|(cmp, wanted)| cmp.holds(size, *wanted))
}

/// The smallest size, not below `from`, that all of these let a list have.
fn least_size(tests: &[&[(Cmp, i64)]], from: i64) -> Option<i64> {
    let greatest = tests.iter().flat_map(|sizes| sizes.iter().map(|(_, size)| *size)).max().unwrap_or(0);
    (from..=greatest.saturating_add(1).max(from)).find(|size| tests.iter().all(|sizes| fits(sizes, *size)))
}

/// Whether a condition wants a field to be absent, or a list to be empty.
pub(super) fn forbids(cond: &Cond, path: &Path) -> bool {
    fn go(cond: &Cond, path: &Path) -> bool {
        match cond {
            Cond::All(parts) => parts.iter().any(|part| go(part, path)),
            Cond::Named(_, part) => go(part, path),
            Cond::Any(parts) => parts.iter().all(|part| go(part, path)),
            Cond::Leaf(leaf) if leaf.path.text == path.text => match &leaf.test {
                Test::Exists(false) => true,
                Test::Size(sizes) => least_size(&[sizes], 1).is_none(),
                _ => false,
            },
            Cond::Not(_) | Cond::Leaf(_) => false,
        }
    }
    go(&without_not(cond), path)
}

/// The most that one element can bring of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Most {
    pub(super) value: Exact,
    /// It may come near the value, and not reach it.
    pub(super) open: bool,
}

/// The most that one element can bring of a number, in whichever way its conditions are kept; none
/// when one of the ways leaves the number without a bound.
pub(super) fn most(of: Collection, conditions: &[&Cond], field: &Path) -> Option<Most> {
    let own = of.list().is_none();
    let above = AT_MOST.iter().find(|(kind, name, _)| own && *kind == of.kind().name && *name == &*field.text);
    let above = above.map_or([].as_slice(), |(.., above)| above);
    let mut best: Option<Most> = None;
    let unbounded = ways(Ground::of(of), conditions, &mut |held| {
        let bounds = held.iter().filter(|held| held.wanted).filter_map(|held| {
            let path = &held.leaf.path;
            (path.text == field.text || above.contains(&&*path.text)).then(|| bound(held.leaf, path.ty))?
        });
        let Some(least) = bounds.min_by_key(|most| (most.value, !most.open)) else { return true };
        best = best.into_iter().chain([least]).max_by_key(|most| (most.value, !most.open));
        false
    });
    best.filter(|_| !unbounded)
}

/// Numbers that may not exceed others of the same entry, or it is not admitted.
const AT_MOST: &[(&str, &str, &[&str])] =
    &[("satisfaction_survey", "satisfied", &["valid", "sent"]), ("satisfaction_survey", "valid", &["sent"])];

fn bound(leaf: &Leaf, ty: Type) -> Option<Most> {
    let most = |value: Option<Exact>, open| value.map(|value| Most { value, open });
    let found = match &leaf.test {
        Test::Is(Operand::Value(value)) => most(number(value.value()), false),
        Test::In(values) => most(values.iter().filter_map(|value| number(value.value())).max(), false),
        Test::Compare(cmp, Operand::Value(value)) if !cmp.wants_more() => {
            most(number(value.value()), *cmp == Cmp::LessThan)
        }
        _ => None,
    }?;
    if !matches!(ty, Type::Whole) || found.value <= Exact::ZERO {
        return Some(found);
    }
    // The greatest whole number within it.
    let up = i64::try_from(found.value.whole_up()?).ok()?;
    let beyond = found.open || found.value.as_whole().is_none();
    most(Some(Exact::whole(up - i64::from(beyond))), false)
}

/// The smallest number of items, not below `from`, that a condition lets an entry's list hold; none when
/// it lets it hold no such number.
pub(super) fn least_items(cond: &Cond, list: &str, from: u64) -> Option<u64> {
    items_from(&without_not(cond), list, from)
}

fn items_from(cond: &Cond, list: &str, from: u64) -> Option<u64> {
    match cond {
        Cond::All(parts) => parts.iter().try_fold(from, |least, part| items_from(part, list, least)),
        Cond::Named(_, part) => items_from(part, list, from),
        Cond::Any(parts) => parts.iter().filter_map(|part| items_from(part, list, from)).min(),
        Cond::Leaf(leaf) if &*leaf.path.text == list => match &leaf.test {
            Test::Exists(false) => (from == 0).then_some(0),
            Test::Size(sizes) => {
                let least = least_size(&[sizes], i64::try_from(from).ok()?)?;
                u64::try_from(least).ok()
            }
            Test::Some(_) | Test::Every(_) | Test::Exists(true) => Some(from.max(1)),
            Test::ContainsAll(values) => Some(from.max(u64::try_from(values.len()).ok()?)),
            _ => Some(from),
        },
        Cond::Not(_) | Cond::Leaf(_) => Some(from),
    }
}
