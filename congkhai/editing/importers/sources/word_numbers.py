"""Automatic numbers of Word lists ("1.", "a)", "I."), counted as Word does: the text does not hold them."""

from __future__ import annotations

import re

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from congkhai.editing.importers.blocks import whole

Element = etree._Element
_LAST = 2_000_000_000  # the numbers of Word end near here
_LAST_ROMAN = 32_767  # as Word has it; beyond, digits are drawn
_DEEPEST = 8  # levels of a list, from 0
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
# "%1.%2)": the places of a level's text where the counts of the levels stand.
_PLACE = re.compile(r"%(\d)")


class Numbers:
    """The counters of all lists of one document, moved on paragraph by paragraph in reading order."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        root = _numbering_root(document)
        if root is not None:
            self._read(root)
            self._read_styles(document)

    def next(self, paragraph: Element) -> str:
        """The number that Word draws before the paragraph, "-" for a bullet, "" for none."""
        list_id, level = self._list_of(paragraph)
        abstract = self._lists.get(list_id, "")
        form = self._levels.get((abstract, level))
        if form is None:
            return ""
        kind, text, start = form
        if kind == "bullet":
            return "-"
        counts = self._counts.setdefault(abstract, {})
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        return _PLACE.sub(lambda place: self._drawn(abstract, int(place[1]) - 1, counts), text)

    def _drawn(self, abstract: str, level: int, counts: dict[int, int]) -> str:
        kind, _, start = self._levels.get((abstract, level), ("decimal", "", 1))
        return _written(counts.get(level, start), kind)

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        """The list and level of a paragraph: its own, else those of its style."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return "", 0
        own = properties.find(qn("w:numPr"))
        if own is not None:
            return _value(own, "w:numId"), _level_of(own)
        return self._styles.get(_value(properties, "w:pStyle"), ("", 0))

    def _read(self, root: Element) -> None:
        for abstract in root.findall(qn("w:abstractNum")):
            key = abstract.get(qn("w:abstractNumId"), "")
            for level in abstract.findall(qn("w:lvl")):
                start = whole(_value(level, "w:start"), 1, _LAST)
                form = _value(level, "w:numFmt") or "decimal", _value(level, "w:lvlText"), start
                self._levels[key, whole(level.get(qn("w:ilvl"), "0"), 0, _DEEPEST)] = form
        for number in root.findall(qn("w:num")):
            self._lists[number.get(qn("w:numId"), "")] = _value(number, "w:abstractNumId")

    def _read_styles(self, document: Document) -> None:
        for style in document.styles.element.findall(qn("w:style")):
            own = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if own is not None:
                key = style.get(qn("w:styleId"), "")
                self._styles[key] = _value(own, "w:numId"), _level_of(own)


def _level_of(list_properties: Element) -> int:
    return whole(_value(list_properties, "w:ilvl"), 0, _DEEPEST)


def _numbering_root(document: Document) -> Element | None:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
    return None


def _value(parent: Element, name: str) -> str:
    found = parent.find(qn(name))
    return found.get(qn("w:val"), "") if found is not None else ""


def _written(count: int, kind: str) -> str:
    if kind in ("upperRoman", "lowerRoman") and count <= _LAST_ROMAN:
        roman = _roman(count)
        return roman if kind == "upperRoman" else roman.lower()
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind == "none":
        return ""
    return f"{count:02}" if kind == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        while count >= value:
            written, count = written + sign, count - value
    return written
