"""Procedures as links of a list, and what the site has no page of in its place among them."""

from __future__ import annotations

from collections.abc import Iterator

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import Segment
from congkhai.knowledge.elsewhere import Matter, called_for
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.procedures.reading import standing_on, state_beside
from congkhai.knowledge.procedures.times import time_answer
from congkhai.site.pages.page import Context, Href, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.headlines import time_headline
from congkhai.site.pages.procedures.report_box import NATIONAL_PORTAL
from congkhai.vietnamese.quantity import base_code

# What fits the screen of a phone beside who handles it.
_LONGEST = 160


def called_for_links(context: Context, names: tuple[str, ...], href: Href) -> Iterator[LinkView]:
    """What an event of life calls for, in the order in which it is needed."""
    for found in called_for(context.library, names, register=context.config.national_register):
        yield matter_link(context, found) if isinstance(found, Matter) else procedure_link(context, found, href)


def procedure_link(context: Context, card: ProcedureCard, href: Href) -> LinkView:
    """A procedure as a link with its code, sector and time, and its state where it is not simply in force."""
    meta = " · ".join((card.code, *sector_and_time(context, card)))
    standing = standing_on(card, context.derived.decisions.get(base_code(card.code), ()), context.today)
    state = state_beside(standing)
    return LinkView(shortened(card.name, 220), href(urls.procedure_url(card.code)), meta, state=state)


def sector_and_time(context: Context, card: ProcedureCard) -> Iterator[str]:
    """The name of a procedure's sector and how long it takes, as far as they are known."""
    if sector := context.library.sectors.get(card.sector):
        yield sector.name
    if time := card.time_words or time_headline(context.labels, time_answer(card.times)):
        yield time


def matters_among(context: Context, names: tuple[str, ...]) -> int:
    """How many of what an event calls for the site has no page of."""
    found = called_for(context.library, names, register=context.config.national_register)
    return sum(isinstance(one, Matter) for one in found)


def intro_words(context: Context, names: tuple[str, ...], total: int, over: int | None) -> str:
    """How many procedures a list has; of an event of life also of how much the site has no page.

    The whole list tells how many of it are not in force (`over`, None of others): others count only those that are.
    """
    labels = context.labels
    if matters := matters_among(context, names):
        return labels("procedures.events.intro", here=labels("procedures.n", n=total), n=matters)
    if over is None:
        return labels("procedures.intro.some", total=total)
    return labels("procedures.intro.over" if over else "procedures.intro", total=total, n=over)


def matter_link(context: Context, matter: Matter) -> LinkView:
    """A matter that the site has no page of: its bare name, who handles it, where its code can be looked up."""
    labels = context.labels
    lines = [labels("elsewhere.agency", agency=matter.agency)] if matter.agency else []
    lines += [matter.note] if matter.note else []
    if not matter.code:
        return LinkView(matter.name, "", "\n".join(lines), state="elsewhere")
    search = Segment("link", labels("procedure.official.search", code=matter.code), NATIONAL_PORTAL)
    meta = (Segment("text", "".join(f"{line}\n" for line in lines)), search)
    return LinkView(shortened(matter.name, _LONGEST), "", meta, state="not_posted")
