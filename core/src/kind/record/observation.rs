use crate::kind::field::{Amount, Code, Ref, record};
use crate::time::Period;

record! {
    /// 产量、收入等结果：a measured result.
    Observation "observation" "结果" "Observation" {
        /// What it is about.
        category: Code { zh: "类别", en: "Category", list: "observation_category", topic: true },
        /// Of what: a site, a household or a person.
        subject: Option<Ref> { zh: "观测对象", en: "Subject", to: &["site", "household", "person"] },
        /// The season or other period that it is about.
        season: Option<Period> { zh: "季度或年度", en: "Season" },
        /// Gross value, in the unit of the category.
        gross: Option<Amount> { zh: "总值", en: "Gross" },
        /// Net value, in the unit of the category.
        net: Option<Amount> { zh: "净值", en: "Net" },
        /// Quantity, in the unit of the category.
        quantity: Option<Amount> { zh: "数量", en: "Quantity" },
    }
}
