//! Codes of one entry that says something its kind, or the package, cannot take.

use super::code::codes;

codes! {
    /// `kind` names no kind.
    UNKNOWN_KIND = "unknown_kind" Error ["kind"]
        zh "没有名为 `{kind}` 的记录类型" / "核对 kind 的拼写"
        en "there is no kind `{kind}`" / "check the spelling of `kind`";
    /// A code is not in its list.
    UNKNOWN_CODE = "unknown_code" Error ["code", "list"]
        zh "代码表 {list} 中没有代码 `{code}`" / "改用代码表中的代码"
        en "list {list} has no code `{code}`" / "use a code of the list";
    /// An attribute that the package does not declare for the kind.
    UNKNOWN_ATTRIBUTE = "unknown_attribute" Error ["attribute", "kind"]
        zh "项目包没有为 {kind} 声明附加字段 `{attribute}`" / "核对附加字段的名称，或删去该字段"
        en "the package declares no attribute `{attribute}` for {kind}" / "check the name of the attribute, or remove it";
    /// A day of which parts may be unknown is not written in one of its three forms.
    INVALID_PARTIAL_DATE = "invalid_partial_date" Error []
        zh "日期无效：写作 1944-05-01、1944-05 或 1944" / "按所列形式改写，只写已知的部分"
        en "invalid date: written 1944-05-01, 1944-05 or 1944" / "write what is known in one of these forms";
    /// A number has more digits than programs carry exactly.
    TOO_MANY_DIGITS = "too_many_digits" Error ["limit"]
        zh "有效数字超过 {limit} 位" / "减少小数位数"
        en "number has more than {limit} significant digits" / "give fewer decimals";
    /// The entry belongs to another package.
    WRONG_PACKAGE = "wrong_package" Error ["package", "expected"]
        zh "该记录属于项目包 {package}，当前为 {expected}" / "导入对应的合同，或更正 package"
        en "entry belongs to package {package}, this is {expected}" / "import it into its own contract, or correct `package`";
    /// Neither the entry nor the import says when it was entered.
    RECORDED_AT_MISSING = "recorded_at_missing" Error []
        zh "缺少录入日期" / "填写 recorded_at，或在导入时统一声明录入日期"
        en "day of entry is missing" / "fill in `recorded_at`, or state the day once for the import";
    /// Entered before the day that it tells of.
    RECORDED_BEFORE_DATE = "recorded_before_date" Warning ["recorded_at", "date"]
        zh "录入日期 {recorded_at} 早于发生日期 {date}" / "核对两个日期；服务应在发生后录入"
        en "entered on {recorded_at}, before its date {date}" / "check both days; work is entered after it is done";
    /// An interval ends before it begins.
    INTERVAL_REVERSED = "interval_reversed" Error ["from", "to"]
        zh "终止 {to} 早于起始 {from}" / "核对起止，更正其中之一"
        en "ends at {to}, before it begins at {from}" / "check both ends and correct one";
    /// An entry replaces or takes back itself.
    RETRACTS_ITSELF = "retracts_itself" Error []
        zh "记录更正或作废的是它自己" / "填写被更正或作废的那条记录的编号"
        en "the entry replaces or takes back itself" / "give the id of the entry that is meant";
    /// Both `supersedes` and `voids` are given.
    VOIDS_AND_SUPERSEDES = "voids_and_supersedes" Error []
        zh "同时填写了 supersedes 和 voids" / "更正只填 supersedes，作废只填 voids"
        en "both `supersedes` and `voids` are given" / "give `supersedes` to replace an entry, or `voids` to take it back";
    /// A part of a survey's counts is greater than the whole.
    SURVEY_COUNTS_DISAGREE = "survey_counts_disagree" Error ["part", "whole"]
        zh "份数不一致：{part} 大于 {whole}（须满意 ≤ 有效 ≤ 发放）" / "核对发放、有效和满意份数"
        en "counts disagree: {part} is more than {whole} (satisfied ≤ valid ≤ sent)" / "check the numbers sent, valid and satisfied";
    /// A survey gives both counts and answers.
    SURVEY_COUNTED_TWICE = "survey_counted_twice" Error []
        zh "同时填写了份数和答案分布" / "只填 valid 与 satisfied，或只填 answers"
        en "both counts and answers are given" / "give `valid` and `satisfied`, or `answers` alone";
    /// An evaluation has no result.
    EVALUATION_EMPTY = "evaluation_empty" Warning []
        zh "评估没有得分、分项得分或结论" / "补填评估结果"
        en "evaluation has no score, marks or verdict" / "add the result";
    /// A score is greater than a hundred.
    SCORE_ABOVE_HUNDRED = "score_above_hundred" Warning ["score"]
        zh "得分 {score} 超过 100" / "核对得分；按百分制填写"
        en "score {score} is more than 100" / "check the score; it is out of 100";
    /// A mark is greater than its full mark.
    MARK_ABOVE_FULL = "mark_above_full" Error ["mark", "full"]
        zh "分项得分 {mark} 超过满分 {full}" / "核对得分与满分"
        en "mark {mark} is more than the full mark {full}" / "check the mark and the full mark";
    /// A waiver names neither a requirement nor a record.
    WAIVER_OF_NOTHING = "waiver_of_nothing" Error []
        zh "豁免没有指明要求或记录" / "填写 requirement 或 record"
        en "waiver names neither a requirement nor a record" / "fill in `requirement` or `record`";
    /// The headcount of an activity was taken from its participant list.
    HEADCOUNT_FROM_LIST = "headcount_from_list" Note ["stated", "counted"]
        zh "参加人数填 {stated}，按签到名单（不含工作人员和志愿者）计 {counted}" / "如名单不全请补齐名单"
        en "headcount stated as {stated}, {counted} by the list without staff and volunteers" / "complete the list if someone is missing from it";
}
