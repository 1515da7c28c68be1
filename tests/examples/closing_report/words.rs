//! The report's own words.

use jiexiang::finding::Locale;

/// One word of the report in both locales.
pub(crate) struct Word(pub(crate) &'static str, pub(crate) &'static str);

impl Word {
    pub(crate) fn of(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::ZhCn => self.0,
            Locale::En => self.1,
        }
    }
}

pub(crate) const SERVICE: Word = Word("服务期", "service");
pub(crate) const AS_OF: Word = Word("评判日", "judged as of");
pub(crate) const EXTENDED: Word = Word("已延期", "extended");
pub(crate) const INDICATORS: Word = Word("项目指标", "Indicators");
pub(crate) const OBLIGATIONS: Word = Word("项目内容与监管事项（不计入完成率）", "Obligations (outside completion)");
pub(crate) const PROVIDER: Word = Word("对项目实施机构的要求", "Requirements on the provider");
pub(crate) const LIFECYCLE: Word = Word("项目过程", "Lifecycle");
pub(crate) const CLOSING: Word = Word("结项", "Closing");
pub(crate) const COMPLETION: Word = Word("指标完成", "indicators met");
pub(crate) const NOT_COUNTED: Word = Word("未计入", "not counted");
pub(crate) const MISSING: Word = Word("缺", "missing");
pub(crate) const CELLS: Word = Word("个期间或对象", "periods or members");
pub(crate) const DAYS_UNCOVERED: Word = Word("无人在岗的日期", "days uncovered");
pub(crate) const WAIVED: Word = Word("豁免", "waived");
pub(crate) const BOUNDARY: Word = Word("临界：若采用另一读法", "boundary: under the other reading");
pub(crate) const TEXT_ONLY: Word = Word("无可计量内容", "nothing measurable");
pub(crate) const HOLDING: Word = Word("目前符合", "holding");
pub(crate) const INFEASIBLE: Word = Word("不可行，需变更合同或豁免", "infeasible: needs a change order or waiver");
pub(crate) const OVERDUE: Word = Word("逾期", "overdue");
pub(crate) const STATE: Word = Word("状态", "state");
pub(crate) const SCORE: Word = Word("得分", "score");
pub(crate) const NONE: Word = Word("无记录", "no record");
pub(crate) const DONE_BY: Word = Word("已办", "done by");
pub(crate) const NOT_DONE: Word = Word("未办", "not done");
pub(crate) const CURED_BY: Word = Word("已整改", "cured by");
pub(crate) const NOT_CURED: Word = Word("未整改", "not cured");
pub(crate) const ORDER: Word = Word("整改单", "order");
pub(crate) const NEXT_STEPS: Word = Word("下一步", "Next steps");
pub(crate) const DUTY: Word = Word("应当", "must");
pub(crate) const RIGHT: Word = Word("有权", "may");
pub(crate) const DECISION: Word = Word("结论", "decision");
pub(crate) const BLOCKERS: Word = Word("阻碍", "blockers");
pub(crate) const UNDECIDED: Word = Word("待补资料", "missing to decide");
pub(crate) const CLAUSE: Word = Word("条款", "clause");
pub(crate) const BAD_LINES: Word = Word("有问题的行", "Lines with findings");
pub(crate) const REJECTED: Word = Word("未录入", "rejected");
pub(crate) const FINDINGS: Word = Word("核对发现", "Findings");
pub(crate) const MORE: Word = Word("另有", "and more:");
pub(crate) const READINGS: Word = Word("读法与临界值", "Readings and boundaries");
pub(crate) const DECISIVE: Word = Word("换用其他读法会改变结果的：", "another option would change a verdict of:");
pub(crate) const INTEGRITY: Word = Word("真实性核对", "Integrity");
pub(crate) const NEEDED: Word = Word("要求", "needed:");
pub(crate) const ARISEN: Word = Word("已成立", "has arisen");
