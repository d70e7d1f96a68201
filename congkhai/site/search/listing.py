"""What a list of results shows of neighbouring pages, in columns of JSON that say nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import orjson


def listing(found: Sequence[dict[str, Any]]) -> str:
    """The columns of a file of results; the client's `unpackCards` reads them."""
    columns = {
        "id": [_by_code(one["id"], one["code"]) for one in found],
        "url": [_by_code(one["url"], one["code"]) for one in found],
        "code": [one["code"] for one in found],
        "title": _front_coded([one["title"] for one in found]),
        **{name: _once([one[name] for one in found]) for name in ("kind", "sector", "summary", "deadline", "state")},
        "vectors": "".join(one["vector"] for one in found),
    }
    return as_json(columns)


def as_json(value: object) -> str:
    """A value as compact JSON, Vietnamese letters as they are."""
    return orjson.dumps(value).decode()


def _by_code(text: str, code: str) -> str:
    """A text that contains the code of its entry, with a line feed in its place."""
    return text.replace(code, "\n", 1) if code else text


def _once(values: Sequence[str]) -> list[str | int]:
    """Each value where it stands first; later the number of that row, counted from the row itself backwards."""
    first: dict[str, int] = {}
    return [value if (at := first.setdefault(value, row)) == row else row - at for row, value in enumerate(values)]


def _front_coded(titles: Sequence[str]) -> list[str]:
    """Titles without what they share with the one before; the first character (from the space on) counts it."""
    shared = (min(90, _shared(before, after)) for before, after in pairwise(["", *titles]))
    return [chr(32 + count) + title[count:] for count, title in zip(shared, titles, strict=True)]


def _shared(before: str, after: str) -> int:
    """How many characters two texts begin with alike."""
    for at, (one, other) in enumerate(zip(before, after, strict=False)):
        if one != other:
            return at
    return min(len(before), len(after))
