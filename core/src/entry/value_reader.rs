use super::given::{Given, Seen};
use super::mask::shown;
use super::packer::{Packer, Put};
use super::page;
use super::value::Value;
use crate::finding::{Code, Finding, entry as codes, syntax};
use crate::json::is_same;
use crate::kind::{Field, KindInfo, Type, fixed};
use crate::number;
use crate::package::model::Plan;
use crate::time::{Date, PartialDate, Period};
use rust_decimal::Decimal;

pub(crate) const TEXT_CHARS: usize = 20_000;
pub(crate) const ID_CHARS: usize = 128;
/// What a double carries exactly, so that no program on the way changes a value.
const DIGITS: usize = 15;

/// What a value must be: a field's type, or a declared attribute's.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) ty: Type,
    pub(super) list: &'a str,
    pub(super) personal: bool,
}

/// One step down into an entry.
pub(super) enum Step {
    /// To a field of a table.
    Field(&'static str),
    /// To an item of a list.
    Item(usize),
    /// To a key that no table knows.
    Key(String),
}

/// Reads values by table and gathers every finding with its place.
pub(super) struct ValueReader<'a> {
    pub(super) plan: &'a Plan,
    pub(super) findings: Vec<Finding>,
    /// The way to the value that is being read; written out only where something is found.
    path: Vec<Step>,
    /// Takes in the values that were read.
    pub(super) packer: Box<Packer>,
    /// Of many entries, the kind of those in its page.
    kind: Option<&'static KindInfo>,
    /// The pages of other kinds.
    others: Vec<(&'static KindInfo, Box<Packer>)>,
}

impl<'a> ValueReader<'a> {
    pub(super) fn new(plan: &'a Plan, packer: Packer) -> Self {
        Self { plan, findings: Vec::new(), path: Vec::new(), packer: packer.into(), kind: None, others: Vec::new() }
    }

    /// Goes on in the page of a kind, where many entries are read: entries of one kind are looked at one after another.
    pub(super) fn turn_to(&mut self, kind: &'static KindInfo) {
        if !self.packer.shares() || self.kind == Some(kind) {
            return;
        }
        let Some(last) = self.kind.replace(kind) else { return };
        match self.others.iter_mut().find(|(known, _)| *known == kind) {
            Some((known, packer)) => {
                *known = last;
                std::mem::swap(packer, &mut self.packer);
            }
            None => {
                let packer = std::mem::replace(&mut self.packer, Packer::new(true).into());
                self.others.push((last, packer));
            }
        }
    }

    /// All pages that are being written.
    pub(super) fn packers(&mut self) -> impl Iterator<Item = &mut Packer> {
        let others = self.others.iter_mut().map(|(_, packer)| &mut **packer);
        std::iter::once(&mut *self.packer).chain(others)
    }

    /// Reads one step further down the path.
    pub(super) fn within<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let read = read(self);
        self.path.pop();
        read
    }

    pub(super) fn report(&mut self, finding: Finding) {
        let mut path = String::new();
        for step in &self.path {
            path.push('/');
            match step {
                Step::Field(name) => path.push_str(name),
                Step::Item(at) => path.push_str(&at.to_string()),
                Step::Key(key) => path.push_str(&key.replace('~', "~0").replace('/', "~1")),
            }
        }
        self.findings.push(finding.at(path));
    }

    fn refuse<T>(&mut self, code: Code) -> Option<T> {
        self.report(Finding::new(code));
        None
    }

    /// Reports that something else was expected.
    pub(super) fn mistyped<'g, T, G: Given<'g>>(&mut self, expected: &str, seen: &Seen<'g, G>) -> Option<T> {
        self.report(Finding::new(syntax::WRONG_TYPE).with("expected", expected).with("found", seen.name()));
        None
    }

    /// Puts in the fields of an object; keys in `others` are the caller's business.
    pub(super) fn fields<'g, G: Given<'g>>(&mut self, fields: &'static [Field], object: G::Fields, others: &[&str]) {
        let (mut given_places, mut next) = (Places::default(), 0);
        for (key, given) in object {
            let Some((at, field)) = Field::find(fields, key, next) else {
                if !others.iter().any(|other| is_same(other, key)) {
                    let finding = Finding::new(syntax::UNKNOWN_FIELD).with("field", shown(key, false));
                    self.within(Step::Key(key.to_owned()), |reader| reader.report(finding));
                }
                continue;
            };
            next = at + 1;
            let seen = given.see();
            if matches!(seen, Seen::Null) {
                continue;
            }
            self.within(Step::Field(field.name), |reader| {
                if !given_places.insert(at) {
                    // JSON text with it is refused beforehand; other sources come here.
                    return reader.report(Finding::new(syntax::DUPLICATE_KEY).with("key", field.name));
                }
                let wanted = Wanted { ty: field.ty, list: field.list, personal: field.personal };
                if let Some(put) = reader.value(wanted, field.name, seen) {
                    reader.packer.value(at, put);
                }
            });
        }
        for (field, at) in fields.iter().zip(0..).filter(|(field, _)| field.required) {
            if !given_places.contains(at) {
                self.missing(field.name);
            }
        }
    }

    pub(super) fn missing(&mut self, name: &'static str) {
        self.within(Step::Field(name), |reader| {
            reader.report(Finding::new(syntax::MISSING_FIELD).with("field", name));
        });
    }

    pub(super) fn value_unless_null<'g>(&mut self, wanted: Wanted<'_>, given: impl Given<'g>) -> Option<Put> {
        match given.see() {
            Seen::Null => None,
            seen => self.value(wanted, "", seen),
        }
    }

    /// Puts in a value that is not null, of the field of this name.
    fn value<'g, G: Given<'g>>(&mut self, wanted: Wanted<'_>, name: &str, seen: Seen<'g, G>) -> Option<Put> {
        match (wanted.ty, seen) {
            (Type::YesNo, Seen::Bool(truth)) => self.put(Value::YesNo(truth)),
            (Type::YesNo, seen) => self.mistyped("boolean", &seen),
            (Type::Whole | Type::Amount, Seen::Number(digits)) => self.number(wanted.ty, number::parse(&digits)),
            (Type::Whole | Type::Amount, Seen::Whole(number)) => self.number(wanted.ty, number::bounded(number)),
            (Type::Whole | Type::Amount, seen) => self.mistyped("number", &seen),
            (Type::List(inner), Seen::List(items)) => {
                let wanted = Wanted { ty: *inner, ..wanted };
                self.list::<G>(items, page::LIST, |reader, given| reader.value(wanted, name, given.see()))
            }
            (Type::Items(fields), Seen::List(items)) => {
                self.list::<G>(items, page::ITEMS, |reader, given| match given.see() {
                    Seen::Object(object) => {
                        let since = reader.packer.mark();
                        reader.fields::<G>(fields, object, &[]);
                        Some(reader.packer.item(since))
                    }
                    seen => reader.mistyped("object", &seen),
                })
            }
            (Type::List(_) | Type::Items(_), seen) => self.mistyped("array", &seen),
            (Type::Date, Seen::Day(day)) => self.put(Value::Date(day)),
            (_, Seen::Text(text)) => self.text(wanted, name, &text),
            (_, Seen::Day(day)) => self.text(wanted, name, &day.to_string()),
            (_, seen) => self.mistyped("string", &seen),
        }
    }

    fn put(&mut self, value: Value<'_>) -> Option<Put> {
        Some(self.packer.plain(value))
    }

    fn list<'g, G: Given<'g>>(
        &mut self,
        items: G::Items,
        tag: u8,
        mut read: impl FnMut(&mut Self, G) -> Option<Put>,
    ) -> Option<Put> {
        let (since, length) = (self.packer.mark(), items.len());
        let mut count = 0;
        for (at, item) in items.enumerate() {
            if let Some(put) = self.within(Step::Item(at), |reader| read(reader, item)) {
                self.packer.value(0, put);
                count += 1;
            }
        }
        if count == length {
            return Some(self.packer.list(since, tag));
        }
        // Without one of its items, later findings would name the wrong places.
        self.packer.undo(since);
        None
    }

    fn number(&mut self, ty: Type, number: Option<Decimal>) -> Option<Put> {
        let Some(number) = number else { return self.refuse(syntax::INVALID_NUMBER) };
        if number < Decimal::ZERO {
            return self.refuse(syntax::BELOW_ZERO);
        }
        if matches!(ty, Type::Whole) {
            return match number::whole(number) {
                Some(whole) => self.put(Value::Whole(whole)),
                None => self.refuse(syntax::NOT_WHOLE),
            };
        }
        if number.mantissa().unsigned_abs().to_string().len() > DIGITS {
            self.report(Finding::new(codes::TOO_MANY_DIGITS).with("limit", DIGITS));
            return None;
        }
        // Negative zero is zero.
        self.put(Value::Amount(if number.is_zero() { Decimal::ZERO } else { number }))
    }

    fn text(&mut self, wanted: Wanted<'_>, name: &str, text: &str) -> Option<Put> {
        let (value, otherwise) = match wanted.ty {
            Type::Date => (Date::parse(text).map(Value::Date), syntax::INVALID_DATE),
            Type::PartialDate => (PartialDate::parse(text).map(Value::PartialDate), codes::INVALID_PARTIAL_DATE),
            Type::Period => (Period::parse(text).map(Value::Period), syntax::INVALID_PERIOD),
            Type::Time => (minutes(text).map(Value::Time), syntax::INVALID_TIME),
            // Only its own id is sure to be in no other entry.
            Type::Id | Type::Ref if name != "id" && is_id(text) => return self.word(text),
            Type::Id | Type::Ref => (is_id(text).then_some(Value::Text(text)), syntax::INVALID_ID),
            Type::Code => return self.code(wanted, text),
            _ => return self.free_text(text),
        };
        match value {
            Some(value) => self.put(value),
            None => self.refuse(otherwise),
        }
    }

    fn word(&mut self, text: &str) -> Option<Put> {
        Some(self.packer.word(text))
    }

    fn free_text(&mut self, text: &str) -> Option<Put> {
        if text.is_empty() {
            return self.refuse(syntax::TEXT_EMPTY);
        }
        // Counting bytes first spares most texts the counting of characters.
        if text.len() > TEXT_CHARS && text.chars().count() > TEXT_CHARS {
            self.report(Finding::new(syntax::TEXT_TOO_LONG).with("limit", TEXT_CHARS));
            return None;
        }
        self.put(Value::Text(text))
    }

    fn code(&mut self, wanted: Wanted<'_>, text: &str) -> Option<Put> {
        let is_known = match fixed::find(wanted.list) {
            Some(list) => list.has(text),
            None => self.plan.codes.find(wanted.list, text).is_some(),
        };
        if is_known {
            return self.word(text);
        }
        let code = shown(text, wanted.personal);
        self.report(Finding::new(codes::UNKNOWN_CODE).with("code", code).with("list", wanted.list));
        None
    }
}

/// Places of a table.
#[derive(Default)]
struct Places(u128);

impl Places {
    /// Whether the place is new; no table has more places than bits.
    fn insert(&mut self, at: u16) -> bool {
        let bit = 1u128.checked_shl(at.into()).unwrap_or_default();
        let is_new = self.0 & bit == 0;
        self.0 |= bit;
        is_new
    }

    fn contains(&self, at: u16) -> bool {
        self.0 & 1u128.checked_shl(at.into()).unwrap_or_default() != 0
    }
}

fn is_id(text: &str) -> bool {
    // Looking at every byte goes many at a time; stopping at the first that is none does not.
    let is_plain = text.bytes().fold(true, |plain, byte| plain & (0x20..0x7f).contains(&byte));
    if is_plain {
        return (1..=ID_CHARS).contains(&text.len());
    }
    !text.is_empty()
        && (text.len() <= ID_CHARS || text.chars().count() <= ID_CHARS)
        && !text.chars().any(char::is_control)
}

/// Minutes since midnight of `09:30`.
fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let number = |part: &str, below: u16| {
        let is_plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u16>().ok().filter(|number| is_plain && *number < below)
    };
    Some(number(hour, 24)? * 60 + number(minute, 60)?)
}
