"""What an agency is and does, in the words that several pages share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.records.agency import Actor, Agency, AgencyGroup
from congkhai.site.pages.page import Context, Href

if TYPE_CHECKING:
    from congkhai.knowledge.plans.assignments import Row


def kind_of(actor: Actor) -> str:
    """ "agency", "group" or "collective"."""
    if isinstance(actor, Agency):
        return "agency"
    return "group" if isinstance(actor, AgencyGroup) else "collective"


def state_of(context: Context, actor: Actor) -> str:
    """ "merged" or "ended" where the agency or group no longer exists on the day of the build, else ""."""
    succession = context.derived.succession
    if actor.id not in succession.ended:
        return ""
    return "merged" if isinstance(actor, Agency) and succession.followed_by[actor.id] else "ended"


# The rows of an actor by the names of its lists: leads, leads_in_group, coordinates.
RowsByPart = Mapping[str, tuple["Row", ...]]


def rows_by_part(context: Context, actor_id: str, plan_id: str = "") -> RowsByPart:
    """The rows of an actor in three lists: what it leads, what it leads as one of a group, what it coordinates.

    With `plan_id`, only those of that plan.

    Each row stands in the first list that fits: who leads a task is not also counted as coordinating it.
    """
    from congkhai.knowledge.plans.assignments import Part

    rows_of = context.assignments.rows_of
    seen: set[tuple[str, str]] = set()
    found = {}
    for name, parts in (
        ("leads", (Part.LEAD,)),
        ("leads_in_group", (Part.LEAD_THROUGH_GROUP,)),
        ("coordinates", (Part.COORDINATION, Part.COORDINATION_THROUGH_GROUP)),
    ):
        found[name] = tuple(row for row in rows_of(actor_id, *parts, plan_id=plan_id) if row.key not in seen)
        seen.update(row.key for row in found[name])
    return found


def full_name(context: Context, actor: Actor) -> str:
    """The name of an actor, with its place where others have the same name ("UBND cấp huyện (Tỉnh Sơn La)")."""
    shared = len(context.derived.actors_called[actor.name]) > 1
    return f"{actor.name} ({context.territory_name(actor.territory)})" if shared else actor.name


def level_of(context: Context, agency: Agency) -> str:
    """The level of government of an agency in words, "" where it is not known."""
    return context.labels(f"level.{agency.level}") if agency.level else ""


def actor_links(context: Context, keys: Iterable[str], href: Href, *, marked: bool = False) -> RichText:
    """Actors as links with "; " between them; `marked` says of each that has ended that it has."""
    ended = context.derived.succession.ended if marked else frozenset[str]()
    found: list[Segment] = []
    for key in keys:
        actor = context.library.actors.get(key)
        if actor:
            found += [Segment("text", "; ")] if found else []
            found.append(Segment("link", actor.name, href(urls.agency_url(key))))
            found += [Segment("text", context.labels("actor.ended"))] if key in ended else []
    return tuple(found)
