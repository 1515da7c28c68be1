//! Words of the core that findings carry as data: kinds, and codes of fixed lists.

use super::Locale;
use crate::evaluate::Outcome;
use crate::kind::{self, fixed};

/// The words of a parameter in a message: `{stage:stage}` stands for the label of a code of the
/// fixed list `stage`, `{kinds:kind}` for the labels of kinds; several stand with commas between.
/// What the vocabulary does not know stays as it is.
pub(super) fn say(vocabulary: &str, value: &str, locale: Locale) -> String {
    if vocabulary.is_empty() {
        return value.to_owned();
    }
    let between = if locale == Locale::ZhCn { "、" } else { ", " };
    value.split(", ").map(|word| label(vocabulary, word, locale).unwrap_or(word)).collect::<Vec<_>>().join(between)
}

/// What an evaluation can miss beside entries and their fields.
const MISSING: &[(&str, &str, &str)] = &[
    ("members", "名册中没有适用的对象", "no member in the register to which it applies"),
    ("cells", "没有应完成的期间", "no period in which it is due"),
    ("over", "可据以计算比率的有效记录", "valid entries to work the rate out of"),
    ("target", "确定目标值所需的对象资料", "the member's data that set the target"),
    ("participants", "参与人员名单", "the names of the participants"),
];

/// What two numbers, one found and one needed, are of.
const COUNTED: &[(&str, &str, &str)] = &[
    ("measure", "现有", "has"),
    ("parts", "所含部分已达成", "parts met:"),
    ("cells", "应完成的期间或对象已达成", "periods or members met:"),
];

/// The label of one word, where the vocabulary knows it.
pub(crate) fn label(vocabulary: &str, word: &str, locale: Locale) -> Option<&'static str> {
    let outcome = |name: &str| Outcome::ALL.into_iter().find(|outcome| outcome.name() == name);
    let (zh, en) = match vocabulary {
        "outcome" => outcome(word).map(|outcome| (outcome.label(Locale::ZhCn), outcome.label(Locale::En)))?,
        "kind" => kind::find(word).map(|kind| (kind.zh, kind.en))?,
        "counted" => COUNTED.iter().find(|(of, ..)| *of == word).map(|(_, zh, en)| (*zh, *en))?,
        "missing" => MISSING.iter().find(|(token, ..)| *token == word).map(|(_, zh, en)| (*zh, *en))?,
        list => fixed::find(list)?.codes.iter().find(|code| code.code == word).map(|code| (code.zh, code.en))?,
    };
    Some(if locale == Locale::ZhCn { zh } else { en })
}
