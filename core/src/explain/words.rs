//! The words of reports, each in both locales. Messages of findings stand in [`crate::finding`].

pub(super) use crate::finding::word::Word;
use crate::finding::word::words;

words! {
    TITLE "结项说明：{}" / "Closing report: {}";
    DECISION "结项结论：{}" / "Closing decision: {}";
    REMARKED "{}（{}）" / "{} ({})";
    AS_OF "截至 {} 日终" / "at the end of {}";
    DAYS_LEFT "服务期未满，距 {} 还有 {} 天" / "the service runs to {}, {} more days";
    CLAUSE_NUMBER "第{}条" / "clause {}";
    PARTS_LEFT "未完成的部分：{}" / "parts not done: {}";
    READINGS_FOLD "共 {} 条，其中合同约定 {} 条" / "{} in all, {} set by the contract";
    BLOCKED_BY "{} 项条件未满足，{} 项资料待补" / "{} conditions are not satisfied, data are missing on {}";
    CONTRACT "合同" / "Contract";
    PACKAGE "项目包" / "Package";
    VERSION "版本 {}" / "version {}";
    PROVIDER "承接机构" / "Provider";
    PURCHASER "采购方" / "Purchaser";
    SERVICE "服务期" / "Service";
    EXTENDED "原定至 {}，经 {} 延期" / "agreed to {}, extended by {}";
    STATE "状态" / "State";
    COMPLETION "指标完成" / "Indicators met";
    PROGRESS "平均进度" / "Mean progress";
    BLOCKERS "阻碍结项的事项" / "What blocks closing";
    MISSING "待补资料" / "Missing to decide";
    NEXT_STEPS "依条款的下一步" / "Next steps by clause";
    DUTY "应当" / "must";
    RIGHT "有权" / "may";
    INDICATORS "项目指标" / "Indicators";
    NEEDS "结项的其他条件" / "What else closing needs";
    STAGES "评估" / "Evaluations";
    ORDERS "责令整改" / "Orders to rectify";
    TRIGGERS "已成立的权利或义务" / "Rights and duties that have arisen";
    OBLIGATIONS "项目内容（不计入完成率）" / "Obligations (outside completion)";
    PROVIDER_NEEDS "对承接机构的要求" / "Requirements on the provider";
    READINGS "所采用的读法" / "Readings in force";
    PHRASE "原文用语" / "Phrase";
    OPTION "采用" / "Option";
    CHOSEN "由来" / "Origin";
    BY_DEFAULT "默认" / "default";
    BY_CONTRACT "合同约定" / "contract";
    FINDINGS "核对发现（{} 条）" / "Findings ({})";
    HOLDING "{}，目前符合" / "{}, holding now";
    OVERDUE "{}，已逾期" / "{}, overdue";
    TEXT_ONLY "无可计量内容" / "nothing measurable";
    WAIVED_STATUS "已豁免" / "waived";
    COMPARED "要求 {} {}，现有 {}" / "needs {} {}, has {}";
    UP_TO "{}（资料补齐后至多 {}）" / "{} (up to {} once data are supplied)";
    UNBOUNDED "不定" / "any number";
    UNDEFINED "尚无法计算" / "not defined yet";
    TARGET_UNKNOWN "（待定）" / "(not known)";
    SHORT "尚缺 {}{}" / "short by {}{}";
    EXCEEDED "超出 {}{}" / "too many by {}{}";
    ON_LIMIT "恰为界限值，不含本数" / "exactly on the limit, which does not count";
    STILL_OPEN "期限未过，仍可完成" / "time remains";
    TIME_OVER "期限已过，只能取得豁免或以服务期内的记录补做" / "time is over; only a waiver, or a make-up with records inside the service, helps";
    LATE_COUNTS "期限已过，逾期补交仍计数" / "time is over; handed in late, it still counts";
    DAYS "期间 {} 至 {}" / "from {} to {}";
    UNTIL_CLOSING "结项前仍可补办、补交" / "can still be supplied until closing";
    WAITS_FOR "须待 {} 发生后起算" / "waits for {}, which has not happened";
    INFEASIBLE "按现有条件不可能达到，需变更合同或取得豁免" / "cannot be reached as things are; needs a change order or a waiver";
    WAIVED "已由 {} 批准豁免（{}）" / "waived by {} ({})";
    LACKS "缺少：{}" / "missing: {}";
    UNCOVERED "无人在岗或未覆盖：{}" / "days not covered: {}";
    DAY_SPAN "{} 至 {}" / "{} to {}";
    CHECK_WARN "提示" / "warning";
    CHECK_UNKNOWN "待定" / "undecided";
    CHECK_INFEASIBLE "不可行" / "infeasible";
    BOUNDARY "临界：{}；换另一读法，结果为{}" / "boundary: {}; read otherwise it would be {}";
    READING "采用读法：{}" / "readings: {}";
    READ_AS "“{}”按“{}”" / "“{}” as “{}”";
    NO_BAND "不落入任何档" / "no band";
    ARISEN "成立" / "arisen";
    NOT_ARISEN "不成立" / "not arisen";
    CELLS "期间或对象共 {} 个：达成 {}，豁免 {}，未达成 {}，进行中 {}，待定 {}" / "{} periods or members: {} met, {} waived, {} not met, {} open, {} unknown";
    NOT_BEGUN "尚未开始：{}" / "not begun: {}";
    MEMBERS "对象" / "Member";
    WINDOW "期间" / "Period";
    OUTCOME "结果" / "Outcome";
    FIGURES "要求与现有" / "Needed and found";
    DUE "截止" / "Due";
    COUNTED "计入" / "Counted";
    CELLS_LEFT "未完成的期间或对象：{}" / "not done: {}";
    CELLS_DONE "已完成的期间或对象（{}）" / "Periods or members done ({})";
    RECORDS_COUNTED "计入的记录（{}）" / "Records that count ({})";
    RECORDS_PERHAPS "待确认的记录（{}）" / "Records that perhaps count ({})";
    RECORDS_NOT "未计入的记录及原因（{}）" / "Records that do not count, and why ({})";
    PERHAPS_OTHER "资料不全，补齐后方可确认" / "data are missing; supply them to make sure";
    AND_MORE "{} 等 {} 条" / "{} and others, {} in all";
    EVALUATION "评估记录" / "Evaluation";
    NOT_HELD "尚无评估记录" / "no evaluation yet";
    DATE "日期" / "Date";
    SCORE "得分" / "Score";
    VERDICT "结论" / "Verdict";
    BAND "所落档次" / "Band";
    PASSED "通过" / "passed";
    FAILED "未通过或有应办未办" / "failing, or duties are open";
    NO_SCORE "无得分或结论" / "no score or verdict";
    DONE_BY "已由 {} 办理" / "done by {}";
    NOT_DONE "未办理" / "not done";
    NEW_END "按规则延至 {}" / "by the rule up to {}";
    ORDER_ISSUE "事由 {}" / "issue {}";
    ORDER_DUE "限期 {}" / "due {}";
    ORDER_REMINDED "已提醒 {} 次" / "{} reminders";
    CURED "已整改（{}）" / "cured by {}";
    NOT_CURED "未整改" / "not cured";
    NOTE "本说明由台账与合同逐条得出，括注条款号；是否结项由有权方决定。" / "Worked out from the ledger and the contract, clause by clause; closing itself is decided by those entitled to.";
    KEEP_UNTIL "目前符合，保持至 {} 期满即达成" / "holding now; met if it holds until {}";
    PART "第 {} 项" / "part {}";
    TIMES "{}（{} 处）" / "{} ({} places)";
    CLAUSE_SEPARATOR "；" / "; ";
    AGENDA_OVERDUE "待办：已逾期，请尽快补交" / "To do: overdue, still to be handed in";
    AGENDA_DATA "待办：先补齐资料" / "To do: data to be supplied first";
    AGENDA_WEEK "待办：7 天内（至 {}）" / "To do: within 7 days (to {})";
    AGENDA_WEEK_EMPTY "7 天内没有到期的事项；可先办下列各项。" / "Nothing falls due within 7 days; what follows can be done already.";
    AGENDA_MONTH "待办：30 天内（至 {}）" / "To do: within 30 days (to {})";
    AGENDA_LATER "待办：此后" / "To do: later";
    AGENDA_UNTIL_CLOSING "待办：结项前，无固定期限" / "To do: before closing, on no fixed day";
    AGENDA_WAIVER "已不能补救：须取得豁免、补做或变更" / "Out of reach: needs a waiver, a make-up or a change order";
    AGENDA_HOLD "须持续保持" / "To be kept up";
    AGENDA_OUTSIDE "不计入完成率的义务" / "Duties outside completion";
    HOLD_ON "目前符合，保持至期满" / "holding now; keep it up to the end";
    HOLD_EVALUATION "办理{}，并录入评估结论" / "hold the evaluation {}, and enter its result";
    RECTIFY "{}：{}，整改后录入整改完成" / "{}: {}; rectify it and enter that it is done";
    LATE_UNTIL "，逾期的最迟 {} 补交仍计数" / ", and by {} at the latest it still counts";
    PER_MONTH "，每月约 {} 项" / ", about {} a month";
    EACH_OF "{}：各{}" / "{}: for each, {}";
    ONE_OF "{}：{}" / "{}: {}";
    JOINTLY "，可由一条记录一并完成" / ", which one record may do for all";
    WHO "由谁办" / "By";
    CLAUSE "条款与指标" / "Clause and requirement";
    TO_DO "要做的" / "To do";
    LIST_SEPARATOR "、" / ", ";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Locale;

    #[test]
    fn every_word_says_the_same_in_both_locales() {
        for word in ALL.iter().copied() {
            assert!(!word.zh.is_empty() && !word.en.is_empty());
            assert_eq!(word.zh.matches("{}").count(), word.en.matches("{}").count(), "{word:?}");
        }
    }

    #[test]
    fn values_are_put_in_as_they_are() {
        assert_eq!(COMPARED.with(Locale::En, &["≥", "6", "{}"]), "needs ≥ 6, has {}");
    }
}
