"""What checks look at: the records and what was understood from them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from congkhai.annotation import Citations
from congkhai.assignments import Assignments
from congkhai.deadlines import RowTime
from congkhai.library import Library
from congkhai.problem import Place, Problem
from congkhai.site_config import SiteConfig


@dataclass(frozen=True, slots=True)
class Subject:
    """All that a check may look at."""

    library: Library
    config: SiteConfig
    assignments: Assignments
    citations: Citations
    today: datetime.date
    times: Mapping[tuple[str, str], RowTime]


def problem(code: str, place: Place, *, suggestions: tuple[str, ...] = (), **values: object) -> Problem:
    """A problem of a check; `values` fill its sentence."""
    return Problem(code, place, tuple((name, str(value)) for name, value in values.items()), suggestions)
