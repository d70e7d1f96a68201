"""The order of the pages in the index: like beside like, so that lists of them are short and results lie together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from congkhai.site.search.entry import Entry
from congkhai.site.search.syllables import Syllable, keys

_KINDS = ("procedure", "life_event", "task", "plan", "announcement", "document", "agency", "page")
# Words that open every title of a kind and tell nothing.
_OPENINGS = (("thu", "tuc", "hanh", "chinh"), ("thu", "tuc"))


def opening_length(title_keys: list[str]) -> int:
    """How many syllables at the start of a title only say that it is a procedure."""
    for opening in _OPENINGS:
        if tuple(title_keys[: len(opening)]) == opening and len(title_keys) > len(opening):
            return len(opening)
    return 0


def place_in_index(entry: Entry, said: Sequence[Syllable]) -> str:
    """What sorts entries by kind, sector and title (`said`: without its opening); the id decides between the rest."""
    rank = _KINDS.index(entry.kind) if entry.kind in _KINDS else len(_KINDS)
    title = " ".join(syllable.key for syllable in said)
    return "\0".join((str(rank), entry.kind, _folded(entry.sector), title, entry.id))


@lru_cache(maxsize=1024)  # many pages share a sector
def _folded(text: str) -> str:
    return " ".join(keys(text))
