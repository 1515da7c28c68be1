use super::Misuse;
use crate::finding::Locale;
use crate::json::{self, Borrowed, Shape};
use crate::time::Date;

/// The options of a question, or the input of a request.
pub(crate) struct Input<'a>(pub(super) &'a Borrowed<'a>);

impl<'a> Input<'a> {
    pub(super) fn text(&self, key: &str) -> Result<&'a str, Misuse> {
        let node = self.given(key).ok_or_else(|| Misuse::missing(key))?;
        node.text().ok_or_else(|| Misuse::invalid(key, "text"))
    }

    pub(super) fn optional_text(&self, key: &str) -> Result<Option<&'a str>, Misuse> {
        self.given(key).map(|_| self.text(key)).transpose()
    }

    pub(super) fn date(&self, key: &str) -> Result<Date, Misuse> {
        Date::parse(self.text(key)?).ok_or_else(|| Misuse::invalid(key, "date `yyyy-mm-dd`"))
    }

    pub(super) fn optional_date(&self, key: &str) -> Result<Option<Date>, Misuse> {
        self.given(key).map(|_| self.date(key)).transpose()
    }

    pub(super) fn optional_whole(&self, key: &str) -> Result<Option<u32>, Misuse> {
        let invalid = || Misuse::invalid(key, "small whole number");
        match self.given(key).map(|node| &node.shape) {
            None => Ok(None),
            Some(Shape::Number(digits)) => digits.parse().map(Some).map_err(|_| invalid()),
            Some(_) => Err(invalid()),
        }
    }

    /// The locale; zh-CN when none is asked for.
    pub(super) fn locale(&self) -> Result<Locale, Misuse> {
        match self.optional_text("locale")? {
            None => Ok(Locale::default()),
            Some(tag) => Locale::parse(tag).ok_or_else(|| Misuse::invalid("locale", "locale: `zh-CN` or `en`")),
        }
    }

    /// A list; empty when it is not given.
    pub(super) fn list(&self, key: &str) -> Result<&'a [Borrowed<'a>], Misuse> {
        match self.given(key) {
            None => Ok(&[]),
            Some(node) => node.list().ok_or_else(|| Misuse::invalid(key, "list")),
        }
    }

    /// What is given and not null.
    pub(super) fn given(&self, key: &str) -> Option<&'a Borrowed<'a>> {
        self.0.get(key).filter(|node| !matches!(node.shape, Shape::Null))
    }
}

/// A part of the input as text again, for the readers that start from bytes.
pub(super) fn text_of(node: &Borrowed<'_>) -> String {
    let mut text = String::new();
    json::write_node(node, &mut text);
    text
}
