use super::scan::{is_same, plain_length};
use super::{Borrowed, Node, Shape};
use hifijson::SliceLexer;
use hifijson::str::LexAlloc;
use hifijson::token::Lex;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What the reader refuses to look at.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Greatest size of one document or line, in bytes.
    pub bytes: usize,
    /// Greatest nesting of lists and objects.
    pub depth: usize,
}

/// 8 MiB and 64 levels: far beyond any real package or record.
pub const LIMITS: Limits = Limits { bytes: 8 << 20, depth: 64 };

/// Up to so many keys an object is searched from its beginning for one that is given twice.
const FEW_KEYS: usize = 32;

/// Why a document is not JSON that can be judged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxError {
    /// More bytes than [`Limits::bytes`].
    #[error("document is larger than {limit} bytes")]
    TooLarge {
        /// The limit.
        limit: usize,
    },
    /// More levels than [`Limits::depth`].
    #[error("nesting is deeper than {limit} levels")]
    TooDeep {
        /// The limit.
        limit: usize,
        /// Byte offset.
        at: usize,
    },
    /// One key twice in an object.
    #[error("key `{key}` is given twice")]
    DuplicateKey {
        /// The key.
        key: String,
        /// Byte offset of the second value.
        at: usize,
    },
    /// Anything else that is not JSON.
    #[error("{what}")]
    Malformed {
        /// The reader's words.
        what: String,
        /// Byte offset.
        at: usize,
    },
}

impl SyntaxError {
    /// Byte offset of the trouble.
    #[must_use]
    pub fn at(&self) -> usize {
        match self {
            Self::TooLarge { .. } => 0,
            Self::TooDeep { at, .. } | Self::DuplicateKey { at, .. } | Self::Malformed { at, .. } => *at,
        }
    }
}

/// Reads one JSON document strictly.
///
/// # Errors
/// The first trouble: text that is not JSON (also invalid UTF-8 and lone
/// surrogates), a key given twice, or a document beyond `limits`.
pub fn parse(text: &[u8], limits: Limits) -> Result<Node, SyntaxError> {
    parse_borrowed(text, limits).map(Borrowed::into_owned)
}

/// The same as [`parse`], without copies of what the text holds unescaped.
///
/// # Errors
/// As [`parse`].
pub fn parse_borrowed(text: &[u8], limits: Limits) -> Result<Borrowed<'_>, SyntaxError> {
    if text.len() > limits.bytes {
        return Err(SyntaxError::TooLarge { limit: limits.bytes });
    }
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let utf8 = std::str::from_utf8(text).ok();
    let mut reader = Reader { len: text.len(), utf8, limits, lexer: SliceLexer::new(text) };
    let Some(next) = reader.lexer.ws_peek() else { return Err(reader.malformed("value expected")) };
    let node = reader.value(next, limits.depth)?;
    match reader.lexer.ws_peek() {
        None => Ok(node),
        Some(_) => Err(reader.malformed("end of document expected")),
    }
}

struct Reader<'a> {
    len: usize,
    /// The document as text, when all of it is UTF-8: then no string needs a check of its own.
    utf8: Option<&'a str>,
    limits: Limits,
    lexer: SliceLexer<'a>,
}

impl<'a> Reader<'a> {
    fn at(&self) -> usize {
        self.len - self.lexer.as_slice().len()
    }

    fn malformed(&self, what: impl ToString) -> SyntaxError {
        SyntaxError::Malformed { what: what.to_string(), at: self.at() }
    }

    fn value(&mut self, next: u8, depth: usize) -> Result<Borrowed<'a>, SyntaxError> {
        let at = self.at();
        let shape = match next {
            b'a'..=b'z' => match self.lexer.null_or_bool() {
                Some(None) => Shape::Null,
                Some(Some(truth)) => Shape::Bool(truth),
                None => return Err(self.malformed("value expected")),
            },
            b'0'..=b'9' | b'-' => Shape::Number(self.number()?),
            b'"' => Shape::Text(self.text()?),
            b'[' => Shape::List(self.list(self.deeper(depth)?)?),
            b'{' => Shape::Object(self.object(self.deeper(depth)?)?),
            _ => return Err(self.malformed("value expected")),
        };
        Ok(Borrowed { at, shape })
    }

    fn deeper(&self, depth: usize) -> Result<usize, SyntaxError> {
        depth.checked_sub(1).ok_or(SyntaxError::TooDeep { limit: self.limits.depth, at: self.at() })
    }

    fn number(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        use hifijson::num::LexWrite;
        let (digits, _) = self.lexer.num_string().validated().map_err(|e| self.malformed(e))?;
        match self.lexer.as_slice().first() {
            // The lexer reads `007` as three numbers; JSON has none such.
            Some(b'0'..=b'9') => Err(self.malformed("number with a leading zero")),
            _ => Ok(Cow::Borrowed(digits)),
        }
    }

    fn text(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        self.lexer.discarded();
        match self.plain_text() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.lexer.str_string().map_err(|e| self.malformed(e)),
        }
    }

    /// A string without escapes, as nearly all are; the lexer sees to all others.
    fn plain_text(&mut self) -> Option<&'a str> {
        let utf8 = self.utf8?;
        let rest = self.lexer.as_slice();
        let from = self.len - rest.len();
        let length = plain_length(rest)?;
        let (b'"', after) = rest.get(length..)?.split_first()? else { return None };
        let text = utf8.get(from..from + length)?;
        self.lexer = SliceLexer::new(after);
        Some(text)
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Borrowed<'a>>, SyntaxError> {
        self.lexer.discarded();
        let mut items = Vec::new();
        let mut next = self.peek("value or end of list expected")?;
        if next == b']' {
            self.lexer.discarded();
            return Ok(items);
        }
        loop {
            items.push(self.value(next, depth)?);
            match self.peek("comma or end of list expected")? {
                b']' => break,
                b',' => {}
                _ => return Err(self.malformed("comma or end of list expected")),
            }
            self.lexer.discarded();
            next = self.peek("value expected")?;
        }
        self.lexer.discarded();
        Ok(items)
    }

    fn object(&mut self, depth: usize) -> Result<Vec<(Cow<'a, str>, Borrowed<'a>)>, SyntaxError> {
        self.lexer.discarded();
        let is_outermost = depth + 1 == self.limits.depth;
        let mut fields: Vec<(Cow<'a, str>, Borrowed<'a>)> = Vec::with_capacity(if is_outermost { 16 } else { 4 });
        // Real objects have few keys, and a look at each costs less than a set of copies.
        let mut many: Option<BTreeSet<String>> = None;
        let mut next = self.peek("key or end of object expected")?;
        if next == b'}' {
            self.lexer.discarded();
            return Ok(fields);
        }
        loop {
            if next != b'"' {
                return Err(self.malformed("key expected"));
            }
            let key = self.text()?;
            if self.peek("colon expected")? != b':' {
                return Err(self.malformed("colon expected"));
            }
            self.lexer.discarded();
            let first = self.peek("value expected")?;
            let at = self.at();
            let is_known = match &mut many {
                Some(known) => !known.insert(key.to_string()),
                None => fields.iter().any(|(known, _)| is_same(known, &key)),
            };
            if is_known {
                return Err(SyntaxError::DuplicateKey { key: key.into_owned(), at });
            }
            let value = self.value(first, depth)?;
            fields.push((key, value));
            if many.is_none() && fields.len() == FEW_KEYS {
                let mut known = BTreeSet::new();
                known.extend(fields.iter().map(|(key, _)| key.to_string()));
                many = Some(known);
            }
            match self.peek("comma or end of object expected")? {
                b'}' => break,
                b',' => {}
                _ => return Err(self.malformed("comma or end of object expected")),
            }
            self.lexer.discarded();
            next = self.peek("key expected")?;
        }
        self.lexer.discarded();
        Ok(fields)
    }

    fn peek(&mut self, wanted: &str) -> Result<u8, SyntaxError> {
        match self.lexer.ws_peek() {
            Some(byte) => Ok(byte),
            None => Err(self.malformed(wanted)),
        }
    }
}
