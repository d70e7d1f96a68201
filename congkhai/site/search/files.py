"""The files of an index that come of all its pieces; those that say nothing new keep their names."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate, chain
from typing import Any

import orjson

from congkhai.site.search import meanings, packing, places, spoken, tables, vectors, words
from congkhai.site.search.knowledge import Knowledge
from congkhai.site.search.listing import as_json
from congkhai.site.search.packing import block
from congkhai.site.search.shards import (
    Postings,
    Row,
    body_shards,
    facets,
    members,
    other_block,
    shard_of,
    title_block,
    title_shards,
)
from congkhai.site.search.whole import Whole

FORMAT = 8  # the client refuses another
MANIFEST = "manifest.json"
_FIRST_LETTER = ord("0")  # small numbers are written as one character from here on

# Makes the block of a syllable of its row and the numbers of the pieces.
Pack = Callable[[str, Row, Mapping[str, int]], bytes]


class Files:
    """Makes the files that are other than the last manifest has them, and the new manifest."""

    def __init__(self, whole: Whole, knowledge: Knowledge) -> None:
        self.whole, self.knowledge = whole, knowledge
        self.made: dict[str, bytes] = {}
        self.told = words.told_by_bodies(whole.words, whole.count)
        self.vocabulary = words.vocabulary(whole.words, self.told)
        self.known = hashlib.sha256(repr(knowledge).encode()).hexdigest()
        self._old = whole.manifest
        self._names: dict[str, list[str]] = {"cards": [note.file for note in whole.notes]}
        self._numbers = {note.name: number for number, note in enumerate(whole.notes)}
        sizes = [note.pages for note in whole.notes]
        # Whether pieces, pages or words are others than before, so that all have other numbers.
        self._new_pieces = not self._old or whole.before != list(self._numbers)
        self._new_pages = self._new_pieces or self._old["sizes"] != sizes
        self._new_words = whole.vocabulary != self.vocabulary
        self._said: dict[int, bytes] = {}  # what each shard of titles says of phrases, where that may be new
        self._manifest: dict[str, Any] = {"format": FORMAT, "count": whole.count, "sizes": sizes}

    def make(self) -> dict[str, Any]:
        """Make them; the manifest as it stands in its file."""
        whole = self.whole
        new = {*self.vocabulary} ^ {*whole.vocabulary}
        titles = self._knowledge()
        self._shards("titles", whole.titles, titles, new, title_block)
        bodies = body_shards(whole.count)
        self._shards("bodies", whole.others, bodies, new | (self.told ^ whole.told), self._other_block)
        self._single("facets", "json", lambda: facets(whole.rests()), "facets", "due")
        self._single("codes", "txt", lambda: "\n".join(self._of_all("codes")), "codes")
        self._weigh(titles)
        self.made[MANIFEST] = as_json(self._manifest).encode()
        return self._manifest

    def _shards(self, part: str, postings: Postings, most: int, changed: set[str], pack: Pack) -> None:
        """The shards that hold a changed row or word, or say something else; all where pieces have other numbers."""
        old = self._old_names(part)
        said = self._said if part == "titles" else {}
        new = self._new_pieces or len(old) != most
        again = changed | postings.touched.keys()
        touched = {*range(most)} if new else {shard_of(key, most) for key in again}
        touched |= {number for number, told in said.items() if postings.said(number) != told}
        before = members([] if new else self.whole.vocabulary, most, touched)
        names = self._names[part] = [""] * most if new else [*old]
        for number, keys in members(self.vocabulary, most, touched).items():
            blocks = postings.blocks(number, before[number])
            blocks |= {
                key: block(pack(key, postings.row(key), self._numbers))
                for key in keys
                if key in again or key not in blocks
            }
            content = postings.shard(number, [blocks[key] for key in keys], said.get(number))
            names[number] = self._file(part[0], "bin", content)

    def _other_block(self, key: str, row: Row, numbers: Mapping[str, int]) -> bytes:
        return other_block(row, numbers, key in self.told)

    def _single(self, part: str, suffix: str, content: Callable[[], str], *fields: str) -> None:
        """A file that goes over all pages, made of these fields of theirs."""
        if self._new_pages or self.whole.changed.intersection(fields):
            self._names[part] = [self._file(part, suffix, content().encode())]
        else:
            self._names[part] = self._old_names(part)

    def _weigh(self, shards: int) -> None:
        """What the client knows of all words and of all pages before it has asked for any file."""
        whole, weights = self.whole, self._manifest
        for name in ("words", "rarity", "shard", "masses", "signs", "where", "vectors"):
            weights[name] = self._old.get(name, "")
        if self._new_words:
            weights["words"] = packing.front_coded(self.vocabulary)
        same_spoken = weights["spoken"] == self._old.get("spoken")
        if self._new_words or len(self._old_names("titles")) != shards or not same_spoken:
            others = packing.front_decoded(weights["spoken"])
            weights["shard"] = _letters(shard_of(key, shards) for key in (*self.vocabulary, *others))
        if self._new_words or whole.titles.touched:
            weights["rarity"] = _letters(words.rarity(whole.words[key][0]) for key in self.vocabulary)
        weights["masses"] = "".join(self._masses(weights["rarity"]))
        if self._new_pages or "signs" in whole.changed:
            weights["signs"] = _letters(self._of_all("signs"))
        if self._new_pages or "where" in whole.changed:
            weights["where"] = _letters(places.numbered(self._of_all("where")))
        if self._new_pages or "vectors" in whole.changed:
            weights["vectors"] = "".join(vectors.middle(rest.vectors) for rest in whole.rests())
        weights["telling"] = tables.telling()
        weights["places"] = places.listed()
        weights["files"] = self._names

    def _masses(self, rarity: str) -> Iterator[str]:
        """The masses of each piece, those of before where no syllable of it has become rarer or more common."""
        whole = self.whole
        before = dict(zip(whole.vocabulary, self._old.get("rarity", ""), strict=True))
        reweighed = (key for key, step in zip(self.vocabulary, rarity, strict=True) if before.get(key, step) != step)
        again = whole.renewed.union(*map(whole.titles.row, reweighed))
        everything = self._new_pieces or words.rarity(whole.count) != words.rarity(self._old["count"])
        sizes = self._old.get("sizes", ())
        starts = dict(zip(whole.before, zip(accumulate(sizes, initial=0), sizes, strict=False), strict=False))
        told = words.tells(whole.words, whole.count)
        for note in whole.notes:
            if everything or note.name in again:
                yield _letters(words.masses(whole.rest(note.name).says, told))
            else:
                start, size = starts[note.name]
                yield self._old["masses"][start : start + size]

    def _knowledge(self) -> int:
        """Spread what editors know of how people speak over manifest and shards of titles; how many those are."""
        whole = self.whole
        same_titles = not (self._new_words or self._new_pages or whole.titles.touched)
        if same_titles and self.known == whole.known:
            self._manifest |= {name: self._old[name] for name in spoken.TOLD}
            return len(self._old_names("titles"))
        useful = self.knowledge.known_to(self.vocabulary)
        resolved, found = meanings.remembering(self._resolver().resolved, *self._known_meanings())
        lines = spoken.lines_of(useful, resolved)
        whole.keep.put("meanings", orjson.dumps(found))
        most = title_shards(whole.count, len(lines))
        told, shards = spoken.filed(useful, lines, whole.words, self.vocabulary, lambda key: shard_of(key, most))
        self._manifest |= told
        near = self._vectors(most)
        self._said = {number: _behind(near.get(number, []), shards.get(number, b"")) for number in range(most)}
        return most

    def _vectors(self, most: int) -> dict[int, list[tuple[str, str]]]:
        """What has a vector, by the shard of its syllable or of the rarer of its two; with the vector."""
        spoken_too = packing.front_decoded(self._manifest["spoken"])
        found: dict[int, list[tuple[str, str]]] = {}
        for name, letters in vectors.of_words({*self.vocabulary, *spoken_too}):
            found.setdefault(shard_of(vectors.rarer(name), most), []).append((name, letters))
        return found

    def _known_meanings(self) -> tuple[meanings.Known, set[str]]:
        """The meanings worked out for these very pages, and the words that stand elsewhere or tell more now."""
        whole = self.whole
        if self._new_pages:
            return {}, set()
        steps = zip(whole.vocabulary, self._old["rarity"], strict=True)
        counts = ((key, step, whole.words.get(key, (0,))[0]) for key, step in steps)
        stale = {key for key, step, count in counts if _letters([words.rarity(count)]) != step}
        return orjson.loads(whole.keep.get("meanings") or b"{}"), stale | whole.titles.touched.keys()

    def _resolver(self) -> meanings.Meanings:
        whole = self.whole
        starts = accumulate((note.pages for note in whole.notes), initial=0)
        told = words.tells(whole.words, whole.count)
        return meanings.Meanings(whole.titles.row, dict(zip(self._numbers, starts, strict=False)), told)

    def _of_all(self, field: str) -> Iterable[Any]:
        """What all pages have in one field, in their order."""
        return chain.from_iterable(getattr(rest, field) for rest in self.whole.rests())

    def _old_names(self, part: str) -> list[str]:
        names: list[str] = self._old.get("files", {}).get(part, [])
        return names

    def _file(self, prefix: str, suffix: str, content: bytes) -> str:
        """The name of a file; of an empty one there is none."""
        if not content:
            return ""
        name = packing.file_name(prefix, content, suffix)
        self.made[name] = content
        return name


def names_in(manifest: Mapping[str, Any]) -> set[str]:
    """The names of all files that a manifest lists."""
    return {name for names in manifest.get("files", {}).values() for name in names if name}


def _behind(near: list[tuple[str, str]], said: bytes) -> bytes:
    """What stands behind the blocks of a shard: names and vectors, then what phrases mean; nothing if there is none."""
    if not near and not said:
        return b""
    names = packing.front_coded([name for name, _ in near])
    return block(names.encode()) + block("".join(letters for _, letters in near).encode()) + said


def _letters(numbers: Iterable[int]) -> str:
    return "".join(chr(_FIRST_LETTER + number) for number in numbers)
