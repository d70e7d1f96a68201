"""Which syllable stands where: postings of titles (with places), of context (sector, agency) and of bodies."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from congkhai.search.entry import Entry
from congkhai.search.order import opening_length
from congkhai.search.syllables import Syllable, key_set, syllables

LAST_TITLE_PLACE = 62  # places beyond count as this one; keywords begin at 64
KEYWORD_PLACE = 64
LAST_PLACE = 255
BODY_SYLLABLES = 48  # kept of each body: the rarest, which tell it from others
_BODY_SHARE = 0.12  # a syllable in more than this share of all bodies tells nothing


@dataclass(slots=True)
class Postings:
    """Everything the shards are made of; documents are numbers in index order."""

    count: int
    titles: dict[str, dict[str, dict[int, list[int]]]] = field(default_factory=dict)  # key → form → doc → places
    context: dict[str, list[int]] = field(default_factory=dict)  # key → docs
    bodies: dict[str, list[int]] = field(default_factory=dict)  # key → docs
    title_keys: list[frozenset[str]] = field(default_factory=list)  # what each title says
    neighbours: Counter[tuple[str, str]] = field(default_factory=Counter)  # adjacent keys in titles

    def frequency(self, key: str) -> int:
        """In how many titles a syllable stands, in any form."""
        return len({doc for docs in self.titles.get(key, {}).values() for doc in docs})

    def vocabulary(self) -> list[str]:
        """All keys, sorted."""
        return sorted({*self.titles, *self.context, *self.bodies})


def collect(entries: Sequence[Entry]) -> Postings:
    """The postings of entries that are in index order."""
    postings = Postings(len(entries))
    context: defaultdict[str, list[int]] = defaultdict(list)
    for doc, entry in enumerate(entries):
        _add_title(postings, doc, entry)
        for key in sorted(key_set(entry.sector) | key_set(entry.agency)):
            context[key].append(doc)
    postings.context.update(context)
    _add_bodies(postings, entries)
    return postings


def _add_title(postings: Postings, doc: int, entry: Entry) -> None:
    title = syllables(entry.title)
    title = title[opening_length([syllable.key for syllable in title]) :]
    postings.title_keys.append(frozenset(syllable.key for syllable in title))
    if entry.code and entry.kind != "procedure":
        title = [*syllables(entry.code), *title]  # a document is called by its number
    _add_run(postings, doc, title, 0, LAST_TITLE_PLACE)
    place = KEYWORD_PLACE
    for keyword in entry.keywords:
        run = syllables(keyword)
        _add_run(postings, doc, run, place, LAST_PLACE)
        place += len(run) + 1  # a gap, so that two keywords do not look like one phrase


def _add_run(postings: Postings, doc: int, run: list[Syllable], place: int, last: int) -> None:
    for offset, (key, form) in enumerate(run):
        places = postings.titles.setdefault(key, {}).setdefault(form, {}).setdefault(doc, [])
        at = min(place + offset, last)
        if at not in places:
            places.append(at)
        if offset + 1 < len(run):
            postings.neighbours[key, run[offset + 1].key] += 1


def _add_bodies(postings: Postings, entries: Sequence[Entry]) -> None:
    found = [key_set(entry.body) for entry in entries]
    spread = Counter(key for body in found for key in body)
    most = max(3.0, len(entries) * _BODY_SHARE)
    least = len(entries) / 2000  # in a large site a word of one body only is mostly a slip or a name
    bodies: defaultdict[str, list[int]] = defaultdict(list)
    for doc, body in enumerate(found):
        titled = key_set(entries[doc].title)
        telling = [key for key in body - titled if least < spread[key] <= most and _is_word(key)]
        telling.sort(key=lambda key: (spread[key], key))
        for key in telling[:BODY_SYLLABLES]:
            bodies[key].append(doc)
    postings.bodies.update(bodies)


def _is_word(key: str) -> bool:
    return 1 < len(key) < 16 and not key[0].isdigit()


def rarity(frequency: int) -> int:
    """A frequency as one step of a logarithmic scale (0 none, 1 once, then four steps a doubling)."""
    return 0 if frequency == 0 else 1 + round(4 * math.log2(frequency))
