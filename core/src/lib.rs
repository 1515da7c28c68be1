//! `jiexiang` 结项: says, with reasons, where a government-purchased social-work
//! service contract stands and whether it may be closed.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::float_arithmetic,
        clippy::float_cmp,
        clippy::unreachable,
        clippy::print_stdout,
        clippy::print_stderr
    )
)]

pub mod api;
pub mod calendar;
pub mod closing;
pub mod contract;
pub mod difference;
pub mod entries;
pub mod entry;
pub mod evaluate;
pub mod explain;
pub mod finding;
pub mod form;
pub mod integrity;
pub mod json;
pub mod kind;
mod ledger;
pub mod lifecycle;
pub mod live;
pub mod number;
pub mod package;
pub mod portfolio;
pub mod relation;
pub mod remaining;
pub mod schema;
pub mod sensitivity;
pub mod sorted;
pub mod spec;
pub mod time;
pub mod what_if;

pub use contract::Contract;
pub use ledger::Ledger;
pub use spec::Package;
