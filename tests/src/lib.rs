//! What the test programs share: a second evaluator, generators, the vector runner.

pub mod generate;
pub mod naive;
pub mod samples;
pub mod schemas;
pub mod synthesise;
pub mod types;

/// The README's example is run as a test of this crate, which has the built-in packages.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
