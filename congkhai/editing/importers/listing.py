"""Plain text with signs for lists ("- ", "+ ", "*") as Markdown: nested lists, no markup by chance."""

from __future__ import annotations

import re

from congkhai.editing.importers.blocks import clean

# A sign that begins an item, with the level it stands for: "-" above "+" above "*"; "1)" and "a)" are kept as text.
_ITEM = re.compile(r"([-–—+*•])\s*(?=\S)")
# Signs that Markdown would take for markup at the start of a line: headings, quotes, rules, tables, code.
_MARKUP = re.compile(r"(?=[#>|=~`])|(?=\d+[.)]\s)|(?=(?:-{3,}|\*{3,}|_{3,})$)")
# Signs that are markup inside a line.
_INSIDE = re.compile(r"[*_`\[\]<>\\]|~~")


def to_markdown(text: str) -> str:
    """The text as Markdown: lines that begin with "-" are a list, those with "+" or "*" below them one level deeper."""
    lines: list[str] = []
    open_signs: list[str] = []
    for line in clean(text).split("\n"):
        match = _ITEM.match(line) if not _is_number(line) else None
        if match is None:
            numbered = re.match(r"(\d{1,3})[.)]\s+(?=\S)", line)
            open_signs = []
            _break(lines, is_item=False)
            lines.append(f"{numbered[1]}\\. {_plain(line[numbered.end() :])}" if numbered else _guarded(_plain(line)))
            continue
        sign = match[1].replace("–", "-").replace("—", "-").replace("•", "-")
        open_signs = [*open_signs[: open_signs.index(sign)], sign] if sign in open_signs else [*open_signs, sign]
        _break(lines, is_item=True)
        lines.append(f"{'  ' * (len(open_signs) - 1)}- {_guarded(_plain(line[match.end() :]))}")
    return "\n".join(lines)


def _break(lines: list[str], *, is_item: bool) -> None:
    """A blank line between a paragraph and a list, and between paragraphs."""
    if lines and not (is_item and lines[-1].lstrip().startswith("- ")):
        lines.append("")


def _is_number(line: str) -> bool:
    return bool(re.match(r"[-+]\d+(?:[.,]\d+)?%?$", line))


def _guarded(line: str) -> str:
    return "\\" + line if _MARKUP.match(line) and not line[:1].isdigit() else line


def _plain(text: str) -> str:
    return _INSIDE.sub(lambda match: "".join("\\" + sign for sign in match[0]), text)
