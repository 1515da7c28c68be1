use crate::kind::field::{Code, Ref, Text, Time, Whole, item, record};

record! {
    /// 社区活动、培训、讲座、宣传：something held for many.
    Activity "activity" "活动" "Activity" {
        /// What it is about.
        category: Code { zh: "类别", en: "Category", list: "activity_category", topic: true },
        /// Its name.
        title: Option<Text> { zh: "活动名称", en: "Title" },
        /// Its theme.
        theme: Option<Code> { zh: "主题", en: "Theme", list: "activity_theme" },
        /// Which stage of a longer work it belongs to.
        stage: Option<Code> { zh: "阶段", en: "Stage", list: "activity_stage" },
        /// The organisation it was held for or by.
        organisation: Option<Ref> { zh: "组织", en: "Organisation", to: &["organisation"] },
        /// How many took part, without staff and volunteers on duty; a participant list with roles overrides it.
        headcount: Option<Whole> { zh: "参加人数", en: "Headcount" },
        /// How the headcount was found.
        counted_by: Option<Code> { zh: "计数方式", en: "Counted by", list: "count_method" },
        /// Who took part, as on the sign-in sheet.
        participants: Option<Vec<ActivityParticipant>> { zh: "参加者", en: "Participants" },
        /// Begin, on the day of the entry's date.
        start: Option<Time> { zh: "开始时间", en: "Start" },
        /// Length in minutes.
        minutes: Option<Whole> { zh: "时长（分钟）", en: "Minutes" },
    }
}

item! {
    /// One who took part.
    ActivityParticipant {
        /// A person, of the register.
        person: Option<Ref> { zh: "人员", en: "Person", to: &["person"] },
        /// A bare name, when no register knows the person.
        name: Option<Text> { zh: "姓名", en: "Name", personal: true },
        /// In which role.
        role: Option<Code> { zh: "角色", en: "Role", list: "participant_role" },
    }
}
