use crate::kind::field::{Text, event};

event! {
    /// 整改完成：an issue was put right.
    Rectified "rectified" "整改完成" "Rectified" {
        /// The problem, in the words by which it is followed up.
        issue: Text { zh: "问题", en: "Issue" },
    }
}
