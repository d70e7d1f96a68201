"""The index in pieces of neighbouring pages: a changed page changes its piece, the others stay as they are."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from congkhai.site.search import packing
from congkhai.site.search.card import Card, contents
from congkhai.site.search.listing import listing

_LEAST = 64
_MOST = 192
_ONE_IN = 64


class Rest(NamedTuple):
    """What the files that list all pages need of a piece, one value a page; facets and words as plain JSON."""

    codes: list[str]
    signs: list[int]
    where: list[str]
    says: list[str]
    vectors: list[str]
    facets: dict[str, dict[str, list[int]]]
    due: list[list[Any]]


class Piece(NamedTuple):
    """Everything the index says of a segment, its documents numbered from 0.

    `titles`: key → form → documents, places; `others`: key → documents by context, by body; `words`: key → in how
    many titles, contexts and bodies. Plain values, fit for JSON: packed bytes stand as text.
    """

    ids: list[str]
    listing: str
    titles: dict[str, dict[str, list[str]]]
    others: dict[str, list[str]]
    words: dict[str, list[int]]
    rest: Rest


def segments(cards: Iterable[Card]) -> Iterator[list[Card]]:
    """The cards in index order, cut after such as their own place says, so that a new page moves no other cut."""
    whole, rest = cut(sorted(cards, key=lambda card: card.place))
    yield from whole
    if rest:
        yield rest


def cut(cards: Sequence[Card]) -> tuple[list[list[Card]], list[Card]]:
    """The segments that sorted cards make, and what may go on in the cards that follow."""
    whole: list[list[Card]] = []
    segment: list[Card] = []
    for card in cards:
        segment.append(card)
        if len(segment) == _MOST or (len(segment) >= _LEAST and zlib.crc32(card.place.encode()) % _ONE_IN == 0):
            whole.append(segment)
            segment = []
    return whole, segment


def piece_of(segment: Sequence[Card]) -> Piece:
    """The piece that a segment makes."""
    found = [contents(card) for card in segment]
    titles, titled = _titles(found)
    context, bodies = _docs(found, "context"), _docs(found, "body")
    others = {key: [packing.as_text(packing.runs(docs)), ""] for key, docs in context.items()}
    for key, docs in bodies.items():
        others.setdefault(key, ["", ""])[1] = _counted(docs)
    words = {
        key: [titled.get(key, 0), len(context.get(key, ())), len(bodies.get(key, ()))] for key in {*titles, *others}
    }
    rest = Rest(
        [one["codes"] for one in found],
        [one["signs"] for one in found],
        [one["where"] for one in found],
        [one["says"] for one in found],
        [one["vector"] for one in found],
        _facets(found),
        [[doc, one["deadline"]] for doc, one in enumerate(found) if one["deadline"]],
    )
    return Piece([one["id"] for one in found], listing(found), titles, others, words, rest)


def _titles(found: Sequence[dict[str, Any]]) -> tuple[dict[str, dict[str, list[str]]], dict[str, int]]:
    """Of each key its forms with their documents and places, and in how many titles it stands.

    Documents and places stand apart, because like bytes beside like are smaller on the way.
    """
    terms: dict[str, tuple[list[int], list[str]]] = {}
    for doc, one in enumerate(found):
        for term, places in one["terms"].items():
            if term in terms:
                docs, placed = terms[term]
                docs.append(doc)
                placed.append(places)
            else:
                terms[term] = [doc], [places]
    titles: dict[str, dict[str, list[str]]] = {}
    titled: dict[str, Collection[int]] = {}
    for term, (docs, placed) in terms.items():
        key, form = term.split(" ")
        packed = [_counted(docs), "".join(placed)]
        if key in titles:
            titles[key][form] = packed
            titled[key] = {*titled[key], *docs}
        else:
            titles[key] = {form: packed}
            titled[key] = docs
    return titles, {key: len(docs) for key, docs in titled.items()}


def _counted(docs: Sequence[int]) -> str:
    """How many documents less one, and which."""
    return _SINGLES[docs[0]] if len(docs) == 1 else packing.as_text(packing.counted(docs))


_SINGLES = [packing.as_text(packing.counted([doc])) for doc in range(_MOST)]


def _docs(found: Sequence[dict[str, Any]], field: str) -> dict[str, list[int]]:
    """The documents of each syllable of a field; of texts that many pages share each is taken apart once."""
    texts: dict[str, list[int]] = {}
    for doc, one in enumerate(found):
        texts.setdefault(one[field], []).append(doc)
    docs: dict[str, list[int]] = {}
    for text, listed in texts.items():
        for key in text.split():
            if key in docs:
                docs[key] += listed
            else:
                docs[key] = [*listed]
    if len(texts) < len(found):
        for listed in docs.values():
            listed.sort()
    return docs


def _facets(found: Sequence[dict[str, Any]]) -> dict[str, dict[str, list[int]]]:
    """Of each facet and value the runs of documents that have it: first, last, first, last …"""
    runs: dict[tuple[str, str], list[int]] = {}
    for doc, one in enumerate(found):
        for facet, value in one["facets"]:
            add_run(runs.setdefault((facet, value), []), doc, doc)
    facets: dict[str, dict[str, list[int]]] = {}
    for (facet, value), listed in runs.items():
        facets.setdefault(facet, {})[value] = listed
    return facets


def add_run(runs: list[int], first: int, last: int) -> None:
    """Add a run of documents behind all that are there."""
    if runs and runs[-1] == first - 1:
        runs[-1] = last
    else:
        runs += (first, last)
