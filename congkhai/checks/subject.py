"""What checks look at: the records and what was understood from them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from congkhai.foundation.problem import Place, Problem
from congkhai.foundation.text import near_misses
from congkhai.knowledge.derived import Derived
from congkhai.knowledge.documents.annotation import Citations
from congkhai.knowledge.library import Library
from congkhai.records.site_config import SiteConfig

if TYPE_CHECKING:
    from congkhai.knowledge.plans.assignments import Assignments
    from congkhai.knowledge.plans.deadlines import RowTime


class Subject(Struct, frozen=True):
    """All that a check may look at."""

    library: Library
    config: SiteConfig
    today: datetime.date
    derived: Derived
    _near: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

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

    def near(self, kind: str, name: str) -> tuple[str, ...]:
        """The ids of a kind (plans, procedures …), or numbers of documents, that may have been meant."""
        known = tuple(self._named(kind))
        found = self._near.get((kind, name))
        if found is None:
            found = self._near[kind, name] = near_misses(name, known)
        return found

    def _named(self, kind: str) -> Iterable[str]:
        if kind == "agencies":
            return (agency.id for agency in self.library.agencies())
        return self.derived.documents_numbered if kind == "documents" else getattr(self.library, kind)


def problem(code: str, place: Place, *, suggestions: tuple[str, ...] = (), **values: object) -> Problem:
    """A problem of a check; `values` fill its sentence."""
    return Problem(code, place, tuple((name, str(value)) for name, value in values.items()), suggestions)
