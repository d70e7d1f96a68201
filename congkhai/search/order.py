"""The order of the pages in the index: like beside like, so that lists of them are short and results lie together."""

from __future__ import annotations

from collections.abc import Iterable

from congkhai.search.entry import Entry
from congkhai.search.syllables import keys

_KINDS = ("procedure", "task", "plan", "announcement", "document", "agency", "page")
# Words that open every title of a kind and tell nothing.
_OPENINGS = (("thu", "tuc", "hanh", "chinh"), ("thu", "tuc"))


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """The entries by kind, sector and title; ids decide between the rest, so the order never depends on the input."""
    return sorted(entries, key=_place)


def opening_length(title_keys: list[str]) -> int:
    """How many syllables at the start of a title only say that it is a procedure."""
    for opening in _OPENINGS:
        if tuple(title_keys[: len(opening)]) == opening and len(title_keys) > len(opening):
            return len(opening)
    return 0


def _place(entry: Entry) -> tuple[int, str, list[str], list[str], str]:
    rank = _KINDS.index(entry.kind) if entry.kind in _KINDS else len(_KINDS)
    title = keys(entry.title)
    return rank, entry.kind, keys(entry.sector), title[opening_length(title) :], entry.id
