use crate::kind::field::{Code, Ref, Text, Whole, record};
use crate::time::{Date, Period};

record! {
    /// 报告、清单、制度、档案、案例：a paper that is handed in or kept.
    Document "document" "文档" "Document" {
        /// What it is about.
        category: Code { zh: "类别", en: "Category", list: "document_category", topic: true },
        /// Its title.
        title: Option<Text> { zh: "标题", en: "Title" },
        /// The week, month, quarter or year that it is about.
        period: Option<Period> { zh: "所属期间", en: "Period" },
        /// The projects that it covers.
        projects: Option<Vec<Ref>> { zh: "涉及项目", en: "Projects", to: &["project"] },
        /// The case that it is about.
        case: Option<Ref> { zh: "个案", en: "Case", to: &["case"] },
        /// What it includes.
        parts: Option<Vec<Code>> { zh: "组成部分", en: "Parts", list: "document_part" },
        /// Methods of the survey behind it.
        methods: Option<Vec<Code>> { zh: "调研方法", en: "Survey methods", list: "survey_method" },
        /// Its entries, one text each; of a list or catalogue.
        items: Option<Vec<Text>> { zh: "条目", en: "Items", personal: true },
        /// Day on which it was handed in.
        submitted_on: Option<Date> { zh: "提交日期", en: "Submitted on" },
        /// To whom it was handed in.
        submitted_to: Option<Code> { zh: "提交对象", en: "Submitted to", list: "recipient" },
        /// Day of the version.
        version_date: Option<Date> { zh: "版本日期", en: "Version of" },
        /// Copies printed or given out.
        copies: Option<Whole> { zh: "份数", en: "Copies" },
    }
}
