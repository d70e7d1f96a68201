"""What the index needs of one page: all analysis of its text, a pure function, worth keeping between builds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import orjson

from congkhai.site.search import packing, vectors
from congkhai.site.search.entry import Entry
from congkhai.site.search.order import opening_length, place_in_index
from congkhai.site.search.ordinary import OVER, likelihood
from congkhai.site.search.places import place_of
from congkhai.site.search.syllables import Syllable, key_set, keys, syllables, words_of
from congkhai.site.search.tables import body_rank, is_in_most_texts

LAST_TITLE_PLACE = 40  # places beyond count as this one; keywords begin at 64
KEYWORD_PLACE = 64
PHRASE = 16  # a keyword begins at a multiple of it, so that a client knows which words stand together
LAST_PLACE = KEYWORD_PLACE + 64 * PHRASE - 1
BODY_SYLLABLES = 48  # kept of each body: the rarest, which tell it from others
_COMMONEST = ord("z")  # the letter of a rank of none; ranks are less than a hundred
_WORDS_MET = 65536


class Card(NamedTuple):
    """One analysed page: where it stands in the index (sorts), and all it says as JSON; cheap to hand on."""

    place: str
    data: bytes


def card_of(entry: Entry) -> Card:
    """The card of an entry; equal entries have equal cards, in every build and on every machine."""
    title = syllables(entry.title)
    said = title[opening_length([syllable.key for syllable in title]) :]
    place = place_in_index(entry, said)
    found = {
        "place": place,
        "id": entry.id,
        "url": entry.url,
        "code": entry.code,
        "codes": " ".join((entry.code, *entry.named)),
        "title": entry.title,
        "kind": entry.kind,
        "sector": entry.sector,
        "summary": entry.summary,
        "deadline": entry.deadline,
        "state": entry.state,
        "signs": OVER if entry.over else likelihood(entry.reach, [one.key for one in said]),
        "where": place_of(entry),
        "facets": sorted({("kind", entry.kind), *entry.facets}),
        "says": " ".join(sorted({syllable.key for syllable in said})),
        "vector": vectors.of_page(entry.code, [[one.key for one in said], *map(keys, entry.keywords)]),
        "terms": _terms(entry, said),
        "context": " ".join(sorted(_keys_of(entry.sector) | _keys_of(entry.agency))),
        "body": " ".join(_telling(entry)),
    }
    # Copied, because what orjson returns holds on to far more memory than its length.
    return Card(place, bytes(memoryview(orjson.dumps(found))))


def contents(card: Card) -> dict[str, Any]:
    """What a card says, as `card_of` wrote it."""
    found: dict[str, Any] = orjson.loads(card.data)
    return found


def kept_card(data: bytes) -> Card:
    """The card that says this."""
    return Card(orjson.loads(data)["place"], data)


def procedure_codes(cards: Iterable[Card]) -> frozenset[str]:
    """The codes of the procedures among some cards."""
    found = (orjson.loads(card.data) for card in cards)
    return frozenset(one["code"] for one in found if one["kind"] == "procedure")


@lru_cache(maxsize=4096)
def _keys_of(text: str) -> frozenset[str]:
    """The keys of a text that many pages share."""
    return frozenset(key_set(text))


def _terms(entry: Entry, said: list[Syllable]) -> dict[str, str]:
    """Key and form of every syllable of title and keywords, with its packed places."""
    title = [*syllables(entry.code), *said] if entry.code and entry.kind != "procedure" else said
    places: dict[Syllable, list[int]] = {}
    for syllable, place in _placed(title, _runs(entry)):
        if syllable not in places:
            places[syllable] = [place]
        elif place not in places[syllable]:
            places[syllable].append(place)
    return {f"{key} {form}": _packed(*listed) for (key, form), listed in places.items()}


@lru_cache(maxsize=4096)
def _packed(*places: int) -> str:
    return packing.as_text(packing.places(places))


def _runs(entry: Entry) -> Iterator[list[Syllable]]:
    """The syllables of each everyday name, without those that most texts have, and of each keyword."""
    for name in entry.called:
        yield [one for one in syllables(name) if not is_in_most_texts(one.key)]
    yield from map(syllables, entry.keywords)


def _placed(title: list[Syllable], keywords: Iterator[list[Syllable]]) -> Iterator[tuple[Syllable, int]]:
    """Each syllable with its place; a document is called by its number first, each keyword has places of its own."""
    yield from ((syllable, min(offset, LAST_TITLE_PLACE)) for offset, syllable in enumerate(title))
    place = KEYWORD_PLACE
    said = _as_words(title)
    for run in keywords:
        if not run or _as_words(run) in said:
            continue  # many records repeat their title as a keyword
        yield from ((syllable, min(place + offset, LAST_PLACE)) for offset, syllable in enumerate(run))
        place += -(-len(run) // PHRASE) * PHRASE


def _as_words(run: list[Syllable]) -> str:
    return f" {' '.join(syllable.key for syllable in run)} "


def _telling(entry: Entry) -> list[str]:
    """The rarest syllables of the body that the title does not have, the rarest first."""
    marked = set().union(*map(_MARKED.__getitem__, words_of(entry.body)))
    marked.difference_update(*map(_MARKED.__getitem__, words_of(entry.title)))
    return [key[1:] for key in sorted(marked)[:BODY_SYLLABLES]]


def _mark(key: str) -> str:
    """A key behind a letter for how rare it is in bodies, so that the rarest sort first; "" if it tells nothing."""
    rank = body_rank(key) if 1 < len(key) < 16 and not key[0].isdigit() else None
    return "" if rank is None else chr(_COMMONEST - rank) + key


class _Marked(dict[str, tuple[str, ...]]):
    """The marked keys of every word met so far: most bodies say the same words."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > _WORDS_MET:
            self.clear()
        found = tuple(mark for syllable in syllables(word) if (mark := _mark(syllable.key)))
        self[word] = found
        return found


_MARKED = _Marked()
