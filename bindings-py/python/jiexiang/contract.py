"""Contracts 合同: one package let to one provider, with its dates and chosen readings."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

from . import _native
from .source import Document, document

if TYPE_CHECKING:
    from . import types

__all__ = ["Contract"]


class Contract:
    """A contract as read: immutable, hashable, picklable.

    >>> from jiexiang import Contract
    >>> import datetime
    >>> contract = Contract.load({"id": "c-1", "package": "nanchuan-2024/package-3", "version": "1",
    ...     "service_start": datetime.date(2024, 3, 15), "service_end": "2025-03-14", "midterm_date": "2024-09-15"})
    >>> contract
    <Contract c-1: nanchuan-2024/package-3 version 1, 2024-03-15 … 2025-03-14>
    """

    __slots__ = ("_native", "_text")

    _native: _native.Contract
    _text: bytes

    def __init__(self) -> None:
        raise TypeError("use Contract.load")

    @classmethod
    def load(cls, source: Document) -> Contract:
        """Reads a contract; raises `Refused` with every finding when anything is wrong with it.

        >>> from jiexiang import Contract, Refused
        >>> try:
        ...     Contract.load({"id": "c", "package": "p", "version": "1",
        ...         "service_start": "2024-03-15", "service_end": "2024-02-30", "midterm_date": "2024-09-15"})
        ... except Refused as refused:
        ...     print(refused.code, refused.path)
        invalid_date /service_end
        """
        text = document(source, "contract")
        contract = object.__new__(cls)
        contract._native, contract._text = _native.Contract.load(text), text
        return contract

    @property
    def id(self) -> str:
        """Its id."""
        return self._native.id

    @property
    def package(self) -> str:
        """Id of its package."""
        return self._native.package

    @property
    def version(self) -> str:
        """Version of its package."""
        return self._native.version

    @property
    def service_start(self) -> datetime.date:
        """First day of the service."""
        return datetime.date.fromisoformat(self._native.days[0])

    @property
    def service_end(self) -> datetime.date:
        """Last day of the service as agreed; extensions are events."""
        return datetime.date.fromisoformat(self._native.days[1])

    @property
    def midterm_date(self) -> datetime.date:
        """Day of the mid-term evaluation as agreed."""
        return datetime.date.fromisoformat(self._native.days[2])

    @property
    def data(self) -> types.ContractDocument:
        """The document as plain values; a new copy each time."""
        data: types.ContractDocument = json.loads(self._text.decode("utf-8-sig"))
        return data

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Contract) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> tuple[Any, ...]:
        return Contract.load, (self._text,)

    def __repr__(self) -> str:
        service = f"{self.service_start} … {self.service_end}"
        return f"<Contract {self.id}: {self.package} version {self.version}, {service}>"
