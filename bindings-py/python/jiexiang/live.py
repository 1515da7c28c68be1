"""A ledger that is being written: each entry answers what it changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from . import _native
from .encode import day
from .ledger import Day, Ledger
from .source import Document, document

if TYPE_CHECKING:
    from . import types

__all__ = ["Live"]


class Live:
    """A copy of a ledger with where it stands at the end of a day, kept up while entries are added.

    Only the requirements that read entries of the kind added are judged again; what they then
    say is what `Ledger.evaluate` says of the whole.

    >>> live = jiexiang.Live(ledger, "2024-12-31")
    >>> added = live.add({"kind": "activity", "id": "a-9", "package": "nanchuan-2024/package-3",
    ...     "date": "2024-05-01", "recorded_at": "2024-05-01", "category": "community_activity"})
    >>> [(row["clause"], row["before"]["lo"], row["after"]["lo"]) for row in added["changed"] if row["requirement"] == "P3-I6"]
    []
    """

    __slots__ = ("_native",)

    _native: _native.Live

    def __init__(self, ledger: Ledger, as_of: Day) -> None:
        self._native = _native.Live(ledger._native, day(as_of, "as_of"))

    def add(
        self, entry: Document, *, source: str = "input", line: int = 1, import_date: Day | None = None
    ) -> types.Added:
        """Reads one entry like `Ledger.add`; answers `findings`, what `changed`, and the `completion` now.

        >>> live = jiexiang.Live(ledger, "2024-12-31")
        >>> added = live.add('{"kind": "visit"}')
        >>> added["findings"][0]["code"], added["changed"]
        ('missing_field', [])
        """
        import_day = None if import_date is None else day(import_date, "import_date")
        added: types.Added = json.loads(self._native.add(source, line, document(entry, "entry"), import_day))
        return added

    def standings(self) -> types.Standings:
        """Where every requirement stands, with its parts and cells, and how many indicators are met.

        >>> jiexiang.Live(ledger, "2025-06-30").standings()["rows"][0]["standing"]["outcome"]
        'not_met'
        """
        standings: types.Standings = json.loads(self._native.standings())
        return standings
