"""Of what nothing is recorded: that silence is no proof, and who can be asked today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.assignments import Row
from congkhai.knowledge.plans.who_may_know import Tie, ties_of
from congkhai.records.agency import Actor
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.actors import actor_links, rows_by_part
from congkhai.site.pages.page import Context, Href


def of_row(context: Context, row: Row, href: Href) -> RichText:
    """Whom to ask about a task: who leads it, or does their work today, and who issued the plan."""
    leads = context.assignments.actors[row.key].lead_agencies
    return _told(context, (*_of_leads(context, leads, href), *_of(context, "issuer", (row.plan.issuer,), href)))


def of_plan(context: Context, plan: Plan, href: Href) -> RichText:
    """Whom to ask about all tasks of a plan: who issued it, or does their work today."""
    return _told(context, _of(context, "issuer", (plan.issuer,), href))


def of_actor(context: Context, actor_id: str, rows: Iterable[Row], href: Href) -> RichText:
    """Whom to ask about what an actor leads: itself, or who does its work today, and who issued the plans."""
    issuers = dict.fromkeys(row.plan.issuer for row in rows)
    return _told(context, (*_of_leads(context, (actor_id,), href), *_of(context, "issuer", issuers, href)))


def of_ended(context: Context, actor: Actor, href: Href) -> RichText:
    """Whom to ask about an ended actor that nobody is recorded to follow, and by which tie of the register.

    Where the register ties it to nobody that is left: those who issued the plans that name it.
    """
    if context.derived.succession.followed_by[actor.id]:
        return ()
    if ties := _ties(context, actor.id):
        lines = chain.from_iterable(_line(context, tie, href) for tie in ties)
        return (Segment("text", f"\n{context.labels('ask.near')}"), *lines)
    rows = chain.from_iterable(rows_by_part(context, actor.id).values())
    issuers = tuple(_of(context, "issuer", dict.fromkeys(row.plan.issuer for row in rows), href))
    return (Segment("text", "\n"), *issuers) if issuers else ()


def _line(context: Context, tie: Tie, href: Href) -> Iterator[Segment]:
    """One tie: who is left, after what they stand for where that has ended."""
    stands = tie.today == (tie.to,)
    words = context.labels(f"ask.near.{tie.kind}" if stands else f"ask.near.{tie.kind}.followed")
    yield Segment("text", f"\n{words} ")
    if not stands:
        yield from actor_links(context, (tie.to,), href)
        yield Segment("text", ": ")
    yield from actor_links(context, tie.today, href)
    yield Segment("text", ".")


def _ties(context: Context, actor_id: str) -> tuple[Tie, ...]:
    actor, groups = context.library.actors[actor_id], context.derived.groups_of.get(actor_id, ())
    return tuple(ties_of(context.library, context.derived.succession, actor, groups))


def _told(context: Context, asked: Iterable[Segment]) -> RichText:
    return (Segment("text", context.labels("ask.silence")), *asked)


def _of_leads(context: Context, leads: Iterable[str], href: Href) -> Iterator[Segment]:
    """Those who lead, or do their work today; of those that nobody follows, who is near them in the register."""
    named = tuple(leads)
    yield from _of(context, "lead", named, href)
    near = chain.from_iterable(tie.today for key in named for tie in _ties(context, key))
    links = actor_links(context, dict.fromkeys(near), href)
    if links:
        yield from (Segment("text", f" {context.labels('ask.lead.near')} "), *links, Segment("text", "."))


def _of(context: Context, whom: str, keys: Iterable[str], href: Href) -> Iterator[Segment]:
    """Those who can be asked, with the words that say who they are; nothing where nobody is known to be left."""
    ended, followed_by = context.derived.succession.ended, context.derived.succession.followed_by
    named = tuple(keys)
    left = dict.fromkeys(one for key in named for one in (followed_by[key] if key in ended else (key,)))
    links = actor_links(context, left, href)
    if links:
        followed = ".followed" if any(key in ended for key in named) else ""
        yield Segment("text", f" {context.labels(f'ask.{whom}{followed}')} ")
        yield from links
        yield Segment("text", ".")
