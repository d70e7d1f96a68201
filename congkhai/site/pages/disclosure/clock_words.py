"""Clocks of disclosure in words."""

from __future__ import annotations

import datetime

from congkhai.foundation.labels import Labels
from congkhai.knowledge.disclosure.clock import Clock, ClockResult, Verdict
from congkhai.knowledge.disclosure.on_time import Records
from congkhai.site.pages.page import Context


def verdict_words(labels: Labels, result: ClockResult) -> str:
    """Met, late by how many (working) days, still running, or not known and what is missing."""
    if result.verdict is Verdict.LATE and result.clock is Clock.SHOWN:
        return labels("clock.late.shown", n=result.late)
    if result.verdict is Verdict.LATE:
        return labels(f"clock.late.{result.unit}", n=result.late)
    if result.verdict is Verdict.UNKNOWN:
        return labels("clock.unknown", missing=labels(f"clock.missing.{result.missing}"))
    return labels(f"clock.{result.verdict}")


def clock_words(labels: Labels, result: ClockResult) -> tuple[str, ...]:
    """A clock as a row: what, of which record, limit, done, verdict, article."""
    return (
        labels(f"clock.{result.clock}"),
        result.subject,
        _day(result.limit),
        _day(result.done),
        verdict_words(labels, result),
        labels(f"clock.article.{result.clock}"),
    )


def _day(day: datetime.date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "–"


def records_of(context: Context) -> Records:
    """What the clocks of a site are read from."""
    return Records(context.library, context.citations, context.workdays, context.today)
