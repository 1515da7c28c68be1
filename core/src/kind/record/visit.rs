use crate::kind::field::{Code, Ref, Text, Time, Whole, item, record};

record! {
    /// 探访、走访：a call on persons, households or organisations, also the monthly follow-up of an incubated organisation.
    Visit "visit" "探访" "Visit" {
        /// How: at home, on site, by phone …
        mode: Code { zh: "方式", en: "Mode", list: "visit_mode" },
        /// What for.
        category: Code { zh: "类别", en: "Category", list: "visit_category", topic: true },
        /// Who was visited; several in one call.
        subjects: Option<Vec<VisitSubject>> { zh: "探访对象", en: "Visited" },
        /// Begin.
        start: Option<Time> { zh: "开始时间", en: "Start" },
        /// Length in minutes.
        minutes: Option<Whole> { zh: "时长（分钟）", en: "Minutes" },
        /// What it included.
        parts: Option<Vec<Code>> { zh: "内容要素", en: "Parts", list: "visit_part" },
        /// Situation, needs and what was done.
        content: Option<Text> { zh: "内容", en: "Content", personal: true, long: true },
    }
}

item! {
    /// One of those visited.
    VisitSubject {
        /// A person.
        person: Option<Ref> { zh: "人员", en: "Person", to: &["person"] },
        /// A household.
        household: Option<Ref> { zh: "户", en: "Household", to: &["household"] },
        /// An organisation.
        organisation: Option<Ref> { zh: "组织", en: "Organisation", to: &["organisation"] },
        /// A bare name, when no register knows the person.
        name: Option<Text> { zh: "姓名", en: "Name", personal: true },
    }
}
