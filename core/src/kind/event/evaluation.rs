use crate::kind::field::{Amount, Code, Text, event, item};

event! {
    /// 评估：an evaluation with a score, marks or a verdict.
    Evaluation "evaluation" "评估" "Evaluation" {
        /// Which evaluation.
        stage: Code { zh: "评估阶段", en: "Stage", list: "stage", topic: true },
        /// Score out of 100.
        score: Option<Amount> { zh: "得分", en: "Score" },
        /// Marks by aspect, weighted by the contract when there is no score.
        marks: Option<Vec<EvaluationMark>> { zh: "分项得分", en: "Marks" },
        /// Verdict.
        verdict: Option<Code> { zh: "结论", en: "Verdict", list: "verdict" },
        /// Who evaluated.
        evaluator: Option<Text> { zh: "评估方", en: "Evaluator", personal: true },
    }
}

item! {
    /// The mark of one aspect.
    EvaluationMark {
        /// The aspect.
        aspect: Code { zh: "评估方面", en: "Aspect", list: "aspect" },
        /// The mark.
        mark: Amount { zh: "得分", en: "Mark" },
        /// The full mark; 100 when absent, unless no mark exceeds the weight of its aspect:
        /// then they may be out of these, and there is no score.
        full: Option<Amount> { zh: "满分", en: "Full mark" },
    }
}
