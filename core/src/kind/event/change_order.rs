use crate::kind::field::{Id, event};

event! {
    /// 变更：another version of the package holds from `date` on.
    ChangeOrder "change_order" "变更" "Change order" {
        /// Version of the package.
        version: Id { zh: "项目包版本", en: "Version" },
    }
}
