"""When reports on the control of procedures are due, level by level (Circular 01/2020/TT-VPCP Art. 10)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from congkhai.knowledge.plans.time_frames import TimeFrame
from congkhai.records.agency import Agency, AgencyGroup, Level
from congkhai.vietnamese.workdays import Calendar, LastDay

# Which document orders the reports, by its number.
ORDERED_BY = "01/2020/TT-VPCP"
# The day of the period's last month by which each level has sent its report to the next one.
DAYS = (("commune", 17), ("department", 19), ("province", 22), ("government_office", 25))
# Periods by their last month: quarters I to III, and the year. The fourth quarter is part of the year.
PERIODS = (("1", 3), ("2", 6), ("3", 9), ("year", 12))
# Figures run from the 15th of a month to the 14th of the period's last (Decree 09/2019/NĐ-CP Art. 12).
_FIRST, _LAST = 15, 14


# Who owes the report of a level, by how an agency's name begins.
_OWING = {
    Level.COMMUNE: (("commune", ("UBND ", "Ủy ban nhân dân ")),),
    Level.PROVINCE: (("department", ("Sở ",)), ("province", ("UBND tỉnh", "UBND thành phố", "Ủy ban nhân dân tỉnh"))),
}


# How the name of a group ends that says the level of its members, where its record does not.
_OF_COMMUNES = " cấp xã"


def level_of_office(actor: Agency | AgencyGroup) -> str:
    """The level at which an agency, or all of a group, owe reports on the control of procedures; "" for none."""
    of_communes = isinstance(actor, AgencyGroup) and actor.name.endswith(_OF_COMMUNES)
    known = actor.level or (Level.COMMUNE if of_communes else None)
    owing = _OWING.get(known, ()) if known else ()
    return next((level for level, names in owing if actor.name.startswith(names)), "")


class ReportDue(Struct, frozen=True):
    """A report that one level owes: its period ("1" to "3" or "year"), what its figures cover, and its last day.

    `day` is that of the law, and told first wherever the report is told; `counted` is the working day that ends the
    time where `day` is a day off (Civil Code 2015 Art. 148.5), and told beside it: until then the report is to come.
    """

    year: int
    period: str
    level: str
    since: datetime.date
    until: datetime.date
    day: datetime.date
    counted: LastDay


def reports_of(year: int, workdays: Calendar) -> Iterator[ReportDue]:
    """All reports of a year, period by period, from the lowest level up."""
    for period, month in PERIODS:
        until = datetime.date(year, month, _LAST)
        months = 12 if period == "year" else 3
        since = datetime.date(year - (month <= months), (month - months - 1) % 12 + 1, _FIRST)
        for level, number in DAYS:
            day = datetime.date(year, month, number)
            yield ReportDue(year, period, level, since, until, day, workdays.last_day(day))


def reports_around(today: datetime.date, workdays: Calendar) -> Iterator[ReportDue]:
    """The reports of this year and the next, which every page, calendar and feed tells, the earliest first."""
    year = TimeFrame.quarter_of(today).year
    for one in (year, year + 1):
        yield from _known(one, workdays)


@lru_cache(maxsize=8)
def _known(year: int, workdays: Calendar) -> tuple[ReportDue, ...]:
    return tuple(reports_of(year, workdays))
