"""The five indicators of Decision 766/QĐ-TTg that follow from the portal's own records, with what they are out of."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from congkhai.knowledge.disclosure.clock import Clock, ClockResult, Verdict
from congkhai.knowledge.disclosure.on_time import Records, all_clocks
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.records.indicator import INDICATORS, IndicatorReport
from congkhai.records.procedure import OnlineLevel

POINTS = {indicator.number: indicator.points for indicator in INDICATORS}


class Computed(Struct, frozen=True):
    """An indicator as computed: how many fulfil it, of how many that are known, of how many in all."""

    number: str
    met: int
    known: int
    total: int

    @property
    def points(self) -> Decimal | None:
        """The share of the known that fulfil it times the most points; None where nothing is known."""
        if not self.known:
            return None
        share = Decimal(self.met * POINTS[self.number]) / Decimal(self.known)
        return share.quantize(Decimal("0.01"), ROUND_HALF_UP)


def computed_indicators(records: Records, shown: tuple[ProcedureCard, ...]) -> tuple[Computed, ...]:
    """Indicators 01, 02, 03, 06 and 19 (20 points) of a site whose procedures `shown` are in force.

    What is not known is never counted as fulfilled or missed.
    """
    clocks = tuple(all_clocks(records))
    return (
        _of_clocks("01", Clock.ANNOUNCED, clocks),
        _of_clocks("02", Clock.DATABASE, clocks),
        _of_procedures("03", shown),
        _online(shown),
        _of_clocks("19", Clock.FEEDBACK, clocks),
    )


def total_of(report: IndicatorReport) -> Decimal | None:
    """The points of a report added up; None where it has none."""
    points = [score.points for score in report.scores if score.points is not None]
    return sum(points, Decimal(0)) if points else None


def _of_clocks(number: str, clock: Clock, clocks: Iterable[ClockResult]) -> Computed:
    of_kind = [result for result in clocks if result.clock is clock]
    known = [result for result in of_kind if result.verdict in (Verdict.MET, Verdict.LATE)]
    return Computed(number, sum(result.verdict is Verdict.MET for result in known), len(known), len(of_kind))


def _of_procedures(number: str, shown: tuple[ProcedureCard, ...]) -> Computed:
    return Computed(number, sum(card.is_complete for card in shown), len(shown), len(shown))


def _online(shown: tuple[ProcedureCard, ...]) -> Computed:
    """A procedure has a service online by its stated level, else by the channels of its data, as its page says."""
    known = [card for card in shown if card.online_level or card.takes_online or any(way for way, _ in card.times)]
    met = sum(card.online_level is not OnlineLevel.NONE if card.online_level else card.takes_online for card in known)
    return Computed("06", met, len(known), len(shown))
