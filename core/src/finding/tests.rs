use super::*;
use std::collections::BTreeSet;

/// Names in braces, without their vocabularies.
fn placeholders(template: &str) -> BTreeSet<&str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name.split(':').next().unwrap())
        .collect()
}

#[test]
fn every_code_has_one_name_and_words_in_both_locales() {
    let mut names = BTreeSet::new();
    for code in all() {
        let name = code.as_str();
        assert!(names.insert(name), "{name} stands in two tables");
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'), "{name}");
        #[cfg(feature = "answer-schemas")]
        assert!(!code.doc().is_empty(), "{name}");
        for locale in Locale::ALL {
            let words = code.words(locale);
            for text in [words.message, words.help] {
                assert!(!text.is_empty() && !text.ends_with(['.', '。']), "{name}: {text}");
                let known = code.params().iter().copied().collect();
                assert!(placeholders(text).is_subset(&known), "{name}: {text}");
            }
        }
    }
}

#[test]
fn messages_are_filled_in() {
    let finding = Finding::new(relation::LATE_ENTRY).with("days", 41);
    assert_eq!(finding.message(Locale::En), "entered 41 days afterwards");
    assert_eq!(finding.message(Locale::ZhCn), "发生后 41 天才录入");
}

#[test]
fn words_of_the_core_are_said_in_the_locale() {
    let finding = Finding::new(lifecycle::EVALUATION_MISSING).with("stage", "midterm");
    assert_eq!(finding.message(Locale::ZhCn), "没有中期评估的记录");
    let finding = Finding::new(relation::DANGLING_REFERENCE).with("kinds", "person, household").with("target", "p-1");
    assert!(finding.message(Locale::ZhCn).contains("人员、户"), "{}", finding.message(Locale::ZhCn));
    assert!(finding.message(Locale::En).contains("Person, Household p-1"), "{}", finding.message(Locale::En));
}
