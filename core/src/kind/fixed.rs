//! Code lists that rules of the core name, and that no package can change.

use crate::json::is_same;

/// A code list of the core.
#[derive(Debug)]
pub struct FixedList {
    /// Its name, as fields give it.
    pub name: &'static str,
    /// Its codes.
    pub codes: &'static [FixedCode],
}

/// A code of the core.
#[derive(Debug)]
pub struct FixedCode {
    /// The word on the wire.
    pub code: &'static str,
    /// Chinese label.
    pub zh: &'static str,
    /// English label.
    pub en: &'static str,
}

/// The lists `stage`, `verdict` and `register`.
pub const LISTS: &[FixedList] = &[
    FixedList {
        name: "stage",
        codes: &[
            code("midterm", "中期评估", "Mid-term evaluation"),
            code("final", "末期评估", "Final evaluation"),
            code("third_party", "第三方评估", "Third-party evaluation"),
        ],
    },
    FixedList {
        name: "verdict",
        codes: &[code("qualified", "合格", "Qualified"), code("unqualified", "不合格", "Unqualified")],
    },
    FixedList {
        name: "register",
        codes: &[
            code("person", "人员", "Person"),
            code("household", "户", "Household"),
            code("organisation", "组织", "Organisation"),
            code("staff", "工作人员", "Staff"),
            code("project", "项目", "Project"),
            code("outlet", "媒体", "Outlet"),
            code("site", "点位", "Site"),
        ],
    },
];

/// The list of this name, if it is one of the core's.
#[must_use]
pub fn find(list: &str) -> Option<&'static FixedList> {
    LISTS.iter().find(|fixed| is_same(fixed.name, list))
}

impl FixedList {
    /// Whether the list has this code.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.codes.iter().any(|fixed| is_same(fixed.code, code))
    }
}

const fn code(code: &'static str, zh: &'static str, en: &'static str) -> FixedCode {
    FixedCode { code, zh, en }
}
