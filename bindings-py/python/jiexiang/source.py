"""What a document or a ledger's lines may be given as."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import IO, Any, TypeAlias, Union

from .encode import to_text
from .errors import Misuse

__all__ = ["Document", "Lines", "document", "lines"]

Document: TypeAlias = Union[Mapping[str, Any], str, bytes, "os.PathLike[str]", IO[str], IO[bytes]]
"""A JSON document: a dict, JSON text (`str` beginning with `{` or `[`, or bytes), a path, or an open file."""

Lines: TypeAlias = Union[
    str, bytes, "os.PathLike[str]", IO[str], IO[bytes], Iterable[Union[str, bytes, Mapping[str, Any]]]
]
"""JSON Lines: text (`str` with a line end or beginning like JSON, or bytes), a path, an open file,
or an iterable of dicts and of single lines."""


def document(source: Document, option: str) -> bytes:
    """The text of one JSON document.

    >>> document('{"id": "c"}', "contract"), document({"id": "c"}, "contract")
    (b'{"id": "c"}', b'{"id": "c"}')
    """
    if isinstance(source, Mapping):
        return to_text(source if isinstance(source, dict) else dict(source))
    if isinstance(source, str) and _is_json(source):
        return _utf8(source)
    text = _read(source)
    if text is None:
        wanted = "a dict, JSON text, a path or an open file"
        raise Misuse("option_invalid", option, f"`{option}` is {type(source).__name__}, not {wanted}")
    return text


def lines(source: Lines) -> tuple[str, bytes | list[bytes]]:
    """The name of a source and its text, or its lines when they were given one by one.

    >>> lines('{"id": "a"}\\n{"id": "b"}')
    ('input', b'{"id": "a"}\\n{"id": "b"}')
    >>> lines([{"id": "a"}, '{"id": "b"}'])
    ('input', [b'{"id": "a"}', b'{"id": "b"}'])
    """
    if isinstance(source, str) and ("\n" in source or not source.strip() or _is_json(source)):
        return "input", _utf8(source)
    text = _read(source)
    if text is not None:
        return _name(source), text
    if isinstance(source, Mapping) or not isinstance(source, Iterable):
        wanted = "text, a path, an open file, or an iterable of entries"
        raise Misuse("option_invalid", "lines", f"`lines` is {type(source).__name__}, not {wanted}")
    return "input", [_line(item) for item in source]


def _line(item: object) -> bytes:
    if isinstance(item, str):
        return _utf8(item)
    return bytes(item) if isinstance(item, (bytes, bytearray, memoryview)) else to_text(item)


def _read(source: object) -> bytes | None:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source)
    if isinstance(source, (str, os.PathLike)):
        with open(source, "rb") as file:
            return file.read()
    read = getattr(source, "read", None)
    if not callable(read):
        return None
    text = read()
    return _utf8(text) if isinstance(text, str) else bytes(text)


def _name(source: object) -> str:
    path = source if isinstance(source, (str, os.PathLike)) else getattr(source, "name", None)
    return os.path.basename(path) if isinstance(path, (str, os.PathLike)) else "input"


def _is_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith(("{", "["))


def _utf8(text: str) -> bytes:
    # Half characters are passed on: the core answers them by a finding.
    return text.encode("utf-8", "surrogatepass")
