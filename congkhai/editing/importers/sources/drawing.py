"""What a page of a PDF file shows, as poppler's tools tell it: its words and its ruled lines, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lxml import etree
from msgspec import Struct

CLOSE = 3.0  # points: lines nearer than this are one
SHORT = 6.0  # points: what is shorter is no line of a table
_SVG = "{http://www.w3.org/2000/svg}"
# One step of a path that is made of straight lines: its letter and numbers.
_STEP = re.compile(r"([MLHVZ])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


class Word(NamedTuple):
    """A word and where it stands on its page, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the word."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Line(NamedTuple):
    """A ruled line: upright or not, where it lies across its direction, and from where to where it runs."""

    upright: bool
    at: float
    start: float
    end: float


class Page(Struct, frozen=True):
    """A page: its words and its ruled lines."""

    words: tuple[Word, ...]
    lines: tuple[Line, ...]


def words_of(bbox: bytes) -> list[tuple[Word, ...]]:
    """The words of all pages, from what `pdftotext -bbox` writes."""
    root = etree.fromstring(bbox, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    pages = root.iterfind(".//{*}page") if root is not None else ()
    edges = ("xMin", "yMin", "xMax", "yMax")
    return [
        tuple(Word(word.text or "", *(float(word.get(edge, "0")) for edge in edges)) for word in page.iter("{*}word"))
        for page in pages
    ]


def lines_of(svg: bytes) -> tuple[Line, ...]:
    """The ruled lines of a page, from what `pdftocairo -svg` writes: strokes, and bars that are filled."""
    root = etree.fromstring(svg, etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True))
    if root is None:
        return ()
    glyphs = {path for defs in root.iter(f"{_SVG}defs") for path in defs.iter(f"{_SVG}path")}
    return tuple(line for path in root.iter(f"{_SVG}path") if path not in glyphs for line in _lines_of_path(path))


def _lines_of_path(path: etree._Element) -> Iterator[Line]:
    drawn = path.get("d", "")
    if "C" in drawn:
        return
    points = [_placed(path, point) for point in _points(drawn)]
    for drawn_alone in pairwise(points) if _is_stroked(path) else (points,):
        yield from _bar(drawn_alone)


def _is_stroked(path: etree._Element) -> bool:
    style = path.get("style", "").replace(" ", "")
    return path.get("stroke", "none") != "none" or ("stroke:" in style and "stroke:none" not in style)


def _bar(points: Sequence[tuple[float, float]]) -> Iterator[Line]:
    """The line that a thin bar or a single stroke is."""
    if not points:
        return
    xs, ys = [x for x, _ in points], [y for _, y in points]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if width < CLOSE and height > SHORT:
        yield Line(True, sum(xs) / len(xs), min(ys), max(ys))
    elif height < CLOSE and width > SHORT:
        yield Line(False, sum(ys) / len(ys), min(xs), max(xs))


def _points(drawn: str) -> Iterator[tuple[float, float]]:
    x = y = 0.0
    first: tuple[float, float] | None = None
    for letter, rest in _STEP.findall(drawn):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        if letter == "Z":
            if first:
                yield first
            continue
        if letter == "H" and numbers:
            x = numbers[-1]
        elif letter == "V" and numbers:
            y = numbers[-1]
        elif len(numbers) > 1:
            x, y = numbers[-2:]
        if letter == "M":
            if first:  # a further part of the path: a mark of its own, told apart by `_bar` only where it stands alone
                return
            first = (x, y)
        yield x, y


def _placed(path: etree._Element, point: tuple[float, float]) -> tuple[float, float]:
    """A point of a path on its page: moved by the matrices of the path and of all that it stands in."""
    element: etree._Element | None = path
    x, y = point
    while element is not None:
        numbers = [float(number) for number in _NUMBER.findall(element.get("transform", ""))]
        if element.get("transform", "").startswith("matrix") and len(numbers) == 6:
            a, b, c, d, e, f = numbers
            x, y = a * x + c * y + e, b * x + d * y + f
        element = element.getparent()
    return x, y
