"""Every shared vector, byte for byte: as one request, and through handles."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import VECTORS, vectors

import jiexiang

NAMES = list(vectors())


class Digits:
    """A number as it is written."""

    def __init__(self, digits: str) -> None:
        self.digits = digits


def parse(text: str) -> Any:
    return json.loads(text, parse_int=Digits, parse_float=Digits)


def write(value: Any) -> str:
    """JSON text with numbers as they were written."""
    if isinstance(value, Digits):
        return value.digits
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key, ensure_ascii=False)}:{write(below)}" for key, below in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def canonical(value: Any) -> str:
    """The same with keys in order."""
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key, ensure_ascii=False)}:{canonical(value[key])}" for key in sorted(value))
        return "{" + ",".join(pairs) + "}"
    return "[" + ",".join(map(canonical, value)) + "]" if isinstance(value, list) else write(value)


def read(name: str) -> tuple[dict[str, Any], str]:
    """A vector and the bytes that it expects."""
    text = (VECTORS / name).read_text("utf-8")
    vector = parse(text)
    return vector, canonical(vector["expected"])


def test_every_vector_is_there() -> None:
    manifest = json.loads((VECTORS / "manifest.json").read_text("utf-8"))
    files = {path.relative_to(VECTORS).as_posix() for path in VECTORS.rglob("*.json")} - {"manifest.json"}
    assert manifest["count"] == len(NAMES) == len(set(NAMES)) >= 755
    assert set(NAMES) == files


@pytest.mark.parametrize("name", NAMES)
def test_run(name: str) -> None:
    vector, expected = read(name)
    got = jiexiang.run(f'{{"op":{write(vector["op"])},"input":{write(vector["input"])}}}')
    assert got.encode() == expected.encode(), write(vector["how"])


DOCUMENTS = {"package", "includes", "text", "contract", "entries", "lines", "import_date", "ledgers"}
"""What an input holds beside the options of its question."""


def package(given: dict[str, Any]) -> jiexiang.Package:
    if isinstance(given.get("package"), str) and "text" not in given:
        return jiexiang.Package.builtin(given["package"])
    includes = {id: text if isinstance(text, str) else write(text) for id, text in given.get("includes", {}).items()}
    text = given["text"] if "text" in given else write(given["package"])
    return jiexiang.Package.load(text.encode(), {id: text.encode() for id, text in includes.items()})


def opened(given: dict[str, Any]) -> tuple[jiexiang.Ledger, list[dict[str, Any]]]:
    """The ledger of an input, and what was found in its lines."""
    loaded = package(given)
    ledger = jiexiang.Ledger(loaded, jiexiang.Contract.load(write(given["contract"]).encode()))
    lines = [write(entry) for entry in given.get("entries", [])] + [text for text in given.get("lines", []) if isinstance(text, str)]
    found = ledger.add_lines([line.encode() for line in lines], source="input", import_date=given.get("import_date"))
    return ledger, [dict(line) for line in found]


def selected(answer: Any, given: dict[str, Any]) -> bool:
    return "select" not in given


QUESTIONS = [name for name in NAMES if read(name)[0]["op"] in jiexiang.questions()]
PACKAGES = [name for name in NAMES if read(name)[0]["op"] in ("lint", "contract", "admit")]


@pytest.mark.parametrize("name", QUESTIONS)
def test_handles(name: str) -> None:
    vector, expected = read(name)
    given = vector["input"]
    options = {key: value for key, value in given.items() if key not in DOCUMENTS - {"import_date"}}
    if "ledgers" not in given and "contract" not in given:
        pytest.skip("put to a package")
    try:
        ledgers = [opened(one)[0] for one in given.get("ledgers", [given])]
        # Through the native function: the options as they are written, numbers included.
        got = jiexiang._native.ask([ledger._native for ledger in ledgers], vector["op"], write(options))
    except jiexiang.Refused as refused:
        got = canonical(parse(json.dumps({"findings": refused.findings}, ensure_ascii=False)))
    except jiexiang.Misuse as misuse:
        error = {"code": misuse.code, "message": str(misuse), "path": misuse.path}
        got = canonical({"error": error})
    assert got.encode() == expected.encode(), write(vector["how"])
    if len(ledgers) == 1 and "error" not in parse(expected):
        plain = json.loads(write(options))
        assert ledgers[0].ask_text(vector["op"], **plain).encode() == expected.encode()


@pytest.mark.parametrize("name", PACKAGES)
def test_documents(name: str) -> None:
    """`lint`, `contract` and `admit` through `Package.lint`, `Ledger` and `add_lines`."""
    vector, expected = read(name)
    given = vector["input"]
    answer: dict[str, Any] = {"findings": []}
    try:
        if vector["op"] == "lint":
            package(given)
        else:
            ledger, found = opened(given)
            if vector["op"] == "admit":
                answer = {"admitted": sorted(entry["id"] for entry in ledger.records()), "findings": found}
    except jiexiang.Refused as refused:
        answer = {"findings": refused.findings}
    except jiexiang.Misuse as misuse:
        answer = {"error": {"code": misuse.code, "message": str(misuse), "path": misuse.path}}
    wanted = json.loads(expected)
    got = json.loads(json.dumps(answer))
    if "select" in given:
        # What was selected is part of what there is; the bytes are compared in `test_run`.
        assert is_part(wanted, got), write(vector["how"])
    else:
        assert got == wanted, write(vector["how"])


def is_part(part: Any, whole: Any) -> bool:
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and is_part(below, whole[key]) for key, below in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and len(part) == len(whole) and all(map(is_part, part, whole))
    return bool(part == whole)


def test_most_vectors_run_through_handles() -> None:
    other = {read(name)[0]["op"] for name in set(NAMES) - set(QUESTIONS) - set(PACKAGES)}
    assert other <= {"render", "periods", "extend", "describe", "kinds", "form", "check_draft", "nothing"} | {
        op for op in other if re.fullmatch(r".*", op) and "error" in json.loads(read(next(n for n in NAMES if read(n)[0]["op"] == op))[1])
    }
    assert len(QUESTIONS) + len(PACKAGES) > 0.8 * len(NAMES)


def test_the_repository_is_this_one() -> None:
    assert Path(__file__).parents[1].name == "bindings-py"
