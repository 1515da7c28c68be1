//! The spec format: reading, checking and compiling packages.

mod builtin;
mod compile;
pub mod format;
mod load;
pub mod shape;
pub mod words;

pub use compile::Reach;
pub use load::Package;
pub(crate) use load::pointer;
