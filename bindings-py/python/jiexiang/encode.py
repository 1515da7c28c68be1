"""Python values as JSON text, without guessing: what JSON cannot say is misuse."""

from __future__ import annotations

import datetime
import json
from typing import Any

from .errors import Misuse

__all__ = ["day", "is_missing", "options_text", "plain", "to_text"]


def to_text(value: object) -> bytes:
    """One value as UTF-8 JSON text on one line.

    Beside plain values: dates, times, `Decimal`, NumPy scalars and arrays. A `datetime` at
    midnight without a zone is its day; any other is written in full, for the core to find
    fault with. Lone surrogates are passed on: the core answers them by a finding.

    >>> import datetime
    >>> to_text({"date": datetime.date(2024, 5, 1), "minutes": 30})
    b'{"date": "2024-05-01", "minutes": 30}'
    """
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, default=plain)
    except Misuse:
        raise
    except Exception as error:  # Values of other people's classes raise what they like.
        path, reason = _reason(value, error)
        raise Misuse("not_json", path, f"no JSON can say this at `{path or '/'}`: {reason}") from None
    return text.encode("utf-8", "surrogatepass")


def plain(value: Any) -> Any:
    """The plain value that stands for one of a richer type; `TypeError` when there is none."""
    if isinstance(value, datetime.datetime):
        if is_missing(value):
            raise TypeError("NaT is no value; leave the field out or give None")
        midnight = value.tzinfo is None and value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        whole = not value.second and not value.microsecond and value.tzinfo is None
        return value.strftime("%H:%M") if whole else value.isoformat()
    kind = type(value)
    if kind.__module__ == "decimal" and kind.__name__ == "Decimal":
        return _decimal(value)
    if kind.__module__ == "numpy" or hasattr(value, "__array_interface__"):
        return _numpy(value)
    raise TypeError(f"{kind.__module__}.{kind.__qualname__} is no JSON value")


def is_missing(value: object) -> bool:
    """Whether a cell of a data frame is empty: None, NaN, NaT or NA.

    >>> is_missing(float("nan")), is_missing(""), is_missing(0)
    (True, False, False)
    """
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    try:
        return isinstance(value, float) and value != value or _is_nat(value)
    except (TypeError, ValueError):
        return False


def day(value: object, option: str) -> str:
    """A day given as `datetime.date` or as text `yyyy-mm-dd`.

    >>> import datetime
    >>> day(datetime.date(2025, 6, 30), "as_of")
    '2025-06-30'
    """
    if isinstance(value, str):
        return value
    if type(value).__module__ == "numpy" and not is_missing(value):
        value = _numpy(value)
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.date) and not is_missing(value):
        text = plain(value)
        if len(text) == 10:
            return str(text)
        raise Misuse("option_invalid", option, f"`{option}` is a moment, not a day; say which day: `.date()`")
    raise Misuse("option_invalid", option, f"`{option}` is no date; give a datetime.date or text `yyyy-mm-dd`")


def options_text(options: dict[str, Any]) -> str:
    """The options of a question as JSON text; those that are None are left out."""
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return to_text(given).decode()
    except UnicodeDecodeError:
        raise Misuse("not_json", "", "an option holds half a character (a lone surrogate)") from None


def _is_nat(value: object) -> bool:
    return type(value).__name__ in ("datetime64", "timedelta64") and str(value) == "NaT"


def _decimal(value: Any) -> Any:
    if not value.is_finite():
        raise TypeError(f"{value} is no number")
    if value == value.to_integral_value():
        return int(value) if value.adjusted() < 40 else str(value)
    number = float(value)
    # A float says a decimal of up to 15 digits exactly; a finer one is not to be rounded into one.
    return number if type(value)(repr(number)) == value else str(value)


def _numpy(value: Any) -> Any:
    if getattr(value, "ndim", 0):
        return value.tolist()
    name = type(value).__name__
    if name == "datetime64":
        if is_missing(value):
            raise TypeError("NaT is no value; leave the field out or give None")
        moment = value.astype("datetime64[us]").item()
        return plain(moment)
    if name in ("float16", "float32"):
        # The shortest decimal that is this number; its double would show digits that nobody gave.
        return float(str(value))
    return value.item()


def _reason(value: object, error: Exception) -> tuple[str, str]:
    try:
        return _fault(value, "", 0) or ("", str(error))
    except Exception:
        return "", str(error)


def _fault(value: object, path: str, depth: int) -> tuple[str, str] | None:
    """The first place that JSON cannot say, and why."""
    if depth > 200:
        return path, "it is nested without end"
    if isinstance(value, dict):
        for key, below in value.items():
            if not (key is None or isinstance(key, (str, int, float, bool))):
                return path, f"a key is of type {type(key).__name__}"
            step = str(key).replace("~", "~0").replace("/", "~1")
            fault = _fault(below, f"{path}/{step}", depth + 1)
            if fault:
                return fault
        return None
    if isinstance(value, (list, tuple)):
        faults = (_fault(below, f"{path}/{at}", depth + 1) for at, below in enumerate(value))
        return next((fault for fault in faults if fault), None)
    try:
        json.dumps(value, allow_nan=False, default=plain)
    except Exception as error:
        return path, "it is no number" if isinstance(value, float) else str(error)
    return None
