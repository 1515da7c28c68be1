//! What an upper limit on its own items asks of a new container.

use super::condition;
use crate::entry::Constant;
use crate::kind::Field;
use crate::package::model::{Cmp, Cond, Operand, Source, Test};

/// What an entry has to be so that no more than so many items of its own count: it suffices, where an item
/// without key might not be one more.
pub(super) fn asked(source: &Source, most: u64) -> Vec<Cond> {
    let fields = source.of.kind().fields;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let Some((list, items)) = source.of.list().and_then(|at| Some((at, fields.get(usize::from(at))?))) else {
        return Vec::new();
    };
    let size = |cmp, size| condition::of_field(items, list, Test::Size(vec![(cmp, size)]));
    let none = Cond::Not(Box::new(condition::of_field(items, list, Test::Some(Box::new(source.cond.clone())))));
    let mut asked = vec![match (condition::answers(&source.cond).is_empty(), most) {
        (true, _) => size(Cmp::AtMost, most),
        (false, 0) => none,
        (false, _) => Cond::Any(vec![size(Cmp::AtMost, most), none]),
    }];
    // A bare head count stands for as many different participants.
    if let (Some(at), "participants", false) =
        (Field::position(fields, "headcount"), items.name, source.distinct.is_empty())
        && let Some(headcount) = fields.get(usize::from(at))
    {
        let limit = Operand::Value(Constant::Whole(most));
        asked.push(Cond::Any(vec![
            condition::of_field(headcount, at, Test::Exists(false)),
            condition::of_field(headcount, at, Test::Compare(Cmp::AtMost, limit)),
            size(Cmp::AtLeast, 1),
        ]));
    }
    asked
}
