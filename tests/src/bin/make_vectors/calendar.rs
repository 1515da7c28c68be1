//! x
use crate::Book;
pub(crate) fn fill(_: &mut Book) {}
