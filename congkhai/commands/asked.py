"""The lines of `schedule --jsonl`: something asked each, or what is wrong with it. Any bytes may come in."""

from __future__ import annotations

import json
from typing import NamedTuple

from congkhai.vietnamese.schedule.calendar import is_year

# So much of a bad line is shown in its message.
_SHOWN = 80


class Asked(NamedTuple):
    """A text and the year of its plan; of a bad line its beginning, and the label of its message in `fault`."""

    text: str
    year: int | None = None
    fault: str = ""


def read_line(line: bytes) -> Asked:
    """Read one line; never raises, however deep, long or foreign it is."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return _bad(line, "cli.schedule.bad-line")
    text = asked.get("text") if isinstance(asked, dict) else None
    if not isinstance(text, str) or not _is_printable(text):
        return _bad(line, "cli.schedule.bad-line")
    year = _year(asked.get("year"))
    return _bad(line, "cli.schedule.bad-year") if year == 0 else Asked(text, year)


def _bad(line: bytes, fault: str) -> Asked:
    shown = "".join(char if char.isprintable() else " " for char in line.decode("utf-8", "replace"))
    return Asked(shown[:_SHOWN], None, fault)


def _is_printable(text: str) -> bool:
    """Whether no half of a character stands alone in it (JSON can write one, no file can hold it)."""
    return not any("\ud800" <= char <= "\udfff" for char in text)


def _year(value: object) -> int | None:
    """The year as a number, None where there is none, 0 where it is no year of a plan."""
    if value is None:
        return None
    if isinstance(value, str) and value.isdecimal() and len(value) <= 4:
        value = int(value)
    whole = isinstance(value, int | float) and not isinstance(value, bool) and value in range(10_000)
    return int(value) if whole and is_year(int(value)) else 0  # type: ignore[call-overload]
