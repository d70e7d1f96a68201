"""The clocks of disclosure as data."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from congkhai.foundation.labels import Labels
from congkhai.knowledge import urls
from congkhai.knowledge.disclosure.clock import ClockResult


def clock_twin(labels: Labels, results: Iterable[ClockResult]) -> dict[str, Any]:
    """Every clock with its dates, verdict and article."""
    return {"kind": "disclosure", "url": urls.DISCLOSURE, "clocks": [_row(labels, result) for result in results]}


def _row(labels: Labels, result: ClockResult) -> dict[str, Any]:
    found = {
        "clock": result.clock.value,
        "subject": result.subject,
        "agency": result.agency,
        "verdict": result.verdict.value,
        "article": labels(f"clock.article.{result.clock}"),
        "started": _iso(result.started),
        "limit": _iso(result.limit),
        "done": _iso(result.done),
        "late": result.late,
        "unit": result.unit,
        "missing": result.missing,
    }
    return {key: value for key, value in found.items() if value not in ("", None)}


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
