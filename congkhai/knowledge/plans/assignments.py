"""Who does what: every row's agencies as understood, and every agency's rows, straight or through a group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.dependencies import ALL, OnRead
from congkhai.knowledge.library import CENTRE, Library
from congkhai.knowledge.plans.ditto import is_ditto, meant
from congkhai.knowledge.plans.members import members_of
from congkhai.knowledge.plans.row_mapping import ROWS, ROWS_OF_ACTOR, ROWS_OF_PLAN, RowMapping
from congkhai.records.agency import Actor, Agency, AgencyGroup
from congkhai.records.plan import Plan, Section, Task, tasks_below
from congkhai.vietnamese.responsibility import CellReading, Kind, Lexicon, Name, Role, read_cell

CellReader = Callable[[str, Role], CellReading]


class Part(StrEnum):
    """The part an agency plays in a task."""

    LEAD = "lead"
    COORDINATION = "coordination"
    LEAD_THROUGH_GROUP = "lead_through_group"
    COORDINATION_THROUGH_GROUP = "coordination_through_group"


class Row(Struct, frozen=True):
    """A task with the plan and section it stands in, and its place among all rows of all plans."""

    plan: Plan
    section: Section
    task: Task
    order: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Plan id and task id."""
        return self.plan.id, self.task.id


class RowActors(Struct, frozen=True):
    """The agencies of a row as understood from its two cells, or as an editor reads them."""

    lead: CellReading
    coordination: CellReading
    lead_agencies: tuple[str, ...]
    coordinating_agencies: tuple[str, ...]
    corrected: bool
    members: tuple[str, ...] = ()

    @property
    def everyone(self) -> tuple[str, ...]:
        """All who have a part in the row, members of groups included, each once."""
        return _once((*self.lead_agencies, *self.coordinating_agencies, *self.members))


RowsByPart = Mapping[Part, tuple[Row, ...]]


class Assignments:
    """All rows of all plans with their actors, and the rows of each actor by its part.

    `actors` are by plan id and task id. `on_read` is told of the plan or actor whose rows are asked for, or of all.
    """

    __slots__ = ("_by_actor", "_by_plan", "_on_read", "_rows", "actors")

    def __init__(
        self,
        rows: tuple[Row, ...],
        actors: Mapping[tuple[str, str], RowActors],
        by_plan: Mapping[str, tuple[Row, ...]],
        by_actor: Mapping[str, RowsByPart],
        on_read: OnRead = lambda *_: None,
    ) -> None:
        self._rows, self._by_plan, self._by_actor, self._on_read = rows, by_plan, by_actor, on_read
        self.actors = actors

    def tracked(self, on_read: OnRead) -> Assignments:
        """The same, with every read reported."""
        return Assignments(self._rows, RowMapping(self.actors, on_read), self._by_plan, self._by_actor, on_read)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all plans."""
        self._on_read(ROWS, ALL)
        return self._rows

    @property
    def by_actor(self) -> Mapping[str, RowsByPart]:
        """The rows of all actors by their parts."""
        self._on_read(ROWS, ALL)
        return self._by_actor

    def of_plan(self, plan_id: str) -> tuple[Row, ...]:
        """The rows of a plan in its order."""
        self._on_read(ROWS_OF_PLAN, plan_id)
        return self._by_plan.get(plan_id, ())

    def parts_of(self, actor_id: str) -> RowsByPart:
        """The rows of an actor by its parts."""
        self._on_read(ROWS_OF_ACTOR, actor_id)
        return self._by_actor.get(actor_id, {})

    def parts_in(self, plan_id: str, actor_id: str) -> RowsByPart:
        """The rows of a plan in which an actor has a part, by its parts."""
        self._on_read(ROWS_OF_PLAN, plan_id)
        parts = self._by_actor.get(actor_id, {})
        return {part: tuple(row for row in rows if row.plan.id == plan_id) for part, rows in parts.items()}

    def rows_of(self, actor_id: str, *parts: Part, plan_id: str = "") -> tuple[Row, ...]:
        """The rows of all plans, or of one, in which an actor plays one of the parts, each once, in their order."""
        mine = self.parts_in(plan_id, actor_id) if plan_id else self.parts_of(actor_id)
        rows = {row.order: row for part in parts for row in mine.get(part, ())}
        return tuple(rows[order] for order in sorted(rows))


def assign(library: Library) -> Assignments:
    """Understand the lead and coordination cells of every row; the same words are read once a territory."""
    rows = tuple(all_rows(library))
    readers = {plan.territory: cell_reader(library, plan.territory) for plan in library.plans.values()}
    leads, helps = meant(rows, "lead"), meant(rows, "coordination")
    actors = {
        row.key: _with_members(
            _actors_of(row.task, readers[row.plan.territory], leads[row.key], helps[row.key]), library
        )
        for row in rows
    }
    by_plan: dict[str, list[Row]] = {}
    for row in rows:
        by_plan.setdefault(row.plan.id, []).append(row)
    plans = {plan_id: tuple(group) for plan_id, group in by_plan.items()}
    return Assignments(rows, actors, plans, _by_actor(rows, actors, library))


def all_rows(library: Library) -> Iterator[Row]:
    """Every task of every plan with the section it stands in."""
    order = count()
    for plan in library.plans.values():
        for section in plan.sections:
            for task in tasks_below(section.items):
                yield Row(plan, section, task, next(order))


def lexicon_of(library: Library, territory: str) -> Lexicon:
    """The names a plan of a territory may use: its own agencies first, then those above it, then the centre's."""
    layers: dict[str, list[Name]] = {place: [] for place in library.territory_chain(territory)}
    for actor in library.actors.values():
        if actor.territory in layers:
            layers[actor.territory].append(_name(actor))
    return Lexicon.of(*layers.values())


def local_lexicon(library: Library, territory: str) -> Lexicon:
    """The names that someone who misspelt one in a plan of a territory may have meant: no ministry in a commune's."""
    places = [place for place in library.territory_chain(territory) if place != CENTRE] or [CENTRE]
    layers = [[_name(actor) for actor in library.actors.values() if actor.territory == place] for place in places]
    return Lexicon.of(*layers)


def cell_reader(library: Library, territory: str) -> CellReader:
    """A reader of the cells of one territory's plans, which remembers what it has read."""
    lexicon = lexicon_of(library, territory)
    return cache(lambda cell, role: read_cell(cell, lexicon, role=role))


def _name(actor: Actor) -> Name:
    kind: Kind = "collective"
    if isinstance(actor, Agency):
        kind = "agency"
    elif isinstance(actor, AgencyGroup):
        kind = "group"
    return Name(actor.id, kind, (actor.name, *actor.aliases))


def _actors_of(task: Task, read: CellReader, lead_meant: str, coordination_meant: str) -> RowActors:
    """The actors of a row; what its cells mean is another text than theirs where they say "as above"."""
    meant_lead, meant_help = read(lead_meant, "lead"), read(coordination_meant, "coordinating")
    lead = read("", "lead") if is_ditto(task.lead or "") else meant_lead
    coordination = read("", "coordinating") if is_ditto(task.coordination or "") else meant_help
    leading = meant_lead.keys("lead") + meant_help.keys("lead")
    coordinating = meant_lead.keys("coordinating") + meant_help.keys("coordinating")
    reading = task.reading
    if reading and (reading.lead or reading.coordination):
        return RowActors(lead, coordination, reading.lead or leading, reading.coordination or coordinating, True)
    return RowActors(lead, coordination, _once(leading), _once(coordinating), False)


def _with_members(actors: RowActors, library: Library) -> RowActors:
    named = (*actors.lead_agencies, *actors.coordinating_agencies)
    members = _once(member for actor_id in named for member in members_of(actor_id, library))
    return replace(actors, members=members) if members else actors


def _once(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


def _by_actor(
    rows: Iterable[Row], actors: Mapping[tuple[str, str], RowActors], library: Library
) -> dict[str, dict[Part, tuple[Row, ...]]]:
    found: dict[str, dict[Part, list[Row]]] = {}
    for row in rows:
        for actor_id, part in _parts(actors[row.key], library):
            mine = found.setdefault(actor_id, {}).setdefault(part, [])
            if not mine or mine[-1] is not row:
                mine.append(row)
    return {actor: {part: tuple(mine) for part, mine in parts.items()} for actor, parts in found.items()}


def _parts(actors: RowActors, library: Library) -> Iterator[tuple[str, Part]]:
    for actor_id in actors.lead_agencies:
        yield actor_id, Part.LEAD
        yield from ((member, Part.LEAD_THROUGH_GROUP) for member in members_of(actor_id, library))
    for actor_id in actors.coordinating_agencies:
        yield actor_id, Part.COORDINATION
        yield from ((member, Part.COORDINATION_THROUGH_GROUP) for member in members_of(actor_id, library))
