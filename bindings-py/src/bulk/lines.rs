//! JSON Lines in which every line names its contract.

use super::by_contract::{ByContract, Contracts, Finder};
use super::{CONTRACT, Found, Heard, Rows};
use jiexiang::Ledger;
use jiexiang::entries;
use jiexiang::finding::syntax;
use jiexiang::json;
use jiexiang::time::Date;
use std::borrow::Cow;
use std::ops::Range;

/// The lines, by contract.
pub(super) struct Lines<'t> {
    runs: ByContract<(usize, &'t [u8])>,
    size: usize,
}

impl<'t> Lines<'t> {
    /// Finds the contract of every line, and answers also the lines that belong to none.
    pub(super) fn read(text: &'t [u8], contracts: &Contracts<'_>) -> (Self, Vec<Found>) {
        let mut read = Self { runs: ByContract::new(), size: 0 };
        let mut lost = Vec::new();
        let mut finder = Finder::new(contracts);
        for (number, line) in entries::lines(text) {
            read.size += 1;
            let member = contract(line);
            match finder.find(member.as_ref().and_then(|member| member.name.as_deref()), None, number) {
                Ok(contract) => read.runs.push(contract, (number, line)),
                Err(found) => lost.push(refused(line, number).unwrap_or(*found)),
            }
        }
        read.runs.sort();
        (read, lost)
    }

    /// Lines that hold something.
    pub(super) fn size(&self) -> usize {
        self.size
    }
}

/// A line that is no JSON has no contract because of that.
fn refused(line: &[u8], row: usize) -> Option<Found> {
    let error = json::parse(line, json::LIMITS).err()?;
    let mut finding = syntax::refusal(&error, line);
    if let Some(position) = &mut finding.position {
        position.line = row;
    }
    Some(Found { contract: None, table: None, row, finding })
}

impl Rows for Lines<'_> {
    fn read(&self, contract: usize, ledger: &mut Ledger, import_date: Option<Date>, heard: Heard<'_>) {
        let mut text = Vec::new();
        for &(number, line) in self.runs.of(contract) {
            text.clear();
            text.extend_from_slice(line);
            // Blanks keep every position of the line.
            if let Some(member) = self::contract(line) {
                text[member.place].fill(b' ');
            }
            heard(None, number, ledger.add("lines", number, &text, import_date));
        }
    }
}

/// The member of an object that names the contract.
struct Member<'l> {
    /// None when it is no text.
    name: Option<Cow<'l, str>>,
    /// Where it stands, with one comma beside it.
    place: Range<usize>,
}

/// Finds the contract's member without reading the rest; what is no object has none.
///
/// Whatever is wrong with a line, the reader finds it afterwards in the rest of the line.
fn contract(line: &[u8]) -> Option<Member<'_>> {
    let mut at = blanks(line, 0);
    if line.get(at) != Some(&b'{') {
        return None;
    }
    let mut begin = at + 1;
    loop {
        at = blanks(line, begin);
        let key = at..string(line, at)?;
        at = blanks(line, key.end);
        if line.get(at) != Some(&b':') {
            return None;
        }
        let value = blanks(line, at + 1);
        let end = value_end(line, value)?;
        let after = blanks(line, end);
        let is_last = line.get(after) != Some(&b',');
        if line.get(key.start + 1..key.end - 1) == Some(CONTRACT.as_bytes()) {
            let name = line
                .get(value..end)
                .map(<[u8]>::trim_ascii_end)
                .filter(|value| value.first() == Some(&b'"'))
                .and_then(unquoted);
            // The comma behind it, or of a last member the one before.
            let place = match (is_last, line.get(begin.wrapping_sub(1))) {
                (false, _) => begin..after + 1,
                (true, Some(b',')) => begin - 1..end,
                (true, _) => begin..end,
            };
            return Some(Member { name, place });
        }
        if is_last {
            return None;
        }
        begin = after + 1;
    }
}

fn unquoted(value: &[u8]) -> Option<Cow<'_, str>> {
    if value.contains(&b'\\') {
        return serde_json::from_slice::<String>(value).ok().map(Cow::Owned);
    }
    std::str::from_utf8(value.get(1..value.len() - 1)?).ok().map(Cow::Borrowed)
}

fn blanks(line: &[u8], from: usize) -> usize {
    let rest = line.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// Behind the end of a string that begins here.
fn string(line: &[u8], from: usize) -> Option<usize> {
    if line.get(from) != Some(&b'"') {
        return None;
    }
    let mut at = from + 1;
    loop {
        match line.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// Behind the end of a value that begins here.
fn value_end(line: &[u8], from: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = from;
    loop {
        match line.get(at)? {
            b'"' => at = string(line, at)?,
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' if depth == 0 => return Some(at),
            b'}' | b']' => {
                depth -= 1;
                at += 1;
            }
            b',' if depth == 0 => return Some(at),
            _ => at += 1,
        }
        if depth == 0 && matches!(line.get(at), Some(b',' | b'}')) {
            return Some(at);
        }
    }
}
