//! Evaluation 评判: where every requirement stands on a day, and why.
//!
//! The state is the ledger itself, a set of entries that merges in any order; a day
//! selects from it ([`World`]), a requirement spans cells (`grid`), a source fills them
//! (`gather`), a measure tallies them (`measure`) and the target judges them ([`Judge`]).

mod answer;
mod beyond;
mod condition;
mod element;
mod evaluation;
mod gallop;
mod gather;
mod grid;
mod growth;
mod intervals;
mod judge;
pub(crate) mod keys;
mod measure;
mod names;
mod operands;
mod outcome;
mod range;
mod reasons;
pub mod rules;
mod running;
mod span;
mod standing;
mod state;
mod test;
mod title;
mod tri;
mod verdict;
mod walk;
mod world;

pub use answer::{
    BoundaryAnswer, CellAnswer, CheckAnswer, Mark, RequirementAnswer, ShowAnswer, TargetAnswer, WaivedAnswer,
};
pub(crate) use beyond::Settled;
pub(crate) use element::Element;
pub use evaluation::{Completion, Evaluation, IndicatorAnswer, Service};
pub(crate) use intervals::Intervals;
pub use judge::Judge;
pub(crate) use judge::falls;
pub(crate) use measure::Uncovered;
pub use operands::{Combine, Operands};
pub use outcome::Outcome;
pub use range::Range;
pub(crate) use running::{Place as RunningPlace, Running, Way};
pub use span::required_periods;
pub(crate) use standing::{CellStanding, Details, Inside, Standing};
pub(crate) use test::number;
pub(crate) use title::title_key;
pub use tri::Tri;
pub use verdict::Verdict;
pub(crate) use walk::Reading;
pub use world::World;
