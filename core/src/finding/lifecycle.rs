//! Codes of the lifecycle and of the closing decision.

use super::code::codes;

codes! {
    /// Closing is blocked: a requirement of an indicator is not met.
    INDICATOR_NOT_MET = "indicator_not_met" Error ["requirement", "outcome", "lo", "target", "of"]
        zh "指标 {requirement} {outcome:outcome}：{of:counted} {lo}，要求 {target}" / "补足所缺，或就不能补救的部分取得豁免、补做"
        en "requirement {requirement} is {outcome:outcome}: {of:counted} {lo}, needs {target}" / "do what is missing; where time is over, obtain a waiver or make-up";
    /// Closing is undecided: data of a requirement are missing.
    INDICATOR_UNKNOWN = "indicator_unknown" Warning ["requirement", "missing"]
        zh "指标 {requirement} 资料不全，无法判断：{missing:missing}" / "补齐所缺资料后重新评判"
        en "requirement {requirement} cannot be decided: {missing:missing}" / "supply what is missing and judge again";
    /// Closing is blocked: something that closing itself needs is not there.
    CLOSING_NEED_NOT_MET = "closing_need_not_met" Error ["item", "lo", "target", "of"]
        zh "结项条件 {item} 未满足：{of:counted} {lo}，要求 {target}" / "按该条款办理后再申请结项"
        en "closing needs {item}: {of:counted} {lo}, needs {target}" / "do what the clause asks for, then apply again";
    /// Closing is undecided: data of something that closing needs are missing.
    CLOSING_NEED_UNKNOWN = "closing_need_unknown" Warning ["item", "missing"]
        zh "结项条件 {item} 资料不全，无法判断：{missing:missing}" / "补齐所缺资料后重新评判"
        en "closing need {item} cannot be decided: {missing:missing}" / "supply what is missing and judge again";
    /// Closing is blocked: a duty that follows from an evaluation or event has not been carried out.
    DUTY_OPEN = "duty_open" Error ["what", "band"]
        zh "应办未办：{what:kind}（依据 {band}）" / "由有权方办理并录入相应事件"
        en "a duty has not been carried out: {what:kind} (under {band})" / "the party in charge acts and enters the event";
    /// Closing is blocked: the latest evaluation of a stage lies in a band that only a better one cures.
    STAGE_FAILING = "stage_failing" Error ["stage", "evaluation", "band"]
        zh "{stage:stage}：最近一次评估 {evaluation} 未达标（{band}）" / "整改后重新评估，直至达标"
        en "the latest evaluation of {stage:stage}, {evaluation}, fails ({band})" / "rectify and have it evaluated again until it passes";
    /// A stage has no evaluation; shown as a missing duty.
    EVALUATION_MISSING = "evaluation_missing" Warning ["stage"]
        zh "没有{stage:stage}的记录" / "补办评估，或录入已有的评估结论"
        en "there is no evaluation of {stage:stage}" / "hold it, or enter the result that exists";
    /// An evaluation has neither a score nor marks for all weighted aspects nor a verdict.
    SCORE_MISSING = "score_missing" Warning ["evaluation"]
        zh "评估 {evaluation} 没有得分或结论，无法判定后果" / "录入得分、各方面评分或结论"
        en "evaluation {evaluation} has no score or verdict, so nothing can follow from it" / "enter the score, the marks of all aspects or the verdict";
    /// An extension ends on another day than the rule gives.
    EXTENSION_DIFFERS = "extension_differs" Warning ["event", "expected", "found"]
        zh "延期 {event} 的新截止日为 {found}，按规则应为 {expected}" / "核对延期文件；以事件所载日期为准"
        en "extension {event} ends on {found}, the rule gives {expected}" / "check the extension; the day in the event stands";
    /// A contract was closed although something blocked it.
    CLOSED_DESPITE_BLOCKERS = "closed_despite_blockers" Warning ["event", "count"]
        zh "结项 {event} 时尚有 {count} 项未满足的条件" / "核对结项依据并补充说明"
        en "closed by {event} although {count} things blocked it" / "check the grounds of the closure and document them";
    /// A package version named by a change order is not loaded.
    VERSION_NOT_LOADED = "version_not_loaded" Error ["version", "event"]
        zh "变更 {event} 指定的项目包版本 {version} 未载入" / "载入该版本的项目包后重新评判"
        en "change order {event} names package version {version}, which is not loaded" / "load that version of the package and judge again";
}
