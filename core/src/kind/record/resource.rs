use crate::kind::field::{Amount, Code, Text, record};

record! {
    /// 慈善资源、基金、支出：money, goods or services that came in or went out.
    Resource "resource" "资源" "Resource" {
        /// What it is about.
        category: Code { zh: "类别", en: "Category", list: "resource_category", topic: true },
        /// Who gave it.
        donor: Option<Text> { zh: "捐赠方", en: "Donor", personal: true },
        /// Who received it.
        payee: Option<Text> { zh: "受益方或收款方", en: "Payee", personal: true },
        /// Money, goods, services …
        form: Option<Code> { zh: "形式", en: "Form", list: "resource_form" },
        /// Its value, in yuan.
        value: Option<Amount> { zh: "价值（元）", en: "Value (yuan)" },
    }
}
