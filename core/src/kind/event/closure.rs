use crate::kind::field::event;

event! {
    /// 结项：closes the contract.
    Closure "closure" "结项" "Closure" {}
}
