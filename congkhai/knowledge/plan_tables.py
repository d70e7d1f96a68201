"""What follows from the rows of all plans, each table computed when it is first used; every read is reported."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from congkhai.foundation.dependencies import ALL, OnRead, TrackedMapping
from congkhai.foundation.grouping import grouped
from congkhai.knowledge.library import Library
from congkhai.vietnamese.workdays import Calendar

# Reading the rows of plans needs dozens of modules: they are imported when the rows are first used.
if TYPE_CHECKING:
    from congkhai.knowledge.plans.announcing import Announcing
    from congkhai.knowledge.plans.assignments import Assignments, Row
    from congkhai.knowledge.plans.comparison import ActorKind, Comparison
    from congkhai.knowledge.plans.deadlines import DueItem, RowTime
    from congkhai.knowledge.plans.following import Following, Tie
    from congkhai.knowledge.plans.hierarchy import Hierarchy
    from congkhai.knowledge.plans.targets import PlanTarget
    from congkhai.knowledge.plans.wording import Likeness
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
        return self._tracked_assignments

    @property
    def times(self) -> Mapping[tuple[str, str], RowTime]:
        """Return the time of each row by plan id and task id."""
        return self._tracked_times

    @property
    def due(self) -> tuple[DueItem, ...]:
        """Return the due days of all rows in calendar order."""
        self._on_read("rows", ALL)
        return self._due

    def due_of(self, rows: Iterable[Row]) -> tuple[DueItem, ...]:
        """Return the due days of some rows in calendar order; who has the rows has reported them."""
        items = [item for row in rows for item in self._due_by_row.get(row.key, ())]
        return tuple(sorted(items, key=lambda item: (item.day, item.row.order)))

    def like(self, row: Row) -> tuple[Row, ...]:
        """Return the tasks of other plans that are nearly the same as a row, the most alike first."""
        self._on_read("like", " ".join(row.key))
        return self._reported(self._comparison.like(row))

    def alike(self, pair: tuple[str, str]) -> tuple[Likeness, ...]:
        """Return the tasks of two plans that are nearly the same."""
        self._on_read("alike", " ".join(pair))
        found = self._comparison.pairs[pair]
        self._reported(row for one, other, _ in found for row in (one, other))
        return found

    def pairs_of(self, plan_id: str) -> tuple[tuple[tuple[str, str], int], ...]:
        """Return the pairs of plans that a plan is part of, each with how many tasks are nearly the same."""
        self._on_read("pairs_of", plan_id)
        found = self._comparison
        return tuple((pair, len(found.pairs[pair])) for pair in found.pairs_of(plan_id))

    def kinds_in(self, pair: tuple[str, str]) -> tuple[ActorKind, ...]:
        """Return the kinds of agencies that both plans of a pair name."""
        self._on_read("kinds_in", " ".join(pair))
        return self._comparison.kinds_in(pair)

    def kind_called(self, actor_id: str) -> ActorKind | None:
        """Return the kind of an actor, None where no two plans name that kind."""
        self._on_read("kind_of", actor_id)
        actor = self._library.actors.get(actor_id)
        return self._comparison.kind_of(self._library, actor) if actor else None

    def _reported(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        found = tuple(rows)
        for row in found:
            self._on_read("rows_of_plan", row.plan.id)
        return found

    @property
    def comparison(self) -> Comparison:
        """Return what of the plans can be set side by side."""
        self._read_all("rows", "actors")
        return self._comparison

    @property
    def targets(self) -> tuple[PlanTarget, ...]:
        """The targets of the rows of all plans in their order, then those that plans set outside their annex."""
        self._read_all("rows", "plans")
        return self._targets

    @property
    def kinds(self) -> Mapping[TaskKind, tuple[Row, ...]]:
        """The rows of all plans by the kind of work they are."""
        self._on_read("rows", ALL)
        return self._kinds

    def carried(self, row: Row) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """Return the tasks of plans above that a row carries out, and those below that carry it out."""
        self._on_read("carried", " ".join(row.key))
        above, below = self._hierarchy.above.get(row.key, ()), self._hierarchy.below.get(row.key, ())
        return self._reported(above), self._reported(below)

    def carrying(self, plan_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the plans that a plan carries out, and those that carry it out."""
        self._on_read("carrying", plan_id)
        return self._hierarchy.parents.get(plan_id, ()), self._hierarchy.children.get(plan_id, ())

    @property
    def hierarchy(self) -> Hierarchy:
        """Which plans and tasks carry out which."""
        self._on_read("rows", ALL)
        return self._hierarchy

    @cached_property
    def decisions_under(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the announcing decisions that fit each plan by place and year, by plan id."""
        return TrackedMapping(self._announcing.under, "decisions_under", self._on_read)

    @cached_property
    def plans_over(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the plans whose place and years each announcing decision fits, by its id."""
        return TrackedMapping(self._announcing.over, "plans_over", self._on_read)

    @cached_property
    def decisions_proving(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the announcing decisions named as evidence of each task, by "<plan> <task>"."""
        return TrackedMapping(self._announcing.proving, "decisions_proving", self._on_read)

    @cached_property
    def plans_after(self) -> Mapping[str, tuple[tuple[str, Tie], ...]]:
        """Return the plans that replace or follow each plan, by its id, each with what ties the two."""
        return TrackedMapping(self._following.after, "plans_after", self._on_read)

    @cached_property
    def plans_before(self) -> Mapping[str, tuple[tuple[str, Tie], ...]]:
        """Return the plans that each plan replaces or follows, by its id, each with what ties the two."""
        return TrackedMapping(self._following.before, "plans_before", self._on_read)

    @cached_property
    def _assignments(self) -> Assignments:
        from congkhai.knowledge.plans.assignments import assign

        return assign(self._library)

    @cached_property
    def _times(self) -> Mapping[tuple[str, str], RowTime]:
        from congkhai.knowledge.plans.deadlines import read_times

        return read_times(self._assignments.rows, self._library.progress, self._workdays)

    @cached_property
    def _tracked_assignments(self) -> Assignments:
        return self._assignments.tracked(self._on_read)

    @cached_property
    def _tracked_times(self) -> Mapping[tuple[str, str], RowTime]:
        from congkhai.knowledge.plans.row_mapping import RowMapping

        return RowMapping(self._times, self._on_read)

    @cached_property
    def _due_by_row(self) -> Mapping[tuple[str, str], tuple[DueItem, ...]]:
        return grouped((item.row.key, item) for item in self._due)

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
        from congkhai.knowledge.plans.targets import targets_of, targets_of_plan

        of_plans = (one for plan in self._library.plans.values() for one in targets_of_plan(plan))
        return *targets_of(self._assignments.rows, self._times), *of_plans

    @cached_property
    def _kinds(self) -> Mapping[TaskKind, tuple[Row, ...]]:
        from congkhai.knowledge.plans.kinds import rows_by_kind

        return rows_by_kind(self._assignments.rows)

    @cached_property
    def _hierarchy(self) -> Hierarchy:
        from congkhai.knowledge.plans.hierarchy import Hierarchy

        return Hierarchy.of(self._library, self._assignments)

    @cached_property
    def _announcing(self) -> Announcing:
        from congkhai.knowledge.plans.announcing import Announcing

        return Announcing.of(self._library)

    @cached_property
    def _following(self) -> Following:
        from congkhai.knowledge.plans.following import Following

        return Following.of(self._library.plans.values())

    def _read_all(self, *groups: str) -> None:
        for group in groups:
            self._on_read(group, ALL)
