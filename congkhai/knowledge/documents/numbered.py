"""Records named by number: numbers begin anew each year, so the day beside one decides, or the order of time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from congkhai.vietnamese.citation import find_citations


class Numbered(NamedTuple):
    """A record that may be named by its number: its id, and the day it was signed or the beginning of that."""

    id: str
    day: str


def numbered(records: Iterable[tuple[str, str, str]]) -> Mapping[str, tuple[Numbered, ...]]:
    """The records by id and by number; `records` are the id, number and ISO day of each."""
    found: dict[str, tuple[Numbered, ...]] = {}
    for record_id, number, day in records:
        for name in dict.fromkeys(filter(None, (record_id, number))):
            found[name] = (*found.get(name, ()), Numbered(record_id, day))
    return found


def meant(name: str, known: Mapping[str, tuple[Numbered, ...]], *, by: str = "") -> tuple[str, ...]:
    """The ids of the records that an id, a number, or a number with its day may mean.

    `by` is the day of the record that names them, after which nothing it names can have been signed.
    """
    number, day = name, ""
    if name not in known:
        cited = tuple(find_citations(name))
        number, day = (cited[0].number, cited[0].date) if len(cited) == 1 else ("", "")
    found = known.get(number, ())
    return tuple(one.id for one in found if _in_year(one.day, day) and (not by or one.day[:4] <= by[:4]))


def _in_year(signed: str, stated: str) -> bool:
    return not signed or not stated or signed[:4] == stated[:4]
