//! Codes and fields as readers know them.
//!
//! Parameters of findings hold data: `visit.mode`, `at_least 50`. For readers each word of them
//! is replaced by its label, where all lists and kinds agree on one; else it stays as it is.

use super::words::{self, Word};
use crate::finding::{Finding, Locale, counting, lifecycle};
use crate::kind::{self, fixed};
use crate::package::model::{Labels, Plan};
use std::collections::BTreeMap;

/// Missing things named in one message before the rest is counted.
const MOST: usize = 12;

/// Labels by word; none where several disagree.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    codes: BTreeMap<String, Option<Labels>>,
    fields: BTreeMap<String, Option<Labels>>,
}

impl Names {
    /// The words of a package and of the kinds.
    pub(super) fn of(plan: &Plan) -> Self {
        let mut names = Self::default();
        for entry in plan.codes.lists.values().flatten() {
            note(&mut names.codes, &entry.code, entry.labels.clone());
        }
        for code in fixed::LISTS.iter().flat_map(|list| list.codes) {
            note(&mut names.codes, code.code, Labels { zh: code.zh.into(), en: code.en.into() });
        }
        for kind in kind::ALL {
            note(&mut names.fields, kind.name, Labels { zh: kind.zh.into(), en: kind.en.into() });
            for field in kind.fields {
                note(&mut names.fields, field.name, Labels { zh: field.zh.into(), en: field.en.into() });
            }
        }
        for attribute in &plan.attributes {
            note(&mut names.fields, &attribute.id, attribute.labels.clone());
        }
        names
    }

    /// A finding's message.
    pub(super) fn message(&self, finding: &Finding, locale: Locale) -> String {
        self.readable(finding, locale).message(locale)
    }

    /// What a finding advises.
    pub(super) fn help(&self, finding: &Finding, locale: Locale) -> String {
        self.readable(finding, locale).help(locale)
    }

    fn readable(&self, finding: &Finding, locale: Locale) -> Finding {
        let mut readable = finding.clone();
        let code = finding.code;
        for (name, value) in &mut readable.params {
            let words = match *name {
                "condition" if code == counting::CONDITION_FAILED || code == counting::UNDETERMINED => {
                    self.words(value, &[&self.fields], locale)
                }
                "needed" if code == counting::CONDITION_FAILED => {
                    self.words(value, &[&self.codes, &self.fields], locale)
                }
                // What was found may be free text, which is not to be touched.
                "found" if code == counting::CONDITION_FAILED && self.is_data(value) => {
                    self.words(value, &[&self.codes], locale)
                }
                "stage" => self.words(value, &[&self.codes], locale),
                "what" if code == lifecycle::DUTY_OPEN => {
                    let consequences = value.split(", ").map(|what| super::phrase::consequence(what, locale));
                    consequences.collect::<Vec<_>>().join(words::LIST_SEPARATOR.of(locale))
                }
                "missing" => {
                    let tokens = value.split(", ").map(|token| super::phrase::missing(token, locale));
                    super::phrase::elements(&tokens.collect::<Vec<_>>(), MOST, locale)
                }
                _ => continue,
            };
            *value = words;
        }
        readable
    }

    fn is_data(&self, value: &str) -> bool {
        let mut words = value.split([' ', ',']).filter(|word| !word.is_empty());
        words.all(|word| self.codes.contains_key(word) || operator(word).is_some())
    }

    /// A text with every word that is known replaced by its label.
    fn words(&self, text: &str, by: &[&BTreeMap<String, Option<Labels>>], locale: Locale) -> String {
        let mut out = String::new();
        let mut word = String::new();
        for letter in text.chars().chain(['\0']) {
            if letter.is_ascii_alphanumeric() || letter == '_' {
                word.push(letter);
                continue;
            }
            let labels = by.iter().find_map(|names| names.get(&word)?.as_ref());
            match (labels, operator(&word)) {
                (Some(labels), _) => out.push_str(&super::phrase::label(labels, locale)),
                (None, Some(operator)) => out.push_str(operator.of(locale)),
                (None, None) => out.push_str(&word),
            }
            word.clear();
            if letter != '\0' {
                out.push(letter);
            }
        }
        out
    }
}

fn note(names: &mut BTreeMap<String, Option<Labels>>, word: &str, labels: Labels) {
    let known = names.entry(word.to_owned()).or_insert_with(|| Some(labels.clone()));
    if known.as_ref() != Some(&labels) {
        *known = None;
    }
}

/// The words of comparisons.
fn operator(word: &str) -> Option<&'static Word> {
    words::OPERATORS.iter().find(|(name, _)| *name == word).map(|(_, word)| word)
}
