"""The index in pieces of neighbouring pages: a changed page changes its piece, the others are kept as they are."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from congkhai.search import packing
from congkhai.search.card import Card, contents
from congkhai.search.listing import listing

# Plain lists, dicts and texts, so that it can be kept as JSON; packed bytes stand as Latin-1 text.
Piece = dict[str, Any]

_LEAST = 64
_MOST = 192
_ONE_IN = 64


def segments(cards: Iterable[Card]) -> Iterator[list[Card]]:
    """The cards in index order, cut after such as their own place says, so that a new page moves no other cut."""
    segment: list[Card] = []
    for card in sorted(cards, key=lambda card: card.place):
        segment.append(card)
        if len(segment) == _MOST or (len(segment) >= _LEAST and zlib.crc32(card.place.encode()) % _ONE_IN == 0):
            yield segment
            segment = []
    if segment:
        yield segment


def digest_of(segment: Sequence[Card]) -> str:
    """A name for what a segment says; two segments of one name have one piece."""
    return hashlib.sha256("".join(card.digest for card in segment).encode()).hexdigest()[:20]


def piece_of(segment: Sequence[Card]) -> Piece:
    """Everything the index says of a segment, its documents numbered from 0."""
    found = [contents(card) for card in segment]
    says = [one["says"] for one in found]
    terms = _terms(found)
    return {
        "count": len(found),
        "listing": listing(found),
        "codes": [one["code"] for one in found],
        "signs": [one["signs"] for one in found],
        "says": says,
        "facets": _facets(found),
        "due": [[doc, one["deadline"]] for doc, one in enumerate(found) if one["deadline"]],
        "titles": {key: {form: _packed(docs) for form, docs in forms.items()} for key, forms in terms.items()},
        "titled": {key: len({doc for docs in forms.values() for doc, _ in docs}) for key, forms in terms.items()},
        "context": {key: packing.runs(docs).decode("latin-1") for key, docs in _docs(found, "context").items()},
        "bodies": {key: _counted(docs) for key, docs in _docs(found, "body").items()},
        "spread": {key: len(docs) for key, docs in _docs(found, "body").items()},
    }


_Terms = dict[str, dict[str, list[tuple[int, list[int]]]]]


def _terms(found: Sequence[dict[str, Any]]) -> _Terms:
    terms: _Terms = {}
    for doc, one in enumerate(found):
        for key, form, places in one["terms"]:
            terms.setdefault(key, {}).setdefault(form, []).append((doc, places))
    return terms


def _packed(docs: list[tuple[int, list[int]]]) -> tuple[str, str]:
    """The documents, and the places of each: apart, because like bytes beside like are smaller on the way."""
    places = b"".join(packing.places(listed) for _, listed in docs)
    return _counted([doc for doc, _ in docs]), places.decode("latin-1")


def _counted(docs: list[int]) -> str:
    """How many documents less one, and which."""
    return (packing.varint(len(docs) - 1) + packing.deltas(docs)).decode("latin-1")


def _docs(found: Sequence[dict[str, Any]], field: str) -> dict[str, list[int]]:
    docs: dict[str, list[int]] = {}
    for doc, one in enumerate(found):
        for key in one[field]:
            docs.setdefault(key, []).append(doc)
    return docs


def _facets(found: Sequence[dict[str, Any]]) -> dict[str, dict[str, list[int]]]:
    facets: dict[str, dict[str, list[int]]] = {}
    for doc, one in enumerate(found):
        for facet, value in one["facets"]:
            facets.setdefault(facet, {}).setdefault(value, []).append(doc)
    return facets
