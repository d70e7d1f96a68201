"""The respects in which procedures are listed, such as sector, level or life event: a page for each, of its values."""

from __future__ import annotations

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.site.pages.page import Context, Href, Page, shortened
from congkhai.site.pages.plans.plan_list import LinkView
from congkhai.site.pages.procedures.facets import Choice
from congkhai.site.pages.procedures.window_lists import window_list_links

# The respects that have a page of their own, in the order of their links.
_FACETS = ("su-kien", "linh-vuc", "co-quan", "cap", "doi-tuong", "truc-tuyen", "mot-cua")


class IndexView(Struct, frozen=True):
    """The values of one respect with their counts; of the single window also its official lists."""

    intro: str
    links: tuple[LinkView, ...]
    lists: tuple[LinkView, ...]


def _index_url(facet: str) -> str:
    return urls.SECTORS if facet == "linh-vuc" else f"{urls.PROCEDURES}{facet}/"


def respects(context: Context, href: Href) -> tuple[tuple[str, str], ...]:
    """The pages of all respects in which procedures are listed: name, href."""
    by_code = (context.labels("codes.link"), href(urls.CODES))
    return *((context.labels(f"procedures.by.{facet}"), href(_index_url(facet))) for facet in _FACETS), by_code


def respect_page(context: Context, facet: str, values: tuple[Choice, ...]) -> Page:
    """All values of a respect, each with its list: all sectors, all agencies."""
    url = _index_url(facet)
    href, labels = context.href(url), context.labels
    links = tuple(
        LinkView(shortened(name, 160), href(address), "", labels("procedures.n", n=count))
        for name, address, count in values
    )
    title = labels(f"procedures.by.{facet}")
    lists = window_list_links(context, href) if url == urls.SINGLE_WINDOW else ()
    view = IndexView(labels("procedures.index", n=len(values)), links, lists)
    trail = ((labels("home.title"), href(urls.HOME)), (labels("procedures.title"), href(urls.PROCEDURES)))
    return Page(url, "pages/procedure_index.html", title, view, view.intro, trail, chapter=urls.PROCEDURES)
