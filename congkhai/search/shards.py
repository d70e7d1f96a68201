"""The files of the index: shards of titles and bodies (packed), of cards, facets and codes (JSON)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise

from congkhai.search.entry import Entry
from congkhai.search.packing import block, deltas, runs, varint, varints
from congkhai.search.postings import Postings

CARDS_A_FILE = 128
_SAME = 0  # in a column: the value of the row before


def title_block(postings: Postings, key: str) -> bytes:
    """One syllable: its forms, each with documents and places."""
    forms = sorted(postings.titles.get(key, {}).items())
    packed = [varint(len(forms))]
    for form, docs in forms:
        listed = sorted(docs)
        packed += [block(form.encode()), varint(len(listed)), deltas(listed)]
        packed += [_places(sorted(docs[doc])) for doc in listed]
    return block(b"".join(packed))


def body_block(postings: Postings, key: str) -> bytes:
    """One syllable: the documents whose context (sector, agency) has it, then those whose body it tells apart."""
    context, bodies = postings.context.get(key, []), postings.bodies.get(key, [])
    return block(runs(context) + deltas(bodies)) if context or bodies else block(b"")


def _places(places: Sequence[int]) -> bytes:
    """Places in a title; the lowest bit of each says whether another follows."""
    if len(places) == 1:
        return varint(places[0] << 1)
    gaps = [places[0], *(after - before for before, after in pairwise(places))]
    last = len(gaps) - 1
    return varints(gap << 1 | (index < last) for index, gap in enumerate(gaps))


def as_json(value: object) -> bytes:
    """A value as compact JSON, Vietnamese letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def cards(entries: Sequence[Entry]) -> bytes:
    """What a list of results shows of neighbouring entries, in columns."""
    columns = {
        "id": [_by_code(entry.id, entry.code) for entry in entries],
        "url": [_by_code(entry.url, entry.code) for entry in entries],
        "code": [entry.code for entry in entries],
        "title": _front_coded([entry.title for entry in entries]),
        "kind": _unrepeated([entry.kind for entry in entries]),
        "sector": _unrepeated([entry.sector for entry in entries]),
        "summary": _unrepeated([entry.summary for entry in entries]),
        "deadline": _unrepeated([entry.deadline for entry in entries]),
    }
    return as_json(columns)


def _by_code(text: str, code: str) -> str:
    """A text that contains the code of its entry, with a line feed in its place."""
    return text.replace(code, "\n", 1) if code else text


def _unrepeated(values: Sequence[str]) -> list[str | int]:
    return [value if index == 0 or value != values[index - 1] else _SAME for index, value in enumerate(values)]


def _front_coded(titles: Sequence[str]) -> list[str]:
    """Titles without what they share with the one before; the first character (from the space on) counts it."""
    coded: list[str] = []
    last = ""
    for title in titles:
        shared = 0
        while shared < min(len(title), len(last), 90) and title[shared] == last[shared]:
            shared += 1
        coded.append(chr(32 + shared) + title[shared:])
        last = title
    return coded


def facets(entries: Sequence[Entry]) -> bytes:
    """For each facet and value the runs of documents that have it, and the deadlines, for filters and sorting."""
    found: dict[str, dict[str, list[int]]] = {}
    for doc, entry in enumerate(entries):
        for facet, value in sorted({("kind", entry.kind), *entry.facets}):
            found.setdefault(facet, {}).setdefault(value, []).append(doc)
    tables = {
        facet: [[value, _run_list(docs)] for value, docs in sorted(values.items())]
        for facet, values in sorted(found.items())
    }
    due = [[doc, entry.deadline] for doc, entry in enumerate(entries) if entry.deadline]
    return as_json({"facets": tables, "deadlines": due})


def _run_list(docs: Sequence[int]) -> list[int]:
    """Runs of neighbours as gap since the last run, length less one."""
    listed: list[int] = []
    end = 0
    start = docs[0]
    for doc, after in pairwise([*docs, -1]):
        if after != doc + 1:
            listed += [start - end, doc - start]
            end, start = doc + 1, after
    return listed


def codes(entries: Sequence[Entry]) -> bytes:
    """The codes and numbers of all entries, a line each, empty where there is none."""
    return "\n".join(entry.code for entry in entries).encode()
