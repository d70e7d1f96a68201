"""The names of the national register of procedures, as facts: what a procedure is called, its code and who receives it.

The table (`register.tsv.xz`, made by docs/pack_register.py) has no procedure of one province only and none between
agencies. It is read when it is first asked for.
"""

from __future__ import annotations

import lzma
from functools import cache
from pathlib import Path
from typing import NamedTuple

TABLE = Path(__file__).with_name("register.tsv.xz")
_LEVELS = {"C": "central", "P": "province", "X": "commune"}


class NationalProcedure(NamedTuple):
    """A procedure of the register; `levels` as records have them, `agency` who receives it, "" where it is not told."""

    code: str
    name: str
    sector: str
    levels: tuple[str, ...]
    agency: str


@cache
def national_procedures() -> tuple[NationalProcedure, ...]:
    """All procedures of the register that are not of one province, by sector and code."""
    lines = lzma.decompress(TABLE.read_bytes()).decode("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(
        NationalProcedure(code, name, sector, tuple(_LEVELS[letter] for letter in levels), agency)
        for code, name, sector, levels, agency in rows
    )


def procedure_of_register(code: str) -> NationalProcedure | None:
    """The procedure of the register with a code; None where the table has none."""
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, NationalProcedure]:
    return {procedure.code: procedure for procedure in national_procedures()}
