use std::borrow::Cow;

/// A JSON value with the byte offset at which it begins.
///
/// `T` holds the texts: see [`Node`] and [`Borrowed`]. Numbers stay text, so that nothing
/// is rounded before a rule has seen it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree<T> {
    /// Byte offset of the value in its document.
    pub at: usize,
    /// The value.
    pub shape: Shape<T>,
}

/// A value with texts of its own.
pub type Node = Tree<String>;

/// A value whose texts are those of its document, but for what is escaped there.
pub type Borrowed<'t> = Tree<Cow<'t, str>>;

/// The six shapes of JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape<T = String> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written.
    Number(T),
    /// A string, unescaped.
    Text(T),
    /// A list.
    List(Vec<Tree<T>>),
    /// An object in the order of its keys in the document; keys are unique.
    Object(Vec<(T, Tree<T>)>),
}

impl<T: AsRef<str>> Tree<T> {
    /// The value under `key` of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.object()?.iter().find(|(name, _)| name.as_ref() == key).map(|(_, value)| value)
    }

    /// The text of a string.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.shape {
            Shape::Text(text) => Some(text.as_ref()),
            _ => None,
        }
    }

    /// The items of a list.
    #[must_use]
    pub fn list(&self) -> Option<&[Self]> {
        match &self.shape {
            Shape::List(items) => Some(items),
            _ => None,
        }
    }

    /// The fields of an object.
    #[must_use]
    pub fn object(&self) -> Option<&[(T, Self)]> {
        match &self.shape {
            Shape::Object(fields) => Some(fields),
            _ => None,
        }
    }

    /// The word by which messages call this shape.
    #[must_use]
    pub fn shape_name(&self) -> &'static str {
        match self.shape {
            Shape::Null => "null",
            Shape::Bool(_) => "boolean",
            Shape::Number(_) => "number",
            Shape::Text(_) => "string",
            Shape::List(_) => "array",
            Shape::Object(_) => "object",
        }
    }
}

impl Borrowed<'_> {
    /// The same value with texts of its own.
    #[must_use]
    pub fn into_owned(self) -> Node {
        let shape = match self.shape {
            Shape::Null => Shape::Null,
            Shape::Bool(truth) => Shape::Bool(truth),
            Shape::Number(digits) => Shape::Number(digits.into_owned()),
            Shape::Text(text) => Shape::Text(text.into_owned()),
            Shape::List(items) => Shape::List(items.into_iter().map(Self::into_owned).collect()),
            Shape::Object(fields) => {
                Shape::Object(fields.into_iter().map(|(key, value)| (key.into_owned(), value.into_owned())).collect())
            }
        };
        Tree { at: self.at, shape }
    }
}
