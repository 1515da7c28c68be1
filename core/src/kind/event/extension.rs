use crate::kind::field::{Code, event};
use crate::time::Date;

event! {
    /// 延长服务期：moves the end of the service.
    Extension "extension" "延长服务期" "Extension" {
        /// New last day of the service.
        new_end: Date { zh: "新的结束日期", en: "New end" },
        /// The evaluation that it follows from.
        stage: Option<Code> { zh: "评估阶段", en: "Stage", list: "stage" },
    }
}
