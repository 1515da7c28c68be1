//! Looking through bytes eight at a time.

/// A bit in each byte of a word.
const EACH: u64 = 0x0101_0101_0101_0101;

/// Bytes before the first that ends a string, begins an escape or is a control character.
pub(super) fn plain_length(bytes: &[u8]) -> Option<usize> {
    position(
        bytes,
        |word| {
            // With its second bit turned a quote comes right behind the control characters, and these stay below.
            let quote_or_control = below(word ^ (EACH * 2), 0x21);
            quote_or_control | below(word ^ (EACH * u64::from(b'\\')), 1)
        },
        |byte| matches!(byte, b'"' | b'\\' | 0..=0x1f),
    )
}

/// Bytes before the first end of line.
pub(crate) fn line_length(bytes: &[u8]) -> Option<usize> {
    // Lines are long: looked through in pieces that many bytes are compared in at once.
    let (pieces, _) = bytes.as_chunks::<64>();
    let has_end = |piece: &[u8; 64]| piece.iter().fold(false, |found, byte| found | (*byte == b'\n'));
    let before = 64 * pieces.iter().take_while(|piece| !has_end(piece)).count();
    let marks = |word| below(word ^ (EACH * u64::from(b'\n')), 1);
    position(bytes.get(before..)?, marks, |byte| byte == b'\n').map(|at| before + at)
}

/// Whether two texts are the same. Length and first byte tell nearly all keys apart, without a call to compare them.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.as_bytes().first() == other.as_bytes().first() && one == other
}

/// Marks, by the highest bit of a byte, those below `limit`; exact up to the first one marked.
fn below(word: u64, limit: u64) -> u64 {
    word.wrapping_sub(EACH * limit) & !word & (EACH * 0x80)
}

/// The place of the first byte that is marked, or that `is_marked` in the tail.
fn position(bytes: &[u8], marks: impl Fn(u64) -> u64, is_marked: impl Fn(u8) -> bool) -> Option<usize> {
    let (words, tail) = bytes.as_chunks::<8>();
    let mut before = 0;
    for word in words {
        let marks = marks(u64::from_le_bytes(*word));
        if marks != 0 {
            return Some(before + usize::try_from(marks.trailing_zeros() / 8).ok()?);
        }
        before += 8;
    }
    tail.iter().position(|byte| is_marked(*byte)).map(|at| before + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_ends_at_the_first_special_byte_wherever_it_stands() {
        for special in [b'"', b'\\', 0, 0x1f, b'\n'] {
            for before in (0..20).chain([63, 64, 65, 130]) {
                // Bytes next to the special ones, and above ASCII, are plain.
                for plain in [b'!', b'#', b'[', b']', 0x20, 0x7f, 0x80, 0xa2, 0xdc, 0xff] {
                    let mut bytes = vec![plain; before];
                    assert_eq!(plain_length(&bytes), None);
                    assert_eq!(line_length(&bytes), None);
                    bytes.extend([special, b'"', plain, special, plain, plain, plain, plain, plain]);
                    assert_eq!(plain_length(&bytes), Some(before), "{special} after {before} of {plain}");
                    assert_eq!(line_length(&bytes), (special == b'\n').then_some(before));
                }
            }
        }
    }

    #[test]
    fn the_same_texts_are_told_from_all_others() {
        assert!(is_same("", "") && is_same("date", "date"));
        assert!(!is_same("date", "dates") && !is_same("date", "gate") && !is_same("date", "dare"));
    }
}
