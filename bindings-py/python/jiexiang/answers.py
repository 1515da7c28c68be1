"""The answers to the questions, one class each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .answer import Answer

if TYPE_CHECKING:
    from . import types

__all__ = [
    "ANSWERS", "Calendar", "Closing", "Diff", "Evaluation", "Explanation", "Integrity", "Lifecycle", "Portfolio",
    "Remaining", "Report", "Sensitivity", "WhatIf",
]  # fmt: skip

Kind = TypeVar("Kind", bound=type[Answer[Any]])

ANSWERS: dict[str, type[Answer[Any]]] = {}
"""The class of the answer by its question; other questions are answered by an `Answer`."""


def _to(question: str) -> Any:
    def declare(kind: Kind) -> Kind:
        ANSWERS[question] = kind
        return kind

    return declare


@_to("evaluate")
class Evaluation(Answer["types.Evaluation"]):
    """Where every requirement stands at the end of a day.

    Tables: `requirements` (one row each, parts below their whole), `cells` (one row for each
    member and period), `counted` and `not_counted` (one row for each entry, with the reason),
    `findings`, `readings`.
    """

    __slots__ = ()

    @property
    def parts(self) -> list[str]:
        return ["requirements", "indicators", "cells", "counted", "not_counted", "findings", "readings"]

    def _summary(self) -> str:
        done = self["completion"]
        return f"of {self['contract']} as of {self['as_of']}: {done['met']} of {done['of']} indicators met"


@_to("closing")
class Closing(Answer["types.Closing"]):
    """Whether the project may be closed on a day, and what blocks it, clause by clause.

    Tables: `blockers`, `missing`, `items`, `waived`, `findings`.
    """

    __slots__ = ()

    @property
    def parts(self) -> list[str]:
        return ["blockers", "missing", "items", "waived", "findings"]

    def _summary(self) -> str:
        return f"as of {self['as_of']}: {self['decision']}, {len(self['blockers'])} blockers"


@_to("lifecycle")
class Lifecycle(Answer["types.Lifecycle"]):
    """State, evaluations, duties, orders and legal next steps on a day.

    Tables: `stages`, `orders`, `triggers`, `next_steps`, `findings`.
    """

    __slots__ = ()

    @property
    def parts(self) -> list[str]:
        return ["stages", "orders", "triggers", "next_steps", "findings"]

    def _summary(self) -> str:
        return f"as of {self['as_of']}: {self['state']}"


@_to("remaining")
class Remaining(Answer["types.Remaining"]):
    """The least further work that closes each requirement and the whole project.

    Tables: `work` (one row for each piece of work), `requirements`, `tracked`.
    """

    __slots__ = ()

    @property
    def parts(self) -> list[str]:
        return ["requirements", "work", "tracked"]

    def _summary(self) -> str:
        return f"as of {self['as_of']}: {self['total']['records']} entries, {self['days_left']} days left"


@_to("calendar")
class Calendar(Answer["types.Calendar"]):
    """Every duty that falls due in a span of days, with its state. Table: `rows`."""

    __slots__ = ()

    def _summary(self) -> str:
        return f"of {self['contract']} as of {self['as_of']}: {len(self['rows'])} duties"


@_to("diff")
class Diff(Answer["types.Difference"]):
    """What changed between two days, and because of which entries."""

    __slots__ = ()


@_to("sensitivity")
class Sensitivity(Answer["types.Sensitivity"]):
    """Which readings would change which verdicts.

    Tables: `changes` (one row for each other option of a reading), `boundary`, `findings`.
    """

    __slots__ = ()

    @property
    def parts(self) -> list[str]:
        return ["changes", "boundary", "findings"]

    def _summary(self) -> str:
        return f"of {self['contract']} as of {self['as_of']}: {len(self['readings'])} readings matter"


@_to("what_if")
class WhatIf(Answer["types.WhatIf"]):
    """What more entries would change, without adding them."""

    __slots__ = ()


@_to("integrity")
class Integrity(Answer["types.Integrity"]):
    """What evaluators would look at twice. Table: `findings`."""

    __slots__ = ()

    def _summary(self) -> str:
        return f"as of {self['as_of']}: {len(self['findings'])} findings"


@_to("portfolio")
class Portfolio(Answer["types.Portfolio"]):
    """Many contracts at once, those at risk first. Table: `rows`."""

    __slots__ = ()

    def _summary(self) -> str:
        return f"as of {self['as_of']}: {len(self['rows'])} contracts"


@_to("explain")
class Explanation(Answer["types.Explanation"]):
    """The closing decision with everything that it rests on, down to the entries, as a tree.

    `Ledger.report` says the same for readers. Tables: `blockers`, `missing`, `next_steps`,
    `findings`, `orders`.
    """

    __slots__ = ()

    @property
    def parts(self) -> list[str]:
        return ["blockers", "missing", "next_steps", "findings", "orders"]

    def _summary(self) -> str:
        return f"of {self['contract']} as of {self['as_of']}: {self['decision']}"


class Report(str):
    """A text for readers, plain, Markdown or HTML; a notebook shows HTML as such."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        return str(self) if self.startswith("<") else None
