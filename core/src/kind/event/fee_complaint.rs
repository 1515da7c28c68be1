use crate::kind::field::event;

event! {
    /// 收费投诉：a complaint that clients were charged.
    FeeComplaint "fee_complaint" "收费投诉" "Fee complaint" {
        /// Whether it proved true.
        upheld: Option<bool> { zh: "是否属实", en: "Upheld" },
    }
}
