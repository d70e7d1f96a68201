"""The steps of a procedure: a path where they are numbered, with the levels of the lists inside each step."""

from __future__ import annotations

import re

from msgspec import Struct

from congkhai.source.markup import to_html

# A step: a number with a dot at the beginning of a line, up to the next one.
_STEP = re.compile(r"^(\d{1,2})\.[ \t]+", re.MULTILINE)
# What follows the last step: a blank line, then one that is not indented.
_AFTER = re.compile(r"\n\s*\n(?=\S)")
_INDENT = re.compile(r"^( +)(?=\S)", re.MULTILINE)


class StepsView(Struct, frozen=True):
    """The steps: words before, the path (safe HTML each), words after; a text without numbers is all `before`."""

    before: str
    path: tuple[str, ...]
    after: str


def steps_view(text: str) -> StepsView:
    """Steps that are numbered 1, 2, 3 … become a path; what stands around them stays prose."""
    starts = list(_STEP.finditer(text))
    if len(starts) < 2 or [int(found[1]) for found in starts] != list(range(1, len(starts) + 1)):
        return StepsView(to_html(text), (), "")
    last, *after = _AFTER.split(text[starts[-1].start() :], maxsplit=1)
    ends = [*(found.start() for found in starts[1:]), starts[-1].start() + len(last)]
    path = (_outdented(text[found.end() : end].strip(), len(found[0])) for found, end in zip(starts, ends, strict=True))
    before = to_html(text[: starts[0].start()])
    return StepsView(before, tuple(to_html(item) for item in path), to_html("".join(after)))


def _outdented(item: str, most: int) -> str:
    """A step as a text of its own: what the lines below its first are indented by goes, their levels stay."""
    first, mark, rest = item.partition("\n")
    cut = min([most, *(len(found[1]) for found in _INDENT.finditer(rest))])
    return first + mark + re.sub(rf"(?m)^ {{1,{cut}}}", "", rest)
