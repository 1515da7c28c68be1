"""What comes in: nothing that Python can hold makes the core raise, and nothing is taken for what it is not."""

from __future__ import annotations

import datetime
import decimal
import json
from typing import Any

import numpy
import pandas
import pytest
from conftest import empty
from hypothesis import given, settings
from hypothesis import strategies as some

import jiexiang

PACKAGE = "nanchuan-2024/package-4"
ENTRY = {"kind": "resource", "id": "r-1", "package": PACKAGE, "date": "2024-05-01", "recorded_at": "2024-05-01", "category": "other", "value": 1}
LEDGER = empty(4)
texts = some.text(some.characters(), max_size=8)
scalars = some.one_of(
    some.none(), some.booleans(), some.integers(), some.floats(), texts, some.binary(max_size=3), some.decimals(),
    some.dates(), some.datetimes(timezones=some.none() | some.timezones()), some.times(), some.timedeltas(), some.complex_numbers(),
)  # fmt: skip
values = some.recursive(
    scalars,
    lambda below: some.lists(below, max_size=3) | some.dictionaries(texts | some.integers(), below, max_size=3),
    max_leaves=8,
)
many = settings(max_examples=200, deadline=None)


@many
@given(some.dictionaries(some.sampled_from([*ENTRY, "workers", "attributes"]) | texts, values, max_size=6))
def test_any_dict_is_answered_by_findings_or_is_misuse(given: dict[str, Any]) -> None:
    ledger = LEDGER.copy()
    try:
        findings = ledger.add({**ENTRY, **given})
    except jiexiang.Misuse as misuse:
        assert misuse.code == "not_json"
        assert ledger == LEDGER
        return
    # In the ledger or among the rejected: nothing is lost.
    assert len(ledger) + len(ledger.rejected()) == 1
    assert all(jiexiang.render(finding, "en")["message"] for finding in findings)
    assert ledger.records() is not None


@many
@given(texts | some.binary(max_size=20))
def test_any_text_is_answered_by_findings(text: str | bytes) -> None:
    ledger = LEDGER.copy()
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    assert ledger.add(data)[0]["severity"] == "error"
    assert len(ledger.rejected()) == 1
    ledger.add_lines(data)
    ledger.add_lines([text])
    assert json.loads(jiexiang.run(text))["error"]["code"] in ("not_json", "option_missing")
    assert jiexiang.Package.lint(data)
    with pytest.raises(jiexiang.Refused):
        jiexiang.Contract.load(data)


@many
@given(values)
def test_any_option_is_answered_or_is_misuse(value: Any) -> None:
    try:
        LEDGER.ask("evaluate", as_of=value, requirement=value)
    except jiexiang.Misuse:
        pass


@many
@given(some.text(some.characters(exclude_categories=["Cs"]), min_size=1, max_size=50).filter(str.strip))
def test_texts_come_back_as_they_were(text: str) -> None:
    ledger = LEDGER.copy()
    note = {"note": text}
    ledger.add({**ENTRY, **note})
    assert [entry["note"] for entry in ledger.ask("records")] == [text]  # nothing is trimmed or normalised
    assert jiexiang.__name__ in repr(type(ledger))
    assert "<script" not in ledger.to_html()


def findings_of(**fields: Any) -> list[tuple[str, str]]:
    return [(found["code"], found["path"]) for found in LEDGER.copy().add({**ENTRY, **fields}) if found["severity"] == "error"]


def kept(**fields: Any) -> Any:
    """The values as the core kept them."""
    ledger = LEDGER.copy()
    errors = [found for found in ledger.add({**ENTRY, **fields}) if found["severity"] == "error"]
    assert errors == []
    return [ledger.ask("records")[0].get(name) for name in fields]


def test_days() -> None:
    for day in (datetime.date(2024, 5, 2), datetime.datetime(2024, 5, 2), pandas.Timestamp(2024, 5, 2), numpy.datetime64("2024-05-02"), numpy.datetime64("2024-05-02T00:00:00", "ns")):
        assert kept(date=day) == ["2024-05-02"]
        LEDGER.evaluate(day)  # type: ignore[arg-type]
    zone = datetime.timezone(datetime.timedelta(hours=8))
    for moment in (datetime.datetime(2024, 5, 2, 9, 30), datetime.datetime(2024, 5, 2, tzinfo=zone), pandas.Timestamp(2024, 5, 2, tz="Asia/Shanghai")):
        # Which day that is depends on where one stands; nobody guesses.
        assert findings_of(date=moment) == [("invalid_date", "/date")]
        with pytest.raises(jiexiang.Misuse, match="as_of"):
            LEDGER.evaluate(moment)
        with pytest.raises(jiexiang.Misuse, match="import_date"):
            LEDGER.copy().add(ENTRY, import_date=moment)
    for nothing in (pandas.NaT, numpy.datetime64("NaT"), pandas.NA, float("nan")):
        with pytest.raises(jiexiang.Misuse):
            LEDGER.copy().add({**ENTRY, "date": nothing})
        with pytest.raises(jiexiang.Misuse):
            LEDGER.evaluate(nothing)  # type: ignore[arg-type]


def test_numbers() -> None:
    assert kept(value=numpy.int64(7)) == [7]
    assert kept(value=numpy.float64(0.25), cost=numpy.float32(0.1)) == [0.25, 0.1]
    assert kept(value=decimal.Decimal("12.5000"), cost=decimal.Decimal("3")) == [12.5, 3]
    assert kept(value=numpy.array(3)) == [3]
    for number in (10**12 + 1, 10**400, 10**5000, 1e22, 0.12345, decimal.Decimal("0.00001"), decimal.Decimal("999999999999.12340000000001"), decimal.Decimal("1e100"), numpy.float64(1e300)):
        try:
            assert findings_of(value=number)[0][1] == "/value"
        except jiexiang.Misuse as misuse:
            assert number == 10**5000 and misuse.path == "/value"  # Python itself writes no integer of that length
    assert findings_of(value=-1) == [("below_zero", "/value")]
    assert findings_of(value=True) == [("wrong_type", "/value")]
    for nothing in (float("nan"), float("inf"), -float("inf"), numpy.float32("nan"), decimal.Decimal("NaN")):
        with pytest.raises(jiexiang.Misuse) as misuse_info:
            LEDGER.copy().add({**ENTRY, "value": nothing})
        assert misuse_info.value.path == "/value"


def test_truths_and_times() -> None:
    acceptance = {"kind": "acceptance", "id": "a-1", "package": PACKAGE, "date": "2025-04-01", "recorded_at": "2025-04-01"}
    ledger = LEDGER.copy()
    assert ledger.add({**acceptance, "passed": numpy.bool_(True)}) == []
    assert ledger.records()[0]["passed"] is True  # type: ignore[typeddict-item]
    assert [found["code"] for found in ledger.add({**acceptance, "passed": 1})] == ["wrong_type"]
    visit = {"kind": "group_session", "id": "s-1", "package": PACKAGE, "date": "2024-05-01", "recorded_at": "2024-05-01", "group": "g-1"}
    assert "invalid_time" not in [found["code"] for found in ledger.add({**visit, "start": datetime.time(9, 30)})]
    assert "invalid_time" in [found["code"] for found in ledger.add({**visit, "start": datetime.time(9, 30, 15)})]


def test_half_characters() -> None:
    assert findings_of(note="\ud83d") == [("malformed", "")]
    assert kept(note="\U0001f600\u200d\u202e﷽") == ["\U0001f600\u200d\u202e﷽"]
    with pytest.raises(jiexiang.Misuse):
        LEDGER.ask("evaluate", as_of="\ud83d")
    with pytest.raises((jiexiang.Misuse, UnicodeEncodeError)):
        LEDGER.ask("\ud83d", as_of="2025-01-01")


def test_what_is_nested_without_end() -> None:
    ring: list[Any] = []
    ring.append(ring)
    with pytest.raises(jiexiang.Misuse):
        LEDGER.copy().add({**ENTRY, "workers": ring})
    assert findings_of(workers=json.loads("[" * 70 + "]" * 70)) == [("too_deep", "")]
    assert json.loads(jiexiang.run("[" * 100_000))["error"]["code"] == "not_json"


def test_keys() -> None:
    assert ("duplicate_key", "") in findings_of(**{"1": 1}) + [
        (found["code"], found["path"]) for found in LEDGER.copy().add({**ENTRY, "1": 1, 1: 2})  # type: ignore[dict-item]
    ]
    with pytest.raises(jiexiang.Misuse):
        LEDGER.copy().add({**ENTRY, ("a",): 1})  # type: ignore[dict-item]
