use crate::kind::field::event;

event! {
    /// 终止合同：ends the contract early.
    Termination "termination" "终止合同" "Termination" {}
}
