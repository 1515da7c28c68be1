"""Findings 发现: plain lists of plain dicts, with words and tables on demand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from . import _native
from .errors import Misuse

if TYPE_CHECKING:
    from . import types
    from .tables.sheet import Backend, Sheet

__all__ = ["Findings", "LineFindings", "Locale", "Records", "Rejected", "Rendered", "Rows", "render"]

Locale = Literal["zh-CN", "en"]
"""The locales in which every message exists."""

Item = TypeVar("Item")


class Rendered(dict[str, str]):
    """`message` (what is wrong) and `help` (what to do next)."""


def render(finding: types.Finding, locale: Locale = "zh-CN") -> Rendered:
    """A finding in words.

    >>> import jiexiang
    >>> jiexiang.render({"code": "missing_field", "params": {"field": "date"}}, "en")
    {'help': 'fill in the field', 'message': 'required field `date` is missing'}
    """
    asked = {"code": finding["code"], "params": finding.get("params", {}), "locale": locale}
    answer = json.loads(_native.run(json.dumps({"op": "render", "input": asked})))
    if "error" in answer:
        raise Misuse(**answer["error"])
    return Rendered(answer)


class Rows(list[Item], Generic[Item]):
    """A plain list that can also become a table."""

    def _sheet(self, locale: Locale) -> Sheet:
        raise NotImplementedError

    def to_frame(self, *, locale: Locale = "zh-CN", backend: Backend = "pandas") -> Any:
        """A pandas or Polars data frame (or a PyArrow table) of these rows."""
        return self._sheet(locale).to(backend)

    def to_arrow(self, *, locale: Locale = "zh-CN") -> Any:
        """A PyArrow table of these rows."""
        return self._sheet(locale).to("pyarrow")

    def _repr_html_(self) -> str:
        from .html import sheet

        return sheet(self._sheet("zh-CN"))


class Findings(Rows["types.Finding"]):
    """Findings, each a dict: `code`, `severity`, `path`, `params`, `clause`, `records`, `position`.

    >>> from jiexiang import Package
    >>> findings = Package.lint("{")
    >>> findings[0]["code"], findings.messages("en")
    ('malformed', ['not valid JSON: key or end of object expected'])
    """

    def messages(self, locale: Locale = "zh-CN") -> list[str]:
        """What is wrong, in words, in the same order."""
        return [render(finding, locale)["message"] for finding in self]

    def _sheet(self, locale: Locale) -> Sheet:
        from .tables.rows import finding, findings

        return findings(({}, finding(found, locale)) for found in self)


class LineFindings(Rows["types.LineFindings"]):
    """Lines with findings, each a dict: `line` (from 1) and `findings`; lines without any are left out."""

    def _sheet(self, locale: Locale) -> Sheet:
        from .tables.rows import finding, findings

        return findings(
            ({}, {**finding(found, locale), "line": line["line"]})
            for line in self
            for found in line["findings"]
        )


class Rejected(Rows["types.Rejected"]):
    """Lines that were not admitted, each a dict: `source`, `line`, `text`, `findings`."""

    def _sheet(self, locale: Locale) -> Sheet:
        from .tables.rows import finding, findings

        return findings(
            ({"source": line["source"]}, {**finding(found, locale), "line": line["line"]})
            for line in self
            for found in line["findings"]
        )


class Records(Rows["types.Entry"]):
    """Admitted entries, each a dict as it was given."""

    def of(self, kind: str) -> Records:
        """Those of one kind."""
        return Records(entry for entry in self if entry["kind"] == kind)

    def _sheet(self, locale: Locale) -> Sheet:
        from .tables.entries import outgoing

        return outgoing(self)
