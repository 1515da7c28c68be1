//! Records 台账, one file per kind.

mod visit;

pub use visit::{Visit, VisitSubject};
