"""Pieces put together: for each syllable its documents in all of them, for filters the runs of documents, the codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congkhai.search.listing import as_json
from congkhai.search.packing import block, varint
from congkhai.search.segments import Piece
from congkhai.search.words import told_by_bodies

_Parts = list[tuple[int, str]]


def title_blocks(pieces: Sequence[Piece]) -> dict[str, bytes]:
    """Of each syllable its forms, each with its documents piece by piece, then their places."""
    found: dict[str, dict[str, tuple[_Parts, list[str]]]] = {}
    for number, piece in enumerate(pieces):
        for key, forms in piece["titles"].items():
            known = found.setdefault(key, {})
            for form, (docs, places) in forms.items():
                parts, placed = known.setdefault(form, ([], []))
                parts.append((number, docs))
                placed.append(places)
    return {key: block(_forms(forms)) for key, forms in found.items()}


def _forms(forms: dict[str, tuple[_Parts, list[str]]]) -> bytes:
    packed = [varint(len(forms))]
    for form, (parts, placed) in sorted(forms.items()):
        packed += [block(form.encode()), _numbered(parts), "".join(placed).encode("latin-1")]
    return b"".join(packed)


def _numbered(parts: _Parts) -> bytes:
    """Parts with the gap since the piece before each."""
    packed = [varint(len(parts)).decode("latin-1")]
    last = -1
    for number, part in parts:
        packed += [_LATIN[number - last - 1], part]
        last = number
    return "".join(packed).encode("latin-1")


_LATIN = [varint(number).decode("latin-1") for number in range(4096)]


def body_blocks(pieces: Sequence[Piece]) -> dict[str, bytes]:
    """Of each syllable the documents whose context (sector, agency) has it, then those whose body it tells apart."""
    told = told_by_bodies(pieces)
    context: dict[str, _Parts] = {}
    bodies: dict[str, _Parts] = {}
    for number, piece in enumerate(pieces):
        for key, packed in piece["context"].items():
            context.setdefault(key, []).append((number, packed))
        for key, packed in piece["bodies"].items():
            if key in told:
                bodies.setdefault(key, []).append((number, packed))
    return {
        key: block(_numbered(context.get(key, [])) + _numbered(bodies.get(key, []))) for key in {*context, *bodies}
    }


def facets(pieces: Sequence[Piece]) -> str:
    """For each facet and value the runs of documents that have it, and the deadlines, for filters and sorting."""
    found: dict[str, dict[str, list[int]]] = {}
    due: list[tuple[int, str]] = []
    for start, piece in _starts(pieces):
        for facet, values in piece["facets"].items():
            for value, docs in values.items():
                found.setdefault(facet, {}).setdefault(value, []).extend(start + doc for doc in docs)
        due += [(start + doc, date) for doc, date in piece["due"]]
    tables = {
        facet: [[value, _run_list(docs)] for value, docs in sorted(values.items())]
        for facet, values in sorted(found.items())
    }
    return as_json({"facets": tables, "deadlines": due})


def codes(pieces: Sequence[Piece]) -> str:
    """The codes and numbers of all entries, a line each, empty where there is none."""
    return "\n".join(code for piece in pieces for code in piece["codes"])


def _starts(pieces: Sequence[Piece]) -> Iterator[tuple[int, Piece]]:
    """Each piece with the number of its first document."""
    start = 0
    for piece in pieces:
        yield start, piece
        start += piece["count"]


def _run_list(docs: Sequence[int]) -> list[int]:
    """Runs of neighbours as gap since the last run, length less one."""
    listed: list[int] = []
    end = start = 0
    last = -2
    for doc in docs:
        if doc != last + 1:
            if last >= 0:
                listed += [start - end, last - start]
                end = last + 1
            start = doc
        last = doc
    return [*listed, start - end, last - start]
