"""Of what nothing is recorded: that silence is no proof, and who can be asked today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.assignments import Row
from congkhai.records.plan import Plan
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.page import Context, Href


def of_row(context: Context, row: Row, href: Href) -> RichText:
    """Whom to ask about a task: who leads it, or does their work today, and who issued the plan."""
    leads = context.assignments.actors[row.key].lead_agencies
    return _told(context, (*_of(context, "lead", leads, href), *_of(context, "issuer", (row.plan.issuer,), href)))


def of_plan(context: Context, plan: Plan, href: Href) -> RichText:
    """Whom to ask about all tasks of a plan: who issued it, or does their work today."""
    return _told(context, _of(context, "issuer", (plan.issuer,), href))


def of_actor(context: Context, actor_id: str, rows: Iterable[Row], href: Href) -> RichText:
    """Whom to ask about what an actor leads: itself, or who does its work today, and who issued the plans."""
    issuers = dict.fromkeys(row.plan.issuer for row in rows)
    return _told(context, (*_of(context, "lead", (actor_id,), href), *_of(context, "issuer", issuers, href)))


def _told(context: Context, asked: Iterable[Segment]) -> RichText:
    return (Segment("text", context.labels("ask.silence")), *asked)


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
