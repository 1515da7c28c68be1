use crate::kind::field::{Id, Text, event};

event! {
    /// 豁免：a requirement, a member or window of it, or a condition on one record need not be met.
    Waiver "waiver" "豁免" "Waiver" {
        /// Id of the requirement, or of a part of it.
        requirement: Option<Id> { zh: "要求", en: "Requirement" },
        /// Id of the member; all members when absent.
        member: Option<Id> { zh: "成员", en: "Member" },
        /// The window, as verdicts name it; all windows when absent.
        window: Option<Id> { zh: "时段", en: "Window" },
        /// Id of the record.
        record: Option<Id> { zh: "记录", en: "Record" },
        /// Named condition, or code, that the record need not meet.
        condition: Option<Id> { zh: "条件", en: "Condition" },
        /// Who approved it.
        approved_by: Text { zh: "批准方", en: "Approved by", personal: true },
    }
}
