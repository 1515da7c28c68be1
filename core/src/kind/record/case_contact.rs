use crate::kind::field::{Code, Ref, Text, Time, Whole, record};

record! {
    /// 个案跟进：one contact within a case.
    CaseContact "case_contact" "个案跟进" "Case contact" {
        /// The case.
        case: Ref { zh: "个案", en: "Case", to: &["case"] },
        /// How: at home, face to face, by phone …
        mode: Option<Code> { zh: "方式", en: "Mode", list: "contact_mode" },
        /// Begin, on the day of the entry's date.
        start: Option<Time> { zh: "开始时间", en: "Start" },
        /// Length in minutes.
        minutes: Option<Whole> { zh: "时长（分钟）", en: "Minutes" },
        /// What was done, in the worker's words.
        content: Option<Text> { zh: "内容", en: "Content", personal: true, long: true },
    }
}
