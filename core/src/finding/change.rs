//! Codes of what explains a change between two days or two ledgers, and of what a trial could not do.

use super::code::codes;

codes! {
    /// A change: an element counts that did not before.
    ELEMENT_ENTERED = "element_entered" Note ["element"]
        zh "{element} 开始计入" / "无需处理"
        en "{element} counts now" / "nothing to do";
    /// A change: an element no longer counts.
    ELEMENT_LEFT = "element_left" Note ["element"]
        zh "{element} 不再计入" / "查看该记录未计入的原因"
        en "{element} no longer counts" / "look at the reason why it does not";
    /// A change: a correction replaced or took back an entry.
    ENTRY_CORRECTED = "entry_corrected" Note ["id", "by"]
        zh "{id} 已由 {by} 更正或作废" / "以更正后的记录为准"
        en "{id} was replaced or taken back by {by}" / "the correcting entry stands instead";
    /// A change: an entry is known, or stands, that did not before.
    ENTRY_ADDED = "entry_added" Note ["id"]
        zh "新录入 {id}" / "无需处理"
        en "{id} was entered" / "nothing to do";
    /// A change: an entry no longer stands.
    ENTRY_REMOVED = "entry_removed" Note ["id"]
        zh "{id} 已不在台账中或不再有效" / "如系误删请补录"
        en "{id} is no longer there, or no longer stands" / "enter it again if that is a mistake";
    /// A change: an entry says something else than before.
    ENTRY_CHANGED = "entry_changed" Note ["id"]
        zh "{id} 的内容有变更" / "核对变更内容"
        en "{id} says something else than before" / "check what was changed";
    /// A change: an event bears on the matter that did not before.
    EVENT_APPLIES = "event_applies" Note ["event", "kind"]
        zh "事件 {event}（{kind}）生效" / "无需处理"
        en "the event {event} ({kind}) applies" / "nothing to do";
    /// A change: an event no longer bears on the matter.
    EVENT_LAPSES = "event_lapses" Note ["event", "kind"]
        zh "事件 {event}（{kind}）不再有效" / "核对其作废或更正的依据"
        en "the event {event} ({kind}) no longer applies" / "check on what ground it was taken back";
    /// A change: nothing was entered, but a window began.
    WINDOW_BEGUN = "window_begun" Note ["window", "first"]
        zh "期间 {window} 自 {first} 开始" / "在期间内完成要求"
        en "the window {window} began on {first}" / "do in it what is asked for";
    /// A change: nothing was entered, but a window is over.
    WINDOW_OVER = "window_over" Note ["window", "last"]
        zh "期间 {window} 已于 {last} 届满" / "未完成的只能取得豁免或补做"
        en "the window {window} was over on {last}" / "what is missing needs a waiver or a make-up";
    /// A change: nothing but time passed.
    TIME_PASSED = "time_passed" Note ["from", "to"]
        zh "自 {from} 至 {to} 仅时间推移所致" / "无需处理"
        en "nothing but time passed from {from} to {to}" / "nothing to do";
    /// A change: something new blocks closing, or leaves it undecided.
    GROUND_ARISEN = "ground_arisen" Note ["ground", "of"]
        zh "新出现的事由：{of}（{ground}）" / "按该事由所依条款办理"
        en "a new ground: {of} ({ground})" / "do what the clause of that ground asks for";
    /// A change: something no longer blocks closing, or no longer leaves it undecided.
    GROUND_CLEARED = "ground_cleared" Note ["ground", "of"]
        zh "已消除的事由：{of}（{ground}）" / "无需处理"
        en "a ground is cleared: {of} ({ground})" / "nothing to do";
    /// A change: another version of the package is in force.
    VERSION_CHANGED = "version_changed" Note ["before", "after"]
        zh "项目包版本由 {before} 改为 {after}" / "核对变更文件"
        en "the package version changed from {before} to {after}" / "check the change order";
    /// A change: another option of a reading is in force.
    READING_CHANGED = "reading_changed" Note ["reading", "before", "after"]
        zh "读法 {reading} 由 {before} 改为 {after}" / "核对合同约定的读法"
        en "the reading {reading} changed from {before} to {after}" / "check which reading was agreed";
    /// A change: the two ledgers have different contracts.
    CONTRACT_CHANGED = "contract_changed" Note ["before", "after"]
        zh "两本台账的合同不同：{before}、{after}" / "核对两份合同的日期与约定"
        en "the ledgers have different contracts: {before}, {after}" / "check the dates and terms of both";
    /// A trial names an entry that is not in the ledger.
    NO_SUCH_ENTRY = "no_such_entry" Warning ["id"]
        zh "台账中没有 {id}，无从移除或替换" / "核对编号"
        en "there is no {id} in the ledger to remove or replace" / "check the id";
}
