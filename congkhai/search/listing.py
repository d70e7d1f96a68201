"""What a list of results shows of neighbouring pages, in columns of JSON that say nothing twice."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any


def listing(found: Sequence[dict[str, Any]]) -> str:
    """The columns of a file of results; the client's `unpackCards` reads them."""
    columns = {
        "id": [_by_code(one["id"], one["code"]) for one in found],
        "url": [_by_code(one["url"], one["code"]) for one in found],
        "code": [one["code"] for one in found],
        "title": _front_coded([one["title"] for one in found]),
        **{name: _once([one[name] for one in found]) for name in ("kind", "sector", "summary", "deadline")},
    }
    return as_json(columns)


def as_json(value: object) -> str:
    """A value as compact JSON, Vietnamese letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _by_code(text: str, code: str) -> str:
    """A text that contains the code of its entry, with a line feed in its place."""
    return text.replace(code, "\n", 1) if code else text


def _once(values: Sequence[str]) -> list[str | int]:
    """Each value where it stands first; later the number of that row, counted from the row itself backwards."""
    first: dict[str, int] = {}
    return [value if (at := first.setdefault(value, row)) == row else row - at for row, value in enumerate(values)]


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
