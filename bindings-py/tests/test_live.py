"""A ledger kept up entry by entry stands where the whole ledger does."""

from __future__ import annotations

import json

import pytest
from conftest import SAMPLES, empty, sample

import jiexiang

DAY = "2024-12-31"


@pytest.mark.parametrize("number", range(1, 7))
def test_entry_by_entry_it_stands_where_the_whole_ledger_does(number: int) -> None:
    live = jiexiang.Live(empty(number), DAY)
    rows = {json.dumps([row["requirement"], row.get("place")]): row["standing"] for row in live.standings()["rows"]}
    for name in ("registers.jsonl", "records.jsonl", "events.jsonl"):
        for line in (SAMPLES / f"package-{number}" / name).read_bytes().splitlines():
            added = live.add(line)
            for changed in added["changed"]:
                key = json.dumps([changed["requirement"], changed.get("place")])
                assert rows.get(key) == changed["before"]
                if changed["after"] is None:
                    del rows[key]
                else:
                    rows[key] = changed["after"]
    standings = live.standings()
    assert rows == {json.dumps([row["requirement"], row.get("place")]): row["standing"] for row in standings["rows"]}
    evaluation = sample(number).evaluate(DAY)
    assert standings["completion"] == evaluation["completion"]
    answers = [answer for indicator in evaluation["indicators"] for answer in indicator["requirements"]]
    answers += [*evaluation["obligations"], *evaluation["provider"]]
    for answer in answers:
        standing = rows[json.dumps([answer["id"], None])]
        assert standing["outcome"] == answer["outcome"]
        assert (standing.get("lo"), standing.get("hi")) == (answer.get("lo"), answer.get("hi"))


def test_the_ledger_itself_stays_as_it_was() -> None:
    ledger = empty(3)
    live = jiexiang.Live(ledger, DAY)
    line = (SAMPLES / "package-3" / "records.jsonl").read_bytes().splitlines()[0]
    assert live.add(line)["findings"] == []
    assert len(ledger) == 0


@pytest.mark.parametrize("day", ["2024-02-30", "", None, 7])
def test_a_day_has_to_be_one(day: object) -> None:
    with pytest.raises(jiexiang.Misuse):
        jiexiang.Live(empty(3), day)  # type: ignore[arg-type]
