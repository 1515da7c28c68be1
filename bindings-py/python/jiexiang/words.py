"""The words of tables, cards and charts in both locales; messages are the core's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .findings import Locale

__all__ = ["value_word", "word"]

WORDS = {
    # outcome
    "met": ("达成", "met"),
    "open": ("进行中", "open"),
    "unknown": ("待定", "unknown"),
    "not_met": ("未达成", "not met"),
    "holding": ("目前符合", "holding"),
    "text_only": ("无可计量内容", "nothing measurable"),
    # decision and state
    "terminated": ("已终止", "terminated"),
    "closed": ("已结项", "closed"),
    "blocked": ("不可结项", "blocked"),
    "undecided": ("待定", "undecided"),
    "closable": ("可结项", "closable"),
    # severity
    "error": ("错误", "error"),
    "defect": ("缺陷", "defect"),
    "warning": ("警告", "warning"),
    "note": ("说明", "note"),
    # headings
    "package": ("项目包", "Package"),
    "contract": ("合同", "Contract"),
    "ledger": ("台账", "Ledger"),
    "evaluation": ("指标评判", "Evaluation"),
    "closing": ("结项", "Closing"),
    "as_of": ("评判日", "as of"),
    "service": ("服务期", "service"),
    "version": ("版本", "version"),
    "basis": ("依据", "basis"),
    "source": ("来源", "Source"),
    "indicators": ("项目指标", "Indicators"),
    "indicator": ("指标", "Indicator"),
    "obligations": ("项目内容（不计入完成率）", "Obligations (outside completion)"),
    "provider": ("对项目实施机构的要求", "Requirements on the provider"),
    "requirement": ("要求", "Requirement"),
    "clause": ("条款", "Clause"),
    "outcome": ("结果", "Outcome"),
    "progress": ("进度", "Progress"),
    "has_needs": ("现有 / 要求", "Has / needs"),
    "met_of": ("指标达成", "indicators met"),
    "blockers": ("阻碍", "Blockers"),
    "missing": ("待补资料", "Missing"),
    "items": ("结项条件", "Needs of closing"),
    "waived": ("豁免", "Waived"),
    "findings": ("发现", "Findings"),
    "none": ("无", "none"),
    "message": ("内容", "What"),
    "help": ("下一步", "Next step"),
    "severity": ("级别", "Severity"),
    "records": ("记录", "Entries"),
    "line": ("行", "Line"),
    "character": ("字符", "Character"),
    "code": ("代码", "Code"),
    "path": ("位置", "Path"),
    "row": ("行", "Row"),
    "column": ("列", "Column"),
    "admitted": ("已录入", "admitted"),
    "rejected": ("未录入", "rejected"),
    "more": ("另有", "more:"),
    "rows": ("行", "rows"),
    # columns of other answers
    "rank": ("次序", "Rank"),
    "decision": ("结论", "Decision"),
    "state": ("状态", "State"),
    "completion.met": ("达成", "Met"),
    "completion.of": ("指标数", "Of"),
    "time_passed": ("时间进度", "Time passed"),
    "requirements.not_met": ("未达成要求", "Not met"),
    "requirements.behind_pace": ("落后要求", "Behind pace"),
    "overdue_cells": ("逾期", "Overdue"),
    "open_duties": ("未办义务", "Open duties"),
    "open_orders": ("未整改", "Open orders"),
    "next_due.day": ("最近到期", "Next due"),
    "need": ("所需", "Need"),
    "label": ("名称", "Name"),
    "next_deadline": ("最近期限", "Next deadline"),
    "last_useful_day": ("最晚有效日", "Last useful day"),
    "pace.per_month": ("每月", "Per month"),
    "n": ("数量", "Number"),
    "unit": ("单位", "Unit"),
    "in_words": ("须满足", "Conditions"),
    "members": ("对象", "Members"),
    "window": ("期间", "Period"),
    "due": ("到期日", "Due"),
    "of": ("事项", "Of"),
    "done_on": ("完成日", "Done on"),
    "work": ("待做工作", "Work"),
    "tracked": ("不计入完成率的事项", "Outside completion"),
    "requirements": ("要求", "Requirements"),
    "readings": ("读法", "Readings"),
    "reading": ("读法", "Reading"),
    "phrase": ("原文", "Phrase"),
    "option": ("现用", "In force"),
    "other": ("另一读法", "Other option"),
    "decisive": ("影响结论", "Decisive"),
    "changes": ("变化", "Changes"),
    "boundary": ("临界", "Boundary"),
    "next_steps": ("下一步", "Next steps"),
    "stages": ("评估", "Stages"),
    "triggers": ("触发", "Triggers"),
    "orders": ("整改单", "Orders"),
    "entries": ("记录", "Entries"),
    # answers
    "portfolio": ("合同总览", "Portfolio"),
    "remaining": ("剩余工作量", "Remaining work"),
    "calendar": ("任务日历", "Calendar"),
    "integrity": ("真实性核查", "Integrity"),
    "sensitivity": ("读法的影响", "Sensitivity"),
    "lifecycle": ("项目过程", "Lifecycle"),
    "diff": ("变化", "Difference"),
    "whatif": ("假设", "What if"),
    "explanation": ("结项说明", "Explanation"),
    # values
    "=done": ("已完成", "done"),
    "=done_late": ("逾期完成", "done late"),
    "=due": ("待完成", "due"),
    "=overdue": ("已逾期", "overdue"),
    "=waived": ("已豁免", "waived"),
    "=hold": ("保持", "hold"),
    "=work": ("待做", "work"),
    "=data": ("待补资料", "data"),
    "=wait": ("待发生", "wait"),
    "=unreachable": ("不可补救", "out of reach"),
    # charts
    "day": ("日期", "Day"),
    "month": ("月份", "Month"),
    "day_of_month": ("日", "Day of the month"),
    "done": ("实际", "Done"),
    "pace": ("匀速进度", "Even pace"),
    "target": ("目标", "Target"),
    "entries_per_day": ("当日记录数", "Entries that day"),
}


def word(name: str, locale: Locale) -> str:
    """A word by its name; a name without words stands for itself.

    >>> word("met", "zh-CN"), word("met", "en"), word("P2-I3", "en")
    ('达成', 'met', 'P2-I3')
    """
    zh, en = WORDS.get(name, (name, name))
    return zh if locale == "zh-CN" else en


def value_word(value: str, locale: Locale) -> str:
    """The word for an outcome, a state, a decision.

    >>> value_word("due", "zh-CN"), value_word("met", "zh-CN")
    ('待完成', '达成')
    """
    return word(f"={value}" if f"={value}" in WORDS else value, locale)
