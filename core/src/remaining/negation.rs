//! Conditions with `not` brought down to the tests that it turns round.

use crate::entry::Constant;
use crate::package::model::{Cmp, Cond, Leaf, Operand, Test};

/// The same condition with `not` before single tests only, and only where no opposite test says the same.
pub(super) fn without_not(cond: &Cond) -> Cond {
    turned(cond, false)
}

fn turned(cond: &Cond, not: bool) -> Cond {
    let each = |parts: &[Cond]| parts.iter().map(|part| turned(part, not)).collect();
    match cond {
        Cond::All(parts) if not => Cond::Any(each(parts)),
        Cond::Any(parts) if not => Cond::All(each(parts)),
        Cond::All(parts) => Cond::All(each(parts)),
        Cond::Any(parts) => Cond::Any(each(parts)),
        Cond::Not(part) => turned(part, !not),
        Cond::Named(_, part) => turned(part, not),
        Cond::Leaf(leaf) => match opposite(&leaf.test).filter(|_| not) {
            Some(test) => Cond::Leaf(Leaf { path: leaf.path.clone(), test }),
            None if not => Cond::Not(Box::new(Cond::Leaf(leaf.clone()))),
            None => Cond::Leaf(leaf.clone()),
        },
    }
}

/// The test that is kept where this one is broken; both are undecided where nothing is there.
fn opposite(test: &Test) -> Option<Test> {
    match test {
        Test::Compare(cmp, operand) => Some(Test::Compare(other(*cmp), operand.clone())),
        Test::Exists(wanted) => Some(Test::Exists(!wanted)),
        Test::Is(Operand::Value(Constant::YesNo(wanted))) => Some(Test::Is(Operand::Value(Constant::YesNo(!wanted)))),
        Test::Size(sizes) => match sizes.as_slice() {
            [(cmp, size)] => Some(Test::Size(vec![(other(*cmp), *size)])),
            _ => None,
        },
        _ => None,
    }
}

fn other(cmp: Cmp) -> Cmp {
    match cmp {
        Cmp::AtLeast => Cmp::LessThan,
        Cmp::MoreThan => Cmp::AtMost,
        Cmp::AtMost => Cmp::MoreThan,
        Cmp::LessThan => Cmp::AtLeast,
    }
}
