//! Sources that ask the same of the same elements, so that these are judged once.

use super::model::{Collection, Cond, Leaf, Operand, Path, Source, Step, Test};
use std::sync::Arc;

impl Source {
    /// Whether the same elements satisfy both, as far as their own conditions go.
    #[must_use]
    pub fn has_candidates_of(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
            || is_same_collection(self.of, other.of)
                && self.snapshot == other.snapshot
                && self.more_helps == other.more_helps
                && match (&self.latest_of, &other.latest_of) {
                    // The latest is chosen before the condition is looked at.
                    (Some(_), Some(_)) => true,
                    (None, None) => self.cond.is_same(&other.cond),
                    _ => false,
                }
    }
}

fn is_same_collection(one: Collection, other: Collection) -> bool {
    let is_member = |of| matches!(of, Collection::Member { .. });
    one.kind() == other.kind() && one.list() == other.list() && !is_member(one) && !is_member(other)
}

impl Cond {
    /// Whether both say the same of every element, and name the same reasons.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::All(ones), Self::All(others)) | (Self::Any(ones), Self::Any(others)) => {
                are_same(ones, others, Self::is_same)
            }
            (Self::Not(one), Self::Not(other)) => one.is_same(other),
            (Self::Named(name, one), Self::Named(other_name, other)) => {
                name == other_name && (Arc::ptr_eq(one, other) || one.is_same(other))
            }
            (Self::Leaf(one), Self::Leaf(other)) => one.is_same(other),
            _ => false,
        }
    }
}

impl Leaf {
    fn is_same(&self, other: &Self) -> bool {
        self.path.is_same(&other.path) && self.test.is_same(&other.test)
    }
}

impl Path {
    /// Two paths from elements of one collection that are written alike go the same way.
    fn is_same(&self, other: &Self) -> bool {
        self.text == other.text && are_same(&self.steps, &other.steps, Step::is_same)
    }
}

impl Step {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Field(one), Self::Field(other)) => one == other,
            (Self::Attribute(one), Self::Attribute(other)) => one == other,
            (Self::Container, Self::Container) | (Self::Plain, Self::Plain) => true,
            (Self::Follow(ones), Self::Follow(others)) => ones == others,
            (Self::Derived(one), Self::Derived(other)) => one == other,
            _ => false,
        }
    }
}

impl Test {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Is(one), Self::Is(other)) => one.is_same(other),
            (Self::In(ones), Self::In(others)) | (Self::ContainsAll(ones), Self::ContainsAll(others)) => ones == others,
            (Self::Compare(cmp, one), Self::Compare(other_cmp, other)) => cmp == other_cmp && one.is_same(other),
            (Self::AtOrAbove(rank, code), Self::AtOrAbove(other_rank, other)) => rank == other_rank && code == other,
            (Self::Exists(one), Self::Exists(other)) => one == other,
            (Self::Some(one), Self::Some(other))
            | (Self::Every(one), Self::Every(other))
            | (Self::Where(one), Self::Where(other)) => one.is_same(other),
            (Self::Size(ones), Self::Size(others)) => ones == others,
            (Self::Distinct(one), Self::Distinct(other)) => {
                one.sizes == other.sizes && one.of.is_same(&other.of) && one.cond.is_same(&other.cond)
            }
            _ => false,
        }
    }
}

impl Operand {
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Value(one), Self::Value(other)) => one == other,
            (Self::Field(one), Self::Field(other)) => one.is_same(other),
            (Self::AsOf, Self::AsOf) => true,
            _ => false,
        }
    }
}

fn are_same<T>(ones: &[T], others: &[T], is_same: impl Fn(&T, &T) -> bool) -> bool {
    ones.len() == others.len() && ones.iter().zip(others).all(|(one, other)| is_same(one, other))
}
