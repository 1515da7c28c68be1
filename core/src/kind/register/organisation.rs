use crate::kind::field::{Code, Ref, Text, item, register};
use crate::time::Date;

register! {
    /// 组织：a social organisation, volunteer team or incubated group.
    Organisation "organisation" "组织" "Organisation" {
        /// Name.
        name: Option<Text> { zh: "名称", en: "Name", personal: true },
        /// What sort of organisation.
        category: Option<Code> { zh: "类别", en: "Category", list: "organisation_category", topic: true },
        /// Registered, incubating …
        status: Option<Code> { zh: "状态", en: "Status", list: "organisation_status" },
        /// Its members.
        members: Option<Vec<OrganisationMember>> { zh: "成员", en: "Members" },
    }
}

item! {
    /// A member during some time.
    OrganisationMember {
        /// A person, of the register.
        person: Option<Ref> { zh: "人员", en: "Person", to: &["person"] },
        /// A bare name, when no register knows the person.
        name: Option<Text> { zh: "姓名", en: "Name", personal: true },
        /// In which role.
        role: Option<Code> { zh: "角色", en: "Role", list: "member_role" },
        /// Whether one of the core members.
        core: Option<bool> { zh: "是否骨干", en: "Core member" },
        /// First day; unknown when absent and `to` is given.
        from: Option<Date> { zh: "起始日期", en: "From" },
        /// Last day, inclusive; open when absent.
        to: Option<Date> { zh: "终止日期", en: "To" },
    }
}
