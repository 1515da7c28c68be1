//! Explanations 解释: why a project may or may not be closed, down to the records.
//!
//! An [`Explanation`] is a view of what the evaluation, the lifecycle and the closing decision
//! answered; no rule is judged a second time. Each [`Node`] holds the operands and outcomes it
//! rests on, so that a reader, or a test, can work out every outcome again from the tree alone:
//!
//! - a node with `operands` compares `lo` and `hi` with `target` by `cmp`, and knows whether its
//!   days have `begun` and are `over`;
//! - a node with `children` takes their least outcome (`all`) or their greatest (`any`) by
//!   `not_met < open < unknown < met`, leaving out children that are `waived`;
//! - then a failed check with `"else": "unknown"`, and then a waiver of the node, has the last word.
//!
//! ```
//! # use jiexiang::{Contract, Ledger, Package, finding::Locale, time::Date};
//! # let package = Package::load(r#"{"format": "1", "id": "demo", "version": "1",
//! #     "source": {"title": "t", "issuer": "i"}, "labels": {"zh-CN": "样例", "en": "demo"}, "place": "village",
//! #     "codes": {"place": [{"code": "village", "labels": {"zh-CN": "村", "en": "village"}}]},
//! #     "indicators": [{"id": "1", "clause": "1", "labels": {"zh-CN": "宣讲", "en": "Talks"}, "requirements": [
//! #         {"id": "talks", "labels": {"zh-CN": "宣讲", "en": "Talks"},
//! #          "measure": {"count": {"of": "activity"}}, "target": {"at_least": 1, "unit": "场"}}]}]}"#.as_bytes(), &[]).unwrap();
//! # let contract = Contract::load(br#"{"id": "c", "package": "demo", "version": "1",
//! #     "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15"}"#).unwrap();
//! let ledger = Ledger::new(&[package], contract).unwrap();
//! let explanation = ledger.explain(Date::parse("2024-06-30").unwrap());
//! let talks = explanation.node("talks").unwrap();
//! assert_eq!(talks.outcome.name(), "open");
//! assert!(explanation.report(Locale::ZhCn, &[]).html().starts_with("<!DOCTYPE html>"));
//! ```

mod agenda;
mod blocks;
mod detail;
mod html;
mod markdown;
mod node;
mod phrase;
mod report;
mod text;
mod tree;
mod words;

pub(crate) use agenda::agenda;
pub use blocks::{Report, Section};
pub use node::{CheckNode, Counts, Kind, Node, RecordNode, Share};
pub use tree::{Explanation, PackageName};
