use crate::kind::field::{Text, event};

event! {
    /// 抽查：a check of reported work against what is found.
    SpotCheck "spot_check" "抽查" "Spot check" {
        /// Whether report and reality agree.
        consistent: Option<bool> { zh: "是否相符", en: "Consistent" },
        /// What was found wanting.
        issue: Option<Text> { zh: "问题", en: "Issue" },
    }
}
