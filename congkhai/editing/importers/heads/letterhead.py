"""Who issued a document and for which territory, as its letterhead says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from congkhai.editing.importers.likeness import in_capitals
from congkhai.foundation.text import fold, slug

CENTRE = "trung-uong"
_STATE = re.compile(r"cong h[ao][oa]? xa hoi|cong hoa|doc lap|dang cong san|[-–_*=.\s]+$")
_STOP = re.compile(r"\s*(?:Số\b|V/v|Kính gửi|Căn cứ|.{0,40}, ngày )")
_COUNCIL = r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|thuong truc hoi dong nhan dan|uy ban mttq viet nam|dang uy)"
_AREA = re.compile(rf"(?:{_COUNCIL}\s+)?(tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\s+(\S.*)")
_CENTRAL = re.compile(
    r"(?:bo |chinh phu|thu tuong|quoc hoi|van phong (?:chinh phu|quoc hoi|trung uong)|tong cuc|"
    r"ngan hang nha nuoc|thanh tra chinh phu|uy ban dan toc|ban chap hanh trung uong|vien han lam|"
    r"toa an nhan dan toi cao|vien kiem sat nhan dan toi cao|bao hiem xa hoi viet nam|kiem toan nha nuoc)"
)
# Symbols of central authorities: TTg, CP, BNV, VPCP, QH15 …
_CENTRAL_SYMBOL = re.compile(r"(?:^|[-/])(?:TTg|CP|VPCP|QH\d*|UBTVQH\d*|TW|B(?!CĐ|CH|QL|TC|TG|DV)[A-ZĐ]{1,5})$")
_TITLE = re.compile(
    r"(?:ke hoach|quyet dinh|chuong trinh|nghi quyet|chi thi|thong bao|ket luan|de an|phu luc|"
    r"cong dien|huong dan|to trinh|bao cao|phuong an|du an|quy che|quy dinh|bang|bieu|danh muc|lich|nhiem vu|"
    r"phan cong)\b"
)
_LONGEST = 14  # paragraphs


class Letterhead(Struct, frozen=True):
    """The issuer's name and place as printed (sentence case), and which paragraphs say so."""

    issuer: str = ""  # the lowest unit: "BAN CHỈ ĐẠO NƯỚC SẠCH"
    place: str = ""  # "Sông Mây"
    central: bool = False
    used: frozenset[int] = frozenset()


def read_letterhead(texts: Sequence[str]) -> Letterhead:
    """Read the lines in capitals above the number: the authority, its superior, their territory."""
    lines = list(_lines(texts))
    units = list(_units([text for _, text in lines]))
    if not units:
        return Letterhead()
    areas = [match for unit in units if (match := _AREA.search(fold(unit))) and match.end() == len(fold(unit))]
    place = ""
    if areas:
        unit = next(unit for unit in reversed(units) if _AREA.search(fold(unit)))
        match = _AREA.search(fold(unit))
        place = _named(unit[match.start(2) :]) if match else ""
    central = not areas and any(_CENTRAL.match(fold(unit)) for unit in units)
    return Letterhead(units[-1], place, central, frozenset(index for index, _ in lines))


def issuer_id(letterhead: Letterhead, symbol: str, area: str) -> str | None:
    """The id of the issuer: as the letterhead names it, else as the symbol of the number does (KH-UBND, KH-VP)."""
    folded = fold(letterhead.issuer)
    office = {"UBND": "ubnd", "VP": "vp-ubnd", "HĐND": "hdnd", "TTg": "thu-tuong"}.get(symbol.rpartition("-")[2], "")
    if re.match(r"(?:uy ban nhan dan|ubnd)\b", folded):
        office = office or "ubnd"
    elif re.match(r"(?:hoi dong nhan dan|hdnd)\b", folded):
        office = "hdnd"
    elif folded and not re.match(r"van phong\b", folded):
        office = slug(_AREA.sub("", folded).strip()) or slug(folded)
    if not office:
        return None
    if area == CENTRE or letterhead.central:
        return office if not office.endswith("ubnd") else None
    if not area:
        return None
    return office if office.endswith(f"-{area}") else f"{office}-{area}"


def is_central(letterhead: Letterhead, symbol: str) -> bool:
    """Whether an authority of the centre issued a document."""
    return letterhead.central or (not letterhead.place and bool(_CENTRAL_SYMBOL.search(symbol)))


def _lines(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    for index, text in enumerate(texts[:_LONGEST]):
        folded = fold(text)
        if _STOP.match(text):
            if index:
                return
            continue
        if _STATE.match(folded):
            continue
        if not in_capitals(text) or len(text) > 120 or _is_title(folded):
            return
        yield index, text


def _is_title(folded: str) -> bool:
    return _TITLE.match(folded) is not None


def _units(lines: Sequence[str]) -> Iterator[str]:
    """The names that lines make: a territory belongs to the council above it, a wrapped name goes on."""
    held = ""
    for line in lines:
        ends_open = re.search(r"(?:nhan|uy ban|hoi dong|va|nhan dan|cua|ban chi dao|so|[,-])$", fold(held))
        area = re.match(r"(?:tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\b", fold(line))
        if held and (ends_open or (area and not _AREA.search(fold(held)))):
            held = f"{held} {line}"
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _named(name: str) -> str:
    """A name of a territory in capitals as it is written in a sentence."""
    return " ".join(word.capitalize() for word in name.strip(" .-–").split()[:5])
