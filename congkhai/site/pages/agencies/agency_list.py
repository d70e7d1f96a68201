"""The index of agencies by territory, those with most work first."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.foundation.text import sort_key
from congkhai.knowledge import urls
from congkhai.records.agency import Agency
from congkhai.site.data_sets.of_records import AGENCIES
from congkhai.site.pages.agencies.actors import kind_of, level_of, rows_by_part, state_of
from congkhai.site.pages.comparison.kinds import kind_link
from congkhai.site.pages.data_links import table_files
from congkhai.site.pages.page import Context, Href, Page
from congkhai.site.pages.plans.plan_list import LinkView

# More agencies than that are listed on the pages of their territories alone.
_MOST_LISTED = 400


class AgencyCard(Struct, frozen=True):
    """An agency in the index."""

    name: str
    url: str
    place: str
    state: str
    facts: tuple[tuple[str, int], ...]


class TerritoryView(Struct, frozen=True):
    """The agencies of one territory."""

    id: str
    name: str
    url: str
    agencies: tuple[AgencyCard, ...]
    others: tuple[LinkView, ...]


class AgenciesView(Struct, frozen=True):
    """All agencies by territory."""

    intro: str
    kinds: tuple[LinkView, ...]
    compare_url: str
    parts: tuple[tuple[str, str, int], ...]
    territories: tuple[TerritoryView, ...]
    is_short: bool


def make_agency_list(context: Context) -> Iterator[Page]:
    """The index of agencies by territory."""
    yield _index(context)


def _index(context: Context) -> Page:
    href, labels = context.href(urls.AGENCIES), context.labels
    territories = tuple(territory_view(context, territory_id, href) for territory_id in context.library.territories)
    shown = tuple(territory for territory in territories if territory.agencies or territory.others)
    parts = tuple((territory.name, f"#{territory.id}", len(territory.agencies)) for territory in shown)
    total = sum(1 for _ in context.library.agencies())
    kinds = tuple(kind_link(context, kind, href) for kind in context.derived.comparison.kinds.values())
    intro, is_short = labels("agencies.intro", total=total), total <= _MOST_LISTED
    view = AgenciesView(intro, kinds, href(urls.COMPARISON), parts, shown, is_short)
    trail = ((labels("home.title"), href(urls.HOME)),)
    title = labels("agencies.title")
    tables = table_files(href, AGENCIES)
    return Page(
        urls.AGENCIES, "pages/agencies.html", title, view, view.intro, trail, chapter=urls.AGENCIES, tables=tables
    )


def territory_view(context: Context, territory_id: str, href: Href) -> TerritoryView:
    """The agencies of a territory, those with most work first, and its groups and collective phrases."""
    actors = [actor for actor in context.library.actors.values() if actor.territory == territory_id]
    cards = [_card(context, actor, href) for actor in actors if isinstance(actor, Agency)]
    cards.sort(key=lambda card: (-sum(number for _, number in card.facts), sort_key(card.name)))
    others = tuple(
        LinkView(actor.name, href(urls.agency_url(actor.id)), context.labels(f"actor.kind.{kind_of(actor)}"))
        for actor in sorted(actors, key=lambda actor: sort_key(actor.name))
        if not isinstance(actor, Agency)
    )
    url = href(urls.territory_url(territory_id))
    return TerritoryView(territory_id, context.territory_name(territory_id), url, tuple(cards), others)


def _card(context: Context, agency: Agency, href: Href) -> AgencyCard:
    parts = rows_by_part(context, agency.id)
    facts = tuple((context.labels(f"agency.{name}"), len(rows)) for name, rows in parts.items() if rows)
    return AgencyCard(
        agency.name, href(urls.agency_url(agency.id)), level_of(context, agency), state_of(context, agency), facts
    )
