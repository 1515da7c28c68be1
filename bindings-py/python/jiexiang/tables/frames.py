"""The columns of a data frame as lists of Python values."""

from __future__ import annotations

from typing import Any

from ..errors import Misuse

__all__ = ["columns_in"]


def columns_in(frame: Any) -> dict[str, list[Any]]:
    """The columns by their headings; from pandas, Polars, PyArrow, or any Arrow stream.

    >>> import polars
    >>> columns_in(polars.DataFrame({"id": ["a"], "minutes": [30]}))
    {'id': ['a'], 'minutes': [30]}
    """
    try:
        import narwhals
    except ImportError:
        raise Misuse("extra_missing", "frame", "install narwhals: pip install jiexiang[tables]") from None
    try:
        known = narwhals.from_native(frame, eager_only=True)
    except TypeError as error:
        if not hasattr(frame, "__arrow_c_stream__"):
            raise Misuse("option_invalid", "frame", f"`frame` is no data frame: {error}") from None
        import pyarrow

        known = narwhals.from_native(pyarrow.table(frame), eager_only=True)
    return {str(heading): known.get_column(heading).to_list() for heading in known.columns}
