"""Readers of one value: each takes what a file says and gives a typed value, or notes exactly what is wrong.

Reading never fails: what could not be understood becomes a problem, and the reader gives None.
"""

from __future__ import annotations

import datetime
import re
import sys
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

from congkhai.foundation.file_names import is_device
from congkhai.foundation.problem import Problems
from congkhai.foundation.text import collapse, near_misses, slug
from congkhai.records.model.record import Reader, Shape, shaped
from congkhai.source.yaml_source import Node, Scalar, Sequence

T = TypeVar("T")

# An id as it stands in addresses: lower-case letters and digits in groups joined by hyphens, or by a dot before a digit
# ("1.001193"), so that no id looks like the name of a file.
_ID = re.compile(r"[a-z0-9]+(?:(?:-|\.(?=[0-9]))[a-z0-9]+)*\Z")
# A date, or a year and month, or a year: 2021-12-31, 2021-12, 2021. No record is of another time than 1800 to 2199;
# at the ends of what computers count as years (1, 9999) no day follows or goes before.
_PARTIAL_DATE = re.compile(r"((?:1[89]|2[01])\d\d)(?:-(\d\d)(?:-(\d\d))?)?\Z", re.ASCII)
_TRUE, _FALSE = ("true", "yes", "có"), ("false", "no", "không")


@shaped(Shape("cell"))
def cell(node: Node, problems: Problems) -> str | None:
    """Text as it stands, line breaks kept, white space collapsed; an empty text is a value too."""
    if isinstance(node, Scalar):
        return sys.intern(collapse(node.text))  # what thousands of records say alike is kept once
    _wrong_type(node, "text", problems)
    return None


@shaped(Shape("line"))
def line(node: Node, problems: Problems) -> str | None:
    """Text on one line; an empty one is a problem."""
    if not isinstance(node, Scalar):
        _wrong_type(node, "text", problems)
        return None
    if text := " ".join(node.text.split()):
        return sys.intern(text)
    problems.add("empty-text", node.place)
    return None


@shaped(Shape("prose"))
def prose(node: Node, problems: Problems) -> str | None:
    """Markdown in our own words, kept as it stands."""
    if isinstance(node, Scalar):
        return node.text.strip()
    _wrong_type(node, "text", problems)
    return None


@shaped(Shape("id", pattern=_ID.pattern))
def identifier(node: Node, problems: Problems) -> str | None:
    """An id as it stands in addresses: lower-case letters without marks, digits, hyphens, dots; 80 at the most."""
    text = line(node, problems)
    if text is not None and not is_id(text):
        problems.add("bad-id", node.place, suggestions=filter(is_id, [slug(text)[:80]]), id=text)
    return text


def is_id(text: str) -> bool:
    """Whether a text can be an id: it names a folder of the site, on every system."""
    return bool(_ID.match(text)) and len(text) <= 80 and not is_device(text)


@shaped(Shape("date"))
def date(node: Node, problems: Problems) -> datetime.date | None:
    """A day: 2021-12-31."""
    text = line(node, problems)
    if text is None:
        return None
    try:
        if len(text) == 10 and _PARTIAL_DATE.match(text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    problems.add("bad-date", node.place, suggestions=_iso_guess(text), date=text)
    return None


@shaped(Shape("partial_date", pattern=_PARTIAL_DATE.pattern))
def partial_date(node: Node, problems: Problems) -> str | None:
    """A day, a month or a year as ISO text ("2021-12"): signed documents may leave the day or number blank."""
    text = line(node, problems)
    if text is None:
        return None
    if found := _PARTIAL_DATE.match(text):
        year, month, day = (int(part) if part else 1 for part in found.groups())
        try:
            datetime.date(year, month, day)
            return text
        except ValueError:
            pass
    problems.add("bad-date", node.place, suggestions=_iso_guess(text), date=text)
    return None


# A date as people write it: 31/12/2021, 31-12-2021.
_SLASH_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z", re.ASCII)


def _iso_guess(text: str) -> tuple[str, ...]:
    if found := _SLASH_DATE.match(text):
        day, month, year = (int(part) for part in found.groups())
        try:
            return (datetime.date(year, month, day).isoformat(),)
        except ValueError:
            pass
    return ()


def integer(low: int, high: int) -> Reader[int]:
    """A reader of a whole number from `low` to `high`."""

    @shaped(Shape("integer", low=low, high=high))
    def read(node: Node, problems: Problems) -> int | None:
        text = line(node, problems)
        if text is None:
            return None
        if text.isascii() and text.isdigit() and len(text) < 10 and low <= int(text) <= high:
            return int(text)
        problems.add("bad-number", node.place, number=text, low=low, high=high)
        return None

    return read


year = integer(1945, 2100)


@shaped(Shape("boolean"))
def boolean(node: Node, problems: Problems) -> bool | None:
    """true or false (also có, không)."""
    text = line(node, problems)
    if text is None:
        return None
    if text.casefold() in _TRUE + _FALSE:
        return text.casefold() in _TRUE
    problems.add("bad-boolean", node.place, value=text)
    return None


E = TypeVar("E", bound=StrEnum)


def one_of(choices: type[E]) -> Reader[E]:
    """A reader of one of the values of an enumeration."""
    values = {choice.value: choice for choice in choices}

    @shaped(Shape("choice", choices=choices))
    def read(node: Node, problems: Problems) -> E | None:
        text = line(node, problems)
        if text is None:
            return None
        if found := values.get(text):
            return found
        known = [choice.value for choice in choices]
        problems.add(
            "bad-choice",
            node.place,
            suggestions=near_misses(text, known) or tuple(known),
            value=text,
            choices=choices.__name__,
        )
        return None

    return read


def list_of(reader: Reader[T]) -> Reader[tuple[T, ...]]:
    """A reader of a list; items that can't be read are problems and left out."""

    @shaped(Shape("list", inside=(reader,)))
    def read(node: Node, problems: Problems) -> tuple[T, ...] | None:
        if not isinstance(node, Sequence):
            _wrong_type(node, "list", problems)
            return None
        values = (reader(item, problems) for item in node.items)
        return tuple(value for value in values if value is not None)

    return read


# An address on the web, or of a mail box or telephone, or of a file below the site.
_URL = re.compile(r"(?:https?://[^\s<>\"']+|mailto:[^\s<>\"']+|tel:[0-9+ ]+)\Z")


@shaped(Shape("url", pattern=_URL.pattern))
def url(node: Node, problems: Problems) -> str | None:
    """An address that begins with https:, http:, mailto: or tel:."""
    text = line(node, problems)
    if text is not None and not is_url(text):
        problems.add("bad-url", node.place, url=text)
        return None
    return text


def is_url(text: str) -> bool:
    """Whether a text is an address that may stand in a link."""
    try:
        return bool(_URL.match(text)) and (not text.startswith("http") or bool(urlsplit(text).hostname))
    except ValueError:  # a host in brackets that is no address
        return False


def _wrong_type(node: Node, expected: str, problems: Problems) -> None:
    problems.add(f"expected-{expected}", node.place)
