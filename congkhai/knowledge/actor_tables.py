"""What the records of agencies and groups say of each other; every read is reported."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from congkhai.foundation.dependencies import TrackedMapping
from congkhai.foundation.grouping import grouped
from congkhai.knowledge.plan_tables import PlanTables
from congkhai.knowledge.plans.general_names import called_so
from congkhai.knowledge.plans.members import all_in
from congkhai.records.agency import AgencyGroup


class ActorTables(PlanTables):
    """Who is called what, who belongs to whom, whose work went where."""

    @cached_property
    def actors_called(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the actors of each name."""
        found = grouped((actor.name, actor.id) for actor in self._library.actors.values())
        return TrackedMapping(found, "actors_called", self._on_read)

    @cached_property
    def called_so(self) -> Mapping[str, tuple[str, ...]]:
        """Return, for each general agency, the agencies of a place that are called so but for their place."""
        return TrackedMapping(called_so(self._library), "called_so", self._on_read)

    @cached_property
    def groups_of(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the groups that each agency is a member of, itself or through a group within."""
        groups = (actor for actor in self._library.actors.values() if isinstance(actor, AgencyGroup))
        found = grouped((member, group.id) for group in groups for member in all_in(group, self._library))
        return TrackedMapping(found, "groups_of", self._on_read)

    @cached_property
    def predecessors(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the agencies whose work each agency took over."""
        found = grouped((one, agency.id) for agency in self._library.agencies() for one in agency.successors)
        return TrackedMapping(found, "predecessors", self._on_read)

    @cached_property
    def parts_of_agency(self) -> Mapping[str, tuple[str, ...]]:
        """Return the ids of the agencies right below each agency."""
        found = grouped((agency.parent, agency.id) for agency in self._library.agencies() if agency.parent)
        return TrackedMapping(found, "parts_of_agency", self._on_read)
