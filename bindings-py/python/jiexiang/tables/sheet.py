"""Rows with columns in order, and the data frames made of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias, Union

from ..errors import Misuse

__all__ = ["Backend", "Cell", "Row", "Sheet", "Type"]

Cell: TypeAlias = Union[str, int, float, bool, datetime.date, None]
Row: TypeAlias = dict[str, Cell]
Type: TypeAlias = Literal["text", "whole", "number", "day", "yes_no"]
"""`whole` is a 64-bit integer, `number` a float for display, `day` a date without time."""
Backend: TypeAlias = Literal["pandas", "polars", "pyarrow"]


class Sheet(list[Row]):
    """Rows, each with the same columns.

    >>> sheet = Sheet([{"id": "a", "n": 1}, {"id": "b"}])
    >>> sheet.columns, sheet[1]
    ({'id': 'text', 'n': 'whole'}, {'id': 'b', 'n': None})
    """

    columns: dict[str, Type]
    """The type of each column, in order."""

    def __init__(self, rows: Iterable[Row], columns: Mapping[str, Type | None] | None = None) -> None:
        given = list(rows)
        names = columns or dict.fromkeys(name for row in given for name in row)
        super().__init__({name: row.get(name) for name in names} for row in given)
        self.columns = {name: type or _type(self, name) for name, type in _typed(names)}

    def to(self, backend: Backend) -> Any:
        """A data frame."""
        makers = {"pandas": _pandas, "polars": _polars, "pyarrow": _pyarrow}
        if backend not in makers:
            raise Misuse("option_invalid", "backend", f"`backend` is none of {', '.join(makers)}")
        try:
            return makers[backend](self)
        except ImportError:
            extra = "arrow" if backend == "pyarrow" else backend
            message = f"install {backend}: pip install jiexiang[{extra}]"
            raise Misuse("extra_missing", "backend", message) from None

    def values(self, name: str) -> list[Cell]:
        """A column's cells."""
        return [float(cell) if self.columns[name] == "number" and cell is not None else cell for cell in self._of(name)]  # type: ignore[arg-type]

    def _of(self, name: str) -> list[Cell]:
        cells = [row[name] for row in self]
        return [None if cell is None else str(cell) for cell in cells] if self.columns[name] == "text" else cells


def _typed(names: Mapping[str, Type | None] | dict[str, None]) -> Iterable[tuple[str, Type | None]]:
    return names.items()


def _type(rows: list[Row], name: str) -> Type:
    """The type that all cells of a column have; text when they have none in common."""
    kinds = {type(cell) for row in rows if (cell := row[name]) is not None}
    if kinds == {bool}:
        return "yes_no"
    if kinds == {int} and all(abs(row[name] or 0) < 2**63 for row in rows):  # type: ignore[arg-type]
        return "whole"
    if kinds and kinds <= {int, float}:
        return "number"
    return "day" if kinds == {datetime.date} else "text"


def _pandas(sheet: Sheet) -> Any:
    import pandas

    types: dict[Type, Any] = {"text": "string", "whole": "Int64", "number": "Float64", "day": "datetime64[s]", "yes_no": "boolean"}
    columns = {
        name: pandas.Series(pandas.array(sheet.values(name), dtype=types[type]), dtype=types[type])
        for name, type in sheet.columns.items()
    }
    return pandas.DataFrame(columns)


def _polars(sheet: Sheet) -> Any:
    import polars

    types = {
        "text": polars.String, "whole": polars.Int64, "number": polars.Float64,
        "day": polars.Date, "yes_no": polars.Boolean,
    }  # fmt: skip
    columns = {name: sheet.values(name) for name in sheet.columns}
    return polars.DataFrame(columns, schema={name: types[type] for name, type in sheet.columns.items()})


def _pyarrow(sheet: Sheet) -> Any:
    import pyarrow

    types = {
        "text": pyarrow.string(), "whole": pyarrow.int64(), "number": pyarrow.float64(),
        "day": pyarrow.date32(), "yes_no": pyarrow.bool_(),
    }  # fmt: skip
    schema = pyarrow.schema([(name, types[type]) for name, type in sheet.columns.items()])
    return pyarrow.table({name: sheet.values(name) for name in sheet.columns}, schema=schema)
