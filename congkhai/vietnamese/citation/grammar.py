"""The grammar of document numbers: "61/2018/NĐ-CP", "2540/QĐ-UBND", "12-NQ/TU", "104/2016/QH13", "5614/BNV-VTLLNN"."""

from __future__ import annotations

import re

from msgspec import Struct

from congkhai.vietnamese.citation.skeleton import Skeleton
from congkhai.vietnamese.citation.symbols import (
    JOINT_TYPES,
    PARTY_OFFICES,
    assembly_symbol,
    digits,
    is_known_office,
    is_listed_office,
    office_symbol,
    split_glued,
    type_of_symbol,
    type_symbol,
)

# Ordinal ("61", "66.7", "30a", digits may be misread letters), a slash (Party: a hyphen), perhaps a year and a slash.
HEAD = re.compile(
    r"(?<![\d/])(?<!\d-)(?P<ordinal>\d[\dOoIl]{0,5}(?:\.\d{1,3}|\.?[A-Za-z])?) ?\.? ?(?P<mark>[/-])/? ?\.? ?"
    r"(?:(?P<year>(?:1[89]|2[0Oo])[\dOoIl]{2})(?![\dOoIl])(?P<slash> ?//? ?\.? ?)?)?"
)
# A whole word of letters and digits that begins with a letter: one part of a symbol.
_TOKEN = re.compile(r"[^\W\d_][^\W_]{0,11}(?![^\W_])")
# Capitals with the next word glued to them by a scraper: "BCAngày", then "CPThông tư", "QH15sửa đổi".
_GLUED_LOWER = re.compile(r"[A-ZĐƯ]{2,11}(?=[a-zà-ỹđ]{2})")
_GLUED = re.compile(r"(?:TTg|[A-ZĐƯ]{2,11}?\d{0,2})(?=[A-ZÀ-ỸĐ]?[a-zà-ỹđ]{2})")
# Between type and office stands anything that a hurried hand puts there, or a lost hyphen between capitals.
_FIRST_JOINT = re.compile(r" ?[-_./] ?|(?<=[A-ZĐ]) (?=[A-ZĐ]{2})")
# Between offices stands a hyphen, slash, dot or "&"; spaces around it only where several ministries sign together.
_NEXT_JOINT = re.compile(r"[-/.&]")
_LOOSE_JOINT = re.compile(r" ?[-/] ?|&")
# Old or short numbers that end in one office ("Nghị định 27/CP") need one of these types before them.
_ONE_OFFICE = {"nghi-dinh": {"CP"}, "quyet-dinh": {"TTg", "HĐBT"}, "chi-thi": {"TTg", "HĐBT"}, "cong-van": {"UBND"}}


class Number(Struct, frozen=True):
    """A document number in normal form: "61/2018/NĐ-CP" is ordinal 61, year 2018, symbol NĐ-CP, type nghi-dinh.

    Year, symbol and type are "" where the number as written does not have them.
    """

    text: str
    ordinal: str
    year: str
    symbol: str
    type: str


class Symbol(Struct, frozen=True):
    """The last part of a number and where it ends: parts and the joints before all but the first."""

    parts: tuple[str, ...]
    joints: tuple[str, ...]
    type: str
    end: int


def number_at(bones: Skeleton, head: re.Match[str], lead: str) -> tuple[Number, int] | None:
    """Read the number that begins with a match of `HEAD`: (number, end in the skeleton), or None.

    `lead` is the type named before it, "so" after a bare "số", "" where nothing stands before it.
    """
    ordinal, year = digits(head["ordinal"]), digits(head["year"] or "")
    by_party = head["mark"] == "-"
    if (year and (by_party or not head["slash"])) or (symbol := _symbol_at(bones.text, head.end())) is None:
        return None
    if not _is_plausible(symbol, lead, dated=bool(year), by_party=by_party):
        return None
    by_party = by_party and symbol.parts[1] in PARTY_OFFICES
    name = _symbol_text(symbol, by_party=by_party)
    if name == "NĐ":  # only the Government issues decrees
        name = "NĐ-CP"
    text = f"{ordinal}-{name}" if by_party else "/".join(filter(None, (ordinal, year, name)))
    return Number(text, ordinal, year, name, symbol.type), symbol.end


def year_number(head: re.Match[str], lead: str) -> tuple[Number, int]:
    """The number without a symbol ("Nghị định 61/2018"); only decrees have but one possible symbol."""
    ordinal, year = digits(head["ordinal"]), digits(head["year"])
    symbol = "NĐ-CP" if lead == "nghi-dinh" else ""
    return Number("/".join(filter(None, (ordinal, year, symbol))), ordinal, year, symbol, lead), head.end("year")


def _is_plausible(symbol: Symbol, lead: str, *, dated: bool, by_party: bool) -> bool:
    first, several = symbol.parts[0], len(symbol.parts) > 1
    if by_party:
        return several and bool(type_symbol(first)) and (bool(lead) or symbol.parts[1] in PARTY_OFFICES)
    if assembly_symbol(first):
        return dated or bool(lead)
    if type_symbol(first) == first:
        return several or dated or lead not in {"", "so"}
    if several:
        return bool(lead) or dated or is_known_office(first)
    return first in _ONE_OFFICE.get(lead, ())


def _symbol_text(symbol: Symbol, *, by_party: bool) -> str:
    parts = symbol.parts[0]
    for place, (joint, part) in enumerate(zip(symbol.joints, symbol.parts[1:], strict=True)):
        if not place and symbol.type:
            joint = "/" if by_party or (joint == "/" and symbol.parts[0] in JOINT_TYPES) else "-"
        parts += joint + part
    return parts


def _symbol_at(text: str, start: int) -> Symbol | None:
    for pattern in (_TOKEN, _GLUED):
        found = pattern.match(text, start)
        if found and (symbol := assembly_symbol(found.group())):
            return Symbol((symbol,), (), "", found.end())
    if (found := _TOKEN.match(text, start)) is None:
        return None
    token, end = found.group(), found.end()
    if glued := split_glued(token):
        parts, joints = list(glued), ["-"]
    elif first := type_symbol(token) or office_symbol(token):
        parts, joints = [first], []
    else:
        return None
    while len(parts) < 8 and (step := _next_part(text, end, parts, any_case=token.islower())):
        joint, part, end = step
        joints.append(joint)
        parts.append(part)
    return Symbol(tuple(parts), tuple(joints), type_of_symbol(parts[0]), end)


def _next_part(text: str, start: int, parts: list[str], *, any_case: bool) -> tuple[str, str, int] | None:
    begins = len(parts) == 1 and bool(type_of_symbol(parts[0]))
    pattern = _FIRST_JOINT if begins else _LOOSE_JOINT if parts[0] in JOINT_TYPES else _NEXT_JOINT
    joint = pattern.match(text, start)
    if joint is None:
        return None
    glued = _GLUED_LOWER.match(text, joint.end())
    if glued and is_listed_office(glued.group()):
        return joint.group().strip(), glued.group(), glued.end()
    for pattern in (_TOKEN, _GLUED):
        found = pattern.match(text, joint.end())
        if found and (office := office_symbol(found.group(), any_case=any_case)):
            return joint.group().strip(), office, found.end()
    return None
