"""Administrative units: the provinces and communes since 1 July 2025, found by name, and what became of those before.

The table (`units.tsv.xz`, made by docs/pack_units.py) has 34 provinces, 3,321 communes and where each of the 10,034
communes before went. It is read when it is first asked for.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from congkhai.foundation.text import fold, near_misses, slug, sort_key

_TABLE = Path(__file__).with_name("units.tsv.xz")
# The kinds of units as names and ids begin with them, folded: short forms with the long one they stand for.
_KINDS = {
    **{kind: kind for kind in ("tinh", "thanh pho", "xa", "phuong", "dac khu", "thi tran", "quan", "huyen", "thi xa")},
    "tp": "thanh pho",
    "tp.": "thanh pho",
    "x.": "xa",
    "p.": "phuong",
    "tt.": "thi tran",
}
# A kind at the beginning of a name: a word that a space follows, or a short form with its dot.
_KIND = re.compile("|".join(rf"{re.escape(kind)}(?:(?<=\.)\s*|\s+)(?=\S)" for kind in sorted(_KINDS, reverse=True)))
_Value = TypeVar("_Value")


class Unit(NamedTuple):
    """A province or, with the name of its province, a commune; names are written in full ("Xã An Bình")."""

    code: str
    name: str
    province: str = ""

    @property
    def title(self) -> str:
        """The name, a commune's with that of its province."""
        return f"{self.name}, {_lowered(self.province)}" if self.province else self.name

    @property
    def bare(self) -> str:
        """The name without the kind of unit that it begins with."""
        words = self.name.split(" ")
        return " ".join(words[2 if fold(" ".join(words[:2])) in _KINDS else 1 :])

    @property
    def id(self) -> str:
        """The id of its territory: `vinh-long` of a province, `xa-an-binh` of a commune."""
        return slug(self.name) if self.province else slug(self.bare)


class Moved(NamedTuple):
    """What became of a commune of before July 2025: the unit that took it in, whole or only a part of it."""

    old: str
    district: str
    province: str
    unit: Unit
    whole: bool


def provinces() -> tuple[Unit, ...]:
    """The 34 provinces and cities."""
    return tuple(unit for unit in _table().units.values() if not unit.province)


def communes_of(province: Unit) -> tuple[Unit, ...]:
    """The communes of a province."""
    return tuple(unit for unit in _table().units.values() if unit.province == province.name)


def province_of(commune: Unit) -> Unit:
    """The province that a commune lies in; a province itself."""
    return next((unit for unit in provinces() if unit.name == commune.province), commune)


def units_named(name: str) -> tuple[Unit, ...]:
    """The units that a name may mean, with or without accents, kind, and province after a comma; also an id."""
    own, _, above = name.replace("-", " ").partition(",")
    kind, bare = _parted(own)
    by_name = _table().by_name
    found = [unit for unit in by_name.get(bare, ()) if not kind or _kind_of(unit) == kind]
    if kind:  # or the name itself begins like a kind: "Tĩnh Túc"
        found += by_name.get(fold(own).strip(), ())
    if above.strip():
        province = _parted(above)[1]
        found = [unit for unit in found if unit.province and _parted(unit.province)[1] == province]
    return tuple(found)


def has_kind(name: str) -> bool:
    """Whether a name says what kind of unit it means ("xã An Bình")."""
    return bool(_parted(name.replace("-", " "))[0])


def near_units(name: str, limit: int = 5) -> tuple[Unit, ...]:
    """The units whose names are spelt nearly so: in the province that is named, or else anywhere."""
    own, _, above = name.replace("-", " ").partition(",")
    kind, bare = _parted(own)
    table = _table()
    within = [unit for unit in table.units.values() if above.strip() and _parted(unit.province)[1] == _parted(above)[1]]
    known: dict[str, list[Unit]] = {}
    for unit in within or table.units.values():
        known.setdefault(_parted(unit.name)[1], []).append(unit)
    longer = (spelling for spelling in known if spelling.startswith(f"{bare} ") and " " in bare)
    near = dict.fromkeys((*([bare] if bare in known else []), *longer, *near_misses(bare, known, limit)))
    found = [unit for spelling in near for unit in known[spelling]]
    return tuple(sorted(found, key=lambda unit: _kind_of(unit) != kind)[:limit])


def moved(old: str, district: str = "", province: str = "") -> tuple[Moved, ...]:
    """What became of the communes of that name, in any district and province or in those named (of then or now)."""
    kind, bare = _parted(old)

    def fits(row: Moved) -> bool:
        above = ((district, (row.district,)), (province, (row.province, row.unit.province)))
        names_fit = all(
            not asked or _parted(asked)[1] in (_parted(name)[1] for name in names) for asked, names in above
        )
        return names_fit and (not kind or _parted(row.old)[0] == kind)

    return tuple(row for row in _table().old.get(bare, ()) if fits(row))


def provinces_after(old_province: str) -> tuple[Unit, ...]:
    """The provinces that hold what was a province before July 2025 ("Bến Tre": Vĩnh Long)."""
    bare = _parted(old_province)[1]
    rows = (row for found in _table().old.values() for row in found if _parted(row.province)[1] == bare)
    names = dict.fromkeys(row.unit.province for row in rows)
    return tuple(unit for unit in provinces() if unit.name in names)


class Formed(NamedTuple):
    """A province as it was formed in July 2025: of which provinces, and how many communes of then and of now it has."""

    unit: Unit
    of: tuple[str, ...]
    communes_before: int
    communes: int


def provinces_formed() -> tuple[Formed, ...]:
    """The 34 provinces with those of before that went into each, as the communes of then went.

    A province of before that is called like one of now is spelt as that is ("Khánh Hoà").
    """
    before: dict[str, dict[tuple[str, str], str]] = {}
    of: dict[str, dict[str, None]] = {}
    for row in (row for found in _table().old.values() for row in found):
        before.setdefault(row.unit.province, {})[row.old, row.district] = row.province
        kept = fold(row.province) == fold(row.unit.province)
        of.setdefault(row.unit.province, {})[row.unit.province if kept else row.province] = None
    return tuple(
        Formed(unit, tuple(sorted(of[unit.name], key=sort_key)), len(before[unit.name]), len(communes_of(unit)))
        for unit in provinces()
    )


class _Table(NamedTuple):
    units: dict[str, Unit]
    by_name: dict[str, tuple[Unit, ...]]
    old: dict[str, tuple[Moved, ...]]


@cache
def _table() -> _Table:
    """Read the table: units by code, units and communes of before by their folded names without kind."""
    lines = lzma.decompress(_TABLE.read_bytes()).decode("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    units = {code: Unit(code, name) for mark, code, name, *_ in rows if mark == "P"}
    units |= {row[1]: Unit(row[1], row[2], units[row[3]].name) for row in rows if row[0] == "C"}
    old = (Moved(row[1], row[2], row[3], units[row[4]], not row[5]) for row in rows if row[0] == "O")
    return _Table(
        units, _grouped((unit.name, unit) for unit in units.values()), _grouped((row.old, row) for row in old)
    )


def _grouped(named: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    found: dict[str, list[_Value]] = {}
    for name, value in named:
        found.setdefault(_parted(name)[1], []).append(value)
    return {name: tuple(values) for name, values in found.items()}


@cache
def _parted(name: str) -> tuple[str, str]:
    """A name folded, apart: the kind of unit it begins with, if any, and the rest ("TP. Huế": thanh pho, hue)."""
    folded = fold(name).strip()
    begins = _KIND.match(folded)
    return (_KINDS[begins[0].strip()], folded[begins.end() :]) if begins else ("", folded)


def _kind_of(unit: Unit) -> str:
    return _parted(unit.name)[0]


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]
