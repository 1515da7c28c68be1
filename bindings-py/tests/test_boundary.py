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


PACK = jiexiang.Package.builtin(PACKAGE)


def checked(draft: Any, touched: Any, through_text: bool) -> Any:
    try:
        if through_text:
            return PACK.ask("check_draft", draft=draft, touched=None if touched is None else list(touched))
        return PACK.check_draft(draft, touched)
    except jiexiang.Misuse as misuse:
        return misuse.code, misuse.path, str(misuse)


def same_either_way(draft: Any, touched: Any = None) -> Any:
    answer = checked(draft, touched, False)
    assert answer == checked(draft, touched, True)
    return answer


@many
@given(
    some.dictionaries(some.sampled_from([*ENTRY, "workers", "attributes", "attachments"]) | texts, values, max_size=6),
    some.none() | some.lists(some.sampled_from(["/date", "/workers", "/workers/0/role", "", "x"]) | scalars, max_size=3),
)
def test_a_draft_of_any_values_is_checked_as_its_json(draft: dict[str, Any], touched: Any) -> None:
    same_either_way({**ENTRY, **draft}, touched)
    same_either_way(draft, touched)


class Throws:
    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)

    def __getitem__(self, key: object) -> Any:
        raise RuntimeError(key)


class Changes(dict[str, Any]):
    """Another dict each time that it is looked at."""

    def items(self) -> Any:
        self[str(len(self))] = 1
        return super().items()


def test_drafts_that_are_no_plain_values() -> None:
    ring: list[Any] = []
    ring.append(ring)
    deep: Any = "x"
    for _ in range(75):
        deep = [deep]
    # Read directly:
    plain = {**ENTRY, "workers": [{"staff": "s-1"}], "note": "\x00\U0001f600", "value": 12.5, "cost": decimal.Decimal("3.25"), "date": datetime.date(2024, 5, 2)}
    assert jiexiang._native.check_draft(PACK._native, plain, ["/date"]) == same_either_way(plain, ["/date"])
    assert isinstance(same_either_way({**ENTRY, "value": 10**400}), dict)
    assert isinstance(same_either_way({**ENTRY, "value": -0.0, "cost": 1e22}), dict)
    for number in (float("nan"), float("inf"), decimal.Decimal("NaN"), 10**5000, "\ud83d", ring, object(), Throws(), numpy.datetime64("NaT")):
        for draft in ({**ENTRY, "value": number}, {**ENTRY, "workers": [number]}):
            assert jiexiang._native.check_draft(PACK._native, draft, None) is None
            assert same_either_way(draft)[0] == "not_json"
    assert isinstance(same_either_way({**ENTRY, "workers": deep}), dict)
    assert same_either_way({**ENTRY, "workers": json.loads("[" * 90 + "]" * 90)})[0] == "not_json"
    assert isinstance(same_either_way({**ENTRY, "note": "x" * 30_000, "workers": [{}] * 6_000}), dict)
    assert isinstance(same_either_way({**ENTRY, "workers": ({"staff": "s-1"},)}), dict)
    assert isinstance(PACK.check_draft({**ENTRY, "workers": [Changes(staff="s-1")]}), dict)
    for draft in (None, [], "x", 7, {1: 2}, {("a",): 1}, {"\ud83d": 1}, {True: 1, "true": 2}, Throws()):
        same_either_way(draft)
    for touched in ("/date", ["/date", 1], ("/date",), {"/date": 1}):
        same_either_way(ENTRY, touched)


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
