"""Handles: pickled, hashed, shared between threads and processes, interrupted."""

from __future__ import annotations

import datetime
import io
import json
import multiprocessing
import os
import pickle
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES, empty, sample

import jiexiang

DAY = datetime.date(2025, 6, 30)


def again(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))


def test_handles_are_pickled() -> None:
    ledger = sample(2)
    for handle in (ledger.packages[0], ledger.contract, ledger.evaluate(DAY), ledger.closing(DAY)):
        assert again(handle) == handle
        assert hash(again(handle)) == hash(handle)
    copy = again(ledger)
    assert copy == ledger
    assert copy.evaluate(DAY).text == ledger.evaluate(DAY).text
    assert copy.rejected() == ledger.rejected()
    for error in (jiexiang.Misuse("code", "path", "words"), jiexiang.Refused("package", '[{"code": "c", "path": "/p"}]')):
        assert (again(error).code, again(error).path, str(again(error))) == (error.code, error.path, str(error))


def test_a_pickled_ledger_keeps_days_of_entry_of_imports() -> None:
    """A line without `recorded_at` is the same entry when it is imported again, also after pickling."""
    entry = {"kind": "rectified", "id": "e-1", "package": "nanchuan-2024/package-2", "date": "2024-09-01", "issue": "x"}
    ledger = empty(2)
    ledger.add(entry, import_date="2024-10-01")
    copy = again(ledger)
    copy.add(entry, import_date="2024-09-15")
    assert len(copy) == 1
    assert copy.records()[0]["recorded_at"] == "2024-09-15"


def test_a_loaded_package_is_pickled_with_its_includes() -> None:
    specs = SAMPLES.parent / "nanchuan-2024"
    includes = {"nanchuan-2024/common": specs / "common.json"}
    package = jiexiang.Package.load(specs / "package-3.json", includes)
    assert again(package) == package == jiexiang.Package.load((specs / "package-3.json").read_bytes(), includes)
    assert package.id == "nanchuan-2024/package-3"


def decision(ledger: jiexiang.Ledger) -> str:
    return str(ledger.closing("2025-06-30")["decision"])


def test_multiprocessing() -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(decision, [sample(2), sample(3)]) == ["blocked", "closable"]


def test_answers_do_not_change() -> None:
    evaluation = sample(3).evaluate(DAY)
    evaluation.data["completion"]["met"] = 99
    assert evaluation["completion"]["met"] == 7
    with pytest.raises(AttributeError, match="does not change"):
        evaluation.text = "{}"
    with pytest.raises(TypeError):
        hash(sample(3))


def test_reprs_help() -> None:
    ledger = sample(2)
    assert repr(ledger) == "<Ledger of sample-2024-p2: 372 entries, 2 rejected lines>"
    assert repr(ledger.evaluate(DAY)) == "<Evaluation of sample-2024-p2 as of 2025-06-30: 7 of 7 indicators met>"
    assert repr(ledger.closing(DAY)) == "<Closing as of 2025-06-30: blocked, 1 blockers>"
    assert "nanchuan-2024/package-2" in repr(ledger.packages[0]) and "2024-03-15" in repr(ledger.contract)


def test_the_samples_close_as_their_readme_says() -> None:
    decisions = [closing["decision"] for closing in jiexiang.ask_many(map(sample, range(1, 7)), "closing", as_of=DAY)]
    assert decisions == ["blocked", "blocked", "closable", "closable", "undecided", "terminated"]


def test_every_way_to_give_documents_and_lines() -> None:
    path = SAMPLES / "package-3" / "contract.json"
    data = json.loads(path.read_text("utf-8"))
    days = {key: datetime.date.fromisoformat(data[key]) for key in ("service_start", "service_end", "midterm_date")}
    text = path.read_text("utf-8")
    given: list[Any] = [path, str(path), text, text.encode(), io.StringIO(text), io.BytesIO(text.encode()), data, {**data, **days}]
    contracts = [jiexiang.Contract.load(source) for source in given]
    assert {contract.service_end for contract in contracts} == {datetime.date(2025, 3, 14)}
    assert {contract.midterm_date for contract in contracts} == {days["midterm_date"]}

    records = SAMPLES / "package-3" / "records.jsonl"
    text = records.read_text("utf-8")
    entries = [json.loads(line) for line in text.splitlines()]
    sources: list[Any] = [records, str(records), text, text.encode(), io.StringIO(text), text.splitlines(), entries, iter(entries)]
    ledgers = []
    for source in sources:
        ledgers.append(empty(3))
        assert ledgers[-1].add_lines(source) == []
    assert len({ledger.evaluate(DAY).text for ledger in ledgers}) == 1
    with records.open("rb") as file:
        empty(3).add_lines(file)


def test_merging_knows_no_order() -> None:
    whole = sample(2)
    lines = [line for name in ("registers", "records", "events") for line in (SAMPLES / "package-2" / f"{name}.jsonl").read_bytes().splitlines()]
    parts = [empty(2) for _ in range(4)]
    for at, part in enumerate(parts):
        part.add_lines(lines[at::4])
    one, other = empty(2), empty(2)
    for part in (*parts, *parts):
        one.merge(part)
    for part in reversed(parts):
        other.merge(part)
    assert one == other
    assert one.evaluate(DAY).text == whole.evaluate(DAY).text
    with pytest.raises(jiexiang.Misuse, match="same contract"):
        one.merge(sample(3))


def test_a_copy_is_its_own() -> None:
    ledger = sample(3)
    copy = ledger.copy()
    copy.add("{", source="copy")
    assert len(ledger.rejected()) + 1 == len(copy.rejected())


def test_the_lock_of_the_interpreter_is_released() -> None:
    """Other threads run while the core works; a held lock would let none of them tick."""
    ledgers = [sample(5)] * 200
    ticks, done = 0, threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.wait(0.001):
            ticks += 1

    thread = threading.Thread(target=tick)
    thread.start()
    jiexiang._native.ask([sample(5)._native], "evaluate", '{"as_of": "2025-06-30"}')
    jiexiang.ask_many(ledgers, "evaluate", threads=1, as_of=DAY)
    done.set()
    thread.join()
    assert ticks > 10


def test_threads_may_add_while_others_ask() -> None:
    ledger, full = empty(3), sample(3)
    lines = (SAMPLES / "package-3" / "records.jsonl").read_bytes().splitlines()

    def add(start: int) -> None:
        for line in lines[start::3]:
            ledger.add(line)

    threads = [threading.Thread(target=add, args=(start,)) for start in range(3)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        ledger.evaluate(DAY)
    assert len(ledger.records()) == len([entry for entry in full.records() if "date" in entry and entry["id"] in {json.loads(line)["id"] for line in lines}])


@pytest.fixture
def interrupt() -> Any:
    """Ctrl-C after some seconds: enough to be inside the core, not in Python code that may swallow it."""

    def start(seconds: float) -> None:
        threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGINT)).start()

    return start


def test_ctrl_c_ends_a_batch_of_questions(interrupt: Any) -> None:
    ledgers = [sample(5)] * 50_000
    interrupt(1)
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        jiexiang.ask_many(ledgers, "closing", as_of=DAY)
    # All of them would take minutes.
    assert time.monotonic() - started < 20


def test_ctrl_c_leaves_the_ledger_as_it_was(interrupt: Any) -> None:
    ledger = sample(5)
    before = ledger.copy()
    lines = (SAMPLES / "package-5" / "records.jsonl").read_bytes() * 500
    interrupt(0.3)
    with pytest.raises(KeyboardInterrupt):
        ledger.add_lines(lines, source="again")
    assert ledger == before


def test_progress_is_told_and_may_end_a_batch() -> None:
    told: list[tuple[int, int]] = []
    jiexiang.ask_many([sample(3)] * 5, "closing", as_of=DAY, progress=lambda *at: told.append(at))
    assert told == [(n, 5) for n in range(1, 6)]
    told.clear()
    ledger = empty(3)
    ledger.add_lines(["{"] * 1200, progress=lambda *at: told.append(at))
    assert told[-1] == (1200, 1200) and [at for at, _ in told] == sorted(at for at, _ in told)

    def stop(done: int, total: int) -> None:
        raise LookupError(f"{done} of {total}")

    before = ledger.copy()
    with pytest.raises(LookupError, match="of 1200"):
        ledger.add_lines(["{"] * 1200, source="other", progress=stop)
    assert ledger == before
    with pytest.raises(LookupError):
        jiexiang.ask_many([sample(3)] * 5, "closing", as_of=DAY, progress=stop)


@pytest.mark.parametrize("bar", ["tqdm", "rich"])
@pytest.mark.filterwarnings("ignore")
def test_bars(bar: Any, capsys: pytest.CaptureFixture[str]) -> None:
    jiexiang.ask_many([sample(3)] * 3, "closing", as_of=DAY, progress=bar)
    shown = capsys.readouterr()
    assert "100%" in shown.out + shown.err


def test_misuse_is_typed() -> None:
    ledger = sample(3)
    cases: list[tuple[Any, str, str]] = [
        (lambda: ledger.ask("evaluat"), "unknown_operation", ""),
        (lambda: ledger.ask("evaluate"), "option_missing", "as_of"),
        (lambda: ledger.evaluate("2025-13-01"), "option_invalid", "as_of"),
        (lambda: ledger.ask("evaluate", as_of=DAY, requirement="P9"), "unknown_id", "requirement"),
        (lambda: ledger.add({"id": object()}), "not_json", "/id"),
        (lambda: ledger.add_lines([], import_date="1.9.2024"), "option_invalid", "import_date"),
        (lambda: ledger.add_lines(3), "option_invalid", "lines"),  # type: ignore[arg-type]
        (lambda: ledger.add_lines([], progress="loud"), "option_invalid", "progress"),  # type: ignore[arg-type]
        (lambda: ledger.evaluate(DAY).rows("nothing"), "option_invalid", "part"),
        (lambda: ledger.evaluate(DAY).to_frame(backend="excel"), "option_invalid", "backend"),  # type: ignore[arg-type]
        (lambda: jiexiang.render({"code": "no_such_code"}), "unknown_id", "code"),  # type: ignore[typeddict-item]
        (lambda: jiexiang.Package.builtin("nowhere"), "unknown_id", "package"),
    ]
    for call, code, path in cases:
        with pytest.raises(jiexiang.Misuse) as misuse:
            call()
        assert (misuse.value.code, misuse.value.path, misuse.value.findings) == (code, path, []), code
        assert isinstance(misuse.value, ValueError) and isinstance(misuse.value, jiexiang.JiexiangError)


def test_documents_that_cannot_be_opened_come_with_every_finding() -> None:
    with pytest.raises(jiexiang.Refused) as refused:
        jiexiang.Contract.load({"id": "c", "package": "p", "version": "1", "colour": "red"})
    codes = [finding["code"] for finding in refused.value.findings]
    assert codes.count("missing_field") == 3 and "unknown_field" in codes
    assert refused.value.code == refused.value.findings[0]["code"] and refused.value.what == "contract"
    with pytest.raises(jiexiang.Refused) as refused:
        jiexiang.Ledger(jiexiang.Package.builtin("nanchuan-2024/package-1"), sample(2).contract)
    assert "other_package" in [finding["code"] for finding in refused.value.findings]
    assert jiexiang.Package.lint("[]")[0]["severity"] == "error"
    with pytest.raises(FileNotFoundError):
        jiexiang.Contract.load(Path("no-such-contract.json"))


QUESTIONS: list[tuple[str, Any]] = [
    ("remaining", lambda ledger: ledger.remaining(DAY)),
    ("calendar", lambda ledger: ledger.calendar(DAY, "2024-04-01", datetime.date(2024, 9, 30))),
    ("calendar", lambda ledger: ledger.ics(DAY)),
    ("diff", lambda ledger: ledger.diff("2024-06-30", DAY)),
    ("diff", lambda ledger: ledger.diff_with(ledger.copy(), DAY)),
    ("sensitivity", lambda ledger: ledger.sensitivity(DAY)),
    ("what_if", lambda ledger: ledger.what_if(DAY, add=[{"kind": "visit", "id": "new"}])),
    ("integrity", lambda ledger: ledger.integrity(DAY)),
    ("integrity", lambda ledger: jiexiang.integrity([ledger, sample(3)], DAY)),
    ("portfolio", lambda ledger: jiexiang.portfolio([ledger, sample(3)], DAY)),
    ("explain", lambda ledger: ledger.explain(DAY)),
    ("explain", lambda ledger: ledger.explain(DAY, "P2-I3")),
    ("explain", lambda ledger: ledger.report(DAY, format="markdown", locale="en")),
    ("explain", lambda ledger: ledger.report(DAY)),
    ("form", lambda ledger: ledger.form("visit")),
    ("check_draft", lambda ledger: ledger.check_draft({"kind": "visit", "date": "2024-02-30"}, ["/date"])),
    ("lifecycle", lambda ledger: ledger.lifecycle(DAY)),
    ("check", lambda ledger: ledger.check(DAY)),
]


@pytest.mark.parametrize(("question", "call"), QUESTIONS)
def test_each_question_has_a_method_that_shows_itself(question: str, call: Any) -> None:
    assert question in jiexiang.questions()
    answer = call(sample(2))
    assert answer
    if hasattr(answer, "_repr_html_"):
        assert (answer._repr_html_() or "").startswith("<") or isinstance(answer, str)
    for part in getattr(answer, "parts", ()):
        rows = answer.rows(part, locale="en")
        assert all(row.keys() == rows.columns.keys() for row in rows)
        assert answer.to_frame(part, backend="polars").columns == list(rows.columns)
        assert answer.to_frame(part).shape == (len(rows), len(rows.columns))
        assert answer.to_arrow(part).num_rows == len(rows)


def test_no_question_is_without_a_method() -> None:
    assert {question for question in jiexiang.questions() if not hasattr(jiexiang.Ledger, question)} <= {"portfolio"}
