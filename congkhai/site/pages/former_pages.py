"""The pages of ids that have ended: what stood there, since when no more, and where to go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from congkhai.knowledge import urls
from congkhai.knowledge.former_ids import address_of, records_of
from congkhai.records.former_id import FormerId, FormerKind
from congkhai.site.pages.page import Context, Page


class FormerView(Struct, frozen=True):
    """What is said at an old address."""

    words: str
    link: tuple[str, str] | None
    note: str


def make_former_pages(context: Context) -> Iterator[Page]:
    """A page for each id that has ended and that no record bears; the twin names the successor."""
    for former in context.config.former_ids:
        if former.kind and former.id and former.id not in records_of(former.kind, context.library):
            yield _page(context, former, former.kind)


def _page(context: Context, former: FormerId, kind: FormerKind) -> Page:
    url, labels = address_of(kind, former.id), context.labels
    href = context.href(url)
    successor = records_of(kind, context.library).get(former.successor)
    moved = address_of(kind, former.successor) if successor is not None else ""
    name = str(getattr(successor, "title", "") or getattr(successor, "name", "") or former.successor)
    what = labels("former.moved" if moved else "former.ended", kind=labels(f"choice.FormerKind.{kind}"), id=former.id)
    since = labels("former.since", day=f"{former.on:%d/%m/%Y}") if former.on else ""
    view = FormerView(f"{what} {since}".strip(), (name, href(moved)) if moved else None, former.note)
    trail = ((labels("home.title"), href(urls.HOME)),)
    return Page(url, "pages/former.html", labels("former.title"), view, what, trail, twin=_twin(former, kind, moved))


def _twin(former: FormerId, kind: FormerKind, moved: str) -> dict[str, Any]:
    found = {"successor": former.successor, "successor_url": moved, "on": former.on and former.on.isoformat()}
    return {"kind": "former_id", "of": kind.value, "id": former.id, **{key: one for key, one in found.items() if one}}
