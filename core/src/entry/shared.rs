use std::collections::BTreeSet;
use std::sync::Arc;

/// Texts that stand in many entries of a ledger, each in memory once.
///
/// None are kept for an entry by itself.
#[derive(Clone, Debug)]
pub(crate) struct Shared(Option<BTreeSet<Arc<str>>>);

impl Default for Shared {
    fn default() -> Self {
        Self(Some(BTreeSet::new()))
    }
}

/// So many texts are kept for sharing. More would cost each look-up more than they save:
/// people and places at work in a contract come first and are fewer.
const MOST: usize = 4096;
/// Ids longer than this are hashes of files; no two are equal.
const LONGEST: usize = 48;

impl Shared {
    /// For one entry that no others follow.
    pub(super) fn with_none() -> Self {
        Self(None)
    }

    /// The text, shared with the entries that had it before.
    pub(super) fn share(&mut self, text: &str) -> Arc<str> {
        let Some(kept) = self.0.as_mut().filter(|_| text.len() <= LONGEST) else { return text.into() };
        if let Some(known) = kept.get(text) {
            return known.clone();
        }
        let text: Arc<str> = text.into();
        if kept.len() < MOST {
            kept.insert(text.clone());
        }
        text
    }
}
