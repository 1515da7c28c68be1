"""Answers: what a ledger says to a question, kept as the core's own text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import Misuse

if TYPE_CHECKING:
    from .findings import Locale
    from .tables.sheet import Backend, Sheet

__all__ = ["Answer"]


Data = TypeVar("Data")


class Answer(Mapping[str, Any], Generic[Data]):
    """An answer: immutable, hashable, picklable, and readable like a dict.

    `text` is the core's canonical JSON, the same bytes in every language; `data` is the same
    as plain dicts and lists, of the type in `jiexiang.types`.

    >>> closing = ledger.closing("2025-06-30")
    >>> closing["decision"], closing.data["completion"], closing.text[:22]
    ('blocked', {'met': 0, 'of': 7}, '{"as_of":"2025-06-30",')
    """

    __slots__ = ("_data", "text")

    text: str
    """Canonical JSON text."""
    _data: dict[str, Any] | None

    def __init__(self, text: str) -> None:
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "_data", None)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("an answer does not change")

    @property
    def data(self) -> Data:
        """The answer as plain dicts and lists; a new copy each time."""
        data: Data = json.loads(self.text)
        return data

    def _read(self) -> dict[str, Any]:
        data = self._data
        if data is None:
            data = json.loads(self.text)
            object.__setattr__(self, "_data", data)
        return data

    def __getitem__(self, key: str) -> Any:
        return self._read()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Answer) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.text,)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._summary()}>"

    def _summary(self) -> str:
        return f"with {', '.join(self)}"

    def to_html(self, locale: Locale = "zh-CN") -> str:
        """A card for notebooks."""
        from .html import answer

        return answer(self, locale)

    def _repr_html_(self) -> str:
        return self.to_html()

    @property
    def parts(self) -> list[str]:
        """What `rows`, `to_frame` and `to_arrow` can show; the first is what they show by default."""
        return [name for name, part in self.items() if isinstance(part, list)]

    def rows(self, part: str | None = None, *, locale: Locale = "zh-CN") -> Sheet:
        """A list of the answer as flat rows: texts, numbers, days and truths by column.

        `part` is one of `parts`, the first by default.
        """
        from .tables import rows

        parts = self.parts
        part = part or (parts[0] if parts else "")
        if part not in parts:
            known = ", ".join(parts)
            raise Misuse("option_invalid", "part", f"there are no rows `{part}`, but: {known}")
        return rows.of(self, part, locale)

    def to_frame(self, part: str | None = None, *, locale: Locale = "zh-CN", backend: Backend = "pandas") -> Any:
        """A pandas or Polars data frame (or a PyArrow table) of `rows(part)`."""
        return self.rows(part, locale=locale).to(backend)

    def to_arrow(self, part: str | None = None, *, locale: Locale = "zh-CN") -> Any:
        """A PyArrow table of `rows(part)`."""
        return self.rows(part, locale=locale).to("pyarrow")
