"""Data frames in and out, in three libraries."""

from __future__ import annotations

import datetime
import json
from typing import Any

import narwhals
import numpy
import pandas
import polars
import pyarrow
import pytest
from conftest import empty, sample
from hypothesis import given, settings
from hypothesis import strategies as some

import jiexiang
from jiexiang.tables.columns import _kinds, columns_of, find, kind_named

DAY = datetime.date(2025, 6, 30)
PACKAGE = "nanchuan-2024/package-2"
BACKENDS: list[Any] = ["pandas", "polars", "pyarrow"]
MAKE: dict[str, Any] = {"pandas": pandas.DataFrame, "polars": polars.DataFrame, "pyarrow": pyarrow.table}


@pytest.mark.parametrize("backend", BACKENDS)
def test_records_go_out_and_come_back(backend: Any) -> None:
    for number in range(1, 7):
        records = sample(number).records()
        together, by_kind = empty(number), empty(number)
        together.add_frame(records.to_frame(backend=backend))
        for kind in dict.fromkeys(entry["kind"] for entry in records):
            frame = records.of(kind).to_frame(backend=backend)
            by_kind.add_frame(frame, kind)
        assert together.records() == by_kind.records() == records
        assert together.evaluate(DAY).text == sample(number).evaluate(DAY).text


@pytest.mark.parametrize("tag", [0, 1])
def test_columns_are_known_by_their_labels_in_both_locales(tag: int) -> None:
    """Every label that means one field only; the fields of one label are told apart by their names."""
    for number in range(1, 7):
        records, ledger = sample(number).records(), empty(number)
        for kind in dict.fromkeys(entry["kind"] for entry in records):
            frame = records.of(kind).to_frame()
            known = columns_of(kind)
            labels = {name: known[name].labels[tag] for name in frame.columns if name in known}
            unambiguous = {name: label for name, label in labels.items() if list(labels.values()).count(label) == 1}
            for name, label in list(unambiguous.items()):
                try:
                    assert find(kind, label) == known[name]
                except jiexiang.Misuse:
                    del unambiguous[name]
            assert len(unambiguous) >= len(labels) - 2
            ledger.add_frame(frame.rename(columns=unambiguous), kind)
        assert ledger.records() == records


def test_labels_may_be_written_in_full_or_half_width() -> None:
    assert find("visit", " 时长(分钟) ") == find("visit", "时长（分钟）") == columns_of("visit")["minutes"]
    assert (kind_named("探访"), kind_named("Visit"), kind_named("visit"), kind_named("访")) == ("visit", "visit", "visit", None)
    assert find("attendance", "工作人员") == columns_of("attendance")["workers"]
    assert find("attendance", "出勤人员") == columns_of("attendance")["worker"]


@pytest.mark.parametrize("kind", sorted(_kinds()))
def test_no_heading_means_two_columns(kind: str) -> None:
    for column in columns_of(kind).values():
        assert {find(kind, heading) for heading in (column.name, *column.labels)} == {column}


SHEET = {
    "编号": ["v-1", "v-2", "v-3", "v-4"],
    "日期": ["2024-05-06", "2024-05-32", "2024-05-08", None],
    "方式": ["home", "home", "by_mail", "home"],
    "类别": ["outreach"] * 4,
    "探访对象.人员": ["p-1; p-2", "p-3", "p-4", "p-5"],
    "工作人员.工作人员": ["s-1；s-2"] * 4,
    "工作人员.角色": ["social_worker;"] * 4,
    "时长（分钟）": [30, None, 25, 20],
    "地点": ["dongjinhua"] * 4,
}


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_finding_says_which_row_and_column(backend: Any) -> None:
    ledger = empty(2)
    found = ledger.add_frame(
        MAKE[backend](SHEET), "探访", fill={"package": PACKAGE}, source="走访表.xlsx", first_row=2, import_date="2024-06-01"
    )
    errors = [(at["row"], at["column"], at["finding"]["code"]) for at in found if at["finding"]["severity"] == "error"]
    assert errors == [(3, "日期", "invalid_date"), (4, "方式", "unknown_code"), (5, "日期", "missing_field")]
    assert [(line["source"], line["line"]) for line in ledger.rejected()] == [("走访表.xlsx", row) for row in (3, 4, 5)]
    (entry,) = ledger.ask("records")
    assert entry == {
        "kind": "visit", "id": "v-1", "package": PACKAGE, "date": "2024-05-06", "recorded_at": "2024-06-01", "mode": "home",
        "category": "outreach", "subjects": [{"person": "p-1"}, {"person": "p-2"}],
        "workers": [{"staff": "s-1", "role": "social_worker"}, {"staff": "s-2"}], "minutes": 30, "place": "dongjinhua",
    }  # fmt: skip
    frame = found.to_frame(locale="en")
    assert list(frame.columns[:2]) == ["row", "column"] and len(frame) == len(found)


def test_columns_that_nobody_knows_are_misuse() -> None:
    ledger = empty(2)
    frame = pandas.DataFrame({"id": ["v-1"], "备注栏": ["x"]})
    with pytest.raises(jiexiang.Misuse) as misuse:
        ledger.add_frame(frame, "visit")
    assert (misuse.value.code, misuse.value.path) == ("unknown_column", "备注栏")
    assert len(ledger) + len(ledger.rejected()) == 0
    ledger.add_frame(frame, "visit", columns={"备注栏": None})
    ledger.add_frame(frame, "visit", columns={"备注栏": "note"}, source="b")
    assert [json.loads(line["text"]).get("note") for line in ledger.rejected()] == ["x", None]
    with pytest.raises(jiexiang.Misuse, match="both mean"):
        ledger.add_frame(pandas.DataFrame({"编号": ["a"], "id": ["b"]}), "visit")
    for wrong in ({"id": ["v"]}, [1], "text", polars.DataFrame({"id": ["v"]}).lazy()):
        with pytest.raises(jiexiang.Misuse, match="no data frame"):
            ledger.add_frame(wrong, "visit")
    with pytest.raises(jiexiang.Misuse, match="kind"):
        ledger.add_frame(frame)
    with pytest.raises(jiexiang.Misuse, match="kind"):
        ledger.add_frame(frame, "vist")


def test_kinds_by_row() -> None:
    ledger = empty(2)
    frame = pandas.DataFrame({"kind": ["探访", "activity", "dance", None], "id": ["v", "a", "d", "n"], "headcount": [None, 50, 1, None]})
    found = ledger.add_frame(frame)
    wrong = {(at["row"], at["finding"]["code"]) for at in found if at["row"] > 2}
    assert {code for row, code in wrong if row == 3} == {"unknown_word"} or (3, "unknown_kind") in wrong
    assert {row for row, _ in wrong} == {3, 4}
    assert len(ledger.rejected()) == 4


def test_cells_of_every_type() -> None:
    base = {"id": "x", "package": PACKAGE, "date": "2024-05-01", "recorded_at": "2024-05-01"}

    def kept(kind: str, **cells: Any) -> Any:
        ledger = empty(2)
        columns = {name: pandas.Series([value], dtype=object) for name, value in {**base, **cells}.items()}
        found = ledger.add_frame(pandas.DataFrame(columns), kind)
        errors = [(at["column"], at["finding"]["code"]) for at in found if at["finding"]["severity"] == "error"]
        return errors or {name: value for name, value in ledger.ask("records")[0].items() if name in cells or "." in name or name in ("workers", "members")}

    assert kept("group", title=12.0, planned_sessions="5") == {"title": "12", "planned_sessions": 5}
    assert kept("group", title=7, planned_sessions=5.0) == {"title": "7", "planned_sessions": 5}
    for text in ("５", "1_000", "NaN", "five", "1e999", "0x10"):
        assert kept("group", planned_sessions=text)[0][0] == "planned_sessions"
    assert kept("group", planned_sessions=float("inf")) == [("planned_sessions", "wrong_type")]
    for cell, truth in (("是", True), ("否", False), ("TRUE", True), (0, False), (numpy.bool_(True), True)):
        assert kept("acceptance", passed=cell) == {"passed": truth}
    assert kept("acceptance", passed="也许") == [("passed", "wrong_type")]
    assert kept("acceptance", passed="是", date=datetime.datetime(2024, 5, 2))["date"] == "2024-05-02"
    assert kept("acceptance", passed="是", date=pandas.Timestamp(2024, 5, 2, 9)) == [("date", "invalid_date")]
    for cell in ("p-1;p-2", "p-1；p-2", '["p-1", "p-2"]', ["p-1", "p-2"], ("p-1", "p-2"), numpy.array(["p-1", "p-2"])):
        assert kept("group", members=cell) == {"members": ["p-1", "p-2"]}
    assert kept("group", members='["p;1"]') == {"members": ["p;1"]}
    assert kept("group", workers='[{"staff": "s-1"}]', members=" ") == {"workers": [{"staff": "s-1"}]}
    assert kept("group", workers='[{"staff": "s-1"}')[0][1] == "wrong_type"
    for missing in (None, float("nan"), pandas.NA, pandas.NaT, ""):
        assert kept("group", title=missing, planned_sessions=missing) == {}


def test_arrow_structs_and_streams() -> None:
    table = pyarrow.table(
        {
            "id": ["v-1", "v-2"], "package": [PACKAGE] * 2, "date": pyarrow.array([datetime.date(2024, 5, 1)] * 2),
            "recorded_at": pyarrow.array([datetime.date(2024, 5, 1)] * 2), "mode": ["home"] * 2, "category": ["outreach"] * 2,
            "subjects": [[{"person": "p-1", "name": None}], [{"person": "p-2", "name": "某"}, {"person": "p-3", "name": None}]],
            "parts": pyarrow.array([None, None], pyarrow.list_(pyarrow.string())),
        }
    )  # fmt: skip

    class Stream:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return table.__arrow_c_stream__(requested_schema)

    wanted = None
    for frame in (table, Stream(), polars.DataFrame(table), table.to_pandas(), narwhals.from_native(table)):
        ledger = empty(2)
        ledger.add_frame(frame, "visit")
        subjects = [entry["subjects"] for entry in ledger.ask("records")]
        assert subjects == [[{"person": "p-1"}], [{"person": "p-2", "name": "某"}, {"person": "p-3"}]]
        wanted = wanted or ledger.records()
        assert ledger.records() == wanted


@settings(max_examples=100, deadline=None)
@given(
    some.lists(
        some.fixed_dictionaries(
            {
                "note": some.none() | some.text(min_size=1, max_size=10), "minutes": some.none() | some.integers() | some.floats(),
                "date": some.none() | some.dates() | some.datetimes(), "mode": some.none() | some.sampled_from(["home", "?"]),
                "parts": some.none() | some.text(";；[]a\"", max_size=5), "subjects.person": some.none() | some.text(max_size=5),
            }
        ),
        max_size=5,
    )
)  # fmt: skip
def test_any_frame_is_answered_row_by_row(rows: list[dict[str, Any]]) -> None:
    ledger = empty(2)
    columns = {name: pandas.Series([row[name] for row in rows], dtype=object) for name in ("note", "minutes", "date", "mode", "parts", "subjects.person")}
    columns["id"] = pandas.Series([f"v-{n}" for n in range(len(rows))], dtype=object)
    found = ledger.add_frame(pandas.DataFrame(columns), "visit", fill={"package": PACKAGE, "category": "outreach"}, import_date="2024-06-01")
    assert len(ledger) + len(ledger.rejected()) == len(rows)
    assert {at["row"] for at in found} <= set(range(1, len(rows) + 1))
    assert {line["line"] for line in ledger.rejected()} <= {at["row"] for at in found}


def test_answers_as_frames() -> None:
    evaluation = sample(2).evaluate(datetime.date(2024, 12, 31))
    frame = evaluation.to_frame().set_index("requirement")
    assert (frame.loc["P2-I3", "lo"], frame.loc["P2-I3", "hi"], frame.loc["P2-I3", "target"]) == (87, 87, 100)
    assert frame.loc["P2-I3", "outcome"] == "open" and frame.loc["P2-I3", "unit"] == "人"
    assert frame.loc["P2-I1-days", "part_of"] == "P2-I1"
    english = evaluation.to_frame(locale="en", backend="polars")
    assert english.filter(polars.col("requirement") == "P2-I5")["label"].to_list() == ["Groups with at least 5 sessions"]
    arrow = evaluation.to_arrow("cells")
    assert arrow.schema.field("due").type == pyarrow.date32() and arrow.schema.field("counted").type == pyarrow.int64()
    assert set(evaluation.to_frame("not_counted")["requirement"]) <= set(frame.index)
    assert len(evaluation.to_frame("indicators")) == 7


def test_empty_tables_keep_their_columns() -> None:
    closing = sample(3).closing(DAY)
    assert closing["blockers"] == []
    for backend in BACKENDS:
        frame = narwhals.from_native(closing.to_frame("blockers", backend=backend), eager_only=True)
        assert frame.shape[0] == 0 and "message" in frame.columns
    assert sample(3).rejected().to_frame().empty
    assert jiexiang.Findings().to_arrow().num_rows == 0
