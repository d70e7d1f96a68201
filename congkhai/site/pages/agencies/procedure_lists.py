"""The procedures that an agency handles, and those that are handed in there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.records.agency import Actor, Agency
from congkhai.site.pages.page import Context, Href
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.list_links import sector_and_time


class ProcedureList(Struct, frozen=True):
    """Procedures that an agency handles, or that are handed in there."""

    id: str
    title: str
    why: str
    links: tuple[LinkView, ...]


def counter_words(context: Context, actor: Actor) -> str:
    """What a name common to the country is a counter of: every place has one of its own, at its own address."""
    codes = context.derived.handed_in.get(actor.id, ())
    is_general = isinstance(actor, Agency) and actor.general
    return context.labels("agency.counter", n=len(codes)) if codes and is_general else ""


def procedure_lists(context: Context, actor_id: str, href: Href) -> Iterator[ProcedureList]:
    """The procedures that an agency handles, then those that are handed in there."""
    tables = (("thu-tuc", "procedures", context.derived.handled), ("nop-o-day", "handed_in", context.derived.handed_in))
    for anchor, name, table in tables:
        if codes := table.get(actor_id, ()):
            links = tuple(_procedure_link(context, context.library.cards[code], href) for code in codes)
            yield ProcedureList(anchor, context.labels(f"agency.{name}"), context.labels(f"agency.{name}.why"), links)


def _procedure_link(context: Context, card: ProcedureCard, href: Href) -> LinkView:
    return LinkView(card.name, href(urls.procedure_url(card.code)), " · ".join(sector_and_time(context, card)))
