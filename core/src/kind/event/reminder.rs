use crate::kind::field::{Text, event};

event! {
    /// 催办：a reminder of an order not yet carried out.
    Reminder "reminder" "催办" "Reminder" {
        /// The problem, in the words by which it is followed up.
        issue: Text { zh: "问题", en: "Issue" },
    }
}
