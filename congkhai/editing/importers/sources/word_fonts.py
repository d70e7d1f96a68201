"""Signs that Word draws with symbol fonts, and text that it hides: what a reader sees, and what must be told."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

from congkhai.editing.importers.blocks import Notice

Element = etree._Element
_PRIVATE = 0xF000  # where Word puts the codes of symbol fonts
# The font Symbol, by its codes: Greek letters stand where Latin ones do.
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {ord(latin): greek for latin, greek in zip(_LATIN, _GREEK, strict=True)} | {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xA5: "∞", 0xB0: "°",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xB7: "•", 0xD7: "⋅",
    0xCE: "∈", 0xE5: "∑", 0xD6: "√", 0xB6: "∂", 0xC7: "∩", 0xC8: "∪", 0x2D: "−", 0xA2: "′", 0xB2: "″", 0xBC: "…",
    0xD0: "∠", 0xD1: "∇", 0x5E: "⊥", 0x22: "∀", 0x24: "∃", 0x40: "≅", 0x7E: "∼", 0xC6: "∅", 0xD9: "∧", 0xDA: "∨",
}  # fmt: skip
_WINGDINGS = {
    0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0x6F: "□", 0xA8: "□", 0x71: "□", 0xE0: "→", 0xDF: "←", 0xE1: "↑",
    0xE2: "↓", 0xE8: "→", 0xF0: "⇒", 0xEF: "⇐", 0xD8: "➢", 0xA7: "▪", 0x6E: "■", 0x6C: "●", 0x76: "❖", 0x4A: "☺",
    0x28: "☎", 0x2A: "✉", 0xAB: "★", 0xB2: "✧", 0x9F: "•", 0x77: "◆", 0x75: "◆", 0xFA: "▣", 0x50: "✓",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS | {0x52: "☑", 0xA3: "□", 0x4F: "✗"}}


def symbol(element: Element) -> str:
    """The sign of a `w:sym` element, "" where its font is not known."""
    code = element.get(qn("w:char"), "")
    return _sign(int(code, 16), element.get(qn("w:font"), "")) if _is_hex(code) else ""


def in_font(text: str, font: str) -> str:
    """A text as its font draws it: letters of symbol fonts, and codes of the private area, become their signs."""
    known = _FONTS.get(font.casefold())
    if known is None and not any(_is_private(char) for char in text):
        return text
    return "".join(_sign(ord(char), font or "Symbol") or char if known or _is_private(char) else char for char in text)


def font_of(run: Element) -> str:
    """The font that a run names, "" where it names none."""
    fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    return fonts.get(qn("w:ascii"), "") or fonts.get(qn("w:hAnsi"), "") if fonts is not None else ""


def is_hidden(run: Element) -> bool:
    """Whether a run is hidden text."""
    vanish = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return vanish is not None and vanish.get(qn("w:val"), "1") not in ("0", "false", "off")


def notices(body: Element) -> Iterator[Notice]:
    """What is passed over in a document: hidden text, and signs of fonts that are not known, each with its block."""
    for line, block in enumerate(body, start=1):
        for run in block.iter(qn("w:r")):
            text = "".join(piece.text or "" for piece in run.iter(qn("w:t"))).strip()
            if text and is_hidden(run):
                yield Notice("import-hidden", line, (("sheet", ""), ("text", text)))
        for sign in block.iter(qn("w:sym")):
            if not symbol(sign):
                code, font = sign.get(qn("w:char"), ""), sign.get(qn("w:font"), "")
                yield Notice("import-symbol", line, (("code", code), ("font", font)))


def _sign(code: int, font: str) -> str:
    known = _FONTS.get(font.casefold(), {})
    return known.get(code - _PRIVATE if code >= _PRIVATE else code, "")


def _is_private(char: str) -> bool:
    return _PRIVATE <= ord(char) <= _PRIVATE + 0xFF


def _is_hex(code: str) -> bool:
    return bool(code) and all(char in "0123456789abcdefABCDEF" for char in code)
