"""Packages 项目包: the requirement document of one package as data, compiled once."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from . import _native
from .encode import options_text
from .errors import Refused
from .findings import Findings, Locale
from .source import Document, document

if TYPE_CHECKING:
    from . import types
    from ._native import Package as Native
    from .types import Labels

__all__ = ["Package"]


class Package:
    """A package as loaded and checked: immutable, hashable, picklable.

    >>> from jiexiang import Package
    >>> package = Package.builtin("nanchuan-2024/package-3")
    >>> package.id, package.version
    ('nanchuan-2024/package-3', '1')
    """

    __slots__ = ("_includes", "_native", "_text")

    _native: Native
    _text: bytes
    _includes: tuple[tuple[str, bytes], ...] | None

    def __init__(self) -> None:
        raise TypeError("use Package.load or Package.builtin")

    @classmethod
    def load(cls, source: Document, includes: Mapping[str, Document] | None = None) -> Package:
        """Loads a package, and the documents that it includes by their ids.

        Raises `Refused` with every finding when anything is wrong with it.

        >>> from jiexiang import Package, Refused
        >>> try:
        ...     Package.load({"format": "1", "id": "p", "version": "1", "place": "v"})
        ... except Refused as refused:
        ...     print([finding["params"] for finding in refused.findings])
        [{'field': 'labels'}, {'field': 'source'}]
        """
        text = document(source, "package")
        included = tuple(sorted((id, document(source, "includes")) for id, source in (includes or {}).items()))
        return cls._of(_native.Package.load(text, list(included)), text, included)

    @classmethod
    def builtin(cls, id: str) -> Package:
        """A package that comes with the wheel, by its id.

        Raises `Misuse` (`unknown_id`) when there is none; `builtins` lists them.

        >>> from jiexiang import Package
        >>> Package.builtin("nanchuan-2024/package-1").labels["en"]
        'Social work management service'
        """
        native = _native.Package.builtin(id)
        return cls._of(native, dict(_native.builtin_documents())[id].encode(), None)

    @staticmethod
    def builtins() -> list[str]:
        """Ids of the packages that come with the wheel.

        >>> from jiexiang import Package
        >>> len(Package.builtins())
        6
        """
        return [id for id, _ in _native.builtin_documents()]

    @classmethod
    def lint(cls, source: Document, includes: Mapping[str, Document] | None = None) -> Findings:
        """Everything wrong with a package, in the order of its text; empty when it can be loaded.

        >>> from jiexiang import Package
        >>> [finding["code"] for finding in Package.lint('{"format": "1",}')]
        ['malformed']
        """
        try:
            cls.load(source, includes)
        except Refused as refused:
            return Findings(refused.findings)
        return Findings()

    @classmethod
    def _of(cls, native: Native, text: bytes, includes: tuple[tuple[str, bytes], ...] | None) -> Package:
        package = object.__new__(cls)
        package._native, package._text, package._includes = native, text, includes
        return package

    def ask(self, question: str, **options: Any) -> Any:
        """The answer to a question that needs no contract (`describe`, `kinds`, `form`, `check_draft`), as plain data.

        >>> import jiexiang
        >>> package = jiexiang.Package.builtin("nanchuan-2024/package-2")
        >>> package.ask("form", kind="visit", select=["labels"])
        {'labels': {'en': 'Visit', 'zh-CN': '探访'}}
        """
        return json.loads(self._native.ask(question, options_text(options)))

    def form(self, kind: str) -> types.Form:
        """What a form for entries of a kind needs: fields, labels, types, code lists, rules.

        >>> import jiexiang
        >>> form = jiexiang.Package.builtin("nanchuan-2024/package-2").form("visit")
        >>> [field["name"] for field in form["fields"]][:3]
        ['id', 'package', 'date']
        """
        form: types.Form = self.ask("form", kind=kind)
        return form

    def check_draft(
        self, draft: Mapping[str, Any], touched: Iterable[str] | None = None, import_date: datetime.date | str | None = None
    ) -> types.Checked:
        """Checks an entry that is being written against the package alone; `touched` are JSON pointers.

        >>> import jiexiang
        >>> package = jiexiang.Package.builtin("nanchuan-2024/package-2")
        >>> checked = package.check_draft({"kind": "visit", "date": "2024-02-30"}, touched=["/date"])
        >>> [finding["code"] for finding in checked["findings"]]
        ['invalid_date']
        """
        if import_date is None:
            plain = _native.check_draft(self._native, draft, touched)
            # What is not plain goes as JSON text, which says what is wrong with it and where.
            if plain is not None:
                return plain
        fields = None if touched is None else list(touched)
        checked: types.Checked = self.ask("check_draft", draft=draft, touched=fields, import_date=import_date)
        return checked

    @property
    def id(self) -> str:
        """Its id.

        >>> import jiexiang
        >>> jiexiang.Package.builtin("nanchuan-2024/package-2").id
        'nanchuan-2024/package-2'
        """
        return self._native.id

    @property
    def version(self) -> str:
        """Its version.

        >>> import jiexiang
        >>> jiexiang.Package.builtin("nanchuan-2024/package-2").version
        '1'
        """
        return self._native.version

    @property
    def data(self) -> dict[str, Any]:
        """Its own document as plain values, without what it includes; a new copy each time.

        >>> import jiexiang
        >>> jiexiang.Package.builtin("nanchuan-2024/package-2").data["include"]
        ['nanchuan-2024/common']
        """
        data: dict[str, Any] = json.loads(self._text.decode("utf-8-sig"))
        return data

    @property
    def labels(self) -> Labels:
        """Its name by locale.

        >>> import jiexiang
        >>> sorted(jiexiang.Package.builtin("nanchuan-2024/package-2").labels)
        ['en', 'zh-CN']
        """
        labels: Labels = self.data["labels"]
        return labels

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Package):
            return NotImplemented
        return (self._text, self._includes) == (other._text, other._includes)

    def __hash__(self) -> int:
        return hash((self._text, self._includes))

    def __reduce__(self) -> tuple[Any, ...]:
        if self._includes is None:
            return Package.builtin, (self.id,)
        return Package.load, (self._text, dict(self._includes))

    def __repr__(self) -> str:
        return f"<Package {self.id} version {self.version}: {self.labels['zh-CN']}>"

    def to_html(self, locale: Locale = "zh-CN") -> str:
        """A card for notebooks: its indicators."""
        from .html import package

        return package(self, locale)

    def _repr_html_(self) -> str:
        return self.to_html()
