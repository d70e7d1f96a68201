"""Reductions of a fee for the time being: "từ ngày 01/7/2025 đến hết ngày 31/12/2026 … bằng 50% mức thu nêu trên"."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from msgspec import Struct

from congkhai.vietnamese.quantity.written_day import DAY, day_of

# From a day through a day, within one sentence, at so many percent of the fee.
_REDUCED = re.compile(
    rf"từ (?:ngày )?{DAY} đến hết (?:ngày )?{DAY}([^.;\n]*?) bằng (\d{{1,2}}) ?% (?:của )?mức (?:thu|phí|lệ phí)",
    re.IGNORECASE,
)
# Words by which it is for some alone, who must be told apart.
_FOR_SOME = re.compile(r"trực tuy[ếể]n|môi trường điện tử|đối với|trường hợp|nếu", re.IGNORECASE)
# A reduction of a fee in whatever words, and the days about it on which one ends.
_ANY = re.compile(
    r"bằng \d{1,2} ?% (?:của )?(?:mức|(?:lệ )?phí)|giảm \d{1,2} ?%(?= (?:mức|(?:lệ )?phí))|"
    r"(?:phí|mức thu) (?:được )?giảm \d{1,2} ?%",
    re.IGNORECASE,
)
_ENDS = re.compile(rf"đến hết (?:ngày )?{DAY}", re.IGNORECASE)
_ABOUT = 240


class Reduction(Struct, frozen=True):
    """A share of the fee that everybody pays until a day, that day included."""

    percent: int
    until: datetime.date

    def of(self, amount: Decimal) -> Decimal:
        """What is paid of an amount."""
        return amount * self.percent / 100


def reduction_on(text: str, today: datetime.date) -> Reduction | None:
    """The reduction for everybody that the words of a fee state for a day; None where there is none, or several."""
    found = {found for match in _REDUCED.finditer(text) if (found := _read(match, today))}
    return found.pop() if len(found) == 1 else None


def reduces_for_some(text: str, today: datetime.date) -> bool:
    """Whether words name a reduction of a fee that is not over: for who hands in online, for who is poor."""
    for found in _ANY.finditer(text):
        days = [day_of(*one) for one in _ENDS.findall(text[max(0, found.start() - _ABOUT) : found.end() + _ABOUT])]
        if not days or any(day is None or day >= today for day in days):
            return True
    return False


def _read(match: re.Match[str], today: datetime.date) -> Reduction | None:
    *days, words, percent = match.groups()
    if _FOR_SOME.search(words):
        return None
    since, until = day_of(*days[:3]), day_of(*days[3:])
    return Reduction(int(percent), until) if since and until and since <= today <= until else None
