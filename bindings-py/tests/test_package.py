"""The installed package itself: types, docstrings, README, import."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import ROOT

import jiexiang

HOME = Path(jiexiang.__file__).parent
MODULES = ["jiexiang", *(f"jiexiang.{name}" for name in ("answer", "answers", "batch", "bulk", "charts", "contract", "encode", "errors", "findings", "html", "ledger", "live", "package", "source", "words", "tables", "tables.columns", "tables.entries", "tables.frames", "tables.rows", "tables.sheet"))]


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *command], cwd=cwd, capture_output=True, text=True)


def test_the_modules_are_these() -> None:
    found = {module.name for module in pkgutil.walk_packages([str(HOME)], "jiexiang.")}
    assert found == {*MODULES[1:], "jiexiang._native", "jiexiang.types"}
    assert (HOME / "py.typed").exists() and (HOME / "_native.pyi").exists() and not list(HOME.rglob("*.rs"))


def test_strict_types(tmp_path: Path) -> None:
    checked = run("-m", "mypy", "--config-file", str(ROOT / "bindings-py" / "pyproject.toml"), "-p", "jiexiang", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    stubs = run("-m", "mypy.stubtest", "jiexiang._native", cwd=tmp_path)
    assert stubs.returncode == 0, stubs.stdout


def public(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Functions and classes of a module, and what the classes have of their own."""
    for name in getattr(module, "__all__", []):
        item = getattr(module, name)
        if not inspect.isfunction(item) and not inspect.isclass(item):
            continue
        yield name, item
        if inspect.isclass(item):
            yield from ((f"{name}.{own}", member) for own, member in vars(item).items() if not own.startswith("_") and (callable(member) or isinstance(member, (property, classmethod, staticmethod))))


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__
    assert [path for path, item in public(module) if not inspect.getdoc(item)] == []
    # Examples of methods go on with the ledger of the class's own example.
    globs: dict[str, Any] = {}
    ledger_example = inspect.getdoc(jiexiang.Ledger) or ""
    for example in doctest.DocTestParser().get_examples(ledger_example):
        exec(compile(example.source, "Ledger", "single"), globs)
    ledger = globs["ledger"]
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, name, globs={}):
        test.globs = {**vars(module), "jiexiang": jiexiang, "ledger": ledger.copy()}
        runner.run(test)
    assert runner.failures == 0


def test_every_method_of_the_ledger_has_an_example() -> None:
    without = [path for path, item in public(importlib.import_module("jiexiang.ledger")) if ">>>" not in (inspect.getdoc(item) or "") and path not in ("Ledger.contract", "Ledger.packages")]
    assert without == []


def test_readme() -> None:
    ran = run(str(ROOT / "bindings-py" / "tests" / "readme.py"), "tables", cwd=HOME.parent)
    assert ran.returncode == 0, ran.stdout + ran.stderr


HEAVY = {"pandas", "polars", "pyarrow", "narwhals", "numpy", "altair", "tqdm", "rich", "decimal", "asyncio", "subprocess", "multiprocessing", "unittest", "pathlib", "inspect", "dataclasses", "socket", "logging", "tempfile", "zipfile", "email"}
"""Modules that would make importing slow."""


def test_importing_is_light(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = "import sys; before = set(sys.modules); import jiexiang; print(*sorted(set(sys.modules) - before))"
    # Without site packages' own start-up files, and without anything that tests bring in.
    loaded = run("-c", script, cwd=tmp_path).stdout.split()
    assert "jiexiang._native" in loaded and "jiexiang.types" not in loaded
    assert {name.partition(".")[0] for name in loaded} & HEAVY == set()
    assert [name for name in loaded if name.startswith(("jiexiang.tables", "jiexiang.html", "jiexiang.charts"))] == []
    times = run("-X", "importtime", "-c", "import jiexiang", cwd=tmp_path).stderr.splitlines()
    microseconds = next(int(line.split("|")[1]) for line in times if line.split("|")[-1].strip() == "jiexiang")
    with capsys.disabled():
        print(f"\n`import jiexiang` took {microseconds / 1000:.1f} ms here (the promise is less than 50 ms)")


def test_the_native_half_stays_small() -> None:
    """Handles, text in and out, and plain values in; beside them the ways of Arrow, which are many and hold no rule either."""

    def size(folder: Path) -> int:
        return sum(len(source.read_text("utf-8").splitlines()) for source in folder.glob("*.rs"))

    source = ROOT / "bindings-py" / "src"
    assert size(source) <= 710
    assert size(source / "bulk") <= 1400
    assert {path.name for path in source.iterdir() if path.is_dir()} == {"bulk"}
