use crate::kind::field::{Id, Text, event};

event! {
    /// 补做：records stand in for a missed cell.
    MakeUp "make_up" "补做" "Make-up" {
        /// Id of the requirement.
        requirement: Id { zh: "要求", en: "Requirement" },
        /// Id of the member whose cell was missed.
        member: Option<Id> { zh: "成员", en: "Member" },
        /// The window that was missed, as verdicts name it.
        window: Id { zh: "时段", en: "Window" },
        /// Ids of the records that move into the cell; they leave every other one.
        records: Option<Vec<Id>> { zh: "补做记录", en: "Records" },
        /// Who approved it.
        approved_by: Text { zh: "批准方", en: "Approved by", personal: true },
    }
}
