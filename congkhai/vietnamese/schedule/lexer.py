"""Cuts a cell into tokens: runs of words, numbers, document numbers, marks, each at its place in the text."""

from __future__ import annotations

import re

from congkhai.foundation.text import fold
from congkhai.vietnamese.schedule.calendar import is_year
from congkhai.vietnamese.schedule.tokens import CITATION, END, ENDS, NUMBER, WORD, Token, cut_run, token


def _folding_table() -> dict[int, str]:
    # Dashes, slashes and brackets of every kind; marks without a letter of their own become \x01 and vanish.
    table = {ord(char): "-" for char in "‐‑‒–—―−~÷→➔➝="}
    table |= {ord(char): "/" for char in "∕⁄\\／"} | {
        ord("["): "(",
        ord("]"): ")",
        ord("（"): "(",
        ord("）"): ")",
    }
    table |= {ord(char): " " for char in "\u00a0\u2007\u202f\u2009\u3000\t\r"}
    table |= {ord(char): "-" for char in "•●▪◦*·○■◾➢✓"} | {
        ord("，"): ",",
        ord("；"): ";",
        ord("："): ":",
        0xD0: "d",
        0xF0: "d",
    }
    table |= dict.fromkeys([*range(0x300, 0x370), 0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF], "\x01")
    letters = [*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)]
    return table | {code: fold(chr(code)) for code in letters if code not in table and len(fold(chr(code))) == 1}


_FOLDING = _folding_table()
_LEXER = re.compile(
    r"""
      # a run of words, with whatever is no mark and no digit between them
      (?P<word>(?![li]\d)[a-z\x01]+(?:[^a-z\x01\d,;:()./&+-]+(?![li]\d)[a-z\x01]+)*)
      # a document number: 2540/QĐ-UBND, 44/2023/QĐ-UBND, 30c/NQ-CP, 05-CT/TW; never "01/quý" or "2/tháng"
      # or a standard with its year, a telephone number: ISO 9001:2015, QCVN 06:2022/BXD, 0275.3822.2025
    | (?P<citation>0\d\d+(?:\.\d{2,4}){2,}|\d{2,5}:(?:19|20)\d\d(?![\d/-]\d|\d)(?:/[a-z]+)?
    |\d+[a-z]?(?:/(?:19|20)\d\d)?[ ]?[/-][ ]?(?!(?:quy|thang|nam|tuan|lan|ngay|moi|hang)(?![a-z])|t\d)
          (?:(?<=[/-])[a-z]+\d*(?:[/-][a-z]+\d*)+|(?<=[/-])(?:qd|nd|nq|kh|ct|tt|cv|bc|ttr|tb|hd|cp|qh\d*|l|ubnd|tw)(?![a-z0-9])
          |(?<=[/][ ])(?:qd|nd|nq|kh|ct|tt|cv|bc|ttr|tb|hd)[a-z/ -]*?-[ ]?[a-z]+))
      # 2024-07-15; 15.7.2024, 7.2024, 15-7-2024: other marks than the slash only in front of a whole year
    | (?P<number>(?<![\d-])(?:19|20)\d\d-[01]\d-[0-3]\d(?![\d-])
    |(?<!\d\.)(?:\d{1,2}[ ]*\.[ ]*)?\d{1,2}[ ]*\.[ ]*(?:19|20)\d\d(?!\d)
    |\d{1,2}[ ]*-[ ]*\d{1,2}[ ]*-[ ]*(?:19|20)\d\d(?!\d)
      # 06-2025: a month, unless it is the number of a quarter
    |(?<!quy[ ])(?<!qui[ ])(?<!quy)(?<!qui)(?<!q)(?<!nam[ ])(?<!\d)\d{1,2}-(?:19|20)\d\d(?![\d-])
      # numbers joined by slashes, letters O, l, I misread for digits among them
    |(?:\d[\doli]{0,9}+|[li]\d[\doli]{0,9}+)(?:\s*/[/\s]{0,4}(?:\d[\doli]{0,9}+|[li]\d[\doli]{0,9}+|o\d)){0,2}(?![a-z]*\d)
    | \d+)
    | (?P<mark>[-,;:()./&+])
    """,
    re.VERBOSE,
)
_NONE: tuple[int, ...] = ()
_DIGITS = str.maketrans("oli", "011")
# No time needs more digits; Python refuses numbers of thousands of them.
_LONGEST = 12
# A run of digits within a number token.
_DIGITS_ONLY = re.compile(r"\d+")
_ABBREVIATED = {"t": "month", "q": "quarter"}


def folded(text: str) -> str:
    """The text in lower-case ASCII, each character at its own place, so that offsets stay true."""
    return text.translate(_FOLDING)


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a text in form C, with a few END tokens behind them so that looking ahead is always safe."""
    plain = folded(text)
    tokens: list[Token] = []
    last, line, number = 0, True, False
    for match in _LEXER.finditer(plain):
        start, end = match.span()
        kind = match.lastgroup
        shown = match.group()
        # White space is skipped by the lexer; a line break in it opens a line, and is no gap.
        if start > last:
            broken = plain.rfind("\n", last, start)
            if broken >= 0:
                line, last = True, broken + 1
        if kind == WORD:
            _add_run(tokens, (start, shown, text), (start > last, line), counted=number)
        elif kind == NUMBER:
            plainly = shown.isdecimal()
            digits = (shown,) if plainly else _DIGITS_ONLY.findall(shown.translate(_DIGITS))
            numbers = tuple(int(run[:_LONGEST]) for run in digits)
            if len(numbers) == 3 and is_year(numbers[0]):  # 2026-06-30
                numbers = numbers[::-1]
            if tokens and tokens[-1].word == "t":
                _as_month(tokens, numbers[0])
            tokens.append(token((NUMBER, start, end, shown, numbers, start > last, line)))
        else:
            shown_kind = _mark(shown, line) if kind == "mark" else CITATION
            tokens.append(token((shown_kind, start, end, shown, _NONE, start > last, line)))
        last, line, number = end, False, kind == NUMBER
    closing = token((END, len(plain), len(plain), "", _NONE, False, False))
    return (*(_without_dots(tokens) if "." in plain else tokens), *[closing] * ENDS)


def _add_run(tokens: list[Token], run: tuple[int, str, str], opening: tuple[bool, bool], *, counted: bool) -> None:
    """Add the tokens of a run of words at their places in the text."""
    base, words, text = run
    accents = "qu" in words or (("tu" in words or "sau" in words) and "thang" in words)
    written = text[base : base + len(words)].lower() if accents else ""
    first = len(tokens)
    for kind, start, end, word, numbers, gap, line in cut_run(words, written, counted=counted):
        tokens.append(token((kind, base + start, base + end, word, numbers, gap, line)))
    tokens[first] = token((*tokens[first][:5], *opening))


def _mark(shown: str, line: bool) -> str:
    """A plus or "&" between words joins them; a plus at the head of a line is a bullet."""
    return "and" if shown in "&+" and not line else "-" if shown == "+" else shown


def _as_month(tokens: list[Token], number: int) -> None:
    """ "T6": a month by the letter that stands last."""
    if number <= 12:
        tokens[-1] = tokens[-1]._replace(kind="month")


def _without_dots(tokens: list[Token]) -> list[Token]:
    """ "T. 6", "Q. II": the full stop of an abbreviated unit is no mark of its own."""
    for at in range(len(tokens) - 3, -1, -1):
        unit, dot = tokens[at], tokens[at + 1]
        if dot.kind == "." and unit.word in _ABBREVIATED and unit.kind in (WORD, "quarter", "month"):
            tokens[at : at + 2] = [unit._replace(kind=_ABBREVIATED[unit.word], end=dot.end, word=unit.word + " .")]
    return tokens
