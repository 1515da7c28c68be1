"""What the tests share. They test the installed wheel and look at the repository only for data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import jiexiang

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "tests" / "vectors"
SAMPLES = ROOT / "specs" / "samples"
SOURCE = ROOT / "bindings-py" / "python"


def pytest_configure() -> None:
    installed = Path(jiexiang.__file__).resolve()
    if SOURCE in installed.parents:
        raise pytest.UsageError(f"{installed} is the source tree; install the wheel (bindings-py/test does)")


@cache
def _sample(number: int) -> jiexiang.Ledger:
    folder = SAMPLES / f"package-{number}"
    ledger = jiexiang.Ledger(jiexiang.Package.builtin(f"nanchuan-2024/package-{number}"), folder / "contract.json")
    for name in ("registers.jsonl", "records.jsonl", "events.jsonl"):
        ledger.add_lines(folder / name)
    return ledger


def sample(number: int) -> jiexiang.Ledger:
    """A copy of a sample ledger."""
    return _sample(number).copy()


def empty(number: int) -> jiexiang.Ledger:
    """An empty ledger for a sample's contract."""
    full = _sample(number)
    return jiexiang.Ledger(full.packages, full.contract)


def vectors() -> Iterator[str]:
    yield from json.loads((VECTORS / "manifest.json").read_text("utf-8"))["files"]
