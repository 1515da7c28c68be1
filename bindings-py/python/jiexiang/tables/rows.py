"""Answers as flat rows."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ..findings import Locale, render
from .sheet import Cell, Row, Sheet, Type

if TYPE_CHECKING:
    from .. import types
    from ..answer import Answer

__all__ = ["finding", "findings", "flat", "of"]

FINDING: dict[str, Type] = {
    "severity": "text", "code": "text", "message": "text", "help": "text", "clause": "text",
    "path": "text", "records": "text", "line": "whole", "character": "whole",
}  # fmt: skip
REQUIREMENT: dict[str, Type] = {
    "group": "text", "indicator": "text", "requirement": "text", "part_of": "text", "clause": "text", "label": "text",
    "outcome": "text", "holding": "yes_no", "lo": "number", "hi": "number", "cmp": "text", "target": "number",
    "unit": "text", "fraction": "number", "counted": "whole", "not_counted": "whole", "cells": "whole",
    "cells_met": "whole", "missing": "text", "marks": "text", "boundary": "text", "waived": "whole",
}  # fmt: skip
INDICATOR: dict[str, Type] = {
    "indicator": "text", "clause": "text", "label": "text", "outcome": "text", "fraction": "number", "text_only": "yes_no",
}  # fmt: skip
CELL: dict[str, Type] = {
    "requirement": "text", "members": "text", "window": "text", "outcome": "text", "holding": "yes_no", "lo": "number",
    "hi": "number", "due": "day", "overdue": "yes_no", "counted": "whole", "missing": "text", "waived_by": "text",
}  # fmt: skip
COUNTED: dict[str, Type] = {"requirement": "text", "entry": "text", "members": "text", "window": "text"}
NOT_COUNTED: dict[str, Type] = {"requirement": "text", "entry": "text", "code": "text", "message": "text"}
CHANGE: dict[str, Type] = {
    "reading": "text", "phrase": "text", "option": "text", "other": "text", "decisive": "yes_no", "decision": "text",
    "requirements": "text",
}  # fmt: skip
NUMBERS = {"lo", "hi", "value", "fraction", "amount", "score", "progress", "time_passed", "months", "per_month"}
"""Exact numbers, which the core writes as text: `12`, `0.896`, `1/3`."""


def of(answer: Answer[Any], part: str, locale: Locale) -> Sheet:
    """One of the answer's lists as rows."""
    if "indicators" in answer and part in ("requirements", "indicators", "cells", "counted", "not_counted"):
        return _evaluation(answer, part, locale)
    items: list[Any] = answer[part] if part in answer else []
    if part == "items" and all("outcome" in item for item in items):
        return Sheet((row for item in items for row in _requirement(item, "closing", None, None, locale)), REQUIREMENT)
    if _are_findings(items) or not items and part in ("findings", "blockers", "missing"):
        return findings((flat(_beside(item), locale), finding(item, locale)) for item in items)
    if part == "work":
        items = [
            {"need": row["need"], **work} for row in (*answer["requirements"], *answer["tracked"]) for work in row.get("work", ())
        ]
    if part == "changes" and part not in answer:
        return Sheet((row for reading in answer["readings"] for row in _changes(reading)), CHANGE)
    return Sheet(flat(item, locale) if isinstance(item, dict) else {"value": item} for item in items)


def _changes(reading: dict[str, Any]) -> Iterator[Row]:
    """What each other option of a reading changes."""
    for option in reading["options"]:
        changed = option.get("requirements", ())
        closing = option.get("closing")
        yield {
            "reading": reading["id"],
            "phrase": reading["phrase"],
            "option": reading["option"],
            "other": option["option"],
            "decisive": option["decisive"],
            "decision": closing["after"]["decision"] if closing else None,
            "requirements": ";".join(
                f"{change['id']}: {change['before']['outcome']} → {change['after']['outcome']}" for change in changed
            ),
        }


def _beside(found: dict[str, Any]) -> dict[str, Any]:
    """What stands beside a finding's own fields."""
    own = {"code", "severity", "path", "params", "clause", "records", "position"}
    return {name: value for name, value in found.items() if name not in own}


def finding(found: types.Finding, locale: Locale) -> Row:
    """A finding with its words; `line` and `character` are the position in its text."""
    words = render(found, locale)
    position = found.get("position")
    return {
        "severity": found["severity"],
        "code": found["code"],
        "message": words["message"],
        "help": words["help"],
        "clause": found.get("clause"),
        "path": found["path"],
        "records": ";".join(found.get("records", ())),
        "line": position["line"] if position else None,
        "character": position["column"] if position else None,
    }


def findings(found: Iterable[tuple[Row, Row]]) -> Sheet:
    """Findings, each behind where it was found."""
    rows = [{**place, **row} for place, row in found]
    places: dict[str, Type | None] = {name: None for row in rows for name in row if name not in FINDING}
    return Sheet(rows, {**places, **FINDING})


def _evaluation(evaluation: Answer[Any], part: str, locale: Locale) -> Sheet:
    if part == "indicators":
        indicators = evaluation["indicators"]
        return Sheet((_indicator(indicator, locale) for indicator in indicators), INDICATOR)
    if part == "requirements":
        groups = [("indicator", found["requirements"], found["id"]) for found in evaluation["indicators"]]
        groups += [("obligation", evaluation["obligations"], None), ("provider", evaluation["provider"], None)]
        rows = (
            row
            for group, requirements, indicator in groups
            for requirement in requirements
            for row in _requirement(requirement, group, indicator, None, locale)
        )
        return Sheet(rows, REQUIREMENT)
    every = list(_every(evaluation))
    if part == "cells":
        return Sheet((_cell_row(id, cell) for id, answer in every for cell in answer.get("cells", ())), CELL)
    if part == "counted":
        return Sheet((row for id, answer in every for row in _counted(id, answer)), COUNTED)
    return Sheet(
        (
            {"requirement": id, "entry": entry, "code": why["code"], "message": render(why, locale)["message"]}
            for id, answer in every
            for entry, why in answer.get("not_counted", {}).items()
        ),
        NOT_COUNTED,
    )


def _every(evaluation: Answer[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every requirement and every part of one, with its id or that of its whole."""

    def below(answer: dict[str, Any], whole: str) -> Iterator[tuple[str, dict[str, Any]]]:
        id = answer.get("id", whole)
        yield id, answer
        for part in answer.get("parts", ()):
            yield from below(part, id)

    for indicator in evaluation["indicators"]:
        for answer in indicator["requirements"]:
            yield from below(answer, indicator["id"])
    for answer in (*evaluation["obligations"], *evaluation["provider"]):
        yield from below(answer, "")


def _indicator(indicator: dict[str, Any], locale: Locale) -> Row:
    return {
        "indicator": indicator["id"],
        "clause": indicator["clause"],
        "label": indicator["labels"][locale],
        "outcome": indicator["outcome"],
        "fraction": number(indicator["fraction"]),
        "text_only": indicator.get("text_only", False),
    }


def _requirement(
    answer: dict[str, Any], group: str, indicator: str | None, whole: str | None, locale: Locale
) -> Iterator[Row]:
    target = answer.get("target", {})
    cells = [cell for cell in answer.get("cells", ()) if "waived" not in cell]
    in_cells = {entry for cell in answer.get("cells", ()) for entry in cell.get("counted", ())}
    yield {
        "group": group,
        "indicator": indicator,
        "requirement": answer.get("id"),
        "part_of": whole,
        "clause": answer["clause"],
        "label": answer["labels"][locale] if "labels" in answer else None,
        "outcome": None if answer.get("text_only") else answer["outcome"],
        "holding": answer.get("holding", False),
        "lo": number(answer.get("lo")),
        "hi": number(answer.get("hi")),
        "cmp": target.get("cmp"),
        "target": number(target.get("value")),
        "unit": target.get("unit"),
        "fraction": number(answer["fraction"]),
        "counted": len(answer.get("counted", ())) or len(in_cells),
        "not_counted": len(answer.get("not_counted", ())),
        "cells": len(cells),
        "cells_met": sum(cell["outcome"] == "met" for cell in cells),
        "missing": ";".join(answer.get("missing", ())),
        "marks": ";".join(answer.get("marks", ())),
        "boundary": ";".join(
            f"{other['reading']}={other['option']}:{other['would_be']}" for other in answer.get("boundary", ())
        ),
        "waived": len(answer.get("waived", ())),
    }
    for part in answer.get("parts", ()):
        yield from _requirement(part, group, indicator, answer.get("id", whole), locale)


def _cell_row(requirement: str, cell: dict[str, Any]) -> Row:
    return {
        "requirement": requirement,
        "members": ";".join(cell.get("members", ())),
        "window": cell.get("window"),
        "outcome": cell["outcome"],
        "holding": cell.get("holding", False),
        "lo": number(cell.get("lo")),
        "hi": number(cell.get("hi")),
        "due": _scalar("due", cell.get("due")),
        "overdue": cell.get("overdue", False),
        "counted": len(cell.get("counted", ())),
        "missing": ";".join(cell.get("missing", ())),
        "waived_by": cell["waived"]["approved_by"] if "waived" in cell else None,
    }


def _counted(requirement: str, answer: dict[str, Any]) -> Iterator[Row]:
    for entry in answer.get("counted", ()):
        yield {"requirement": requirement, "entry": entry}
    for cell in answer.get("cells", ()):
        place: Row = {"members": ";".join(cell.get("members", ())), "window": cell.get("window")}
        for entry in cell.get("counted", ()):
            yield {"requirement": requirement, "entry": entry, **place}


def flat(item: dict[str, Any], locale: Locale) -> Row:
    """Any object as one row: inner objects by dotted columns, lists as one text.

    >>> flat({"due": "2024-05-25", "labels": {"en": "Brief", "zh-CN": "简报"}, "members": ["a", "b"]}, "zh-CN")
    {'due': datetime.date(2024, 5, 25), 'label': '简报', 'members': 'a;b'}
    """
    row: Row = {}
    for name, value in item.items():
        if isinstance(value, dict):
            if value.keys() == {"en", "zh-CN"}:
                row["label" if name == "labels" else name] = value[locale]
            elif value.keys() >= {"code", "severity"}:
                found: Any = value
                row[name] = render(found, locale)["message"]
            else:
                row.update({f"{name}.{below}": cell for below, cell in flat(value, locale).items()})
        elif isinstance(value, list):
            row[name] = _list(value, locale)
        else:
            row[name] = _scalar(name, value)
    return row


def _list(values: list[Any], locale: Locale) -> str:
    if _are_findings(values):
        return ";".join(render(value, locale)["message"] for value in values)
    if any(isinstance(value, (dict, list)) for value in values):
        return json.dumps(values, ensure_ascii=False)
    return ";".join(map(str, values))


def _are_findings(items: list[Any]) -> bool:
    return bool(items) and all(isinstance(item, dict) and item.keys() >= {"code", "severity", "path"} for item in items)


def number(exact: str | None) -> float | None:
    """An exact number for display, a whole one as such; verdicts are the core's.

    >>> number("4"), number("0.896"), number("1/3"), number(None)
    (4, 0.896, 0.3333333333333333, None)
    """
    if exact is None:
        return None
    known = Fraction(exact)
    return known.numerator if known.denominator == 1 else float(known)


EXACT = re.compile(r"-?\d+(\.\d+|/\d+)?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _scalar(name: str, value: Any) -> Cell:
    if isinstance(value, str):
        if DAY.fullmatch(value):
            try:
                return datetime.date.fromisoformat(value)
            except ValueError:
                return value
        if name in NUMBERS and EXACT.fullmatch(value):
            # The type of a column must not hang on its values.
            return float(Fraction(value))
    cell: Cell = value
    return cell
