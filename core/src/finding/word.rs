//! Words and sentences of answers that are no findings, each in both locales, declared in tables with [`words!`].

use super::Locale;

/// A word or sentence; `{}` stands for what is put in, in order.
#[derive(Debug)]
pub(crate) struct Word {
    /// In Chinese.
    pub(crate) zh: &'static str,
    /// In English.
    pub(crate) en: &'static str,
}

impl Word {
    /// In a locale.
    pub(crate) fn of(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::ZhCn => self.zh,
            Locale::En => self.en,
        }
    }

    /// In a locale, with values put in.
    pub(crate) fn with(&self, locale: Locale, values: &[&str]) -> String {
        let mut values = values.iter();
        let mut parts = self.of(locale).split("{}");
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            text.push_str(values.next().copied().unwrap_or("…"));
            text.push_str(part);
        }
        text
    }
}

/// A table of words: `NAME "zh" / "en";` for each.
macro_rules! words {
    ($($name:ident $zh:literal / $en:literal;)*) => {
        $(pub(super) const $name: $crate::finding::word::Word = $crate::finding::word::Word { zh: $zh, en: $en };)*
        #[cfg(test)]
        pub(super) const ALL: &[&$crate::finding::word::Word] = &[$(&$name),*];
    };
}

/// The names of an enum's variants for readers: `Variant "zh" / "en";` for each.
macro_rules! names {
    ($of:ident { $($variant:ident $zh:literal / $en:literal;)+ }) => {
        impl $of {
            /// Its name for readers.
            #[must_use]
            pub fn label(self, locale: $crate::finding::Locale) -> &'static str {
                let name = match self {
                    $(Self::$variant => $crate::finding::word::Word { zh: $zh, en: $en },)+
                };
                name.of(locale)
            }
        }
    };
}

pub(crate) use {names, words};
