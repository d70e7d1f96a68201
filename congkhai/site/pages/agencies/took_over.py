"""What became of an agency, and what it took over from those before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from congkhai.foundation.own_words import capitalised
from congkhai.foundation.text import fold, sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.plans.succession import is_divided, merged_province
from congkhai.records.agency import Actor, Agency, AgencyGroup
from congkhai.site.pages.agencies import whom_to_ask
from congkhai.site.pages.agencies.actors import full_name, rows_by_part, state_of
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, shown_date
from congkhai.site.pages.plans.plan_list import LinkView


class EndView(Struct, frozen=True):
    """That an agency or group is no more, since when, and who does its work, or may know of it."""

    title: str
    text: RichText
    links: tuple[tuple[str, str], ...]


def end_of(context: Context, actor: Actor, href: Href) -> EndView | None:
    """The end of an actor as the first thing its page says; None for one that exists."""
    succession, labels = context.derived.succession, context.labels
    if actor.id not in succession.ended:
        return None
    successors = (context.library.actors[one] for one in succession.followed_by[actor.id])
    links = tuple((_placed_name(context, one, actor), href(urls.agency_url(one.id))) for one in successors)
    known = "divided" if is_divided(context.library, actor) else "successors"
    text = labels(f"agency.ended.{known}" if links else "agency.ended.unknown")
    asked = whom_to_ask.of_ended(context, actor, href)
    return EndView(_end_words(context, actor), (Segment("text", text), *asked), links)


def _end_words(context: Context, actor: Actor) -> str:
    """When an actor ended: its day, with the last of its agencies, with its province at the latest, or nobody knows."""
    labels = context.labels
    if isinstance(actor, Agency | AgencyGroup) and actor.valid and actor.valid.until:
        return labels("agency.ended.on", day=f"{actor.valid.until:%d/%m/%Y}")
    if isinstance(actor, AgencyGroup) and actor.members:
        return labels("agency.ended.members")
    if merged := merged_province(context.library, actor):
        day = f"{merged.last_day:%d/%m/%Y}"
        return labels("agency.ended.province", day=day, before=_lowered(merged.before), after=_lowered(merged.after))
    return labels("agency.ended.undated")


def _lowered(name: str) -> str:
    """The name of a province inside a sentence."""
    return name[:1].lower() + name[1:]


def _placed_name(context: Context, actor: Actor, before: Actor) -> str:
    """The name of a successor, with its place where that is another one and the name does not tell it."""
    name, place = full_name(context, actor), context.territory_name(actor.territory)
    told = actor.territory == before.territory or fold(place) in fold(name)
    return name if told else f"{name} ({place})"


def predecessor_links(context: Context, actor: Actor, href: Href) -> tuple[LinkView, ...]:
    """The ended agencies whose work an actor does, each with how many tasks of plans it led."""
    ended = (context.library.actors[one] for one in context.derived.succession.took_over.get(actor.id, ()))
    return tuple(counted_link(context, before, href) for before in sorted(ended, key=lambda one: sort_key(one.name)))


def taken_over_words(context: Context, actor: Actor, href: Href) -> RichText:
    """That plans give the tasks to those before an actor, whose work it does; empty for one that plans name itself."""
    before = context.derived.succession.took_over.get(actor.id, ())
    if not before or any(rows_by_part(context, actor.id).values()):
        return ()
    ended = [context.library.actors[one] for one in before]
    divided = (
        context.labels("agency.taken_over.divided") if any(is_divided(context.library, one) for one in ended) else ""
    )
    return (
        Segment("text", f"{context.labels('agency.taken_over')} "),
        *_named(context, before, href),
        Segment("text", f". {divided}".rstrip()),
    )


def counted_link(context: Context, actor: Actor, href: Href) -> LinkView:
    """An actor as a link with its tasks in the three numbers of its own page: by name, through a group, helping."""
    parts = rows_by_part(context, actor.id)
    said = (context.labels(f"agency.answer.{name}", n=len(rows)) for name, rows in parts.items() if rows)
    count = capitalised(context.labels("schedule.semicolon").join(said))
    return LinkView(full_name(context, actor), href(urls.agency_url(actor.id)), count=count)


def namesakes(context: Context, actor: Actor, href: Href) -> tuple[LinkView, ...]:
    """The actors of other places that have the same name, each with how many tasks it leads and coordinates."""
    others = (one for one in context.derived.actors_called[actor.name] if one != actor.id)
    return tuple(counted_link(context, context.library.actors[other], href) for other in others)


def called_so(context: Context, actor: Actor, href: Href) -> tuple[LinkView, ...]:
    """The agencies of places that a general name stands for, those that exist first, each with its tasks."""
    found = [context.library.actors[one] for one in context.derived.called_so.get(actor.id, ())]
    ended = context.derived.succession.ended
    ordered = sorted(found, key=lambda one: (one.id in ended, sort_key(one.name)))
    return tuple(replace(counted_link(context, one, href), state=state_of(context, one)) for one in ordered)


def succession_facts(context: Context, actor: Actor, href: Href) -> Iterator[Fact]:
    """Until when, since when, and by which document an agency or group is what it is, with the note of its record."""
    if not isinstance(actor, Agency | AgencyGroup):
        return
    labels, valid = context.labels, actor.valid
    if valid and valid.until:
        until = shown_date(valid.until.isoformat())
        yield Fact(labels("agency.until"), until, _authority(context, valid.document, href))
    if valid and valid.since:
        since = shown_date(valid.since.isoformat())
        yield Fact(labels("agency.since"), since, _authority(context, valid.document, href))
    if actor.successors:
        now = context.derived.succession.followed_by.get(actor.id, ())
        later = _named(context, now, href) if set(now) != set(actor.successors) else ()
        note = (Segment("text", f"{labels('agency.successors.now')} "), *later) if later else ()
        yield Fact(labels("agency.successors"), _named(context, actor.successors, href), note)
    if actor.note and isinstance(actor, Agency):
        yield Fact(labels("design.note"), actor.note)


def _named(context: Context, keys: Iterable[str], href: Href) -> RichText:
    """Actors as links by their names, with their places where others are called alike."""
    found: list[Segment] = []
    for one in (context.library.actors[key] for key in keys if key in context.library.actors):
        found += [Segment("text", "; ")] if found else []
        found.append(Segment("link", full_name(context, one), href(urls.agency_url(one.id))))
    return tuple(found)


def _authority(context: Context, number: str, href: Href) -> RichText:
    if not number:
        return ()
    document_id = context.document_of(number, "", "")
    words = Segment("text", context.labels("agency.by_document") + " ")
    if document_id:
        return (words, Segment("link", number, href(urls.document_url(document_id))))
    return (words, Segment("text", number))
