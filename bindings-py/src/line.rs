use jiexiang::time::Date;
use std::sync::Arc;

/// One line as it was given to a ledger.
///
/// A ledger is a set of what it read, and so is the set of these: read again, in any order,
/// they make the same ledger. That is how a ledger is pickled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Line {
    pub(crate) source: Arc<str>,
    pub(crate) line: usize,
    pub(crate) text: Box<[u8]>,
    pub(crate) import_date: Option<Date>,
}
