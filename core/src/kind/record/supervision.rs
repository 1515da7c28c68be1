use crate::kind::field::{Code, Ref, Time, Whole, record};

record! {
    /// 督导：guidance of the workers or of organisations by a supervisor.
    Supervision "supervision" "督导" "Supervision" {
        /// How: on site, online …
        mode: Code { zh: "方式", en: "Mode", list: "supervision_mode" },
        /// Begin, on the day of the entry's date.
        start: Option<Time> { zh: "开始时间", en: "Start" },
        /// Length in minutes.
        minutes: Option<Whole> { zh: "时长（分钟）", en: "Minutes" },
        /// What it included.
        parts: Option<Vec<Code>> { zh: "内容要素", en: "Parts", list: "supervision_part" },
        /// The organisations supervised.
        supervisees: Option<Vec<Ref>> { zh: "被督导单位", en: "Supervisees", to: &["organisation"] },
    }
}
