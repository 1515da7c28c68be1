use crate::kind::field::event;

event! {
    /// 验收：the purchaser accepted the work or did not.
    Acceptance "acceptance" "验收" "Acceptance" {
        /// Whether it passed.
        passed: bool { zh: "是否通过", en: "Passed" },
    }
}
