"""Official lists of the single window: a page for each decision, which compares its list with the records both ways."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.documents.annotation import RichText, Segment
from congkhai.knowledge.procedures.card import ProcedureCard
from congkhai.knowledge.procedures.window_lists import Listed, listed_procedures, unlisted_procedures
from congkhai.records.model.plain_data import as_data
from congkhai.records.window_list import WindowList
from congkhai.site.pages.agencies.actors import actor_links
from congkhai.site.pages.facts import Fact
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.decision_days import day_words
from congkhai.vietnamese.quantity import base_code

Row = tuple[RichText | str, ...]
# So many procedures that a list lacks are named; of more, only their number is told.
_MOST_NAMED = 200


class WindowListView(Struct, frozen=True):
    """All that the page of an official list shows; `missing` are those on the list that are not in force here."""

    lead: str
    facts: tuple[Fact, ...]
    listed: tuple[Row, ...]
    missing: tuple[Row, ...]
    missing_words: str
    unlisted: tuple[Row, ...]
    unlisted_words: str
    note: str


def window_list_keys(context: Context) -> Iterable[str]:
    """The ids of the lists; without procedures there is no page of the single window that leads to them."""
    return context.library.window_lists if context.library.cards else ()


def window_list_page(context: Context, list_id: str) -> Page:
    """The page of a list."""
    found, labels = context.library.window_lists[list_id], context.labels
    url = urls.window_list_url(list_id)
    href = context.href(url)
    listed = tuple(listed_procedures(found, context.library, context.derived.decisions, context.today))
    missing = tuple(one for one in listed if not one.is_in_force)
    unlisted = unlisted_procedures(found, context.derived.shown)
    view = WindowListView(
        lead=labels("window_list.lead", here=len(listed) - len(missing), total=len(listed)),
        facts=tuple(_facts(context, found, href)),
        listed=tuple(_row(context, one, href) for one in listed),
        missing=tuple(_row(context, one, href) for one in missing),
        missing_words=labels("window_list.missing", n=len(missing)),
        unlisted=tuple(_unlisted_row(context, card, href) for card in unlisted) if len(unlisted) <= _MOST_NAMED else (),
        unlisted_words=labels("window_list.unlisted", n=len(unlisted)),
        note=found.note,
    )
    trail = (
        (labels("home.title"), href(urls.HOME)),
        (labels("procedures.title"), href(urls.PROCEDURES)),
        (labels("procedures.by.mot-cua"), href(urls.SINGLE_WINDOW)),
    )
    title, heading = labels("window_list.title", number=found.number), _name(context, found)
    twin = _twin(found, listed, unlisted)
    return Page(url, "pages/window_list.html", title, view, view.lead, trail, twin, urls.PROCEDURES, heading)


def window_list_links(context: Context, href: Href) -> tuple[LinkView, ...]:
    """All lists by their decisions, the newest first."""
    lists = sorted(context.library.window_lists.values(), key=_newest_first)
    return tuple(_link(context, found, href) for found in lists)


def window_list_facts(context: Context, code: str, href: Href) -> Iterator[Fact]:
    """The lists that apply and on which a procedure stands, for its own page."""
    for list_id in context.derived.window_lists_with.get(base_code(code), ()):
        found = context.library.window_lists[list_id]
        if not found.is_over(context.today):
            number = context.labels("decision.heading", number=found.number)
            link = (Segment("link", number, href(urls.window_list_url(list_id))),)
            note = " · ".join(filter(None, (_way(context, found), day_words(context.labels, found))))
            yield Fact(context.labels("window_list.on"), link, note)


def _newest_first(found: WindowList) -> tuple[int, str]:
    day = found.signed or found.effective or datetime.date.min
    return -day.toordinal(), found.id


def _link(context: Context, found: WindowList, href: Href) -> LinkView:
    issuer = context.library.actors.get(found.issuer)
    words = (_way(context, found), issuer.name if issuer else "", day_words(context.labels, found), found.title)
    state = "expired" if found.is_over(context.today) else ""
    count = context.labels("procedures.n", n=len(found.codes))
    title = context.labels("decision.heading", number=found.number)
    meta = shortened(" · ".join(filter(None, words)), 220)
    return LinkView(title, href(urls.window_list_url(found.id)), meta, count, state)


def _name(context: Context, found: WindowList) -> str:
    return found.title or context.labels("window_list.title", number=found.number)


def _way(context: Context, found: WindowList) -> str:
    return context.labels(f"procedure.window.{found.kind}") if found.kind else ""


def _facts(context: Context, found: WindowList, href: Href) -> Iterator[Fact]:
    labels = context.labels
    yield Fact(labels("procedure.window"), _way(context, found))
    document = context.document_of(found.number, found.territory, str(found.signed or ""))
    there = href(urls.document_url(document)) if document else ""
    yield Fact(labels("window_list.decision"), (Segment("link" if there else "text", found.number, there),))
    if found.issuer:
        yield Fact(labels("window_list.issuer"), actor_links(context, (found.issuer,), href))
    for key in ("signed", "effective", "expired"):
        if day := getattr(found, key):
            yield Fact(labels(f"window_list.{key}"), f"{day:%d/%m/%Y}")
    if found.territory:
        yield Fact(labels("window_list.territory"), context.territory_name(found.territory))
    if found.level:
        yield Fact(labels("procedure.levels"), labels(f"procedure.level.{found.level}"))
    if found.source and (found.source.text or found.source.url):
        yield Fact(labels("design.stamp.source"), found.source.text or found.source.url)


def _row(context: Context, one: Listed, href: Href) -> Row:
    named = next((decision.entry.name for decision in reversed(one.decisions) if decision.entry.name), "–")
    name: RichText | str = named
    if one.card:
        name = (Segment("link", one.card.name, href(urls.procedure_url(one.card.code))),)
    return one.code, name, _here(context, one)


def _here(context: Context, one: Listed) -> str:
    """How a procedure of the list stands here."""
    if one.standing:
        return context.labels(f"design.state.{one.standing}")
    if one.decisions:
        return context.labels("window_list.announced", number=one.decisions[-1].announcement.number)
    return context.labels("window_list.unknown")


def _unlisted_row(context: Context, card: ProcedureCard, href: Href) -> Row:
    sector = context.library.sectors.get(card.sector)
    name: RichText = (Segment("link", card.name, href(urls.procedure_url(card.code))),)
    return card.code, name, sector.name if sector else card.sector


def _twin(found: WindowList, listed: tuple[Listed, ...], unlisted: tuple[ProcedureCard, ...]) -> dict[str, object]:
    here = {one.code: one.standing.value if one.standing else None for one in listed}
    understood = {
        "standing": here,
        "announced": [one.code for one in listed if one.decisions],
        "not_in_force_here": [one.code for one in listed if not one.is_in_force],
        "not_on_list": [card.code for card in unlisted],
    }
    return {
        "kind": "window_list",
        "url": urls.window_list_url(found.id),
        "signed": as_data(found),
        "understood": understood,
    }
