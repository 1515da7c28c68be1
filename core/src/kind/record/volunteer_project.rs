use crate::kind::field::{Amount, Code, Id, Ref, Text, item, record};
use crate::time::Date;

record! {
    /// 志愿服务项目：a project published in a volunteer system, with the hours served.
    VolunteerProject "volunteer_project" "志愿服务项目" "Volunteer project" {
        /// The system in which it was published.
        system: Code { zh: "志愿服务系统", en: "System", list: "volunteer_system" },
        /// Its id in that system.
        external_id: Option<Id> { zh: "系统内编号", en: "Id in the system" },
        /// Its name.
        title: Option<Text> { zh: "项目名称", en: "Title" },
        /// Day of publication in the system.
        published_on: Option<Date> { zh: "发布日期", en: "Published on" },
        /// Hours served.
        hours: Option<Vec<VolunteerHours>> { zh: "服务时长", en: "Hours" },
    }
}

item! {
    /// Hours that one volunteer served on one day.
    VolunteerHours {
        /// The volunteer, of the person register.
        person: Option<Ref> { zh: "志愿者", en: "Volunteer", to: &["person"] },
        /// The day.
        date: Date { zh: "日期", en: "Date" },
        /// How many hours.
        hours: Amount { zh: "小时数", en: "Hours" },
    }
}
