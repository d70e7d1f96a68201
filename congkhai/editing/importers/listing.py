"""Plain text with signs for lists ("- ", "+ ", "•") as Markdown: nested lists, no markup by chance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from congkhai.editing.importers.blocks import BULLETS, clean

# A sign that begins an item; which stands above which follows from the order in which they come.
_ITEM = re.compile(rf"\s*([-–—+*{BULLETS}])\s*(?=\S)")
_SAME = str.maketrans("–—", "--")
# A number with the sign behind it: signed words, in which Markdown would count for itself.
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_FIGURE = re.compile(r"[-+]\d+(?:[.,]\d+)?%?$")
# Signs that Markdown would take for markup at the start of a line: headings, quotes, rules, tables, code.
_MARKUP = re.compile(r"(?=[#>|=~`])|(?=(?:-{3,}|\*{3,}|_{3,})$)|[-+](?= |$)")
# Signs that are markup inside a line, and "&" where a name or number behind it makes a character.
_INSIDE = re.compile(r"[*_`\[\]<>\\]|~~|&(?=#?\w+;)")


# A line without a sign that begins something new: a number, a letter, a step, a case; what ends with a colon does too.
_NEW = re.compile(r"(?:\d{1,3}[.)]|[a-zđ]\)|[IVX]+[.)]|(?:bước|trường hợp|cách|phần) )|.*:$", re.IGNORECASE)
_Lines = list[tuple[str, str]]  # the sign of each line ("" for none) and its words


def to_markdown(text: str) -> str:
    """The text as Markdown: lines that begin with a sign are a list, a sign met below another one level deeper.

    A line without a sign belongs to the item above it where the list goes on below it at a lower level.
    """
    read = list(_read(text))
    first: dict[str, int] = {}
    for at, (sign, _) in enumerate(read):
        first.setdefault(sign, at)
    lines: list[str] = []
    signs: list[str] = []  # those of the levels down to the line
    for at, (sign, words) in enumerate(read):
        signs = _opened(signs, sign, read[at + 1 :], first) if sign else _gone_on(signs, words, read[at + 1 :], first)
        if lines and not (sign and lines[-1].lstrip().startswith("- ")):
            lines.append("")
        lines.append("  " * (len(signs) - bool(sign)) + ("- " if sign else "") + _guarded(words))
    return "\n".join(lines)


def _read(text: str) -> Iterator[tuple[str, str]]:
    """The lines with words, each with its sign."""
    for raw in re.split(r"[\r\n\u2028]+", text):
        found = _ITEM.match(raw) if not _FIGURE.match(clean(raw)) else None
        if words := clean(raw[found.end() :] if found else raw):
            yield found[1].translate(_SAME) if found else "", words


def _opened(signs: list[str], sign: str, rest: _Lines, first: Mapping[str, int]) -> list[str]:
    """The levels down to an item.

    A sign that stood above the last one earlier in the text still does, unless the last one comes again below it.
    """
    if sign in signs:
        return [*signs[: signs.index(sign)], sign]
    block = [found for found, _ in takewhile(lambda line: line[0], rest)]
    if signs and first[sign] < first[signs[-1]] and signs[-1] not in block:
        signs = [found for found in signs if first[found] < first[sign]]
    return [*signs, sign]


def _gone_on(signs: list[str], words: str, rest: _Lines, first: Mapping[str, int]) -> list[str]:
    """The levels around a line without a sign: none, or those of the item it goes on with."""
    following = next((sign for sign, _ in rest if sign), "")
    if not signs or not following or _NEW.match(words):
        return []
    is_deeper = following not in signs and first[following] > first[signs[-1]]
    return signs if is_deeper or following in signs[1:] else []


def _guarded(line: str) -> str:
    """A line whose words all stay words."""
    if number := _NUMBER.match(line):
        return f"{number[1]}\\{number[2]}{_plain(line[number.end() :])}"
    return ("\\" if _MARKUP.match(line) else "") + _plain(line)


def _plain(text: str) -> str:
    return _INSIDE.sub(lambda match: "".join("\\" + sign for sign in match[0]), text)
