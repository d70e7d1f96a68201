"""All document numbers of a text with the words that belong to them: "Nghị định số" before, date and issuer after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from congkhai.vietnamese.citation.grammar import HEAD, Number, number_at, year_number
from congkhai.vietnamese.citation.skeleton import Skeleton
from congkhai.vietnamese.citation.symbols import NUMBERED_BY_YEAR, TYPE_BY_NAME

_REACH = 70  # characters before a number in which its type is looked for
_LAW_REACH = 160
_NAMES = "|".join(name.replace(" ", " ?") for name in sorted(TYPE_BY_NAME, key=len, reverse=True))
# Who may stand between type and number: "Nghị định của Chính phủ số 61/2018/NĐ-CP".
_ISSUED_BY = r" cua (?:thu tuong )?(?:chinh phu|quoc hoi|(?:chu tich )?(?:ubnd|uy ban nhan dan|hdnd)(?: \w+){0,4})"
# The type, as a word or glued abbreviation ("TT43/2023"), perhaps its issuer, perhaps "số", up to the number itself.
_LEAD = re.compile(
    rf"(?:(?<![^\W_])(?P<type>{_NAMES})(?:[ .:]{{0,2}}$|(?:{_ISSUED_BY})? ?(?=so\b)))?"
    r"(?:(?<![^\W_])(?P<so>so) ?[:.]? ?)?$"
)
# Forms and annexes are numbered like documents: "Mẫu số 01/TB-HT".
_FORM = re.compile(r"(?:mau|phu luc|bieu|bang|phieu)(?: so)? ?[:.]? ?$")
# A law is often named in full before its number: "Luật Hộ tịch số 60/2014/QH13".
_LAW = re.compile(r"(?<![^\W_])(?:Bộ luật|Luật|Pháp lệnh)(?= [^.;:()\d|]{2,150}$)")
_NAME_BY_LETTERS = {name.replace(" ", ""): name for name in reversed(TYPE_BY_NAME)}
# What joins the members of a list of numbers that share one type.
_AND = re.compile(r"(?: ?[,;])?(?: va)? ?(?:so ?:? ?)?")


class Sighting(Struct, frozen=True):
    """A number in a skeleton: the reference begins at `start`, the number itself stands from `first` to `end`."""

    number: Number
    type: str
    start: int
    first: int
    end: int
    complete: bool


def sightings(bones: Skeleton) -> Iterator[Sighting]:
    """All numbers of a text in order, without overlap; every number is looked at once."""
    last: Sighting | None = None  # a list goes on with the type of the number before
    for head in HEAD.finditer(bones.text):
        if last and head.start() < last.end:
            continue
        if found := _sighting(bones, head, last):
            last = found
            yield found


def _sighting(bones: Skeleton, head: re.Match[str], last: Sighting | None) -> Sighting | None:
    first = head.start()
    low = max(first - _REACH, last.end if last else 0)
    before = bones.folded(low, first)
    if _FORM.search(before):
        return None
    lead = _LEAD.search(before)
    kind = TYPE_BY_NAME.get(_spaced(lead["type"] or ""), "") if lead else ""
    says_number = bool(lead and lead["so"])
    if not kind and not _stands_apart(bones.text, head):
        return None
    start = low + lead.start() if lead else first
    if read := number_at(bones, head, kind or ("so" if says_number else "")):
        number, end = read
        if not kind and "QH" in number.symbol:
            kind, start = _named_law(bones, low=max(0, first - _LAW_REACH), start=start)
        complete = "QH" in number.symbol or not number.symbol.isalpha()
        return Sighting(number, number.type or kind or _by_default(number), start, first, end, complete)
    if not kind and last and not last.complete and _AND.fullmatch(bones.folded(last.end, first)):
        kind = last.type
    if _is_year_number(bones.text, head, kind, says_number=says_number):
        number, end = year_number(head, kind)
        return Sighting(number, kind, start, first, end, False)
    return None


def _stands_apart(text: str, head: re.Match[str]) -> bool:
    before = text[head.start() - 1 : head.start()]  # scraped pages glue a full number to the title before it
    return not before.isalnum() or (before.islower() and bool(head["slash"]))


def _is_year_number(text: str, head: re.Match[str], kind: str, *, says_number: bool) -> bool:
    if not head["year"] or head["mark"] != "/" or not (kind in NUMBERED_BY_YEAR or (kind and says_number)):
        return False
    after = text[head.end("year") : head.end("year") + 2]
    return not (after[:1].isalnum() or (after[:1] in {"/", "-"} and after[1:].isdigit()))


def _named_law(bones: Skeleton, *, low: int, start: int) -> tuple[str, int]:
    names = list(_LAW.finditer(bones.text, low, start))
    if not names:
        return "", start
    place = len(names) - 1
    while place and bones.text.endswith("của ", 0, names[place].start()):
        place -= 1
    return ("phap-lenh" if names[place].group() == "Pháp lệnh" else "luat"), names[place].start()


def _by_default(number: Number) -> str:
    return "" if "QH" in number.symbol else "cong-van"


def _spaced(folded: str) -> str:
    return folded if folded in TYPE_BY_NAME else _NAME_BY_LETTERS.get(folded.replace(" ", ""), "")
