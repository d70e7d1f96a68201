"""Which procedures are of the whole country though their record names the office of one place: for an example."""

from __future__ import annotations

import re

# Decisions of a province: of its committee, of its centre of public services, of a department ("TTr-SNNMT").
_OF_PROVINCE = re.compile(r"UBND|TTPVHCC|(?<![A-ZĐ])S[A-ZĐ]{2}")


def is_announced_for_all(decision: str) -> bool:
    """Whether the decision that announced a procedure is known and of no province: then it is of every place."""
    return bool(decision) and not _OF_PROVINCE.search(decision)
