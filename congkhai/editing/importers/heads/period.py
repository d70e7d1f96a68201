"""The years a plan speaks of: its own year, and the last one of a plan of several years."""

from __future__ import annotations

import re

# A document that a title names, with its date: its year is not the plan's.
_CITED = re.compile(
    r"\bsố\s+\S*\d\S*/\S+(?:\s+ngày\s+\d{1,2}[/\s.-](?:tháng\s*)?\d{1,2}[/\s.-](?:năm\s*)?\d{4})?|"
    r"\bngày\s+\d{1,2}[/\s.-](?:tháng\s*)?\d{1,2}[/\s.-](?:năm\s*)?\d{4}|\S*\d+/\d{4}/\S+",
    re.IGNORECASE,
)
# What a plan only looks towards.
_OUTLOOK = re.compile(r"(?:định hướng|tầm nhìn|hướng (?:tới|đến))\s*(?:đến)?\s*(?:năm)?\s*(?:19|20)\d\d", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:giai đoạn|từ năm|các năm|năm học|nhiệm kỳ|năm|thời kỳ)\s*(20\d\d)\s*"
    r"(?:[-–—]|,|và|đến(?:\s+hết)?(?:\s+năm)?)\s*(20\d\d)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\bđến\s+(?:hết\s+)?(?:năm\s+)?(20\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!đến )(?<!hết )\bnăm\s+(20\d\d)\b", re.IGNORECASE)


def read_period(title: str, signed: str) -> tuple[str, str]:
    """The year of a plan and the last it speaks of ("" where it is the same), from its title and day of signing.

    The year of signing is the plan's, unless the title names it or the next; a period begins no earlier.
    """
    plain = _OUTLOOK.sub(" ", _CITED.sub(" ", title))
    made = signed[:4]
    span = _RANGE.search(plain)
    if span:
        first, last = span.groups()
        year = made if made and first < made <= last else first
        return year, last if last > year else ""
    until = max((match[1] for match in _UNTIL.finditer(plain)), default="")
    year = _named_year([match[1] for match in _YEAR.finditer(plain)], made) or made
    return year, until if until > (year or until) else ""


def _named_year(named: list[str], made: str) -> str:
    """The year that a title names: the one of signing or later; an earlier one belongs to what the plan carries out."""
    if not made:
        return named[0] if named else ""
    return min((year for year in named if year >= made), default="")
