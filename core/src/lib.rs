//! skeleton
#![warn(missing_docs)]
pub mod entry;
pub mod finding;
pub mod json;
pub mod kind;
pub mod number;
pub mod package;
pub mod time;
