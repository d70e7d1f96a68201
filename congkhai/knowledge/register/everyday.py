"""The everyday names of procedures of the national register: what people call them who do not know their names.

The table (`everyday.tsv`) was written for search, a line a procedure: its code, then names parted by "|". They are our
own words for what the official name and text say, no facts of the record, and are shown nowhere. An editor who knows
better names writes them into the procedure's own `keywords`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from congkhai.vietnamese.quantity import base_code

TABLE = Path(__file__).with_name("everyday.tsv")


def everyday_names(code: str) -> tuple[str, ...]:
    """The everyday names of a procedure, the likeliest first; none for a code that the table lacks."""
    return _named().get(base_code(code), ())


@cache
def _named() -> Mapping[str, tuple[str, ...]]:
    lines = TABLE.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {code: tuple(names.split("|")) for code, names in rows}
