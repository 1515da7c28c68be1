use std::collections::BTreeSet;
use std::sync::Arc;

/// Texts that stand in many entries of a ledger, each in memory once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared(BTreeSet<Arc<str>>);

/// So many texts are kept for sharing. More would cost each look-up more than they save:
/// people and places at work in a contract come first and are fewer.
const MOST: usize = 4096;
/// Ids longer than this are hashes of files; no two are equal.
const LONGEST: usize = 48;

impl Shared {
    /// The text, shared with the entries that had it before.
    pub(super) fn share(&mut self, text: &str) -> Arc<str> {
        if text.len() > LONGEST {
            return text.into();
        }
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let text: Arc<str> = text.into();
        if self.0.len() < MOST {
            self.0.insert(text.clone());
        }
        text
    }
}
