"""What checks look at: the records and what was understood from them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from congkhai.annotation import Citations
from congkhai.assignments import Assignments
from congkhai.deadlines import RowTime
from congkhai.derived import Derived
from congkhai.library import Library
from congkhai.problem import Place, Problem
from congkhai.site_config import SiteConfig


@dataclass(frozen=True, slots=True)
class Subject:
    """All that a check may look at."""

    library: Library
    config: SiteConfig
    today: datetime.date
    derived: Derived

    @property
    def assignments(self) -> Assignments:
        """Who does what."""
        return self.derived.assignments

    @property
    def times(self) -> Mapping[tuple[str, str], RowTime]:
        """By when, row by row."""
        return self.derived.times

    @property
    def citations(self) -> Citations:
        """Which document a citation means."""
        return self.derived.citations


def problem(code: str, place: Place, *, suggestions: tuple[str, ...] = (), **values: object) -> Problem:
    """A problem of a check; `values` fill its sentence."""
    return Problem(code, place, tuple((name, str(value)) for name, value in values.items()), suggestions)
