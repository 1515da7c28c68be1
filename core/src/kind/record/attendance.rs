use crate::kind::field::{Ref, Time, record};

record! {
    /// 考勤：a member of staff at work on a day.
    Attendance "attendance" "考勤" "Attendance" {
        /// The member of staff.
        worker: Ref { zh: "出勤人员", en: "Worker present", to: &["staff"] },
        /// Begin of work.
        from: Option<Time> { zh: "上班时间", en: "From" },
        /// End of work.
        to: Option<Time> { zh: "下班时间", en: "To" },
    }
}
