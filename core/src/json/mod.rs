//! JSON in and out: one strict reader, one canonical writer.
//!
//! Other readers take the last of two equal keys, round long numbers and lose
//! positions; a verdict must not depend on any of that.

mod read;
mod scan;
mod tree;
mod value;
mod write;

pub use read::{LIMITS, Limits, SyntaxError, parse, parse_borrowed};
pub(crate) use scan::{is_same, line_length};
pub use tree::{Borrowed, Node, Shape, Tree};
pub(crate) use value::{value, value_of};
pub(crate) use write::value_text;
pub use write::{canonical, write_node, write_text};
