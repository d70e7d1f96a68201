"""Parts of a procedure that a file gives as running text where registers have rows: each line becomes a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from congkhai.editing.importers.blocks import clean
from congkhai.editing.importers.procedure_words import channel_id
from congkhai.vietnamese.quantity import read_duration

# The sign before an item, and numbers such as "1." or "a)".
_SIGN = re.compile(r"(?:[-+*•–]\s*|\(?(?:\d{1,2}|[a-zđ])[.)]\s+)")
_CHANNEL = re.compile(r"([^:–-]{4,40}?)\s*[:–-]\s*(\S.*)")
# How many of a paper: "(Bản chính: 1, bản sao: 0)".
_COUNTS = re.compile(r"[\s,;|(]*bản chính\s*:?\s*(\d{1,2})[\s,;|-]*bản sao\s*:?\s*(\d{1,2})[\s)]*$", re.IGNORECASE)


def rows_of(part: str, value: Any) -> list[dict[str, Any]]:
    """The rows of a part, of whatever a file gives for it: rows, lines of text, or a list of texts."""
    if isinstance(value, dict):
        return [value]
    items = value if isinstance(value, list) else [value]
    rows: list[dict[str, Any]] = [item for item in items if isinstance(item, dict)]
    text = "\n".join(str(item) for item in items if isinstance(item, str | int | float) and not isinstance(item, bool))
    return [*rows, *_ROWS[part](clean(text).split("\n"))] if clean(text) else rows


def text_of(value: Any, *, between: str = "\n") -> str:
    """The words of a value that is a text, a number, or a list of such."""
    if isinstance(value, list):
        return between.join(filter(None, (text_of(item) for item in value)))
    return "" if value is None or isinstance(value, dict) else str(value)


def _bare(line: str) -> str:
    return _SIGN.sub("", line, count=1) if _SIGN.match(line) else line


def _submission(lines: list[str]) -> Iterator[dict[str, Any]]:
    """A line that begins with a way of handing in is a row; what else stands there describes the row above."""
    rows: list[dict[str, Any]] = []
    for line in lines:
        words = _bare(line)
        found = _CHANNEL.fullmatch(words)
        if channel_id(words):
            rows.append({"channel": words})
        elif found and channel_id(found[1]):
            key = "duration" if read_duration(found[2]).amounts else "description"
            rows.append({"channel": found[1], key: found[2]})
        elif rows:
            rows[-1]["description"] = "\n".join(filter(None, (rows[-1].get("description"), line)))
        else:
            rows.append({"channel": "", "description": line})
    yield from rows


def _dossier(lines: list[str]) -> Iterator[dict[str, Any]]:
    """A line that ends with a colon and bears no sign names the case of the papers below it."""
    case = ""
    for line in lines:
        if line.endswith(":") and not _SIGN.match(line):
            case = line.rstrip(": ")
            continue
        words = _bare(line)
        counts = _COUNTS.search(words)
        row: dict[str, Any] = {"case": case, "name": words[: counts.start()] if counts else words}
        yield row | ({"originals": int(counts[1]), "copies": int(counts[2])} if counts else {})


def _legal_basis(lines: list[str]) -> Iterator[dict[str, Any]]:
    return ({"title": _bare(line)} for line in lines)


def _forms(lines: list[str]) -> Iterator[dict[str, Any]]:
    return ({"document": _bare(line)} for line in lines)


_ROWS = {"submission": _submission, "dossier": _dossier, "legal_basis": _legal_basis, "forms": _forms}
PARTS = frozenset(_ROWS)
