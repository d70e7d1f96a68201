"""Cuts a cell into tokens: folded words merged into known phrases, numbers, document numbers, marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from congkhai.schedule.lexicon import PHRASES, ROMAN
from congkhai.text import fold, nfc

END = "end"
NUMBER = "number"
CITATION = "citation"
WORD = "word"
ROMAN_NUMBER = "roman"


class Token(NamedTuple):
    """One token: its class, its place in the text, its folded words, the numbers in it, what stands before it."""

    kind: str
    start: int
    end: int
    word: str
    numbers: tuple[int, ...] = ()
    gap: bool = False
    line: bool = False


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
      (?P<word>(?![li]\d)[a-z\x01]+)
      # a document number: 2540/QĐ-UBND, 44/2023/QĐ-UBND, 30c/NQ-CP, 05-CT/TW; never "01/quý" or "2/tháng"
      # or a standard with its year, a telephone number: ISO 9001:2015, QCVN 06:2022/BXD, 0275.3822.2025
    | (?P<citation>0\d\d+(?:\.\d{2,4}){2,}|\d{2,5}:(?:19|20)\d\d(?![\d/-]\d|\d)(?:/[a-z]+)?
    |\d+[a-z]?(?:/(?:19|20)\d\d)?[ ]?[/-][ ]?(?!(?:quy|thang|nam|tuan|lan|ngay|moi|hang)(?![a-z])|t\d)
          (?:(?<=[/-])[a-z]+\d*(?:[/-][a-z]+\d*)+|(?<=[/-])(?:qd|nd|nq|kh|ct|tt|cv|bc|ttr|tb|hd|cp|qh\d*|l|ubnd|tw)(?![a-z0-9])
          |(?<=[/][ ])(?:qd|nd|nq|kh|ct|tt|cv|bc|ttr|tb|hd)[a-z/ -]*?-[ ]?[a-z]+))
      # 15.7.2024, 7.2024, 15-7-2024: other marks than the slash only in front of a whole year
    | (?P<number>(?<!\d\.)(?:\d{1,2}[ ]*\.[ ]*)?\d{1,2}[ ]*\.[ ]*(?:19|20)\d\d(?!\d)
    |\d{1,2}[ ]*-[ ]*\d{1,2}[ ]*-[ ]*(?:19|20)\d\d(?!\d)
      # numbers joined by slashes, letters O, l, I misread for digits among them
    |(?:\d[\doli]*|[li]\d[\doli]*)(?:\s*/\s*(?:\d[\doli]*|[li]\d[\doli]*|o\d)){0,2}(?![a-z]*\d)
    | \d+)
    | (?P<mark>[-,;:()./&+])
    | (?P<line>\n)
    """,
    re.VERBOSE,
)
_NONE: tuple[int, ...] = ()
# Token._make without its check: this runs for every word of every cell.
_token: Callable[[tuple[object, ...]], Token] = partial(tuple.__new__, Token)
_DIGITS = str.maketrans("oli", "011")
# A run of digits within a number token.
_DIGITS_ONLY = re.compile(r"\d+")


def folded(text: str) -> str:
    """The text in lower-case ASCII, each character at its own place, so that offsets stay true."""
    return text.translate(_FOLDING)


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a text in form C, with a few END tokens behind them so that looking ahead is always safe."""
    text = nfc(text)
    plain = folded(text)
    return (*_merge(_pieces(plain), text), *[Token(END, len(plain), len(plain), "")] * 12)


def _pieces(plain: str) -> list[Token]:
    pieces: list[Token] = []
    last, line = 0, True
    for match in _LEXER.finditer(plain):
        start, end = match.span()
        kind, shown = match.lastgroup or WORD, plain[start:end]
        if kind == "line":
            line, last = True, end
            continue
        piece = _token((_mark(shown, line) if kind == "mark" else kind, start, end, shown, _NONE, start > last, line))
        if kind == NUMBER:
            piece = piece._replace(numbers=tuple(map(int, _DIGITS_ONLY.findall(shown.translate(_DIGITS)))))
        if kind == WORD and shown not in PHRASES:
            pieces.extend(_split(piece))
        else:
            pieces.append(piece)
        last, line = end, False
    return pieces


def _mark(shown: str, line: bool) -> str:
    """A plus or "&" between words joins them; a plus at the head of a line is a bullet."""
    return "and" if shown in "&+" and not line else "-" if shown == "+" else shown


def _split(piece: Token) -> tuple[Token, ...]:
    """Words written together without a space ("trướcngày", "quýII") as separate tokens."""
    if "\x01" in piece.word:
        piece = piece._replace(word=piece.word.replace("\x01", ""))
    parts = _split_word(piece.word)
    if not parts:
        return (piece,)
    first, second = parts
    cut = piece.start + len(first)
    head = piece._replace(end=cut, word=first)
    return head, piece._replace(start=cut, word=second, gap=False, line=False)


@lru_cache(maxsize=4096)
def _split_word(word: str) -> tuple[str, str] | None:
    for opening in (
        "thuong",
        "truoc",
        "thang",
        "hang",
        "quy",
        "qui",
        "trong",
        "ngay",
        "nam",
        "cuoi",
        "dau",
        "tung",
        "moi",
        "q",
    ):
        rest = word.removeprefix(opening)
        if rest != word and ((rest.replace("l", "i") in ROMAN and opening in ("quy", "qui", "q")) or rest in _GLUED):
            return opening, rest
    return None


_GLUED = frozenset({"ngay", "thang", "nam", "quy", "qui", "tuan", "xuyen", "khi"})


def _merge(pieces: list[Token], text: str) -> Iterator[Token]:
    """Neighbouring words that make a known phrase as one token of its class."""
    at, count = 0, len(pieces)
    while at < count:
        piece = pieces[at]
        length = 1
        if piece.kind == WORD:
            counted = piece.word == "ngay" and at > 0 and pieces[at - 1].kind == NUMBER
            symbol, length = ("day", 1) if counted else _phrase(pieces, at, count)
            spelt = piece.word in _SPELT and at > 0 and _spelt(pieces, at, text)
            if spelt:
                number, length = spelt
                piece = piece._replace(kind=NUMBER, numbers=(number,), end=pieces[at + length - 1].end)
            elif symbol != WORD or length > 1 or piece.word in _NUMBER_WORDS:
                piece = _as_phrase(pieces, at, length, symbol)
        yield piece
        at += length


def _spelt(pieces: list[Token], at: int, text: str) -> tuple[int, int] | None:
    """A month or quarter by its name ("tháng Tư", "tháng mười hai", "quý ba"): its number and how many words it takes.

    Accents tell "tháng tư" from "tháng từ", "tháng sáu" from "tháng sau"; a noun behind makes it a count.
    """
    piece = pieces[at]
    if pieces[at - 1].word not in ("thang", "quy", "qui"):
        return None
    if piece.word in ("tu", "sau") and text[piece.start : piece.end].casefold() not in ("tư", "sáu"):
        return None
    number, length = _SPELT[piece.word], 1
    unit = _TEENS.get(pieces[at + 1].word, 0) if number == 10 and at + 1 < len(pieces) else 0
    if unit:
        number, length = 10 + unit, 2
    behind = pieces[at + length] if at + length < len(pieces) else None
    ends = behind is None or behind.kind != WORD or behind.word in ("nam", "den", "va", "hoac", "hang", "toi")
    return (number, length) if ends else None


_TEENS = {"mot": 1, "hai": 2}
_SPELT = {
    word: number
    for number, words in enumerate(("mot gieng", "hai", "ba", "tu bon", "", "sau", "bay", "tam", "chin", "muoi"), 1)
    for word in words.split()
} | {"chap": 12}


def _as_phrase(pieces: list[Token], at: int, length: int, symbol: str) -> Token:
    piece, last = pieces[at], pieces[at + length - 1]
    number = _counted_word(pieces, at) if symbol in (WORD, "after") and length == 1 else 0
    if number:
        return piece._replace(kind=NUMBER, numbers=(number,))
    word = piece.word if length == 1 else " ".join([part.word for part in pieces[at : at + length]])
    return _token((symbol, piece.start, last.end, word, _NONE, piece.gap, piece.line))


def _counted_word(pieces: list[Token], at: int) -> int:
    """The number that a word counts: "hai lần", "ba tháng", "sáu tháng đầu năm" ("sau tháng 6" is no number)."""
    word, count = pieces[at].word, len(pieces)
    number = _NUMBER_WORDS.get(word, 0)
    if not number or at + 1 >= count or pieces[at + 1].word not in _COUNTABLE:
        return 0
    if word == "sau":
        half = at + 2 < count and pieces[at + 1].word == "thang" and pieces[at + 2].word in ("dau", "cuoi")
        return number if half else 0
    return number


_NUMBER_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "sau": 6, "chin": 9, "muoi": 10}
_COUNTABLE = frozenset({"lan", "thang", "nam", "quy", "qui", "tuan", "ngay", "cuoc"})


def _phrase(pieces: list[Token], at: int, count: int) -> tuple[str, int]:
    word = pieces[at].word
    openings = PHRASES.get(word)
    following = pieces[at + 1].word if at + 1 < count else ""
    if openings:
        for words, symbol in openings.longer.get(following, ()):
            stop = at + len(words)
            if len(words) == 2 or tuple([piece.word for piece in pieces[at:stop]]) == words:
                return symbol, len(words)
        if openings.alone:
            return openings.alone, 1
    if word.replace("l", "i") in ROMAN:
        return ROMAN_NUMBER, 1
    if word == "t" and following and pieces[at + 1].kind == NUMBER and pieces[at + 1].numbers[0] <= 12:
        return "month", 1
    if word in ("t", "q") and at + 2 < count and following == ".":
        return ("month" if word == "t" else "quarter"), 2
    return ("quarter" if word == "q" else WORD), 1
