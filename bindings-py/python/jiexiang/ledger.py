"""Ledgers 台账: the entries of one contract, and the questions that they answer."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, Union, overload

from . import _native
from .answer import Answer
from .answers import (
    ANSWERS, Calendar, Closing, Diff, Evaluation, Explanation, Integrity, Lifecycle, Remaining, Report, Sensitivity,
    WhatIf,
)  # fmt: skip
from .batch import Progress, reporting
from .contract import Contract
from .encode import day, options_text
from .errors import Misuse
from .findings import Findings, LineFindings, Locale, Records, Rejected
from .package import Package
from .source import Document, Lines, document, lines

if TYPE_CHECKING:
    from . import types
    from .tables.entries import RowFindings

__all__ = ["Day", "Ledger"]

Day: TypeAlias = Union[datetime.date, str]
"""A day: `datetime.date`, or text `yyyy-mm-dd`."""

Kind = TypeVar("Kind", bound=Answer[Any])


class Ledger:
    """The ledger of one contract, with its package.

    A ledger is a set: the order of its entries means nothing, and adding an entry twice
    changes nothing. It is picklable, and threads may share it: a question is answered from
    what the ledger holds at the moment of asking.

    `package` is the package that the contract names, or several versions of it, when change
    orders may name others. Raises `Refused` when they do not fit.

    >>> import datetime, jiexiang
    >>> contract = {"id": "c-1", "package": "nanchuan-2024/package-3", "version": "1",
    ...     "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15"}
    >>> ledger = jiexiang.Ledger(jiexiang.Package.builtin("nanchuan-2024/package-3"), contract)
    >>> ledger.add({"kind": "rectified", "id": "e-1", "package": "nanchuan-2024/package-3",
    ...     "date": datetime.date(2024, 9, 1), "recorded_at": "2024-09-01", "issue": "photos"})
    []
    >>> ledger
    <Ledger of c-1: 1 entries, 0 rejected lines>

    The examples of the methods go on with this ledger.
    """

    __slots__ = ("_native", "contract", "packages")
    __hash__ = None  # type: ignore[assignment]

    _native: _native.Ledger
    contract: Contract
    """Its contract."""
    packages: tuple[Package, ...]
    """The versions of its package."""

    def __init__(self, package: Package | Iterable[Package], contract: Contract | Document) -> None:
        self.packages = (package,) if isinstance(package, Package) else tuple(package)
        self.contract = contract if isinstance(contract, Contract) else Contract.load(contract)
        self._native = _native.Ledger([package._native for package in self.packages], self.contract._native)

    # What goes in.

    def add(
        self, entry: Document, *, source: str = "input", line: int = 1, import_date: Day | None = None
    ) -> Findings:
        """Reads one entry (record 台账, event 事件 or register 名册) and admits or rejects it.

        `import_date` is the day of entry of an entry that states none (`recorded_at`). Never
        raises on bad data: whatever is wrong is returned, and kept with `rejected`.

        >>> findings = ledger.add('{"kind": "visit", "id": "v-1"}')
        >>> [finding["params"]["field"] for finding in findings if finding["code"] == "missing_field"]
        ['package', 'date', 'mode', 'category']
        """
        text = document(entry, "entry")
        return Findings(json.loads(self._native.add(source, line, text, _day(import_date, "import_date"))))

    def add_lines(
        self,
        lines_: Lines,
        *,
        source: str | None = None,
        import_date: Day | None = None,
        progress: Progress = None,
    ) -> LineFindings:
        """Reads JSON Lines from a path, text, bytes, an open file, or an iterable of entries.

        One call of the core for all lines. Answers the lines with findings. When Ctrl-C or an
        exception from `progress` interrupts it, the ledger stays as it was. `source` names
        the lines in `rejected`; by default the file's name.

        >>> for found in ledger.add_lines(["{", {"kind": "visit"}]):
        ...     print(found["line"], found["findings"][0]["code"])
        1 malformed
        2 missing_field
        """
        name, text = lines(lines_)
        import_day = _day(import_date, "import_date")
        with reporting(progress) as callback:
            if isinstance(text, bytes):
                found = self._native.add_lines(source or name, text, import_day, callback)
            else:
                found = self._native.add_lines(source or name, list(enumerate(text, 1)), import_day, callback)
        return LineFindings(json.loads(found))

    def add_frame(
        self,
        frame: Any,
        kind: str | None = None,
        *,
        columns: Mapping[str, str | None] | None = None,
        fill: Mapping[str, Any] | None = None,
        source: str = "frame",
        first_row: int = 1,
        import_date: Day | None = None,
        progress: Progress = None,
    ) -> RowFindings:
        """Reads the rows of a data frame: pandas, Polars, PyArrow, or any Arrow stream.

        Columns are called as the fields of the kind, by name (`date`), by path
        (`subjects.person`, `attributes.village_group`), or by their labels in either locale
        (`日期`); `columns` renames (or with None leaves out) others, and `fill` gives values
        for all rows. An unknown column raises `Misuse` (`unknown_column`); bad cells are
        answered by findings with row and column. Rows are counted from `first_row`
        (2 for a sheet with one line of headings). How lists are written in cells:
        `jiexiang.tables`.

        >>> import pandas
        >>> frame = pandas.DataFrame({"编号": ["a-1", "a-2"], "日期": ["2024-05-01", "2024-05-32"], "类别": "community_activity"})
        >>> found = ledger.add_frame(frame, "activity", fill={"package": "nanchuan-2024/package-3"}, import_date="2024-06-01")
        >>> [(at["row"], at["column"], at["finding"]["code"]) for at in found if at["finding"]["severity"] == "error"]
        [(2, '日期', 'invalid_date')]
        """
        from .tables import entries

        rows = entries.Incoming(frame, kind, columns or {}, fill or {})
        import_day = _day(import_date, "import_date")
        with reporting(progress) as callback:
            found = self._native.add_lines(source, list(enumerate(rows.texts, first_row)), import_day, callback)
        return rows.placed(json.loads(found))

    def merge(self, other: Ledger) -> None:
        """Takes in what another ledger of the same contract read; in any order, any number of times.

        >>> other = jiexiang.Ledger(ledger.packages, ledger.contract)
        >>> other.merge(ledger)
        >>> ledger == other
        True
        """
        if not isinstance(other, Ledger) or (self.contract, self.packages) != (other.contract, other.packages):
            raise Misuse("option_invalid", "other", "`other` is no ledger of the same contract and packages")
        self._native.merge(other._native)

    def copy(self) -> Ledger:
        """A ledger of its own with the same contents; cheap, whatever its size.

        >>> ledger.copy() == ledger, ledger.copy() is ledger
        (True, False)
        """
        copy = object.__new__(Ledger)
        copy.contract, copy.packages, copy._native = self.contract, self.packages, self._native.copy()
        return copy

    # What it says.

    def ask(self, question: str, **options: Any) -> Any:
        """The answer to any question of `jiexiang.questions()`, as plain data.

        Every question knows `select`, a list of dotted paths that keeps only these parts.
        Raises `Misuse` for unknown questions and wrong options.

        >>> ledger.ask("closing", as_of="2025-06-30", select=["decision"])
        {'decision': 'blocked'}
        """
        return json.loads(self.ask_text(question, **options))

    def ask_text(self, question: str, **options: Any) -> str:
        """The same as the core's canonical JSON text.

        >>> ledger.ask_text("closing", as_of="2025-06-30", select=["decision"])
        '{"decision":"blocked"}'
        """
        return _native.ask([self._native], question, options_text(options))

    def replay(
        self, question: str, days: Iterable[Day], *, progress: Progress = None, **options: Any
    ) -> list[Any]:
        """The answers to one question on many days, in their order; on all cores, like `ask_many`.

        >>> [answer["completion"]["met"] for answer in ledger.replay("evaluate", ["2024-06-30", "2025-06-30"])]
        [0, 0]
        """
        texts = [options_text({"as_of": day, **options}) for day in days]
        with reporting(progress) as callback:
            answers = _native.ask_each([(self._native, text) for text in texts], question, None, callback)
        return [answer_of(question, answer, options) for answer in answers]

    def _answer(self, kind: type[Kind], question: str, **options: Any) -> Kind:
        return kind(self.ask_text(question, **options))

    @overload
    def evaluate(self, as_of: Day) -> Evaluation: ...
    @overload
    def evaluate(self, as_of: Day, requirement: str) -> types.RequirementAnswer: ...
    def evaluate(self, as_of: Day, requirement: str | None = None) -> Evaluation | types.RequirementAnswer:
        """Where every requirement stands at the end of a day; or, as plain data, one of them or of their parts.

        >>> import datetime
        >>> ledger.evaluate(datetime.date(2025, 6, 30))["completion"]
        {'met': 0, 'of': 7}
        >>> ledger.evaluate("2025-06-30", "P3-I3")["outcome"]
        'not_met'
        """
        if requirement is None:
            return self._answer(Evaluation, "evaluate", as_of=as_of)
        answer: types.RequirementAnswer = self.ask("evaluate", as_of=as_of, requirement=requirement)
        return answer

    def closing(self, as_of: Day) -> Closing:
        """Whether the project may be closed on a day, and what blocks it.

        `decision` is `terminated`, `closed`, `blocked`, `undecided` or `closable`.

        >>> ledger.closing("2025-06-30")["decision"]
        'blocked'
        """
        return self._answer(Closing, "closing", as_of=as_of)

    def lifecycle(self, as_of: Day) -> Lifecycle:
        """State, evaluations, duties, orders and next steps on a day.

        >>> ledger.lifecycle("2024-06-30")["state"]
        'in_service'
        """
        return self._answer(Lifecycle, "lifecycle", as_of=as_of)

    def check(self, as_of: Day) -> Findings:
        """What does not fit together among the entries known at the end of a day.

        >>> ledger.check("2025-06-30")
        []
        """
        return Findings(self.ask("check", as_of=as_of)["findings"])

    @overload
    def remaining(self, as_of: Day) -> Remaining: ...
    @overload
    def remaining(self, as_of: Day, requirement: str) -> types.RequirementRemaining: ...
    def remaining(self, as_of: Day, requirement: str | None = None) -> Remaining | types.RequirementRemaining:
        """The least further work, from the day after `as_of` on, that closes each requirement.

        >>> remaining = ledger.remaining("2024-06-30")
        >>> remaining["days_left"], remaining["total"]["done"]
        (257, 0)
        """
        if requirement is None:
            return self._answer(Remaining, "remaining", as_of=as_of)
        answer: types.RequirementRemaining = self.ask("remaining", as_of=as_of, requirement=requirement)
        return answer

    def calendar(self, as_of: Day, from_: Day | None = None, to: Day | None = None) -> Calendar:
        """Every duty that falls due from `from_` to `to`, with its state at the end of `as_of`.

        >>> [row["of"] for row in ledger.calendar("2024-06-30", "2025-03-14")["rows"] if row["duty"] == "service_end"]
        ['c-1']
        """
        return self._answer(Calendar, "calendar", **{"as_of": as_of, "from": from_, "to": to})

    def ics(self, as_of: Day, from_: Day | None = None, to: Day | None = None, locale: Locale = "zh-CN") -> str:
        """The same as an iCalendar file's text.

        >>> ledger.ics("2024-06-30").splitlines()[0]
        'BEGIN:VCALENDAR'
        """
        options = {"as_of": as_of, "from": from_, "to": to, "locale": locale}
        text: str = self.ask("calendar", format="ics", **options)["ics"]
        return text

    def diff(self, from_: Day, to: Day) -> Diff:
        """What changed between the ends of two days, and because of which entries.

        >>> ledger.diff("2024-08-31", "2024-09-30")["after"]["completion"]
        {'met': 0, 'of': 7}
        """
        return self._answer(Diff, "diff", **{"from": from_, "to": to})

    def diff_with(self, other: Ledger, as_of: Day) -> Diff:
        """What is different in another ledger of the same contract at the end of a day.

        >>> other = ledger.copy()
        >>> isinstance(ledger.diff_with(other, "2024-09-30"), jiexiang.Diff)
        True
        """
        return Diff(_native.ask([self._native, other._native], "diff", options_text({"as_of": as_of})))

    def sensitivity(self, as_of: Day, reading: str | None = None) -> Sensitivity:
        """What other options of each reading (or of one) would change.

        >>> ledger.sensitivity("2024-06-30")["decision"]
        'blocked'
        """
        return self._answer(Sensitivity, "sensitivity", as_of=as_of, reading=reading)

    def what_if(
        self,
        as_of: Day,
        add: Iterable[Mapping[str, Any]] = (),
        remove: Iterable[str] = (),
        replace: Iterable[Mapping[str, Any]] = (),
    ) -> WhatIf:
        """What more entries, fewer (by id) or other ones would change, without touching the ledger.

        >>> trial = ledger.what_if("2024-12-31", remove=["e-1"])
        >>> isinstance(trial, jiexiang.WhatIf), len(ledger)
        (True, 1)
        """
        trial = {"add": list(add), "remove": list(remove), "replace": list(replace)}
        return self._answer(WhatIf, "what_if", as_of=as_of, **trial)

    def integrity(self, as_of: Day) -> Integrity:
        """What evaluators would look at twice; `jiexiang.integrity` looks at several ledgers.

        >>> ledger.integrity("2025-06-30")["findings"]
        []
        """
        return self._answer(Integrity, "integrity", as_of=as_of)

    @overload
    def explain(self, as_of: Day) -> Explanation: ...
    @overload
    def explain(self, as_of: Day, requirement: str) -> types.ExplanationNode: ...
    def explain(self, as_of: Day, requirement: str | None = None) -> Explanation | types.ExplanationNode:
        """The closing decision (or one requirement) with everything that it rests on, as a tree.

        >>> ledger.explain("2025-06-30")["as_of"]
        '2025-06-30'
        """
        if requirement is None:
            return self._answer(Explanation, "explain", as_of=as_of)
        node: types.ExplanationNode = self.ask("explain", as_of=as_of, requirement=requirement)
        return node

    def report(
        self,
        as_of: Day,
        requirement: str | None = None,
        format: Literal["text", "markdown", "html"] = "html",
        locale: Locale = "zh-CN",
    ) -> Report:
        """The same for readers.

        >>> report = ledger.report("2025-06-30", "P3-I3", format="text", locale="en")
        >>> report.splitlines()[0]
        'Closing report: Elders of 80 or over visited at home (P3-I3)'
        """
        options = {"as_of": as_of, "requirement": requirement, "format": format, "locale": locale}
        return Report(self.ask("explain", **options)["text"])

    def form(self, kind: str) -> types.Form:
        """What a form for entries of a kind needs, with the contract's values in its rules.

        >>> ledger.form("visit")["labels"]
        {'en': 'Visit', 'zh-CN': '探访'}
        """
        form: types.Form = self.ask("form", kind=kind)
        return form

    def check_draft(
        self,
        draft: Mapping[str, Any],
        touched: Iterable[str] | None = None,
        as_of: Day | None = None,
        import_date: Day | None = None,
    ) -> types.Checked:
        """Checks an entry that is being written, as if it were added and without adding it.

        >>> checked = ledger.check_draft({"kind": "visit", "date": "2024-02-30"}, touched=["/date"])
        >>> [finding["code"] for finding in checked["findings"]]
        ['invalid_date']
        """
        fields = None if touched is None else list(touched)
        options = {"draft": draft, "touched": fields, "as_of": as_of, "import_date": import_date}
        checked: types.Checked = self.ask("check_draft", **options)
        return checked

    def records(self) -> Records:
        """The admitted entries, as given, in the order of their ids.

        >>> [entry["id"] for entry in ledger.records()]
        ['e-1']
        """
        return Records(self.ask("records"))

    def rejected(self) -> Rejected:
        """The lines that were not admitted: `source`, `line`, `text`, `findings`.

        >>> _ = ledger.add("{", source="hand", line=7)
        >>> [(line["source"], line["line"], line["text"]) for line in ledger.rejected()]
        [('hand', 7, '{')]
        """
        return Rejected(self.ask("rejected")["rejected"])

    # What a handle can do.

    def __len__(self) -> int:
        return self._native.size()

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Ledger):
            return NotImplemented
        same = (self.contract, self.packages) == (other.contract, other.packages)
        return same and self._native.lines() == other._native.lines()

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.packages, self.contract, self._native.lines())

    def __repr__(self) -> str:
        return f"<Ledger of {self.contract.id}: {len(self)} entries, {len(self.rejected())} rejected lines>"

    def to_html(self, locale: Locale = "zh-CN") -> str:
        """A card for notebooks: its contract, its entries by kind, what was rejected.

        >>> ledger.to_html("en").startswith("<div")
        True
        """
        from .html import ledger

        return ledger(self, locale)

    def _repr_html_(self) -> str:
        return self.to_html()


def _restored(
    packages: tuple[Package, ...], contract: Contract, given: list[tuple[str, int, bytes, str | None]]
) -> Ledger:
    ledger = Ledger(packages, contract)
    for (source, import_date), found in groupby(given, key=lambda line: (line[0], line[3])):
        read = list(found)
        ledger._native.add_lines(source, [(line, text) for _, line, text, _ in read], import_date, None)
    return ledger


def answer_of(question: str, text: str, options: dict[str, Any]) -> Any:
    """An answer as its class; as plain data when only parts were selected."""
    if options.get("select") is not None or not text.startswith("{"):
        return json.loads(text)
    return ANSWERS.get(question, Answer)(text)


def _day(given: Day | None, option: str) -> str | None:
    return None if given is None else day(given, option)
