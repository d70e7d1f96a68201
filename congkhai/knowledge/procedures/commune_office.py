"""Whether an agency's name tells more of whose work a procedure is than the levels that the national data states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from congkhai.records.procedure import ProcedureLevel

# "Công an cấp Xã", "UBND xã, phường, đặc khu"; no "bảo hiểm xã hội", no "hợp tác xã".
_COMMUNE = re.compile(r"(?<!\w)(?:(?<!hợp tác )xã(?! hội)|phường|thị trấn|đặc khu)(?!\w)", re.I)


def is_commune_office(name: str) -> bool:
    """Whether a name is that of a commune's office."""
    return bool(_COMMUNE.search(name))


def tells_level_better(agency: str, levels: Sequence[str]) -> bool:
    """Whether the name is that of a commune's office and the levels leave it out, or put others beside it alone."""
    parts = [part for part in re.split(r"[,;]", agency) if part.strip()]
    communes = [is_commune_office(part) for part in parts]
    stated = set(levels)
    return any(communes) and (
        ProcedureLevel.COMMUNE not in stated or (all(communes) and stated != {ProcedureLevel.COMMUNE})
    )
