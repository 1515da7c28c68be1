use crate::kind::field::event;
use crate::time::Date;

event! {
    /// 服务中断：the service stood still from `date` on.
    Interruption "interruption" "服务中断" "Interruption" {
        /// Last day of the interruption; going on when absent.
        until: Option<Date> { zh: "中断至", en: "Until" },
    }
}
