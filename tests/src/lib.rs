//! What the test programs share: a second evaluator, generators, the vector runner.

pub mod generate;
pub mod naive;
pub mod samples;
pub mod schemas;
pub mod synthesise;
pub mod types;
