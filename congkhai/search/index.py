"""The search index of a site: from cards to the files below /search/ that the client fetches."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from congkhai.search import packing, tables, words
from congkhai.search.card import Card
from congkhai.search.knowledge import Knowledge, phrase_marks
from congkhai.search.listing import as_json
from congkhai.search.segments import Piece, digest_of, piece_of, segments
from congkhai.search.shards import body_blocks, codes, facets, title_blocks

FORMAT = 2  # the client refuses another
# How many shards of titles and of bodies, so that a query's few words lie in few files of moderate size; the second
# divides the first, the first the groups of tables.py.
_SHARDS, _SHARDS_OF_A_SMALL_SITE, _SMALL = (24, 8), (8, 4), 1500
_FIRST_LETTER = ord("0")  # small numbers are written as one character from here on


def build_index(
    cards: Iterable[Card], knowledge: Knowledge, memory: dict[str, Piece] | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield (path below /search/, bytes) of every file; the same cards in any order give the same bytes.

    All names but `manifest.json` carry a hash of the content, so that they can be cached for ever. `memory` holds
    pieces of the last build by their digest and afterwards those of this one; without it all is made anew.
    """
    pieces = _pieces(cards, {} if memory is None else memory)
    files = _Files()
    for piece in pieces:
        yield from files.add("cards", "c", "json", piece["listing"].encode())
    vocabulary = words.vocabulary(pieces)
    count = sum(piece["count"] for piece in pieces)
    titles, bodies = _SHARDS if count > _SMALL else _SHARDS_OF_A_SMALL_SITE
    yield from _shards(files, "titles", title_blocks(pieces), titles, vocabulary)
    yield from _shards(files, "bodies", body_blocks(pieces), bodies, vocabulary)
    yield from files.add("facets", "facets", "json", facets(pieces).encode())
    yield from files.add("codes", "codes", "txt", codes(pieces).encode())
    useful = knowledge.known_to(vocabulary)
    phrases = [line for line in useful.synonyms if " " in line[0]]
    yield from files.add("synonyms", "synonyms", "txt", _lines(phrases).encode())
    manifest = {
        **_manifest(pieces, vocabulary, titles),
        "files": files.names,
        # Single words are too many queries' words to fetch a file for.
        "abbreviations": _lines([*useful.abbreviations, *(line for line in useful.synonyms if " " not in line[0])]),
        "fillers": "\n".join(useful.fillers),
        "phrases": phrase_marks(phrase for phrase, _ in phrases),
    }
    yield "manifest.json", as_json(manifest).encode()


def _pieces(cards: Iterable[Card], memory: dict[str, Piece]) -> list[Piece]:
    found: dict[str, Piece] = {}
    for segment in segments(cards):
        name = digest_of(segment)
        found[name] = memory[name] if name in memory else piece_of(segment)
    memory.clear()
    memory.update(found)
    return list(found.values())


class _Files:
    """The names of the files by part, in order; an empty file is noted as "" and not written."""

    def __init__(self) -> None:
        self.names: dict[str, list[str]] = {}

    def add(self, part: str, prefix: str, suffix: str, content: bytes) -> Iterator[tuple[str, bytes]]:
        names = self.names.setdefault(part, [])
        if not content:
            names.append("")
            return
        name = f"{prefix}-{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"
        if name not in names:
            yield name, content
        names.append(name)


def _shards(
    files: _Files, part: str, blocks: dict[str, bytes], most: int, vocabulary: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """The blocks of neighbouring groups together; the client reads them in the order of the vocabulary."""
    parts: list[list[bytes]] = [[] for _ in range(most)]
    for key in vocabulary:
        parts[shard_of(key, most)].append(blocks.get(key, b"\0"))
    for listed in parts:
        yield from files.add(part, part[0], "bin", b"".join(listed) if any(one != b"\0" for one in listed) else b"")


def shard_of(key: str, most: int) -> int:
    """The number of the shard, of `most`, that a syllable lies in: fixed by the syllable, whatever the site says."""
    return tables.group_of(key) * most // tables.group_count()


def _manifest(pieces: Sequence[Piece], vocabulary: Sequence[str], shards: int) -> dict[str, object]:
    titled = words.titled(pieces)
    count = sum(piece["count"] for piece in pieces)
    masses = words.masses(pieces, titled, count)
    return {
        "format": FORMAT,
        "count": count,
        "sizes": [piece["count"] for piece in pieces],
        "words": packing.front_coded(vocabulary),
        "rarity": _letters(words.rarity(titled[key]) for key in vocabulary),
        "shard": _letters(shard_of(key, shards) for key in vocabulary),
        "masses": _letters(words.mass_step(mass) for mass in masses),
        "signs": _letters(sign for piece in pieces for sign in piece["signs"]),
    }


def _letters(numbers: Iterable[int]) -> str:
    return "".join(chr(_FIRST_LETTER + number) for number in numbers)


def _lines(pairs: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    return "\n".join("=".join((phrase, *meanings)) for phrase, meanings in pairs)
