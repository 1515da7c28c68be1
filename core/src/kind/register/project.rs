use crate::kind::field::{Code, Text, register};

register! {
    /// 项目：one of the projects that reports cover.
    Project "project" "项目" "Project" {
        /// Name.
        name: Option<Text> { zh: "名称", en: "Name" },
        /// Running, finished …
        status: Option<Code> { zh: "状态", en: "Status", list: "project_status" },
    }
}
