"""Procedures that only representations abroad handle: no single window takes them, and no calendar here is theirs."""

from __future__ import annotations

import re

_ABROAD = re.compile(r"\W*(?:các )?cơ quan đại diện(?!\w)[^,;]*", re.I)


def is_only_abroad(agency: str, competent_agency: str) -> bool:
    """Whether all who handle and decide, by the names of the national data, are representations abroad."""
    names = [name for name in (agency, competent_agency) if name]
    return bool(names) and all(_ABROAD.fullmatch(name) for name in names)
