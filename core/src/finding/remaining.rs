//! Codes of what can no longer be reached by work, and of what work waits for.

use super::code::codes;

codes! {
    /// A cell's time is over and it is not met.
    WINDOW_PAST = "window_past" Error ["requirement", "member", "window", "lo", "target"]
        zh "{requirement} {member} {window} 已过期未达成（现有 {lo}，要求 {target}）" / "当时做过而未录入的补录；否则须办理豁免或补做手续"
        en "{requirement} {member} {window} is past and not met (has {lo}, needs {target})" / "enter what was done then and not entered; otherwise it needs a waiver or a make-up";
    /// Days that have passed were not covered.
    DAYS_UNCOVERED = "days_uncovered" Error ["requirement", "member", "from", "to"]
        zh "{requirement} {member} 自 {from} 至 {to} 无人覆盖" / "当时有而未录入的补录；否则须办理豁免"
        en "{requirement} {member}: nothing covers {from} to {to}" / "enter what was there and not entered; otherwise it needs a waiver";
    /// An upper limit is exceeded for good.
    LIMIT_EXCEEDED = "limit_exceeded" Error ["requirement", "member", "window", "lo", "target"]
        zh "{requirement} {member} {window} 已超过上限（现为 {lo}，上限 {target}）" / "须办理豁免"
        en "{requirement} {member} {window} exceeds its limit (is {lo}, limit {target})" / "it needs a waiver";
    /// The work must lie on different days, and there are not enough of them.
    TOO_FEW_DAYS = "too_few_days" Error ["requirement", "member", "window", "needed", "days"]
        zh "{requirement} {member} {window} 还须 {needed} 个不同日期，只剩 {days} 天" / "须延长服务期、办理豁免或变更合同"
        en "{requirement} {member} {window} needs {needed} more different days, {days} remain" / "it needs an extension, a waiver or a change order";
    /// There are fewer different values than are needed.
    TOO_FEW_VALUES = "too_few_values" Error ["requirement", "field", "needed", "left"]
        zh "{requirement} 还须 {needed} 种不同的 {field}，只剩 {left} 种" / "须办理变更"
        en "{requirement} needs {needed} more different values of {field}, {left} are left" / "it needs a change order";
    /// Only the latest counts, and more than one is wanted.
    ONLY_THE_LATEST = "only_the_latest" Error ["requirement", "target"]
        zh "{requirement} 只计最近一次，要求 {target} 无法达到" / "须办理变更"
        en "{requirement}: only the latest one counts, so {target} cannot be reached" / "it needs a change order";
    /// What one part asks for does not fit under the upper limit of another.
    LIMIT_BESIDE = "limit_beside" Error ["requirement", "needed", "room"]
        zh "还须增加 {needed}，而 {requirement} 的上限只容再增 {room}" / "须办理豁免或变更"
        en "{needed} more are needed, and the limit of {requirement} leaves room for {room}" / "it needs a waiver or a change order";
    /// No record can satisfy all conditions.
    CONDITIONS_EXCLUDE = "conditions_exclude" Error ["requirement"]
        zh "{requirement} 的条件相互排斥，任何记录都不能同时满足" / "核对项目包；须办理变更"
        en "the conditions of {requirement} exclude each other: no record satisfies them all" / "look at the package; it needs a change order";
    /// A member is not what records for it ask it to be.
    MEMBER_UNSUITED = "member_unsuited" Error ["requirement", "member"]
        zh "{member} 不符合 {requirement} 对记录所涉对象的条件，为其所做的记录不计数" / "核对该对象的登记；否则须办理豁免"
        en "{member} is not what {requirement} asks of whom its records are for, so that they do not count" / "look at its entry; otherwise it needs a waiver";
    /// A register that is complete is too small, or the window lies outside the service.
    NOT_ATTAINABLE = "not_attainable" Error ["requirement"]
        zh "{requirement} 按现有名册或服务期无法达到" / "须办理变更；名册有遗漏的先补录"
        en "{requirement} cannot be reached with the register or the service as they are" / "it needs a change order; complete the register first if entries are missing";
    /// What the window is counted from did not happen in time.
    ANCHOR_PAST = "anchor_past" Error ["requirement", "anchor"]
        zh "{requirement} 所依据的 {anchor} 在服务期内没有发生" / "发生过而未录入的补录；否则须办理豁免"
        en "{requirement} rests on {anchor}, which did not happen in the service" / "enter it if it did happen; otherwise it needs a waiver";
    /// Something is missing to be certain: a field of an entry.
    DATA_MISSING = "data_missing" Warning ["requirement", "entry", "field"]
        zh "{requirement}：{entry} 的 {field} 待补" / "先补齐资料，再算还差多少"
        en "{requirement}: {field} of {entry} is missing" / "supply it first, then see what is still to be done";
}
