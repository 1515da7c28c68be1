//! Titles told apart.

/// A title without what reposts change: full width as half width, no spaces or punctuation, ASCII in lower case.
#[must_use]
pub fn title_key(title: &str) -> String {
    title
        .chars()
        .map(|c| match u32::from(c) {
            code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
            _ => c,
        })
        .filter(|c| !c.is_whitespace() && !is_punctuation(*c))
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// Western and Chinese punctuation; symbols and pictures stay, for they can tell titles apart.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(u32::from(c), 0x2000..=0x206F | 0x3001..=0x3003 | 0x3008..=0x3020 | 0x3030 | 0xFF61..=0xFF65)
        || matches!(c, '·' | '«' | '»' | '¡' | '¿' | '§' | '¶')
}
