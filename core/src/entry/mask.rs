/// A personal value as messages may show it: the first character, and a star for each other one.
///
/// ```
/// assert_eq!(jiexiang::entry::mask("王小明"), "王**");
/// ```
#[must_use]
pub fn mask(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next();
    // A long text shows no more of its length than a long name does.
    first.into_iter().chain(chars.take(7).map(|_| '*')).collect()
}

/// A value as messages show it: masked when personal, cut when long.
pub(super) fn shown(text: &str, personal: bool) -> String {
    const LONGEST: usize = 40;
    if personal {
        return mask(text);
    }
    let mut chars = text.chars();
    let mut shown: String = chars.by_ref().take(LONGEST).collect();
    if chars.next().is_some() {
        shown.push('…');
    }
    shown
}
