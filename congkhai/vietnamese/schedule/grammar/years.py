"""The year behind a point: written in full, with two digits, or as "năm sau"."""

from __future__ import annotations

from congkhai.vietnamese.schedule.calendar import UNTOLD, is_year
from congkhai.vietnamese.schedule.grammar.source import Source
from congkhai.vietnamese.schedule.tokens import NUMBER, WORD

NEXT_WORDS = frozenset({"sau", "tiep theo", "ke tiep", "toi", "lien ke", "lien sau", "tiep", "sau lien ke", "ke sau"})


def year_behind(src: Source, at: int) -> tuple[int | None, int, int]:
    """The year written behind a month or quarter: (year, years from the plan's, index behind)."""
    tokens, start = src.tokens, at
    bracket = tokens[at].kind == "("
    if tokens[at].kind in ("/", "-", ".", ",", "of", "("):
        at += 1
    separated = at > start
    if tokens[at].kind == "of":
        at += 1
    if tokens[at].kind == "/" and tokens[at - 1].kind != "/":
        at += 1
    spelt = tokens[at].kind == "year"
    at += spelt
    token = tokens[at]
    if token.kind == NUMBER and len(token.numbers) == 1 and _fits_as_year(token.numbers[0], tokens[at - 1].kind):
        if not (spelt or separated or token.gap) or (bracket and tokens[at + 1].kind != ")"):
            return None, 0, start
        if (tokens[start].kind == "," and not spelt) or (
            tokens[at + 1].kind == "-"
            and tokens[at + 2].kind == NUMBER
            and spelt
            and separated
            and is_year(tokens[at + 2].numbers[0])
        ):
            return None, 0, start
        return full_year(token.numbers[0]), 0, at + 1 + bracket
    untold = ordinal_year(src, at - 1) if spelt else 0
    if untold:
        return UNTOLD, 0, at - 1 + untold
    if spelt and not bracket and token.word in NEXT_WORDS | {"nay", "ke hoach"}:
        return None, 0 if token.word in ("nay", "ke hoach") else 1, at + 1
    if (
        spelt
        and token.kind == "before"
        and token.word == "truoc"
        and tokens[at + 1].kind not in ("day", NUMBER, "month", "quarter")
    ):
        planned = tokens[at + 1].kind == "year" and tokens[at + 2].word == "ke hoach"
        return None, -1, at + (3 if planned else 1)
    return None, 0, start


def ordinal_year(src: Source, at: int) -> int:
    """How many tokens of "năm thứ 3 (của kế hoạch)", "năm cuối nhiệm kỳ" stand here, 0 where it is another year."""
    unit, name, count = src.tokens[at : at + 3]
    if unit.kind != "year":
        return 0
    if name.word == "thu" and (count.numbers or count.word in ORDINALS or count.kind in (WORD, "year")):
        return 3
    of_term = count.kind in ("of", "span", "document", "during", "filler", "verb", "khi") or count.word == "tien"
    return 2 if name.kind in ("head", "tail") and (of_term or name.word == "dau tien") else 0


ORDINALS = frozenset({"nhat", "hai", "ba", "tu", "nam", "sau", "bay"})


def _fits_as_year(number: int, mark: str) -> bool:
    return is_year(number) or (mark == "/" and 15 <= number <= 60)


def full_year(number: int) -> int:
    """A year written with two digits in full; other numbers as they are (2024, or an impossible 224)."""
    return 2000 + number if 10 <= number < 70 else number
