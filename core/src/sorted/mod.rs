//! Maps and sets kept as sorted lists.
//!
//! They know the part of [`std::collections::BTreeMap`] that is used here, in the same order and
//! with the same meaning. A list takes a quarter of the code that a tree takes, which counts in a
//! module for browsers, because each pair of types is compiled by itself. Putting in a key is
//! quick at the end and otherwise moves what stands behind it: collect where many keys come
//! out of order.

mod map;
mod set;

pub(crate) use map::Map;
pub(crate) use set::Set;

#[cfg(test)]
mod tests;
