"""Many contracts at once: a table or JSON Lines in, evaluation rows out.

No Python object is made for a record: tables come in and go out as Arrow streams, by the protocol
that pyarrow, Polars, DuckDB, pandas 3 and others share (`__arrow_c_stream__`).

**Columns of a table.** `contract` names the contract of a row, `kind` its kind; every other column is
called as a field of the kinds (`date`, `mode`, `subjects` …), and rows are of any kinds in any
order. A column may hold

| field | Arrow |
|---|---|
| text, codes, ids, references, periods | text of any width, or a dictionary of text |
| days, partial dates | text (`2024-05-01`), dates, timestamps without a zone |
| times of day | text (`09:30`), times |
| numbers | integers, floats, decimals |
| yes or no | booleans |
| lists of values (`parts`, `members`) | lists of these |
| lists of items (`subjects`, `workers`) | lists of structs with the items' fields |
| `attributes` that the package declares | a struct of plain values |

A few fields are called alike and are of another type in another kind (`members` of a group and of
an organisation); then give a table for each kind.

Null means absent, as does NaN. A column that no field is called, or of a type that its field cannot
have, raises `Misuse` with the column's name; a bad value is a finding. A row is read just as
the JSON of its cells would be.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Union, cast

from . import _native
from .batch import Progress, reporting
from .contract import Contract
from .encode import day
from .errors import Misuse
from .findings import Locale
from .package import Package
from .source import Document, Lines, lines

if TYPE_CHECKING:
    from .ledger import Day

__all__ = ["ArrowStream", "Contracts", "Evaluated", "Table", "evaluate_lines", "evaluate_table", "read_parquet"]

Table: TypeAlias = Any
"""Whatever exports an Arrow stream (`__arrow_c_stream__`), or the path of a Parquet file."""
Contracts: TypeAlias = Union[Lines, Iterable[Union[Contract, Document]]]
"""Contracts, their documents, or JSON Lines of these by path or as text."""
Reader: TypeAlias = Literal["pyarrow", "polars", "duckdb"]


class ArrowStream:
    """Rows for any library that takes Arrow: `polars.DataFrame(rows)`, `pyarrow.table(rows)`,
    `duckdb.sql("from rows")`."""

    __slots__ = ("_native",)

    def __init__(self, native: _native.ArrowStream) -> None:
        self._native = native

    def __arrow_c_schema__(self) -> object:
        return self._native.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._native.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return self._native.num_rows


class Evaluated:
    """What an evaluation of many contracts says."""

    __slots__ = ("admitted", "findings", "read", "rows")

    rows: ArrowStream
    """A row for each contract and each requirement, in the order of the contracts: `contract`, `group`
    (indicator, obligation or provider), `indicator`, `requirement`, `clause`, `label`, `outcome` (null when there
    is nothing measurable), `holding`, `lo`, `hi`, `cmp`, `target`, `unit`, `fraction`, `counted`, `missing` (how many
    things must be known to be certain). It is what `Ledger.evaluate` says, which has the reasons too."""
    findings: ArrowStream
    """A row for each finding in what was read: `contract`, `table` (the kind, when tables were given by
    kinds), `row` (from 1; for JSON Lines the line), `character`, `severity`, `code`, `path`, `message`, `help`. `path` is the
    JSON pointer of the field in the entry, so its first step names the column (`/subjects/0/person` is in the column
    `subjects`) and later steps count items from 0. A row or line with an `error` was not admitted. What the evaluation itself finds is in `Ledger.evaluate`."""
    read: int
    """Rows or lines that were read."""
    admitted: int
    """Those without an error. `read - admitted` are in `findings`, each with the reason."""

    def __init__(self, native: tuple[_native.ArrowStream, _native.ArrowStream, int, int]) -> None:
        rows, findings, self.read, self.admitted = native
        self.rows, self.findings = ArrowStream(rows), ArrowStream(findings)

    def __repr__(self) -> str:
        return f"<Evaluated: {self.admitted} of {self.read} entries admitted, {len(self.rows)} rows, {len(self.findings)} findings>"


def evaluate_table(
    table: Table | Mapping[str, Table],
    contracts: Contracts,
    as_of: Day,
    *,
    packages: Package | Iterable[Package] | None = None,
    import_date: Day | None = None,
    locale: Locale = "zh-CN",
    threads: int | None = None,
    reader: Reader | None = None,
    progress: Progress = None,
) -> Evaluated:
    """Evaluates many contracts from one table, on all cores, without a Python object for a record.

    `table` is whatever exports an Arrow stream, or the path of a Parquet file, or a dict of these by
    kind: `{"visit": visits, "person": "people.parquet"}`; then a table needs no column `kind`. How
    columns are called and what they hold: `help(jiexiang.bulk)`. A Parquet file is read by `reader`, by
    default the first that is installed of pyarrow, Polars and DuckDB.

    `packages` are those that the contracts name; built-in ones need not be given. Each contract is
    evaluated at the end of `as_of` by `threads` threads (one for each core by default) and then
    forgotten. Rows of unknown contracts and rejected rows are in `findings`.

    >>> import jiexiang, polars
    >>> contract = {"id": "c-1", "package": "nanchuan-2024/package-3", "version": "1",
    ...     "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15"}
    >>> table = polars.DataFrame({"contract": ["c-1", "c-2", "c-1"], "kind": "activity", "id": ["a-1", "a-2", "a-3"],
    ...     "package": "nanchuan-2024/package-3", "date": "2024-05-01", "recorded_at": "2024-05-01", "place": "yongfu",
    ...     "category": ["community_activity", "community_activity", "dance"], "headcount": [60, 60, 5],
    ...     "workers": [[{"staff": "s-1"}]] * 3})
    >>> evaluated = jiexiang.evaluate_table(table, [contract, {**contract, "id": "c-0"}], "2024-06-30", locale="en")
    >>> evaluated
    <Evaluated: 1 of 3 entries admitted, 38 rows, 2 findings>
    >>> rows = polars.DataFrame(evaluated.rows).filter(polars.col("requirement") == "P3-I6a")
    >>> rows.select("contract", "label", "lo", "target", "outcome").rows()
    [('c-1', 'Community events held', 1.0, 6.0, 'open'), ('c-0', 'Community events held', 0.0, 6.0, 'open')]
    >>> polars.DataFrame(evaluated.findings).select("contract", "row", "code", "path").rows()
    [('c-2', 2, 'unknown_contract', '/contract'), ('c-1', 3, 'unknown_code', '/category')]
    """
    tables = table if isinstance(table, Mapping) else {None: table}
    streams = [(kind, _stream(each, reader)) for kind, each in tables.items()]
    asked = _asked(contracts, packages, as_of, import_date)
    with reporting(progress) as callback:
        return Evaluated(_native.evaluate_tables(streams, (*asked, locale, threads, callback)))


def evaluate_lines(
    lines_: Lines,
    contracts: Contracts,
    as_of: Day,
    *,
    packages: Package | Iterable[Package] | None = None,
    import_date: Day | None = None,
    locale: Locale = "zh-CN",
    threads: int | None = None,
    progress: Progress = None,
) -> Evaluated:
    """The same from JSON Lines, in which each entry has one more key, `contract`.

    >>> contract = {"id": "c-1", "package": "nanchuan-2024/package-3", "version": "1",
    ...     "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15"}
    >>> text = '{"contract": "c-1", "kind": "visit", "id": "v-1"}\\n{"contract": "c-9"}\\n{'
    >>> evaluated = evaluate_lines(text, [contract], "2024-06-30")
    >>> import pyarrow
    >>> found = pyarrow.table(evaluated.findings).select(["row", "code"]).to_pylist()
    >>> [tuple(finding.values()) for finding in found][:3]
    [(2, 'unknown_contract'), (3, 'malformed'), (1, 'missing_field')]
    """
    _, text = lines(lines_)
    text = text if isinstance(text, bytes) else b"\n".join(text)
    asked = _asked(contracts, packages, as_of, import_date)
    with reporting(progress) as callback:
        return Evaluated(_native.evaluate_lines(text, (*asked, locale, threads, callback)))


def read_parquet(path: str | os.PathLike[str], reader: Reader | None = None) -> Any:
    """A Parquet file as an Arrow stream, by the first library that is installed, or by `reader`.

    For several files, or a part of one, use a library's own words: a `polars.DataFrame`, a
    `pyarrow.dataset` reader or a DuckDB relation is a table as well.
    """
    name = os.fspath(path)
    for library in (reader,) if reader else ("pyarrow", "polars", "duckdb"):
        try:
            if library == "pyarrow":
                from pyarrow import parquet

                # Batch by batch: the whole file is never in memory twice.
                file = parquet.ParquetFile(name)
                import pyarrow

                return pyarrow.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches())
            if library == "polars":
                import polars

                return polars.read_parquet(name)
            if library == "duckdb":
                import duckdb

                return duckdb.read_parquet(name)
        except ImportError:
            continue
        raise Misuse("option_invalid", "reader", "`reader` is none of pyarrow, polars, duckdb")
    missing = reader or "pyarrow, polars or duckdb"
    raise Misuse("extra_missing", "table", f"to read {name} install {missing}: pip install jiexiang[arrow]")


def _stream(table: Table, reader: Reader | None) -> Any:
    if isinstance(table, (str, os.PathLike)):
        return read_parquet(table, reader)
    if not (hasattr(table, "__arrow_c_stream__") or hasattr(table, "__arrow_c_array__")):
        message = f"`table` is {type(table).__name__}, which exports no Arrow stream (`__arrow_c_stream__`), and no path"
        raise Misuse("option_invalid", "table", message)
    return table


def _asked(
    contracts: Contracts, packages: Package | Iterable[Package] | None, as_of: Day, import_date: Day | None
) -> tuple[list[_native.Contract], list[_native.Package], str, str | None]:
    loaded = [each if isinstance(each, Contract) else Contract.load(each) for each in _documents(contracts)]
    ids = [contract.id for contract in loaded]
    if len(set(ids)) < len(ids):
        twice = next(id for id in ids if ids.count(id) > 1)
        raise Misuse("option_invalid", "contracts", f"two contracts have the id `{twice}`")
    given = [packages] if isinstance(packages, Package) else list(packages or ())
    named = {package.id for package in given}
    builtins = set(Package.builtins())
    for id in sorted({contract.package for contract in loaded} - named):
        if id not in builtins:
            raise Misuse("unknown_id", "packages", f"there is no package `{id}`; give it with `packages`")
        given.append(Package.builtin(id))
    import_day = None if import_date is None else day(import_date, "import_date")
    contracts_, packages_ = [each._native for each in loaded], [each._native for each in given]
    return contracts_, packages_, day(as_of, "as_of"), import_day


def _documents(contracts: Contracts) -> list[Any]:
    if isinstance(contracts, (Contract, Mapping)):
        return [contracts]
    if isinstance(contracts, Iterable) and not isinstance(contracts, (str, bytes)) and not hasattr(contracts, "read"):
        return list(cast("Iterable[Any]", contracts))
    _, text = lines(cast("Lines", contracts))
    whole = text if isinstance(text, bytes) else b"\n".join(text)
    if whole.lstrip().startswith(b"["):
        return [json.dumps(each, ensure_ascii=False) for each in json.loads(whole)]
    return [line for line in whole.splitlines() if line.strip()]
