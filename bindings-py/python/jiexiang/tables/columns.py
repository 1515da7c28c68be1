"""The columns that entries of a kind may have, by name and by label."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from typing import Any, NamedTuple

from .. import _native
from ..findings import Locale

__all__ = ["Column", "columns_of", "family_of", "find", "kind_named", "label_of"]


class Column(NamedTuple):
    """A field of a kind, or of the items of one of its lists."""

    path: tuple[str, ...]
    """One step, or two for a field of items or an attribute."""
    type: str
    """As the core calls it: `text`, `id`, `code`, `whole`, `date` …; `items` for a whole list of items."""
    list: bool
    """Whether a cell holds several values."""
    labels: tuple[str, ...]
    """What it may be called, in both locales."""

    @property
    def name(self) -> str:
        """The steps with dots between them."""
        return ".".join(self.path)


@cache
def _kinds() -> dict[str, dict[str, Any]]:
    return {kind["kind"]: kind for kind in json.loads(_native.kinds())}


@cache
def columns_of(kind: str) -> dict[str, Column]:
    """The columns of a kind by their names, in the order of its table.

    >>> list(columns_of("visit"))[:4], columns_of("visit")["subjects.person"].labels
    (['id', 'package', 'date', 'end'], ('Visited.Person', '探访对象.人员'))
    """
    columns: list[Column] = []
    for field in _kinds()[kind]["fields"]:
        labels = tuple(field["labels"].values())
        columns.append(Column((field["name"],), field["type"], field["list"], labels))
        for item in field["items"] or ():
            both = tuple(f"{field['labels'][tag]}.{label}" for tag, label in item["labels"].items())
            columns.append(Column((field["name"], item["name"]), item["type"], True, both))
    return {column.name: column for column in columns}


@cache
def _headings(kind: str) -> dict[str, Column]:
    """The columns of a kind by what may head them; no heading means two of them."""
    columns = columns_of(kind).values()
    return {_folded(heading): column for column in columns for heading in (column.name, *column.labels)}


def find(kind: str, heading: str) -> Column | None:
    """The column that a heading means.

    >>> find("activity", "参加人数").name, find("activity", " Headcount ").name, find("activity", "nobody")
    ('headcount', 'headcount', None)
    """
    if heading in columns_of(kind):
        return columns_of(kind)[heading]
    found = _headings(kind).get(_folded(heading))
    if found is None and heading.startswith("attributes.") and len(heading) > 11:
        return Column(("attributes", heading[11:]), "attribute", False, ())
    return found


def kind_named(name: str) -> str | None:
    """The kind of this name or label.

    >>> kind_named("visit"), kind_named("探访"), kind_named("nothing")
    ('visit', 'visit', None)
    """
    if name in _kinds():
        return name
    wanted = _folded(name)
    labelled = (kind for kind, table in _kinds().items() if wanted in map(_folded, table["labels"].values()))
    return next(labelled, None)


def label_of(kind: str, locale: Locale) -> str:
    """What a kind is called.

    >>> label_of("visit", "zh-CN")
    '探访'
    """
    label: str = _kinds()[kind]["labels"][locale]
    return label


def family_of(kind: str) -> str:
    """`record`, `event` or `register`.

    >>> family_of("visit")
    'record'
    """
    family: str = _kinds()[kind]["family"]
    return family


def _folded(heading: str) -> str:
    # Sheets mix full and half width, and brackets of both kinds.
    return unicodedata.normalize("NFKC", heading).strip().casefold()
