from collections.abc import Callable
from typing import Protocol, final, type_check_only

__all__ = [
    "ask_each",
    "evaluate_lines",
    "evaluate_tables",
    "Contract",
    "kinds",
    "Ledger",
    "ask",
    "Package",
    "builtin_documents",
    "package_questions",
    "questions",
    "run",
]

@final
class Package:
    @staticmethod
    def load(text: bytes, includes: list[tuple[str, bytes]]) -> Package: ...
    @staticmethod
    def builtin(id: str) -> Package: ...
    def ask(self, question: str, options: str) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def version(self) -> str: ...

@final
class Contract:
    @staticmethod
    def load(text: bytes) -> Contract: ...
    @property
    def id(self) -> str: ...
    @property
    def package(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def days(self) -> list[str]: ...

@final
class Ledger:
    def __new__(cls, packages: list[Package], contract: Contract) -> Ledger: ...
    def add(self, source: str, line: int, text: bytes, import_date: str | None) -> str: ...
    def add_lines(
        self, source: str, text: bytes, import_date: str | None, progress: Callable[[int, int], object] | None
    ) -> str: ...
    def add_numbered(
        self,
        source: str,
        texts: list[tuple[int, bytes]],
        import_date: str | None,
        progress: Callable[[int, int], object] | None,
    ) -> str: ...
    def merge(self, other: Ledger) -> None: ...
    def copy(self) -> Ledger: ...
    def size(self) -> int: ...
    def lines(self) -> list[tuple[str, int, bytes, str | None]]: ...

def ask(ledgers: list[Ledger], question: str, options: str) -> str: ...
def ask_each(
    jobs: list[tuple[Ledger, str]],
    question: str,
    threads: int | None,
    progress: Callable[[int, int], object] | None,
) -> list[str]: ...
@type_check_only
class ArrowStream(Protocol):
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...
    @property
    def num_rows(self) -> int: ...

def evaluate_tables(
    tables: list[tuple[str | None, object]],
    contracts: list[Contract],
    packages: list[Package],
    as_of: str,
    import_date: str | None,
    locale: str,
    threads: int | None,
    progress: Callable[[int, int], object] | None,
) -> tuple[ArrowStream, ArrowStream, int, int]: ...
def evaluate_lines(
    text: bytes,
    contracts: list[Contract],
    packages: list[Package],
    as_of: str,
    import_date: str | None,
    locale: str,
    threads: int | None,
    progress: Callable[[int, int], object] | None,
) -> tuple[ArrowStream, ArrowStream, int, int]: ...
def builtin_documents() -> list[tuple[str, str]]: ...
def kinds() -> str: ...
def package_questions() -> list[str]: ...
def questions() -> list[str]: ...
def run(request: str) -> str: ...
