"""The words of tables, cards and charts in both locales; messages are the core's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .findings import Locale

__all__ = ["word"]

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

    >>> word("met", "zh-CN"), word("met", "en"), word("other", "en")
    ('达成', 'met', 'other')
    """
    zh, en = WORDS.get(name, (name, name))
    return zh if locale == "zh-CN" else en
