use super::*;
use crate::kind::{Field, Type};
use crate::time::{PartialDate, Period};
use rust_decimal::Decimal;

/// A value by itself, in the order that values have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Own {
    YesNo(bool),
    Whole(i64),
    Amount(Decimal),
    Date(Date),
    PartialDate(PartialDate),
    Time(u16),
    Period(Period),
    Text(String),
    List(Vec<Own>),
    Items(Vec<Vec<(u16, Own)>>),
}

impl Own {
    fn of(value: Value<'_>) -> Self {
        match value {
            Value::YesNo(truth) => Self::YesNo(truth),
            Value::Whole(number) => Self::Whole(number),
            Value::Amount(number) => Self::Amount(number),
            Value::Date(date) => Self::Date(date),
            Value::PartialDate(date) => Self::PartialDate(date),
            Value::Time(minutes) => Self::Time(minutes),
            Value::Period(period) => Self::Period(period),
            Value::Text(text) => Self::Text(text.to_owned()),
            Value::List(values) => Self::List(values.iter().map(Self::of).collect()),
            Value::Items(items) => Self::Items(items.iter().map(fields_of).collect()),
        }
    }
}

fn fields_of(item: Item<'_>) -> Vec<(u16, Own)> {
    item.iter().map(|(field, value)| (field, Own::of(value))).collect()
}

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn day(&mut self) -> Date {
        Date::FIRST.plus_days(self.below(109_938) as i64)
    }

    fn text(&mut self) -> String {
        let length = [0, 1, 5, 40, 63, 64, 70, 200, 5000][self.below(9) as usize];
        (0..length).map(|_| ['a', '\u{7f}', 'é', '社', '𠀀'][self.below(5) as usize]).collect()
    }

    fn value(&mut self, ty: Type) -> Own {
        match ty {
            Type::YesNo => Own::YesNo(self.below(2) == 1),
            Type::Whole => {
                Own::Whole([0, 1, 31, 32, 63, 64, -1, 1_000_000_000_000, i64::MAX, i64::MIN][self.below(10) as usize])
            }
            Type::Amount => {
                let mantissa =
                    [0, 5, 1_250, 999_999_999_999_999, -7, (1 << 96) - 1, -(1 << 90)][self.below(7) as usize];
                Own::Amount(Decimal::from_i128_with_scale(mantissa, self.below(5) as u32))
            }
            Type::Date => Own::Date(self.day()),
            Type::PartialDate => {
                let text = self.day().to_string();
                Own::PartialDate(PartialDate::parse(&text[..[4, 7, 10][self.below(3) as usize]]).unwrap())
            }
            Type::Time => Own::Time(self.below(1440) as u16),
            Type::Period => Own::Period(Period::containing(UNITS[self.below(4) as usize], self.day())),
            Type::List(inner) => Own::List((0..self.below(4)).map(|_| self.value(*inner)).collect()),
            Type::Items(fields) => Own::Items((0..self.below(40)).map(|_| self.item(fields)).collect()),
            Type::Text | Type::Id | Type::Code | Type::Ref => Own::Text(self.text()),
        }
    }

    fn item(&mut self, fields: &[Field]) -> Vec<(u16, Own)> {
        let mut values = Vec::new();
        for (at, field) in (0..).zip(fields) {
            if self.below(3) > 0 {
                values.push((at, self.value(field.ty)));
            }
        }
        values
    }
}

impl Packer {
    fn own(&mut self, value: &Own) -> Put {
        match value {
            Own::YesNo(truth) => self.plain(Value::YesNo(*truth)),
            Own::Whole(number) => self.plain(Value::Whole(*number)),
            Own::Amount(number) => self.plain(Value::Amount(*number)),
            Own::Date(date) => self.plain(Value::Date(*date)),
            Own::PartialDate(date) => self.plain(Value::PartialDate(*date)),
            Own::Time(minutes) => self.plain(Value::Time(*minutes)),
            Own::Period(period) => self.plain(Value::Period(*period)),
            Own::Text(text) if text.len() % 2 == 0 => self.word(text),
            Own::Text(text) => self.plain(Value::Text(text)),
            Own::List(values) => {
                let since = self.mark();
                for value in values {
                    let value = self.own(value);
                    self.value(0, value);
                }
                self.list(since, page::LIST)
            }
            Own::Items(items) => {
                let since = self.mark();
                for item in items {
                    let element = self.mark();
                    self.own_fields(item);
                    let item = self.item(element);
                    self.value(0, item);
                }
                self.list(since, page::ITEMS)
            }
        }
    }

    /// Puts values in, the last first.
    fn own_fields(&mut self, values: &[(u16, Own)]) {
        for (field, value) in values.iter().rev() {
            let value = self.own(value);
            self.value(*field, value);
        }
    }
}

/// What an entry should say: its values and its attributes.
type Said = (Vec<(u16, Own)>, Vec<(String, Own)>);

/// Puts in and keeps an entry of a kind, with any values.
fn write(packer: &mut Packer, kind: &'static KindInfo, chance: &mut Chance) -> Said {
    let mut values = chance.item(kind.fields);
    values.retain(|(field, _)| *field != 0);
    let id: String = chance.text().chars().take(128).collect();
    values.insert(0, (0, Own::Text(id)));
    let count = if kind.family == kind::Family::Event { 0 } else { chance.below(3) };
    let attributes: Vec<(String, Own)> =
        (0..count).map(|at| (format!("a{at}"), chance.value(if at == 0 { Type::Whole } else { Type::Date }))).collect();
    let since = packer.mark();
    for (field, value) in values.iter().rev() {
        let put = match value {
            Own::Text(text) if *field == 0 => packer.plain(Value::Text(text)),
            value => packer.own(value),
        };
        packer.value(*field, put);
    }
    let list = (!attributes.is_empty()).then(|| {
        let values = attributes.iter().map(|(name, value)| (name.as_str(), packer.own(value))).collect();
        packer.attributes(values)
    });
    let recorded = Common::of(kind.family).recorded_at.unwrap();
    let recorded_at = packer.open(since, recorded).and_then(Value::date).unwrap_or(Date::FIRST);
    let written = packer.entry(since, &Head { kind, recorded_at, has_own_day: chance.below(2) == 1 }, list);
    packer.keep(written, &[]);
    (values, attributes)
}

fn entry_of(kind: &'static KindInfo, chance: &mut Chance) -> (Entry, Said) {
    let mut packer = Packer::new(false);
    let said = write(&mut packer, kind, chance);
    let entry = packer.close().next().unwrap();
    (entry, said)
}

#[track_caller]
fn says(entry: &Entry, (values, attributes): &Said) {
    assert_eq!(&fields_of(entry.values()), values);
    for (field, value) in values {
        assert_eq!(entry.at(*field).map(Own::of).as_ref(), Some(value));
    }
    assert_eq!(entry.at(64), None);
    let named: Vec<(String, Own)> =
        entry.attributes().iter().map(|(name, value)| (name.to_owned(), Own::of(value))).collect();
    assert_eq!(&named, attributes);
    let find = |field: Option<u16>| values.iter().find(|(known, _)| Some(*known) == field).map(|(_, value)| value);
    let common = Common::of(entry.kind().family);
    let text = |field| match find(field) {
        Some(Own::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    assert_eq!(Some(entry.id()), text(common.id));
    assert_eq!(entry.date().map(Own::Date).as_ref(), find(common.date));
    let (supersedes, voids) = (text(common.supersedes), text(common.voids));
    assert_eq!(
        entry.retracts().map(|retraction| (retraction.target, retraction.replaces)),
        supersedes.map(|id| (id, true)).or(voids.map(|id| (id, false)))
    );
}

#[test]
fn entries_of_all_kinds_say_the_same_however_they_lie() {
    let mut chance = Chance(7);
    let mut written = Vec::new();
    for _ in 0..12 {
        for kind in kind::ALL {
            written.push(entry_of(kind, &mut chance));
        }
    }
    let loose: Vec<Entry> = written.iter().map(|(entry, _)| entry.clone()).collect();
    let mut packed = loose.clone();
    packed.chunks_mut(50).for_each(|some| Entry::pack(some.iter_mut()));
    for ((entry, said), packed) in written.iter().zip(&packed) {
        says(entry, said);
        says(packed, said);
        assert_eq!(packed.kind(), entry.kind());
        assert_eq!((packed.recorded_at(), packed.has_own_day()), (entry.recorded_at(), entry.has_own_day()));
        assert_eq!(packed.visible_from(), entry.visible_from());
        assert_eq!(packed.content(), entry.content());
        assert_eq!(packed.canonical(), entry.canonical());
    }
    // A page of pages.
    Entry::pack(packed.iter_mut());
    for ((_, said), packed) in written.iter().zip(&packed) {
        says(packed, said);
    }
}

#[test]
fn entries_say_the_same_when_they_are_written_side_by_side() {
    let mut chance = Chance(5);
    let mut packer = Packer::new(true);
    for _ in 0..20 {
        let said: Vec<Said> = kind::ALL.iter().map(|kind| write(&mut packer, kind, &mut chance)).collect();
        let entries: Vec<Entry> = packer.close().collect();
        assert_eq!(entries.len(), said.len());
        entries.iter().zip(&said).for_each(|(entry, said)| says(entry, said));
    }
}

#[test]
fn a_page_that_is_lent_comes_back() {
    let mut chance = Chance(9);
    let mut packer = Packer::new(true);
    let said: Vec<Said> = (0..5)
        .map(|_| {
            let said = write(&mut packer, kind::ALL[0], &mut chance);
            let entry = packer.lend(packer.kept[packer.kept.len() - 1]);
            says(&entry, &said);
            packer.give_back(entry);
            said
        })
        .collect();
    packer.close().zip(&said).for_each(|(entry, said)| says(&entry, said));
}

#[test]
fn values_are_in_order_however_they_lie() {
    let mut chance = Chance(11);
    let mut written: Vec<_> = (0..60).map(|at| entry_of(kind::ALL[at % 3], &mut chance)).collect();
    written.iter_mut().step_by(2).for_each(|(entry, _)| Entry::pack([entry].into_iter()));
    for (one, (values, attributes)) in &written {
        for (other, (other_values, other_attributes)) in &written {
            assert_eq!(one.values().cmp(&other.values()), values.cmp(other_values));
            assert_eq!(one.attributes().cmp(&other.attributes()), attributes.cmp(other_attributes));
            assert_eq!(one.values() == other.values(), values == other_values);
        }
    }
}

#[test]
fn another_value_leaves_the_rest_as_it_is() {
    let mut packer = Packer::new(false);
    let since = packer.mark();
    for (field, text) in [(0, "x"), (13, "why"), (1, "p")] {
        let put = packer.plain(Value::Text(text));
        packer.value(field, put);
    }
    packer.take_out(since, 13);
    packer.take_out(since, 40);
    let put = packer.plain(Value::Text("other"));
    packer.value(13, put);
    let head = Head { kind: kind::ALL[0], recorded_at: Date::FIRST, has_own_day: true };
    let written = packer.entry(since, &head, None);
    let values = [(0, "x"), (1, "p"), (13, "other")].map(|(field, text)| (field, Own::Text(text.to_owned())));
    says(&packer.lend(written), &(values.to_vec(), Vec::new()));
}

#[test]
fn long_entries_stay_by_themselves() {
    let mut packer = Packer::new(false);
    let since = packer.mark();
    let put = packer.plain(Value::Text(&"长".repeat(20_000)));
    packer.value(1, put);
    let head = Head { kind: kind::ALL[0], recorded_at: Date::FIRST, has_own_day: true };
    let written = packer.entry(since, &head, None);
    packer.keep(written, &[]);
    let entry = packer.close().next().unwrap();
    assert_eq!(entry.at(1).and_then(Value::text).map(str::len), Some(60_000));
    assert!(!entry.is_loose());
    assert_eq!((entry.id(), entry.date()), ("", None));
}
