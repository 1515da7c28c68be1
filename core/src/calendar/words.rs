//! The words of the calendar, each in both locales.

use super::duty::{Duty, DutyState};
use crate::finding::word::{Word, names, words};
use crate::package::model::Labels;

words! {
    RECTIFICATION "责令整改" / "Order to rectify";
    EXTENSION_END "延长后的服务期满" / "End of the service as extended";
    SERVICE_END "合同约定的服务期满" / "End of the service as agreed";
    SUMMARY "{}（{}）" / "{} ({})";
    DESCRIPTION "{}\n条款：{}\n期间：{} 至 {}" / "{}\nClause: {}\nWindow: {} to {}";
    NO_CLAUSE "–" / "–";
}

/// A word as the name of a duty that no package names.
pub(super) fn labels(word: &Word) -> Labels {
    Labels { zh: word.zh.into(), en: word.en.into() }
}

names! {
    DutyState {
        Done "已完成" / "done";
        DoneLate "逾期完成" / "done late";
        Due "待完成" / "due";
        Overdue "已逾期" / "overdue";
        Unreachable "不可补救" / "out of reach";
        Waived "已豁免" / "waived";
    }
}

impl Duty {
    /// Its name in the ids of events; readers do not see it.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Period => "period",
            Self::Requirement => "requirement",
            Self::Evaluation => "evaluation",
            Self::Rectification => "rectification",
            Self::ExtensionEnd => "extension-end",
            Self::ServiceEnd => "service-end",
        }
    }
}

#[cfg(test)]
#[test]
fn every_word_is_in_both_locales() {
    let places = |text: &str| text.matches("{}").count();
    for word in ALL {
        assert!(!word.zh.is_empty() && !word.en.is_empty() && places(word.zh) == places(word.en), "{word:?}");
    }
}
