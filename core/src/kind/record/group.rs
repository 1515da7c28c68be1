use crate::kind::field::{Ref, Text, Whole, record};

record! {
    /// 小组：a group that meets several times; `date` is the day it was formed.
    Group "group" "小组" "Group" {
        /// Its name.
        title: Option<Text> { zh: "小组名称", en: "Title" },
        /// The plan, in words.
        plan: Option<Text> { zh: "小组计划", en: "Plan", personal: true, long: true },
        /// Its members, of the person register.
        members: Option<Vec<Ref>> { zh: "组员", en: "Members", to: &["person"] },
        /// How many sessions are planned.
        planned_sessions: Option<Whole> { zh: "计划节数", en: "Planned sessions" },
    }
}
