"""Every shared vector, byte for byte: as one request, and through handles."""

from __future__ import annotations

import json
from functools import cache
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


DOCUMENTS = {"package", "includes", "text", "contract", "entries", "lines", "ledgers", "select"}
"""What an input holds beside the options of its question."""
OPS = {name: read(name)[0]["op"] for name in NAMES}
ASKED = [name for name in NAMES if OPS[name] in {*jiexiang.questions(), *jiexiang._native.package_questions()}]
DOCUMENT_OPS = ("lint", "contract", "admit")


def has_documents(given: dict[str, Any]) -> bool:
    """Whether handles can be made of an input; a request may lack what they are made of."""
    if "ledgers" in given:
        return isinstance(given["ledgers"], list) and all(map(has_documents, given["ledgers"]))
    known: list[tuple[str, Any]] = [("package", (dict, str)), ("contract", dict), ("entries", list), ("lines", list)]
    wrong = any(key in given and not isinstance(given[key], kind) for key, kind in known)
    return not wrong and ("package" in given or "text" in given)


def is_of_package(name: str, given: dict[str, Any]) -> bool:
    return OPS[name] in jiexiang._native.package_questions() and "contract" not in given and "ledgers" not in given


def has_handles(name: str) -> bool:
    given = read(name)[0]["input"]
    return has_documents(given) and ("contract" in given or "ledgers" in given or is_of_package(name, given))


QUESTIONS = [name for name in ASKED if has_handles(name)]


@cache
def loaded(text: str, includes: tuple[tuple[str, str], ...]) -> jiexiang.Package:
    return jiexiang.Package.load(text.encode(), {id: included.encode() for id, included in includes})


builtin = cache(jiexiang.Package.builtin)


def package(given: dict[str, Any]) -> jiexiang.Package:
    if isinstance(given.get("package"), str) and "text" not in given:
        return builtin(given["package"])
    includes = {id: text if isinstance(text, str) else write(text) for id, text in given.get("includes", {}).items()}
    text = given["text"] if "text" in given else write(given["package"])
    return loaded(text, tuple(includes.items()))


def opened(given: dict[str, Any]) -> tuple[jiexiang.Ledger, list[dict[str, Any]]]:
    """The ledger of an input, and what was found in its lines."""
    ledger = jiexiang.Ledger(package(given), jiexiang.Contract.load(write(given["contract"]).encode()))
    texts = [write(entry) for entry in given.get("entries", [])]
    texts += [text for text in given.get("lines", []) if isinstance(text, str)]
    found = ledger.add_lines([text.encode() for text in texts], import_date=given.get("import_date"))
    return ledger, [dict(line) for line in found]


def faults(error: jiexiang.JiexiangError) -> dict[str, Any]:
    if isinstance(error, jiexiang.Refused):
        return {"findings": error.findings}
    return {"error": {"code": error.code, "message": str(error), "path": error.path}}


def through_handles(name: str, given: dict[str, Any], options: dict[str, Any]) -> str:
    if is_of_package(name, given):
        return package(given)._native.ask(OPS[name], write(options))
    ledgers = [opened(one)[0] for one in given.get("ledgers", [given])]
    return jiexiang._native.ask([ledger._native for ledger in ledgers], OPS[name], write(options))


@pytest.mark.parametrize("name", QUESTIONS)
def test_handles(name: str) -> None:
    vector, expected = read(name)
    given = vector["input"]
    # Numbers go as they are written, so not through Python's own.
    options = {key: value for key, value in given.items() if key not in DOCUMENTS - {"select"}}
    try:
        got = through_handles(name, given, options)
    except jiexiang.JiexiangError as error:
        got = canonical(parse(json.dumps(faults(error), ensure_ascii=False)))
        if "select" in given:
            assert is_part(json.loads(expected), json.loads(got))
            return
    assert got.encode() == expected.encode(), write(vector["how"])


@pytest.mark.parametrize("name", [name for name in QUESTIONS if "contract" in read(name)[0]["input"]][::5])
def test_ask(name: str) -> None:
    """Options as Python values, for every fifth vector: numbers of options survive being Python's."""
    vector, expected = read(name)
    given = vector["input"]
    options = json.loads(write({key: value for key, value in given.items() if key not in DOCUMENTS - {"select"}}))
    try:
        got = opened(given)[0].ask_text(OPS[name], **options)
    except jiexiang.JiexiangError:
        return  # compared above
    assert got.encode() == expected.encode()


CHECKED = [name for name in NAMES if OPS[name] in ("check_draft", "admit", "check") and has_documents(read(name)[0]["input"]) and "ledgers" not in read(name)[0]["input"]]


@pytest.mark.parametrize("name", CHECKED)
def test_checks_of_values(name: str) -> None:
    """Drafts and entries as Python values and as the JSON text of the same values: the same answer."""
    vector, expected = read(name)
    given = json.loads(write(vector["input"]))
    try:
        of = package(vector["input"])
    except jiexiang.Refused:
        return
    drafts = [given["draft"]] if OPS[name] == "check_draft" and "draft" in given else given.get("entries", [])
    touched = given.get("touched")
    if touched is not None and not (isinstance(touched, list) and all(isinstance(field, str) for field in touched)):
        return  # misuse, compared above
    for draft in drafts:
        through_text = json.loads(of._native.ask("check_draft", json.dumps({"draft": draft, "touched": touched})))
        # Long texts go as JSON text.
        assert jiexiang._native.check_draft(of._native, draft, touched) in (None, through_text)
        assert of.check_draft(draft, touched) == through_text
        if is_of_package(name, given) and OPS[name] == "check_draft" and "import_date" not in given:
            assert is_part(json.loads(expected), through_text)


@pytest.mark.parametrize("name", [name for name in NAMES if OPS[name] in DOCUMENT_OPS])
def test_documents(name: str) -> None:
    """`lint`, `contract` and `admit` through `Package.load`, `Ledger` and `add_lines`."""
    vector, expected = read(name)
    given = vector["input"]
    answer: dict[str, Any] = {"findings": []}
    try:
        if OPS[name] == "lint":
            package(given)
        else:
            ledger, found = opened(given)
            if OPS[name] == "admit":
                answer = {"admitted": sorted(entry["id"] for entry in ledger.records()), "findings": found}
    except jiexiang.JiexiangError as error:
        answer = faults(error)
    # What was selected is part of what there is; the bytes are compared in `test_run`.
    assert is_part(json.loads(expected), json.loads(json.dumps(answer))), write(vector["how"])


def is_part(part: Any, whole: Any) -> bool:
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(
            key in whole and is_part(below, whole[key]) for key, below in part.items()
        )
    if isinstance(part, list):
        return isinstance(whole, list) and len(part) == len(whole) and all(map(is_part, part, whole))
    return bool(part == whole)


def test_all_but_malformed_requests_have_handles() -> None:
    without = {OPS[name] for name in NAMES if name not in ASKED and OPS[name] not in DOCUMENT_OPS}
    faulty = {OPS[name] for name in NAMES if "error" in json.loads(read(name)[1])}
    assert without - faulty <= {"render", "periods", "extend"}
    malformed = sorted(set(ASKED) - set(QUESTIONS))
    assert all("error" in json.loads(read(name)[1]) for name in malformed), malformed
    assert len(malformed) < 0.02 * len(ASKED)
