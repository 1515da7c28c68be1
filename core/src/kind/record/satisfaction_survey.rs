use crate::kind::field::{Code, Whole, item, record};

record! {
    /// 满意度调查：a survey, as counts or as answers.
    SatisfactionSurvey "satisfaction_survey" "满意度调查" "Satisfaction survey" {
        /// Whose satisfaction with what.
        scope: Code { zh: "调查范围", en: "Scope", list: "survey_scope", topic: true },
        /// Questionnaires sent out.
        sent: Option<Whole> { zh: "发放份数", en: "Sent" },
        /// Valid questionnaires returned; not beside `answers`.
        valid: Option<Whole> { zh: "有效份数", en: "Valid" },
        /// Valid ones that are satisfied; not beside `answers`.
        satisfied: Option<Whole> { zh: "满意份数", en: "Satisfied" },
        /// Valid questionnaires by answer, instead of the counts.
        answers: Option<Vec<SurveyAnswer>> { zh: "答案分布", en: "Answers" },
    }
}

item! {
    /// How often an answer was given.
    SurveyAnswer {
        /// The answer.
        answer: Code { zh: "答案", en: "Answer", list: "satisfaction_answer" },
        /// How many gave it.
        count: Whole { zh: "份数", en: "Count" },
    }
}
