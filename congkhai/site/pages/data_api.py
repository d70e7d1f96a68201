"""The page that tells programmers how to get the data of each page: addresses, keys, what will not change."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.site.pages.page import Context, Href, Page

# The version of what twins hold: a key that goes, or means something else, makes it another.
VERSION = "1"


class Twins(Struct, frozen=True):
    """The twins of one kind of page: what is in them, the pattern of their address, one of them."""

    kind: str
    pattern: str
    example: str


class DataApiView(Struct, frozen=True):
    """All that the page tells."""

    intro: str
    twins: tuple[Twins, ...]
    promises: tuple[str, ...]
    code: str


def make_data_api_page(context: Context) -> Iterator[Page]:
    """The page on the data of each page."""
    href, labels = context.href(urls.OPEN_DATA_API), context.labels
    promises = ("understood", "version", "ended", "origin", "limits")
    example = f"{context.config.base_url or '/'}{urls.data_url('nhiem-vu', 'jsonl')}"
    view = DataApiView(
        intro=labels("api.intro", version=VERSION),
        twins=tuple(_twins(context, href)),
        promises=tuple(labels(f"api.{name}") for name in promises),
        code=labels("api.code", address=example),
    )
    trail = ((labels("home.title"), href(urls.HOME)), (labels("data.title"), href(urls.OPEN_DATA)))
    chapter = urls.OPEN_DATA
    yield Page(urls.OPEN_DATA_API, "pages/data_api.html", labels("api.title"), view, view.intro, trail, chapter=chapter)


def _twins(context: Context, href: Href) -> Iterator[Twins]:
    library, labels = context.library, context.labels
    plan = next(iter(library.plans), "")
    task = next((row.key for row in context.assignments.rows), None)
    found = (
        ("plan", f"{urls.PLANS}…/", urls.plan_url(plan) if plan else ""),
        ("task", f"{urls.PLANS}…/…/", urls.task_url(*task) if task else ""),
        ("agency", f"{urls.AGENCIES}…/", next(map(urls.agency_url, library.actors), "")),
        ("procedure", f"{urls.PROCEDURES}…/", next(map(urls.procedure_url, library.cards), "")),
        ("announcement", f"{urls.DECISIONS}…/", next(map(urls.decision_url, library.announcements), "")),
        ("document", f"{urls.DOCUMENTS}…/", next(map(urls.document_url, library.documents), "")),
        ("disclosure", urls.DISCLOSURE, urls.DISCLOSURE),
        ("changes", urls.CHANGES, urls.CHANGES),
    )
    for kind, pattern, example in found:
        if example:
            yield Twins(labels(f"api.kind.{kind}"), f"/{pattern}index.json", href(f"{example}index.json"))
