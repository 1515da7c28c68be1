use crate::kind::field::{Code, Text, event};
use crate::time::Date;

event! {
    /// 责令整改：an order to put something right.
    RectificationOrder "rectification_order" "责令整改" "Rectification order" {
        /// The problem, in the words by which it is followed up.
        issue: Text { zh: "问题", en: "Issue" },
        /// The evaluation that it follows from.
        stage: Option<Code> { zh: "评估阶段", en: "Stage", list: "stage" },
        /// Day by which it is to be done.
        due: Option<Date> { zh: "整改期限", en: "Due" },
    }
}
