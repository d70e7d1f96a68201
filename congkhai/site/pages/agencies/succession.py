"""Who became whom: the provinces of July 2025, and the agencies and groups that took over from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from statistics import mode
from typing import Any

from msgspec import Struct

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.knowledge.plans.succession import is_divided
from congkhai.knowledge.units import Formed, Unit, provinces_formed
from congkhai.records.agency import Actor, Agency, AgencyGroup
from congkhai.site.pages.agencies.actors import full_name
from congkhai.site.pages.page import Context, Href, Page
from congkhai.site.pages.plans.plan_list import LinkView


class Merger(Struct, frozen=True):
    """Those before, and the one that came of them; `note` says more of it."""

    before: tuple[LinkView, ...]
    after: LinkView
    note: str = ""


class MergerGroup(Struct, frozen=True):
    """The mergers of one place."""

    id: str
    title: str
    caption: str
    mergers: tuple[Merger, ...]


class SuccessionView(Struct, frozen=True):
    """All that the page shows; `lost` are ended agencies whose successor no record names."""

    intro: str
    parts: tuple[tuple[str, str, int], ...]
    groups: tuple[MergerGroup, ...]
    kept: str
    lost: tuple[LinkView, ...]


def make_succession_page(context: Context) -> Iterator[Page]:
    """The page of who became whom."""
    url = urls.SUCCESSION
    href, labels = context.href(url), context.labels
    formed = provinces_formed()
    merged = tuple(one for one in formed if len(one.of) > 1)
    groups = (_of_provinces(context, merged), *_of_agencies(context, href))
    lost = [actor for actor in _ended(context) if not context.derived.succession.followed_by[actor.id]]
    view = SuccessionView(
        intro=labels("succession.intro"),
        parts=tuple((group.title, f"#{group.id}", len(group.mergers)) for group in groups),
        groups=groups,
        kept=labels("succession.kept", n=len(formed) - len(merged), names=", ".join(_kept(formed))),
        lost=tuple(_link(context, actor, href) for actor in lost),
    )
    trail = ((labels("home.title"), href(urls.HOME)), (labels("agencies.title"), href(urls.AGENCIES)))
    title = labels("succession.title")
    twin = _twin(context, merged)
    yield Page(url, "pages/succession.html", title, view, view.intro, trail, twin, urls.AGENCIES)


def _of_provinces(context: Context, merged: Iterable[Formed]) -> MergerGroup:
    labels = context.labels
    mergers = tuple(
        Merger(
            tuple(LinkView(name, "") for name in one.of),
            LinkView(one.unit.name, ""),
            labels("succession.communes", before=f"{one.communes_before}", after=f"{one.communes}")
            + _renamed(context, one),
        )
        for one in merged
    )
    return MergerGroup("tinh", labels("succession.provinces"), labels("succession.provinces.caption"), mergers)


def _renamed(context: Context, formed: Formed) -> str:
    """That a province was of another kind before, where the table of units does not tell since when it is of this."""
    name = formed.unit.name
    before = next((one for one in formed.of if one != name and Unit("", one).bare == formed.unit.bare), "")
    return context.labels("succession.renamed", name=name, before=before) if before else ""


def _kept(formed: Iterable[Formed]) -> Iterator[str]:
    """The provinces that went on without another, as they are called."""
    return (one.unit.name for one in formed if len(one.of) == 1)


def _of_agencies(context: Context, href: Href) -> Iterator[MergerGroup]:
    """The mergers by the place of who does the work now, those before in the order of their names."""
    before: dict[str, list[Actor]] = {}
    for actor in _ended(context):
        for successor in context.derived.succession.followed_by[actor.id]:
            before.setdefault(successor, []).append(actor)
    places: dict[str, list[Actor]] = {}
    for key in before:
        if after := context.library.actors.get(key):
            places.setdefault(after.territory, []).append(after)
    for place, actors in places.items():
        once = mode(_until(context, actor) for after in actors for actor in before[after.id])
        mergers = tuple(
            _merger(context, before[after.id], after, href, once)
            for after in sorted(actors, key=lambda after: (-len(before[after.id]), sort_key(after.name)))
        )
        name = context.territory_name(place)
        told = context.labels("succession.once", until=once) if once else ""
        caption = " ".join(filter(None, (context.labels("succession.caption", name=name), told)))
        yield MergerGroup(f"dia-ban-{place}", name, caption, mergers)


def _merger(context: Context, before: Iterable[Actor], after: Actor, href: Href, once: str) -> Merger:
    ordered = sorted(before, key=lambda actor: sort_key(actor.name))
    note = context.labels("succession.divided") if any(is_divided(context.library, one) for one in ordered) else ""
    links = tuple(_link(context, actor, href, once) for actor in ordered)
    return Merger(links, _link(context, after, href, once), note)


def _until(context: Context, actor: Actor) -> str:
    """The day on which an agency ended, in words, or that no record tells it; "" of a group, which ends with others."""
    if not isinstance(actor, Agency | AgencyGroup) or not actor.valid or not actor.valid.until:
        return context.labels("succession.undated") if isinstance(actor, Agency) else ""
    return context.labels("succession.until", day=f"{actor.valid.until:%d/%m/%Y}")


def _ended(context: Context) -> Iterator[Agency | AgencyGroup]:
    succession = context.derived.succession
    for actor in context.library.actors.values():
        if actor.id in succession.ended and isinstance(actor, Agency | AgencyGroup):
            yield actor


def _link(context: Context, actor: Actor, href: Href, once: str = "") -> LinkView:
    """An agency with the day on which it ended, but for what is said once, and whether its work went to several."""
    found = []
    if isinstance(actor, Agency | AgencyGroup) and actor.id in context.derived.succession.ended:
        until = _until(context, actor)
        found += [context.labels("succession.apart", words=until)] if until and until != once else []
        if (several := len(context.derived.succession.followed_by[actor.id])) > 1:
            found.append(context.labels("succession.several", n=several))
    return LinkView(full_name(context, actor), href(urls.agency_url(actor.id)), " ".join(found))


def _twin(context: Context, merged: Iterable[Formed]) -> Mapping[str, Any]:
    ended = tuple(_ended(context))
    return {
        "provinces": [{"province": one.unit.name, "of": list(one.of)} for one in merged],
        "agencies": [
            {
                "id": actor.id,
                "name": actor.name,
                "until": actor.valid.until.isoformat() if actor.valid and actor.valid.until else None,
                "document": actor.valid.document if actor.valid else "",
                "successors": list(actor.successors),
            }
            for actor in ended
        ],
    }
