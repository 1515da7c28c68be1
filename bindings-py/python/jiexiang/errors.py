"""Exceptions: only for faults of the calling program and for documents that give no handle.

Bad entries never raise; they are answered by findings.

>>> import jiexiang
>>> try:
...     jiexiang.Contract.load({"id": "c"})
... except jiexiang.Refused as refused:
...     print(refused.code, [finding["params"]["field"] for finding in refused.findings][:2])
missing_field ['midterm_date', 'package']
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .types import Finding

__all__ = ["JiexiangError", "Misuse", "Refused"]


class JiexiangError(Exception):
    """What both exceptions have in common.

    >>> from jiexiang import JiexiangError, Misuse
    >>> issubclass(Misuse, JiexiangError)
    True
    """

    code: str
    """The stable code: of the misuse, or of the first finding."""
    path: str
    """The option or the place in the document (a JSON pointer); empty for the whole."""
    findings: list[Finding]
    """Every finding, when documents are at fault; else empty."""


class Misuse(JiexiangError, ValueError):
    """A call that no data could make right: an unknown question, an option of the wrong type.

    `code` is `not_json`, `unknown_operation`, `unknown_id`, `option_missing`, `option_invalid`,
    or of the binding itself `unknown_column` (a data frame), `extra_missing` (a package to install).

    >>> import jiexiang
    >>> try:
    ...     jiexiang.Package.builtin("nowhere")
    ... except jiexiang.Misuse as misuse:
    ...     print(misuse.code, misuse.path)
    unknown_id package
    """

    def __init__(self, code: str, path: str, message: str) -> None:
        super().__init__(code, path, message)
        self.code = code
        self.path = path
        self.findings = []

    def __str__(self) -> str:
        return str(self.args[2])


class Refused(JiexiangError):
    """A package, contract or ledger that cannot be opened, with all findings at once.

    >>> import jiexiang
    >>> try:
    ...     jiexiang.Contract.load("{")
    ... except jiexiang.Refused as refused:
    ...     print(refused.findings[0]["position"])
    {'column': 2, 'line': 1}
    """

    what: str
    """`package`, `contract` or `ledger`."""

    def __init__(self, what: str, findings: str) -> None:
        super().__init__(what, findings)
        self.what = what
        self.findings = json.loads(findings)
        self.code = self.findings[0]["code"] if self.findings else ""
        self.path = self.findings[0]["path"] if self.findings else ""

    def __str__(self) -> str:
        places = (f"{finding['code']} at {finding['path'] or '/'}" for finding in self.findings[:3])
        more = f" and {len(self.findings) - 3} more" if len(self.findings) > 3 else ""
        return f"the {self.what} is refused: {', '.join(places)}{more}"
