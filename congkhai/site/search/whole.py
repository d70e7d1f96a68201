"""The index of a whole site as it is put together from pieces, and put together again where a piece has changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from congkhai.site.search import words
from congkhai.site.search.card import Card, contents, kept_card
from congkhai.site.search.keep import Homes, Keep
from congkhai.site.search.packing import file_name
from congkhai.site.search.segments import Piece, Rest, cut, piece_of, segments
from congkhai.site.search.shards import Postings

_STATE = "index"
_KEPT = 3  # another number in what was kept: it is as good as nothing
_RECORDS = ("segment", "rest", "piece")  # what is kept of each piece: its cards, what goes into which files
_NOTHING = piece_of(())


class Note(NamedTuple):
    """A piece of the index: its name, the place of its last page, how many it has, the file that lists them."""

    name: str
    last: str
    pages: int
    file: str


class Whole:
    """All pieces of an index: what they say together, and what was changed since the last one."""

    def __init__(self, keep: Keep, state: Mapping[str, Any], fresh: bool) -> None:
        self.keep = keep
        self.notes = [Note(*note) for note in state["pieces"]]
        self.words: words.Words = state["words"]
        self.manifest: dict[str, Any] = state["manifest"]
        self.known: str = state["known"]
        self.titles, self.others = Postings(keep, "titles", fresh), Postings(keep, "others", fresh)
        # How it was before anything is changed.
        self.before = [note.name for note in self.notes]
        self.told = words.told_by_bodies(self.words, self.count)
        self.vocabulary = words.vocabulary(self.words, self.told)
        # What is changed: pieces, fields of their Rest, and the files that list their pages.
        self.renewed: set[str] = set()
        self.changed: set[str] = set()
        self.listings: dict[str, bytes] = {}
        self._fresh = fresh
        self._serial: int = state["serial"]
        self._homes = Homes(keep, fresh)
        self._rests: dict[str, Rest] = {}

    @classmethod
    def empty(cls, keep: Keep) -> Whole:
        """An index without pages; what was kept is forgotten."""
        keep.delete(_STATE)
        return cls(keep, {"serial": 0, "pieces": [], "words": {}, "manifest": {}, "known": ""}, fresh=True)

    @classmethod
    def kept(cls, keep: Keep) -> Whole | None:
        """The index that was kept, if there is one; it is changed and saved, or lost."""
        data = keep.get(_STATE)
        state = orjson.loads(data) if data else {}
        keep.delete(_STATE)
        return cls(keep, state, fresh=False) if state.get("kept") == _KEPT else None

    @property
    def count(self) -> int:
        """How many pages the index has."""
        return sum(note.pages for note in self.notes)

    def add(self, segment: list[Card]) -> None:
        """Add a segment behind all others."""
        self.notes.append(self._put(self._name(), segment))

    def rests(self) -> list[Rest]:
        """What the files that list all pages need of the pieces."""
        return [self.rest(note.name) for note in self.notes]

    def edit(self, changed: Mapping[str, Card | None]) -> None:
        """Put new cards in, in place of those of the same id; None takes one out."""
        edits: dict[str, dict[str, Card | None]] = {}
        for page, card in changed.items():
            if home := self._homes.get(page):
                edits.setdefault(home, {})[page] = None
            if card:
                edits.setdefault(self._home(card.place), {})[page] = card
        self.notes = list(self._cut_again(edits))

    def save(self, manifest: Mapping[str, Any], known: str) -> None:
        """Keep all that the next build needs."""
        for part in (self.titles, self.others, self._homes):
            part.save()
        state = {"kept": _KEPT, "serial": self._serial, "pieces": [list(note) for note in self.notes]}
        state |= {"words": self.words, "manifest": manifest, "known": known}
        self.keep.put(_STATE, orjson.dumps(state))

    def _cut_again(self, edits: Mapping[str, Mapping[str, Card | None]]) -> Iterator[Note]:
        """The pieces after edits: where cuts move, pieces change up to the next cut that stays."""
        free: list[str] = []  # the names of changed pieces, to be used again
        waiting = _edited((), edits.get("", {}))
        for note in self.notes:
            if not waiting and note.name not in edits:
                yield note
                continue
            free.append(note.name)
            found, waiting = cut([*waiting, *_edited(self._cards(note.name), edits.get(note.name, {}))])
            yield from (self._put(free.pop(0) if free else self._name(), segment) for segment in found)
        yield from (self._put(free.pop(0) if free else self._name(), segment) for segment in segments(waiting))
        for name in free:
            self._put(name, ())

    def _put(self, name: str, segment: Sequence[Card]) -> Note:
        """Put what a piece says now in place of what it said."""
        before, after = self._piece(name), piece_of(segment) if segment else _NOTHING
        self.titles.replace(name, before.titles, after.titles)
        self.others.replace(name, before.others, after.others)
        words.change(self.words, before.words, after.words)
        self.changed.update(
            field for field in Rest._fields if getattr(before.rest, field) != getattr(after.rest, field)
        )
        self._rests[name] = after.rest
        self.renewed.add(name)
        self._settle(name, before.ids, after.ids)
        if not segment:
            for kind in _RECORDS:
                self.keep.delete(f"{kind}/{name}")
            return Note(name, "", 0, "")
        listing = after.listing.encode()
        if after.listing != before.listing:
            self.listings[file_name("c", listing, "json")] = listing
        records = (
            b"\n".join(card.data for card in segment),
            orjson.dumps(list(after.rest)),
            orjson.dumps(list(after[:-1])),
        )
        for kind, data in zip(_RECORDS, records, strict=True):
            self.keep.put(f"{kind}/{name}", data)
        return Note(name, segment[-1].place, len(segment), file_name("c", listing, "json"))

    def _piece(self, name: str) -> Piece:
        """What a piece said before."""
        data = None if self._fresh else self.keep.get(f"piece/{name}")
        if not data:
            return _NOTHING
        ids, listing, titles, others, counts = orjson.loads(data)
        return Piece(ids, listing, titles, others, counts, self.rest(name))

    def _settle(self, piece: str, old: Sequence[str], new: Sequence[str]) -> None:
        for page in {*old, *new}:
            if page in new:
                self._homes.move(page, piece)
            elif self._homes.get(page) == piece:
                self._homes.move(page, None)

    def _cards(self, piece: str) -> list[Card]:
        return [kept_card(data) for data in (self.keep.get(f"segment/{piece}") or b"").splitlines()]

    def rest(self, name: str) -> Rest:
        """What the files that list all pages need of one piece."""
        if name not in self._rests:
            self._rests[name] = Rest(*orjson.loads(self.keep.get(f"rest/{name}") or b"[]"))
        return self._rests[name]

    def _home(self, place: str) -> str:
        """The piece that a place lies in; no name if there is none yet."""
        number = bisect_left(self.notes, place, key=lambda note: note.last)
        return self.notes[min(number, len(self.notes) - 1)].name if self.notes else ""

    def _name(self) -> str:
        self._serial += 1
        return str(self._serial)


def _edited(cards: Iterable[Card], edits: Mapping[str, Card | None]) -> list[Card]:
    """The cards of a piece after edits, sorted."""
    left = [card for card in cards if not edits or contents(card)["id"] not in edits]
    return sorted([*left, *filter(None, edits.values())])
