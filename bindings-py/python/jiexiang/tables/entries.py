"""Entries out of data frames, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, TypedDict

from ..encode import is_missing, plain, to_text
from ..errors import Misuse
from ..findings import Locale, Rows
from .columns import Column, columns_of, find, kind_named
from .frames import columns_in
from .sheet import Row, Sheet

if TYPE_CHECKING:
    from .. import types

__all__ = ["Incoming", "RowFinding", "RowFindings", "outgoing"]


KIND = ("kind", "种类")
"""What a column with the kinds of the rows is called."""


class RowFinding(TypedDict):
    """A finding with the place in the data frame."""

    row: int
    """The row, counted from `first_row`."""
    column: str | None
    """The heading; the name of the field when the frame has no such column; None for the whole row."""
    finding: types.Finding


class RowFindings(Rows[RowFinding]):
    """Findings with row and column, a plain list of dicts."""

    def _sheet(self, locale: Locale) -> Sheet:
        from .rows import finding, findings

        return findings(
            ({"row": at["row"], "column": at["column"]}, finding(at["finding"], locale)) for at in self
        )


class Incoming:
    """The rows of a data frame as texts of entries."""

    texts: list[bytes]
    """One JSON text for each row, in order."""

    def __init__(
        self, frame: Any, kind: str | None, columns: Mapping[str, str | None], fill: Mapping[str, Any]
    ) -> None:
        cells = {columns.get(heading, heading): values for heading, values in columns_in(frame).items()}
        self._given = {columns.get(heading, heading): heading for heading in columns_in(frame)}
        cells.pop(None, None)
        named: dict[str, list[Any]] = {name: values for name, values in cells.items() if name is not None}
        self._kinds = self._kinds_of(named, kind)
        self._headings = self._resolve(named)
        fill_texts = dict(fill)
        self.texts = [to_text({**fill_texts, **entry}) for entry in self._entries(named)]

    def placed(self, found: list[types.LineFindings]) -> RowFindings:
        """The core's findings with row and column."""
        return RowFindings(
            RowFinding(row=line["line"], column=self._column(finding), finding=finding)
            for line in found
            for finding in line["findings"]
        )

    def _kinds_of(self, cells: dict[str, list[Any]], kind: str | None) -> list[str | None]:
        """The kind of each row, by its own cell or for all; None for a word that is no kind."""
        default = None if kind is None else kind_named(kind)
        if kind is not None and default is None:
            raise Misuse("option_invalid", "kind", f"there is no kind `{kind}`")
        rows = max((len(values) for values in cells.values()), default=0)
        heading = next((name for name in cells if name.strip().casefold() in KIND), None)
        if heading is None and kind is None:
            raise Misuse("option_missing", "kind", "say the `kind` of the rows, or give a column `kind`")
        self._words = [None] * rows if heading is None else cells.pop(heading)
        return [default if _is_empty(word) else kind_named(str(word)) for word in self._words]

    def _resolve(self, cells: dict[str, list[Any]]) -> dict[str, dict[str, Column]]:
        """By kind, the column that each heading means; a heading that none of the kinds knows is misuse."""
        kinds = sorted({kind for kind in self._kinds if kind})
        headings = {kind: {name: column for name in cells if (column := find(kind, name))} for kind in kinds}
        for kind, columns in headings.items():
            twice = _twice(columns)
            if twice:
                raise Misuse("unknown_column", twice, f"two columns both mean `{columns[twice].name}` of {kind}")
        unknown = [name for name in cells if kinds and not any(name in known for known in headings.values())]
        if unknown:
            raise Misuse(
                "unknown_column",
                unknown[0],
                f"no field of {', '.join(kinds)} is called {', '.join(map(repr, unknown))}; "
                "rename columns, or leave them out, with `columns={'heading': 'field', 'other': None}`",
            )
        return headings

    def _entries(self, cells: dict[str, list[Any]]) -> Iterator[dict[str, Any]]:
        for at, kind in enumerate(self._kinds):
            row = {name: value for name, values in cells.items() if not _is_empty(value := values[at])}
            if kind is None:
                # No kind, so no fields: the core says what is wrong with the row.
                word = self._words[at]
                yield {} if _is_empty(word) else {"kind": str(word)}
                continue
            yield {"kind": kind, **_entry(row, self._headings[kind])}

    def _column(self, finding: types.Finding) -> str | None:
        steps = [step for step in finding["path"].split("/") if step and not step.isdecimal()]
        if not steps and finding["code"] in ("missing_field", "unknown_field"):
            steps = [finding.get("params", {}).get("field", "")]
        if not steps:
            return None
        name, whole = ".".join(steps[:2]), steps[0]
        for columns in self._headings.values():
            for wanted in (name, whole):
                for heading, column in columns.items():
                    if wanted in (column.name, column.path[0] if len(steps) == 1 else None):
                        return self._given[heading]
        return name


def _entry(row: dict[str, Any], columns: dict[str, Column]) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    lists: dict[str, dict[str, list[Any]]] = {}
    for heading, cell in row.items():
        column = columns.get(heading)
        if column is None:
            entry[heading] = _plain_text(cell)
        elif column.path[0] == "attributes" and len(column.path) == 2:
            entry.setdefault("attributes", {})[column.path[1]] = _value(cell, "attribute")
        elif len(column.path) == 2:
            values = _values(cell, column.type)
            lists.setdefault(column.path[0], {})[column.path[1]] = values if isinstance(values, list) else [values]
        elif column.type == "items":
            entry[column.name] = _json_or_text(cell)
        elif column.list:
            values = _values(cell, column.type)
            entry[column.name] = [value for value in values if value is not None] if isinstance(values, list) else values
        else:
            entry[column.name] = _value(cell, column.type)
    for name, fields in lists.items():
        items = [
            {field: value for field, value in zip(fields, values) if value is not None}
            for values in zip_longest(*fields.values())
        ]
        given = entry.get(name)
        entry[name] = _joined(given, items) if isinstance(given, list) else items
    return entry


def _joined(given: list[Any], items: list[dict[str, Any]]) -> list[Any]:
    """Items of a whole-list column, completed by columns of single fields."""
    pairs: Iterable[tuple[Any, dict[str, Any]]] = zip_longest(given, items, fillvalue={})
    return [{**item, **more} if isinstance(item, dict) else item for item, more in pairs]


def _values(cell: Any, type: str) -> Any:
    """The values of a cell that holds several; None for an empty one."""
    if isinstance(cell, str):
        if cell.lstrip().startswith("["):
            parsed = _json_or_text(cell)
            return parsed if isinstance(parsed, list) else [parsed]
        cell = cell.replace("；", ";").split(";")
    elif hasattr(cell, "tolist") and not isinstance(cell, (list, tuple)):
        cell = cell.tolist()
    if not isinstance(cell, (list, tuple)):
        cell = [cell]
    return [None if _is_empty(value) else _value(value, type) for value in cell]


TRUTHS = {"true": True, "yes": True, "是": True, "1": True, "false": False, "no": False, "否": False, "0": False}


def _value(cell: Any, type: str) -> Any:
    """One value; what does not fit its field is passed on for the core to find fault with."""
    if isinstance(cell, str):
        text = cell.strip()
        if type in ("whole", "amount"):
            number = _number(text)
            return text if number is None else number
        if type == "yes_no":
            return TRUTHS.get(text.casefold(), text)
        return text
    cell = _scalar(cell)
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, float) and (cell != cell or cell in (float("inf"), float("-inf"))):
        return str(cell)
    if type in ("whole", "amount", "attribute"):
        return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    if type == "yes_no" and cell in (0, 1):
        return bool(cell)
    if isinstance(cell, (int, float)) and type != "yes_no":
        return _digits(cell)
    return cell


def _scalar(cell: Any) -> Any:
    if isinstance(cell, (bool, int, float, list, dict)):
        return cell
    try:
        return plain(cell)
    except TypeError:
        return str(cell)


def _digits(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)


def _number(text: str) -> Any:
    """The number that a text says, exactly, or None."""
    try:
        # A JSON number, and nothing that only Python takes for one (`1_000`, `NaN`, `٣`).
        number = json.loads(text, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return None
    if isinstance(number, bool) or not isinstance(number, (int, float)):
        return None
    if isinstance(number, float):
        from decimal import Decimal

        return number if Decimal(repr(number)) == Decimal(text) else None
    return number


def _json_or_text(cell: Any) -> Any:
    if isinstance(cell, str):
        try:
            return json.loads(cell, parse_constant=str)
        except (ValueError, RecursionError):
            return cell
    return _pruned(cell)


def _pruned(value: Any) -> Any:
    """Structs without their empty fields: Arrow gives every struct all of them."""
    if hasattr(value, "tolist") and not isinstance(value, (list, tuple)):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [_pruned(item) for item in value]
    if isinstance(value, dict):
        return {key: _pruned(item) for key, item in value.items() if not is_missing(item)}
    return _scalar(value)


def _plain_text(cell: Any) -> Any:
    return cell if isinstance(cell, (str, bool, int)) else str(cell)


def _is_empty(cell: Any) -> bool:
    return is_missing(cell) or isinstance(cell, str) and not cell.strip()


def _twice(columns: dict[str, Column]) -> str | None:
    seen: set[str] = set()
    for heading, column in columns.items():
        if column.name in seen:
            return heading
        seen.add(column.name)
    return None


# Out.


def outgoing(entries: Iterable[Mapping[str, Any]]) -> Sheet:
    """Entries as rows, in the columns that `Incoming` reads; those of one kind in its table's order."""
    rows: list[Row] = []
    order: dict[str, None] = {"kind": None}
    kinds: dict[str, None] = {}
    for entry in entries:
        kinds.setdefault(entry["kind"])
        row: Row = {"kind": entry["kind"]}
        for name, value in entry.items():
            if name == "attributes":
                row.update({f"attributes.{key}": _cell(below) for key, below in value.items()})
            elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
                fields = dict.fromkeys(field for item in value for field in item)
                row.update({f"{name}.{field}": _several([item.get(field) for item in value]) for field in fields})
            elif isinstance(value, list):
                if value:
                    row[name] = _several(value)
            elif name != "kind":
                row[name] = _cell(value)
        rows.append(row)
    for kind in kinds:
        order.update(dict.fromkeys(columns_of(kind)))
    used = {name for row in rows for name in row}
    names = [name for name in order if name in used] + sorted(used - set(order))
    return Sheet(rows, {name: None for name in names})


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


def _several(values: list[Any]) -> str:
    texts = ["" if value is None else _word(value) for value in values]
    unsafe = any(";" in text or "；" in text or text != text.strip() for text in texts)
    if unsafe or texts[0].startswith("[") or texts == [""]:
        return json.dumps(values, ensure_ascii=False)
    return ";".join(texts)


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
