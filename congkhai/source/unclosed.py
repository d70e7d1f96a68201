"""A quote whose end was forgotten: YAML reads on to the next one, and stops lines below what should stand in it."""

from __future__ import annotations

import re

# A quoted value of a key or an item from the beginning of its line to its last sign, or to the end of the text.
_QUOTED = re.compile(
    r"""^[ ]*(?:-[ ]+)*(?:[\w.-]+:[ ]+)?(?:"(?P<double>(?:[^"\\]|\\.)*)|'(?P<single>(?:[^']|'')*))""",
    re.MULTILINE | re.DOTALL,
)
# A line that begins with a key of ours.
_KEY = re.compile(r"\n[ ]*(?:-[ ]+)*[a-z_]+:(?:[ \n]|$)")


def unclosed_quote(text: str) -> int | None:
    """Where the first quote stands that runs over a line with a key; None where there is none.

    Values of several lines may hold such a line, too: to be asked only of a text that can't be read.
    """
    for found in _QUOTED.finditer(text):
        name = found.lastgroup or "double"
        if _KEY.search(found[name]):
            return found.start(name) - 1
    return None
