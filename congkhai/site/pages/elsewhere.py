"""Matters that a site has no procedure of: which they are, and how its search knows their phrases."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from msgspec import Struct

from congkhai.foundation.text import fold
from congkhai.knowledge.library import Library
from congkhai.knowledge.register import NationalProcedure, national_procedures
from congkhai.records.elsewhere import Elsewhere
from congkhai.site.pages.page import Context
from congkhai.site.pages.procedures.report_box import NATIONAL_PORTAL

_WORD = re.compile(r"[a-z0-9]+")
# FNV-1a of 32 bits, of which a mark keeps 24: four letters of `_LETTERS`.
_OFFSET, _PRIME, _BITS = 0x811C9DC5, 0x01000193, 24
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


class ElsewhereView(Struct, frozen=True):
    """What the search page needs for matters of others: words of its script (JSON)."""

    words: str


def matters(library: Library, codes: Iterable[str]) -> tuple[Elsewhere, ...]:
    """The matters that a site has no procedure of, which has those with `codes`."""
    here = frozenset(codes)
    return tuple(one for one in library.elsewhere.values() if one.code not in here)


def of_register(context: Context) -> tuple[NationalProcedure, ...]:
    """The procedures of the national register that the site asks for; none where it does not."""
    return national_procedures() if context.config.national_register else ()


def elsewhere_view(context: Context) -> ElsewhereView | None:
    """What the search page needs; None where the site tells nothing of matters elsewhere."""
    library = context.library
    if not matters(library, library.cards) and not context.config.national_register:
        return None
    words = {key: phrase for key, phrase in context.labels.words.items() if key.startswith("elsewhere.")}
    words |= {"portal": NATIONAL_PORTAL, "portal.words": context.labels.words["procedure.official.search"]}
    return ElsewhereView(json.dumps(words, ensure_ascii=False, sort_keys=True))


def marks_of(*found: Elsewhere) -> str:
    """The marks of all phrases of some matters, sorted, one behind the other."""
    return "".join(sorted({mark(phrase) for one in found for phrase in one.phrases}))


def mark(phrase: str) -> str:
    """A short mark of a phrase: the page knows by it that a query has the phrase, and need not hold the phrase itself.

    The same as `markOf` in static/js/search_doubt.js; both are tested by one table of cases.
    """
    number = _OFFSET
    for byte in " ".join(_WORD.findall(fold(phrase))).encode():
        number = ((number ^ byte) * _PRIME) & 0xFFFFFFFF
    number = (number >> _BITS) ^ (number & ((1 << _BITS) - 1))
    return "".join(_LETTERS[number >> shift & 63] for shift in (18, 12, 6, 0))
