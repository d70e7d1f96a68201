"""What follows from the rows of all plans, each table computed when it is first used; every read is reported."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from congkhai.foundation.dependencies import ALL, OnRead
from congkhai.knowledge.library import Library
from congkhai.vietnamese.workdays import Calendar

# Reading the rows of plans needs dozens of modules: they are imported when the rows are first used.
if TYPE_CHECKING:
    from congkhai.knowledge.plans.assignments import Assignments, Row
    from congkhai.knowledge.plans.comparison import Comparison
    from congkhai.knowledge.plans.deadlines import DueItem, RowTime
    from congkhai.knowledge.plans.targets import PlanTarget
    from congkhai.vietnamese.task_kind import TaskKind


class PlanTables:
    """Who, by when, how much: what the rows of plans say when they are read together."""

    def __init__(
        self,
        library: Library,
        today: datetime.date,
        on_read: OnRead = lambda *_: None,
        workdays: Calendar | None = None,
    ) -> None:
        self._library, self._today, self._on_read = library, today, on_read
        self._workdays = workdays or Calendar()

    @property
    def assignments(self) -> Assignments:
        """Return who leads and who helps with each row of every plan."""
        self._on_read("rows", ALL)
        return self._assignments

    @property
    def times(self) -> Mapping[tuple[str, str], RowTime]:
        """Return the time of each row by plan id and task id."""
        self._on_read("rows", ALL)
        return self._times

    @property
    def due(self) -> tuple[DueItem, ...]:
        """Return the due days of all rows in calendar order."""
        self._on_read("rows", ALL)
        return self._due

    @property
    def comparison(self) -> Comparison:
        """Return what of the plans can be set side by side."""
        self._read_all("rows", "actors")
        return self._comparison

    @property
    def targets(self) -> tuple[PlanTarget, ...]:
        """The targets of all plans in the order of their rows."""
        self._on_read("rows", ALL)
        return self._targets

    @property
    def kinds(self) -> Mapping[TaskKind, tuple[Row, ...]]:
        """The rows of all plans by the kind of work they are."""
        self._on_read("rows", ALL)
        return self._kinds

    @cached_property
    def _assignments(self) -> Assignments:
        from congkhai.knowledge.plans.assignments import assign

        return assign(self._library)

    @cached_property
    def _times(self) -> Mapping[tuple[str, str], RowTime]:
        from congkhai.knowledge.plans.deadlines import read_times

        return read_times(self._assignments.rows, self._library.progress, self._workdays)

    @cached_property
    def _due(self) -> tuple[DueItem, ...]:
        from congkhai.knowledge.plans.deadlines import all_due_items

        return all_due_items(self._assignments.rows, self._times)

    @cached_property
    def _comparison(self) -> Comparison:
        from congkhai.knowledge.plans.comparison import Comparison

        return Comparison.of(self._library, self._assignments)

    @cached_property
    def _targets(self) -> tuple[PlanTarget, ...]:
        from congkhai.knowledge.plans.targets import targets_of

        return targets_of(self._assignments.rows, self._times)

    @cached_property
    def _kinds(self) -> Mapping[TaskKind, tuple[Row, ...]]:
        from congkhai.knowledge.plans.kinds import rows_by_kind

        return rows_by_kind(self._assignments.rows)

    def _read_all(self, *groups: str) -> None:
        for group in groups:
            self._on_read(group, ALL)
