use crate::kind::field::event;

event! {
    /// 撤回：takes another entry back; `voids` and `reason` are required.
    Withdrawal "withdrawal" "撤回" "Withdrawal" {}
}
