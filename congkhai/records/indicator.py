"""The indicators of serving people and businesses (Bộ chỉ số, Decision 766/QĐ-TTg), by agency and period."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from congkhai.foundation.problem import Problems
from congkhai.records.model.fields import cell, identifier, line, list_of
from congkhai.records.model.record import Record, Shape, key, record, shaped
from congkhai.records.model.record_file import Kept, RecordFile
from congkhai.records.plan import Source
from congkhai.source.yaml_source import Node


class IndicatorGroup(StrEnum):
    """The five groups of indicators."""

    TRANSPARENCY = "transparency"
    PROGRESS = "progress"
    ONLINE = "online"
    DIGITISATION = "digitisation"
    SATISFACTION = "satisfaction"


class Indicator(NamedTuple):
    """An indicator of the set: its number, group and most points."""

    number: str
    group: IndicatorGroup
    points: int


_POINTS = {
    IndicatorGroup.TRANSPARENCY: (("01", 6), ("02", 4), ("03", 2), ("04", 6)),
    IndicatorGroup.PROGRESS: (("05", 20),),
    IndicatorGroup.ONLINE: (("06", 2), ("07", 4), ("08", 6), ("09", 2), ("10", 2), ("11", 6)),
    IndicatorGroup.DIGITISATION: (("12", 6), ("13", 4), ("14", 2), ("15", 2), ("16", 4), ("17", 2), ("18", 2)),
    IndicatorGroup.SATISFACTION: (("19", 6), ("20", 6), ("21", 6)),
}
# The 21 indicators in their order: 100 points in all.
INDICATORS: tuple[Indicator, ...] = tuple(
    Indicator(number, group, points) for group, rows in _POINTS.items() for number, points in rows
)

# A number from 0 to 100 with at most two decimals, comma or dot: "5,25", "18". Forms and schemas know this alone.
_POINTS_TEXT = re.compile(r"(?:100(?:[.,]00?)?|\d{1,2}(?:[.,]\d{1,2})?)\Z")


@shaped(Shape("points", pattern=_POINTS_TEXT.pattern))
def points(node: Node, problems: Problems) -> Decimal | None:
    """A number of points from 0 to 100."""
    text = line(node, problems)
    if text is None:
        return None
    if not _POINTS_TEXT.match(text):
        problems.add("indicator-bad-points", node.place, text=text)
        return None
    return Decimal(text.replace(",", "."))


class IndicatorScore(Record, frozen=True, kw_only=True):
    """The points that an agency has in one indicator."""

    indicator: str = key(line, required=True, default="")
    points: Decimal | None = key(points, required=True)
    note: str = key(cell, default="")


class IndicatorReport(Record, frozen=True, kw_only=True):
    """The points of an agency in a period: a year ("2026"), a quarter ("2026-q1") or a month ("2026-01")."""

    id: str = key(identifier, required=True, default="")
    period: str = key(identifier, required=True, default="")
    agency: str = key(identifier, required=True, default="", refers_to="agency")
    scores: tuple[IndicatorScore, ...] = key(list_of(record(IndicatorScore)), required=True, default=())
    source: Source | None = key(record(Source))
    note: str = key(cell, default="")


class Rank(StrEnum):
    """What a sum of points is called (Decision 766/QĐ-TTg)."""

    EXCELLENT = "excellent"
    GOOD = "good"
    FAIR = "fair"
    AVERAGE = "average"
    WEAK = "weak"
    NONE = "none"


def rank_of(total: Decimal | None) -> Rank:
    """The rank of a sum of points out of 100: from 90, 80, 70, 50, below; none where nothing is known."""
    if total is None:
        return Rank.NONE
    limits = ((90, Rank.EXCELLENT), (80, Rank.GOOD), (70, Rank.FAIR), (50, Rank.AVERAGE))
    return next((rank for limit, rank in limits if total >= limit), Rank.WEAK)


FILES = RecordFile(
    "indicator",
    "content/indicators/*.yaml",
    IndicatorReport,
    "id",
    keeps=(Kept("indicators"),),
    menu=9,
    summary="{{period}} – {{agency}}",
)
