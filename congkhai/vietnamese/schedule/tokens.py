"""Tokens of a cell, and how a run of words is cut into them: known phrases, numerals written out, single words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from congkhai.vietnamese.schedule.lexicon import PHRASES, ROMAN

END = "end"
# So many END tokens stand behind a text, so that looking ahead is always safe.
ENDS = 12
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


# Token._make without its check: this runs for every word of every cell.
token: Callable[[tuple[object, ...]], Token] = partial(tuple.__new__, Token)
# One word of a run; a mark without a letter of its own is part of it.
_WORDS = re.compile(r"[a-z\x01]+")


@lru_cache(maxsize=8192)
def cut_run(run: str, written: str, *, counted: bool) -> tuple[Token, ...]:
    """The tokens of a run of folded words, their places counted from its start.

    `written`: the run with its accents, where they matter ("tháng tư" is no "tháng từ"), else empty;
    `counted`: a number stands before it, so that "ngày" is a unit ("05 ngày sau khi").
    """
    return tuple(_merge(_pieces(run), written, counted))


def _pieces(run: str) -> list[Token]:
    pieces: list[Token] = []
    last, broken = 0, "\n" in run
    for match in _WORDS.finditer(run):
        start, end = match.span()
        word, gap, line = match.group(), start > last, False
        if broken and start:
            between = run[last:start]
            gap, line = bool(between.rpartition("\n")[2]), "\n" in between
        piece = token((WORD, start, end, word, (), gap, line))
        if word in PHRASES:
            pieces.append(piece)
        else:
            pieces.extend(_split(piece))
        last = end
    return pieces


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


def _merge(pieces: list[Token], written: str, counted: bool) -> Iterator[Token]:
    """Neighbouring words that make a known phrase as one token of its class."""
    at, count = 0, len(pieces)
    while at < count:
        piece = pieces[at]
        spelt = _spelt(pieces, at, written) if at and piece.word in _SPELT else None
        if spelt:
            number, length = spelt
            yield piece._replace(kind=NUMBER, numbers=(number,), end=pieces[at + length - 1].end)
        else:
            symbol, length = ("day", 1) if counted and not at and piece.word == "ngay" else _phrase(pieces, at, count)
            if symbol in _QUARTERS:
                symbol, length = _as_quarter(pieces, at, length, written)
            known = symbol != WORD or length > 1 or piece.word in _NUMBER_WORDS
            yield _as_phrase(pieces, at, length, symbol, written) if known else piece
        at += length


_QUARTERS = {"quarter": WORD, "quarters": "every"}
_QUARTER_NAMES = ("quý", "qúy", "quí", "qúi")


def _as_quarter(pieces: list[Token], at: int, length: int, written: str) -> tuple[str, int]:
    """What "quý" or "các quý" is: "quỹ" and "quy" in front of a noun ("quy chế", "các quỹ") are no quarters."""
    last = pieces[at + length - 1]
    symbol = "quarters" if length > 1 else "quarter"
    name = written[last.start : last.end]
    if name in _QUARTER_NAMES or not last.word.startswith("qu"):
        return symbol, length
    behind = pieces[at + length] if at + length < len(pieces) else None
    if name not in ("quy", "qui") or (behind and not _tells_time(behind.word)):
        return _QUARTERS[symbol], length - (length > 1)
    return symbol, length


def _tells_time(word: str) -> bool:
    known = PHRASES.get(word)
    named = known is not None and known.alone not in (None, WORD, "actor", "verb", "document", "report", "times")
    return named or word.replace("l", "i") in ROMAN


def _spelt(pieces: list[Token], at: int, written: str) -> tuple[int, int] | None:
    """A month or quarter by its name ("tháng Tư", "tháng mười hai", "quý ba"): its number and how many words it takes.

    Accents tell "tháng tư" from "tháng từ", "tháng sáu" from "tháng sau"; a noun behind makes it a count.
    """
    piece = pieces[at]
    if pieces[at - 1].word not in ("thang", "quy", "qui"):
        return None
    if piece.word in ("tu", "sau") and written[piece.start : piece.end] not in ("tư", "sáu"):
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


def _as_phrase(pieces: list[Token], at: int, length: int, symbol: str, written: str) -> Token:
    piece, last = pieces[at], pieces[at + length - 1]
    number = _counted_word(pieces, at, written) if symbol in (WORD, "after") and length == 1 else 0
    if number:
        return piece._replace(kind=NUMBER, numbers=(number,))
    word = piece.word if length == 1 else " ".join([part.word for part in pieces[at : at + length]])
    return token((symbol, piece.start, last.end, word, (), piece.gap, piece.line))


def _counted_word(pieces: list[Token], at: int, written: str) -> int:
    """The number that a word counts: "hai lần", "ba tháng", "sáu tháng" ("sau tháng 6" is no number)."""
    word, count = pieces[at].word, len(pieces)
    number = _NUMBER_WORDS.get(word, 0)
    if not number or at + 1 >= count or pieces[at + 1].word not in _COUNTABLE:
        return 0
    if word == "sau" and written[pieces[at].start : pieces[at].end] != "sáu":
        half = at + 2 < count and pieces[at + 1].word == "thang" and pieces[at + 2].word in ("dau", "cuoi")
        return number if half else 0
    return number


_NUMBER_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "sau": 6, "chin": 9, "muoi": 10}
_COUNTABLE = frozenset({"lan", "thang", "nam", "quy", "qui", "tuan", "ngay", "cuoc"})


def _phrase(pieces: list[Token], at: int, count: int) -> tuple[str, int]:
    word = pieces[at].word
    openings = PHRASES.get(word)
    if openings:
        following = pieces[at + 1].word if at + 1 < count else ""
        for words, symbol in openings.longer.get(following, ()):
            stop = at + len(words)
            if len(words) == 2 or tuple([piece.word for piece in pieces[at:stop]]) == words:
                return symbol, len(words)
        if openings.alone:
            return openings.alone, 1
    if word.replace("l", "i") in ROMAN:
        return ROMAN_NUMBER, 1
    return ("quarter" if word == "q" else WORD), 1
