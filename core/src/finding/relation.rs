//! Codes of entries that do not fit together; they never reject one.

use super::code::codes;

codes! {
    /// A reference leads to no entry that stands.
    DANGLING_REFERENCE = "dangling_reference" Warning ["target", "kinds"]
        zh "所引用的{kinds:kind} {target} 不存在或已作废" / "补录该条目，或更正所引用的编号"
        en "reference to {kinds:kind} {target}, which does not exist or was taken back" / "enter it, or correct the id";
    /// Corrections lead back to one another.
    RETRACTION_CYCLE = "retraction_cycle" Defect ["ids"]
        zh "更正或作废首尾相接：{ids}，均不计数" / "重新录入应保留的一条，使用新编号"
        en "corrections lead back to one another: {ids}; none counts" / "enter the one to keep anew under a new id";
    /// A correction names no entry that there is.
    RETRACTION_DANGLING = "retraction_dangling" Warning ["target"]
        zh "被更正或作废的记录 {target} 不存在" / "核对编号；原记录可能被退回"
        en "the entry {target} that it replaces or takes back does not exist" / "check the id; the original may have been rejected";
    /// A contact lies before the day on which its case was opened.
    CONTACT_BEFORE_CASE_OPENED = "contact_before_case_opened" Warning ["date", "opened"]
        zh "跟进日期 {date} 早于接案日期 {opened}" / "核对跟进日期与接案日期"
        en "contact on {date}, before the case was opened on {opened}" / "check both days";
    /// A contact lies after the day on which its case was closed.
    CONTACT_AFTER_CASE_CLOSED = "contact_after_case_closed" Warning ["date", "closed"]
        zh "跟进日期 {date} 晚于结案日期 {closed}" / "核对日期；结案后的跟进另立新案"
        en "contact on {date}, after the case was closed on {closed}" / "check both days; open a new case for new work";
    /// Numbers are missing among a group's sessions.
    SESSION_GAP = "session_gap" Warning ["group", "numbers"]
        zh "小组 {group} 缺第 {numbers} 节" / "补录缺少的节次，或更正节次编号"
        en "group {group} has no session {numbers}" / "enter the missing sessions, or correct the numbers";
    /// One number stands for several sessions of a group.
    SESSION_REPEATED = "session_repeated" Warning ["group", "number"]
        zh "小组 {group} 有多条第 {number} 节" / "更正节次编号，或作废重复的一条"
        en "group {group} has several sessions {number}" / "correct the numbers, or withdraw the duplicate";
    /// A group met more than once on a day.
    SESSIONS_SAME_DAY = "sessions_same_day" Warning ["group", "date"]
        zh "小组 {group} 在 {date} 有多节" / "核对各节日期"
        en "group {group} has several sessions on {date}" / "check the days of the sessions";
    /// A worker had no posting to the package on the day.
    WORKER_NOT_POSTED = "worker_not_posted" Warning ["staff", "date"]
        zh "工作人员 {staff} 在 {date} 没有派驻本项目包" / "在工作人员名册补录派驻，或更正记录中的人员"
        en "{staff} had no posting to this package on {date}" / "add the posting to the staff register, or correct the worker";
    /// An entry came more than thirty days after what it tells of.
    LATE_ENTRY = "late_entry" Note ["days"]
        zh "发生后 {days} 天才录入" / "及时录入；评估可能要求说明补录原因"
        en "entered {days} days afterwards" / "enter work promptly; evaluators may ask for the reason";
    /// Something happened to a contract after its termination.
    EVENT_AFTER_TERMINATION = "event_after_termination" Warning ["date", "terminated"]
        zh "事件日期 {date} 晚于合同终止日期 {terminated}" / "核对事件日期"
        en "event on {date}, after the termination on {terminated}" / "check the day of the event";
}
