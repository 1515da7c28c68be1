use crate::kind::field::{Ref, Text, record};
use crate::time::Date;

record! {
    /// 个案：work with one client from opening to closing; `date` is the day it was opened.
    Case "case" "个案" "Case" {
        /// The client, of the person register.
        client: Ref { zh: "服务对象", en: "Client", to: &["person"] },
        /// Day on which the case was closed; open when absent.
        closed: Option<Date> { zh: "结案日期", en: "Closed on" },
        /// Whether the client agreed.
        consent: Option<bool> { zh: "服务对象同意", en: "Client's consent" },
        /// Whether a minor's guardian agreed.
        guardian_consent: Option<bool> { zh: "监护人同意", en: "Guardian's consent" },
        /// What the work aims at.
        goal: Option<Text> { zh: "目标", en: "Goal", personal: true, long: true },
    }
}
