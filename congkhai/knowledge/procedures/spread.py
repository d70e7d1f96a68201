"""Spreads many records over pages so that one more of them changes one page, or two, and not all that come after it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.records.procedure import is_internal

# Sheets on one page of a kit: so many as one can print, and a phone can load, in one go.
SHEETS_PER_PAGE = 25
# How many neighbours a block of services has at most.
SERVICES_IN_BLOCK = 128
# The sheet is the same in each kit, and the commune has the most counters; districts ended on 01/07/2025.
_NEAREST_FIRST = ("commune", "province", "central", "district")


def posted(shown: Iterable[ProcedureCard]) -> Iterator[ProcedureCard]:
    """The procedures that hang on a wall: those that people or businesses ask for, not what passes between offices."""
    return (card for card in shown if not is_internal(card.applicants))


def kit_pages(shown: Iterable[ProcedureCard]) -> dict[str, int]:
    """On how many pages the sheets of each level and sector ("commune ho-tich") stand: a power of two."""
    counts = Counter(f"{level} {card.sector}" for card in posted(shown) for level in levels_of(card))
    return {kit: pages_for(count) for kit, count in counts.items()}


def pages_for(sheets: int) -> int:
    """The number of pages for so many sheets."""
    return 1 << (-(-sheets // SHEETS_PER_PAGE) - 1).bit_length()


def levels_of(card: ProcedureCard) -> tuple[str, ...]:
    """The levels in whose kits a procedure stands."""
    return tuple(card.levels) or ("other",)


def nearest_level(levels: Sequence[str]) -> str:
    """The level whose kit a link leads to: the office nearest to the citizen; a district only where it stands alone."""
    return next((level for level in _NEAREST_FIRST if level in levels), "other")


def sheet_page(code: str, pages: int) -> int:
    """The page (from 1) on which the sheet of a procedure stands, by its code alone."""
    return _number(code) % pages + 1


def cut(codes: Sequence[str], most: int) -> Iterator[tuple[str, ...]]:
    """Cut a list into pages of at most `most` codes, at codes that begin a page wherever they stand.

    So a code that is added or removed moves the cuts near it only; every cut by position would move all later ones.
    """
    page: list[str] = []
    for code in codes:
        if len(page) >= most or (len(page) >= most // 4 and _number(code) % (most // 2) == 0):
            yield tuple(page)
            page = []
        page.append(code)
    if page or not codes:
        yield tuple(page)


def _number(code: str) -> int:
    return int.from_bytes(hashlib.blake2b(code.encode(), digest_size=4).digest())
