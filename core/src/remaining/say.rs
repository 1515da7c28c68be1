//! Work items in words: one line for a report.

use super::work::{Action, WorkItem};
use crate::finding::Locale;
use crate::kind::{self, Party};
use crate::number::Exact;

impl WorkItem {
    /// What to do, for what, on what conditions and by when, in one line.
    #[must_use]
    pub fn say(&self, locale: Locale) -> String {
        let zh = locale == Locale::ZhCn;
        let mut text = self.what(locale);
        let place: Vec<&str> = self.members.iter().chain(&self.window).map(String::as_str).collect();
        if !place.is_empty() {
            text = format!("{}{}{text}", place.join(" × "), if zh { "：" } else { ": " });
        }
        text += &self.conditions_in_words(locale);
        for (day, zh_word, en_word) in [(self.due, "应于 {} 前", "due {}"), (self.last_useful_day, "最迟 {}", "by {}")]
        {
            if let Some(day) = day.filter(|_| zh_word.starts_with('应') || self.due != self.last_useful_day) {
                let word = if zh { zh_word } else { en_word };
                text += &format!("{}{}", comma(locale), word.replace("{}", &day.to_string()));
            }
        }
        text + &self.marks(locale)
    }

    /// What to do and on what conditions, without for whom and by when.
    #[must_use]
    pub fn task(&self, locale: Locale) -> String {
        self.what(locale) + &self.conditions_in_words(locale) + &self.marks(locale)
    }

    fn conditions_in_words(&self, locale: Locale) -> String {
        let conditions = self.in_words.of(locale);
        if conditions.is_empty() { String::new() } else { bracket(conditions, locale) }
    }

    fn marks(&self, locale: Locale) -> String {
        let zh = locale == Locale::ZhCn;
        let mut text = String::new();
        if self.late {
            text += &bracket(if zh { "逾期补交仍计数" } else { "late, and still counted" }, locale);
        }
        if let Some(first) = &self.waits_for {
            let word = if zh { format!("须待 {first} 之后") } else { format!("only after {first}") };
            text += &bracket(&word, locale);
        }
        text
    }

    fn what(&self, locale: Locale) -> String {
        let zh = locale == Locale::ZhCn;
        let (n, label, held) = (self.n, self.labels.of(locale), self.containers.join(comma(locale).trim()));
        let amount = self.amount.map_or_else(String::new, shown) + &self.unit;
        match self.action {
            Action::Add if zh && kind::party(self.kind) == Party::Purchaser => format!("取得并录入 {n} 项{label}"),
            Action::Add if zh => format!("再做并录入 {n} 项{label}"),
            Action::Add => format!("{n} more of: {label}"),
            Action::Open => {
                let inside: Vec<String> = self.inside.iter().map(|item| item.what(locale)).collect();
                let inside = inside.join(comma(locale));
                if zh {
                    format!("新开 {n} 个{label}，每个须有：{inside}")
                } else {
                    format!("{n} new: {label}, each with {inside}")
                }
            }
            Action::Complete if zh => format!("为 {held} 补 {n} 项{label}"),
            Action::Complete => format!("{n} more of {label} for {held}"),
            Action::Raise if self.amount.is_none() => {
                let rate = self.rate.map_or_else(String::new, shown);
                if zh { format!("{label}须达到 {rate}") } else { format!("{label}: to reach {rate}") }
            }
            Action::Amount | Action::Raise => {
                let more = if self.exceed { if zh { "多于 " } else { "more than " } } else { "" };
                let rate = self.rate.map_or_else(String::new, |rate| {
                    let rate = format!("{}{}", shown(rate), self.unit);
                    bracket(&if zh { format!("须达到 {rate}") } else { format!("to reach {rate}") }, locale)
                });
                if zh {
                    format!("{label}再增{more} {amount}{rate}")
                } else {
                    format!("{label}: {more}{amount} more{rate}")
                }
            }
            Action::Cover if zh => format!("安排 {n} 天在岗（{label}）"),
            Action::Cover => format!("{n} days to be covered ({label})"),
            Action::Reduce if zh => format!("{label}减少 {n} 项，或取得豁免"),
            Action::Reduce => format!("{n} fewer of {label}, or a waiver"),
            Action::Mend if zh => format!("补齐{label} {held}"),
            Action::Mend => format!("bring into order: {label} {held}"),
        }
    }
}

fn comma(locale: Locale) -> &'static str {
    if locale == Locale::ZhCn { "，" } else { ", " }
}

fn bracket(text: &str, locale: Locale) -> String {
    if locale == Locale::ZhCn { format!("（{text}）") } else { format!(" ({text})") }
}

/// Exact where that is short; a fraction with an odd denominator is rounded down to four decimals.
fn shown(number: Exact) -> String {
    let exact = number.to_string();
    if exact.contains('/') { number.rounded_down() } else { exact }
}
