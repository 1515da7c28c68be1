use crate::kind::field::{Ref, Text, Time, Whole, record};

record! {
    /// 小组节次：one meeting of a group.
    GroupSession "group_session" "小组节次" "Group session" {
        /// The group.
        group: Ref { zh: "小组", en: "Group", to: &["group"] },
        /// Its number within the group, from 1.
        session: Option<Whole> { zh: "节次", en: "Session" },
        /// Begin, on the day of the entry's date.
        start: Option<Time> { zh: "开始时间", en: "Start" },
        /// Length in minutes.
        minutes: Option<Whole> { zh: "时长（分钟）", en: "Minutes" },
        /// Members who came, of the person register.
        present: Option<Vec<Ref>> { zh: "出席组员", en: "Present", to: &["person"] },
        /// What was done, in the worker's words.
        content: Option<Text> { zh: "内容", en: "Content", personal: true, long: true },
    }
}
