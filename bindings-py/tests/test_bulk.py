"""Many contracts in one table or in one text of JSON Lines."""

from __future__ import annotations

import datetime
import decimal
import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest
from conftest import SAMPLES
from pyarrow import parquet

import jiexiang
from jiexiang.bulk import read_parquet

DAY = datetime.date(2025, 6, 30)
PACKAGE = "nanchuan-2024/package-2"
CONTRACT = json.loads((SAMPLES / "package-2" / "contract.json").read_text("utf-8"))
PRODUCERS: dict[str, Any] = {
    "pyarrow": lambda table: table,
    "polars": polars.DataFrame,
    "duckdb": lambda table: duckdb.from_arrow(table),
    "pandas": lambda table: table.to_pandas(types_mapper=pandas.ArrowDtype),
    "batch": lambda table: table.combine_chunks().to_batches()[0],
}


def raw(number: int) -> list[bytes]:
    """The lines of a sample."""
    folder = SAMPLES / f"package-{number}"
    names = ("registers.jsonl", "records.jsonl", "events.jsonl")
    return [line for name in names for line in (folder / name).read_bytes().split(b"\n") if line]


@cache
def entries(number: int) -> list[dict[str, Any]]:
    """The lines of a sample that are JSON."""
    found = []
    for line in raw(number):
        try:
            found.append(json.loads(line))
        except ValueError:
            continue
    return found


def contract(number: int, id: str | None = None) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((SAMPLES / f"package-{number}" / "contract.json").read_text("utf-8"))
    return {**document, "id": id or document["id"]}


def alone(document: dict[str, Any], lines: Any, locale: Any = "zh-CN") -> list[dict[str, Any]]:
    """The rows that a ledger of its own gives."""
    ledger = jiexiang.Ledger(jiexiang.Package.builtin(document["package"]), document)
    ledger.add_lines(lines)
    evaluation = ledger.evaluate(DAY)
    answers = {answer["id"]: answer for answer in requirements(evaluation)}
    found = []
    for row in evaluation.rows(locale=locale):
        if row["requirement"] in answers and row["part_of"] is None:
            answer = answers[row["requirement"]]
            counts = {"counted": row["counted"], "missing": len(answer.get("missing", ()))}
            found.append({"contract": document["id"], **row, **counts})
    return found


def requirements(evaluation: jiexiang.Evaluation) -> list[dict[str, Any]]:
    of_indicators = [answer for indicator in evaluation["indicators"] for answer in indicator["requirements"]]
    return [*of_indicators, *evaluation["obligations"], *evaluation["provider"]]


def rows(evaluated: jiexiang.Evaluated) -> list[dict[str, Any]]:
    return pyarrow.table(evaluated.rows).to_pylist()  # type: ignore[no-any-return]


def found(evaluated: jiexiang.Evaluated) -> list[tuple[Any, ...]]:
    """Where what was not admitted stands, and why."""
    names = ("contract", "table", "row", "code", "path")
    findings = pyarrow.table(evaluated.findings).to_pylist()
    return [tuple(row[name] for name in names) for row in findings if row["severity"] == "error"]


def by_kind(lines: list[dict[str, Any]]) -> dict[str, pyarrow.Table]:
    """Tables of entries, one for each kind: numbers of one column are all floats or all whole."""
    tables = {}
    for kind in dict.fromkeys(line["kind"] for line in lines):
        own = [{name: value for name, value in line.items() if name != "kind"} for line in lines if line["kind"] == kind]
        columns = dict.fromkeys(name for line in own for name in line)
        tables[kind] = pyarrow.table({name: pyarrow.array([line.get(name) for line in own]) for name in columns})
    return tables


def same(given: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    assert given == [{name: row[name] for name in given[0]} for row in wanted]


@pytest.mark.parametrize("number", range(1, 7))
def test_rows_are_those_of_ledgers(number: int) -> None:
    """By lines and by tables, in both locales."""
    document = contract(number)
    name = b'{"contract":' + json.dumps(document["id"]).encode() + b","
    evaluated = jiexiang.evaluate_lines([name + line[1:] for line in raw(number)], [document], DAY)
    same(rows(evaluated), alone(document, raw(number)))
    lines = [{**line, "contract": document["id"]} for line in entries(number)]
    evaluated = jiexiang.evaluate_table(by_kind(lines), [document], DAY, locale="en")
    same(rows(evaluated), alone(document, entries(number), "en"))
    assert evaluated.read == len(lines)


def mixed(contracts: int) -> tuple[pyarrow.Table, list[dict[str, Any]]]:
    """Package 2's sample for several contracts, each without some of its rows, in disorder."""
    lines: list[dict[str, Any]] = []
    for at in range(contracts):
        lines += [{"contract": f"c-{at}", **line} for place, line in enumerate(entries(2)) if place % (at + 2)]
    lines.sort(key=lambda line: (line.get("recorded_at", ""), line["id"], line["contract"]))
    return pyarrow.Table.from_pylist(lines, pyarrow.schema(columns(lines))), lines


def columns(lines: list[dict[str, Any]]) -> list[pyarrow.Field]:
    names = dict.fromkeys(name for line in lines for name in line)
    return [pyarrow.field(name, pyarrow.array([line[name] for line in lines if name in line]).type) for name in names]


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize("threads", [1, 2, 7])
def test_many_contracts_from_every_producer(producer: str, threads: int) -> None:
    table, lines = mixed(5)
    documents = [contract(2, f"c-{at}") for at in range(5)]
    steps: list[tuple[int, int]] = []
    evaluated = jiexiang.evaluate_table(
        PRODUCERS[producer](table), documents, DAY, threads=threads, progress=lambda *step: steps.append(step)
    )
    wanted = [row for at in range(5) for row in alone(documents[at], entries_of(lines, f"c-{at}"))]
    same(rows(evaluated), wanted)
    assert len({row["lo"] for row in rows(evaluated) if row["requirement"] == "P2-I3"}) > 1, "contracts differ"
    assert steps[-1] == (5, 5)
    # The one record of the sample that says a mode that there is not.
    assert {(code, path) for *_, code, path in found(evaluated)} == {("unknown_code", "/mode")}
    assert evaluated.read - evaluated.admitted == len(found(evaluated))


def entries_of(lines: list[dict[str, Any]], id: str) -> list[dict[str, Any]]:
    return [{name: value for name, value in line.items() if name != "contract"} for line in lines if line["contract"] == id]


def test_answers_go_into_every_library() -> None:
    table, _ = mixed(2)
    evaluated = jiexiang.evaluate_table(table, [contract(2, "c-0"), contract(2, "c-1")], DAY)
    counts = duckdb.from_arrow(pyarrow.table(evaluated.rows)).aggregate("count(*)").fetchall()[0]
    assert counts == (len(evaluated.rows),) == (len(polars.DataFrame(evaluated.rows)),)
    assert len(polars.DataFrame(evaluated.findings)) == len(evaluated.findings)
    of_indicators = polars.DataFrame(evaluated.rows).filter(polars.col("group") == "indicator")
    ids = of_indicators["requirement"].unique(maintain_order=True)
    assert ids.to_list() == ["P2-I1", "P2-I2", "P2-I3", "P2-I4a", "P2-I4b", "P2-I5", "P2-I6a", "P2-I6b", "P2-I7a", "P2-I7b"]


BASE = {"contract": "c-1", "id": "x-1", "package": PACKAGE, "date": "2024-05-01", "recorded_at": "2024-05-01"}


def read(kind: str, **cells: Any) -> list[tuple[str, str]]:
    """The findings of one row whose cells are Arrow arrays."""
    given = {**{name: pyarrow.array([value]) for name, value in BASE.items()}, **cells}
    evaluated = jiexiang.evaluate_table({kind: pyarrow.table(given)}, [contract(2, "c-1")], DAY)
    assert evaluated.read == 1
    return [(code, path) for *_, code, path in found(evaluated)]


def test_cells_of_every_type() -> None:
    array = pyarrow.array
    day, noon = datetime.datetime(2024, 5, 1), datetime.datetime(2024, 5, 1, 12)
    word = array(["community_activity"])
    for text in (word, word.cast("large_string"), word.cast("string_view"), word.dictionary_encode(), word.cast("large_string").dictionary_encode()):
        assert read("activity", category=text) == []
    for index in ("int8", "int16", "int64", "uint8", "uint16", "uint32", "uint64"):
        words = pyarrow.DictionaryArray.from_arrays(array([1]).cast(index), array(["no", "community_activity"]))
        assert read("activity", category=words) == []
    for kind in ("date32", "date64", "timestamp[s]", "timestamp[ms]", "timestamp[us]", "timestamp[ns]"):
        assert read("activity", category=word, date=array([day]).cast(pyarrow.type_for_alias(kind))) == []
    assert read("activity", category=word, date=array([noon])) == [("invalid_date", "/date")]
    assert read("activity", category=word, date=array([datetime.date(1799, 1, 1)])) == [("invalid_date", "/date")]
    for kind in ("time32[s]", "time32[ms]", "time64[us]", "time64[ns]"):
        assert read("activity", category=word, start=array([datetime.time(9, 30)]).cast(pyarrow.type_for_alias(kind))) == []
    assert read("activity", category=word, start=array([datetime.time(9, 30, 5)])) == [("invalid_time", "/start")]
    for kind in ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double"):
        assert read("activity", category=word, headcount=array([50]).cast(pyarrow.type_for_alias(kind))) == []
    for digits in (array([decimal.Decimal("50.00")]), array([decimal.Decimal(50)]).cast(pyarrow.decimal64(10, 2))):
        assert read("activity", category=word, headcount=digits, cost=digits) == []
    assert read("activity", category=word, headcount=array([-1])) == [("below_zero", "/headcount")]
    assert read("activity", category=word, headcount=array([0.5])) == [("not_whole", "/headcount")]
    assert read("activity", category=word, headcount=array([2**64 - 1], "uint64")) == [("invalid_number", "/headcount")]
    assert read("activity", category=word, headcount=array([float("inf")])) == [("wrong_type", "/headcount")]
    assert read("activity", category=word, headcount=array([float("nan")])) == []
    assert read("activity", category=word, headcount=array([None]), workers=array([None])) == []
    assert read("acceptance", passed=array([True])) == []
    items = [[{"staff": "s-1", "role": None}, {"staff": "s-2", "role": "assistant"}]]
    for of in (pyarrow.list_, pyarrow.large_list, lambda item: pyarrow.list_(item, 2)):
        staff = array(items, of(pyarrow.struct([("staff", pyarrow.string()), ("role", pyarrow.string())])))
        assert read("activity", category=word, workers=staff) == []
    assert read("activity", category=word, workers=array([[{"staff": "s-1"}, None]])) == [("wrong_type", "/workers/1")]
    assert read("group", members=array([["p-1", None]])) == [("wrong_type", "/members/1")]
    assert read("group", members=array([[]], pyarrow.list_(pyarrow.null()))) == []
    assert read("activity", category=word, attributes=array([{"nothing": "x"}])) == [("unknown_attribute", "/attributes/nothing")]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"date": pyarrow.array([20240501])}, "date"),
        ({"date": pyarrow.array([datetime.datetime(2024, 5, 1, tzinfo=datetime.timezone.utc)])}, "date"),
        ({"headcount": pyarrow.array(["50"])}, "headcount"),
        ({"title": pyarrow.array([12])}, "title"),
        ({"title": pyarrow.array([b"x"])}, "title"),
        ({"contract": pyarrow.array([1])}, "contract"),
        ({"workers": pyarrow.array(["s-1"])}, "workers"),
        ({"workers": pyarrow.array([[{"staff": 1}]])}, "workers.staff"),
        ({"workers": pyarrow.array([[{"boss": "s-1"}]])}, "workers.boss"),
        ({"nobody": pyarrow.array(["x"])}, "nobody"),
        ({"members": pyarrow.array([["p-1"]])}, "members"),
        ({"attributes": pyarrow.array([{"a": ["x"]}])}, "attributes.a"),
        ({"attributes": pyarrow.array(["x"])}, "attributes"),
    ],
)
def test_columns_that_cannot_be_meant_are_misuse(cells: dict[str, Any], column: str) -> None:
    with pytest.raises(jiexiang.Misuse, match=column) as misuse:
        read("activity", **cells)
    assert (misuse.value.code, misuse.value.path) == ("unknown_column", column)


def test_calls_that_nothing_could_make_right() -> None:
    table = pyarrow.table({name: [value] for name, value in BASE.items()})
    for wrong, path in (
        ({"table": {"vist": table}}, "table"),
        ({"table": [1]}, "table"),
        ({"table": table}, "kind"),
        ({"table": {"visit": table.drop_columns(["contract"])}}, "contract"),
        ({"as_of": "soon"}, "as_of"),
        ({"locale": "fr"}, "locale"),
        ({"contracts": [CONTRACT, CONTRACT]}, "contracts"),
        ({"contracts": [{**CONTRACT, "package": "nowhere"}]}, "packages"),
        ({"table": {"visit": table.append_column("id", pyarrow.array(["b"]))}}, "id"),
    ):
        given: Any = {"table": {"visit": table}, "contracts": [CONTRACT], "as_of": DAY, **wrong}
        with pytest.raises(jiexiang.Misuse) as misuse:
            jiexiang.evaluate_table(**given)
        assert misuse.value.path == path
    with pytest.raises(jiexiang.Refused) as refused:
        jiexiang.evaluate_table({"visit": table}, [{**CONTRACT, "version": "9"}], DAY)
    assert refused.value.what == "ledger" and refused.value.findings[0]["records"] == [CONTRACT["id"]]


def test_rows_are_never_lost_silently() -> None:
    table = pyarrow.table(
        {
            "contract": ["c-1", "c-9", None, "c-1", "c-1"], "kind": ["activity", "activity", "activity", "dance", None],
            "id": ["a", "b", "c", "d", "e"], "package": [PACKAGE] * 5, "date": ["2024-05-01"] * 5,
            "recorded_at": [None] * 5, "category": ["community_activity"] * 5,
        }
    )  # fmt: skip
    evaluated = jiexiang.evaluate_table(table, [contract(2, "c-1")], DAY, import_date="2024-06-01")
    assert found(evaluated) == [
        ("c-9", None, 2, "unknown_contract", "/contract"), (None, None, 3, "missing_field", ""),
        ("c-1", None, 4, "unknown_kind", "/kind"), ("c-1", None, 5, "missing_field", "/kind"),
    ]  # fmt: skip
    assert (evaluated.read, evaluated.admitted) == (5, 1)
    lines = '{"contract":"c-1","kind":"dance"}\n\n{"a":1,"contract" : "c\\u002d1" }\n{"contract":5}\n[\n{"kind":"a"}\n{"contract":"c-1"'
    evaluated = jiexiang.evaluate_lines(lines, [contract(2, "c-1")], DAY)
    codes = [(row, code) for _, _, row, code, _ in found(evaluated)]
    assert codes == [(4, "missing_field"), (5, "malformed"), (6, "missing_field"), (7, "malformed"), (1, "unknown_kind"), (3, "missing_field")]
    assert (evaluated.read, evaluated.admitted) == (6, 0)


def test_positions_of_lines_are_those_of_the_file() -> None:
    line = '{"kind":"activity","contract":"c-1","id":"a","package":"' + PACKAGE + '","date":"2024-05-32","recorded_at":"2024-05-01","category":"community_activity"}'
    evaluated = jiexiang.evaluate_lines(line + "\n" + line, [contract(2, "c-1")], DAY)
    at = pyarrow.table(evaluated.findings).select(["row", "character"]).to_pylist()
    assert at == [{"row": row, "character": line.index('"2024-05-32') + 1} for row in (1, 2)]


def test_empty_tables() -> None:
    table, _ = mixed(1)
    for rows_ in (0, len(table)):
        evaluated = jiexiang.evaluate_table(table.slice(0, 0), [contract(2, "c-0")], DAY)
        same(rows(evaluated), alone(contract(2, "c-0"), ""))
        evaluated = jiexiang.evaluate_table(table.slice(0, rows_), [], DAY)
        assert (len(evaluated.rows), evaluated.read, evaluated.admitted) == (0, rows_, 0)
    assert jiexiang.evaluate_lines("", [], DAY).read == 0
    assert len(polars.DataFrame(evaluated.rows).columns) == 16


@pytest.mark.parametrize("reader", ["pyarrow", "polars", "duckdb", None])
def test_parquet_by_path(reader: Any, tmp_path: Path) -> None:
    table, _ = mixed(2)
    parquet.write_table(table, tmp_path / "records.parquet", row_group_size=100)
    documents = tmp_path / "contracts.jsonl"
    documents.write_text("\n".join(json.dumps(contract(2, f"c-{at}"), ensure_ascii=False) for at in range(2)), "utf-8")
    evaluated = jiexiang.evaluate_table(tmp_path / "records.parquet", documents, DAY, reader=reader)
    assert rows(evaluated) == rows(jiexiang.evaluate_table(table, [contract(2, "c-0"), contract(2, "c-1")], DAY))
    whole = json.dumps([contract(2, "c-0"), contract(2, "c-1")])
    assert rows(evaluated) == rows(jiexiang.evaluate_table(str(tmp_path / "records.parquet"), whole, DAY))


def test_a_library_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("pyarrow", "polars", "duckdb"):
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(jiexiang.Misuse, match="pip install") as misuse:
        read_parquet("records.parquet")
    assert misuse.value.code == "extra_missing"


def test_an_exception_from_progress_ends_the_work() -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    table, _ = mixed(3)
    with pytest.raises(KeyboardInterrupt):
        jiexiang.evaluate_table(table, [contract(2, f"c-{at}") for at in range(3)], DAY, progress=stop)
