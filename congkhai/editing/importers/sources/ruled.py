"""Tables of a page as its ruled lines draw them: words fall into the cells between the lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from congkhai.editing.importers.blocks import Block, Cell, Grid, Paragraph, Row, clean
from congkhai.editing.importers.sources.drawing import CLOSE, SHORT, Line, Page, Word
from congkhai.editing.importers.wrapping import unwrap

_BLANK = 0.1  # of a line's height: what is nearer is one word
# A number or name that a line end cut behind its hyphen or slash: "61/2018/NĐ-" above "CP".
_WRAPPED_NUMBER = re.compile(r"(?<=\S)([-/])\n(?=\S)")
_PAGE_NUMBER = re.compile(r"[-–\s]*\d{1,3}[-–\s]*")


def read_ruled(pages: Iterable[Page]) -> list[Block]:
    """The paragraphs and tables of all pages; a table that goes on over a page turn is one."""
    blocks: list[Block] = []
    for page in pages:
        found = list(_blocks(page))
        if blocks and found and isinstance(blocks[-1], Grid) and isinstance(found[0], Grid):
            first, rest = found[0], found[1:]
            if first.width == blocks[-1].width:
                blocks[-1] = Grid(_turned(blocks[-1].rows, first.rows))
                found = rest
        blocks.extend(found)
    return blocks


def _turned(above: tuple[Row, ...], below: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of two pages; a row that the page turn cut goes on below without its number, in mid-sentence or less."""
    last, first = above[-1], below[0]
    texts = [cell.text for cell in first]
    goes_on = any(text[:1].islower() for text in texts)
    lacks = any(old.text and not text for old, text in zip(last[1:], texts[1:], strict=True))
    if texts[0] or not any(texts) or not (goes_on or lacks):
        return (*above, *below)
    joined = (
        Cell(unwrap(f"{old.text}\n{new.text}".strip()), across=old.across, down=old.down)
        for old, new in zip(last, first, strict=True)
    )
    return (*above[:-1], tuple(joined), *below[1:])


def _blocks(page: Page) -> Iterator[Block]:
    """What a page holds, from top to bottom."""
    left = list(page.words)
    tables: list[tuple[float, Grid]] = []
    for lines in _tables(page.lines):
        inside = [word for word in left if _is_inside(word, lines)]
        left = [word for word in left if not _is_inside(word, lines)]
        tables.append((_edges(lines)[0], _grid(lines, inside)))
    for top, grid in sorted(tables, key=lambda table: table[0]):
        yield from _paragraphs([word for word in left if word.middle[1] < top])
        left = [word for word in left if word.middle[1] >= top]
        yield grid
    yield from _paragraphs(left)


def _tables(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines that cross each other, table by table; a table has two columns and a row at least."""
    groups: list[list[Line]] = []
    for line in lines:
        touching = [group for group in groups if any(_meet(line, other) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([line, *(other for group in touching for other in group)])
    return [group for group in groups if len(_places(group, True)) > 2 and len(_places(group, False)) > 1]


def _meet(one: Line, other: Line) -> bool:
    if one.upright == other.upright:
        near = abs(one.at - other.at) < CLOSE
        return near and one.start < other.end + CLOSE and other.start < one.end + CLOSE
    across = one.start - CLOSE < other.at < one.end + CLOSE
    return across and other.start - CLOSE < one.at < other.end + CLOSE


def _places(lines: Iterable[Line], upright: bool) -> list[float]:
    """Where the lines of one direction lie, those close together as one."""
    places: list[float] = []
    for at in sorted(line.at for line in lines if line.upright is upright):
        if not places or at - places[-1] > CLOSE:
            places.append(at)
    return places


def _edges(lines: Sequence[Line]) -> list[float]:
    """Where rows begin and end; at a page turn the upright lines go on where no line across is drawn."""
    places = _places(lines, False)
    top = min(line.start for line in lines if line.upright)
    bottom = max(line.end for line in lines if line.upright)
    above = [top] if top < places[0] - SHORT else []
    return [*above, *places, *([bottom] if bottom > places[-1] + SHORT else [])]


def _is_inside(word: Word, lines: Sequence[Line]) -> bool:
    x, y = word.middle
    xs, ys = _places(lines, True), _edges(lines)
    return xs[0] < x < xs[-1] and ys[0] < y < ys[-1]


def _grid(lines: Sequence[Line], words: Sequence[Word]) -> Grid:
    xs, ys = _places(lines, True), _edges(lines)
    owners = _owners(lines, xs, ys)
    texts: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        x, y = word.middle
        row = max(at for at, top in enumerate(ys[:-1]) if top <= y)
        column = max(at for at, start in enumerate(xs[:-1]) if start <= x)
        texts.setdefault(owners[row, column], []).append(word)
    rows = []
    for row in range(len(ys) - 1):
        cells = []
        for column in range(len(xs) - 1):
            owner = owners[row, column]
            lines_of_text = "\n".join(_lines_of_words(texts.get(owner, ())))
            text = unwrap(_WRAPPED_NUMBER.sub(r"\1", clean(lines_of_text)))
            cells.append(Cell(text, across=owner[1] < column, down=owner[0] < row))
        rows.append(tuple(cells))
    return Grid(tuple(rows))


def _owners(lines: Sequence[Line], xs: Sequence[float], ys: Sequence[float]) -> dict[tuple[int, int], tuple[int, int]]:
    """The first cell of the merged cells that each cell is part of: nothing is drawn between them."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            middle_x, middle_y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            owner = (row, column)
            if column and not _is_drawn(lines, True, xs[column], middle_y):
                owner = owners[row, column - 1]
            elif row and not _is_drawn(lines, False, ys[row], middle_x):
                owner = owners[row - 1, column]
            owners[row, column] = owner
    return owners


def _is_drawn(lines: Sequence[Line], upright: bool, at: float, through: float) -> bool:
    return any(
        line.upright is upright and abs(line.at - at) <= CLOSE and line.start - CLOSE < through < line.end + CLOSE
        for line in lines
    )


def _lines_of_words(words: Iterable[Word]) -> list[str]:
    """Words as lines of text, from top to bottom and left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle[1], word.left)):
        height = word.bottom - word.top
        if lines and abs(word.middle[1] - lines[-1][0].middle[1]) < height * 0.5:
            lines[-1].append(word)
        else:
            lines.append([word])
    return ["".join(_spaced(sorted(line, key=lambda word: word.left))) for line in lines]


def _spaced(words: Sequence[Word]) -> Iterator[str]:
    """Words with the blanks between them; letters of another font are words of their own without a blank."""
    for before, word in zip((None, *words), words, strict=False):
        if before and word.left - before.right > _BLANK * (word.bottom - word.top):
            yield " "
        yield word.text


def _paragraphs(words: Sequence[Word]) -> Iterator[Block]:
    for line in _lines_of_words(words):
        if not _PAGE_NUMBER.fullmatch(line):
            yield Paragraph(clean(line))
