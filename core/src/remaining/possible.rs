//! Whether anything at all can satisfy conditions, as far as their form shows.
//!
//! Only what certainly excludes is noticed: one value that would have to be two, bounds that
//! leave nothing between them, a field that must be there and must not be there.

use crate::entry::Value;
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

/// Whether something may satisfy all of these.
pub(super) fn may_hold(ground: Ground, conditions: &[&Cond]) -> bool {
    go(ground, &[], conditions)
}

fn go<'c>(ground: Ground, held: &[&'c Leaf], rest: &[&'c Cond]) -> bool {
    let Some((first, rest)) = rest.split_first() else { return true };
    let and = |parts: &mut dyn Iterator<Item = &'c Cond>| {
        let all: Vec<&Cond> = parts.chain(rest.iter().copied()).collect();
        go(ground, held, &all)
    };
    match first {
        Cond::All(parts) => and(&mut parts.iter()),
        Cond::Named(_, part) => and(&mut std::iter::once(&**part)),
        Cond::Any(parts) => parts.iter().any(|part| and(&mut std::iter::once(part))),
        Cond::Not(_) => go(ground, held, rest),
        Cond::Leaf(leaf) if !is_possible(leaf) => false,
        Cond::Leaf(leaf) => {
            let mut more = held.to_vec();
            more.push(leaf);
            held.iter().all(|other| agree(ground, leaf, other)) && go(ground, &more, rest)
        }
    }
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

fn agree(ground: Ground, one: &Leaf, other: &Leaf) -> bool {
    let same_day = match (one.path.steps.last(), other.path.steps.last()) {
        (Some(Step::Derived(one)), Some(Step::Derived(other))) => one == other,
        _ => true,
    };
    if one.path.text != other.path.text || !same_day || !ground.is_single(&one.path) {
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

fn values(test: &Test) -> Option<&[Value]> {
    match test {
        Test::Is(Operand::Value(value)) => Some(std::slice::from_ref(value)),
        Test::In(values) => Some(values),
        _ => None,
    }
}

fn allows(test: &Test, value: &Value) -> bool {
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
fn between(a: Cmp, x: &Value, b: Cmp, y: &Value) -> bool {
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

fn order(one: &Value, other: &Value) -> Option<Ordering> {
    match (number(one), number(other)) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        _ if std::mem::discriminant(one) == std::mem::discriminant(other) => Some(one.cmp(other)),
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

/// Whether a condition wants a field to be absent.
pub(super) fn forbids(cond: &Cond, path: &Path) -> bool {
    match cond {
        Cond::All(parts) => parts.iter().any(|part| forbids(part, path)),
        Cond::Named(_, part) => forbids(part, path),
        Cond::Any(parts) => parts.iter().all(|part| forbids(part, path)),
        Cond::Leaf(leaf) => leaf.path.text == path.text && matches!(leaf.test, Test::Exists(false)),
        Cond::Not(_) => false,
    }
}

/// The most that one element can bring of a number that conditions bound; exclusive when `true`.
pub(super) fn most(cond: &Cond, field: &Path) -> Option<(Exact, bool)> {
    match cond {
        Cond::All(parts) => parts.iter().filter_map(|part| most(part, field)).min(),
        Cond::Named(_, part) => most(part, field),
        Cond::Leaf(leaf) if leaf.path.text == field.text => match &leaf.test {
            Test::Is(Operand::Value(value)) => Some((number(value)?, false)),
            Test::In(values) => values.iter().filter_map(number).max().map(|most| (most, false)),
            Test::Compare(cmp, Operand::Value(value)) if !cmp.wants_more() => {
                Some((number(value)?, *cmp == Cmp::LessThan))
            }
            _ => None,
        },
        Cond::Any(_) | Cond::Not(_) | Cond::Leaf(_) => None,
    }
}

/// The smallest number of items, not below `from`, that a condition lets an entry's list hold; none when
/// it lets it hold no such number.
pub(super) fn least_items(cond: &Cond, list: &str, from: u64) -> Option<u64> {
    match cond {
        Cond::All(parts) => parts.iter().try_fold(from, |least, part| least_items(part, list, least)),
        Cond::Named(_, part) => least_items(part, list, from),
        Cond::Any(parts) => parts.iter().filter_map(|part| least_items(part, list, from)).min(),
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
