//! Fields: their types, their values as Rust types, and the macros that declare kinds.

use crate::json::is_same;
use crate::time::{Date, PartialDate, Period};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

/// The three families of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// 台账: what was done.
    Record,
    /// 事件: what happened to the contract.
    Event,
    /// 名册: who and what exists.
    Register,
}

impl Family {
    /// The word on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Event => "event",
            Self::Register => "register",
        }
    }
}

/// A kind's table.
#[derive(Debug)]
pub struct KindInfo {
    /// The word on the wire: `visit`.
    pub name: &'static str,
    /// Its family.
    pub family: Family,
    /// Chinese label.
    pub zh: &'static str,
    /// English label.
    pub en: &'static str,
    /// The name of its struct.
    pub rust: &'static str,
    /// What it stands for.
    pub doc: &'static str,
    /// Its fields; the common ones first.
    pub fields: &'static [Field],
    /// Places of the days that it may have among them.
    pub days: ItemDays,
}

/// Kinds are equal when their words are; a table may have more than one address.
impl PartialEq for KindInfo {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || self.name == other.name
    }
}

impl Eq for KindInfo {}

/// A field of a kind or of an item in one of its lists.
#[derive(Debug)]
pub struct Field {
    /// The word on the wire.
    pub name: &'static str,
    /// Its type.
    pub ty: Type,
    /// Whether an entry must have it.
    pub required: bool,
    /// Chinese label.
    pub zh: &'static str,
    /// English label.
    pub en: &'static str,
    /// What it holds.
    pub doc: &'static str,
    /// The code list that a code must come from; empty for other types.
    pub list: &'static str,
    /// The kinds that a reference may lead to; empty for other types.
    pub to: &'static [&'static str],
    /// A personal value: masked in messages.
    pub personal: bool,
    /// Says what an entry is about; another value is no near miss and needs no reason.
    pub topic: bool,
    /// Text of several sentences; forms give it several lines.
    pub long: bool,
    /// Places of the days that an item of this list may have; none for other types.
    pub days: ItemDays,
    /// What the items of a list with fields of their own are; none for other types.
    pub item: Option<&'static ItemInfo>,
}

/// Places of `date`, `from` and `to` in the table of an item's or kind's fields.
#[derive(Clone, Copy, Debug, Default)]
pub struct ItemDays {
    /// The day of the item.
    pub date: Option<u16>,
    /// The first day on which it holds.
    pub from: Option<u16>,
    /// The last day on which it holds.
    pub to: Option<u16>,
    /// It or an item in one of its lists may have a last day.
    pub hold_intervals: bool,
}

impl ItemDays {
    pub(crate) const fn of(ty: Type) -> Self {
        match ty {
            Type::Items(fields) => {
                let (date, from, to) = (place(fields, "date"), place(fields, "from"), place(fields, "to"));
                Self { date, from, to, hold_intervals: to.is_some() || any_holds_intervals(fields) }
            }
            _ => Self { date: None, from: None, to: None, hold_intervals: false },
        }
    }
}

/// The place of a field in a table, found while compiling.
pub(crate) const fn place(mut fields: &[Field], name: &str) -> Option<u16> {
    let mut at = 0;
    while let [field, rest @ ..] = fields {
        if are_equal(field.name.as_bytes(), name.as_bytes()) {
            return Some(at);
        }
        at += 1;
        fields = rest;
    }
    None
}

const fn any_holds_intervals(mut fields: &[Field]) -> bool {
    while let [field, rest @ ..] = fields {
        if field.days.hold_intervals {
            return true;
        }
        fields = rest;
    }
    false
}

/// Comparing slices with `==` cannot be done while compiling.
const fn are_equal(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([a, one_rest @ ..], [b, other_rest @ ..]) = (one, other) {
        if *a != *b {
            return false;
        }
        (one, other) = (one_rest, other_rest);
    }
    one.is_empty() && other.is_empty()
}

/// What an item of a list is; its fields stand in the [`Type`].
#[derive(Debug)]
pub struct ItemInfo {
    /// The name of its struct.
    pub rust: &'static str,
    /// What it stands for.
    pub doc: &'static str,
}

/// How a day of which parts may be unknown is written.
pub(crate) const PARTIAL_DATE: &str =
    "^(19[0-9]{2}|2[01][0-9]{2}|2200)(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
/// How a period is written.
pub(crate) const PERIOD: &str =
    "^(19[0-9]{2}|2[01][0-9]{2}|2200)(-(Q[1-4]|(0[1-9]|1[0-2])|W(0[1-9]|[1-4][0-9]|5[0-3])))?$";
/// How a time of day is written.
pub(crate) const TIME: &str = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

/// The type of a field.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    /// Text.
    Text,
    /// Id of the entry itself, or an id without a register behind it.
    Id,
    /// A code out of a list.
    Code,
    /// The id of another entry.
    Ref,
    /// A whole number, not below zero.
    Whole,
    /// A decimal, not below zero.
    Amount,
    /// A day.
    Date,
    /// A day of which parts may be unknown.
    PartialDate,
    /// A time of day.
    Time,
    /// A week, month, quarter or year.
    Period,
    /// Yes or no.
    YesNo,
    /// A list of plain values.
    List(&'static Type),
    /// A list of items with fields of their own.
    Items(&'static [Field]),
}

impl Type {
    /// The word by which forms and tables call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Id => "id",
            Self::Code => "code",
            Self::Ref => "reference",
            Self::Whole => "whole",
            Self::Amount => "amount",
            Self::Date => "date",
            Self::PartialDate => "partial_date",
            Self::Time => "time",
            Self::Period => "period",
            Self::YesNo => "yes_no",
            Self::List(_) => "list",
            Self::Items(_) => "items",
        }
    }
}

impl Field {
    pub(super) const fn base<T: Typed>(name: &'static str, doc: &'static str) -> Self {
        Self {
            name,
            ty: T::TYPE,
            required: T::REQUIRED,
            zh: "",
            en: "",
            doc,
            list: "",
            to: &[],
            personal: false,
            topic: false,
            long: false,
            days: ItemDays::of(T::TYPE),
            item: T::ITEM,
        }
    }

    /// The place and field of this name, looked for from `first` on and then before it: who writes an
    /// entry gives the fields more or less in the order of the table.
    pub(crate) fn find(fields: &'static [Self], name: &str, first: u16) -> Option<(u16, &'static Self)> {
        let (before, after) = fields.split_at_checked(first.into())?;
        let found = |(at, field): &(u16, &'static Self)| is_same(field.name, name).then_some((*at, *field));
        let after = (first..).zip(after).find_map(|field| found(&field));
        after.or_else(|| (0..).zip(before).find_map(|field| found(&field)))
    }

    /// The place of a field in a table.
    #[must_use]
    pub fn position(fields: &[Self], name: &str) -> Option<u16> {
        fields.iter().position(|field| is_same(field.name, name)).and_then(|at| u16::try_from(at).ok())
    }
}

/// A Rust type that can be a field.
pub trait Typed {
    /// Its type on the wire.
    const TYPE: Type;
    /// Whether it must be given.
    const REQUIRED: bool = true;
    /// Of a list, what its items are.
    const ITEM: Option<&'static ItemInfo> = None;
    /// Whether this value stands for an absent field.
    fn is_absent(&self) -> bool {
        false
    }
}

/// An optional field; `null` and absent mean the same.
impl<T: Typed> Typed for Option<T> {
    const TYPE: Type = T::TYPE;
    const REQUIRED: bool = false;
    const ITEM: Option<&'static ItemInfo> = T::ITEM;
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Listed + 'static> Typed for Vec<T> {
    const TYPE: Type = T::LIST;
    const ITEM: Option<&'static ItemInfo> = T::ITEM;
}

/// A Rust type that can stand in a list.
pub trait Listed {
    /// The list's type on the wire.
    const LIST: Type;
    /// What it is, when it has fields of its own.
    const ITEM: Option<&'static ItemInfo> = None;
}

macro_rules! texts {
    ($($(#[doc = $doc:literal])+ $name:ident)*) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);
        impl Typed for $name {
            const TYPE: Type = Type::$name;
        }
        impl Listed for $name {
            const LIST: Type = Type::List(&Type::$name);
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    )*};
}

texts! {
    /// Text of 1 to 20,000 characters.
    Text
    /// An id: 1 to 128 characters without control characters.
    Id
    /// The id of another entry.
    Ref
    /// A code out of one of the package's lists.
    Code
    /// A time of day, `09:30`.
    Time
}

/// A whole number from 0 to 10¹².
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Whole(pub i64);

/// A decimal from 0 to 10¹² with at most four decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(pub rust_decimal::Decimal);

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number: serde_json::Number = self.0.normalize().to_string().parse().map_err(serde::ser::Error::custom)?;
        number.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = serde_json::Number::deserialize(deserializer)?;
        crate::number::parse(&number.to_string())
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom("number out of bounds"))
    }
}

macro_rules! typed {
    ($($rust:ty, $ty:ident;)*) => {$(
        impl Typed for $rust {
            const TYPE: Type = Type::$ty;
        }
    )*};
}
typed! { Whole, Whole; Amount, Amount; Date, Date; PartialDate, PartialDate; Period, Period; bool, YesNo; }

macro_rules! schemas {
    ($($rust:ident)*) => {$(
        impl JsonSchema for $rust {
            fn schema_name() -> Cow<'static, str> {
                stringify!($rust).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                crate::schema::plain(Self::TYPE).into()
            }
        }
    )*};
}
schemas! { Text Id Ref Code Time Whole Amount Date PartialDate Period }

macro_rules! from_text {
    ($($rust:ident)*) => {$(
        impl<'de> Deserialize<'de> for $rust {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not valid here")))
            }
        }
    )*};
}
from_text! { Date PartialDate Period }

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

pub(super) use super::declare::{event, item, record, register};
