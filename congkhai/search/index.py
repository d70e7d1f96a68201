"""The search index of a site: from entries to the files below /search/ that the client fetches."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from congkhai.search import shards, weight
from congkhai.search.clusters import cluster
from congkhai.search.entry import Entry
from congkhai.search.knowledge import Knowledge, phrase_marks
from congkhai.search.order import in_order
from congkhai.search.packing import front_coded
from congkhai.search.postings import Postings, collect, rarity

FORMAT = 1  # the client refuses another
_TITLE_SHARDS = 30  # about as many, so that a query's few words lie in few files of moderate size
_LEAST_SHARD_BYTES = 5_000
_BODY_ONLY_BYTES = 16_000
_FIRST_LETTER = ord("0")  # small numbers are written as one character from here on


def build_index(entries: Iterable[Entry], knowledge: Knowledge) -> Iterator[tuple[str, bytes]]:
    """Yield (path below /search/, bytes) of every file; the same entries in any order give the same bytes.

    All names but `manifest.json` carry a hash of the content, so that they can be cached for ever.
    """
    ordered = in_order(entries)
    postings = collect(ordered)
    titles = {key: shards.title_block(postings, key) for key in postings.titles}
    bodies = {key: shards.body_block(postings, key) for key in {*postings.bodies, *postings.context, *titles}}
    groups = _groups(postings, titles, bodies)
    files: dict[str, list[str]] = {"titles": [], "bodies": [], "cards": []}
    for group in groups:
        yield from _named(files["titles"], "t", "bin", b"".join(titles[key] for key in group if key in titles))
        yield from _named(files["bodies"], "b", "bin", b"".join(bodies[key] for key in group))
    for start in range(0, len(ordered), shards.CARDS_A_FILE):
        yield from _named(files["cards"], "c", "json", shards.cards(ordered[start : start + shards.CARDS_A_FILE]))
    yield from _named(files.setdefault("facets", []), "facets", "json", shards.facets(ordered))
    yield from _named(files.setdefault("codes", []), "codes", "txt", shards.codes(ordered))
    useful = knowledge.known_to(postings.vocabulary())
    yield from _named(files.setdefault("synonyms", []), "synonyms", "txt", _lines(useful.synonyms).encode())
    spoken = {
        "abbreviations": _lines(useful.abbreviations),
        "fillers": "\n".join(useful.fillers),
        "phrases": phrase_marks(phrase for phrase, _ in useful.synonyms),
    }
    yield "manifest.json", shards.as_json({**_manifest(ordered, postings, groups, files), **spoken})


def _groups(postings: Postings, titles: dict[str, bytes], bodies: dict[str, bytes]) -> list[list[str]]:
    """The keys of each shard: first those that titles have, then syllables of bodies only."""
    sizes = {key: len(packed) for key, packed in titles.items()}
    target = max(_LEAST_SHARD_BYTES, sum(sizes.values()) // _TITLE_SHARDS)
    spare = {key: len(packed) for key, packed in bodies.items() if key not in titles}
    return cluster(sizes, postings.neighbours, target) + _cut(spare, _BODY_ONLY_BYTES)


def _cut(sizes: dict[str, int], target: int) -> list[list[str]]:
    """Keys in alphabetical groups of about `target` bytes."""
    groups: list[list[str]] = []
    filled = target
    for key in sorted(sizes):
        if filled >= target:
            groups.append([])
            filled = 0
        groups[-1].append(key)
        filled += sizes[key]
    return groups


def _named(names: list[str], prefix: str, suffix: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file under the hash of its content, noted in `names`; empty files are noted as "" and not written."""
    if not content:
        names.append("")
        return
    name = f"{prefix}-{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"
    if name not in names:
        yield name, content
    names.append(name)


def _manifest(
    ordered: Sequence[Entry], postings: Postings, groups: list[list[str]], files: dict[str, list[str]]
) -> dict[str, object]:
    vocabulary = postings.vocabulary()
    shard_of = {key: number for number, group in enumerate(groups) for key in group}
    return {
        "format": FORMAT,
        "count": postings.count,
        "cardsPerFile": shards.CARDS_A_FILE,
        "words": front_coded(vocabulary),
        "rarity": _letters(rarity(postings.frequency(key)) for key in vocabulary),
        "shard": _letters(shard_of[key] for key in vocabulary),
        "masses": _letters(weight.mass_step(mass) for mass in weight.masses(postings)),
        "needs": _letters(min(3, max(0, entry.reach)) for entry in ordered),
        "files": files,
    }


def _letters(numbers: Iterable[int]) -> str:
    return "".join(chr(_FIRST_LETTER + number) for number in numbers)


def _lines(pairs: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    return "\n".join("=".join((phrase, *meanings)) for phrase, meanings in pairs)
