//! Codes of what the evaluation found: broken rules, and why an entry does not count.

use super::code::codes;

codes! {
    /// An entry breaks a record rule of the package.
    RULE_BROKEN = "rule_broken" Defect ["rule", "what", "what_en"]
        zh "不符合记录规则 {rule}：{what}" / "补齐规则所列内容；补齐前该记录不计数"
        en "breaks record rule {rule}: {what_en}" / "complete what the rule asks for; until then the entry does not count";
    /// Two entries with one key overlap in time where the package allows one; the later does not count.
    OVERLAP = "overlap" Defect ["rule", "what", "what_en", "other"]
        zh "与 {other} 时间重叠，违反规则 {rule}：{what}" / "核对两条记录的起止日期，更正其中一条"
        en "overlaps with {other} against rule {rule}: {what_en}" / "check the dates of both entries and correct one";
    /// Two different entries bear one id, so none of them counts.
    ID_CONFLICT = "id_conflict" Defect ["id"]
        zh "编号 {id} 有内容不同的记录，均不计数" / "给其中一条换用新编号，或作废重复的一条"
        en "different entries bear the id {id}, so none counts" / "give one of them a new id, or withdraw the duplicate";
    /// Not counted: a correction replaced or took it back.
    RETRACTED = "retracted" Note ["by"]
        zh "已被 {by} 更正或作废" / "以更正后的记录为准"
        en "replaced or taken back by {by}" / "the correcting entry stands instead";
    /// Not counted: it breaks a record rule.
    DEFECTIVE = "defective" Note ["rule"]
        zh "记录有缺陷（{rule}）" / "按规则补齐后即可计数"
        en "the record has a defect ({rule})" / "repair it and it counts";
    /// Not counted: a condition is not satisfied.
    CONDITION_FAILED = "condition_failed" Note ["condition", "needed", "found", "found_zh", "found_en", "what", "what_en"]
        zh "要求：{what}；实际为：{found_zh}" / "若录入有误请更正；否则该记录不计入本项"
        en "needed: {what_en}; found: {found_en}" / "correct the entry if it is wrong; otherwise it does not count here";
    /// Not counted: it refers to what a register that is said to be complete does not hold.
    UNLISTED = "unlisted" Note ["condition", "id", "register", "register_en"]
        zh "所引用的 {id} 不在已声明完整的{register}名册中" / "编号有误的请更正；漏录的请补录名册"
        en "refers to {id}, which the register of kind {register_en} does not hold although it is said to be complete" / "correct the id if it is wrong; enter what the register lacks";
    /// Not decidable: a value that a condition needs is missing.
    UNDETERMINED = "undetermined" Note ["condition", "what", "what_en"]
        zh "资料不全，无法判断：{what}" / "补齐所缺资料"
        en "not decidable, data are missing: {what_en}" / "supply what is missing";
    /// Not counted: outside the service period.
    OUTSIDE_SERVICE = "outside_service" Note ["day"]
        zh "日期 {day} 不在服务期内" / "核对日期；服务期外的记录不计数"
        en "{day} lies outside the service period" / "check the date; what lies outside the service does not count";
    /// Not counted: outside the window or in no required period.
    OUTSIDE_WINDOW = "outside_window" Note ["day"]
        zh "日期 {day} 不在本项要求的期间内" / "核对日期或所属期间"
        en "{day} lies in no period in which this is required" / "check the date or the period stated";
    /// Not counted: its day lies after the day of judgement.
    NOT_YET = "not_yet" Note ["day"]
        zh "日期 {day} 尚未到来" / "到期后即可计数"
        en "{day} has not come yet" / "it counts when its day has come";
    /// Not counted: the key was counted already.
    SAME_KEY = "same_key" Note ["first"]
        zh "与 {first} 计数依据相同，只计一次" / "无需处理"
        en "the same as {first} by what is counted, counted once" / "nothing to do";
    /// Not counted: a container whose children do not suffice.
    SHORT = "short" Note ["lo", "target"]
        zh "所含数量未达要求：现有 {lo}，要求 {target}" / "数量符合要求后即可计数"
        en "what it holds is not as required: has {lo}, needs {target}" / "once the number is as required, it counts";
    /// Not counted: not in force on the day of the snapshot.
    NOT_IN_FORCE = "not_in_force" Note ["day"]
        zh "在 {day} 不在册" / "核对起止日期"
        en "not in force on {day}" / "check its first and last day";
    /// Not counted: a later one decides.
    NOT_LATEST = "not_latest" Note []
        zh "以较新的一条为准" / "无需处理"
        en "a later one decides" / "nothing to do";
    /// Not counted here: a make-up moved it into another period.
    MOVED = "moved" Note ["window"]
        zh "已用于补做 {window}" / "无需处理"
        en "used to make up for {window}" / "nothing to do";
    /// A period's delivery came after its due day; it counts all the same.
    LATE_DELIVERY = "late_delivery" Warning ["requirement", "window", "due", "delivered"]
        zh "{requirement} 在 {window} 的成果应于 {due} 前提交，实际 {delivered}" / "说明迟交原因；下期请提前提交"
        en "{requirement} for {window} was due on {due} and came on {delivered}" / "explain the delay and deliver the next in time";
    /// A check beside a requirement fails.
    CHECK_FAILED = "check_failed" Warning ["requirement", "what", "what_en"]
        zh "{requirement} 的核对未通过：{what}" / "核对并补充"
        en "a check of {requirement} fails: {what_en}" / "look at it and supply what is missing";
    /// A waiver or make-up names no requirement, cell or record that there is.
    WAIVER_WITHOUT_TARGET = "waiver_without_target" Warning ["id", "target"]
        zh "豁免或补做 {id} 所指的 {target} 不存在" / "核对指标编号、对象与期间"
        en "waiver or make-up {id} names {target}, which does not exist" / "check the requirement, the member and the period";
    /// A make-up uses a record dated outside the service.
    MAKE_UP_REFUSED = "make_up_refused" Warning ["id", "record"]
        zh "补做 {id} 所用记录 {record} 不在服务期内，不予采用" / "改用服务期内的记录"
        en "make-up {id} uses {record}, dated outside the service; refused" / "use a record inside the service";
}
