//! Kinds of entries: records 台账, lifecycle events 事件 and registers 名册.
//!
//! Each kind is declared once, in a file of its own. From the declaration come the
//! typed struct for Rust callers, its JSON Schema, and the table of fields
//! ([`KindInfo`]) by which entries are read, selected, judged and shown in forms.

pub mod common;
pub mod field;
pub mod record;

pub use field::{Family, Field, KindInfo, Type, Typed};
