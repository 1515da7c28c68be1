"""Cards and tables for notebooks; every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from .findings import Locale, render
from .tables.columns import label_of
from .tables.rows import number
from .tables.sheet import Cell, Sheet
from .words import value_word, word

if TYPE_CHECKING:
    from .answer import Answer
    from .ledger import Ledger
    from .package import Package

__all__ = ["answer", "closing", "evaluation", "ledger", "package", "sheet"]

MOST = 50
"""Rows that a table shows; what is left out is counted."""
LONGEST = 300
"""Characters that a cell shows."""
COLOURS = {
    "met": "#1a7f37", "closable": "#1a7f37", "closed": "#1a7f37", "admitted": "#1a7f37",
    "open": "#0969da", "holding": "#0969da", "note": "#57606a", "text_only": "#57606a",
    "unknown": "#9a6700", "undecided": "#9a6700", "warning": "#9a6700", "defect": "#9a6700",
    "not_met": "#cf222e", "blocked": "#cf222e", "terminated": "#cf222e", "error": "#cf222e", "rejected": "#cf222e",
}  # fmt: skip
SHOWN = {
    "Portfolio.rows": "rank contract decision completion.met completion.of progress time_passed requirements.not_met "
    "requirements.behind_pace overdue_cells open_duties open_orders next_due.day",
    "Remaining.requirements": "requirement label need records next_deadline last_useful_day pace.per_month",
    "Remaining.tracked": "requirement label need records next_deadline last_useful_day pace.per_month",
    "Remaining.work": "requirement label n unit in_words members window due last_useful_day",
    "Calendar.rows": "due of label window members state outcome done_on",
}
"""The columns of a card, where the table has more; `to_frame` has all."""
WORDED = ("outcome", "decision", "state", "need", "severity")
"""Columns whose values have words."""
CARD = "font-family:sans-serif;font-size:13px;line-height:1.5;max-width:960px"
LINE = "text-align:left;vertical-align:top;padding:3px 10px 3px 0;border-bottom:1px solid #d0d7de80"


def package(shown: Package, locale: Locale = "zh-CN") -> str:
    """A package: its name, where it comes from, its indicators."""
    data = shown.data
    source = data.get("source", {})
    facts = [
        (word("package", locale), f"{shown.id} · {word('version', locale)} {shown.version}"),
        (word("basis", locale), f"{source.get('title', '')} {source.get('issuer', '')}"),
    ]
    rows = [
        (escape(str(indicator["id"])), escape(indicator["labels"][locale]), escape(indicator["clause"]))
        for indicator in data.get("indicators", ())
    ]
    heads = [word(name, locale) for name in ("indicator", "requirement", "clause")]
    return _card(shown.labels[locale], _facts(facts), _table(heads, rows, locale))


def ledger(shown: Ledger, locale: Locale = "zh-CN") -> str:
    """A ledger: its contract, how many entries of which kind, what was rejected."""
    contract, counts = shown.contract, dict[str, int]()
    for entry in shown.records():
        counts[entry["kind"]] = counts.get(entry["kind"], 0) + 1
    rejected = shown.rejected()
    facts = [
        (word("package", locale), f"{contract.package} · {word('version', locale)} {contract.version}"),
        (word("service", locale), f"{contract.service_start} … {contract.service_end}"),
        (word("admitted", locale), str(len(shown))),
        (word("rejected", locale), str(len(rejected))),
    ]
    kinds = " ".join(
        f"<span style='display:inline-block;margin:2px 14px 2px 0'>{escape(label_of(kind, locale))} <b>{count}</b></span>"
        for kind, count in counts.items()
    )
    lost = [found for line in rejected for found in line["findings"]]
    return _card(
        f"{word('ledger', locale)} {contract.id}",
        _facts(facts),
        f"<p style='margin:6px 0'>{kinds or word('none', locale)}</p>",
        _findings("rejected", lost, locale) if lost else "",
    )


def evaluation(shown: Answer[Any], locale: Locale = "zh-CN") -> str:
    """An evaluation: how many indicators are met, and where each requirement stands."""
    done, service = shown["completion"], shown["service"]
    facts = [
        (word("package", locale), f"{shown['package']} · {word('version', locale)} {shown['version']}"),
        (word("service", locale), f"{service['start']} … {service['end']}"),
        (word("as_of", locale), shown["as_of"]),
    ]
    share = f"{_bar(float(shown['progress']))} <b>{done['met']} / {done['of']}</b> {word('met_of', locale)}"
    heads = [word(name, locale) for name in ("indicator", "outcome", "progress", "has_needs", "clause")]
    rows = [row for indicator in shown["indicators"] for row in _indicator(indicator, locale)]
    more = "".join(
        _details(word(group, locale), _table(heads, [_requirement(item, locale) for item in shown[group]], locale))
        for group in ("obligations", "provider")
        if shown[group]
    )
    return _card(
        f"{word('evaluation', locale)} {shown['contract']}",
        _facts(facts),
        f"<p style='margin:6px 0'>{share}</p>",
        _table(heads, rows, locale),
        more,
        _findings("findings", shown["findings"], locale),
    )


def closing(shown: Answer[Any], locale: Locale = "zh-CN") -> str:
    """A closing decision with its grounds."""
    done = shown["completion"]
    heads = [word(name, locale) for name in ("items", "outcome", "progress", "has_needs", "clause")]
    items = [_requirement(item, locale) for item in shown["items"]]
    return _card(
        f"{word('closing', locale)} {_badge(shown['decision'], locale)}",
        _facts([(word("as_of", locale), shown["as_of"]), (word("met_of", locale), f"{done['met']} / {done['of']}")]),
        _findings("blockers", shown["blockers"], locale, is_open=True),
        _findings("missing", shown["missing"], locale, is_open=True),
        _table(heads, items, locale),
        _findings("findings", shown["findings"], locale),
        is_html=True,
    )


def answer(shown: Answer[Any], locale: Locale = "zh-CN") -> str:
    """Any answer: its tables."""
    kind = type(shown).__name__
    if kind == "Evaluation":
        return evaluation(shown, locale)
    if kind == "Closing":
        return closing(shown, locale)
    plain = [
        (word(name, locale), value_word(str(value), locale))
        for name, value in shown.items()
        if isinstance(value, (str, int, bool))
    ]
    tables = [(part, shown.rows(part, locale=locale)) for part in shown.parts]
    cards = (
        _details(
            f"{word(part, locale)} ({len(rows)})",
            sheet(rows, locale, SHOWN.get(f"{kind}.{part}", "").split()),
            is_open=len(rows) <= 12,
        )
        for part, rows in tables
        if rows
    )
    return _card(word(kind.lower(), locale), _facts(plain), *cards)


def sheet(shown: Sheet, locale: Locale = "zh-CN", columns: Sequence[str] = ()) -> str:
    """Rows as a table, without empty columns."""
    wanted = [name for name in columns if name in shown.columns] or shown.columns
    used = [name for name in wanted if any(row[name] not in (None, "") for row in shown)]
    rows = [tuple(_cell(name, row[name], locale) for name in used) for row in shown]
    return _table([word(name, locale) for name in used], rows, locale)


def _cell(name: str, cell: Cell, locale: Locale) -> str:
    if cell is None:
        return ""
    if name in WORDED:
        return escape(value_word(str(cell), locale))
    if isinstance(cell, float):
        return f"{cell:.4g}"
    text = str(cell)
    return escape(text if len(text) <= LONGEST else f"{text[:LONGEST]} …")


def _indicator(indicator: dict[str, Any], locale: Locale) -> list[tuple[str, ...]]:
    outcome = "text_only" if indicator.get("text_only") else indicator["outcome"]
    name = f"<b>{escape(indicator['id'])} {escape(indicator['labels'][locale])}</b>"
    head = (name, _badge(outcome, locale), _bar(number(indicator["fraction"])), "", escape(indicator["clause"]))
    return [head, *(_requirement(item, locale) for item in indicator["requirements"])]


def _requirement(item: dict[str, Any], locale: Locale) -> tuple[str, ...]:
    label = item["labels"][locale] if "labels" in item else ""
    outcome = "text_only" if item.get("text_only") else item["outcome"]
    held = f" {_badge('holding', locale)}" if item.get("holding") else ""
    name = f"<span style='padding-left:14px'>{escape(item.get('id', ''))} {escape(label)}</span>"
    has = _has_needs(item)
    return name, _badge(outcome, locale) + held, _bar(number(item["fraction"])), has, escape(item["clause"])


def _has_needs(item: dict[str, Any]) -> str:
    target = item.get("target")
    if target and item.get("lo") is not None:
        sign = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<"}[target["cmp"]]
        known = item["lo"] if item["lo"] == item.get("hi") else f"{item['lo']}–{item.get('hi') or '?'}"
        return escape(f"{known} / {sign} {target.get('value') or ''}{target.get('unit', '')}")
    within = [cell["outcome"] for cell in item.get("cells", ()) if "waived" not in cell]
    within = within or [part["outcome"] for part in item.get("parts", ())]
    return f"{within.count('met')} / {len(within)}" if within else ""


def _findings(name: str, found: list[Any], locale: Locale, *, is_open: bool = False) -> str:
    if not found:
        return ""
    rows = []
    for finding in found:
        words = render(finding, locale)
        entries = escape("、".join(finding.get("records", ())))
        what = f"{escape(words['message'])}<br><span style='color:#57606a'>→ {escape(words['help'])}</span>"
        rows.append((_badge(finding["severity"], locale), what, escape(finding.get("clause", "")), entries))
    heads = [word(head, locale) for head in ("severity", "message", "clause", "records")]
    return _details(f"{word(name, locale)} ({len(found)})", _table(heads, rows, locale), is_open=is_open)


def _card(title: str, *parts: str, is_html: bool = False) -> str:
    title = title if is_html else escape(title)
    return f"<div style='{CARD}'><div style='font-size:15px;font-weight:bold'>{title}</div>{''.join(parts)}</div>"


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    cells = "  ·  ".join(f"{escape(name)}: {escape(value)}" for name, value in facts)
    return f"<div style='color:#57606a'>{cells}</div>"


def _table(heads: list[str], rows: Sequence[tuple[str, ...]], locale: Locale) -> str:
    """A table of cells that are HTML already."""
    if not rows:
        return f"<p>{word('none', locale)}</p>"
    head = "".join(f"<th style='{LINE}'>{escape(name)}</th>" for name in heads)
    body = "".join(
        "<tr>" + "".join(f"<td style='{LINE}'>{cell}</td>" for cell in row) + "</tr>" for row in rows[:MOST]
    )
    left = f"<p>{word('more', locale)} {len(rows) - MOST} {word('rows', locale)}</p>" if len(rows) > MOST else ""
    return f"<table style='border-collapse:collapse;margin:6px 0'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{left}"


def _details(title: str, inside: str, *, is_open: bool = False) -> str:
    return f"<details{' open' if is_open else ''}><summary>{escape(title)}</summary>{inside}</details>"


def _badge(name: str, locale: Locale) -> str:
    colour = COLOURS.get(name, "#57606a")
    style = f"color:{colour};border:1px solid {colour};border-radius:9px;padding:0 7px;white-space:nowrap;font-size:12px"
    return f"<span style='{style}'>{escape(word(name, locale))}</span>"


def _bar(share: float | None) -> str:
    # Rounded down: 99.96 % must not look like 100 %.
    percent = int((share or 0) * 1000) / 10
    colour = "#1a7f37" if percent >= 100 else "#0969da"
    return (
        "<span style='display:inline-block;width:90px;height:9px;background:#d0d7de80;border-radius:5px'>"
        f"<span style='display:block;width:{percent}%;height:9px;background:{colour};border-radius:5px'></span></span>"
        f" <span style='white-space:nowrap'>{percent:g} %</span>"
    )
