"""The form every source file is brought to: paragraphs and tables in reading order, each with its place."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

# Characters that are invisible or belong to nobody: zero-width marks, soft hyphens, byte-order marks, controls, halves
# of characters.
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_LONGEST_NUMBER = 10  # digits
# Bullets that word processors draw with private-use or symbol characters.
BULLETS = "\uf000-\uf0ff•●○◦▪■□➢►‣⁃∙·"
_LINE_START_BULLET = re.compile(rf"^\s*[{BULLETS}]\s*(?=\S)", re.MULTILINE)


class Cell(Struct, frozen=True):
    """One cell: its text, and whether the text is repeated here because a merged cell reaches this far."""

    text: str
    across: bool = False  # repeated from the cell to the left
    down: bool = False  # repeated from the cell above

    @property
    def own(self) -> str:
        """The text, unless it is repeated from the left: then nothing."""
        return "" if self.across else self.text


Row = tuple[Cell, ...]


class Paragraph(Struct, frozen=True):
    """A paragraph outside tables: its text and the line (text files) or block (others) where it begins."""

    text: str
    line: int = 0


class Grid(Struct, frozen=True):
    """A table as a rectangle of cells, merged cells expanded; `lines` gives the source line of each row.

    `unsure` are the ranks of rows whose cells had to be laid into columns by what they look like.
    """

    rows: tuple[Row, ...]
    line: int = 0
    lines: tuple[int, ...] = ()
    unsure: frozenset[int] = frozenset()
    name: str = ""  # of the sheet of a workbook

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row) for row in self.rows), default=0)

    def line_of(self, row: int) -> int:
        """The place of a row (from 0): its line in a text file, else its rank in the table from 1."""
        return self.lines[row] if row < len(self.lines) else row + 1


Block = Paragraph | Grid


class Notice(Struct, frozen=True):
    """Something a reader must tell of a place: a problem code, and what fills its sentence."""

    code: str
    line: int
    values: tuple[tuple[str, str], ...]


def whole(text: str, default: int, most: int) -> int:
    """The whole number that an attribute states in plain digits, at most `most`; `default` where it states none."""
    if not (text.isascii() and text.isdigit()):
        return default
    return min(int(text), most) if len(text) < _LONGEST_NUMBER else most


def clean(text: str) -> str:
    """The text in NFC without invisible characters; each line's white space collapsed; bullets as hyphens."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
    text = _LINE_START_BULLET.sub("- ", _INVISIBLE.sub("", text))
    text = text.replace("\u2011", "-").replace("\u2010", "-")  # hyphens at which no line may break
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
