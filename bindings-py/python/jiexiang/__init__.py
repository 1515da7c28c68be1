"""结项: says, with reasons, where a government-purchased social-work contract stands and whether it may be closed.

Handles (`Package`, `Contract`, `Ledger`) are made once and kept; questions to a ledger are its
methods. Everything is decided by the core; this package only carries values to it and back, so
the answers are the same bytes as in Rust and JavaScript.

>>> import jiexiang
>>> package = jiexiang.Package.builtin("nanchuan-2024/package-3")
>>> ledger = jiexiang.Ledger(package, {"id": "c-1", "package": package.id, "version": "1",
...     "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15"})
>>> closing = ledger.closing("2025-06-30")
>>> closing["decision"], len(closing["blockers"]) > 0
('blocked', True)
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from . import _native
from .answer import Answer
from .answers import (
    Calendar, Closing, Diff, Evaluation, Explanation, Integrity, Lifecycle, Portfolio, Remaining, Report, Sensitivity,
    WhatIf,
)  # fmt: skip
from .batch import ask_many, ask_together, integrity, portfolio
from .bulk import Evaluated, evaluate_lines, evaluate_table
from .contract import Contract
from .encode import to_text
from .errors import JiexiangError, Misuse, Refused
from .findings import Findings, LineFindings, Records, Rejected, render
from .ledger import Ledger
from .live import Live
from .package import Package

__all__ = [
    "Answer", "Calendar", "Closing", "Contract", "Diff", "Evaluated", "Evaluation", "Explanation", "Findings", "Integrity",
    "JiexiangError", "Ledger", "Lifecycle", "LineFindings", "Live", "Misuse", "Package", "Portfolio", "Records", "Refused",
    "Rejected", "Remaining", "Report", "Sensitivity", "WhatIf", "ask_many", "ask_together", "evaluate_lines",
    "evaluate_table", "integrity", "portfolio", "questions", "render", "run",
]  # fmt: skip


def questions() -> list[str]:
    """The names of all questions that a ledger answers.

    >>> import jiexiang
    >>> "closing" in jiexiang.questions()
    True
    """
    return _native.questions()


def run(request: str | bytes | Mapping[str, Any]) -> str:
    """Carries out one request `{"op": …, "input": {…}}` of the shared vectors; answers canonical JSON.

    Never raises on what the request says; faults are answered as `{"error": …}`.

    >>> import jiexiang
    >>> jiexiang.run({"op": "extend", "input":
    ...     {"start": "2024-03-15", "end": "2025-01-31", "months": 1, "month_end": "same_day"}})
    '{"end":"2025-02-28"}'
    """
    if isinstance(request, Mapping):
        request = to_text(dict(request))
    text = request.encode("utf-8", "surrogatepass") if isinstance(request, str) else bytes(request)
    try:
        return _native.run(text.decode())
    except UnicodeDecodeError as error:
        message = f"the request is no UTF-8: {error.reason} at byte {error.start}"
        return json.dumps({"error": {"code": "not_json", "message": message, "path": ""}}, separators=(",", ":"))
