"""The words before a time phrase: whose or what's time it is, or a noun that owns the number behind it."""

from __future__ import annotations

from congkhai.foundation.text import fold
from congkhai.vietnamese.schedule.calendar import is_year
from congkhai.vietnamese.schedule.grammar.source import Clause, Source
from congkhai.vietnamese.schedule.tokens import CITATION, END, NUMBER, Token

_EMPTY = frozenset(
    {
        "filler",
        ":",
        ",",
        "-",
        "and",
        ".",
        "/",
        "of",
        "every",
        "report",
        "or",
        ")",
        "until",
        "within",
        "day",
        ";",
    }
)
_PREFIXES = frozenset({"for", "filler", ":", "-", "/", "and"})
_MARKS = frozenset({"for", ":", "-", "/"})
_NOUNS = frozenset({"document", "report", CITATION, NUMBER, "school", "during", "around", "times"})
# Periods that can be a time by themselves; a bare year behind words mostly belongs to them ("Kế hoạch năm 2024").
_SHORT = frozenset({"day", "month", "quarter", "half", "months"})
# What is counted by period: "số liệu quý II", "chỉ tiêu tháng 6".
_MEASURED = ("so lieu", "chi tieu", "du toan", "ket qua", "kinh phi", "luong", "thu chi", "tieu chi", "trong tam")
_DEEDS = frozenset({"gui", "trinh", "ban hanh", "xay dung", "lap", "tham muu", "cong khai", "cap nhat", "ra soat"})
_ACTORS = {
    "so": "sở",
    "bo": "bộ",
    "vu": "vụ",
    "quan": "quận",
    "vien": "viện",
    "cuc": "cục",
    "tinh": "tỉnh",
    "xa": "xã",
}
# Steps of a work that are due at times of their own.
_STEPS = frozenset(
    {"trien khai", "trien khai thuc hien", "to chuc thuc hien", "so ket", "tong ket", "danh gia", "nghiem thu"}
)
_PURPOSES = {"de": "để", "nham": "nhằm"}
_EDGE = " \t\n,;:.-–—("
_NUMBERED = frozenset({"so", "thu"})


def accepts(src: Source, gap: int, at: int, found: Clause) -> bool:
    """Whether a time phrase stands for itself, or its period belongs to the noun before it ("Kế hoạch năm 2024")."""
    tokens = src.tokens
    if gap == at or found.open or tokens[at - 1].kind == ":" or all(tokens[i].kind in _EMPTY for i in range(gap, at)):
        return True
    if any(tokens[i].kind == "school" for i in range(gap, at)) or _dates_documents(src, gap, at, found):
        return False
    if found.firm or tokens[at - 1].word.startswith("vao"):
        return True
    first = gap
    while tokens[first].kind in _PREFIXES:
        first += 1
    if tokens[first].kind == "actor":
        return not any(tokens[i].kind in _NOUNS for i in range(first, at))
    if found.unit == "year" or _is_noun(src, tokens[at - 1]):
        return False
    return tokens[first].kind == "verb" or (found.unit in _SHORT and _is_deed_alone(src, first, at))


def _dates_documents(src: Source, gap: int, at: int, found: Clause) -> bool:
    """ "Rà soát văn bản ban hành từ 2016 đến 2025": the years are those of the documents."""
    issued = found.unit == "range" and src.tokens[at - 1].word == "ban hanh"
    return issued and any(src.tokens[i].kind == "document" for i in range(gap, at - 1))


def _is_deed_alone(src: Source, first: int, stop: int) -> bool:
    """ "Đăng ký Quý III/2026", "khánh thành tháng 9": what is done, without a noun that could own the period."""
    words = fold(src.words(first, stop))
    owned = any(f"{noun} " in f"{words} " for noun in _MEASURED)
    return not owned and not any(_is_noun(src, token) for token in src.tokens[first:stop])


def _is_noun(src: Source, token: Token) -> bool:
    """Whether the word may own a period; "ký" is a deed, "kỳ" is not."""
    written = src.text[token.start : token.end].casefold()
    return token.kind in _NOUNS and written != "ký"


def label_of(src: Source, gap: int, at: int, *, whole: bool = False) -> tuple[str, bool]:
    """The label in the words before a time phrase, without "đối với" and such, and whether it names an actor."""
    tokens = src.tokens
    colon = whole or (at > gap and tokens[at - 1].kind == ":")
    first, stop = gap, at
    opening = _MARKS if colon else _PREFIXES
    while first < stop and tokens[first].kind in opening:
        first += 1
    if stop == first + 1 and tokens[first].word in ("nhung", "song"):
        return "", False
    while stop > first and tokens[stop - 1].kind in opening | {",", "of", ".", "until"}:
        stop -= 1
    if first >= stop or (not colon and all(tokens[i].kind in _EMPTY for i in range(first, stop))):
        return "", False
    of_actor = _is_actor(src, tokens[first])
    if of_actor:
        stop = next((at for at in range(first + 1, stop) if _is_deed(tokens[at])), stop)
    raw = src.text[tokens[first].start : tokens[stop].start]
    return " ".join(raw.split()).strip(_EDGE), of_actor


def deed_of(src: Source, gap: int, at: int) -> str:
    """What is done at a time beside another ("ban hành …; triển khai trong năm 2025"), where it is all the words."""
    words = [token for token in src.tokens[gap:at] if token.kind != "filler" or token.word in _STEPS]
    return src.words(gap, at) if len(words) == 1 and words[0].word in _STEPS else ""


def _is_actor(src: Source, token: Token) -> bool:
    """Whether the word is an agency's as it is accented: "Sở" is, "Số" is not; without accents both may be."""
    written = src.text[token.start : token.end].casefold()
    return token.kind == "actor" and written in (token.word, _ACTORS.get(token.word, written))


def _is_deed(token: Token) -> bool:
    return token.kind in ("report", "filler") or token.word in _DEEDS


def is_purpose(src: Source, at: int) -> bool:
    """Whether "để", "nhằm" or "phục vụ" stands here, and not "đề" or "đê", as far as the text has accents."""
    token = src.tokens[at]
    if token.word == "phuc":
        return src.tokens[at + 1].word == "vu"
    return token.word in _PURPOSES and src.text[token.start : token.end].casefold() in (token.word, *_PURPOSES.values())


def is_contingent(src: Source, first: int, stop: int) -> bool:
    """Whether words without a time of their own say "if any": "rà soát, điều chỉnh (nếu có)"."""
    words = fold(src.words(first, stop)).replace("(", " ")
    return any(f" {condition} " in f" {words} " for condition in ("neu", "truong hop"))


def skip_citation(src: Source, at: int) -> int:
    """The index behind a document's number and date ("Quyết định số 766/QĐ-TTg ngày 23/6/2022"), or `at`."""
    tokens, stop = src.tokens, at
    named = tokens[stop].kind == "document"
    stop += named
    if tokens[stop].word in _NUMBERED:
        stop += 1
        named = named or tokens[stop].kind == CITATION
    if tokens[stop].kind == CITATION or (
        named and tokens[stop].kind == NUMBER and tokens[stop - 1].word not in ("thu",)
    ):
        stop += 1
        years = _years_of(src, stop) if tokens[stop - 1].kind == NUMBER else stop
        if years > stop:
            return years
    else:
        return at
    while tokens[stop].kind in ("/", "-") and tokens[stop + 1].kind not in (NUMBER, END):
        stop += 2
    stop += tokens[stop].kind == "," and tokens[stop + 1].kind == "day" and tokens[stop + 2].kind == NUMBER
    if tokens[stop].kind == "day" and tokens[stop + 1].kind == NUMBER:
        return _past_date(src, stop + 1)
    if tokens[stop].kind == "year" and tokens[stop + 1].kind == NUMBER:
        return stop + 2
    return stop


def _years_of(src: Source, at: int) -> int:
    """ "Kế hoạch 5 năm 2026-2030", "Chương trình 2021-2025": behind the years that a document speaks of, else `at`."""
    tokens = src.tokens
    first = at + (tokens[at].kind == "year" and tokens[at + 1].kind == NUMBER) * 2
    if tokens[first].kind not in ("-", "until") or tokens[first + 1].kind != NUMBER:
        return at
    last = tokens[first + 1].numbers
    return first + 2 if len(last) == 1 and is_year(last[0]) else at


def _past_date(src: Source, at: int) -> int:
    tokens, stop = src.tokens, at + 1
    for unit in ("month", "year"):
        if tokens[stop].kind == unit and tokens[stop + 1].kind == NUMBER:
            stop += 2
    return stop
