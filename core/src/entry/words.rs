use super::packer::put_varying;
use super::page;
use crate::json::is_same;

/// Rows of places; words of one row push out one another.
const ROWS: usize = 64;
const ROW: usize = 4;

/// Where the words of a page lie that is being written.
///
/// Each row has the newest first, one more than their places, and 0 for none. A word that was
/// forgotten is put in once more, which costs its room and changes nothing.
pub(super) struct Words([[u32; ROW]; ROWS]);

impl Default for Words {
    fn default() -> Self {
        Self([[0; ROW]; ROWS])
    }
}

impl Words {
    /// The place of a word before `end`; it is put in where it is new, unless the text is too long already.
    pub(super) fn near(&mut self, text: &mut String, word: &str, end: usize) -> Option<usize> {
        self.find(text, word, 0..end).or_else(|| (text.len() < end).then(|| self.put(text, word)))
    }

    /// The place of a word from `begin` on; it is put in where it is new.
    pub(super) fn behind(&mut self, text: &mut String, word: &str, begin: usize) -> usize {
        self.find(text, word, begin..usize::MAX).unwrap_or_else(|| self.put(text, word))
    }

    fn find(&self, text: &str, word: &str, within: std::ops::Range<usize>) -> Option<usize> {
        let mut places = self.0.get(row_of(word))?.iter().map_while(|at| (*at as usize).checked_sub(1));
        places.find(|at| within.contains(at) && is_same(page::word(text, *at), word))
    }

    fn put(&mut self, text: &mut String, word: &str) -> usize {
        let at = text.len();
        put_varying(text, word.len() as u64);
        text.push_str(word);
        if let Some(row) = self.0.get_mut(row_of(word)) {
            row.rotate_right(1);
            if let Some(newest) = row.first_mut() {
                *newest = at as u32 + 1;
            }
        }
        at
    }
}

/// Ids differ at their ends.
fn row_of(word: &str) -> usize {
    let bytes = word.as_bytes();
    let end = match bytes.last_chunk::<4>() {
        Some(end) => u32::from_le_bytes(*end),
        None => bytes.iter().fold(0, |end, byte| end << 8 | u32::from(*byte)),
    };
    let mixed = (end ^ (word.len() as u32) << 4).wrapping_mul(0x9e37_79b1);
    (mixed >> 26) as usize % ROWS
}
