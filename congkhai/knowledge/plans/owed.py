"""Plans that ought to be: tasks that tell several units, or one below, to make a plan, and whose plan is not here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from congkhai.foundation.text import fold
from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.assignments import Assignments, Row
from congkhai.knowledge.plans.members import members_of
from congkhai.records.agency import Agency, AgencyGroup, Level
from congkhai.records.plan import Plan

# The ids of the plans that an agency issued.
IssuedBy = Callable[[str], Iterable[str]]
# A line of a title that tells to make a plan: "Xây dựng kế hoạch …", "Xây dựng và ban hành Kế hoạch …"; who drafts
# one for another ("Tham mưu …") owes none.
_MAKES = re.compile(
    r"[-+• ]*(?:xay dung|ban hanh|lap)(?:,? (?:va )?(?:ban hanh|trien khai|to chuc thuc hien))?(?: cac)? ke hoach\b"
)
_DOWN = tuple(Level)


class OwedPlans(Struct, frozen=True):
    """A task that tells units to make a plan, all those units, and those of which no plan of its years is here."""

    row: Row
    units: tuple[str, ...]
    missing: tuple[str, ...]


def makes_plan(row: Row) -> bool:
    """Whether the work of a task, by its title, is to make a plan."""
    return any(_MAKES.match(" ".join(fold(line).split())) for line in row.task.title.splitlines())


def owed_plans(
    library: Library, assignments: Assignments, rows: Iterable[Row], issued_by: IssuedBy
) -> Iterator[OwedPlans]:
    """The tasks among `rows` for which a plan is missing; a group whose members are not recorded stands for them."""
    for row in filter(makes_plan, rows):
        leading = assignments.actors[row.key].lead_agencies
        units = tuple(dict.fromkeys(unit for actor in leading for unit in _units(library, row.plan, actor)))
        missing = tuple(unit for unit in units if not _has_plan(library, row.plan, issued_by(unit)))
        if missing:
            yield OwedPlans(row, units, missing)


def _units(library: Library, plan: Plan, actor_id: str) -> Iterator[str]:
    """Each unit that owes a plan of its own: all in a group, and an agency of a level below the issuer's."""
    actor = library.actors.get(actor_id)
    if isinstance(actor, AgencyGroup):
        yield from (one for one in members_of(actor_id, library) or (actor_id,) if one != plan.issuer)
    elif isinstance(actor, Agency) and _is_below(actor, library.actors.get(plan.issuer)):
        yield actor_id


def _is_below(agency: Agency, issuer: object) -> bool:
    if not isinstance(issuer, Agency) or not issuer.level or not agency.level:
        return False
    return _DOWN.index(agency.level) > _DOWN.index(issuer.level)


def _has_plan(library: Library, above: Plan, issued: Iterable[str]) -> bool:
    plans = (library.plans[one] for one in issued)
    return any(plan.year <= above.last_year and plan.last_year >= above.year for plan in plans)
