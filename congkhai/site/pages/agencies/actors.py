"""What an agency is and does, in the words that several pages share."""

from __future__ import annotations

from collections.abc import Iterable
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


def state_of(context: Context, agency: Agency) -> str:
    """ "merged" or "abolished" where the agency no longer exists on the day of the build, else ""."""
    if agency.valid and agency.valid.until and agency.valid.until < context.today:
        return "merged" if agency.successors else "abolished"
    return ""


def rows_through_groups(context: Context, actor_id: str) -> tuple[Row, ...]:
    """The rows in which an agency has a part only as a member of a group."""
    from congkhai.knowledge.plans.assignments import Part

    straight = {row.key for row in context.assignments.rows_of(actor_id, Part.LEAD, Part.COORDINATION)}
    through = context.assignments.rows_of(actor_id, Part.LEAD_THROUGH_GROUP, Part.COORDINATION_THROUGH_GROUP)
    return tuple(row for row in through if row.key not in straight)


def level_of(context: Context, agency: Agency) -> str:
    """The level of government of an agency in words, "" where it is not known."""
    return context.labels(f"level.{agency.level}") if agency.level else ""


def actor_links(context: Context, keys: Iterable[str], href: Href) -> RichText:
    """Actors as links with "; " between them."""
    found: list[Segment] = []
    for key in keys:
        actor = context.library.actors.get(key)
        if actor:
            found += [Segment("text", "; ")] if found else []
            found.append(Segment("link", actor.name, href(urls.agency_url(key))))
    return tuple(found)
