"""Reports on the indicators of Decision 766/QĐ-TTg: each indicator exists, once, within its points."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.checks.subject import Subject, problem
from congkhai.foundation.problem import Problem
from congkhai.records.indicator import INDICATORS, IndicatorReport


def check_indicators(_subject: Subject, report: IndicatorReport) -> Iterator[Problem]:
    """A score belongs to one of the 21 indicators and is at most what that indicator can give."""
    most = {indicator.number: indicator.points for indicator in INDICATORS}
    seen: set[str] = set()
    for score in report.scores:
        place = score.place_of("indicator")
        if score.indicator not in most:
            yield problem("indicator-unknown", place, suggestions=tuple(most)[:1], number=score.indicator)
        elif score.indicator in seen:
            yield problem("indicator-twice", place, number=score.indicator)
        elif score.points is not None and score.points > most[score.indicator]:
            yield problem(
                "indicator-too-many", score.place_of("points"), number=score.indicator, most=most[score.indicator]
            )
        seen.add(score.indicator)
