//! The words in which conditions are said, in both locales.

use crate::package::model::{Cmp, Derived};

/// The words of a locale.
pub(super) struct Words {
    pub(super) pick: for<'a> fn(&'a str, &'a str) -> &'a str,
    pub(super) and: &'static str,
    pub(super) or: &'static str,
    pub(super) not: &'static str,
    pub(super) comma: &'static str,
    pub(super) of: &'static str,
    pub(super) one_of: &'static str,
    pub(super) given: &'static str,
    pub(super) absent: &'static str,
    pub(super) contains: &'static str,
    pub(super) size: &'static str,
    pub(super) some: &'static str,
    pub(super) every: &'static str,
    pub(super) itself: &'static str,
    pub(super) yes: &'static str,
    pub(super) no: &'static str,
}

/// Chinese.
pub(super) const ZH: &Words = &Words {
    pick: |zh, _| zh,
    and: "；",
    or: " 或 ",
    not: "不是",
    comma: "、",
    of: "·",
    one_of: "为其一：",
    given: "已填",
    absent: "未填",
    contains: "包含：",
    size: "项数 ",
    some: "有一项",
    every: "每一项",
    itself: "本项",
    yes: "是",
    no: "否",
};

/// English.
pub(super) const EN: &Words = &Words {
    pick: |_, en| en,
    and: "; ",
    or: " or ",
    not: "not ",
    comma: ", ",
    of: " · ",
    one_of: " is one of: ",
    given: " is given",
    absent: " is not given",
    contains: " contains: ",
    size: ": number of items ",
    some: ": some item ",
    every: ": every item ",
    itself: "itself",
    yes: "yes",
    no: "no",
};

/// A comparison as a sign.
pub(super) fn sign(cmp: Cmp) -> &'static str {
    match cmp {
        Cmp::AtLeast => "≥",
        Cmp::MoreThan => ">",
        Cmp::AtMost => "≤",
        Cmp::LessThan => "<",
    }
}

/// The name of a derived field.
pub(super) fn derived(derived: Derived, with: &Words) -> &'static str {
    match derived {
        Derived::Age(_) => (with.pick)("周岁", "Age"),
        Derived::TitleKey => (with.pick)("标题（去重）", "Title, without what reposts change"),
        Derived::SignaturePersons => (with.pick)("签名的人", "Persons who signed"),
        Derived::Home => (with.pick)("所在户", "Household"),
        Derived::ScoreTotal => (with.pick)("总分", "Total score"),
    }
}
