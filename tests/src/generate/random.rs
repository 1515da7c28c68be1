//! A small deterministic generator of numbers (SplitMix64), the same on every machine.

use chrono::{Days, NaiveDate};
use serde_json::Value;

/// SplitMix64.
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
}

impl Random {
    /// The generator of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Random {
        Random { state: seed }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n` (0 when `n` is 0).
    pub fn below(&mut self, n: u64) -> u64 {
        if n == 0 { 0 } else { self.bits() % n }
    }

    /// A number from `lo` to `hi`, both included.
    pub fn from_to(&mut self, lo: u64, hi: u64) -> u64 {
        lo + self.below(hi - lo + 1)
    }

    /// True in `n` of a hundred cases.
    pub fn chance(&mut self, n: u64) -> bool {
        self.below(100) < n
    }

    /// One of several.
    pub fn pick<T: Clone>(&mut self, choices: &[T]) -> T {
        let at = self.below(choices.len() as u64);
        choices[usize::try_from(at).unwrap_or(0)].clone()
    }

    /// One of several texts.
    pub fn text(&mut self, choices: &[&str]) -> String {
        self.pick(choices).to_owned()
    }

    /// One to all of several texts, each once.
    pub fn some(&mut self, choices: &[&str]) -> Vec<String> {
        let mut chosen = Vec::new();
        for choice in choices {
            if self.chance(50) {
                chosen.push((*choice).to_owned());
            }
        }
        if chosen.is_empty() {
            chosen.push(self.text(choices));
        }
        chosen
    }

    /// A day from `first` to `last`.
    pub fn day(&mut self, first: NaiveDate, last: NaiveDate) -> NaiveDate {
        let span = u64::try_from((last - first).num_days()).unwrap_or(0);
        first + Days::new(self.below(span + 1))
    }

    /// Puts a field in, in `n` of a hundred cases.
    pub fn maybe(&mut self, n: u64, entry: &mut Value, field: &str, value: impl Into<Value>) {
        if self.chance(n) {
            entry[field] = value.into();
        }
    }
}
