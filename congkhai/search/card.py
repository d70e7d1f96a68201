"""What the index needs of one page: all analysis of its text, a pure function, worth keeping between builds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from congkhai.search.entry import Entry
from congkhai.search.order import is_variant, opening_length, place_in_index
from congkhai.search.syllables import Syllable, key_set, syllables
from congkhai.search.tables import body_rank
from congkhai.values import dataclass

LAST_TITLE_PLACE = 40  # places beyond count as this one; keywords begin at 64
KEYWORD_PLACE = 64
LAST_PLACE = 255
_VARIANT = 4  # added to the reach
BODY_SYLLABLES = 48  # kept of each body: the rarest, which tell it from others


@dataclass(frozen=True, slots=True)
class Card:
    """One analysed page: where it stands in the index (sorts), a digest of all it says, and that as JSON."""

    place: str
    digest: str
    data: str


def card_of(entry: Entry) -> Card:
    """The card of an entry; equal entries have equal cards, in every build and on every machine."""
    title = syllables(entry.title)
    said = title[opening_length([syllable.key for syllable in title]) :]
    found = {
        "id": entry.id,
        "url": entry.url,
        "code": entry.code,
        "title": entry.title,
        "kind": entry.kind,
        "sector": entry.sector,
        "summary": entry.summary,
        "deadline": entry.deadline,
        "signs": min(3, max(0, entry.reach)) + (_VARIANT if is_variant([one.key for one in said]) else 0),
        "facets": sorted({("kind", entry.kind), *entry.facets}),
        "says": sorted({syllable.key for syllable in said}),
        "terms": _terms(entry, said),
        "context": sorted(key_set(entry.sector) | key_set(entry.agency)),
        "body": _telling(entry),
    }
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return Card(place_in_index(entry, said), hashlib.sha256(data.encode()).hexdigest()[:16], data)


def contents(card: Card) -> dict[str, Any]:
    """What a card says, as `card_of` wrote it."""
    found: dict[str, Any] = json.loads(card.data)
    return found


def _terms(entry: Entry, said: list[Syllable]) -> list[tuple[str, str, list[int]]]:
    """Key, form and places of every syllable of title and keywords, sorted."""
    title = [*syllables(entry.code), *said] if entry.code and entry.kind != "procedure" else said
    places: dict[tuple[str, str], list[int]] = {}
    for syllable, place in _placed(title, entry.keywords):
        listed = places.setdefault(syllable, [])
        if place not in listed:
            listed.append(place)
    return [(key, form, listed) for (key, form), listed in sorted(places.items())]


def _placed(title: list[Syllable], keywords: tuple[str, ...]) -> Iterator[tuple[Syllable, int]]:
    """Each syllable with its place; a document is called by its number first, a gap parts two keywords."""
    yield from ((syllable, min(offset, LAST_TITLE_PLACE)) for offset, syllable in enumerate(title))
    place = KEYWORD_PLACE
    said = _as_words(title)
    for keyword in keywords:
        run = syllables(keyword)
        if _as_words(run) in said:
            continue  # many records repeat their title as a keyword
        yield from ((syllable, min(place + offset, LAST_PLACE)) for offset, syllable in enumerate(run))
        place += len(run) + 1


def _as_words(run: list[Syllable]) -> str:
    return f" {' '.join(syllable.key for syllable in run)} "


def _telling(entry: Entry) -> list[str]:
    """The rarest syllables of the body that the title does not have."""
    ranked = ((body_rank(key), key) for key in key_set(entry.body) - key_set(entry.title) if _is_word(key))
    telling = sorted((-rank, key) for rank, key in ranked if rank is not None)
    return sorted(key for _, key in telling[:BODY_SYLLABLES])


def _is_word(key: str) -> bool:
    return 1 < len(key) < 16 and not key[0].isdigit()
