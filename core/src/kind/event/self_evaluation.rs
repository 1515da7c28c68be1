use crate::kind::field::{Code, event};

event! {
    /// 自评：the provider handed in its own evaluation.
    SelfEvaluation "self_evaluation" "自评" "Self-evaluation" {
        /// Before which evaluation.
        stage: Code { zh: "评估阶段", en: "Stage", list: "stage", topic: true },
    }
}
