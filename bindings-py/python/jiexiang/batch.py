"""One question to many ledgers, on several threads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Union

from . import _native
from .encode import options_text
from .errors import Misuse

if TYPE_CHECKING:
    from .answers import Integrity, Portfolio
    from .ledger import Day, Ledger

__all__ = ["Progress", "ask_many", "ask_together", "integrity", "portfolio"]

Progress: TypeAlias = Union[Callable[[int, int], object], Literal["tqdm", "rich"], None]
"""Who hears how far a batch is: a callback `(done, total)`, a bar of tqdm or of rich, or nobody."""


def ask_many(
    ledgers: Iterable[Ledger],
    question: str,
    *,
    threads: int | None = None,
    progress: Progress = None,
    **options: Any,
) -> list[Any]:
    """The answers of many ledgers to one question, in their order.

    Evaluates outside the interpreter's lock on `threads` threads (by default one for each core).
    Ctrl-C and exceptions from `progress` end the batch at once; the ledgers stay as they are.

    >>> import jiexiang
    >>> contract = {"id": "c-1", "package": "nanchuan-2024/package-3", "version": "1",
    ...     "service_start": "2024-03-15", "service_end": "2025-03-14", "midterm_date": "2024-09-15"}
    >>> ledger = jiexiang.Ledger(jiexiang.Package.builtin("nanchuan-2024/package-3"), contract)
    >>> [closing["decision"] for closing in jiexiang.ask_many([ledger, ledger], "closing", as_of="2025-06-30")]
    ['blocked', 'blocked']
    """
    from .ledger import answer_of

    text = options_text(options)
    jobs = [(ledger._native, text) for ledger in ledgers]
    with reporting(progress) as callback:
        texts = _native.ask_each(jobs, question, threads, callback)
    return [answer_of(question, text, options) for text in texts]


def ask_together(ledgers: Iterable[Ledger], question: str, **options: Any) -> Any:
    """The answer to a question about several ledgers together.

    >>> import jiexiang
    >>> jiexiang.ask_together([], "closing", as_of="2025-06-30")
    Traceback (most recent call last):
    jiexiang.errors.Misuse: `ledgers` is no list of exactly one ledger
    """
    from .ledger import answer_of

    text = _native.ask([ledger._native for ledger in ledgers], question, options_text(options))
    return answer_of(question, text, options)


def portfolio(ledgers: Iterable[Ledger], as_of: Day) -> Portfolio:
    """Many contracts at once, those at risk first.

    >>> [row["contract"] for row in portfolio([ledger], "2025-06-30")["rows"]]
    ['c-1']
    """
    answer: Portfolio = ask_together(ledgers, "portfolio", as_of=as_of)
    return answer


def integrity(ledgers: Iterable[Ledger], as_of: Day) -> Integrity:
    """What evaluators would look at twice, also across contracts.

    >>> integrity([ledger], "2025-06-30")["findings"]
    []
    """
    answer: Integrity = ask_together(ledgers, "integrity", as_of=as_of)
    return answer


@contextmanager
def reporting(progress: Progress) -> Iterator[Callable[[int, int], object] | None]:
    """The callback that a batch calls."""
    if progress == "tqdm":
        with _tqdm() as callback:
            yield callback
    elif progress == "rich":
        with _rich() as callback:
            yield callback
    elif progress is None or callable(progress):
        yield progress
    else:
        raise Misuse("option_invalid", "progress", "`progress` is no callback, and neither `tqdm` nor `rich`")


@contextmanager
def _tqdm() -> Iterator[Callable[[int, int], object]]:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        raise Misuse("extra_missing", "progress", "install tqdm: pip install jiexiang[progress]") from None
    with tqdm(total=None) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show


@contextmanager
def _rich() -> Iterator[Callable[[int, int], object]]:
    try:
        from rich.progress import Progress as Bars
    except ImportError:
        raise Misuse("extra_missing", "progress", "install rich: pip install jiexiang[rich]") from None
    with Bars() as bars:
        bar = bars.add_task("jiexiang", total=None)
        yield lambda done, total: bars.update(bar, completed=done, total=total)
